"""Which posts are copies of an earlier one. Pure: no database, no clock.

`CopyIndex` is all that others need. docs/users/copies.md says what counts.
"""

from __future__ import annotations

from monitor.copies.cleaning import clean
from monitor.copies.index import Copy, CopyIndex, Limits, Why, Writing
from monitor.copies.urls import canonical_url

__all__ = [
    "Copy",
    "CopyIndex",
    "Limits",
    "Why",
    "Writing",
    "canonical_url",
    "clean",
]
