"""English: how people are treated, leaving, harm, and law."""

from __future__ import annotations

PEOPLE = {
    "service": """
.15: complaint, complaints, complain, complaining, attitude, scripted
.3: unhelpful, rude, incompetent, incompetence, unprofessional, arrogant, dismissive,
clueless, disorganized, disorganised, runaround, slow service, patronising,
condescending, rudely, disrespectful, impolite, unfriendly, unorganised, mismanaged,
hopeless
.55: nobody (came|turned up|showed up|helped), no one (came|turned up|showed up),
nothing (she|he|they|we|i) can do, {bad} {service}, worst .. (service|experience|
airline|company|bank|app|hotel|customer), (service|customer service|support|staff|
experience) (is|was|are|were|has been) {bad}, no (help|customer service|customer
support|support|assistance|communication) (at all|from|whatsoever|), not (very|at all|)
(helpful|interested), (nobody|no one) (cares|helps|helped|knows|wants to help), (dont|
doesnt|do not|does not|didnt|couldnt) (even|) care (about|less|if|), (passed|pass)
(around|from), (given|got|getting|giving me) the (runaround|run around), lied to (me|us|
my|customers|), they lied, you lied, (liars|all lies|pack of lies|full of lies|false
promises|empty promises|broken promises), treated (like|me like|us like) (dirt|crap|
shit|rubbish|trash|animals|criminals|a criminal|an idiot), treat (your|their|its|)
(customers|guests|passengers|people) (like|so badly|this way|badly), (shouted|yelled|
screamed|swore|laughed|sworn) at (me|us|my|her|him), rude (staff|to|and|man|woman|lady),
(nobody|no one|no-one) (can|could|would|will|wants to|was able to|seems to) (help|tell|
know|answer|explain), (refused|refuse|refuses|unwilling|wont|not willing) to help,
(wont|didnt|doesnt|couldnt) help, (hung up|slammed the phone), left me stranded, left us
stranded, (zero|no) empathy, couldn't care less, (copy|copied) (and|) paste~, (fobbed|
palmed|brushed|fobbing) (me|us|) off, different story, (each|every) (agent|person|time)
.. different (story|answer|thing), no one takes responsibility, (dont|doesnt|never)
(listen|keep their word|keep promises), not what i (ordered|paid|booked|was promised)
""",
    "account": """
.15: password reset, verification code, log in details, reset link
.3: declined, hacked, suspended, banned, deactivated, verification failed, account
(issue|issues|problem)
.5: account (is|was|has been|got|been|) (locked|hacked|suspended|disabled|blocked|
closed|banned|frozen), account (is|was|has been|got|been|) (deleted|deactivated|
restricted|limited|compromised|terminated), (locked|blocked|closed|disabled|suspended|
banned|froze|frozen|deleted|deactivated) (my|our) account, (locked|blocked|froze|frozen|
blocked|declined|suspended) (my|our) (card|cards|funds|money|profile|page), (locked|
lock) (me|us) out of (my|our), got hacked, been hacked, cant reset, {cant} reset, {cant}
(verify|recover|delete my|close my|change my|access my|get into my), lost access,
(reset|verification|confirmation) (email|code|link) (never|doesnt|not|didnt|hasnt)
""",
    "churn": """
.15: cancel, cancelling, canceling, unsubscribe, alternatives to, switch to, competitor,
switched to, cancelled my, canceled my
.3: unsubscribed, unsubscribing, uninstall, uninstalled, uninstalling, boycott,
boycotting, ill go elsewhere, last straw, how (do|can) i cancel, {cant} (cancel|find how
to cancel), (cancelling|canceling) (tonight|today|now|tomorrow|everything)
.55: never again, never (buy|buying|order|ordering|use|using|fly|flying|shop|shopping|
stay|book|booking), {never} (again|going back|going there|coming back|returning|return|
back|booking|visiting|go back), {never} (using|buying|ordering|flying|shopping|staying|
renewing|eating|dealing|trusting|spending), (will|would|i'll|we'll) never (use|buy|
order|fly|shop|stay|book|go|return|trust|eat|deal|recommend|set), (wont|will not|not
going to|not gonna|dont want to) (be using|use|buy|order|fly|return|renew|be renewing)
.. (again|any more|anymore), (cancel|cancelling|canceling|cancelled|canceled) (my|our)
(subscription|account|membership|contract|order|policy|sub|plan|service), (deleted|
deleting|uninstalled|uninstalling) (the|this|your|my) (app|account), ill delete (the|
this|my) (app|account), (close|closing|closed) my account (and|with|today|because), lost
(a|my|yourself a|yourselves a|another|our) .. (customer|business|custom), (take|taking|
took|taken) (my|our) (business|money|custom) (elsewhere|somewhere), lost a customer,
lost my (business|custom), business elsewhere, done with (you|them|this|@|these),
(avoid|stay away|steer clear) (at all costs|at all cost|like the plague|this|of this|
from this|from them|from @|them|of them|of @|@|), (do not|dont|don't) (buy|use|fly|book|
order|trust|waste|shop|bother|install|download|go) (this|from|with|here|your|it|them|@|
anything|at|these), (do not|dont) (buy|bother|waste), (wouldnt|would not|dont|do not|
cant|cannot|can't|couldnt|wont) (recommend|reccomend|recomend), not recommend~, last
time (i|we|ill|im) (ever|buy|use|order|fly|shop|will|book|am|using|go|eat|stay), look
elsewhere, (go|going|went|shop|shopping|look|looking|gone) elsewhere, regret (buying|
switching|choosing|booking|ordering|joining), (leaving|left|quitting|ditching|dumping|
dropping) (you|them|@|this bank|this company) (for|after|because), (time to|will be|
going to be|about to|ready to|am|im) (switch|switching|leaving|cancelling|canceling),
find (another|a different|a new) (provider|bank|supplier|company|carrier|airline|shop),
im out, i'm out, moved to (another|a different|a competitor|your competitor), cancell~
everything, goodbye @, (not|wont be) renew~, (wont be|not) coming back, wont be
(returning|back), want out of (my|this) contract
""",
    "safety": """
.15: recall
.3: hazard, hazardous, unsafe, dangerous, overheating, choking, sparks, injury
.6: (dangerous|unsafe) (product|driving|driver|condition|conditions|practice|for kids|to
use|vehicle), (this|that|it|which) (is|was) (so|very|extremely|really|incredibly|)
(dangerous|unsafe), overheated, overheats, melted, sparking, vomiting, contaminated, gas
leak, smell of gas, made (me|us|him|her|my son|my daughter|my family|my dog|my kids)
(sick|ill), got (sick|ill) (from|after), choked on, choking hazard, (throwing|threw) up
(all|after), smell~ (of|like) (burning|gas|smoke), swollen battery, battery (swelled|
bulging|swollen|exploded), broken glass, bit into
.75: caught fire, catch fire, catches fire, on fire (in|at|while|and), exploded,
explodes, blew up in, burst into flames, went up in flames, electric shock,
electrocuted, got a shock, (burned|burnt|burns|scalded|cut|sliced|injured|hurt) (my|his|
her|our) (hand|hands|face|arm|leg|skin), (burned|burnt|scalded|injured|hurt) (my|his|
her|our) (finger|fingers|mouth|son|daughter|child|baby|kid|foot), (burned|burnt|scalded)
(me|myself|him|her), food poisoning, poisoned, allergic reaction, anaphyla~, (ended up|
was|is|am|went|taken|rushed|put me|put him|put her|landed) (in|to) (the|) (hospital|er|
icu|a and e), hospitalised, hospitalized, emergency room, carbon monoxide, (glass|metal|
plastic|needle|screw) in (my|the|our), (nearly|almost) (killed|died|choked|crashed|hit),
could have (died|been killed|killed|burned), (couldve|could've|might have) (died|been
killed|killed), assaulted, sexually harassed, groped, brakes (failed|fail|dont work|
stopped|gave), brake failure, smoke (coming|from|in the|pouring), (harassed|threatened|
attacked|followed|hit|grabbed|pushed) (me|my daughter|my wife|my son|a passenger), (nut|
peanut|gluten|dairy|milk|sesame) allergy (and|but), airbag .. (didnt|failed|went off),
seizure, someone (will|could|is going to) get (hurt|killed), before someone (dies|gets
hurt|gets killed)
""",
    "legal": """
.15: regulator, attorney
.3: lawyer, lawyers, solicitor, solicitors, ombudsman, gdpr, tribunal, discrimination,
discriminated, consumer rights, statutory rights, illegal, unlawful
.7: legal action, lawsuit, suing, sue (you|them|the company|your|for), (will|going to|
gonna|to|can i) sue, class action, small claims, (take|taking|took) (you|them|this|it)
to (court|tribunal|small claims), see you in court, trading standards, consumer
protection, better business bureau, bbb complaint, police report, (report|reported|
reporting) (you|them|this|it|to) (to|with) (the|) (police|ombudsman|fca|authorities),
(report|reported|reporting) (you|them|this|it|) to (the|) (regulator|ofcom|ofgem|fcc|
cfpb|bbb|attorney|ftc|ico), (contacting|contacted|called|calling|hired|my|our|speak to|
instructed|with a) (a|my|our|) (lawyer|solicitor|attorney), breach of (contract|gdpr|
data), false advertising, press charges, pressing charges, consumer (court|forum), legal
(team|proceedings|advice|claim) (will|are|against|if|on|and), section 75, letter before
action, (went|going|gone|go|referred|escalated|taking it|complained) to the (ombudsman|
regulator|police|tribunal), this is (illegal|against the law|unlawful|fraud|theft), isnt
(this|that|it) illegal, is this (even|) legal, formal complaint, court order, file a
(complaint|claim|dispute|case) (with|against), cease and desist
""",
}
