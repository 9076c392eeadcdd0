"""Real processes, really killed: every post once, every alert once."""

from __future__ import annotations

import json
import random
import threading

import pytest

from monitor.core.crash import POINTS
from tests.end_to_end.stage import Stage

pytestmark = pytest.mark.slow

IMPORTED = 3000
ROUNDS = 5
ONLY_DAEMON = {
    "config.swap",
    "reconcile.looked",
    "fetch.before",
    "fetch.page",
    "run.recorded",
}


@pytest.fixture
def stage(tmp_path):
    made = Stage(tmp_path)
    yield made
    made.close()


def check(stage: Stage, count: int) -> None:
    """Compare what is stored and what Slack has with what went in."""
    angry = [n for n in range(count) if n % 10 == 0]
    named = [n for n in range(count) if n % 10 == 0 or n % 3]

    rows = stage.exported()
    assert sorted(int(row["post_id"]) for row in rows) == named
    copies = stage.slack_copies()
    assert set(copies.values()) == {1}
    assert len(copies) == len(angry)
    assert set(stage.outbox()) == {"sent"}


def test_an_import_killed_at_random_moments_loses_and_repeats_nothing(stage):
    """F1: kill -9, again and again, while it stores, judges and delivers."""
    rng = random.Random(20261122)
    file = stage.folder / "posts.jsonl"
    file.write_text(stage.posts(range(IMPORTED)), encoding="utf-8")
    arguments = ["import", str(file), "--alert", "--config", str(stage.config)]
    pause = threading.Event()

    for _ in range(ROUNDS):
        process = stage.start(*arguments)
        # The one place where real time has to pass: the process is another one.
        pause.wait(rng.uniform(1.0, 3.5))
        stage.kill(process)
    status, out, err = stage.run(*arguments, "--json")

    assert status == 0, err
    assert json.loads(out)["quarantined"] == 0
    check(stage, IMPORTED)


@pytest.mark.parametrize("point", [p for p in POINTS if p not in ONLY_DAEMON])
def test_an_import_that_dies_at_a_named_point_is_completed_by_the_next(stage, point):
    """F1: each point of the write path, at its second passage."""
    file = stage.folder / "posts.jsonl"
    file.write_text(stage.posts(range(60)), encoding="utf-8")
    arguments = ["import", str(file), "--alert", "--config", str(stage.config)]
    passage = 1 if point.startswith(("normalise", "tx", "decide", "index")) else 2

    status, _, _ = stage.run(*arguments, OVERHEARD_CRASH_AT=f"{point}:{passage}")
    assert status == 137
    status, out, err = stage.run(*arguments, "--json")

    assert status == 0, out + err
    check(stage, 60)


@pytest.mark.parametrize(
    "point", ["fetch.before", "fetch.page", "tx.cursor", "run.recorded"]
)
def test_a_run_that_dies_is_completed_by_the_next(stage, point):
    """F1: the collecting half, through the files source and its cursor."""
    (stage.folder / "inbox" / "a.jsonl").write_text(stage.posts(range(60)))
    arguments = ["once", "--config", str(stage.config)]

    status, _, _ = stage.run(*arguments, OVERHEARD_CRASH_AT=f"{point}:1")
    assert status == 137
    status, out, err = stage.run(*arguments)

    assert status == 0, out + err
    check(stage, 60)
