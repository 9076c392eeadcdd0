"""What brands cost on networks that are paid by the post, from what is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from monitor.cli.query_setting import Setting

if TYPE_CHECKING:
    from config import Collector
    from monitor.matching.tools.remarks import Read, Remark
    from monitor.store.db import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One brand on one paid collector, in thirty days. None: nothing is known."""

    collector: str
    network: str
    brand: str
    price_usd: float
    mentions: float | None
    days: float
    usd: float | None
    budget_usd: float | None

    @property
    def sentence(self) -> str:
        """Return it in words."""
        where = f"{self.brand} on {self.network} (collector {self.collector})"
        if self.usd is None or self.mentions is None:
            return (
                f"{where}: no mention is stored, so what it will cost is not known; "
                f"a post costs {self.price_usd:.3f} USD"
            )
        return (
            f"{where}: at least {self.usd:.2f} USD in 30 days ({self.mentions:,.0f} "
            f"mentions at {self.price_usd:.3f} USD, reckoned from the last "
            f"{max(1, round(self.days))} days; posts that match nothing are paid for "
            "too)"
        )

    def as_record(self) -> dict[str, Any]:
        """Return what stands in JSON."""
        return asdict(self)


def costs_of(
    setting: Setting, reads: Sequence[Read], store: Store | None
) -> tuple[list[Cost], list[Remark]]:
    """Return what each brand costs on each paid collector, and warnings about it."""
    costs: list[Cost] = []
    remarks: list[Remark] = []
    for collector, price in _paid(setting):
        asked = [r for r in reads if _is_asked(collector, r.brand.brand, setting)]
        mine = [_cost(collector, price, read, store) for read in asked]
        costs += (cost for cost in mine if setting.brand(cost.brand))
        remarks += _over_budget(collector, asked, mine)
        remarks += _everyday(collector, asked)
    return costs, remarks


def _paid(setting: Setting) -> Iterator[tuple[Collector, float]]:
    """Yield the collectors that are paid by the post, with the price of one."""
    from config import settings_of
    from sources import registry

    if setting.config is None:
        return
    for collector in setting.config.collectors:
        if not collector.enabled:
            continue
        kind = registry.load(collector.kind).Settings
        if "post_usd" not in kind.model_fields:
            continue
        values = settings_of(collector, kind).model_dump()
        author = values.get("user_usd", 0.0) if values.get("authors", True) else 0.0
        yield collector, values["post_usd"] + author


def _is_asked(collector: Collector, brand: str, setting: Setting) -> bool:
    """A query that was given on the command line may be for any brand."""
    known = setting.brand(brand) is not None
    return not known or not collector.brands or brand in collector.brands


def _cost(collector: Collector, price: float, read: Read, store: Store | None) -> Cost:
    from monitor.store import history

    mentions, days = None, 0.0
    if store is not None:
        with store.read() as conn:
            now = store.clock.now()
            found = history.volume(conn, read.brand.brand, collector.kind, now=now)
        if found.mentions:
            mentions, days = found.a_month, found.days
    return Cost(
        collector=collector.name,
        network=collector.kind,
        brand=read.brand.brand,
        price_usd=price,
        mentions=mentions,
        days=days,
        usd=None if mentions is None else mentions * price,
        budget_usd=collector.budget_usd,
    )


def _over_budget(
    collector: Collector, reads: Sequence[Read], costs: Sequence[Cost]
) -> Iterator[Remark]:
    total = sum(cost.usd or 0.0 for cost in costs)
    if collector.budget_usd is None or total <= collector.budget_usd:
        return
    dearest = max(costs, key=lambda cost: cost.usd or 0.0)
    read = next(r for r in reads if r.brand.brand == dearest.brand)
    if read.finds:
        yield read.finds[0].remark(
            "costs",
            f"collector {collector.name} would cost at least {total:.2f} USD in 30 "
            f"days, {dearest.usd:.2f} of it for this brand; its budget is "
            f"{collector.budget_usd:.2f}, and when that is spent it stops",
        )


def _everyday(collector: Collector, reads: Sequence[Read]) -> Iterator[Remark]:
    from monitor.matching.tools.asked import paid_for
    from monitor.matching.tools.logic import Logic

    if collector.query:
        return  # the operator wrote what it is asked for
    for read in reads:
        for piece in read.finds:
            if not Logic([piece.node]).never(piece.node):
                yield from paid_for(piece, collector.kind)
