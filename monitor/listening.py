"""From the configuration to what finds the brands."""

from __future__ import annotations

from config import Config
from monitor.matching import BrandQueries, Matcher
from monitor.scoring import default_scorer


def brand_queries(config: Config) -> list[BrandQueries]:
    """Return the brands in the matcher's form."""
    return [
        BrandQueries(
            brand=b.name,
            queries=b.queries,
            exclude=b.exclude,
            own_words=b.context.own,
            other_words=b.context.other,
            disguised=b.disguised,
        )
        for b in config.brands
    ]


def matcher_of(config: Config) -> Matcher:
    """Return what finds the brands of a configuration."""
    return Matcher(
        brand_queries(config),
        lists=config.lists,
        exclude=config.exclude,
        language=default_scorer().language,
    )
