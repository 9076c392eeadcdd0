"""Each clause notices a source that breaks its promise.

A good source is broken in one way at a time. A clause that no broken source fails
would be decoration.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import Field

from monitor.core.errors import SourceAuthError, SourceError, SourceRejected
from sources.base import Page, SourceSettings
from sources.hackernews import HackerNewsSettings, HackerNewsSource
from tests.contract import clauses
from tests.contract.bench import bench_for
from tests.contract.case import Case
from tests.contract.cases import QUERY, publish, spoils_json

pytestmark = pytest.mark.slow  # real servers, and stalls to wait for

SECRET = "hush-hush-canary"


class OpenSettings(HackerNewsSettings):
    """Keeps a secret as if it were none."""

    token: str = Field("", description="a secret, in the open")


class Good(HackerNewsSource):
    """Breaks nothing: every clause has to accept it."""

    Settings = HackerNewsSettings


class Empty(Good):
    def fetch(self, query, since):
        yield Page(cursor={"at": 1})


class Timeless(Good):
    def fetch(self, query, since):
        for page in super().fetch(query, since):
            posts = (
                replace(p, published_at=p.published_at.replace(tzinfo=None))
                for p in page.posts
            )
            yield replace(page, posts=tuple(posts))


class FromTheFuture(Good):
    def fetch(self, query, since):
        for page in super().fetch(query, since):
            later = timedelta(days=2)
            posts = (
                replace(p, published_at=p.published_at + later) for p in page.posts
            )
            yield replace(page, posts=tuple(posts))


class RepeatsItself(Good):
    def fetch(self, query, since):
        for page in super().fetch(query, since):
            yield replace(page, posts=page.posts * 2)


class ForgetsNames(Good):
    numbers = itertools.count()

    def fetch(self, query, since):
        for page in super().fetch(query, since):
            posts = (
                replace(p, external_id=f"{next(self.numbers)}") for p in page.posts
            )
            yield replace(page, posts=tuple(posts))


class SavesTooEarly(Good):
    def fetch(self, query, since):
        pages = list(super().fetch(query, since))
        for page in pages:
            yield replace(page, cursor=pages[-1].cursor)


class NeverMoves(Good):
    def fetch(self, query, since):
        for page in super().fetch(query, since):
            yield replace(page, cursor=None)


class StartsOver(Good):
    def fetch(self, query, since):
        return super().fetch(query, None)


class RemembersAll(Good):
    def fetch(self, query, since):
        at = {"at": since["at"]} if since else None
        for page in super().fetch(query, at):
            seen = {"seen": ["x" * 80] * 80}
            yield replace(page, cursor={**page.cursor, **seen} if page.cursor else None)


class ReadsEverythingFirst(Good):
    def fetch(self, query, since):
        yield from list(super().fetch(query, since))


class CannotWait(Good):
    def fetch(self, query, since):
        return iter(list(super().fetch(query, since)))


class SwallowsErrors(Good):
    def fetch(self, query, since):
        try:
            yield from super().fetch(query, since)
        except SourceError:
            return


class CallsAllTheSame(Good):
    def fetch(self, query, since):
        try:
            yield from super().fetch(query, since)
        except SourceError as exc:
            raise SourceRejected("hackernews", "something went wrong") from exc


class NeverChecks(Good):
    def check(self):
        return


class TellsAll(Good):
    def fetch(self, query, since):
        try:
            yield from super().fetch(query, since)
        except SourceError as exc:
            raise SourceAuthError("hackernews", f"{SECRET} was refused") from exc


class TellsInTheCause(Good):
    def fetch(self, query, since):
        try:
            yield from super().fetch(query, since)
        except SourceError:
            raise SourceAuthError("hackernews", "refused") from ValueError(SECRET)


class ShowsItsSettings(Good):
    Settings = OpenSettings


class HidesPoison(Good):
    def fetch(self, query, since):
        for page in super().fetch(query, since):
            yield replace(page, poison=())


class DiesOfPoison(Good):
    def fetch(self, query, since):
        for page in super().fetch(query, since):
            if page.poison:
                raise SourceRejected("hackernews", "an item is broken")
            yield page


BREAKS: dict[str, tuple[type[Good], ...]] = {
    "posts_are_complete": (Empty, Timeless, FromTheFuture),
    "ids_are_unique_and_stable": (RepeatsItself, ForgetsNames),
    "resuming_loses_nothing": (SavesTooEarly,),
    "a_full_walk_moves_the_cursor": (NeverMoves, StartsOver, RemembersAll),
    "fetching_is_lazy": (ReadsEverythingFirst, CannotWait),
    "failures_are_named": (SwallowsErrors, CallsAllTheSame, NeverChecks),
    "secrets_stay_secret": (TellsAll, TellsInTheCause, ShowsItsSettings),
    "one_unreadable_item_is_poison": (HidesPoison, DiesOfPoison),
}


def settings(place, loaded):
    written = {"base_url": place.url, "page_size": 3}
    return {**written, "token": SECRET} if loaded is ShowsItsSettings else written


def case_of(loaded: type[Good]) -> Case:
    return Case(
        kind="hackernews",
        network="hackernews",
        settings=lambda place: settings(place, loaded),
        fill=publish("hackernews", 9, timedelta(minutes=50), comment=True, lang="en"),
        query=replace(QUERY, terms=("acme",), hashtags=(), handles=("acmeair",)),
        secrets=(SECRET,),
        spoil=spoils_json("hits", lose="author"),
        load=lambda: loaded,
    )


@pytest.mark.parametrize("clause", clauses.CLAUSES, ids=lambda clause: clause.__name__)
def test_a_good_source_passes(clause, tmp_path):
    with bench_for(case_of(Good), tmp_path) as bench:
        clause(bench)


@pytest.mark.parametrize(
    ("name", "loaded"),
    [(name, loaded) for name, broken in BREAKS.items() for loaded in broken],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_the_clause_notices(name, loaded, tmp_path):
    clause = getattr(clauses, name)

    with (
        bench_for(case_of(loaded), tmp_path) as bench,
        pytest.raises((AssertionError, SourceError)),
    ):
        clause(bench)


def test_every_clause_has_a_source_that_breaks_it():
    assert {clause.__name__ for clause in clauses.CLAUSES} == BREAKS.keys()
    assert all(
        issubclass(b.Settings, SourceSettings) for b in BREAKS["secrets_stay_secret"]
    )
