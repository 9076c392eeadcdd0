"""Values that stand elsewhere, and secrets that stand here and must not."""

from __future__ import annotations

import os
import traceback

import pytest
from pydantic import SecretStr

from config import load
from config.secrets import MAX_SECRET_BYTES, looks_secret
from monitor.core.errors import ConfigError

CANARY = "canary-8c1f0e"
PART = """\
brands: [{{name: Acme, queries: [acme]}}]
collectors: [{{name: c, kind: rss, settings: {settings}}}]
"""


def part(settings: str) -> str:
    return PART.format(settings=settings)


@pytest.fixture
def settings(accept):
    """Load a collector with these settings; return them with secrets shown."""

    def of(text: str, **environ: str) -> dict[str, object]:
        return show(accept(part(text), **environ).collectors[0].settings)

    return of


def show(value: object) -> object:
    if isinstance(value, SecretStr):
        return ("secret", value.get_secret_value())
    if isinstance(value, dict):
        return {key: show(item) for key, item in value.items()}
    return [show(item) for item in value] if isinstance(value, list) else value


def test_a_variable_becomes_a_secret(settings):
    assert settings('{token: "${MY_TOKEN}"}', MY_TOKEN=CANARY) == {
        "token": ("secret", CANARY)
    }


def test_a_variable_may_be_part_of_a_text_in_settings(settings):
    found = settings(
        '{headers: {Authorization: "Bearer ${T}"}, list: ["a", "${A}-${B}"], x: "$1"}',
        T=CANARY,
        A="1",
        B="2",
    )

    assert found == {
        "headers": {"Authorization": ("secret", f"Bearer {CANARY}")},
        "list": ["a", ("secret", "1-2")],
        "x": "$1",
    }


def test_what_a_variable_holds_is_never_read_again(settings):
    found = settings('{token: "${T}"}', T="${PATH} $${x} {file: /etc/passwd}")

    assert found == {"token": ("secret", "${PATH} $${x} {file: /etc/passwd}")}


def test_a_doubled_dollar_is_a_plain_one(settings):
    assert settings('{a: "$${X}", b: "$$", c: "$${X} ${Y}"}', Y="y") == {
        "a": "${X}",
        "b": "$$",
        "c": ("secret", "${X} y"),
    }


def test_other_settings_may_be_a_variable_as_a_whole(accept, least):
    config = accept(
        least.replace("name: Acme", 'name: "${NAME}"')
        .replace('"sqlite:///overheard.db"', '"${DB}"')
        .replace("every: 2m", 'every: "${EVERY}", budget_usd: "${BUDGET}"'),
        NAME="Acme",
        DB=f"postgresql://me:{CANARY}@db/overheard",
        EVERY="3m",
        BUDGET="12.5",
    )

    assert config.brands[0].name == "Acme"
    assert config.store.url == f"postgresql://me:{CANARY}@db/overheard"
    assert config.collectors[0].every.total_seconds() == 180
    assert config.collectors[0].budget_usd == 12.5


def test_the_store_may_have_its_password_elsewhere(accept, least):
    config = accept(
        least.replace("sqlite:///overheard.db", "postgresql://me:${PW}@db/overheard"),
        PW=CANARY,
    )

    assert config.store.url == f"postgresql://me:{CANARY}@db/overheard"
    assert config.warnings == ()


def test_elsewhere_a_variable_inside_a_text_is_refused(refuse, least):
    problems = refuse(least.replace("name: hn", 'name: "hn-${X}"'), X="1")

    assert "\n".join(problems) == (
        "overheard.yaml:6: collectors[0].name: a ${NAME} must be the whole value here; "
        "write $${ for a plain ${"
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("${MISSING}", "environment variable 'MISSING' is not set; set it"),
        ("${EMPTY}", "environment variable 'EMPTY' is empty; set it"),
        ("${}", "'${}' is not a reference; write ${NAME}"),
        ("${A-B}", "'${A-B}' is not a reference"),
        ("${A:-x}", "'${A:-x}' is not a reference"),
        ("${OPEN", "'${OPEN' is not a reference"),
        ("x ${MISSING} y", "'MISSING' is not set"),
    ],
)
def test_a_variable_that_cannot_be_had_is_named(refuse, written, words):
    problems = refuse(part(f'{{token: "{written}"}}'), EMPTY="")

    assert len(problems) == 1
    assert problems[0].startswith("overheard.yaml:2: collectors[0].settings.token: ")
    assert words in problems[0]


def test_a_file_is_found_beside_the_configuration(tmp_path, settings):
    (tmp_path / "secrets").mkdir()
    file = tmp_path / "secrets" / "token"
    file.write_text(f"{CANARY}\n")
    file.chmod(0o600)

    assert settings("{token: {file: secrets/token}}") == {"token": ("secret", CANARY)}
    assert settings(f"{{token: {{file: {file}}}}}") == {"token": ("secret", CANARY)}


def test_only_the_last_line_breaks_of_a_file_are_left_out(tmp_path, settings):
    file = tmp_path / "key"
    file.write_bytes(b"\xef\xbb\xbf-- one \r\n two \r\n\n")
    file.chmod(0o600)

    assert settings("{key: {file: key}}") == {"key": ("secret", "-- one \r\n two ")}


def test_a_file_that_others_can_read_is_warned_about(tmp_path, write):
    (tmp_path / "token").write_text(CANARY)
    (tmp_path / "token").chmod(0o644)
    path = write(part("{token: {file: token}}") + "rules: []\n")

    warnings = load(path, {}).warnings

    assert (
        f"{path}:2: collectors[0].settings.token: file 'token' can be read"
        in warnings[0]
    )
    assert "chmod 600" in warnings[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "file 'token' cannot be read (no such file or directory); check it"),
        (b"", "file 'token' is empty; put the value into it"),
        (b"\n\n", "file 'token' is empty"),
        (b"\xff\xfe", "file 'token' is not UTF-8 text"),
        (b"x" * (MAX_SECRET_BYTES + 1), "file 'token' is larger than 64 KB"),
    ],
)
def test_a_file_without_a_usable_secret_is_named(tmp_path, refuse, content, words):
    if content is not None:
        (tmp_path / "token").write_bytes(content)

    problems = refuse(part("{token: {file: token}}"))

    assert problems[0].startswith("overheard.yaml:2: collectors[0].settings.token: ")
    assert words in problems[0]


@pytest.mark.parametrize("name", [".", "''", "7", "[a]", '"\\0"'])
def test_a_reference_to_no_file_is_refused(refuse, name):
    assert len(refuse(part(f"{{token: {{file: {name}}}}}"))) == 1


def test_a_pipe_or_an_unknown_home_is_no_secrets_file(tmp_path, refuse):
    os.mkfifo(tmp_path / "pipe")

    assert "is not a file" in refuse(part("{token: {file: pipe}}"))[0]
    assert "unknown home" in refuse(part("{token: {file: ~nobody-here/x}}"))[0]


def test_a_credential_is_read_from_the_folder_of_systemd(tmp_path, settings):
    (tmp_path / "x-bearer").write_text(f"{CANARY}\n")

    found = settings(
        "{bearer_token: {credential: x-bearer}}", CREDENTIALS_DIRECTORY=str(tmp_path)
    )

    assert found == {"bearer_token": ("secret", CANARY)}


def test_a_credential_without_systemd_or_outside_its_folder_is_refused(
    tmp_path, refuse
):
    text = part("{bearer_token: {credential: ../x}}")

    assert "CREDENTIALS_DIRECTORY is not set" in refuse(text)[0]
    assert "is not a plain name" in refuse(text, CREDENTIALS_DIRECTORY=str(tmp_path))[0]


def test_a_mapping_with_more_than_a_reference_is_a_plain_mapping(settings):
    assert settings("{map: {file: a, other: b}}") == {
        "map": {"file": "a", "other": "b"}
    }


@pytest.mark.parametrize(
    "key",
    [
        "token",
        "bot_token",
        "access_token",
        "refresh_token",
        "secret",
        "client_secret",
        "password",
        "smtp_password",
        "passphrase",
        "api_key",
        "apikey",
        "apiKey",
        "X-Api-Key",
        "bearer",
        "private_key",
        "Authorization",
        "credentials",
        "clientSecret",
        "refresh",
        "signing_key",
        "tokens",
    ],
)
def test_a_secret_that_is_written_out_is_refused(refuse, key):
    """Clause 116 of the security tests: only references, never the value."""
    problems = refuse(part(f'{{"{key}": {CANARY}}}'))

    assert "a secret is written out; write ${NAME}" in problems[0]
    assert CANARY not in str(problems)


@pytest.mark.parametrize(
    "key",
    [
        "token_url",
        "client_id",
        "page_size",
        "tokenizer",
        "secretary",
        "key",
        "keywords",
        "password_file",
        "user",
        "base_url",
        "sort_key",
        "refresh_seconds",
        "slack_channel",
    ],
)
def test_other_names_are_no_secrets(key):
    assert not looks_secret(key)


@pytest.mark.parametrize(
    "value",
    [
        "xoxb-1234-abcd",
        "xapp-1-A0",
        "https://hooks.slack.com/services/T0/B0/abc",
        "-----BEGIN RSA PRIVATE KEY-----",
        "Bearer abcdefgh12345678",
        "ghp_abcdefghij0123456789",
    ],
)
def test_what_looks_like_a_token_is_refused_under_any_name(refuse, value):
    problems = refuse(part(f'{{anything: "{value}"}}'))

    assert "a secret is written out" in problems[0]
    assert value not in str(problems)


def test_secrets_inside_lists_and_groups_are_found(refuse):
    problems = refuse(part("{a: [{password: p1}], tokens: [t1, t2], token: ''}"))

    assert [p.split(": ")[1] for p in problems] == [
        "collectors[0].settings.a[0].password",
        "collectors[0].settings.tokens[0]",
        "collectors[0].settings.tokens[1]",
    ]


def test_a_password_in_the_address_of_the_store_is_warned_about(accept, least):
    config = accept(
        least.replace(
            "sqlite:///overheard.db", f"postgresql://me:{CANARY}@db/overheard"
        )
    )

    assert "store.url: has a password written out" in config.warnings[0]
    assert CANARY not in str(config.warnings)


def test_what_a_resting_part_refers_to_may_be_missing(accept, refuse):
    text = part('{token: "${MISSING}", key: {file: none}, other: 1}')
    resting = text.replace("kind: rss", "kind: rss, enabled: false")

    assert accept(resting).collectors[0].settings == {"other": 1}
    assert len(refuse(text)) == 2


def test_a_resting_part_may_not_have_a_secret_written_out(refuse):
    text = part("{token: abc}").replace("kind: rss", "kind: rss, enabled: false")

    assert "a secret is written out" in refuse(text)[0]


def test_a_secret_never_prints(accept, least):
    config = accept(
        least.replace('"sqlite:///overheard.db"', '"${DB}"'),
        SLACK_BOT_TOKEN=CANARY,
        DB=f"postgresql://me:{CANARY}@db/overheard",
    )

    shown = (
        f"{config!r} {config} {config.receivers[0]!r} {config.origin!r} {config.store}"
    )
    assert CANARY not in shown
    assert "**********" in shown


def test_no_error_shows_a_secret(write, least):
    """The URL of the store is refused, and so are settings beside the token."""
    text = least.replace('"sqlite:///overheard.db"', '"${DB}"').replace("2m", "2")

    with pytest.raises(ConfigError) as caught:
        load(
            write(text), {"SLACK_BOT_TOKEN": CANARY, "DB": f"mysql://me:{CANARY}@db/x"}
        )

    assert len(caught.value.problems) == 2
    assert CANARY not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "setting", ["team: {language: @}", "daemon: {workers: @}", "team: {timezone: @}"]
)
def test_a_misplaced_secret_is_not_shown_either(refuse, least, setting):
    text = least + setting.replace("@", '"${T}"')

    problems = refuse(text, T=CANARY)

    assert "the referenced value does not fit here" in problems[0]
    assert CANARY not in problems[0]


def test_the_environment_of_the_process_is_not_looked_at(refuse, monkeypatch):
    monkeypatch.setitem(os.environ, "MY_TOKEN", CANARY)

    assert "'MY_TOKEN' is not set" in refuse(part('{token: "${MY_TOKEN}"}'))[0]
