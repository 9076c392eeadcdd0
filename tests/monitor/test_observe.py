"""The log and the status pages: useful, and without anybody's secrets."""

from __future__ import annotations

import json
import logging
import socket
import urllib.error
import urllib.request

import pytest

from monitor.core.errors import ConfigError
from monitor.notify_systemd import tell_systemd
from monitor.observe import Metrics, Redaction, redaction, set_up_logging
from monitor.status import StatusServer


@pytest.fixture
def quiet_root():
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers[:] = before
    root.setLevel(level)


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer abcdef123456",
        "xoxb-1234567890-abcdef",
        "xapp-1-A-2-abcdef",
        "https://api.example/?token=abcdef123",
        "password: hunter22",
    ],
)
def test_what_looks_like_a_secret_is_hidden(text):
    cleaned = Redaction().clean(text)

    assert "[hidden]" in cleaned
    assert "abcdef" not in cleaned
    assert "hunter22" not in cleaned


def test_known_secrets_are_hidden_wherever_they_stand():
    hiding = Redaction()
    hiding.hide(["s3cret-value", "s3cret-value-longer"])

    event = hiding(None, "info", {"event": "x", "url": "http://h/s3cret-value-longer"})

    assert event["url"] == "http://h/[hidden]"


def test_terminal_control_codes_do_not_reach_the_terminal():
    assert "\x1b" not in Redaction().clean("\x1b[2Jgone")


def test_json_logging_is_one_document_a_line_without_secrets(quiet_root, capfd):
    set_up_logging(json=True)
    redaction.hide(["very-secret"])

    logging.getLogger("x").warning("run failed", extra={"error": "very-secret\n2"})

    line = json.loads(capfd.readouterr().err)
    assert line["event"] == "run failed"
    assert line["error"] == "[hidden]\n2"
    assert line["level"] == "warning"


def test_exceptions_in_the_log_hide_secrets_too(quiet_root, capfd):
    set_up_logging(json=True)
    redaction.hide(["very-secret"])

    try:
        int("very-secret")
    except ValueError:
        logging.getLogger("x").exception("crashed")

    assert "very-secret" not in capfd.readouterr().err


@pytest.mark.parametrize("name", ["tweepy", "slack_sdk", "prawcore", "httpx2"])
def test_libraries_that_write_tokens_at_debug_are_held(quiet_root, name):
    set_up_logging(json=False, level="debug")

    assert logging.getLogger(name).getEffectiveLevel() >= logging.INFO


def ask(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as exc:
        return exc.code, exc.read().decode()


def server(listen="127.0.0.1:0", *, alive=True, ready=True):
    return StatusServer(
        listen,
        alive=lambda: (alive, {"status": "x"}),
        ready=lambda: (ready, {"status": "y"}),
        registry=Metrics().registry,
        refresh=lambda: None,
    )


def test_the_status_pages_answer_with_200_or_503():
    pages = server(ready=False)
    pages.start()

    assert ask(pages.port, "/healthz")[0] == 200
    assert ask(pages.port, "/readyz")[0] == 503
    assert "overheard_ticks_total" in ask(pages.port, "/metrics")[1]
    assert ask(pages.port, "/anything")[0] == 404
    pages.stop()


def test_a_taken_address_is_a_configuration_problem():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(ConfigError, match="listen"):
            server(f"127.0.0.1:{port}").start()


def test_systemd_is_told(tmp_path, monkeypatch):
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(path)
        monkeypatch.setenv("NOTIFY_SOCKET", path)

        assert tell_systemd("READY=1")

        assert listening.recv(64) == b"READY=1"


def test_without_systemd_nobody_is_told(monkeypatch):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)

    assert not tell_systemd("READY=1")
