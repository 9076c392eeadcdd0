"""What passes the gate, and as what."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.errors import PoisonError
from monitor.core.gate import MAX_EXTRA_BYTES, MAX_INT, MIN_INT, accept, clean_text
from monitor.core.model import Author, Post, PostKind, Precision

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def post(**fields: Any) -> Post:
    return Post(
        **{
            "source": "demo",
            "external_id": "1",
            "text": "hello",
            "published_at": NOW - timedelta(hours=1),
            **fields,
        }
    )


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": "환불해 주세요 🙏", "title": "한 줄\n두 줄"},
        {"url": "https://x.example/a?b=ü", "lang": "ko"},
        {"author": Author(external_id="7", name="José", followers=0)},
        {"author": Author(external_id="7", url="https://x.example/7")},
        {"rating": 4.0, "metrics": {"likes": 3}, "extra": {"a": 1, "b": "é"}},
        {"edited_at": NOW, "in_reply_to": "0", "kind": PostKind.REVIEW},
        {"rating": 8.0, "rating_scale": 10.0, "extra": {"deep": {"list": [1, None]}}},
        {"published_at": NOW + timedelta(minutes=4)},
        {"deleted": True, "text": ""},
        {"title": "t" * 2000, "text": "x" * 100_000, "external_id": "i" * 500},
    ],
)
def test_a_clean_post_comes_back_as_it_is(fields):
    given = post(**fields)

    assert accept(given, now=NOW) is given


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"text": "a\0b\ud800c"}, {"text": "ab�c"}),
        ({"text": "\ud83d\ude00"}, {"text": "😀"}),
        ({"text": "x" * 100_001}, {"text": "x" * 100_000}),
        ({"title": "t" * 2_001}, {"title": "t" * 2_000}),
        ({"url": "javascript:alert(1)"}, {"url": ""}),
        ({"url": "java\tscript:alert(1)"}, {"url": ""}),
        ({"url": "https://x.example/a b"}, {"url": ""}),
        ({"url": "https://x.example/\u202efdp"}, {"url": ""}),
        ({"url": "https://x.example/" + "a" * 5_000}, {"url": ""}),
        ({"url": " HTTPS://x.example/A "}, {"url": "https://x.example/A"}),
        ({"url": None}, {"url": ""}),
        ({"lang": "x" * 36}, {"lang": ""}),
        ({"in_reply_to": "x" * 501}, {"in_reply_to": ""}),
        (
            {"metrics": {"likes": 2**70, "views": 1.5, "x": True}},
            {"metrics": {"likes": MAX_INT}},
        ),
        ({"metrics": {"likes": -(2**70)}}, {"metrics": {"likes": MIN_INT}}),
        ({"metrics": None}, {"metrics": {}}),
        (
            {"extra": {"n": float("nan"), "big": 2**70}},
            {"extra": {"n": None, "big": str(2**70)}},
        ),
        ({"extra": {"a": "x" * MAX_EXTRA_BYTES}}, {"extra": {"extra_dropped": True}}),
        ({"extra": {"at": NOW, "s": {1}}}, {"extra": {"at": str(NOW), "s": [1]}}),
        ({"extra": {"a\0": "b\ud800"}}, {"extra": {"a": "b�"}}),
        ({"rating": 4}, {"rating": 4.0}),
        (
            {"kind": "review", "precision": "day"},
            {"kind": PostKind.REVIEW, "precision": Precision.DAY},
        ),
        ({"author": Author(external_id="", handle="")}, {"author": None}),
        ({"edited_at": NOW + timedelta(days=2)}, {"edited_at": NOW}),
    ],
)
def test_what_can_be_made_clean_is(fields, expected):
    found = accept(post(**fields), now=NOW)

    assert {name: getattr(found, name) for name in expected} == expected


def test_a_time_in_the_future_becomes_now_and_says_so():
    """F22: an item dated two days ahead must not stand above all others for ever."""
    found = accept(post(published_at=NOW + timedelta(days=2)), now=NOW)

    assert found.published_at == NOW
    assert found.extra == {"clock": True}


def test_a_time_of_another_zone_becomes_utc():
    seoul = timezone(timedelta(hours=9))

    found = accept(post(published_at=datetime(2026, 11, 22, 9, tzinfo=seoul)), now=NOW)

    assert found.published_at == datetime(2026, 11, 22, 0, tzinfo=UTC)
    assert found.published_at.tzinfo is UTC


def test_an_author_is_cleaned_and_a_hidden_number_of_followers_is_none():
    author = Author(
        external_id="7", handle="a\0b", url="javascript:x", followers=-1, name="n" * 600
    )

    found = accept(post(author=author), now=NOW).author

    assert found == Author(external_id="7", handle="ab", name="n" * 500)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"external_id": ""}, "id is empty"),
        ({"external_id": " \n"}, "id is empty"),
        ({"external_id": "\0"}, "id is empty"),
        ({"external_id": "i" * 501}, "id has 501 characters"),
        ({"external_id": 7}, "id is int, not text"),
        ({"source": ""}, "source is empty"),
        ({"text": None}, "text is NoneType, not text"),
        ({"rating": float("nan")}, "rating is nan"),
        ({"rating": float("inf")}, "rating is inf"),
        ({"rating": 10**400}, "rating is too large"),
        ({"rating": True}, "rating is bool"),
        ({"rating": "4"}, "rating is str"),
        ({"rating_scale": 0.0}, "rating_scale"),
        ({"published_at": datetime(2026, 1, 1)}, "published_at"),  # noqa: DTZ001
        ({"published_at": None}, "published_at"),
        ({"published_at": datetime(1969, 12, 31, tzinfo=UTC)}, "the year 1969"),
        ({"published_at": datetime(9999, 1, 1, tzinfo=UTC)}, "the year 9999"),
        (
            {
                "published_at": datetime.max.replace(
                    tzinfo=timezone(-timedelta(hours=9))
                )
            },
            "out of range",
        ),
        ({"kind": "tweet"}, "unknown kind 'tweet'; known: post"),
    ],
)
def test_what_has_no_identity_time_or_number_is_poison(fields, reason):
    with pytest.raises(PoisonError, match=reason.replace("(", r"\(")):
        accept(post(**fields), now=NOW)


def test_nesting_without_end_is_dropped():
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"a": deep}

    assert len(json.dumps(accept(post(extra=deep), now=NOW).extra)) < 200


junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(codec=None), max_size=40),
    st.datetimes(),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=3), st.floats(), max_size=3),
)
FIELDS = [
    name for name in Post.__dataclass_fields__ if name not in ("author", "deleted")
]


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(FIELDS), junk, max_size=4))
def test_anything_at_all_is_cleaned_or_refused_and_clean_for_good(fields):
    try:
        found = accept(post(**fields), now=NOW)
    except PoisonError:
        return

    assert accept(found, now=NOW) is found
    everything = f"{found.external_id}{found.title}{found.text}{found.url}{found.lang}"
    assert "\0" not in everything + json.dumps(found.extra, allow_nan=False)
    everything.encode()
    assert found.published_at <= NOW + timedelta(minutes=5)


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_can_be_written_down(text):
    assert clean_text(text).encode().decode() == clean_text(text)
