"""The promises of sources.http, against servers that keep none."""

from __future__ import annotations

import gzip
import logging
import socket
import threading
from datetime import UTC, datetime

import pytest
from starlette.responses import RedirectResponse, Response

from monitor.core.errors import (
    RateLimited,
    SourceAuthError,
    SourceChanged,
    SourceRejected,
    SourceUnavailable,
)
from sources import guard
from sources.http import Answer, error_for, is_private_literal, retry_after
from tests.sources.loopback import OK, answering, net, playing

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HURRY = 0.4


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (401, {}, SourceAuthError),
        (403, {}, SourceAuthError),
        (403, {"X-RateLimit-Remaining": "0"}, RateLimited),
        (403, {"Retry-After": "5"}, RateLimited),
        (403, {"X-RateLimit-Remaining": "12"}, SourceAuthError),
        (400, {}, SourceRejected),
        (404, {}, SourceRejected),
        (410, {}, SourceRejected),
        (422, {}, SourceRejected),
        (302, {}, SourceRejected),
        (408, {}, RateLimited),
        (425, {}, RateLimited),
        (429, {}, RateLimited),
        (500, {}, SourceUnavailable),
        (503, {"retry-after": "9"}, RateLimited),
        (599, {}, SourceUnavailable),
        (204, {}, SourceChanged),
    ],
)
def test_a_status_has_one_meaning(status, headers, expected):
    """F16, F17."""
    error = error_for("rss", status, headers)

    assert type(error) is expected
    assert str(error).startswith("rss: ")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "0.5"}, 0.5),
        ({"Retry-After": "Sun, 22 Nov 2026 12:01:00 GMT"}, 60),
        ({"Retry-After": "Sun, 22 Nov 2026 11:00:00 GMT"}, 0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-3"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "inf"}, None),
        ({"Retry-After": "99999999"}, 3600),
        ({"Retry-After": "9" * 400}, None),
        ({"x-rate-limit-reset": str(int(NOON.timestamp()) + 90)}, 90),
        ({"x-ratelimit-reset": "120"}, 120),
        ({"x-rate-limit-reset": "garbage"}, None),
        ({"Retry-After": "soon", "x-ratelimit-reset": "30"}, 30),
        ({}, None),
    ],
)
def test_a_wait_is_read_in_every_form(headers, seconds):
    """F17: a reset header is honoured, and garbage in it harms nobody."""
    assert error_for("x", 429, headers, now=NOON).retry_after == seconds


def test_the_servers_own_clock_says_when_a_date_is():
    headers = {"retry-after": "Sun, 22 Nov 2026 12:01:00 GMT"}
    headers["date"] = "Sun, 22 Nov 2026 12:00:30 GMT"

    assert retry_after(headers) == 30


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b"[" * 200_000,
        b'{"a":',
        b"\xff",
        b"1" * 5000,
    ],
    ids=["empty", "html", "nan", "infinity", "deep", "cut", "bytes", "long number"],
)
def test_what_is_not_json_is_a_changed_answer(body):
    """F18."""
    with pytest.raises(SourceChanged):
        Answer(200, {}, body).json()


def test_an_answer_does_not_show_its_address():
    assert "secret" not in repr(Answer(200, {}, b"", "https://x.example/?key=secret"))


@pytest.mark.parametrize("through", ["get", "session"])
@pytest.mark.parametrize(
    ("first", "dripped"),
    [
        (b"", b"H"),
        (OK, b"X-Slow: 1\r\n"),
        (OK + b"Content-Length: 1000000\r\n\r\n", b"x"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
    ids=["status line", "headers", "body", "chunks"],
)
def test_a_dripping_answer_ends_with_the_deadline(through, first, dripped):
    """F19: every byte comes in time, the answer never does."""

    def script(wire):
        wire.send(first)
        wire.drip(dripped)

    with playing(script) as url, pytest.raises(SourceUnavailable):
        fetch(through, url, deadline=HURRY)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("through", ["get", "session"])
@pytest.mark.parametrize(
    "first",
    [b"", OK, OK + b"Content-Length: 9\r\n\r\n"],
    ids=["all", "headers", "body"],
)
def test_silence_ends_with_the_deadline(through, first):
    """F10, F19."""

    def script(wire):
        wire.send(first)
        wire.done.wait(60)

    with playing(script) as url, pytest.raises(SourceUnavailable, match="in time"):
        fetch(through, url, deadline=HURRY)


@pytest.mark.parametrize("through", ["get", "session"])
def test_an_endless_body_is_cut(through):
    """F19."""

    def script(wire):
        wire.send(OK + b"\r\n")
        while True:
            wire.send(b"x" * 65536)

    with playing(script) as url, pytest.raises(SourceChanged, match="larger than"):
        fetch(through, url, max_bytes=300_000)


@pytest.mark.parametrize("through", ["get", "session"])
def test_a_gzip_bomb_is_cut_after_inflating(through):
    """F19: 200 KB on the wire, 200 MB behind it."""
    bomb = gzip.compress(b"\0" * 50_000_000)
    head = b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb)

    with (
        playing(lambda wire: wire.send(OK + head + bomb)) as url,
        pytest.raises(SourceChanged, match="larger than"),
    ):
        fetch(through, url)


def test_an_answer_packed_many_times_is_not_unpacked():
    """F19."""
    head = b"Content-Encoding: gzip, gzip, gzip\r\nContent-Length: 2\r\n\r\nxx"

    with (
        playing(lambda wire: wire.send(OK + head)) as url,
        pytest.raises(SourceChanged, match="packed"),
    ):
        fetch("get", url)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"garbage\r\n\r\n",
        OK + b"Content-Length: 100\r\n\r\nshort",
        OK + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
        OK + b"X-Long: " + b"x" * 1_000_000 + b"\r\n\r\n",
    ],
    ids=["nothing", "garbage", "cut", "bad gzip", "huge header"],
)
@pytest.mark.parametrize("through", ["get", "session"])
def test_a_broken_answer_is_no_answer(through, said):
    """F17."""
    with playing(lambda wire: wire.send(said)) as url, pytest.raises(SourceUnavailable):
        fetch(through, url)


def test_a_closed_port_is_no_answer():
    """F17."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    with pytest.raises(SourceUnavailable, match="127"):
        fetch("get", f"http://127.0.0.1:{port}")


def test_a_server_without_tls_is_no_answer_over_https():
    """F17."""
    with (
        playing(lambda wire: wire.send(b"HTTP/1.1 400 no\r\n\r\n")) as url,
        pytest.raises(SourceUnavailable),
    ):
        fetch("get", url.replace("http:", "https:"))


def test_an_unknown_name_is_no_answer(monkeypatch):
    """F17."""

    def unknown(*_args, **_more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    with pytest.raises(SourceUnavailable, match="not known"):
        fetch("get", "https://nowhere.example/")


def test_a_name_server_that_hangs_is_given_up(monkeypatch):
    """F19: looking up a name is part of the deadline."""
    hanging = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_m: [hanging.wait(60)][:0])

    try:
        with pytest.raises(SourceUnavailable, match="in time"):
            fetch("get", "https://slow.example/", deadline=0.1)
    finally:
        hanging.set()


PRIVATE = [
    "127.0.0.1", "2130706433", "0177.0.0.1", "0x7f000001", "127.1", "[::1]",
    "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254", "100.64.0.1", "10.0.0.1",
    "192.168.1.1", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[::7f00:1]",
    "224.0.0.1", "user@127.0.0.1", "user:word@[::1]",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_a_private_address_is_refused_however_it_is_written(host):
    """Hostile inputs 89 to 100."""
    with pytest.raises(SourceRejected):
        fetch("get", f"http://{host}:9/", allow_private=False)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111"])
def test_a_public_address_is_public(address):
    assert guard.is_public(address)


def test_one_private_address_among_public_ones_is_enough(monkeypatch):
    """A name server that gives both waits for the second try."""
    both = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_m: both)

    with pytest.raises(SourceRejected, match="public"):
        fetch("get", "http://rebinding.example/", allow_private=False)


def test_a_trusted_host_cannot_lead_to_another_private_one():
    with (
        answering(lambda _: RedirectResponse("http://169.254.169.254/meta")) as (
            url,
            _,
        ),
        pytest.raises(SourceRejected, match="169"),
    ):
        fetch("get", url)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "gopher://x.example/", "ftp://x/"]
)
def test_a_redirect_out_of_http_is_refused(target):
    with (
        answering(lambda _: RedirectResponse(target)) as (url, _),
        pytest.raises(SourceRejected, match="not http"),
    ):
        fetch("get", url)


def test_a_redirect_loop_ends():
    """F20."""
    with answering(lambda r: RedirectResponse(str(r.url))) as (url, server):
        with pytest.raises(SourceRejected, match="more than 3"):
            fetch("get", url)

        assert len(server.traffic.calls) == 4


def test_credentials_stay_with_their_host():
    """Hostile input 82: another port is another host."""
    sent = {"Authorization": "canary", "X-Api-Key": "canary", "Accept": "text/x"}

    with (
        answering(lambda r: dict(r.headers)) as (other, _),
        answering(lambda _: RedirectResponse(f"{other}/")) as (url, _),
    ):
        got = net().get(url, kind="rss", headers=sent).json()

    assert "canary" not in str(got)
    assert got["accept"] == "text/x"


def test_credentials_follow_on_the_same_host():
    def answer(request):
        if request.url.path == "/start":
            return RedirectResponse("/next")
        return {"got": request.headers.get("authorization")}

    with answering(answer) as (url, _):
        said = net().get(f"{url}/start", kind="rss", headers={"Authorization": "me"})

    assert said.json() == {"got": "me"}
    assert said.url == f"{url}/next"


def test_a_post_that_is_sent_elsewhere_becomes_a_get():
    def answer(request):
        if request.method == "POST":
            return RedirectResponse("/seen", 303)
        return {
            "method": request.method,
            "length": request.headers.get("content-length"),
        }

    with answering(answer) as (url, _):
        said = net().post(f"{url}/", kind="rss", json={"a": 1}).json()

    assert said == {"method": "GET", "length": None}


def test_a_name_and_password_in_an_address_are_basic_authentication():
    with answering(lambda r: {"got": r.headers.get("authorization")}) as (url, _):
        said = net().get(url.replace("//", "//me:word@"), kind="rss")

    assert said.json() == {"got": "Basic bWU6d29yZA=="}
    assert "word" not in said.url


@pytest.mark.parametrize("through", ["get", "session"])
@pytest.mark.parametrize("header", ["canary\r\nX: 1", "canary\n", " canary\0"])
def test_a_credential_that_cannot_be_sent_is_not_quoted(through, header):
    """requests and h11 both put the whole header into their errors."""
    with (
        answering(lambda _: {}) as (url, _),
        pytest.raises(SourceRejected) as caught,
    ):
        fetch(through, url, headers={"Authorization": header})

    error = caught.value
    while error:
        assert "canary" not in f"{error!r}{error}"
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("url", ["", "nonsense", "ftp://x.example/", "http://", "//x"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(SourceRejected):
        fetch("get", url)


def test_a_session_moves_calls_to_another_host_and_path():
    with answering(lambda r: {"path": r.url.path, "q": r.url.query}) as (url, _):
        moved = net().session(base_url=f"{url}/demo/x/", kind="x")
        said = moved.get("https://api.twitter.com/2/tweets", params={"a": "b c"})

    assert said.json() == {"path": "/demo/x/2/tweets", "q": "a=b+c"}
    assert said.status_code == 200
    assert said.headers["Content-Type"] == "application/json"


def test_a_session_moves_each_host_by_its_own():
    with answering(lambda r: {"path": r.url.path}) as (url, _):
        moved = net().session(
            base_url={"https://a.example": f"{url}/a", "https://b.example": f"{url}/b"}
        )
        said = [
            moved.post(f"https://{x}.example/t", data={"x": 1}).json() for x in "ab"
        ]

    assert said == [{"path": "/a/t"}, {"path": "/b/t"}]


def test_a_session_raises_our_errors():
    with (
        answering(lambda _: Response(status_code=401)) as (url, _),
        pytest.raises(SourceAuthError, match=r"^x: "),
    ):
        net().session(kind="x").get(url)


def test_a_session_does_not_follow_redirects():
    with answering(lambda _: RedirectResponse("/elsewhere")) as (url, server):
        with pytest.raises(SourceRejected, match="leads elsewhere"):
            net().session().get(url)

        assert len(server.traffic.calls) == 1


def test_a_session_asks_for_the_meaning_of_a_refusal_first():
    def explain(answer):
        return SourceRejected("x", "as explained") if answer.status == 400 else None

    with (
        answering(lambda _: Response(status_code=400)) as (url, _),
        pytest.raises(SourceRejected, match="as explained"),
    ):
        net().session(explain=explain).get(url)


def test_nothing_is_logged_about_a_call(caplog):
    """Addresses and headers hold tokens; httpx2 itself logs addresses."""
    caplog.set_level(logging.INFO)

    with answering(lambda _: {}) as (url, _):
        net().get(
            f"{url}/?token=canary", kind="rss", headers={"Authorization": "canary"}
        )

    assert "canary" not in caplog.text


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://127.0.0.1:8000/x", True),
        ("http://localhost/x", True),
        ("http://[::1]/", True),
        ("http://10.1.2.3/", True),
        ("https://8.8.8.8/", False),
        ("https://x.example/", False),
        ("", False),
        ("http://[", False),
    ],
)
def test_a_private_host_is_known_by_how_it_is_written(url, private):
    assert is_private_literal(url) is private


def fetch(through, url, *, headers=None, **more):
    if through == "get":
        return net(**more).get(url, kind="rss", headers=headers)
    return net(**more).session(kind="rss").get(url, headers=headers)
