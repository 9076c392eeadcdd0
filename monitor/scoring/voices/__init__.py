"""Stronger readers of texts, all off until the operator asks for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.core.clock import Clock
from monitor.core.errors import ConfigError
from monitor.scoring.voices.base import (
    Probabilities,
    Tally,
    Voice,
    VoiceError,
    Weighed,
)

if TYPE_CHECKING:
    from config.reading import Reading, VoiceConfig
    from monitor.scoring.voices.openai import Caller

    CallerFor = Callable[[VoiceConfig], Caller]
    """Makes the way to the network for one voice: its deadline, its addresses."""

__all__ = ["Probabilities", "Tally", "Voice", "VoiceError", "Weighed", "build"]


def build(settings: Reading, *, clock: Clock, caller: CallerFor) -> tuple[Weighed, ...]:
    """Load every voice of the configuration, in order; nothing is called yet.

    Raises ConfigError with what is wrong with each of them. Whatever a voice needs is
    imported here and not before.
    """
    problems: list[str] = []
    built = []
    for number, voice in enumerate(settings.voices):
        try:
            read = _voice(voice, settings, clock=clock, caller=caller)
        except VoiceError as exc:
            problems.append(_written(settings, number, exc))
            continue
        built.append(
            Weighed(
                voice=read,
                weight=voice.weight,
                languages=frozenset(voice.languages),
            )
        )
    if problems:
        raise ConfigError(problems)
    return tuple(built)


def _voice(
    voice: VoiceConfig, settings: Reading, *, clock: Clock, caller: CallerFor
) -> Voice:
    match voice.kind:
        case "e5":
            from monitor.scoring.voices.e5 import E5Voice

            return E5Voice(voice.title, threads=voice.threads)
        case "openai":
            return _language_model(voice, clock=clock, caller=caller)
        case kind:
            from monitor.scoring.voices.folder import ModelFolder

            folder = ModelFolder(
                path=_beside(settings.origin.file, voice.path),
                file=voice.file,
                labels=voice.labels,
                max_tokens=voice.max_tokens,
                batch=voice.batch,
                threads=voice.threads,
            )
            if kind == "onnx":
                from monitor.scoring.voices.onnx import OnnxVoice

                return OnnxVoice(voice.title, folder)
            from monitor.scoring.voices.transformers import TransformersVoice

            return TransformersVoice(voice.title, folder)


def _language_model(voice: VoiceConfig, *, clock: Clock, caller: CallerFor) -> Voice:
    from monitor.scoring.voices.openai import Endpoint, OpenAIVoice

    endpoint = Endpoint(
        base_url=voice.base_url,
        model=voice.model,
        api_key=voice.api_key.get_secret_value() if voice.api_key else "",
        calls_per_minute=voice.requests_per_minute,
        posts_per_call=voice.posts_per_request,
        answer=voice.answer,
        options=voice.options,
    )
    return OpenAIVoice(voice.title, endpoint, net=caller(voice), clock=clock)


def _beside(configuration: str, path: str) -> Path:
    """Return a path that is written relative to the configuration."""
    try:
        return Path(configuration).parent / Path(path).expanduser()
    except RuntimeError:
        raise VoiceError(
            f"{path!r} begins with an unknown home folder", setting="path"
        ) from None


def _written(settings: Reading, number: int, exc: VoiceError) -> str:
    steps = ("voices", number, *((exc.setting,) if exc.setting else ()))
    place = f"reading.voices[{number}]" + (f".{exc.setting}" if exc.setting else "")
    return f"{settings.origin.where(steps)}: {place}: {exc}"
