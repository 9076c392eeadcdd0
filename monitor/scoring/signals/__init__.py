"""What a post says about trouble, read from its words, with their places.

`read_signals(text, lang)` is the whole interface. The languages are tables: a module
`words_xx.py` with a `TABLE` each; it is found by its name. A table is data; this is how
it is written.

**Cues.** `cues` maps a kind to lines of `weight: cue, cue, ...`:

    "refund": '''
    .15: refund, refunds
    .6: (want|need|demand) {my} (refund|money back), wont refund, refus~ .. refund
    '''

- A line that does not begin with a weight goes on with the last.
- A cue is written as people write, in small letters; accents may stand, they are
  folded away on both sides ("más" finds "mas" and "MÁS"). With `umlauts=True` ä, ö, ü
  also find ae, oe, ue. A comma parts cues, so none stands in one. A hyphen counts as a
  space.
- `(a|b c|d)` is one of these, `(a|)` may be left out, `{my}` is the list of that name
  in `lists` (a string "my|our|the"). All combinations become cues; where they are many
  (over a thousand) a gap is cheaper.
- ` .. ` stands for up to five other words (without word edges: twelve characters), not
  beyond the sentence, and beyond a comma only for flags. One gap a cue.
- `~` at the end of a cue, or of its part before `..`, leaves the end of the word open,
  at the beginning its beginning. A cue finds whole words otherwise.
- `'` in a cue: with `apostrophe=""` (English, German) it is dropped in text and cue;
  with `apostrophe=" "` (French, Italian) it parts words, and a cue with it also finds
  the word written without ("c'est" finds "c'est" and "cest").
- `@` is a handle ("thanks @ for losing"); `#` behind a word says that it is a hashtag
  ("job #"); without, the cue finds both. Addresses of pages are blank.
- The same cue may stand under several kinds; then it is all of them.

`edges="words"` is what is described above. `edges="starts"` leaves the end of every cue
open. `edges="none"` finds cues anywhere and ignores spaces in text and cue (Chinese,
Japanese, Korean); write no `~` there.

**Kinds.** Intents: refund billing waiting unanswered delivery outage defect service
account safety legal churn question feature_request praise spam job_advert. Others:
relief (no trouble, or trouble that is over), anger (displeasure), insult (comes out as
anger, but hotter), intensifier (weighs nothing; makes anger hotter). Flags:
going_public privacy vulnerable self_harm urgent sarcasm. A last kind, `nothing`, finds
what would otherwise be misread ("suicide squad", "refund policy") and hides every cue
it overlaps.

**Weights.** How much the cue alone speaks for a complaint, as a probability: .05 and
.15 only name a topic, .3 may be trouble, .6 is. praise, question, feature_request,
intensifier and `nothing` have 0; relief 1; spam and job_advert .5 where two are needed,
1 where one is enough. A flag's weight: 1 raises it at once; below 1 only where the post
complains (vulnerable .6: "wheelchair") or where several add up to 1.

    complaint = 1 - (1 - w1) * (1 - w2) * ...      each kind counts with its two
                                                   strongest cues

Relief halves it (twice at most); praise takes a third off anything under .6; anger that
names no trouble stays under .5; in an advert it is 0. An intent is named from a cue of
.45 on, from .2 on where the complaint is .45.

**Which cue wins.** The longest, wherever it stands; what overlaps it is dropped,
whatever its kind. Flags are a layer of their own: they compete with each other and with
`nothing`, not with intents.

**Waits.** A number and a unit ("3 weeks") are a wait that is complained about depending
on what is around them. All are alternatives of regular expressions over folded words
(small letters, no accents, one space between words, `,` and `.` as words of their own):

- `numbers`: number words, "two=2 | a=1 | half an=.5"; digits are known.
- `units`: "day|days=1 | hour|hours=hour | ..."; the value is days, or minute, hour.
- `bare`: units that say a long time without a number ("weeks"): counted as two.
- `fixed`: whole phrases, "since yesterday=1 | all day=.5"; they need trouble around.
- `wait_before`, `wait_behind`: words directly before or behind that make it a wait.
- `if_trouble_before`, `if_trouble_behind`: the same where the rest of the post names a
  refund, delivery, outage, account, waiting or no answer.
- `no_wait_before`, `no_wait_behind`: words that make it none ("in", "warranty").

**Contacts.** `contacts` are regular expressions, each with one `{n}` (number), `{nth}`
(from `ordinals`, "third=3 | 3rd=3") or `{times}` (from `times`, "twice=2"):
"called (?:\\w+ ){0,3}{n} times". They have no other group that is kept. `contact_words`
are the words (or their beginnings) without which none of them is tried.

`asking` are words that make a question where a post begins with them.
"""

from __future__ import annotations

from monitor.scoring.signals.model import Signal, Signals
from monitor.scoring.signals.reading import read_signals

__all__ = ["Signal", "Signals", "read_signals"]
