"""Explanations of ELI: the conditions."""

from doccheck.reports.wording.words import Reasons

CONDITIONS: dict[str, dict[str, Reasons]] = {
    "ELI01": {
        "zh": Reasons(
            "基本条件有一项没有确认，就不能受理。",
            "每一项基本条件都勾选“是”。",
            "有一项没有勾选。",
            "逐项核实后勾选；不符合的暂不申报。",
        ),
        "en": Reasons(
            "One condition not affirmed stops the submission.",
            "“Yes” for every condition.",
            "One left open.",
            "Answer each; do not apply if one is not met.",
        ),
    },
    "ELI02": {
        "zh": Reasons(
            "盈利、增长、研发占比等指标是申报门槛。",
            "三年利润总额都是正数。",
            "其中一年利润总额为负。",
            "核对数据；填错的更正，确实不达标的不符合申报条件。",
        ),
        "en": Reasons(
            "Profit, growth and research share are thresholds.",
            "Profit in all three years.",
            "A loss in one of them.",
            "Check the figures; correct slips.",
        ),
    },
    "ELI03": {
        "zh": Reasons(
            "选的条件数量不够，或漏了必选项，不能通过资格审查。",
            "选够规定的项数，含必选项。",
            "必选项没有选。",
            "对照通知补选，并附相应证明。",
        ),
        "en": Reasons(
            "Too few criteria, or the mandatory one left out, fails the screening.",
            "Enough criteria with the mandatory one.",
            "The mandatory one missing.",
            "Add it with its proof.",
        ),
    },
    "ELI04": {
        "zh": Reasons(
            "自评分加错或超过分值，评分表要重填。",
            "每项不超过分值，总分等于各项之和。",
            "分值6分的项目自评8分。",
            "逐项核对分值，重新加总。",
        ),
        "en": Reasons(
            "Scores above the maximum or wrong sums must be done again.",
            "No item above its maximum, the total right.",
            "8 points where 6 are the maximum.",
            "Check each item and add up again.",
        ),
    },
    "ELI05": {
        "zh": Reasons(
            "申报的类别要与得分和附加条件相符。",
            "得分82，申报80—89分对应的类别。",
            "得分76，申报80分以上的类别。",
            "按得分调整类别。",
        ),
        "en": Reasons(
            "The category must fit the score and its side conditions.",
            "82 points for the band 80–89.",
            "76 points for a band from 80.",
            "Choose the category that fits.",
        ),
    },
    "ELI06": {
        "zh": Reasons(
            "不在本地区的企业、过了截止日的材料，不予受理。",
            "住所在本地区，截止日当天送达。",
            "截止日第二天送达。",
            "按通知的地区和日期申报；有特殊情况先与受理单位联系。",
        ),
        "en": Reasons(
            "Enterprises from elsewhere and late submissions are not accepted.",
            "Seated in the region, handed in on the last day.",
            "Handed in a day late.",
            "Keep to region and date; ask the office in special cases.",
        ),
    },
    "ELI07": {
        "zh": Reasons(
            "已经认定过的企业不得再次申报。",
            "不在历年认定名单中。",
            "两年前已获同一称号。",
            "先查历年名单再申报。",
        ),
        "en": Reasons(
            "Nobody is recognised twice.",
            "Not on any earlier list.",
            "Recognised two years ago.",
            "Look at the earlier lists first.",
        ),
    },
    "ELI08": {
        "zh": Reasons(
            "资质证书过期或不是本企业的，不能作为依据。",
            "体系证书在有效期内，持证人是申报单位。",
            "证书上个月到期。",
            "换成有效的证书。",
        ),
        "en": Reasons(
            "An expired certificate, or somebody else's, proves nothing.",
            "Valid and the applicant's own.",
            "Expired last month.",
            "Hand in the valid one.",
        ),
    },
    "ELI09": {
        "zh": Reasons(
            "方法应用时间不够，成效还不能证明。",
            "“自2019年起推行”，到申报时已满2年。",
            "“今年年初开始试行”。",
            "写明开始应用的时间；不满年限的以后再报。",
        ),
        "en": Reasons(
            "Too short a practice proves little.",
            "In use since 2019, more than two years.",
            "On trial since this January.",
            "State since when; apply later if it is too soon.",
        ),
    },
    "ELI10": {
        "zh": Reasons(
            "推荐单位不在名单内，或没有排序，推荐无效。",
            "名单内的单位推荐，写明推荐顺序。",
            "由不在名单内的协会推荐。",
            "由名单内的单位推荐并写明顺序。",
        ),
        "en": Reasons(
            "Only the bodies on the list may recommend, in order.",
            "A body on the list, order given.",
            "A body that is not on the list.",
            "Have a listed body recommend, with the order.",
        ),
    },
}
