"""Which language a post is in, and when not to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.scoring.languages import LATIN_LANGUAGES, detect, plain_code
from monitor.scoring.vader import FastVader

LEXICON = FastVader().lexicon
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)

SHORT_POSTS = """
en: Still waiting for my refund after 3 weeks | where is my order | app keeps crashing
en: Great! | Worst airline ever | Terrible service | never again | still no refund
en: it's 'quoted' y''all, don't wait' rock 'n' roll | Love my new 삼성 phone so much
en: @acme your app keeps crashing https://t.example/x | Oil settles as traders weigh
de: wo bleibt mein Paket | immer noch keine Antwort | App stürzt ab | nie wieder
de: Geld zurück!! | läuft nicht | Die Lieferung ist schon wieder zu spät gekommen
fr: toujours pas livré | où est mon colis | remboursez moi svp | ça marche pas
fr: service client nul | j'attends depuis 3 semaines | Toujours pas de réponse
es: mi pedido no llega | Llevo tres semanas esperando mi reembolso | ¿cuándo llega?
es: pésimo servicio | no funciona la app | devuélvanme mi dinero
es: La gente no cambia, solo se cansa
pt: cadê meu pedido | app caiu de novo | quero meu dinheiro de volta | ninguém responde
pt: O aplicativo não funciona de novo, que absurdo | péssimo atendimento
it: ma quanto ci mettete | dov'è il mio pacco | pessimo servizio | che schifo
it: non funziona niente | ancora nessuna risposta
ca: on és el meu paquet
ko: 배송이 너무 늦어요 | 환불 언제 돼요 | Acme 앱 진짜 별로에요
ko: 배송 support@acme-helpdesk-service.example.com 늦어요
zh: 快递太慢了，我要退款 | 什么时候退款 | 退款 | 差評 | 東西壞了要退錢
zh: 美の店，质量太差
zh: 退款 https://example.com/refund/policy/and/more 太慢
zh: 退款 <a href=the-and-you-your-with-from> 太慢
ja: 配送が遅いです | サービス最悪 | 返金まだ? | 届かない | 対応最悪 | 朝食満足
ja: 配送が遅い @acme_help_desk_support_team です
ja: 東京都知事選挙、小池氏が当選確実 | 社員募集/未経験から可/見学だけでもどうぞ
ar: الخدمة سيئة جدا ولم يصل الطلب | وين طلبي | خدمة زفت | الطلب ما وصل
fa: سفارش من کجاست | هنوز نرسیده | پول من را پس بدهید
ur: میرا آرڈر کہاں ہے | پیسے واپس کرو
ru: Доставка очень медленная, ужасно | где мой заказ | верните деньги
uk: де моє замовлення | поверніть гроші | Додаток знову не працює
bg: къде ми е поръчката
sr: где је мој пакет
hi: मेरा ऑर्डर कहाँ है | पैसे वापस करो
mr: माझी ऑर्डर कुठे आहे
nl: waar blijft mijn pakket | nog steeds niet geleverd | slechte service, nooit meer
tr: kargom nerede | hala gelmedi | param iade edilmedi
pl: gdzie jest moja paczka | nie działa aplikacja
cs: kde je můj balík
sk: kde je môj balík
hu: hol van a csomagom
ro: unde este comanda mea
sv: var är mitt paket | appen fungerar inte
da: hvor er min pakke
no: hva skjer med pakken min
fi: missä minun pakettini on
id: pesanan saya belum sampai | kapan dikirim kak
vi: đơn hàng của tôi đâu | giao hàng chậm quá
tl: nasaan na po yung order ko
th: บริการแย่มาก | พัสดุยังไม่มา
el: πού είναι το δέμα μου
he: איפה החבילה שלי
hr: gdje je moj paket
sl: kje je moj paket
lt: kur mano siunta
lv: kur ir mans sūtījums
et: kus mu pakk on
"""

UNTOLD = """
hwanbul eonje dwaeyo | baesong wae ireoke neujeoyo | refund kab milega bhai
paisa wapas karo | order abhi tak nahi aaya | mera parcel kaha hai
yaar kya bakwas service hai paisa wapas karo | lunch me rajma, dinner me bacha hua rajma
3ayez floosy | fein el order bta3y | wesh had lkhedma | henkin shite kudasai
itsu todokimasu ka | gde moy zakaz | Mario Monti | Jean-Pierre Dupont
Giulia Rossi Milano | Anna Schmidt | Carlos Alberto Silva | Kim Min-jun | Acme
iPhone 15 Pro Max | AC123 | 😡😡😡 | 12345 67% | +49 170 1234567 | ... | asdf qwer zxcv
hahahaha | das Paket is late, where is it und wann kommt es | ¿? | 東 | م
merci but je veux my money back now please | https://example.com/the/this/that @someone
"""


def in_dictionary(word: str) -> bool:
    """Say whether a word is English, as the scorer does."""
    return word in LEXICON


def found(text: str, hint: str = "") -> str:
    """Detect with a dictionary."""
    return detect(text, hint, known=in_dictionary)


def short_posts() -> list[tuple[str, str]]:
    """Return text and language."""
    lines = [line.partition(": ") for line in SHORT_POSTS.strip().splitlines()]
    return [(text, code) for code, _, texts in lines for text in texts.split(" | ")]


@pytest.mark.parametrize(("text", "expected"), short_posts())
def test_a_short_post_shows_its_language(text: str, expected: str) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", UNTOLD.strip().replace("\n", " | ").split(" | "))
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert found(text) == ""


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b"])
def test_nothing_is_in_no_language(text: str) -> None:
    assert found(text) == ""


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("Acme flight AC123", "en", "en"),
        ("Acme flight AC123", "en-US", "en"),
        ("배송이 너무 늦어요", "en", "ko"),
        ("Die Lieferung ist schon wieder zu spät gekommen", "en", "de"),
        ("yaar kya bakwas service hai paisa wapas karo", "en", ""),
        ("yaar kya bakwas service hai paisa wapas karo", "hi", "hi"),
        ("I have been waiting for my order since last week", "de", "en"),
        ("Llevo tres semanas esperando mi reembolso y nadie contesta", "pt", "es"),
        ("obrigado", "pt-BR", "pt"),
        ("Bagaimana ini", "id", "id"),
        ("東京", "ja", "ja"),
        ("東京", "", "zh"),
        ("I have been waiting", "und", "en"),
        ("Terrible service", "qme", "en"),
        ("Terrible service", "qu", "qu"),
        ("الخدمة", "fa", "fa"),
        ("где мой заказ, уже третий день жду", "uk", "ru"),
        ("Доставка", "uk", "uk"),
        ("😡😡😡", "de", ""),
    ],
)
def test_the_networks_word_is_believed_where_it_is_plausible(
    text: str, hint: str, expected: str
) -> None:
    assert found(text, hint) == expected


def test_without_a_dictionary_words_of_no_language_stay_so() -> None:
    assert detect("blorf snark wibble") == ""


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert detect("the parcel is late and " * 50_000) == "en"


@given(ANY_TEXT, st.sampled_from(["", "en", "de", "zh-TW", "xx", "\ud800"]))
def test_any_text_has_a_plain_code_or_none(text: str, hint: str) -> None:
    code = found(text, hint)
    assert code == plain_code(code)


@given(
    st.sampled_from(short_posts()),
    st.sampled_from(["  ", " 😡", "!!!", " @acme", "\n"]),
)
def test_what_is_in_no_language_changes_nothing(
    post: tuple[str, str], added: str
) -> None:
    text, code = post
    assert found(text + added) == code


@given(st.sampled_from([p for p in short_posts() if p[1] in LATIN_LANGUAGES]))
def test_capitals_change_nothing(post: tuple[str, str]) -> None:
    text, code = post
    assert found(text.lower().upper()) in {code, ""}
