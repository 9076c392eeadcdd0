"""How words of Latin letters look in each language: their letters and endings.

Only used for words that stand in no table. A letter that several languages have speaks
for each of them, a little.
"""

from __future__ import annotations

LETTERS = {
    "az": "əçğıöşü",
    "ca": "çéèàòíóúüï",
    "cs": "áéíóúýřěůťďňšžč",
    "da": "åøæ",
    "de": "äöüß",
    "es": "ñáéíóúü",
    "et": "äöüõšž",
    "fi": "äö",
    "fr": "çéèêëàâùûîïôœ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áéíóúýþðæö",
    "it": "àèéìòù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nl": "ëïé",
    "no": "åøæ",
    "pl": "łąęśźżćńó",
    "pt": "ãõçáàâéêíóôú",
    "ro": "ăâîșțşţ",
    "sk": "áäéíóôúýľĺŕťďňšžč",
    "sl": "čšž",
    "sq": "ëç",
    "sv": "åäöé",
    "tr": "çğıöşü",
    "vi": "ãõáàâăéèêíìóòôơúùưýđ" + "".join(map(chr, range(0x1EA0, 0x1EFA))),
}

ENDINGS = {
    "ca": "ció cions ment",
    "cs": "ost ný ská",
    "da": "ede erne",
    "de": "ung ungen lich liche lichen keit heit isch ische schaft tzt rzt icht ieren "
    "iert chte chen rlich nen ßen sche",
    "en": "ing ings ness ght tion ment ly ould ck sh wn ew ed ies ty ight ough ful "
    "less",
    "es": "ción ciones sión dad dades mente ando iendo ado ada ados adas ido ida idos "
    "aron ieron illo illa illos azo ísimo ísima ito ita ísimos ría éis ción",
    "et": "mine misi",
    "fi": "ssa ssä lla llä sta stä lta ltä nen iin ksi een kaan kään",
    "fr": "eux euse eau eaux aux tion tions ment ique iques oir aire aires ais ait "
    "aient ette ettes eur eurs ez euil elle ienne ée ées",
    "hi-Latn": "iya unga ungi enge ega egi iye aao aega aegi aaya aati aata",
    "hu": "ban ben nak nek val vel ság ség ból ből",
    "id": "nya kan ngan",
    "it": "zione zioni ità etto etta etti ando endo ata ato ati ate uto uta iamo ssimo "
    "ssima aggio cchi cchio anza mente tto tta zzo zza oni ggio cco ccia gno gna",
    "ms": "nya kan ngan",
    "nl": "lijk lijke heid tje tjes ijn oor ijk eren",
    "pl": "ość ować łem łam cie ego ych ska ski iem czy nia nie owa",
    "pt": "ção ções dade mente ando endo indo ado ada ados adas ido ida inho inha aram "
    "eram agem eiro eira ão ões íssimo íssima aço ável",
    "ro": "ului ilor ează ește ție uri",
    "sk": "osť ný ská",
    "sl": "anje enje",
    "sv": "ligt else ningen arna orna",
    "tr": "lar ler yor yorum dım dim miş mış lık lik sın sin",
    "tl": "han hin",
}

RELATIVES = (("cs", "sk"), ("da", "no", "sv"), ("id", "ms"), ("hr", "sl"))
"""Their words are so much the same that one they share is as good as one of its own."""

RARE = ("af", "az", "eu", "gl", "is", "sq", "sw")
"""What these share with others takes nothing from the others."""
