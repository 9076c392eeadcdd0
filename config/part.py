"""What every group of settings has in common."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, PrivateAttr

from config.origin import NOWHERE, Origin


class Part(BaseModel):
    """A group of settings: frozen, unknown keys refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
    )
    _origin: Origin = PrivateAttr(default=NOWHERE)

    @property
    def origin(self) -> Origin:
        """Return where this was written."""
        return self._origin

    def stamp(self, origin: Origin) -> Self:
        """Remember where this was written; for the loader."""
        self._origin = origin
        return self
