"""What deserves an alert, who hears of it, and when."""

from __future__ import annotations

from datetime import timedelta, tzinfo
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from config.part import Part
from config.values import (
    DAYS,
    FLAGS,
    NUMBER,
    Day,
    Duration,
    Flag,
    Instant,
    LabelWord,
    Name,
    SeverityWord,
    TimeOfDay,
    Word,
    zone,
)
from monitor.core.model import Severity


class Receiver(Part):
    """A place that hears of alerts."""

    name: Name = Field(
        description="Your name for it; rules use it.", examples=["support"]
    )
    kind: Word = Field(
        description="Which notifier: slack, webhook, email or console.",
        examples=["slack"],
    )
    settings: dict[str, Any] = Field(
        default_factory=dict,
        description="The notifier's own settings; secrets as for collectors.",
        examples=[{"token": "${SLACK_BOT_TOKEN}", "slack_channel": "C0123456789"}],
    )
    fallback: str = Field(
        default="",
        description="Receiver that is told when this one keeps failing.",
        examples=["console"],
    )
    enabled: bool = Field(default=True, description="False lets it rest.")
    pace_per_second: Annotated[float, Field(gt=0, le=1000), NUMBER] = Field(
        default=1.0, description="The most messages a second; Slack asks for one."
    )


class When(Part):
    """Conditions of a rule. All that are given must hold; one at least is needed."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    any: bool = Field(
        default=False,
        description="Every mention; stands alone.",
    )
    label: LabelWord | None = Field(
        default=None, description="What the text feels like.", examples=["negative"]
    )
    min_severity: SeverityWord | None = Field(
        default=None, description="At least this bad.", examples=["low"]
    )
    max_rating: Annotated[float, Field(ge=0, le=5), NUMBER] | None = Field(
        default=None,
        description="A review with at most so many stars of five.",
        examples=[2],
    )
    vip: bool = Field(default=False, description="Written by a VIP.")
    brands: tuple[Word, ...] = Field(
        default=(), description="One of these brands.", examples=[["Acme"]]
    )
    sources: tuple[Word, ...] = Field(
        default=(),
        description="Seen on one of these networks (kinds).",
        examples=[["app_store", "google_reviews"]],
    )
    languages: tuple[Word, ...] = Field(
        default=(),
        description="Written in one of these languages (ISO 639 codes).",
        examples=[["ko", "en"]],
    )
    intents: tuple[Word, ...] = Field(
        default=(),
        description="The text asks for one of these, as `overheard score` names them.",
        examples=[["refund"]],
    )
    min_complaint: Annotated[float, Field(ge=0, le=1), NUMBER] | None = Field(
        default=None,
        description="At least this much a complaint, from 0 to 1.",
        examples=[0.5],
    )
    flags: tuple[Flag, ...] = Field(
        default=(),
        description="The text raises one of these flags, whatever its label: "
        f"{', '.join(FLAGS)}.",
        examples=[["self_harm", "vulnerable"]],
    )
    min_intensity: Annotated[float, Field(ge=0, le=1), NUMBER] | None = Field(
        default=None,
        description="The writer is at least this upset, from 0 to 1.",
        examples=[0.7],
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        given = {
            name
            for name in type(self).model_fields
            if getattr(self, name) not in (None, False, ())
        }
        if not given:
            raise ValueError(
                "has no condition; write for example {label: negative}, or {any: true} "
                "for every mention"
            )
        if "any" in given and len(given) > 1:
            others = ", ".join(sorted(given - {"any"}))
            raise ValueError(f"any: true stands alone; delete it or delete {others}")
        return self


class Rule(Part):
    """Which mentions deserve an alert, and who hears of it."""

    name: Name = Field(description="Your name for it.", examples=["unhappy"])
    when: When = Field(
        description="Conditions that must all hold.",
        examples=[{"label": "negative", "min_severity": "low"}],
    )
    receivers: tuple[Word, ...] = Field(
        min_length=1, description="Who hears of it.", examples=[["support"]]
    )
    group_within: Duration = Field(
        default=timedelta(hours=24),
        description="More from the same author within this time joins the open alert.",
        examples=["24h"],
    )
    quiet: bool = Field(default=True, description="Quiet hours hold for this rule.")


class QuietHours(Part):
    """Hours in which only the worst is sent; the rest waits for the morning."""

    start: TimeOfDay = Field(description="When quiet begins.", examples=["22:00"])
    end: TimeOfDay = Field(
        description="When it ends, on the next day if it is the smaller time.",
        examples=["07:00"],
    )
    days: tuple[Day, ...] = Field(
        default=DAYS,
        min_length=1,
        description="Days on which quiet begins.",
        examples=[["mon", "tue", "wed", "thu", "fri"]],
    )
    except_severity: SeverityWord = Field(
        default=Severity.CRITICAL,
        description="This and worse is sent all the same.",
    )

    @model_validator(mode="after")
    def _takes_time(self) -> Self:
        if self.start == self.end:
            raise ValueError("start and end are the same; write two different times")
        return self


class Team(Part):
    """The people who read the alerts."""

    name: str = Field(
        default="", description="Shown in reports.", examples=["Care team"]
    )
    timezone: str = Field(
        default="UTC",
        description="For quiet hours, and for times in messages (IANA name).",
        examples=["Asia/Seoul"],
    )
    language: str = Field(
        default="en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$",
        description="Language of the alerts.",
        examples=["en", "ko"],
    )
    vip: tuple[Word, ...] = Field(
        default=(),
        description="Authors who matter most, as handle or source:handle.",
        examples=[["x:famous_flyer"]],
    )
    quiet_hours: QuietHours | None = Field(
        default=None, description="Leave it out to be told at any hour."
    )
    operators: tuple[Word, ...] = Field(
        default=(),
        description="Receivers that are told, once, when a collector stops working, "
        "and when it works again.",
        examples=[["support"]],
    )

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        zone(value)
        return value

    @property
    def zone(self) -> tzinfo:
        """Return the time zone itself."""
        return zone(self.timezone)


class SilenceConfig(Part):
    """A mute with an end and a reason; all that is given must fit."""

    brand: str = Field(default="", description="Only this brand.", examples=["Acme"])
    rule: str = Field(default="", description="Only this rule.", examples=["unhappy"])
    author: str = Field(
        default="",
        description="Only this author, as handle or source:handle.",
        examples=["x:acme_bot"],
    )
    until: Instant = Field(
        description="When it ends; a date means its first minute. Without an offset "
        "it is in the team's time zone.",
        examples=["2026-12-31T18:00"],
    )
    reason: Word = Field(
        description="Why; shown to whoever asks.", examples=["launch campaign"]
    )

    @model_validator(mode="after")
    def _mutes_something(self) -> Self:
        if not (self.brand or self.rule or self.author):
            raise ValueError("mutes nothing; give a brand, a rule or an author")
        return self


class Storm(Part):
    """When many write at once: one message that is kept up to date, not hundreds."""

    count: Annotated[int, Field(ge=2, le=100_000), NUMBER] = Field(
        default=5, description="So many alerts of one rule …"
    )
    within: Duration = Field(
        default=timedelta(seconds=60),
        description="… within this time make a storm.",
    )
    baseline_factor: Annotated[float, Field(ge=1), NUMBER] = Field(
        default=4.0, description="And so many times more than usual."
    )
    update_every: Duration = Field(
        default=timedelta(seconds=30),
        description="How often the storm's message is renewed.",
    )
    quiet_for: Duration = Field(
        default=timedelta(minutes=10),
        description="A storm ends after this long without anything new.",
    )
    top: Annotated[int, Field(ge=1, le=20), NUMBER] = Field(
        default=5, description="How many mentions the storm's message shows."
    )
    vip_per_hour: Annotated[int, Field(ge=0, le=1000), NUMBER] = Field(
        default=10,
        description="VIP and critical alerts that still come singly, each hour.",
    )
