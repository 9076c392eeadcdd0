"""The numbers of a training run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to train. What is not explained here is the field's usual name."""

    epochs: int = 2
    rate: float = 3e-4
    head_rate: float = 5e-3
    dropout: float = 0.1
    pieces_in_batch: int = 1000
    most_of_a_corpus: int = 6000
    polar_weight: float = 1.3
    alone_weight: float = 1.5
    """For our own texts in languages that no corpus teaches (zh, ja, de, fr, it)."""
    topic_weight: float = 0.3
    warming: int = 50
    """So many steps the rates rise, then they fall to the end."""
    spread: int = 12
    """By so many pieces texts of a batch differ in length, and a little more."""
    averaged_from: float = 0.4
    """From this share of the steps on, the weights of all steps are averaged."""
    members: int = 4
    """So many networks are trained, each with the next seed, and averaged."""
    narrow: int = 1
    """So many of these are not taught by the texts that were written last; they count
    their seeds from the first as well."""
    seed: int = 20261122
    threads: int = 1
