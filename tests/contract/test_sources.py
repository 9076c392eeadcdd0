"""Every source keeps every promise."""

from __future__ import annotations

import pytest

from sources import registry
from sources.base import Source, SourceSettings
from tests.contract.bench import bench_for
from tests.contract.cases import CASES
from tests.contract.clauses import CLAUSES

pytestmark = pytest.mark.slow  # real servers, and stalls to wait for


@pytest.fixture(scope="module", params=sorted(CASES))
def bench(request, tmp_path_factory):
    with bench_for(CASES[request.param], tmp_path_factory.mktemp("case")) as bench:
        yield bench


@pytest.fixture(autouse=True)
def _calm(bench):
    bench.traffic.clear()


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.__name__)
def test_the_source_keeps_its_promise(bench, clause):
    if reason := bench.case.skips.get(clause.__name__):
        pytest.skip(reason)

    clause(bench)


def test_every_built_in_source_has_a_case(bench):
    assert CASES.keys() == registry.BUILTIN.keys()


def test_a_source_fits_the_contract(bench):
    loaded = bench.load()

    assert loaded.kind == bench.case.kind
    assert issubclass(loaded.Settings, SourceSettings)
    assert isinstance(bench.source(), Source)


def test_every_setting_is_described(bench):
    fields = bench.load().Settings.model_fields

    assert all(field.description for field in fields.values()), bench.case.kind


def test_skipped_clauses_exist_and_say_why(bench):
    names = {clause.__name__ for clause in CLAUSES}

    assert bench.case.skips.keys() <= names
    assert all(bench.case.skips.values())
