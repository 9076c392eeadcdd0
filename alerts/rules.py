"""Which mentions deserve an alert, and why. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from alerts.details import network_name, out_of_five, stars_of
from alerts.facts import (
    Finding,
    MentionFacts,
    RuleFacts,
    WhenFacts,
    author_names,
    name_of,
)
from alerts.quoting import one_line
from alerts.reasons import meaning, needs_person
from alerts.words import Words, words_for
from monitor.core.model import Label


class _Condition(NamedTuple):
    """One part of a rule's condition: does it hold, and how to say so."""

    held: bool
    key: str
    values: dict[str, Any]


def evaluate(
    rules: Sequence[RuleFacts],
    facts: MentionFacts,
    *,
    vips: frozenset[str],
    language: str = "en",
) -> tuple[Finding, ...]:
    """Return a finding for every rule that the mention meets, in the rules' order.

    A rule is met if everything its condition gives holds. A post that is gone, or
    that names the brand no more, meets none. A text that nothing could read has no
    sentiment and no severity, so it meets no condition on these; everything else
    may still hold, flags too. `vips` are handles, `source:handle` or ids, however
    written.
    """
    if facts.deleted or facts.removed:
        return ()
    is_vip = is_named(facts, vips)
    words = words_for(language)
    found = []
    for rule in rules:
        conditions = tuple(_conditions(rule.when, facts, is_vip=is_vip))
        if conditions and all(condition.held for condition in conditions):
            why = tuple(_say(condition, facts, words) for condition in conditions)
            found.append(_finding(rule, facts, why, is_vip=is_vip))
    return tuple(found)


def reasons(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return one line for each finding: the rule, and what held."""
    return tuple(f"{each.rule}: {'; '.join(each.why)}" for each in findings)


def is_named(facts: MentionFacts, names: frozenset[str]) -> bool:
    """Tell whether the mention's author is on a list of names."""
    return not author_names(facts).isdisjoint(_comparable(names))


@lru_cache(maxsize=32)
def _comparable(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(name_of, names)) - {""}


def _finding(
    rule: RuleFacts, facts: MentionFacts, why: tuple[str, ...], *, is_vip: bool
) -> Finding:
    return Finding(
        rule=rule.name,
        severity=facts.severity,
        why=why,
        receivers=rule.receivers,
        vip=is_vip,
        needs_person=needs_person(facts),
        group_within=rule.group_within,
        quiet=rule.quiet,
    )


def _conditions(
    when: WhenFacts, facts: MentionFacts, *, is_vip: bool
) -> Iterator[_Condition]:
    if when.any:
        yield _Condition(True, "why_any", {})
    yield from _about_feeling(when, facts)
    if when.max_rating is not None:
        stars = out_of_five(facts)
        held = stars is not None and stars <= when.max_rating
        yield _Condition(held, "why_rating", {})
    if when.vip:
        yield _Condition(is_vip, "why_vip", {})
    yield from _about_place(when, facts)


def _about_feeling(when: WhenFacts, facts: MentionFacts) -> Iterator[_Condition]:
    is_read = facts.label not in (None, Label.UNREADABLE)
    if when.label is not None:
        yield _Condition(facts.label is when.label, "why_label", {})
    if when.min_severity is not None:
        held = is_read and facts.severity >= when.min_severity
        yield _Condition(held, "why_severity", {})
    if when.min_complaint is not None:
        percent = round(facts.complaint * 100)
        held = facts.complaint >= when.min_complaint
        yield _Condition(held, "why_complaint", {"percent": percent})
    if when.min_intensity is not None:
        percent = round(facts.intensity * 100)
        held = facts.intensity >= when.min_intensity
        yield _Condition(held, "why_intensity", {"percent": percent})
    if when.flags:
        raised = [flag for flag in facts.flags if flag in when.flags]
        yield _Condition(bool(raised), "why_flags", {"flags": raised})
    if when.intents:
        asked = {intent.casefold() for intent in when.intents}
        met = [intent for intent in facts.intents if intent.casefold() in asked]
        yield _Condition(bool(met), "why_intent", {"intents": ", ".join(met)})


def _about_place(when: WhenFacts, facts: MentionFacts) -> Iterator[_Condition]:
    if when.brands:
        held = facts.brand.casefold() in {brand.casefold() for brand in when.brands}
        yield _Condition(held, "why_brand", {"brand": one_line(facts.brand)})
    if when.sources:
        held = facts.source.casefold() in {name.casefold() for name in when.sources}
        yield _Condition(held, "why_source", {})
    if when.languages:
        held = any(_speaks(facts.lang, code) for code in when.languages)
        yield _Condition(held, "why_language", {"language": one_line(facts.lang)})


def _speaks(lang: str, code: str) -> bool:
    """Tell whether `lang` (en-GB) is the language `code` (en), or a kind of it."""
    spoken, asked = (tag.casefold().replace("_", "-") for tag in (lang, code))
    return spoken == asked or spoken.startswith(f"{asked}-")


def _say(condition: _Condition, facts: MentionFacts, words: Words) -> str:
    match condition.key:
        case "why_label":
            return _feeling(facts, words)
        case "why_severity":
            severity = words.say(f"severity_{facts.severity.word}")
            return words.say("why_severity", severity=severity)
        case "why_rating":
            return words.say("why_rating", stars=stars_of(facts, words))
        case "why_flags":
            named = [meaning(flag, words) for flag in condition.values["flags"]]
            return words.say("why_flags", flags=words.say("comma").join(named))
        case "why_source":
            return words.say("why_source", network=network_name(facts, words))
    return words.say(condition.key, **condition.values)


def _feeling(facts: MentionFacts, words: Words) -> str:
    """Say "negative, score -0.62, certainty 91 %"."""
    parts = [words.say(f"label_{facts.label}")]
    if facts.score is not None:
        parts.append(words.say("score", score=f"{facts.score:+.2f}"))
    if facts.p_negative is not None and facts.label is Label.NEGATIVE:
        parts.append(words.say("certainty", percent=round(facts.p_negative * 100)))
    return words.say("comma").join(parts)
