"""What alerts say of their buttons and of what was pressed. See `alerts.words`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "choice_right": "Right",
    "choice_not_negative": "Not negative",
    "choice_not_us": "Not us",
    "choice_not_them": "Not {brand}",
    "choice_undo": "Undo",
    "choices_about": "The buttons are about the post that is quoted.",
    "noted": "Noted: {said} ({who}).",
    "noted_learns": "Similar posts about {brand} are read accordingly from now on.",
    "said_us": "about {brand}",
    "said_not_us": "not about {brand}",
    "said_not_negative": "not negative",
    "said_complaint": "a complaint",
    "said_not_complaint": "no complaint",
}

GERMAN: Final[Mapping[str, str]] = {
    "choice_right": "Stimmt",
    "choice_not_negative": "Nicht negativ",
    "choice_not_us": "Nicht wir",
    "choice_not_them": "Nicht {brand}",
    "choice_undo": "Rückgängig",
    "choices_about": "Die Knöpfe gelten dem zitierten Beitrag.",
    "noted": "Notiert: {said} ({who}).",
    "noted_learns": "Ähnliche Beiträge über {brand} werden ab jetzt entsprechend "
    "gelesen.",
    "said_us": "es geht um {brand}",
    "said_not_us": "es geht nicht um {brand}",
    "said_not_negative": "nicht negativ",
    "said_complaint": "eine Beschwerde",
    "said_not_complaint": "keine Beschwerde",
}

SPANISH: Final[Mapping[str, str]] = {
    "choice_right": "Correcto",
    "choice_not_negative": "No es negativo",
    "choice_not_us": "No somos nosotros",
    "choice_not_them": "No es {brand}",
    "choice_undo": "Deshacer",
    "choices_about": "Los botones se refieren a la publicación citada.",
    "noted": "Anotado: {said} ({who}).",
    "noted_learns": "A partir de ahora, las publicaciones parecidas sobre {brand} se "
    "leen en consecuencia.",
    "said_us": "trata de {brand}",
    "said_not_us": "no trata de {brand}",
    "said_not_negative": "no es negativo",
    "said_complaint": "es una queja",
    "said_not_complaint": "no es una queja",
}

FRENCH: Final[Mapping[str, str]] = {
    "choice_right": "Juste",
    "choice_not_negative": "Pas négatif",
    "choice_not_us": "Pas nous",
    "choice_not_them": "Pas {brand}",
    "choice_undo": "Annuler",
    "choices_about": "Les boutons concernent la publication citée.",
    "noted": "Noté : {said} ({who}).",
    "noted_learns": "Désormais, les publications semblables à propos de {brand} sont "
    "lues en conséquence.",
    "said_us": "à propos de {brand}",
    "said_not_us": "pas à propos de {brand}",
    "said_not_negative": "pas négatif",
    "said_complaint": "une réclamation",
    "said_not_complaint": "pas une réclamation",
}

JAPANESE: Final[Mapping[str, str]] = {
    "choice_right": "正しい",
    "choice_not_negative": "否定的ではない",
    "choice_not_us": "当社のことではない",
    "choice_not_them": "{brand}のことではない",
    "choice_undo": "取り消す",
    "choices_about": "ボタンの対象は引用された投稿です。",
    "noted": "記録しました：{said}（{who}）。",
    "noted_learns": "今後、{brand}に関する似た投稿の判定に反映されます。",
    "said_us": "{brand}に関する投稿",
    "said_not_us": "{brand}に関する投稿ではない",
    "said_not_negative": "否定的ではない",
    "said_complaint": "苦情である",
    "said_not_complaint": "苦情ではない",
}

KOREAN: Final[Mapping[str, str]] = {
    "choice_right": "맞음",
    "choice_not_negative": "부정 아님",
    "choice_not_us": "우리 얘기 아님",
    "choice_not_them": "{brand} 얘기 아님",
    "choice_undo": "되돌리기",
    "choices_about": "버튼은 인용된 글에 대한 것입니다.",
    "noted": "기록했습니다: {said} ({who}).",
    "noted_learns": "앞으로 {brand} 관련 비슷한 글의 판정에 반영됩니다.",
    "said_us": "{brand} 관련 글",
    "said_not_us": "{brand} 관련 글 아님",
    "said_not_negative": "부정 아님",
    "said_complaint": "불만임",
    "said_not_complaint": "불만 아님",
}

CHINESE: Final[Mapping[str, str]] = {
    "choice_right": "正确",
    "choice_not_negative": "不是负面",
    "choice_not_us": "与我们无关",
    "choice_not_them": "与 {brand} 无关",
    "choice_undo": "撤销",
    "choices_about": "按钮针对引用的内容。",
    "noted": "已记录：{said}（{who}）。",
    "noted_learns": "今后将据此判断关于 {brand} 的类似内容。",
    "said_us": "关于 {brand}",
    "said_not_us": "不是关于 {brand}",
    "said_not_negative": "不是负面",
    "said_complaint": "是投诉",
    "said_not_complaint": "不是投诉",
}

MARKING: Final[Mapping[str, Mapping[str, str]]] = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "ja": JAPANESE,
    "ko": KOREAN,
    "zh": CHINESE,
}
