"""Counts for which languages the words of a text speak.

Every word has votes: many if only one language has it, few if several have it. Words
of everyday things have half: languages lend them to each other. What stands in no table
speaks by its letters and its ending. The votes of all languages are kept in one large
number, sixteen bits each, so that a text costs one sum; what a word is worth is worked
out once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

WHOLE = 12
"""The votes of a word that only one language has."""

_SHARED = {1: WHOLE, 2: 7, 3: 5, 4: 4}
_EVERYDAY = {1: 6, 2: 4}
_AMONG_MORE = 3
_BY_LETTERS = {1: 10, 2: 5, 3: 3}
_BY_ENDING = {1: 4, 2: 2}
_LONGEST_ENDING = 5
_REMEMBERED = 25_000
_LONGEST_WORD = 30
_BITS = 16
_DRAGGED = re.compile(r"([^\W\d])\1{2,}")


class Votes(dict[str, int]):
    """The votes of each word, packed. A dictionary, since looking up must be quick."""

    def __init__(  # noqa: PLR0913
        self,
        tables: Mapping[str, str],
        *,
        everyday: Mapping[str, str] | None = None,
        letters: Mapping[str, str],
        endings: Mapping[str, str],
        relatives: Sequence[Sequence[str]] = (),
        rare: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.languages = tuple(tables)
        self._bytes = len(self.languages) * _BITS // 8
        self._group = {code: group[0] for group in relatives for code in group}
        self._rare = frozenset(rare)
        self._words = _turned_round(tables)
        self._everyday = _turned_round(everyday or {})
        self.only = {
            word: next(iter(codes))
            for word, codes in self._words.items()
            if len(codes) == 1 and len(word) > 1
        }
        """The words that one language alone has, and that language."""
        self._letters = _turned_round(
            {code: " ".join(signs) for code, signs in letters.items()}
        )
        self._endings = _turned_round(endings)

    def count(self, words: Iterable[str]) -> dict[str, int]:
        """Return the votes of each language that has any."""
        packed = sum(map(self.__getitem__, words))
        if not packed:
            return {}
        each = memoryview(packed.to_bytes(self._bytes, "little")).cast("H")
        return {code: n for code, n in zip(self.languages, each, strict=True) if n}

    def has(self, code: str, word: str) -> bool:
        """Say whether a word is in the tables of a language."""
        return code in self._words.get(word, ()) or code in self._everyday.get(word, ())

    def __missing__(self, word: str) -> int:
        votes = self._of(word)
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = votes
        return votes

    def _of(self, word: str) -> int:
        codes = self._words.get(word)
        if codes is None:
            word = _DRAGGED.sub(r"\1", word[:_LONGEST_WORD])
            codes = self._words.get(word)
        if codes is not None:
            single = len(word) == 1 and word.isascii()
            return self._packed(codes, {} if single else _SHARED, _AMONG_MORE)
        codes = self._everyday.get(word)
        if codes is not None:
            return self._packed(codes, _EVERYDAY, _AMONG_MORE)
        before, sign, after = word.partition("'")
        return self._of_two(before, after) if sign else self._by_look(word)

    def _of_two(self, before: str, after: str) -> int:
        """Take `l'app` as `l'` and `app`, `parcel's` as `parcel` and `'s`."""
        if before + "'" in self._words:
            return self._of(before + "'") + (self._of(after) if after else 0)
        if "'" + after in self._words:
            return self._of("'" + after) + self._of(before)
        return self._of(before) + self._of(after)

    def _by_look(self, word: str) -> int:
        spelt: frozenset[str] | None = None
        for sign in word if self._letters else "":
            codes = self._letters.get(sign)
            if codes is not None:
                spelt = codes if spelt is None else spelt & codes or codes
        ends = self._by_ending(word)
        if spelt:
            return self._packed(ends & spelt or spelt, _BY_LETTERS, 1)
        return self._packed(ends, _BY_ENDING, 1) if spelt is None and ends else 0

    def _by_ending(self, word: str) -> frozenset[str]:
        for size in range(min(_LONGEST_ENDING, len(word) - 2), 1, -1):
            codes = self._endings.get(word[-size:])
            if codes is not None:
                return codes
        return frozenset()

    def _packed(
        self, codes: Iterable[str], worth: Mapping[int, int], least: int
    ) -> int:
        codes = frozenset(codes)
        frequent = codes - self._rare
        packed = 0
        for code in codes:
            beside = codes if code in self._rare else frequent
            apart = len({self._group.get(each, each) for each in beside})
            place = self.languages.index(code) * _BITS
            packed += worth.get(apart, least) << place
        return packed


def _turned_round(tables: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return which languages each entry belongs to."""
    found: dict[str, set[str]] = {}
    for code, entries in tables.items():
        for entry in entries.split():
            found.setdefault(entry, set()).add(code)
    return {entry: frozenset(codes) for entry, codes in found.items()}
