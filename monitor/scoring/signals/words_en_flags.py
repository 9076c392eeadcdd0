"""English: what a person must know whatever the post says."""

from __future__ import annotations

FLAGS = {
    "going_public": """
1: (going|go|went|take|taking|taken|contact|contacting|contacted|calling|called|tell|
telling|told|write|writing|email~|sent) .. (the press|the media|the papers|the
newspaper|the news|local paper|local news|newspapers|watchdog|a journalist|journalists|a
reporter|the bbc|tv station), (press|media|papers|newspaper|local paper|journalist|
reporter|watchdog|bbc) (will|would|might|may|has|have been|is going to) (love|hear|be
interested|be told|be contacted|have this|get this|it|know), (make|making|made|let|
letting) (this|it) (go|) (viral|public), go(ing|) viral, (name and shame|naming and
shaming), going public, (tell|telling|warn|warning|let) (everyone|everybody|all my
(friends|followers)|the (whole|) world|my followers|people|others) .. (about|know|avoid|
not to|how|what), (post|posting|posted|share|sharing|put) (this|it|the video|the photos|
everything|screenshots|this everywhere) .. (everywhere|all over|online|social media|
youtube|tiktok|trustpilot|every|twitter|facebook|google|reddit), (leave|leaving|left|
write|writing|post|posting) (a|an|you a|my) (bad|negative|honest|one star|1 star|1-star|
terrible|scathing) review~, blast (you|them|this) (on|all), video (is|goes|going) (on|
up|online|viral), all over (social media|twitter|the internet|tiktok), everyone (will|
needs to|should) (know|hear|see) (about|how|what), my (youtube|instagram|tiktok|twitter)
(channel|followers|audience|page), (i have|with|ive got) .. followers, local radio,
consumer champion
""",
    "privacy": """
1: data (breach|leak|protection|privacy), (leaked|sold|shared|selling|sharing|exposed|
stolen|leaking|lost) (my|our|customer|customers|personal|their) (data|details|
information|info|email|address|number|phone|photos|records), (someone|somebody|other
people|another customer|stranger|strangers|another persons|somebody elses|someone elses|
another customers|other customers) .. (details|data|personal information|account|
invoice|address|name on|medical|statement|emails), my (personal|private|bank|medical|
card|health) (data|details|information|info|records|photos) .. (leaked|shared|sold|
online|exposed|wrong|stranger|someone|another|public|visible|sent|email~), (see|seeing|
saw|seen|shows|showing|showed|given|sent|got|access to) .. (someone|somebody|another|
other) (else|elses|customers|persons|peoples) (data|details|account|orders|address|
information|statement|medical|bank), (invasion|breach|violation|violating|violates|
violated) of (my|) (privacy|confidentiality), privacy (breach|violation|issue|concern|
nightmare), without my (consent|permission|knowledge) .. (data|details|photo|photos|
email|number|address|name), (never|didnt) (gave|give) (you|them|my) (consent|permission)
.. (data|details|email|number|share), how did (you|they) get my (number|email|address|
details), where did (you|they) get my (number|email|address|details), gdpr (breach|
request|violation|complaint), identity theft, identity stolen, (tracking|recording|
spying on|listening to|filming|reading) (me|us|my (location|messages|calls|
conversations)), (spies|spying) on (me|us|users|customers|people), (doxed|doxxed|
stalked), subject access request, cc'd .. (customers|everyone|addresses|people),
(address|addresses|emails|email addresses) (in|visible in) (the|) cc, delete (all|) my
(data|personal)
""",
    "vulnerable": """
.6: wheelchair, wheel chair, mobility scooter, guide dog, hearing aid, hearing aids,
disability, disabled, stroke, seizures, chemo, chemotherapy, pacemaker, special needs,
special assistance, passenger assistance, elderly, pensioner, pensioners, oap, frail,
newborn, new born, premature, weeks old baby, week old baby, month old baby, pregnant,
miscarriage, single mum, single mom, single mother, bereaved, widow, widowed, widower,
(my|our|her|his) (baby|toddler|little one|infant|elderly mother|(late|dying|dead|
deceased) (mother|father|husband|wife|mum|dad|mom|son|daughter)), power of attorney,
foodbank, food bank, homeless, made homeless, evicted, {small} (year|yr|month|week|
weeks|months) old (son|daughter|boy|girl|child|kid|baby|niece|nephew|grandson|
granddaughter|twins), my {small} (year|yr) old (and|was|is|had|has|got|who|cried|sat),
(son|daughter|boy|girl|he|she) is {small}, diabetic, diabetes, deaf, blind, autistic,
autism, anxiety attack, panic attack, eating disorder, mental health, depression, my
(grandmother|grandma|nan|gran|grandad|nana|nanna), {age} (year|yr|years|yrs) old, aged
{age}, universal credit, on benefits, disability benefit
1: dialysis, insulin, (home|on|her|his|my) oxygen (tank|machine|concentrator|supply|),
fall alarm, falls pendant, pendant alarm, careline, feeding tube, ventilator, nebuliser,
nebulizer, epipen, epi pen, epi-pen, (lives|living|is|left|all|sat|sitting) (alone|by
herself|by himself|on her own|on his own) .. (years old|elderly|disabled|dementia|
{age}), safeguarding, (has|with|who has|suffers from|suffering from|have|got) (dementia|
alzheimers|parkinsons|downs syndrome|cancer|epilepsy|autism|cerebral palsy|learning
disabilities|downs|a brain injury|ms|copd|asthma), (my|our|his|her) (disabled|blind|
deaf|elderly|frail|vulnerable|autistic|pregnant|terminally ill|housebound|bedridden)
(mum|mom|mother|dad|father|son|daughter|child|wife|husband|parents|parent|gran|
grandmother|grandfather|neighbour|neighbor|brother|sister|aunt|uncle|friend|relative|
customer), (im|i'm|i am|she is|shes|he is|hes|wife is|mum is|who is|is) (heavily|eight
months|8 months|9 months|seven months|7 months|) (pregnant|disabled|housebound|
bedridden|terminally ill|registered blind|partially sighted|diabetic|on oxygen|on
chemo), disabled (passenger|passengers|customer|customers|person|people|toilet|access|
parking|badge) .. (no|not|wasnt|refused|denied|left|told|nobody|without), (deaf|blind|
diabetic|epileptic|dementia|cancer|chemo|autistic|pregnant|elderly|vulnerable|disabled)
(patient|patients|customer|passenger|woman|lady|man|child|person|mother|mum|mom|
resident), (newborn|new born|premature baby|infant|toddler|baby|babies|small children|
young children|kids) .. (no (heating|heat|power|electricity|water|hot water|food|
formula|gas)|in the (cold|dark)|freezing|in this heat), (no (heating|heat|power|
electricity|water|hot water|food|formula|gas)|without (heating|power|electricity|water|
hot water|medication)|in the (cold|dark)) .. (newborn|baby|infant|toddler|children|kids|
elderly|pensioner|medication), (unaccompanied minor|carer|carers|care home|nursing home|
hospice) .. (didnt|never|nobody|missed|left|no one|refused), my (medication|meds|
inhaler|insulin|prescription) .. (lost|late|delayed|ran out|run out|without|not), (run|
running|ran) out of (my|her|his|) (medication|meds|insulin|oxygen|formula|inhaler|milk),
without (my|her|his) (medication|meds|insulin|inhaler|epilepsy|medicine), (mother|mum|
mom|mam|dad|father|gran|grandmother|grandma|grandad|grandfather|aunt|uncle|husband|wife|
she|he|shes|hes|whos|who is|is) (is|) {age}, chemo cycle, care agency, carer visits,
(is|are) (blind|deaf|diabetic|bedbound|wheelchair bound), senior citizens, newborn in
the house, (days|weeks) old baby, my (elderly|disabled) .. {age}
""",
    "self_harm": """
1: (want|wanted|wanting|going|ready|rather|prefer|plan|planning|decided|trying|tried) to
(kill myself|end my life|end it all|take my (own|) life|hurt myself|harm myself|cut
myself|end it|commit suicide), (wanna|gonna|will|might|may|could|should|ill) (kill
myself|end it all|end my life|take my own life|hurt myself|harm myself), (kill|killing|
hurting|harming|cutting) (myself|herself|himself|themselves), suicidal, (thoughts|
thinking|thought) (of|about) (suicide|ending (it|my life|it all)|killing myself|hurting
myself|dying|death|self harm), (committed|attempted|commit|attempt|considering|
contemplating|contemplated|considered) suicide, suicide (note|attempt|attempts), took
(her|his) own life, left us a note, self harm, self-harm, self harming, (dont|do not|
don't|didnt) want to (live|be alive|be here|wake up|exist|go on living|go on|be here
anymore|be here any more|live any more|live any longer|live anymore), (dont|do not|
don't) (think|know if) i can (keep doing this|go on|carry on|do this anymore|do this any
more|keep going|take this anymore|take it anymore|take any more), dont think ill be
here, (cant|can't|cannot|can not) (go on|carry on|do this anymore|do this any more|live
like this|keep living|face another day|cope anymore|cope any more|cope any longer|take
(it|this) (anymore|any more|any longer)), (no|any|see no|not see any|dont see any|what
is the) (reason|point) (to live|in living|living|going on|to go on|of going on|in going
on|in living anymore|being here|to keep going|of living|to carry on), (dont|cant|can't|
don't) see (the|a|any) point (of|in|to|any) (going on|living|anymore|any more|it
anymore|life|carrying on), dont see the point im so tired, easier for everyone .. (if im
not here|if i was gone|if i wasnt here|without me|if i were gone|if im gone), (better
off|easier) (dead|without me|if i (was|were) (dead|gone|not here)|if im (dead|gone|not
here)|if im not here), (world|everyone|family|they) .. better off without me, (end|
ending|ended) (it all|my life|my own life|my suffering), (wish|wished) i (was|were|
wasnt|weren't) (dead|alive|never born|never been born|here anymore), (jump|jumping)
(off|from) (a|the) (bridge|building|roof|balcony) (tonight|now|today|and end), (nothing|
not much|no reason) (left|more) to live for, (nearly|almost) didnt make it through, not
safe (by myself|with myself|on my own|alone at the moment), (has|have|had|got|with)
(the|) pills (in|ready|and), overdose, overdosed on, took all (my|the) pills, nobody
would (miss|notice) me, (feel|feeling|felt) like (dying|ending it|killing myself|ending
my life|giving up on life), give up on life, giving up on life, rather be dead, want to
be dead, (looking at|standing on) the bridge, crisis team, suicidal (thoughts|ideation|
feelings), i want to die, want to die
""",
    "urgent": """
.5: emergency, asap
1: urgent, urgently, right now please, immediately please, as soon as possible, need
(this|it|help|an answer|a reply) (today|now|tonight|immediately|by tomorrow|urgently|
right now), (please|pls) (hurry|help now|someone help), time sensitive, time critical,
(flight|train|wedding|surgery|exam|operation|funeral|interview) (is|leaves|starts) (in|
tomorrow|tonight|today), (help|reply|respond|answer|call|act|fix this) (immediately|now|
today|asap|urgently|straight away|right away), (within|in) the (next hour|hour), every
minute counts, running out of time, (its|this is) an emergency, (wedding|exam|surgery|
operation|funeral|interview|flight|deadline|moving) .. (tomorrow|tonight|today|in the
morning|in (one|two|1|2|3|an) (hours|hour|days)), before (tonight|tomorrow|its too late)
""",
    "sarcasm": """
1: thanks for nothing, thanks a lot (for|@) .. (losing|nothing|not|ruin~|cancel~|delay~|
wast~|mess~|ignor~|leav~), (great|nice|good|fantastic|brilliant|amazing) (job|work|one)
(losing|ruining|cancelling|canceling|breaking|ignoring|wasting|messing|charging|leaving|
making|@ losing), (thanks|thank you|cheers|congrats|congratulations|bravo|well done|
kudos|nice one|great job|good job|nice job|great work) .. (for|on) (losing|ruining|not|
cancelling|canceling|wasting|ignoring|leaving|breaking|making|the delay|charging|
overcharging|nothing|messing|letting|hanging|keeping|lying|scamming), (love|loving|
loved|enjoying|enjoy|adore) (paying|waiting|being|sitting|spending|getting|how|it when|
that) .. (wait~|hold|charged|ignored|late|twice|nothing|broken|hours|delay~|cancel~|
again|never|crash~|full price|half|wrong|dont|doesnt|cant|wont|stuck|no), just what i
(needed|wanted), exactly what i (needed|wanted) .. (today|again|right now|not), (so|oh|
how|well that was|that was) helpful not, yeah right, oh (great|joy|good|nice|wonderful|
brilliant|lovely|fantastic|fab|perfect|goody) (another|the|my|now|more|it|this|an),
(great|brilliant|fantastic|wonderful|lovely|amazing|awesome|superb|excellent|perfect|
fabulous|nice) (another|a further|more) (delay|outage|update|cancellation|price|bill|
fee|error|crash|hour|strike|email|survey|bug|letter), what a (surprise|shock) (@|not|
another|again|still|the|no), (top|stellar|excellent|great|amazing|outstanding|wonderful|
fantastic|superb|brilliant|exceptional) (service|customer service|work|stuff|job) (as
(always|usual|ever)|once again|again|guys|not) .. (late|delay~|wait~|broken|lost|never|
no|wrong|cancel~|hour|hours|ignored), your call is important to us, valued customer my
(arse|ass), (im|i'm) (so|truly) (impressed|honoured|blessed|lucky) .. (hold|wait~|late|
charged|broken|again), (slow clap|slow claps), way to go @, nice try @, a masterclass in
(how not|bad|poor), (real|truly|really) (classy|helpful|professional|impressive) (of
you|@|guys|there), genius move, so much for (your|the|customer|being|next day|quality),
must be nice, (paying|paid) (extra|more|good money|a fortune) (for|to) .. (stand|sit|
wait|nothing|late|broken|cold|half)
""",
}
