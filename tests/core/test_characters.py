"""The tables of characters agree with Unicode, character by character."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

from monitor.core.characters import MAX_MARKS, tables

EVERY_CHARACTER = [chr(code) for code in range(0x110000)]
LAID_OVER = frozenset("\u0334\u0335\u0336\u0337\u20d2\u20d3\u20d8\u20e5\u20e6\u20ea")


def test_control_and_format_characters_are_invisible() -> None:
    invisible = tables().invisible

    for char in EVERY_CHARACTER:
        category = unicodedata.category(char)
        unseen = category == "Cf" or (category == "Cc" and not char.isspace())
        assert (char in invisible) or not unseen, hex(ord(char))


def test_what_can_be_seen_is_not_dropped() -> None:
    dropped = tables().invisible

    seen = [c for c in dropped if c.isalnum() and unicodedata.category(c) != "Lo"]
    assert not seen
    assert not any(char.isspace() for char in dropped)
    assert dropped >= LAID_OVER


def test_every_other_combining_character_is_an_accent() -> None:
    known = tables()

    for char in EVERY_CHARACTER:
        combining = unicodedata.combining(char) != 0
        expected = combining and char not in known.invisible
        assert (char in known.marks) is expected, hex(ord(char))


def test_plain_text_holds_nothing_that_has_to_be_cleaned() -> None:
    known = tables()

    for char in EVERY_CHARACTER:
        odd = char in known.invisible or char in known.marks
        odd = odd or (char.isspace() and char != " ") or "\ud800" <= char <= "\udfff"
        assert not (odd and known.plain(char)), hex(ord(char))
    assert known.plain("Acme 환불 退款 é 😀")


def test_towers_are_cut_in_every_plane() -> None:
    low, high = "\u0301" * 9, "\U0001d165" * 9

    assert tables().cut_low_towers(r"\1", low) == low[:MAX_MARKS]
    assert tables().cut_towers(r"\1", low + "x" + high) == (
        low[:MAX_MARKS] + "x" + high[:MAX_MARKS]
    )


def test_the_tables_are_not_made_for_plain_ascii() -> None:
    code = (
        "from monitor.core.text import fold, canonical, search_tokens\n"
        "from monitor.core.characters import tables\n"
        "fold('Acme'), canonical('Acme'), search_tokens('Acme')\n"
        "raise SystemExit(tables.cache_info().currsize)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
