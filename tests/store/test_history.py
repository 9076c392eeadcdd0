"""History gives the same answer as live: what a row says is what the post said."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from monitor.core.model import Author, Match, Post, PostKind
from monitor.matching import BrandQueries, Matcher
from monitor.scoring import default_scorer
from monitor.store import history, marks
from monitor.store import posts as rows
from monitor.store.db import Store
from monitor.store.posts import Found
from tests.fakes.clock import NOON
from tests.store.making import UNHAPPY, make_found

QUERIES = (
    "acme",
    "acme OR 에이스",
    "acme source:x",
    "acme source:Reddit",
    "acme site:news.example",
    "acme site:news.example/tech",
    "acme author:ann",
    "acme author:@Bob",
    "acme author:7",
    "acme lang:en",
    "(acme OR 에이스) lang:ko",
    "acme lang:pt-br",
    "acme NOT lang:en",
    "acme kind:review",
    "acme NOT kind:post",
    "acme rating:<=2",
    "acme rating:>4",
    "acme followers:>1k",
    "acme followers:<10",
    "acme is:reply",
    "acme is:original",
    "acme has:link",
    "acme has:title",
    "acme has:rating",
    "acme has:hashtag",
    "acme country:kr",
    'raw:"ACME"',
    "upper:ACME",
    "disguised:acme",
    "acme NEAR/2 late",
    "count(acme)>=2",
    "acm*",
)
TEXTS = (
    "ACME is late again and nobody at acme answers me",
    "Acme NEAR me was late, see https://a.example/1",
    "에이스 acme 배송이 너무 늦어요, 환불해 주세요",
    "A C M E and acme #late",
    "la acme c'est nul, je ne suis pas content du tout avec vous",
    "acme",
    "nothing of interest\tat all",
    "  acme\u200b  \u00adair 😡  ",
)


def random_posts(rng: random.Random, number: int) -> list[Post]:
    """Make posts with every combination of what a field may ask about."""
    return [random_post(rng, place) for place in range(number)]


def random_post(rng: random.Random, number: int) -> Post:
    author = rng.choice(
        [
            None,
            Author(external_id="7", handle="ann", name="Ann", followers=5),
            Author(external_id="", handle="bob", name="Bob 🎈", followers=2_000),
            Author(external_id="", name="Ann"),
            Author(external_id=f"id{number}", name="Çelik", followers=None),
        ]
    )
    rating = rng.choice([None, 1.0, 2.0, 4.5, 10.0])
    return Post(
        source=rng.choice(["x", "reddit"]),
        external_id=f"{number}",
        text=rng.choice(TEXTS),
        title=rng.choice(["", "", "About Acme", "제목"]),
        url=rng.choice(
            [
                "",
                "https://news.example/tech/1",
                "http://www.news.example/2",
                "https://b.c",
            ]
        ),
        author=author,
        published_at=NOON - timedelta(hours=number),
        kind=rng.choice(list(PostKind)),
        lang=rng.choice(["", "", "en", "pt-BR", "ko", "und"]),
        rating=rating,
        rating_scale=10.0 if rating == 10.0 else 5.0,
        in_reply_to=rng.choice(["", "3"]),
        extra=rng.choice(
            [{}, {"country": "KR"}, {"country": "us", "a": [1, {"b": None}]}]
        ),
    )


def test_a_stored_post_matches_as_it_did_when_it_came(store: Store) -> None:
    scorer = default_scorer()
    matcher = Matcher(
        [BrandQueries(brand=query, queries=(query,)) for query in QUERIES],
        language=scorer.language,
    )
    posts = random_posts(random.Random(11), 300)
    live = {}
    found = []
    for post in posts:
        matches = matcher.match(post.title, post.text, post)
        live[post.source, post.external_id] = matches
        sentiment = scorer.score(
            post.title,
            post.text,
            lang=post.lang,
            rating=post.rating,
            rating_scale=post.rating_scale,
        )
        scored = sentiment if matches else None
        found.append(Found(post=post, matches=matches, sentiment=scored))
    with store.write() as conn:
        rows.save(conn, found, collector="c", now=NOON, decided=False)

    with store.read() as conn:
        again = {
            (post.source, post.external_id): matcher.match(post.title, post.text, post)
            for post in history.read(conn)
        }

    assert again == live
    answered = {match.brand for matches in live.values() for match in matches}
    assert answered == set(QUERIES), "every query has to find something here"


def test_every_post_is_read_once_whatever_the_batch(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "BATCH", 7)
    batch = [make_found(str(n)) for n in range(30)]
    with store.write() as conn:
        rows.save(conn, batch, collector="c", now=NOON, decided=False)

    with store.read() as conn:
        read = [post.external_id for post in history.read(conn)]
        counted = history.count(conn)

    assert read == [str(n) for n in range(30)]
    assert counted == 30


def test_what_is_known_of_a_post_is_that_of_the_brand_asked_for(store: Store) -> None:
    both = make_found("1", brands=("Acme", "Globex"))
    one = make_found("2", brands=("Globex",))
    with store.write() as conn:
        rows.save(conn, [both, one], collector="c", now=NOON, decided=False)
        marks.mark(conn, 2, "Acme", marks.Verdict.NOT_US, by="ann", now=NOON)

    with store.read() as conn:
        [first, second] = history.read(conn, brand="Acme")
        marked = list(history.read(conn, brand="Acme", only_marked=True))

    assert first.mention == history.Mentioned(query="acme", spans=((0, 4),))
    assert (first.verdict, second.mention, second.verdict) == ("", None, "not_us")
    assert marked == [second]


def test_what_was_deleted_is_not_history(store: Store) -> None:
    with store.write() as conn:
        rows.save(
            conn,
            [make_found("1"), make_found("2")],
            collector="c",
            now=NOON,
            decided=False,
        )
        gone = Post(source="x", external_id="1", published_at=NOON, deleted=True)
        buried = Found(post=gone, matches=(), sentiment=None)
        rows.save(conn, [buried], collector="c", now=NOON, decided=False)

    with store.read() as conn:
        assert [post.external_id for post in history.read(conn)] == ["2"]
        assert history.count(conn) == 1


def test_a_mention_that_an_edit_took_away_is_none(store: Store) -> None:
    with store.write() as conn:
        rows.save(conn, [make_found("1")], collector="c", now=NOON, decided=False)
        edited = make_found("1", text="something else", brands=())
        rows.save(conn, [edited], collector="c", now=NOON, decided=False)

    with store.read() as conn:
        [post] = history.read(conn, brand="Acme")

    assert post.mention is None


def test_since_is_about_when_a_post_was_written(store: Store) -> None:
    days = [make_found(str(n), published_at=NOON - timedelta(days=n)) for n in range(5)]
    with store.write() as conn:
        rows.save(conn, days, collector="c", now=NOON, decided=False)

    with store.read() as conn:
        since = NOON - timedelta(days=2)
        read = [post.external_id for post in history.read(conn, since=since)]

        assert read == ["0", "1", "2"]
        assert history.count(conn, since) == 3


def test_mentions_a_month_are_reckoned_from_the_first_of_them(store: Store) -> None:
    batch = [
        make_found(str(n), published_at=NOON - timedelta(days=n / 2)) for n in range(21)
    ]
    other = make_found("y", source="reddit", published_at=NOON - timedelta(days=80))
    with store.write() as conn:
        rows.save(conn, [*batch, other], collector="c", now=NOON, decided=False)

    with store.read() as conn:
        found = history.volume(conn, "Acme", "x", now=NOON)
        none = history.volume(conn, "Globex", "x", now=NOON)

    assert (found.mentions, found.days) == (21, 10.0)
    assert found.a_month == pytest.approx(63.0)
    assert none.a_month == 0.0


def test_networks_and_brands_that_are_known(store: Store) -> None:
    batch = [make_found("1"), make_found("2", source="reddit", brands=("Globex",))]
    with store.write() as conn:
        rows.save(conn, batch, collector="c", now=NOON, decided=False)
        marks.mark(conn, 1, "Initech", marks.Verdict.US, by="ann", now=NOON)

    with store.read() as conn:
        assert history.sources(conn) == {"x", "reddit"}
        assert history.brands(conn) == ["Acme", "Globex", "Initech"]


def test_spans_come_back_as_pairs(store: Store) -> None:
    spans = ((0, 4), (7, 9))
    match = Match(brand="Acme", query="q", spans=spans)
    found = Found(post=make_found().post, matches=(match,), sentiment=UNHAPPY)
    with store.write() as conn:
        rows.save(conn, [found], collector="c", now=NOON, decided=False)

    with store.read() as conn:
        [post] = history.read(conn, brand="Acme")

    assert post.mention is not None
    assert post.mention.spans == spans
