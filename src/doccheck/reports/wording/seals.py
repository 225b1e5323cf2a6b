"""Words of SIG01 and SIG02: seals and signatures, the same for both but for the mark's name."""

from doccheck.reports.wording.words import Words

_ASKED = "{document}{mark}"
_ASKED_EN = "{document} bears its {mark}"
_SEE = "请看纸质件或扫描件；没有{mark}的，补上后重新提交。"
_SEE_EN = "Look at the paper or its scan; add what is missing."

_BOTH: dict[str, dict[str, Words]] = {
    "there": {
        "zh": Words("{document}上已{mark}。", _ASKED, "已{mark}（{file}）"),
        "en": Words("{document} bears its {mark}.", _ASKED_EN, "there ({file})"),
    },
    "pictured": {
        "zh": Words(
            "{document}的{mark}处有一张图片，内容没有识别，请人工确认。",
            _ASKED,
            "有图片，未识别（{file}）",
            _SEE,
        ),
        "en": Words(
            "A picture stands at the place for {mark} on {document}; nobody read it, please look.",
            _ASKED_EN,
            "a picture, not read ({file})",
            _SEE_EN,
        ),
    },
    "elsewhere": {
        "zh": Words(
            "{document}的{mark}处没有图片（文件别处有{pictures}张），电子版看不出是否已{mark}，请人工确认。",
            _ASKED,
            "{mark}处没有图片（{file}）",
            _SEE,
        ),
        "en": Words(
            "No picture stands at the place for {mark} on {document} ({pictures} elsewhere in the"
            " file); please look.",
            _ASKED_EN,
            "no picture at the place ({file})",
            _SEE_EN,
        ),
    },
    "unclear": {
        "zh": Words(
            "{document}的电子版在{mark}处没有图片，看不出纸质件是否已{mark}，请人工确认。",
            _ASKED,
            "{mark}处没有图片（{file}）",
            _SEE,
        ),
        "en": Words(
            "{document} shows nothing at the place for {mark}; please look at the paper.",
            _ASKED_EN,
            "nothing at the place ({file})",
            _SEE_EN,
        ),
    },
    "scanned": {
        "zh": Words(
            "{document}是扫描件或照片，{mark}处没有自动识别，请人工查看是否已{mark}。",
            _ASKED,
            "扫描件，{mark}处未识别（{file}）",
            _SEE,
        ),
        "en": Words(
            "{document} is a scan; the place for {mark} was not recognised; please look at it.",
            _ASKED_EN,
            "a scan, not recognised ({file})",
            _SEE_EN,
        ),
    },
    "no_place": {
        "zh": Words(
            "{document}上没有读到{mark}的位置，请人工确认是否已{mark}。",
            _ASKED,
            "没有读到{mark}处（{file}）",
            _SEE,
        ),
        "en": Words(
            "No place for {mark} was read on {document}; please look.",
            _ASKED_EN,
            "no place read ({file})",
            _SEE_EN,
        ),
    },
    "absent": {
        "zh": Words(
            "{document}的{mark}处是空的。",
            _ASKED,
            "空白（{file}）",
            "在{document}上{mark}后重新提交。",
        ),
        "en": Words(
            "The place for {mark} on {document} is empty.",
            _ASKED_EN,
            "empty ({file})",
            "Add it and hand {document} in again.",
        ),
    },
}

WORDS: dict[str, dict[str, Words]] = {
    f"{rule}.{what}": both for rule in ("SIG01", "SIG02") for what, both in _BOTH.items()
}
