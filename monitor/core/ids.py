"""Stable ids: the same thing gets the same id, today and after a crash."""

from __future__ import annotations

from uuid import UUID, uuid5

NAMESPACE = UUID("6f1d3f5e-7a51-5d0c-9a7c-0b9d3c1f2e44")


def stable_id(*parts: str) -> str:
    """Return the UUID (version 5) of these parts, in order."""
    # The lengths keep ("ab", "c") and ("a", "bc") apart.
    name = "".join(f"{len(part)}:{part}" for part in parts)
    return str(uuid5(NAMESPACE, name))
