"""Italian: what is over or no trouble, and what would be misread."""

from __future__ import annotations

FINE = {
    "relief": """
1: {no} {trouble}, mai (avuto|avuti) (problemi|un problema|lamentele|nulla da ridire|
disguidi|disservizi), nulla (da dire|da ridire|da eccepire|di cui lamentarsi), niente
(da dire|da ridire|da eccepire), non (posso|mi posso) lamentarmi, non mi (posso
lamentare|lamento), nessun problema, (problema|tutto|questione|caso|disguido|guasto|è
stato|già|subito|prontamente|hanno|finalmente|è) (risolto|risolta|sistemato|sistemata|
tutto risolto|risolto subito|già risolto|ripristinato|stato risolto), (risolto|
sostituito|rimborsato|rimborsata|risposto|sistemato|sostituita|cambiato|riparato|
consegnato|rimborsati) .. (subito|immediatamente|in pochi minuti|in un giorno|in 24 ore|
in giornata|velocemente|in due giorni|senza problemi|senza discutere|prontamente|in
dieci minuti|il giorno dopo|in cinque minuti|in un attimo|rapidamente|in poche ore|lo
stesso giorno|senza storie|senza fare storie), (rimborso|risposta|consegna|assistenza|
spedizione|reso|sostituzione|soluzione) (veloce|rapido|rapida|immediato|immediata|
velocissima|velocissimo|in tempi record|puntuale|puntualissima|tempestiva|tempestivo|
super veloce|fulminea|arrivato subito|ricevuto), (arrivato|arrivata|consegnato|
consegnata|arriva|arrivati) (in anticipo|puntuale|prima|in perfetto|il giorno dopo|in un
giorno|in tempo|velocemente|perfettamente|nei tempi|subito|prima del previsto|in 24|in
orario|puntualissimo|puntualissima|integro|ben imballato), in orario, in anticipo,
puntuale, puntuali, puntualissimi, puntualissimo, prima del previsto, nei tempi
(previsti|indicati), (funziona|funzionano|va|è tornato|è tornata|tornato) (di nuovo|
tutto|benissimo|bene|perfettamente|alla grande|a funzionare|online|come prima), (ne|
vale|valsa|valeva) (vale |) la pena, non (vedo|vediamo) l'ora, non (mi|ci) ha (deluso|
delusa|delusi), mai (deluso|delusa|delusi|una delusione|pentito), non delude, (colpa|
errore) mia, errore mio, falso allarme, niente male, non male
""",
    "nothing": """
0: suicide squad, (muoio|morire|morto|morta|morti|sto morendo|muori|moriamo|morendo|
crepo|schiatto) (dal|di|da|dalle|dalla) (ridere|risate|fame|caldo|freddo|vergogna|noia|
sonno|invidia|curiosità|paura|voglia|gelosia|imbarazzo|sete|amore), (mi|ci) (ammazza|
uccide|fai morire|fate morire|fa morire|ammazzi|fanno morire) (ahah|ahaha|ahahah|
ahahaha|lol|dal|xd|haha|dalle), (sono|sto) (morta|morto|morendo) (ahah|ahaha|ahahah|
ahahaha|lol|xd|haha|dal), (voglio|vorrei) (morire|ammazzarmi|uccidermi) .. (ahah|ahaha|
ahahah|ahahaha|lol|xd|vergogna|haha|ridere), mi ammazzo di (risate|lavoro|studio|
allenamento|cibo|dolci), da morire, bello da morire, mi uccidi, missione suicida,
suicidio (politico|assistito|tattico|mediatico), (aereo|drone) suicida, politica di
(reso|rimborso), politiche di (reso|rimborso), (nessun|senza|no) problem, problem
solving, per errore, errore mio, non è caro, poco caro, grazie in anticipo, grazie a
dio, grazie al cielo, grazie a (te|voi|tutti|chi|mio|mia|loro|lei|lui), cara (amica|
signora|nonna|mamma|collega), caro (amico|diario|signore|papà|collega|presidente|babbo|
cliente), cari (amici|colleghi|tutti|saluti|clienti), care (amiche|colleghe), a caro
prezzo, (carta|carte) (bianca|da gioco|igienica|d'imbarco), da capo, fa male (la|il|
sapere|vedere|al cuore), (male|mal) (di testa|di pancia|di denti|di schiena|che vada|
d'auto), non (male|c'è male|è male|sta male|va male|sono male), meno male, niente male,
mica male, va male, farsi male, (freddo|fredda) (oggi|fuori|boia|cane|polare|e pioggia),
che freddo, guerra fredda, sangue freddo, doccia fredda, (rotto|rompe|rotti|rompere) (il
ghiaccio|il silenzio|gli schemi|un record|il record|il fiato), (cuore|cuori) (infranto|
rotto|spezzato), ladro di cuori, ladri di biciclette, (furto|rapina) (in|con|a) (banca|
gioielleria|villa|casa|auto|scasso|farmacia), truffa (agli anziani|online ai|dello
specchietto), arrestato per (furto|truffa|rapina), (coda|code) (di|del|in autostrada|di
cavallo), attesa (per|del|della|dolce|per il|di un|spasmodica), dolce attesa, in dolce
attesa, buona attesa, lista d'attesa (per il|del), non vedo l'ora, ti aspetto, vi
aspetto, vi aspettiamo, ti aspettiamo, aspetto (con ansia|il weekend|le vacanze|natale|
di vedere), aspettando (natale|il|godot|l'estate|le vacanze|la|di), in fila indiana,
pericolo (scampato|valanghe|giallo|pubblico), tema di, basta (poco|così|che|un|una|e
avanza|pensare|anche|solo|con un), mi basta, quanto basta, basta e avanza, scaduto il
tempo, ultima volta che (ti|ho visto|vi|ci siamo|sono|lo|la|ho), peccato (che|non|per|
originale|di gola), che peccato, mai più senza, (perché) (ti|amo|sei|la|il), brutta
(copia|notizia|giornata), brutto (tempo|male|anatroccolo|sogno), garante (del|dello|
nazionale), tribunale (di|del), denuncia (dei redditi|redditi|dell'opposizione), legale
(rappresentante|di), disastro (aereo|ambientale|ferroviario), caos (calmo|in|nel|a),
assurdo (come|quanto) .. (bello|bravo|bella), triste (notizia|addio|storia|verità|ma
vero)
""",
}
