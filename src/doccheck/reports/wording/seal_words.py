"""Words of SIG04: whose seal it is."""

from doccheck.reports.wording.words import Words

_OWN = "印章上的名称为{enterprise}"
_OWN_EN = "the seal names {enterprise}"
_SEE = "请人工查看印章；不是申报企业公章的，改盖后重新提交。"
_SEE_EN = "Look at the seal; if it is not the applicant's own, use that one."

WORDS: dict[str, dict[str, Words]] = {
    "SIG04.own": {
        "zh": Words("{document}上的印章是{seal}的。", _OWN, "{seal}"),
        "en": Words("The seal on {document} is that of {seal}.", _OWN_EN, "{seal}"),
    },
    "SIG04.other": {
        "zh": Words(
            "{document}上的印章是“{seal}”的，与申报企业“{enterprise}”不同。",
            _OWN,
            "{seal}（{file}）",
            "在{document}上改盖{enterprise}的公章后重新提交。",
        ),
        "en": Words(
            "The seal on {document} is that of “{seal}”, not of “{enterprise}”.",
            _OWN_EN,
            "{seal} ({file})",
            "Use the seal of {enterprise} on {document}.",
        ),
    },
    "SIG04.department": {
        "zh": Words(
            "{document}上的印章读作“{seal}”，除企业名称外还有别的文字，可能是部门章或专用章，请人工核对。",
            _OWN,
            "{seal}（{file}）",
            _SEE,
        ),
        "en": Words(
            "The seal on {document} reads “{seal}”: more than the enterprise's name, perhaps a"
            " department's seal; please look.",
            _OWN_EN,
            "{seal} ({file})",
            _SEE_EN,
        ),
    },
    "SIG04.near": {
        "zh": Words(
            "{document}上的印章读作“{seal}”，与“{enterprise}”不完全相同，可能是没有读清，请人工核对。",
            _OWN,
            "{seal}（{file}）",
            _SEE,
        ),
        "en": Words(
            "The seal on {document} reads “{seal}”, nearly “{enterprise}”; perhaps it was misread,"
            " please look.",
            _OWN_EN,
            "{seal} ({file})",
            _SEE_EN,
        ),
    },
    "SIG04.unread": {
        "zh": Words(
            "{document}上的印章文字没有读清，请人工核对是否为{enterprise}的公章。",
            _OWN,
            "没有读清（{file}）",
            _SEE,
        ),
        "en": Words(
            "The words of the seal on {document} could not be read; please see whether it is that"
            " of {enterprise}.",
            _OWN_EN,
            "not read ({file})",
            _SEE_EN,
        ),
    },
    "SIG04.signed": {
        "zh": Words("{document}上是签字，没有印章可核对。", _OWN, "只有签字（{file}）"),
        "en": Words(
            "{document} bears a signature and no seal to compare.",
            _OWN_EN,
            "a signature only ({file})",
        ),
    },
    "SIG04.no_seal": {
        "zh": Words(
            "{document}的盖章处没有认得出文字的印章，印章上的名称未检查。",
            _OWN,
            "没有认得出文字的印章（{file}）",
            "请人工核对印章上的名称。",
        ),
        "en": Words(
            "No seal was recognised where {document} asks for one, so its words were not checked.",
            _OWN_EN,
            "no seal recognised ({file})",
            "Look at the seal's words.",
        ),
    },
}
