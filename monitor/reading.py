"""The scorer that a configuration asks for: what ships, its voices, its weights."""

from __future__ import annotations

from dataclasses import replace

from config import Config
from config.reading import VoiceConfig
from monitor.core.clock import Clock
from monitor.scoring.blend import Numbers, shipped_numbers
from monitor.scoring.heads import shipped_heads
from monitor.scoring.stack import StackScorer
from monitor.scoring.voices import build
from sources.http import Net, is_private_literal

_MOST_BYTES = 1_000_000


def scorer_of(config: Config, clock: Clock) -> StackScorer:
    """Make the scorer; raises ConfigError with all that is wrong with the voices."""

    def caller(voice: VoiceConfig) -> Net:
        inside = voice.base_url.startswith("http:")
        return Net(
            clock,
            allow_private=inside or is_private_literal(voice.base_url),
            deadline=voice.timeout.total_seconds(),
            max_bytes=_MOST_BYTES,
        )

    return StackScorer(
        heads=shipped_heads(),
        numbers=_numbers(config),
        voices=build(config.reading, clock=clock, caller=caller),
        weights=config.severity.weights,
    )


def _numbers(config: Config) -> Numbers:
    numbers, least = shipped_numbers(), config.reading.abstain_below
    if least is None:
        return numbers
    return replace(numbers, confidence=least, confidence_unknown=least)


def vips_of(config: Config) -> frozenset[str]:
    """Return every important author, of the team and of each brand."""
    named = [*config.team.vip, *(vip for brand in config.brands for vip in brand.vip)]
    return frozenset(vip.removeprefix("@").lower() for vip in named)
