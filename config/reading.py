"""How posts are read, beyond what the program brings along. Everything here is off."""

from __future__ import annotations

import ipaddress
from datetime import timedelta
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from config.part import Part
from config.values import NUMBER, Duration, Word

_FOLDER = {"path", "labels", "max_tokens", "batch", "threads"}
_OF_KIND = {
    "onnx": _FOLDER | {"file"},
    "transformers": _FOLDER,
    "e5": {"threads"},
    "openai": {
        "base_url",
        "model",
        "api_key",
        "timeout",
        "requests_per_minute",
        "posts_per_request",
        "answer",
        "options",
    },
}
_NEEDED = {
    "onnx": ("path",),
    "transformers": ("path",),
    "openai": ("base_url", "model"),
}
_OF_ALL = {"kind", "name", "weight", "languages"}
_OURS = {"model", "messages", "response_format", "stream", "n", "tools", "functions"}
_INSIDE = (".local", ".localhost", ".internal", ".lan")


class VoiceConfig(Part):
    """A stronger reader of texts, asked beside what the program brings along."""

    kind: Literal["onnx", "transformers", "openai", "e5"] = Field(
        description="What it is: `onnx` and `transformers` run a model of yours on "
        "this machine, `e5` one from a package, `openai` sends posts to a service.",
        examples=["onnx"],
    )
    name: str = Field(
        default="",
        max_length=40,
        description="How reasons and metrics call it; empty means its kind.",
        examples=["xlm-t"],
    )
    weight: Annotated[float, Field(gt=0, le=100), NUMBER] = Field(
        default=1.0,
        description="How much it counts against the other parts, which count 1 each.",
    )
    languages: tuple[Word, ...] = Field(
        default=(),
        description="Ask it only about these languages; empty means every one.",
        examples=[["en", "ko"]],
    )
    path: str = Field(
        default="",
        description="`onnx`, `transformers`: the folder of the model, relative to the "
        "configuration.",
        examples=["models/xlm-t"],
    )
    file: str = Field(
        default="model.onnx",
        description="`onnx`: the model inside the folder.",
        examples=["onnx/model_quantized.onnx"],
    )
    labels: dict[str, Literal["negative", "neutral", "positive"]] = Field(
        default_factory=dict,
        description="`onnx`, `transformers`: what the model's labels mean, where their "
        "names do not say so.",
        examples=[{"LABEL_0": "negative", "LABEL_1": "positive"}],
    )
    max_tokens: Annotated[int, Field(ge=8, le=8192), NUMBER] = Field(
        default=256,
        description="`onnx`, `transformers`: how much of a text is read; never more "
        "than the model can.",
    )
    batch: Annotated[int, Field(ge=1, le=1024), NUMBER] = Field(
        default=16,
        description="`onnx`, `transformers`: the most texts read at once.",
    )
    threads: Annotated[int, Field(ge=1, le=256), NUMBER] = Field(
        default=1,
        description="`onnx`, `transformers`, `e5`: processors for one reading.",
    )
    base_url: str = Field(
        default="",
        description="`openai`: address of the service, up to /v1; posts go there.",
        examples=["http://127.0.0.1:11434/v1"],
    )
    model: str = Field(
        default="",
        description="`openai`: the model, as the service calls it.",
        examples=["llama3.1:8b"],
    )
    api_key: SecretStr | None = Field(
        default=None,
        description="`openai`: the key, as `${NAME}`, `{file: path}` or "
        "`{credential: name}`; empty sends none.",
        examples=["${OPENAI_API_KEY}"],
    )
    timeout: Duration = Field(
        default=timedelta(seconds=10),
        le=timedelta(minutes=2),
        description="`openai`: the longest one request may take.",
    )
    requests_per_minute: Annotated[int, Field(ge=1, le=100_000), NUMBER] = Field(
        default=60,
        description="`openai`: the most requests; posts beyond are read without it.",
    )
    posts_per_request: Annotated[int, Field(ge=1, le=50), NUMBER] = Field(
        default=1,
        description="`openai`: with 1, no post can touch the answer about another.",
    )
    answer: Literal["schema", "json", "text"] = Field(
        default="schema",
        description="`openai`: how the form of the answer is asked for; `json` and "
        "`text` are for services that know no schema.",
    )
    options: dict[str, Any] = Field(
        default={"temperature": 0},
        description="`openai`: what else is sent with every request.",
        examples=[{"temperature": 0, "max_tokens": 400}],
    )

    @property
    def title(self) -> str:
        """Return what it is called."""
        return self.name or self.kind

    @field_validator("name")
    @classmethod
    def _fits_a_line(cls, value: str) -> str:
        if value and not value.isprintable():
            raise ValueError("contains a control character; delete it")
        return value

    @field_validator("languages")
    @classmethod
    def _plain_codes(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for code in value:
            if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
                raise ValueError(
                    f"{code!r} is not a language code; write two letters, such as en"
                )
        return tuple(code.lower() for code in value)

    @field_validator("base_url")
    @classmethod
    def _guarded(cls, value: str) -> str:
        if value:
            _check_address(value)
        return value

    @field_validator("options")
    @classmethod
    def _not_ours(cls, value: dict[str, Any]) -> dict[str, Any]:
        for key in value:
            if key in _OURS:
                raise ValueError(f"{key!r} is set by the program; delete it")
        return value

    @model_validator(mode="after")
    def _fits_the_kind(self) -> Self:
        strange = self.model_fields_set - _OF_ALL - _OF_KIND[self.kind]
        if strange:
            name = min(strange)
            raise ValueError(
                f"`{name}` is nothing that kind {self.kind} has; delete it"
            )
        for name in _NEEDED.get(self.kind, ()):
            if not getattr(self, name):
                info = type(self).model_fields[name]
                example = (info.examples or [""])[0]
                raise ValueError(
                    f"kind {self.kind} needs `{name}`, for example {name}: {example}"
                )
        return self


class Reading(Part):
    """How posts are read. Without this section the program reads by itself."""

    voices: tuple[VoiceConfig, ...] = Field(
        default=(),
        description="Stronger readers of your own; docs/operators/reading.md.",
    )
    abstain_below: Annotated[float, Field(ge=0, le=1), NUMBER] | None = Field(
        default=None,
        description="A post whose likeliest label is less likely than this is "
        "unreadable; empty means the limit that was measured.",
        examples=[0.5],
    )

    @field_validator("voices")
    @classmethod
    def _own_names(cls, value: tuple[VoiceConfig, ...]) -> tuple[VoiceConfig, ...]:
        titles = [voice.title for voice in value]
        for title in titles:
            if titles.count(title) > 1:
                raise ValueError(
                    f"two voices are called {title!r}; give each its own `name`"
                )
        return value


def _check_address(value: str) -> None:
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError("is not an address; write it as https://host/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError(
            "holds more than an address; write only https://host/v1, the key belongs "
            "into `api_key`"
        )
    if parts.scheme == "http" and not _is_inside(host):
        raise ValueError("would send posts unencrypted; write https://")


def _is_inside(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_INSIDE)
