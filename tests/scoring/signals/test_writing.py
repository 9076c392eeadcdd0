"""How cues are written out."""

from __future__ import annotations

import pytest

from monitor.scoring.signals.table import Table
from monitor.scoring.signals.writing import choices, cues_of, listed, values


def forms(cue: str, **more: object) -> set[str]:
    """Return all forms of one cue without a gap."""
    table = Table(lang="xx", cues={"refund": f".6: {cue}"}, **more)  # type: ignore[arg-type]
    return {form for cue in cues_of(table) for form in cue.lasts}


@pytest.mark.parametrize(
    ("cue", "written"),
    [
        ("a b", ["a b"]),
        ("(a|b) c", ["a c", "b c"]),
        ("a (b|) c", ["a b c", "a c"]),
        ("(a (b|c)|d)", ["a b", "a c", "d"]),
        ("((a|b)|(a|c))", ["a", "b", "c"]),
    ],
)
def test_choices_are_written_out(cue: str, written: list[str]) -> None:
    assert list(choices(cue)) == written


def test_many_choices_side_by_side_do_not_multiply() -> None:
    numbers = "|".join(map(str, range(300)))

    assert len(list(choices(f"(({numbers}) a|({numbers}) b|({numbers}) c)"))) == 900


def test_edges_and_open_ends() -> None:
    assert forms("refus~, ~post, refund") == {" refus", "post ", " refund "}
    assert forms("환불", edges="starts") == {" 환불"}
    assert forms("退 款", edges="none") == {"退款"}


def test_spellings() -> None:
    assert forms("zurück", umlauts=True) == {" zuruck ", " zurueck "}
    assert forms("c'est", apostrophe=" ") == {" c est ", " cest "}
    assert forms("don't") == {" dont "}
    assert forms("Más e-mail w/o") == {" mas e mail w o "}


def test_lists() -> None:
    assert forms("{my} refund", lists={"my": "my|the"}) == {
        " my refund ",
        " the refund ",
    }


def test_a_gap_parts_a_cue() -> None:
    table = Table(lang="xx", cues={"billing": ".5: (charged|billed) .. twice"})

    (cue,) = cues_of(table)
    assert (cue.firsts, cue.lasts) == ((" charged ", " billed "), (" twice ",))


@pytest.mark.parametrize("cue", ["20%", "f*ck", "why?", "a .. b .. c", "(a|b"])
def test_what_would_never_be_found_is_refused(cue: str) -> None:
    with pytest.raises(ValueError, match="never found"):
        forms(cue)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        list(cues_of(Table(lang="xx", cues={"refunds": ".5: refund"})))


def test_values_share_what_follows() -> None:
    table = Table(lang="xx", cues={}, umlauts=True)

    assert values("day|days=1 | hour=hour | fünf=5", table) == {
        "day": 1,
        "days": 1,
        "hour": 1 / 24,
        "funf": 5,
        "fuenf": 5,
    }
    assert listed("hours|Tage", table) == ["hours", "tage"]
