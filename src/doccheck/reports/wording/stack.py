"""Words of STK: across the submissions of a stack. Facts, no accusation."""

from doccheck.reports.wording.words import Words

WORDS: dict[str, dict[str, Words]] = {
    "STK.alone": {
        "zh": Words("单份核对时不查；用 doccheck screen 核对一批材料时检查。"),
        "en": Words("Checked across a stack only (doccheck screen)."),
    },
    "STK.failed": {
        "zh": Words("这份材料没有核对：{reason}", "每份材料都核对", "{reason}", "{next}"),
        "en": Words("Not checked: {reason}", "every submission checked", "{reason}", "{next}"),
    },
    "STK01.quota_within": {
        "zh": Words("{body}推荐{count}家，不超过名额{limit}家：{enterprises}。", "不超过{limit}家",
                    "{count}家"),
        "en": Words("{body} recommends {count} of at most {limit}: {enterprises}.", "≤ {limit}",
                    "{count}"),
    },
    "STK01.quota_over": {
        "zh": Words("{body}推荐{count}家，超过名额{limit}家：{enterprises}。", "不超过{limit}家",
                    "{count}家", "由推荐单位确定保留哪{limit}家，本工具不作取舍。"),
        "en": Words("{body} recommends {count}, over its {limit}: {enterprises}.", "≤ {limit}",
                    "{count}", "The body decides which {limit} to keep."),
    },
    "STK01.target_within": {
        "zh": Words("{body}{category}申报{count}家，任务数{limit}家：{enterprises}。",
                    "任务数{limit}家", "{count}家"),
        "en": Words("{body} {category}: {count} of a target of {limit}: {enterprises}.",
                    "target {limit}", "{count}"),
    },
    "STK01.target_over": {
        "zh": Words("{body}{category}申报{count}家，多于任务数{limit}家：{enterprises}。"
                    "任务数不是上限，请人工看。", "任务数{limit}家", "{count}家"),
        "en": Words("{body} {category}: {count}, above the target of {limit}: {enterprises}. "
                    "A target is no ceiling; please look.", "target {limit}", "{count}"),
    },
    "STK01.unassigned": {
        "zh": Words("有{count}家看不出由哪个单位推荐，没有计入：{enterprises}。"),
        "en": Words("{count} could not be told to any body and were not counted: {enterprises}."),
    },
    "STK01.no_year": {
        "zh": Words("通知只列出{years}年的任务数，没有{year}年的。"),
        "en": Words("The notice gives targets for {years}, none for {year}."),
    },
    "STK02.once": {
        "zh": Words("{count}份材料中没有同一企业重复申报。", "一家企业报一次", "没有重复"),
        "en": Words("No enterprise applies twice among {count} submissions.", "once each", "once"),
    },
    "STK02.repeated": {
        "zh": Words("{subject}有{count}份申报材料：{submissions}。", "一家企业报一次", "{count}份",
                    "与企业核实后保留一份。"),
        "en": Words("{subject} has {count} submissions: {submissions}.", "one", "{count}",
                    "Ask the enterprise which one stands."),
    },
    "STK02.repeated_unlike": {
        "zh": Words("{count}份申报材料的企业名称或统一社会信用代码相同：{submissions}。"
                    "名称：{names}；代码：{codes}。", "一家企业报一次", "{count}份",
                    "核实是否同一企业；名称或代码填错的，请企业更正。"),
        "en": Words("{count} submissions share a name or a credit code: {submissions}. "
                    "Names: {names}; codes: {codes}.", "one", "{count}",
                    "Find out whether it is one enterprise; wrong names or codes are corrected."),
    },
    "STK02.former": {
        "zh": Words("{subject}写明曾用名“{former}”，另有一份材料以该名称申报：{submissions}。",
                    "一家企业报一次", "{former}", "核实两份材料是否同一企业。"),
        "en": Words("{subject} gives “{former}” as an earlier name, under which another "
                    "submission stands: {submissions}.", "one", "{former}",
                    "Find out whether both are one enterprise."),
    },
    "STK03.distinct": {
        "zh": Words("{count}份材料的文字，不同企业之间没有成段相同的。", "各写各的",
                    "没有成段相同"),
        "en": Words("No passages are shared between applicants ({count} texts).", "own text",
                    "none shared"),
    },
    "STK03.nothing": {
        "zh": Words("能比较的文字不足两家，不比较。"),
        "en": Words("Fewer than two applicants have texts to compare."),
    },
    "STK03.shared": {
        "zh": Words("{left}与{right}的文字有{share}相同（按较短的一份计），相同{count}处，"
                    "最长一处{longest}字。", "各写各的", "{share}",
                    "请人工对照两份原文，判断是否引用同一政策或标准、同一集团的资料。"),
        "en": Words("{left} and {right} share {share} of the shorter text in {count} places, the "
                    "longest of {longest} characters.", "own text", "{share}",
                    "Compare both; a policy, a standard or one group's text may be quoted."),
    },
    "STK03.pictures": {
        "zh": Words("{left}与{right}的材料中有{count}张图片看上去相同。", "各用各的图片",
                    "{count}张相同",
                    "请人工对照两份原文，判断是否同一集团、同一供应商的资料或公开的示意图。"),
        "en": Words("{left} and {right} show {count} pictures that look the same.", "own pictures",
                    "{count} the same",
                    "Compare both; one group's, a supplier's or a public picture may be shown."),
    },
    "STK04.distinct": {
        "zh": Words("不同企业的联系方式没有相同的（共{count}个）。", "各不相同", "各不相同"),
        "en": Words("No contact is shared between applicants ({count} in all).", "distinct",
                    "distinct"),
    },
    "STK04.shared": {
        "zh": Words("{count}家企业填写同一{subject}“{value}”：{enterprises}。", "各不相同",
                    "{value}",
                    "请与企业核实联系方式；同一集团或园区共用的，注明即可。"),
        "en": Words("{count} applicants give the same {subject} “{value}”: {enterprises}.",
                    "distinct", "{value}", "Ask the enterprises; a group may share one by right."),
    },
    "STK05.compared": {
        "zh": Words("汇总表{rows}行、{count}格已与企业材料逐格核对。", "逐格一致", "核对{count}格"),
        "en": Words("{rows} rows and {count} cells of the sheet were compared.", "the same",
                    "{count} cells compared"),
    },
    "STK05.differs": {
        "zh": Words("{enterprise}的“{column}”，汇总表为“{sheet}”，企业材料为“{package}”。",
                    "{package}", "{sheet}", "核实后改正汇总表或企业材料。"),
        "en": Words("{enterprise}, {column}: “{sheet}” on the sheet, “{package}” in the package.",
                    "{package}", "{sheet}", "Find out which is right and correct the other."),
    },
    "STK05.no_package": {
        "zh": Words("汇总表第{row}行的{subject}，这批材料里没有。", "每行有材料", "没有材料",
                    "补齐材料，或从汇总表中删去。"),
        "en": Words("{subject} (row {row} of the sheet) has no submission in this stack.",
                    "a package for each row", "none", "Add the package or remove the row."),
    },
    "STK05.no_row": {
        "zh": Words("{subject}有申报材料（{submissions}），汇总表里没有。", "每份材料在汇总表里",
                    "没有列入", "在汇总表中补上，或说明不推荐。"),
        "en": Words("{subject} ({submissions}) stands in no row of the sheet.",
                    "a row for each package", "no row",
                    "Add the row, or say it is not recommended."),
    },
    "STK05.unread": {
        "zh": Words("有{count}格在企业材料中没有读到对应的内容，没有核对：{cells}。"),
        "en": Words("{count} cells have no counterpart that was read: {cells}."),
    },
    "STK05.no_form": {
        "zh": Words("方案没有写汇总表的格式，不能核对。"),
        "en": Words("The programme declares no summary sheet."),
    },
    "STK05.no_rows": {
        "zh": Words("《{document}》里没有读到企业的行，不能核对。"),
        "en": Words("No rows of enterprises were read in {document}."),
    },
}  # fmt: skip

UI: dict[str, tuple[str, str]] = {
    "head": ("共 {n} 份，方案：{program}", "{n} submissions, programme: {program}"),
    "reason": (
        "{fail} 份需补正，{review} 份待核，{pass} 份机器检查通过；跨材料 {across} 项需要看",
        "{fail} to be corrected, {review} to be reviewed, {pass} passed; {across} across them",
    ),
    "title": ("申报材料总表", "Submissions"),
    "across": ("跨材料核对（{n} 项需要看）", "Across submissions ({n} to look at)"),
    "verdict": ("结论", "Verdict"),
    "submission": ("材料", "Submission"),
    "enterprise": ("企业", "Applicant"),
    "worst": ("最要紧的问题", "Worst finding"),
    "scanned": ("扫描件", "Scanned"),
    "unreadable": ("读不出", "Unreadable"),
    "search": ("筛选：企业、材料、问题", "Filter: applicant, submission, finding"),
    "all": ("全部", "All"),
    "shown": ("显示 {0} 份", "{0} shown"),
    "none": ("没有需要看的。", "Nothing to look at."),
    "places": ("出处", "Places"),
    "quality": ("读取质量", "Reading"),
    "quality_native": ("{documents} 份都是电子文字", "{documents} documents, all digital"),
    "quality_scans": ("{documents} 份中 {scanned} 份扫描", "{scanned} of {documents} scanned"),
    "quality_unsure": ("{unsure} 个数读得不确定", "{unsure} values uncertain"),
    "quality_unreadable": ("{unreadable} 个文件读不出", "{unreadable} files unreadable"),
    "quality_none": ("没有认出材料", "nothing recognised"),
    "charts": ("概览", "Overview"),
    "chart_verdicts": ("各结论的份数", "Submissions by verdict"),
    "chart_rules": ("不符合最多的要求（份数）", "Requirements most often not met (submissions)"),
    "chart_reading": ("读取质量（份数）", "Reading quality (submissions)"),
    "reading_native": ("全是电子文字", "all digital"),
    "reading_scans": ("有扫描件", "with scans"),
    "reading_unreadable": ("有文件读不出", "with unreadable files"),
    "no_failures": ("没有不符合的要求。", "No requirement is unmet."),
    "take": ("可带走的文件", "To take along"),
    "take_sheet": ("汇总表（已填，逐格注明出处）", "Summary sheet, filled, each cell with source"),
    "take_notices": ("补正告知书（{n} 份，合并打印）", "Correction notices ({n}, in one file)"),
    "take_list": ("告知书清单", "List of notices"),
    "take_sample": ("抽查表（填写人工结论）", "Sample, to fill in"),
    "notice": ("告知书", "notice"),
    "sample_only": ("抽查", "Sample"),
    "side_by_side": ("对照（{n} 处）", "Side by side ({n})"),
}
"""Headings and labels of a stack's report: Chinese, English."""
