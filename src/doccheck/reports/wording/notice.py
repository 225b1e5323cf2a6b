"""Words of the correction notice (一次性补正告知书): neutral, without codes."""

from doccheck.reports.wording.words import Both

NEVER = (
    "造假", "虚假", "伪造", "欺骗", "违规", "作弊", "弄虚", "骗取", "冒用", "篡改", "隐瞒",
    "不诚信", "失信", "违法", "企图", "故意", "抄袭", "剽窃",
    "有意", "可疑", "嫌疑", "不实", "蒙混", "糊弄",
)  # fmt: skip
"""Words that a message never uses: facts, place, requirement and remedy are said, no blame."""

JARGON = (
    "未能", "容差", "置信", "阈值", "解析", "异常", "字段", "引擎", "参数", "算子", "校验失败",
    "鲁棒", "召回", "正则", "实例", "枚举", "空值",
)  # fmt: skip
"""Words of ours, not of a clerk's: a message is said in plain ones."""

INTERNAL = ("人工", "机器", "本工具", "识别引擎", "没有读准")
"""A sentence with one of these speaks to the checker; the applicant is not bothered with it."""

UI: dict[str, Both] = {
    "notice.title": Both("申报材料一次性补正告知书", "Notice of corrections (all at once)"),
    "notice.number": Both("编号：〔        〕        号", "No. ____________"),
    "notice.to": Both("{0}：", "To: {0}"),
    "notice.to_unknown": Both("＿＿＿＿＿＿＿＿＿＿＿＿", "____________________"),
    "notice.opening": Both(
        "你单位申报“{program}”的材料已于{as_of}收到。经对照《{notice}》（以下称通知）核对，"
        "现将需要补正和说明的事项一次性全部告知如下。",
        "Your application for “{program}” was received on {as_of}. It was checked against"
        " {notice}. All points to be corrected or explained are listed below, at once.",
    ),
    "notice.by": Both(
        "请于＿＿＿＿年＿＿月＿＿日前将下列事项一并补正、说明后提交。",
        "Please submit all corrections and explanations by ____-__-__.",
    ),
    "notice.deadline": Both("通知规定的申报截止日期为{0}。", "The notice's own deadline is {0}."),
    "notice.nothing": Both(
        "本次核对未列出需要补正或说明的事项。",
        "This check lists nothing to be corrected or explained.",
    ),
    "notice.mend": Both("需要补正的事项（{n} 项）", "To be corrected ({n})"),
    "notice.explain": Both("需要说明的事项（{n} 项）", "To be explained ({n})"),
    "notice.explain_about": Both(
        "下列事项现有材料尚不能确定，请说明情况或提供清晰的材料；确需补正的，请一并补正。",
        "The material does not settle these. Please explain or send clear copies; correct where"
        " needed.",
    ),
    "notice.advise": Both("建议修改的事项（{n} 项）", "Suggested changes ({n})"),
    "notice.advise_about": Both(
        "下列事项不影响受理，建议一并修改。", "These do not stand in the way of acceptance."
    ),
    "notice.later": Both(
        "另有 {n} 项因所需材料缺少或不能读出，尚未核对，待补正后再核对：{subjects}。",
        "{n} more could not be checked yet, since material is missing or unreadable: {subjects}.",
    ),
    "notice.col_number": Both("序号", "No."),
    "notice.col_item": Both("事项", "Point"),
    "notice.col_content": Both("核对情况与要求", "Found, and asked for"),
    "notice.col_clause": Both("依据", "Basis"),
    "notice.col_fix": Both("怎样补正", "How to mend"),
    "notice.asked": Both("通知要求：{0}", "Asked for: {0}"),
    "notice.clause": Both("通知{0}", "notice, {0}"),
    "notice.whole": Both("整套材料", "The application as a whole"),
    "notice.fix_none": Both("请按通知要求补正。", "Please follow the notice."),
    "notice.fix_unclear": Both(
        "这一处看不清楚，请提供清晰的材料；内容确需改正的，请一并改正。",
        "This place is not legible; please send a clear copy, corrected where needed.",
    ),
    "notice.fix_explain": Both("请说明情况。", "Please explain."),
    "notice.contact": Both(
        "联系人：＿＿＿＿＿＿＿＿　　电话：＿＿＿＿＿＿＿＿＿＿＿＿",
        "Contact: ______________   Telephone: ______________",
    ),
    "notice.seal": Both("（盖章）", "(seal)"),
    "notice.day": Both("＿＿＿＿年＿＿月＿＿日", "____-__-__"),
    "notice.ordinal": Both("一二三四", "1234"),
    "notice.heading": Both("{0}、{1}", "{0}. {1}"),
}
