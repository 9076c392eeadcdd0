"""What a further reader adds, on labelled sets."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import voices
from monitor.scoring.voices import Weighed

CONFIG = """\
brands: [{name: Acme, queries: [acme]}]
collectors: [{name: hn, kind: hackernews, every: 5m}]
receivers: [{name: c, kind: console}]
rules: [{name: r, when: {label: negative}, receivers: [c]}]
"""
ROWS = [
    ("neg", "terrible service, never again"),
    ("neu", "the shop opens at nine"),
    ("pos", "lovely people, thank you"),
    ("neg", "qwrt zxcv bnmp"),
]


class Knowing:
    """Knows the labels by heart, and counts how often it is asked about a text."""

    name = "knowing"

    def __init__(self) -> None:
        self.heard: list[str] = []

    def read(self, texts):
        self.heard += texts
        sure = {
            "neg": (0.98, 0.01, 0.01),
            "neu": (0.01, 0.98, 0.01),
            "pos": (0.01, 0.01, 0.98),
        }
        labels = {text: label for label, text in ROWS}
        return np.array([sure[labels[text]] for text in texts])


@pytest.fixture
def data(tmp_path):
    (tmp_path / "evaluate").mkdir()
    lines = ["lang\tdomain\tscheme\tlabel\ttext"]
    lines += [f"en\tx\t3c\t{label}\t{text}" for label, text in ROWS]
    (tmp_path / "evaluate" / "en.mine.tsv").write_text("\n".join(lines) + "\n")
    return tmp_path


def test_a_voice_is_measured_alone_and_at_every_weight(
    data, tmp_path, monkeypatch, capsys
):
    voice = Knowing()
    (tmp_path / "o.yaml").write_text(CONFIG)
    real = voices.scorer_of

    def with_a_voice(*given):
        scorer = real(*given)
        scorer.voices = (Weighed(voice=voice),)
        return scorer

    monkeypatch.setattr(voices, "scorer_of", with_a_voice)

    voices.run(
        ["--data", str(data), "--config", str(tmp_path / "o.yaml"), "--times", "1,9"]
    )

    heading, row = capsys.readouterr().out.splitlines()
    assert heading.split()[-2:] == ["knowing", "alone"]
    name, count, without, _, loud, alone = row.split()
    assert (name, count, loud, alone) == ("en.mine", "4", "1.000", "1.000")
    assert float(without) < 1
    assert sorted(voice.heard) == sorted(text for _, text in ROWS)


@pytest.mark.parametrize(
    ("text", "told"),
    [(CONFIG, "has no voices"), ("brands: 7", r"o\.yaml:1: brands")],
)
def test_without_a_voice_it_says_what_is_missing(data, tmp_path, text, told):
    (tmp_path / "o.yaml").write_text(text)

    with pytest.raises(SystemExit, match=told):
        voices.run(["--data", str(data), "--config", str(tmp_path / "o.yaml")])
