"""Words of ELI02: thresholds on figures.

Each condition has a requirement; whether it is met, missed, open or said differently by form and
statements is one sentence for all of them.
"""

from doccheck.reports.wording.figures import Both
from doccheck.reports.wording.words import Words

_REQUIREMENTS = {
    "profitable_years": ("盈利（{field}大于零）", "a profit ({field} above zero)"),
    "minimum": ("{field}不低于{least}", "{field} of at least {least}"),
    "growth": ("{field}比上年增长{least}", "{field} above the year before {least}"),
    "falling": ("{field}比上年下降{least}", "{field} below the year before {least}"),
    "share": ("{field}占{of}的比重不低于{least}", "{field} at least {least} of {of}"),
    "at_most": ("{field}不超过{of}", "{field} no more than {of}"),
}

_ANSWERS = {
    "met": ("{subject}符合：{figures}。", "{subject} meets it: {figures}.", "", ""),
    "missed": (
        "{subject}未达到要求：{figures}。",
        "{subject} does not meet it: {figures}.",
        "核对{subject}；填写有误的更正后提交，确实如此的不符合这一条件。",
        "Check {subject}; correct it if it is wrong.",
    ),
    "open": (
        "{subject}正在界限上，按填写的精度不能判断：{figures}。请人工核对。",
        "{subject} lies on the limit at its stated precision: {figures}. A person decides.",
        "核对{subject}，写明更精确的数字。",
        "State {subject} more precisely.",
    ),
    "conflict": (
        "{subject}在各处的数字得出不同结论：{figures}。请人工核对。",
        "The places that state {subject} lead to different answers: {figures}. A person decides.",
        "核对申报表与报表中的{subject}，使之一致。",
        "Make form and statements agree on {subject}.",
    ),
}


def _words(condition: str, answer: str) -> Both:
    zh, en = _REQUIREMENTS[condition]
    message_zh, message_en, fix_zh, fix_en = _ANSWERS[answer]
    return {
        "zh": Words(message_zh, zh, "{figures}", fix_zh),
        "en": Words(message_en, en, "{figures}", fix_en),
    }


WORDS: dict[str, Both] = {
    f"ELI02.{condition}_{answer}": _words(condition, answer)
    for condition in _REQUIREMENTS
    for answer in _ANSWERS
} | {
    "ELI02.not_claimed": {
        "zh": Words("申报表没有填报与这一标准有关的内容，这一项不适用。"),
        "en": Words("The form claims nothing under this criterion; it does not apply."),
    }
}
