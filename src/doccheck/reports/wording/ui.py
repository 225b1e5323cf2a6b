"""Headings, labels and signs around the results, in Chinese and English."""

from typing import NamedTuple

from doccheck.checks.registry import CATALOGUE
from doccheck.reports.wording import filled, notice, rounds, sample, workbook
from doccheck.reports.wording.catalogue import RULES
from doccheck.reports.wording.words import Both

__all__ = ["FACTS", "KINDS", "UI", "Both", "Ui"]


UI: dict[str, Both] = {
    "report.title": Both("申报材料核对报告", "Application check report"),
    "verdict.fail": Both("需补正", "To be corrected"),
    "verdict.review": Both("待核", "To be reviewed"),
    "verdict.pass": Both("机器检查通过", "Machine checks passed"),
    "reason.fail": Both("{0}", "{0}"),
    "reason.review": Both("还不能下结论：{0}", "No conclusion yet: {0}"),
    "reason.pass": Both("{0}", "{0}"),
    "reason.errors": Both("{n} 项不符合通知要求，必须补正", "{n} must be corrected"),
    "reason.warnings": Both("{n} 项建议修改", "{n} should be mended"),
    "reason.review_count": Both("{n} 项待核", "{n} to be reviewed"),
    "reason.not_checked": Both("{n} 项没有检查", "{n} could not be checked"),
    "reason.passed": Both("机器检查的 {n} 项均符合要求", "all {n} machine checks are met"),
    "reason.nothing": Both("没有一项得到检查", "nothing was checked"),
    "reason.joint": Both("；", "; "),
    "reason.person": Both("另有 {n} 项须由人核对", "{n} more are for a person to check"),
    "reason.nobody": Both(
        "{n} 项要求本工具尚不能检查", "{n} requirements this tool cannot check yet"
    ),
    "status.pass": Both("符合", "Met"),
    "status.fail": Both("需补正", "To be corrected"),
    "status.review": Both("待核", "To be reviewed"),
    "status.not_checked": Both("未检查", "Not checked"),
    "status.not_applicable": Both("不适用", "Not applicable"),
    "about.fail": Both(
        "与通知要求不符的事项。“必须补正”的会被退回，“建议修改”的不影响受理。",
        "What does not meet the notice. Items marked “must” would be returned.",
    ),
    "about.review": Both(
        "读得不够清楚，或通知留有余地，须由人看一眼再定。",
        "The reading is uncertain or the notice leaves room: a person decides.",
    ),
    "about.not_checked": Both(
        "缺少材料或材料读不出，因此没有检查，不表示符合。",
        "An input is missing or unreadable; this does not mean that it is met.",
    ),
    "severity.error": Both("必须补正", "Must"),
    "severity.warning": Both("建议修改", "Should"),
    "severity.info": Both("提示", "Note"),
    "weight.error": Both("关系受理", "Decisive"),
    "weight.warning": Both("建议性", "Advisory"),
    "weight.info": Both("提示", "Note"),
    "field.enterprise": Both("申报企业", "Applicant"),
    "field.program": Both("方案", "Programme"),
    "field.notice": Both("依据通知", "Notice"),
    "field.as_of": Both("收件日期", "Received"),
    "field.role": Both("核对角度", "Checked for"),
    "field.path": Both("材料", "Submission"),
    "field.checked_at": Both("核对时间", "Checked at"),
    "field.unknown": Both("未读到", "not read"),
    "role.enterprise": Both("企业自查", "the applicant"),
    "role.reviewer": Both("受理审核", "the reviewer"),
    "item.place": Both("位置", "Where"),
    "item.expected": Both("要求", "Asked for"),
    "item.actual": Both("读到", "Read"),
    "item.clause": Both("依据", "Basis"),
    "item.fix": Both("怎样补正", "How to mend"),
    "item.sure": Both("把握", "How sure"),
    "item.affected": Both("没有检查的", "Not checked"),
    "item.waiver": Both("豁免", "Waiver"),
    "item.text": Both("原文", "Words"),
    "item.note": Both("说明", "Note"),
    "item.subject": Both("事项", "Item"),
    "item.result": Both("结果", "Result"),
    "sure.certain": Both("读取可靠（{p}）", "reliable reading ({p})"),
    "sure.uncertain": Both(
        "读取不确定（{p}），请看原件", "uncertain reading ({p}), see the original"
    ),
    "more.places": Both("另有 {n} 处，见证据", "{n} more places, see the evidence"),
    "marked.pasted": Both("贴图", "pictures"),
    "marked.old_word": Both(
        "这种格式（.doc、.rtf、.odt）不能写批注；问题照样列在报告里，"
        "要批注的请在 Word 里另存为 .docx 后再核对",
        "this format takes no comments; save it as .docx and check again; the report lists all",
    ),
    "marked.no_format": Both(
        "这种格式不能写批注，问题照样列在报告里",
        "this format takes no comments; the report lists all findings",
    ),
    "more.lines": Both("其余 {n} 条", "{n} more"),
    "evidence.title": Both("证据（{n} 处）", "Evidence ({n})"),
    "search.title": Both("查找记录", "Proof of search"),
    "search.looked_at": Both("查过", "Searched"),
    "search.nearest": Both("最接近的", "Nearest"),
    "search.unread": Both("没读出的", "Not read"),
    "search.none": Both("无", "none"),
    "matrix.title": Both("各文件所载内容对照", "Values by document"),
    "matrix.field": Both("内容", "Field"),
    "matrix.identity": Both("企业与申报信息", "Applicant and application"),
    "matrix.figures": Both("财务与经营数据", "Figures"),
    "matrix.legend": Both(
        "✓ 核对相符　✗ 不符　？ 待核　– 此处未读到　无符号：没有规则核对它",
        "✓ agrees · ✗ differs · ？ to be reviewed · – not read here · no sign: no rule asks for it",
    ),
    "matrix.yuan": Both("= {0} 元", "= {0} yuan"),
    "matrix.pass": Both("相符", "agrees"),
    "matrix.fail": Both("不符", "differs"),
    "matrix.review": Both("待核", "to be reviewed"),
    "matrix.none": Both("未读到", "not read"),
    "checkpoints.title": Both("须由人核对的事项", "For a person to check"),
    "checkpoints.about": Both(
        "以下事项机器不判断，请逐项看过后打勾；不影响上面的结论。",
        "A machine does not judge these; tick them off. They do not change the verdict.",
    ),
    "checkpoints.look": Both("看什么：{0}", "Look at: {0}"),
    "worst.title": Both("先看这几项", "Look at these first"),
    "view.title": Both("排列方式", "Order"),
    "view.enterprise": Both("按材料和页码（企业）", "by document and page (applicant)"),
    "view.official": Both("按轻重（受理）", "by weight (official)"),
    "view.reviewer": Both("按通知条款（评审）", "by clause (reviewer)"),
    "view.whole": Both("整套材料", "The application as a whole"),
    "crop.alt": Both("原件截图：{0}，{1}", "Picture of the page: {0}, {1}"),
    "nobody.title": Both("本工具尚不能检查的要求", "Requirements nobody checks yet"),
    "nobody.about": Both(
        "以下要求既没有机器检查，也不在上面的清单里，受理前请自行核对。",
        "Neither a rule nor the list above covers these; check them before accepting.",
    ),
    "passed.title": Both("符合的事项（{n} 项）", "Met ({n})"),
    "not_applicable.title": Both("不适用的事项（{n} 项）", "Not applicable ({n})"),
    "coverage": Both(
        "通知要求 {total} 项：机器检查 {machine} 项，由人核对 {person} 项，尚无检查 {none} 项",
        "Of {total} requirements: {machine} by machine, {person} by a person, {none} by nobody yet",
    ),
    "files.title": Both("收到的文件（{n} 个）", "Files received ({n})"),
    "files.path": Both("文件", "File"),
    "files.status": Both("状态", "Status"),
    "files.reason": Both("说明", "Reason"),
    "files.read": Both("已读", "read"),
    "files.unreadable": Both("读不出", "unreadable"),
    "files.skipped": Both("未读（不是材料）", "skipped"),
    "files.trouble": Both("有 {n} 个文件读不出", "{n} files could not be read"),
    "files.scans": Both(
        "有 {n} 份材料是扫描件，文字是机器识别出来的，或者没有读出来",
        "{n} documents are scans: recognised or not read",
    ),
    "documents.title": Both("认出的材料（{n} 份）", "Documents recognised ({n})"),
    "documents.document": Both("材料", "Document"),
    "documents.kind": Both("种类", "Kind"),
    "documents.pages": Both("页码", "Pages"),
    "documents.why": Both("判断依据", "Told by"),
    "documents.glanced": Both(
        "其中附注{n}页只看了页首和页尾：有关这份报告的核对都已通过，用不到其余内容",
        "{n} pages of notes were only glanced at: every check of this report passed without them",
    ),
    "documents.maybe": Both("也可能是{0}", "or {0}"),
    "tool": Both("版本", "Version"),
    "version": Both(
        "{name} {version} · 方案 {program} · 报告格式 {schema}",
        "{name} {version} · programme {program} · report schema {schema}",
    ),
    "count": Both("{title}（{n}）", "{title} ({n})"),
    "colon": Both("：", ": "),
    "skip": Both("跳到核对结果", "Skip to findings"),
    **notice.UI,
    **rounds.UI,
    **workbook.UI,
    **filled.UI,
    **sample.UI,
}
"""Key → text. Statuses, severities and verdicts stand under their contract's names."""

KINDS: dict[str, Both] = {
    "cover": Both("封面", "cover"),
    "application_form": Both("申报表", "application form"),
    "business_licence": Both("营业执照", "business licence"),
    "audit_report": Both("审计报告", "audit report"),
    "financial_statements": Both("财务报表", "financial statements"),
    "commitment_letter": Both("承诺书", "commitment letter"),
    "case_report": Both("案例材料", "case report"),
    "score_card": Both("评分表", "score card"),
    "acceptance_form": Both("验收表", "acceptance form"),
    "summary_table": Both("汇总表", "summary table"),
    "recommendation_letter": Both("推荐函", "recommendation letter"),
    "evidence": Both("证明材料", "evidence"),
    "other": Both("其他", "other"),
}
"""The contract's kinds of document."""

FACTS: dict[str, Both] = {
    "enterprise_name": Both("企业名称", "Enterprise name"),
    "legal_representative": Both("法定代表人", "Legal representative"),
    "uscc": Both("统一社会信用代码", "Unified social credit code"),
    "benchmark_name": Both("标杆名称", "Benchmark name"),
    "registered_address": Both("注册地址", "Registered address"),
    "industry": Both("所属行业", "Industry"),
    "contact_person": Both("联系人", "Contact person"),
    "contact_phone": Both("联系电话", "Contact phone"),
    "email": Both("电子邮箱", "E-mail"),
    "application_date": Both("申报日期", "Application date"),
    "application_direction": Both("申报方向", "Direction"),
    "application_category": Both("申报类别", "Category"),
    "employees": Both("职工人数", "Employees"),
    "rd_staff": Both("研发人员", "R&D staff"),
    "audit_firm": Both("会计师事务所", "Audit firm"),
    "audit_opinion": Both("审计意见", "Audit opinion"),
    "audit_report_number": Both("审计报告编号", "Audit report number"),
    "revenue": Both("营业收入", "Revenue"),
    "net_profit": Both("净利润", "Net profit"),
    "total_profit": Both("利润总额", "Total profit"),
    "total_assets": Both("资产总额", "Total assets"),
    "total_liabilities": Both("负债总额", "Total liabilities"),
    "operating_cost": Both("营业成本", "Operating cost"),
    "inventory": Both("存货", "Inventory"),
    "rd_expense": Both("研发费用", "R&D expense"),
    "gross_margin": Both("毛利率", "Gross margin"),
    "debt_ratio": Both("资产负债率", "Debt ratio"),
    "asset_turnover": Both("总资产周转率", "Asset turnover"),
    "inventory_turnover": Both("存货周转率", "Inventory turnover"),
}
"""The contract's facts, without their year."""


class Ui(NamedTuple):
    """The texts of one language."""

    lang: str

    def __call__(self, key: str, *parts: object, **values: object) -> str:
        """Return a text, filled."""
        return self._pick(UI[key]).format(*parts, **values)

    def kind(self, kind: str) -> str:
        """Return the name of a kind of document."""
        return self._pick(KINDS[kind])

    def rule(self, code: str) -> str:
        """Return the short name of a catalogue rule."""
        return CATALOGUE[code].replace("-", " ") if self.lang == "en" else RULES[code].title

    def fact(self, name: str) -> str:
        """Return the label of a fact, its year before it (`revenue.2023`: 2023年营业收入)."""
        key, _, year = name.partition(".")
        label = self._pick(FACTS[key]) if key in FACTS else key
        if not year:
            return label
        return f"{year}年{label}" if self.lang == "zh" else f"{label} {year}"

    def _pick(self, both: Both) -> str:
        return both.en if self.lang == "en" else both.zh
