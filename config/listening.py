"""What to listen for, where, and how the program runs."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator

from config.part import Part
from config.values import NUMBER, Duration, Name, Query, Word, parse_listen

_STORE_URL = re.compile(r"sqlite(\+pysqlite)?:///|postgres(ql)?(\+psycopg)?://")


class StoreConfig(Part):
    """Where posts, mentions and alerts are kept."""

    url: str = Field(
        default="sqlite:///overheard.db",
        repr=False,
        description="SQLite file, or PostgreSQL. A URL with a password belongs in the "
        "environment or in a secrets file.",
        examples=["sqlite:///overheard.db", "${DATABASE_URL}"],
    )

    keep: Duration | None = Field(
        default=None,
        ge=timedelta(days=1),
        description="Posts older than this are deleted with their mentions, unless an "
        "alert is about them; empty keeps everything.",
        examples=["365d"],
    )

    @field_validator("url")
    @classmethod
    def _known_engine(cls, value: str) -> str:
        if not _STORE_URL.match(value):
            raise ValueError(
                "is not a database URL; write sqlite:///overheard.db (three slashes), "
                "or postgresql://user@host/name"
            )
        return value


class Context(Part):
    """Words that tell a brand from something else of the same name."""

    own: tuple[Query, ...] = Field(
        default=(),
        description="Words that posts about the brand hold.",
        examples=[["iphone", "macbook", '"app store"']],
    )
    other: tuple[Query, ...] = Field(
        default=(),
        description="Words that posts about the other thing hold. A post with one of "
        "these and none of `own` is no mention.",
        examples=[["pie", "orchard", "juice"]],
    )


class Brand(Part):
    """A name to listen for, ours or a competitor's."""

    name: Name = Field(
        description="How people call it; shown in alerts and exports.",
        examples=["Acme"],
    )
    queries: tuple[Query, ...] = Field(
        min_length=1,
        description="What finds a mention; one that matches is enough. Words: AND, OR, "
        'NOT, NEAR/3, "a phrase", #hashtag, @handle, brackets; docs/users/queries.md.',
        examples=[['"acme air" OR @acmeair OR #acmeair NOT "acme corporation"']],
    )
    exclude: tuple[Query, ...] = Field(
        default=(),
        description="Posts that match one of these queries are never mentions.",
        examples=[['"acme anvils"', "#hiring"]],
    )
    context: Context = Field(
        default_factory=Context,
        description="Words that tell the brand from something else of the same name; "
        "`overheard query suggest` learns them from marked posts.",
    )
    disguised: bool = Field(
        default=False,
        description="Also find names that were made hard to find: `a c m e`, "
        "`acme[.]com`, `@cme`, letters of other alphabets.",
    )
    competitor: bool = Field(
        default=False, description="It is somebody else's brand, heard for comparison."
    )
    vip: tuple[Word, ...] = Field(
        default=(),
        description="Authors who matter most to this brand: handle or source:handle.",
        examples=[["x:famous_flyer", "travelwriter"]],
    )


class Collector(Part):
    """A source on a schedule."""

    name: Name = Field(
        description="Your name for it; its place in the network is kept under it.",
        examples=["hn"],
    )
    kind: Word = Field(
        description="Which source; `overheard sources` lists them.",
        examples=["hackernews", "rss", "reddit"],
    )
    every: Duration = Field(
        default=timedelta(minutes=5),
        description="How often to look.",
        examples=["2m"],
    )
    brands: tuple[Word, ...] = Field(
        default=(),
        description="Ask only for these brands; empty means all of them.",
        examples=[["Acme"]],
    )
    about: str = Field(
        default="",
        description="Every post of this collector is about this brand, whether it "
        "names it or not: for reviews of your own app or shop.",
        examples=["Acme"],
    )
    query: str = Field(
        default="",
        description="What to ask the network for, in its own search language; empty "
        "means made from the brands' queries.",
        examples=["acmeair lang:ko"],
    )
    settings: dict[str, Any] = Field(
        default_factory=dict,
        description="The source's own settings. Secrets as `${NAME}` (environment), "
        "`{file: path}` or `{credential: name}` (systemd).",
        examples=[{"base_url": "https://hn.algolia.com"}],
    )
    enabled: bool = Field(default=True, description="False lets it rest.")
    stream: bool = Field(
        default=False,
        description="Listen live too, where the source can; polling goes on behind it.",
    )
    budget_usd: Annotated[float, Field(ge=0), NUMBER] | None = Field(
        default=None,
        description="The most this may cost in a calendar month; empty means no limit. "
        "Calls that could exceed it are not made.",
        examples=[25],
    )


class DaemonConfig(Part):
    """The running program itself."""

    listen: Annotated[str, BeforeValidator(parse_listen)] = Field(
        default="127.0.0.1:8766",
        description="Address of the health page and metrics; empty for none.",
    )
    workers: Annotated[int, Field(ge=1, le=256), NUMBER] = Field(
        default=16, description="How many collectors run at the same time."
    )
    run_deadline: Duration = Field(
        default=timedelta(minutes=5),
        description="The longest one run of a collector may take.",
    )
