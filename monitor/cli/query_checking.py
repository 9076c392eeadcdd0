"""`query check`: what is wrong or odd about queries, with the place of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.options import print_json
from monitor.cli.query_setting import Setting, bar, needs_file, setting_of, stored
from monitor.cli.query_showing import WIDEST, pointed

if TYPE_CHECKING:
    from monitor.cli.query_costs import Cost
    from monitor.matching.tools.remarks import Read, Remark
    from monitor.matching.tools.shares import Share
    from monitor.store.db import Store

_PROPOSED = "given"
_KINDS = {
    "query": "query",
    "exclude": "exclude",
    "everywhere": "exclude for all brands",
    "context": "context",
}


@dataclass(slots=True, kw_only=True)
class Report:
    """What checking came to."""

    reads: Sequence[Read]
    remarks: list[Remark] = field(default_factory=list)
    shares: dict[tuple[str, str], Share] = field(default_factory=dict)
    posts: int | None = None
    costs: list[Cost] = field(default_factory=list)

    def count(self, level: str) -> int:
        """Return how many remarks are of one level."""
        return sum(remark.level == level for remark in self.remarks)


def run_check(
    queries: tuple[str, ...],
    config: Path | None,
    db: str | None,
    *,
    strict: bool,
    as_json: bool,
) -> int:
    """Check the queries given, or every one of the configuration."""
    from monitor.cli.query_costs import costs_of
    from monitor.matching.tools.asked import unaskable, unknown_sources
    from monitor.matching.tools.checking import check_brand

    setting = setting_of(config)
    if not queries:
        needs_file(setting, "query check")
    report = Report(reads=_reads(setting, queries))
    for read in report.reads:
        report.remarks += check_brand(read)
        report.remarks += unaskable(read)
    with stored(config, db) as store:
        if store is not None:
            _measure(report, setting, store, given=bool(queries), shown=not as_json)
        known = _networks(setting, store)
        for read in report.reads:
            report.remarks += unknown_sources(read, known) if known else ()
        report.costs, remarks = costs_of(setting, report.reads, store)
        report.remarks += remarks
    if as_json:
        print_json(_record(report))
    else:
        _show(report)
    failed = report.count("error") or (strict and report.count("warning"))
    return 1 if failed else 0


def _reads(setting: Setting, queries: tuple[str, ...]) -> list[Read]:
    from monitor.matching import BrandQueries
    from monitor.matching.tools.remarks import read_brand

    if queries:
        brand = BrandQueries(brand=_PROPOSED, queries=queries)
        return [read_brand(brand, setting.lists, setting.exclude)]
    return [
        read_brand(brand, setting.lists, setting.exclude) for brand in setting.brands
    ]


def _networks(setting: Setting, store: Store | None) -> frozenset[str]:
    """Return where posts come from, or may; empty if nothing is known of it."""
    from monitor.store import history

    found: frozenset[str] = frozenset()
    if setting.config is not None:
        found |= {collector.kind for collector in setting.config.collectors}
    if store is not None:
        with store.read() as conn:
            found |= history.sources(conn)
    return found


def _measure(
    report: Report, setting: Setting, store: Store, *, given: bool, shown: bool
) -> None:
    """Count what each query finds of what is stored, and what people said of that."""
    from monitor.matching.tools.shares import Shares
    from monitor.store import history

    with store.read() as conn:
        total = history.count(conn)
        for read in report.reads:
            queries = [piece.query for piece in read.finds]
            shares = Shares(queries, lists=setting.lists, language=setting.language)
            with bar("looking at stored posts", total, shown=shown) as step:
                brand = "" if given else read.brand.brand
                for post in history.read(conn, brand=brand):
                    shares.add(post)
                    step()
            report.posts = shares.posts
            for piece in read.finds:
                share = shares.of[piece.query]
                report.shares[piece.brand, piece.query] = share
                if share.is_mostly_wrong:
                    remark = piece.remark("wrong", _wrong(share, piece.brand))
                    report.remarks.append(remark)


def _wrong(share: Share, brand: str) -> str:
    marked = share.us + share.not_us
    return (
        f"of {marked} marked posts that it finds, {share.not_us} are not about "
        f"{brand}; `overheard query suggest` looks for words that tell them apart"
    )


def _show(report: Report) -> None:
    for read in report.reads:
        mine = [r for r in report.remarks if r.brand == read.brand.brand]
        if read.brand.brand != _PROPOSED:
            typer.echo(typer.style(read.brand.brand, bold=True))
        for where, query in _written(read, mine):
            some = [r for r in mine if (r.where, r.query) == (where, query)]
            _show_query(report, read.brand.brand, (where, query), some)
    for cost in report.costs:
        typer.echo(cost.sentence)
    if report.posts is None:
        typer.echo("Nothing is stored yet, so nothing could be measured.")
    errors, warnings = report.count("error"), report.count("warning")
    number = sum(len(read.brand.queries) for read in report.reads)
    typer.echo(
        f"{_many(number, 'query', 'queries')}: {_many(errors, 'error')}, "
        f"{_many(warnings, 'warning')}"
    )


def _written(read: Read, remarks: Sequence[Remark]) -> Iterator[tuple[str, str]]:
    """Yield every query of a brand, and of the rest those with a remark."""
    yield from dict.fromkeys(("query", query) for query in read.brand.queries)
    told = [(r.where, r.query) for r in remarks if r.where != "query"]
    yield from dict.fromkeys(told)


def _show_query(
    report: Report, brand: str, named: tuple[str, str], remarks: Sequence[Remark]
) -> None:
    where, query = named
    label = "" if where == "query" else f"{_KINDS[where]}: "
    shown = query if len(query) <= WIDEST else query[: WIDEST - 1] + "…"
    typer.echo(f"  {label}{shown}")
    pointed_at = None
    for remark in sorted(remarks, key=_place):
        if remark.position is not None and remark.position != pointed_at:
            pointed_at = remark.position
            for line in pointed(query, pointed_at):
                typer.echo(f"  {' ' * len(label)}{line}")
        color = typer.colors.RED if remark.level == "error" else typer.colors.YELLOW
        level = typer.style(remark.level, fg=color)
        typer.echo(f"    {level}: {remark.message} ({remark.code})")
    share = report.shares.get((brand, query)) if where == "query" else None
    if share is not None and report.posts:
        marked = share.us + share.not_us
        said = f"; marked: {share.us} us, {share.not_us} not us" if marked else ""
        found = f"finds {share.posts:,} of {report.posts:,} stored posts"
        typer.echo(f"    {found}{said}")


def _place(remark: Remark) -> int:
    return -1 if remark.position is None else remark.position


def _many(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _record(report: Report) -> dict[str, Any]:
    shares = [
        {"brand": brand, "query": query, **asdict(share)}
        for (brand, query), share in report.shares.items()
    ]
    return {
        "queries": sum(len(read.brand.queries) for read in report.reads),
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "remarks": [asdict(remark) for remark in report.remarks],
        "stored_posts": report.posts,
        "finds": shares,
        "costs": [cost.as_record() for cost in report.costs],
    }
