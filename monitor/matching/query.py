"""The query language: text in, a small tree out, or a QueryError that says where.

    query   = branch {OR branch}
    branch  = item {[AND] item}
    item    = near | NOT primary
    near    = place {(NEAR | ONEAR)[/n] place}
    place   = primary [NOT IN primary]
    primary = word | "a phrase" | #tag | @handle | $tag | word* | wor? | word~1
            | raw:"As Is" | upper:WORD | disguised:word | field:value | list:name
            | count(query) >= n | "(" query ")"

Operators are upper case; `and`, `or` and `not` are words to be found. The parser
keeps its own stack, so deep nesting is an error message and not a crash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from monitor.core.errors import QueryError
from monitor.core.text import shorten
from monitor.matching import words
from monitor.matching.nodes import (
    And,
    Count,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Outside,
    has_places,
    position_of,
    uncovered,
)

MAX_CHARACTERS = 200_000
MAX_TERMS = 10_000
MAX_NESTING = 100
MAX_WORDS = 100
WORDS_BETWEEN = 4
"""Words that NEAR allows between two things where it has no number."""

Lists = Mapping[str, Sequence[str]]
"""Named lists: each item is a query, one of which is enough."""

_QUOTE = '"“”„‟＂'
_PHRASE = rf"[{_QUOTE}](?P<{{0}}>[^{_QUOTE}]*)(?P<{{0}}_end>[{_QUOTE}]?)"
_NAMES = "|".join(words.NAMES)
_TOKEN = re.compile(
    r"(?P<count>count\s*[(（])|(?P<open>[(（])|(?P<close>[)）])"
    rf"|(?P<name>(?i:{_NAMES})):{_PHRASE.format('value')}"
    rf"|{_PHRASE.format('phrase')}"
    rf"|(?P<word>[^\s()（）{_QUOTE}]+)"
)
_HOW_MANY = re.compile(r"\s*(>=|>|==?|≥)\s*(\d{1,6})(?!\d)")
_NEAR = re.compile(r"(O?NEAR)(?:/(\d{1,9}))?")
_PAIRING = "NOT IN"


@dataclass(slots=True, kw_only=True)
class _Group:
    """A group being read: its branches, and the operator that waits for a term."""

    opened: int
    counts: bool = False
    branches: list[list[Node]] = field(default_factory=lambda: [[]])
    waiting: str = ""
    waiting_at: int = 0
    pair: Callable[[Node], Node] | None = None
    paired: Node | None = None

    def add(self, node: Node) -> None:
        if self.pair:
            self.branches[-1][-1] = self.paired = self.pair(node)
        else:
            if self.waiting == "NOT":
                node = Not(child=node, position=self.waiting_at)
            self.branches[-1].append(node)
        self.waiting, self.pair = "", None

    def node(self) -> Node:
        branches = [
            b[0] if len(b) == 1 else And(children=tuple(b)) for b in self.branches
        ]
        return branches[0] if len(branches) == 1 else Or(children=tuple(branches))


def parse(query: str, lists: Lists | None = None) -> Node:
    """Read a query; raise QueryError with the place of the first mistake."""
    if len(query) > MAX_CHARACTERS:
        message = f"query has {len(query):,} characters; at most {MAX_CHARACTERS:,} fit"
        raise QueryError(message, shorten(query, 80), 0)
    node = _Parser(query, lists or {}).parse()
    hole = uncovered(node)
    if hole is not None:
        message = (
            "no positive term is needed here, so nearly every post would match; "
            "add a word that has to be there"
        )
        _refuse(message, query, hole)
    return node


def _refuse(message: str, query: str, position: int) -> NoReturn:
    raise QueryError(message, shorten(query, 500), position)


class _Parser:
    """One reading of one query."""

    def __init__(self, query: str, lists: Lists, *, in_list: str = "") -> None:
        self._query = query
        self._lists = lists
        self._in_list = in_list
        self._groups = [_Group(opened=-1)]
        self._terms = 0
        self._at = 0

    def parse(self) -> Node:
        while token := _TOKEN.search(self._query, self._at):
            self._at = token.end()
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
        if token["open"] or token["count"]:
            self._open(at, counts=bool(token["count"]))
        elif token["close"]:
            self._close(at)
        elif token["word"] is None:
            if not (token["phrase_end"] or token["value_end"]):
                self._fail('this quotation mark is never closed; expected "', at)
            self._quoted(token, at)
        else:
            self._word(words.clean(token["word"]), at)

    def _quoted(self, token: re.Match[str], at: int) -> None:
        if token["name"]:
            self._named(token["name"].lower(), token["value"], at)
        else:
            self._leaf(words.phrase(token["phrase"], at, self._fail))
            if self._query.startswith("~", self._at):
                self._fail("~ works on one word; for words nearby write NEAR/n", at)

    def _word(self, word: str, at: int) -> None:
        near = _NEAR.fullmatch(word)
        if word.startswith(("NEAR/", "ONEAR/")) and not near:
            self._fail(f"{word}: expected a number of words, such as NEAR/3", at)
        if word in ("AND", "OR", "NOT"):
            self._operator(word, at)
        elif near:
            self._near(near, at)
        elif word == "IN" and self._groups[-1].waiting == "NOT":
            self._not_in(at)
        elif name := words.prefix_of(word):
            self._named(name, word[len(name) + 1 :], at)
        else:
            self._leaf(words.word(word, at, self._fail))

    def _named(self, name: str, value: str, at: int) -> None:
        if name == words.LIST:
            self._add(self._list(value, at))
        elif name in words.SPELLED:
            self._leaf(words.spelled(name, value, at, self._fail))
        else:
            self._add(words.about_post(name, value, at, self._fail))

    def _list(self, name: str, at: int) -> Node:
        if self._in_list:
            self._fail("a list cannot hold another list; write its terms out", at)
        items = self._lists.get(name)
        if not items:
            known = ", ".join(self._lists) or "none"
            self._fail(f"there is no list {name!r}; lists under `lists:`: {known}", at)
        parts = []
        for item in items:
            parser = _Parser(item, {}, in_list=name)
            parts.append(parser.parse())
            self._tell(parser._terms, at)
        return parts[0] if len(parts) == 1 else Or(children=tuple(parts))

    def _open(self, at: int, *, counts: bool) -> None:
        if len(self._groups) > MAX_NESTING:
            self._fail(f"parentheses are nested deeper than {MAX_NESTING}", at)
        self._groups.append(_Group(opened=at, counts=counts))

    def _close(self, at: int) -> None:
        group = self._groups.pop()
        if not self._groups:
            self._fail("this ) closes nothing; expected ( before it", at)
        self._check_complete(group, at)
        if not group.branches[0]:
            self._fail("these parentheses are empty; expected a term", group.opened)
        node = group.node()
        self._add(self._counted(node, group.opened) if group.counts else node)

    def _counted(self, node: Node, at: int) -> Node:
        self._check_places(node, "count( )", at)
        found = _HOW_MANY.match(self._query, self._at)
        if found is None:
            self._fail("expected how many after count( ), such as >=2", self._at)
        self._at = found.end()
        sign = {"==": "=", "≥": ">="}.get(found[1], found[1])
        number = int(found[2])
        if number < 1 and sign != ">":
            self._fail("count( ) begins at 1; for none write NOT", at)
        return Count(child=node, sign=sign, number=number, position=at)

    def _operator(self, name: str, at: int) -> None:
        group = self._groups[-1]
        if group.waiting and not (name == "NOT" and group.waiting in ("AND", "OR")):
            self._fail(f"expected a term or ( after {group.waiting}, not {name}", at)
        if name != "NOT" and not group.branches[-1]:
            self._fail(f"{name} stands between two terms; expected one before it", at)
        if name == "OR":
            group.branches.append([])
        group.waiting, group.waiting_at = name, at

    def _near(self, near: re.Match[str], at: int) -> None:
        name, words_between = near[1], int(near[2] or WORDS_BETWEEN)
        left = self._before(near[0], at)
        if words_between > MAX_WORDS:
            self._fail(f"{near[0]}: at most {MAX_WORDS} words may lie between", at)

        def pair(right: Node) -> Node:
            self._check_places(right, name, at)
            return Near(
                left=left,
                right=right,
                words=words_between,
                ordered=name == "ONEAR",
                position=at,
            )

        self._wait(near[0], at, pair)

    def _not_in(self, at: int) -> None:
        group = self._groups[-1]
        group.waiting = ""
        child = self._before(_PAIRING, group.waiting_at)
        if isinstance(child, Near) and child is group.paired:
            message = "put what stands beside NEAR and its NOT IN in parentheses"
            self._fail(message, group.waiting_at)

        begin = group.waiting_at

        def pair(inside: Node) -> Node:
            self._check_places(inside, _PAIRING, at)
            return Outside(child=child, inside=inside, position=begin)

        self._wait(_PAIRING, begin, pair)

    def _before(self, name: str, at: int) -> Node:
        """Return what an operator that pairs stands behind."""
        group = self._groups[-1]
        if group.waiting:
            self._fail(f"expected a term or ( after {group.waiting}, not {name}", at)
        if not group.branches[-1]:
            self._fail(f"{name} stands between two terms; expected one before it", at)
        node = group.branches[-1][-1]
        self._check_places(node, name, at)
        return node

    def _wait(self, name: str, at: int, pair: Callable[[Node], Node]) -> None:
        group = self._groups[-1]
        group.waiting, group.waiting_at, group.pair = name, at, pair

    def _check_places(self, node: Node, name: str, at: int) -> None:
        if not has_places(node):
            here = position_of(node)
            self._fail(
                f"{name} takes words, phrases, or several with OR in parentheses",
                max(at, here),
            )

    def _leaf(self, leaf: Leaf) -> None:
        self._tell(1, leaf.position)
        self._add(leaf)

    def _tell(self, more: int, at: int) -> None:
        self._terms += more
        if self._terms > MAX_TERMS:
            self._fail(f"more than {MAX_TERMS:,} terms; split the query", at)

    def _add(self, node: Node) -> None:
        self._groups[-1].add(node)

    def _check_complete(self, group: _Group, at: int) -> None:
        if group.waiting:
            self._fail(f"expected a term or ( after {group.waiting}", at)

    def _fail(self, message: str, at: int) -> NoReturn:
        where = f"in list {self._in_list!r}: " if self._in_list else ""
        _refuse(where + message, self._query, at)
