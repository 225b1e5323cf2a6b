"""Words of FIN01 and of what every check of figures says when something is missing.

A difference is said in one sentence, the slip that explains it in a second; both are put together
here for every slip.
"""

from doccheck.reports.wording.words import Words

Both = dict[str, Words]

MISSING: dict[str, Both] = {
    "FIN.no_statement": {
        "zh": Words(
            "没有找到{year}年的{wanted}，{subject}没有核对。",
            fix="补交{year}年的{wanted}后重新检查。",
        ),
        "en": Words(
            "No audit report or statements of {year} were found, so {subject} was not checked.",
            fix="Hand in the report or statements of {year} and check again.",
        ),
    },
    "FIN.unread_statement": {
        "zh": Words(
            "报表（{files}）有的页面没有读出来，没有读到{item}，{subject}没有核对。",
            actual="文件：{files}",
            fix="请人工对照该报表，或换成文字清晰的电子版后重新检查。",
        ),
        "en": Words(
            "Pages of the statements ({files}) could not be read, so {subject} was not checked.",
            actual="File: {files}",
            fix="Compare by eye, or hand in a legible copy.",
        ),
    },
    "FIN.no_item": {
        "zh": Words(
            "在{documents}中没有读到{year}年的{item}，{subject}没有核对。",
            fix="请人工对照报表；缺少相应报表的，补齐后重新检查。",
        ),
        "en": Words(
            "{item} of {year} was not read in {documents}, so {subject} was not checked.",
            fix="Compare by eye; hand in the sheet if it is missing.",
        ),
    },
    "FIN.no_number": {
        "zh": Words("“{field}”填写“{raw}”，不是数字，没有核对。", fix="填写“{field}”的数字。"),
        "en": Words("“{field}” says “{raw}”, no number, so this was not checked.",
                    fix="State “{field}” as a number."),
    },
    "FIN.zero_divisor": {
        "zh": Words("{item}为零（或四舍五入前可能为零），没法相除，这一项没有核算。",
                    fix="请人工核对{item}。"),
        "en": Words("{item} is or may be zero, so nothing can be divided by it.",
                    fix="Look at {item}."),
    },
    "FIN.doubt_comparison": {
        "zh": Words("该年度的报表没有读到，这里对照的是下一年度报表中的上年数，请人工核对。"),
        "en": Words("Compared with the next year's comparison column only; please look."),
    },
}  # fmt: skip

_EXPECTED = {
    "zh": "{right}（{source}{audited}；允许误差{tolerance}）",
    "en": "{right} ({source}: {audited}; tolerance {tolerance})",
}
_ACTUAL = {"zh": "{stated}（{stated_source}）", "en": "{stated} ({stated_source})"}
_DIFFERS = {
    "zh": "{subject}填写{stated}，{source}为{audited}，"
    "相差{difference}，超过允许的误差{tolerance}。",
    "en": "{subject} is stated as {stated}; {source} says {audited}: a difference of {difference},"
    " beyond the tolerance of {tolerance}.",
}
_FIX = {
    "zh": "核对后把{subject}改为{right}；口径不同的，附说明。",
    "en": "Check, and correct {subject} to {right}, or explain the difference.",
}

SLIPS: dict[str, tuple[str, str]] = {
    "differs": ("", ""),
    "unit": (
        "两数之比正好是金额单位之间的倍数，可能是元、千元、万元填混。",
        " The ratio is that between units of money: yuan and 万元 may be mixed up.",
    ),
    "sign": ("数值相同而正负号相反。", " The amount is the same with the opposite sign."),
    "point": (
        "数字相同而小数点位置不同。",
        " The digits are the same, the decimal point is elsewhere.",
    ),
    "digit": ("只有一位数字不同，可能是笔误。", " One digit differs."),
    "transposed": (
        "相邻两位数字次序颠倒，可能是笔误。",
        " Two neighbouring digits have changed places.",
    ),
    "length": (
        "少写或多写了一位数字，可能是笔误。",
        " One digit is missing or too many.",
    ),
    "rounding": (
        "差别只在末位或因取整造成，是否可以接受请人工判断。",
        " The difference is one of rounding; a person decides.",
    ),
}
"""Slips of writing, in Chinese and English; shared by all recomputed figures."""

_OTHER_FIGURE = {
    "total_for_net": ("可能填的是利润总额（税前）", "profit before tax may have been copied"),
    "net_for_total": ("可能填的是净利润（税后）", "profit after tax may have been copied"),
    "operating": ("可能填的是营业利润", "operating profit may have been copied"),
    "of_parent": (
        "填的是归属于母公司的净利润，口径是否合适请人工判断",
        "the part of the parent's owners; a person decides whether this is meant",
    ),
    "main_only": (
        "填的是主营业务收入，未含其他业务收入，口径是否合适请人工判断",
        "main revenue without other revenue; a person decides whether this is meant",
    ),
    "current_only": ("可能只填了流动部分", "the current part alone may have been copied"),
    "parent": (
        "填的是母公司口径，不是合并口径，是否合适请人工判断",
        "the parent company's, not the consolidated figure; a person decides",
    ),
    "restated": (
        "与下一年度报表中的上年数一致，可能经过追溯调整，请人工核对",
        "the next year's report has it as comparison figure; it may be restated",
    ),
    "other_report": (
        "与另一份报表一致，两份报表数字不同，请人工核对",
        "another report has it; the two reports differ, please look",
    ),
    "last_year": ("可能填的是上一年度的数", "last year's column may have been copied"),
    "next_year": ("可能填的是下一年度的数", "the next year's column may have been copied"),
}


def _explained(zh: str, en: str) -> Both:
    """Return the words of a difference with what explains it."""
    return {
        "zh": Words(_DIFFERS["zh"] + zh, _EXPECTED["zh"], _ACTUAL["zh"], _FIX["zh"]),
        "en": Words(_DIFFERS["en"] + en, _EXPECTED["en"], _ACTUAL["en"], _FIX["en"]),
    }


def _other(zh: str, en: str) -> Both:
    return _explained(
        f"填写的数与{{slip_source}}{{slip_figure}}相同，{zh}。",
        f" It equals {{slip_source}} ({{slip_figure}}): {en}.",
    )


_FIN01: dict[str, Both] = {
    "FIN01.match": {
        "zh": Words("{subject}{stated}，与{source}{audited}一致。", _EXPECTED["zh"], _ACTUAL["zh"]),
        "en": Words("{subject} is {stated}, as {source} ({audited}).", _EXPECTED["en"],
                    _ACTUAL["en"]),
    },
    "FIN01.loose": _explained(
        "两者口径可能不同（资本化的研发支出不在研发费用内），请人工对照研发支出明细核对。",
        " The two may measure different things (capitalised R&D is no expense); please look.",
    ),
    "FIN01.notes_unread": _explained(
        "报表附注中的{unread}没有读到，填写的数可能出自附注，请人工核对。",
        " {unread} was not read in the notes, where the figure may come from; please look.",
    ),
}  # fmt: skip

WORDS: dict[str, Both] = (
    MISSING
    | _FIN01
    | {f"FIN01.{slip}": _explained(zh, en) for slip, (zh, en) in SLIPS.items()}
    | {f"FIN01.{slip}": _other(zh, en) for slip, (zh, en) in _OTHER_FIGURE.items()}
)
