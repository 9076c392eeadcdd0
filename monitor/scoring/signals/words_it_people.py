"""Italian: how people are treated, leaving, harm, and law."""

from __future__ import annotations

PEOPLE = {
    "service": """
.15: reclamo, lamentela, lamentele, assistenza, segnalazione, reclami, reclamare, call
center
.3: maleducato, maleducata, maleducati, maleducazione, scortese, scortesi, incompetente,
incompetenti, incompetenza, arrogante, arroganti, arroganza, impreparato, impreparati,
disorganizzazione, disorganizzato, disorganizzati, poco professionale, poco
professionali, menefreghismo, menefreghisti, inefficiente, inefficienza, poca serietà,
indisponente, cafoni, cafone, villani, incapaci, supponente
.55: {pessimo} {servizio}, {servizio} .. {pessimo}, (il|la) peggior~ .. (servizio|
azienda|compagnia|banca|assistenza|esperienza|operatore|ristorante|hotel|app|corriere),
mancanza di (rispetto|professionalità|serietà|educazione|comunicazione|considerazione),
(zero|nessuna|nessun|niente|mai) (assistenza|professionalità|rispetto|aiuto|supporto|
serietà|empatia|considerazione|comunicazione|educazione), {nessuno} .. (aiuta|mi aiuta|
sa|si assume|risolve|vuole|se ne occupa|interviene|si interessa|è in grado), (non|
nessuno) (mi |ci |) (aiutano|hanno aiutato|risolvono|risolve|hanno risolto|sanno|
ascoltano|rispettano|risolto nulla|hanno saputo|sono in grado), (se ne|ve ne) (fregano|
fregate|frega|sbattono|infischiano|lavano|sbattete|infischiate|fottono), (non gliene|non
ve ne|non vi) (frega|importa) (niente|nulla|un cazzo|dei clienti|del cliente), (mi|ci|
stato|stata|siamo|stati|vengo) (hanno mentito|mentito|preso in giro|presa in giro|presi
in giro|prendono in giro|trattato|trattata|trattati|preso per|presi per|raccontato
balle|insultato|insultata|rimbalzato|rimbalzata|urlato|maltrattato|maltrattata|
umiliata), prese in giro, presa in giro, presa per il culo, bugiardi, bugie, solo
(bugie|promesse|scuse|chiacchiere|balle), (scaricano|scarica) (la colpa|il barile|le
colpe), scaricabarile, (ogni|ognuno|tutti) .. (versione diversa|risposta diversa|cosa
diversa|diversa), rimbalzato da, rimbalzano da, rimpallo, promesse non mantenute, (non|
mai) (mantengono|mantenute|rispettano|rispettato|rispettati) (le promesse|gli|i tempi|
gli accordi|la parola|le scadenze|gli impegni|l'impegno|gli orari)
""",
    "account": """
.15: password, verifica, codice di verifica, credenziali
.3: hackerato, hackerata, bloccato, bloccata, sospeso, sospesa, bannato, violato,
disattivato
.5: (account|conto|carta|profilo|sim|linea|accesso|numero|bancomat|postepay|app) ..
(bloccato|bloccata|sospeso|sospesa|hackerato|hackerata|chiuso|disattivato|disattivata|
bannato|congelato|clonata|clonato|cancellato|limitato|rubato|violato|rifiutata),
(bloccato|bloccata|sospeso|hackerato|chiuso|disattivato|cancellato|congelato|clonato|
bloccano|rubato|bannato) .. (account|conto|carta|profilo|sim|linea|accesso|numero|conto
corrente|postepay), (non riesco|impossibile|non si riesce|non posso) (a |ad |)
(recuperare|reimpostare|cambiare|chiudere|cancellare|verificare|sbloccare) .. (account|
password|conto|profilo), (codice|sms|otp|link) (non arriva|mai arrivato|non arriva mai|
non mi arriva)
""",
    "churn": """
.15: disdetta, disdire, recesso, cambiare operatore, concorrenza, disinstallare,
portabilità, cambio gestore, passo a
.3: disdico, disinstallata, disinstallato, disinstallo, boicottare, boicottaggio,
disiscritto, disiscritta, cambio operatore, mi disiscrivo, do disdetta, dato disdetta,
cambio banca, disinstallate
.35: mai più, ultima volta, mai piu
.55: mai più (con|da|qui|un|una|acquisti|ordini|comprerò|comprare|in questo|in questa|
questo|questa|comprato|ordinerò|volerò|volo|viaggerò|prenoterò|da loro|con voi|tornerò|
ci|presso|clienti|vostro), non (comprerò|ordinerò|volerò|tornerò|ci tornerò|acquisterò|
prenoterò|userò|vi consiglio|lo consiglio|la consiglio|consiglio|consiglierei|torneremo|
ci metterò|metterò|viaggerò|ci torno|ci metto|torno|ci torneremo|mi vedrete|mi
rivedrete|lo consiglierei|ci rivedrete) (mai più|più|mai|a nessuno|a|nessuno|
assolutamente|per niente|affatto|proprio|piede|questo|questa|di|il|l'|la|più piede|da|
qui|in|neanche|nemmeno|al), (sconsiglio|sconsigliato|sconsigliata|sconsigliatissimo|
sconsigliatissima|sconsigliati|sconsigliamo|vivamente sconsigliato|assolutamente
sconsigliato|lo sconsiglio|la sconsiglio|da evitare|evitare come la peste|evitate|da
evitare assolutamente|statene alla larga|state alla larga|stare alla larga|girate al
largo|state lontani|stateci alla larga|lasciate perdere|scappate|stare lontani), (ho|
vado a|voglio|sto per|farò|faccio|mando|appena|chiedo|mandato|vi mando|dò|do) ..
(disdetta|disdire|disdico|recesso|chiuso il conto|cambiare (operatore|banca|gestore|
fornitore|compagnia)|cambio (operatore|banca|gestore|fornitore|compagnia)|disinstallare
l'app), (passo|passerò|passato|passata|vado|andrò|passiamo) (a|da|con|alla|ad) (altro|un
altro|un'altra|altra|altri|concorrenza|concorrente|altro operatore|altro gestore|qualcun
altro), (avete|hanno|ha) perso (un|una|un'altra|un altro|due|anche|per sempre) ..
(cliente|clienti|abbonato|passeggero), (perso|persa) (un|una) cliente, (non) (comprate|
acquistate|fatevi|cascateci|prenotate|affidatevi|usate|fidatevi|andateci|perdete|
sprecate|ordinate|andate|volate|abbonatevi|scaricate|buttate|spendete) (mai|da|qui|
nulla|niente|questo|questa|fregare|con|tempo|i|su|assolutamente|in|soldi|a|il|più|di),
(mi pento|pentito|pentita|me ne pento|pentitissimo) (di|amaramente|della|dell'),
(chiuso|chiudo|chiuderò) (il |) (conto|account|contratto) (e|con|per|oggi|domani|da)
""",
    "safety": """
.15: rischio, incidente, incendio, esplosione
.3: pericoloso, pericolosa, pericolosi, pericolo, surriscalda, richiamo prodotto,
insicuro, surriscaldamento
.6: (molto|è|davvero|estremamente|super) (pericoloso|pericolosa), (odore|puzza) di (gas|
bruciato), fuga di gas, (fumo|scintille|scintilla|fiamme) (dal|dalla|dalle|uscito|esce|
usciva|dallo|dai), vomito, vomitato, (stato|stata|stati|sentita|sentito|sentiti) male
dopo, (siamo|sono) stati male, intossicato, intossicata, intossicati, contaminato,
contaminata, sciolto, (pezzo|pezzi|scheggia|schegge|frammenti|frammento) di (vetro|
metallo|plastica|ferro)
.75: (preso|prende|prendere|prendeva|andato a) fuoco, (è|sono|quasi|mi è) (esploso|
esplosa|esplosi|scoppiato|scoppiata|esplodeva|esplosa in mano), scossa elettrica,
(presa|preso) la scossa, folgorato, ustioni, ustione, (ustionato|ustionata|bruciato|
bruciata|ferito|ferita|tagliato|tagliata) (la mano|il braccio|la|mia figlia|mio figlio|
le dita|un dito|il viso|gravemente|a causa|con), intossicazione, avvelenamento,
salmonella, reazione allergica, shock anafilattico, (al|in|finito al|finita al|finire
al|finiti al|finita in|finito in|andare al|portata al|portato al) (pronto soccorso|
ospedale) (dopo|a causa), (finito|finita|finiti|finire|ricoverato|ricoverata|ricoverati|
portata|portato|corsa|corso) .. (ospedale|pronto soccorso), (quasi|rischiato di|per
poco|stavo per|a momenti) (morire|morivo|ammazzavo|mi ammazzavo|moriva|ammazzarmi|
soffocare|soffocava|investito|investita|mi ammazzano|ammazzare|farci ammazzare|farmi
male|strozzarsi|ucciso|ustionarmi), (freni|freno|airbag) .. (non funzionano|non
funziona|rotti|ceduto|cedono|non frenano|guasti|non rispondono|non scoppiato),
(aggredito|aggredita|molestato|molestata|minacciato|minacciata|palpeggiata|molestie|
aggressione|picchiato|picchiata|seguita|insultata) .. (da|dal|dall'|controllore|autista|
dipendente|corriere|sessuali|sul|mia figlia|mio figlio|addetto|rider|tassista), (mi ha|
ci ha|ha) (aggredito|aggredita|minacciato|minacciata|molestata|molestato|picchiato|
palpeggiata|seguita|toccata), (poteva|potevo|potevamo|potrebbe) (morire|finire male|
essere una tragedia|uccidere|farsi male|finire in tragedia|essere mortale), (aspettate|
aspettiamo|deve) .. (morto|scappi il morto|ci scappi|tragedia), monossido di carbonio
""",
    "legal": """
.3: avvocato, avvocati, legale, agcom, antitrust, agcm, codacons, altroconsumo,
adiconsum, federconsumatori, garante, denuncia, diffida, tribunale, querela, reclamo
formale, arera, ivass, illegale, giudice di pace, discriminazione, class action,
corecom, unione consumatori
.7: (vi|li|la|lo|vado a|andrò a|andiamo a|ho intenzione di|farò|faccio|sporgo|sporgerò|
sporgere|presento|presenterò|fatto|presentato|sporto|parte la|scatta la|ho già fatto)
(denuncio|denuncerò|denunciare|denuncia|querela|esposto|querelo|denunciamo|causa|citerò|
porto in tribunale|una denuncia|un esposto|una diffida|formale denuncia|diffida), (vie|
azioni|azione|via|azione) (legali|legale), adire (le|alle) vie legali, passare alle vie
legali, (mio|al mio|dal mio|nostro|il mio|un|al nostro|tramite il mio) (avvocato|legale)
(vi|ha|si|è|provvederà|per|sta|contatterà|e), (sentirete|avrete|avrai) .. (avvocato|
legale), (messa in|costituzione in) mora, lettera di diffida, ci vediamo in tribunale,
class action, inadempienza contrattuale, inadempimento, (segnalato|segnalo|segnalare|
segnalerò|segnalazione|esposto|reclamo|denuncia|ricorso|rivolto|rivolgerò|rivolgermi|
rivolgo|denunciato|contattato|scrivo|scritto|aperto|contatterò) .. (agcom|antitrust|
agcm|codacons|altroconsumo|garante|polizia|carabinieri|corecom|conciliazione|
federconsumatori|adiconsum|arera|consob|abf|associazione consumatori|procura|guardia di
finanza|tribunale|giudice|polizia postale|arbitro|nas|ivass|ispettorato|autorità), (è|
cosa) (illegale|un reato|reato|contro la legge), pubblicità ingannevole, violazione
(del|di) (contratto|codice del consumo), codice del consumo
""",
}
