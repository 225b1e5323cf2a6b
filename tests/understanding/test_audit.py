from datetime import date

from blocks import logical, para, table

from doccheck.model.document import Block
from doccheck.model.dossier import LogicalDocument
from doccheck.understanding.audit import (
    AuditFacts,
    read_audit,
    reporting_year,
    statement_enterprise,
)
from doccheck.understanding.generic import read_generic

FIRM = "苏州衡信会计师事务所（普通合伙）"
NAME = "江苏某某精密机械有限公司"
STANDARD = (
    "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵公司2023年12月31日的财务状况"
    "以及2023年度的经营成果和现金流量。"
)
DUTIES = (
    "如果我们得出结论认为存在重大不确定性，审计准则要求我们在审计报告中提请报表使用者注意财务报表中的相关披露；"
    "如果披露不充分，我们应当发表非无保留意见。我们不对这些事项单独发表意见。"
)


def letter(
    *opinion: str, number: str = "衡信审字〔2024〕第018号", end: tuple[Block, ...] = ()
) -> LogicalDocument:
    cover = [para(NAME), para("2023年度"), para("审 计 报 告"), para(number), para(FIRM)]
    body = [
        para("审 计 报 告"), para(number), para(f"{NAME}全体股东："), para("一、审计意见"),
        para(f"我们审计了{NAME}（以下简称“贵公司”）财务报表，包括2023年12月31日的资产负债表，"
             "2023年度的利润表、现金流量表、所有者权益变动表以及相关财务报表附注。"),
        *(para(t) for t in opinion or (STANDARD,)),
        para("三、注册会计师对财务报表审计的责任"), para(DUTIES),
        *(end or (para(FIRM), para("中国注册会计师：王建国"), para("中国注册会计师：李敏"),
                  para("中国·苏州 二〇二四年三月十八日"))),
    ]  # fmt: skip
    sheets = [para("资产负债表"), para("编制单位：别处有限公司 2022年12月31日"),
              table([["资产", "期末余额"], ["资产总计", "1.00"]])]  # fmt: skip
    return logical(*cover, *body, *sheets, kind="audit_report")


def facts(*opinion: str, **more: object) -> AuditFacts:
    found = read_audit(letter(*opinion, **more))  # type: ignore[arg-type]
    assert found is not None
    return found


def opinion_of(*paragraphs: str) -> str | None:
    found = facts(*paragraphs).opinion
    return found.value if found else None


def test_a_report_says_who_audited_whom_for_which_year() -> None:
    found = facts()
    assert found.firm and found.firm.value == FIRM
    assert found.enterprise and found.enterprise.value == NAME
    assert found.year and found.year.value == 2023
    assert found.number and found.number.value == "衡信审字〔2024〕第018号"
    assert found.day and found.day.value == date(2024, 3, 18)
    assert [a.value for a in found.accountants] == ["王建国", "李敏"]


def test_numbers_of_reports_have_many_forms() -> None:
    for number in (
        "衡信审字（2024）第018号", "苏亚审[2024]123号", "天健审〔2024〕1-123号", "大信审字[2024]第31-00012号",
        "中汇会审【2024】0123号", "苏衡会（2024）审字第A-012号", "XYZH/2024NJAA1B0012",
    ):  # fmt: skip
        found = facts(number=number).number
        assert found and found.value == number
    labelled = facts(number="报告文号：衡信审字（2024）第 018 号").number
    assert labelled and labelled.value == "衡信审字（2024）第018号"


def test_the_firm_is_told_from_a_table_of_signatures_and_over_two_lines() -> None:
    table_end = (
        table([[FIRM, "中国注册会计师："], ["（盖章）", "（签名并盖章）"]]),
        para("2024年3月18日"),
    )
    wrapped_end = (para("苏州衡信会计师事务所"), para("（普通合伙）"), para("2024年3月18日"))
    for end in (table_end, wrapped_end):
        found = facts(end=end)
        assert found.firm and found.firm.value == FIRM
        assert found.day and found.day.value == date(2024, 3, 18)
        assert found.accountants == ()


def test_a_place_under_the_label_is_no_accountant() -> None:
    found = facts(
        end=(para(FIRM), para("中国注册会计师："), para("中国·苏州"), para("2024年3月18日"))
    )
    assert found.accountants == ()


def test_the_standard_wording_is_an_unqualified_opinion() -> None:
    assert opinion_of(STANDARD) == "标准无保留意见"
    older = "我们认为，贵公司财务报表已经按照小企业会计准则的规定编制，在所有重大方面公允反映了贵公司的财务状况。"
    assert opinion_of(older) == "标准无保留意见"


def test_an_emphasis_is_told_by_its_heading() -> None:
    text = "我们提醒财务报表使用者关注，如财务报表附注十所述……本段内容不影响已发表的审计意见。"
    assert opinion_of(STANDARD, "三、强调事项", text) == "带强调事项段的无保留意见"
    assert (
        opinion_of(STANDARD, "三、与持续经营相关的重大不确定性", text) == "带强调事项段的无保留意见"
    )


def test_an_emphasis_without_heading_is_told_by_its_paragraph() -> None:
    text = "我们提醒财务报表使用者关注，如财务报表附注十所述，贵公司存在未决诉讼。本段内容不影响已发表的审计意见。"
    assert opinion_of(STANDARD, text) == "带强调事项段的无保留意见"


def test_modified_opinions_are_told_by_wording() -> None:
    assert (
        opinion_of(
            "我们认为，除“形成保留意见的基础”部分所述事项产生的影响外，后附的财务报表在所有重大方面按照企业会计准则的规定编制，"
            "公允反映了贵公司2023年12月31日的财务状况。",
            "二、形成保留意见的基础",
        )
        == "保留意见"
    )
    assert (
        opinion_of(
            "我们认为，由于“形成否定意见的基础”部分所述事项的重要性，后附的财务报表没有在所有重大方面按照企业会计准则的规定编制，"
            "未能公允反映贵公司2023年12月31日的财务状况。"
        )
        == "否定意见"
    )
    assert (
        opinion_of(
            "我们不对后附的贵公司财务报表发表审计意见。由于“形成无法表示意见的基础”部分所述事项的重要性，我们无法获取充分、"
            "适当的审计证据以作为对财务报表发表审计意见的基础。"
        )
        == "无法表示意见"
    )


def test_a_heading_that_contradicts_the_wording_is_doubted() -> None:
    found = facts(STANDARD, "二、形成保留意见的基础").opinion
    assert found and found.value == "保留意见"
    assert found.confidence < 0.95


def test_the_duties_boilerplate_is_no_opinion() -> None:
    assert opinion_of("（此处缺一段）") is None


def test_a_sentence_wrapped_over_lines_is_read_whole() -> None:
    lines = (
        "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵",
        "公司2023年12月31日的财务状况。",
    )
    assert opinion_of(*lines) == "标准无保留意见"


def test_statements_alone_are_no_auditors_report() -> None:
    sheet = logical(
        para("资产负债表"), para("编制单位：江苏某某有限公司 2023年12月31日 单位：元"),
        table([["资产", "期末余额"], ["资产总计", "1.00"]]), kind="financial_statements",
    )  # fmt: skip
    assert read_audit(sheet) is None
    assert reporting_year(sheet) == 2023
    name = statement_enterprise(sheet)
    assert name and name.value == "江苏某某有限公司"


def test_the_reporting_year_is_the_auditors_not_the_signatures() -> None:
    assert reporting_year(letter()) == 2023


def test_an_interim_statement_has_no_reporting_year() -> None:
    sheet = logical(
        para("利润表"), para("2023年1-6月"), table([["项目", "本期金额"], ["一、营业收入", "1.00"]])
    )
    assert reporting_year(sheet) is None


def test_the_preparer_is_read_from_cells_and_from_a_title() -> None:
    rows = [
        ["利润表", "", ""],
        ["编制单位：", "江苏某某有限公司", "2023年度"],
        ["项目", "本期金额", "上期金额"],
    ]
    for document in (logical(table(rows)), logical(para("江苏某某有限公司利润表"))):  # type: ignore[arg-type]
        name = statement_enterprise(document)
        assert name and name.value == "江苏某某有限公司"


def test_the_places_where_accountants_sign_are_counted_with_and_without_names() -> None:
    assert [p.value for p in facts().signing] == ["王建国", "李敏"]
    unnamed = (para(FIRM), para("中国注册会计师："), para("（签名并盖章）"), para("中国注册会计师"),
               para("（项目合伙人）"), para("2024年3月18日"))  # fmt: skip
    assert [p.value for p in facts(end=unnamed).signing] == ["", ""]
    in_one_line = (para("中国注册会计师：王建国    中国注册会计师：李敏"), para("2024年3月18日"))
    assert [p.value for p in facts(end=in_one_line).signing] == ["王建国", "李敏"]


def test_duties_of_accountants_are_no_places_for_signatures() -> None:
    found = facts(end=(para("2024年3月18日"),))
    assert found.signing == ()
    assert found.end and found.end.value == 0


def test_date_and_signing_reach_the_checks() -> None:
    readings = read_generic(letter(), frozenset()).readings
    told = {r.key: r.value for r in readings if r.key.startswith("audit_")}
    assert (told["audit_date"], told["audit_signing"]) == ("2024-03-18", "2")
    assert [r.value for r in readings if r.key == "accountant"] == ["王建国", "李敏"]
