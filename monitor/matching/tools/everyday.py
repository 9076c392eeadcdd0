"""Words of everyday speech: too common to be looked for alone, whatever they name.

Short lists by hand, of what is both common and a likely name; evidence from stored
posts says more where there is any. Little words (`LITTLE`) never tell one topic from
another, so they are not suggested as context either.
"""

from __future__ import annotations

import functools
import unicodedata

from monitor.matching.plan import COMMON
from monitor.matching.view import ANYWHERE, HANGUL, KINDS, LETTER

_LITTLE = {
    "English": """
a about above after again all also always am an and another any are around as at away
back be because been before being below between both but by came can come could did do
does doing done don down each else even ever every few for from get gets getting go
goes going gone got had has have having he her here hers him his how i if in into is
it its just let like ll made make makes many may me mine more most much must my never
no nor not now of off often on once one only or other our ours out over own put really
same say said says see seen she should since so some still such take than that the
their theirs them then there these they thing things this those though through to
today too try two under until up us use used very via want was way we well went were
what when where which while who whom why will with without won would yes yet you your
yours re ve im dont cant
""",
    "German": """
aber alle als also am an auch auf aus bei beim bin bis da dann das dass dein dem den
der des dich die dir doch du ein eine einem einen einer er es euch für ganz gegen habe
haben hat hier ich ihm ihn ihr im immer in ist ja jetzt kann kein keine man mehr mein
meine mich mir mit nach nicht noch nun nur ob oder ohne schon sehr sein sich sie sind
so über um und uns unter vom von vor war was wenn wer wie wieder wir wird zu zum zur
""",
    "French": """
à ai ainsi au aussi autre aux avec bien ça ce ces cette chez comme dans de depuis des
donc du elle elles en est et été être eux fait il ils je la le les leur lui ma mais me
mes moi mon ne nos notre nous on ont ou où par pas peu plus pour qu quand que qui sa
sans se ses si son sont sur ta te tes toi ton tout toute tous très tu un une vos votre
vous y
""",
    "Spanish": """
a al algo aquí así aún bien como con cuando de del desde donde dos el ella ellos en
entre era es esa ese eso está esta este esto estoy fue ha hace hasta hay la las le les
lo los más me mi mis muy nada ni no nos nosotros o para pero por porque que qué quien
se ser si sí sin sobre son soy su sus también te tiene todo todos tu tus un una uno y
ya yo
""",
    "Portuguese": """
a ao aos as até bem com como da das de dela dele do dos e é ela ele em era essa esse
esta está este eu foi há isso já lá mais mas me meu minha muito na não nas no nos nós
o os ou para pela pelo por porque qual quando que quem se sem ser seu só sua também te
tem tudo um uma você
""",
}
_NAMES = {
    "English": """
access action air alpha amazon angel anchor apple aqua arc arrow art atlas aurora axe
bad balance ball band bank bar bark base basic bay beacon bean bear beast beat bee
bell best better big bird black blade blaze blink block bloom blue board boat body
bold bolt bond book boost boss bounce box brand brave breeze bridge bright brown
bubble buddy burst butter camp candy canvas care cash castle cat central century
champion chase check chill choice circle city class clean clear click clip cloud
clover coach coast coffee comet comfort compass concept connect control cookie copper
coral core corner cosmos cotton craft crane cream creative credit crest cross crown
crush crystal cube daily dash data dawn day deck deep delta desert diamond direct
discord discovery dive dog dollar dolphin door dot dove dragon dream drift drive drop
dude duck dynamic eagle earth east easy echo eclipse edge elite ember emerald energy
engine epic essence eternal everyday evolution express extra eye face fair faith
falcon family fast feather feel field fire first fish flag flame flash flex flight
float flow flower fly focus food force forest forever form fortune forward fox fresh
friend front frost fuel full fun future galaxy game gap garden gate gem general genius
ghost giant gift glass global glow gold golden good grace grand grape graph gravity
great green grid grip ground group grove guardian guide gum halo hand happy harbor
harmony haven hawk heart heat heaven hello help hero hide hive home honey hook hope
horizon horse host hot house hub human hunter ice icon idea impact impulse indigo
infinity instant iron island ivory jade jaguar jet jewel joy juice jump jungle
junction key kind king kit kite lane laser leaf leap legacy legend lemon level liberty
life light lime line link lion liquid little live loop lotus love loyal luck lucky
luna lunar lush magic magnet mail manor maple mark market mars master match matter max
meadow media mega mercury merit meta metro mind mint mirror mobile modern moment
monday monster moon morning motion motor mountain mouse move muse music native natural
nature nest net network new next night nimble ninja noble north nova now nut oak oasis
ocean olive one onyx open optimum oracle orange orbit orchid origin oyster pace
pacific pack page palm panda panther paper paradise park path patriot peach peak pearl
people pepper perfect phoenix phone pilot pine pink pioneer pixel planet plant play
plum plus point polar pop port power premier pride prime print prism pro progress
promise pulse pump pure purple quest quick quiet quiz radar rain rainbow range rapid
raven raw ray reach real rebel red reef regal relay relic rescue reserve rest ride
ring ripple rise river road rock rocket root rose round route royal ruby run rush safe
sage sail salt sand sapphire saturn scale school science scout sea seal seed select
sense shadow shape share shark sharp shell shelter shield shift shine ship shop shore
sigma signal silk silver simple sky slack slate sleep slice smart smile smooth snap
snow social soft solar solid solo sonic soul sound source south space spark spectrum
speed spice spin spirit splash spot spray spread spring sprint sprite square squire
stage standard star start station stealth steam steel step sterling stone storm story
stream street stride strike stripe strong studio style sugar summer summit sun sunday
sunny sunrise super supreme surf surface surge swan sweet swift switch tango target
tea team tech temple tempo terra thrive thunder tide tiger time titan together top
torch total touch tower town trace track trade trail train treasure tree trek trend
tribe trident trinity true trust tulip tunnel turbo twin twist ultra union unique
united unity universal urban valley value vault vector velvet venture vibe victory
vida view village vine vintage violet virgin visa vision vista vital vivid vocal voice
volt voyage walk wall water wave way web well west whale wheel whisper white wild wind
window wing winner winter wire wise wish wolf wonder wood word work world yellow young
zebra zen zero zest zone zoom
""",
    "Korean": """
하나 우리 신한 국민 현대 대한 미래 사랑 사과 나무 하늘 바다 구름 바람 별 달 해 꽃 집
밥 물 불 행복 희망 마음 친구 엄마 아빠 아이 학교 회사 가게 시장 배달 쿠폰 카드 은행
오늘 내일 지금 정말 진짜 너무 그냥 다시 여기 저기 사람 시간 생각 이야기 문제 서비스
고객 상품 배송 환불 결제 앱 게임 음악 영화 여행 커피 빵 치킨 라면 과자 우유 딸기 당근
토스 배민
""",
    "Chinese": """
小米 苹果 蘋果 大众 大眾 长城 長城 美的 美好 平安 微信 天天 今日 头条 快手 百度 快乐
生活 中国 时间 朋友 公司 今天 明天 现在 问题 东西 手机 服务 客服 产品 订单 快递 退款
银行 电影 音乐 游戏 旅游 咖啡 牛奶 水果 橙子 葡萄 小红 红旗 春秋 东方 東方 南方 海底
全家 统一 統一 光明 农夫 闲鱼
""",
    "Japanese": """
楽天 平和 東京 日本 世界 今日 明日 時間 会社 問題 商品 注文 返金 電話 銀行 音楽 映画
旅行 花王 明治 森永 太陽 大和 大地 自然 すき さくら ひかり みずほ りそな ゆうパック
アップル ライン スイカ オレンジ ドコモ カメラ ゲーム アニメ サービス サポート
""",
    "Thai": "ทรู สบาย ไทย บ้าน รัก น้ำ ข้าว กาแฟ ธนาคาร บริการ ร้าน เพื่อน วันนี้ ตอนนี้",
    "German": """
apfel bahn bank brot buch der die eis erde feuer frei freund glück gold gut haus heute
himmel kraft land leben licht liebe luft markt meer mond morgen post sonne stadt stern
tag tisch wald wasser welt werk wind zeit zug
""",
    "French": """
air ami amour beau belle blanc bleu bon bonjour carrefour ciel cœur coup eau étoile
fleur free jardin jour lait lumière lune maison marché mer monde nature nuit orange
pain paris pomme poste rouge soleil temps terre ville vie vite
""",
    "Spanish": """
agua aire amigo amor azul banco barco bien bueno calle campo casa cielo claro corazón
correo día estrella fuego gol grande hogar hola luna luz mango mar mercado movistar
mundo naranja noche oro rojo sol sueño tienda tierra uno verde vida vuelo
""",
    "Portuguese": """
amigo amor azul banco bom caixa casa céu claro dia estrela gol grande itaú lua luz mar
mercado mundo natura noite oi ouro sol sonho terra tim verde vida vivo voo
""",
}
LITTLE = frozenset(word for words in _LITTLE.values() for word in words.split())
"""Words that stand in posts about anything."""


@functools.cache
def _languages() -> dict[str, str]:
    found: dict[str, str] = dict.fromkeys(COMMON, "English")
    for table in (_LITTLE, _NAMES):
        for language, words in table.items():
            for word in words.split():
                found.setdefault(unicodedata.normalize("NFKC", word), language)
    return found


def why_common(literal: str) -> str:
    """Say why a word alone finds too much, in words that follow its name; "" if not."""
    language = _languages().get(literal)
    if language:
        return f"is an everyday {language} word"
    kinds = 0
    for char in literal:
        kinds |= KINDS[char]
    if not kinds:
        return ""
    if len(literal) == 1 and kinds & (HANGUL | ANYWHERE):
        return "is one character, which stands in many other words"
    if kinds == LETTER and len(literal) <= 2:
        return "is so short that it means many other things"
    if kinds == LETTER and literal.isdigit():
        return "is only a number"
    return ""
