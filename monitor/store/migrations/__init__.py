"""How the tables came to be: forward only, run by `Store.migrate`.

A new revision is a file in `versions/`, numbered on, and `HEAD` names it. It is
kept here so that a start with nothing to do need not import Alembic.
"""

from __future__ import annotations

HEAD = "0004"
VERSION_TABLE = "overheard_revision"
