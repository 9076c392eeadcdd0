"""Everyday words of six languages, from our own written posts.

Each is frequent in one of them and hardly met in the other five.
"""

from __future__ import annotations

WORDS = {
    "en": """
above absolutely access accounts across action actual actually added address adds ads
afternoon age agreed ahead aircraft airport aisle alarm alive along angry anniversary
announced announcement answer answered answers appeal applied apply appointment ask
asked asking asks asleep ate attached attorney aunt automatic automatically awards away
bag bags banned bars basic batch bath battery beach beautiful bed bedroom behind believe
below bench bill bit blankets bless blocked bloke board boarding boiler book boots
bottle bread breakfast brilliant bring bringing broke brother brought brown built busy
button calendar call called calling calls cancel card cards carpet carried carry cash
cat caught chain chair changed changes changing chapter chargers charging cheap checked
checking checkout chest chicken child children city claim claims class clean clear
cleared clinic clock clocks close closed closes closing coat codes coffee cold colleague
collected collection college colour comes comments company complaint complaints computer
condition confirm confirmed congrats connection consumer contract copy corner cost
council counter country county courier cousin cover cracked cream credit cried cry
crying cut cycle dad daily dance dated daughter dear death debit debited debt decent
decision degrees delay delayed delete deleted delivery dentist department deposit dept
deserved desk died difference different dinner disgusting documents dog dogs done doors
draw dress driver drivers driving drop dropped drops drove duty early ears easier easy
eat eating eight eleven else emailed emails emergency empty ended ending ends energy
engineer engineers entire episode episodes evening event everybody exactly exam except
expect expected expecting experience explained eyes fact failed fall families family
faster father fault favourite fed fee fees feet fell ferry fifth fight filed fill filled
finally finance finished fit fits five fix fixed floor flowers fly flying folder
following food forever form forty forward fraud free fresh fridge friend friendly
friends front full fully further garden girls given gives giving goes green ground group
grown guard guests gutted guy hair half hall handed hands happened happening happens
hard head heading headphones heads health hear heard heat helpful helpline high himself
hiring hold holiday honest honestly hour human husband impressed included including
inside instead insurance insurer invoice issue items itself jobs join joke judge kept
kettle keys kid kill kindly kitchen knew knocked knows label lads landed late later
latest laughed launch law lawyer leak learned least leave leaving left less letter
letters library lie lights liked limit line list lives living load loan locked logged
longer looked lose loud loved lovely loves low luck lunch makes manager map mark marked
marriage mattress meal meals means meant medium meet member members mid middle midnight
milk mind mins missed model mom mornings mostly mother move moved moving mum music
myself named names near nearly needed neighbour neighbours network newborn news nights
nine none nonsense noon noticed number nurse nursery nurses oak offer offered office
officer oil older ones open opened opening opens operators others otherwise ours outside
owner owners packed pages paper parked parts passed passengers passport past paying
payment payments pending perfect phone phoned phones pick picked picking pics picture
pictures planned plans plastic platform play played plug pointed policy polite poor
popped posted posting posts pounds power practice press pretty printed probably problem
process product promised proof properly proud pump purchase put putting quarter quick
quid quiet rain raised raises read reads ready reason rebooked recall receipt receipts
recommend recorded reference refund refused regulator remember reminder remote removed
renewal renewed rent repair replaced replacement replied reply report reported request
requested reset response restored results return returned returns review reviews rice
ringing rise river road roof room roughly round row ruined run running runs salary sales
sat save saved savings saw scam scan screen screws search seat second seconds section
security seen sees seller selling sending separate separately servers set setting seven
shared shed sheet shelf shift shipped shoe shoes shooting short showed shower showing
shown shows shut sick side sides sign signal signed sister sitting sleep sleeping slept
slip slow smell smells snow solicitor somebody sorted soup spare speaker spent spoken
spring staff stairs standing star started starting starts stay stayed step steps stick
sticker stops store stores storm straight street strong student students stuff
subscribers subscription superb supervisor swallowed swapped switching sync taken takes
taking talk talked talking tbh tea teacher teachers tears teeth telling tells thin
thinking third thought thoughts times tiny tipped toast toddler together toilets torch
touch touched town track trade travel trial trip turn turned twenty twice uniform unit
unless unplugged upgraded upstairs urgent uses usually value vet view viewing visit
voice waiter walk walked wall wanted wants ward wardrobe warehouse warranty washing
watch watched water website wedding welcome wet whatever wheel wheelchair whether white
whoever whole whom wife win window wishes within woke wonderful words wore write writing
written wrote young yourself yrs
""",
    "de": """
abends abgebucht abgegeben abgelehnt abgesagt akku allein allen alte alter anderen
anders anfang angebot angeboten angekommen angst anruf antrag artikel auskunft bahnhof
balkon beantragt beendet beginnt beide beiden bescheid bestanden bester bestätigt
bestätigung bett bevor bezahlt boden brauch brief brot bruder buch bäcker büro damen
danach darauf dasselbe dauert denen deutsch deutschland dich diese diesen dieser dieses
ding direkt draußen dritte dritten eben ecke eher ehrlich eigenen einmal eis elf eltern
ende erklärt ersatzteil erstattet erste ersten erster etwas fahren fahrer familie
februar fehler fehlt feiertag fenster fertig fest findet flohmarkt flug folge formular
frei freu freunde frist früher frühstück fährt fällt fürs füße gab ganze ganzen garten
geantwortet gebracht gebrochen gebt gebucht gedacht geehrte gefahren gefragt gefunden
gegangen gegeben gehen gehört gekündigt gelacht gemeldet genau gerät geschichte
geschickt geschlossen geschrieben gesperrt gesucht getroffen geweint gewesen geworden
gezeigt geöffnet ging glas gleich gleiche gläser grad gruppe grüße gänsehaut hause heißt
herren herrn heut hilft hinten hinweis hoch hochzeit hof hotline hund händler hängt
ihrer irgendwas jedem jedes kabel kalender kamera karten karton kasse katze kaufen kennt
kinder kindern kinderwagen klar klasse kleiner klo koffer konnte konto konzert kopf
kosten kriegt kuchen kurz küche laden lange langsam lassen laut letzten letzter leuten
licht lief liegen liest mama manchmal mann markt meines melden meldet mensch menschen
miete modell monat monate monaten musik mutter mädels nachbarn nachricht nachts namen
neben nehme nehmen nett nette neu nimmt notdienst null nutzen nächsten nächstes oben
obwohl offen opa parkplatz passiert passt platz preis preise programm protokoll prozent
rad raum reden redet reicht rente rezept richtig riecht runter rücken rückruf schalter
schild schließt schreibe schreiben schreibt schriftlich schule schweiz schwester schöner
seitdem seite selben selber sich sieht sitz sitzen sitzt sitzung sogar sohn sowas sparen
spaß spiel später stadt std stehen stellt sterne stimmt stolz straße stuhl stück suche
suchen sucht teil teilzeit telefon termin tisch tochter treffen tut tür umfrage umsonst
ungefähr unterlagen unterschrieben urlaub vater vergessen verkauft verloren vermieter
vielen voll vorbei vorher vorne wagen wasser wecker weiter weniger wenigstens werbung
werkstatt wert wissen wohl wort wusste würde zahlen zahlt zahnarzt zeigt zeitung zieht
zufrieden zug zugesagt zuhause zusammen zwar zweite zweiten zwischen zwölf österreich
übernimmt
""",
    "es": """
abierta abrazo abren abuela abuelo acabo acabó acuerdo adiós agua aire alegría alguna
alquiler alumnos anoche ante aparte aprueba armario ascensor aunque automático avisé
ayuda baja bajó barato barrio basura batería baño burofax buscando cabeza cadena caja
cajero calle cambiado cambiar cambiaron cambió camino cancelé carrera cartel casi caso
cayó caído cerrado cerraron cerró chicos cierra cita ciudad clase clases cobran coche
cocina colegio comiendo compañía contesta convocatoria corazón correcto creer cuarenta
cuarto cuento cumple cuota cámara datos decía deja dejado dejar dejaron dejo dejé
delante detrás devolvieron devuelvan dicho dieron diga digo dije dirección dolor
domingos doy edad electrónica empieza encargué encuentro enhorabuena entera entero
entregado equipo escribió escribo escribí espalda estación estaría estrellas experiencia
facturas faltaba faltan familia felicidades fianza fiesta frío fuera fuimos ganas
garantía gastos gobierno grúa hablamos hablar habían haciendo hago hemos hermana hermano
hicieron hijos historia hoja horario huelga hábiles iba ido incluido informe inglés
izquierda jefe juntos kilos leche lee ley leyendo limpia llama llamada llamado llamaron
llamo llave llegamos llegaron llego llena llevamos llevan llevar llevé llorando llorar
lluvia llévate línea mamá mandan mandaron mandé manos mantenimiento maravilla mayo medio
mensajes menú miedo millones mirando mirar mitad muchas móvil naranja necesito ninguna
ningún niña noches nombre nuestra nuestro nueve nuevos obras ojo ojos olor padres pagada
pagado pan pantalla papeles partido pasa pasado pasamos pasar pasaron pasillo paso pecho
película pequeña pequeño perdón perro personas pesos pide piden pidiendo pidió pido piel
pisos plata plato playa plaza plazo pone ponen poner pongo portero preciosa precioso
pregunta prensa presupuesto primer primeros pueblo puerta puerto puesto puntos puso
queda quedo quince rato receta recibido recibo recibos repartidor reunión revisión rico
roja rompió rueda ruedas ruido sabía sacar salida salido salió salí salía salón sangre
seguimos sesión señora señores siguiente silla sirve sitio soporte sube suegra sueldo
sueño supermercado súper talla taller tardes tele tenemos tercer tercera tercero tiempo
trabaja trajeron tren urgencias vacaciones vacía vaya vecino veinte vemos ventana venía
verano viejo viendo vivir volver volvió volví vuelo vuelta vuelto vuelvo éramos
""",
    "fr": """
abonnement accident accusé agence aide ailleurs allez ancien anniversaire annonce annulé
année appel appelé appelée appli arrivé arrivée arrêt attendu aura automatique avait
avis bac banc banque billet blanc blanche bloqué bois bonheur bord bouchon bougé bout
bouton boîte bruit bureau bébé caméra canapé carton caution ceux chacun changement
changer changé chauffe chauffeur cherche chercher chien coin commence complet compris
compteur comptoir congélateur connais conseil conseiller contente contrat couette
couleur couloir coup coupe coupure coupé coupée courage courrier cours courses croire
crois crédit cuisine côté cœur debout degrés dehors demande demandé demi derrière dessus
deuxième devait devant devis directeur domicile donné données dossier douze droite dès
débat débité début délai départ déposé déposée eau enfin entrée envoyer envoyé envoyée
facturé faite faites famille fauteuil femme ferme fermé fermée fils fini finir fière
fois fond formulaire frais français frites froid frère fête garantie garde gardé gare
gars gauche gaz gouvernement goût gratuit gratuite grille gros groupe guichet horaires
hors humeur immeuble jai jardin jeu jeune joie journal journée joyeux juste laissé lait
lendemain lettre lien ligne lire lit livreur livreurs loi loyer lycée magnifique
maintenant maire mairie malade maman mangé manque marché mariage marque mars mauvais
mdrrr mettre midi mien millions minuit mise mme modèle montre monté mort moyenne mur
musique mutuelle mètres médecin mérite naissance neige nettoyé nom nouvelles octobre
offert oublié ouvert ouvre paie paiement pain pardon parfait paris parle parler parti
partie partis passeport passer passé patron pays pense perdu permis personne personnes
petits peur pharmacie pieds piscine pièce pièces plainte plat plateforme plaît plein
pleure pleurer pluie pompiers porte posé pouvoir pratique prend prendre produit proposé
propre prélèvement prénom prévenir prévu prêt quartier rapide rappel rappelé rapport
raté rayon recette recherche recommandé refuse refusé regarde regarder relais rend
rendez rendu rentre rentrée renvoie reparti repas reprends reste restée retour retourne
revenu revient roule route réception région réseau réservation réservé résilié résultats
réunion sac salle santé sauf scène sens septembre seul seule signalé signé société
soleil sortie suite superbe supplément surprise séance sœur tablette taille tant
technicien tellement temps terre titres tombé touche tourne travail travaux troisième
trouve trouvé télé tête urgences vacances valable vendeur vends vendu venu verre vert
vide vidéo viens vient vieux vingt vis voir vois voisin voisine voit voix voté yeux zéro
écran écrire écrit élèves étaient étoiles
""",
    "it": """
acqua ahahah amici andata andato aperti aperto appena appuntamento apre arancione
arrivati arrivo aspettato auguri avanti avevano bagno balla bambini bambino bellissimo
benissimo bloccato bocca braccio bravi buon caldaia cambiare cambiato cane canone
cantato capelli cerco chiama chiamata chiamato chiede chiedere chiedo chiesa chiesto
chiude chiudono chiusa chiuso citofono città codice cognato coi col colore colpa
commissione complimenti concerto confezione contanti contratto coperto cucina cuore
cuscino davanti dico dietro diretta disdetta dite divano domanda doveva ecco entro ero
esperienza faccia facciamo famiglia fate fatta fattura ferie ferma fermo figlia figlio
finestra finita finito fino firmato foglio fratello garanzia gatto gentile giornata
giusto giù grandi guasto insieme intanto istruzioni lacrime lascia lavori lavoro legge
lettera macchina manca mandato mare marito matrimonio mattina messa messo mezza mezzo
milioni misura modulo moglie morti nemmeno nessun nipote nonna nonno numeri occhi
offerta operatore orari ormai paese pagare pagata pagina partita passare passata passati
passato paura pelle pensavo personale persone pezzi pezzo piange piazza piccola piedi
pioggia portare portata portato poter pratica prendere presso preventivo prezzo privato
prodotto programma prossimo provato pubblica pubblicità pulita pulito pulsante puntata
punti raccolta ragazze ragazzo reso ricevuta riesco riforma risolto risposto risulta
ritiro rumore sapere sbagliato scale schermata sciopero scontrino scoperto scorso
scritto scrivere scuola secondo sedia segnalato sembra serata signora signore silenzio
sindaco soccorso soppresso sorella sotto spese sportello spostato squadra stampa suonato
taglio tecnico termini terza terzo testo tolto tornato tramonto treno trovato ufficio
uguale undici uscita utile vecchio vede vediamo vedo vendita venuto vero versione vicino
voce volevo volo vuoto
""",
    "pt": """
aberta abri achei acordei advogado agradecer agência almoço aniversário anúncio apareceu
assistência avisei avião avó banheiro banho bateria bebê botão brasileiro briga buraco
buscar cabelo cabeça cachorro cadastro cadeira cai caixa caixas caminho cancelaram
cancelei carnaval casamento chama chamado chave chegamos cheguei cheio chorar chorei
chuva cidade cima cobraram colchão começa concessionária condomínio coração cozinha
criança crianças crédito cupom céu dedo deixa deixei devia diferença direito disponível
divulga dizem dor elevador embora endereço errado escada escola escolher esperou
estacionamento estrada estrelas exame explicou faixa fala falar falou faltou família
fatura fazendo faço fechada fechar fechou feijão feira fim fiquei fizeram fome fora
férias geladeira graus graça grátis história horário igreja inglês inscrições inteira
inteiro irmã irmão janela jogo juiz lata lavar leite ler leva leve levei levou limite
linha livro lixo maio mandou manutenção marcada meia meio menina menino metade mexer
milhões mim moro motorista mudei mão nasceu nenhuma nova olhando operadora orgulho
ouvindo pacote pagou parar parou passada passado passar passaram passei passou pede
pediu pequeno perguntou perto pessoa pessoas peça plantão podia ponto portão povo prazo
praça precisei prefeitura presencial preto primeira primeiro professora professores
protocolo prédio pão quebrou rapaz reais recebeu recebi receita reclamar redação
relatório relógio reunião rindo riu roupa rua saco saiu salário santo saí saúde
segurança senhora serviço setembro silêncio sinal sobe sobrou sozinha suporte sério
tamanho telefone terceira terceiro tirei tirou trabalho troca trocada trocar troquei
trânsito turma valeu venda ventilador viagem vieram virou vizinho voltei área áudio
úteis
""",
}
