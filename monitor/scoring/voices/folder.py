"""A model as its makers hand it out: a folder with config.json and other files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from monitor.scoring.voices.base import Probabilities, VoiceError
from monitor.scoring.voices.labels import columns_of

LETTERS_A_TOKEN = 16
_LFS = b"version https://git-lfs"
_SEVERAL = "multi_label_classification"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """Where a model is, and what the operator says about it.

    `file` is only for models in ONNX. `max_tokens` is how much of a text is read,
    `batch` how many texts at once, `threads` with how many processors.
    """

    path: Path
    file: str = "model.onnx"
    labels: Mapping[str, str] = field(default_factory=dict)
    max_tokens: int = 256
    batch: int = 16
    threads: int = 1

    @property
    def letters(self) -> int:
        """Return how much of a text can matter, generously."""
        return self.max_tokens * LETTERS_A_TOKEN

    def need(self, name: str, *, what: str) -> Path:
        """Return the path of a file that has to be there; raises VoiceError."""
        if not self.path.is_dir():
            raise VoiceError(
                f"{self.path} is not a folder; write the folder of the model",
                setting="path",
            )
        file = self.path / name
        if not file.is_file():
            raise VoiceError(
                f"{self.path} has no {name} ({what}); export the model again, or copy "
                "the whole folder",
                setting="path",
            )
        with file.open("rb") as stream:
            if stream.read(len(_LFS)) == _LFS:
                raise VoiceError(
                    f"{file} is only a pointer of Git LFS, not the file itself; "
                    "run git lfs pull where it came from, and copy it again",
                    setting="path",
                )
        return file

    def config(self) -> Mapping[str, Any]:
        """Return config.json; raises VoiceError."""
        file = self.need("config.json", what="the model's labels")
        try:
            found = json.loads(file.read_bytes())
        except (ValueError, RecursionError) as exc:
            raise VoiceError(f"{file} is not JSON; copy it again") from exc
        if not isinstance(found, dict):
            raise VoiceError(f"{file} is not a group of settings; copy it again")
        if found.get("problem_type") in (_SEVERAL, "regression"):
            raise VoiceError(
                f"{file} says problem_type {found['problem_type']!r}; only a model "
                "that chooses one label for each text can be used",
                setting="path",
            )
        return found

    def columns(self, config: Mapping[str, Any]) -> Probabilities:
        """Return which column each label of the model belongs to."""
        return columns_of(self._labels(config), self.labels)

    def limit(self, config: Mapping[str, Any]) -> int:
        """Return how many tokens of a text are read.

        RoBERTa and its kin count places from 2, so two places are never used.
        """
        places = config.get("max_position_embeddings")
        room = places - 2 if isinstance(places, int) and places > 10 else None
        return min(self.max_tokens, room or self.max_tokens)

    def _labels(self, config: Mapping[str, Any]) -> dict[int, str]:
        said: Any = config.get("id2label")
        try:
            labels = {int(number): str(name) for number, name in said.items()}
        except (AttributeError, ValueError):
            labels = {}
        if not labels or sorted(labels) != list(range(len(labels))):
            raise VoiceError(
                f"{self.path / 'config.json'} has no usable id2label (a name for each "
                'number from 0); write it, for example {"0": "negative", '
                '"1": "neutral", "2": "positive"}',
                setting="path",
            )
        return labels


def reason(exc: BaseException) -> str:
    """Return what a library says went wrong, in one short line."""
    return " ".join(str(exc).split())[:200] or type(exc).__name__
