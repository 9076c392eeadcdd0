"""Where the database is: its URL, read once, and how to speak of it in messages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from monitor.core.errors import StoreDamaged, StoreError

HELP = (
    "write sqlite:///overheard.db (a file), sqlite:////srv/overheard.db (with its "
    "whole path) or postgresql://user:password@host/name"
)
_POSTGRESQL = {"postgresql", "postgres", "postgresql+psycopg"}
_SECRET_OPTIONS = ("password", "sslpassword")
_SQLITE = {"sqlite", "sqlite+pysqlite"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A database that can be opened. `path` is None for PostgreSQL.

    `str()` is safe to show: it holds no password and no options.
    """

    url: URL
    path: Path | None = None

    @property
    def file(self) -> Path:
        """Return the path, where it is known that this is SQLite."""
        if self.path is None:
            raise TypeError(f"{self} is not a file")
        return self.path

    @property
    def dialect(self) -> str:
        """Return "sqlite" or "postgresql"."""
        return "postgresql" if self.path is None else "sqlite"

    def __str__(self) -> str:
        if self.path is not None:
            return f"database {str(self.path)!r}"
        bare = URL.create(
            "postgresql",
            username=self.url.username,
            host=self.url.host,
            port=self.url.port,
            database=self.url.database,
        )
        return f"database {bare.render_as_string()!r}"

    def without_secrets(self, text: str) -> str:
        """Return a driver's words with the password crossed out."""
        given = (self.url.password, *map(self.url.query.get, _SECRET_OPTIONS))
        for secret in given:
            if secret and isinstance(secret, str):
                text = text.replace(secret, "***")
        return text

    def damaged(self, what: str) -> StoreDamaged:
        """Return the error that says what is wrong and which backup is the newest."""
        if self.path is None:
            return StoreDamaged(f"{self} {what}; restore it from a backup")
        advice = _advice(self.path)
        return StoreDamaged(f"{self} {what}; nothing was written to it; {advice}")


def _advice(path: Path) -> str:
    newest = newest_backup(path)
    if newest is None:
        return (
            "there is no backup beside it: move the file away to start with an "
            "empty database, or give another store.url"
        )
    return f"move it away and copy the newest backup, {str(newest)!r}, in its place"


def newest_backup(path: Path) -> Path | None:
    """Return the newest `<name>.backup-*.db` beside a database, if there is one."""
    beside = [
        entry
        for entry in path.parent.glob("*.backup-*.db")
        if entry.name.startswith((f"{path.stem}.backup-", f"{path.name}.backup-"))
    ]
    return max(beside, key=lambda entry: entry.stat().st_mtime, default=None)


def find_place(url: str) -> Place:
    """Read a database URL. Raises StoreError that says what can be written."""
    try:
        read = make_url(url)
    except (ArgumentError, ValueError, TypeError):
        # The text may hold a password: it is not quoted.
        raise StoreError(f"store.url cannot be read; {HELP}") from None
    if read.drivername in _SQLITE:
        return Place(url=read, path=_sqlite_path(read))
    if read.drivername in _POSTGRESQL:
        if not read.database:
            raise StoreError(f"store.url names no database; {HELP}")
        return Place(url=read.set(drivername="postgresql+psycopg"))
    raise StoreError(f"unsupported kind of database {read.drivername!r}; {HELP}")


def _sqlite_path(url: URL) -> Path:
    if url.host or url.query:
        extra = "a host" if url.host else "options"
        raise StoreError(f"store.url has {extra}, which a file does not have; {HELP}")
    if not url.database or url.database == ":memory:":
        raise StoreError(f"store.url names no file; {HELP}")
    if "\0" in url.database:
        raise StoreError(f"store.url names a file with a NUL in it; {HELP}")
    return Path(url.database).expanduser().absolute()
