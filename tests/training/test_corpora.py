"""Our own texts are whole, and what ships was made from them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

import pytest

from monitor.core.text import fold
from monitor.scoring.heads import TOPICS, WEIGHTS
from monitor.training.corpora import (
    CORPORA,
    SEVERITIES,
    WRITTEN,
    is_held,
    read_corpora,
    read_written,
)

FEWEST = {
    "en": 1000, "ko": 1000, "zh": 1000, "ja": 1000,
    "es": 500, "de": 500, "fr": 500, "pt": 500, "it": 500,
}  # fmt: skip


@pytest.fixture(scope="module")
def rows():
    return read_written()


def test_every_language_has_enough(rows):
    counts = Counter(row.lang for row in rows)

    assert all(counts[lang] >= fewest for lang, fewest in FEWEST.items()), counts


def test_the_same_text_has_the_same_label(rows):
    labels = {}
    for row in rows:
        label = (row.feeling, row.complaint, row.severity)
        assert labels.setdefault((row.lang, fold(row.text)), label) == label

    assert len(rows) - len(labels) <= 5


def test_labels_do_not_contradict_each_other(rows):
    wrong = [
        row.text
        for row in rows
        if row.complaint and (row.feeling == 2 or not row.severity)
    ]

    assert wrong == []


def test_every_topic_and_level_has_examples(rows):
    topics = Counter(topic for row in rows for topic in row.topics)
    levels = Counter(row.severity for row in rows)

    assert min(topics[index] for index in range(len(TOPICS))) >= 40
    assert min(levels[index] for index in range(len(SEVERITIES))) >= 500


def test_a_tenth_of_the_scenarios_is_held_out_whole(rows):
    held = sum(row.held for row in rows) / len(rows)

    assert 0.07 < held < 0.13
    assert is_held("a") is is_held("a")


def test_pairs_hold_words_of_trouble_with_and_without_a_complaint(rows):
    pairs = [row for row in rows if row.pair]

    assert len(pairs) > 7_000
    assert not any(row.later for row in pairs)
    assert 0.35 < sum(row.complaint for row in pairs) / len(pairs) < 0.5


def test_most_complaints_have_no_word_that_vader_knows(rows):
    from monitor.scoring.vader import FastVader

    vader = FastVader()
    complaints = [row.text for row in rows if row.lang == "en" and row.complaint]
    silent = sum(vader.compound(text) > -0.05 for text in complaints)

    assert silent / len(complaints) > 0.5


def test_the_shipped_weights_were_trained_on_these_texts():
    card = json.loads(WEIGHTS.with_suffix(".json").read_text(encoding="utf-8"))
    here = {
        path.stem: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in WRITTEN.glob("*.tsv")
    }

    assert set(card["sha256"]) == {*here, *CORPORA}
    assert {name: card["sha256"][name] for name in here} == here


def test_a_folder_is_read_with_its_schemes(tmp_path):
    for name in CORPORA:
        scheme = "2c" if name == "ko.nsmc" else "3c"
        line = f"{name[:2]}\tfilm\t{scheme}\tneg\ttext of {name}"
        head = "lang\tdomain\tscheme\tlabel\ttext"
        (tmp_path / f"{name}.tsv").write_text(f"{head}\n{line}\n", encoding="utf-8")

    found = read_corpora(tmp_path, without=frozenset(["en.goemotions"]))

    assert [row.corpus for row in found] == [c for c in CORPORA if c != "en.goemotions"]
    assert {row.corpus for row in found if not row.three} == {"ko.nsmc"}
    assert not any(row.is_ours for row in found)


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"en\.vader_tweets\.tsv"):
        read_corpora(tmp_path)


def test_nothing_but_weights_ships_with_them():
    shipped = {path.name for path in WEIGHTS.parent.iterdir()}

    assert shipped == {
        "LICENSE.txt",
        "blend.json",
        "e5.npz",
        "reader.json",
        "reader.npz",
    }
