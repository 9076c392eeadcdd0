"""Traditional and simplified Chinese characters, which count as the same.

What is the same is OpenCC's table of characters (Apache 2.0): two characters are, if
both have one simplified form. 發 and 髮 are both 发 then, as everybody who searches in
simplified characters is used to.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections import defaultdict

MOST_SPELLINGS = 64
"""Ways to write a literal that are looked for one by one."""

_PIECE = 6
"""Characters looked for of a literal that can be written in more ways."""

_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))


def has_han(text: str) -> bool:
    """Tell whether any character may have another form."""
    return not text.isascii() and any("\u3400" <= char <= "\u9fff" for char in text)


def simplified(text: str) -> str:
    """Return the text with each character in its simplified form; as long as before."""
    return text.translate(_tables()[0]) if has_han(text) else text


def spellings(literal: str) -> tuple[str, ...]:
    """Return every way to write a literal, itself first; () if there are too many."""
    if not has_han(literal):
        return (literal,)
    simple, forms = _tables()
    choices = [forms.get(simple.get(ord(c), c), (c,)) for c in literal]
    if math.prod(map(len, choices)) > MOST_SPELLINGS:
        return ()
    ways = dict.fromkeys(["".join(way) for way in itertools.product(*choices)])
    return tuple(dict.fromkeys([literal, *ways]))


def few_spellings(literal: str) -> tuple[int, str]:
    """Return the longest piece that is written in few ways, and where it begins."""
    pieces = (
        (size, start)
        for size in range(_PIECE, 0, -1)
        for start in range(len(literal) - size + 1)
    )
    for size, start in pieces:
        part = literal[start : start + size]
        if spellings(part) and part.strip():
            return start, part
    return 0, literal[:1]


@functools.cache
def _tables() -> tuple[dict[int, str], dict[str, tuple[str, ...]]]:
    """Return the simplified form of each character, and all forms of each of those."""
    from opencc import OpenCC

    every = [chr(code) for low, high in _HAN for code in range(low, high + 1)]
    plain = OpenCC("t2s").convert("\n".join(every)).split("\n")
    simple = {ord(a): b for a, b in zip(every, plain, strict=True) if a != b}
    forms: dict[str, list[str]] = defaultdict(list)
    for code, char in simple.items():
        forms[char].append(chr(code))
    return simple, {char: (char, *others) for char, others in forms.items()}
