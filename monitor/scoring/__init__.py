"""What a post feels like: a label, a number, a probability, and the reasons."""

from __future__ import annotations

from monitor.scoring.base import Scorer, score_post
from monitor.scoring.stack import default_scorer

__all__ = ["Scorer", "default_scorer", "score_post"]
