"""Words of CON: the same thing on several documents."""

from doccheck.reports.wording.words import Words


def _pair(rule: str) -> dict[str, dict[str, Words]]:
    """Return the words of agreement and of difference for one rule."""
    return {
        f"{rule}.same": {
            "zh": Words("{count}份材料上的{subject}一致：{reference}。", "各处一致", "{reference}"),
            "en": Words("{subject} agrees on {count} papers: {reference}.", "same", "{reference}"),
        },
        f"{rule}.differs": {
            "zh": Words(
                "{subject}不一致：《{reference_document}》为“{reference}”，{others}。",
                "各处一致",
                "{all}",
                "核对后把各份材料上的{subject}改为一致。",
            ),
            "en": Words(
                "{subject} differs: “{reference}” on {reference_document}; {others}.",
                "the same everywhere",
                "{all}",
                "Make {subject} the same everywhere.",
            ),
        },
    }


_DOUBTS = {
    "confusable": (
        "不同之处是扫描件上容易认错的字，可能是识别误差，请对照原件核对。",
        "The difference is in characters that a scan mixes up; compare the originals.",
    ),
    "short": (
        "其中一处可能是企业名称的简称，请人工核对。",
        "One may be a short form of the enterprise's name; please look.",
    ),
    "part": (
        "其中一处可能没有读全，请对照原件核对。",
        "One may not have been read in full; compare the originals.",
    ),
    "branch": (
        "其中一处可能是分支机构或其负责人，请人工核对。",
        "One may be a branch or its head; please look.",
    ),
    "group": (
        "其中一处可能是集团或关联企业，请人工核对。",
        "One may be the group or a related enterprise; please look.",
    ),
    "statement": (
        "报表或审计报告可能出具于变更之前，请人工核对。",
        "The statements may date from before a change; please look.",
    ),
    "script": (
        "一处是外文、一处是中文，可能是同一人，请人工核对。",
        "One is in another script and may be the same person; please look.",
    ),
    "digit": (
        "扫描件上的代码可能认错了字，请对照原件核对。",
        "A digit of the scan may be misread; compare the originals.",
    ),
    "kind": (
        "一处是手机、一处是固定电话，可能都有效，请人工核对。",
        "One is a mobile and one a fixed line; both may be right.",
    ),
    "place": (
        "两处写的不是同一个乡镇或区县，也可能只是叫法不同，请人工核对。",
        "The two name different towns or counties, or one place by two names; please look.",
    ),
    "alike": (
        "两处写法相近，可能是同一地址，请人工核对。",
        "The two are much alike and may be the same address; please look.",
    ),
}

WORDS: dict[str, dict[str, Words]] = {
    **_pair("CON01"),
    **_pair("CON02"),
    **_pair("CON03"),
    **_pair("CON04"),
    "CON02.not_asked": {
        "zh": Words("申报表格里没有“{subject}”一栏，不核对。"),
        "en": Words("The form has no field for {subject}."),
    },
    **{
        f"CON.doubt_{name}": {"zh": Words(zh), "en": Words(en)}
        for name, (zh, en) in _DOUBTS.items()
    },
}
