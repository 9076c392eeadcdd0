"""Italian: money back, and what things cost."""

from __future__ import annotations

MONEY = {
    "refund": """
.15: rimborso, rimborsare, rimborsato, reso, risarcimento, indennizzo, storno, buono,
restituzione
.3: chiesto il rimborso, richiesta di rimborso, richiesto il rimborso, chargeback,
diritto di recesso
.6: (voglio|esigo|vogliamo|pretendo|aspetto|attendo|dov'è|dove è|aspettando|in attesa
del|in attesa di|aspettiamo|chiedo|rivoglio|rivogliamo|ridatemi|restituitemi|mi aspetto)
(il mio|i miei|il|un|mio|i nostri|) (rimborso|soldi|denaro|rimborsi), (ridatemi|
ridateci|restituitemi|restituite|ridate|rimborsate|rimborsatemi) .. (soldi|denaro|
rimborso|quanto|tutto|importo), rimborsatemi, indietro i (miei |nostri |)soldi, (miei|
nostri) soldi indietro, (non|mai|ancora non|non ancora|senza essere|non mi|non ci) ..
(rimborsato|rimborsata|rimborsati|rimborsano|rimborsarmi|rimborsate|restituito i soldi|
restituiscono|ridanno|ridato i soldi|stornato|ricevuto il rimborso|ricevuto rimborso|
ricevuto nessun rimborso|arrivato il rimborso), (nessun|senza|niente|zero|ancora nessun|
né) rimborso, rimborso .. (negato|mai|non arriva|non arrivato|rifiutato|in attesa|
pendente|non ricevuto|sparito|fantasma|respinto), (rifiutano|rifiutato|negano|negato|
rifiuta|rifiutati|si rifiutano) .. (rimbors~|reso|cambio|sostitu~|restituire), tenuti i
(miei |nostri |)soldi, (si sono|si) (tenuti|tengono|tenuto) .. (soldi|caparra), caparra
.. (non|mai|trattenuta)
""",
    "billing": """
.15: bolletta, fattura, addebito, caro, cara, tariffa, costo, costi, prezzo, canone,
costoso, carissimo, troppo caro, rincari
.3: costi nascosti, addebitato, addebitata, addebitano, abusivo, truffa, frode, furto,
aumento, aumentato il prezzo, prezzi folli, prezzo folle, esagerato, esorbitante,
salasso, rapina, addebiti, hanno addebitato, prezzi assurdi, prezzo assurdo
.45: ladri
.5: (addebitato|addebitati|addebito|addebitano|scalato|prelevato|pagato|fatturato|fatto
pagare|scalati|prelevati) .. (due volte|doppio|in più|senza autorizzazione|senza
consenso|per errore|indebitamente|non dovuto|non dovuti|tre volte|2 volte|senza motivo|
senza preavviso|ancora|nonostante|senza avvisare), (doppio|addebito|addebiti|importo|
prelievo|costi|pagamento|prelievi|somme) (addebito|non autorizzato|non autorizzati|non
richiesto|non richiesti|errato|illegittimo|anomalo|non dovuto|non dovuti|sconosciuto|
ingiustificato|non riconosciuto|fraudolento|indebito|doppio), (continuano|continuate|
continua) (a |ad |) (addebitare|addebitarmi|prelevare|fatturare|scalare|prelevarmi|
scalarmi|chiedermi soldi|mandarmi bollette|fatturarmi), (mi|ci|vi|stato|stata|sono
stato|sono stata|siamo stati) (hanno truffato|truffato|truffata|truffati|fregato|
fregata|hanno fregato|derubato|derubata|hanno derubato|imbrogliato|raggirato),
truffatori, truffaldini, imbroglioni, strozzini, (che|una|è|vera|pura|questa è|solo)
(truffa|truffe|rapina|ladrata), (furto|rapina) (legalizzato|legalizzata|bello e buono|
vero e proprio|a mano armata|autorizzato), soldi (buttati|spariti|rubati|persi|sprecati|
buttati via), non (vale|valgono|ne vale) (il prezzo|i soldi|la pena|la spesa|quello che|
quanto), (bolletta|fattura|conto|canone) (sbagliata|errata|assurda|gonfiata|gonfiato|
salata|salato|raddoppiata|alle stelle|esagerata|pazza|non dovuta|raddoppiato|errato),
(mai|non) (autorizzato|richiesto|attivato|sottoscritto|firmato|ordinato) .. (addebit~|
pag~|servizio|contratto|abbonamento|fattur~|serviz~), pubblicità ingannevole, prezzo
raddoppiato, specchietto per le allodole
""",
}
