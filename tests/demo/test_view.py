"""The demo in a terminal: everything to be seen, in any size, and no harm done."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from monitor.demo.panels import clock_time, duration, readable
from monitor.demo.view import ChannelLine, FeedLine, LiveView, Snapshot, render, to_svg
from tests.demo.scenes import NOON, moment

SIZES = [(80, 24), (140, 45), (110, 30), (60, 16), (250, 70)]
HOSTILE = [
    "\x1b[2J\x1b]8;;https://evil.example\x07click",
    "[bold red]not markup[/] [/] [link=https://evil.example]x[/link]",
    "\u202etxet desrever\u202c \u2066x",
    "line\r\nbreak\ttab\x00\x9b31m\ud800",
    "a\u200bb\u00ad\ufeff" * 400,
    "e" + "\u0301" * 300,
    "😀👩‍👩‍👧‍👦🇰🇷" * 200,
    "",
]


def screen(snapshot: Snapshot, size: tuple[int, int]) -> list[str]:
    """Return the screen's lines, without colours."""
    width, height = size
    file = io.StringIO()
    console = Console(file=file, width=width, height=height, color_system=None)
    console.print(render(snapshot))
    return file.getvalue().removesuffix("\n").split("\n")


@pytest.mark.parametrize("size", SIZES)
def test_the_screen_is_filled_exactly_with_letters_of_any_width(
    size: tuple[int, int],
) -> None:
    lines = screen(moment(), size)

    assert len(lines) == size[1]
    assert {cell_len(line) for line in lines} == {size[0]}


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
def test_everything_can_be_seen(size: tuple[int, int]) -> None:
    text = "\n".join(screen(moment(), size))

    for word in ("x-stream", "reddit", "helpdesk", "332", "74", "failing"):
        assert word in text, "collectors"
    for word in ("Northwind Air", "Kumo Coffee", "쿠모커피", "云咖啡", "app store"):
        assert word in text, "mentions"
    for word in ("Slack #support", "by maya_ellis", "1 reply", "김민수"):
        assert word in text, "channel"
    for word in ("1,204", "640", "87", "92", "1.4 s", "3.8 s", "4:05"):
        assert word in text, "numbers"
    assert "http://127.0.0.1:8765/" in text
    assert "Ctrl-C" in text


def test_labels_are_marked_without_colours_too() -> None:
    text = "\n".join(screen(moment(), (140, 45)))

    for words in ("- negative", "+ positive", "· neutral", "? unreadable"):
        assert words in text


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
def test_the_newest_is_on_top(size: tuple[int, int]) -> None:
    lines = screen(moment(), size)

    high = next(n for n, line in enumerate(lines) if "by maya_ellis" in line)
    critical = next(
        n for n, line in enumerate(lines) if "Kumo Coffee: critical" in line
    )
    assert high < critical


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
def test_an_empty_beginning_is_calm(size: tuple[int, int]) -> None:
    lines = screen(Snapshot(now=NOON), size)

    assert len(lines) == size[1]
    assert any("nothing yet" in line for line in lines)


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_of_a_stranger_can_disturb_the_screen(
    text: str, size: tuple[int, int]
) -> None:
    feed = FeedLine(
        key="1", at=NOON, network=text, brand=text, label="negative", text=text
    )
    message = ChannelLine(key="1", at=NOON, headline=text, text=text)
    snapshot = replace(
        moment(rounds=0),
        feed=(feed,) * 9,
        channel=(message,) * 9,
        channel_name=text,
        urls=(("Slack", "http://127.0.0.1:8765/"),),
    )

    lines = screen(snapshot, size)

    assert len(lines) == size[1]
    assert not re.search(
        r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "".join(lines)
    )
    if "markup" in text:
        assert any("[bold red]" in line for line in lines)


@given(st.text(max_size=80))
def test_a_readable_text_is_one_line_of_visible_letters(text: str) -> None:
    found = readable(text)

    assert not {unicodedata.category(letter) for letter in found} & {"Cc", "Cs"}
    assert "\n" not in found
    assert found == found.strip()


def test_ordinary_texts_stay_as_they_are() -> None:
    text = "@northwindair 쿠모커피 云咖啡 の返金、 ¿qué? «déçue» [sic] 😀"

    assert readable(text) == text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "-"), (0.04, "0.0 s"), (2.14, "2.1 s"), (60, "1:00"), (605.9, "10:05")],
)
def test_durations_are_for_people(seconds: float | None, words: str) -> None:
    assert duration(seconds) == words


def pipe(encoding: str = "utf-8") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")


def written(file: io.TextIOWrapper) -> str:
    file.flush()
    buffer = file.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(file.encoding)


def terminal(file: io.TextIOWrapper, size: tuple[int, int] = (80, 24)) -> Console:
    return Console(
        file=file,
        width=size[0],
        height=size[1],
        force_terminal=True,
        _environ={"TERM": "xterm-256color"},
    )


def test_without_a_terminal_every_event_is_one_line_once() -> None:
    file = pipe()
    early = moment(rounds=1)
    late = FeedLine(
        key="new", at=NOON + timedelta(seconds=9), network="rss",
        brand="Kumo Coffee", label="neutral", text="two\nlines",
    )  # fmt: skip
    later = replace(early, feed=(late, *early.feed))

    with LiveView(Console(file=file)) as view:
        view.update(early)
        view.update(early)
        first = written(file).splitlines()
        view.update(later)

    lines = written(file).splitlines()
    assert view.plain
    assert first[0] == "Slack: http://127.0.0.1:8765/"
    assert len(first) == 1 + len(early.feed) + len(early.channel)
    assert lines[len(first) :] == [
        f"{clock_time(late.at)} rss        neutral    Kumo Coffee: two lines"
    ]
    assert "\x1b" not in "".join(lines)


def test_lines_come_in_the_order_of_time() -> None:
    file = pipe()

    with LiveView(Console(file=file)) as view:
        view.update(moment(rounds=1))

    times = [line[:8] for line in written(file).splitlines()[1:]]
    assert times == sorted(times)


def test_a_terminal_is_given_back_as_it_was() -> None:
    file = pipe()

    with LiveView(terminal(file)) as view:
        view.update(moment())

    raw = written(file)
    assert not view.plain
    assert raw.index("\x1b[?1049h") < raw.index("x-stream") < raw.index("\x1b[?1049l")
    assert raw.rindex("\x1b[?25l") < raw.rindex("\x1b[?25h"), "the cursor is back"


def test_a_terminal_is_given_back_after_a_failure_too() -> None:
    file = pipe()

    def interrupted() -> None:
        with LiveView(terminal(file)) as view:
            view.update(moment())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert "\x1b[?1049l" in written(file)


@pytest.mark.parametrize(
    "console",
    [
        lambda: terminal(pipe(), (40, 24)),
        lambda: terminal(pipe(), (80, 10)),
        lambda: terminal(pipe("ascii")),
        lambda: Console(file=pipe(), force_terminal=True, _environ={"TERM": "dumb"}),
    ],
    ids=["narrow", "low", "ascii", "dumb"],
)
def test_a_poor_terminal_gets_lines(console: object) -> None:
    view = LiveView(console())  # type: ignore[operator]

    with view:
        view.update(moment(rounds=1))

    assert view.plain


def test_lines_can_be_asked_for() -> None:
    assert LiveView(terminal(pipe()), plain=True).plain


def test_an_output_without_hangul_shows_question_marks() -> None:
    file = pipe("ascii")

    with LiveView(Console(file=file)) as view:
        view.update(moment(rounds=1))

    assert "Kumo Coffee: ???? ???" in written(file)


def test_the_picture_is_sound_and_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    to_svg(moment(), tmp_path / "demo.svg")

    raw = (tmp_path / "demo.svg").read_text("utf-8")
    root = ET.fromstring(raw)
    assert root.tag.endswith("svg")
    assert "@font-face" not in raw
    assert not re.search(r"(url\(|href=)[\"']?https?:", raw)
    words = "".join(root.itertext()).replace("\xa0", " ")
    assert "쿠모커피" in words
    assert "Slack #support" in words


def test_wide_letters_take_two_cells_in_the_picture(tmp_path: Path) -> None:
    to_svg(moment(), tmp_path / "demo.svg")

    root = ET.parse(tmp_path / "demo.svg").getroot()
    cells = {
        round(float(node.get("textLength", "0")) / cell_len(node.text), 1)
        for node in root.iter("{http://www.w3.org/2000/svg}text")
        if node.get("textLength") and node.text and cell_len(node.text)
    }
    assert cells == {12.2}


def test_the_same_moment_makes_the_same_picture(tmp_path: Path) -> None:
    for name in ("one", "two"):
        to_svg(moment(), tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
