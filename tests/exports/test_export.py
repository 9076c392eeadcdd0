"""Which mentions are exported, and what is told of them."""

from __future__ import annotations

import hashlib
import json
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.core.errors import MonitorError
from monitor.core.model import Evidence, Label, Sentiment, Severity
from monitor.exports import COLUMNS, SCHEMA_VERSION, Filters, export
from monitor.exports.columns import NAMES
from monitor.store.evidence import to_text
from tests.exports.shelf import ROOT, Shelf, exporting, rows_of
from tests.fakes.clock import NOON


def texts(shelf: Shelf, folder: Path, filters: Filters) -> list[str]:
    export(shelf.store, folder / "m.csv", format="csv", filters=filters, overwrite=True)
    return [row["text"] for row in rows_of(folder / "m.csv")]


READ = Sentiment(
    label=Label.NEGATIVE,
    flags=("urgent", "going_public"),
    waited_days=21.0,
    contacts=3,
    evidence=(
        Evidence(start=0, end=4, part="signals", says="waiting", weight=0.8),
        Evidence(start=0, end=0, part="vader", says="negative", weight=0.5),
    ),
    silenced_by="without “Acme”",
)


def test_every_column_tells_what_the_store_knows(
    any_shelf: Shelf, folder: Path
) -> None:
    author = any_shelf.author(handle="kim", name="김민수", followers=1234)
    post = any_shelf.post(
        "쿠모커피 환불 안 해줌",
        title="Acme again",
        author_id=author,
        kind="review",
        source="app_store",
        external_id="r-9",
        url="https://a.example/r-9",
        rating=1.0,
        in_reply_to="r-1",
        metrics={"likes": 3, "views": 900, "odd": "x"},
        edited_at=NOON + timedelta(hours=2),
        precision="day",
        collector="ios",
        lang="",
    )
    mention = any_shelf.mention(
        post,
        brand="Kumo",
        query="acme OR 쿠모커피",
        spans=[[0, 4], [11, 15]],
        label="negative",
        lang="ko",
        score=-0.8,
        p_negative=0.97,
        complaint=0.9,
        severity=3,
        intents=["refund", "leave; soon"],
        why=["1 of 5 stars", "환불"],
        vader=0.0,
        intensity=0.7,
        p_positive=0.02,
        reading=to_text(READ),
    )
    any_shelf.alert(mention, key="older", state="closed")
    any_shelf.alert(mention, key="newer", state="open")

    done = export(any_shelf.store, folder / "m.csv", format="csv")

    (row,) = rows_of(folder / "m.csv")
    assert (done.rows, done.path) == (1, folder / "m.csv")
    expected = {
        "mention_id": str(mention),
        "brand": "Kumo",
        "query": "acme OR 쿠모커피",
        "source": "app_store",
        "kind": "review",
        "published_at": "2026-11-22T12:01:00Z",
        "published_precision": "day",
        "first_seen_at": "2026-11-22T12:01:05Z",
        "author_id": "77",
        "author_handle": "kim",
        "author_name": "김민수",
        "author_followers": "1234",
        "title": "Acme again",
        "text": "쿠모커피 환불 안 해줌",
        "url": "https://a.example/r-9",
        "language": "ko",
        "label": "negative",
        "score": "-0.8",
        "p_negative": "0.97",
        "complaint": "0.9",
        "severity": "high",
        "intents": "refund;leave, soon",
        "why": "1 of 5 stars;환불",
        "rating": "1.0",
        "rating_scale": "5.0",
        "vader": "0.0",
        "likes": "3",
        "replies": "",
        "reposts": "",
        "views": "900",
        "in_reply_to": "r-1",
        "edited_at": "2026-11-22T14:00:00Z",
        "post_id": "r-9",
        "collector": "ios",
        "alert_key": "newer",
        "alert_state": "open",
        "matched_text": "Acme;쿠모커피",
        "copy_of": "",
        "copies": "0",
        "voices": "1",
        "reach": "1234",
        "intensity": "0.7",
        "flags": "urgent;going_public",
        "waited_days": "21.0",
        "contacts": "3",
        "evidence": 'signals: "Acme" → waiting | vader → negative',
        "p_positive": "0.02",
        "silenced_by": "without “Acme”",
    }
    assert row == expected
    # Their order is the schema: a change here is a new SCHEMA_VERSION.
    assert tuple(row) == tuple(expected) == NAMES


def test_what_is_not_known_is_empty(shelf: Shelf, folder: Path) -> None:
    shelf.mention(shelf.post("plain", lang=""), label=None, lang="")

    export(shelf.store, folder / "m.csv")

    (row,) = rows_of(folder / "m.csv")
    unknown = ("author_id", "author_followers", "language", "label", "score", "rating")
    assert {row[name] for name in (*unknown, "rating_scale", "alert_key")} == {""}


def test_words_of_an_older_revision_are_not_shown(shelf: Shelf, folder: Path) -> None:
    shelf.mention(shelf.post("edited, not matched yet", rev=2), spans=[[0, 4]], rev=1)

    export(shelf.store, folder / "m.csv")

    assert rows_of(folder / "m.csv")[0]["matched_text"] == ""


def test_evidence_of_an_older_revision_is_not_shown(shelf: Shelf, folder: Path) -> None:
    post = shelf.post("edited, not read yet", rev=2)
    shelf.mention(post, reading=to_text(READ), rev=1)

    export(shelf.store, folder / "m.csv")

    (row,) = rows_of(folder / "m.csv")
    assert row["evidence"] == ""
    assert row["waited_days"] == "21.0"


def test_the_words_of_a_post_cannot_part_a_cell_of_evidence(
    shelf: Shelf, folder: Path
) -> None:
    text = 'late" → praise | x: "\nlate'
    place = Evidence(start=0, end=len(text), part="signals", says="waiting")
    read = replace(READ, evidence=(place, place), flags=("urgent; now",))
    shelf.mention(shelf.post(text), reading=to_text(read))

    export(shelf.store, folder / "m.csv")

    (row,) = rows_of(folder / "m.csv")
    assert row["evidence"] == "signals: \"late' → praise / x: ' late\" → waiting"
    assert row["flags"] == "urgent, now"


def test_a_mention_that_an_older_program_read_has_no_evidence(
    any_shelf: Shelf, folder: Path
) -> None:
    any_shelf.said("read long ago")

    export(any_shelf.store, folder / "m.csv")

    (row,) = rows_of(folder / "m.csv")
    assert {row[name] for name in NAMES[-7:]} == {""}


def test_deleted_posts_and_lost_mentions_stay_out(
    any_shelf: Shelf, folder: Path
) -> None:
    any_shelf.said("kept")
    any_shelf.said("deleted", deleted_at=NOON)
    any_shelf.mention(any_shelf.post("edited away"), removed=True)

    assert texts(any_shelf, folder, Filters()) == ["kept"]


FILTERS = [
    (Filters(brands=("Kumo",)), "b"),
    (Filters(brands=("Acme", "Kumo")), "abcd"),
    (Filters(sources=("reddit",)), "c"),
    (Filters(since=NOON + timedelta(minutes=2)), "bcd"),
    (Filters(until=NOON + timedelta(minutes=2)), "a"),
    (Filters(labels=(Label.NEGATIVE, Label.UNREADABLE)), "bd"),
    (Filters(min_severity=Severity.MEDIUM), "bc"),
    (Filters(min_severity=Severity.NONE), "abcd"),
    (Filters(languages=("KO",)), "b"),
    (Filters(languages=("en",)), "ac"),
    (Filters(languages=("pt_br",)), "d"),
    (Filters(brands=("Acme",), min_severity=Severity.HIGH), "c"),
    (Filters(brands=("nobody",)), ""),
]


@pytest.mark.parametrize(("filters", "found"), FILTERS)
def test_filters_choose(
    any_shelf: Shelf, folder: Path, filters: Filters, found: str
) -> None:
    any_shelf.mention(any_shelf.post("a"))
    any_shelf.mention(
        any_shelf.post("b"), brand="Kumo", label="negative", lang="ko", severity=2
    )
    any_shelf.mention(
        any_shelf.post("c", source="reddit", lang="en-GB"), lang="", severity=3
    )
    any_shelf.mention(any_shelf.post("d"), label="unreadable", lang="pt-BR")

    assert texts(any_shelf, folder, filters) == list(found)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(MonitorError, match=r"since '2026-11-22T12:00:00' has no time"):
        Filters(since=NOON.replace(tzinfo=None))


def test_a_span_of_time_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(MonitorError, match="swap them"):
        Filters(since=NOON, until=NOON - timedelta(days=1))


def test_more_mentions_than_one_batch_come_once_each(
    any_shelf: Shelf, folder: Path
) -> None:
    any_shelf.many(1203)
    heard: list[tuple[int, int | None]] = []

    done = export(
        any_shelf.store, folder / "m.csv", progress=lambda n, of: heard.append((n, of))
    )

    ids = [int(row["mention_id"]) for row in rows_of(folder / "m.csv")]
    assert ids == list(range(1, 1204))
    assert done.rows == 1203
    assert heard == [(500, 1203), (1000, 1203), (1203, 1203)]


def test_mentions_that_arrive_meanwhile_are_not_in_it(
    any_shelf: Shelf, folder: Path
) -> None:
    """F37: an export during writes is one snapshot."""
    any_shelf.many(600)

    def interfere(done: int, _total: int | None) -> None:
        if done == 500:
            with any_shelf.store.write() as connection:
                connection.exec_driver_sql("DELETE FROM mentions WHERE id = 599")
                connection.exec_driver_sql("UPDATE posts SET text = 'late'")

    export(any_shelf.store, folder / "m.csv", progress=interfere)

    rows = rows_of(folder / "m.csv")
    assert len(rows) == 600
    assert not [row for row in rows if row["text"] == "late"]


def test_the_side_car_describes_the_file(shelf: Shelf, folder: Path) -> None:
    shelf.mention(shelf.post("bad", lang="ko"), label="negative", severity=2)
    filters = Filters(brands=("Acme",), since=NOON, labels=(Label.NEGATIVE,))

    done = export(shelf.store, folder / "m.csv", filters=filters)

    assert done.sidecar == folder / "m.csv.meta.json"
    found = json.loads(done.sidecar.read_text("utf-8"))
    raw = (folder / "m.csv").read_bytes()
    assert found["schema_version"] == SCHEMA_VERSION == 3
    assert found["rows"] == 1
    assert found["sha256"] == hashlib.sha256(raw).hexdigest()
    assert found["exported_at"] == "2026-11-22T12:00:00Z"
    assert found["filters"] == {
        "brands": ["Acme"],
        "sources": [],
        "since": "2026-11-22T12:00:00Z",
        "until": None,
        "labels": ["negative"],
        "min_severity": None,
        "languages": [],
    }
    assert [column["name"] for column in found["columns"]] == list(NAMES)
    assert all(column["description"] for column in found["columns"])


def test_an_unknown_format_is_refused(shelf: Shelf, folder: Path) -> None:
    with pytest.raises(MonitorError, match="unknown format 'pdf'; known: csv, jsonl"):
        export(shelf.store, folder / "m.pdf", format="pdf")  # type: ignore[arg-type]


def test_standard_output_gets_the_same_bytes(
    shelf: Shelf, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    shelf.said("환불")

    done = export(shelf.store, "-")

    export(shelf.store, folder / "m.csv")
    assert capfdbinary.readouterr().out == (folder / "m.csv").read_bytes()
    assert (done.rows, done.path, done.sidecar) == (1, None, None)


@pytest.mark.parametrize("kind", ["parquet", "xlsx"])
def test_a_binary_file_does_not_go_to_standard_output(shelf: Shelf, kind: str) -> None:
    with pytest.raises(MonitorError, match="cannot go to standard output; name a file"):
        export(shelf.store, "-", format=kind)  # type: ignore[arg-type]


@pytest.mark.slow
def test_a_reader_that_leaves_early_is_no_error(shelf: Shelf) -> None:
    shelf.many(3000)
    command = exporting(shelf.store, "-")

    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        complaint = child.stderr.read()

    assert (child.returncode, complaint) == (0, b"")


def test_every_column_is_explained() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(len(column.about) > 10 for column in COLUMNS)


def test_copies_say_of_what_they_are_and_how_far_the_text_got(
    shelf: Shelf, folder: Path
) -> None:
    ann = shelf.author(external_id="1", handle="Ann", followers=10)
    also_ann = shelf.author(source="reddit", external_id="r1", handle="ann")
    bob = shelf.author(external_id="2", handle="bob", followers=5)
    first = shelf.said("same text", author_id=ann, external_id="p1")
    shelf.copy(shelf.said("same text", author_id=also_ann, source="reddit"), first)
    shelf.copy(shelf.said("same text", author_id=bob), first)
    shelf.copy(shelf.said("gone text", author_id=bob), 999)
    shelf.said("other", author_id=bob)

    export(shelf.store, folder / "m.csv")

    rows = rows_of(folder / "m.csv")
    found = [(r["copy_of"], r["copies"], r["voices"], r["reach"]) for r in rows]
    assert found == [
        ("", "2", "2", "15"),
        ("x:p1", "2", "2", "15"),
        ("x:p1", "2", "2", "15"),
        ("gone", "0", "1", "5"),
        ("", "0", "1", "5"),
    ]
