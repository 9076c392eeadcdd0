"""From an opinion and stars to what is kept and shown of a text."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from monitor.core.model import Evidence, Label, Sentiment
from monitor.core.weights import Weights
from monitor.scoring.base import Asked
from monitor.scoring.blend import sigmoid
from monitor.scoring.opinion import Opinion
from monitor.scoring.severity import explain, facts_of
from monitor.scoring.stars import Stars

ON_SIDE = 0.05
"""The least by which a score leans to the side of its label."""
_SURE = 0.75
_MOST_QUOTED = 4


def unreadable(
    lang: str, vader: float | None, why: str, flags: tuple[str, ...] = ()
) -> Sentiment:
    """Return that nobody could read the text, and why; words still raise flags."""
    found = Sentiment(
        label=Label.UNREADABLE,
        lang=lang,
        why=(why, *(f"flag: {flag}" for flag in flags)),
        vader=vader,
        engine="none",
        flags=flags,
    )
    return replace(found, severity=explain(facts_of(found)).severity)


def sentiment_of(  # noqa: PLR0913  # what is known of one text
    opinion: Opinion | None,
    stars: Stars | None,
    *,
    text: str,
    lang: str,
    vader: float | None,
    asked: Asked,
    weights: Weights,
) -> Sentiment:
    """Return all that was found; one of `opinion` and `stars` has to be there."""
    if opinion is not None:
        read = _of_opinion(opinion, text, lang=lang, vader=vader)
        found = _both(read, opinion, stars) if stars else read
    elif stars is not None:
        found = _of_stars(stars, lang)
    else:
        raise ValueError("nobody read the text")
    value = stars.value if stars else 0.0
    facts = facts_of(found, stars=value, reach=asked.reach, vip=asked.vip)
    judged = explain(facts, weights)
    return replace(found, severity=judged.severity, why=(*found.why, *judged.why[:3]))


def _of_opinion(
    opinion: Opinion, text: str, *, lang: str, vader: float | None
) -> Sentiment:
    negative, _, positive = opinion.thirds
    label, signals = opinion.label, opinion.signals
    engine = ["encoder"] if opinion.heard else []
    engine += [name for name, _ in opinion.parts if name not in ("encoder", "p_high")]
    engine += ["vader"] if vader is not None else []
    return Sentiment(
        label=label,
        lang=lang,
        score=_on_side(positive - negative, label),
        p_negative=round(negative, 4),
        p_positive=round(positive, 4),
        complaint=opinion.complaint,
        intents=opinion.intents,
        flags=opinion.flags,
        waited_days=signals.waited_days,
        contacts=signals.contacts,
        intensity=opinion.intensity,
        evidence=opinion.evidence,
        parts=opinion.parts,
        silenced_by=opinion.silenced_by(text),
        why=tuple(_reasons(opinion, text, vader)),
        vader=vader,
        engine="+".join([*engine, "signals"]),
    )


def _reasons(opinion: Opinion, text: str, vader: float | None) -> Iterable[str]:
    """Yield the evidence in words, what is quoted first."""
    if quoted := _quoted(opinion.evidence, text):
        yield f"says: {', '.join(quoted)}"
    if opinion.heard:
        yield f"encoder: {opinion.parts[0][1]:.0%} negative"
    for name, chance in opinion.parts:
        if name not in ("encoder", "p_high"):
            yield f"{name}: {chance:.0%} negative"
    if vader:
        yield f"VADER {vader:+.2f}"
    if opinion.emoji:
        yield f"emoji {opinion.emoji:+.2f}"
    if "sarcasm" in opinion.flags:
        yield "may be irony: less sure"


def _quoted(evidence: Iterable[Evidence], text: str) -> list[str]:
    """Return the strongest places that are not part of another, as they stand."""
    chosen: list[Evidence] = []
    for each in sorted(evidence, key=lambda e: (e.part != "signals", -e.weight)):
        if all(each.end <= o.start or o.end <= each.start for o in chosen):
            chosen.append(each)
    chosen = sorted(chosen[:_MOST_QUOTED], key=lambda e: e.start)
    return [f"“{' '.join(text[e.start : e.end].split())}”" for e in chosen]


def _both(read: Sentiment, opinion: Opinion, stars: Stars) -> Sentiment:
    """Let the stars lead; plain unhappiness in the words overrules good ones."""
    p_read = opinion.thirds[0]
    contradicts = opinion.is_unhappy and (opinion.is_plain or p_read >= _SURE)
    label = Label.NEGATIVE if contradicts else stars.label
    logits = [math.log(p / (1 - p)) for p in (_inside(p_read), stars.p_negative)]
    p_negative = sigmoid(0.5 * logits[0] + logits[1])
    if contradicts:
        p_negative = max(p_negative, p_read)
    score = read.score or 0.0
    if not contradicts:
        score = 0.3 * score + 0.7 * stars.score
    p_positive = min(read.p_positive or 0.0, 1 - p_negative)
    by_words = contradicts and stars.label is not Label.NEGATIVE
    return replace(
        read,
        label=label,
        score=_on_side(score, label),
        p_negative=round(p_negative, 4),
        p_positive=round(p_positive, 4),
        silenced_by=read.silenced_by if by_words else "",
        why=(stars.words, *read.why),
        engine=f"{read.engine}+stars",
    )


def _of_stars(stars: Stars, lang: str) -> Sentiment:
    return Sentiment(
        label=stars.label,
        lang=lang,
        score=round(stars.score, 4),
        p_negative=stars.p_negative,
        why=(stars.words,),
        engine="stars",
    )


def _inside(p: float) -> float:
    return min(max(p, 1e-4), 1 - 1e-4)


def _on_side(score: float, label: Label) -> float:
    """Keep the number from contradicting the word."""
    if label is Label.NEGATIVE:
        return round(min(score, -ON_SIDE), 4)
    return round(max(score, ON_SIDE) if label is Label.POSITIVE else score, 4)
