"""Which brands a post mentions: the query language and the engine behind it."""

from __future__ import annotations

from monitor.matching.asking import source_query
from monitor.matching.brands import BrandQueries
from monitor.matching.explain import Explainer
from monitor.matching.matcher import Matcher
from monitor.matching.nodes import Node
from monitor.matching.query import parse

__all__ = ["BrandQueries", "Explainer", "Matcher", "Node", "parse", "source_query"]
