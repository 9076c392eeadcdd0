"""Addresses, proxies, deadlines: what lies under every HTTP delivery."""

from __future__ import annotations

import threading

import pytest

from alerts.notifiers.address import env_proxy, is_local_name, is_public
from alerts.notifiers.wire import Deadline, MaybeSent, NotSent, Wire, within
from tests.alerts.notifiers.peers import HttpPeer, reply, silence


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_private_addresses_are_recognised_in_every_disguise(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "8.8.8.8"])
def test_public_addresses_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("slack-fake", True),
        ("mail.internal", True),
        ("a.localhost.", True),
        ("127.0.0.1", True),
        ("slack.com", False),
        ("8.8.8.8", False),
        ("internal.example.com", False),
    ],
)
def test_a_name_is_local_by_its_spelling(host, local):
    assert is_local_name(host) is local


@pytest.mark.parametrize(
    ("url", "no_proxy", "proxy"),
    [
        ("https://slack.com/api/", "", "http://proxy.test:3128"),
        ("https://slack.com/api/", "example.com", "http://proxy.test:3128"),
        ("https://slack.com/api/", "slack.com", None),
        ("https://a.slack.com/api/", ".slack.com, x", None),
        ("https://notslack.com/api/", "slack.com", "http://proxy.test:3128"),
        ("https://slack.com/api/", "*", None),
        ("https://127.0.0.1/", "", None),
        ("http://slack.com/", "", None),
    ],
)
def test_the_proxy_of_the_environment(monkeypatch, url, no_proxy, proxy):
    for name in ("http_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("https_proxy", "proxy.test:3128")
    monkeypatch.setenv("no_proxy", no_proxy)

    found = env_proxy(url)

    assert (found and str(found)) == proxy


def call(url, seconds=5.0, body=b"{}"):
    headers = {"Content-Type": "application/json"}
    return Wire().post(url, body=body, headers=headers, deadline=Deadline(seconds))


def test_a_whole_answer_is_returned_with_its_headers():
    with HttpPeer(reply(207, b"abc", X_One="1")) as peer:
        answer = call(peer.url + "/a?b=c")

    assert (answer.status, answer.body, answer.headers["x-one"]) == (207, b"abc", "1")
    first, headers, body = peer.requests[0]
    assert first == "POST /a?b=c HTTP/1.1"
    assert headers["host"] == f"127.0.0.1:{peer.port}"
    assert body == b"{}"


def test_a_large_body_arrives_whole():
    with HttpPeer() as peer:
        call(peer.url, body=b"x" * 200_000)

    assert len(peer.requests[0][2]) == 200_000


def test_a_deadline_that_is_over_sends_nothing():
    with HttpPeer() as peer, pytest.raises(NotSent):
        call(peer.url, seconds=0)

    assert peer.requests == []


def test_a_name_that_is_never_found_does_not_hold_the_line(monkeypatch):
    stop = threading.Event()
    monkeypatch.setattr(
        "alerts.notifiers.wire.socket.getaddrinfo", lambda *_a, **_k: stop.wait(20)
    )
    with pytest.raises(NotSent, match="no connection in time"):
        call("https://slow.example.com/", seconds=0.2)
    stop.set()


def test_silence_after_the_request_may_mean_that_it_arrived():
    with HttpPeer(silence) as peer, pytest.raises(MaybeSent, match="no answer in time"):
        call(peer.url, seconds=0.3)


def test_work_that_is_too_slow_is_abandoned():
    stop = threading.Event()

    with pytest.raises(TimeoutError):
        within(0.05, lambda: stop.wait(20), abandon=stop.set)

    assert stop.is_set()


def test_work_hands_its_failure_over():
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 / 0)
