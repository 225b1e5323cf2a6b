"""Words of SEC: the sections of a text."""

from doccheck.reports.wording.words import Words

WORDS: dict[str, dict[str, Words]] = {
    "SEC01.there": {
        "zh": Words("{document}有要求的{count}个部分：{found}。", "各部分齐全", "{found}"),
        "en": Words("{document} has {count} of the sections: {found}.", "all sections", "{found}"),
    },
    "SEC01.missing": {
        "zh": Words(
            "{document}里没有找到“{subject}”部分。",
            "有“{subject}”部分",
            "未找到（{files}）",
            "补写“{subject}”部分，标题用通知中的写法。",
        ),
        "en": Words(
            "{document} has no section “{subject}”.",
            "a section “{subject}”",
            "not found ({files})",
            "Add the section under the notice's own title.",
        ),
    },
    "SEC01.perhaps": {
        "zh": Words(
            "{document}里没有单独的“{subject}”部分；“{heading}”可能包含这部分内容，请人工核对。",
            "有“{subject}”部分",
            "相近标题：{heading}（{files}）",
            "建议把“{subject}”单独成段，标题用通知中的写法。",
        ),
        "en": Words(
            "{document} has no section of its own “{subject}”; “{heading}” may hold it.",
            "a section “{subject}”",
            "near heading: {heading} ({files})",
            "Give “{subject}” a heading of its own.",
        ),
    },
    "SEC01.parts_only": {
        "zh": Words(
            "{document}里没有“{subject}”这个标题，但有属于它的小标题：{found}，请人工核对。",
            "有“{subject}”部分",
            "{found}（{files}）",
            "补上标题“{subject}”。",
        ),
        "en": Words(
            "{document} lacks the heading “{subject}” but has its parts: {found}.",
            "a section “{subject}”",
            "{found} ({files})",
            "Add the heading “{subject}”.",
        ),
    },
    "SEC02.in_order": {
        "zh": Words("{document}各部分按要求的次序排列。", "{wanted}", "{actual}"),
        "en": Words("The sections of {document} are in order.", "{wanted}", "{actual}"),
    },
    "SEC02.out_of_order": {
        "zh": Words(
            "{document}各部分的次序与通知不同：{actual}。",
            "{wanted}",
            "{actual}",
            "按通知的次序调整：{wanted}。",
        ),
        "en": Words(
            "The sections of {document} are in another order: {actual}.",
            "{wanted}",
            "{actual}",
            "Put them in the notice's order: {wanted}.",
        ),
    },
    "SEC02.too_few": {
        "zh": Words(
            "{document}里只找到{count}个要求的部分，次序未检查。",
            fix="补齐各部分后重新检查。",
        ),
        "en": Words(
            "Only {count} of the sections of {document} were found; their order was not checked.",
            fix="Add the missing sections and check again.",
        ),
    },
    "SEC03.filled": {
        "zh": Words("{document}的{count}个部分都有内容：{found}。", "各部分有内容", "{found}"),
        "en": Words("{count} sections of {document} have content: {found}.", "content", "{found}"),
    },
    "SEC03.empty": {
        "zh": Words(
            "“{subject}”部分只有{words}字，没有实际内容。",
            "有实际内容（至少{minimum}字）",
            "{words}字（{file}）",
            "补写“{subject}”部分的内容。",
        ),
        "en": Words(
            "The section “{subject}” holds only {words} 字.",
            "content (at least {minimum} 字)",
            "{words} 字 ({file})",
            "Write the section “{subject}”.",
        ),
    },
    "SEC03.copied": {
        "zh": Words(
            "“{subject}”部分只有通知里的填写说明，没有企业自己的内容。",
            "有企业自己的内容",
            "{words}字，为填写说明（{file}）",
            "删去填写说明，补写“{subject}”部分的内容。",
        ),
        "en": Words(
            "The section “{subject}” holds only the notice's instructions.",
            "content of its own",
            "{words} 字 of instructions ({file})",
            "Replace the instructions by the section's content.",
        ),
    },
    "SEC03.instructions": {
        "zh": Words(
            "“{subject}”部分留有通知里的填写说明，请人工核对。",
            "有企业自己的内容",
            "{words}字，含填写说明（{file}）",
            "删去“{subject}”部分里的填写说明。",
        ),
        "en": Words(
            "The section “{subject}” still holds the notice's instructions; please look.",
            "content of its own",
            "{words} 字 with instructions ({file})",
            "Take the instructions out.",
        ),
    },
    "SEC03.pictures": {
        "zh": Words(
            "“{subject}”部分的文字只有{words}字，另有图片或表格，内容请人工查看。",
            "有实际内容（至少{minimum}字）",
            "{words}字，另有图表（{file}）",
            "建议用文字写明“{subject}”部分的内容。",
        ),
        "en": Words(
            "The section “{subject}” has {words} 字 besides pictures or tables; please look.",
            "content (at least {minimum} 字)",
            "{words} 字 and pictures ({file})",
            "Put the content into words.",
        ),
    },
}
