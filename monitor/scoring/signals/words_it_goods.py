"""Italian: what does not come, work, or last."""

from __future__ import annotations

GOODS = {
    "delivery": """
.05: consegna, spedizione, pacco, ordine, corriere, volo, bagaglio, valigia, treno,
tracking
.15: ritardo, ritardi, in ritardo, tracciamento
.3: ore di ritardo, minuti di ritardo, indirizzo sbagliato, consegna fallita, mancata
consegna, giacenza, disperso, smarrito
.45: (volo|treno|ordine|prenotazione|viaggio|appuntamento|corsa|spedizione|biglietto) ..
(cancellato|cancellata|annullato|annullata|soppresso|soppressa|in ritardo), (cancellato|
annullato|cancellano|annullano|annullata|soppresso|soppressi) (il|la|i|mio|mia|il mio|la
mia|nostro) (volo|treno|ordine|prenotazione|appuntamento|viaggio|corsa|treni)
.5: (arrivato|arrivata|consegnato|consegnata|ricevuto|arrivati|arriva|ricevuta) ..
(rotto|rotta|danneggiato|danneggiata|aperto|aperta|incompleto|incompleta|sbagliato|
sbagliata|vuoto|vuota|in ritardo|difettoso|difettosa|freddo|fredda|schiacciato|bagnato|a
pezzi|ammaccato), (prodotto|articolo|taglia|ordine|colore|modello|indirizzo|pacco|
misura) (sbagliato|sbagliata|errato|errata|diverso|diversa), (mandato|inviato|
consegnato|spedito|portato|arrivato) .. (sbagliato|sbagliata|un altro|altro prodotto|
diverso|errato|altra), (manca|mancano|mancava|mancavano|mancante|mancanti) (la metà|
metà|pezzi|articoli|prodotti|parte|alcuni)
.6: (non|mai|non è|ancora non è|mai stato|mai stata|non è ancora|non è mai) (arrivato|
arrivata|arrivati|arriva|consegnato|consegnata|consegnano|spedito|spedita|pervenuto|
partito|partita|ricevuto|stato consegnato|stato spedito|passato|passati|stata
consegnata|arrivano|stato ritirato), (dov'è|dove è|dove sono|dove si trova|che fine ha
fatto|che fine hanno fatto|dov'e) (il mio|la mia|il nostro|i miei|la nostra|le mie)
{cosa}, {cosa} (perso|persa|smarrito|smarrita|sparito|sparita|disperso|dispersa|rubato|
mai arrivato|mai consegnato|introvabile|persi|smarriti|bloccato|bloccata|fermo|ferma),
(perso|smarrito|smarrita|persi|hanno perso|avete perso|perdono) (il|la|i|mio|mia|il mio|
la mia|i miei|le mie|nostri|i nostri) {cosa}, (risulta|segnato|dato|risultava|dicono|
segnata|risulta come) .. (consegnato|consegnata), destinatario assente, (bloccati|
bloccato|bloccata|fermo|fermi|ferma|lasciati a terra) .. (aeroporto|dogana|stazione|
treno|hub|terra|centro di smistamento), perso (la coincidenza|il volo|il treno|la
coincidenze|l'aereo) per
""",
    "outage": """
.15: errore, manutenzione, guasto, bug, connessione, offline, problemi di linea
.3: messaggio di errore, codice errore, errore di sistema, disservizio, disservizi,
instabile, blocchi continui, rallentamenti, guasti, malfunzionamento, malfunzionamenti,
in crash, crash
.45: non (funziona|funzionano|carica|si apre|parte|si connette|si accende|prende|si
collega|si avvia), (non|smesso di) (funzionare|caricare|andare), (senza|manca|non c'è|
siamo senza|sono senza|niente|non ho|di nuovo senza|non abbiamo) (internet|luce|
corrente|linea|rete|connessione|segnale|acqua|acqua calda|gas|riscaldamento|elettricità|
wifi|telefono|servizio|campo|fibra|ascensore|adsl), (blackout|black out), (interruzione|
mancanza) (di|del|della) (corrente|servizio|luce|linea|energia|acqua), schermo (nero|
blu|bianco), schermata (nera|blu|bianca)
.55: (non|nulla|niente) (funziona|funzionano|va|carica|si apre|parte|si collega|si
connette|prende|si accende|si carica|si avvia|si aggiorna) (l'app|il sito|la app|più|
nulla|niente|internet|da|mai|più niente|più nulla|il servizio|dopo|bene|da ieri|ancora|
un cazzo|una mazza|a|ad|neanche|la|il|mai), (sito|app|server|sistema|internet|linea|
rete|pagina|servizio|fibra|adsl|wifi) (è |sempre |di nuovo |ancora |va |) (down|giù|
bloccato|bloccata|offline|irraggiungibile|in tilt|a singhiozzo|fuori uso|fuori servizio|
non disponibile|crashare|assente|caduta|ko|impallata|a pezzi|cadere|che cade), (non
riesco|impossibile|non si riesce|non mi fa|non riusciamo|non posso|non mi permette|non
fa) (a |di |ad |più ad |più a |) (accedere|entrare|loggarmi|pagare|collegarmi|
connettermi|aprire|scaricare|prenotare|acquistare|ordinare|fare il login|effettuare|fare
login|aggiornare|usare|utilizzare|installare|registrarmi|inviare|prelevare|fare un
bonifico|visualizzare|navigare|telefonare|vedere), (si|mi|continua a|continuano a)
(blocca|impalla|chiude|disconnette|freeza|crasha|crashare|bloccarsi|chiudersi|pianta|
disconnettersi|riavvia) (sempre|da sola|da solo|continuamente|di continuo|ogni|in
continuazione|spesso|tutto|all'apertura|appena|subito), (internet|connessione|linea|
luce) (salta|saltata|cade|caduta|saltano|va e viene|assente), pagamento (rifiutato|non
riuscito|fallito|respinto), inutilizzabile, (da quando|dopo) (avete aggiornato|
l'aggiornamento|l'ultimo aggiornamento|questo aggiornamento) .. (non|peggio|lenta|lento|
blocca|crasha)
""",
    "defect": """
.15: sporco, sporca, freddo, fredda, scaduto, macchia, graffiato, graffi, usurato,
vecchio
.3: rotto, rotta, rotti, rotte, difettoso, difettosa, danneggiato, danneggiata,
strappato, muffa, ammuffito, marcio, marcia, arrugginito, bruciato, crepato, scollato,
scollata, avariato, immangiabile, crudo, cruda, schifoso, si è rotto, si è rotta,
scheggiato, ammaccato, ammaccata, guasto, bucato
.5: (rotto|rotta|rotti|rovinato|rovinata|guastato|guastata|scollato|scollata|scollate|
strappato|fuso|bruciato|bruciata|smesso) (dopo|al primo|alla prima|appena|in meno|il
primo|la prima|nel giro), (pessima|scarsa|bassa|cattiva|scadente|infima|dubbia) qualità,
qualità .. {pessimo}, (prodotto|materiale|materiali) (difettoso|scadente|scadenti|rotto|
fallato|pessimo|di pessima), (cibo|pizza|panino|patatine|carne|pollo|caffè|pasta|piatto|
piatti|hamburger) .. (freddo|fredda|fredde|crudo|cruda|bruciato|bruciata|avariato|
avariata|scaduto|immangiabile|gelida|gelata|freddi), (capello|capelli|insetto|verme|
vermi|mosca|scarafaggio|larva|larve|pelo) (nel|nella|in|nei|nelle), scarafaggi, cimici,
topi, vermi, blatte, (batteria|schermo|display|motore|cerniera|ruota|manico|zip|suola)
.. (rotto|rotta|non dura|non carica|morta|gonfia|gonfiata|difettoso|difettosa|crepato|si
scarica|andato|andata|nero), (non|diverso|diversa) (conforme|è conforme|corrisponde|
corrispondente|come in foto|come da foto|come descritto|come nella foto|dalla foto|da
come|dalla descrizione|dalle foto|è come), mezzo vuoto, mezza vuota, (cade|casca) a
pezzi, una ciofeca, una schifezza, obsolescenza programmata
""",
}
