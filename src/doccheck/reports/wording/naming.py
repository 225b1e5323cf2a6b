"""Words of NAM02–04: the name of the benchmark (NAM01 is with the lengths)."""

from doccheck.reports.wording.words import Words

_PARTS = {
    "enterprise": ("企业名称", "the enterprise"),
    "method": ("方法名称", "the method"),
    "ending": ("结尾（{endings}）", "the ending ({endings})"),
}
_PATTERN = "企业名称＋方法名称＋结尾（{endings}）"
_PATTERN_EN = "enterprise + method + ending ({endings})"
_COMBINATIONS = (
    ("enterprise",), ("method",), ("ending",), ("enterprise", "method"), ("enterprise", "ending"),
    ("method", "ending"), ("enterprise", "method", "ending"),
)  # fmt: skip


def _missing(parts: tuple[str, ...]) -> dict[str, Words]:
    """Return the words for a name that lacks some of its parts."""
    zh = "、".join(_PARTS[p][0] for p in parts)
    en = ", ".join(_PARTS[p][1] for p in parts)
    return {
        "zh": Words(
            f"{{subject}}“{{name}}”里没有读到{zh}。",
            _PATTERN,
            "{name}（{files}）",
            "可改为“{proposal}”。",
        ),
        "en": Words(
            f"The name “{{name}}” lacks {en}.",
            _PATTERN_EN,
            "{name} ({files})",
            "It could read “{proposal}”.",
        ),
    }


WORDS: dict[str, dict[str, Words]] = {
    **{f"NAM02.no_{'_'.join(parts)}": _missing(parts) for parts in _COMBINATIONS},
    "NAM02.fits": {
        "zh": Words("{subject}“{name}”符合命名规则。", _PATTERN, "{name}"),
        "en": Words("The name “{name}” follows the pattern.", _PATTERN_EN, "{name}"),
    },
    "NAM03.full": {
        "zh": Words(
            "{subject}“{name}”里的企业就是申报单位{enterprise}。", "{enterprise}", "{name}"
        ),
        "en": Words("The enterprise in “{name}” is the applicant.", "{enterprise}", "{name}"),
    },
    "NAM03.short": {
        "zh": Words(
            "{subject}“{name}”用的是申报单位{enterprise}的简称。", "{enterprise}", "{name}"
        ),
        "en": Words("“{name}” uses the applicant's short name.", "{enterprise}", "{name}"),
    },
    "NAM03.none": {
        "zh": Words(
            "{subject}“{name}”里没有读到申报单位{enterprise}的名称或简称，请人工核对。",
            "含申报单位{enterprise}的名称或简称",
            "{name}（{files}）",
            "在名称开头写上企业名称或简称。",
        ),
        "en": Words(
            "No name of the applicant {enterprise} was read in “{name}”; please look.",
            "names {enterprise}",
            "{name} ({files})",
            "Begin the name with the enterprise.",
        ),
    },
    "NAM03.related": {
        "zh": Words(
            "{subject}“{name}”里的“{other}”与申报单位{enterprise}写法不同，"
            "可能是曾用名、集团或分支机构，请人工核对。",
            "申报单位{enterprise}",
            "{other}（{files}）",
            "把名称里的企业改为{enterprise}或其简称。",
        ),
        "en": Words(
            "“{name}” names {other}, which may be a former name, the group or a branch of"
            " {enterprise}; please look.",
            "{enterprise}",
            "{other} ({files})",
            "Name {enterprise} or its short form.",
        ),
    },
    "NAM03.other": {
        "zh": Words(
            "{subject}“{name}”里的企业是“{other}”，申报单位是{enterprise}，两者不一致。",
            "申报单位{enterprise}",
            "{other}（{files}）",
            "把名称里的企业改为{enterprise}或其简称。",
        ),
        "en": Words(
            "“{name}” names {other}, while the applicant is {enterprise}.",
            "{enterprise}",
            "{other} ({files})",
            "Name {enterprise} or its short form.",
        ),
    },
    "NAM04.same": {
        "zh": Words("{count}份材料上的{subject}一致：“{reference}”。", "各处一致", "{reference}"),
        "en": Words("The name is the same on {count} papers.", "the same", "{reference}"),
    },
    "NAM04.differs": {
        "zh": Words(
            "{subject}不一致：《{reference_document}》为“{reference}”，{others}。",
            "各处一致",
            "{all}",
            "统一各份材料上的{subject}。",
        ),
        "en": Words(
            "The name differs: “{reference}” on {reference_document}; {others}.",
            "the same",
            "{all}",
            "Use one name everywhere.",
        ),
    },
}
