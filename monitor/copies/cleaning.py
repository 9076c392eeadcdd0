"""The form in which two texts are compared. Linear in the length of the text.

What people add when they pass a text on is taken off: "RT @jane:" in front, "via
@jane" behind, addresses, handles at both ends, emoji, punctuation, case.
"""

from __future__ import annotations

import re

from monitor.core.text import fold

# Only ASCII: Korean, Chinese or Japanese words may stand right behind an address.
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|\bt\.co/)[!-;=?-~]+")
_HANDLE = r"@[\w.\-]+(?:@[\w.\-]+)?"
_IN_FRONT = re.compile(
    rf"[\s.>\"'“‘«「]*(?:(?:rt|qt|mt|repost|fwd?)\s*(?:by|from)?\s*(?:{_HANDLE}\s*:?|:)"
    rf"|{_HANDLE}\s*:?)"
)
_IS_HANDLE = re.compile(rf"[(\[\"'“”’‘]*{_HANDLE}[)\].,!\"'“”’‘:;]*").fullmatch
_PASSED_ON = frozenset({"via", "(via", "[via", "h/t", "(h/t", "ht", "cc", "by", "rt"})
_NOISE = re.compile(r"[^\w\s]+|_+")
_ASCII_WORDS = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in range(256))


def clean(text: str) -> str:
    """Return what is compared: words of letters and digits, parted by one space."""
    text = fold(text)
    if "://" in text or "www." in text or "t.co" in text or "pic.tw" in text:
        text = _ADDRESS.sub(" ", text)
    if "@" in text or text.startswith(("rt", "fw", "repost", "qt", "mt")):
        text = text[_after_front(text) :]
        text = text[: _before_end(text)]
    if text.isascii():
        text = text.encode().translate(_ASCII_WORDS).decode()
    else:
        text = _NOISE.sub(" ", text)
    return " ".join(text.split())


def _after_front(text: str) -> int:
    """Return where the text begins behind "RT @jane:" and handles."""
    start = 0
    while found := _IN_FRONT.match(text, start):
        start = found.end()
    return start


def _before_end(text: str) -> int:
    """Return where the text ends before handles and "via"."""
    end = len(text)
    while end > 0:
        # Folded text has no two spaces together.
        bare = end - 1 if text[end - 1] == " " else end
        word_at = text.rfind(" ", 0, bare) + 1
        word = text[word_at:bare]
        seen_handle = end < len(text)
        if not (_IS_HANDLE(word) or (seen_handle and word in _PASSED_ON)):
            return end
        end = word_at
    return end
