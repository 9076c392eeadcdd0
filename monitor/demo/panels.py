"""The demo in a terminal: collectors, the newest mentions, and the team's Slack.

`render` is a function of a Snapshot and of the space there is. Texts of strangers
are shown as they are, less what would move the cursor or turn the line around.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from pathlib import Path

from rich.align import Align
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.layout import Layout
from rich.panel import Panel
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from monitor.demo.snapshot import ChannelLine, CollectorLine, FeedLine, Snapshot

WIDE = 110
"""Columns from which everything fits side by side."""
LONGEST_TEXT = 600
MOST_COLLECTORS = 10
FEED_TITLE = "mentions, newest first"

LABELS = {
    "negative": "bold red",
    "positive": "green",
    "neutral": "white",
    "unreadable": "magenta",
}
MARKS = {"negative": "-", "positive": "+", "neutral": "·", "unreadable": "?"}
SEVERITIES = {
    "critical": "bright_red",
    "high": "red",
    "medium": "dark_orange",
    "low": "yellow",
    "none": "bright_black",
}
NETWORKS = {
    "x": "bold white",
    "reddit": "orange_red1",
    "hackernews": "orange1",
    "rss": "gold3",
    "mastodon": "medium_purple1",
    "bluesky": "deep_sky_blue1",
    "app_store": "dodger_blue1",
    "google_reviews": "spring_green2",
    "files": "grey70",
}
SHORT_NAMES = {"hackernews": "hn", "google_reviews": "google", "app_store": "app store"}
GOOD_STATES = frozenset({"ok", "running", "streaming"})

# Controls, and marks that hide, join or turn round what follows.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
_SVG_TEXT = re.compile(
    '<text (?P<style>class="[^"]*") x="(?P<x>[^"]*)" (?P<y>y="[^"]*") '
    'textLength="(?P<length>[^"]*)" (?P<clip>clip-path="[^"]*")>(?P<text>[^<]*)</text>'
)
_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


def render(snapshot: Snapshot) -> RenderableType:
    """Return the whole screen; it fills the terminal it is printed to."""
    return _Screen(snapshot)


def to_svg(
    snapshot: Snapshot, path: Path, *, size: tuple[int, int] = (140, 45)
) -> None:
    """Save the screen as a picture that needs no font from elsewhere."""
    width, height = size
    console = Console(
        file=io.StringIO(),
        record=True,
        width=width,
        height=height,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    console.print(render(snapshot), height=height)
    svg = console.export_svg(title="overheard demo", unique_id="overheard")
    svg = _SVG_TEXT.sub(_in_place, _FONT_FACE.sub("", svg))
    path.write_text(svg, encoding="utf-8")


def _in_place(found: re.Match[str]) -> str:
    """Give wide letters the two cells they take; rich counts one for each."""
    text = html.unescape(found["text"])
    if cell_len(text) == len(text):
        return found[0]
    x, cell = float(found["x"]), float(found["length"]) / len(text)
    parts = []
    for _, letters in groupby(text, key=lambda letter: cell_len(letter) > 1):
        run = "".join(letters)
        width = cell * cell_len(run)
        said = html.escape(run).replace(" ", "&#160;")
        parts.append(
            f'<text {found["style"]} x="{x:g}" {found["y"]} textLength="{width:g}" '
            f"{found['clip']}>{said}</text>"
        )
        x += width
    return "".join(parts)


def readable(text: str) -> str:
    """Return a text as one line that leaves the terminal alone."""
    return " ".join(_UNSEEN.sub(" ", text[:LONGEST_TEXT]).split())


def clock_time(at: datetime) -> str:
    """Return hours, minutes and seconds in the terminal's time zone."""
    return at.astimezone().strftime("%H:%M:%S")


def duration(seconds: float | None) -> str:
    """Return seconds for people: `2.1 s`, `4:05`, `-` when unknown."""
    if seconds is None:
        return "-"
    if seconds < 60:
        return f"{max(0.0, seconds):.1f} s"
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


class _Screen:
    """Chooses the arrangement when it is known how much room there is."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        arrange = _wide if options.max_width >= WIDE else _narrow
        height = options.height or console.height
        layout = arrange(self._snapshot)
        yield from console.render(layout, options.update(height=height))


def _wide(snapshot: Snapshot) -> Layout:
    left = Layout(size=40)
    left.split_column(
        Layout(_collectors(snapshot, wide=True), size=len(snapshot.collectors) + 3),
        Layout(_numbers(snapshot)),
    )
    body = Layout()
    body.split_row(
        left,
        Layout(_panel(Group(*map(_mention, snapshot.feed)), FEED_TITLE)),
        Layout(_channel(snapshot, apart=True)),
    )
    screen = Layout()
    screen.split_column(Layout(_head(snapshot), size=1), body)
    return screen


def _narrow(snapshot: Snapshot) -> Layout:
    upper = Layout(size=min(len(snapshot.collectors), MOST_COLLECTORS) + 2)
    upper.split_row(
        Layout(_collectors(snapshot, wide=False), size=29), Layout(_feed(snapshot))
    )
    screen = Layout()
    screen.split_column(
        Layout(_head(snapshot), size=1),
        upper,
        Layout(_channel(snapshot, apart=False)),
        Layout(_foot(snapshot), size=2),
    )
    return screen


def _head(snapshot: Snapshot) -> RenderableType:
    left = Text.assemble((" Overheard ", "bold white on dark_green"))
    left.append("  demo: the networks and the people are invented", style="italic")
    return _ends(left, Text(clock_time(snapshot.now)))


def _numbers(snapshot: Snapshot) -> Panel:
    table = _table(show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for name, value in (
        ("posts read", f"{snapshot.posts:,}"),
        ("mentions", f"{snapshot.mentions:,}"),
        ("alerts", f"{snapshot.alerts:,}"),
        ("messages in Slack", f"{snapshot.messages:,}"),
        ("", ""),
        ("from post to Slack", ""),
        ("  half within", duration(snapshot.latency_p50)),
        ("  95 % within", duration(snapshot.latency_p95)),
        ("", ""),
        ("time left", duration(snapshot.left)),
    ):
        table.add_row(name, Text(value, style="bold"))
    places = [Text(f"\n{name}\n{url}", style="cyan") for name, url in snapshot.urls]
    end = Text("\nCtrl-C ends it", style="dim")
    return _panel(Group(table, *places, end), "so far")


def _foot(snapshot: Snapshot) -> RenderableType:
    counts = _pairs(
        [
            ("posts", f"{snapshot.posts:,}"),
            ("hits", f"{snapshot.mentions:,}"),
            ("alerts", f"{snapshot.alerts:,}"),
            ("Slack", f"{snapshot.messages:,}"),
        ]
    )
    speed = [
        ("p50", duration(snapshot.latency_p50)),
        ("p95", duration(snapshot.latency_p95)),
    ]
    end = "Ctrl-C ends it"
    if snapshot.left is not None:
        end = f"{duration(snapshot.left)} left, {end}"
    places = _pairs(snapshot.urls, style="cyan")
    return Group(_ends(counts, _pairs(speed)), _ends(places, Text(end, style="dim")))


def _collectors(snapshot: Snapshot, *, wide: bool) -> Panel:
    table = _table(show_header=wide)
    table.add_column("", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("posts", justify="right", no_wrap=True)
    table.add_column("hits", justify="right", no_wrap=True)
    if wide:
        table.add_column("last run", no_wrap=True)
    table.add_column("", no_wrap=True)
    for line in snapshot.collectors:
        table.add_row(*_collector_cells(line, wide=wide))
    return _panel(table, "collectors" if wide else "collectors, posts, hits")


def _collector_cells(line: CollectorLine, *, wide: bool) -> list[Text]:
    good = line.state in GOOD_STATES
    name = Text(readable(line.name), style=NETWORKS.get(line.network, ""))
    if not good:
        name = Text.assemble((f"{readable(line.state)} ", "bold red"), name)
    cells = [name, Text(f"{line.posts:,}"), Text(f"{line.mentions:,}")]
    if wide:
        last = clock_time(line.last_run) if line.last_run else "-"
        cells.append(Text(last, style="dim"))
    return [*cells, Text("●", style="green" if good else "bold red")]


def _feed(snapshot: Snapshot) -> Panel:
    table = _table(show_header=False)
    table.add_column(width=9, no_wrap=True, overflow="ellipsis")
    table.add_column(width=1)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for line in snapshot.feed:
        said = Text(f"{readable(line.brand)} ", style="cyan")
        said.append(readable(line.text), style="default")
        table.add_row(_network(line), _mark(line), said)
    return _panel(table, FEED_TITLE)


def _mention(line: FeedLine) -> RenderableType:
    """Return a mention with room: who and what, then up to two lines of text."""
    head = Text.assemble((f"{clock_time(line.at)} ", "dim"), _network(line))
    head.append(f"  {readable(line.brand)}", style="cyan")
    mark = Text.assemble(_mark(line), (f" {line.label}", LABELS.get(line.label, "dim")))
    return Group(_ends(head, mark), _Few(Text(readable(line.text)), rows=2))


def _network(line: FeedLine) -> Text:
    return Text(short_name(line.network), style=NETWORKS.get(line.network, ""))


def _mark(line: FeedLine) -> Text:
    return Text(MARKS.get(line.label, " "), style=LABELS.get(line.label, "dim"))


class _Few:
    """The first rows of a text, with … where more was said."""

    def __init__(self, text: Text, *, rows: int) -> None:
        self._text = text
        self._rows = rows

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        lines = self._text.wrap(console, options.max_width)
        kept = lines[: self._rows]
        if len(lines) > self._rows:
            kept[-1].truncate(options.max_width - 2)
            kept[-1].append(" …", style="dim")
        yield Group(*kept)


def short_name(network: str) -> str:
    """Return a network's name in a few letters."""
    return SHORT_NAMES.get(network, readable(network))


def _channel(snapshot: Snapshot, *, apart: bool) -> Panel:
    messages: list[RenderableType] = []
    for line in snapshot.channel:
        messages += [_Message(line), Text("")] if apart else [_Message(line)]
    waiting = Align.center(Text("nothing yet", style="dim"), vertical="middle")
    shown = Group(*messages) if messages else waiting
    return _panel(shown, f"Slack #{readable(snapshot.channel_name)}, newest first")


class _Message:
    """A message with a bar in the colour of its severity along its side."""

    def __init__(self, line: ChannelLine) -> None:
        self._line = line

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        line = self._line
        bar = Segment("▌ ", Style.parse(SEVERITIES.get(line.severity, "")))
        words = Text(readable(line.headline), style="bold")
        words.append(f"  {clock_time(line.at)}", style="not bold dim")
        if line.text:
            words.append(f"\n{readable(line.text)}", style="not bold")
        if line.replies:
            answers = "reply" if line.replies == 1 else "replies"
            words.append(f"\n└ {line.replies} {answers}", style="not bold blue")
        inner = options.update(width=max(1, options.max_width - 2), height=None)
        for row in console.render_lines(words, inner):
            yield bar
            yield from row
            yield Segment.line()


def _panel(inside: RenderableType, title: str) -> Panel:
    return Panel(
        inside,
        title=Text(title, style="bold"),
        title_align="left",
        border_style="bright_black",
        padding=(0, 1),
    )


def _table(*, show_header: bool = True) -> Table:
    return Table(
        box=None,
        expand=True,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_header=show_header,
        header_style="dim",
    )


def _pairs(pairs: Iterable[tuple[str, str]], *, style: str = "bold") -> Text:
    words = Text(" ")
    for number, (name, value) in enumerate(pairs):
        words.append("  " if number else "")
        words.append(f"{name} ", style="dim")
        words.append(value, style=style)
    return words


def _ends(left: Text, right: Text) -> Table:
    """Put one text at each end of a line; the left one gives way."""
    grid = Table.grid(expand=True)
    grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    grid.add_column(justify="right", no_wrap=True)
    grid.add_row(left, Text.assemble(right, " "))
    return grid
