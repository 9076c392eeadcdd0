"""The file that `init` writes: the commented template with the brand filled in."""

from __future__ import annotations

import json
import re
from importlib.resources import files

from config.document import UNPRINTABLE
from monitor.core.errors import ConfigError

LONGEST_BRAND = 100
_NAME = 'name: "Acme"'
_QUERY = "- 'acme'"
_SCHEMA = "$schema=overheard.schema.json"
_OPERATORS = frozenset({"and", "or", "not"})


def init_text(brand: str, *, schema: str = "config/overheard.schema.json") -> str:
    """Return the template for a brand; raises ConfigError for an impossible name.

    `schema` is where an editor finds the JSON schema, seen from the new file.
    """
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", " ", brand)
    name = " ".join(UNPRINTABLE.sub("", plain).split())
    if not any(character.isalnum() for character in name):
        raise ConfigError([f"brand name {brand[:40]!r} has no letters; write a name"])
    if len(name) > LONGEST_BRAND:
        raise ConfigError(
            [f"brand name is longer than {LONGEST_BRAND} characters; shorten it"]
        )
    text = files("config").joinpath("template.yaml").read_text("utf-8")
    # The name comes last: it may hold anything, even what is replaced before it.
    text = text.replace(_SCHEMA, f"$schema={schema}", 1)
    text = text.replace(_QUERY, f"- {_quoted(first_query(name))}", 1)
    return text.replace(_NAME, f"name: {_double_quoted(name)}", 1)


def first_query(name: str) -> str:
    """Return a query that finds a name, its hashtag and its handle."""
    phrase = " ".join(name.replace('"', " ").split())
    if re.fullmatch(r"\w+", phrase) and phrase.casefold() not in _OPERATORS:
        return phrase
    joined = re.sub(r"\W", "", phrase)
    query = f'"{phrase}"'
    if joined and joined.casefold() != phrase.casefold():
        query += f" OR #{joined} OR @{joined}"
    return query


def _quoted(text: str) -> str:
    """Write text as YAML, in single quotes."""
    return "'" + text.replace("'", "''").replace("${", "$${") + "'"


def _double_quoted(text: str) -> str:
    """Write text as YAML, in double quotes."""
    return json.dumps(text.replace("${", "$${"), ensure_ascii=False)
