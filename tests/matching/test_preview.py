"""A preview counts what is kept, gained and lost, as going through it by hand would."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from monitor.core.model import Author
from monitor.matching import BrandQueries, Matcher
from monitor.matching.look import Span
from monitor.matching.tools.preview import Change, Preview, Sums, excerpt

START = datetime(2026, 9, 20, tzinfo=UTC)
WORDS = ("acme", "globex", "pie", "late", "good", "air")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    query: str = "acme"
    spans: tuple[Span, ...] = ((0, 4),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A post as the store hands it out."""

    post_id: int
    text: str
    title: str = ""
    source: str = "x"
    url: str = ""
    author: Author | None = None
    kind: str = "post"
    lang: str = ""
    rating: float | None = None
    rating_scale: float = 5.0
    in_reply_to: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    published_at: datetime = START
    mention: Mentioned | None = None
    verdict: str = ""


def matcher(*queries: str, **more: Any) -> Matcher:
    return Matcher([BrandQueries(brand="Acme", queries=queries, **more)])


def preview(*queries: str, samples: int = 5, stays: str = "", **more: Any) -> Preview:
    return Preview(
        proposed=matcher(*queries, **more),
        present=matcher("acme"),
        samples=samples,
        stays=stays,
    )


def history(number: int, seed: int = 4) -> list[Stored]:
    """Make posts whose mentions are those of the query `acme`."""
    rng = random.Random(seed)
    made = []
    for place in range(number):
        text = " ".join(rng.choices(WORDS, k=rng.randint(1, 5)))
        is_mention = "acme" in text.split()
        post = Stored(
            post_id=place + 1,
            text=text,
            source=rng.choice(("x", "reddit", "rss")),
            published_at=START + timedelta(hours=rng.randint(0, 24 * 80)),
            mention=Mentioned() if is_mention else None,
            verdict=rng.choice(("", "", "us", "not_us")),
        )
        made.append(post)
    return made


def test_it_counts_as_one_would_by_hand() -> None:
    posts = history(400)
    done = preview("globex NOT pie", "acme late")

    for post in posts:
        done.add(post)

    def will(post: Stored) -> bool:
        words = post.text.split()
        return ("globex" in words and "pie" not in words) or (
            "acme" in words and "late" in words
        )

    kept = [p for p in posts if p.mention and will(p)]
    gained = [p for p in posts if not p.mention and will(p)]
    lost = [p for p in posts if p.mention and not will(p)]
    assert done.posts == 400
    assert done.whole == Sums(kept=len(kept), gained=len(gained), lost=len(lost))
    assert min(done.whole.kept, done.whole.gained, done.whole.lost) > 10
    for source, sums in done.by_source().items():
        assert sums.kept == sum(p.source == source for p in kept)
        assert sums.lost == sum(p.source == source for p in lost)
    for month, sums in done.by_month().items():
        assert sums.gained == sum(f"{p.published_at:%Y-%m}" == month for p in gained)
    assert list(done.by_month()) == ["2026-09", "2026-10", "2026-11", "2026-12"]
    wrong = done.verdicts["not_us"]
    assert wrong.marked == sum(p.verdict == "not_us" for p in posts)
    assert wrong.present == sum(p.verdict == "not_us" for p in kept + lost)
    assert wrong.proposed == sum(p.verdict == "not_us" for p in kept + gained)


def test_samples_are_of_the_right_kind_and_the_same_each_time() -> None:
    posts = history(400)
    once, again = preview("globex", samples=4), preview("globex", samples=4)
    for post in posts:
        once.add(post)
    for post in reversed(posts):
        again.add(post)

    gained, lost = once.sampled(Change.GAINED), once.sampled(Change.LOST)

    assert (len(gained), len(lost)) == (4, 4)
    assert all("globex" in sample.text for sample in gained)
    assert all("globex" not in sample.text for sample in lost)
    assert gained == again.sampled(Change.GAINED)
    assert lost == again.sampled(Change.LOST)
    for sample in gained:
        assert {sample.text[a:b] for a, b in sample.spans} == {"globex"}
    days = [sample.published_at for sample in gained]
    assert days == sorted(days, reverse=True)


def test_the_same_queries_change_nothing() -> None:
    done = preview("acme")
    for post in history(200):
        done.add(post)

    assert (done.whole.gained, done.whole.lost) == (0, 0)
    assert done.whole.present == done.whole.proposed > 0


def test_a_mention_that_no_query_found_stays() -> None:
    """A collector that is about the brand keeps every post, named or not."""
    whole = Mentioned(query="everything", spans=())
    done = preview("globex", stays="everything")

    change = done.add(Stored(post_id=1, text="no name here", mention=whole))

    assert change is Change.KEPT


def test_what_the_present_queries_would_find_too_is_told() -> None:
    done = preview("acme OR globex")

    done.add(Stored(post_id=1, text="acme was not looked for then"))
    done.add(Stored(post_id=2, text="globex"))

    assert (done.whole.gained, done.found_by_present) == (2, 1)


def test_context_and_exclusions_are_part_of_it() -> None:
    done = preview("acme", exclude=("pie",), own_words=("air",), other_words=("late",))
    texts = ("acme pie", "acme late", "acme late air", "acme")

    changes = [
        done.add(Stored(post_id=n, text=text, mention=Mentioned()))
        for n, text in enumerate(texts, start=1)
    ]

    assert changes == [Change.LOST, Change.LOST, Change.KEPT, Change.KEPT]


def test_no_samples_can_be_asked_for() -> None:
    done = preview("globex", samples=0)
    for post in history(50):
        done.add(post)

    assert done.whole.lost
    assert done.sampled(Change.LOST) == []


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("acme is late", ((0, 4),), "<acme> is late"),
        ("", (), ""),
        ("no place", (), "no place"),
        ("acme\nand acme", ((0, 4), (9, 13)), "<acme> and <acme>"),
        ("acme", ((0, 4), (0, 2), (2, 4)), "<acme>"),
        ("a " * 60 + "acme" + " b" * 60, ((120, 124),), None),
        ("x" * 500, ((490, 495),), None),
    ],
)
def test_an_excerpt_shows_what_was_found(
    text: str, spans: tuple[Span, ...], expected: str | None
) -> None:
    parts = list(excerpt(text, spans, width=40))

    shown = "".join(f"<{part}>" if found else part for part, found in parts)

    if expected is not None:
        assert shown == expected
    else:
        assert len(shown) <= 50
        assert shown.startswith("…")
        start, end = spans[0]
        assert f"<{text[start:end]}>" in shown
