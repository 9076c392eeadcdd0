"""From a source to the store: at a crash a page is repeated, never skipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.core.errors import SourceUnavailable, StoreUnavailable
from monitor.core.model import Label, Post
from monitor.matching import BrandQueries, Matcher
from monitor.pipeline.collect import Collecting, Harvest
from monitor.pipeline.intake import Intake
from monitor.pipeline.rescore import rescore
from monitor.scoring import default_scorer
from monitor.store import collectors as rows
from monitor.store import judging, posts, quarantine
from sources.base import Page, Poison, SourceQuery
from tests.fakes.source import START, ScriptedSource, post

QUERY = SourceQuery(terms=("acme",))
DEADLINE = 300.0


class FailingScorer:
    """Fails as a broken model would."""

    def __init__(self, answer=ZeroDivisionError):
        self.answer = answer

    def score(self, title, text, **_facts):
        if isinstance(self.answer, type):
            raise self.answer
        return self.answer


@pytest.fixture
def collecting(store, clock):
    clock.set_wall(START + timedelta(minutes=1))
    matcher = Matcher([BrandQueries(brand="Acme", queries=("acme",))])
    intake = Intake(store=store, matcher=matcher, scorer=default_scorer())
    with store.write() as conn:
        rows.ensure(conn, "c", due=clock.now(), settings_hash="")
    return Collecting(intake=intake, clock=clock)


def run(collecting, source):
    return collecting.run("c", source, QUERY, deadline=DEADLINE)


def cursor(store):
    with store.read() as conn:
        return rows.cursor(conn, "c")


def ids(store):
    with store.read() as conn:
        known = posts.known(conn, [post(n) for n in range(10)])
    return sorted(int(external_id) for _, external_id in known)


def test_a_run_that_dies_half_way_resumes_after_the_last_stored_page(store, collecting):
    """What was stored before the failure is neither lost nor counted twice."""
    dying = ScriptedSource(
        [
            Page(posts=(post(1), post(2)), cursor={"at": 2}),
            SourceUnavailable("scripted", "gone"),
        ]
    )
    with pytest.raises(SourceUnavailable):
        run(collecting, dying)

    healthy = ScriptedSource([Page(posts=(post(2), post(3)), cursor={"at": 3})])
    harvest = run(collecting, healthy)

    assert healthy.asked_since == [{"at": 2}]
    assert harvest.new == 1
    assert ids(store) == [1, 2, 3]


def test_a_cursor_is_not_saved_before_its_posts(store, collecting):
    """Newest first: pages without a cursor move nothing."""
    source = ScriptedSource([Page(posts=(post(9),)), SourceUnavailable("s", "gone")])

    with pytest.raises(SourceUnavailable):
        run(collecting, source)

    assert cursor(store) is None
    assert ids(store) == [9]


def test_posts_that_name_no_brand_are_not_kept(store, collecting):
    page = Page(posts=(post(1), post(2, "nothing of interest")), cursor={"at": 2})

    harvest = run(collecting, ScriptedSource([page]))

    assert (harvest.fetched, harvest.new, harvest.mentions) == (2, 1, 1)
    assert ids(store) == [1]


def test_a_collector_about_a_brand_needs_no_name_in_the_post(store, collecting):
    """Reviews of one's own app seldom say what it is called."""
    page = Page(posts=(post(1, "crashes all the time"), post(2, "Acme is great")))

    collecting.about("Acme").run("c", ScriptedSource([page]), QUERY, deadline=DEADLINE)

    with store.read() as conn:
        found = judging.undecided(conn, 9)
    assert [(m.brand, bool(m.spans)) for m in found] == [
        ("Acme", False),
        ("Acme", True),
    ]


def test_a_post_that_was_edited_is_read_again(store, collecting):
    run(collecting, ScriptedSource([Page(posts=(post(1, "Acme is great"),))]))

    harvest = run(collecting, ScriptedSource([Page(posts=(post(1, "Acme is awful"),))]))

    assert harvest.changed == 1
    with store.read() as conn:
        (mention,) = judging.undecided(conn, 9)
    assert (mention.label, mention.rev) == (Label.NEGATIVE, 2)


def test_a_post_edited_until_it_names_nobody_is_no_mention_any_more(store, collecting):
    run(collecting, ScriptedSource([Page(posts=(post(1),))]))

    run(collecting, ScriptedSource([Page(posts=(post(1, "never mind"),))]))

    with store.read() as conn:
        (mention,) = judging.undecided(conn, 9)
    assert mention.removed


def test_a_deleted_post_loses_its_words(store, collecting):
    run(collecting, ScriptedSource([Page(posts=(post(1),))]))
    gone = Post(source="scripted", external_id="1", published_at=START, deleted=True)

    harvest = run(collecting, ScriptedSource([Page(posts=(gone,))]))

    assert harvest.deleted == 1
    with store.read() as conn:
        (mention,) = judging.undecided(conn, 9)
    assert mention.deleted
    assert mention.text == ""


def test_one_poison_item_is_set_aside_and_its_batch_goes_on(store, collecting):
    """F18: what the source could not read, and what the gate refuses."""
    refused = replace(post(2), rating=float("nan"))
    page = Page(
        posts=(post(1), refused, post(3)),
        poison=(Poison(raw="{", reason="not JSON"),),
        cursor={"at": 3},
    )

    harvest = run(collecting, ScriptedSource([page]))

    assert harvest.quarantined == 2
    assert ids(store) == [1, 3]
    assert cursor(store) == {"at": 3}
    with store.read() as conn:
        assert quarantine.count(conn) == 2


def test_a_run_past_its_deadline_ends_and_keeps_what_it_has(store, clock, collecting):
    """F10: the next run goes on from there."""

    class Slow(ScriptedSource):
        def fetch(self, query, since):
            for page in super().fetch(query, since):
                clock.advance(200)
                yield page

    pages = [Page(posts=(post(n),), cursor={"at": n}) for n in range(1, 5)]

    with pytest.raises(SourceUnavailable, match="too long"):
        run(collecting, Slow(pages))

    assert ids(store) == [1, 2]
    assert cursor(store) == {"at": 2}


@pytest.mark.parametrize("answer", [ZeroDivisionError, None, "negative"])
def test_a_mention_whose_scorer_failed_is_kept_and_scored_later(
    store, collecting, answer
):
    """F33: a scorer that crashes, or returns nonsense, loses nothing."""
    broken = replace(
        collecting, intake=replace(collecting.intake, scorer=FailingScorer(answer))
    )
    harvest = run(broken, ScriptedSource([Page(posts=(post(1),))]))

    assert harvest.mentions == 1
    with store.read() as conn:
        assert not judging.any_undecided(conn)
        assert len(posts.unscored(conn, 9)) == 1

    rescore(collecting.intake, epoch=None)

    with store.read() as conn:
        (mention,) = judging.undecided(conn, 9)
    assert mention.label is Label.NEGATIVE


def test_a_scorer_that_never_works_leaves_the_mention_unreadable(store, collecting):
    """F33: and the rules still see it (a star rating, a VIP)."""
    intake = replace(collecting.intake, scorer=FailingScorer())
    run(replace(collecting, intake=intake), ScriptedSource([Page(posts=(post(1),))]))

    for _ in range(5):
        rescore(intake, epoch=None)

    with store.read() as conn:
        (mention,) = judging.undecided(conn, 9)
    assert mention.label is Label.UNREADABLE
    assert mention.score is None


def test_a_page_with_more_posts_than_a_transaction_takes_is_saved_whole(
    store, collecting
):
    page = Page(posts=tuple(post(n) for n in range(450)), cursor={"at": 450})

    harvest = run(collecting, ScriptedSource([page]))

    assert harvest.new == 450
    assert cursor(store) == {"at": 450}


def test_a_database_that_cannot_be_written_moves_no_cursor(store, collecting):
    """F5: it is tried again, from the same place."""

    class Refusing:
        def __getattr__(self, name):
            return getattr(store, name)

        def write(self, epoch=None):
            raise StoreUnavailable("locked")

    intake = replace(collecting.intake, store=Refusing())
    source = ScriptedSource([Page(posts=(post(1),), cursor={"at": 1})])

    with pytest.raises(StoreUnavailable):
        run(replace(collecting, intake=intake), source)

    assert cursor(store) is None
    assert ids(store) == []


def test_harvests_add_up():
    harvest = Harvest().plus(posts.Saved(new=2, mentions=3), 5, 1)

    assert (harvest.fetched, harvest.new, harvest.mentions) == (5, 2, 3)
    assert harvest.quarantined == 1
