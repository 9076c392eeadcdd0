"""Cyrillic and Greek letters that pose as Latin ones inside a word."""

from __future__ import annotations

import re

_CYRILLIC = ("аеорсухіјѕһԁԛԝѵАВЕІЈКМНОРСЅТХУ", "aeopcyxijshdqwvABEIJKMHOPCSTXY")
_GREEK = ("οανρικυτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavpikutABEZHIKMNOPTYX")
_LATIN = str.maketrans(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1])
_POSER = re.compile("[\u0370-\u052f]").search
_MIXED = re.compile(r"(?:[A-Za-z]+[\u0370-\u052f]|[\u0370-\u052f]+[A-Za-z])[^\W\d_]*")


def unmask(text: str) -> str:
    """Write a word that mixes Latin with letters that look it all in Latin."""
    if text.isascii() or not _POSER(text):
        return text
    return _MIXED.sub(_in_latin, text)


def _in_latin(word: re.Match[str]) -> str:
    latin = word[0].translate(_LATIN)
    return latin if latin.isascii() else word[0]
