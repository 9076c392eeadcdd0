"""The demo's people say enough, in every language, and nothing twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from monitor.demo.cast import VIP
from monitor.demo.content import Template, content
from monitor.demo.inventor import INBOX, NETWORKS, STYLES, Inventor
from monitor.demo.world import Invented, World

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NAMES = {
    "air": re.compile(r"northwind ?air", re.IGNORECASE),
    "coffee": re.compile(r"kumo coffee|쿠모커피|云咖啡", re.IGNORECASE),
}
FEELINGS = {
    *("angry", "praise", "question", "chatter"),
    *("news", "noise", "hostile", "vip"),
}


class HandClock:
    """Goes on when told to."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at


class Stage:
    """A world with an inventor in it."""

    def __init__(self, folder: Path | None = None, **more: object) -> None:
        self.clock = HandClock()
        self.world = World()
        self.inventor = Inventor(
            self.world,
            self.clock,
            folder=folder,
            **more,  # type: ignore[arg-type]
        )

    def play(self, seconds: int) -> list[Invented]:
        done: list[Invented] = []
        for _ in range(seconds):
            self.clock.at += timedelta(seconds=1)
            done += self.inventor.step(self.clock.at)
        return done


def published(done: list[Invented]) -> list[Invented]:
    return [post for post in done if post.changed_at is None]


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> list[Invented]:
    return Stage(tmp_path_factory.mktemp("inbox")).play(3600)


def test_there_are_many_templates_in_seven_languages() -> None:
    templates = content().templates

    assert len(templates) >= 150
    assert len({template.text for template in templates}) == len(templates)
    assert {t.lang for t in templates} == {"en", "ko", "zh", "ja", "es", "de", "fr"}
    assert {t.feeling for t in templates} == FEELINGS
    assert {t.style for t in templates} == set(STYLES.values())


def test_a_template_names_its_brand_and_no_other() -> None:
    def named(template: Template) -> set[str]:
        return {brand for brand, name in NAMES.items() if name.search(template.text)}

    templates = content().templates
    wrong = [t.text for t in templates if named(t) != {t.brand} - {"none"}]

    assert wrong == []


def test_every_template_has_slots_and_every_slot_is_known() -> None:
    def slots(template: Template) -> set[str]:
        return set(re.findall(r"\{([a-z]+)\}", template.title + template.text))

    templates = content().templates

    assert [t.text for t in templates if not slots(t)] == [], "can be said only once"
    assert [t.text for t in templates if not slots(t) <= set(content().slots)] == []


def test_posts_come_at_a_natural_rate(hour: list[Invented]) -> None:
    posts = published(hour)
    gaps = [
        (after.published_at - before.published_at).total_seconds()
        for before, after in pairwise(posts)
    ]

    assert 2_200 < len(posts) < 2_850
    assert min(gaps) >= 0
    assert max(gaps) > 5, "people do not talk like clockwork"
    assert len({round(gap, 2) for gap in gaps}) > 100


def test_nothing_is_said_twice(hour: list[Invented]) -> None:
    texts = [post.text for post in published(hour)]

    assert len(set(texts)) == len(texts)


def test_the_mixture_is_as_in_life(hour: list[Invented]) -> None:
    posts = published(hour)
    languages = Counter(post.lang for post in posts)
    silent = [
        p for p in posts if not any(name.search(p.text) for name in NAMES.values())
    ]

    assert {post.network for post in posts} == set(NETWORKS)
    assert languages["en"] > len(posts) / 2
    assert min(languages[lang] for lang in ("ko", "zh", "ja", "es", "de", "fr")) > 20
    assert 0.2 < len(silent) / len(posts) < 0.4


def test_only_reviews_have_stars_and_angry_ones_few(hour: list[Invented]) -> None:
    rated = {post.network for post in published(hour) if post.rating is not None}
    stars = {post.rating for post in published(hour) if post.rating is not None}

    assert rated == {"app_store", "google_reviews"}
    assert {1, 5} <= stars <= {1, 2, 3, 4, 5}


def test_short_networks_get_short_posts(hour: list[Invented]) -> None:
    assert max(len(post.text) for post in hour if post.network == "x") <= 280
    assert max(len(post.text) for post in hour if post.network == "bluesky") <= 300
    assert max(len(post.text) for post in hour if post.network == "mastodon") <= 500


def test_some_posts_are_edited_and_some_deleted(hour: list[Invented]) -> None:
    changed = [post for post in hour if post.changed_at is not None]
    edited = [post for post in changed if not post.deleted]

    assert len(edited) > 10
    assert len(changed) - len(edited) > 10
    assert all("\n\n" in post.text for post in edited)
    assert all(post.changed_at > post.published_at for post in changed)


def test_no_network_that_cannot_edit_shows_an_edit(hour: list[Invented]) -> None:
    edited = {post.network for post in hour if post.changed_at and not post.deleted}

    assert edited <= {"reddit", "mastodon", "app_store", "google_reviews"}


def test_the_vip_speaks_and_has_followers(hour: list[Invented]) -> None:
    vip = [post for post in hour if post.author == VIP.handle]

    assert len(vip) > 5
    assert {post.followers for post in vip} == {VIP.followers}


def test_an_angry_person_sometimes_comes_back(hour: list[Invented]) -> None:
    authors = Counter((post.network, post.author) for post in published(hour))
    ordinary = [n for (_, who), n in authors.items() if who != VIP.handle]

    assert max(ordinary) >= 2


@pytest.mark.parametrize("seed", range(8))
def test_within_twenty_seconds_a_visitor_sees_anger_in_english(seed: int) -> None:
    posts = published(Stage(seed=seed).play(20))

    first = posts[0]
    assert (first.lang, first.published_at - START <= timedelta(seconds=1)) == (
        "en",
        True,
    )
    assert any(name.search(first.text) for name in NAMES.values())


@pytest.mark.parametrize("seed", range(8))
def test_soon_somebody_tries_to_wake_the_whole_channel(seed: int) -> None:
    posts = published(Stage(seed=seed).play(90))

    hostile = re.compile(r"<!channel>|<!everyone>|<@U012AB3CD>|<script>|\u202e")
    assert any(hostile.search(post.text) for post in posts)


def test_the_same_seed_makes_the_same_posts(tmp_path: Path) -> None:
    one, two = (Stage(tmp_path / name, seed=7).play(120) for name in ("one", "two"))
    other = Stage(tmp_path / "other", seed=8).play(120)

    assert one == two
    assert [post.text for post in one] != [post.text for post in other]


def test_every_date_is_the_clocks(hour: list[Invented]) -> None:
    end = START + timedelta(hours=1)

    assert all(START < post.published_at <= end for post in hour)


def test_the_folder_gets_one_line_for_each_ticket(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "inbox", networks=["files"])

    posts = published(stage.play(60))

    raw = (tmp_path / "inbox" / INBOX).read_text("utf-8")
    lines = [json.loads(line) for line in raw.splitlines()]
    assert raw.endswith("\n")
    assert len(posts) > 10
    assert [line["text"] for line in lines] == [post.text for post in posts]
    assert [line["title"] for line in lines] == [post.title for post in posts]
    assert len({line["id"] for line in lines}) == len(lines)
    assert datetime.fromisoformat(lines[0]["published_at"]) == posts[0].published_at


def test_without_a_folder_there_are_no_tickets() -> None:
    posts = published(Stage().play(300))

    assert {post.network for post in posts} <= set(NETWORKS) - {"files"}


@pytest.mark.parametrize("network", sorted(set(NETWORKS) - {"files"}))
def test_one_network_alone_works_too(network: str) -> None:
    posts = published(Stage(networks=[network]).play(60))

    assert {post.network for post in posts} == {network}


def test_no_network_means_silence() -> None:
    assert Stage(networks=["nobody knows this one"]).play(60) == []


def test_after_a_long_pause_there_is_no_flood() -> None:
    stage = Stage()
    stage.play(10)

    stage.clock.at += timedelta(hours=8)
    late = stage.inventor.step(stage.clock.at)

    assert len(late) < 10


def test_a_clock_that_is_set_back_does_not_silence_anybody() -> None:
    stage = Stage()
    stage.play(10)

    stage.clock.at -= timedelta(hours=1)

    assert len(stage.play(30)) > 5
