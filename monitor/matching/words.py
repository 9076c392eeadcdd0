"""One word of a query: plain, a pattern, misspelt, or a question about the post."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable
from typing import NoReturn

from monitor.core.model import PostKind
from monitor.core.text import canonical
from monitor.matching.nodes import (
    ANY_ONE,
    STAR,
    Capitals,
    Disguised,
    Exact,
    Field,
    Fuzzy,
    Leaf,
    Term,
    Wild,
)
from monitor.matching.view import ANYWHERE, HANGUL, KINDS, LETTER, literal_of

Fail = Callable[[str, int], NoReturn]
"""Refuses a query: what is wrong, and where."""

MAX_STARS = 5
MAX_EDITS = 2
SHORTEST_FUZZY = {1: 4, 2: 8}
"""Letters that a name must have to be looked for with so many mistakes."""
_FEWEST_LETTERS = 2
_DENSE = HANGUL | ANYWHERE

SPELLED = ("raw", "upper", "disguised")
TEXT_FIELDS = ("source", "site", "author", "lang", "kind", "is", "has", "country")
NUMBER_FIELDS = ("rating", "followers")
LIST = "list"
NAMES = (*SPELLED, *TEXT_FIELDS, *NUMBER_FIELDS, LIST)
IS = ("reply", "original")
HAS = ("link", "hashtag", "handle", "rating", "title")
_CHOICES = {"is": IS, "has": HAS, "kind": tuple(PostKind)}
_NUMBER = re.compile(r"(<=|>=|<|>|=|≤|≥)?(\d+(?:\.\d+)?)([km]?)", re.IGNORECASE)
_SIGNS = {"": "=", "≤": "<=", "≥": ">="}
_TIMES = {"": 1.0, "k": 1e3, "m": 1e6}
_SUBSTANCE = re.compile(r"[^\W_]|[^\x00-\x7f\s]")
_PREFIX = re.compile(r"([A-Za-z]{2,9}):(?=\S)")


def clean(text: str) -> str:
    """Return text as it is shown: no invisible characters, straight quotes."""
    return text if text.isascii() and text.isprintable() else canonical(text)


def prefix_of(word: str) -> str:
    """Return the name before the colon if it is one of ours, else ""."""
    found = _PREFIX.match(word)
    name = found[1].lower() if found else ""
    return name if name in NAMES else ""


def phrase(text: str, at: int, fail: Fail) -> Leaf:
    """Read what stands between quotes; only a star at a letter is a sign in it."""
    if re.search(r"\w\*|\*\w", text):
        return wild(text, at, fail, signs=STAR)
    return term(text, at, fail)


def term(text: str, at: int, fail: Fail) -> Term:
    """Read a plain word or phrase."""
    return Term(text=_shown(text), literal=_literal(text, at, fail), position=at)


def word(text: str, at: int, fail: Fail) -> Leaf:
    """Read a word that stands without quotes and without a prefix."""
    _check(text, at, fail)
    fuzzy = re.fullmatch(r"(.+?)~(\d*)", text)
    if fuzzy:
        return _fuzzy(fuzzy[1], fuzzy[2], at, fail)
    if re.search(r"\w~", text):
        fail(f"{text!r}: expected ~1 or ~2 at the end; or put it in quotes", at)
    if STAR in text or ANY_ONE in text.rstrip(ANY_ONE) or _asks(text):
        return wild(text, at, fail, signs=STAR + ANY_ONE)
    return term(text, at, fail)


def _asks(text: str) -> bool:
    """A question mark at an end stands for a letter, several are a question."""
    return text.endswith(ANY_ONE) and not text.endswith(2 * ANY_ONE)


def _check(text: str, at: int, fail: Fail) -> None:
    if not text:
        return  # nothing but invisible characters; `term` says so
    if text[0] == "-" and len(text) > 1:
        fail(f"to leave out {text[1:]!r}, write NOT {text[1:]}", at)
    if text[-1] in ",;、":
        fail(f"{text!r} ends with {text[-1]!r}; write OR between terms", at)
    if text.endswith(":") and text[:-1].lower() in NAMES:
        fail(f"{text} needs its value right behind it, such as {text}x", at)
    meant = _PREFIX.match(text)
    if meant:
        near = difflib.get_close_matches(meant[1].lower(), NAMES, 1, 0.8)
        if near:
            fail(f'{meant[1]}: is not known; write {near[0]}: or "{text}"', at)


def _shown(text: str) -> str:
    return " ".join(clean(text).split())


def _literal(text: str, at: int, fail: Fail) -> str:
    literal = literal_of(text)
    if _SUBSTANCE.search(literal) is None:
        fail(f"{text!r} holds no letter or digit; expected a word", at)
    return literal


def wild(text: str, at: int, fail: Fail, *, signs: str) -> Wild:
    """Read a word with wildcards."""
    # Folding must not touch the signs, nor take spaces beside them away.
    pieces = re.split(f"([{re.escape(signs)}]+)", text)
    pattern = "".join(p if p[:1] in signs else _inner(p) for p in pieces if p).strip()
    pattern = (
        re.sub(r"[*?]*\*[*?]*", _one_star, pattern) if STAR in pattern else pattern
    )
    if pattern.count(STAR) > MAX_STARS:
        fail(f"{text!r} has more than {MAX_STARS} stars; write the forms with OR", at)
    parts = tuple(pattern.split(STAR))
    longest = max(re.split(r"[*?]", pattern), key=len)
    letters = sum(2 if KINDS[c] & _DENSE else 1 for c in longest if KINDS[c])
    if letters < _FEWEST_LETTERS:
        fail(
            f"{text!r} would find nearly everything; write at least "
            f"{_FEWEST_LETTERS} letters beside each other",
            at,
        )
    return Wild(text=_shown(text), pattern=pattern, parts=parts, position=at)


def _inner(piece: str) -> str:
    literal = literal_of(piece)
    before = " " if piece[:1].isspace() else ""
    after = " " if piece[-1:].isspace() and literal else ""
    return f"{before}{literal}{after}"


def _one_star(signs: re.Match[str]) -> str:
    """`**` is `*`, and of `*?` only the number of letters counts."""
    return ANY_ONE * signs[0].count(ANY_ONE) + STAR


def _fuzzy(text: str, number: str, at: int, fail: Fail) -> Fuzzy:
    edits = int(number or 1) if len(number) < 3 else 99
    literal = _literal(text, at, fail)
    if not 1 <= edits <= MAX_EDITS:
        fail(f"~{number} is too many mistakes; expected ~1 or ~2", at)
    if any(KINDS[c] != LETTER for c in literal):
        fail(f"{text!r}: ~ works on one word in letters that have spaces around", at)
    if len(literal) < SHORTEST_FUZZY[edits]:
        few = SHORTEST_FUZZY[edits]
        fail(f"{text!r} is too short; ~{edits} needs {few} letters or more", at)
    shown = f"{_shown(text)}~{edits}"
    return Fuzzy(text=shown, literal=literal, edits=edits, position=at)


def spelled(name: str, value: str, at: int, fail: Fail) -> Leaf:
    """Read `raw:`, `upper:` or `disguised:`."""
    literal = _literal(value, at, fail)
    if name == "raw":
        return Exact(
            text=f'raw:"{value}"', literal=literal, characters=value, position=at
        )
    if name == "upper":
        if value.upper() == value.lower():
            fail(f"{value!r} has no capital letters; upper: needs some", at)
        text = f"upper:{_quoted(value)}"
        return Capitals(text=text, literal=literal, position=at)
    if sum(map(str.isalnum, literal)) < 3:
        fail(f"{value!r} is too short for disguised:; 3 letters at least", at)
    text = f"disguised:{_quoted(value)}"
    return Disguised(text=text, literal=literal, position=at)


def _quoted(value: str) -> str:
    shown = _shown(value)
    return f'"{shown}"' if " " in shown else shown


def about_post(name: str, value: str, at: int, fail: Fail) -> Field:
    """Read a question about the post."""
    if name in NUMBER_FIELDS:
        return _number(name, value, at, fail)
    wanted = _shown(value)
    if name not in ("author", "source"):
        wanted = wanted.casefold()
    choices = _CHOICES.get(name, ())
    if choices and wanted not in choices:
        fail(f"{name}:{wanted} is not known; expected {', '.join(choices)}", at)
    if name in ("lang", "country"):
        wanted = wanted.replace("_", "-")
        if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]+)*", wanted):
            example = {"lang": "lang:ko", "country": "country:kr"}[name]
            fail(f"{name}:{wanted} is not a code; expected one such as {example}", at)
    if name == "site":
        wanted = re.sub(r"^(https?://)?(www\.)?", "", wanted).rstrip("/")
    if not wanted:
        fail(f"{name}: needs a value", at)
    wanted = unicodedata.normalize("NFC", wanted)
    return Field(name=name, sign="=", value=wanted, position=at)


def _number(name: str, value: str, at: int, fail: Fail) -> Field:
    found = _NUMBER.fullmatch(value)
    if found is None:
        fail(f"{name}:{value} is not a number; expected one such as {name}:>=3", at)
    sign = found[1] or ""
    number = float(found[2]) * _TIMES[found[3].lower()]
    return Field(name=name, sign=_SIGNS.get(sign, sign), value=number, position=at)
