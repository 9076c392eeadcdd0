"""A signed POST: what the other side can check, and what its answers mean."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from alerts.notifiers.webhook import WebhookNotifier, WebhookSettings
from monitor.core.errors import (
    DeliveryError,
    DeliveryRefused,
    DeliveryUnavailable,
    DeliveryUnknown,
    MessageRejected,
)
from tests.alerts.notifiers.peers import (
    HOSTILE,
    NOW,
    HttpPeer,
    StoppedClock,
    drip,
    hang_up,
    message,
    reply,
    silence,
)

KEY = "8f14e45f-ceea-467f-a8f3-0d1c2b3a4f5e"
SECRET = "whsec-canary-2"


@pytest.fixture
def peer():
    with HttpPeer() as peer:
        yield peer


def notifier(peer, **settings):
    given = {
        "url": f"{peer.url}/hook/canary-3",
        "secret": SECRET,
        "allow_private": True,
        "timeout": 0.5,
        **settings,
    }
    return WebhookNotifier("desk", WebhookSettings(**given), clock=StoppedClock())


def test_the_signature_can_be_checked_as_the_manual_says(peer):
    notifier(peer).send(message(), key=KEY)

    [(_, headers, body)] = peer.requests
    stamp, _, digest = headers["overheard-signature"].partition(",v1=")
    expected = hmac.new(
        SECRET.encode(), stamp.removeprefix("t=").encode() + b"." + body, hashlib.sha256
    )
    assert hmac.compare_digest(digest, expected.hexdigest())
    assert int(stamp.removeprefix("t=")) == int(NOW.timestamp())


def test_one_send_is_one_call_with_the_key_in_it(peer):
    """F40: one HTTP call for one send."""
    receipt = notifier(peer).send(message(), key=KEY)

    [(first, headers, _)] = peer.requests
    assert first == "POST /hook/canary-3 HTTP/1.1"
    assert headers["idempotency-key"] == KEY
    assert headers["overheard-event"] == "alert"
    assert receipt == {"key": KEY}


def test_without_a_secret_nothing_is_signed(peer):
    notifier(peer, secret=None).send(message(), key=KEY)

    assert "overheard-signature" not in peer.requests[0][1]


def test_the_body_says_everything_in_json(peer):
    notifier(peer).send(message(possible_repeat=True), key=KEY)

    body = json.loads(peer.requests[0][2])
    assert body["version"] == 1
    assert body["key"] == KEY
    assert body["sent_at"] == NOW.isoformat()
    assert body["data"] == {"mention": {"id": 7}}
    assert body["message"]["facts"][0] == {"name": "Author", "value": "Dana (@dana)"}
    assert body["message"]["link"] == "https://news.example/item?id=1&x=2"
    assert body["message"]["possible_repeat"] is True


@pytest.mark.parametrize(
    ("more", "event"),
    [
        ({"replacing": {"key": "first"}}, "alert.updated"),
        ({"under": {"key": "first"}}, "alert.reply"),
    ],
)
def test_later_news_names_the_message_it_belongs_to(peer, more, event):
    notifier(peer).send(message(), key=KEY, **more)

    _, headers, body = peer.requests[0]
    assert headers["overheard-event"] == json.loads(body)["event"] == event
    assert "first" in (json.loads(body)["replaces"], json.loads(body)["under"])


def test_any_data_becomes_json_every_reader_can_read(peer):
    odd = {
        "nan": float("nan"),
        "when": datetime(2026, 1, 2, tzinfo=UTC),
        "half": "\ud800",
        1: {"set": {"x"}, "deep": [(1, None, True)]},
        "other": object,
    }

    notifier(peer).send(message(data=odd), key=KEY)

    data = json.loads(peer.requests[0][2].decode("utf-8"), parse_constant=pytest.fail)
    assert data["data"]["nan"] is None
    assert data["data"]["when"] == "2026-01-02T00:00:00+00:00"
    assert data["data"]["half"] == "?"
    assert data["data"]["1"] == {"set": ["x"], "deep": [[1, None, True]]}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_arrive_as_json(peer, name):
    words = HOSTILE[name]

    notifier(peer).send(message(headline=words, quote=words, link=words), key=KEY)

    json.loads(peer.requests[0][2])["message"]["quote"].encode("utf-8")


ANSWERS = {
    200: None,
    202: None,
    204: None,
    301: DeliveryRefused,
    302: DeliveryRefused,
    400: DeliveryRefused,
    401: DeliveryRefused,
    404: DeliveryRefused,
    408: DeliveryUnavailable,
    409: DeliveryUnavailable,
    410: DeliveryRefused,
    413: MessageRejected,
    425: DeliveryUnavailable,
    429: DeliveryUnavailable,
    500: DeliveryUnknown,
    503: DeliveryUnknown,
}


@pytest.mark.parametrize(("status", "kind"), ANSWERS.items())
def test_each_status_has_its_meaning(status, kind):
    with HttpPeer(reply(status, b"")) as peer:
        if kind is None:
            assert notifier(peer).send(message(), key=KEY) == {"key": KEY}
            return
        with pytest.raises(DeliveryError) as caught:
            notifier(peer).send(message(), key=KEY)

    assert type(caught.value) is kind
    assert str(status) in str(caught.value)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_may_ask_for_a_pause(status):
    with (
        HttpPeer(reply(status, b"", Retry_After="40")) as peer,
        pytest.raises(DeliveryUnavailable) as caught,
    ):
        notifier(peer).send(message(), key=KEY)

    assert caught.value.retry_after == 40
    assert caught.value.whole_receiver


@pytest.mark.parametrize(
    "script",
    [
        hang_up,
        silence,
        drip(
            b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Long: "
            + b"x" * 40
            + b"\r\n\r\n"
        ),
        reply(200, b"half", length=4000),
        lambda connection, _gone: connection.sendall(b"nonsense\r\n\r\n"),
    ],
)
def test_no_whole_answer_means_that_it_may_have_arrived(script):
    with HttpPeer(script) as peer, pytest.raises(DeliveryUnknown):
        notifier(peer).send(message(), key=KEY)

    assert len(peer.requests) == 1


def test_nobody_there_means_that_nothing_was_sent():
    with HttpPeer() as peer:
        pass

    with pytest.raises(DeliveryUnavailable, match="cannot be reached"):
        notifier(peer).send(message(), key=KEY)


def test_a_redirect_is_not_followed():
    with (
        HttpPeer() as other,
        HttpPeer(reply(307, b"", Location=other.url)) as peer,
        pytest.raises(DeliveryRefused, match="redirects are not followed"),
    ):
        notifier(peer).send(message(), key=KEY)

    assert other.requests == []


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1"])
def test_a_public_name_that_leads_inside_is_refused(peer, monkeypatch, address):
    """The address counts, not the name: it may change between two look-ups."""
    found = [(0, 0, 0, "", (address, peer.port))]
    monkeypatch.setattr(
        "alerts.notifiers.wire.socket.getaddrinfo", lambda *_a, **_k: found
    )
    sly = notifier(peer, url="https://sly.example.com/", allow_private=False)

    with pytest.raises(DeliveryRefused, match="private network"):
        sly.send(message(), key=KEY)
    with pytest.raises(DeliveryRefused, match="private network"):
        sly.check()

    assert peer.requests == []


def test_check_connects_and_sends_nothing(peer):
    notifier(peer).check()

    assert peer.requests == []


def test_check_notices_that_nobody_is_there():
    with HttpPeer() as peer:
        pass

    with pytest.raises(DeliveryUnavailable):
        notifier(peer).check()


def test_looking_is_not_possible(peer):
    with pytest.raises(DeliveryRefused):
        notifier(peer).find(KEY, since=NOW, under=None)


def test_neither_url_nor_secret_are_in_logs_and_errors(caplog):
    caplog.set_level(logging.DEBUG)
    with HttpPeer(reply(500)) as peer, pytest.raises(DeliveryError) as caught:
        notifier(peer).send(message(), key=KEY)

    shown = caplog.text + repr(caught.value) + repr(caught.value.__cause__)
    assert "canary" not in shown


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"url": "http://example.com/canary"}, "must begin with https"),
        ({"url": "https://127.0.0.1/canary"}, "allow_private"),
        ({"url": "http://localhost/canary"}, "allow_private"),
        ({"url": "https://[::ffff:10.0.0.1]/canary"}, "allow_private"),
        ({"url": "https://[64:ff9b::7f00:1]/canary"}, "allow_private"),
        ({"url": "https://100.64.0.1/canary"}, "allow_private"),
        ({"url": "https://canary:x@example.com/"}, "user name"),
        ({"url": "ftp://example.com/canary"}, "must look like"),
        ({"url": "https:///canary"}, "must look like"),
        ({"url": "https://example.com:99999/canary"}, "cannot be read"),
        ({"url": "https://example.com/canary", "secret": " "}, "secret is empty"),
    ],
)
def test_settings_that_cannot_work_are_explained(settings, words):
    with pytest.raises(ValidationError, match=words) as caught:
        WebhookSettings(**settings)

    assert "canary" not in str(caught.value)


def test_http_inside_the_own_network_needs_leave():
    assert WebhookSettings(url="http://desk.internal/x", allow_private=True)
