"""English: what is over or no trouble, and what would be misread."""

from __future__ import annotations

FINE = {
    "relief": """
1: {no} {trouble}, never had a single (problem|issue), not a problem, no worries, no
qualms, no regrets, without a hitch, without incident, (cant|cannot|can't) (complain|
fault), nothing to complain (about|), couldnt be happier, no waiting, no queue, no
queues, no wait, no line, no lines, on time, ahead of schedule, earlier than expected, a
day early, (now|is|been|got|all|issue|problem|finally|quickly|was|were|already|has been|
have been) (resolved|sorted|fixed|solved), (resolved|solved) (my|the|it|quickly|in|
within), sorted (it|everything|me|my|us) (out|), fixed (my|it|the (issue|problem|bug))
(in|within|quickly|for), got (my|a|the|our) (full|) (refund|money back) (in|within|the
same|straight|next|quickly|already|today|no questions|without), refund (came|arrived|
received|was quick|was fast|processed|was instant|in my account|already) (quickly|
through|fast|within|in|), refunded (quickly|straight|within|immediately|me straight|me
within|me in|instantly|promptly|the same|in full|no questions), (quick|fast|prompt|
instant|easy|speedy|swift|immediate) (refund|reply|response|delivery|resolution|fix|
replacement), (gave|sent|issued|offered) (me|us) a (full|) refund, (replied|answered|
responded|called back) (within|in|quickly|straight|immediately|right away|promptly),
working again, works again, (is|are|now|its) working (now|again|fine|perfectly), works
(now|fine), back (up|online) (and running|now|again|), no longer (broken|an issue|a
problem), never (late|disappoint|disappoints|disappointed|fails|failed me|a problem|lets
me down|let me down), dont miss, cant wait, cannot wait, can't wait, wont regret, wont
be disappointed, not disappointed, not bad, not too bad, look no further, hate to leave,
waiting for the new, worth the wait, worth every penny, worth the money, wouldnt
hesitate, never (had to wait|been happier|had any bother), faster than (expected|i
expected|promised), helped me (get|with|sort|right), false alarm, my (own|) (bad|fault|
mistake), took the blame, apologised and, made it right, put it right, went out of
(their|his|her) way
""",
    "nothing": """
0: urgent care, not urgent, non urgent, no rush, emergency (line|exit|release|room|stop|
brake|fund|kit|contact|services|service|department), (thought|sure|assumed|convinced|
figured) .. (scam|fraud), not a scam, isnt a scam, (was|i was|im|been) wrong, is this a
scam, suicide squad, killing me softly, (dying|died|die|dead|deceased) (of|from|with)
(laughter|laughing|embarrassment|boredom|cringe|excitement|curiosity|cuteness), (im|i'm|
literally|youre|you're|its|this is|thats|that's) (killing me|dying|dead|deceased|im
dead), (want|wanna|makes me want|make me want|making me want) to die (lol|lmao|haha|
hahaha|rofl|omg|of|from|laughing|cringe|inside|xd), want to die .. (lol|lmao|haha|
hahaha|rofl|xd), kill myself .. (lol|lmao|haha|hahaha|rofl|xd|laughing), (gonna|going
to|might|will|id|wanna|want to) (kill myself|die) if, (want|wanna) to die but, to die
for, die hard, die laughing, over my dead body, (dress|outfit|bag|shoes|look|cake) to
die for, killing it, killed it, kill for (a|some|this), refund policy, refund policies,
return policy, refundable, non refundable, refund (button|option|form), refund (lawyer|
account), issue (number|of|date|1|2|3|4|5|6|7|8|9|10), latest issue, new issue, tissue,
problem (solving|solver|solved), no problem #, (error|bug) (fixes|fix|fixed), bug fixes,
fixes (freezing|crashing|a bug|crashes|bugs), (crash|accident|car crash) (on|at|near|
involving), stock market crash, market crash, wall street, wreck it, break a leg,
breaking (news|bad|point), (broke|broken) (record|records|up with|heart|hearted|the
record|even|news|ground), heart broken, (sick|ill) (beat|tune|burn|leave|pay|day|note),
sick of (smiling|winning), insanely good, crazy good, killer deal, stupid (good|cheap|
easy), (bad|badass) ass, not bad, too good, shockingly good, ridiculously good,
disgustingly good, (insurance|roadside|car|medical|legal) (fraud|claim) (lawyer|news|
expert), fraud (prevention|detection|team|alert|awareness|department), anti fraud, scam
(alert|awareness|warning|calls), water damage, (recall|recalls) (that|when|how|the time|
him|her|seeing), total recall, call of duty, hazard lights, eden hazard, (first|last|
second|final) class (mail|post|ticket), best (before|buy|western|wishes|regards), (many|
special|big) thanks to, thanks (in advance|but|anyway), thank you (in advance|for
contacting|for your patience), great (britain|gatsby|yarmouth|dane|falls|barrier|
escape), love (island|letter|story|actually), free (speech|kick|agent|will|trial|range|
delivery|shipping|time|returns|wifi|wi-fi|parking|refund|lunch|up|world), sugar (free|
baby), gluten free, hands free, duty free, toll free, feel free, hassle free, for free,
tax free, free of charge, interest free, dairy free, risk free, care free, win win,
award winner, (cloud|down) (jacket|coat|syndrome|payment|town|to earth|load|under),
touch down, sit down, calm down, down the (road|street|line), slow down, going down,
price down, prices down, down vote, lost (city|ark|my mind|my heart|in translation|
weight|boys|and found), missing (you|out|persons|link|school|home), wrong (turn|number|
way|side of), late (night|show|lunch|dinner|summer|to the party|20s|check out|checkout|
check in|november), better late, too late, (8|eight|9|nine|24) hours a day, hot mess,
queue (jump|up|system), baby (shower|blue|yoda|driver|boomer|face|steps|doll), oh baby,
hey baby, child(rens|s) (play|s book|day), kids (menu|tv|show|movie|toys), old people,
blind (date|spot|box|boxes|test|taste|side|sided|bag), blinds, colour blind, tone deaf,
double blind, venetian blind, deaf ears, blind faith, stroke of (luck|genius), breast
stroke, heat stroke, pregnant pause, court (side|case|tennis|yard|room|martial), food
court, basketball court, tennis court, supreme court, lawyer (jokes|up), legal (aid|
tech|news|counsel|age|drama), regulator (valve), voltage regulator, my lawyer friend,
seriously (good|considering|love|great|recommend|impressed), no wrong, cant go wrong,
can't go wrong, nothing wrong, never (goes|went) wrong, not wrong, wrong with you,
anything wrong
""",
}
