"""Other people's words made fit to stand beside ours: cleaned, cut, isolated. Pure.

Layout is not known here; escaping for it is the notifier's work.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from alerts.notifiers.words import graphemes

QUOTE_GRAPHEMES = 600
CHARS_PER_GRAPHEME = 4
"""What a limit in visible characters allows in code points, on average."""
WINDOW = 20_000
"""How much of a text around the match is looked at."""
MOST_MARKS = 8
"""Marks on one letter: more than any script stacks, fewer than vandals do."""
WORD_SEARCH = 20
LINK_LIMIT = 3_000

_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
# Overrides, embeddings and isolates turn a line around. Zero-width and filler
# characters hide words or make an empty name. The joiners (ZWJ, ZWNJ) and the
# direction marks stay: emoji, Persian, Arabic and Hebrew need them.
_HIDDEN = {
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFFF9, 0xFFFC),
    *range(0x1D173, 0x1D17B),
    *range(0xE0000, 0xE0080),
    *(0xAD, 0x115F, 0x1160, 0x180E, 0x200B, 0x3164, 0xFEFF, 0xFFA0),
} - {0x09, 0x0A}
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_HIDDEN),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **_BREAKS,
}
_SPACES = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n(?: ?\n){2,}")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def clean(text: str) -> str:
    """Return a text without control, hidden and direction-turning characters.

    Lines stay; there is never more than one empty line, or one space, in a row.
    """
    if not (text.isascii() and text.isprintable()):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _few_marks(text))
    text = _EMPTY_LINES.sub("\n\n", _SPACES.sub(" ", text))
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def one_line(text: str, limit: int = 120) -> str:
    """Return a clean text on one line, cut, and kept from turning its neighbours.

    What is written from right to left is wrapped in an isolate.
    """
    short = shorten(" ".join(clean(text[:WINDOW]).split()), limit)
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in short):
        return f"{_ISOLATE}{short}{_END_ISOLATE}"
    return short


def shorten(text: str, limit: int) -> str:
    """Cut a clean text to `limit` visible characters, at a word if near, with "…"."""
    if len(text) <= limit:
        return text
    visible = _visible(text, limit + 1)
    if len(visible) <= limit and sum(map(len, visible)) == len(text):
        return text
    return _ended(visible[: limit - 1])


def excerpt(text: str, at: int, limit: int = QUOTE_GRAPHEMES) -> str:
    """Return a clean text cut to `limit` visible characters around the place `at`."""
    at = min(max(at, 0), len(text))
    before = clean(text[max(0, at - WINDOW) : at] + "|")[:-1]
    after = clean("|" + text[at : at + WINDOW])[1:]
    is_whole = at <= WINDOW and len(text) - at <= WINDOW
    if is_whole and _fits(before + after, limit):
        return clean(text)
    room = limit - 2
    ahead = _visible(after, room)
    behind = _visible_at_end(before, room)
    from_behind = max(room - len(ahead), room // 3)
    kept = behind[-from_behind:]
    ahead = ahead[: room - len(kept)]
    is_cut_behind = at > WINDOW or sum(map(len, kept)) < len(before)
    is_cut_ahead = len(text) - at > WINDOW or sum(map(len, ahead)) < len(after)
    start = _begun(kept) if is_cut_behind else "".join(kept)
    end = _ended(ahead) if is_cut_ahead else "".join(ahead)
    return (start + end).strip()


def web_address(url: str) -> str:
    """Return an http(s) address as it is, or "" for anything else."""
    url = url.strip().replace(" ", "%20")
    if not url.isprintable() or len(url) > LINK_LIMIT:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


def host_of(url: str) -> str:
    """Return the host of a web address, without "www."."""
    address = web_address(url)
    host = urlsplit(address).hostname if address else None
    return one_line((host or "").removeprefix("www."), 60)


def _few_marks(text: str) -> str:
    """Drop accents beyond the first few on one letter."""
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if run <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _visible(text: str, limit: int) -> list[str]:
    """Return the first visible characters, within `limit` and what it allows."""
    room = limit * CHARS_PER_GRAPHEME
    found: list[str] = []
    for grapheme in graphemes(text[:room]):
        if len(found) == limit:
            break
        found.append(grapheme)
    # The last one may be half a character if the slice cut it.
    return found[:-1] if len(text) > room and 1 < len(found) < limit else found


def _visible_at_end(text: str, limit: int) -> list[str]:
    room = limit * CHARS_PER_GRAPHEME
    found = list(graphemes(text[-room:]))
    return found[1:] if len(text) > room else found


def _fits(text: str, limit: int) -> bool:
    return sum(map(len, _visible(text, limit))) == len(text)


def _ended(visible: list[str]) -> str:
    """Join, end at a word if one ends near, and add "…"."""
    near = visible[-WORD_SEARCH:]
    spaces = [place for place, char in enumerate(near) if char.isspace()]
    if spaces and len(near) < len(visible):
        visible = visible[: len(visible) - len(near) + spaces[-1]]
    return "".join(visible).rstrip() + "…"


def _begun(visible: list[str]) -> str:
    """Put "…" before, and begin at a word if one begins near."""
    near = visible[:WORD_SEARCH]
    spaces = [place for place, char in enumerate(near) if char.isspace()]
    if spaces and len(near) < len(visible):
        visible = visible[spaces[0] + 1 :]
    return "…" + "".join(visible).lstrip()
