"""English: displeasure, wishes, praise, and adverts."""

from __future__ import annotations

FEELING = {
    "anger": """
.15: problem, problems, issue, issues, trouble, wrong, unfortunately, mistake,
seriously, annoying, why is my, why isnt, why cant, why wont, why do you, why are you,
why does
.3: nightmare, annoyed, mess, chaos, a shame, sad to, expected better, expected more,
disappointing, wtf, smh, ffs, omg why, ugh, come on, sort it, cannot believe, cant
believe, shambolic, disappointment, unhappy, not happy, not impressed, unsatisfied,
dissatisfied, not satisfied, let down, upset, stressful, embarrassing, confusing,
inconvenience, inconvenient, underwhelming
.4: (so|very|really|extremely|bitterly|deeply|) (frustrated|frustrating|disappointed|let
down by), frustration, angry, furious, livid, fuming, fed up, pissed off, pissed, had
enough, outraged, sick of (this|your|it|the|being|these|waiting), sick and tired, tired
of (this|your|being|waiting|the), terrible, horrible, awful, dreadful, appalling,
atrocious, abysmal, disgusting, disgusted, disgrace, disgraceful, shocking, shambles,
pathetic, ridiculous, unacceptable, unbelievable, outrageous, farce, worst, laughable,
garbage, rubbish, sucks, bullshit, bs, waste of time, poor show, diabolical, horrendous,
a joke, an insult, insulting, scandalous, absurd, inexcusable, despicable, useless,
clown show, circus, total mess, piece of crap, piece of junk, junk, hot garbage, trash
.55: sort (it|this|yourselves|your) (out|shit out), fix (this|it|your|the|my), get it
together, do better, get your (act|shit|shite|sht) together, shame on (you|them|@), how
hard (is it|can it be), not good enough, (its|this is|is|are) (not|in|un) acceptable,
what a (joke|shambles|disgrace|mess|farce|nightmare|rip off|load of), (absolute|
complete|total|utter|absolutely) (joke|disgrace|shambles|nightmare|farce|rubbish|
garbage|chaos), are you (kidding|joking|serious), you kidding me, you have got to be
kidding, thanks for nothing, (nothing|never) works, no (explanation|apology|excuse), not
even an (apology|explanation), explain (why|yourselves), (ruined|ruining|wasted|wasting|
spoiled|spoilt) (my|our|her|his|the|an|a|hours|days|everyone), (want|need|demand|speak
to|talk to|get me) (a|the|your|) (manager|supervisor), (cant|can't|couldnt|wouldnt|
didnt|doesnt|dont|wont) even (get|be|do|bother|give|manage|use|reply|open|answer)
""",
    "insult": """
.3: clowns, muppets, cowboys, jokers, lazy, cheats, crooks, parasites, vultures, leeches
.4: idiots, morons, bastards, scumbags, scum, crooks, assholes, arseholes, dickheads,
wankers, twats, pricks, fuckers, motherfuckers, bloodsuckers, bunch of (idiots|clowns|
morons|thieves|crooks|liars|cowboys), fuck (you|off|this|@|them|your), go to hell, screw
(you|@|them), f u, piss off, burn in hell, eat shit, (fucking|bloody|effing|freaking|
f'ing) (joke|idiots|useless|ridiculous|disgrace|awful|terrible|clowns|liars|thieves),
piece of shit, pos company, load of (crap|shit|bollocks|rubbish), absolute (clowns|
muppets|idiots|scum|morons)
""",
    "intensifier": """
0: absolutely, completely, totally, utterly, fucking, fuckin, bloody, extremely, beyond,
literally, freaking, effing, fkn, wholly, entirely, disgustingly, ridiculously,
incredibly, damn, goddamn
""",
    "feature_request": """
0: please add, please make, please support, please bring back, (would|itd|it'd) be
(nice|great|cool|good|awesome|helpful|useful|handy|lovely) (if|to have|to be able|to
see), feature request, (wish|wished) (you|it|they|there|the app|i could|we could) ..
(had|was|were|could|would|have|let), (could|can) you (please|pls|) (add|bring back|
support|make it possible|include|introduce|consider), suggestion, (should|need to|needs
to|must) (add|bring back|introduce|support|have an option|let us|offer), any plans (to|
for), (would|id|we'd|i'd) (love|like|really like|really love) (to see|a|an|if|it if|the
option|the ability), love to see, add (support|an option|a dark|a button|a filter|a way|
dark mode|the option|the ability), bring back, consider (adding|making|bringing|an
option|offering), needs (an|a) (option|dark|button|filter|way|setting), (missing|lacks|
lacking) (a|an|the) (feature|option|setting|filter|search), one thing missing, feature
suggestion, (an option|a way|ability) to (turn|sort|hide|filter|change|switch|export|
mute|disable|choose) .. would, (is|are) there (any|) (plans|a way to|a plan), when
(will|are) you (adding|add|bringing|support), any chance (of|you could)
""",
    "praise": """
0: love, loving, loved, great service, excellent, amazing, thank you, thanks, awesome,
thank u, (highly|would|definitely|totally|cant|cannot|happily|can) recommend, kudos,
shout out, shoutout, well done, impressed, fantastic, brilliant, perfect, perfectly,
wonderful, great job, good job, nice job, five stars, 5 stars, 10/10, happy with,
delighted, outstanding, superb, pleased, pleasantly, my favourite, my favorite, helpful,
friendly, so good, really good, very good, delicious, best, lifesaver, life saver, game
changer, exceeded, top notch, first class, spot on, a star, props to, hats off, fair
play, hero, heroes, legend, legends, so kind, very kind, polite, works great, works
well, works perfectly, great, good experience, cheers, credit where, thumbs up, smooth,
easy to use, loves it, love it, chuffed, class act, respect, great company, thank (her|
him|them|him for me|her for me), appreciate, appreciated, impressive, incredible,
beautiful, gorgeous, stunning, worth every, well worth, happy customer, solid, neat,
nice, lovely, flawless, seamless, so easy, super fast, quick and easy, went above, above
and beyond
""",
    "spam": """
.5: free, promo, promo code, discount code, giveaway, winner, win, coupon, bitcoin,
crypto, bonus, deals, dm me, link below, follow us, limited stock, hurry, best price,
for sale, subscribe, investment, referral code, inbox me, flash sale, telegram, whatsapp
1: free followers, click here, click the link, link in (my|) bio, use (promo|discount|
my) code, airdrop, win a free, earn money, make money online, earn from home, whatsapp
me, whatsapp (us|now), casino bonus, onlyfans, telegram channel, buy followers, crypto
signals, forex, betting tips, dm for promo, passive income, retweet to win, follow and
(retweet|rt), use my code, sign up now, limited time offer, recover (your|lost|stolen)
(funds|account|crypto|money), (dm|contact|message) me for (help|recovery|details), work
from home and, free spins, hot singles, earn up to, double your (bitcoin|money|crypto),
(dm|inbox) (me|us|now) to (earn|invest|order|get), shop now, order now at, get yours
(now|today), click link, subscribe to my (channel|page), check out my (channel|page|
profile|store|shop|music|link), guaranteed returns, guaranteed profit, weight loss
(pills|gummies), ethical hacker, hack any, cashapp me, cash app me, gift card giveaway
""",
    "job_advert": """
1: (we are|were|we're|now|is|are|currently|also) hiring, job opening, job openings, join
our team, job alert, job #, jobs #, hiring #, career opportunity, vacancy, vacancies,
careers #, apply (today|now|here|online|by|at|via), looking to hire, job opportunity,
send (your|a|us your) (cv|resume|résumé), immediate start, no experience needed, full
time position, part time position, (join|joining) us as, (seeking|recruiting|wanted) (a|
an|for|experienced|nurses|drivers|chefs), competitive salary, salary range, open (role|
roles|position|positions), job (posting|advert|description|fair), per hour plus, walk in
interview, (is|are) recruiting
""",
}
