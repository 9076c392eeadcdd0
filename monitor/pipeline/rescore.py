"""Mentions whose scoring failed are tried again, and never lost."""

from __future__ import annotations

from monitor.pipeline.intake import Intake, score
from monitor.scoring.base import Asked
from monitor.store import posts as post_rows

BATCH = 50


def rescore(intake: Intake, *, epoch: int | None) -> int:
    """Try to score what is not scored; return how many mentions were tried."""
    with intake.store.read() as conn:
        waiting = post_rows.unscored(conn, BATCH)
    for row in waiting:
        sentiment = score(intake.scorer, row)
        if sentiment is not None and intake.teaching is not None:
            asked = Asked(
                title=row.title,
                text=row.text,
                lang=row.lang,
                rating=row.rating,
                rating_scale=row.rating_scale,
            )
            sentiment = intake.teaching.adjust_one(sentiment, asked, row.brand)
        with intake.store.write(epoch=epoch) as conn:
            if sentiment is None:
                post_rows.score_failed(conn, row.mention_id)
            else:
                post_rows.set_sentiment(conn, row.mention_id, sentiment)
    return len(waiting)
