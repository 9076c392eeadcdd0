"""From the configuration to the values that alert logic takes."""

from __future__ import annotations

from alerts.facts import (
    QuietHoursFacts,
    RuleFacts,
    SilenceFacts,
    StormSettings,
    WhenFacts,
)
from config import Config, QuietHours, Rule, When
from monitor.pipeline.decide import Policy

_DAY_NUMBERS = {
    d: n for n, d in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
}


def policy_of(config: Config) -> Policy:
    """Return what the operator decided about alerts."""
    vips = {brand.name: frozenset(brand.vip) for brand in config.brands}
    vips[""] = frozenset(config.team.vip)
    return Policy(
        rules=tuple(_rule(rule) for rule in config.rules),
        vips=vips,
        receivers=tuple(r.name for r in config.receivers if r.enabled),
        silences=_silences(config),
        quiet_hours=_quiet(config.team.quiet_hours),
        zone=config.team.zone,
        language=config.team.language,
        storm=StormSettings(
            count=config.storm.count,
            within=config.storm.within,
            baseline_factor=config.storm.baseline_factor,
            update_every=config.storm.update_every,
            quiet_for=config.storm.quiet_for,
            top=config.storm.top,
            vip_per_hour=config.storm.vip_per_hour,
        ),
    )


def _rule(rule: Rule) -> RuleFacts:
    return RuleFacts(
        name=rule.name,
        when=_when(rule.when),
        receivers=rule.receivers,
        group_within=rule.group_within,
        quiet=rule.quiet,
    )


def _when(when: When) -> WhenFacts:
    return WhenFacts(
        any=when.any,
        label=when.label,
        min_severity=when.min_severity,
        max_rating=when.max_rating,
        vip=when.vip,
        brands=when.brands,
        sources=when.sources,
        languages=when.languages,
        intents=when.intents,
        min_complaint=when.min_complaint,
        flags=when.flags,
        min_intensity=when.min_intensity,
    )


def _silences(config: Config) -> tuple[SilenceFacts, ...]:
    # Ids of rows count up from 1; those of the file count down from -1.
    return tuple(
        SilenceFacts(
            id=-number,
            brand=silence.brand,
            rule=silence.rule,
            author=silence.author,
            until=silence.until,
            reason=silence.reason,
            by="the configuration",
        )
        for number, silence in enumerate(config.silences, 1)
    )


def _quiet(hours: QuietHours | None) -> QuietHoursFacts | None:
    if hours is None:
        return None
    return QuietHoursFacts(
        start=hours.start,
        end=hours.end,
        days=frozenset(_DAY_NUMBERS[day] for day in hours.days),
        except_severity=hours.except_severity,
    )
