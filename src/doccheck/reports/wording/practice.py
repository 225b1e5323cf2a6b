"""Words of ELI09 and ELI10: how long in use, and who recommends."""

from doccheck.reports.wording.words import Words

_LONG = "应用{years}年以上"
_LONG_EN = "{years} years or more"
_LISTED = "由通知规定的推荐单位推荐"
_LISTED_EN = "a body that the notice names"

WORDS: dict[str, dict[str, Words]] = {
    "ELI09.long_enough": {
        "zh": Words(
            "{document}写到应用始于{since}前后，到{as_of}已满{years}年：“{quote}”。",
            _LONG,
            "始于{since}",
        ),
        "en": Words(
            "{document} tells of use since about {since}, {years} years or more by {as_of}:"
            " “{quote}”.",
            _LONG_EN,
            "since {since}",
        ),
    },
    "ELI09.borderline": {
        "zh": Words(
            "{document}写到应用始于{since}那一年（月），到{as_of}是否满{years}年要看月份，请人工核对：“{quote}”。",
            _LONG,
            "始于{since}那一年（月）",
            "写明开始应用的年月。",
        ),
        "en": Words(
            "{document} tells of use from the period of {since}; whether {years} years are full by"
            " {as_of} hangs on the month, please look: “{quote}”.",
            _LONG_EN,
            "from {since}",
            "Give the month in which the use began.",
        ),
    },
    "ELI09.too_short": {
        "zh": Words(
            "{document}里最早的应用时间是{since}，到{as_of}不足{years}年，请人工核对：“{quote}”。",
            _LONG,
            "始于{since}",
            "写明该方法在本企业开始应用的时间。",
        ),
        "en": Words(
            "The earliest use told in {document} is {since}, less than {years} years by {as_of};"
            " please look: “{quote}”.",
            _LONG_EN,
            "since {since}",
            "Say when the method was first used.",
        ),
    },
    "ELI09.not_told": {
        "zh": Words(
            "{document}里没有读到该方法从何时开始应用，请人工核对。",
            _LONG,
            "没有读到",
            "写明该方法在本企业开始应用的时间。",
        ),
        "en": Words(
            "{document} does not say since when the method is used; please look.",
            _LONG_EN,
            "not told",
            "Say when the method was first used.",
        ),
    },
    "ELI10.listed": {
        "zh": Words("{document}由{body}出具。", _LISTED, "{body}（{file}）"),
        "en": Words("{document} is by {body}.", _LISTED_EN, "{body} ({file})"),
    },
    "ELI10.no_order": {
        "zh": Words(
            "{document}由{body}出具，没有读到推荐顺序，请人工核对。",
            "写明推荐顺序",
            "未读到推荐顺序（{file}）",
            "在{document}中写明推荐顺序。",
        ),
        "en": Words(
            "{document} is by {body}; no order of recommendation was read, please look.",
            "an order of recommendation",
            "none read ({file})",
            "Give the order of recommendation.",
        ),
    },
    "ELI10.other": {
        "zh": Words(
            "{document}上的单位是{body}，不在通知的{count}个推荐单位之内，请人工核对。",
            _LISTED,
            "{body}（{file}）",
            "由通知规定的推荐单位出具{document}。",
        ),
        "en": Words(
            "{document} names {body}, none of the notice's {count} bodies; please look.",
            _LISTED_EN,
            "{body} ({file})",
            "Have a body on the notice's list recommend.",
        ),
    },
    "ELI10.no_body": {
        "zh": Words(
            "{document}上没有读到推荐单位的名称，请人工核对。",
            _LISTED,
            "未读到（{file}）",
            "在{document}上写明推荐单位并盖章。",
        ),
        "en": Words(
            "No recommending body was read on {document}; please look.",
            _LISTED_EN,
            "none read ({file})",
            "Name the recommending body.",
        ),
    },
}
