"""Words of FIN02 and FIN03: ratios and changes that are computed again."""

from doccheck.reports.wording.figures import SLIPS, Both
from doccheck.reports.wording.words import Words

_EXPECTED = {
    "zh": "{right}；{working}（取自{sources}；允许误差{tolerance}）",
    "en": "{right}; {working} (from {sources}; tolerance {tolerance})",
}
_ACTUAL = {"zh": "{stated}（{stated_source}）", "en": "{stated} ({stated_source})"}
_FIX = {
    "zh": "按通知的算法重新计算并改正{subject}（按现有数据为{right}）；所用数据有误的先改数据。",
    "en": "Compute {subject} again and correct it ({right} by these figures).",
}
_FITS = {
    "zh": "{subject}{stated}，按“{reading}”核算相符。",
    "en": "{subject} is {stated} and follows by “{reading}”.",
}
_DIFFERS = {
    "zh": "{subject}填写{stated}，按现有数据核算为{right}，两者不符。",
    "en": "{subject} is stated as {stated}; by the figures at hand it is {right}.",
}

_RATIO_SLIPS = SLIPS | {
    "percent": (
        "两数相差一百倍，可能是小数与百分数填混。",
        " They differ a hundredfold: decimal and per cent may be mixed up.",
    ),
    "mistaken": (
        "填写的数与另一算法一致（{slip}），不是通知的算法。",
        " Another formula gives it ({slip}), not the notice's.",
    ),
    "last_year": ("填写的数与{slip}年的核算结果一致，可能填错了年度。",
                  " It is the ratio of {slip}; the wrong year may have been copied."),
    "next_year": ("填写的数与{slip}年的核算结果一致，可能填错了年度。",
                  " It is the ratio of {slip}; the wrong year may have been copied."),
    "parent": ("填写的数与母公司报表的核算结果一致，口径是否合适请人工判断。",
               " The parent company's sheets give it; a person decides."),
}  # fmt: skip

_GROWTH_SLIPS = SLIPS | {
    "sign": (
        "变化的方向相反，可能是正负号填反。",
        " It goes the other way: check the sign.",
    ),
    "backwards": (
        "填写的数以后一年为基数得出，同比应以前一年为基数。",
        " It is measured on the later year; the earlier year is the base.",
    ),
    "whole": (
        "填写的是后一年为前一年的百分之几，同比还要减去100%。",
        " It is the later year as a share of the earlier; 100 % is still to be taken off.",
    ),
    "percent": _RATIO_SLIPS["percent"],
    "parent": _RATIO_SLIPS["parent"],
}


def _fits(more_zh: str = "", more_en: str = "") -> Both:
    return {
        "zh": Words(_FITS["zh"] + more_zh, _EXPECTED["zh"], _ACTUAL["zh"]),
        "en": Words(_FITS["en"] + more_en, _EXPECTED["en"], _ACTUAL["en"]),
    }


def _differs(zh: str, en: str) -> Both:
    return {
        "zh": Words(_DIFFERS["zh"] + zh, _EXPECTED["zh"], _ACTUAL["zh"], _FIX["zh"]),
        "en": Words(_DIFFERS["en"] + en, _EXPECTED["en"], _ACTUAL["en"], _FIX["en"]),
    }


WORDS: dict[str, Both] = (
    {
        "FIN02.fits": _fits(),
        "FIN02.fits_scaled": _fits(
            "（次数与百分数之间换算后相符）", " (times and per cent converted)"
        ),
        "FIN02.fits_form": _fits(
            "但表中的{parts}与报表不一致，以该项核对结果为准。",
            " The form's {parts} differ from the statements; see there.",
        ),
        "FIN03.fits": _fits(),
        "FIN03.fits_points": _fits(),
    }
    | {f"FIN02.{slip}": _differs(zh, en) for slip, (zh, en) in _RATIO_SLIPS.items()}
    | {f"FIN03.{slip}": _differs(zh, en) for slip, (zh, en) in _GROWTH_SLIPS.items()}
)
