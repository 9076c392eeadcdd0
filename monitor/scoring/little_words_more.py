"""The same for languages that fewer brands meet."""

from __future__ import annotations

WORDS = {
    "ca": """
el la els les l' un una uns de del dels al als a amb en i o que què qui no ni si sí és
són era soc sóc ets som sou ser estat està estan estic he has ha hem heu han hi ho em
et es se'm us li ens meu meva meus meves teu teva seu seva nostre vostra aquest
aquesta aquests això allò aquí allà com quan on per perquè però doncs també tampoc
molt molta molts poc més menys res mai sempre ja encara avui ahir demà ara després
abans fins des sense sobre entre tot tota tots totes cada mateix altre altra vegada bé
bo bon bona gràcies hola siusplau dia dies setmana setmanes mes mesos any anys hora
hores dos tres comanda paquet diners botiga client servei arribat arriba fa fan fer
fet vull vol puc pot poden tinc té tenim vaig vas va vam van dir diu gent cosa només
tothom ningú algú nosaltres vosaltres d'un d'una n'hi l'hora del's jo tu ell ella
""",
    "sv": """
och att det är inte jag som på en ett av för med till den de har han hon vi ni du man
mig dig oss er mitt min mina ditt din dina vår våra deras hans hennes detta denna
dessa här där när var vad vem varför hur om men eller så också bara mycket mer mest
väldigt bra dålig dåligt dåliga sämsta bäst kan ska skulle vill måste får fick hade
varit blir blev vara göra gör gjort kommer kom kommit säger inget ingen ingenting
något någon alla allt alltid aldrig igen nu idag igår imorgon än ännu redan efter före
från hos under över utan två tre dagar dag vecka veckor månad år timmar tack hej
snälla beställning beställt beställde paket leverans levererat pengar tillbaka
kundtjänst väntar väntat svar svarar betalat köpt fungerar sedan helt ganska varje ju
väl
""",
    "da": """
og at det er ikke jeg som på en et af for med til den de har han hun vi i du man mig
dig os jer mit min mine dit din dine vores deres hans hendes dette denne disse her der
når hvor hvad hvem hvorfor hvordan hvornår om men eller så også kun meget mere mest
rigtig god godt dårlig dårligt værste bedste kan skal skulle vil må får fik havde
været bliver blev være gøre gør gjort kommer kom siger intet ingen noget nogen alle
alt altid aldrig igen nu idag dag går morgen endnu allerede efter før fra hos under
over uden to tre dage uge uger måned år timer tak hej venligst bestilling bestilt
pakke pakken levering leveret penge tilbage kundeservice venter ventet svar svarer
betalt købt virker siden helt ret jo nok lige bare
""",
    "no": """
og at det er ikke jeg som på en et ei av for med til den de har han hun vi dere du man
meg deg oss mitt min mine ditt din dine vår våre deres hans hennes dette denne disse
her der når hvor hva hvem hvorfor hvordan om men eller så også bare kun veldig mye mer
mest bra god godt dårlig dårligste beste kan skal skulle vil må får fikk hadde vært
blir ble være gjøre gjør gjort kommer kom sier ingenting ingen noe noen alle alt
alltid aldri igjen nå dag går morgen ennå fortsatt allerede etter før fra hos under
over uten to tre dager uke uker måned år timer takk hei bestilling bestilt pakke
pakken levering levert penger tilbake kundeservice venter ventet svar svarer betalt
kjøpt virker fungerer siden helt ganske jo nok litt sånn
""",
    "fi": """
ja on ei en et se hän me te he minä sinä mä sä mun sun minun sinun hänen meidän teidän
tämä tämän tuo että jos kun koska mutta tai vai niin myös vain vielä jo nyt tänään
eilen huomenna aina koskaan ikinä mitä mikä missä milloin miksi miten kuka kuinka
kiitos hei moi oli ovat olen olet olemme olette ollut olisi ole eivät emme ette saa
saan sain saanut voi voin voiko pitää täytyy haluan tulee tuli tullut kuin ilman
kanssa hyvä hyvin huono huonoa todella erittäin paljon liian enää mitään kukaan kaikki
toimitus tilaus tilauksen tilasin paketti pakettia rahat takaisin asiakaspalvelu
vastaa odottanut odotan viikkoa viikko päivää päivä kuukautta vuotta tuntia toimii
rikki oo tosi ihan kyllä siis joka jotka sitten ennen jälkeen sitä siitä tässä mulla
minulla
""",
    "pl": """
nie się jest to jak ale w we z ze na do o od po za przez dla przy pod nad i a oraz czy
że żeby bo gdy kiedy gdzie co kto dlaczego który która które jestem są był była było
były być będzie mam masz ma mamy mieć może można mogę musi chcę chce ja ty on ona my
wy oni mi mnie mój moja moje moją twój wasz wasza nasz jego jej ich ten ta te tego tej
tym tu tutaj tam już jeszcze tylko też także bardzo więcej mniej dobrze dobry dobra
źle zły najgorszy świetny świetna zawsze nigdy nic nikt ktoś coś wszystko wszyscy
dzisiaj dziś wczoraj jutro teraz dzień dni tydzień tygodni tygodnie miesiąc miesięcy
rok lat godzin dwa trzy cztery dziękuję dzięki proszę cześć paczka paczki paczkę
zamówienie zamówienia dostawa dostawy przesyłka kurier pieniądze zwrot klienta obsługa
czekam odpowiedzi działa zapłaciłem kupiłem mi's
""",
    "cs": """
a je to se si na v ve z ze do o od po za pro při pod nad i ale nebo že aby když kde
kdy co kdo proč jak který která které jsem jsi jsme jste jsou byl byla bylo byli být
bude mám máš má máme máte mít může můžu musí chci chce já ty on ona my vy oni mi mě
mně můj moje moji tvůj váš vaše náš jeho její jejich ten ta tento tato toto tady tam
už ještě jen také taky velmi moc více dobře dobrý špatně špatný nejhorší vždy nikdy
nic nikdo někdo něco všechno všichni dnes včera zítra teď den dny dní týden týdny
týdnů měsíc rok let hodin dva tři čtyři děkuji díky prosím ahoj balík balíček zásilka
objednávka objednávku dodání peníze vrácení zákaznický čekám odpověď nefunguje funguje
není nemám nejde
""",
    "sk": """
a je to sa si na v vo z zo do o od po za pre pri pod nad i aj ale alebo že aby keď kde
kedy čo kto prečo ako ktorý ktorá ktoré som sme ste sú bol bola bolo boli byť bude mám
máš má máme máte mať môže môžem musí chcem chce ja ty on ona my vy oni mi mňa môj moja
moje tvoj váš vaše náš jeho jej ich ten tá tento táto toto tu tam už ešte len tiež
veľmi viac dobre dobrý zle zlý najhorší vždy nikdy nič nikto niekto niečo všetko
všetci dnes včera zajtra teraz deň dni dní týždeň týždne týždňov mesiac rok rokov
hodín dva tri štyri ďakujem vďaka prosím ahoj balík zásielka objednávka objednávku
dodanie peniaze vrátenie čakám odpoveď nefunguje funguje nie nemám nejde
""",
    "hu": """
a az egy és nem is hogy de ha vagy mert mint csak már még meg el ki be le fel van volt
vannak lesz lett vagyok vagyunk lehet kell tud tudom tudok nincs én te ő mi ti ők
engem nekem neked nekünk ez azt ezt ezek itt ott most ma tegnap holnap mindig soha sem
semmi senki valaki valami minden mindenki nagyon jó rossz jól rosszul legrosszabb
legjobb több kevés sok miért mikor hol mit hogyan melyik akkor után előtt óta alatt
között nélkül két három négy nap napja hét hete hónap év óra köszönöm köszi kérem szia
csomag csomagom rendelés rendelésem szállítás pénz pénzt vissza ügyfélszolgálat várok
válasz működik nekik
""",
    "ro": """
și si şi în in nu este e sunt era a al ai ale o un una unei unui cu de la pe din
pentru prin până fără sau dar că ca să sa mai foarte bine rău prost bun bună am are
avem aveți au fost fi fie poate pot trebuie vreau vrea eu tu el ea noi voi ei mă te se
ne vă îmi îți meu mea mei mele tău ta nostru vostru lor acest această asta ăsta aici
acolo acum azi ieri mâine mereu niciodată nimic nimeni cineva ceva tot toate toți când
unde cine ce cum cât care după înainte între peste două doi trei zile zi săptămâni
săptămână luni lună an ani ore oră mulțumesc multumesc salut rog colet coletul comandă
comanda comandat livrare livrat bani banii înapoi clienți aștept răspuns răspunde
funcționează merge ați
""",
    "tr": """
bir ve bu da de için çok ama ile gibi daha en ne mi mı mu mü değil var yok ben sen o
biz siz onlar bana sana ona bize size beni seni onu benim senin onun bizim sizin şu
her hiç hep şey kadar sonra önce şimdi bugün dün yarın hala hâlâ artık zaten sadece ya
ki diye neden niye nasıl nerede nerde kim hangi kaç iyi kötü güzel berbat rezalet
kargo kargom sipariş siparişim siparişi ürün paket para paramı iade teslim teslimat
müşteri hizmetleri hizmet gün gündür hafta haftadır ay yıl saat teşekkürler teşekkür
ederim lütfen merhaba selam gelmedi geldi gelmiyor bekliyorum oldu olmadı olsun olan
olarak yapın yaptım aldım verdim çalışmıyor arıyorum cevap ediyorum istiyorum iki üç
dört abi kardeşim valla evet hayır tamam insan adam güzelim böyle şöyle öyle
""",
    "vi": """
là và của có không cho với được các một những này đó thì mà để đã đang sẽ chưa rồi
cũng rất quá lắm tôi mình bạn anh chị em nó họ chúng ta người ai gì nào sao đâu khi
nếu vì nên như từ đến trong ngoài trên dưới về lại ra vào đi làm biết thấy nói muốn
phải còn chỉ thôi nhé ạ ơi vậy thế hàng đơn giao nhận tiền hoàn trả mua bán khách dịch
vụ chậm nhanh tệ tốt kém ngày tuần tháng năm giờ hôm nay qua mai bao lâu cảm ơn xin
chào shop ko hok dc đc mới nhiều ít
""",
    "tl": """
ang ng mga sa na ay at ako ikaw ka ko mo ito iyan yan yung yun ung siya sya kami tayo
kayo sila namin natin ninyo nyo niyo nila kanila akin kanya hindi hinde di wala meron
may mayroon naman nga po opo ba lang lng din rin daw raw pa pala kasi pero kung kapag
pag dahil para bakit bkt paano pano kailan saan sino ano anong ganda ganito ganun dito
doon diyan ngayon kahapon bukas araw linggo buwan taon oras salamat pasensya pakiusap
paki pabalik pera bayad binayaran order nasaan dumating dumadating maghintay
naghihintay tagal matagal sobra sobrang talaga tlga gusto ayaw sana kanina muna ulit
lahat tao tulong huwag wag isa dalawa tatlo walang kayong maganda pangit
""",
    "sw": """
na ya wa kwa ni si la za katika hii hiyo huu hizi hayo yangu yako yake yetu yenu wangu
wako wake mimi wewe yeye sisi nyinyi wao nini nani wapi lini kwanini vipi gani je sana
pia tu bado sasa leo jana kesho siku wiki mwezi mwaka asante tafadhali habari karibu
hakuna kuna ndiyo hapana lakini kama kwamba ili baada kabla bila hadi pesa mzigo oda
huduma wateja kazi haifanyi sijapata nimesubiri nataka naomba mbaya nzuri mtu watu
hivi hapa
""",
    "et": """
ja on ei see mis kes kus millal miks kuidas aga või et kui ka veel juba ainult väga
hea halb mina sina tema meie teie nemad ma sa ta me te nad minu sinu mu su oma mulle
sulle olen oled oleme olete oli olid olnud olla pole saan saab sai saanud võib peab
tahan nüüd täna eile homme alati mitte kunagi midagi keegi kõik üks kaks kolm päeva
nädalat kuud aastat tundi aitäh palun tere tellimus pakk pakki raha tagasi
klienditeenindus ootan vastust töötab siis ning kohta pärast enne
""",
    "lv": """
un ir nav es tu viņš viņa mēs jūs viņi mans mana tavs savu šis šī tas tā kas kur kad
kāpēc kā bet vai ja ar no uz par pie pēc līdz bez arī vēl jau tikai ļoti labi slikti
labs slikts esmu esi esam esat bija būs būt var nevar vajag gribu tagad šodien vakar
rīt vienmēr nekad neko nekas nevienam viss visi divi trīs dienas dienu nedēļas nedēļu
mēnesi gadu stundas paldies lūdzu sveiki pasūtījums pasūtījumu sūtījums paka nauda
naudu atpakaļ gaidu atbildi strādā man jums mums
""",
    "lt": """
ir yra ne nėra aš tu jis ji mes jūs jie mano tavo jo jos mūsų jūsų šis ši tas ta kas
kur kada kodėl kaip bet ar jei su iš į apie po iki be taip pat dar jau tik labai gerai
blogai geras blogas esu esi esame buvo bus būti gali negali reikia noriu dabar
šiandien vakar rytoj visada niekada nieko niekas viskas visi du trys dienų dienas
dienos savaitės savaičių mėnesį metų valandas ačiū prašau labas siunta siuntos
siuntinys užsakymas užsakymo pinigai pinigų atgal laukiu atsakymo veikia man jums kad
""",
    "hr": """
i je u na se da ne za s sa od do iz po o ali ili jer ako kad kada gdje gde šta što tko
ko zašto kako koji koja koje sam si smo ste su bio bila bilo bili biti će ću ćemo nije
nisam nisu nema imam ima imate može mogu moram moraju hoću želim ja ti on ona mi vi
oni mene meni moj moja moje tvoj vaš naš njegov njen ovaj ova ovo taj to tu ovdje ovde
tamo već još samo također takođe jako vrlo više dobro dobar loše loš najgori uvijek
uvek nikad nikada ništa nitko niko netko nešto sve svi danas jučer juče sutra sad sada
dan dana tjedan tjedna nedelju mjesec godina sati dva tri hvala molim bok zdravo paket
pošiljka narudžba dostava dostave novac povrat čekam odgovor radi
""",
    "sl": """
in je na se da ne za s z od do iz po o ali pa ker če ko kdaj kje kaj kdo zakaj kako
kateri katera sem si smo ste so bil bila bilo bili biti bo bom bomo ni nisem niso
nimam imam ima imate lahko moram hočem želim jaz ti on ona mi vi oni mene meni moj
moja moje tvoj vaš naš njegov njen ta to tu tukaj tam že še samo tudi zelo več dobro
dober slabo slab najslabši vedno nikoli nič nihče nekdo nekaj vse vsi danes včeraj
jutri zdaj dan dni teden tedne tednov mesec leto let ur dva tri hvala prosim živjo
paket pošiljka naročilo naročil dostava dostave denar nazaj čakam odgovor odgovora
deluje
""",
    "ms": """
yang dan di ke dari ini itu untuk dengan tidak tak saya aku awak anda dia kami kita
mereka ada adalah akan sudah dah belum sedang masih boleh dapat juga atau tapi tetapi
kerana sebab kalau jika apa apakah siapa bila mana kenapa mengapa bagaimana macam
berapa sangat sekali lebih paling baik bagus teruk kecewa cepat lama lambat barang
pesanan bungkusan hantar dihantar penghantaran sampai datang terima kasih tolong mohon
maaf duit wang balik bayar sama lagi sahaja je lah kan pun hari minggu bulan tahun jam
malam pagi esok semalam sekarang semua orang banyak beli jual harga murah mahal kedai
penjual pembeli rosak hilang salah betul jangan harus mahu nak seperti oleh pada dalam
tentang selepas sebelum hanya baru pernah xde takde mcm korang
""",
    "gl": """
o a os as un unha uns unhas do da dos das no na nos nas ao á ós ás e ou que non si é
son era foi está están estou teño ten teñen hai fai fan facer vou vai van ir dixo sei
meu miña teu túa seu súa noso nosa vós nós eu ti el ela moi máis menos moito moita
pouco nada ninguén nunca sempre tamén tampouco xa aínda hoxe onte mañá despois antes
desde ata entre sobre outra outro vez todo toda algo alguén así ben mal bo boa grazas
ola día días semana xente cousa cousas dous dúas pero porque cando onde quen canto
mellor peor xunta galego
""",
    "af": """
die en van is nie het in om te vir met op dat wat ek jy hy sy ons julle hulle my jou
haar hom dit hierdie daardie hier daar nou vandag gister môre altyd nooit weer nog al
ook maar want omdat as of baie meer goed sleg kan sal moet wil was wees word doen maak
kom gaan kry geen niks iemand niemand almal iets een twee drie dae week weke maand
jaar uur dankie asseblief hallo pakkie bestelling geld terug wag antwoord werk deur
uit oor onder voor na
""",
    "eu": """
eta da ez bai dut du dute zen ziren dira naiz zara gara zait bat batzuk hau hori hura
hemen hor han orain gaur atzo bihar beti inoiz oso asko gutxi hobeto ongi ondo txarra
ona baina edo zer nor non noiz nola zergatik nire zure bere gure zuen ni zu gu zuek
ere bakarrik egun aste hilabete urte ordu eskerrik kaixo mesedez eskaera paketea dirua
gabe arte izan egin behar nahi ahal
""",
    "sq": """
dhe në një të e i për me nga se që është janë ishte kam ke ka kemi keni kanë jam je
jemi jeni unë ti ai ajo ne ju ata ato nuk mos po jo edhe ose por si çfarë kush ku kur
pse sa këtu atje tani sot dje nesër gjithmonë kurrë shumë pak mirë keq më këtë kjo ky
tim ime jote tuaj ditë javë muaj vit orë faleminderit lutem përshëndetje porosia
paratë pako
""",
    "is": """
og að það er ekki ég sem á í við til fyrir með af en eða þú hann hún þeir þær þið mér
mig þér þig mitt mín minn þetta þessi hér þar nú dag gær alltaf aldrei mjög góður gott
slæmt vont hvað hvar hver hvernig hverju hafa hef hefur var voru verið vera get getur
vil þarf skal komið koma kemur sagði ekkert enginn allt allir takk halló pakki pöntun
peningar bíða svar vika vikur dagur dagar mánuður ár
""",
    "az": """
və bir bu üçün ilə da də ki nə niyə necə harada kim mən sən o biz siz onlar mənim
sənin onun bizim sizin mənə sənə var yox deyil olan oldu olub olar çox az daha ən
yaxşı pis indi gün dünən sabah həmişə heç hər şey sonra əvvəl kimi qədər amma lakin
əgər sifariş pul geri çatdırılma təşəkkür xahiş salam həftə ay il saat gəlmədi işləmir
""",
}
