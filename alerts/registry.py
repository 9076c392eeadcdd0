"""Finds notifiers by name: the built-in ones, then what is installed beside them."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from alerts.base import Notifier, NotifierSettings
from monitor.core.errors import PluginError

GROUP = "overheard.notifiers"

BUILTIN: dict[str, str] = {
    "console": "alerts.notifiers.console:ConsoleNotifier",
    "email": "alerts.notifiers.email:EmailNotifier",
    "slack": "alerts.notifiers.slack:SlackNotifier",
    "webhook": "alerts.notifiers.webhook:WebhookNotifier",
}

_MEMBERS = (
    "can_find",
    "can_update",
    "check",
    "close",
    "find",
    "kind",
    "repeat_is_safe",
    "send",
)


def kinds() -> tuple[str, ...]:
    """Return the names of all notifiers, built-in and installed, sorted."""
    return tuple(sorted({*BUILTIN, *(p.name for p in entry_points(group=GROUP))}))


def load(kind: str) -> type[Notifier]:
    """Import one notifier's class. A built-in name cannot be taken over.

    Raises PluginError if there is none of that name, or it does not fit.
    """
    target = BUILTIN.get(kind) or _installed(kind)
    module, _, name = target.partition(":")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError) as exc:
        raise PluginError(
            f"notifier {kind!r} cannot be loaded from {target!r}: {exc}; "
            "install what it needs, or remove the receiver"
        ) from exc
    return _fitting(kind, target, found)


def _installed(kind: str) -> str:
    found = [point.value for point in entry_points(group=GROUP) if point.name == kind]
    if not found:
        known = ", ".join(kinds())
        raise PluginError(f"unknown notifier {kind!r}; known: {known}")
    if len(set(found)) > 1:
        both = ", ".join(sorted(set(found)))
        raise PluginError(
            f"notifier {kind!r} is offered more than once ({both}); "
            "uninstall all but one"
        )
    return found[0]


def _fitting(kind: str, target: str, found: Any) -> type[Notifier]:
    missing = [name for name in _MEMBERS if not hasattr(found, name)]
    settings = getattr(found, "Settings", None)
    if not (isinstance(settings, type) and issubclass(settings, NotifierSettings)):
        missing.append("Settings (a NotifierSettings)")
    if not isinstance(found, type) or missing:
        lacks = ", ".join(missing) or "being a class"
        raise PluginError(
            f"notifier {kind!r} ({target!r}) does not follow the contract of "
            f"alerts.base.Notifier; it lacks: {lacks}"
        )
    fitting: type[Notifier] = found
    return fitting
