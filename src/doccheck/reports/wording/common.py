"""Words that every check shares: what was not there to be looked at, and why there is doubt."""

from doccheck.reports.wording.words import Words

WORDS: dict[str, dict[str, Words]] = {
    "common.no_document": {
        "zh": Words(
            "没有找到《{document}》，这一项无法检查。",
            fix="补交《{document}》后重新检查；如已提交，请确认文件能打开、标题清楚。",
        ),
        "en": Words(
            "No “{document}” was found, so this could not be checked.",
            fix="Hand in “{document}” and check again.",
        ),
    },
    "common.unread_document": {
        "zh": Words(
            "《{document}》（{files}）的文字没有读出来，这一项未检查。",
            actual="文件：{files}",
            fix="请人工查看该文件，或换成文字清晰的电子版后重新检查。",
        ),
        "en": Words(
            "“{document}” ({files}) could not be read, so this was not checked.",
            actual="File: {files}",
            fix="Look at the file, or hand in a legible one.",
        ),
    },
    "common.blank_template": {
        "zh": Words(
            "《{document}》是尚未填写的空白表，这一项未检查。",
            fix="填写《{document}》后重新检查。",
        ),
        "en": Words(
            "“{document}” is the blank template, so this was not checked.",
            fix="Fill in “{document}” and check again.",
        ),
    },
    "common.no_field": {
        "zh": Words("“{field}”没有填写，这一项未检查。", fix="填写“{field}”后重新检查。"),
        "en": Words(
            "“{field}” is not filled in, so this was not checked.",
            fix="Fill in “{field}” and check again.",
        ),
    },
    "common.unclear_field": {
        "zh": Words(
            "“{field}”一栏有内容，但没有读清，这一项未检查。",
            fix="请人工查看“{field}”一栏。",
        ),
        "en": Words(
            "“{field}” holds something that could not be read clearly, so this was not checked.",
            fix="Look at “{field}”.",
        ),
    },
    "common.unclear_choice": {
        "zh": Words(
            "“{field}”一栏看不出勾选的是哪一项（读到“{actual}”），这一项未检查。",
            fix="请人工查看“{field}”一栏勾选了哪一项。",
        ),
        "en": Words(
            "It cannot be told which answer of “{field}” is marked (read: “{actual}”), so this was "
            "not checked.",
            fix="See which answer of “{field}” is marked.",
        ),
    },
    "common.no_label": {
        "zh": Words(
            "表中没有找到“{field}”这一栏，这一项未检查。",
            fix="请确认使用的是通知所附的表格，且“{field}”一栏没有删改。",
        ),
        "en": Words(
            "The field “{field}” was not found on the form, so this was not checked.",
            fix="Use the form attached to the notice, with “{field}” left in place.",
        ),
    },
    "common.no_text": {
        "zh": Words("《{document}》里没有读到正文，这一项未检查。", fix="请人工查看该文件。"),
        "en": Words(
            "“{document}” holds no text that could be read, so this was not checked.",
            fix="Look at the file.",
        ),
    },
    "common.no_section": {
        "zh": Words(
            "没有找到“{section}”部分，这一项未检查。",
            fix="补写“{section}”部分，标题用通知中的写法。",
        ),
        "en": Words(
            "The section “{section}” was not found, so this was not checked.",
            fix="Add the section under the notice's own title.",
        ),
    },
    "common.one_place_absent": {
        "zh": Words(
            "“{field}”只在《{found}》上读到；没有找到《{documents}》，无法核对是否一致。",
            fix="补交《{documents}》后重新检查。",
        ),
        "en": Words(
            "“{field}” was read on “{found}” only; “{documents}” was not found.",
            fix="Hand in “{documents}” and check again.",
        ),
    },
    "common.one_place_unread": {
        "zh": Words(
            "“{field}”只在《{found}》上读到；《{documents}》的文字没有读出来，未核对是否一致。",
            fix="请人工对照《{documents}》上的“{field}”。",
        ),
        "en": Words(
            "“{field}” was read on “{found}” only; “{documents}” could not be read.",
            fix="Compare “{field}” on “{documents}” by eye.",
        ),
    },
    "common.one_place_blank": {
        "zh": Words(
            "“{field}”只在《{found}》上读到，其他材料上没有填写或没有读到，未核对是否一致。",
            fix="请人工对照各份材料上的“{field}”。",
        ),
        "en": Words(
            "“{field}” was read on “{found}” only; there is nothing to compare it with.",
            fix="Compare “{field}” on the other papers by eye.",
        ),
    },
    "common.recommender_only": {
        "zh": Words("这一项由推荐单位填写或办理，不要求企业提供。"),
        "en": Words("This is the recommending body's to fill in, not the enterprise's."),
    },
    "common.stack_papers": {
        "zh": Words("这份材料由推荐单位为整批企业出具，随整批材料核对，不要求每家企业提供。"),
        "en": Words("The recommending body makes this paper once for the whole stack."),
    },
    "common.timed_out": {
        "zh": Words(
            "核对超时：这一项用了过多的计算时间，已中止，没有得出结果；其余各项不受影响。",
            fix="请人工核对这一项；材料特别大时可拆分后再核对，仍超时请告知软件维护者。",
        ),
        "en": Words(
            "Timed out: this item took too much computing time and was stopped without an answer;"
            " the other items are not affected.",
            fix="Check this item by eye; split a very large file, or report it to the maintainers.",
        ),
    },
    "common.crash": {
        "zh": Words(
            "检查程序在这一项上出错（{error}），没有得出结果；其余各项不受影响。",
            fix="请人工核对这一项，并把错误信息告知软件维护者。",
        ),
        "en": Words(
            "The checker failed on this item ({error}); the other items are not affected.",
            fix="Check this item by eye and report the error to the maintainers.",
        ),
    },
    "common.no_answer": {
        "zh": Words("这一项没有可供检查的内容。", fix="请人工核对这一项。"),
        "en": Words("There was nothing to check here.", fix="Check this item by eye."),
    },
    "common.doubt_unread": {
        "zh": Words("有的页面或文件没有读出来，内容可能就在里面，请人工核对。"),
        "en": Words("Some pages or files could not be read and may hold it; please look."),
    },
    "common.doubt_reading": {
        "zh": Words("这一处可能没有读准，请对照原件核对后再下结论。"),
        "en": Words("The reading is uncertain; please compare with the original."),
    },
}
