"""What people say of posts, and what the next posts are read like because of it.

`verdicts` are what can be said, `lines` reads them from a file, `learn` makes a small
correction for each brand from them, `apply` changes a sentiment by it, and says so.
"""

from __future__ import annotations

from monitor.teaching.verdicts import Example, Subject, Verdict, subject_of, verdict_of

__all__ = ["Example", "Subject", "Verdict", "subject_of", "verdict_of"]
