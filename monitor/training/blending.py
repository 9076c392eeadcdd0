"""Fits the numbers of `monitor.scoring.blend`, on texts kept from the encoder."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from monitor.scoring.blend import VALUES, Blend, Votes
from monitor.scoring.emoji import emoji_value
from monitor.scoring.heads import Heads
from monitor.scoring.opinion import thirds_of
from monitor.scoring.signals import read_signals
from monitor.scoring.vader import FastVader, readable_part
from monitor.training.corpora import Row

LANGUAGES = ("en", "ko", "zh", "ja", "es", "fr", "de", "pt", "it", "ar")
CONFIDENCE, CONFIDENCE_UNKNOWN = 0.38, 0.45
LEAN = {
    "en": (0.0, 0.0, -0.9),
    "zh": (0.6, 0.0, -0.6),
    "*": (0.3, 0.0, 0.0),
}
"""Added to what was fitted, in logits of negative, neutral and positive: reviews and
tweets of others hold another share of unhappy posts than texts written for the purpose.
Chosen in steps of 0.3 by macro-F1 on texts for measuring; nothing else was."""
CAREFUL = 0.6
"""Added to the complaint in logits, to miss fewer."""
_PRAISE = 4
"""Where praise stands among the numbers of a complaint: it never speaks for one."""
_NEGATIVE, _LEAST = 5, 0.15
"""Where the log odds of negative stand among them, and what they count at least: who
is not unhappy does not complain."""
_RIDGE = 0.02
_TINY = 1e-6
_EXACT = torch.float64
"""Less would leave the last digits that are written to chance."""


@dataclass(frozen=True, slots=True)
class Voted:
    """A labelled text with what the parts say of it."""

    row: Row
    votes: Votes


def votes(heads: Heads, rows: Sequence[Row]) -> list[Voted]:
    """Ask every part about each text."""
    vader = FastVader()
    found = []
    for row, heard in zip(rows, heads.read([r.text for r in rows]), strict=True):
        clean = readable_part(row.text)
        signals = read_signals(row.text, row.lang)
        found.append(
            Voted(
                row,
                Votes(
                    encoder=thirds_of(heard),
                    vader=vader.compound(clean) if row.lang == "en" else 0.0,
                    emoji=emoji_value(clean),
                    cues=signals.complaint,
                    anger=signals.anger,
                    praise=float("praise" in signals.intents),
                    complains=heard.logit("complaint"),
                ),
            )
        )
    return found


def fit_numbers(voted: Sequence[Voted]) -> dict[str, Any]:
    """Return what `blend.json` holds."""
    torch.set_num_threads(1)  # more would add up in another order every time
    words = [v for v in voted if v.row.lang == "en"]
    return {
        "full": _fit(voted, encoder=True),
        "words": _fit(words, encoder=False),
        "languages": list(LANGUAGES),
        "confidence": CONFIDENCE,
        "confidence_unknown": CONFIDENCE_UNKNOWN,
    }


def _fit(voted: Sequence[Voted], *, encoder: bool) -> dict[str, Any]:
    langs = ["", *sorted({v.row.lang for v in voted})]
    general = [v for v in voted if not v.row.pair]
    feeling = _fit_feeling(general, langs, encoder=encoder)
    complaint = _fit_complaint(
        [v for v in voted if v.row.is_ours], feeling, encoder=encoder
    )
    return {**feeling, "complaint": complaint}


def _fit_feeling(
    voted: Sequence[Voted], langs: Sequence[str], *, encoder: bool
) -> dict[str, Any]:
    own = torch.log(
        _table(voted, lambda v: v.votes.encoder or (1, 1, 1)).clamp(min=_TINY)
    )
    values = _table(voted, lambda v: v.votes.values)
    where = torch.tensor([langs.index(v.row.lang) for v in voted])
    feeling = torch.tensor([v.row.feeling for v in voted])
    three = torch.tensor([v.row.three for v in voted])
    weight = _weights(voted)
    scale = torch.tensor(float(encoder), dtype=_EXACT, requires_grad=encoder)
    weights = torch.zeros(len(VALUES), 3, dtype=_EXACT, requires_grad=True)
    bias = torch.zeros(len(langs), 3, dtype=_EXACT, requires_grad=True)

    def loss() -> Tensor:
        logits = (
            scale * own
            + values @ weights
            + bias[0]
            + bias[where] * (where > 0)[:, None]
        )
        polar = logits.clone()
        polar[:, 1] = -30.0
        logits = torch.where(three[:, None], logits, polar)
        each = nn.functional.cross_entropy(logits, feeling, reduction="none")
        ridge = _RIDGE * (
            (weights**2).sum() + 4 * (bias[1:] ** 2).sum() + (scale - 1) ** 2
        )
        return (each * weight).mean() + ridge / len(langs)

    _minimise(loss, [weights, bias, *([scale] if encoder else [])])
    rows = {lang: bias[0] + (bias[i] if i else 0) for i, lang in enumerate(langs)}
    if encoder:
        rows = {lang: row + _lean(lang) for lang, row in rows.items()}
    return {
        "scale": round(scale.item(), 4),
        "weights": {n: _rounded(weights[i]) for i, n in enumerate(VALUES)},
        "bias": {lang: _rounded(row) for lang, row in rows.items()},
    }


def _fit_complaint(
    voted: Sequence[Voted], feeling: Mapping[str, Any], *, encoder: bool
) -> list[float]:
    blend = Blend(
        scale=feeling["scale"],
        weights=tuple(tuple(feeling["weights"][n]) for n in VALUES),
        bias={lang: tuple(row) for lang, row in feeling["bias"].items()},
        complaint=(),
    )

    def said(v: Voted) -> tuple[float, ...]:
        votes = v.votes if encoder else replace(v.votes, complains=0.0)
        return votes.complaint_values(blend.feel(v.votes, v.row.lang)[0])

    table = _table(voted, said)
    answer = _table(voted, lambda v: float(v.row.complaint))
    weight = _weights(voted)
    least = torch.full((table.shape[1],), -math.inf, dtype=_EXACT)
    least[_NEGATIVE] = _LEAST
    free = (least > -math.inf).to(_EXACT).requires_grad_()

    def loss() -> Tensor:
        each = nn.functional.binary_cross_entropy_with_logits(
            table @ torch.maximum(free, least), answer, reduction="none"
        )
        return (each * weight).mean() + _RIDGE / 10 * (free[1:] ** 2).sum()

    _minimise(loss, [free])
    with torch.no_grad():
        numbers = torch.maximum(free, least)
        numbers[0] += CAREFUL if encoder else 0.0
        numbers[_PRAISE].clamp_(max=0.0)
    return _rounded(numbers)


def _lean(lang: str) -> Tensor:
    return torch.tensor(LEAN.get(lang) or LEAN.get("*") or (0.0, 0.0, 0.0))


def _weights(voted: Sequence[Voted]) -> Tensor:
    """Let our own texts count as much as all others, and languages nearly alike."""
    sizes = Counter((v.row.is_ours, v.row.lang) for v in voted)
    weight = _table(voted, lambda v: sizes[v.row.is_ours, v.row.lang] ** -0.5)
    ours = torch.tensor([v.row.is_ours for v in voted])
    for kind in (ours, ~ours):
        if kind.any():
            weight[kind] /= weight[kind].sum()
    return weight * len(voted) / weight.sum()


def _table(
    voted: Sequence[Voted], each: Callable[[Voted], float | Sequence[float]]
) -> Tensor:
    return torch.tensor([each(v) for v in voted], dtype=_EXACT)


def _minimise(loss: Callable[[], Tensor], numbers: list[Tensor]) -> None:
    optimiser = torch.optim.LBFGS(
        numbers,
        max_iter=2_000,
        tolerance_grad=1e-10,
        tolerance_change=1e-14,
        line_search_fn="strong_wolfe",
    )

    def closure() -> Tensor:
        optimiser.zero_grad()
        found = loss()
        found.backward()
        return found

    optimiser.step(closure)


def _rounded(row: Tensor) -> list[float]:
    return [round(each, 4) for each in row.tolist()]
