"""Words of LEN and NAM01: lengths in 字.

The keys are `RULE.verdict`, on which side of the limit for LEN03, and which other count would
be judged otherwise: `LEN01.fail_chars`. They are built from three tables.
"""

from doccheck.reports.wording.words import Words

_ACTUAL = {
    "zh": "{words}字（字符数（不计空格）{chars}，汉字数{han}；{file}）",
    "en": "{words}字 ({chars} characters without spaces, {han} Chinese; {file})",
}

_OTHER_COUNTS = {
    "": {"zh": "", "en": ""},
    "_chars": {
        "zh": "若按字符数（不计空格）计为{chars}，结论会不同。",
        "en": " By characters without spaces ({chars}) the answer differs; Word's 字数 counts.",
    },
    "_han": {
        "zh": "若按汉字数计为{han}，结论会不同。",
        "en": " By Chinese characters alone ({han}) the answer differs; Word's 字数 counts.",
    },
    "_both": {
        "zh": "若按字符数（不计空格）计为{chars}，按汉字数计为{han}，结论会不同。",
        "en": " By characters ({chars}) or Chinese ones ({han}) the answer differs;"
        " Word's 字数 counts.",
    },
}

_EXPECTED = {
    "LEN01": {"zh": "不超过{limit}字", "en": "at most {limit} 字"},
    "LEN02": {"zh": "不少于{limit}字", "en": "at least {limit} 字"},
    "LEN03": {"zh": "{limit}字左右（{low}至{high}字）", "en": "about {limit} 字 ({low} to {high})"},
    "NAM01": {"zh": "不超过{limit}字", "en": "at most {limit} 字"},
}

_MESSAGES: dict[str, dict[str, tuple[str, str]]] = {
    "LEN01.pass": {
        "zh": ("{subject}{words}字，不超过{limit}字。", ""),
        "en": ("{subject}: {words} 字, within {limit}.", ""),
    },
    "LEN01.fail": {
        "zh": (
            "{subject}{words}字，超过上限{limit}字，多{difference}字。",
            "把{subject}压缩到{limit}字以内，至少删{difference}字。",
        ),
        "en": (
            "{subject}: {words} 字, {difference} over the limit of {limit}.",
            "Cut at least {difference} 字.",
        ),
    },
    "LEN02.pass": {
        "zh": ("{subject}{words}字，不少于{limit}字。", ""),
        "en": ("{subject}: {words} 字, at least {limit}.", ""),
    },
    "LEN02.fail": {
        "zh": (
            "{subject}{words}字，不足{limit}字，少{difference}字。",
            "把{subject}补充到{limit}字以上，至少增{difference}字。",
        ),
        "en": (
            "{subject}: {words} 字, {difference} short of {limit}.",
            "Add at least {difference} 字.",
        ),
    },
    "LEN03.pass_over": {
        "zh": ("{subject}{words}字，符合{limit}字左右的要求。", ""),
        "en": ("{subject}: {words} 字, about {limit} as asked.", ""),
    },
    "LEN03.pass_under": {
        "zh": ("{subject}{words}字，符合{limit}字左右的要求。", ""),
        "en": ("{subject}: {words} 字, about {limit} as asked.", ""),
    },
    "LEN03.review_over": {
        "zh": (
            "{subject}{words}字，比{limit}字多{difference}字。是否算“{limit}字左右”，请人工判断。",
            "建议把{subject}压缩到{high}字以内。",
        ),
        "en": (
            "{subject}: {words} 字, {difference} more than {limit}; whether this is “about” is a"
            " person's to say.",
            "Better cut to {high} 字.",
        ),
    },
    "LEN03.review_under": {
        "zh": (
            "{subject}{words}字，比{limit}字少{difference}字。是否算“{limit}字左右”，请人工判断。",
            "建议把{subject}补充到{low}字以上。",
        ),
        "en": (
            "{subject}: {words} 字, {difference} fewer than {limit}; whether this is “about” is a"
            " person's to say.",
            "Better add up to {low} 字.",
        ),
    },
    "LEN03.fail_over": {
        "zh": (
            "{subject}{words}字，比要求的{limit}字左右多{difference}字。",
            "把{subject}压缩到{high}字以内。",
        ),
        "en": (
            "{subject}: {words} 字, {difference} more than the {limit} or so asked for.",
            "Cut to {high} 字.",
        ),
    },
    "LEN03.fail_under": {
        "zh": (
            "{subject}{words}字，比要求的{limit}字左右少{difference}字。",
            "把{subject}补充到{low}字以上。",
        ),
        "en": (
            "{subject}: {words} 字, {difference} fewer than the {limit} or so asked for.",
            "Add up to {low} 字.",
        ),
    },
    "NAM01.pass": {
        "zh": ("{subject}“{name}”{words}字，不超过{limit}字。", ""),
        "en": ("{subject} “{name}”: {words} 字, within {limit}.", ""),
    },
    "NAM01.fail": {
        "zh": (
            "{subject}“{name}”{words}字，超过上限{limit}字，多{difference}字。",
            "把名称缩短到{limit}字以内：企业名称可用简称，方法名称取主要的。",
        ),
        "en": (
            "{subject} “{name}”: {words} 字, {difference} over the limit of {limit}.",
            "Shorten the name: use the enterprise's short name, keep the main method.",
        ),
    },
}

_DOUBTS: dict[str, dict[str, Words]] = {
    "LEN.doubt_marks": {
        "zh": Words(
            "引号、破折号、省略号等符号若不单独计字，则为{joined}字，结论会不同，请人工判断。"
        ),
        "en": Words(
            "If quotation marks and dashes are not counted singly it is {joined} 字, and the"
            " answer differs; a person decides."
        ),
    },
    "LEN.doubt_ocr": {
        "zh": Words("文字由扫描件识别得来，字数离界限不到2%，请以原文件的字数为准。"),
        "en": Words("The text was recognised from a scan and lies within 2 % of the limit."),
    },
    "LEN.doubt_cut": {
        "zh": Words("扫描件上这段文字在句子中间断开，后面可能还有文字，请人工核对。"),
        "en": Words("On the scan it breaks off in the middle of a sentence; more may follow."),
    },
    "LEN.doubt_incomplete": {
        "zh": Words("其中有页面没有读出来，实际字数可能更多，请人工核对。"),
        "en": Words("Some pages of it could not be read, so it may be longer; please look."),
    },
}


def _build() -> dict[str, dict[str, Words]]:
    """Return the words of every rule, verdict and difference between the counts."""
    built = {
        verdict + suffix: {
            lang: Words(
                message + notes[lang], _EXPECTED[verdict.split(".")[0]][lang], _ACTUAL[lang], fix
            )
            for lang, (message, fix) in texts.items()
        }
        for verdict, texts in _MESSAGES.items()
        for suffix, notes in _OTHER_COUNTS.items()
    }
    return built | _DOUBTS


WORDS: dict[str, dict[str, Words]] = _build()
