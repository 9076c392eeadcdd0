"""English: waiting, and no answer."""

from __future__ import annotations

SILENCE = {
    "waiting": """
.15: how long (does|is|do), waited
.3: overdue, long wait, wait time, wait times, backlog, slow response, so slow, too
slow, been waiting, have been waiting, kept waiting, on hold, still waiting, queue was,
queued for, long queue, long queues, long line, long lines, huge queue
.45: takes forever, taking forever, took forever, took ages, takes ages, taking ages,
how much longer, how long (must|until|am i|are we|will this|before you|do i have|does it
take to get a), (taking|takes|took) (so|too|way too|far too|that) long, ridiculously
slow, painfully slow, still no, another delay, delayed again, cancelled again, late
again, till (now|date) no, until now no
.6: still waiting .. (for|on), waiting for (hours|days|weeks|months|ages|ever), waiting
forever, (waited|waiting|been) (hours|days|weeks|months|ages), still (havent|havnt|not)
received, (havent|havnt|have not|hasnt) (received|recieved|heard|had), never received,
never recieved, (yet|have yet|has yet|am yet|are yet) to (receive|hear|arrive|get|see|
be), (not|not yet|didnt|did not) (received|recieved|receive|recieve) .. (yet|still|my|
it|anything), still (pending|processing|nothing|in transit|in progress), keep waiting,
keeps waiting, no (update|updates|progress|news|eta|word) (yet|from you|so far|at all|
on|for|since|about|still), (been|still|was|kept|left) on hold, on hold for, waiting
ages, waited ages, no end in sight, keep (getting|being) (pushed|postponed|delayed|put)
back, pushed back again, when will i get, what is taking so long, whats taking so long,
what's the hold up, whats the holdup
""",
    "unanswered": """
.3: voicemail, ticket number, case number, answering machine, chatbot, recorded message,
keep calling, keeps ringing, left messages, left a message, tried calling, tried ringing
.6: no (response|reply|answer|call back|callback|contact|acknowledgement|acknowledgment|
reply yet), {nobody} (ever|even|) (answers|answered|responds|responded|replies|replied|
picks up), {nobody} (ever|even|) (picked up|called|called back|calls back|rang|got back|
gets back), {nobody} (ever|even|has|) (came back to me|contacted|phones|phoned|has
replied|wrote back), (never|didnt|dont|doesnt|not|wont|havent|hasnt) (even|) (replied|
reply|replying|respond), (never|didnt|dont|doesnt|not|wont|havent|hasnt) (even|)
(responded|responding|answer|answered), (never|didnt|dont|doesnt|not|wont) (answering|
called back|call back|called me back), (never|didnt|havent|hasnt) (got|get|gotten|heard)
back (to|from), not heard back, never heard back, (havent|have not|not) heard (anything|
from|a thing|back), heard nothing, hearing nothing, (ignoring|ignored|ignores|ignore)
(me|my|us|our|customers|all|every|messages|emails|calls|it), (being|keep|keeps|just|
completely|totally|been) ignored, unanswered, radio silence, {cant} (get through|get
hold of|get a hold of|reach|contact|speak to|talk to|get in touch), (hung|hangs|hanging|
hang) up (on|) (me|us|), (keep|keeps|kept|got|getting) cut off, left on read, call
(dropped|drops|cut off), no human, not a human, no one to talk to, anyone there,
(please|pls|plz|kindly) (respond|reply|answer|get back to me|contact me|call me|ring
me), (answer|reply to|respond to|read|check) (my|your|our) (dm|dms|email|emails|
messages|message|phone), check dm, dm ignored, no customer (support|service), no way to
(contact|reach|speak|talk), phone (just|) (rings|rings out|goes dead), straight to
voicemail, nobody (at|on) the (desk|phone), closed my (ticket|case|complaint), ticket
(closed|was closed), complaint (closed|was closed)
""",
}
