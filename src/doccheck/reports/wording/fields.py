"""Words of FLD: the fields of a form."""

from doccheck.reports.wording.words import Words

WORDS: dict[str, dict[str, Words]] = {
    "FLD01.filled": {
        "zh": Words("{document}要求填写的{count}栏都已填写。", "各栏填写齐全", "{count}栏已填写"),
        "en": Words("All {count} fields of {document} are filled in.", "all filled", "{count}"),
    },
    "FLD01.blank": {
        "zh": Words(
            "{document}有{count}栏没有填写：{fields}。",
            "各栏填写齐全",
            "{count}栏空白：{fields}",
            "补填：{fields}；确实没有的，填“无”或“0”。",
        ),
        "en": Words(
            "{count} fields of {document} are empty: {fields}.",
            "all filled",
            "{count} empty: {fields}",
            "Fill in {fields}; write 无 or 0 where there is none.",
        ),
    },
    "FLD01.unclear": {
        "zh": Words(
            "{document}有{count}栏没有找到或没有读清，请人工核对：{fields}。",
            "各栏填写齐全",
            "{count}栏未读到：{fields}",
            "请对照原件查看这些栏；空着的请补填，表格栏目请不要删改。",
        ),
        "en": Words(
            "{count} fields of {document} were not found or not clear, please look: {fields}.",
            "all filled",
            "{count} not read: {fields}",
            "Look at these fields and fill in what is empty.",
        ),
    },
    "FLD02.one": {
        "zh": Words(
            "{subject}选的是：{choice}。", "从{count}个选项中选一个：{choices}", "{actual}"
        ),
        "en": Words("{subject} is “{choice}”.", "one of {count}: {choices}", "{actual}"),
    },
    "FLD02.several": {
        "zh": Words(
            "{subject}选了不止一个：{actual}。",
            "从{count}个选项中只选一个：{choices}",
            "{actual}（{file}）",
            "{subject}只保留一个选项。",
        ),
        "en": Words(
            "{subject} has more than one choice: {actual}.",
            "exactly one of {count}: {choices}",
            "{actual} ({file})",
            "Keep one choice.",
        ),
    },
    "FLD02.unknown": {
        "zh": Words(
            "{subject}填的是“{actual}”，对不上通知给出的选项，请人工核对。",
            "从{count}个选项中选一个：{choices}",
            "{actual}（{file}）",
            "{subject}请照通知中的写法填写。",
        ),
        "en": Words(
            "{subject} reads “{actual}”, which matches none of the notice's choices; please look.",
            "one of {count}: {choices}",
            "{actual} ({file})",
            "Write the choice as the notice does.",
        ),
    },
}
