"""Words of the summary sheet that is filled from the packages."""

from doccheck.reports.wording.words import Both

UI: dict[str, Both] = {
    "filled.yes": Both("是", "yes"),
    "filled.no": Both("否", "no"),
    "filled.review": Both("待核", "to be reviewed"),
    "filled.none": Both("不适用", "not applicable"),
    "filled.missing": Both(
        "材料中没有读到这一栏，请看原件后填写。", "Not read in the package; see the original."
    ),
    "filled.unasked": Both("这份材料没有核对这一项。", "This submission was not asked this."),
    "filled.unsure": Both(
        "读得不够清楚（把握 {0}），请对照原件。", "Uncertain reading ({0}); see the original."
    ),
    "filled.found": Both("核对结果为{status}：{message}", "Found ({status}): {message}"),
    "filled.differs": Both(
        "另一处写的不同：{place}为“{value}”（把握 {sure}）。",
        "Stands otherwise elsewhere: {place}: “{value}” ({sure}).",
    ),
    "filled.converted": Both(
        "原文为“{raw}”，已换成本栏的单位。", "Printed “{raw}”, converted to this column's unit."
    ),
    "filled.person": Both("请填写：{0}。", "To be written by a person: {0}."),
    "filled.excerpt": Both("原文开头（{place}）：{words}…", "Begins ({place}): {words}…"),
    "filled.source": Both("出处：{0}", "Source: {0}"),
    "filled.quote": Both("原文：“{0}”", "Words: “{0}”"),
    "filled.sure": Both("把握：{0}", "How sure: {0}"),
    "filled.sure_ocr": Both("把握：{0}（识别得来）", "How sure: {0} (recognised)"),
    "filled.sheet": Both("汇总表", "Summary sheet"),
    "filled.sources": Both("各格出处", "Sources"),
    "filled.legend": Both(
        "由 {tool} 按 {count} 份材料填写。黄色：请对照原件核实；灰色：没有读到或由人填写；"
        "光标停在格上看出处，全部出处在第二张表。",
        "Filled by {tool} from {count} submissions. Yellow: check against the original; grey: not "
        "read, or for a person; hover for the source, all sources on the second sheet.",
    ),
    "filled.row": Both("行", "Row"),
    "filled.submission": Both("材料", "Submission"),
    "filled.enterprise": Both("企业", "Applicant"),
    "filled.column": Both("栏目", "Column"),
    "filled.value": Both("填入", "Filled in"),
    "filled.state": Both("状态", "State"),
    "filled.place": Both("出处", "Source"),
    "filled.words": Both("原文", "Words"),
    "filled.confidence": Both("把握", "How sure"),
    "filled.notes": Both("说明", "Notes"),
    "filled.state.read": Both("已填", "filled"),
    "filled.state.doubt": Both("待核", "to be reviewed"),
    "filled.state.missing": Both("没有读到", "not read"),
    "filled.state.person": Both("由人填写", "for a person"),
}
