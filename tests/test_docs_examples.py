"""The code of the developers' pages, taken from the pages and run."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from monitor.bootstrap import ROOT
from monitor.core.errors import RateLimited, SourceChanged
from monitor.demo.server import fails_with
from sources.base import Source
from tests.alerts.notifiers import cases as notifier_cases
from tests.alerts.notifiers.clauses import CLAUSES as NOTIFIER_CLAUSES
from tests.alerts.notifiers.clauses import NEED_LOG
from tests.alerts.notifiers.peers import HttpPeer
from tests.contract import cases as source_cases
from tests.contract.bench import Bench, bench_for, last_cursor, posts_of
from tests.contract.case import Case
from tests.contract.clauses import CLAUSES as SOURCE_CLAUSES
from tests.pages import DOCS, blocks, read

SOURCE_PAGE = DOCS / "developers" / "add-a-source.md"
RECEIVER_PAGE = DOCS / "developers" / "add-a-receiver.md"
STARLETTE = {
    "Request": Request,
    "JSONResponse": JSONResponse,
    "BaseRoute": BaseRoute,
    "Route": Route,
}


def example(page: Path, number: int) -> str:
    return blocks(page, "python")[number]


def module(code: str, name: str, folder: Path) -> ModuleType:
    """Import code as the file that the page says it is."""
    file = folder / f"{name}.py"
    file.write_text(code, encoding="utf-8")
    spec = spec_from_file_location(f"example_{name}", file)
    assert spec
    assert spec.loader
    made = module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def forum(tmp_path_factory):
    return module(example(SOURCE_PAGE, 0), "forum", tmp_path_factory.mktemp("forum"))


@pytest.fixture(scope="module")
def bench(forum, tmp_path_factory):
    """The example source and the example network, on the bench of all sources."""
    names = {**vars(source_cases), **STARLETTE}
    exec(compile(example(SOURCE_PAGE, 2), SOURCE_PAGE.name, "exec"), names)
    case: Case = names["FORUM"]
    values = {name: getattr(case, name) for name in Case.__dataclass_fields__}
    case = Case(**{**values, "load": lambda: forum.ForumSource})
    with bench_for(case, tmp_path_factory.mktemp("case")) as made:
        yield made


def test_the_example_source_is_a_source_of_under_80_lines(bench: Bench):
    assert len(example(SOURCE_PAGE, 0).splitlines()) < 80
    assert isinstance(bench.source(), Source)
    assert "`sources/forum.py`:\n\n```python" in read("docs/developers/add-a-source.md")


@pytest.mark.parametrize("clause", SOURCE_CLAUSES, ids=lambda clause: clause.__name__)
def test_the_example_source_keeps_every_promise(bench: Bench, clause):
    bench.traffic.clear()

    clause(bench)


def test_the_example_source_reads_posts_and_goes_on_from_its_cursor(bench: Bench):
    first = bench.walk()
    new = bench.place().world.add(
        "forum", "<p>Acme &amp; I</p>", bench.now, author="kim"
    )

    again = bench.walk(last_cursor(first))

    found = {post.external_id: post for post in posts_of(again)}
    assert found[str(new.number)].text == "Acme & I"
    assert found[str(new.number)].author.handle == "kim"
    assert last_cursor(again) == {"at": int(bench.now.timestamp())}
    bench.expected += 1


def test_the_example_source_says_when_posts_are_out_of_reach(bench: Bench, forum):
    settings = forum.ForumSettings(base_url=bench.place().url, max_pages=1)
    source = forum.ForumSource(settings, net=bench.source()._net)

    pages = list(source.fetch(bench.case.query, {"at": 1}))

    assert pages[-1].gap


@pytest.mark.parametrize(
    ("answer", "error"),
    [(b"[]", SourceChanged), (b'{"items": {}}', SourceChanged), (b"", SourceChanged)],
)
def test_the_example_source_knows_an_answer_of_another_shape(bench, answer, error):
    bench.traffic.fail(0, fails_with(200, answer.decode()))

    with pytest.raises(error):
        bench.source().check()


def test_the_example_source_hands_on_how_long_to_wait(bench: Bench):
    bench.traffic.fail(0, fails_with(429, Retry_After="7"))

    with pytest.raises(RateLimited) as caught:
        bench.walk()

    assert caught.value.retry_after == 7


# -- a receiver ------------------------------------------------------------


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return module(example(RECEIVER_PAGE, 0), "room", tmp_path_factory.mktemp("room"))


@pytest.fixture
def room_case(room):
    names = dict(vars(notifier_cases))
    exec(compile(example(RECEIVER_PAGE, 2), RECEIVER_PAGE.name, "exec"), names)
    with HttpPeer() as peer:
        yield names["RoomCase"](peer, room.RoomNotifier)


@pytest.mark.parametrize("clause", NOTIFIER_CLAUSES, ids=lambda clause: clause.__name__)
def test_the_example_receiver_keeps_every_promise(room_case, clause, caplog):
    clause(room_case, caplog) if clause in NEED_LOG else clause(room_case)


@pytest.mark.parametrize(
    "page", [SOURCE_PAGE, RECEIVER_PAGE], ids=["source", "receiver"]
)
def test_the_examples_are_in_the_house_style(page, tmp_path):
    file = tmp_path / "example.py"
    file.write_text(example(page, 0), encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff"]
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache", str(file)]

    for task in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [*ruff, *task, *config], check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
