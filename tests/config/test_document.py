"""Reading YAML without its surprises."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.document import MAX_DEPTH, Document, parse, spell


def only_problem(text: str) -> tuple[int, str]:
    document = parse(text)
    assert len(document.problems) == 1, document.problems
    problem = document.problems[0]
    return problem.line, f"{spell(problem.path)}: {problem.text}"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("22:00:05", "22:00:05"),
        ("0123", "0123"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2026-12-01", "2026-12-01"),
        ("2026-12-01T10:00:00Z", "2026-12-01T10:00:00Z"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("=", "="),
        ("<<", "<<"),
        ("1e3", 1000.0),
        ("1.10", 1.1),
        ("-7", -7),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ('"null"', "null"),
        ("'12'", "12"),
        ("C0123456789", "C0123456789"),
        ("대한항공", "대한항공"),
        ("9" * 5000, "9" * 5000),
        ("1e999", "1e999"),
    ],
)
def test_a_plain_value_is_what_a_reader_takes_it_for(written: str, value: object):
    """YAML 1.1 traps, clause 112 of the security tests."""
    document = parse(f"key: {written}\n")

    assert document.problems == ()
    assert document.data == {"key": value}
    assert type(document.data["key"]) is type(value)


def test_keys_are_always_text():
    document = parse("on: 1\n1: 2\nnull: 3\ntrue: 4\n")

    assert document.data == {"on": 1, "1": 2, "null": 3, "true": 4}


def test_what_was_written_for_a_number_is_remembered():
    document = parse("a: 1.10\nb: [true, '1']\n")

    assert document.marks[("a",)].text == "1.10"
    assert document.marks[("b", 0)].text == "true"
    assert document.marks[("b", 1)].text is None


def test_every_value_knows_its_line():
    document = parse(
        "a:\n  b:\n    - c: 1\n      d: |\n        text\n    - x\nlast: 1\n"
    )

    assert document.line(("a",)) == 1
    assert document.line(("a", "b", 0, "c")) == 3
    assert document.line(("a", "b", 0, "d")) == 4
    assert document.line(("a", "b", 1)) == 6
    assert document.line(("last",)) == 7


def test_what_is_not_written_has_the_line_of_what_is_around_it():
    document = parse("x: 1\na:\n  - b: 1\n")

    assert document.line(("a", 0, "missing", "deeper")) == 3
    assert document.line(("a", 7)) == 2
    assert document.line(("nowhere",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a: is given twice, first on line 1"),
        ("x:\n  a: {c: 1}\n  a: {c: 2}\n", 3, "x.a: is given twice, first on line 2"),
        ("a: &x 1\n", 1, "anchor '&x' is refused"),
        ("a: 1\nb: *x\n", 2, "alias '*x' is refused"),
        ("a: !!python/object/apply:os.system [x]\n", 1, "tag '!!python/object/apply"),
        ("a:\n  - !thing {b: 1}\n", 2, "tag '!thing' is refused"),
        ("a: !!str 1\n", 1, "tag '!!str' is refused"),
        ("a: 1\n---\nb: 2\n", 2, "a second document"),
        ("? [a, b]\n: 1\n", 1, "a key must be one word"),
        ("a: 1\nb:\n\tc: 1\n", 3, "a tab stands where spaces must"),
        ("a: 1\nb: [1, 2\n", 2, "a '[' or '{' is opened and not closed"),
        ("a: 1\nb: {c: 1\nd: 2\n", 2, "a '[' or '{' is opened and not closed"),
        ("a: 1\nb: 'open\nc: 2\n", 2, "a quote is opened and never closed"),
        ("a: b: c\n", 1, "a second ':' in one value"),
        ("a: 1\nb: @acme\n", 2, "a value cannot begin with '@'"),
        ("a:\n  - 1\n b: 2\n", 3, "check the indentation"),
        ("a: 1\nb: \x00\n", 2, "character '\\x00' is not allowed"),
        ("a: \x1b[2J\n", 1, "character '\\x1b' is not allowed"),
    ],
)
def test_what_is_refused_is_named_with_its_line(text: str, line: int, words: str):
    """F31; clauses 110 to 112 of the security tests."""
    found_line, found = only_problem(text)

    assert found_line == line
    assert words in found
    assert "; " in found


def test_a_value_that_is_given_twice_keeps_the_first_and_its_lines():
    document = parse("a: {b: 1}\nz: 0\na: {b: 2, c: 3}\n")

    assert document.data == {"a": {"b": 1}, "z": 0}
    assert document.line(("a", "b")) == 1
    assert ("a", "c") not in document.marks


def test_an_alias_bomb_is_refused_without_being_unfolded():
    """Clause 111: safe_load accepts this, and walking it takes for ever."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]

    document = parse("\n".join(lines))

    assert document.problems[0].line == 1
    assert "anchor '&a0' is refused" in document.problems[0].text
    assert any("alias '*a0'" in problem.text for problem in document.problems)
    assert document.data["a11"] == [None] * 10


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(opening: str):
    """Clause 108: 100,000 brackets must not reach the recursion limit."""
    line, found = only_problem(opening * 100_000)

    assert line == 1
    assert f"more than {MAX_DEPTH} levels deep" in found


def test_nesting_up_to_the_limit_is_read():
    depth = MAX_DEPTH - 1

    document = parse("a: " + "[" * depth + "x" + "]" * depth)

    assert document.problems == ()


def test_a_path_is_spelled_as_people_read_it():
    assert (
        spell(("collectors", 0, "settings", "token")) == "collectors[0].settings.token"
    )


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fall(text: str):
    assert isinstance(parse(text), Document)


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=9
).filter(lambda word: not re.fullmatch(r"[-+]?[0-9]+[eE][-+]?[0-9]+", word))
"""PyYAML follows YAML 1.1, where 1e3 is text and may be written without quotes."""
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | _WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(_WORDS, _DATA, max_size=4))
def test_what_yaml_writes_is_read_back(data: dict[str, object]):
    import yaml

    class _NoAliases(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    text = yaml.dump(data, Dumper=_NoAliases, allow_unicode=True)

    document = parse(text)

    assert document.problems == ()
    assert document.data == data
