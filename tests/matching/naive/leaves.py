"""Where words, patterns, misspelt and disguised names stand in a post."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from monitor.core.model import Post, searchable
from tests.matching.naive.disguise import Letters, skeleton
from tests.matching.naive.letters import (
    Span,
    is_free,
    levenshtein,
    literal,
    optimal_alignment,
    script,
    simplified,
    starts_of,
    view,
    words,
)

Tree = tuple
Lists = dict[str, tuple[Tree, ...]]

LONGEST_STAR = 50


class Page:
    """A post, its text in the form in which it is compared, and where that is from."""

    def __init__(self, post: Post, lists: Lists) -> None:
        self.post = post
        self.lists = lists
        self.original = searchable(post.title, post.text)
        self.text, self.origin = view(self.original)
        self.simple = simplified(self.text)
        self.starts = words(self.text)
        self.known: dict[Tree, list[Span]] = {}
        self.shown: dict[Span, Span] = {}

    @functools.cached_property
    def bones(self) -> Letters:
        return skeleton(self.text)

    def in_original(self, place: Span) -> Span:
        """Return a place of the view in characters of the original."""
        if place not in self.shown:
            self.shown[place] = self._in_original(*place)
        return self.shown[place]

    def _in_original(self, start: int, end: int) -> Span:
        first = self.origin[start]
        last = max(self.origin[end], self.origin[end - 1] + 1)
        while last - 1 > first and not view(self.original[last - 1])[0].strip():
            last -= 1
        return first, last

    def words_in(self, begin: int, end: int) -> int:
        """Count the words that begin there."""
        return sum(1 for start in self.starts if begin <= start < end)

    def in_view(self, start: int, end: int) -> Span:
        """Return a place of the original in characters of the view."""
        first, last = (
            next(n for n, place in enumerate(self.origin) if place >= wanted)
            for wanted in (start, end)
        )
        return first, last


def word(page: Page, written: str) -> list[Span]:
    """Find a word, a phrase, a tag, a handle or a cashtag."""
    wanted = literal(written)
    sign = wanted[0] if wanted[0] in "#@$" and " " not in wanted else ""
    found = [(n, n + len(wanted)) for n in starts_of(simplified(wanted), page.simple)]
    return [p for p in found if is_free(page.text, p, wanted[0], wanted[-1], sign)]


def upper(page: Page, written: str) -> list[Span]:
    """Find a word in capitals."""
    places = [(place, page.in_original(place)) for place in word(page, written)]
    return [place for place, (s, e) in places if page.original[s:e].isupper()]


def raw(page: Page, written: str) -> list[Span]:
    """Find characters as they are in the original."""
    text = page.original
    found = [(n, n + len(written)) for n in starts_of(written, text)]
    proper = [p for p in found if is_free(text, p, written[0], written[-1])]
    return [page.in_view(*place) for place in proper]


def fuzzy(page: Page, name: str, edits: int) -> list[Span]:
    """Find a whole word that may be misspelt."""
    runs: list[list[int]] = []
    for place, char in enumerate(page.text):
        if script(char) == "spaced":
            if runs and runs[-1][1] == place:
                runs[-1][1] += 1
            else:
                runs.append([place, place + 1])
    distance = optimal_alignment if edits == 1 else levenshtein
    wanted = literal(name)
    return [(s, e) for s, e in runs if distance(page.text[s:e], wanted) <= edits]


def wild(page: Page, written: str) -> list[Span]:
    """Find a pattern: around each place of its longest piece what is nearest fits."""
    pattern = simplified(literal(written))
    longest = max(re.split(r"[*?]", pattern), key=len)
    cut = pattern.index(longest)
    before, after = pattern[:cut], pattern[cut + len(longest) :]
    scripts = {script(char) for char in pattern} - {"", "jamo"}
    found = []
    for start in starts_of(longest, page.simple):
        end = start + len(longest)
        starts = {
            start - n for n in reached(before[::-1], page.simple[:start][::-1], scripts)
        }
        ends = {end + n for n in reached(after, page.simple[end:], scripts)}
        starts = {s for s in starts if _begins(page.text, s, pattern[0], scripts)}
        ends = {e for e in ends if _ends(page.text, e, pattern[-1], scripts)}
        if starts and ends:
            left = min(starts) if pattern[0] == "*" else max(starts)
            right = max(ends) if pattern[-1] == "*" else min(ends)
            found.append((left, right))
    return found


def reached(pattern: str, text: str, scripts: set[str]) -> set[int]:
    """Return every length of the beginning of a text that fits a whole pattern."""
    ends = {0}
    for sign in pattern:
        if sign == "*":
            ends = {e for end in ends for e in _stretch(text, end, scripts)}
        elif sign == "?":
            ends = {e + 1 for e in ends if script(text[e : e + 1] or " ") in scripts}
        else:
            ends = {e + 1 for e in ends if text[e : e + 1] == sign}
    return ends


def _stretch(text: str, start: int, scripts: set[str]) -> list[int]:
    ends = [start]
    for place in range(start, min(len(text), start + LONGEST_STAR)):
        if script(text[place]) not in scripts:
            break
        ends.append(place + 1)
    return ends


def _begins(text: str, start: int, sign: str, scripts: set[str]) -> bool:
    if sign == "?":
        return not start or script(text[start - 1]) not in scripts - {"free"}
    if sign in "#@$":
        return not start or script(text[start - 1]) != "spaced"
    return is_free(text, (start, len(text)), sign, " ")


def _ends(text: str, end: int, sign: str, scripts: set[str]) -> bool:
    if sign == "?":
        return end == len(text) or script(text[end]) not in scripts - {"free"}
    return is_free(text, (0, end), " ", sign)


def disguised(page: Page, name: str) -> list[Span]:
    """Find a name by its skeleton: what is left when every disguise is taken off."""
    wanted = "".join(char for char, _ in skeleton(literal(name)))
    bones = page.bones
    text = "".join(char for char, _ in bones)
    found = []
    for start in starts_of(wanted, text):
        first, last = bones[start][1], bones[start + len(wanted) - 1][1]
        # What was taken out of the text parts as a space does.
        # A sign that may stand for a letter may also begin a handle or a cashtag.
        glued = start and bones[start - 1][1] == first - 1
        left = text[:start] if glued and page.text[first - 1] not in "#@$" else ""
        after = bones[start + len(wanted) :][:1]
        right = after[0][0] if after and after[0][1] == last + 1 else ""
        place = len(left), len(left) + len(wanted)
        if is_free(left + wanted + right, place, wanted[0], wanted[-1]):
            found.append((first, last + 1))
    return found


LEAVES: dict[str, Callable[..., list[Span]]] = {
    "word": word,
    "wild": wild,
    "fuzzy": fuzzy,
    "raw": raw,
    "upper": upper,
    "disguised": disguised,
}
