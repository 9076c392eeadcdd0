"""Search: the same hits on both engines, in every script, whatever is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.store import posts as rows
from monitor.store import retention, search
from monitor.store.db import Store
from monitor.store.posts import Found
from tests.fakes.clock import NOON
from tests.store.making import make_found

TEXTS = {
    "ko": "배송이 너무 늦어요. 환불해 주세요!",
    "ko2": "환불은 언제 되나요",
    "zh": "我要求退款，这太慢了",
    "ja": "返金してください。サポートが遅い",
    "en": "I want my money back, refund please",
    "en2": "the money is back",
    "fr": "Remboursement refusé à l'aéroport",
    "fr2": "j'ai refuse",
    "emoji": "why 😡😡 acme_air #refund C++ 3.5 e-mail me@acme.example",
    "khb": "ᦰᦱᦲ",  # New Tai Lue: letters that SQLite takes for separators
    "quote": "it's the team's \\ backslash 'quoted'",
}


def fill(store: Store, texts: dict[str, str] = TEXTS) -> None:
    batch = [
        make_found(name, text=text, published_at=NOON - timedelta(minutes=n))
        for n, (name, text) in enumerate(texts.items())
    ]
    with store.write() as conn:
        rows.save(conn, batch, collector="c", now=NOON, decided=False)
    index(store)


def index(store: Store) -> int:
    with store.write() as conn:
        return search.index_pending(conn, 10_000)


def hits(store: Store, query: str, **narrow: object) -> list[str]:
    with store.read() as conn:
        return [row.external_id for row in search.search(conn, query, **narrow)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("환불", ["ko", "ko2"]),
        ("환", ["ko", "ko2"]),
        ("환불해", ["ko"]),
        ("불환", []),
        ("退款", ["zh"]),
        ("款", ["zh"]),
        ("返金", ["ja"]),
        ("サポート", ["ja"]),
        ("refund", ["en", "emoji"]),
        ("REFUND", ["en", "emoji"]),
        ("ｒｅｆｕｎｄ", ["en", "emoji"]),
        ("refund money", ["en"]),
        ("money back", ["en", "en2"]),
        ('"money back"', ["en"]),
        ('"back money"', []),
        ("refusé", ["fr"]),
        ("refuse", ["fr2"]),
        ("refu", []),
        ("acme_air", ["emoji"]),
        ("3.5", ["emoji"]),
        ("ᦰᦱᦲ", ["khb"]),
        ("team's", ["quote"]),
        ("backslash quoted", ["quote"]),
    ],
)
def test_words_and_phrases_are_found(
    store: Store, query: str, expected: list[str]
) -> None:
    fill(store)

    assert hits(store, query) == expected


HOSTILE = [
    '"',
    '" OR',
    '"" AND ""',
    "*",
    "refund*",
    "NEAR(a b)",
    "tokens: refund",
    "^refund",
    "-refund",
    "a AND",
    "NOT",
    "OR OR OR",
    "{a b}: c",
    "'; DROP TABLE posts; --",
    "\\",
    "'\\''",
    "a\0b",
    "\ud800",
    "%s ? :words $1 %(x)s",
    "&|!<->():*",
    "refund:*",
    "",
    "   ",
    "😡",
    "x" * 5000,
    "환" * 5000,
    " ".join(f"w{n}" for n in range(60_000)),
    '"' + " ".join(f"w{n}" for n in range(60_000)) + '"',
    " ".join(["refund"] * 10_000),
    '"' + " ".join(["refund"] * 10_000) + '"',
    "(" * 10_000,
    '"' * 9_999,
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_is_an_error(sqlite_store: Store, query: str) -> None:
    fill(sqlite_store)

    assert isinstance(hits(sqlite_store, query), list)


@pytest.mark.slow
def test_nothing_that_is_typed_is_an_error_on_either_engine(store: Store) -> None:
    fill(store)

    for query in HOSTILE:
        hits(store, query)
    assert hits(store, "refund") == ["en", "emoji"]


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(max_size=40), body=st.text(max_size=200))
def test_a_text_is_found_by_itself_and_no_query_fails(
    sqlite_store: Store, query: str, body: str
) -> None:
    clean = "".join(c for c in body if c.isprintable())
    with sqlite_store.write() as conn:
        found = make_found("h", text=f"{clean} anchor")
        rows.save(conn, [found], collector="c", now=NOON, decided=False)
    index(sqlite_store)

    hits(sqlite_store, query)
    assert hits(sqlite_store, "anchor") == ["h"]


def test_odd_texts_can_be_indexed(store: Store) -> None:
    odd = {
        "long": "word" * 100_000,
        "many": " ".join(f"t{n}" for n in range(30_000)),
        "same": "again " * 30_000,
        "cjk": "환불" * 20_000,
        "marks": "".join(
            chr(c) for c in range(32, 0x3000) if c not in range(0xD800, 0xE000)
        ),
        "empty": "",
        "none": "😡 !!! ...",
    }

    fill(store, odd)

    assert hits(store, "t100 t200") == ["many"]
    assert hits(store, "t29000") == []
    assert hits(store, "again") == ["same"]
    assert hits(store, "환불환불") == ["cjk"]
    with store.read() as conn:
        assert search.read_pending(conn, 1) == []


def test_a_very_long_word_is_found_wherever_it_stands(store: Store) -> None:
    words = {
        f"{start}-{size}": "w" * size + "z" * start
        for start in (1, 50, 99, 100, 101)
        for size in (98, 199, 200, 201, 250)
    }
    texts = {name: f"{'a' * n} {w} end" for n, (name, w) in enumerate(words.items(), 1)}
    fill(store, texts)

    for name, word in words.items():
        assert name in hits(store, word)


def test_a_text_of_too_many_words_is_found_by_its_first(store: Store) -> None:
    fill(store, {"many": "first " + "w " * search.MOST_TOKENS + "last"})

    assert hits(store, "first") == ["many"]
    assert hits(store, "last") == []


def test_the_index_follows_edits_and_deletions(store: Store) -> None:
    fill(store, {"1": "refund now", "2": "refund later"})
    first = make_found("1", text="all good")
    gone = Found(
        post=replace(make_found("2").post, deleted=True), matches=(), sentiment=None
    )
    with store.write() as conn:
        rows.save(conn, [first, gone], collector="c", now=NOON, decided=False)
        assert search.read_pending(conn, 1)

    assert index(store) == 2

    assert hits(store, "refund") == []
    assert hits(store, "good") == ["1"]
    assert index(store) == 0


def change(store: Store, name: str, text: str) -> None:
    edited = make_found(name, text=text)
    with store.write() as conn:
        rows.save(conn, [edited], collector="c", now=NOON, decided=False)


def test_what_changed_since_it_was_read_is_left_for_the_next_time(store: Store) -> None:
    fill(store, {"1": "refund now"})
    change(store, "1", "refund later")
    with store.read() as conn:
        early = search.read_pending(conn, 10)
    change(store, "1", "all good")
    with store.write() as conn:
        search.index(conn, early)

    assert hits(store, "now") == ["1"]  # still as it was
    assert index(store) == 1
    assert hits(store, "refund") == []
    assert hits(store, "good") == ["1"]


def test_what_two_have_read_is_indexed_once(store: Store) -> None:
    with store.write() as conn:
        new = make_found("1", text="refund")
        rows.save(conn, [new], collector="c", now=NOON, decided=False)
        read = search.read_pending(conn, 10)
    for _ in range(2):
        with store.write() as conn:
            search.index(conn, read)

    assert hits(store, "refund") == ["1"]
    assert index(store) == 0


def test_indexing_goes_in_steps(store: Store) -> None:
    texts = {str(n): f"refund {n}" for n in range(7)}
    with store.write() as conn:
        batch = [make_found(name, text=text) for name, text in texts.items()]
        rows.save(conn, batch, collector="c", now=NOON, decided=False)
        steps = [search.index_pending(conn, 3) for _ in range(4)]

    assert steps == [3, 3, 1, 0]
    assert len(hits(store, "refund")) == 7


def test_a_search_can_be_narrowed_and_continued(store: Store) -> None:
    batch = [
        make_found("1", text="refund", source="reddit", published_at=NOON),
        make_found("2", text="refund", brands=("Bolt",), published_at=NOON),
        make_found("3", text="refund", published_at=NOON - timedelta(days=1)),
        make_found("4", text="refund", published_at=NOON + timedelta(days=1)),
    ]
    with store.write() as conn:
        rows.save(conn, batch, collector="c", now=NOON, decided=False)
    index(store)

    with store.read() as conn:
        page = search.search(conn, "refund", limit=2)
        after = (page[-1].published_at, page[-1].id)
    assert [row.external_id for row in page] == ["4", "2"]
    assert hits(store, "refund", before=after) == ["1", "3"]
    assert hits(store, "refund", brand="Bolt") == ["2"]
    assert hits(store, "refund", source="reddit") == ["1"]
    assert hits(store, "refund", source="reddit", brand="Bolt") == []


def test_a_brand_that_was_edited_out_is_not_found_by_its_name(store: Store) -> None:
    fill(store, {"1": "refund Acme"})
    with store.write() as conn:
        edited = make_found("1", text="refund", brands=())
        rows.save(conn, [edited], collector="c", now=NOON, decided=False)
    index(store)

    assert hits(store, "refund") == ["1"]
    assert hits(store, "refund", brand="Acme") == []


def test_what_was_purged_is_not_found(store: Store) -> None:
    fill(store, {"1": "refund"})

    with store.write() as conn:
        later = NOON + timedelta(days=100)
        assert retention.purge(conn, now=later, keep=timedelta(days=30)) == 1

    assert hits(store, "refund") == []
