"""The scorer that ships: everything that reads a text, and how it becomes one opinion.

    language ─▶ encoder with trained heads ┐
                VADER (English)            │
                signals: words of trouble  ├─▶ blend ─▶ stars ─▶ label, severity, why
                emoji                      │
                more voices (if set up)    ┘

The label is the likeliest of three, but negative where the complaint is plain. Below a
stated confidence, in a language that nothing here was trained on, or where most pieces
of the text are unknown to the encoder, it is *unreadable*. Without the encoder, English
is read by VADER and words, and other languages only where words complain plainly.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.core.model import Sentiment, searchable
from monitor.core.weights import DEFAULT, Weights
from monitor.scoring.abridged import Abridged, abridge
from monitor.scoring.base import Asked
from monitor.scoring.blend import Blend, Numbers, Thirds, Votes, shipped_numbers
from monitor.scoring.emoji import emoji_value
from monitor.scoring.evidence import whole_words
from monitor.scoring.heads import Heads, Heard, shipped_heads
from monitor.scoring.languages import detect, plain_code
from monitor.scoring.opinion import Opinion, opinion_of, thirds_of
from monitor.scoring.package import Array
from monitor.scoring.scripts import weigh
from monitor.scoring.signals import Signals, read_signals
from monitor.scoring.stars import Stars, read_stars
from monitor.scoring.telling import sentiment_of, unreadable
from monitor.scoring.vader import FastVader, readable_part
from monitor.scoring.voices import Weighed
from monitor.scoring.written_stars import written_stars

_LETTER = re.compile(r"[^\W\d_]")
_SMALL_GAP = 100
"""Characters that may be left out within a place, such as invisible ones."""
_TOGETHER, _LETTERS_TOGETHER = 64, 6_000
"""Texts that are read at once, and their characters; more only need more memory."""
_ROMANISED = "hi"
"""In Latin letters the encoder was taught it, and is as unsure as of no language."""
_UNKNOWN_PIECE = 0
_MOST_UNKNOWN = 0.5
_FEW_WORDS = 0.15
"""Under it, what words complain of is only a topic."""
_PLAIN_WORDS = 0.6
"""From here on words alone are believed where nothing else reads the language."""


@dataclass(slots=True, kw_only=True)
class _Reading:
    """One text on its way through the parts."""

    asked: Asked
    text: str
    """What is read of it; places point into it until the end."""
    abridged: Abridged
    clean: str
    lang: str
    signals: Signals
    vader: float | None
    emoji: float
    stars: Stars | None
    heard: Heard | None = None
    voices: tuple[tuple[str, Thirds, float], ...] = ()


class StackScorer:
    """Reads what the encoder was trained on, and says so where it cannot read."""

    def __init__(
        self,
        *,
        heads: Heads | None = None,
        numbers: Numbers | None = None,
        voices: Sequence[Weighed] = (),
        weights: Weights = DEFAULT,
    ) -> None:
        self.heads = heads
        self._numbers = numbers or shipped_numbers()
        self._languages = frozenset(self._numbers.languages) if heads else frozenset()
        self.voices = tuple(voices)
        self._weights = weights
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
        asked = Asked(
            title=title, text=text, lang=lang, rating=rating, rating_scale=rating_scale
        )
        return self.score_many([asked])[0]

    def score_many(self, asked: Sequence[Asked]) -> list[Sentiment]:
        """Score many texts, in their order; the encoder is asked once for all."""
        found: list[Sentiment] = []
        some: list[Asked] = []
        letters = 0
        for each in asked:
            letters += len(each.title) + len(each.text)
            if some and (len(some) == _TOGETHER or letters > _LETTERS_TOGETHER):
                found += self._score_some(some)
                some, letters = [], len(each.title) + len(each.text)
            some.append(each)
        return found + self._score_some(some)

    def _score_some(self, asked: Sequence[Asked]) -> list[Sentiment]:
        readings = [self._prepared(each) for each in asked]
        self._hear(readings)
        opinions = [self._opinion(reading) for reading in readings]
        self._try_without(readings, opinions)
        return [
            self._said(reading, opinion)
            for reading, opinion in zip(readings, opinions, strict=True)
        ]

    def language(self, text: str, said: str = "") -> str:
        """Return what the network says the language is, else what the text tells."""
        if plain_code(said):
            return said
        return detect(readable_part(text), known=self._knows)

    def _knows(self, word: str) -> bool:
        return word in self._lexicon

    def _prepared(self, asked: Asked, lang: str | None = None) -> _Reading:
        whole = searchable(asked.title, asked.text)
        abridged = abridge(whole)
        text = abridged.text
        clean = readable_part(text)
        language = lang
        if language is None:
            language = detect(clean, asked.lang, known=self._knows)
        english = language == "en" or not _LETTER.search(clean)
        return _Reading(
            asked=asked,
            text=text,
            abridged=abridged,
            clean=clean,
            lang=language,
            signals=read_signals(text, language),
            vader=self._vader.compound(clean) if english else None,
            emoji=emoji_value(clean),
            stars=read_stars(asked.rating, asked.rating_scale) or written_stars(whole),
        )

    def _hear(self, readings: Sequence[_Reading]) -> None:
        """Ask the encoder and every further voice what they can read."""
        if self.heads is not None:
            wanted = [r for r in readings if self._is_read(r)]
            for reading, heard in zip(
                wanted, self.heads.read([r.text for r in wanted]), strict=True
            ):
                if not _is_foreign(heard):
                    reading.heard = heard
        for weighed in self.voices:
            rows = weighed.read([r.clean for r in readings], [r.lang for r in readings])
            for reading, row in zip(readings, rows.tolist(), strict=True):
                if row[0] == row[0]:  # not NaN: it could read the text
                    voice = (weighed.name, (row[0], row[1], row[2]), weighed.weight)
                    reading.voices = (*reading.voices, voice)

    def _is_read(self, reading: _Reading) -> bool:
        if reading.lang == _ROMANISED:
            foreign, latin = weigh(reading.clean)
            return bool(self._languages) and latin > 2 * sum(foreign.values())
        known = reading.lang in self._languages
        return known or (not reading.lang and bool(_LETTER.search(reading.clean)))

    def _opinion(self, reading: _Reading) -> Opinion | None:
        """Blend what the parts say; None if nobody could read the text."""
        numbers, heard = self._numbers, reading.heard
        if heard is not None:
            opinion = _blended(numbers.full, reading)
            known = reading.lang in self._languages or bool(reading.voices)
            least = numbers.confidence if known else numbers.confidence_unknown
        elif reading.voices or self._words_suffice(reading):
            opinion, least = _blended(numbers.words, reading), numbers.confidence
        else:
            return None
        sure = opinion.is_plain or max(opinion.thirds) >= least
        return opinion if sure or reading.stars else None

    def _words_suffice(self, reading: _Reading) -> bool:
        signals = reading.signals
        if reading.lang == "en":
            if signals.complaint >= _FEW_WORDS or "praise" in signals.intents:
                return True
            return bool(signals.anger or reading.vader or reading.emoji)
        if not reading.lang and not _LETTER.search(reading.clean):
            return bool(reading.emoji or reading.vader)
        return signals.complaint >= _PLAIN_WORDS

    def _try_without(
        self, readings: Sequence[_Reading], opinions: Sequence[Opinion | None]
    ) -> None:
        """Read unhappy texts once more without the words that speak most for it."""
        unhappy = [
            (reading, opinion)
            for reading, opinion in zip(readings, opinions, strict=True)
            if opinion is not None and opinion.is_unhappy
        ]
        shares = self._shares([opinion for _, opinion in unhappy])
        tries = []
        for (reading, opinion), share in zip(unhappy, shares, strict=True):
            opinion.evidence = opinion.gather(share, reading.text)
            left = opinion.without(reading.text)
            if left is not None:
                again = self._prepared(Asked(text=left), lang=reading.lang)
                tries.append((opinion, again))
        self._hear([again for _, again in tries])
        for opinion, again in tries:
            opinion.tried = self._opinion(again)

    def _shares(self, opinions: Sequence[Opinion]) -> list[Array | None]:
        """Ask the encoder which pieces of each text made it unhappy."""
        asked = [(i, o.heard, o.answer) for i, o in enumerate(opinions) if o.heard]
        found: list[Array | None] = [None] * len(opinions)
        if self.heads is not None and asked:
            shares = self.heads.contributions(
                [heard for _, heard, _ in asked], [answer for _, _, answer in asked]
            )
            for (index, _, _), share in zip(asked, shares, strict=True):
                found[index] = share
        return found

    def _said(self, reading: _Reading, opinion: Opinion | None) -> Sentiment:
        stars = reading.stars
        if opinion is None and stars is None:
            return unreadable(
                reading.lang,
                reading.vader,
                self._why_not(reading),
                reading.signals.flags,
            )
        found = sentiment_of(
            opinion,
            stars,
            text=reading.text,
            lang=reading.lang,
            vader=reading.vader,
            asked=reading.asked,
            weights=self._weights,
        )
        return _in_whole(found, reading.abridged) if reading.abridged.gone else found

    def _why_not(self, reading: _Reading) -> str:
        if not reading.lang and reading.heard is None:
            return "language not recognised"
        if reading.lang == "en" and not self.heads:
            return "no word of feeling in it, and the encoder is not installed"
        if reading.lang and not self._is_read(reading):
            missing = ""
            if self.heads is None and reading.lang in self._numbers.languages:
                missing = ": the encoder is not installed"
            return f"nothing here reads {reading.lang!r}{missing}"
        if reading.heard is None:
            return "most of its words are unknown to the encoder"
        return "not sure enough of any label"


def _blended(blend: Blend, reading: _Reading) -> Opinion:
    heard, signals = reading.heard, reading.signals
    votes = Votes(
        encoder=thirds_of(heard) if heard else None,
        vader=reading.vader or 0.0,
        emoji=reading.emoji,
        cues=signals.complaint,
        anger=signals.anger,
        praise=float("praise" in signals.intents),
        complains=heard.logit("complaint") if heard else 0.0,
    )
    return opinion_of(
        blend,
        votes,
        reading.lang,
        signals=signals,
        heard=heard,
        voices=reading.voices,
    )


def _in_whole(found: Sentiment, abridged: Abridged) -> Sentiment:
    """Let the evidence point into the whole text."""
    evidence = []
    for each in found.evidence:
        start, end = _unbroken(abridged, each.start, each.end)
        evidence.append(replace(each, start=start, end=end))
    return replace(found, evidence=tuple(evidence))


def _unbroken(abridged: Abridged, start: int, end: int) -> tuple[int, int]:
    """Return a place in the whole text; the longer side of one with a gap in it."""
    whole = abridged.whole(start, end)
    if whole[1] - whole[0] - (end - start) <= _SMALL_GAP:
        return whole
    gaps = [place for place in abridged.places if start < place < end]
    sides = itertools.pairwise([start, *gaps, end])
    longest = max(sides, key=lambda side: side[1] - side[0])
    return abridged.whole(*whole_words(abridged.text, *longest))


def _is_foreign(heard: Heard) -> bool:
    """Tell whether the encoder does not know most of the text's pieces."""
    ids = heard.pieces.ids
    return not ids or ids.count(_UNKNOWN_PIECE) > _MOST_UNKNOWN * len(ids)


@functools.cache
def default_scorer() -> StackScorer:
    """Return the one scorer of this process: what ships, and nothing more."""
    return StackScorer(heads=shipped_heads())
