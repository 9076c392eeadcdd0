"""A watched folder: no line lost, none read for ever, whatever happens to files."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.errors import SourceChanged, SourceRejected, SourceUnavailable
from monitor.core.model import Post
from sources import files as files_module
from sources.base import Page, SourceQuery
from sources.files import FilesSettings, FilesSource
from sources.folder import MAX_PLACES
from sources.http import Net
from tests.fakes.clock import FixedClock


class Watched:
    """A folder, and a collector that keeps its cursor between runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cursor = None
        # The file system's clock is the machine's.
        self.clock = FixedClock(datetime.now(UTC))
        self.more: dict[str, object] = {}

    def write(self, name: str, *ids: object, end: str = "\n") -> Path:
        path = self.folder / name
        path.write_text(lines(*ids)[:-1] + end)
        return path

    def append(self, name: str, text: str) -> None:
        with (self.folder / name).open("a") as file:
            file.write(text)

    def pages(self) -> list[Page]:
        settings = FilesSettings(path=str(self.folder), **self.more)
        source = FilesSource(settings, net=Net(self.clock))
        pages = []
        for page in source.fetch(SourceQuery(), self.cursor):
            pages.append(page)
            self.save(page)
        return pages

    def save(self, page: Page) -> None:
        if page.cursor is not None:
            text = json.dumps(page.cursor)
            assert len(text) < 4096
            self.cursor = json.loads(text)

    def ids(self) -> list[str]:
        return [post.external_id for page in self.pages() for post in page.posts]

    def reasons(self) -> list[str]:
        return [item.reason for page in self.pages() for item in page.poison]


def lines(*ids: object) -> str:
    return "".join(json.dumps({"id": str(i), "text": "x"}) + "\n" for i in ids)


@pytest.fixture
def watched(tmp_path) -> Watched:
    return Watched(tmp_path)


def test_a_file_is_read_once(watched):
    watched.write("a.jsonl", 1, 2)

    assert watched.ids() == ["1", "2"]
    assert watched.ids() == []


def test_a_file_that_grows_is_gone_on_with(watched):
    watched.write("a.jsonl", 1, 2)
    watched.ids()

    watched.append("a.jsonl", lines(3))

    assert watched.ids() == ["3"]
    assert watched.ids() == []


def test_a_line_that_is_half_written_waits_for_its_end(watched):
    watched.write("a.jsonl", 1)
    whole = lines(2)
    watched.append("a.jsonl", whole[:10])
    assert watched.ids() == ["1"]
    assert watched.ids() == []

    watched.append("a.jsonl", whole[10:])

    assert watched.ids() == ["2"]
    assert watched.ids() == []


def test_a_whole_last_line_needs_no_line_break(watched):
    watched.write("a.jsonl", 1, 2, end="")
    assert watched.ids() == ["1", "2"]

    watched.append("a.jsonl", "\n" + lines(3))

    assert watched.ids() == ["3"]


def test_a_line_that_is_never_finished_is_poison_in_the_end(watched):
    watched.write("a.jsonl", 1)
    watched.append("a.jsonl", '{"id": ')
    assert watched.ids() == ["1"]
    assert watched.reasons() == []

    watched.clock.advance(2 * 3600)

    (reason,) = watched.reasons()
    assert "not JSON" in reason
    assert watched.reasons() == []


def test_the_last_row_of_a_table_waits_until_the_file_stands_still(watched):
    (watched.folder / "a.csv").write_text("id,text\n1,x\n2,half")
    assert watched.ids() == ["1"]

    watched.append("a.csv", " a text\n")

    (page, *_) = watched.pages()
    assert [post.text for post in page.posts] == ["half a text"]


def test_a_last_row_without_a_line_break_is_read_once_it_stands(watched):
    (watched.folder / "a.csv").write_text("id,text\n1,x\n2,y")
    assert watched.ids() == ["1"]

    assert watched.ids() == ["2"]
    assert watched.ids() == []


def test_an_old_table_without_a_last_line_break_is_read_at_once(watched):
    (watched.folder / "a.csv").write_text("id,text\n1,x\n2,y")
    watched.clock.advance(60)

    assert watched.ids() == ["1", "2"]
    assert watched.ids() == []


def test_a_table_that_grows_is_gone_on_with(watched):
    (watched.folder / "a.csv").write_text("id,text\n1,x\n")
    watched.ids()

    watched.append("a.csv", '2,"y\nz"\n')

    assert watched.ids() == ["2"]


def test_a_packed_file_is_gone_on_with(watched):
    path = watched.folder / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines(1, 2).encode()))
    assert watched.ids() == ["1", "2"]

    with path.open("ab") as file:
        file.write(gzip.compress(lines(3).encode()))

    assert watched.ids() == ["3"]


def test_a_file_that_begins_anew_is_read_anew(watched):
    """copytruncate: the same file, emptied and written again."""
    path = watched.write("a.jsonl", 1, 2)
    watched.ids()

    with path.open("r+") as file:
        file.truncate(0)
        file.write(lines(7))
    assert watched.ids() == ["7"]

    with path.open("r+") as file:
        file.truncate(0)
        file.write(lines("other", "and", "longer"))
    assert watched.ids() == ["other", "and", "longer"]


def test_a_file_that_is_replaced_is_read_anew(watched):
    watched.write("a.jsonl", 1)
    watched.ids()

    new = watched.write("new", 2, 3)
    new.replace(watched.folder / "a.jsonl")

    assert watched.ids() == ["2", "3"]


def test_a_file_with_an_old_date_is_not_passed_over(watched):
    """mv and rsync keep dates: what counts is when it came."""
    for number in range(MAX_PLACES + 5):
        watched.write(f"{number}.jsonl", number)
    watched.ids()
    watched.clock.advance(600)
    watched.ids()
    assert watched.ids() == []

    late = watched.write("late.jsonl", "late")
    long_ago = (datetime.now(UTC) - timedelta(days=400)).timestamp()
    os.utime(late, (long_ago, long_ago))

    assert watched.ids() == ["late"]


@pytest.mark.slow
def test_no_file_is_lost_among_hundreds_and_the_cursor_stays_small(watched):
    for number in range(300):
        watched.write(f"{number:03d}.jsonl", number)
    everything = {str(number) for number in range(300)}
    assert set(watched.ids()) == everything

    watched.clock.advance(600)
    watched.ids()

    assert watched.ids() == []
    watched.append("007.jsonl", lines("new"))
    assert "new" in watched.ids()


def test_a_walk_that_dies_after_any_page_resumes_without_loss(watched, monkeypatch):
    monkeypatch.setattr(files_module, "PAGE_SIZE", 2)
    (watched.folder / "b.csv").write_text(
        "id,text\n" + "".join(f"b{n},x\n" for n in range(5))
    )
    for name in ("a", "c"):
        watched.write(f"{name}.jsonl", *(f"{name}{n}" for n in range(5)))
    everything = {f"{name}{n}" for name in "abc" for n in range(5)}
    whole = len(watched.pages())
    assert whole > 6

    for dies_after in range(1, whole):
        watched.cursor = None
        settings = FilesSettings(path=str(watched.folder))
        walk = FilesSource(settings, net=Net(watched.clock)).fetch(SourceQuery(), None)
        found = []
        for _ in range(dies_after):
            page = next(walk)
            found += page.posts
            watched.save(page)
        walk.close()
        rest = watched.ids()
        assert {post.external_id for post in found} | set(rest) == everything


def test_only_named_files_are_read(watched):
    watched.write("a.jsonl", 1)
    watched.write(".hidden.jsonl", 2)
    watched.write("notes.txt", 3)
    (watched.folder / "deep").mkdir()
    watched.write("deep/b.jsonl", 4)

    assert watched.ids() == ["1"]

    watched.more = {"recursive": True}
    assert watched.ids() == ["4"]
    watched.more = {"pattern": "*.txt"}
    assert watched.ids() == ["3"]


def test_a_single_file_can_be_watched(watched):
    path = watched.write("only.jsonl", 1)
    watched.write("other.jsonl", 2)
    watched.folder = path

    assert watched.ids() == ["1"]


def test_one_bad_line_is_poison_and_the_rest_goes_on(watched):
    """F18."""
    watched.write("a.jsonl", 1)
    watched.append("a.jsonl", "oops\n" + lines(2))

    (page, last) = watched.pages()

    assert [post.external_id for post in page.posts] == ["1", "2"]
    assert page.poison[0].reason.startswith("a.jsonl, line 2: not JSON")
    assert not last.posts


def test_one_bad_file_is_named_after_the_others_are_read(watched):
    (watched.folder / "a.csv").write_text("Number,Text\n1,x\n")
    watched.write("b.jsonl", 1)
    found: list[Post] = []
    source = FilesSource(
        FilesSettings(path=str(watched.folder)), net=Net(watched.clock)
    )

    def walk() -> None:
        for page in source.fetch(SourceQuery(), None):
            found.extend(page.posts)
            watched.save(page)

    with pytest.raises(SourceChanged, match=r"'a.csv': no column 'id'.*'Number', 'T"):
        walk()

    assert [post.external_id for post in found] == ["1"]
    (watched.folder / "a.csv").write_text("id,Text\n1,x\n")
    watched.more = {"columns": {"text": "Text"}}
    assert watched.ids() == ["1"]


def test_what_a_broken_archive_has_is_read_before_it_is_named(watched):
    packed = gzip.compress(lines(*range(5_000)).encode())
    (watched.folder / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found: list[Post] = []
    source = FilesSource(
        FilesSettings(path=str(watched.folder)), net=Net(watched.clock)
    )

    def walk() -> None:
        for page in source.fetch(SourceQuery(), None):
            found.extend(page.posts)

    with pytest.raises(SourceUnavailable, match="cannot be read to its end"):
        walk()

    assert len(found) > 1_000
    assert found[-1].external_id == str(len(found) - 1)


@pytest.mark.parametrize("act", ["check", "fetch"])
def test_a_folder_that_is_not_there_is_named(tmp_path, act):
    settings = FilesSettings(path=str(tmp_path / "no"))
    source = FilesSource(settings, net=Net(FixedClock()))

    with pytest.raises(SourceRejected, match=r"no' cannot be read: No such file"):
        source.check() if act == "check" else list(source.fetch(SourceQuery(), None))


def test_a_pattern_that_leads_out_of_the_folder_is_refused(tmp_path):
    settings = FilesSettings(path=str(tmp_path), pattern="/etc/*")

    with pytest.raises(SourceRejected, match="check path and pattern"):
        FilesSource(settings, net=Net(FixedClock())).check()


def test_posts_keep_the_network_they_name(watched):
    watched.more = {"source": "reviews"}
    watched.append("a.jsonl", '{"id": 1, "text": "x", "source": "x"}\n' + lines(2))

    (page, _) = watched.pages()

    assert [post.source for post in page.posts] == ["x", "reviews"]


@pytest.mark.slow
@settings(max_examples=60)
@given(st.data())
def test_whatever_happens_to_files_every_line_is_read(tmp_path_factory, data):
    """F20: files come, grow, are torn and end, and every line is found."""
    watched = Watched(tmp_path_factory.mktemp("watched"))
    written: dict[str, str] = {}
    found: set[str] = set()
    expected: set[str] = set()
    for number in range(data.draw(st.integers(1, 12))):
        name = data.draw(st.sampled_from(["a.jsonl", "b.csv", "c.jsonl"]))
        text = f"{number},x\n" if name.endswith("csv") else lines(number)
        expected.add(str(number))
        if name not in written and name.endswith("csv"):
            watched.append(name, "id,text\n")
        written[name] = text
        cut = data.draw(st.integers(0, len(text)))
        watched.append(name, text[:cut])
        if data.draw(st.booleans()):
            found.update(watched.ids())
        watched.append(name, text[cut:])
        if data.draw(st.booleans()):
            found.update(watched.ids())
    found.update(watched.ids())

    assert found >= expected
    assert watched.ids() == []
    shutil.rmtree(watched.folder)
