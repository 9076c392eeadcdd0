"""What the severity commands work with: weights, rules, and who is a VIP."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from alerts.facts import MentionFacts
from alerts.rules import is_named
from monitor.cli.options import DEFAULT_CONFIG, config_path
from monitor.core.errors import ConfigError
from monitor.core.model import Severity
from monitor.core.weights import DEFAULT, NAMES, Weights
from monitor.scoring.severity import Facts, p_high_of, reach_of
from monitor.scoring.stars import read_stars

if TYPE_CHECKING:
    from alerts.facts import RuleFacts
    from config.severity import SeverityConfig
    from monitor.store.severities import JudgedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Weights, rules and VIPs; those of the program where there is no file."""

    weights: Weights
    rules: Sequence[RuleFacts] = ()
    vips: Mapping[str, frozenset[str]]
    _known: dict[tuple[str, ...], bool] = field(default_factory=dict)

    def vips_of(self, brand: str) -> frozenset[str]:
        """Return who is a VIP for a brand."""
        return self.vips.get("", frozenset()) | self.vips.get(brand, frozenset())

    def facts(self, row: JudgedRow) -> Facts:
        """Return what severity depends on, as the scorer saw it."""
        stars = read_stars(row.rating, row.rating_scale)
        reading = row.reading
        return Facts(
            label=row.label,
            p_negative=row.p_negative or 0.0,
            p_high=p_high_of(reading.parts),
            complaint=row.complaint,
            intents=row.intents,
            flags=reading.flags,
            waited_days=reading.waited_days,
            contacts=reading.contacts,
            intensity=row.intensity or 0.0,
            stars=stars.value if stars else 0.0,
            reach=reach_of(row.author_followers, row.metrics),
            vip=self._is_vip(row),
        )

    def _is_vip(self, row: JudgedRow) -> bool:
        vips = self.vips_of(row.brand)
        if not vips:
            return False
        author = (row.brand, row.source, row.author_external_id, row.author_handle)
        if author not in self._known:
            self._known[author] = is_named(mention_of(row), vips)
        return self._known[author]


def setting_of(path: Path | None, changes: Sequence[str]) -> Setting:
    """Read the configuration if there is one, and apply what is to be changed."""
    from config.severity import SeverityConfig

    path = config_path(path)
    if path is None and not DEFAULT_CONFIG.exists():
        return Setting(weights=_changed(SeverityConfig(), changes), vips={})
    from config import load
    from monitor.policy import policy_of

    config = load(path or DEFAULT_CONFIG, os.environ)
    for warning in config.warnings:
        typer.echo(f"overheard: {warning}", err=True)
    policy = policy_of(config)
    return Setting(
        weights=_changed(config.severity, changes),
        rules=policy.rules,
        vips=policy.vips,
    )


def differing(weights: Weights) -> dict[str, tuple[object, object]]:
    """Return the weights that are not the program's own: theirs, and these."""
    both = {name: (getattr(DEFAULT, name), getattr(weights, name)) for name in NAMES}
    return {name: pair for name, pair in both.items() if pair[0] != pair[1]}


def mention_of(row: JudgedRow, severity: Severity = Severity.NONE) -> MentionFacts:
    """Return a mention as rules see it, without its words, as if it were so bad."""
    return MentionFacts(
        mention_id=row.mention_id,
        post_id=row.post_id,
        rev=row.rev,
        brand=row.brand,
        source=row.source,
        external_id=row.external_id,
        author_id=row.author_id,
        author_external_id=row.author_external_id,
        author_handle=row.author_handle,
        author_followers=row.author_followers,
        published_at=row.published_at,
        first_seen_at=row.published_at,
        lang=row.lang,
        label=row.label,
        p_negative=row.p_negative,
        complaint=row.complaint,
        severity=severity,
        intents=row.intents,
        intensity=row.intensity or 0.0,
        flags=row.reading.flags,
        rating=row.rating,
        rating_scale=row.rating_scale,
    )


def _changed(config: SeverityConfig, changes: Sequence[str]) -> Weights:
    """Return the weights with those of `--set`, checked as those of the file are."""
    from pydantic import ValidationError

    from config.document import spell
    from config.messages import problems_of
    from config.severity import SeverityConfig

    data: dict[str, object] = dict(config.model_dump())
    for change in changes:
        name, sign, value = change.partition("=")
        if not sign:
            raise ConfigError([f"--set {change}: write name=value, e.g. churn=2"])
        data[name.strip()] = value.strip()
    try:
        return SeverityConfig.model_validate(data).weights
    except ValidationError as exc:
        found = problems_of(exc, SeverityConfig, data=data)
        raise ConfigError(
            [f"--set {spell(p.path)}".rstrip() + f": {p.text}" for p in found]
        ) from exc
