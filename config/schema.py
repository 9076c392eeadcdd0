"""The whole file format: what an operator may write, and every default.

The reference page and the editor schema are made from these models, see
`config.reference`. Settings of a source or notifier are not known here: they are
declared beside it and checked by `config.settings`.
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any, Self

from pydantic import Field, ValidationError, ValidationInfo, model_validator

from config.checks import reference_problems
from config.document import spell
from config.listening import Brand, Collector, DaemonConfig, StoreConfig
from config.origin import read_path
from config.part import Part
from config.reading import Reading
from config.severity import SeverityConfig
from config.telling import Receiver, Rule, SilenceConfig, Storm, Team
from config.values import ListName, Query
from monitor.core.errors import ConfigError

CHECKED = "references are checked by the loader"


class Config(Part):
    """Everything an operator can write."""

    store: StoreConfig = Field(
        default_factory=StoreConfig, description="Where everything is kept."
    )
    brands: tuple[Brand, ...] = Field(min_length=1, description="What to listen for.")
    lists: dict[ListName, tuple[Query, ...]] = Field(
        default_factory=dict,
        description="Names for many terms, one of which is enough: `list:NAME`.",
        examples=[{"rivals": ['"bolt air"', "@boltair"]}],
    )
    exclude: tuple[Query, ...] = Field(
        default=(),
        description="Posts that match one of these are no mention of any brand.",
        examples=[["#hiring", "giveaway"]],
    )
    collectors: tuple[Collector, ...] = Field(
        default=(), description="Where to listen."
    )
    receivers: tuple[Receiver, ...] = Field(default=(), description="Who is told.")
    rules: tuple[Rule, ...] = Field(default=(), description="What is worth telling.")
    severity: SeverityConfig = Field(
        default_factory=SeverityConfig, description="How bad a mention is, in points."
    )
    team: Team = Field(default_factory=Team, description="Who reads the alerts.")
    silences: tuple[SilenceConfig, ...] = Field(
        default=(), description="What nobody wants to hear for a while."
    )
    storm: Storm = Field(
        default_factory=Storm, description="What counts as a storm of mentions."
    )
    reading: Reading = Field(default_factory=Reading, description="How posts are read.")
    daemon: DaemonConfig = Field(
        default_factory=DaemonConfig, description="The running program."
    )

    @model_validator(mode="after")
    def _parts_fit(self, info: ValidationInfo) -> Self:
        if info.context != CHECKED:
            found = reference_problems(self)
            if found:
                raise ValueError("; ".join(f"{spell(p.path)}: {p.text}" for p in found))
        zones = [_in_zone(silence, self.team.zone) for silence in self.silences]
        object.__setattr__(self, "silences", tuple(zones))
        return self

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return what works but should be looked at."""
        return self.origin.warnings

    def with_store(self, url: str) -> Config:
        """Return this configuration with another database; raises ConfigError."""
        try:
            store = StoreConfig(url=url)
        except ValidationError as exc:
            words = str(exc.errors()[0]["msg"]).removeprefix("Value error, ")
        else:
            return self.model_copy(update={"store": store})
        raise ConfigError([f"--db: {words}"])

    def location(self, path: str) -> str:
        """Return "file:line" of a setting, or of what is around it.

        Both `collectors[0].every` and `collectors.hn.every` are understood.
        """
        return self.origin.where(self._numbered(read_path(path)))

    def _numbered(self, steps: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """Replace a part's name after its list by its number."""
        match steps:
            case (str(section), str(name), *rest):
                parts: Any = getattr(self, section, ())
                named = parts if isinstance(parts, tuple) else ()
                for number, part in enumerate(named):
                    if getattr(part, "name", None) == name:
                        return (section, number, *rest)
        return steps


def _in_zone(silence: SilenceConfig, where: tzinfo) -> SilenceConfig:
    if silence.until.tzinfo is not None:
        return silence
    until: datetime = silence.until.replace(tzinfo=where)
    return silence.model_copy(update={"until": until})
