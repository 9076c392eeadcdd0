"""English."""

from __future__ import annotations

from monitor.scoring.signals.table import Counts, Table
from monitor.scoring.signals.words_en_feeling import FEELING
from monitor.scoring.signals.words_en_fine import FINE
from monitor.scoring.signals.words_en_flags import FLAGS
from monitor.scoring.signals.words_en_goods import GOODS
from monitor.scoring.signals.words_en_money import MONEY
from monitor.scoring.signals.words_en_people import PEOPLE
from monitor.scoring.signals.words_en_silence import SILENCE

_AGES = "|".join(str(age) for age in range(74, 100))
_LISTS = {
    "age": _AGES,
    "small": "two|three|four|five|six|seven|eight|nine|ten|2|3|4|5|6|7|8|9|10|11|12",
    "my": "|my|our|the|a|your|this|that|any|these|those",
    "mine": "my|our|her|his|their",
    "no": (
        "no|zero|without|without any|never had|never had a|never had any|not a single|"
        "not had any|not had a|havent had any|havent had a|didnt have any|dont have "
        "any|never any|absolutely no|had no|have no|having no|never have any|0"
    ),
    "trouble": (
        "problem|problems|issue|issues|trouble|complaint|complaints|delay|delays|"
        "hassle|fuss|drama|complaints so far|glitches|bugs|errors|lag|damage"
    ),
    "nobody": "nobody|no one|noone|no-one|none of them|not one person",
    "isnt": (
        "isn't|is not|aren't|are not|wasn't|was not|hasn't|has not|haven't|have not|"
        "hasn't been|has not been|haven't been|have not been|didn't|did not|still not|"
        "not|never|not yet|still hasn't|still haven't|still isn't|weren't"
    ),
    "wont": (
        "won't|will not|wouldn't|doesn't|does not|don't|do not|didn't|did not|can't|"
        "cannot|refuse to|refuses to|refused to|refusing to|fails to|failed to|unable "
        "to"
    ),
    "cant": (
        "can't|cannot|can not|couldn't|could not|unable to|impossible to|not able to|"
        "won't let me|not letting me|wont let us|can't even"
    ),
    "never": (
        "never|never ever|wont be|won't be|will not be|wont ever be|not be|no longer|"
        "will never be|will never|i'll never be|never be"
    ),
    "thing": (
        "parcel|parcels|package|packages|order|orders|item|items|delivery|letter|"
        "luggage|bag|bags|baggage|suitcase|suitcases|shipment|card|stuff|food|groceries"
    ),
    "bad": (
        "bad|poor|terrible|awful|horrible|appalling|dreadful|shocking|abysmal|worst|"
        "atrocious|disgraceful|pathetic|lousy|crap|shit|shite|rubbish|disgusting|"
        "useless|shoddy|horrendous|diabolical|zero|woeful|substandard"
    ),
    "service": (
        "service|customer service|customer care|customer support|support|staff|"
        "attitude|experience|communication|helpline|call centre|call center|after sales"
    ),
}
_COUNTS = Counts(
    numbers=(
        "a=1 | an=1 | one=1 | two=2 | three=3 | four=4 | five=5 | six=6 | seven=7 | "
        "eight=8 | nine=9 | ten=10 | eleven=11 | twelve=12 | fourteen=14 | fifteen=15 |"
        " twenty=20 | thirty=30 | couple=2 | couple of=2 | a couple=2 | a couple of=2 |"
        " few=3 | a few=3 | several=3 | many=3 | multiple=3 | half a=.5 | half an=.5 | "
        "one and a half=1.5 | a whole=1 | a full=1 | dozens of=24 | a dozen=12"
    ),
    ordinals=(
        "second=2 | 2nd=2 | third=3 | 3rd=3 | fourth=4 | 4th=4 | fifth=5 | 5th=5 | "
        "sixth=6 | 6th=6 | seventh=7 | 7th=7 | eighth=8 | 8th=8 | ninth=9 | 9th=9 | "
        "tenth=10 | 10th=10 | umpteenth=10 | millionth=10 | hundredth=10"
    ),
    times=(
        "twice=2 | thrice=3 | several times=3 | multiple times=3 | many times=3 | "
        "countless times=5 | numerous times=3 | repeatedly=3"
    ),
    units=(
        "minute|minutes|min|mins=minute | hour|hours|hr|hrs|h=hour | day|days=1 | "
        "working day|working days|business days=1.4 | week|weeks|wk|wks=7 | "
        "fortnight=14 | month|months|mths|mnths=30 | year|years|yrs|yr=365"
    ),
    bare="hours|days|weeks|months|years|wks",
    fixed=(
        "since yesterday=1 | all day=.5 | since this morning=.3 | since last night=.5 |"
        " all night=.4 | since last week=7 | since last month=30 | all week=5 | since "
        "last year=365 | since friday=3 | since monday=3"
    ),
    wait_before=(
        "(?:waiting|waited|wait|been waiting|hold|took|taken|takes|taking|delayed|"
        "queue|queued|queuing|stuck|stranded|ignored|late by|overdue by|unanswered|"
        "outstanding|broken|out|down|held up|silence)(?: for| on hold| here| there| on "
        "the phone| waiting)?(?: over| almost| nearly| more than| about| around| the "
        "last| the past| at least| like| well over| up to| for)*"
    ),
    wait_behind=(
        "(?:and|but|, and|, but|,)? ?(?:still|counting|waiting|late|overdue|delayed|"
        "delay|delays|on hold|hold|behind|with no|with nothing|nothing|no reply|no "
        "response|no answer|no refund|no sign|no word|no update|no show|and no|without|"
        "(?:of )?(?:silence|waiting|trying|calling|emails|being|excuses|chasing))"
    ),
    if_trouble_before=(
        "(?:spent|been|after|for|over|than|past|its been|now|almost|nearly|last|"
        "already|since|only|about|day)(?: the)?(?: over| almost| nearly| more than| "
        "about| around| last| past| at least)*"
    ),
    if_trouble_behind=(
        "ago|later|now|already|since|, and|and|overdue|straight|in a row|\\."
    ),
    no_wait_before=(
        "(?:(?:working|broke|died|broken|failed|fine|worked|snapped|cracked) (?:for|"
        "after)(?: only| just)?|in|within|every|next|per|under|each|first|for the next|"
        "another|ahead|open|lasted|lasts|aged|age|nearly every|once|in the next|every "
        "other|never waited|didnt wait|not waited|just|less than|(?:of|for) up to|"
        "guarantee|(?:customer|member|client|with you|with them|with @)(?: of| "
        "for)?(?: over| the last| the past| more than)?)"
    ),
    no_wait_behind=(
        "(?:of )?(?:warranty|guarantee|old|holiday|holidays|vacation|trip|contract|"
        "notice|free|trial|sale|offer|experience|tour|break|stay|plan|membership|deal|"
        "loyal|as a (?:loyal |paying )?customer|with you|a (?:week|day|month|year)|per|"
        "drive|walk|from (?:now|the)|before|in advance|left|early|away|ahead|in length|"
        "(?:to|till|until) (?:go|christmas|the))"
    ),
    contacts=(
        (
            "(?:called|rang|ring|rung|phoned|emailed|e mailed|messaged|dmd|dm|"
            "contacted|written|wrote|texted|tweeted|asked|told|chased|complained|"
            "reported|spoken|tried|calling|emailing|asking|visited|explained|requested|"
            "call|email|followed up)(?: [a-z@]+){0,4}? {n} (?:different )?(?:times|x|"
            "occasions)"
        ),
        (
            "(?:called|rang|rung|phoned|emailed|messaged|dmd|contacted|written|wrote|"
            "texted|tweeted|asked|chased|complained|reported|tried|told|explained|"
            "requested)(?: [a-z@]+){0,4}? {times}"
        ),
        "{times} (?:called|rang|phoned|emailed|messaged|contacted|written|asked|told)",
        (
            "{nth} (?:time (?:i|ive|im|we|weve|that i|that ive|asking|writing|calling|"
            "contacting|messaging|trying|emailing|complaining|tweeting|reporting)|(?:e "
            "?mail|message|call|complaint|tweet|letter|ticket|request|attempt|dm)(?! "
            "(?:marketing|list)))"
        ),
        (
            "{n} (?:unanswered |ignored |different |separate |phone |long |polite "
            ")*(?:e ?mails|mails|calls|phonecalls|messages|tickets|attempts|dms|"
            "letters|complaints|tweets|texts|chats|voicemails|reminders|requests|"
            "agents|reps|representatives)(?= (?:,|and|later|sent|to|with|without|no|"
            "now|so|still|in|over|about|ignored|unanswered|made|from me|on|i|for|left|"
            "\\.))"
        ),
    ),
    contact_words=(
        "time times twice thrice called rang phoned email e-mail mail call message "
        "ticket attempt dm letter complain tweet text chat voicemail reminder request "
        "agent rep umpteenth occasion"
    ),
)
TABLE = Table(
    lang="en",
    lists=_LISTS,
    cues={**MONEY, **SILENCE, **GOODS, **PEOPLE, **FLAGS, **FEELING, **FINE},
    counts=_COUNTS,
    asking=(
        "how what when where who why which can could does do did is are will would any "
        "anyone anybody has have should"
    ),
)
