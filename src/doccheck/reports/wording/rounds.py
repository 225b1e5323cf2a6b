"""Words of the second round and of waivers."""

from doccheck.reports.wording.words import Both

UI: dict[str, Both] = {
    "round.title": Both("与上一轮相比", "Compared with the first round"),
    "round.about": Both(
        "上一轮核对于 {0}（收件日期 {1}）。按规则、内容和值对应，与页码无关。",
        "First round checked at {0} (received {1}). Matched by rule, field and value, not by page.",
    ),
    "round.mended": Both("已改正", "Mended"),
    "round.not_mended": Both("未改正", "Not mended"),
    "round.unclear": Both("还不能确定", "Cannot be told yet"),
    "round.new": Both("新出现", "New"),
    "round.missed": Both("首轮漏报", "Missed in the first round"),
    "round.withdrawn": Both("本工具改判", "Our answer changed"),
    "round.missed_about": Both(
        "这些内容上一轮就有，是本工具上一轮没有指出，不是申报企业新添的问题。",
        "These stood there in the first round; this tool did not point them out then.",
    ),
    "round.before": Both("上一轮", "Before"),
    "round.now": Both("这一轮", "Now"),
    "round.state": Both("变化", "Change"),
    "round.counts": Both("{title} {n} 项", "{title}: {n}"),
    "round.gone": Both("上一轮的这一项不再出现", "no longer found"),
    "waiver.title": Both("豁免", "Waivers"),
    "waiver.about": Both(
        "由核对人在自己的清单（--manifest）中写明；申报材料中的文件不能豁免任何事项。",
        "Stated by the checker in his own manifest; nothing inside a submission waives anything.",
    ),
    "waiver.said": Both("已豁免：{0}（{1}，有效至 {2}）", "Waived: {0} ({1}, until {2})"),
    "waiver.used": Both("已用于 {n} 项", "used for {n}"),
    "waiver.unused": Both("没有用上，请核对编号", "unused: check the rule and subject"),
    "waiver.expired": Both("已过期，不起作用", "expired: without effect"),
    "waiver.rule": Both("规则", "Rule"),
    "waiver.reason": Both("理由", "Reason"),
    "waiver.person": Both("豁免人", "By"),
    "waiver.until": Both("有效至", "Until"),
    "waiver.state": Both("使用情况", "Standing"),
    "reason.waived": Both("{n} 项已豁免", "{n} waived"),
}
