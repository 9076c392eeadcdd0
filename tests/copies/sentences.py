"""Complaints in four languages: line for line, the same things said."""

from __future__ import annotations

from typing import Final

Parts = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

ENGLISH: Final[Parts] = (
    (
        "Acme lost my luggage on the way to Lisbon.",
        "I ordered a blender from Acme in September.",
        "My Acme subscription was renewed without asking me.",
        "The Acme app logs me out every single morning.",
        "Acme charged my credit card twice for one booking.",
        "We booked a family room with Acme for the holidays.",
        "The battery of my Acme phone swells in the sun.",
        "Acme closed my account with money still in it.",
        "Our Acme router drops the connection at night.",
        "The Acme courier left my parcel in the rain.",
    ),
    (
        "Nobody answered the phone for three whole weeks.",
        "The chat robot keeps sending me to the same page.",
        "Their manager promised a refund that never arrived.",
        "They asked for the receipt four times in a row.",
        "Support says it must be the fault of my bank.",
        "Now they want another fee before they look at it.",
        "Every letter I write is answered with a template.",
        "The shop around the corner refuses to take it back.",
        "A technician came, shrugged and drove away again.",
        "My complaint was closed before anybody had read it.",
    ),
    (
        "Please warn your friends and share this.",
        "I will tell the consumer office about it.",
        "Never again, there are better companies.",
        "Does anyone know a lawyer who can help?",
        "This is how loyal customers are treated.",
        "I want my money back before the weekend.",
        "Their advertising promises the opposite.",
        "Has the same thing happened to you too?",
        "Shame on whoever designed this process.",
        "Let us see how long they keep silent now.",
    ),
)

KOREAN: Final[Parts] = (
    (
        "Acme가 리스본 가는 길에 제 짐을 잃어버렸습니다.",
        "지난 구월에 Acme에서 믹서기를 주문했습니다.",
        "제 Acme 구독이 아무런 안내도 없이 갱신되었습니다.",
        "Acme 앱이 매일 아침마다 저를 로그아웃시킵니다.",
        "Acme가 예약 한 건에 카드를 두 번 결제했습니다.",
        "연휴에 쓰려고 Acme에서 가족 객실을 예약했습니다.",
        "제 Acme 휴대폰 배터리가 햇볕에 부풀어 오릅니다.",
        "Acme가 잔액이 남은 제 계좌를 닫아 버렸습니다.",
        "우리 집 Acme 공유기는 밤마다 연결이 끊어집니다.",
        "Acme 기사가 택배를 비 오는 마당에 두고 갔습니다.",
    ),
    (
        "삼 주 내내 전화를 받는 사람이 아무도 없었어요.",
        "상담 로봇은 계속 똑같은 화면으로만 보냅니다.",
        "책임자가 약속한 환불은 끝내 들어오지 않았어요.",
        "영수증을 연달아 네 번이나 다시 보내라고 했어요.",
        "고객센터는 무조건 제 은행 잘못이라고만 합니다.",
        "이제는 살펴보기 전에 수수료를 더 내라고 합니다.",
        "편지를 쓸 때마다 복사한 답변만 돌아옵니다.",
        "동네 매장은 물건을 도로 받아 주지 않겠답니다.",
        "수리 기사는 어깨만 으쓱하고 그냥 돌아갔습니다.",
        "아무도 읽지 않은 채 제 민원이 종결되었습니다.",
    ),
    (
        "친구들에게 꼭 알려 주시고 널리 공유해 주세요.",
        "소비자원에 정식으로 신고할 생각입니다.",
        "두 번 다시 안 갑니다, 더 좋은 회사가 많아요.",
        "도와줄 수 있는 변호사를 아시는 분 계신가요?",
        "오래된 단골을 이런 식으로 대접하는군요.",
        "주말이 되기 전에 제 돈을 돌려받고 싶습니다.",
        "광고에서는 정반대로 말하고 있던데요.",
        "혹시 여러분도 똑같은 일을 겪으셨나요?",
        "이런 절차를 만든 사람은 부끄러운 줄 아세요.",
        "언제까지 입을 다물고 있을지 지켜보겠습니다.",
    ),
)

CHINESE: Final[Parts] = (
    (
        "我去里斯本的路上，行李被Acme弄丢了。",
        "九月份我在Acme订购了一台搅拌机。",
        "我的Acme会员没有经过同意就自动续费了。",
        "Acme的应用每天早上都把我强制退出登录。",
        "一次预订，Acme却从信用卡扣了两笔款。",
        "我们为假期在Acme预订了一间家庭房。",
        "我的Acme手机电池在太阳底下会鼓起来。",
        "账户里明明还有余额，Acme就把它注销了。",
        "家里的Acme路由器一到夜里就断开网络。",
        "Acme的快递员把包裹丢在雨里就走了。",
    ),
    (
        "整整三个星期都没有人接听电话。",
        "聊天机器人总是把我带回相同的页面。",
        "经理亲口答应的退款一直没有到账。",
        "他们连续四次要求我重新提供收据。",
        "客服坚持说这一定是银行那边的错误。",
        "现在他们说先交手续费才肯处理问题。",
        "写了好几封信，收到的全是套话模板。",
        "街角那家门店拒绝给我办理退货。",
        "维修师傅来了耸耸肩膀又开车离开了。",
        "我的投诉还没有人看过就被关闭了。",
    ),
    (
        "请提醒身边的朋友并且转发出去。",
        "我准备向消费者协会正式举报。",
        "再也不来了，别的公司要好得多。",
        "有谁认识可以帮上忙的律师吗？",
        "老顾客原来就是受到这样的对待。",
        "周末之前我一定要把钱拿回来。",
        "他们的广告宣传说的正好相反。",
        "你们是不是也遇到过类似情况？",
        "设计这套流程的人应该感到羞愧。",
        "看看他们到底还能沉默到什么时候。",
    ),
)

JAPANESE: Final[Parts] = (
    (
        "リスボンへ行く途中でAcmeに荷物をなくされました。",
        "九月にAcmeでミキサーを一台注文しました。",
        "Acmeの定期購入が確認もなく更新されていました。",
        "Acmeのアプリは毎朝かならずログアウトされます。",
        "一件の予約なのにAcmeがカードを二重に請求しました。",
        "連休のためにAcmeで家族向けの部屋を予約しました。",
        "Acmeの携帯は日なたに置くと電池が膨らみます。",
        "残高があるのにAcmeが私の口座を閉鎖しました。",
        "うちのAcmeのルーターは夜になると接続が切れます。",
        "Acmeの配達員が雨の中に小包を置いていきました。",
    ),
    (
        "三週間ずっと電話に出る人がいませんでした。",
        "チャットのロボットは同じページに戻すだけです。",
        "店長が約束した返金はいまだに届きません。",
        "領収書を続けて四回も出すように言われました。",
        "窓口は銀行側の間違いに違いないと言い張ります。",
        "今度は調べる前に手数料を払えと言ってきました。",
        "手紙を書くたびに決まり文句の返事が来ます。",
        "近所の販売店は返品を受け付けてくれません。",
        "修理の人は肩をすくめてそのまま帰りました。",
        "誰にも読まれないまま苦情が終了扱いになりました。",
    ),
    (
        "友達にも知らせてぜひ拡散してください。",
        "消費者センターに相談するつもりです。",
        "もう二度と使いません、他社のほうが親切です。",
        "力になってくれる弁護士をご存じありませんか？",
        "長年の得意客に対する扱いがこれですか。",
        "週末になる前にお金を返してほしいです。",
        "広告ではまったく逆のことを言っています。",
        "皆さんも似たような目にあっていませんか？",
        "この手続きを考えた人は恥ずかしくないのか。",
        "いつまで黙っているつもりか見届けます。",
    ),
)

LANGUAGES: Final = {
    "en": ENGLISH,
    "ko": KOREAN,
    "zh": CHINESE,
    "ja": JAPANESE,
}
SPACED: Final = frozenset({"en", "ko"})
SIDE: Final = 10
"""How many lines each part has."""

COMMENTS: Final = {
    "en": ("This!", "So true, the same here.", "I could not have said it any better"),
    "ko": ("이거 진짜예요", "저도 똑같이 당했습니다", "정말 공감합니다 여러분"),
    "zh": ("说得太对了", "我也遇到过一样的事", "大家都来看一看"),
    "ja": ("本当にその通り", "うちも同じでした", "これは読んでほしい"),
}
OPENINGS: Final = {
    "en": "I have been a loyal customer of Acme for years and",
    "ko": "Acme를 몇 년째 이용하고 있는 고객인데요",
    "zh": "作为Acme多年的老顾客我想说",
    "ja": "Acmeを何年も利用している者ですが",
}
SHORT: Final = (
    "Great service!",
    "acme is down",
    "Worst company ever",
    "Acme app not working again",
    "Is Acme down for anyone else?",
    "배송이 너무 느려요",
    "최악의 서비스",
    "垃圾客服",
    "Acmeのアプリが落ちた",
    "thank you so much Acme",
)
CASES: Final = (
    "Acme flight {a} was cancelled this morning and nobody at the gate knows anything",
    "Where is my Acme order {a}? It was due on Monday and I still have no answer",
    "Acme 주문번호 {a} 아직도 배송 준비 중이라고만 나오는데 언제 보내 주시나요",
    "Acme订单{a}已经超过一个星期了还没有发货请尽快处理一下谢谢",
)
