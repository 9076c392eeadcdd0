"""The documentation tells the truth: names, commands, links and messages."""

from __future__ import annotations

import ast
import inspect
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import typer

from alerts import registry as notifiers
from alerts.notifiers.slack_errors import code_error
from monitor.bootstrap import ROOT
from monitor.cli.commands import app
from monitor.core import crash, errors
from monitor.core.model import DeliveryState
from monitor.health import Health
from monitor.observe import Metrics
from sources import registry as sources
from tests.pages import DOCS, PAGES, blocks, prose, read

VERIFIED = (
    "written from documentation",
    "replayed from a recording",
    "seen live on 20",
)
PROGRAM = ("overheard", "python3 run_monitor.py")
PACKAGES = ("monitor", "sources", "alerts", "config")

_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|tmp|mnt)/")

pages = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix()
)


# -- names --------------------------------------------------------------------


def commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_in_the_readme_and_on_the_running_page(name):
    for told in (read("README.md"), read("docs", "operators", "run.md")):
        assert re.search(rf"`(?:overheard )?{name}\b[^`]*`", told)


@pages
def test_every_command_line_that_is_written_down_is_understood(page):
    for line in _command_lines(page):
        words = shlex.split(line, comments=True)
        name = next((w for w in words if not w.startswith("-")), "run")
        if name in ("COMMAND", "…"):
            continue
        assert name in commands(), line
        known = _options(commands()[name]) | _options(typer.main.get_command(app))
        given = {w.partition("=")[0] for w in words if re.match(r"--?[a-z]", w)}
        assert given <= known | {"--help"}, line


def _command_lines(page: Path) -> Iterator[str]:
    """Yield what follows the program's name, in blocks and in the text."""
    said = blocks(page, "text")
    lines = [
        line for body in blocks(page) if body not in said for line in body.splitlines()
    ]
    for line in [*lines, *re.findall(r"`([^`\n]+)`", prose(page))]:
        for part in re.split(r" (?:\||&&|>|<) ", line):
            words = part.strip().removeprefix("$ ")
            for program in PROGRAM:
                if words == program or words.startswith(f"{program} "):
                    yield words.removeprefix(program)


def _options(command: Any) -> set[str]:
    own = {
        opt
        for param in command.params
        for opt in (*param.opts, *param.secondary_opts, param.name or "")
    }
    return own.union(*map(_options, getattr(command, "commands", {}).values()))


@pytest.mark.parametrize("kind", sorted(sources.BUILTIN))
def test_every_source_has_a_page_that_says_how_it_was_verified(kind):
    page = DOCS / "sources" / f"{kind}.md"
    text = page.read_text(encoding="utf-8").casefold()

    told = text.partition("how it was verified")[2][:600]

    assert any(word in told for word in VERIFIED), f"{page.name} does not say it"


@pytest.mark.parametrize("kind", sorted(sources.BUILTIN))
def test_every_source_is_in_the_table_of_the_readme(kind):
    assert f"(docs/sources/{kind}.md)" in read("README.md")


@pytest.mark.parametrize("kind", sorted(notifiers.BUILTIN))
def test_every_notifier_is_described_for_operators(kind):
    assert re.search(rf"\b{kind}\b", read("docs", "operators", "receivers.md").lower())


def test_the_tree_of_errors_is_drawn_as_it_is():
    """The picture is what people read; a class that is missing there is not found."""
    drawn = _drawn_tree(errors.__doc__ or "")

    real = {
        name: found.__base__.__name__
        for name, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, errors.MonitorError) and found is not errors.MonitorError
    }

    assert drawn == real


def _drawn_tree(text: str) -> dict[str, str]:
    """Return the parent of each class in a tree of ├── and └──."""
    parents: dict[str, str] = {}
    above = {0: "MonitorError"}
    for line in text.splitlines():
        if found := re.match(r"([│ ]*)[├└]── (\w+) {2,}\S", line):
            depth = len(found[1]) // 4 + 1
            parents[found[2]] = above[depth - 1]
            above[depth] = found[2]
    return parents


def metric_names() -> list[str]:
    found = Metrics().registry.collect()
    return [m.name + "_total" * (m.type == "counter") for m in found]


@pytest.mark.parametrize("name", metric_names())
def test_every_metric_is_explained(name):
    assert f"`{name}`" in read("docs", "operators", "monitoring.md")


@pytest.mark.parametrize("state", list(Health))
def test_every_state_of_a_collector_is_explained(state):
    assert f"| `{state}` |" in read("docs", "operators", "monitoring.md")


def numbers_of_faults() -> tuple[set[str], set[str]]:
    """Return the faults that the page lists as tested, and those it mentions."""
    page = read("docs", "developers", "testing.md")
    rows = set(re.findall(r"^\| (F\d+) \|", page, re.MULTILINE))
    missing = page.partition("Not covered by a test yet")[2]
    return rows, rows | set(re.findall(r"\bF\d+\b", missing))


def test_every_fault_that_a_test_names_is_explained_and_the_other_way_round():
    tested = {
        number
        for file in (ROOT / "tests").rglob("test_*.py")
        for number in _faults(file.read_text(encoding="utf-8"))
        if file.name != "test_docs.py"
    } | set(_faults(read("tests", "contract", "clauses.py")))
    rows, mentioned = numbers_of_faults()

    assert tested <= mentioned
    assert rows <= tested


def _faults(text: str) -> Iterator[str]:
    """Yield F-numbers, those between "F11 to F14" as well."""
    yield from re.findall(r"\bF\d{1,2}\b", text)
    for first, last in re.findall(r"\bF(\d{1,2}) to F(\d{1,2})\b", text):
        yield from (f"F{number}" for number in range(int(first), int(last)))


@pytest.mark.parametrize("name", [*DeliveryState, *crash.POINTS])
def test_the_architecture_names_every_state_and_every_crash_point(name):
    assert re.search(rf"\b{re.escape(name)}\b", read("docs/developers/architecture.md"))


# -- links and paths ------------------------------------------------------------


@pages
def test_every_relative_link_leads_somewhere(page):
    for target in _targets(page, image=False):
        place, _, anchor = target.partition("#")
        file = (page.parent / unquote(place)).resolve() if place else page
        assert file.exists(), f"{target} leads nowhere"
        if anchor and file.suffix == ".md":
            assert anchor in _anchors(file), f"{target}: no such heading"


@pages
def test_every_picture_is_there(page):
    for target in _targets(page, image=True):
        assert (page.parent / target).exists(), f"{target} is missing"


def _targets(page: Path, *, image: bool) -> Iterator[str]:
    for mark, target in _LINK.findall(prose(page)):
        if bool(mark) is image and not re.match(r"[a-z]+:", target):
            yield target


def _anchors(page: Path) -> set[str]:
    """Return the names that GitHub gives to headings."""
    titles = [title.strip().lower() for title in _HEADING.findall(prose(page))]
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


@pages
def test_no_page_names_a_path_of_somebodys_machine(page):
    assert not _MACHINE_PATH.search(page.read_text(encoding="utf-8"))


# -- messages -----------------------------------------------------------------------


@cache
def spoken() -> str:
    """Return every text in the program, with … for what is filled in."""
    texts = []
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            texts += [_template(node) for node in ast.walk(tree)]
    return "\n".join(texts)


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = (
        part.value if isinstance(part, ast.Constant) else "…" for part in node.values
    )
    return "".join(map(str, parts))


def quoted_messages() -> list[str]:
    found = blocks(DOCS / "operators" / "troubleshoot.md", "text")
    return [line for block in found for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("message", quoted_messages())
def test_messages_are_quoted_as_the_program_says_them(message):
    """Who searches for a message has it word by word; … stands for a value."""
    words = [piece.strip(" :;") for piece in re.split("…|; ", message)]

    missing = [piece for piece in words if piece not in spoken()]

    assert not missing
    assert max(map(len, words)) >= 10, "too little of it is ours"


@pytest.mark.parametrize(
    "code",
    [
        "not_in_channel",
        "channel_not_found",
        "missing_scope",
        "invalid_auth",
        "is_archived",
    ],
)
def test_the_refusals_of_slack_are_quoted_as_they_appear(code):
    said = str(code_error("support", code))

    assert said in read("docs", "operators", "troubleshoot.md")
