"""Words of the workbook: names of its sheets and of columns that no other form has."""

from doccheck.reports.wording.words import Both

UI: dict[str, Both] = {
    "sheet.overview": Both("概览", "Overview"),
    "sheet.findings": Both("核对结果", "Findings"),
    "sheet.matrix": Both("内容对照", "Matrix"),
    "sheet.figures": Both("数据核对", "Figures"),
    "sheet.checkpoints": Both("人工核对", "Checkpoints"),
    "column.number": Both("序号", "No."),
    "column.status": Both("状态", "Status"),
    "column.weight": Both("轻重", "Weight"),
    "column.material": Both("材料", "Material"),
    "column.rule": Both("规则", "Rule"),
    "column.message": Both("说明", "Finding"),
    "column.round": Both("与上一轮相比", "Since the first round"),
    "column.done": Both("已核对", "Done"),
    "column.kind": Both("类别", "Kind"),
    "column.look": Both("看什么", "Look at"),
    "figures.title": Both("数据核对与推算", "Figures checked and recomputed"),
    "figures.about": Both(
        "每一项：表上的数、依据的数或算法、结论，以及各数的出处。",
        "For each: what is stated, what it was held against, the answer, and the places.",
    ),
    "figures.on_paper": Both(
        "另有 {n} 项数字一致，打印时不在这里重复，见后面的“符合的事项”。",
        "{n} more figures agree; on paper they are not repeated here but stand under “Met”.",
    ),
    "figures.stated": Both("读到与算得", "Stated and computed"),
    "figures.trace": Both("出处", "Trace"),
    "kind.person": Both("由人核对", "for a person"),
    "kind.nobody": Both("尚无检查", "nobody yet"),
}
