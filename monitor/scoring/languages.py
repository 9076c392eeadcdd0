"""Which language a short post is in, or "" where nobody could tell.

The script decides where it can. Text in Latin letters is English if its little
words say so; otherwise py3langid, kept to the languages below, is asked, and only
believed when it is sure. Short texts, names and romanised Hindi are not guessed at.
What the network says is believed unless the text speaks against it.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable
from itertools import repeat

_NOISE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@/]\w[\w.]*|&\w+;|<[^>]{1,40}>"
)
_NOISE_SIGNS = ("@", "/", "www.", "&")
_ASCII_LETTERS = bytes(c if chr(c).isalpha() or c == 39 else 32 for c in range(128))
_ASCII_LETTERS = _ASCII_LETTERS.lower() + b" " * 128
_WORD = re.compile("[^\\W\\d_]+(?:['’\u0300-\u036f]+[^\\W\\d_]+)*")
_LONGEST = 1_000

_SCRIPTS = {
    "ko": "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff",
    "kana": "\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d",
    "han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "th": "\u0e00-\u0e7f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "cyrillic": "\u0400-\u052f",
    "devanagari": "\u0900-\u097f",
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
_ASCII_LETTER = re.compile("[A-Za-z]")
_LATIN = "latin"
_BLOCKS = {**_SCRIPTS, _LATIN: "a-zA-Z\u00c0-\u024f\u1e00-\u1eff"}
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{b}])" for name, b in _BLOCKS.items()))
_DENSE = {"ko": 3, "kana": 3, "han": 3, "th": 2}
"""How many Latin letters one character of a script is worth."""

_FAMILIES = {
    "arabic": ("ar", "fa", "ur"),
    "cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk"),
    "devanagari": ("hi", "mr", "ne"),
}
_LATIN_LANGUAGES = (
    "ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it",
    "lt", "lv", "ms", "no", "nl", "pl", "pt", "ro", "sk", "sl", "sv", "sw", "tl",
    "tr", "vi",
)  # fmt: skip

_ENGLISH_WORDS = """
the and you your yours my mine this that these those with from have haven't having are
aren't they them their there theirs not isn't wasn't weren't don't doesn't didn't
won't wouldn't can't cannot couldn't shouldn't hasn't i'm i've i'd i'll it's you're
you've we're we've they're that's there's what's what when where which who why how
would could should been being but because about after again all any anyone anything
back before both did does doing down each ever every few first get gets getting got
great had has he her here his if into it its just know last like made make many more
most much never new nothing now off only our out over own please really said same
since some someone something still such than thank thanks then though through too
until up very want was we were will without work worst best yet yesterday today
tomorrow love good bad people think going need needs help time week weeks day days
month months ago hours always almost another anymore already
"""
_SHARED_WORDS = """
a an as at be by can do for go i in is me no of on or so to us who one see
"""
_OTHER_WORDS = """
der die das und ist nicht ich ein eine einen mit auf für sie wir zu den dem von im
auch noch aber sehr bei wie nach habe hat het een van niet en dat ik op voor zijn met
maar ook naar wel bij le la les des et est pas une un que je pour dans ce vous sur
avec mais nous très plus qui au du il elle el los las y por una con muy para pero mi
su se lo del es más como yo esta este gracias o os não e um uma com muito mas meu
minha isso são da na em ao já che di non per sono è ho questo più anche grazie molto
ma yang dan ini itu tidak saya ada untuk dengan aku bisa sudah bir ve bu için çok ama
nie się jest to jak ale och att det är inte jag som på med av og ikke er jeg til har
hai hain nahi nahin nhi ka ki ke kya aur bhi koi ye yeh mein mera meri raha rahi kar
karo hota ko kuch tha thi gaya abhi bahut yaar nga ang mga sa ng po ako hindi lang
naman
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_SHARED = frozenset(_SHARED_WORDS.split())
_ONE_OTHER = 1 << 32
_WEIGHT = {
    **dict.fromkeys(_OTHER_WORDS.split(), _ONE_OTHER),
    **dict.fromkeys(_SHARED, 1),
    **dict.fromkeys(_ENGLISH, 2),
}
"""Half words of English, and in the bits above them words of another language."""


class _CharScripts(dict[str, str]):
    """The script of each character, "" for none; worked out once."""

    def __missing__(self, char: str) -> str:
        if len(self) >= 50_000:
            self.clear()
        match = _SCRIPT.match(char)
        script = self[char] = (match.lastgroup or "") if match else ""
        return script


_SCRIPT_OF = _CharScripts()


def detect(text: str, hint: str = "", *, known: Callable[[str], bool] = bool) -> str:
    """Return a two-letter code, or "" if the text does not tell.

    `known` says whether a lower-case word is in an English dictionary; it lets
    texts of one or two words be recognised.
    """
    text = _without_noise(text[:_LONGEST])
    said = plain_code(hint)
    foreign, latin = _scripts(text)
    if foreign:
        script = max(foreign, key=lambda name: foreign[name])
        if foreign[script] >= latin * 0.5:
            return _of_script(script, foreign, text, said)
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
    return code if code.isalpha() and code not in ("und", "zxx", "mul", "mis") else ""


def _scripts(text: str) -> tuple[dict[str, int], int]:
    """Weigh the letters of each script; Latin apart."""
    if text.isascii():
        return {}, 1 if _ASCII_LETTER.search(text) else 0
    counts = Counter(map(_SCRIPT_OF.__getitem__, text))
    counts.pop("", None)
    latin = counts.pop(_LATIN, 0)
    return {name: n * _DENSE.get(name, 1) for name, n in counts.items()}, latin


def _of_script(script: str, weights: dict[str, int], text: str, said: str) -> str:
    if script in ("han", "kana"):
        kana = weights.get("kana", 0)
        japanese = kana * 8 >= weights.get("han", 0) if kana else said == "ja"
        return "ja" if japanese else "zh"
    family = _FAMILIES.get(script)
    if family is None:
        return script
    if said in family:
        return said
    return _ask(text, family)[0] or family[0]


def _of_latin(text: str, said: str, known: Callable[[str], bool]) -> str:
    words = _words(text)
    english, other = _evidence(words)
    if said and said != "en":
        sure = len(words) >= 4 and english >= 0.35 * len(words) and english > 3 * other
        return "en" if sure else said
    if english > 1.5 * other and english >= max(1.0, 0.15 * len(words)):
        return "en"
    if not words:
        return ""
    familiar = sum(1 for w in words if w in _ENGLISH or w in _SHARED or known(w))
    if not other and familiar * 2 >= len(words):
        return "en"
    if said and english >= other and len(words) < 8:
        return said
    return _guess(text, words, said)


def _words(text: str) -> list[str]:
    if not text.isascii():
        return [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    text = text.encode().translate(_ASCII_LETTERS).decode()
    if "'" in text:
        # One apostrophe between two letters belongs to the word, any other does not.
        text = f" {text} ".replace("''", "  ").replace(" '", "  ").replace("' ", "  ")
    return text.split()


def _evidence(words: list[str]) -> tuple[float, int]:
    """Count little words of English, and those of other languages."""
    other, halves = divmod(sum(map(_WEIGHT.get, words, repeat(0))), _ONE_OTHER)
    return halves / 2, other


def _guess(text: str, words: list[str], said: str) -> str:
    if len(words) < 3 or sum(map(len, words)) < 12:
        return ""
    code, sure = _ask(text, _LATIN_LANGUAGES)
    if code == "en":
        english, other = _evidence(words)
        return "en" if said == "en" or (english > other and sure >= 0.5) else ""
    return code if sure >= 0.6 else ""


@functools.cache
def _identifier(languages: tuple[str, ...]) -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(languages)
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify


def _ask(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    return _identifier(languages)(text)
