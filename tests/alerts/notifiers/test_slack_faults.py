"""Everything that can go wrong between here and Slack, and what it means."""

from __future__ import annotations

from uuid import uuid4

import pytest

from alerts.notifiers.slack import SlackNotifier, SlackSettings
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
)
from tests.alerts.notifiers.peers import (
    HttpPeer,
    StoppedClock,
    drip,
    hang_up,
    message,
    reply,
    silence,
)


@pytest.fixture
def key():
    return str(uuid4())


OK = b'{"ok":true,"channel":"C1","ts":"1.2"}'
FAULTS = {
    "hangs up": (hang_up, DeliveryUnknown),
    "429 with seconds": (reply(429, Retry_After="7"), DeliveryUnavailable),
    "429 with garbage": (reply(429, Retry_After="soon"), DeliveryUnavailable),
    "429 without a word": (reply(429, b""), DeliveryUnavailable),
    "200 ratelimited": (
        reply(200, b'{"ok":false,"error":"ratelimited"}'),
        DeliveryUnavailable,
    ),
    "500": (reply(500, b"oops"), DeliveryUnknown),
    "502": (reply(502, b"<html>"), DeliveryUnknown),
    "503": (reply(503, b"<html>"), DeliveryUnknown),
    "504": (reply(504, b""), DeliveryUnknown),
    "captive portal": (reply(200, b"<html>sign in</html>"), DeliveryUnknown),
    "JSON list": (reply(200, b"[1,2]"), DeliveryUnknown),
    "JSON too deep": (reply(200, b"[" * 100_000), DeliveryUnknown),
    "not UTF-8": (reply(200, b"\xff\xfe{"), DeliveryUnknown),
    "empty": (reply(200, b""), DeliveryUnknown),
    "ok without a place": (reply(200, b'{"ok":true}'), DeliveryUnknown),
    "half a body": (reply(200, OK[:9], length=3000), DeliveryUnknown),
    "endless body": (reply(200, b" " * 1_200_000 + OK), DeliveryUnknown),
    "silence": (silence, DeliveryUnknown),
    "dripping": (
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 37\r\n\r\n" + OK),
        DeliveryUnknown,
    ),
    "dripping body": (
        lambda c, g: (
            c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 37\r\n\r\n"),
            drip(OK)(c, g),
        ),
        DeliveryUnknown,
    ),
    "not HTTP": (lambda c, _g: c.sendall(b"SSH-2.0-x\r\n\r\n"), DeliveryUnknown),
    "sign-in page": (reply(302, b"", Location="https://x.test/"), DeliveryUnavailable),
    "moved": (reply(301, b"", Location="https://x.test/"), DeliveryRefused),
    "proxy says no": (reply(403, b"<html>"), DeliveryRefused),
    "no such page": (reply(404, b"<html>"), DeliveryRefused),
}


@pytest.mark.parametrize("mode", FAULTS)
def test_each_fault_says_if_the_message_may_have_arrived(mode, key):
    """F11, F12, F13: wrong answers, no answers, slow answers. F40: one call each."""
    script, expected = FAULTS[mode]
    with HttpPeer(script) as peer:
        settings = SlackSettings(
            token="xoxb-x", slack_channel="C1", base_url=peer.url, timeout=0.5
        )
        notifier = SlackNotifier("support", settings, clock=StoppedClock())

        with pytest.raises(DeliveryError) as caught:
            notifier.send(message(), key=key)

    assert type(caught.value) is expected
    assert len(peer.requests) == 1


def test_nobody_listening_means_that_nothing_was_sent(key):
    with HttpPeer() as peer:
        pass
    settings = SlackSettings(token="xoxb-x", slack_channel="C1", base_url=peer.url)

    with pytest.raises(DeliveryUnavailable, match="cannot be reached"):
        SlackNotifier("s", settings, clock=StoppedClock()).send(message(), key=key)


def test_a_name_without_an_address_means_that_nothing_was_sent(key, monkeypatch):
    def unknown(*_args, **_kwargs):
        raise OSError(-2, "Name or service not known")

    monkeypatch.setattr("alerts.notifiers.wire.socket.getaddrinfo", unknown)
    settings = SlackSettings(token="xoxb-x", slack_channel="C1")

    with pytest.raises(DeliveryUnavailable, match="name was not found"):
        SlackNotifier("s", settings, clock=StoppedClock()).send(message(), key=key)


def test_a_server_without_tls_gets_no_token(key):
    """The handshake fails before the first byte of the request."""
    with HttpPeer(hang_up) as peer:
        settings = SlackSettings(
            token="xoxb-x",
            slack_channel="C1",
            base_url=f"https://127.0.0.1:{peer.port}/api/",
            timeout=0.5,
        )
        with pytest.raises(DeliveryUnavailable):
            SlackNotifier("s", settings, clock=StoppedClock()).send(message(), key=key)

    assert all("xoxb" not in str(request) for request in peer.requests)


def test_the_token_does_not_follow_a_redirect(key):
    with HttpPeer() as thief, HttpPeer(reply(307, b"", Location=thief.url)) as peer:
        settings = SlackSettings(token="xoxb-x", slack_channel="C1", base_url=peer.url)
        with pytest.raises(DeliveryUnavailable):
            SlackNotifier("s", settings, clock=StoppedClock()).send(message(), key=key)

    assert thief.requests == []


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7),
        ("0", 1),
        ("2.5", 2.5),
        ("86400", 900),
        ("1e400", 900),
        ("Sun, 22 Nov 2026 09:31:00 GMT", 60),
        ("Sun, 22 Nov 2026 09:31:00", 60),
        ("Sun, 22 Nov 2020 09:31:00 GMT", 1),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 900),
        ("-5", None),
        ("nan", None),
        ("soon", None),
        ("", None),
        ("9" * 5000, 900),
        ("\xe9", None),
    ],
)
def test_slack_may_ask_for_a_pause_of_a_quarter_of_an_hour_at_most(value, seconds, key):
    """F11: the whole channel waits; nonsense leaves the waiting to the outbox."""
    with HttpPeer(reply(429, b"{}", Retry_After=value)) as peer:
        settings = SlackSettings(token="xoxb-x", slack_channel="C1", base_url=peer.url)
        with pytest.raises(DeliveryUnavailable) as caught:
            SlackNotifier("s", settings, clock=StoppedClock()).send(message(), key=key)

    assert caught.value.retry_after == seconds
    assert caught.value.whole_receiver


def test_the_pace_limit_of_a_channel_comes_out_as_a_pause(slack, key):
    slack.workspace.per_second = 0.001
    try:
        slack.notifier().send(message(), key=key)
        with pytest.raises(DeliveryUnavailable) as caught:
            slack.notifier().send(message(), key=str(uuid4()))
    finally:
        slack.workspace.per_second = None

    assert caught.value.whole_receiver
    assert caught.value.retry_after == 1


def test_a_loopback_address_is_never_reached_through_a_proxy(slack, key, monkeypatch):
    with HttpPeer(reply(502)) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        slack.notifier().send(message(), key=key)

    assert len(slack.messages) == 1
    assert proxy.requests == []


def test_the_proxy_of_the_environment_is_used_for_the_real_slack(key, monkeypatch):
    with HttpPeer(reply(407, b"")) as proxy:
        monkeypatch.setenv("https_proxy", f"http://me:hidden@127.0.0.1:{proxy.port}")
        monkeypatch.delenv("no_proxy", raising=False)
        settings = SlackSettings(token="xoxb-x", slack_channel="C1")
        with pytest.raises(DeliveryUnavailable) as caught:
            SlackNotifier("s", settings, clock=StoppedClock()).send(message(), key=key)

    assert proxy.requests[0][0].startswith("CONNECT slack.com:443")
    assert "hidden" not in str(caught.value)
