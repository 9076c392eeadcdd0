"""Italian: what a person must know whatever the post says."""

from __future__ import annotations

FLAGS = {
    "going_public": """
1: (stampa|giornale|giornali|media|televisione|tv|striscia|striscia la notizia|le iene|
iene|giornalista|giornalisti|radio|mi manda raitre|mi manda rai tre|redazione|social|
report|fuori dal coro) .. (contattare|contatterò|contattata|contattato|avvisare|
avvisata|segnalare|segnalato|saprà|sapranno|scriverò|interessa|interessati|sapere|
chiamare|chiamo|interessata|racconto|racconterò), (contattare|contatto|contatterò|
contattato|contattiamo|chiamare|chiamo|chiamato|avvisare|avviso|avviserò|segnalare|
segnalo|segnalerò|scrivere|scrivo|scriverò|scritto|mandare|mando|mandato|rivolgermi|
parlarne|racconterò|vado|andrò|andare|mandiamo|segnalato) .. (stampa|giornali|giornale|
giornalisti|media|televisione|striscia|striscia la notizia|iene|un giornalista|mi manda|
giornalista|in tv|in televisione|quotidiano|quotidiani|redazione|tg), (rendo|rendere|
renderò|rendiamo|diventare|diventerà|faccio diventare) .. (pubblico|pubblica|virale),
(pubblico|pubblicherò|posterò|posto|condivido|condividerò|pubblicare|diffonderò|metterò|
metto|condividete|carico|caricherò) .. (ovunque|dappertutto|sui social|tiktok|youtube|su
tutti i|screenshot|facebook|instagram|trustpilot|google|in rete|screen|il video|social|
twitter|video), massima diffusione, fate girare, condividete tutti, (tutti|la gente|le
persone|che tutti|gli altri) (devono|deve|dovrebbero|dovranno|sappiano|lo sappiano|
sapranno) (sapere|conoscere|sapranno|vedere|lo|come|cosa|che), (lo|dirò|racconterò|dico|
farò sapere|avviserò|avverto|avvertirò|sconsiglierò) .. (a tutti|a chiunque|ai miei
follower|a tutto il mondo|ad amici|a tutti i miei|tutti i miei), (recensione|recensioni)
(negativa|negative|una stella|pessima|1 stella|onesta|su google|su trustpilot) ..
(lascio|lascerò|lasciare|scritta|scriverò|pubblicata|arriva|ovunque), (lascerò|lascio|
scrivo|scriverò|metto) .. (recensione|recensioni|una stella), i miei (follower|iscritti|
contatti) .. (sapranno|sapere), pubblicità negativa
""",
    "privacy": """
1: (furto|violazione|fuga|vendita|diffusione|perdita) (di|dei|dei miei|delle) (dati|
informazioni|dati personali|dati sensibili), data breach, furto d'identità, furto di
identità, (dati|documenti|informazioni|bolletta|fattura|fatture|referto|referti|nome|
ordini|account|cartella clinica|estratto conto) di (un altro|un'altra|altri|altre|uno
sconosciuto|un estraneo|terzi|sconosciuti) (cliente|clienti|persona|persone|utente|
utenti|paziente|pazienti|), (i miei|i nostri|miei) (dati|dati personali|foto|dati
sensibili|referti|documenti) .. (rubati|venduti|diffusi|online|pubblici|terzi|condivisi|
esposti|visibili|inviati a|in rete|accessibili|in chiaro|sconosciuti), (venduto|vendete|
vendono|diffuso|divulgato|condiviso|ceduto|pubblicato|dato|cedete|fornito) (i |il |)
(miei|nostri|mio|mia|dati) (dati|numero|indirizzo|foto|informazioni|dei|personali|a
terzi|dati personali), (come|dove|chi) .. (avete|hanno|vi ha|avuto|preso|dato|trovato)
(il |i |) (mio|miei|mia) (numero|dati|indirizzo|mail|email|contatti), senza (il mio |mio
|il nostro |alcun |) (consenso|permesso|autorizzazione) .. (dati|foto|numero|chiam~|
immagine|indirizzo), (violazione|violata|violano|violato|lesione) .. privacy, gdpr,
garante della privacy, garante privacy, (cancellate|cancellare|eliminate|rimuovete|
cancellazione) .. (miei dati|dei dati|dati personali), (in copia|in cc|a vista) ..
(indirizzi|mail|tutti|clienti|email|destinatari), ci (spiano|spiate|spia), mi (spiano|
spiate|spia)
""",
    "vulnerable": """
.4: mia nonna, mio nonno
.6: sedia a rotelle, carrozzina, carrozzella, stampelle, disabile, disabili, disabilità,
invalido, invalida, invalidità, incinta, gravidanza, neonato, neonata, chemioterapia,
chemio, ictus, infarto, casa di riposo, rsa, anziani, pensionato, pensionata,
pensionati, nonna malata, badante, non autosufficiente, non autosufficienti,
reversibilità, caregiver, mamma single, madre single, ragazza madre, vedova, vedovo,
defunto, defunta, deceduto, deceduta, lutto, mancato mio padre, mancata mia madre,
autistico, autistica, autismo, mobilità ridotta, diabetico, diabetica, ipovedente, non
vedente, sordo, sorda, depressione, attacco di panico, attacchi di panico, crisi di
ansia, sfratto, sfrattati, (figlio|figlia|bimbo|bimba|bambino|bambina) di (due|tre|
quattro|cinque|sei|sette|otto|nove|dieci|2|3|4|5|6|7|8|9|10) (anni|mesi|settimane|
giorni)
1: dialisi, dializzato, dializzata, insulina, (bombola|concentratore|bombole) (di |d'|
dell') ossigeno, ossigenoterapia, (attaccato|attaccata) all'ossigeno, respiratore,
ventilatore polmonare, pacemaker, teleassistenza, telesoccorso, sondino, cure
palliative, cane guida, allettato, allettata, microinfusore, legge 104, disabile al 100,
(ha|con|malato di|malata di|affetto da|affetta da|soffre di|ho|è|sono|persona) (l'|il |
un |) (alzheimer|parkinson|cancro|tumore|leucemia|epilessia|autismo|autistico|autistica|
sindrome di down|demenza|sclerosi multipla|sclerosi|sla|disabile|disabili|incinta|
diabetico|diabetica|cieco|cieca|ipovedente|sordo|sorda|non vedente|invalido|invalida|
tetraplegico|paraplegico|oncologico|oncologica|malato oncologico|cardiopatico|
cardiopatica|immunodepresso|immunodepressa|celiaco grave|epilettico|epilettica|
carrozzina|carrozzella|sedia a rotelle), (mia|mio|nostra|nostro|una|un|la mia|il mio) ..
(anziana|anziano|disabile|malata|malato|incinta|cieca|cieco|sorda|autistico|autistica|
invalida|invalido|con alzheimer|di {age} anni|{age}enne|in carrozzina|in sedia a
rotelle), (madre|padre|mamma|papà|nonna|nonno|suocera|suocero|zia|zio|vicina|vicino|
signora|signore|moglie|marito) .. {age} anni, {age} anni .. (sola|solo|malata|malato|
carrozzina|sedia a rotelle), {age}enne, (neonato|neonata|neonati|bambino|bambina|
bambini|bimbo|bimba|figli|figlia|figlio|bimbi|gemelli) .. (senza (riscaldamento|luce|
acqua|acqua calda|corrente|mangiare|latte|cibo)|al freddo|al buio|sotto il sole|al
gelo), (senza|niente|manca|non c'è) (riscaldamento|luce|acqua|acqua calda|corrente|
medicine|farmaci|gas|ossigeno|elettricità) .. (neonato|neonata|bambini|bambino|bambina|
bimbo|bimba|anziani|anziana|anziano|disabile|nonna|malata|malato|malati|bimbi|invalido|
invalida), senza (i miei|le mie|i suoi|le sue|i|le|le nostre|la) (medicine|farmaci|
medicinali|terapia|medicina|insulina), minore non accompagnato, minori non accompagnati,
(bambino|bambina|minore) (solo|sola) (in|a|sul|al)
""",
    "self_harm": """
1: (voglio|vorrei|volevo|vuole|sto pensando di|pensato di|penso di|penso a|ho pensato
di|ho pensato a|tentato di|provato a|intenzione di|preferisco|deciso di|sto per|voglia
di) (morire|uccidermi|suicidarmi|ammazzarmi|farla finita|togliermi la vita|farmi del
male|farmi fuori|sparire per sempre|suicidarsi|uccidersi|togliersi la vita|ammazzarsi|
impiccarmi|tagliarmi|buttarmi|buttarmi giù|tagliarmi le vene|porre fine alla mia vita|
farla finita con tutto|il suicidio|al suicidio), mi (ammazzo|uccido|suicido|tolgo la
vita|butto (giù|dal|sotto|di sotto)|impicco|sparo|faccio fuori) (se|stasera|domani|oggi|
davvero|giuro|prima o poi|per colpa|e|così), non (voglio|ho voglia di|ho più voglia di|
ce la faccio a|riesco più a|voglio più) (più vivere|vivere|esserci|vivere più|più
esserci|svegliarmi|esistere|continuare a vivere|svegliarmi più|continuare così a
vivere), suicidio, suicida, suicidi, suicidarmi, si è (suicidato|suicidata|tolto la
vita|tolta la vita|ammazzato|ammazzata), pensieri suicidi, istinti suicidi, tentato
suicidio, tentato il suicidio, farla finita, togliermi la vita, non ce la faccio più a
vivere, (non|senza|nessuna|nessun|più) .. (motivo per vivere|motivo di vivere|ragione di
vivere|ragione per vivere|ragioni per vivere|senso vivere|senso continuare a vivere|
voglia di vivere|senso la mia vita), (meglio|sarebbe meglio|starebbero meglio|più
facile) .. (morto|morta|senza di me|se non ci fossi|se morissi|se fossi morto|se fossi
morta|se sparissi), (vorrei|preferirei|magari) (essere morto|essere morta|non svegliarmi
più|non essere mai nato|non essere mai nata|morire|non esserci più|sparire per sempre|
addormentarmi e non), (preso|presi|prendere|ingoiato|preso tutte|ho davanti|in mano) ..
(tutte le pastiglie|tutte le pillole|sonniferi|una scatola di|tutti i farmaci|le
pastiglie|le pillole), (buttarmi|buttarsi|lanciarmi|butto|saltare) (dal|dalla|sotto|da
un|giù dal|giù dalla) (ponte|balcone|finestra|treno|un treno|tetto|palazzo|la metro),
autolesionismo, (tagliato|tagliata) (le vene|i polsi|le braccia), mi taglio (le vene|le
braccia|i polsi), lettera d'addio, lettera di addio, la mia vita non ha (più |) senso,
stanco di vivere, stanca di vivere
""",
    "urgent": """
.5: emergenza, al più presto, immediatamente, quanto prima
1: urgente, urgenti, urgentemente, urgenza, con urgenza, il prima possibile, prima
possibile, è urgentissimo, urgentissimo, (ho bisogno|aiuto|serve|risposta|mi serve|
aiutatemi|rispondete|soluzione) .. (oggi|subito|adesso|entro oggi|entro domani|
immediata|stasera|immediatamente|ora|per domani), (volo|matrimonio|esame|operazione|
intervento|viaggio|funerale|treno|partenza|colloquio|partiamo|visita) .. (domani|oggi|
tra due ore|fra due ore|tra un'ora|stasera|dopodomani|tra poche ore|domani mattina|
stanotte), (domani|stasera|oggi|dopodomani) .. (parto|ho il volo|mi sposo|mi operano|ho
l'esame|partiamo|ho il treno|ho un esame|ho un volo), questione di vita
""",
    "sarcasm": """
1: (grazie|complimenti|bravi|applausi|congratulazioni) (per|di|a|ad|@|davvero|vivissimi)
(niente|nulla|il ritardo|avermi|averci|aver|l'attesa|non|avere|la cancellazione|il
disservizio|il solito) , (complimenti|grande|bravi|bravissimi|ottimo|ottimi|perfetto|
fantastico|splendido|meraviglioso|eccellente|applausi|grazie|evviva|geniale|favoloso|che
bello|bello|benissimo) .. (ancora una volta|di nuovo|come al solito|in ritardo|
cancellato|soppresso|ritardo|senza (luce|internet|acqua)|non funziona|perso|mai
arrivato|bloccato|non va|rotto|down|nessuno risponde|guasto|addebit~|ennesim~), (ottimo|
eccellente|splendido|bel|fantastico|gran|bella|grande|magnifico|ottima|splendida|super)
(servizio|lavoro|assistenza|servizio clienti|puntualità|organizzazione|customer care|
app|aggiornamento) .. (non|mai|nessuno|ore|giorni|settimane|mesi|ritardo|rotto|attes~|
peccato|blocca|crasha), (adoro|amo|che bello|che gioia|bellissimo|mi piace) (aspettare|
pagare|quando|essere|stare|viaggiare|restare|passare) .. (non|ritardo|ore|senza|attes~|
nulla|niente|cancell~|in piedi|rott~|al telefono), (che|ma che) (sorpresa|novità|strano|
coincidenza) .. (ritardo|di nuovo|ancora|non|@|guasto|rotto), tanto per (cambiare|
cambiare un), (come|al) (solito|sempre) .. (ritardo|non|guasto|niente|cancellato|
soppresso|rotto), ci mancava (solo |anche |) (questo|questa|la|il), (proprio|
esattamente) quello (che|di cui) (mi serviva|avevo bisogno|ci voleva), la sua chiamata è
(molto |) importante, viva (trenitalia|tim|l'italia|atac|le poste|poste)
""",
}
