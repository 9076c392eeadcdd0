"""Italian: displeasure, wishes, praise, and adverts."""

from __future__ import annotations

FEELING = {
    "anger": """
.15: problema, problemi, purtroppo, peccato, triste, male, perché, brutto, brutta,
disguido, disagio, disagi
.3: vergogna, deluso, delusa, delusi, deludente, delusione, arrabbiato, arrabbiata,
scontento, insoddisfatto, insoddisfatta, frustrante, frustrato, frustrazione,
amareggiato, amareggiata, pessimo, pessima, pessimi, orribile, scandaloso, penoso,
assurdo, imbarazzante, disastro, caos, scandalizzato, indignato, indignata,
sconcertante, sconcertato, rammarico, infastidito, seccato, snervante, esasperato,
esasperata, ridicolo, ridicoli, non va bene
.4: (molto|davvero|veramente|molto molto|super|estremamente|tanto|profondamente|
decisamente|parecchio) (deluso|delusa|delusi|arrabbiato|arrabbiata|insoddisfatto|
insoddisfatta|scontento|amareggiato|amareggiata|deludente|male|incazzato|incazzata|
seccato|frustrante), furioso, furiosa, incazzato, incazzata, incazzati, vergognoso,
vergognosa, vergognatevi, vergognosi, una vergogna, inaccettabile, intollerabile,
inammissibile, schifo, che schifo, fa schifo, fate schifo, uno schifo, fanno schifo,
schifosi, merda, di merda, una merda, stufo, stufa, stufi, ridicoli, pietoso, pietosi,
indecente, indegno, allucinante, scandalo, una barzelletta, una farsa, rotto il cazzo,
rotto le palle, rotto i coglioni, palle piene, cazzo, che palle, una presa per il culo,
da denuncia
.55: (è|siete|sono|che|una|un|vera|vero|davvero|semplicemente|roba) .. (una vergogna|uno
scandalo|inaccettabile|uno schifo|una presa in giro|una mancanza di rispetto|indecente|
intollerabile|una barzelletta|da terzo mondo|una pagliacciata|una buffonata|da
manicomio|il colmo|da pazzi), (fate|dovete|dovreste|vi dovete) .. (vergognare|
vergognarvi|schifo|pena|ridere|pietà), (risolvete|sistemate|muovetevi|svegliatevi|
aggiustate|riparate|fate qualcosa) (il|la|questo|subito|per|i|questa|sta|una|ora|con|
presto|una volta) , (rovinato|rovinata|rovinate|rovinati|rovinando) (le|la|il|le mie|la
mia|il mio|le nostre|un|una) (vacanze|vacanza|giornata|serata|viaggio|compleanno|natale|
matrimonio|festa|cena|weekend|settimana|luna di miele|ferie), perdita di tempo, (grazie|
complimenti) per (niente|nulla), (pretendo|esigo|voglio) (una|delle|spiegazioni|di|
parlare|risposte) (spiegazione|spiegazioni|risposta|soluzione|risposte|scuse|con),
(senza|nessuna|neanche una|nemmeno una) (spiegazione|scusa|spiegazioni|scuse|parola di
scuse)
""",
    "insult": """
.3: buffoni, pagliacci, cialtroni, incapaci, scansafatiche, fannulloni, dilettanti,
furbetti, vergogne
.4: bastardi, stronzi, figli di puttana, coglioni, idioti, imbecilli, merde,
delinquenti, pezzi di merda, teste di cazzo, infami, deficienti, cretini, farabutti,
criminali, maledetti, mortacci vostra, mortacci vostri, vaffanculo, fanculo, andate a
cagare, andate a fanculo, andatevene a fanculo, li mortacci, branco di (ladri|incapaci|
incompetenti|idioti|cialtroni|truffatori), banda di (ladri|incapaci|truffatori|
cialtroni), massa di (ladri|incapaci|idioti|incompetenti|pagliacci), (app|servizio|
azienda|compagnia|sito|assistenza|corriere|linea|connessione|banca) (di merda|del cazzo|
dei miei coglioni), cazzo di (app|servizio|treno|corriere|sito|azienda|linea|banca),
merda di (app|servizio|azienda|sito|compagnia|linea|corriere), porco dio, porca puttana,
porca troia
""",
    "intensifier": """
0: assolutamente, totalmente, completamente, estremamente, veramente, davvero, cazzo,
cavolo, diamine, semplicemente, letteralmente, maledetto, maledetta, proprio,
assurdamente, porca miseria, minchia
""",
    "feature_request": """
0: (sarebbe|sarebbe stato|sarebbe davvero|sarebbe molto) (bello|utile|comodo|fantastico|
carino|meglio|perfetto|interessante|figo|ottimo|top|gradito|bello se|il caso) (se|poter|
avere|che|un|una|aggiungere|inserire|anche), (potreste|potete|potrebbero|si potrebbe|
dovreste|dovrebbero|perché non|potrebbe) (aggiungere|inserire|mettere|implementare|
introdurre|prevedere|rendere|integrare|aggiungete|mettete|consentire|creare|permettere|
ripristinare|migliorare), (mi|ci) piacerebbe (che|poter|avere|un|una|se|vedere|molto),
(aggiungete|inserite|mettete|rimettete|reintroducete) .. (opzione|funzione|modalità|
filtro|possibilità|per favore|tasto|dark|vi prego), (manca|mancano|servirebbe|
mancherebbe|manca solo|manca ancora) (solo |) (un'|una|un|la|il) (opzione|funzione|
modalità|filtro|tasto|possibilità|funzionalità|pulsante|tema), suggerimento,
suggerimenti, consiglio di (aggiungere|inserire|mettere), modalità scura, tema scuro,
dark mode, (avete|ci sono) (in programma|piani) .. (aggiungere|di|per)
""",
    "praise": """
0: grazie, grazie mille, ottimo, ottima, ottimi, eccellente, perfetto, perfetta,
fantastico, fantastica, bravi, bravissimi, bravo, brava, consiglio, consigliato,
consigliata, consigliatissimo, consigliatissima, lo consiglio, la consiglio, adoro, amo,
meraviglioso, meravigliosa, stupendo, stupenda, super, top, complimenti, soddisfatto,
soddisfatta, soddisfatti, soddisfattissimo, soddisfattissima, impeccabile, gentile,
gentili, gentilissimi, gentilissimo, gentilissima, gentilezza, cortese, cortesi,
disponibile, disponibili, disponibilissimi, professionale, professionali, efficiente,
velocissimo, velocissimi, veloce, molto bene, molto buono, molto bello, buonissimo,
buonissima, migliore, il migliore, la migliore, cinque stelle, 5 stelle, delizioso,
deliziosa, felice, contento, contenta, contenti, bellissimo, bellissima, esperienza
positiva, buon servizio, ottimo servizio, tornerò sicuramente, ci torneremo, da
tornarci, eccezionale, eccezionali, incredibile, spettacolare, spettacolo, mi piace,
piaciuto, piaciuta, chapeau, wow, applausi, evviva, santi subito, grandi, mitici
""",
    "spam": """
.5: gratis, gratuito, sconto, sconti, promo, promozione, offerta, offerte, concorso,
premio, premi, bitcoin, crypto, criptovalute, bonus, investimento, whatsapp, vendo,
vendesi, telegram, iscriviti, approfittate, ultimi pezzi, scorte limitate, coupon,
affare
1: giveaway, guadagna, guadagnare online, guadagnare soldi, link in bio, link nella bio,
link in descrizione, clicca (qui|sul link|il link), codice sconto, (usa|con|usate) il
(mio |) codice, vinci (un|una|subito), seguimi e (ti seguo|condividi|ricambio), rendita
passiva, scommesse sportive, schedine, bonus casinò, giri gratis, prestiti (veloci|
facili|online), contattami (su|in|via|per) (whatsapp|privato|telegram|dm), (scrivimi|
scrivetemi|scrivi) (in privato|su whatsapp|su telegram|in dm|su insta), (offerta|
promozione) (limitata|imperdibile|valida), (compra|acquista|ordina|iscriviti|
approfittane|registrati|prenota) (ora|subito|qui|adesso), iscriviti al (mio |) canale,
lavora da casa e, libertà finanziaria, follower gratis, seguaci gratis, diventa ricco,
guadagno garantito
""",
    "job_advert": """
1: (stiamo|siamo) (assumendo|cercando|selezionando|alla ricerca) , (cerchiamo|cercasi|
ricerchiamo|selezioniamo|assumiamo|ricerca) (personale|commessa|commesso|cameriere|
camerieri|cameriera|autisti|autista|un|una|addetti|operai|cuoco|barista|infermieri|
sviluppatore|addetto|collaboratori|figura|magazziniere), offerta di lavoro, offerte di
lavoro, annuncio di lavoro, lavoro #, offertelavoro, posizione aperta, posizioni aperte,
unisciti al (nostro team|team), entra a far parte (del|della), (invia|inviare|manda|
inviaci|mandaci) (il |il tuo |tuo |) (cv|curriculum), candidati (ora|qui|subito|entro|
su), lavora con noi, assunzione immediata, tempo pieno, contratto a tempo
(indeterminato|determinato), (m/f), full time, part time
""",
}
