"""The scorer that ships: VADER, complaint cues, emoji and stars, for English.

    logit(p_negative) = -0.25 - 2.86 * compound - 1.79 * emoji + 1.77 * complaint
                        - 0.31 where none of the three says anything

The weights were fitted by logistic regression, each data set counting the same, on
English texts that may be used for it: VADER's own tweets, Amazon, film and newspaper
sentences (MIT, Hutto), OpeNER hotel reviews (CC BY) and GoEmotions (CC BY 4.0),
26,631 texts. In five-fold cross-validation the probabilities are off by 0.02 on
average; on a kind of text that was not in the fit by 0.02 to 0.19, because how many
posts are unhappy differs so much from place to place.

A text is negative from 0.45, or from a complaint of 0.5. The score is
compound + emoji / 2 - 0.8 * complaint, kept within [-1, 1] and on the label's side.
Where the complaint is that plain, nice words count for nothing: "love waiting".
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass, field

from monitor.core.model import Label, Sentiment, searchable
from monitor.scoring.cues import NOTHING, Cues, is_cue_word, read_cues
from monitor.scoring.emoji import emoji_value
from monitor.scoring.languages import detect, plain_code
from monitor.scoring.severity import Facts, judge
from monitor.scoring.stars import Stars, read_stars
from monitor.scoring.vader import FastVader, readable_part

NEGATIVE_FROM = 0.45
COMPLAINT_FROM = 0.5
POSITIVE_FROM = 0.05
WEIGHTS = (-0.25, -2.86, -1.79, 1.77, -0.31)
_LETTER = re.compile(r"[^\W\d_]")
_CAPITALS = re.compile("[A-Z]{4,}")
# Each name looked up in the enumeration costs as much as a rule.
NEGATIVE, NEUTRAL, POSITIVE = Label.NEGATIVE, Label.NEUTRAL, Label.POSITIVE
UNREADABLE = Label.UNREADABLE


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What the text alone says."""

    lang: str
    compound: float
    emoji: float
    cues: Cues
    shouting: bool
    plain: bool = field(init=False)
    score: float = field(init=False)
    p_negative: float = field(init=False)

    def __post_init__(self) -> None:
        complaint = self.cues.complaint
        self.plain = complaint >= COMPLAINT_FROM
        # Nice words in so plain a complaint are irony.
        felt = min(self.compound, 0.0) if self.plain else self.compound
        value = felt + self.emoji / 2 - 0.8 * complaint
        self.score = max(-1.0, min(1.0, value))
        silent = abs(felt) < 0.05 and not self.emoji and complaint < 0.1
        start, by_compound, by_emoji, by_complaint, if_silent = WEIGHTS
        self.p_negative = _sigmoid(
            start
            + by_compound * felt
            + by_emoji * self.emoji
            + by_complaint * complaint
            + if_silent * silent
        )

    @property
    def label(self) -> Label:
        if self.plain or self.p_negative >= NEGATIVE_FROM:
            return NEGATIVE
        return POSITIVE if self.score >= POSITIVE_FROM else NEUTRAL

    def reasons(self) -> tuple[str, ...]:
        """Name the evidence, strongest words first."""
        found = []
        if self.cues.words:
            found.append(f"says: {', '.join(self.cues.words)}")
        if self.compound:
            found.append(f"VADER {self.compound:+.2f}")
        if self.emoji:
            found.append(f"emoji {self.emoji:+.2f}")
        if self.shouting:
            found.append("shouts")
        return tuple(found) or ("no words of feeling or complaint",)


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


class StackScorer:
    """Reads English, signs and stars; says so where it cannot read."""

    def __init__(self) -> None:
        self._vader = FastVader()
        self._lexicon = self._vader.lexicon

    def score(
        self,
        title: str,
        text: str,
        *,
        lang: str = "",
        rating: float | None = None,
        rating_scale: float = 5.0,
    ) -> Sentiment:
        """Score one text; see the module for how."""
        clean = readable_part(searchable(title, text))
        language = detect(clean, lang, known=self._knows)
        reading = self._read(clean, language)
        stars = read_stars(rating, rating_scale)
        if reading is None:
            return _of_stars(language, stars) if stars else _unreadable(language)
        return _of_both(reading, stars) if stars else _of_text(reading)

    def language(self, text: str, said: str = "") -> str:
        """Return what the network says the language is, else what the text tells."""
        if plain_code(said):
            return said
        return detect(readable_part(text), known=self._knows)

    def _knows(self, word: str) -> bool:
        return word in self._lexicon or is_cue_word(word)

    def _read(self, clean: str, language: str) -> _Reading | None:
        """Read English, or the faces and signs of a text without any letter."""
        if language != "en" and (language or _LETTER.search(clean)):
            return None
        compound = self._vader.compound(clean)
        emoji = emoji_value(clean)
        if not language and not compound and not emoji:
            return None
        cues = read_cues(clean, compound) if language else NOTHING
        return _Reading(
            lang=language,
            compound=compound,
            emoji=emoji,
            cues=cues,
            shouting="!!!" in clean or len(_CAPITALS.findall(clean)) > 1,
        )


def _unreadable(language: str) -> Sentiment:
    why = f"nothing here reads {language!r}" if language else "language not recognised"
    return Sentiment(label=UNREADABLE, lang=language, why=(why,), engine="none")


def _of_text(reading: _Reading) -> Sentiment:
    return _sentiment(
        reading, reading.label, reading.score, reading.p_negative, stars=None
    )


def _of_both(reading: _Reading, stars: Stars) -> Sentiment:
    """Let the stars lead; plain unhappiness in the words overrules good ones."""
    contradicts = reading.label is NEGATIVE and (
        reading.plain or reading.p_negative >= 0.75
    )
    label = NEGATIVE if contradicts else stars.label
    logits = [math.log(p / (1 - p)) for p in (reading.p_negative, stars.p_negative)]
    p_negative = _sigmoid(0.5 * logits[0] + logits[1])
    if contradicts:
        p_negative = max(p_negative, reading.p_negative)
    score = reading.score if contradicts else 0.3 * reading.score + 0.7 * stars.score
    return _sentiment(reading, label, score, p_negative, stars=stars)


def _of_stars(language: str, stars: Stars) -> Sentiment:
    facts = Facts(
        label=stars.label,
        p_negative=stars.p_negative,
        complaint=0.0,
        stars=stars.value,
    )
    return Sentiment(
        label=stars.label,
        lang=language,
        score=round(stars.score, 4),
        p_negative=stars.p_negative,
        severity=judge(facts),
        why=(stars.words,),
        engine="stars",
    )


def _sentiment(
    reading: _Reading,
    label: Label,
    score: float,
    p_negative: float,
    *,
    stars: Stars | None,
) -> Sentiment:
    cues = reading.cues
    facts = Facts(
        label=label,
        p_negative=p_negative,
        complaint=cues.complaint,
        intents=cues.intents,
        shouting=reading.shouting,
        stars=stars.value if stars else 0.0,
    )
    return Sentiment(
        label=label,
        lang=reading.lang,
        score=round(_on_side(score, label), 4),
        p_negative=round(p_negative, 4),
        complaint=cues.complaint,
        severity=judge(facts),
        intents=cues.intents,
        why=((stars.words,) if stars else ()) + reading.reasons(),
        vader=reading.compound,
        engine="vader+stars" if stars else "vader",
    )


def _on_side(score: float, label: Label) -> float:
    """Keep the number from contradicting the word."""
    if label is NEGATIVE:
        return min(score, -POSITIVE_FROM)
    return max(score, POSITIVE_FROM) if label is POSITIVE else score


@functools.cache
def default_scorer() -> StackScorer:
    """Return the one scorer of this process."""
    return StackScorer()
