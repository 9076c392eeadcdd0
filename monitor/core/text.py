"""One way of looking at text, used by matching, scoring, search and alerts.

`fold` decides what is equal: NFKC, case folding, invisible characters removed,
every run of white space one space, accents kept. Invisible are control and format
characters (zero width, soft hyphen, byte-order mark, direction marks, NUL),
variation selectors, Hangul fillers, and strokes laid over letters. A lone
surrogate becomes U+FFFD. More than three accents on one letter are cut.
Everything here is linear in the length of the text.
"""

from __future__ import annotations

import functools
import operator
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from monitor.core.characters import (
    ASCII_UNSEEN,
    LAST_MARK,
    MAX_MARKS,
    SELECTORS,
    tables,
)
from monitor.core.shifts import Shifts

_SOLIDUS_OVERLAY = "\u0338"  # NFKC makes one sign of "=" and this, so it goes later
_QUOTES = str.maketrans(
    {**dict.fromkeys("‘’‚‛ʼʹ′´`＇", "'"), **dict.fromkeys("“”„‟″＂«»", '"')}
)
_QUOTE = re.compile(f"[{''.join(map(chr, _QUOTES))}]").search
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_GAP_WORD = re.compile(r"(\s*)(\S*)")
_GAP = re.compile(r"[\s\x00-\x1f\x7f]{2,}|[\x00-\x1f\x7f]")
_ASCII_FOLDED = bytes(
    32 if char.isspace() else 0 if char in ASCII_UNSEEN else ord(char.lower())
    for char in map(chr, range(128))
).ljust(256, b"\0")


# What folds to its lower case, each character by itself and whatever stands beside it:
# printable ASCII, Latin-1 letters but ß, common signs, Kana, Han, Hangul, emoji.
_SIMPLE = re.compile(
    "[ -~\u00c0-\u00d6\u00d8-\u00de\u00e0-\u00f6\u00f8-\u00ff\u2014\u2018\u2019"
    "\u201c\u201d\u3001\u3002\u300c-\u3011\u3041-\u3096\u30a1-\u30fa\u30fc"
    "\u4e00-\u9fff\uac00-\ud7a3"
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff]*"
).fullmatch


def fold(text: str) -> str:
    """Return the form in which texts are compared."""
    folded = fold_simple(text)
    if folded is None:
        folded = _casefold(text if tables().plain(text) else _visible(text))
        return _one_space(folded) if "  " in folded else folded
    return folded


def fold_simple(text: str) -> str | None:
    """Return what `fold` does for most texts in a fifth of the time, else None."""
    if text.isascii():
        # Half the time of lower() and a look for what is not printable.
        text = text.encode().translate(_ASCII_FOLDED).decode()
        if "\0" in text:
            text = text.replace("\0", "")
    elif _SIMPLE(text):
        text = text.lower()
    else:
        return None
    return _one_space(text) if "  " in text else text


def canonical(text: str) -> str:
    """Return the text as `fold` cleans it, but with its case and straight quotes."""
    if text.isascii() and text.isprintable():
        return _one_space(text.replace("`", "'"))
    if _QUOTE(text):
        text = text.translate(_QUOTES)
    if not tables().plain(text):
        text = _visible(text)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    if _SOLIDUS_OVERLAY in text:
        text = text.replace(_SOLIDUS_OVERLAY, "")
    return _one_space(text)


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """Return `fold(text)` and, for each of its characters, where it came from.

    The list has one entry more: the length of the original.
    """
    folded = fold(text)
    return folded, list(places(text, folded))


def places(text: str, folded: str) -> Sequence[int]:
    """Tell where each character of `fold(text)`, which is given, came from."""
    if keeps_places(text, folded):
        return range(len(text) + 1)
    if text.isascii():
        return _around_gaps(text)
    if keeps_places(_SPACES.sub(" ", text), folded):
        return _around_gaps(text)
    parts = list(map(_SINGLES.__getitem__, text))
    if _JOINS in parts:
        return _gathered(_pieces(text), len(text))
    sizes = list(map(len, parts))
    if sum(sizes) == len(folded):
        origin = chain.from_iterable(map(repeat, range(len(text)), sizes))
        return [*origin, len(text)]
    return _gathered(zip(range(len(text)), parts, repeat(0)), len(text))


def keeps_places(text: str, folded: str) -> bool:
    """Tell for sure that each character of `fold(text)` came from its own place."""
    if len(folded) != len(text):
        return False
    return _keeps_places(text.replace("\n", " ") if "\n" in text else text)


def _around_gaps(text: str) -> Shifts:
    """Tell where each folded character came from, if only gaps shrink."""
    begins, shifts = [0], [0]
    size = done = 0
    for gap in _GAP.finditer(text):
        size += gap.start() - done
        space = _SPACES.search(text, gap.start(), gap.end())
        if space:
            begins.append(size)
            shifts.append(space.start() - size)
            size += 1
        done = gap.end()
        begins.append(size)
        shifts.append(done - size)
    return Shifts(begins, shifts, size + len(text) - done + 1)


def _gathered(pieces: Iterable[tuple[int, str, int]], end: int) -> list[int]:
    """Tell where each character of joined pieces (place, folded, step) came from."""
    origin: list[int] = []
    after_space = False
    for start, part, step in pieces:
        size = len(part) - (after_space and part.startswith(" "))
        if size > 0:
            after_space = part.endswith(" ")
            origin.extend(range(start, start + size) if step else [start] * size)
    origin.append(end)
    return origin


class _Singles(dict[str, str]):
    """What each character folds to by itself; `_JOINS` if a neighbour may matter."""

    def __missing__(self, char: str) -> str:
        visible, _, may_join = _trait(char)
        if len(self) >= _MAX_SINGLES:
            self.clear()
        single = self[char] = _JOINS if may_join else _casefold(visible)
        return single


_JOINS = "joins"
_MAX_SINGLES = 50_000
_SINGLES = _Singles()


def _pieces(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield (place, folded, step): words, gaps and, in odd words, clusters.

    With step 1 each character has its own place, with step 0 all share the first.
    """
    for match in _GAP_WORD.finditer(text):
        gap, word = match.groups()
        if gap:
            yield match.start(), " ", 0
        start = match.start(2)
        folded = fold(word) if _keeps_places(word) else ""
        if len(folded) == len(word):
            yield start, folded, 1
        else:
            for place, cluster in _clusters(word):
                small = len(cluster) <= 1 + MAX_MARKS
                part = _fold_cluster(cluster) if small else _casefold(cluster)
                yield start + place, part, 0


def _keeps_places(text: str) -> bool:
    """Tell whether each character folds by itself, if the length stays the same."""
    if text.isascii():
        return True  # folding ASCII only ever removes
    if "  " in text or not tables().plain(text):
        return False
    return unicodedata.is_normalized("NFKC", text) or all(map(_stays, text))


def _stays(char: str) -> bool:
    """Tell whether a character becomes one other, whatever stands beside it."""
    return len(_SINGLES[char]) == 1


def _casefold(text: str) -> str:
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    folded = text.casefold()
    if folded != text and not unicodedata.is_normalized("NFKC", folded):
        folded = unicodedata.normalize("NFKC", folded)
    return (
        folded.replace(_SOLIDUS_OVERLAY, "") if _SOLIDUS_OVERLAY in folded else folded
    )


_fold_cluster = functools.lru_cache(maxsize=8192)(_casefold)


def _visible(text: str) -> str:
    """Drop what cannot be seen; make every run of white space one space."""
    # What a common post has: emoji selectors, joiners, line breaks, wide spaces.
    text = text.replace("\ufe0f", "").replace("\u200d", "")
    text = text.replace("\n", " ").replace("\u3000", " ").replace("\xa0", " ")
    known = tables()
    if known.plain(text):
        return text
    text = _SURROGATE.sub("\ufffd", known.drop_invisible("", text))
    # Before NFKC: sorting ten thousand accents takes Python quadratic time.
    high = text and max(text) > "\uffff"
    cut_towers = known.cut_towers if high else known.cut_low_towers
    return _SPACES.sub(" ", cut_towers(r"\1", text))


def _one_space(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield (place, characters) such that NFKC never reaches across two of them."""
    start, cluster, marks = 0, "", 0
    for place, (char, mark, may_join) in enumerate(map(_trait, text)):
        if not char:
            continue
        marks = marks + 1 if mark else 0
        if marks > MAX_MARKS:
            continue
        if may_join and cluster and (mark or _melts(cluster[-1 - MAX_MARKS :], char)):
            cluster += char
            continue
        if cluster:
            yield start, cluster
        start, cluster = place, char
    if cluster:
        yield start, cluster


@functools.lru_cache(maxsize=16384)
def _trait(char: str) -> tuple[str, bool, bool]:
    """Return what stands for a character, if it is an accent, if it may join."""
    if char in tables().invisible:
        return "", False, False
    if char.isspace():
        return " ", False, False
    if "\ud800" <= char <= "\udfff":
        return "\ufffd", False, False
    return char, char in tables().marks, _may_join(char)


@functools.lru_cache(maxsize=8192)
def _melts(tail: str, char: str) -> bool:
    """Tell whether normalising `char` apart from what precedes it would be wrong."""
    apart = unicodedata.normalize("NFKC", tail) + unicodedata.normalize("NFKC", char)
    return unicodedata.normalize("NFKC", tail + char) != apart


def _may_join(char: str) -> bool:
    first = unicodedata.normalize("NFKD", char)[0]
    return unicodedata.combining(first) != 0 or first in _second_halves()


@functools.cache
def _second_halves() -> frozenset[str]:
    """Return the characters that NFKC can melt into the one before them."""
    seconds = {chr(c) for c in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    for code in (*range(0x3400), *range(0xF900, LAST_MARK)):
        pair = unicodedata.decomposition(chr(code)).split()
        if len(pair) == 2 and not pair[0].startswith("<"):
            seconds.add(chr(int(pair[1], 16)))
    return frozenset(seconds)


def shorten(text: str, limit: int) -> str:
    """Cut to at most `limit` characters, between words if one ends near, with "…"."""
    if len(text) <= limit:
        return text
    if limit <= 1:
        return "…"[: max(0, limit)]
    cut = limit - 1
    space = text.rfind(" ", cut - limit // 4, cut + 1)
    if space > 0:
        return text[:space].rstrip() + "…"
    return text[: _grapheme_edge(text, cut)].rstrip() + "…"


def _grapheme_edge(text: str, cut: int) -> int:
    """Return the nearest place at or before `cut` that splits no visible character."""
    for place in range(cut, max(0, cut - 24), -1):
        if not _is_glued(text[place - 1], text[place]):
            return place - 1 if _splits_flag(text, place) else place
    return cut


def _splits_flag(text: str, place: int) -> bool:
    """Two regional letters make one flag: an odd number before, and one after."""
    before = 0
    while before < place and "\U0001f1e6" <= text[place - 1 - before] <= "\U0001f1ff":
        before += 1
    return before % 2 == 1 and "\U0001f1e6" <= text[place] <= "\U0001f1ff"


def _is_glued(before: str, after: str) -> bool:
    skin = "\U0001f3fb" <= after <= "\U0001f3ff"
    joined = before == "\u200d" or after == "\u200d"
    category = unicodedata.category(after)
    return skin or joined or category in ("Mn", "Me", "Mc") or after in SELECTORS


_CJK = (
    "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3100-\u318f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}]+")
_IS_RUN = re.compile(f"[{_CJK}]").match
_ASCII_WORDS = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in range(256))


def search_tokens(text: str) -> str:
    """Return what a full-text index should hold of a text, parted by spaces.

    Words as they are; of a run of Han, Kana or Hangul every pair of neighbours, and
    at the end every single such character once, so that one character finds too.
    """
    folded = fold(text)
    if folded.isascii():
        return " ".join(folded.encode().translate(_ASCII_WORDS).decode().split())
    tokens: list[str] = []
    runs: list[str] = []
    for token in _TOKEN.findall(folded):
        if len(token) == 1 or token.isascii() or not _IS_RUN(token):
            tokens.append(token)
        else:
            tokens += map(operator.add, token, token[1:])
            runs.append(token)
    return " ".join([*tokens, *dict.fromkeys("".join(runs))])


def search_phrase(query: str) -> list[str]:
    """Return what to look for: each entry is a phrase of `search_tokens` words.

    A post is found if it holds every entry. Quotes make one phrase of many words.
    """
    phrases = []
    for quoted, word in re.findall(r'"([^"]*)"?|([^\s"]+)', query.translate(_QUOTES)):
        found = _TOKEN.findall(fold(quoted or word))
        tokens = [part for token in found for part in _parts(token)]
        if tokens:
            phrases.append(" ".join(tokens))
    return phrases


def _parts(token: str) -> list[str]:
    if len(token) == 1 or not _IS_RUN(token):
        return [token]
    return list(map(operator.add, token, token[1:]))
