"""Words of ELI01, ELI07 and FMT03: declarations, earlier recognition, honest files."""

from doccheck.reports.wording.words import Words

_AFFIRM = "选“{answer}”"
_AFFIRM_EN = "“{answer}”"
_ONLY_NEW = "不在“{award}”的已认定名单内"
_ONLY_NEW_EN = "not on the list of {award}"

WORDS: dict[str, dict[str, Words]] = {
    "ELI01.affirmed": {
        "zh": Words("“{condition}”选的是“{answer}”。", _AFFIRM, "{actual}（{file}）"),
        "en": Words("“{condition}” is answered “{answer}”.", _AFFIRM_EN, "{actual} ({file})"),
    },
    "ELI01.denied": {
        "zh": Words(
            "“{condition}”选的是“{actual}”，不是“{answer}”。",
            _AFFIRM,
            "{actual}（{file}）",
            "核对“{condition}”一栏；选错的请改正，确实不具备的不符合基本条件。",
        ),
        "en": Words(
            "“{condition}” is answered “{actual}”, not “{answer}”.",
            _AFFIRM_EN,
            "{actual} ({file})",
            "Correct the answer if it was ticked by mistake.",
        ),
    },
    "ELI01.both": {
        "zh": Words(
            "“{condition}”同时选了{actual}，看不出是哪一个。",
            _AFFIRM,
            "{actual}（{file}）",
            "“{condition}”只留一个选项。",
        ),
        "en": Words(
            "“{condition}” is answered {actual} at once.",
            _AFFIRM_EN,
            "{actual} ({file})",
            "Leave one answer.",
        ),
    },
    "ELI01.unclear": {
        "zh": Words(
            "“{condition}”填的是“{actual}”，看不出是不是“{answer}”，请人工核对。",
            _AFFIRM,
            "{actual}（{file}）",
            "在“{condition}”一栏按表格的选项勾选。",
        ),
        "en": Words(
            "“{condition}” says “{actual}”; please see whether that means “{answer}”.",
            _AFFIRM_EN,
            "{actual} ({file})",
            "Tick one of the printed answers.",
        ),
    },
    "ELI07.no_list": {
        "zh": Words(
            "没有给出“{award}”的已认定名单，未检查是否重复申报。",
            _ONLY_NEW,
            "未检查",
            "请准备往年的认定名单，用 --recognised 名单文件 指明后再核对。",
        ),
        "en": Words(
            "No list of earlier {award} was given, so this was not checked.",
            _ONLY_NEW_EN,
            "not checked",
            "Give the list with --recognised.",
        ),
    },
    "ELI07.listed": {
        "zh": Words(
            "{enterprise}已在“{award}”的已认定名单内。",
            _ONLY_NEW,
            "在名单内：{listed}",
            "已被认定的企业不再重复申报；同名而不是同一家的，请附说明。",
        ),
        "en": Words(
            "{enterprise} is on the list of {award} already.",
            _ONLY_NEW_EN,
            "listed: {listed}",
            "Enterprises recognised before do not apply again.",
        ),
    },
    "ELI07.alike": {
        "zh": Words(
            "“{award}”的已认定名单内有与{enterprise}相近的名称：{listed}，请人工核对是否同一家。",
            _ONLY_NEW,
            "相近：{listed}",
            "核对名单上的企业与申报企业是否同一家（包括曾用名）。",
        ),
        "en": Words(
            "The list of {award} holds a name like {enterprise}: {listed}; please look.",
            _ONLY_NEW_EN,
            "alike: {listed}",
            "See whether it is the same enterprise.",
        ),
    },
    "ELI07.not_listed": {
        "zh": Words(
            "{enterprise}不在给出的“{award}”已认定名单（{count}行）内。",
            _ONLY_NEW,
            "不在名单内（{file}）",
        ),
        "en": Words(
            "{enterprise} is not on the list of {award} given ({count} lines).",
            _ONLY_NEW_EN,
            "not listed ({file})",
        ),
    },
    "FMT03.all": {
        "zh": Words("{count}个文件的内容都与后缀相符。", "内容与后缀相符", "{count}个均相符"),
        "en": Words("All {count} files are what their suffix says.", "content as named", "{count}"),
    },
    "FMT03.other_content": {
        "zh": Words(
            "{file}的后缀是“{suffix}”，内容却是另一种格式（{media_type}）。",
            "内容与后缀相符",
            "{media_type}",
            "改正后缀或另存为“{suffix}”后重新提交。",
        ),
        "en": Words(
            "{file} is named “{suffix}” but holds another format ({media_type}).",
            "content as named",
            "{media_type}",
            "Correct the suffix or save the file in that format.",
        ),
    },
}
