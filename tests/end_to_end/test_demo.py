"""The demo is the whole program: every source, real clients, one summary."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from monitor.demo.setting import NETWORKS
from tests.end_to_end.stage import Stage

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture
def stage(tmp_path):
    made = Stage(tmp_path)
    yield made
    made.close()


def test_the_demo_hears_every_network_and_ends_by_itself(stage):
    status, out, err = stage.run(
        "demo", "--for", "45s", "--json", "--port", "0", "--folder", str(stage.folder)
    )

    assert status == 0, err
    summary = json.loads(out)
    assert set(summary["sources"]) == {*NETWORKS, "files"}
    assert all(numbers["runs"] for numbers in summary["sources"].values())
    assert summary["silent_sources"] == []
    assert summary["alerts"] > 0
    assert summary["delivered"] >= summary["alerts"]
    assert (summary["quarantined"], summary["pending"], summary["parked"]) == (0, 0, 0)
    with Path(summary["csv"]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = sum(n for labels in summary["mentions"].values() for n in labels.values())
    assert len(rows) == said


def test_a_demo_that_is_too_short_says_so(stage):
    status, _, err = stage.run("demo", "--for", "2s")

    assert status == 1
    assert "too short" in err
