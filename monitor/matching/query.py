"""The query language: text in, a small tree out, or a QueryError that says where.

    query   = branch {OR branch}
    branch  = item {[AND] item}
    item    = [NOT] (word | "a phrase" | #tag | @handle | "(" query ")")

Operators are upper case; `and`, `or` and `not` are words to be found. The parser
keeps its own stack, so deep nesting is an error message and not a crash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

from monitor.core.errors import QueryError
from monitor.core.text import canonical, shorten
from monitor.matching.view import literal_of

MAX_CHARACTERS = 200_000
MAX_TERMS = 10_000
MAX_NESTING = 200

_OPERATORS = ("AND", "OR", "NOT")
_QUOTE = '"“”„‟＂'
_SUBSTANCE = re.compile(r"[^\W_]|[^\x00-\x7f\s]")
_TOKEN = re.compile(
    rf"(?P<open>[(（])|(?P<close>[)）])"
    rf"|[{_QUOTE}](?P<phrase>[^{_QUOTE}]*)(?P<end>[{_QUOTE}]?)"
    rf"|(?P<word>[^\s()（）{_QUOTE}]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word, phrase, tag or handle. `text` is as written, `literal` as compared."""

    text: str
    literal: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """What may not be there."""

    child: Node
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    """Everything has to be there."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    """At least one has to be there."""

    children: tuple[Node, ...]


Node = Term | Not | And | Or


@dataclass(slots=True, kw_only=True)
class _Group:
    """A group being read: its branches, and the operator that waits for a term."""

    opened: int
    branches: list[list[Node]] = field(default_factory=lambda: [[]])
    waiting: str = ""
    waiting_at: int = 0

    def add(self, node: Node) -> None:
        if self.waiting == "NOT":
            node = Not(child=node, position=self.waiting_at)
        self.branches[-1].append(node)
        self.waiting = ""

    def node(self) -> Node:
        branches = [
            b[0] if len(b) == 1 else And(children=tuple(b)) for b in self.branches
        ]
        return branches[0] if len(branches) == 1 else Or(children=tuple(branches))


def parse(query: str) -> Node:
    """Read a query; raise QueryError with the place of the first mistake."""
    if len(query) > MAX_CHARACTERS:
        message = f"query has {len(query):,} characters; at most {MAX_CHARACTERS:,} fit"
        raise QueryError(message, shorten(query, 80), 0)
    node = _Parser(query).parse()
    hole = _uncovered(node, negated=False)
    if hole is not None:
        message = (
            "no positive term is needed here, so nearly every post would match; "
            "add a word that has to be there"
        )
        _refuse(message, query, hole)
    return node


def _clean(text: str) -> str:
    return text if text.isascii() and text.isprintable() else canonical(text)


def _refuse(message: str, query: str, position: int) -> NoReturn:
    raise QueryError(message, shorten(query, 500), position)


class _Parser:
    """One reading of one query."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._groups = [_Group(opened=-1)]
        self._terms = 0

    def parse(self) -> Node:
        for token in _TOKEN.finditer(self._query):
            self._read(token)
        group = self._groups[-1]
        if len(self._groups) > 1:
            self._fail("this parenthesis is never closed; expected )", group.opened)
        self._check_complete(group, len(self._query))
        if not group.branches[0]:
            self._fail("the query is empty; expected a word, such as acme", 0)
        return group.node()

    def _read(self, token: re.Match[str]) -> None:
        at = token.start()
        if token["open"]:
            self._open(at)
        elif token["close"]:
            self._close(at)
        elif token["word"] is None:
            if not token["end"]:
                self._fail('this quotation mark is never closed; expected "', at)
            self._term(token["phrase"], at)
        elif (word := _clean(token["word"])) in _OPERATORS:
            self._operator(word, at)
        else:
            self._check_word(word, at)
            self._term(word, at)

    def _open(self, at: int) -> None:
        if len(self._groups) > MAX_NESTING:
            self._fail(f"parentheses are nested deeper than {MAX_NESTING}", at)
        self._groups.append(_Group(opened=at))

    def _close(self, at: int) -> None:
        group = self._groups.pop()
        if not self._groups:
            self._fail("this ) closes nothing; expected ( before it", at)
        self._check_complete(group, at)
        if not group.branches[0]:
            self._fail("these parentheses are empty; expected a term", group.opened)
        self._groups[-1].add(group.node())

    def _operator(self, name: str, at: int) -> None:
        group = self._groups[-1]
        if group.waiting and not (name == "NOT" and group.waiting != "NOT"):
            self._fail(f"expected a term or ( after {group.waiting}, not {name}", at)
        if name != "NOT" and not group.branches[-1]:
            self._fail(f"{name} stands between two terms; expected one before it", at)
        if name == "OR":
            group.branches.append([])
        group.waiting, group.waiting_at = name, at

    def _term(self, text: str, at: int) -> None:
        self._terms += 1
        if self._terms > MAX_TERMS:
            self._fail(f"more than {MAX_TERMS:,} terms; split the query", at)
        literal = literal_of(text)
        if _SUBSTANCE.search(literal) is None:
            self._fail(f"{text!r} holds no letter or digit; expected a word", at)
        shown = " ".join(_clean(text).split())
        self._groups[-1].add(Term(text=shown, literal=literal, position=at))

    def _check_word(self, word: str, at: int) -> None:
        if not word:
            return  # nothing but invisible characters; _term says so
        if word[0] == "-" and len(word) > 1:
            self._fail(f"to leave out {word[1:]!r}, write NOT {word[1:]}", at)
        if word[-1] in ",;、":
            self._fail(f"{word!r} ends with {word[-1]!r}; write OR between terms", at)
        if word[-1] == "*":
            self._fail(f"{word!r}: there are no wildcards; write each form", at)

    def _check_complete(self, group: _Group, at: int) -> None:
        if group.waiting:
            self._fail(f"expected a term or ( after {group.waiting}", at)

    def _fail(self, message: str, at: int) -> NoReturn:
        _refuse(message, self._query, at)


def _uncovered(node: Node, *, negated: bool) -> int | None:
    """Return a place that a post could match by without any positive term."""
    if isinstance(node, Term):
        return node.position if negated else None
    if isinstance(node, Not):
        hole = _uncovered(node.child, negated=not negated)
        return None if hole is None else node.position
    first = None
    for child in node.children:
        hole = _uncovered(child, negated=negated)
        if is_choice(node, negated=negated):
            if hole is not None:
                return hole
        elif hole is None:
            return None
        elif first is None:
            first = hole
    return first


def is_choice(node: And | Or, *, negated: bool) -> bool:
    """Tell whether one child is enough (NOT turns AND into OR and back)."""
    return isinstance(node, Or) is not negated
