"""Chinese: simplified, traditional, and Cantonese as it is written.

Cues in simplified characters are found in traditional ones too, as they are written in
Taiwan and in Hong Kong; what only is said there stands in traditional characters.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

from monitor.scoring.signals.table import Counts, Table
from monitor.scoring.signals.words_zh_feeling import FEELING
from monitor.scoring.signals.words_zh_fine import FINE
from monitor.scoring.signals.words_zh_flags import FLAGS
from monitor.scoring.signals.words_zh_goods import GOODS
from monitor.scoring.signals.words_zh_money import MONEY
from monitor.scoring.signals.words_zh_people import PEOPLE
from monitor.scoring.signals.words_zh_silence import SILENCE

_ASKED = (
    "(?:打|拨打|联系|找|问|咨询|反映|投诉|催|致电|发邮件|发私信|发消息|留言|报修"
    "|申诉|申请|提交|反馈|写信|写邮件|要求|举报|打去|打咗|催咗|問咗|寫信|去信|投訴咗"
    "|報修)"
)
_MEANS = (
    "(?:电话|邮件|客服|热线|投诉|工单|私信|留言|短信|消息|微信|申诉|报修|email"
    "|e-mail|来信|信|人工|12315|12345|站内信)"
)
_COUNTS = Counts(
    numbers="一=1 | 二=2 | 两=2 | 三=3 | 四=4 | 五=5 | 六=6 | 七=7 | 八=8 | 九=9"
    " | 十=10 | 十一=11 | 十二=12 | 十三=13 | 十四=14 | 十五=15 | 十六=16"
    " | 十七=17 | 十八=18 | 十九=19 | 二十=20 | 二十一=21 | 二十三=23"
    " | 二十六=26 | 二十多=20 | 三十=30 | 四十=40 | 五十=50 | 六十=60"
    " | 九十=90 | 一百=100 | 半=.5 | 一个半=1.5 | 两个半=2.5 | 三个半=3.5"
    " | 一个多=1 | 两个多=2 | 三个多=3 | 十几=15 | 十多=12 | 几=3 | 好几=4"
    " | 几十=30 | 数=3 | 两三=3 | 三四=4 | 四五=5 | 五六=6 | 七八=8 | 几个=3"
    " | 好几个=4 | 一个=1 | 两个=2 | 三个=3 | 四个=4 | 五个=5 | 六个=6"
    " | 七个=7 | 八个=8 | 九个=9 | 十个=10 | 半个=.5 | 俩=2 | 兩=2 | 幾=3"
    " | 幾個=3 | 成個=1 | 成=1 | 十幾=15",
    ordinals="第二=2 | 第三=3 | 第四=4 | 第五=5 | 第六=6 | 第七=7 | 第八=8 | 第九=9"
    " | 第十=10 | 第n=5 | 第2=2 | 第3=3 | 第4=4 | 第5=5 | 第6=6 | 第7=7"
    " | 第8=8 | 第9=9 | 第10=10 | 第无数=10",
    times="无数次=10 | 无数遍=10 | 无数个=10 | 好多次=4 | 好几次=4 | 好几遍=4"
    " | 好几个=4 | 多次=3 | 几次=3 | 几遍=3 | 数次=3 | 许多次=4 | 很多次=4"
    " | 很多遍=4 | 屡次=3 | 反复=3 | 几十次=30 | 好多遍=4 | 幾次=3 | 好幾次=4"
    " | 好多通=4 | 好几通=4 | 無數次=10 | 几十遍=30 | 几十个=30",
    units="分钟|分鐘=minute | 小时|钟头|鐘頭|小時=hour | 天|工作日=1 | 周|星期|礼拜"
    "|禮拜=7 | 年=365 | 个星期|个礼拜|個禮拜|個星期=7 | 个月|個月=30 | 个小时"
    "|个钟|個鐘|個鐘頭|个钟头|個小時=hour | 个工作日|個工作天=1.4 | 整天"
    "|晚上=.5",
    bare="整天",
    fixed="从昨天=1 | 从昨晚=.5 | 从早上=.3 | 一整天=1 | 一上午=.25 | 一下午=.25"
    " | 一晚上=.4 | 一整晚=.5 | 一个上午=.25 | 一个下午=.25 | 从上周=7"
    " | 从上个月=30 | 从去年=365 | 大半年=200 | 大半个月=20 | 小半年=120"
    " | 成日=1 | 成個禮拜=7 | 成個月=30 | 由尋日=1 | 昨天到现在=1 | 好几天=4"
    " | 好多天=5 | 多日=4 | 半天=.4",
    wait_before="(?:等|排|等待|等候|等足|等咗|等了我|拖|拖了|拖咗|耗|耗了|晚|晚了|迟"
    "|迟了|遲咗|慢了|延误|延误了|误点|晚点|晚点了|延迟|延迟了|耽误"
    "|耽误了|卡了|停了|停电|停水|断了|断网|排队|等了|排了|等上|排上|过去"
    "|过去了|失联|失联了|等位|干等|苦等|催|催了|坏了|修了|打了|推迟"
    "|推迟了|审核中已经|审核|延誤|誤點|遲到|逾期|已逾|超过承诺|未有回覆"
    "|冇回覆)(?:了|整整|将近|差不多|快|足足|大概|大约|超过|至少|起码|我"
    "|我们|整|已经|都|咗|近|满|接近)*",
    wait_behind="(?:多|半|左右|以上|了)*(?:了|啦|吧|喇|嘞|都|还|也|，|,)*(?:还没"
    "|还不|都没|也没|仍没|仍未|还未|没到|没有到|没发|没人|无人|没有人"
    "|没处理|没有处理|没动静|没消息|没有消息|没回|没有回|没退|没有退"
    "|没解决|没修|没有修|没结果|没有结果|没更新|不发货|不处理|不给|不退"
    "|未发货|未处理|未到|未退|未收到|未回|未有|没收到|没有收到|没有任何"
    "|没任何|不动|没物流|不回|不理|都未|仲未|仲係|冇人|還沒|還沒有|都沒"
    "|沒人|沒有|才(?:到|接|来|有|回|送|轮|上|发|处理|给|收|見|等|通|修"
    "|出))|(?:多|半)?(?:过去了|都过去了|过去，|过去|起步)",
    if_trouble_before="(?:已经|都|过了|过|整整|足足|将近|快|超过|到现在|至今|前后"
    "|前前后后|这|已|近|一共|已過|已經|都已经|拖拖拉拉|花了|花"
    "|用了|长达|連續|连续|连着|停|等)(?:有|快|将近|整整|了|是"
    "|超过)*",
    if_trouble_behind="(?:多|半|左右|以上)*(?:了|前|后|過|过|啦|没|无|不|才|还|都|也"
    "|也没|仍|喇|，|,|。|\\.|$)",
    no_wait_before="(?:质保|保修|保固|保质期|保质|保鲜|年龄|今年|明年|去年|每|每个"
    "|前|提前|未来|接下来|最近|第|不到|不用|只用|只要|仅|仅用|才|就"
    "|大概|预计|开车|步行|走路|路程|车程|坐车|距离|再等|月|年|周|星期"
    "|礼拜|上|下|本|这|那|一年|退休|工龄|经验|结婚|在一起|陪伴|陪|住"
    "|工作|入职|认识|孩子|宝宝|试用|免费|赠送|送|包|租期|合同|有效期"
    "|分期|免息|零息|满|早|怀孕|孕|产后|刚满|寄養|共|时长|片长|全长"
    "|拍|播出|看了|追了|追|读|用|使用|穿|戴|吃|喝|养|跑|开|玩|住了"
    "|用了|穿了|吃了|喝了|学|学了|练|练了|睡|睡了|存|存了|[0-9])",
    no_wait_behind="(?:多|半|左右)?(?:质保|保修|保固|保质|无理由|不能退|可退|以后|内"
    "|以内|之内|就到|就收|就发|就送|就好|就来|就退|就修|就解决|就处理"
    "|就搞定|就能|就可以|就有|就回|到货|到手|送达|后到|后发|后见|后开"
    "|后出|会员|免费|试用|体验|套餐|合约|合同|分期|免息|游|旅|假|之旅"
    "|的旅|的假|的课|课|票|卡|的车程|车程|路程|老店|老客|老用|老粉"
    "|的孩子|的宝宝|大的|的娃|的使用|生日|纪念|店庆|后再|后来评|后追"
    "|后评|来评|来追|一次|两次|三次|一遍|一换|一个|起租|早上|上午"
    "|下午|晚上|前买|前就买|前在|前第一|前来|年|级)",
    contacts=(
        (
            f"{_ASKED}(?:了|过|咗|完|都|给|过去|你们|客服|他们|商家|卖家|物业|售后|贵"
            "|公司|们|平台|官方|电话)*"
            "(?!一(?:次|遍|通|回|封|轮|条|趟|个)|1次){n}(?:次|遍|通|回|封|轮|条|趟"
            "|个(?:电话|投诉|工单|邮件|客服|人|部门|热线)|個(?:電話|人|部門))(?!火|针|架"
            "|球|喷嚏|折)"
        ),
        (
            f"{_ASKED}(?:了|过|咗|给|过去|你们|客服|他们|商家|卖家|物业|售后|电话|都"
            f"|就)*{{times}}"
        ),
        (
            "(?!一(?:次|通|封|遍|回)){n}(?:次|通|封|遍|回)(?:客服|投诉)?"
            f"{_MEANS}(?!号|内|以内|前|就|以上|之内)"
        ),
        (
            f"{{times}}(?:地|的|去|给|向|跟)?(?:你们|客服|商家|售后|物业"
            f"|平台)?(?:{_ASKED}|沟通|协商|交涉|联络|聯絡|跟进|跟進|打)"
        ),
        (
            "{nth}(?:次|遍|通|封|回|趟|个)(?:打|联系|投诉|反映|反馈|问|催|报修|申诉"
            "|提交|申请|私信|留言|电话|发"
            "|送修|返修|维修|维|修|换|退|发邮件|邮件|写信|跟你们|向你们|要求|聯絡|打電話"
            "|投訴|寫|去信|派|举报|报|客服)"
        ),
        "{n}(?:次|遍|回)(?:了)?(?:都)?(?:没|无|不)(?:人|回|有人|用|解决|结果|处理)",
        "催(?:了)?{n}(?:次|遍|回)",
    ),
    contact_words="次 遍 通 封 轮 条 趟 个电话 回 个 個 反复 屡次 多次",
)


@functools.cache
def _converters() -> tuple[Any, ...]:
    from opencc import OpenCC

    return OpenCC("s2tw"), OpenCC("s2hk")


def _scripts(words: str) -> list[str]:
    """Return words as they are, and as Taiwan and Hong Kong write them."""
    return [words, *(converter.convert(words) for converter in _converters())]


def _in_scripts(lines: str) -> str:
    """Add to each line its cues in the other scripts, where they differ."""
    ways = [way.splitlines() for way in _scripts(lines.strip())]
    written = []
    for same in zip(*ways, strict=True):
        weight = same[0].partition(":")[0]
        cues = [cue.strip() for way in same for cue in way.partition(":")[2].split(",")]
        written.append(f"{weight}: {', '.join(dict.fromkeys(cues))}")
    return "\n".join(written)


def _pattern_in_scripts(pattern: str) -> str:
    """Let each sign of a regular expression stand in any script."""
    signs = (dict.fromkeys(ways) for ways in zip(*_scripts(pattern), strict=True))
    return "".join(
        f"[{''.join(ways)}]" if len(ways) > 1 else "".join(ways) for ways in signs
    )


def _counts_in_scripts(counts: Counts) -> Counts:
    lists = {
        name: " | ".join(dict.fromkeys(_scripts(getattr(counts, name))))
        for name in ("numbers", "ordinals", "times", "units", "bare", "fixed")
    }
    patterns = {name: _pattern_in_scripts(getattr(counts, name)) for name in _PATTERNS}
    return dataclasses.replace(
        counts,
        contacts=tuple(map(_pattern_in_scripts, counts.contacts)),
        contact_words=" ".join(_scripts(counts.contact_words)),
        **lists,
        **patterns,
    )


_PATTERNS = (
    "wait_before", "wait_behind", "if_trouble_before", "if_trouble_behind",
    "no_wait_before", "no_wait_behind",
)  # fmt: skip
TABLE = Table(
    lang="zh",
    edges="none",
    cues={
        kind: _in_scripts(lines)
        for kind, lines in {
            **MONEY,
            **SILENCE,
            **GOODS,
            **PEOPLE,
            **FLAGS,
            **FEELING,
            **FINE,
        }.items()
    },
    counts=_counts_in_scripts(_COUNTS),
)
