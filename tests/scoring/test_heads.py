"""What is asked of the encoder comes back in the order in which it was asked."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from monitor.scoring import heads as module
from monitor.scoring import package, stack
from monitor.scoring.heads import HEADS, TOPICS, Heard, shipped_heads
from tests.scoring.encoding import SENTENCES, heads

TEXTS = [*SENTENCES, "", *(" ".join(SENTENCES[:n]) for n in range(2, 9))]


def test_every_text_is_read_in_its_place() -> None:
    together = heads().read(TEXTS)

    assert len(together) == len(TEXTS)
    for text, heard in zip(TEXTS, together, strict=True):
        alone = heads().read([text])[0]
        assert heard.pieces == alone.pieces
        assert np.allclose(heard.logits, alone.logits, atol=2e-3)
    assert heads().read([]) == []


def test_a_head_is_asked_for_by_its_name() -> None:
    heard = heads().read(["wonderful, I love it"])[0]

    assert [heard.logit(name) for name in HEADS] == heard.logits.tolist()
    assert len(set(HEADS)) == len(HEADS) == len(heard.logits)
    assert heard.logit("positive") > 0 > heard.logit("complaint")


def test_shares_are_those_of_the_text_and_of_the_answer() -> None:
    texts = [TEXTS[n] for n in (3, 0, 25, 19, 7)]
    together = heads().read(TEXTS)
    heard = [together[n] for n in (3, 0, 25, 19, 7)]
    answers = [{"complaint": 1.0}, {"polar": 0.5}, {"positive": -1.0}, {}, {"high": 1}]

    found = heads().contributions(heard, answers)

    assert [len(shares) for shares in found] == [len(h.pieces) for h in heard]
    for text, answer, shares in zip(texts, answers, found, strict=True):
        alone = heads().contributions(heads().read([text]), [answer])[0]
        assert np.allclose(shares, alone, atol=2e-3), text
    assert not found[3].any()


def test_the_shares_of_a_sum_are_the_sums_of_the_shares() -> None:
    heard = heads().read([SENTENCES[0]])
    one, two, both = (
        heads().contributions(heard, [answer])[0]
        for answer in ({"polar": 2.0}, {"high": -1.0}, {"polar": 2.0, "high": -1.0})
    )

    assert np.allclose(one + two, both, atol=1e-4)


def test_the_words_of_a_complaint_have_its_largest_share() -> None:
    text = "I was at the Acme store on Main Street today and the phone is broken"
    heard: Heard = heads().read([text])[0]

    shares = heads().contributions([heard], [{"complaint": 1.0, "polar": 1.0}])[0]

    most = int(np.argmax(shares))
    assert text[heard.pieces.starts[most] : heard.pieces.ends[most]] == "broken"


def test_topics_are_those_that_words_have_and_a_few_more() -> None:
    assert len(set(TOPICS)) == len(TOPICS)
    assert set(HEADS) > set(TOPICS)


def test_heads_are_loaded_once_whoever_asks() -> None:
    together, found = threading.Barrier(4), []

    def ask() -> None:
        together.wait()
        found.append(shipped_heads())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {id(each) for each in found} == {id(heads())}


def test_without_the_package_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PACKAGE", "not_there_at_all")

    assert module.shipped_heads() is None
    assert stack.StackScorer(heads=module.shipped_heads()).heads is None
    with pytest.raises(ModuleNotFoundError):
        package.resources()
