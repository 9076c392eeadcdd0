"""A classifier in a folder of the transformers library, run by PyTorch.

The heaviest of the voices: prefer ONNX where there is an export. Nothing is ever
downloaded, no code of the folder is run, and weights are read from safetensors only:
the older format can run code when it is opened.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np

from monitor.scoring.voices.base import (
    Probabilities,
    VoiceError,
    clipped,
    needed,
    softmax,
    unread,
)
from monitor.scoring.voices.folder import ModelFolder, reason

EXTRA = "transformers"


class TransformersVoice:
    """A classifier of the operator's, run by transformers and PyTorch."""

    def __init__(self, name: str, folder: ModelFolder) -> None:
        """Load the model; raises VoiceError with what is wrong and what to do."""
        self.name = name
        self._folder = folder
        config = folder.config()
        self._columns = folder.columns(config)
        self._limit = folder.limit(config)
        _refuse_pickles(folder)
        library = needed("transformers", extra=EXTRA)
        self._torch = needed("torch", extra=EXTRA)
        self._torch.set_num_threads(folder.threads)
        library.utils.logging.disable_progress_bar()
        place = str(folder.path)
        only = {"local_files_only": True, "trust_remote_code": False}
        try:
            self._tokenizer = library.AutoTokenizer.from_pretrained(place, **only)
            kind = library.AutoModelForSequenceClassification
            self._model = kind.from_pretrained(place, use_safetensors=True, **only)
        except Exception as exc:
            raise VoiceError(
                f"{folder.path} cannot be loaded ({reason(exc)}); it has to be a whole "
                "folder, as save_pretrained writes it",
                setting="path",
            ) from exc
        self._model.eval()
        # Tokenizers of this library change their own padding when they are called.
        self._lock = threading.Lock()

    def read(self, texts: Sequence[str]) -> Probabilities:
        """Read texts; NaN where there is nothing to read."""
        out = unread(len(texts))
        known = [number for number, text in enumerate(texts) if text.strip()]
        known.sort(key=lambda number: len(texts[number]))
        for start in range(0, len(known), self._folder.batch):
            part = known[start : start + self._folder.batch]
            out[part] = self._rows([texts[number] for number in part])
        return out

    def _rows(self, texts: list[str]) -> Probabilities:
        with self._lock:
            given = self._tokenizer(
                [clipped(text, self._folder.letters) for text in texts],
                padding=True,
                truncation=True,
                max_length=self._limit,
                return_tensors="pt",
            )
        with self._torch.inference_mode():
            logits: Any = self._model(**given).logits.float().numpy()
        return np.asarray(softmax(logits) @ self._columns, dtype=np.float32)


def _refuse_pickles(folder: ModelFolder) -> None:
    if not any(folder.path.glob("*.safetensors")):
        raise VoiceError(
            f"{folder.path} has no weights in safetensors; load the model where it "
            "came from and write it with save_pretrained",
            setting="path",
        )
