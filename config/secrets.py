"""References: values that stand in the environment or in a file of their own.

    ${NAME}               an environment variable
    {file: path}          the text of a file, relative to the configuration
    {credential: name}    a systemd credential ($CREDENTIALS_DIRECTORY)

In `settings`, and in the `api_key` of a voice, what comes from a reference becomes a
SecretStr, which never prints. A secret that is written out is refused: configurations
get copied, shown and committed. `$${` is a plain `${`.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from pydantic import SecretStr

from config.document import Path, Problem

MAX_SECRET_BYTES = 64 * 1024
HIDDEN = "**********"
_BEGINNING = 8
_REFERENCE = re.compile(r"\$\$\{|\$\{([^}]*)\}?")
_WHOLE = re.compile(r"\$\{[^}]*\}")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SECRET_KEY = re.compile(
    r"(^|_)(tokens?|secrets?|passwords?|passwd|passphrase|pwd|bearer|credentials?"
    r"|authorization|cookie"
    r"|(api|private|secret|access|signing|encryption|auth|app|consumer)_?keys?)$"
    r"|^refresh$|^jwt$"
)
_SECRET_TEXT = re.compile(
    r"xox[a-z]-|xapp-[0-9]|gh[opsu]_[A-Za-z0-9]{20}|-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|https://hooks\.slack\.com/(services|workflows|triggers)/"
    r"|(?i:bearer|basic) [A-Za-z0-9+/_.=-]{16}"
)
_PASSWORD_IN_URL = re.compile(r"^[a-z+]+://[^/@:]*:[^/@]+@")
_HOW = "write ${NAME} (environment), {file: path} or {credential: name} instead"


class _Refused(Exception):
    """A value cannot be used; the text says what to do."""


class _Unset(_Refused):
    """A reference leads nowhere, on this machine and for now."""


@dataclass(slots=True, kw_only=True)
class Resolver:
    """Replaces references in data as it was read; collects what is wrong.

    `unset` is apart from `problems`: it is of no account where a part rests. `found`
    has the values that came from elsewhere.
    """

    environ: Mapping[str, str]
    folder: File
    problems: list[Problem] = field(default_factory=list)
    unset: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    found: dict[Path, str] = field(default_factory=dict)

    def resolve(self, data: Any, path: Path = ()) -> Any:
        """Return the data with every reference replaced by its value."""
        if isinstance(data, str) or (_may_hide(path) and _is_reference(data)):
            return self._value(data, path)
        if isinstance(data, dict):
            return {key: self.resolve(item, (*path, key)) for key, item in data.items()}
        if isinstance(data, list):
            return [self.resolve(item, (*path, i)) for i, item in enumerate(data)]
        return data

    def _value(self, data: Any, path: Path) -> Any:
        try:
            if isinstance(data, str):
                return self._text(data, path)
            return self._wrap(self._from_file(data, path), path)
        except _Unset as exc:
            self.unset.append(Problem(path, str(exc)))
        except _Refused as exc:
            self.problems.append(Problem(path, str(exc)))
        return None

    def _text(self, text: str, path: Path) -> str | SecretStr:
        if (
            path == ("store", "url")
            and _PASSWORD_IN_URL.match(text)
            and "$" not in text
        ):
            words = f"has a password written out; {_HOW}"
            self.warnings.append(Problem(path, words))
        if "${" not in text:
            _refuse_literal_secret(text, path)
            return text
        if text.replace("$${", "").count("${") == 0:
            return text.replace("$${", "${")
        if not _may_hide(path) and not _WHOLE.fullmatch(text):
            raise _Refused(
                "a ${NAME} must be the whole value here; write $${ for a plain ${"
            )
        return self._wrap(_REFERENCE.sub(self._variable, text), path)

    def _wrap(self, value: str, path: Path) -> str | SecretStr:
        self.found[path] = value
        return SecretStr(value) if in_settings(path) else value

    def _variable(self, found: re.Match[str]) -> str:
        if found.group() == "$${":
            return "${"
        name = found.group(1)
        if not found.group().endswith("}") or not _VARIABLE.fullmatch(name):
            raise _Refused(
                f"{_short(found.group())} is not a reference; write ${{NAME}} with the "
                "name of an environment variable, or $${ for a plain ${"
            )
        value = self.environ.get(name)
        if not value:
            state = "is not set" if value is None else "is empty"
            raise _Unset(
                f"environment variable {name!r} {state}; set it before the start, "
                "or put the value in a file and write {file: path}"
            )
        return value

    def _from_file(self, data: Mapping[str, Any], path: Path) -> str:
        ((how, name),) = data.items()
        if not isinstance(name, str) or not name.strip():
            raise _Refused(f"names no {how}; write {{{how}: name}}")
        file = self._file(name) if how == "file" else self._credential(name)
        text = _read(file, what=f"{how} {name!r}")
        if how == "file" and _open_to_others(file):
            words = f"file {name!r} can be read by other users; chmod 600 it"
            self.warnings.append(Problem(path, words))
        return text

    def _file(self, name: str) -> File:
        try:
            return self.folder / File(name).expanduser()
        except RuntimeError:
            raise _Unset(f"file {name!r} begins with an unknown home folder") from None

    def _credential(self, name: str) -> File:
        folder = self.environ.get("CREDENTIALS_DIRECTORY", "")
        if not folder:
            raise _Unset(
                f"credential {name!r} cannot be read (CREDENTIALS_DIRECTORY is not "
                "set); run under systemd with LoadCredential=, or write {file: path}"
            )
        if "/" in name or name in (".", ".."):
            raise _Refused(f"credential {name!r} is not a plain name")
        return File(folder) / name


def censored(text: str, secrets: Iterable[str]) -> str:
    """Leave secrets out of a message, also where they were quoted or cut off."""
    for secret in sorted(secrets, key=len, reverse=True):
        for form in (secret, repr(secret)[1:-1]):
            text = text.replace(form, HIDDEN) if len(form) > 1 else text
            if len(form) > _BEGINNING and form[:_BEGINNING] in text:
                text = text.partition(form[:_BEGINNING])[0] + HIDDEN
    return text


def looks_secret(key: str) -> bool:
    """Is this the name of a setting whose value nobody should see?"""
    snake = re.sub(r"([a-z])([A-Z])", r"\1_\2", key)
    return _SECRET_KEY.search(re.sub(r"[\s.-]+", "_", snake).lower()) is not None


def in_settings(path: Path) -> bool:
    """Is this inside the settings of a collector or receiver, or the key of a voice?"""
    match path:
        case ("collectors" | "receivers", _, "settings", _, *_):
            return True
        case ("reading", "voices", _, "api_key"):
            return True
    return False


def _may_hide(path: Path) -> bool:
    return in_settings(path) or path == ("store", "url")


def _is_reference(data: Any) -> bool:
    return isinstance(data, dict) and set(data) in ({"file"}, {"credential"})


def _refuse_literal_secret(text: str, path: Path) -> None:
    if not text or not in_settings(path):
        return
    keys = [step for step in path[3:] if isinstance(step, str)]
    if (keys and looks_secret(keys[-1])) or _SECRET_TEXT.search(text):
        raise _Refused(f"a secret is written out; {_HOW}")


def _read(file: File, *, what: str) -> str:
    """Return the text of a small file without its last line breaks."""
    try:
        # Looked at before it is opened: opening a pipe would wait for a writer.
        if not stat.S_ISREG(file.stat().st_mode):
            raise _Unset(f"{what} is not a file; write the path of one")
        with file.open("rb") as stream:
            raw = stream.read(MAX_SECRET_BYTES + 1)
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or "not a usable path"
        raise _Unset(f"{what} cannot be read ({reason.lower()}); check it") from exc
    if len(raw) > MAX_SECRET_BYTES:
        raise _Unset(
            f"{what} is larger than {MAX_SECRET_BYTES // 1024} KB; not a secret"
        )
    try:
        text = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise _Unset(f"{what} is not UTF-8 text; save it as UTF-8") from None
    if not text.strip():
        raise _Unset(f"{what} is empty; put the value into it")
    return text


def _open_to_others(file: File) -> bool:
    try:
        return os.name == "posix" and bool(file.stat().st_mode & 0o077)
    except OSError:
        return False


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")
