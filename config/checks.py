"""Do the parts fit together: unique names, and names that lead somewhere.

Works on parts that are not validated yet, so that a typing error in one place does
not hide a dangling name in another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from config.document import Path, Problem
from config.values import suggest

Lists = Mapping[str, Sequence[str]]
CheckQuery = Callable[[str, Lists], str | None]
"""Return what is wrong with a query that may use these named lists, or None."""

NAMED = ("brands", "collectors", "receivers", "rules")


@dataclass(frozen=True, slots=True)
class _Word:
    """A piece of text and where it stands."""

    path: Path
    text: str


def reference_problems(config: object) -> list[Problem]:
    """Return names given twice, and names that lead nowhere."""
    names = {section: list(_names(config, section)) for section in NAMED}
    known = {section: {word.text for word in found} for section, found in names.items()}
    problems = [problem for found in names.values() for problem in _repeated(found)]
    for word, section in _references(config):
        if word.text not in known[section]:
            hint = suggest(word.text, known[section])
            one = section.removesuffix("s")
            problems.append(Problem(word.path, f"unknown {one} {word.text!r}{hint}"))
    return problems + _fallback_loops(config)


def query_problems(config: object, check: CheckQuery) -> list[Problem]:
    """Return the queries that the checker refuses."""
    lists = _lists(config)
    given = {name: [word.text for word in words] for name, words in lists.items()}
    problems = []
    for word in (word for words in lists.values() for word in words):
        problems += _query_problem(word, check(word.text, {}))
    for word in _queries(config):
        problems += _query_problem(word, check(word.text, given))
    return problems


def _query_problem(word: _Word, text: str | None) -> list[Problem]:
    return [Problem(word.path, f"bad query: {text}")] if text else []


def _queries(config: object) -> Iterator[_Word]:
    yield from _words((), config, "exclude")
    for path, brand in _parts(config, "brands"):
        for key in ("queries", "exclude"):
            yield from _words(path, brand, key)
        context = _get(brand, "context")
        for key in ("own", "other"):
            yield from _words((*path, "context"), context, key)


def _lists(config: object) -> dict[str, list[_Word]]:
    lists = _get(config, "lists")
    if not isinstance(lists, Mapping):
        return {}
    return {str(name): list(_words(("lists",), lists, name)) for name in lists}


def doubts(config: object) -> list[Problem]:
    """Return what a valid configuration says and surely does not mean."""
    found = []
    for section, without in (
        ("collectors", "nothing is collected; only imports are read"),
        ("rules", "nobody is told of anything"),
    ):
        if not any(_enabled(part) for _, part in _parts(config, section)):
            found.append(Problem((section,), f"is empty: {without}"))
    return found + _rules_in_vain(config)


def _rules_in_vain(config: object) -> list[Problem]:
    kinds = {str(_get(part, "kind")) for _, part in _parts(config, "collectors")}
    asleep = {
        _get(part, "name")
        for _, part in _parts(config, "receivers")
        if not _enabled(part)
    }
    found = []
    for path, rule in _parts(config, "rules"):
        for word in _words((*path, "when"), _get(rule, "when"), "sources"):
            if word.text not in kinds:
                hint = suggest(word.text, kinds)
                text = f"no collector has the kind {word.text!r}{hint}"
                found.append(Problem(word.path, text))
        found += [
            Problem(word.path, f"receiver {word.text!r} is not enabled")
            for word in _words(path, rule, "receivers")
            if word.text in asleep
        ]
    return found


def _references(config: object) -> Iterator[tuple[_Word, str]]:
    """Yield each use of a name, with the section it must be found in."""
    for path, part in _parts(config, "collectors"):
        yield from ((word, "brands") for word in _words(path, part, "brands"))
        yield from ((word, "brands") for word in _word(path, part, "about"))
    for path, part in _parts(config, "receivers"):
        yield from ((word, "receivers") for word in _word(path, part, "fallback"))
    for path, part in _parts(config, "rules"):
        yield from ((word, "receivers") for word in _words(path, part, "receivers"))
        when = (*path, "when")
        yield from ((w, "brands") for w in _words(when, _get(part, "when"), "brands"))
    operators = _words(("team",), _get(config, "team"), "operators")
    yield from ((word, "receivers") for word in operators)
    for path, part in _parts(config, "silences"):
        yield from ((word, "brands") for word in _word(path, part, "brand"))
        yield from ((word, "rules") for word in _word(path, part, "rule"))


def _names(config: object, section: str) -> Iterator[_Word]:
    for path, part in _parts(config, section):
        yield from _word(path, part, "name")


def _repeated(words: list[_Word]) -> Iterator[Problem]:
    counts = Counter(word.text for word in words)
    seen: set[str] = set()
    for word in words:
        if counts[word.text] > 1 and word.text in seen:
            yield Problem(
                word.path, f"name {word.text!r} is taken; give each part its own name"
            )
        seen.add(word.text)


def _fallback_loops(config: object) -> list[Problem]:
    next_of: dict[str, str] = {}
    paths: dict[str, Path] = {}
    for path, part in _parts(config, "receivers"):
        for name in _word(path, part, "name"):
            for fallback in _word(path, part, "fallback"):
                next_of[name.text] = fallback.text
                paths[name.text] = fallback.path
    problems = []
    for start in next_of:
        way = [start]
        while way[-1] in next_of and next_of[way[-1]] not in way:
            way.append(next_of[way[-1]])
        if next_of.get(way[-1]) == start:
            circle = " -> ".join([*way, start])
            text = f"fallback goes in a circle ({circle}); let it end somewhere"
            problems.append(Problem(paths[start], text))
    return problems


def _parts(config: object, section: str) -> Iterator[tuple[Path, object]]:
    parts = _get(config, section)
    if isinstance(parts, list | tuple):
        for number, part in enumerate(parts):
            yield (section, number), part


def _word(path: Path, part: object, key: str) -> Iterator[_Word]:
    value = _get(part, key)
    if isinstance(value, str) and value.strip():
        yield _Word((*path, key), value.strip())


def _words(path: Path, part: object, key: str) -> Iterator[_Word]:
    values = _get(part, key)
    if isinstance(values, list | tuple):
        for number, value in enumerate(values):
            if isinstance(value, str) and value.strip():
                yield _Word((*path, key, number), value.strip())


def _enabled(part: object) -> bool:
    return _get(part, "enabled") in (None, True)


def _get(part: object, key: str) -> Any:
    return part.get(key) if isinstance(part, Mapping) else getattr(part, key, None)
