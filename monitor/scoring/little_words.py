"""The words by which a short post shows its language, where it is in Latin letters.

Little words first, then what customers write about: parcels, money, waiting. A word
of several languages stands in each of them and counts less. There are more in
little_words_everyday.py and, for other languages, in little_words_more.py.
"""

from __future__ import annotations

from monitor.scoring import little_words_more

_MANY = {
    "en": """
hotel super car due care sun till site word size door min main six shop band train ten
raw met grade bet fan am w u terrible perfect horrible service quiet location
parking the and you your yours my mine this that these those with from have haven't
having are aren't they them their there theirs not isn't wasn't weren't don't doesn't
didn't won't wouldn't can't cannot couldn't shouldn't hasn't i'm i've i'd i'll it's
you're you've we're we've they're that's there's what's what when where which who why
how would could should been being but because about after again all any anyone
anything back before both did does doing down each ever every few first get gets
getting got great had has he her here his if into it its just know last like made make
many more most much never new nothing now off only our out over own please really said
same since some someone something still such than thank thanks then though through too
until up very want was we were will without work worst best yet yesterday today
tomorrow love good bad people think going need needs help time week weeks day days
month months ago hours always almost another anymore already a an as at be by can do
for go i in is me no of on or so to us one see im ive dont didnt cant wont doesnt isnt
thats whats youre gonna wanna gotta ain't y'all let's he's she's she him let went gone
give gave take took tell told say says saying come came coming look looks looking
seems feel feeling found find buy bought sell sold pay paid send sent waiting waited
wait order orders ordered delivered arrived received missing lost stolen broken
charged cancelled canceled refunded customer customers shipping parcel package account
money worth waste year years night morning minutes rude awful amazing awesome nice
happy sad sorry wrong right everything everyone nobody kids guys might must shall may
maybe enough little long old big small around against between while during also even
well better ur thx pls plz yeah yes nope hey hello birthday movie watching reading
playing working works worked stop stopped keep keeps tried trying try use using used
way things thing lot next two three other under once hate cool fuck fucking shit damn
god life world girl boy man men women woman home house school game show tonight
weekend excited hope wish miss you'd we'll you'll they'll he'd it'll anybody either
neither rather whose 's 'll 're 've 'd 'm n't available price prices flight flights
plane airline tickets stuck booked
""",
    "de": """
euro dank oma karte alt tot lang min pro bus cool wow sorry shop andere wach halb
hotel der die das und ist nicht ich ein eine einen einem einer eines mit auf für sie
wir zu den dem des von im am um auch noch aber sehr bei wie nach habe hat hab haben
hatte hatten wird wurde wurden werden war waren sind bin bist sein seit aus bis zum
zur nur schon dann wenn weil dass daß ob oder als so da was wer wo warum wieso wann
welche mich mir mein meine meinen meinem meiner dein deine unser unsere euer eure
eurer ihr ihre ihren ihnen ihm ihn euch uns er es du man kein keine keinen keiner
nichts nie niemand jemand alle alles immer wieder mehr viel viele vor über unter durch
gegen ohne heute morgen gestern jetzt endlich leider bitte danke hallo guten gut gute
schön schöne geht gibt gibts kann kannst könnt können könnte muss müssen soll sollte
will wollte möchte darf macht machen gemacht kommt kommen gekommen steht liegt sagt
sagen gesagt bestellt bestellung lieferung geliefert paket bleibt kaputt geld zurück
rechnung wochen woche tagen tage stunden stunde minuten jahr jahre jahren uhr erst
einfach mal halt doch ja nein nix ned nich nit ganz gar kaum echt mega geil scheiß
scheiße scheisse mist wirklich eigentlich trotzdem sofort nochmal zweimal dreimal drei
zwei vier fünf sechs acht zehn warte warten wartet funktioniert läuft kostet gekauft
bekommen angerufen antwort nummer kunde kunden kundenservice kündigung kündigen
vertrag frau herr leute welt leben liebe freue freut gerne gern lecker hilfe weiß zeit
damit dafür davon dazu dabei denn sonst statt wegen vom beim ins gerade grade neue
neuen neuer neues alten letzte nächste woher wohin wochenende feierabend nacht abend
tag montag dienstag mittwoch donnerstag freitag samstag sonntag januar märz juni juli
oktober dezember ab an is nen ne mag weg raus rein drin dran drauf hin her hier dort
selbst schlecht schlechter schlechte super sauber freundlich pünktlich früh spät
zimmer haus besser beste besten klein kleine groß große wohnung brauche braucht wollen
hätte wäre habt seid warst wirst wars gehts isses kocht schaut schauen sehen gesehen
essen schlafen kaffee müde glück wetter regen sonne fragt frage jeden jeder jede ihr's
""",
    "fr": """
dont long bas met sent main pure triste casa service paquet vol dormir parking hotel
le la les l' un une des du de d' et est pas que qu' qui je j' tu il elle on nous vous
ils elles ce c' cette ces cet mon ma mes ton ta tes son sa ses notre nos votre vos
leur leurs ne n' se s' me m' te t' lui y en dans sur sous avec sans pour par chez vers
entre mais ou où donc car si comme quand quoi quel quelle quels quelles comment
pourquoi combien plus moins très trop bien mal peu rien tout tous toute toutes jamais
toujours encore déjà depuis après avant pendant aussi alors puis ici là voilà à au aux
ai as a ont avez avons suis es êtes sommes sont été était étais être avoir eu fait
faire fais font peut peux veut veux va vais vas vont doit dois faut sais sait dit dire
vu mis pris reçu aucun aucune chaque autre autres même mêmes deux trois quatre cinq
six sept huit neuf dix ans an mois jours jour semaine semaines heures heure minutes
hier demain aujourd'hui matin soir nuit merci bonjour bonsoir salut svp stp oui non ça
cela c'est j'ai t'es mdr ptdr jsp jsuis chui ouais grave nul nulle honte colis
livraison livré livrée commande commandé remboursement remboursé rembourser client
clients clientèle compte facture attends attendre attente réponse répond répondu
problème téléphone magasin marche fonctionne panne prix euros cher chère argent payé
payer acheté carte numéro lundi mardi mercredi jeudi vendredi samedi dimanche janvier
février avril juin juillet août décembre gens monde vie fille mec mère père enfants
maison belle beau bon bonne meilleur super génial vraiment surtout seulement quelqu'un
quelque chose toi moi eux soit sera serait aurait envie besoin merde putain dommage
bravo félicitations contre parce plutôt presque assez beaucoup lieu dernier dernière
première premier petit petite grand grande nouveau nouvelle vite retard voiture train
rue ville espèce madame monsieur cdt rdv jusqu'à lorsque ainsi lequel laquelle celui
celle
""",
    "es": """
uno fin grande cara tipo segunda dentro visto compra entrega linda lindo dia dias mano
nota problema celular máquina rápido euros el la los las lo un una unos unas de del al
a en y e o u que qué no ni si sí con sin por para pero porque como cómo cuando cuándo
donde dónde quien quién cual cuál cuánto cuanto es son era eran fue fueron soy eres
somos ser sido está están estoy estás estaba estamos estar esta este estas estos esto
ese esa eso esos aquel aquí ahí allí ha han he has hay había haber hace hacer hacen
hecho hizo tiene tienen tengo tenía tener tienes puede pueden puedo poder quiero
quiere quieren voy va vas van vamos ir dice dicen dijo dijeron decir sé sabe saber ver
mi mis tu tus su sus me te se le les nos os yo tú él ella ellos ellas usted ustedes
nosotros mío mía muy más menos mucho mucha muchos poco nada nadie nunca siempre
también tampoco ya todavía aún hoy ayer mañana noche tarde ahora después antes desde
hasta entre sobre según mientras otra otro otros vez veces todo toda todos todas algo
alguien algún cada mismo misma tan tanto así bien mal mejor peor bueno buena buenos
buenas gracias hola favor señor días día semana semanas mes meses año años hora horas
minutos dos tres cuatro cinco seis ocho diez pedido pedidos paquete llega llegó
llegado llegar envío devolución reembolso dinero cobraron cobro tarjeta cuenta factura
tienda atención cliente servicio teléfono correo funciona espero esperando responde
respuesta pésimo pésima horrible vergüenza estafa asco quejas queja excelente encantó
encanta genial gente vida casa trabajo jajaja jaja xq tb lunes martes miércoles jueves
viernes sábado domingo enero febrero marzo junio julio septiembre octubre noviembre
diciembre madre padre hijo hija niños chica chico tío tía hombre mujer mundo cosa
cosas verdad culpa suerte feliz triste amor vale venga pues entonces luego llevo lleva
sigue siguen quedó dejó puse compré pedí llamé pagué creo parece gusta gustó mira dale
estáis sois habéis vosotros ojalá contigo conmigo primera primero segundo último
última nuevo nueva centro precio hotel habitación regresaremos volveremos perfecto
buen gran trato cerca mas ud uds solo dormir
""",
    "pt": """
casa problema parece estás triste grande deve dentro tarde segundo todas tanto algo
culpa vale somos último última espero esperando rápido estamos dormir padre finalmente
visto show volta o a os as um uma uns umas de do da dos das no na nos nas em ao aos à
às e ou que não nao é são foi era eram ser sou está estão estou estava tá tô tou estar
esse essa esses isso este esta isto aquele aquela aqui aí ali lá com sem por pra para
pro pelo pela pelos mas porque pq como quando onde quem qual quanto quantos se já só
também tb ainda até mais menos muito muita muitos mto pouco nada ninguém nunca sempre
hoje ontem amanhã noite manhã agora depois antes desde entre sobre outro outra vez
vezes tudo todo toda todos cada mesmo mesma tão assim bem mal melhor pior bom boa
ótimo ótima obrigado obrigada olá oi favor eu tu você vocês vc vcs ele ela eles elas
nós gente meu minha meus minhas teu tua seu sua seus nosso nossa me te lhe dele dela
deles tem têm tenho tinha ter teve fazer faz fez fiz feito pode posso poder podem quer
quero vou vai vão vamos ir ia diz disse disseram dizer sabe sei saber ver vi viu dá
dar deu há fica ficou chegou chega chegar cadê pedido pedidos entrega encomenda loja
site caiu conta cartão reembolso estorno dinheiro atendimento cliente produto comprei
pedi paguei liguei mandei péssimo péssima horrível vergonha absurdo propaganda golpe
resposta responde respondeu funciona demora demorou dia dias semana semanas mês meses
ano anos hora horas minutos dois duas três quatro cinco seis dez segunda terça quarta
quinta sexta sábado domingo janeiro fevereiro março junho julho outubro novembro
dezembro kkk kkkk kkkkk né aff pqp mano cara moça mulher homem mãe pai filho filha
filme amor deus mundo vida feliz saudade lindo linda parabéns socorro demais tipo
coisa coisas alguém alguns qualquer quase sim fui fomos será seria porém então
enquanto eita uai pois contigo comigo nem num numa desse dessa neste nesta deste desta
nesse nessa passando chorando merda porra ansiosa ansioso preciso precisa consegui
consigo perdeu perdi acabou começou voltou celular telemóvel autocarro ônibus água
preço compra nota máquina travou aceita pix
""",
    "it": """
grande triste centro premier padre madre vale seria mano hotel euro eh ben min il lo
la i gli le l' un uno una un' di d' a da in con su per tra fra del dello della dell'
dei degli delle al allo alla all' ai agli alle dal dalla dall' dai dalle nel nello
nella nell' nei nelle sul sullo sulla sull' sui sulle e ed o ma se che chi cui non né
è sono sei siamo siete era erano stato stata stati essere c'è c'era ho hai ha abbiamo
avete hanno aveva avevo avere faccio fai fa fanno fare fatto posso può puoi possono
devo deve dice dicono detto dire so sa vado va vanno andare sto sta stanno voglio
vuole mi ti ci vi si ne io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua
nostro nostra vostro vostra questo questa questi queste quello quella quelli quel
quell' qui qua lì là come quando dove perché perchè xké xke cosa quanto quanti quale
quali più meno molto molti poco troppo tanto tanti tutto tutti tutta tutte niente
nulla nessuno nessuna mai sempre ancora già poi dopo prima adesso ora oggi ieri domani
stasera stamattina sera notte giorno giorni settimana settimane mese mesi anno anni
ore minuti due tre quattro cinque sette otto dieci anche pure solo proprio così bene
male meglio peggio buono buona bello bella brutto grazie ciao buongiorno buonasera
prego scusate salve nn cmq pacco ordine ordinato consegna consegnato spedizione
rimborso soldi assistenza cliente clienti servizio telefono negozio corriere arrivato
arriva arrivata aspetto aspettando funziona pagato bolletta conto risposta risponde
nuovo nuova pessimo pessima vergogna schifo truffa ottimo consigliato mettete quei
altro altra altri stesso stessa senza verso invece mentre quindi però infatti allora
comunque lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio
aprile maggio giugno luglio agosto settembre ottobre dicembre volta volte casa gente
amore vita mondo ragazzi mamma papà boh magari purtroppo finalmente davvero subito
fuori dentro vorrei sarebbe sarà problema problemi capito visto vedere parlare forza
governo abbia siano fosse perso ogni qualcuno qualcosa piace cazzo merda primo seconda
caffè pausa
""",
    "nl": """
de het een en is dat die dit niet ik je jij jullie u hij zij ze wij we van voor met op
aan in te om bij uit naar over onder tot maar ook nog wel geen heb heeft hebben had
hadden ben bent zijn was waren word wordt worden kan kunnen kun moet moeten wil willen
zal zou gaat gaan doet doen maak maakt komt komen krijg krijgt gekregen als dan toen
wat wie waar waarom hoe wanneer welke mijn jouw uw ons onze hun haar hem mij me er
daar hier nu vandaag gisteren morgen altijd nooit weer alweer steeds al meer veel heel
erg zeer goed goede slecht slechte fijn mooi mooie leuk leuke lekker graag bedankt
dank dankjewel hallo alsjeblieft aub week weken dag dagen maand maanden jaar uur
pakket pakketje bestelling besteld geleverd bezorgd bezorging levering geld terug
klant klantenservice wacht wachten rekening betaald gekocht kapot werkt antwoord niks
niets iemand niemand iets alles alle andere mensen echt gewoon toch eens even dus want
omdat zonder tegen door twee drie vier vijf zes tien euro sinds zo jammer belachelijk
waardeloos zeggen zegt gezegd weet weten nee ja vanavond ochtend avond nacht huis blij
""",
    "id": """
yang dan di ke dari ini itu untuk dengan tidak tak nggak enggak gak ga ngga kagak saya
aku kamu anda dia kami kita mereka ada adalah akan sudah udah belum sedang masih bisa
dapat juga atau tapi tetapi karena kalau kalo jika saat apa apakah siapa kapan dimana
mana kenapa mengapa bagaimana gimana berapa sangat banget sekali lebih paling baik
bagus jelek buruk kecewa puas cepat lama lambat barang pesanan paket kirim dikirim
pengiriman sampai datang terima kasih makasih tolong mohon maaf uang kembali
pengembalian bayar sama lagi aja saja dong nih sih deh kok ya kak min admin gan hari
minggu bulan tahun jam malam pagi siang besok kemarin sekarang semua orang banyak beli
jual harga murah mahal toko penjual pembeli kurir aplikasi rusak hilang salah benar
jangan harus mau pengen seperti oleh pada dalam tentang setelah sebelum hanya cuma
baru pernah udh yg dgn utk tdk jd krn sy bgt blm sdh dr lg gw gue lu loh
""",
}

REJECTED = {
    "hi-Latn": """
hai h hain hun hoon tha thi gaya gya gayi gyi gaye gye kya kyu kyun kyon kaise kab
kaha kahan kaun koi kuch kuchh nahi nahin nhi nai mat ka ki ke ko se mein mai main
mera meri mere mujhe hum humko hame hamara tum tumhara aap aapka aapke apna apne apni
uska uski iska iski unka ye yeh wo woh vo voh ab abhi aaj kal phir fir bhi hi to toh
aur ya jo jab tab tak liye sath saath wala wale wali raha rahi rahe rha rhi rhe kar
karo karna karke karte karta kiya kia kr kro krna ho hota hoti hote hua hui hue hoga
hogi diya dia diye do de dena dete lo le lena liya milega milegi mila mili mil milta
nikla aaya aya aayi aayega jata jati jaate jana jao ja chahiye bhai bhaiya yaar yar
behen didi ji sir paisa paise rupaye rupay bahut bohot bhot bahot zyada jyada thoda
itna kitna kitne accha acha achha achhi bura ganda bakwas bakwaas ghatiya bekar bekaar
wapas vapas kharab chor sab sabko log logo din raat baje ghar baat bol bola bolo bolte
dekh dekho dekha samajh pata lag laga lagta band chalu chal chala chalta pe par na
yaha yahan waha wahan isko usko isme usme unko inko kisi kisne usne maine tune ek dono
teen pehle baad baar kyuki kyunki lekin magar agar matlab sirf bas hamesha kabhi jaise
aise waise desh pyaar pyar dil zindagi khush dost tera teri tere wahi yahi kitni konsa
konsi kaunsa mahina mahine hafta hafte ghanta ghante subah shaam jaldi khana pani
ladka ladki jai char paanch das hazar lakh crore aisa aisi jaisa isliye warna mtlb
sahi galat thik theek shukriya dhanyavad dhanyawad rehta rehte rehti rahega rahenge
krte chalega teeno phle subha dimag bacha mast yr karenge karega karegi kare kara
""",
    "ar-Latn": """
ana enta enti ento inta inti howa heya ehna el il al ya yaani ya3ni w wa fi fe fel fil
3ala 3la 3al 3an ma3 ma3a men mn min mesh mish mosh msh ma m3a da di dah deh dol eh
leh leih feen fein fen ezay ezzay emta emtaa imta bas kaman kan kant kanet kano ba2a
b2a lessa lesa lsa 7aga 7agat hagat 3ayez 3ayza 3awz 3awza 3ayzeen awez mafeesh mafish
fish kol kul kel kull ktir kteer awy awi gedan giddan jiddan floos floosy fulus flus
talab yom youm bokra bukra embare7 ama7 dlw2ty delwa2ty dilwa2ti alnaharda enaharda
7abibi habibi habibti 7abibti wallah wallahi walla wla inshallah insha2allah nshallah
yallah yalla khalas 5alas 7alas shukran shokran salam sa7 sah shu shou shoo esh eish
aysh lesh leish laish wein wayn ween hal hala hayda hayde mafi ma7ad wesh wach rah
ghir bzaf bezaf daba chno chnou achno dyal dyali dial kifach fin had hada hadi dak hna
nta nti hiya mazal walo walou safi kayn kayen makaynch ndir bghit kif baraka lah
lillah rabi akid tayeb tayyeb kwayes kwayis wa7ed wahed wahd tani tany alla llah
mashallah yarab khoya khouya khti sa7bi mchat galt gal chi lli li bach hadchi 7it
wakha labas bikom
""",
    "ko-Latn": """
annyeong annyeonghaseyo hwanbul baesong jumun gogaek jebal eonje wae eottoke eotteoke
dwaeyo doeyo haeyo haejuseyo juseyo hamnida imnida seumnida sseumnida isseoyo eopseoyo
issnayo itnayo haseyo haesseo haesseoyo ani aniyo anieyo neo nega naega geu geuge ige
igeo mwo mwoya mwoyeyo jinjja jincha jeongmal neomu cham geunde geurigo hajiman ajik
oneul eoje naeil saranghae saranghaeyo gomawo gomawoyo gamsahamnida kamsahamnida
mianhae mianhaeyo daebak aigoo oppa unnie eonni hyung noona sunbae ssi ya yeoboseyo
jal mot an andwae andwaeyo anwayo wayo gayo haejwo bwa bwayo deo man mani eun neun eul
reul ieyo yeyo isseo eopseo ttaemune wonhaeyo aniya geurae eung iljuil dollyeo
""",
    "ja-Latn": """
watashi boku ore anata kimi kore sore are kono sono ano koko soko doko nani nan dare
itsu naze doushite dou desu desuka deshita masu masen masita mashita masendeshita
shimasu shite imasu iru aru nai nakatta da dayo dane ne yo ka wa ga wo no ni de kara
made mo ya to demo dakedo keredo kedo yori arigatou arigato gozaimasu sumimasen gomen
gomennasai onegai onegaishimasu kudasai konnichiwa ohayou konbanwa sayonara totemo
sugoi kawaii hontou honto zenzen mada mou kyou kinou ashita henkin haisou haitatsu
chuumon todokanai todokimasen tsuita okane osoi saiaku saikou chotto motto takusan
nandesuka dekimasu dekimasen kirai suki daisuki baka yabai
""",
    "ru-Latn": """
privet spasibo pozhaluysta pozhalujsta pochemu gde kogda kak chto eto eta etot ne net
da ya ty vy my oni on ona moy moya moi zakaz zakaza posylka dengi vernite dostavka
rabotaet rabotayet prilozhenie ochen plokho ploho khorosho horosho uzhe yeshche eshche
esche menya tebya vas nas mne mozhno nado nuzhno skolko dnya dney nedelya sdelayte
""",
}
"""Romanised: recognised only so that nobody takes them for something else."""

WORDS = {**_MANY, **little_words_more.WORDS, **REJECTED}
