"""`query preview`: other queries against the stored history of a brand."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from monitor.cli.options import print_json
from monitor.cli.query_setting import Setting, bar, needed_store, setting_of
from monitor.cli.query_showing import columns, marked
from monitor.core.errors import MonitorError

if TYPE_CHECKING:
    from monitor.matching import BrandQueries
    from monitor.matching.tools.preview import Preview, Sample, Sums
    from monitor.store.db import Store

ONLY_STORED = (
    "Only what is stored can be gained: collectors keep posts that are mentions, "
    "imports keep all. What was never stored is not counted here."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewOptions:
    """What was asked for on the command line."""

    brand: str
    queries: tuple[str, ...]
    exclude: tuple[str, ...]
    own: tuple[str, ...]
    other: tuple[str, ...]
    since: str
    samples: int
    as_json: bool


def run_preview(options: PreviewOptions, config: Path | None, db: str | None) -> int:
    """Compare, and print what is kept, gained and lost."""
    from monitor.cli.exporting import moment

    setting = setting_of(config)
    present = _present(setting, options)
    proposed = _proposed(present, options)
    with needed_store(config, db) as store:
        now = store.clock.now()
        since = moment(options.since, now) if options.since else None
        done = _compare(store, setting, (present, proposed), since, options)
    if options.as_json:
        print_json(_record(done, present, proposed, since))
    else:
        _show(done, proposed.brand, since)
    return 0


def _present(setting: Setting, options: PreviewOptions) -> BrandQueries:
    """Return the brand as it is configured; a new one needs queries."""
    from monitor.matching import BrandQueries

    found = setting.brand(options.brand)
    if found is not None:
        return found
    if not options.queries:
        names = ", ".join(b.brand for b in setting.brands) or "none"
        raise MonitorError(
            f"there is no brand {options.brand!r} (brands: {names}); for a new one "
            "write its queries behind the name"
        )
    return BrandQueries(brand=options.brand, queries=options.queries)


def _proposed(present: BrandQueries, options: PreviewOptions) -> BrandQueries:
    return replace(
        present,
        queries=options.queries or present.queries,
        exclude=present.exclude + options.exclude,
        own_words=present.own_words + options.own,
        other_words=present.other_words + options.other,
    )


def _compare(
    store: Store,
    setting: Setting,
    brands: tuple[BrandQueries, BrandQueries],
    since: datetime | None,
    options: PreviewOptions,
) -> Preview:
    from monitor.matching.tools.preview import Preview
    from monitor.pipeline.intake import EVERYTHING
    from monitor.store import history

    present, proposed = brands
    preview = Preview(
        present=setting.matcher(present),
        proposed=setting.matcher(proposed),
        stays=EVERYTHING,
        samples=options.samples,
    )
    with store.read() as conn:
        total = history.count(conn, since)
        with bar("looking at stored posts", total, shown=not options.as_json) as step:
            for post in history.read(conn, brand=present.brand, since=since):
                preview.add(post)
                step()
    return preview


def _show(done: Preview, brand: str, since: datetime | None) -> None:
    from monitor.matching.tools.preview import Change

    period = f" since {since:%Y-%m-%d}" if since else ""
    typer.echo(f"{brand}: {done.posts:,} stored posts{period}")
    for line in columns(list(_table(done))):
        typer.echo(f"  {line}".rstrip())
    for verdict, sums in sorted(done.verdicts.items(), reverse=True):
        said = "as us" if verdict == "us" else "as not us"
        typer.echo(
            f"Marked {said}: {sums.marked}; mentions now {sums.present}, "
            f"then {sums.proposed}"
        )
    for change in (Change.GAINED, Change.LOST):
        _show_samples(done, change)
    if done.found_by_present:
        typer.echo(
            f"{done.found_by_present:,} of those gained are found by the present "
            "queries too: they were stored when the queries were others."
        )
    typer.echo(ONLY_STORED)


def _table(done: Preview) -> Iterator[tuple[str, ...]]:
    yield "", "now", "then", "kept", "gained", "lost"
    yield _row("all", done.whole)
    for named in (done.by_source(), done.by_month()):
        yield ("",) * 6
        for name, sums in named.items():
            yield _row(name, sums)


def _row(name: str, sums: Sums) -> tuple[str, ...]:
    numbers = (sums.present, sums.proposed, sums.kept, sums.gained, sums.lost)
    return (name, *(f"{number:,}" for number in numbers))


def _show_samples(done: Preview, change: Any) -> None:
    from monitor.matching.tools.preview import excerpt

    samples = done.sampled(change)
    if not samples:
        return
    whole = getattr(done.whole, change.value)
    some = f"{len(samples)} of {whole:,}" if len(samples) < whole else f"{whole:,}"
    typer.echo(f"{change.value.capitalize()} ({some}):")
    for sample in samples:
        when = sample.published_at.strftime("%Y-%m-%d")
        words = marked(
            list(excerpt(sample.text, sample.spans)), colored=sys.stdout.isatty()
        )
        said = {"us": "  (marked: us)", "not_us": "  (marked: not us)"}
        typer.echo(
            f"  {when}  {sample.source:<10} {sample.post_id:>6}  {words}"
            f"{said.get(sample.verdict, '')}"
        )


def _record(
    done: Preview,
    present: BrandQueries,
    proposed: BrandQueries,
    since: datetime | None,
) -> dict[str, Any]:
    from monitor.matching.tools.preview import Change

    return {
        "brand": proposed.brand,
        "since": since.isoformat() if since else None,
        "present": _queries(present),
        "proposed": _queries(proposed),
        "posts": done.posts,
        **_sums(done.whole),
        "by_source": _by(done.by_source()),
        "by_month": _by(done.by_month()),
        "by_source_and_month": [
            {"source": source, "month": month, **_sums(sums)}
            for (source, month), sums in sorted(done.cells.items())
        ],
        "marked": {name: asdict(sums) for name, sums in done.verdicts.items()},
        "gained_found_by_present": done.found_by_present,
        "samples": {
            change.value: [_sample(one) for one in done.sampled(change)]
            for change in (Change.GAINED, Change.LOST)
        },
        "note": ONLY_STORED,
    }


def _queries(brand: BrandQueries) -> dict[str, Any]:
    return {
        "queries": brand.queries,
        "exclude": brand.exclude,
        "context": {"own": brand.own_words, "other": brand.other_words},
    }


def _sums(sums: Sums) -> dict[str, int]:
    return {
        "now": sums.present,
        "then": sums.proposed,
        "kept": sums.kept,
        "gained": sums.gained,
        "lost": sums.lost,
    }


def _by(named: Mapping[str, Sums]) -> dict[str, dict[str, int]]:
    return {name: _sums(sums) for name, sums in named.items()}


def _sample(sample: Sample) -> dict[str, Any]:
    return asdict(sample) | {"published_at": sample.published_at.isoformat()}
