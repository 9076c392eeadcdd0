"""VADER, with the same numbers as vaderSentiment 3.3.2 and several times its speed.

Each distinct token is analysed once, only words of the lexicon are looked at, and
the word list is not copied for every one of them, so time grows with the length of
the text and not with its square. Every field of the answer is equal to the original
package's; a differential test holds that down.

Hutto, C.J. & Gilbert, E.E. (2014). VADER: A Parsimonious Rule-based Model for
Sentiment Analysis of Social Media Text. ICWSM-14.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import punctuation

from vaderSentiment import vaderSentiment as vs  # noqa: N813  # two capitals

from monitor.core.text import canonical
from monitor.scoring.lookalikes import unmask

MAX_CHARACTERS = 5_000
"""Characters that are read: longer texts are read at their beginning and end."""

_KNOWN_TOKENS = 100_000
_LONGEST_KNOWN = 40
_BOOSTERS: dict[str, float] = vs.BOOSTER_DICT
_NEGATIONS = frozenset(vs.NEGATE)
_IDIOM_WORDS = frozenset(
    max(phrase.split(), key=len)
    for phrase in (*vs.SPECIAL_CASES, *_BOOSTERS)
    if " " in phrase
)
"""One word of every phrase; phrases of one word are never looked up."""
_NEGATION = float(vs.N_SCALAR)
_BACK = ((), (1,), (1, 2), (1, 2, 3))
"""How many words back to look, by the words there are."""
_FADING = (1.0, 1.0, 0.95, 0.9)
_NOTHING = {"neg": 0.0, "neu": 0.0, "pos": 0.0, "compound": 0.0}
_NEUTRAL = {"neg": 0.0, "neu": 1.0, "pos": 0.0, "compound": 0.0}


@dataclass(slots=True, kw_only=True)
class _Token:
    """What the rules ask of one word. Not frozen: made thrice as fast so."""

    word: str
    lower: str
    shouts: bool
    valence: float | None
    in_lexicon: bool
    boosts: bool
    negates: bool
    emphasises: bool
    in_idiom: bool


class _Tokens(dict[str, _Token]):
    """Every token seen so far; forgets all when full."""

    def __init__(self, lexicon: dict[str, float]) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, raw: str) -> _Token:
        stripped = raw.strip(punctuation)
        word = raw if len(stripped) <= 2 else stripped
        lower = word.lower()
        token = _Token(
            word=word,
            lower=lower,
            shouts=word.isupper(),
            valence=None if lower in _BOOSTERS else self._lexicon.get(lower),
            in_lexicon=lower in self._lexicon,
            boosts=lower in _BOOSTERS,
            negates=lower in _NEGATIONS or "n't" in lower,
            emphasises=lower in ("so", "this"),
            in_idiom=lower in _IDIOM_WORDS,
        )
        if len(raw) <= _LONGEST_KNOWN:
            if len(self) >= _KNOWN_TOKENS:
                self.clear()
            self[raw] = token
        return token


class FastVader(vs.SentimentIntensityAnalyzer):  # type: ignore[misc]  # no types
    """A drop-in for SentimentIntensityAnalyzer. Create one a process: 10 ms."""

    def __init__(self) -> None:
        super().__init__()
        self._tokens = _Tokens(self.lexicon)
        self._signs = frozenset(sign for sign in self.emojis if len(sign) == 1)

    def polarity_scores(self, text: str) -> dict[str, float]:
        """Return neg, neu, pos and compound, equal to the original's to the digit."""
        text = self._without_signs(text)
        tokens = self._read(text)
        if not tokens:
            return dict(_NOTHING)
        values = self._values(tokens)
        if not values:
            return dict(_NEUTRAL)
        return _sum_up(len(tokens), values, _emphasis(text))

    def compound(self, text: str) -> float:
        """Return only the compound, for less work."""
        text = self._without_signs(text)
        values = self._values(self._read(text))
        if not values:
            return 0.0
        total: float = vs.normalize(_stressed(values, _emphasis(text)))
        return round(total, 4)

    def _without_signs(self, text: str) -> str:
        if text.isascii() or self._signs.isdisjoint(text):
            return text
        return self._spell_out(text)

    def _read(self, text: str) -> list[_Token]:
        return list(map(self._tokens.__getitem__, text.split()))

    def _values(self, tokens: list[_Token]) -> list[float]:
        """Return what each word that counts is worth."""
        places = [i for i, t in enumerate(tokens) if t.valence is not None]
        if not places:
            return []
        lowers = [token.lower for token in tokens]
        if "kind" in lowers:
            places = [i for i in places if not _is_kind_of(tokens, i)]
        shouting = [token.shouts for token in tokens].count(True)
        mixed_case = 0 < shouting < len(tokens)
        says_no = "no" in lowers
        values = [
            self._valence(tokens, i, mixed_case=mixed_case, says_no=says_no)
            for i in places
        ]
        return self._weigh_but(tokens, places, values) if "but" in lowers else values

    def _spell_out(self, text: str) -> str:
        """Put the words of each emoji in its place, as the original does."""
        for sign in self._signs.intersection(text):
            words = self.emojis[sign]
            if text.startswith(sign):
                text = f"{words}{text[1:]}"
            # A space parts the words from what stands before them, but only one.
            text = text.replace(f" {sign}", f" {words}").replace(sign, f" {words}")
        return text

    def _valence(
        self, tokens: list[_Token], i: int, *, mixed_case: bool, says_no: bool
    ) -> float:
        """Return what one word of the lexicon is worth among its neighbours."""
        token = tokens[i]
        value = _plain_valence(tokens, i) if says_no else token.valence or 0.0
        if token.shouts and mixed_case:
            value += vs.C_INCR if value > 0 else -vs.C_INCR
        for back in _BACK[min(i, 3)]:
            before = tokens[i - back]
            if before.in_lexicon:
                continue
            if before.boosts:
                push = vs.scalar_inc_dec(before.word, value, mixed_case)
                value += push * _FADING[back]
            if before.negates or (back == 3 and tokens[i - 1].emphasises):
                value = _negated(tokens, i, back, value)
            if back == 3 and any([t.in_idiom for t in tokens[i - 3 : i + 3]]):  # noqa: C419
                value = self._special_idioms_check(value, [t.word for t in tokens], i)
        if i and tokens[i - 1].lower == "least":
            value = self._least_check(value, [t.word for t in tokens], i)
        return value

    def _weigh_but(
        self, tokens: list[_Token], places: list[int], values: list[float]
    ) -> list[float]:
        every = [0.0] * len(tokens)
        for place, value in zip(places, values, strict=True):
            every[place] = value
        weighed: list[float] = self._but_check([token.word for token in tokens], every)
        return weighed


def _is_kind_of(tokens: list[_Token], i: int) -> bool:
    followed = tokens[i].lower == "kind" and i + 1 < len(tokens)
    return followed and tokens[i + 1].lower == "of"


def _plain_valence(tokens: list[_Token], i: int) -> float:
    """Return the word's own worth; a "no" before it turns it round."""
    value = tokens[i].valence or 0.0
    if i and tokens[i - 1].lower == "no":
        return value * _NEGATION
    if i > 1 and tokens[i - 2].lower == "no":
        return value * _NEGATION
    if i > 2 and tokens[i - 3].lower == "no" and tokens[i - 1].lower in ("or", "nor"):
        return value * _NEGATION
    if tokens[i].lower == "no" and i + 1 < len(tokens) and tokens[i + 1].in_lexicon:
        return 0.0
    return value


def _sum_up(count: int, values: list[float], stress: float) -> dict[str, float]:
    """Turn the worth of the words that count, of `count`, into the answer."""
    good = bad = 0.0
    neutral = count
    for value in values:
        if value > 0:
            good += value + 1
            neutral -= 1
        elif value < 0:
            bad += 1 - value
            neutral -= 1
    if good > bad:
        good += stress
    elif good < bad:
        bad += stress
    whole = good + bad + neutral
    return {
        "neg": round(bad / whole, 3),
        "neu": round(neutral / whole, 3),
        "pos": round(good / whole, 3),
        "compound": round(vs.normalize(_stressed(values, stress)), 4),
    }


def _stressed(values: list[float], stress: float) -> float:
    total = float(sum(values))
    return total + (stress if total > 0 else -stress if total < 0 else 0.0)


def _emphasis(text: str) -> float:
    """Return what the signs "!" and "?" add, as the original reckons it."""
    asked = text.count("?")
    by_questions = 0.0 if asked < 2 else asked * 0.18 if asked < 4 else 0.96
    return min(text.count("!"), 4) * 0.292 + by_questions


def _negated(tokens: list[_Token], i: int, back: int, value: float) -> float:
    """Apply the rules of negation for the word `back` places before word `i`."""
    word = tokens[i - back].lower
    between = [tokens[i - b].lower for b in range(1, back)]
    if back > 1 and _strengthens(word, between):
        return value * 1.25
    if back > 1 and word == "without" and "doubt" in between:
        return value
    return value * _NEGATION if tokens[i - back].negates else value


def _strengthens(word: str, between: list[str]) -> bool:
    """Tell "never so good" and "so good": the original's precedence, kept."""
    if len(between) == 1:
        return word == "never" and between[0] in ("so", "this")
    never = word == "never" and between[1] in ("so", "this")
    return never or between[0] in ("so", "this")


def readable_part(text: str) -> str:
    """Return the text as VADER should see it: clean, and of bounded length."""
    if len(text) > 4 * MAX_CHARACTERS:
        text = _head_and_tail(text, 4 * MAX_CHARACTERS)
    return _head_and_tail(unmask(canonical(text)).strip(), MAX_CHARACTERS)


def _head_and_tail(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head, tail = text[: limit // 2], text[-(limit // 2) :]
    return f"{head.rpartition(' ')[0] or head} {tail.partition(' ')[2] or tail}"
