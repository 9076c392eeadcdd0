"""The slow and obvious matcher that the fast one is compared with.

Queries are nested tuples here: ("word", x), ("phrase", x), ("tag", x), ("handle", x),
("and", ...), ("or", ...), ("not", x). `render` writes one in the query language.
"""

from __future__ import annotations

import random
import re
import unicodedata

from monitor.core.text import fold, fold_with_map

Tree = tuple
GAP = "[ \\-\u2010\u2012\u2013\u2212]+"
_WRITTEN = {"word": "{}", "phrase": '"{}"', "tag": "#{}", "handle": "@{}"}
LEAVES = tuple(_WRITTEN)


def render(tree: Tree, *, inside: str = "") -> str:
    """Write a tree in the query language, with only the parentheses it needs."""
    kind, *parts = tree
    if kind in _WRITTEN:
        return _WRITTEN[kind].format(parts[0])
    if kind == "not":
        return f"NOT {render(parts[0], inside='not')}"
    between, bare_in = (" ", ("", "or")) if kind == "and" else (" OR ", ("",))
    text = between.join(render(part, inside=kind) for part in parts)
    return text if inside in bare_in else f"({text})"


def holds(tree: Tree, text: str) -> bool:
    """Tell whether a text matches."""
    kind, *parts = tree
    match kind:
        case "not":
            return not holds(parts[0], text)
        case "and":
            return all(holds(part, text) for part in parts)
        case "or":
            return any(holds(part, text) for part in parts)
        case _:
            return bool(occurrences(tree, text))


def positive(tree: Tree, *, against: bool = False) -> list[Tree]:
    """Return the leaves that are not denied."""
    kind, *parts = tree
    if kind in LEAVES:
        return [] if against else [tree]
    flip = against != (kind == "not")
    return [leaf for part in parts for leaf in positive(part, against=flip)]


def needs_a_word(tree: Tree, *, against: bool = False) -> bool:
    """Tell whether no text can match without holding a positive leaf."""
    kind, *parts = tree
    if kind in LEAVES:
        return not against
    if kind == "not":
        return needs_a_word(parts[0], against=not against)
    answers = [needs_a_word(part, against=against) for part in parts]
    return all(answers) if (kind == "or") != against else any(answers)


def occurrences(leaf: Tree, text: str) -> list[tuple[int, int]]:
    """Return every place of a leaf, in characters of the original text."""
    kind, words = leaf
    sign = {"tag": "#", "handle": "@"}.get(kind, "")
    folded, origin = fold_with_map(text)
    parts = [re.escape(p) for p in re.split(GAP, fold(words)) if p]
    pattern = re.compile(re.escape(sign) + GAP.join(parts))
    found = []
    for start in range(len(folded)):
        hit = pattern.match(folded, start)
        if hit and _free(folded, hit, sign):
            end = origin[hit.end()]
            while not fold(text[end - 1]).strip():
                end -= 1
            found.append((origin[start], end))
    return found


def _free(folded: str, hit: re.Match[str], sign: str) -> bool:
    before = folded[hit.start() - 1] if hit.start() else " "
    after = folded[hit.end()] if hit.end() < len(folded) else " "
    first, last = hit[0][0], hit[0][-1]
    if sign:
        whole = not _continues(after)
        handle = sign == "@" and _script(last) == "spaced"
        return _script(before) != "spaced" and (
            _script(after) != "spaced" if handle else whole
        )
    left = {
        "spaced": _script(before) != "spaced",
        "hangul": _script(before) != "hangul",
    }
    right = {"spaced": _script(after) != "spaced"}
    return left.get(_script(first), True) and right.get(_script(last), True)


def _continues(char: str) -> bool:
    return char == "_" or char.isalnum() or unicodedata.category(char)[0] == "M"


def _script(char: str) -> str:
    if not _continues(char):
        return "none"
    name = unicodedata.name(char, "")
    if name.startswith("HANGUL"):
        return "hangul"
    free = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "IDEOGRAPHIC")
    return "free" if name.startswith(free) else "spaced"


TERMS: list[Tree] = [
    ("word", "acme"),
    ("word", "air"),
    ("word", "e-mail"),
    ("word", "c++"),
    ("word", "café"),
    ("word", "S24"),
    ("word", "ΑΘΗΝΑ"),
    ("word", "Москва"),
    ("word", "에이스"),
    ("word", "환불"),
    ("word", "株式"),
    ("word", "アクメ"),
    ("word", "อาหาร"),
    ("word", "LG전자"),
    ("word", "갤럭시S24"),
    ("word", "😡"),
    ("phrase", "acme air"),
    ("phrase", "Acme-Air Lines"),
    ("phrase", "에이스 항공"),
    ("phrase", "c++ air"),
    ("tag", "acme"),
    ("tag", "에이스"),
    ("tag", "株式"),
    ("handle", "acme"),
    ("handle", "acme_air"),
    ("handle", "에이스"),
]
PIECES = [
    *("acme", "ACME", "Acme", "air", "Air", "lines", "e", "mail", "c++", "c", "café"),
    *("cafe\u0301", "s24", "αθηνα", "Αθήνα", "москва", "에이스", "항공", "환불", "를"),
    *(
        "신",
        "株式",
        "会社",
        "アクメ",
        "ｱｸﾒ",
        "อาหาร",
        "LG",
        "전자",
        "갤럭시",
        "😡",
        "_",
    ),
    *("#", "@", "＃", ".", ",", "!", "'s", "-", "\u2013", " - ", " ", " ", " ", "  "),
    *(
        "\n",
        "\t",
        "\u3000",
        "\u200b",
        "\u00ad",
        "\ufe0f",
        "1",
        "ＡＣＭＥ",
        "는",
        "の",
        "é",
    ),
]


def random_tree(rng: random.Random, depth: int = 3) -> Tree:
    """Return a tree that the language accepts."""
    while True:
        tree = _any_tree(rng, depth)
        if needs_a_word(tree):
            return tree


def _any_tree(rng: random.Random, depth: int) -> Tree:
    kind = rng.choice(("leaf", "leaf", "and", "or", "not")) if depth else "leaf"
    if kind == "leaf":
        return rng.choice(TERMS)
    if kind == "not":
        child = _any_tree(rng, depth - 1)
        return child if child[0] == "not" else ("not", child)
    parts = [_any_tree(rng, depth - 1) for _ in range(rng.randint(2, 3))]
    return (kind, *parts)


def random_post(rng: random.Random) -> str:
    """Return a text of pieces that almost match."""
    return "".join(rng.choices(PIECES, k=rng.randint(1, 14)))
