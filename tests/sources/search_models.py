"""How each network's search is taken to work: slow, obvious, and not the network.

What their pages say is in docs/sources. Where they say nothing, this is assumed: a
text is cut at signs and spaces; Latin, Greek and Cyrillic stand apart from Hangul,
Han, Kana and Thai, each letter of which can be found on its own; accents and case
make no difference; tags and handles are found where we find them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from monitor.core.text import fold

Search = Callable[[str], bool]

_ALONE = "HANGUL", "CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "THAI", "LAO"
_X = re.compile(r'-?"[^"]*"|[()]|[^\s()"]+')
_ANY = re.compile(r'"([^"]*)"|(\S+)')


def cut(text: str) -> list[str]:
    """Return the words of a text as an index would hold them."""
    bare = unicodedata.normalize("NFD", fold(text))
    bare = "".join(char for char in bare if unicodedata.category(char)[0] != "M")
    words, grows = [], False
    for char in unicodedata.normalize("NFKC", bare):
        is_letter = char.isalnum()
        alone = unicodedata.name(char, "").startswith(_ALONE)
        if is_letter and grows and not alone:
            words[-1] += char
        elif is_letter or unicodedata.category(char) == "So":
            words.append(char)
        grows = is_letter and not alone
    return words


def has_phrase(text: str, phrase: str) -> bool:
    """Tell whether the words of a phrase stand in a text one after the other."""
    wanted, there = cut(phrase), cut(text)
    size = len(wanted)
    places = range(len(there) - size + 1)
    return size > 0 and any(there[at : at + size] == wanted for at in places)


def has_sign(text: str, sign: str) -> bool:
    """Tell whether a hashtag or handle stands in a text, whole."""
    letters = "0-9a-z_\u00df-\u024f\u0370-\u052f"
    follows = rf"\w{letters}" if sign[0] == "#" else letters
    pattern = rf"(?<![{letters}]){re.escape(fold(sign))}(?![{follows}])"
    return re.search(pattern, fold(text)) is not None


def x(query: str) -> Search:
    """Read `("a" OR "b" -@c) -is:retweet`: what stands side by side binds closer."""
    return _either(_X.findall(query))


def _either(words: list[str]) -> Search:
    sides = [_both(words)]
    while words and words[0] == "OR":
        words.pop(0)
        sides.append(_both(words))
    return lambda text: any(side(text) for side in sides)


def _both(words: list[str]) -> Search:
    parts = []
    while words and words[0] not in (")", "OR"):
        parts.append(_one(words))
    assert parts, "nothing stands between two operators"
    return lambda text: all(part(text) for part in parts)


def _one(words: list[str]) -> Search:
    word = words.pop(0)
    if word == "(":
        inner = _either(words)
        assert words.pop(0) == ")"
        return inner
    if word == "-is:retweet":
        return lambda _text: True
    if word[0] == "-":
        unwanted = _one([word[1:]])
        return lambda text: not unwanted(text)
    if word[0] in "#@":
        return lambda text: has_sign(text, word)
    return lambda text: has_phrase(text, word.strip('"'))


def any_of(query: str) -> Search:
    """Read `"a" OR "b c"`, as Reddit and Google News do."""
    phrases = query.split(" OR ")
    assert all(re.fullmatch('"[^"]+"', phrase) for phrase in phrases), query
    return lambda text: any(has_phrase(text, phrase) for phrase in phrases)


def all_of(query: str) -> Search:
    """Read `"a" "b c"` and `a`, as Algolia and Mastodon do: all are needed."""
    phrases = [quoted or bare for quoted, bare in _ANY.findall(query)]
    return lambda text: all(has_phrase(text, phrase) for phrase in phrases)
