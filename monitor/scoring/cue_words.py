"""The words of complaint, trouble, praise and adverts that `cues` looks for."""

from __future__ import annotations

CUES: dict[str, str] = {
    "refund": """
.15: refund, refunds, refunded, refunding, reimburse, reimbursed, reimbursement, voucher
.3: money back, chargeback, charge back, compensation, my refund, return label, a refund
.6: want my money back, give me my money back, want a refund, need a refund
.6: i want my money
.6: demand a refund, no refund, wont refund, refuse to refund, refused to refund
.6: refund me
.6: still no refund, refused a refund, where is my refund, wheres my refund
.6: owed a refund
.6: waiting for my refund, waiting on a refund, waiting for a refund
.6: never got my refund
.6: get my money back, i want a refund, refund denied, denied my refund, denied a refund
""",
    "waiting": """
.3: waiting, waited, on hold, long wait, queue, backlog, wait time, wait times, overdue
.45: been waiting, have been waiting, takes forever, taking forever, took forever
.45: so slow
.45: how much longer, how long does it take, taking so long, taking too long
.45: took too long
.6: still waiting, waiting for hours, waiting for days, waiting for weeks
.6: waiting for months
.6: waiting forever, still havent received, havent received, havent recieved
.6: yet to receive
.6: still hasnt, still havent, still not, still no, still nothing, still isnt
.6: still cant
.6: still pending, have yet to, has yet to, keep waiting, kept waiting, no update
.6: no updates
.6: no progress, on hold for, been on hold, still on hold, waiting ages, waited ages
.6: not received, not yet received, never received, didnt receive, never recieved
""",
    "unanswered": """
.3: no reply yet, voicemail, ticket number, case number, contacted you, emailed you
.6: no response, no reply, no answer, no one answers, nobody answers, never replied
.6: never responded, didnt reply, didnt respond, not responding, doesnt respond
.6: dont respond
.6: no one replies, nobody replies, nobody responds, no one responds, ignoring me
.6: ignored me
.6: ignoring my, ignored my, ignores, ignoring customers, keep ignoring, keeps ignoring
.6: unanswered, cant get through, cannot get through, cant reach, cannot reach
.6: hung up on me
.6: hung up, hangs up, hanging up, keep getting cut off, no callback, never called back
.6: never called me back, no one called, nobody called, left on read, cant speak to
.6: no human
.6: cant get hold of, cant get a hold of, no one picks up, nobody picks up, anyone there
.6: please respond, please reply, please answer, answer my, answer me, reply to my
.6: dm ignored
.6: dont answer, doesnt answer, wont answer, no contact, no customer support
.6: no way to contact
""",
    "delivery": """
.05: delivery, deliver, delivered, parcel, package, shipment, courier, shipping
.05: tracking
.05: luggage, baggage, flight, my order, driver
.35: delayed, delay, delays, late, missed my connection, wrong address, wrong item
.35: postponed
.5: late delivery, delivered late, wrong order, wrong size, missed delivery
.5: missing parcel
.5: missing package, missing item, missing items, missing parts, arrived damaged
.5: came damaged
.5: arrived broken, came broken, flight cancelled, cancelled flight, cancelled my flight
.5: cancelled my order, canceled my order, order cancelled, flight canceled
.5: cancelled flights
.6: never arrived, never came, never showed up, not arrived, hasnt arrived
.6: havent arrived
.6: didnt arrive, didnt come, didnt show up, has not arrived, not turned up
.6: hasnt turned up
.6: not delivered, undelivered, wasnt delivered, never delivered, hasnt been delivered
.6: hasnt shipped, not shipped, hasnt been shipped, marked as delivered, says delivered
.6: lost my package, lost my parcel, lost my order, lost my luggage, lost my bag
.6: lost my bags
.6: lost luggage, lost baggage, lost package, lost parcel, lost in transit
.6: where is my order
.6: wheres my order, where is my package, where is my parcel, wheres my package
.6: wheres my parcel
.6: where is my bag, wheres my bag, wheres my stuff, no tracking, stuck in transit
.6: no show
""",
    "outage": """
.3: offline, unavailable, error, errors, error message, error code, bug, bugs, glitch
.3: crash
.3: glitchy, buggy, laggy, outage, timeout, timed out, loading, downtime, maintenance
.55: is down, are down, was down, went down, keeps going down, site down, app down
.55: down again
.55: server down, servers down, website down, system down, internet down, network down
.55: wifi down, not working, isnt working, arent working, doesnt work, does not work
.55: dont work
.55: didnt work, wont work, wasnt working, never works, not loading, wont load
.55: doesnt load
.55: stopped working, quit working, cant log in, cant login, cannot log in, cannot login
.55: unable to log in, unable to login, cant sign in, cannot sign in, locked out
.55: logs me out
.55: keeps crashing, crashes, crashed, crashing, keeps freezing, freezes, freezing
.55: frozen
.55: no signal, no internet, no power, power cut, no service, no connection
.55: no hot water
.55: wont open, doesnt open, cant access, cannot access, unable to access, cant connect
.55: cannot connect, wont connect, keeps disconnecting, disconnects, drops out
.55: cutting out
.55: cuts out, wont start, wont turn on, wont charge, doesnt turn on, wont update
.55: no heating
.55: failed, fails, keeps failing, unusable, unable to pay, payment failed, cant pay
""",
    "defect": """
.3: broke, broken, cracked, leaking, leaks, scratched, torn, ripped, stained, dirty
.3: filthy, rust
.3: mould, mouldy, moldy, stale, expired, rotten, cold food, soggy, undercooked, raw
.3: damaged
.5: fell apart, falling apart, defective, faulty, malfunction, poor quality, bad quality
.5: low quality, terrible quality, cheaply made, useless, dead on arrival, battery dies
.5: battery drains, battery died, food was cold, was cold, half empty, half a box
.5: hair in my
.5: not as described, not as advertised, nothing like, doesnt fit, missing a
.5: stopped charging
.5: broke after, died after, quality has gone, went downhill, gone downhill, bed bugs
.5: roaches
""",
    "service": """
.3: unhelpful, rude, incompetent, unprofessional, arrogant, dismissive, clueless, poor
.3: attitude
.3: disorganized, disorganised, runaround, scripted, bad service, slow service
.3: complaint
.3: complaints, complaining, complain
.55: worst service, terrible service, poor service, awful service, horrible service
.55: worst customer service, terrible customer service, poor customer service
.55: no customer service
.55: bad customer service, horrible customer service, awful customer service, no help
.55: not helpful
.55: no one cares, nobody cares, dont care, doesnt care, do not care, passed around
.55: passed from, run around, given the run around, lied to, lied, lies, liars
.55: treated like
.55: treat customers, treat your customers, shouted at, rude staff, no one helps
.55: nobody helps
.55: no one can help, nobody can help, refused to help, refuse to help, wont help
.55: no help at all
""",
    "billing": """
.3: overpriced, price increase, expensive, hidden fee, hidden fees, extra charge
.3: hidden charges
.5: overcharged, overcharge, overcharging, charged twice, double charged
.5: charged me twice
.5: charged me for, charged my card, keep charging, keeps charging, still charging
.5: wrong bill
.5: still charged, being charged, charged again, billed twice, billed me, wrong amount
.5: took money
.5: unauthorised, unauthorized, money was taken, taken money, stole my money
.5: stolen money
.5: rip off, ripoff, ripped off, scam, scammed, scammer, scammers, fraud, theft, thieves
.5: robbery
.5: daylight robbery, waste of money, not worth, price gouging, billing error
.5: billing issue
""",
    "account": """
.3: password reset, verification code, hacked, suspended, blocked my, locked my, banned
.5: account locked, account hacked, account suspended, locked my account
.5: blocked my account
.5: closed my account, account disabled, disabled my account, suspended my account
.5: got hacked
.5: account was hacked, account has been, deleted my account, reset my password
.5: cant reset
""",
    "safety": """
.6: dangerous, unsafe, hazard, hazardous, overheats, overheating, melted, sparks
.6: sparking, recall
.6: injury, choking, choked, vomiting, contaminated, gas leak, made me sick
.6: made us sick, got sick
.75: caught fire, catch fire, catches fire, exploded, explodes, explode, explosion
.75: burst into flames
.75: electric shock, electrocuted, burned my, burnt my, burned me, burnt me
.75: food poisoning
.75: poisoned, allergic reaction, ended up in hospital, in the hospital, in hospital
.75: hospitalised
.75: hospitalized, injured, emergency room, carbon monoxide, glass in my, glass in the
.75: metal in my
.75: plastic in my, nearly killed, almost killed, could have died
.75: could have been killed, assaulted
.75: brakes failed, brake failure, smoke coming, smoke from, on fire in my, harassed me
.75: threatened me
""",
    "legal": """
.5: lawyer, lawyers, solicitor, attorney, ombudsman, gdpr, data breach, regulator
.5: discrimination
.7: legal action, lawsuit, sue you, suing, will sue, going to sue, to sue, class action
.7: small claims, take you to court, taking you to court, see you in court
.7: trading standards
.7: consumer protection, better business bureau, consumer rights, police report
.7: report you to
.7: reported you to, reporting you, reported to the, breach of contract
.7: false advertising
.7: my lawyer, press charges, legal team will, consumer court, consumer forum
""",
    "churn": """
.3: unsubscribe, unsubscribed, unsubscribing, uninstall, uninstalled, uninstalling
.3: boycott
.3: switched to, switching to, moving to, cancelling, canceling, cancel, alternatives to
.55: never again, never buy, never buying, never order, never ordering, never use
.55: never using
.55: never fly, never flying, never shop, never shopping, never stay, never going back
.55: never coming back, never return, wont be back, wont be coming back
.55: wont be returning
.55: wont be using, wont be buying, wont buy, wont order, not be back, not coming back
.55: wont use
.55: cancel my, cancelling my, canceling my, cancelled my subscription
.55: canceled my subscription
.55: cancel our, deleted the app, deleting the app, delete the app, close my account
.55: closing my account, lost a customer, lost my business, lost a loyal customer
.55: lost me
.55: business elsewhere, taking my business, done with, avoid at all, stay away
.55: do not buy
.55: dont buy, would not recommend, wouldnt recommend, dont recommend, do not recommend
.55: cant recommend, cannot recommend, not recommend, last time i, last time we
.55: never recommend
.55: steer clear, look elsewhere, go elsewhere, going elsewhere, dont waste your
.55: dont bother
.55: regret buying, regret, leaving for, time to switch, will be switching
.55: thinking of leaving
""",
    "anger": """
.3: problem, problems, issue, issues, trouble, wrong, again, seriously, nightmare
.3: annoying, annoyed
.3: mess, chaos, mistake, why is my, why isnt, why cant, why wont, why do you
.3: why are you, why does
.3: wtf, smh, ffs, omg why, ugh, come on, sort it, unfortunately, expected better
.3: cannot believe
.4: frustrated, frustrating, frustration, disappointed, disappointing, disappointment
.4: let down
.4: upset, angry, furious, livid, fuming, unhappy, not happy, not impressed, fed up
.4: sick of
.4: tired of, had enough, stressful, embarrassing, terrible, horrible, awful, dreadful
.4: appalling
.4: atrocious, abysmal, disgusting, disgusted, disgrace, disgraceful, shocking, shambles
.4: pathetic
.4: ridiculous, unacceptable, unbelievable, outrageous, worst, joke, laughable, garbage
.4: trash, crap
.4: rubbish, sucks, suck, shit, shite, bullshit, hate, fail, failure, waste of time
.4: poor show
.55: sort it out, sort this out, fix this, fix it, fix your, get it together, do better
.55: shame on you
.55: how hard is it, how hard can, why is it so hard, not good enough, not acceptable
.55: what a joke
.55: a joke, absolute joke, are you kidding, you kidding me, kidding me
.55: thanks for nothing
.55: unlike, cant even, couldnt even, doesnt even, dont even, didnt even, wont even
.55: not even
.55: never works, nothing works, no explanation, no apology, explain why, ruined my
.55: ruined our
.55: ruined, wasted my, wasted hours, wasted my time, love paying, love waiting
.55: love how you
.55: loving the, great job losing, nice one losing, well done for, thanks for ruining
.55: thanks for losing, thanks for making, thanks for the delay, thanks for cancelling
.55: need help, please help, can you help, can someone help, someone help, help me
.55: anyone help
""",
    "feature_request": """
0: please add, would be nice if, would be great if, feature request, wish you had
0: wish it had
0: wish there was, could you add, can you add, suggestion, should add, any plans to
0: it would help if
0: would love to see, love to see, please support, please bring back, bring back
0: add support for
0: would be nice to have, would be cool if, please make, consider adding
0: needs an option, dark mode
""",
    "praise": """
0: love, loving, loved, great service, excellent, amazing, thank you, thanks, best
0: awesome
0: highly recommend, recommend, kudos, shout out, shoutout, well done, impressed
0: fantastic
0: brilliant, perfect, wonderful, great job, good job, five stars, 5 stars, happy with
0: delighted
0: outstanding, superb, pleased, favorite, favourite, helpful, friendly, great, so good
0: delicious
""",
    "relief": """
1: no issue, no issues, no problem, no problems, no trouble, no complaints, no complaint
1: without any problems, without any issues, without issue, without a hitch
1: never had a problem
1: never had any problems, never had an issue, never had any issues, not a problem
1: no worries
1: cant complain, nothing to complain, nothing to complain about, no delay, no delays
1: on time
1: resolved, all sorted, sorted it out, sorted my, sorted out my, fixed my, fixed the
1: fixed it
1: has been fixed, is fixed, now fixed, got my refund, refund came, refund arrived
1: refunded quickly, refunded me, quick refund, fast refund, full refund within
1: easy refund
1: working again, works again, is working now, working now, works now, back up
1: back online
1: no longer broken, never late, never disappoint, never disappoints, never disappointed
1: never fails, never let me down, never lets me down, dont miss, cant wait, cannot wait
1: wont regret, wont be disappointed, not disappointed, not bad, no regrets, no wait
1: no queue
1: look no further, hate to leave, waiting for the new, worth the wait
1: worth every penny
""",
    "spam": """
1: free followers, click here, click the link, link in bio, promo code, discount code
1: airdrop
1: win a free, earn money, make money online, work from home and, whatsapp me, casino
1: onlyfans
1: limited time offer, buy followers, crypto signals, forex, betting tips, 100 free
1: dm for promo
1: passive income, giveaway, retweet to win, follow and retweet, use my code, use code
1: sign up now
.5: free, promo, discount, winner, win, deal, coupon, sale, bitcoin, crypto, bonus
.5: subscribe
""",
    "job_advert": """
1: we are hiring, were hiring, now hiring, is hiring, job opening, job openings
1: join our team
1: apply now, job alert, #job, #jobs, #hiring, career opportunity, vacancy, vacancies
1: #careers
1: apply today, currently hiring, looking to hire, job opportunity, send your cv
1: send your resume
""",
}
