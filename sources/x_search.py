"""What X is asked for: its search language, narrowed because every post costs.

API:    https://docs.x.com/x-api/posts/search/integrate/operators
        https://docs.x.com/x-api/posts/search/integrate/build-a-query

X cuts texts at signs and takes accents off. It finds words in links that we are not
shown, so what it would shut out by a word is more than we would: only handles, and
hashtags that cannot bear accents, are shut out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sources.asking import either, is_certain, pieces, require_askable, ways_of
from sources.base import SourceQuery, Way
from sources.x_posts import KIND

MAX_QUERY = 512
MOST_SHUT_OUT = 10

_HANDLE = re.compile(r"@[A-Za-z0-9_]{1,15}")
_TAG = re.compile(r"#(?=\w*[^\W\d_])\w+")
_PLAIN_TAG = re.compile("#[0-9_\uac00-\ud7a3\u4e00-\u9fff]+")


def searches(
    query: SourceQuery, tail: str, *, limit: int = MAX_QUERY, narrow: bool = True
) -> Iterator[str]:
    """Yield the searches that find every post of interest, each within the limit.

    Unless `narrow`, only the rarest words of each query are asked for.
    """
    if query.text:
        yield query.text
        return
    require_askable(KIND, query)
    room = limit - len(tail) - 2
    parts = [
        part for way in ways_of(query) for part in _parts(way, room, narrow=narrow)
    ]
    for text in either(KIND, dict.fromkeys(parts), limit=room):
        yield f"({text}){tail}"


def _parts(way: Way, room: int, *, narrow: bool) -> Iterator[str]:
    """Yield what OR stands between; what stands side by side holds closer than OR."""
    words = _written(way.groups[0])
    more = " ".join(_narrowing(way, room // 2)) if narrow else ""
    rest = room - len(f"() {more}")
    if not more or max(map(len, words)) > rest:
        yield from words
        return
    for text in either(KIND, words, limit=rest):
        yield f"{_group(text)} {more}"


def _narrowing(way: Way, room: int) -> Iterator[str]:
    """Yield what else a post has to hold, and may not hold, the shortest first."""
    certain = [group for group in way.groups[1:] if all(map(is_certain, group))]
    needed = [_group(" OR ".join(_written(group))) for group in certain]
    unwanted = [f"-{word}" for word in way.without if _is_exact(word)]
    for part in (*sorted(needed, key=len), *unwanted[:MOST_SHUT_OUT]):
        room -= len(part) + 1
        if room < 0:
            return
        yield part


def _is_exact(word: str) -> bool:
    """Tell whether X means by a word no more than we do."""
    is_tag = _TAG.fullmatch(word) and _PLAIN_TAG.fullmatch(word)
    return bool(_HANDLE.fullmatch(word) or is_tag)


def _written(words: Iterable[str]) -> list[str]:
    """Write words as X wants them; what cannot be a tag or handle there is quoted."""
    return [
        word if _HANDLE.fullmatch(word) or _TAG.fullmatch(word) else f'"{word}"'
        for word in pieces(words)
    ]


def _group(text: str) -> str:
    return f"({text})" if " OR " in text else text
