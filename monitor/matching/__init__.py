"""Which brands a post mentions: the query language and the engine behind it."""

from __future__ import annotations

from monitor.matching.asking import source_query
from monitor.matching.matcher import BrandQueries, Matcher
from monitor.matching.query import Node, parse

__all__ = ["BrandQueries", "Matcher", "Node", "parse", "source_query"]
