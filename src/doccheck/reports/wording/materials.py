"""Words of MAT: what was handed in."""

from doccheck.reports.wording.words import Words

_HAND_IN = "补交{document}；如已提交，请确认文件名或标题写明“{document}”且能打开。"
_HAND_IN_EN = "Hand in {document}; if it is there, make its title or file name say so."

WORDS: dict[str, dict[str, Words]] = {
    "MAT01.there": {
        "zh": Words("已提交{document}：{files}。", "提交{document}", "{files}"),
        "en": Words("{document} is there: {files}.", "{document}", "{files}"),
    },
    "MAT01.missing": {
        "zh": Words("没有找到{document}。", "提交{document}", "未找到", _HAND_IN),
        "en": Words("{document} was not found.", "{document}", "not found", _HAND_IN_EN),
    },
    "MAT01.too_few": {
        "zh": Words(
            "{document}找到{found}份，要求至少{minimum}份。",
            "{document}至少{minimum}份",
            "{found}份：{files}",
            "补足{document}。",
        ),
        "en": Words(
            "{found} of {document} found, at least {minimum} asked for.",
            "at least {minimum}",
            "{found}: {files}",
            "Hand in the rest.",
        ),
    },
    "MAT01.unread": {
        "zh": Words(
            "{files}看来是{document}，但文字没有读出来，请人工确认。",
            "提交{document}",
            "{files}（未读出文字）",
            "请打开文件确认；扫描件请保证清晰。",
        ),
        "en": Words(
            "{files} seems to be {document} but could not be read; please confirm.",
            "{document}",
            "{files} (not read)",
            "Open the file and confirm.",
        ),
    },
    "MAT01.year_unknown": {
        "zh": Words(
            "{files}可能是{document}，但没有读到所属年度，请人工确认。",
            "提交{document}",
            "{files}（年度未读到）",
            "请打开文件确认年度。",
        ),
        "en": Words(
            "{files} may be {document}, but its year was not read; please confirm.",
            "{document}",
            "{files} (year not read)",
            "Open the file and confirm the year.",
        ),
    },
    "MAT01.perhaps": {
        "zh": Words(
            "没有认出{document}；{files}可能就是，请人工确认。",
            "提交{document}",
            "{files}（没有认出来）",
            "请打开文件确认；建议在材料上写明标题“{document}”。",
        ),
        "en": Words(
            "No {document} was recognised; {files} may be it, please confirm.",
            "{document}",
            "{files} (not recognised)",
            "Open the file and confirm.",
        ),
    },
    "MAT02.all": {
        "zh": Words("{count}个文件都能打开。", "每个文件都能打开", "{count}个文件均可打开"),
        "en": Words("All {count} files open.", "every file opens", "{count} files open"),
    },
    "MAT02.unreadable": {
        "zh": Words(
            "{file}打不开：{reason}。",
            "每个文件都能打开",
            "{file}：{reason}",
            "请换成能正常打开、没有密码的文件后重新提交。",
        ),
        "en": Words(
            "{file} does not open: {reason}.",
            "every file opens",
            "{file}: {reason}",
            "Hand in a file that opens without a password.",
        ),
    },
    "MAT02.not_ours": {
        "zh": Words(
            "{file}没有读出来：{reason}。请人工确认文件本身能否打开。",
            "每个文件都能打开",
            "{file}：{reason}",
            "请人工打开该文件；最好另存为 PDF 或 Word 后重新提交。",
        ),
        "en": Words(
            "{file} could not be read here: {reason}. Please see whether it opens.",
            "every file opens",
            "{file}: {reason}",
            "Open the file by hand, or save it as PDF or Word.",
        ),
    },
    "MAT03.filled": {
        "zh": Words("{document}已经填写。", "填写后提交", "已填写"),
        "en": Words("{document} is filled in.", "filled in", "filled in"),
    },
    "MAT03.blank": {
        "zh": Words(
            "{document}（{files}）各栏都是空的，是尚未填写的空白表。",
            "填写后提交",
            "空白表",
            "填写{document}后重新提交。",
        ),
        "en": Words(
            "{document} ({files}) is the blank template: nothing is filled in.",
            "filled in",
            "blank template",
            "Fill in {document} and hand it in again.",
        ),
    },
    "MAT03.unsure": {
        "zh": Words(
            "{document}（{files}）上没有读到企业填写的内容，请人工确认是否已填写、盖章。",
            "填写后提交",
            "未读到填写内容",
            "请打开文件确认。",
        ),
        "en": Words(
            "Nothing filled in was read on {document} ({files}); please confirm.",
            "filled in",
            "nothing read",
            "Open the file and confirm.",
        ),
    },
    "MAT04.right": {
        "zh": Words("{document}用的是通知所附的格式《{title}》。", "{wanted}", "{title}"),
        "en": Words("{document} is the notice's own form: “{title}”.", "{wanted}", "{title}"),
    },
    "MAT04.year": {
        "zh": Words(
            "{document}的标题是《{title}》，年度与通知不同。",
            "{wanted}",
            "{title}（{file}）",
            "改用通知所附的《{wanted}》重新填写。",
        ),
        "en": Words(
            "{document} is titled “{title}”, which is another year's form.",
            "{wanted}",
            "{title} ({file})",
            "Use the form “{wanted}” attached to the notice.",
        ),
    },
    "MAT04.years": {
        "zh": Words(
            "{document}中数据栏的年度是{years}，通知要求的是{asked}，看来用的是以前年度的表。",
            "{asked}",
            "{years}（{file}）",
            "改用本次通知所附的{document}，按{asked}填写数据。",
        ),
        "en": Words(
            "The columns of {document} are for {years}; the notice asks for {asked}.",
            "{asked}",
            "{years} ({file})",
            "Use this notice's form and fill in {asked}.",
        ),
    },
    "MAT04.other": {
        "zh": Words(
            "{document}的标题是《{title}》，与通知所附的表格名称不同。",
            "{wanted}",
            "{title}（{file}）",
            "改用通知所附的《{wanted}》重新填写。",
        ),
        "en": Words(
            "{document} is titled “{title}”, which is not the notice's form.",
            "{wanted}",
            "{title} ({file})",
            "Use the form “{wanted}” attached to the notice.",
        ),
    },
    "MAT04.unknown": {
        "zh": Words(
            "没有读到《{wanted}》这一标题，请人工确认{document}用的是通知所附的格式。",
            "{wanted}",
            "{title}（{file}）",
            "请对照通知附件核对表格；标题请保留原样。",
        ),
        "en": Words(
            "The title “{wanted}” was not read; please confirm that {document} is the right form.",
            "{wanted}",
            "{title} ({file})",
            "Compare the form with the notice's annex.",
        ),
    },
    "MAT06.all": {
        "zh": Words("{count}份材料都已认出。", "每份材料都能认出是什么", "{count}份均已认出"),
        "en": Words("All {count} papers were recognised.", "every paper recognised", "{count}"),
    },
    "MAT06.unknown": {
        "zh": Words(
            "有{count}份材料没有认出是什么，请人工查看：{files}。",
            "每份材料都能认出是什么",
            "{count}份未认出：{files}",
            "在材料上写明标题，或用文件名说明内容。",
        ),
        "en": Words(
            "{count} papers were not recognised, please look: {files}.",
            "every paper recognised",
            "{count} not recognised: {files}",
            "Give them a title or a telling file name.",
        ),
    },
    "MAT06.unread": {
        "zh": Words(
            "有{count}份材料的文字没有读出来，只能从文件名猜测是什么：{files}。",
            "每份材料都能认出是什么",
            "{count}份未读出：{files}",
            "请人工查看这些文件。",
        ),
        "en": Words(
            "{count} papers could not be read; only their file names tell what they are: {files}.",
            "every paper recognised",
            "{count} not read: {files}",
            "Look at these files.",
        ),
    },
}
