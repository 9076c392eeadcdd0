"""The daemon as an operator meets it: starting, stopping, reloading, failing."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess

import pytest

from monitor.demo.server import hangs
from tests.end_to_end.stage import WAIT_SECONDS, Stage

pytestmark = pytest.mark.slow


@pytest.fixture
def stage(tmp_path):
    made = Stage(tmp_path)
    yield made
    made.close()


def put(stage, name, numbers):
    (stage.folder / "inbox" / name).write_text(stage.posts(numbers), encoding="utf-8")


def test_a_post_in_a_folder_becomes_a_message_in_slack(stage):
    put(stage, "a.jsonl", range(20))
    daemon = stage.start_daemon()

    daemon.wait_for(lambda: len(stage.workspace.messages()) == 2)

    ready, page = daemon.get("/readyz")
    assert ready == 200, page
    assert json.loads(page)["collectors"] == {"inbox": "ok"}
    assert daemon.get("/healthz")[0] == 200
    metrics = daemon.get("/metrics")[1]
    assert 'overheard_deliveries{state="sent"} 2.0' in metrics
    assert daemon.end() == 0


def test_the_log_has_no_post_text_no_author_and_no_secret(stage):
    put(stage, "a.jsonl", range(20))
    daemon = stage.start_daemon()
    daemon.wait_for(lambda: len(stage.workspace.messages()) == 2)
    daemon.end()

    written = json.dumps(daemon.log)

    assert "xoxb-demo" not in written
    assert "lost my bag" not in written
    assert "user10" not in written


def test_a_second_daemon_is_refused_with_75(stage):
    """F8."""
    daemon = stage.start_daemon()
    daemon.saw("started")

    status, _, err = stage.run("run", "--config", str(stage.config))

    assert status == 75
    assert str(daemon.process.pid) in err
    assert daemon.end() == 0


def test_a_killed_daemon_frees_its_place_at_once(stage):
    """F8: kill -9 leaves no lock behind."""
    first = stage.start_daemon()
    first.saw("started")
    assert first.end(signal.SIGKILL) == -9

    second = stage.start_daemon()
    second.saw("started")

    assert second.end() == 0


def stop_between_writes(daemon, stage):
    """Stop it where it holds no lock on the database."""
    for _ in range(200):
        daemon.send(signal.SIGSTOP)
        conn = sqlite3.connect(stage.db, timeout=0.2)
        try:
            conn.execute("BEGIN IMMEDIATE")
            conn.rollback()
        except sqlite3.OperationalError:
            daemon.send(signal.SIGCONT)
        else:
            return
        finally:
            conn.close()
    pytest.fail("the daemon never let go of the database")


def test_a_daemon_that_slept_while_another_took_over_stops_writing(stage):
    """F8: SIGSTOP, somebody else becomes the daemon, SIGCONT."""
    daemon = stage.start_daemon()
    daemon.saw("started")
    stop_between_writes(daemon, stage)
    with sqlite3.connect(stage.db) as conn:
        conn.execute("UPDATE lease SET epoch = epoch + 1, owner = 'another'")
    conn.close()
    put(stage, "a.jsonl", range(20))

    daemon.send(signal.SIGCONT)

    assert daemon.process.wait(timeout=WAIT_SECONDS) == 1
    daemon.end()
    assert stage.workspace.messages() == []


@pytest.mark.parametrize(
    "point",
    [
        "fetch.page",
        "tx.cursor",
        "decide.before_commit",
        "deliver.before_send",
        "deliver.before_record",
    ],
)
def test_sigterm_at_any_moment_ends_well_and_loses_nothing(stage, point):
    """F9: exit 0 within ten seconds; the next life completes the work."""
    put(stage, "a.jsonl", range(40))
    daemon = stage.start_daemon(OVERHEARD_TERM_AT=f"{point}:1")
    assert daemon.process.wait(timeout=12) == 0
    daemon.end()

    second = stage.start_daemon()
    second.saw("started")
    second.wait_for(lambda: len(stage.workspace.messages()) == 4)
    second.wait_for(lambda: stage.count("deliveries", "state = 'sent'") == 4)

    assert second.end() == 0
    assert set(stage.slack_copies().values()) == {1}


def test_a_second_signal_ends_it_at_once(stage):
    """F9: Slack hangs, the operator is in a hurry."""
    put(stage, "a.jsonl", range(20))
    stage.server.traffic.every_call = hangs(8)
    daemon = stage.start_daemon()
    daemon.wait_for(lambda: bool(stage.server.traffic.calls))
    daemon.send(signal.SIGTERM)
    pause = subprocess.TimeoutExpired

    with pytest.raises(pause):
        daemon.process.wait(timeout=0.5)
    daemon.send(signal.SIGTERM)

    assert daemon.process.wait(timeout=5) == 130
    daemon.end()


def test_a_hung_slack_holds_up_no_collector(stage):
    """F10: collecting goes on while a receiver does not answer."""
    put(stage, "a.jsonl", range(20))
    stage.server.traffic.every_call = hangs(20)
    daemon = stage.start_daemon()
    daemon.wait_for(lambda: bool(stage.server.traffic.calls))

    put(stage, "b.jsonl", range(100, 120))

    daemon.wait_for(lambda: stage.count("mentions") == 28)
    daemon.end()


def test_sighup_takes_a_good_configuration_and_keeps_the_old_for_a_bad_one(stage):
    """F31."""
    daemon = stage.start_daemon()
    daemon.saw("started")
    good = stage.config.read_text(encoding="utf-8")
    stage.config.write_text(
        good.replace("kind: files", "kind: flies"), encoding="utf-8"
    )
    daemon.send(signal.SIGHUP)
    daemon.saw("configuration problem")
    assert "overheard_config_reload_failed 1.0" in daemon.get("/metrics")[1]

    put(stage, "a.jsonl", range(20))
    daemon.wait_for(lambda: len(stage.workspace.messages()) == 2)
    stage.config.write_text(good.replace("acme", "leeds"), encoding="utf-8")
    daemon.send(signal.SIGHUP)
    daemon.saw("configuration taken over")
    assert "overheard_config_reload_failed 0.0" in daemon.get("/metrics")[1]
    put(stage, "b.jsonl", range(121, 123))

    daemon.wait_for(lambda: stage.count("mentions") == 16)
    assert daemon.end() == 0


def test_a_database_taken_from_under_the_daemon_stops_it(stage):
    """F7: writes into a deleted file succeed silently; so it has to look."""
    daemon = stage.start_daemon()
    daemon.saw("started")

    stage.db.unlink()

    assert daemon.process.wait(timeout=WAIT_SECONDS) == 1
    daemon.end()


def test_a_taken_port_is_explained(stage):
    stage.configure(daemon={"listen": f"127.0.0.1:{stage.server.port}"})

    status, _, err = stage.run("run", "--config", str(stage.config))

    assert status == 78
    assert "daemon.listen" in err
