"""Every file that is shipped works, with the real sources and notifiers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import config
from alerts import registry as notifiers
from config import Config, init_text, load, validate_settings
from config.document import parse
from config.template import first_query
from monitor.core.errors import ConfigError, QueryError
from monitor.matching import BrandQueries, Matcher
from monitor.matching import parse as parse_query
from sources import registry as sources

FOLDER = Path(config.__file__).parent
EXAMPLES = sorted((FOLDER / "examples").glob("*.yaml"))
REAL_NAMES = [
    "Acme",
    "대한항공",
    "한빛 항공",
    "云咖啡",
    "O'Neill's",
    "AT&T",
    "Not",
    "L'Oréal Paris",
]


class Everything(dict[str, str]):
    """An environment in which every variable is set."""

    def __missing__(self, name: str) -> str:
        return f"value-of-{name}"

    def get(self, name: str, default: object = None) -> str:  # type: ignore[override]
        return self[name]


@pytest.fixture
def environ(tmp_path: Path) -> Everything:
    """Variables that the examples refer to."""
    (tmp_path / "x-bearer").write_text("bearer")
    return Everything(
        CREDENTIALS_DIRECTORY=str(tmp_path),
        DATABASE_URL="postgresql://me@db/overheard",
        DESK_WEBHOOK_URL="https://desk.example/hook",
    )


@pytest.fixture
def copied(tmp_path: Path):
    """Copy an example, with the secrets files it refers to."""

    def copy(file: Path) -> Path:
        text = file.read_text("utf-8")
        for name in re.findall(r"\{file: ([^}]+)\}", text.partition("\nstore:")[2]):
            secret = tmp_path / name
            secret.parent.mkdir(exist_ok=True)
            secret.write_text("secret-value\n")
            secret.chmod(0o600)
        target = tmp_path / "overheard.yaml"
        target.write_text(text, "utf-8")
        return target

    return copy


def check_with_plugins(found: Config) -> None:
    validate_settings(
        found,
        sources=lambda kind: sources.load(kind).Settings,
        notifiers=lambda kind: notifiers.load(kind).Settings,
    )


def query_problem(query: str, lists) -> str | None:
    try:
        parse_query(query, lists)
    except QueryError as exc:
        return str(exc)
    return None


def test_the_examples_are_there():
    assert [file.stem for file in EXAMPLES] == [
        "agency",
        "airline-ko",
        "demo",
        "one-brand",
    ]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_works_with_the_real_sources_and_notifiers(file, copied, environ):
    found = load(copied(file), environ, check_query=query_problem)

    check_with_plugins(found)
    assert found.warnings == ()
    assert found.collectors
    assert found.rules


def test_the_template_works_as_it_is(environ):
    found = load(FOLDER / "template.yaml", {"SLACK_BOT_TOKEN": "xoxb-1"})

    check_with_plugins(found)
    assert found.warnings == ()
    assert found.brands[0].name == "Acme"
    assert {c.kind for c in found.collectors} <= {"hackernews", "bluesky"}


def test_the_template_works_with_everything_it_shows(tmp_path, environ):
    """What stands in comments can be had by deleting the `#`."""
    text = (FOLDER / "template.yaml").read_text("utf-8")
    head, _, body = text.partition("\nstore:")
    shown = re.sub(r"(?m)^( *)# (?=( *)(- \{|- name|[a-z_]+:( |$)|\{))", r"\1", body)
    path = tmp_path / "overheard.yaml"
    path.write_text(f"{head}\nstore:{shown}", "utf-8")

    found = load(path, environ, check_query=query_problem)

    check_with_plugins(found)
    kinds = {c.kind for c in found.collectors}
    assert kinds >= {"x", "reddit", "rss", "mastodon", "app_store", "hackernews"}
    assert [b.competitor for b in found.brands] == [False, True]
    assert found.brands[0].exclude == ("#hiring",)
    assert found.team.quiet_hours is not None
    assert found.rules[-1].when.vip


@pytest.mark.parametrize("name", REAL_NAMES)
def test_a_written_file_listens_for_the_name(tmp_path, name):
    path = tmp_path / "overheard.yaml"
    path.write_text(init_text(name), "utf-8")

    found = load(path, {"SLACK_BOT_TOKEN": "x"}, check_query=query_problem)

    brand = found.brands[0]
    matcher = Matcher([BrandQueries(brand=brand.name, queries=brand.queries)])
    assert brand.name == name
    assert matcher.match("", f"I flew with {name}, never again")
    assert not matcher.match("", "I flew with somebody else, never again")


def test_a_written_file_names_the_schema_where_it_is():
    first, _, rest = init_text("Acme").partition("\n")

    assert first == "# yaml-language-server: $schema=config/overheard.schema.json"
    assert init_text("Acme", schema="x.json").startswith(
        "# yaml-language-server: $schema=x.json\n"
    )
    assert "#   overheard check" in rest


@pytest.mark.parametrize("name", ["", "   ", "!!!", "\n\t", "x" * 101])
def test_an_impossible_name_is_refused(name):
    with pytest.raises(ConfigError, match="brand name"):
        init_text(name)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_no_name_breaks_the_file(name: str):
    """Quotes, line breaks, colons, `${`, other scripts: the file stays right."""
    try:
        text = init_text(name)
    except ConfigError:
        return

    document = parse(text)

    assert document.problems == ()
    brand = document.data["brands"][0]
    found, query = (x.replace("$${", "${") for x in (brand["name"], *brand["queries"]))
    assert query == first_query(found)
    assert yaml.safe_load(text)["brands"][0] == brand


@pytest.mark.parametrize(
    "name",
    ["a${HOME}b", "${HOME}", 'say "hi"', "a\\b", "x: y # z", "- 'acme'", "$${x}"],
)
def test_a_name_with_signs_of_its_own_is_taken_as_it_is(tmp_path, name):
    path = tmp_path / "overheard.yaml"
    path.write_text(init_text(name), "utf-8")

    found = load(path, {"SLACK_BOT_TOKEN": "x"})

    assert found.brands[0].name == name


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Acme", "Acme"),
        ("대한항공", "대한항공"),
        ("Acme Air", '"Acme Air" OR #AcmeAir OR @AcmeAir'),
        ("AND", '"AND"'),
        ('a "b" c', '"a b c" OR #abc OR @abc'),
        ("AT&T", '"AT&T" OR #ATT OR @ATT'),
    ],
)
def test_the_first_query_finds_the_name_its_hashtag_and_its_handle(name, query):
    assert first_query(name) == query
