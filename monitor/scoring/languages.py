"""Which language a short post is in, or "" where nobody could tell.

The script decides where it can (scripts.py). Text in Latin letters has the language for
which its little words speak, if they speak for one alone (little_words.py); otherwise
py3langid, kept to the languages below, is asked, and believed if the words do not
contradict it. Names, two languages in one breath and romanised Hindi, Arabic, Korean
or Japanese are not guessed at. What the network says is believed unless the text
speaks against it.
"""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from monitor.scoring.little_words import REJECTED, WORDS
from monitor.scoring.little_words_everyday import WORDS as EVERYDAY
from monitor.scoring.scripts import of_script, weigh
from monitor.scoring.spelling import ENDINGS, LETTERS, RARE, RELATIVES
from monitor.scoring.votes import WHOLE, Votes

_NOISE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@/][A-Za-z0-9_][A-Za-z0-9_.]*|&\w+;|</?[A-Za-z!][^<>]{0,60}>"
)
_NOISE_SIGNS = ("@", "/", "www.", "&")
_TAG = re.compile(r"#\w+")
_ASCII_LETTERS = bytes(c if chr(c).isalpha() or c == 39 else 32 for c in range(128))
_ASCII_LETTERS = _ASCII_LETTERS.lower() + b" " * 128
_WORD = re.compile("[^\\W\\d_]+(?:['’\u0300-\u036f]+[^\\W\\d_]+)*")
_NO_WORDS = frozenset(
    ("http", "https", "rt", "via", "user", "amp", "url", "com", "www")
)
_DIGIT_LETTERS = re.compile(r"\b(?:[a-z]+[23579][a-z]+|[379][a-z]{3,})\b")
_LONGEST = 1_000

_RELATIVES = {code: group for group in RELATIVES for code in group}
LATIN_LANGUAGES = tuple(code for code in WORDS if code not in REJECTED)
_OTHERS = ("br", "cy", "eo", "fo", "ga", "la", "lb", "mt", "oc")
"""Asked for, so that they are not taken for their neighbours, but never the answer."""

_CLEAR = 1.5
"""So many times the votes of the next language the first must have."""
_PER_WORD = 2.4
"""Votes that a text must have for each word: one telling word in five."""
_FEW = 10
"""The least that is enough: one telling word, or two that a few languages share."""
_BY_DICTIONARY = 6
"""The votes for English of a word that is only known to be in its dictionary."""
_MIXED = 3
"""Two languages are mixed if the first has no more than so many times the second."""
_PER_VOTE = 0.15
"""The power of e by which a vote multiplies the chance that py3langid gives."""
_CHANCE_OF_RARE = 0.1
"""What is left of py3langid's chance of a language that is rarely met."""
_CHANCE_OF_REJECTED = 0.05
"""The chance of romanised languages, which py3langid does not know."""
_SURE = 0.6
"""The share of all chances that a language must have,"""
_VERY_SURE = 0.95
"""and from py3langid alone where no word votes for it."""

_NO_CODE = re.compile("und|zxx|mul|mis|art|q[a-t][a-z]")
"""Codes of ISO 639 that name no language; networks have their own under q."""


def _unknown(_word: str) -> bool:
    return False


def detect(
    text: str, hint: str = "", *, known: Callable[[str], bool] = _unknown
) -> str:
    """Return a two-letter code, or "" if the text does not tell.

    `known` says whether a lower-case word is in an English dictionary; it lets
    texts of one or two words be recognised.
    """
    text = _without_noise(text[:_LONGEST])
    said = plain_code(hint)
    foreign, latin = weigh(text)
    if foreign:
        script = max(foreign, key=lambda name: foreign[name])
        if foreign[script] >= latin * 0.5:
            return of_script(script, foreign, text, said)
    return _of_latin(text, said, known) if latin else ""


def _without_noise(text: str) -> str:
    """Drop addresses and handles: they are in no language."""
    if not text.isascii():
        return _without_noise_around(text)
    if "@" in text or "/" in text:
        words = [w for w in text.split() if "@" not in w and "/" not in w]
        text = " ".join(words)
    if "www." in text:
        text = " ".join([w for w in text.split() if not w.startswith("www.")])
    return _NOISE.sub(" ", text) if "&" in text or "<" in text else text


def _without_noise_around(text: str) -> str:
    """Do the same for other text; where there are no spaces only what matches goes."""
    if "<" in text:
        return _NOISE.sub(" ", text)
    if not any([sign in text for sign in _NOISE_SIGNS]):  # noqa: C419  # faster
        return text
    return " ".join(
        [_NOISE.sub(" ", w) if _is_noisy(w) else w for w in text.split(" ")]
    )


def _is_noisy(word: str) -> bool:
    return "@" in word or "/" in word or "www." in word or "&" in word


@functools.lru_cache(maxsize=1024)
def plain_code(hint: str) -> str:
    """Return the language of a code such as `zh-TW`; "" if it names none."""
    if not hint:
        return ""
    code = hint.strip().lower().replace("_", "-").partition("-")[0]
    return code if code.isalpha() and not _NO_CODE.fullmatch(code) else ""


def _of_latin(text: str, said: str, known: Callable[[str], bool]) -> str:
    words = _words(_without_tags(text))
    votes = _votes_of(words, text)
    found = _clear(votes, words)
    if said and said != "en":
        first, most = found
        against = most >= 4 * WHOLE and most > 3 * votes.get(said, 0)
        return said if not against or first == f"{said}-Latn" else _shown(first)
    if not found[0] and words:
        added = sum(1 for w in words if known(w) and not _votes()[w])
        votes["en"] = votes.get("en", 0) + _BY_DICTIONARY * added
        found = _clear(votes, words)
    if _are_mixed(words):
        return ""
    if found[0] and (
        found[0] == "en" or found[1] >= 2 * WHOLE or not _is_of_names(text)
    ):
        return _shown(_among_relatives(found[0], votes, text))
    if said and votes.get(said, 0) * 2 >= max(votes.values(), default=0):
        return said if words and len(words) < 8 else ""
    return _guess(text, words, votes)


def _clear(votes: dict[str, int], words: list[str]) -> tuple[str, int]:
    """Return the language that the words speak for, and its votes; "" if for no one."""
    first, most, others = _leader(votes)
    least = max(_FEW, _PER_WORD * len(words))
    return (first, most) if most > _CLEAR * others and most >= least else ("", 0)


def _without_tags(text: str) -> str:
    """Drop hashtags, which are names, unless there is nothing else."""
    if "#" not in text:
        return text
    left = _TAG.sub(" ", text)
    return left if any(map(str.isalpha, left)) else text


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).lower().replace("’", "'")
        return [word for word in _WORD.findall(text) if word not in _NO_WORDS]
    text = text.encode().translate(_ASCII_LETTERS).decode()
    if "'" in text:
        # One apostrophe between two letters belongs to the word, any other does not.
        text = f" {text} ".replace("''", "  ").replace(" '", "  ").replace("' ", "  ")
    return [word for word in text.split() if word not in _NO_WORDS]


@functools.cache
def _votes() -> Votes:
    return Votes(
        WORDS,
        everyday=EVERYDAY,
        letters=LETTERS,
        endings=ENDINGS,
        relatives=RELATIVES,
        rare=RARE,
    )


def _votes_of(words: list[str], text: str) -> dict[str, int]:
    votes = _votes().count(words)
    if "¿" in text or "¡" in text:
        votes["es"] = votes.get("es", 0) + WHOLE
    if " I " in text:
        votes["en"] = votes.get("en", 0) + WHOLE // 2
    if any(map(str.isdigit, text)):
        arabic = len(_DIGIT_LETTERS.findall(text.lower()))
        votes["ar-Latn"] = votes.get("ar-Latn", 0) + arabic * WHOLE
    return votes


def _are_mixed(words: list[str]) -> bool:
    """Say whether two languages have several words each that no other one has."""
    counts = Counter(filter(None, map(_votes().only.get, words))).most_common(4)
    if len(counts) < 2:
        return False
    first, most = counts[0]
    near = _RELATIVES.get(first, ())
    second = next((n for code, n in counts[1:] if code not in near), 0)
    return second >= 2 and _MIXED * second >= most


def _leader(votes: dict[str, int]) -> tuple[str, int, int]:
    """Return the first language, its votes, and the next one's that is no relative."""
    if not votes:
        return "", 0, 0
    first = max(votes, key=lambda code: votes[code])
    near = _RELATIVES.get(first, ())
    others = (n for code, n in votes.items() if code != first and code not in near)
    return first, votes[first], max(others, default=0)


def _among_relatives(first: str, votes: dict[str, int], text: str) -> str:
    """Settle whether it is Czech or Slovak, Danish or Norwegian, and such."""
    near = _RELATIVES.get(first, ())
    close = [c for c in near if c != first and votes.get(c, 0) > 0.75 * votes[first]]
    if not close:
        return first
    chances = _rank(text.lower())
    return max((first, *close), key=lambda code: chances[code])


def _shown(code: str) -> str:
    return "" if code in REJECTED else code


def _guess(text: str, words: list[str], votes: dict[str, int]) -> str:
    """Add what py3langid says to votes that do not tell enough by themselves."""
    if len(words) < 2 or sum(map(len, words)) < 8 or _is_of_names(text):
        return ""
    chances = dict.fromkeys(REJECTED, _CHANCE_OF_REJECTED)
    chances |= _rank(text.lower())
    for code in (*RARE, *_OTHERS):
        chances[code] *= _CHANCE_OF_RARE
    weights = {
        code: chance * math.exp(_PER_VOTE * votes.get(code, 0))
        for code, chance in chances.items()
    }
    best = max(weights, key=lambda code: weights[code])
    near = _RELATIVES.get(best, ())
    shares = sum(weights.values()) - sum(weights[c] for c in near if c != best)
    if best not in LATIN_LANGUAGES or weights[best] < _SURE * shares:
        return ""
    return best if votes.get(best) or chances[best] >= _VERY_SURE else ""


def _is_of_names(text: str) -> bool:
    """Say whether every word begins with a capital, as names do."""
    words = [word for word in text.split() if word[0].isalpha()]
    return (
        len(words) > 1
        and not text.isupper()
        and all(word[0].isupper() for word in words)
    )


@functools.cache
def _identifier() -> Callable[[str], list[tuple[str, float]]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LATIN_LANGUAGES + _OTHERS)
    rank: Callable[[str], list[tuple[str, float]]] = identifier.rank
    return rank


def _rank(text: str) -> dict[str, float]:
    return dict(_identifier()(text))
