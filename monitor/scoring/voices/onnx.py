"""Any text classifier in ONNX: a folder with model.onnx, tokenizer.json, config.json.

That is what `optimum-cli export onnx --task text-classification` writes. The texts of a
batch are sorted by length and padded no further than they have to be. The padding is
ours and not the tokenizer's, because the tokenizer would use every processor for it.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from monitor.scoring.voices.base import (
    Probabilities,
    VoiceError,
    clipped,
    needed,
    softmax,
    unread,
)
from monitor.scoring.voices.folder import ModelFolder, reason

EXTRA = "onnx"
IDS, MASK, TYPES = "input_ids", "attention_mask", "token_type_ids"
_NUMBERS: dict[str, npt.DTypeLike] = {
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
}
_EXPORT = "export it again with `optimum-cli export onnx --task text-classification`"
_PROBES = ("a", "a a")

Tokens = tuple[int, ...]


class OnnxVoice:
    """A classifier of the operator's, run by onnxruntime."""

    def __init__(self, name: str, folder: ModelFolder) -> None:
        """Load the model; raises VoiceError with what is wrong and what to do."""
        self.name = name
        self._folder = folder
        config = folder.config()
        self._columns = folder.columns(config)
        self._tokenizer = _Tokenizer(folder, config)
        self._session = _session(folder)
        self._inputs = _inputs(self._session, folder.file)
        self._output = _output(self._session)
        self._is_done = False
        self._probe()

    def read(self, texts: Sequence[str]) -> Probabilities:
        """Read texts; NaN where the model has words for less than half, or none."""
        out = unread(len(texts))
        tokens = {
            number: found
            for number, text in enumerate(texts)
            if (found := self._tokenizer.tokens(clipped(text, self._folder.letters)))
        }
        for numbers in self._batches(tokens):
            out[numbers] = self._rows([tokens[number] for number in numbers])
        return out

    def _batches(self, tokens: Mapping[int, Tokens]) -> Iterator[list[int]]:
        """Yield numbers of texts that go together, short ones first.

        A model that takes no mask would read the padding: it gets equal lengths.
        """
        ordered = sorted(tokens, key=lambda number: len(tokens[number]))
        masked = MASK in self._inputs
        runs = itertools.groupby(
            ordered, key=lambda number: 0 if masked else len(tokens[number])
        )
        for _length, run in runs:
            yield from _cut(list(run), self._folder.batch)

    def _rows(self, tokens: Sequence[Tokens]) -> Probabilities:
        logits = self._logits(tokens)
        found = logits if self._is_done else softmax(logits)
        return np.asarray(found @ self._columns, dtype=np.float32)

    def _logits(self, tokens: Sequence[Tokens]) -> npt.NDArray[Any]:
        shape = (len(tokens), max(map(len, tokens)))
        ids = np.full(shape, self._tokenizer.pad, dtype=np.int64)
        mask = np.zeros(shape, dtype=np.int64)
        for row, found in enumerate(tokens):
            ids[row, : len(found)] = found
            mask[row, : len(found)] = 1
        given = {IDS: ids, MASK: mask, TYPES: np.zeros_like(ids)}
        feed = {name: given[name].astype(kind) for name, kind in self._inputs.items()}
        return np.asarray(self._session.run([self._output], feed)[0])

    def _probe(self) -> None:
        """Run the model once: does it answer as its folder says?"""
        tokens = [self._tokenizer.tokens(text, strict=False) for text in _PROBES]
        try:
            found = self._logits([each or (self._tokenizer.pad,) for each in tokens])
        except Exception as exc:
            raise VoiceError(
                f"{self._folder.file} does not run ({reason(exc)}); {_EXPORT}",
                setting="path",
            ) from exc
        expected = (len(_PROBES), len(self._columns))
        if found.shape != expected:
            raise VoiceError(
                f"{self._folder.file} answers with {found.shape[1:]} numbers for a "
                f"text, and config.json names {expected[1]} labels; are they from the "
                "same model?",
                setting="path",
            )
        # Some exports end in a softmax; another one would make every text neutral.
        total = found.sum(axis=1)
        self._is_done = bool((found >= 0).all() and np.allclose(total, 1, atol=1e-3))


class _Tokenizer:
    """Cuts texts into tokens, the way the model was trained."""

    def __init__(self, folder: ModelFolder, config: Mapping[str, Any]) -> None:
        file = folder.need("tokenizer.json", what="how texts are cut into tokens")
        library = needed("tokenizers", extra=EXTRA)
        try:
            said = json.loads(file.read_bytes())
            self._tokenizer = library.Tokenizer.from_file(str(file))
            self._tokenizer.no_padding()
            self._tokenizer.enable_truncation(max_length=folder.limit(config))
        except Exception as exc:
            raise VoiceError(
                f"{file} cannot be read ({reason(exc)}); copy it again", setting="path"
            ) from exc
        self._unknown = _unknown(self._tokenizer, said.get("model") or {})
        padding = said.get("padding") or {}
        self.pad = int(padding.get("pad_id", config.get("pad_token_id") or 0))

    def tokens(self, text: str, *, strict: bool = True) -> Tokens:
        """Return the tokens of a text; none if the model has words for less than half.

        Signs of the beginning and the end are among them and do not count.
        """
        found = self._tokenizer.encode(text)
        ids = [
            number
            for number, is_sign in zip(
                found.ids, found.special_tokens_mask, strict=True
            )
            if not is_sign or number == self._unknown
        ]
        unknown = ids.count(self._unknown) if self._unknown is not None else 0
        if strict and (not text.strip() or not ids or 2 * unknown > len(ids)):
            return ()
        return tuple(found.ids)


def _unknown(tokenizer: Any, model: Mapping[str, Any]) -> int | None:
    """Return the token for what the model has no word for, if it has one."""
    if isinstance(model.get("unk_id"), int):
        return int(model["unk_id"])
    word = model.get("unk_token")
    return tokenizer.token_to_id(word) if isinstance(word, str) else None


def _session(folder: ModelFolder) -> Any:
    file = folder.need(folder.file, what="the model itself")
    library = needed("onnxruntime", extra=EXTRA)
    options = library.SessionOptions()
    options.intra_op_num_threads = folder.threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return library.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )
    except Exception as exc:
        raise VoiceError(
            f"{file} cannot be loaded ({reason(exc)}); {_EXPORT}", setting="path"
        ) from exc


def _inputs(session: Any, file: str) -> dict[str, npt.DTypeLike]:
    """Return the inputs of the model, if they are those of a text classifier."""
    found = {each.name: each for each in session.get_inputs()}
    strange = sorted(set(found) - {IDS, MASK, TYPES})
    if strange or IDS not in found:
        names = ", ".join(repr(name) for name in sorted(found))
        raise VoiceError(
            f"{file} wants the inputs {names}; a text classifier has {IDS!r}, and may "
            f"have {MASK!r} and {TYPES!r}; {_EXPORT}",
            setting="path",
        )
    for each in found.values():
        if each.type not in _NUMBERS or any(isinstance(n, int) for n in each.shape):
            raise VoiceError(
                f"{file} wants {each.name!r} as {each.type} of the fixed size "
                f"{each.shape}; it has to take whole numbers of any size; {_EXPORT}",
                setting="path",
            )
    return {name: _NUMBERS[each.type] for name, each in found.items()}


def _output(session: Any) -> str:
    """Return the name of the output to read: `logits`, or else the first."""
    names = [str(each.name) for each in session.get_outputs()]
    return "logits" if "logits" in names else names[0]


def _cut(numbers: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
