"""A voice may fail in any way; the others are not touched by it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from monitor.scoring.voices.base import VoiceError, Weighed, needed, softmax
from monitor.scoring.voices.labels import columns_of

SURE = [0.8, 0.1, 0.1]


class Saying:
    """A voice that returns what a function makes of the texts."""

    name = "saying"

    def __init__(self, say: Callable[[Sequence[str]], Any]) -> None:
        self.heard: list[list[str]] = []
        self._say = say

    def read(self, texts: Sequence[str]) -> Any:
        self.heard.append(list(texts))
        return self._say(texts)


def fail(texts: Sequence[str]) -> Any:
    raise RuntimeError("out of order")


def test_a_voice_is_asked_only_about_its_languages():
    voice = Saying(lambda texts: [SURE] * len(texts))
    weighed = Weighed(voice=voice, languages=frozenset({"ko", "en"}))

    found = weighed.read(["a", "b", "c", "d"], ["en-GB", "de", "", "ko"])

    assert voice.heard == [["a", "d"]]
    assert np.isfinite(found[:, 0]).tolist() == [True, False, False, True]
    assert np.allclose(found[3], SURE)


def test_without_languages_it_is_asked_about_everything():
    voice = Saying(lambda texts: [SURE] * len(texts))

    assert np.isfinite(Weighed(voice=voice).read(["a", "b"], ["", "xx"])).all()
    assert np.isfinite(Weighed(voice=voice).read(["a", "b"])).all()


def test_nothing_in_its_languages_is_no_call():
    voice = Saying(fail)

    found = Weighed(voice=voice, languages=frozenset({"ko"})).read(["a"], ["en"])

    assert np.isnan(found).all()
    assert voice.heard == []


@pytest.mark.parametrize(
    "say",
    [
        fail,
        lambda texts: None,
        lambda texts: [SURE],
        lambda texts: [[0.5, 0.5]] * len(texts),
        lambda texts: "x",
    ],
)
def test_a_voice_that_fails_has_read_nothing_and_is_counted(say, caplog):
    weighed = Weighed(voice=Saying(say))

    found = [weighed.read(["secret text", "b"]) for _ in range(3)]

    assert np.isnan(found).all()
    assert (weighed.tally.asked, weighed.tally.read) == (6, 0)
    assert weighed.tally.failures == 3
    assert [r.levelno for r in caplog.records] == [logging.WARNING]
    assert "secret text" not in caplog.text


def test_it_is_said_again_when_it_fails_again(caplog):
    answers = iter([False, True, False])
    voice = Saying(lambda texts: [SURE] * len(texts) if next(answers) else fail(texts))

    weighed = Weighed(voice=voice)
    for _ in range(3):
        weighed.read(["a"])

    assert len(caplog.records) == 2
    assert (weighed.tally.asked, weighed.tally.read) == (3, 1)


@pytest.mark.parametrize(
    "row",
    [
        [np.nan, 0.5, 0.5],
        [np.inf, 0, 0],
        [1.5, -0.5, 0],
        [0, 0, 0],
        [0.5, 0.5, 0.5],
    ],
)
def test_a_row_that_is_no_probability_is_unread(row):
    found = Weighed(voice=Saying(lambda texts: [row, SURE])).read(["a", "b"])

    assert np.isnan(found[0]).all()
    assert np.allclose(found[1], SURE)


def test_probabilities_add_up_after_rounding():
    found = Weighed(voice=Saying(lambda texts: [[0.33, 0.33, 0.33]])).read(["a"])

    assert found.sum() == pytest.approx(1)


def test_softmax_of_large_numbers():
    assert np.allclose(softmax(np.array([[1e4, 0, -1e4]])), [[1, 0, 0]])


def test_a_package_is_named_with_its_extra():
    with pytest.raises(VoiceError, match=r"'overheard\[quality\]'"):
        needed("no_such_package", extra="quality")


@pytest.mark.parametrize(
    ("labels", "given", "columns"),
    [
        (("negative", "neutral", "positive"), {}, [0, 1, 2]),
        (("POSITIVE", "NEGATIVE"), {}, [2, 0]),
        (("pos", "neu", "neg"), {}, [2, 1, 0]),
        (
            ("Very Negative", "Negative", "Neutral", "Positive", "Very_Positive"),
            {},
            [0, 0, 1, 2, 2],
        ),
        (("1 star", "2 stars", "3 stars", "4 stars", "5 stars"), {}, [0, 0, 1, 2, 2]),
        (("5", "4", "3", "2", "1"), {}, [2, 2, 1, 0, 0]),
        (("LABEL_0", "LABEL_1"), {"LABEL_0": "negative", "1": "positive"}, [0, 2]),
        (("joy", "anger"), {"joy": "positive", "anger": "negative"}, [2, 0]),
        (("negative", "positive"), {"negative": "positive", "1": "negative"}, [2, 0]),
        (
            ("1 star", "2 stars", "3 stars", "4 stars", "5 stars"),
            {"4 stars": "neutral"},
            [0, 0, 1, 1, 2],
        ),
    ],
)
def test_labels_of_many_models(labels, given, columns):
    found = columns_of(dict(enumerate(labels)), given)

    assert found.argmax(axis=1).tolist() == columns
    assert found.sum(axis=1).tolist() == [1] * len(labels)


@pytest.mark.parametrize(
    "labels",
    [
        ("LABEL_0", "LABEL_1", "LABEL_2"),
        ("0", "1"),
        ("1", "2"),
        ("1 star", "2 stars", "3 stars"),
        ("contradiction", "neutral", "entailment"),
    ],
)
def test_labels_that_could_mean_anything_are_not_guessed(labels):
    with pytest.raises(VoiceError) as caught:
        columns_of(dict(enumerate(labels)), {})

    assert caught.value.setting == "labels"
