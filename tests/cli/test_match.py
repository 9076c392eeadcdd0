"""`match` on the command line: with queries of one's own, and explained."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_start import overheard

pytestmark = pytest.mark.slow

CONFIG = """
lists: {rivals: ['"bolt air"', '@bolt']}
exclude: ['giveaway']
brands:
  - name: Acme
    queries: ['acme NOT list:rivals']
    context: {own: [flight], other: [anvil]}
    disguised: true
"""
TEXTS = (
    "a c m e again",
    "Acme or Bolt Air",
    "an Acme giveaway",
    "Acme anvil",
    "Acme flight with an anvil",
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "overheard.yaml").write_text(CONFIG)
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(TEXTS)]
    (tmp_path / "posts.jsonl").write_text("\n".join(lines))
    return tmp_path


def test_lists_exclusions_context_and_disguises_of_a_configuration_count(folder):
    done = overheard("match", "posts.jsonl", cwd=folder)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in found if answer["mentions"]] == ["0", "4"]
    assert found[0]["mentions"][0]["spans"] == [[0, 7]]


def test_a_query_is_explained(folder):
    query = "acme~1 NEAR/2 refund list:rivals"
    text = "Amce refund, @bolt"
    done = overheard("match", "--query", query, "--text", text, "--explain", cwd=folder)

    assert done.stdout.splitlines() == [
        "text: Amce refund, @bolt",
        f"matches · {query}",
        "  ✓ AND",
        "  ├ ✓ NEAR/2  'Amce refund' at 0",
        "  │ ├ ✓ acme~1  'Amce' at 0",
        "  │ └ ✓ refund  'refund' at 5",
        "  └ ✓ OR",
        '    ├ ✗ "bolt air"',
        "    └ ✓ @bolt  '@bolt' at 13",
        "",
    ]


def test_an_explanation_is_json_when_asked(folder):
    done = overheard("match", "posts.jsonl", "--explain", "--json", cwd=folder)

    explained = [json.loads(line)["explained"] for line in done.stdout.splitlines()]
    assert [one["matches"] for (one,) in explained] == [True, False, False, False, True]
    ((left_out,),) = [one["excluded_by"] for one in explained[2]]
    assert left_out["says"] == "giveaway"


def test_a_bad_query_is_shown_where_it_is_bad(folder):
    done = overheard("match", "--query", "acme autor:x", "--text", "x", cwd=folder)

    assert done.returncode == 1
    assert "author:" in done.stderr
    assert "at character 6" in done.stderr
    assert "Traceback" not in done.stderr
