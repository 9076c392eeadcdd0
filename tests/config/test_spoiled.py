"""Whatever an editor, a disk or a tired operator does to a file: a clear refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import config
from config import load
from monitor.core.errors import ConfigError

SAMPLE = (Path(config.__file__).parent / "examples" / "airline-ko.yaml").read_text(
    "utf-8"
)
ENVIRON = {"SLACK_BOT_TOKEN": "canary-slack-31", "X_BEARER_TOKEN": "canary-x-31"}
ODD = [
    "7", "-1", "1e999", "true", "~", "[]", "{}", "[[x]]", "{a: {b: 1}}", "''", "'${X'",
    '"${SLACK_BOT_TOKEN}"', "{file: /}", "{credential: x}", "22:00", "&a b", "*a",
    "!x y",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder for files that come and go."""
    return tmp_path_factory.mktemp("spoiled")


def load_or_refuse(path: Path, raw: bytes) -> None:
    """Load; a refusal names the file and a line in every problem, and no secret."""
    path.write_bytes(raw)
    try:
        load(path, ENVIRON)
    except ConfigError as exc:
        last = raw.count(b"\n") + 1
        for problem in exc.problems:
            line = problem.removeprefix(f"{path}:").partition(":")[0]
            assert 1 <= int(line) <= last, problem
            assert "canary" not in problem


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(SAMPLE.encode())))
def test_a_file_cut_anywhere(folder: Path, end: int):
    """F31: half-written files."""
    load_or_refuse(folder / "overheard.yaml", SAMPLE.encode()[:end])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(SAMPLE)), st.text(max_size=8), st.integers(0, 12))
def test_a_file_with_something_else_in_one_place(folder, start, put, length):
    text = SAMPLE[:start] + put + SAMPLE[start + length :]

    load_or_refuse(folder / "overheard.yaml", text.encode("utf-8", "surrogatepass"))


def _lines_of_scalars() -> list[int]:
    lines = SAMPLE.splitlines()
    return [n for n, line in enumerate(lines) if ": " in line and "#" not in line]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(_lines_of_scalars()), st.sampled_from(ODD))
def test_a_setting_with_an_odd_value(folder, number, odd):
    lines = SAMPLE.splitlines()
    key = lines[number].partition(": ")[0]
    lines[number] = f"{key}: {odd}"

    load_or_refuse(folder / "overheard.yaml", "\n".join(lines).encode())


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_any_bytes(folder, raw):
    load_or_refuse(folder / "overheard.yaml", raw)
