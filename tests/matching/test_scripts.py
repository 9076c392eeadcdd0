"""Korean, Chinese, Japanese and Thai posts, written by hand: what is found, and where.

The files in `cases/` hold a list of cases each. A case says what a query finds in a
text, in order; nothing means that it does not match. `at` tells the starts, and is
needed where the text holds a found word more often than it is found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from monitor.core.model import searchable
from monitor.matching import BrandQueries, Matcher

FOLDER = Path(__file__).parent / "cases"
LANGUAGES = ("ja", "ko", "th", "zh")
ENOUGH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One query, one post, and what the one finds in the other."""

    query: str
    text: str
    finds: tuple[str, ...]
    at: tuple[int, ...] = ()
    why: str = ""


def load(language: str) -> list[Case]:
    """Return the cases of a language, in the order of its file."""
    rows = yaml.safe_load((FOLDER / f"{language}.yaml").read_text("utf-8"))
    return [Case(**{**row, "finds": tuple(row["finds"])}) for row in rows]


def named(language: str) -> list[object]:
    """Return the cases with names that say which one it is, and why if it does."""
    return [
        pytest.param(case, id="-".join([language, f"{n:02}", *_words(case.why)]))
        for n, case in enumerate(load(language), start=1)
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def places(query: str, text: str) -> list[tuple[int, int]]:
    """Return where a query finds something in a post."""
    matcher = Matcher([BrandQueries(brand="b", queries=(query,))])
    return [span for match in matcher.match("", text) for span in match.spans]


def starts_of(word: str, text: str) -> list[int]:
    """Return every start of a word, also where it overlaps itself."""
    return [n for n in range(len(text)) if text.startswith(word, n)]


@pytest.mark.parametrize("case", [p for name in LANGUAGES for p in named(name)])
def test_a_post_is_matched_as_a_reader_would(case: Case) -> None:
    original = searchable("", case.text)

    found = places(case.query, case.text)

    assert [original[start:end] for start, end in found] == list(case.finds)
    if case.at:
        assert [start for start, _ in found] == list(case.at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_cases(language: str) -> None:
    cases = load(language)

    assert len(cases) >= ENOUGH
    assert len({(case.query, case.text) for case in cases}) == len(cases)
    assert {bool(case.finds) for case in cases} == {True, False}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_case_finds_is_in_its_text_at_places_that_are_clear(
    language: str,
) -> None:
    for case in load(language):
        assert all(isinstance(word, str) for word in (case.query, case.text)), case
        assert stands_in(case.text, case.finds, case.at), case
        for word in case.finds:
            often = len(starts_of(word, case.text))
            assert case.at or often == case.finds.count(word), (case, word)


def stands_in(text: str, finds: Sequence[str], at: Sequence[int]) -> bool:
    """Tell whether the words stand in the text, in order, and at the starts given."""
    if at:
        pairs = zip(at, finds, strict=True)
        return all(text.startswith(word, start) for start, word in pairs)
    place = 0
    for word in finds:
        start = text.find(word, place)
        if start < 0:
            return False
        place = start + 1
    return True
