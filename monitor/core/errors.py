"""Every failure the program expects, in one tree.

MonitorError
├── ConfigError              the operator must edit the configuration
├── PluginError              a source or notifier cannot be loaded
├── QueryError               a query cannot be read; says where
├── PoisonError              one item cannot be kept; it goes to quarantine
├── StoreError               the database refused
│   ├── StoreUnavailable     locked, full or gone: try again later
│   ├── StoreDamaged         not ours, corrupt, or replaced under us
│   └── LeaseLost            another daemon took over; stop writing
├── SourceError              one collector run failed
│   ├── SourceUnavailable    try again later
│   │   └── RateLimited      try again after `retry_after` seconds
│   │       └── BudgetSpent  the monthly budget is used up
│   ├── SourceAuthError      credentials are wrong, expired or revoked
│   ├── SourceRejected       the service understood us and said no
│   └── SourceChanged        the answer has a shape we do not know
└── DeliveryError            one alert did not reach one receiver
    ├── DeliveryUnavailable  nothing was sent; try again
    ├── DeliveryUnknown      it may have arrived; look before trying again
    └── DeliveryRefused      trying again will not help
        └── MessageRejected  the layout was refused; plain words may pass
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class Recovery(StrEnum):
    """What helps against an error."""

    RETRY = "retry"
    RECONCILE = "reconcile"
    ATTENTION = "attention"


class MonitorError(Exception):
    """Anything the program expects to go wrong."""

    recovery: ClassVar[Recovery] = Recovery.ATTENTION


class ConfigError(MonitorError):
    """The configuration cannot be used; `problems` lists everything wrong with it."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class PluginError(MonitorError):
    """A source or notifier cannot be loaded."""


class QueryError(MonitorError):
    """A query cannot be read.

    `position` counts characters of the query from 0.
    """

    def __init__(self, message: str, query: str, position: int) -> None:
        super().__init__(f"{message} (at character {position + 1} of {query!r})")
        self.query = query
        self.position = position


class PoisonError(MonitorError):
    """One item cannot be kept; the text says why. Its batch goes on."""


class StoreError(MonitorError):
    """The database refused."""


class StoreUnavailable(StoreError):
    """The database is locked, full or out of reach for now."""

    recovery = Recovery.RETRY


class StoreDamaged(StoreError):
    """The database is not ours, is corrupt, or was replaced under us."""


class LeaseLost(StoreError):
    """Another daemon has taken over this database."""


class SourceError(MonitorError):
    """One collector run failed."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source


class SourceUnavailable(SourceError):
    """No usable answer; the same call may pass later."""

    recovery = Recovery.RETRY


class RateLimited(SourceUnavailable):
    """The service asked us to wait. `retry_after` is in seconds, or None."""

    def __init__(
        self, source: str, message: str, retry_after: float | None = None
    ) -> None:
        super().__init__(source, message)
        self.retry_after = retry_after


class BudgetSpent(RateLimited):
    """The next call could exceed the monthly budget; it was not made."""


class SourceAuthError(SourceError):
    """Credentials are wrong, expired or revoked."""


class SourceRejected(SourceError):
    """The service understood the request and said no."""


class SourceChanged(SourceError):
    """The answer has a shape this source does not know."""


class DeliveryError(MonitorError):
    """One alert did not reach one receiver."""

    def __init__(self, receiver: str, message: str) -> None:
        super().__init__(f"{receiver}: {message}")
        self.receiver = receiver


class DeliveryUnavailable(DeliveryError):
    """Nothing was sent; try again after `retry_after` seconds, if given.

    `whole_receiver` means that every delivery to it has to wait (a 429).
    """

    recovery = Recovery.RETRY

    def __init__(
        self,
        receiver: str,
        message: str,
        *,
        retry_after: float | None = None,
        whole_receiver: bool = False,
    ) -> None:
        super().__init__(receiver, message)
        self.retry_after = retry_after
        self.whole_receiver = whole_receiver


class DeliveryUnknown(DeliveryError):
    """The message may have arrived. Look for it before sending it again."""

    recovery = Recovery.RECONCILE


class DeliveryRefused(DeliveryError):
    """The receiver said no, and will say so again."""


class MessageRejected(DeliveryRefused):
    """The receiver refused the layout; the plain form may pass."""
