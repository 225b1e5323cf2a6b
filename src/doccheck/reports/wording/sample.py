"""Words of the sample that a person looks at, and of the folder of notices."""

from doccheck.reports.wording.words import Both

UI: dict[str, Both] = {
    "sample.marked": Both(
        "机器检查通过的材料按 {share} 抽查，抽到 {n} 份。",
        "{share} of the passes are for a person's look: {n} marked.",
    ),
    "sample.none_yet": Both(
        "还没有人工结论；看完后填入“抽查.csv”，再运行一次即可统计。",
        " No answers yet: fill in 抽查.csv and run again.",
    ),
    "sample.measured": Both(
        "已人工看过 {n} 份，其中 {k} 份不同意机器结论（{rate}，95% 区间 {low}—{high}）。",
        " {n} were looked at, {k} disagreed with ({rate}, 95 % interval {low}–{high}).",
    ),
    "sample.mark": Both("抽查", "sample"),
    "sample.name": Both("材料", "Submission"),
    "sample.enterprise": Both("企业", "Applicant"),
    "sample.answer": Both("人工结论（同意／不同意）", "Answer (agree/disagree)"),
    "sample.points": Both("不同意的事项", "Points disagreed with"),
    "sample.person": Both("看的人", "Person"),
    "sample.day": Both("日期", "Day"),
    "notices.sheet": Both("告知书清单", "Notices"),
    "notices.number": Both("序号", "No."),
    "notices.enterprise": Both("企业", "Applicant"),
    "notices.submission": Both("材料", "Submission"),
    "notices.verdict": Both("结论", "Verdict"),
    "notices.fail": Both("需补正", "To correct"),
    "notices.review": Both("需说明", "To explain"),
    "notices.file": Both("文件", "File"),
    "notices.sent": Both("送达日期", "Sent on"),
    "notices.signed": Both("签收人", "Received by"),
}
