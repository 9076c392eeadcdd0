"""English: what does not come, work, or last."""

from __future__ import annotations

GOODS = {
    "delivery": """
.05: delivery, deliver, delivered, parcel, package, shipment, courier, shipping,
tracking, luggage, baggage, flight, my order, driver
.3: delayed, postponed, wrong address, wrong item, wrong items, wrong size, wrong
colour, wrong color, missed my connection, missed our connection, running late, wrong
order, hours late, days late, minutes late, mins late, weeks late
.45: {my} (flight|flights|order|train|booking|reservation) (was|is|got|has been|been|)
(cancelled|canceled)
.5: late delivery, delivered late, arrived late, missed delivery, failed delivery,
(missing|lost|stolen|damaged) {thing}, {thing} (is|was|are|were|went|gone|has gone)
(missing|lost), {thing} (is|was|are|were|still|is still|) (late|delayed|stuck|not here|
damaged|wrong|soaked), (cancelled|canceled) {my} (flight|flights|order|orders|delivery|
train|booking|trip|reservation), (arrived|came|turned up|delivered|shipped) (damaged|
broken|smashed|empty|open|soaked|incomplete)
.6: {isnt} (arrived|arrive|turned up|turn up|shown up|show up|showed up|come|came|
delivered), {isnt} (shipped|dispatched|been delivered|been shipped|been dispatched|left
the), undelivered, non delivery, never (arrived|came|turned up|showed up|delivered|
shipped), (marked|says|said|showing|shows|listed) (as|it was|it's|its|) delivered,
delivered to the wrong, (lost|lose|loses|losing) (my|our|her|his|their|the) {thing},
lost in transit, lost in the post, (where is|wheres|where's|where are|where the hell is|
where tf is) (my|our|the) {thing}, no tracking, tracking .. (not moved|hasnt moved|not
updated|hasnt updated|stopped), stuck (in transit|at customs|in customs|on the tarmac|at
the depot|at the airport), no show, left (it|my parcel|my package|the parcel) .. (rain|
street|outside|bin|neighbour), wrong (address|house|flat|apartment|person|item|order)
(again|delivered), sent the wrong, (sent|gave|delivered|shipped|got|received) (me|us|)
(the|a) wrong, (items|item|parts|pieces) missing, (stranded|stuck) (at|in) (the|)
airport, bumped from, denied boarding, overbooked, missed (my|our) (connection|
connecting flight|flight) (because|due|thanks|as), lost luggage
""",
    "outage": """
.15: offline, unavailable, maintenance, downtime, loading, error, bug, bugs, connection
.3: since (the|your|last|this) update, out of order, out of sync, keeps disconnecting,
outage, outages, error message, error code, glitch, glitches, glitchy, buggy, laggy,
timeout, timed out, times out, lagging, crash, disconnecting
.55: (is|are|was|went|been|goes|still|keeps going|all) down (again|for|since|all|atm|
right now|today), (site|app|server|servers|website|system|internet|network|wifi|line|
service|page) (is|are|was|) down, {isnt} (working|loading|opening|connecting|syncing|
responding|charging|updating|printing), (doesnt|dont|does not|do not|didnt|wont|cant|
never|no longer) (work|works|load|open|connect), (doesnt|dont|does not|didnt|wont)
(sync|start|turn on|update|respond|install|launch|print), (stopped|quit|stops) (working|
charging|loading|responding|connecting), not (working|loading), {cant} (log in|login|
sign in|log on|log into|sign into|access|connect|pay|check out|open|load), {cant}
(update|download|upload|install|use the app|use your app|book|checkout|withdraw|send),
(locked|logged|logs|kicked|kicks|signed) (me|us) out, locked out, logged out again,
(keeps|kept|keep|always|constantly|just) (crashing|freezing|buffering|disconnecting|
failing), (keeps|kept|keep) (closing|lagging|loading|dropping|restarting|cutting out|
logging me out), crashes, crashed, crashing, app crash, freezes, freezing up, frozen
screen, black screen, no (signal|internet|power|electricity|service|connection|wifi|
water|gas|network|dial tone), no (hot water|heating|heat|running water|broadband|
reception), power cut, power outage, wi fi down, drops out, cutting out, cuts out, drops
every, disconnects, blue screen, payment (failed|fails|declined|not going through|wont
go through), keeps failing, unusable, (system|systems) (failure|error|crash|issues),
something went wrong, service interruption, blank screen, white screen, error (404|500|
503|code), (wont|doesnt|does not|will not) charge
""",
    "defect": """
.15: dirty, stale, raw, rust, leaking, leaks, scratched, stained
.3: came off, fell off, out of order, broke, broken, cracked, torn, ripped, filthy,
mould, mouldy, moldy, mold, expired, rotten, cold food, soggy, undercooked, damaged,
rusty, chipped, dented, overheats, inedible, out of date, gone off, overcooked,
tasteless, peeling, smashed, bent
.5: fell apart, falls apart, falling apart, came apart, defective, faulty, malfunction~,
(poor|bad|low|terrible|awful|cheap|horrible|inferior|shoddy|crap) (quality|build
quality|material), dead on arrival, battery (dies|died|drains|lasts|is dead|life is|
swollen), wont hold a charge, (food|pizza|fries|chips|meal|burger|coffee|soup|order)
(was|is|arrived|came) (cold|raw|burnt|stale), half empty, half a box, hair in (my|the|
our), not as (described|advertised|pictured|shown), nothing like (the|what|advertised|
described), doesnt fit, does not fit, (broke|broken|died) after, (broke|broken|snapped|
cracked|died|failed|split|tore) (after|within|on|in) (the|a|one|two|1|2|first|only),
quality has (gone|dropped|declined), went downhill, gone downhill, going downhill, bed
bugs, bedbugs, cockroach, cockroaches, roaches, mice in, rats in, maggot, maggots, mould
on, hole in (my|the), (screen|hinge|handle|zip|zipper|wheel|strap|button|seam|heel|
motor|compressor|leg) (broke|snapped|cracked), (screen|hinge|handle|zip|zipper|wheel|
strap|button|seam|heel|leg) (came off|fell off|is broken|has gone), cheaply made,
bricked, wont turn on, doesnt turn on, stopped charging, leaked all over
""",
}
