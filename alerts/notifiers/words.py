"""Other people's words made fit to show: cleaned, and cut where a reader would.

Nothing is ever put *into* a text (no zero-width tricks): what a layout could
misread is kept out of that layout's reach instead.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

# Overrides and embeddings turn the rest of a line around; the marks (LRM, RLM, ALM)
# are ordinary in Arabic and Hebrew, and stay. So do isolates that are closed on their
# line: they are what keeps a name from turning its neighbours.
_BIDI = {*range(0x202A, 0x202F), 0x2066, 0x2067}
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_BREAKS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_BIDI | _CONTROLS),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **_BREAKS,
    0x09: " ",
}
_ZWJ = "\u200d"
_MARKS = ("Mn", "Me", "Mc")
WORD_SEARCH = 30
URL_LIMIT = 3000
_URL_SAFE = "/%:@!$&()*+,;=-._~?"


def clean(text: str) -> str:
    """Return a text without control, direction-turning and broken characters.

    Line breaks stay; more than one empty line in a row is never of use.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    lines = [_closed(line.rstrip()) for line in plain.split("\n")]
    kept = [
        line
        for number, line in enumerate(lines)
        if line or (number and lines[number - 1])
    ]
    return "\n".join(kept).strip("\n")


def one_line(text: str) -> str:
    """Return a cleaned text on one line, with single spaces."""
    return " ".join(clean(text).split())


def utf16(text: str) -> int:
    """Return the length most chat programs count: UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def graphemes(text: str) -> Iterator[str]:
    """Yield what a reader sees as one character each (emoji and Hangul included)."""
    start = 0
    for index in range(1, len(text)):
        if not _joined(text, start, index):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def cut(text: str, limit: int, *, size: Callable[[str], int] = utf16) -> str:
    """Cut a text to `limit` at a whole character, if near at a whole word, with "…".

    `size` measures it the way the receiver will; it must add up over characters
    and count at least 1 for each.
    """
    if len(text) <= limit and size(text) <= limit:
        return text
    kept: list[str] = []
    room = limit - 1
    for grapheme in graphemes(text[: limit + 1]):
        room -= size(grapheme)
        if room < 0:
            break
        kept.append(grapheme)
    head = "".join(kept) or _hard(text, limit - 1, size)
    return _at_word(head) + "…"


def pieces(text: str, highlights: Iterable[str]) -> list[tuple[str, bool]]:
    """Cut a text into pieces, and tell which of them are to be set off.

    Each highlight counts once, where it first stands, as whole characters as readers
    see them. Together the pieces are the text.
    """
    found = sorted(filter(None, (_place(text, words) for words in highlights)))
    if not found:
        return [(text, False)] if text else []
    edges = [0, *accumulate(len(each) for each in graphemes(text))]
    cut_out: list[tuple[str, bool]] = []
    done = 0
    for first, last in found:
        start = max(done, edges[bisect_right(edges, first) - 1])
        end = edges[bisect_left(edges, last)]
        if start < end:
            cut_out += [(text[done:start], False), (text[start:end], True)]
            done = end
    return [piece for piece in [*cut_out, (text[done:], False)] if piece[0]]


def web_link(url: str) -> str:
    """Return an http(s) URL that no layout can misread, or "" for anything else."""
    if utf16(url) > URL_LIMIT:
        return ""
    try:
        parts = urlsplit(one_line(url))
        netloc = _netloc(parts)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not netloc:
        return ""
    path, query, fragment = (
        quote(part.encode("utf-8", "replace"), safe=_URL_SAFE)
        for part in (parts.path, parts.query, parts.fragment)
    )
    safe = urlunsplit((parts.scheme.lower(), netloc, path, query, fragment))
    return safe if len(safe) <= URL_LIMIT else ""


def _place(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand: as whole words, where a script has such."""
    first = at = text.find(words) if words else -1
    while at >= 0:
        if not (_goes_on(text, at) or _goes_on(text, at + len(words))):
            return at, at + len(words)
        at = text.find(words, at + 1)
    # Chinese, Japanese and Korean have no spaces around what we look for.
    return None if first < 0 or words.isascii() else (first, first + len(words))


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a word goes on across a place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _closed(line: str) -> str:
    """Return a line without isolates that are not closed, or were never opened."""
    if _ISOLATE not in line and _END_ISOLATE not in line:
        return line
    unpaired: set[int] = set()
    opened: list[int] = []
    for index, char in enumerate(line):
        if char == _ISOLATE:
            opened.append(index)
        elif char == _END_ISOLATE:
            unpaired.add(index) if not opened else opened.pop()
    unpaired.update(opened)
    return "".join(char for index, char in enumerate(line) if index not in unpaired)


def _netloc(parts: SplitResult) -> str:
    """Return host and port in ASCII, without a user name before them."""
    host = parts.hostname or ""
    if ":" in host:
        return f"[{host}]" if parts.port is None else f"[{host}]:{parts.port}"
    name = host.encode("idna").decode()
    if name != quote(name, safe=".-_~"):
        return ""
    return name if parts.port is None else f"{name}:{parts.port}"


def _joined(text: str, start: int, index: int) -> bool:
    """Say whether a character belongs to the one before it."""
    before, char = text[index - 1], text[index]
    if char < "\u0300":
        return before == "\r" and char == "\n"
    if unicodedata.category(char) in _MARKS or char in (_ZWJ, "\u200c"):
        return True
    if "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0020" <= char <= "\U000e007f":
        return True
    if before == _ZWJ:
        return unicodedata.category(char) == "So"
    if _is_flag(char):
        run = text[start:index]
        return len(run) == 1 and _is_flag(run)
    return "\u1160" <= char <= "\u11ff" and _is_hangul(before)


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_hangul(char: str) -> bool:
    return "\u1100" <= char <= "\u11ff" or "\uac00" <= char <= "\ud7a3"


def _hard(text: str, room: int, size: Callable[[str], int]) -> str:
    """Cut inside one endless character (thousands of stacked accents)."""
    end = 0
    while end < len(text) and (room := room - size(text[end])) >= 0:
        end += 1
    return text[:end]


def _at_word(head: str) -> str:
    edge = max(head.rfind(" "), head.rfind("\n"))
    if edge > 0 and len(head) - edge <= WORD_SEARCH:
        return head[:edge].rstrip()
    return head
