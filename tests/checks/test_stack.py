"""STK: across the submissions of a stack, on digests built by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from doccheck.checks.engine import run_rules
from doccheck.checks.stack_view import Digest, Passage, StackView, run_stack_rules
from doccheck.checks.view import View
from doccheck.model.document import Cell, Paragraph, Table
from doccheck.model.dossier import Dossier, FieldReading, LogicalDocument
from doccheck.model.places import Evidence, Place
from doccheck.model.program import FieldKind, Program, RuleSpec
from doccheck.model.result import Outcome
from doccheck.programs.loader import load_program
from doccheck.reports.stack import in_words
from doccheck.text.amounts import as_ratio, parse_amount

LEAN = load_program("changzhou-lean-2023")
CODES = ("91320412MAG3DXHQ0E", "91320412397616814E", "91320412MAKC80227R")
NAMES = ("江苏甲舟机械有限公司", "江苏乙凯机械有限公司", "江苏丙宸机械有限公司")
PROSE = (
    "公司成立精益推进办公室，由总经理任组长，按月检查各车间的改善提案，把换模时间从四十五分钟降到十八分钟，"
    "在制品库存下降三成，班组每天开早会通报前一天的质量问题并当场指定责任人。"
)
OTHER = (
    "企业自主开发了设备点检系统，操作工每班扫码登记，维修人员按照故障频次排定保养顺序，全年非计划停机减少一半，"
    "备件消耗也随之下降，相关做法已推广到两个分厂和主要供应商。"
)
UNITS = {"money": "万元", "percent": "%", "turnover": "%"}


def reading(name: str, text: str, year: int | None = None, certain: float = 1.0) -> FieldReading:
    kind: FieldKind = LEAN.field(name).kind
    place = Place("申报表.docx", anchor=f"paragraph[{len(text)}]")
    evidence = Evidence(place, text, confidence=certain, document="d1")
    number = step = None
    if amount := parse_amount(text, UNITS.get(kind)) if kind in UNITS else None:
        ratio = kind != "money"
        number = as_ratio(amount) if ratio else amount.value
        step = amount.step.scaleb(-2) if ratio else amount.step
    return FieldReading(
        name, "d1", name, "filled", evidence, year, text, text, number=number, step=step
    )


def digest(number: int, *readings: FieldReading, text: str = "", **other: Any) -> Digest:
    passages = (Passage("cases", "", "典型案例", text, Evidence(Place("申报表.docx"))),)
    own = (reading("enterprise_name", NAMES[number]), reading("uscc", CODES[number]))
    settings: dict[str, Any] = {
        "submission": f"0{number}{NAMES[number]}",
        "enterprise": NAMES[number],
        "readings": (*own, *readings),
        "kinds": {"d1": "application_form"},
        "passages": passages if text else (),
    }
    return Digest(**(settings | other))


def view(*digests: Digest, program: Program = LEAN, sheet: Table | None = None) -> StackView:
    papers = ()
    if sheet:
        papers = (
            LogicalDocument(
                "d1", "汇总表.xlsx", "summary_table", key="summary_table", blocks=(sheet,)
            ),
        )
    root = View(Dossier((), (), papers), program, date(2024, 5, 9))
    return StackView(digests, program, root)


def ask(code: str, stack: StackView) -> list[Outcome]:
    judged = [j for j in run_stack_rules(stack) if j.rule.rule == code]
    for each in in_words(tuple(judged), "zh") + in_words(tuple(judged), "en"):
        assert "{" not in each.result.message + each.result.actual + each.result.expected
        assert len(each.submissions) == len(each.result.evidence)
    return [j.answer.outcome for j in judged]


def only(code: str, stack: StackView) -> Outcome:
    outcomes = ask(code, stack)
    assert len(outcomes) == 1, outcomes
    return outcomes[0]


# ---- STK02


def test_one_enterprise_twice_is_named_with_all_its_submissions() -> None:
    again = digest(0, submission="09第二套")
    outcome = only("STK02", view(digest(0), digest(1), again))
    assert (outcome.status, outcome.subject) == ("fail", NAMES[0])
    assert outcome.values["submissions"] == f"00{NAMES[0]}、09第二套"


def test_every_enterprise_once_passes() -> None:
    assert only("STK02", view(digest(0), digest(1))).status == "pass"


def test_one_code_under_two_names_says_both() -> None:
    other = digest(1, readings=(reading("enterprise_name", NAMES[1]), reading("uscc", CODES[0])))
    outcome = only("STK02", view(digest(0), other))
    assert (outcome.status, outcome.key) == ("fail", "STK02.repeated_unlike")


def test_a_doubtful_reading_accuses_nobody() -> None:
    name = reading("enterprise_name", NAMES[0], certain=0.8)
    again = digest(0, submission="09", readings=(name,))
    assert only("STK02", view(digest(0), again)).status == "review"


def test_an_earlier_name_is_for_a_person() -> None:
    renamed = digest(1, former_names=((NAMES[0], Evidence(Place("申报表.docx"))),))
    assert only("STK02", view(digest(0), renamed)).key == "STK02.former"


def test_chained_names_and_codes_are_one_applicant() -> None:
    both = digest(
        0,
        submission="c",
        readings=(reading("enterprise_name", NAMES[0]), reading("uscc", CODES[1])),
    )
    assert len(view(digest(0), digest(1), both).applicants) == 1


# ---- STK03


def test_shared_passages_are_shown_side_by_side() -> None:
    stack = view(
        digest(0, text=f"{PROSE}甲。"), digest(1, text=f"乙：{PROSE}"), digest(2, text=OTHER)
    )
    outcome = only("STK03", stack)
    assert outcome.status == "review"
    assert NAMES[0] in outcome.subject and NAMES[1] in outcome.subject
    assert len(outcome.evidence) == 2
    assert outcome.evidence[0].quote == outcome.evidence[1].quote


def test_different_texts_pass() -> None:
    stack = view(digest(0, text=PROSE), digest(1, text=OTHER))
    assert only("STK03", stack).status == "pass"


def test_ones_own_second_submission_is_no_shared_text() -> None:
    stack = view(
        digest(0, text=PROSE), digest(0, text=PROSE, submission="09"), digest(1, text=OTHER)
    )
    assert only("STK03", stack).status == "pass"


def test_the_forms_print_is_not_shared_text() -> None:
    printed = LEAN.section("cases").instructions[1]
    stack = view(digest(0, text=printed + PROSE), digest(1, text=printed + OTHER))
    assert only("STK03", stack).status == "pass"


def test_what_ten_applicants_have_is_print() -> None:
    digests = [
        digest(
            0, text=PROSE + f"第{n}家自己的话" + chr(0x4E00 + n) * 30, submission=str(n),
            enterprise=f"企业{n}", readings=(),
        )
        for n in range(10)
    ]  # fmt: skip
    assert only("STK03", view(*digests)).status == "pass"


# ---- STK04


def test_a_telephone_of_two_applicants_is_a_fact_for_a_person() -> None:
    stack = view(
        digest(0, reading("contact_phone", "189 4234 6732")),
        digest(1, reading("contact_phone", "18942346732")),
        digest(2, reading("contact_phone", "0519-52945283")),
    )
    outcome = only("STK04", stack)
    assert outcome.status == "review"
    assert outcome.values["enterprises"] == f"{NAMES[0]}、{NAMES[1]}"


def test_ones_own_two_submissions_share_nothing() -> None:
    phone = reading("contact_phone", "18942346732")
    assert only("STK04", view(digest(0, phone), digest(0, phone, submission="09"))).status == "pass"


# ---- STK05

HEADS = (("企业基本情况", "", "", "2023年主要指标", "", ""),
         ("企业名称", "统一信用代码", "联系\n电话", "主营业务收入", "", "毛利润率"),
         ("", "", "", "总额", "同比", "数值"))  # fmt: skip


def sheet(*rows: tuple[str, ...]) -> Table:
    cells = [
        Cell(r, c, (Paragraph(text, Place("汇总表.xlsx", anchor=f"sheet[1].cell[{r},{c}]")),),
             Place("汇总表.xlsx", anchor=f"sheet[1].cell[{r},{c}]"), col_span=_span(row, c))
        for r, row in enumerate((*HEADS, *rows))
        for c, text in enumerate(row)
        if text or r >= len(HEADS)
    ]  # fmt: skip
    return Table(len(HEADS) + len(rows), 6, tuple(cells), Place("汇总表.xlsx"))


def _span(row: tuple[str, ...], c: int) -> int:
    return 2 if row is HEADS[1] and c == 3 else 1


def package(number: int = 0) -> Digest:
    return digest(
        number,
        reading("contact_phone", "18942346732"),
        reading("revenue", "15016.62万元", 2023),
        reading("revenue_growth", "11.05%", 2023),
        reading("gross_margin", "27.19%", 2023),
    )


GOOD = (NAMES[0], CODES[0], "189-4234-6732", "15,016.6", "11.05", "0.2719")


def differing(*rows: tuple[str, ...]) -> list[Outcome]:
    outcomes = ask("STK05", view(package(), sheet=sheet(*rows)))
    return [o for o in outcomes if o.status != "pass"]


def test_another_format_or_rounding_is_no_difference() -> None:
    assert differing(GOOD) == []


@pytest.mark.parametrize(
    ("column", "says", "status"),
    [
        (3, "15061.62", "fail"),
        (4, "12.05", "fail"),
        (1, CODES[1], "fail"),
        (2, "18942346733", "fail"),
        (2, "0519-52945283", "review"),
        (5, "", "fail"),
    ],
)
def test_a_differing_cell_shows_both_values(column: int, says: str, status: str) -> None:
    row = (*GOOD[:column], says, *GOOD[column + 1 :])
    (outcome,) = differing(row)
    assert (outcome.status, outcome.key) == (status, "STK05.differs")
    assert outcome.values["sheet"] == (says or "—")
    assert len(outcome.evidence) == 2


ADDRESS = "江苏省常州市武进区湖塘镇工业大道85号"


def placed(says: str) -> list[tuple[str, str]]:
    """Return what is told of a sheet that says this of where an applicant sits."""
    cells = (("企业名称", "所属地区"), (NAMES[0], says))
    table = Table(2, 2, tuple(
        Cell(r, c, (Paragraph(t, Place("汇总表.xlsx")),) if t else (), Place("汇总表.xlsx"))
        for r, row in enumerate(cells) for c, t in enumerate(row)
    ), Place("汇总表.xlsx"))  # fmt: skip
    stack = view(digest(0, reading("registered_address", ADDRESS)), sheet=table)
    told = [o for o in ask("STK05", stack) if o.key == "STK05.differs"]
    return [(o.status, o.doubt) for o in told]


@pytest.mark.parametrize(
    "says", ["湖塘镇", "武进区湖塘", "武进", "武进高新区", "常州", ADDRESS, "湖塘工业集中区"]
)
def test_a_bodys_own_name_for_a_place_is_no_difference(says: str) -> None:
    assert placed(says) == []


@pytest.mark.parametrize("says", ["遥观镇", "武进区遥观镇", "金坛区"])
def test_another_town_or_county_is_for_a_person(says: str) -> None:
    assert placed(says) == [("review", "CON.doubt_place")]


def test_a_blank_place_differs() -> None:
    assert placed("") == [("fail", "")]


def test_a_row_without_package_and_a_package_without_row() -> None:
    row = (NAMES[1], CODES[1], "", "", "", "")
    assert [o.key for o in differing(row)] == ["STK05.no_package", "STK05.no_row"]


def test_without_a_sheet_it_is_not_checked() -> None:
    assert only("STK05", view(package())).status == "not_checked"


def test_a_list_down_one_column_is_no_summary_sheet() -> None:
    place = Place("汇总表.xlsx", anchor="sheet[2].cell[0,0]")
    texts = ("企业名称", "统一信用代码", "联系电话", NAMES[2])
    cells = tuple(Cell(r, 0, (Paragraph(t, place),), place) for r, t in enumerate(texts))
    alone = Table(4, 1, cells, place)
    assert only("STK05", view(package(), sheet=alone)).status == "not_checked"


# ---- STK01

QUOTA = LEAN.model_copy(
    update={
        "rules": (RuleSpec(id="q", rule="STK01", clause="四", says="名额", params={"table": "q"}),),
        "extra": {
            "q": {"kind": "quota", "total": 2, "bodies": [
                {"name": "武进区工业和信息化局", "limit": 1}, {"name": "新北区", "limit": 1},
            ]}
        },
    }
)  # fmt: skip


def at(number: int, place: str) -> Digest:
    return digest(number, reading("registered_address", place))


def test_over_the_ceiling_all_candidates_are_listed() -> None:
    stack = view(at(0, "常州市武进区1号"), at(1, "武进区湖塘镇"), at(2, "新北区"), program=QUOTA)
    outcomes = ask("STK01", stack)
    assert [o.status for o in outcomes] == ["fail", "pass", "fail"]
    assert outcomes[0].values["enterprises"] == f"{NAMES[0]}、{NAMES[1]}"


def test_an_applicant_of_no_known_body_is_told() -> None:
    stack = view(at(0, "常州市武进区1号"), at(1, "天宁区"), program=QUOTA)
    assert [o.status for o in ask("STK01", stack)] == ["pass", "pass", "not_checked"]


def test_a_target_is_no_ceiling() -> None:
    targets = {"kind": "target", "years": [2023, 2024], "bodies": ["武进区"],
               "categories": [{"name": "洁美工厂", "rows": [[5, 1]]}]}  # fmt: skip
    program = QUOTA.model_copy(update={"extra": {"q": targets}})
    where = reading("registered_address", "武进区")
    what = FieldReading("application_category", "d1", "", "filled", where.evidence, raw="洁美工厂")
    stack = view(digest(0, where, what), digest(1, where, what), program=program)
    assert [o.status for o in ask("STK01", stack)] == ["review"]
    late = StackView(stack.digests, program, View(stack.root.dossier, program, date(2027, 1, 1)))
    assert [o.key for o in ask("STK01", late)] == ["STK01.no_year"]


def test_beside_a_sure_reading_a_doubtful_one_does_not_count() -> None:
    scanned = reading("uscc", CODES[2], certain=0.9)
    name, code = reading("enterprise_name", NAMES[0]), reading("uscc", CODES[0])
    again = digest(0, submission="09", readings=(scanned, name, code))
    outcome = only("STK02", view(digest(0), again))
    assert (outcome.status, outcome.values["codes"]) == ("fail", CODES[0])


def test_a_case_inside_the_form_is_compared_by_its_sections() -> None:
    program = load_program("hunan-quality-2021")
    section = next(s.key for s in program.sections if "case_report" in s.documents)
    place = Evidence(Place("申报表.docx"))
    stack = view(
        digest(0, passages=(Passage(section, "", "做法", PROSE, place),)),
        digest(1, passages=(Passage("", "case_report", "全文", f"引言。{PROSE}", place),)),
        program=program,
    )
    assert [o.status for o in ask("STK03", stack)] == ["review"]


# ---- the recommending body's own papers


def test_a_reviewer_has_the_stacks_own_papers_checked_in_the_root() -> None:
    papers = Dossier((), (), ())
    root = View(papers, LEAN, date(2024, 5, 9), role="reviewer")
    asked = run_stack_rules(StackView((package(),), LEAN, root))
    missing = [j for j in asked if j.rule.rule == "MAT01"]
    assert [j.rule.params["document"] for j in missing] == ["summary_table"]
    assert [j.answer.outcome.status for j in missing] == ["fail"]


def test_for_the_enterprise_the_stacks_own_papers_are_not_asked_for() -> None:
    assert ask("MAT01", view(package())) == []


def test_no_submission_of_a_stack_owes_the_stacks_own_papers() -> None:
    empty = View(Dossier((), (), ()), LEAN, date(2024, 5, 9), role="reviewer", in_stack=True)
    owed = [j for j in run_rules(empty) if j.rule.params.get("document") == "summary_table"]
    assert {j.outcome.key for j in owed} == {"common.stack_papers"}
    alone = run_rules(replace(empty, in_stack=False))
    assert "fail" in {j.outcome.status for j in alone if j.rule.id == "二（一）6-1"}
