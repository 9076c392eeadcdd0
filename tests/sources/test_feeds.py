"""Feeds of every kind, and bytes that only look like one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from monitor.core.errors import SourceChanged
from sources import feeds
from sources.feed_dates import is_day, read_date
from sources.feeds import from_json, looks_heavy, parse_feed, parse_here, to_json
from sources.html import to_text

SEOUL = ZoneInfo("Asia/Seoul")
TEN = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sat, 21 Nov 2026 10:00:00 GMT", TEN),
        ("Sat, 21 Nov 2026 19:00:00 KST", TEN),
        ("Sat, 21 Nov 2026 05:00:00 EST", TEN),
        ("Sat, 21 Nov 2026 19:00:00", TEN),
        ("2026-11-21T10:00:00Z", TEN),
        ("2026-11-21T10:00:00.000000000Z", TEN),
        ("2026-11-21 19:00:00", TEN),
        ("2026-11-21 19:00:00 +0900", TEN),
        ("2026.11.21 19:00", TEN),
        ("2026-11-21 오후 7:00:00", TEN),
        ("2026-11-21 下午 7:00", TEN),
        ("21/11/2026 19:00", TEN),
        ("05/06/2026 19:00", None),
        ("31 Feb 2026 10:00:00", None),
        ("99999-01-01", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_the_zone_of_its_feed(text, expected):
    """F22, hostile input 87."""
    assert read_date(text, parsed="", zone=SEOUL) == expected


def test_a_date_that_only_feedparser_reads_is_read():
    assert read_date("?", parsed="2026-11-21T10:00:00", zone=SEOUL) == TEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-11-21", True), ("2026.11.21.", True), ("2026-11-21T1", False)],
)
def test_a_day_is_told_from_a_time(text, expected):
    assert is_day(text) is expected


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"just words",
        b"<!DOCTYPE html><html><body>robot?</body></html>",
        b"  <html lang='en'><head></head></html>",
        b"<?xml version='1.0'?>\n<!-- x --><html xmlns='y'><body/></html>",
        b"<nothing/>",
        b'{"version": "2", "items": []}',
        b'{"items": 3}',
        b"{",
        b"\x00" * 1000,
        b"PK\x03\x04zip",
    ],
)
def test_what_is_no_feed_is_an_error_and_not_an_empty_feed(body):
    """Hostile input 84: a block page comes with status 200."""
    with pytest.raises(SourceChanged):
        parse_feed("rss", body)


def test_a_block_page_is_told_from_a_broken_feed():
    with pytest.raises(SourceChanged, match="HTML page"):
        parse_feed("rss", b"<!DOCTYPE html><html><body>robot?</body></html>")


def test_an_empty_feed_is_a_feed():
    assert parse_feed("rss", rss("")).entries == ()


def test_the_name_of_a_file_is_not_opened(tmp_path, monkeypatch):
    """feedparser opens a file when it is given a string."""
    (tmp_path / "feed").write_bytes(rss("<item><title>inside</title></item>"))
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SourceChanged):
        parse_feed("rss", b"feed")


def test_an_outside_entity_is_not_read(tmp_path):
    """Hostile inputs 69 and 70."""
    secret = tmp_path / "secret"
    secret.write_text("canary")
    body = (
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<rss version='2.0'><channel><item><title>a&x;</title></item></channel></rss>"
    )

    assert "canary" not in str(parse_feed("rss", body.encode()))


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        b"<rss version='2.0'><channel><item><title>x</title><a "
        + b" ".join(b"a%d=''" % n for n in range(200_000))
        + b"/></item></channel></rss>",
        b"<rss version='2.0'><channel>" + b"<a>" * 300_000,
    ],
    ids=["attributes", "nesting"],
)
def test_a_feed_that_keeps_a_parser_busy_is_given_up(body, monkeypatch):
    """Hostile inputs 73 and 74, fact 9: minutes of work in two megabytes."""
    monkeypatch.setattr(feeds, "WORKER_SECONDS", 1.0)

    with pytest.raises(SourceChanged):
        parse_feed("rss", body)


@pytest.mark.slow
def test_entities_that_multiply_do_not_get_far():
    """Hostile inputs 67 and 68."""
    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{lols}]>'
        "<rss version='2.0'><channel><item><title>&l9;</title></item></channel></rss>"
    )

    assert len(str(parse_feed("rss", body.encode()))) < 100_000


@pytest.mark.slow
def test_a_large_harmless_feed_is_read_whole():
    item = "<item><title>번호 {0}</title><guid>g:{0}</guid></item>"
    body = rss("".join(item.format(n) for n in range(6000)))

    found = parse_feed("rss", body)

    assert looks_heavy(body)
    assert [e.id for e in found.entries] == [f"g:{n}" for n in range(6000)]
    assert found.entries[5999].title == "번호 5999"


def test_a_feed_survives_the_way_back_from_the_worker():
    found = parse_here(rss("<item><title>환불 &amp; \u2028</title></item>"))

    assert from_json(to_json(found)) == found
    assert from_json(to_json(None)) is None


def test_a_feed_that_was_cut_off_keeps_its_entries_and_says_so():
    """Hostile input 83."""
    body = rss("<item><title>one</title></item><item><title>two</title></item>")

    found = parse_feed("rss", body[: body.index(b"</channel>")])

    assert len(found.entries) == 2
    assert not found.whole


def test_a_json_feed_is_read():
    body = """{"version": "https://jsonfeed.org/version/1.1", "title": "T",
      "language": "ko", "items": [
       {"id": 7, "url": "https://x.example/7", "content_text": "hi", "authors":
        [{"name": "A", "url": "https://x.example/a"}],
        "date_published": "2026-11-21T10:00:00Z"}, "junk",
       {"id": "8", "authors": 3}]}"""

    found = parse_feed("rss", b"\xef\xbb\xbf" + body.encode())

    assert [entry.id for entry in found.entries] == ["7", "8"]
    assert found.entries[0].author == "A"
    assert found.entries[0].html == "hi"
    assert found.language == "ko"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &amp; b", "a & b"),
        ("plain < 3 text", "plain < 3 text"),
        ("<p>Hello<p>World<br>x <b>bold</b>er</p>", "Hello\nWorld\nx bolder"),
        ("x<script>alert(1)</script><style>p{}</style>y", "xy"),
        ('x<img src=x onerror="alert(1)">y', "xy"),
        ("<a href='x>y'>link</a>", "link"),
        ("&lt;b&gt;said&lt;/b&gt;", "<b>said</b>"),
        ("<p>&lt;b&gt;</p>", "<b>"),
        ("<!-- hidden -->seen", "seen"),
        ("<p>환불\u00a0해 주세요</p>", "환불 해 주세요"),
        ("I <3 <b>Acme</b>", "I <3 Acme"),
        ("", ""),
    ],
)
def test_html_becomes_what_a_reader_sees(html, text):
    assert to_text(html) == text


@pytest.mark.parametrize(
    "html",
    ["<!--" * 200_000, "<div>" * 100_000, "<p " + " a=1" * 200_000 + ">", "&" * 500_000,
     "<a <" * 90_000, "<p '" * 90_000],
    ids=["comments", "nesting", "attributes", "ampersands", "open tags", "open quotes"],
)  # fmt: skip
@pytest.mark.timeout(20)
def test_html_that_keeps_a_parser_busy_is_read_anyhow(html):
    """Hostile inputs 72 to 74: minutes with a parser that does all it is asked."""
    assert isinstance(to_text(html), str)


def rss(items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>T</title>{items}</channel></rss>"
    ).encode()


def test_the_worker_module_is_where_it_is_looked_for():
    assert (Path(feeds.__file__).parent / "feedworker.py").is_file()
