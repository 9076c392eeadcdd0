"""Which letters a text is written in, and which language that makes it.

Hangul, Thai, Greek and others are one language each. Han, Arabic, Cyrillic and
Devanagari letters are several: their words and letters decide, and what the network
says where they do not.
"""

from __future__ import annotations

import functools
import re
from collections import Counter

from monitor.scoring import little_words_scripts as tables
from monitor.scoring.votes import WHOLE, Votes

LATIN = "latin"
_SCRIPTS = {
    "ko": "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff",
    "kana": "\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d",
    "han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "th": "\u0e00-\u0e7f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "arabic": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff"
    "\ufe70-\ufefc",
    "cyrillic": "\u0400-\u052f",
    "devanagari": "\u0900-\u0963\u0970-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u139f",
    "km": "\u1780-\u17ff",
    "hy": "\u0530-\u058f",
}
_BLOCKS = {
    **_SCRIPTS,
    LATIN: "a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
}
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{b}])" for name, b in _BLOCKS.items()))
_DENSE = {"ko": 3, "kana": 3, "han": 3, "th": 2}
"""How many Latin letters one character of a script is worth."""

_FAMILIES = {
    "arabic": ("ar", "fa", "ur", "ps", "ckb", "ug", "sd"),
    "cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky", "tg", "tt"),
    "devanagari": ("hi", "mr", "ne"),
}
_ASCII_LETTER = re.compile("[A-Za-z]")
_RUN = re.compile(r"[^\W\d_]+(?:[\u093e-\u094f\u0901-\u0903\u093c][^\W\d_]*)*")
_TATWEEL = re.compile("[\u0640\u064b-\u0652\u200c\u200d]")
_ONLY_RUSSIAN = re.compile("[ыэё]", re.IGNORECASE)
_PLAIN_LETTERS = 9
"""So many Arabic letters without a sign of Persian or Urdu are Arabic."""


class _CharScripts(dict[str, str]):
    """The script of each character, "" for none; worked out once."""

    def __missing__(self, char: str) -> str:
        if len(self) >= 50_000:
            self.clear()
        match = _SCRIPT.match(char)
        script = self[char] = (match.lastgroup or "") if match else ""
        return script


_SCRIPT_OF = _CharScripts()


def weigh(text: str) -> tuple[dict[str, int], int]:
    """Weigh the letters of each script; Latin apart."""
    if text.isascii():
        return {}, 1 if _ASCII_LETTER.search(text) else 0
    counts = Counter(map(_SCRIPT_OF.__getitem__, text))
    counts.pop("", None)
    latin = counts.pop(LATIN, 0)
    return {name: n * _DENSE.get(name, 1) for name, n in counts.items()}, latin


def of_script(script: str, weights: dict[str, int], text: str, said: str) -> str:
    """Return the language of a text that is mostly in this script."""
    if script in ("han", "kana"):
        return _of_han(text, weights.get("kana", 0) // 3, said)
    family = _FAMILIES.get(script)
    if family is None:
        return script
    return _of_family(script, family, text, said)


def _of_han(text: str, kana: int, said: str) -> str:
    """Tell Chinese and Japanese apart.

    Characters that only one of the two countries' standards has decide, and the most
    frequent ones of Chinese; kana may also be an ornament (`の`).
    """
    sides = Counter(map(_side, text))
    chinese, japanese = sides["zh"], sides["ja"]
    han = sides["both"] + chinese + japanese
    japanese += 2 * (kana - text.count("の"))
    japanese += 2 * sum(1 for word in tables.JAPANESE if word in text) if han else 0
    if japanese > chinese:
        return "ja"
    if chinese > japanese:
        return "zh"
    if said in ("zh", "ja"):
        return said
    if "の" in text:
        return "ja"
    return "zh" if han >= 2 and not japanese else ""


@functools.lru_cache(maxsize=20_000)
def _side(char: str) -> str:
    """Say which standards have a character: one of the two countries', or both."""
    if char < "\u3400" or char > "\u9fff":
        return ""
    if char in tables.CHINESE:
        return "zh"
    mainland, taiwan, japan = (_has(code, char) for code in ("gb2312", "big5", "cp932"))
    if japan and not mainland and not taiwan:
        return "ja"
    return "zh" if not japan else "both"


def _has(standard: str, char: str) -> bool:
    try:
        char.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


@functools.cache
def _votes(script: str) -> Votes:
    return Votes(
        tables.WORDS[script],
        letters=tables.LETTERS[script],
        endings=tables.ENDINGS[script],
    )


def _of_family(script: str, family: tuple[str, ...], text: str, said: str) -> str:
    words = _RUN.findall(_TATWEEL.sub("", text.lower()))
    found = _votes(script).count(words)
    if script == "arabic":
        articles = sum(1 for w in words if len(w) > 4 and w.startswith(("ال", "وال")))
        found["ar"] = found.get("ar", 0) + WHOLE // 2 * articles
    for code, alphabet in _alphabets(script).items():
        strange = sum(1 for word in words if not alphabet.issuperset(word))
        found[code] = found.get(code, 0) - WHOLE * strange
    if script == "cyrillic" and found["ru"] >= 0 and _ONLY_RUSSIAN.search(text):
        found["ru"] += WHOLE
    best, runner_up = _first_two(found)
    most = found.get(best, 0)
    if said in family and (most < 2 * WHOLE or found.get(said, 0) * 2 >= most):
        return said
    if most >= WHOLE // 2 and most > 1.2 * runner_up:
        return best
    if script == "arabic" and best in ("", "ar") and len(words) > 1:
        return "ar" if sum(map(len, words)) >= _PLAIN_LETTERS else ""
    return ""


@functools.cache
def _alphabets(script: str) -> dict[str, frozenset[str]]:
    return {c: frozenset(signs) for c, signs in tables.ALPHABETS[script].items()}


def _first_two(found: dict[str, int]) -> tuple[str, int]:
    """Return the language with most votes, and how many the next one has."""
    order = sorted(found, key=lambda code: -found[code])
    return (order[0], found[order[1]] if len(order) > 1 else 0) if order else ("", 0)
