"""English: money back, and what things cost."""

from __future__ import annotations

MONEY = {
    "refund": """
.15: refund, refunds, refunded, refunding, reimburse, reimbursed, reimbursement,
voucher, money back, compensation, return label, store credit
.3: chargeback, charge back, charge backs, partial refund, refund request, asked for
{my} refund, asking for {my} refund, requested {my} refund
.6: (want|wants|need|demand|demanding|get|give me|like|have|wheres|where is) {my} money
back, (i want|we want|i demand|need|owed|owe me|owes me|due|chasing) {my} (refund|
refunds), (where is|wheres) {my} refund, refund me, refund us, want my money, give my
money back, (waiting|wait) (for|on) {my} (full|) (refund|refunds|money back|
reimbursement), (no|still no|never got|not got|havent got|not received|never received)
{my} refund, {wont} refund, {wont} give {mine} money back, {wont} (process|issue|honor|
honour) {my} refund, {wont} give (me|us) {my} (full|) refund, {wont} .. refund, still
waiting .. refund, (denied|refused|rejected|declined) {my} refund, refund (denied|
refused|rejected|declined), refund .. (never came|not arrived|hasnt arrived|still
pending|not received|still not), refund was (refused|denied|rejected|declined), only
refund~, not refund~, keep my money, kept my money, keeping my money, holding my money,
wont return my money, no money back, (hasnt|havent|not) been refunded, no refunds given,
return refused, refuse the return, want to return .. refund, still owe me, still owes
me, {mine} deposit back
""",
    "billing": """
.15: overpriced, expensive, price increase, bill, invoice, fees, too expensive, pricey
.3: (charged|charging) (me|us), (was|been|got|were) charged, gone up (again|by|from),
went up (from|again|by), price going up, debited, hidden (fee|fees|charge|charges|cost|
costs), extra charge, extra charges, price hike, ripoff, surcharge, price gouging,
overdraft, scam, fraud, con artists, swindle, robbery, late fee
.5: overcharged, overcharge, overcharging, overcharges, (double|twice) (charged|billed),
double charge, (charged|billed|debited|charge|charges) (me|us|my card|my account|)
(twice|double|three times|2x|again), (charged|billed|charging|billing|debited) ..
(twice|three times|wrong|without|anyway|extra|still), (charged|charging|charge|billed|
billing|debited) (me|us|my card|my account|my bank) (for|again|a|an|the|even), (keep|
keeps|kept|still|are still|being|is still|continue|continues) (charging|charged|billing|
taking money), wrong (bill|amount|price|charge|invoice|tariff), incorrect (bill|amount|
charge|invoice|billing), (took|taken|taking|take|stole|stolen|stealing|steal|takes) ..
(from|out of) my (account|bank|card|wallet), (took|taken|stole|stolen|stealing|steal|
robbed me of) my money, unauthori~ (charge|charges|payment|transaction), (unauthorised|
unauthorized|unknown|unexplained|mystery|fraudulent) (charge|charges|payment|payments|
transaction), rip off, ripped off, ripping (people|us|customers|me) off, ripoff
merchants, (been|got|getting) scammed, (total|complete|absolute|such a|a|this is a|is a|
are|pure|what a) (scam|scammers|fraud|frauds|rip off|con), scammed, scammer, scammers,
thieves, daylight robbery, highway robbery, waste of (money|my money), not worth (the|
it|a|your|my|even), billing (error|issue|issues|problem|mistake), money (gone|was taken|
taken), bill (has|) (doubled|tripled|gone up|went up), price (doubled|tripled|went up|
gone up|jumped), bait and switch, (didnt|never) (authorise|authorize|agree to|sign up
for|subscribe), cancelled .. (charged|still charg~)
""",
}
