"""Words of SIG: seals, signatures, dates."""

from doccheck.reports.wording.words import Words

_DATED = "写明年月日"
_DATED_EN = "a full date"

WORDS: dict[str, dict[str, Words]] = {
    "SIG03.dated": {
        "zh": Words("{document}写有日期：{date}。", _DATED, "{date}"),
        "en": Words("{document} is dated {date}.", _DATED_EN, "{date}"),
    },
    "SIG03.absent": {
        "zh": Words(
            "{document}的日期没有填写。",
            _DATED,
            "空白（{file}）",
            "在{document}上补写日期。",
        ),
        "en": Words("{document} is not dated.", _DATED_EN, "empty ({file})", "Date {document}."),
    },
    "SIG03.partly": {
        "zh": Words(
            "{document}有{places}处日期，其中有的没有填写，请人工核对。",
            _DATED,
            "部分空白（{file}）",
            "把{document}上的日期补写齐全。",
        ),
        "en": Words(
            "{document} has {places} places for dates and some are empty; please look.",
            _DATED_EN,
            "some empty ({file})",
            "Fill in all dates.",
        ),
    },
    "SIG03.no_place": {
        "zh": Words(
            "{document}上没有读到日期，请人工核对。",
            _DATED,
            "未读到（{file}）",
            "在{document}上写明日期。",
        ),
        "en": Words(
            "No date was read on {document}; please look.",
            _DATED_EN,
            "not read ({file})",
            "Date {document}.",
        ),
    },
    "SIG03.not_real": {
        "zh": Words(
            "{document}的日期“{date}”在日历上不存在。",
            _DATED,
            "{date}（{file}）",
            "更正{document}的日期。",
        ),
        "en": Words(
            "The date “{date}” on {document} does not exist.",
            _DATED_EN,
            "{date} ({file})",
            "Correct the date.",
        ),
    },
    "SIG03.too_late": {
        "zh": Words(
            "{document}的日期{date}晚于通知的截止日{deadline}。",
            "不晚于{deadline}",
            "{date}（{file}）",
            "核对并更正{document}的日期。",
        ),
        "en": Words(
            "{document} is dated {date}, after the deadline {deadline}.",
            "not after {deadline}",
            "{date} ({file})",
            "Check and correct the date.",
        ),
    },
    "SIG03.unclear": {
        "zh": Words(
            "{document}的日期“{date}”没有写明到日或没有读清，请人工核对。",
            _DATED,
            "{date}（{file}）",
            "把{document}的日期写明到日。",
        ),
        "en": Words(
            "The date “{date}” on {document} gives no day or is not clear; please look.",
            _DATED_EN,
            "{date} ({file})",
            "Write the full date.",
        ),
    },
    "SIG03.before_notice": {
        "zh": Words(
            "{document}的日期{date}早于通知发布日{notice}，请人工核对。",
            "不早于{notice}",
            "{date}（{file}）",
            "核对{document}的日期。",
        ),
        "en": Words(
            "{document} is dated {date}, before the notice of {notice}; please look.",
            "not before {notice}",
            "{date} ({file})",
            "Check the date.",
        ),
    },
    "SIG03.future": {
        "zh": Words(
            "{document}的日期{date}晚于检查日{as_of}，请人工核对。",
            "不晚于{as_of}",
            "{date}（{file}）",
            "核对{document}的日期。",
        ),
        "en": Words(
            "{document} is dated {date}, after {as_of}; please look.",
            "not after {as_of}",
            "{date} ({file})",
            "Check the date.",
        ),
    },
}
