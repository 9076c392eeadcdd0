"""What the parts of the stack say together of one text, and where in it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from monitor.core.model import Evidence, Label
from monitor.scoring.blend import Blend, Thirds, Votes, sigmoid
from monitor.scoring.evidence import MOST, phrases, whole_words
from monitor.scoring.heads import HEAD, TOPICS, Heard
from monitor.scoring.package import Array
from monitor.scoring.severity import PLAIN
from monitor.scoring.signals import Signal, Signals

_NOT_SO_PLAIN = 0.6
"""A text this surely positive is not called negative for a complaint in it."""
_FIRST_TOPIC = HEAD[TOPICS[0]]
_FLAGS = frozenset(("going_public", "privacy", "vulnerable", "self_harm", "sarcasm"))
_INTENTS = frozenset(TOPICS) - {*_FLAGS, "news"}
_ADVERTS = ("spam", "job_advert")
_WITHOUT_COMPLAINT = frozenset(("question", "feature_request", "praise", *_ADVERTS))
_IRONY = 0.5
_MOST_SHOWN = 8
_HOPELESS = 1.5
"""Logits that a small change may leave over by its own weight, to be worth trying."""
_SPEAKING = 0.15
"""Least weight of a cue that is worth naming as evidence."""


@dataclass(slots=True, kw_only=True)
class Opinion:
    """One text as the whole stack sees it.

    `thirds` are the probabilities of negative, neutral and positive; `tried` is the
    opinion of the text without `evidence`, None where that was not asked.
    """

    thirds: Thirds
    complaint: float
    p_high: float | None
    signals: Signals
    heard: Heard | None
    emoji: float
    parts: tuple[tuple[str, float], ...]
    evidence: tuple[Evidence, ...] = ()
    dropped: tuple[Evidence, ...] = ()
    tried: Opinion | None = field(default=None, repr=False)

    @property
    def is_plain(self) -> bool:
        """Tell whether somebody surely waits for an answer."""
        return self.complaint >= PLAIN and self.thirds[2] < _NOT_SO_PLAIN

    @property
    def label(self) -> Label:
        """Return the likeliest of three, negative where the complaint is plain."""
        negative, neutral, positive = self.thirds
        if self.is_plain or negative >= max(neutral, positive):
            return Label.NEGATIVE
        return Label.POSITIVE if positive > neutral else Label.NEUTRAL

    @property
    def is_unhappy(self) -> bool:
        return self.label is Label.NEGATIVE

    @property
    def intents(self) -> tuple[str, ...]:
        """Return what it is about, by words or by the trained heads."""
        named = {*self.signals.intents, *self._learnt(_INTENTS)}
        adverts = named.intersection(_ADVERTS)
        if adverts and not self.is_plain:
            return tuple(sorted(adverts))
        named.difference_update(_ADVERTS)
        if self.is_plain:
            named.difference_update(("praise", "question"))
        elif not self.is_unhappy and self.complaint < 0.3:
            named.intersection_update(_WITHOUT_COMPLAINT)
        return tuple(sorted(named))

    @property
    def flags(self) -> tuple[str, ...]:
        """Return what a person must know, whatever the label."""
        named = {*self.signals.flags, *self._learnt(_FLAGS)}
        return tuple(sorted(named))

    @property
    def intensity(self) -> float:
        """Return how upset the writer is, in [0, 1]; almost 0 where nobody is."""
        anger = self.signals.anger
        if not self.is_unhappy:
            return round(0.2 * anger, 3)
        high = self.complaint if self.p_high is None else self.p_high
        return round(0.4 * self.thirds[0] + 0.3 * high + 0.3 * anger, 3)

    def gather(self, shares: Array | None, text: str) -> tuple[Evidence, ...]:
        """Return the places that speak for it, those of words first.

        `shares` is what each piece adds to `answer`, None where the encoder was not
        asked.
        """
        cues = [
            s
            for s in self.signals.found
            if s.weight >= _SPEAKING and s.kind not in ("relief", "praise")
        ]
        cues.sort(key=lambda cue: -cue.weight)
        found = [_shown(cue, text) for cue in cues[:_MOST_SHOWN]]
        if shares is not None and self.heard is not None:
            says = "complaint" if self.is_plain else "negative"
            found = found[: _MOST_SHOWN - MOST]
            found += phrases(shares, self.heard.pieces, text, says)
        return tuple(found[:_MOST_SHOWN])

    @property
    def answer(self) -> dict[str, float]:
        """Return how the encoder's heads move what makes the text unhappy."""
        if self.heard is None:
            return {}
        polar, positive = (sigmoid(self.heard.logit(h)) for h in ("polar", "positive"))
        feeling = {"polar": 1 - polar, "positive": -positive}
        return {**feeling, "complaint": 0.5} if self.is_plain else feeling

    def without(self, text: str) -> str | None:
        """Return the text without the strongest phrases, and note which these were.

        Taken away is the least that should do by each phrase's own weight, one at
        least. None where no few phrases could do.
        """
        ranked = sorted(_apart(self.evidence), key=lambda each: -each.weight)
        if not ranked:
            return None
        over = self._excess()
        chosen: list[Evidence] = []
        for each in ranked[:MOST]:
            chosen.append(each)
            over -= each.weight
            if over <= 0:
                break
        if over > _HOPELESS:
            return None
        left = text
        for each in sorted(chosen, key=lambda each: -each.start):
            left = f"{left[: each.start]} {left[each.end :]}"
        if not any(char.isalpha() for char in left):
            return None
        self.dropped = tuple(sorted(chosen, key=lambda each: each.start))
        return left

    def _excess(self) -> float:
        """Return by how much, in logits, it is over the limit."""
        negative, neutral, positive = (math.log(max(p, 1e-6)) for p in self.thirds)
        odds = math.log(max(self.complaint, 1e-6) / max(1 - self.complaint, 1e-6))
        return max(negative - max(neutral, positive), odds, 0.0)

    def silenced_by(self, text: str) -> str:
        """Say the smallest change that was found to silence it, "" if none was."""
        if self.tried is None or self.tried.is_unhappy:
            return ""
        words = ", ".join(f"“{text[e.start : e.end]}”" for e in self.dropped)
        after = self.tried
        return (
            f"without {words}: {after.label}, negative {after.thirds[0]:.2f}, "
            f"complaint {after.complaint:.2f}"
        )

    def _learnt(self, names: Collection[str]) -> set[str]:
        """Return which of the topics the trained heads find likelier than not."""
        if self.heard is None:
            return set()
        said = zip(TOPICS, self.heard.logits[_FIRST_TOPIC:].tolist(), strict=True)
        return {name for name, logit in said if logit >= 0 and name in names}


def _shown(signal: Signal, text: str) -> Evidence:
    """Return a cue as evidence, whole words of it."""
    start, end = whole_words(text, signal.start, signal.end)
    if start >= end:
        start, end = signal.start, signal.end
    return Evidence(
        start=start, end=end, part="signals", says=signal.kind, weight=signal.weight
    )


def _apart(evidence: Iterable[Evidence]) -> Iterable[Evidence]:
    """Yield evidence that does not overlap, the strongest of each place."""
    taken: list[Evidence] = []
    for each in sorted(evidence, key=lambda each: -each.weight):
        if all(each.end <= other.start or other.end <= each.start for other in taken):
            taken.append(each)
    return taken


def thirds_of(heard: Heard) -> Thirds:
    """Return the encoder's own probabilities of negative, neutral and positive."""
    polar, positive = sigmoid(heard.logit("polar")), sigmoid(heard.logit("positive"))
    return polar * (1 - positive), 1 - polar, polar * positive


def opinion_of(  # noqa: PLR0913  # what is known of one text
    blend: Blend,
    votes: Votes,
    lang: str,
    *,
    signals: Signals,
    heard: Heard | None,
    voices: Sequence[tuple[str, Thirds, float]] = (),
) -> Opinion:
    """Blend what the parts say of one text."""
    thirds = _pooled(blend.feel(votes, lang), voices)
    irony = sigmoid(heard.logit("sarcasm")) if heard is not None else 0.0
    if "sarcasm" in signals.flags:
        irony = max(irony, _IRONY)
    thirds = _less_sure(thirds, irony)
    complaint = blend.complains(votes, thirds[0])
    parts: list[tuple[str, float]] = []
    p_high = None
    if heard is not None and votes.encoder is not None:
        p_high = round(sigmoid(heard.logit("high")), 4)
        parts += [("encoder", round(votes.encoder[0], 4)), ("p_high", p_high)]
    parts += [(name, round(found[0], 4)) for name, found, _ in voices]
    return Opinion(
        thirds=thirds,
        complaint=round(complaint, 4),
        p_high=p_high,
        signals=signals,
        heard=heard,
        emoji=votes.emoji,
        parts=tuple(parts),
    )


def _pooled(own: Thirds, voices: Iterable[tuple[str, Thirds, float]]) -> Thirds:
    """Return the weighed geometric mean of opinions (logarithmic pooling)."""
    sums = [math.log(max(p, 1e-6)) for p in own]
    total = 1.0
    for _, found, weight in voices:
        total += weight
        sums = [
            s + weight * math.log(max(p, 1e-6))
            for s, p in zip(sums, found, strict=True)
        ]
    parts = [math.exp(s / total) for s in sums]
    whole = sum(parts)
    return parts[0] / whole, parts[1] / whole, parts[2] / whole


def _less_sure(thirds: Thirds, irony: float) -> Thirds:
    """Pull towards even chances where the words may mean the opposite."""
    keep = 1 - 0.3 * irony if irony >= _IRONY else 1.0
    negative, neutral, positive = (keep * p + (1 - keep) / 3 for p in thirds)
    return negative, neutral, positive
