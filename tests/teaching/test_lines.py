"""Verdicts from a file: what is understood, and what is said of the rest."""

from __future__ import annotations

from io import BytesIO

import pytest

from monitor.teaching.lines import BadLine, Line, read_lines
from monitor.teaching.verdicts import Verdict, verdict_of


def read(content: str | bytes) -> list[Line | BadLine]:
    raw = content if isinstance(content, bytes) else content.encode()
    return list(read_lines(BytesIO(raw)))


def good(content: str | bytes) -> list[Line]:
    found = read(content)
    assert not [each for each in found if isinstance(each, BadLine)]
    return [each for each in found if isinstance(each, Line)]


def test_json_lines_name_a_post_or_bring_a_text() -> None:
    first, second = good(
        '{"id": "x:17", "brand": "Acme", "verdict": "not negative"}\n\n'
        '{"text": "죽인다", "brand": "Acme", "verdict": "positive", "lang": "ko"}\n'
    )

    assert (first.post, first.brand, first.verdict) == (
        "x:17",
        "Acme",
        Verdict.NOT_NEGATIVE,
    )
    assert (second.number, second.text, second.lang) == (3, "죽인다", "ko")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_has_the_same_names(separator: str) -> None:
    rows = [["id", "Brand", "VERDICT"], ["4", "Acme", "Not us"], ["", "", ""]]
    content = "\r\n".join(separator.join(row) for row in rows)

    [line] = good(content)

    assert (line.number, line.post, line.verdict) == (2, "4", Verdict.NOT_US)


def test_an_export_with_a_column_more_is_understood() -> None:
    content = (
        b'\xef\xbb\xbf"mention_id","brand","text","verdict"\r\n'
        b'"12","Acme","two\r\nlines","negative"\r\n'
        b'"13","Acme","nobody looked at this","\t"\r\n'
    )

    [line] = good(content)

    assert (line.mention_id, line.text) == (12, "two\r\nlines")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "1", "verdict": "meh"}', "verdict is 'meh'"),
        ('{"verdict": "us"}', "neither id, mention_id nor text"),
        ('{"id": ["1"], "verdict": "us"}', "id is list"),
        ('{"text": "a\\u0000b", "verdict": "us"}', "text holds what is no text"),
        ('{"text": "\\ud83d", "verdict": "us"}', "text holds what is no text"),
        ('{"mention_id": "x", "verdict": "us"}', "mention_id is 'x'"),
        ('{"text": "' + "x" * 20_001 + '", "verdict": "us"}', "text is longer"),
        ("{not json", "not JSON"),
        ("[1, 2]", "expected a JSON object"),
    ],
)
def test_a_bad_line_is_handed_on_and_the_next_one_is_read(
    line: str, reason: str
) -> None:
    bad, after = read(line + '\n{"id": "2", "verdict": "us"}\n')

    assert isinstance(bad, BadLine)
    assert reason in bad.reason
    assert (bad.number, bad.raw) == (1, line)
    assert isinstance(after, Line)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"id,brand\n1,Acme\n", "no column verdict"),
        (b"id,verdict\n1,us,more\n", "3 values under 2 names"),
        (b"text,verdict\n\xff\xfe,us\n", "is the file UTF-8?"),
    ],
)
def test_a_bad_row_of_a_table_is_handed_on(content: bytes, reason: str) -> None:
    [bad] = read(content)

    assert isinstance(bad, BadLine)
    assert reason in bad.reason


@pytest.mark.parametrize("content", ["", "\n\n", "verdict,id\n", "\ufeff"])
def test_an_empty_file_says_nothing(content: str) -> None:
    assert read(content) == []


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Not us", Verdict.NOT_US),
        (" not-negative ", Verdict.NOT_NEGATIVE),
        ("NOT_COMPLAINT", Verdict.NOT_COMPLAINT),
        ("", None),
        ("yes", None),
    ],
)
def test_a_verdict_may_be_written_in_several_ways(
    words: str, verdict: Verdict | None
) -> None:
    assert verdict_of(words) is verdict
