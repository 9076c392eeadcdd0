"""Settings of sources and notifiers, through models that live elsewhere."""

from __future__ import annotations

import traceback
from enum import StrEnum
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from config import Collector, fingerprint, settings_of, validate_settings
from monitor.core.errors import ConfigError, PluginError

CANARY = "canary-77aa01"


class FeedSettings(BaseModel):
    """Settings of a source, as a source would declare them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    app_id: str = Field(
        description="The number in the shop's address.", examples=["12"]
    )
    base_url: str = "https://shop.example"
    token: SecretStr | None = None
    pages: int = Field(default=3, ge=1, le=10)
    countries: tuple[str, ...] = ("us",)
    headers: dict[str, SecretStr] = Field(default_factory=dict)

    @field_validator("base_url")
    @classmethod
    def _https(cls, value: str) -> str:
        if not value.startswith("https://"):
            raise ValueError(f"base_url {value} is not safe; write https://")
        return value


class Way(BaseModel):
    """A group inside settings."""

    model_config = ConfigDict(extra="forbid")

    host: str
    mode: Literal["starttls", "tls", "none"] = "tls"


class Colour(StrEnum):
    """Words of a notifier."""

    RED = "red"
    GREEN = "green"


class DeepSettings(BaseModel):
    """Settings with everything that settings may hold."""

    model_config = ConfigDict(extra="forbid")

    ways: list[Way] = Field(default_factory=list)
    way: Way | None = None
    colour: Colour = Colour.RED
    port: int | Literal["auto"] = "auto"
    named: dict[str, int] = Field(default_factory=dict)
    word: str = Field(default="a", pattern="^[a-z]+$")


class RoomSettings(BaseModel):
    """Settings of a notifier."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    room: str


def lookup(kind: str) -> type[BaseModel]:
    known: dict[str, type[BaseModel]] = {"feed": FeedSettings, "room": RoomSettings}
    if kind not in known:
        raise PluginError(f"unknown kind {kind!r}; known: feed, room")
    return known[kind]


TEXT = """\
brands: [{name: Acme, queries: [acme]}]
collectors:
  - name: shop
    kind: feed
    settings:
      app_id: 0284882215
      pages: 4
      token: "${TOKEN}"
      base_url: "${BASE}/v1"
      headers: {Authorization: "Bearer ${TOKEN}"}
receivers:
  - {name: r, kind: room, settings: {room: 7}}
"""


@pytest.fixture
def config(accept):
    """A configuration whose settings fit their models."""
    return accept(TEXT, TOKEN=CANARY, BASE="https://x.example")


def test_settings_become_the_model_of_their_kind(config):
    found = validate_settings(config, sources=lookup, notifiers=lookup)

    shop = found.collectors["shop"]
    assert isinstance(shop, FeedSettings)
    assert shop.app_id == "0284882215"
    assert shop.pages == 4
    assert shop.base_url == "https://x.example/v1"
    assert shop.token is not None
    assert shop.token.get_secret_value() == CANARY
    assert shop.headers["Authorization"].get_secret_value() == f"Bearer {CANARY}"
    assert found.receivers["r"] == RoomSettings(room="7")


def test_settings_of_one_part_can_be_had_alone(config):
    assert settings_of(config.collectors[0], FeedSettings).pages == 4


def test_parts_made_in_python_have_settings_too():
    part = Collector(
        name="c", kind="feed", settings={"app_id": "1", "token": SecretStr("t")}
    )

    settings = settings_of(part, FeedSettings)

    assert settings.token == SecretStr("t")
    with pytest.raises(ConfigError, match=r"collectors\[c\]|collectors.c"):
        settings_of(part, RoomSettings)


def test_every_problem_of_every_part_is_reported_with_its_line(write, accept):
    config = accept(
        "brands: [{name: Acme, queries: [acme]}]\n"
        "collectors:\n"
        "  - {name: a, kind: feed, settings: {pages: 11, app_id: [x]}}\n"
        "  - name: b\n"
        "    kind: feed\n"
        "    settings:\n"
        "      page: 1\n"
        "  - {name: c, kind: fed}\n"
        "receivers:\n"
        "  - {name: d, kind: room, settings: {room: ~}}\n"
        "  - {name: e, kind: feed, enabled: false}\n"
    )

    with pytest.raises(ConfigError) as caught:
        validate_settings(config, sources=lookup, notifiers=lookup)

    found = "\n".join(p.rpartition("/")[2] for p in caught.value.problems)
    assert found == (
        "overheard.yaml:3: collectors[0].settings.app_id: must be text, not a list\n"
        "overheard.yaml:3: collectors[0].settings.pages: must be at most 10, not 11\n"
        "overheard.yaml:6: collectors[1].settings.app_id: is missing; write it (the "
        "number in the shop's address), for example app_id: 12\n"
        "overheard.yaml:7: collectors[1].settings.page: unknown key 'page'; did you "
        "mean 'pages'? known: app_id, base_url, countries, headers, pages, token\n"
        "overheard.yaml:8: collectors[2].kind: unknown kind 'fed'; known: feed, room\n"
        "overheard.yaml:10: receivers[0].settings.room: is missing; write a value"
    )


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (
            "{way: {host: h, mode: startls}}",
            "way.mode: unknown value 'startls'; did you mean 'starttls'? known: startt",
        ),
        ("{way: {mode: tls}}", "way.host: is missing; write a value"),
        (
            "{way: {host: h, moed: tls}}",
            "way.moed: unknown key 'moed'; did you mean 'mode'?",
        ),
        ("{way: h}", "way: must be a group of settings"),
        (
            "{ways: [{host: h}, {hst: h}]}",
            "ways[1].hst: unknown key 'hst'; did you mean",
        ),
        ("{colour: gren}", "colour: unknown value 'gren'; did you mean 'green'?"),
        ("{port: [1]}", "port"),
        ("{named: {a: 1, b: x}}", "named.b: must be a whole number, not 'x'"),
        ("{word: A1}", "word: 'A1' has not the right form; it must match ^[a-z]"),
        (f"{{word: {'A' * 99}}}", f"word: '{'A' * 59}… has not"),
    ],
)
def test_a_mistake_deep_inside_is_found(accept, settings, words):
    config = accept(
        "brands: [{name: Acme, queries: [acme]}]\n"
        f"collectors:\n- {{name: a, kind: deep, settings: {settings}}}\n"
    )

    with pytest.raises(ConfigError) as caught:
        settings_of(config.collectors[0], DeepSettings)

    found = [p.partition("overheard.yaml:")[2] for p in caught.value.problems]
    place = "3: collectors[0].settings"
    assert any(p.startswith(f"{place}.{words}") for p in found), found


def test_a_refused_secret_is_not_shown(accept):
    text = TEXT.replace("${BASE}/v1", "${TOKEN}").replace(
        "pages: 4", 'pages: "${TOKEN}"'
    )
    config = accept(text, TOKEN=CANARY)

    with pytest.raises(ConfigError) as caught:
        settings_of(config.collectors[0], FeedSettings)

    shown = "".join(traceback.format_exception(caught.value))
    assert len(caught.value.problems) == 2
    assert CANARY not in shown
    assert "**********" in shown
    assert "the referenced value" in shown


@pytest.mark.parametrize("shown", ["whole", "whole!r", "cut 20", "cut 20!r"])
def test_a_model_that_quotes_a_secret_is_censored(shown):
    secret = "canary\n'with' \\ signs and many more characters"

    class Talkative(BaseModel):
        token: str

        @field_validator("token")
        @classmethod
        def _refuse(cls, value: str) -> str:
            cut = value[:20] if "20" in shown else value
            raise ValueError(f"bad {cut!r}" if "!r" in shown else f"bad {cut}")

    part = Collector(name="c", kind="k", settings={"token": SecretStr(secret)})

    with pytest.raises(ConfigError) as caught:
        settings_of(part, Talkative)

    assert "canary" not in str(caught.value)
    assert "bad" in str(caught.value)


def test_the_fingerprint_changes_with_kind_settings_and_secrets(accept, config):
    def of(text: str, **environ: str) -> str:
        more = {"TOKEN": CANARY, "BASE": "https://x.example", **environ}
        return fingerprint(accept(text, **more).collectors[0])

    same = fingerprint(config.collectors[0])

    assert of(TEXT) == same
    assert of(TEXT.replace("name: shop", "name: other")) == same
    assert of("\n# moved\n" + TEXT) == same
    assert of(TEXT.replace("pages: 4", "pages: 5")) != same
    assert of(TEXT.replace("kind: feed", "kind: food")) != same
    assert of(TEXT, TOKEN="another") != same
    assert CANARY not in same
    assert len(same) == 64


def test_a_secret_and_the_same_text_in_the_open_have_different_fingerprints():
    hidden = Collector(name="c", kind="k", settings={"a": SecretStr("x")})
    plain = Collector(name="c", kind="k", settings={"a": "x"})

    assert fingerprint(hidden) != fingerprint(plain)
