"""ELI04, ELI05: a score card's arithmetic and the category that fits."""

import dataclasses
from decimal import Decimal

import pytest

from doccheck.checks.scorecard import CardItem, plain
from doccheck.model.dossier import FieldReading, StatementItem
from doccheck.model.places import Evidence, Place
from doccheck.model.program import DocumentSpec, FieldSpec
from doccheck.model.scores import ScoreItem

from .dossiers import PROGRAM, Paper, ask, one, said, view

CARD = {
    "clause": "附件1",
    "override": {"category": "金牌", "words": ["单项冠军"]},
    "groups": [
        {"name": "基础", "points": 20, "items": [
            {"number": 1, "name": "管理规范", "points": 8},
            {"number": 2, "name": "质量管理", "points": 12},
        ]},
        {"name": "数字", "points": 15, "items": [
            {"number": 3, "name": "数字改造", "points": 15, "steps": [
                {"name": "单项", "score": 8}, {"name": "多项", "score": 10}, {"name": "集成", "score": 15},
            ]},
        ]},
        {"name": "创新", "points": 10, "items": [{"number": None, "name": "技术改造", "points": 10}]},
        {"name": "加分", "bonus": True, "only": ["银牌", "金牌"], "items": [
            {"number": 5, "name": "新产品", "cumulative": True, "steps": [
                {"name": "新产品", "score": 3, "each": 1}, {"name": "首台套", "score": 5},
            ]},
        ]},
    ],
    "categories": [
        {"name": "铜牌", "from": 36, "to": 38, "groups": ["基础", "数字"], "minimum": {"基础": 10}},
        {"name": "银牌", "from": 39, "to": 42, "groups": ["基础", "数字", "创新", "加分"]},
        {"name": "金牌", "from": 43, "groups": ["基础", "数字", "创新", "加分"]},
    ],
}  # fmt: skip
PROGRAMME = PROGRAM.model_copy(
    update={
        "documents": (
            *PROGRAM.documents,
            DocumentSpec(key="card", kind="score_card", title="自评表"),
        ),
        "fields": (
            *PROGRAM.fields,
            FieldSpec(key="category", label="申报类别", documents=("card",), kind="choice",
                      choices=("铜牌", "银牌", "金牌")),
        ),
        "extra": {"score_card": CARD},
    }
)  # fmt: skip
NAMES = ("管理规范", "质量管理", "数字改造", "技术改造", "新产品")
POINTS = ("8", "12", "15", "10", None)


def row(name, score, number=None, points=None, role="item", confidence=1.0):
    state = {None: "blank", "?": "unclear", "没有": "no_column"}.get(score, "filled")
    value = Decimal(score) if state == "filled" else None
    evidence = Evidence(
        Place("card.docx", anchor=name), f"{name} {score}", "table", confidence, document="d1"
    )
    return ScoreItem(
        "d1", role, name, state, evidence, number, "", Decimal(points) if points else None, value,
        score or "",
    )  # fmt: skip


def card(*scores, subtotal=None, total=None, category="银牌", rows=None, lines=(), **more):
    """A card with the five scores; 小计 stands behind the third, 总分 at the end."""
    made = (
        [row(n, s, i, p) for i, (n, s, p) in enumerate(zip(NAMES, scores, POINTS, strict=True), 1)]
        if rows is None
        else list(rows)
    )
    if subtotal is not None:
        made.insert(3, row("小计", subtotal, role="subtotal"))
    if total is not None:
        made.append(row("总分", total or None, role="total"))
    made = [
        dataclasses.replace(
            r, evidence=dataclasses.replace(r.evidence, confidence=more.get("confidence", 1.0))
        )
        for r in made
    ]
    papers = (Paper("card", fields={"category": category}), *lines)
    seen = view(*papers, program=PROGRAMME)
    readings = tuple(_marked(r) for r in seen.dossier.readings)
    dossier = dataclasses.replace(seen.dossier, scores=tuple(made), readings=readings)
    return dataclasses.replace(seen, dossier=dossier)


def _marked(reading: FieldReading) -> FieldReading:
    return dataclasses.replace(reading, marked=(reading.raw,)) if reading.raw else reading


def arithmetic(*scores, **more):
    return ask("ELI04", card(*scores, **more), document="card", table="score_card")


def category(*scores, **more):
    return ask(
        "ELI05", card(*scores, **more), document="card", table="score_card", field="category"
    )


# ---- arithmetic


def test_a_right_card_passes_with_its_total():
    (answer,) = arithmetic("7", "10", "10", "8", "5", subtotal="27", total="40")
    assert (answer.status, answer.key) == ("pass", "ELI04.right")
    assert "40分" in said(answer)


def test_an_item_over_its_points_is_named_with_both_figures():
    (answer,) = arithmetic("7", "13", "10", "8", "0", total="38")
    assert (answer.status, answer.key) == ("fail", "ELI04.over")
    assert "质量管理" in answer.subject
    assert "13分" in said(answer)
    assert "12分" in said(answer)


def test_a_score_below_zero_fails():
    assert arithmetic("-1", "10", "10", "8", "0", total="27")[0].key == "ELI04.below"


def test_a_wrong_total_gives_both_sums():
    (answer,) = arithmetic("7", "10", "10", "8", "5", total="44")
    assert (answer.status, answer.key, answer.subject) == ("fail", "ELI04.sum", "总分")
    assert "44分" in said(answer)
    assert "40分" in said(answer)


def test_a_wrong_subtotal_is_told_apart_from_the_total():
    (answer,) = arithmetic("7", "10", "10", "8", "5", subtotal="25", total="40")
    assert answer.subject == "小计"


@pytest.mark.parametrize("total", ["40", "35", "27"])
def test_a_total_may_leave_out_bonus_or_what_its_category_does_not_count(total):
    (answer,) = arithmetic("7", "10", "10", "8", "5", total=total)
    assert answer.status == "pass"


def test_a_score_that_is_no_grade_is_for_a_person():
    (answer,) = arithmetic("7", "10", "11", "8", "0", total="36")
    assert (answer.status, answer.key) == ("review", "ELI04.no_grade")


def test_bonus_counts_each_piece():
    assert CardItem.model_validate(CARD["groups"][3]["items"][0]).grades == tuple(
        map(Decimal, (0, 1, 2, 3, 5, 6, 7, 8))
    )


def test_blank_items_are_one_answer_and_count_nothing():
    found = arithmetic(None, None, "10", "8", None, total="18")
    assert [o.key for o in found] == ["ELI04.some_blank"]
    assert found[0].values["count"] == "2"


def test_a_card_without_any_score_is_not_filled_in():
    (answer,) = arithmetic(None, None, None, None, None, total="")
    assert (answer.status, answer.key) == ("fail", "ELI04.blank")


def test_a_card_without_a_column_for_scores_is_for_a_person():
    (answer,) = arithmetic("没有", "没有", "没有", "没有", "没有")
    assert (answer.status, answer.key) == ("review", "ELI04.no_column")


def test_a_card_without_a_table_is_not_checked():
    (answer,) = arithmetic(rows=())
    assert (answer.status, answer.key) == ("not_checked", "ELI04.no_table")


def test_no_sums_are_made_of_scores_that_were_not_read():
    found = arithmetic("7", "?", "10", "8", "5", total="44")
    assert [o.key for o in found] == ["ELI04.unclear"]


def test_doubtful_scores_accuse_nobody():
    found = arithmetic("7", "10", "10", "8", "5", total="44", confidence=0.8)
    assert [o.status for o in found] == ["review"]


def test_an_empty_total_is_told_with_the_sum():
    (answer,) = arithmetic("7", "10", "10", "8", "5", total="")
    assert (answer.status, answer.key) == ("review", "ELI04.no_total")


def test_points_printed_otherwise_are_for_a_person():
    rows = [row("管理规范", "7", 1, "10"), *(row(n, s, i, p) for i, n, s, p in (
        (2, "质量管理", "10", "12"), (3, "数字改造", "10", "15"), (4, "技术改造", "8", "10"),
    ))]  # fmt: skip
    found = arithmetic(rows=rows)
    assert "ELI04.points_changed" in [o.key for o in found]


def test_items_are_found_by_name_whatever_their_number():
    rows = [
        row(n, s, i + 7, p)
        for i, (n, s, p) in enumerate(zip(NAMES, ("7", "10", "10", "8", "5"), POINTS, strict=True))
    ]
    (answer,) = arithmetic(rows=rows)
    assert answer.status == "pass"


def test_an_item_without_a_row_is_for_a_person():
    rows = [
        row("管理规范", "7", 1, "8"),
        row("质量管理", "10", 2, "12"),
        row("技术改造", "8", 4, "10"),
    ]
    found = arithmetic(rows=rows)
    assert [o.key for o in found] == ["ELI04.no_row"]


def test_a_score_is_written_without_idle_places():
    assert [plain(Decimal(x)) for x in ("5.0", "10", "4.50")] == ["5", "10", "4.5"]


# ---- category


def test_a_score_inside_its_band_passes():
    (answer,) = category("7", "10", "10", "8", "5", total="40")
    assert (answer.status, answer.key) == ("pass", "ELI05.fits")


def test_a_score_below_its_band_says_what_would_do():
    (answer,) = category("7", "10", "8", "8", "5", total="38")
    assert (answer.status, answer.key) == ("fail", "ELI05.below")
    assert answer.values["short"] == "1"
    assert "第3项“数字改造”（8→10分）" in said(answer, "fix")
    assert "第1项“管理规范”（7→8分）" in said(answer, "fix")


def test_several_items_together_make_up_what_no_item_does_alone():
    (answer,) = category("5", "9", "10", "5", "0", total="29")
    assert "合起来" in said(answer, "fix")


def test_a_score_above_its_band_is_for_a_person():
    (answer,) = category("8", "12", "10", "10", "5", total="45")
    assert (answer.status, answer.key) == ("review", "ELI05.above")
    assert "金牌" in said(answer)


def test_half_points_between_two_bands_are_for_a_person():
    (answer,) = category("7.5", "12", "10", "8", "5", total="42.5")
    assert (answer.status, answer.key) == ("review", "ELI05.gap")


def test_a_band_that_the_parts_cannot_reach_is_read_both_ways():
    found = category("7", "10", "10", "10", "0", total="37", category="铜牌")
    assert [o.key for o in found] == ["ELI05.fits_one", "ELI05.floor_met"]
    assert "全部各项之和37分" in said(found[0])


def test_a_band_that_no_score_of_the_parts_reaches_fails_nobody():
    found = category("7", "10", "10", "0", "0", total="27", category="铜牌")
    assert (found[0].status, found[0].key) == ("review", "ELI05.unreachable")


def test_a_floor_that_is_missed_gives_both_figures():
    found = category("2", "7", "15", "10", "0", category="铜牌")
    floor = next(o for o in found if o.key == "ELI05.floor")
    assert floor.status == "fail"
    assert "9分" in said(floor)
    assert "10分" in said(floor)


def test_bonus_of_a_category_that_has_none_is_for_a_person():
    found = category("7", "10", "10", "8", "2", total="37", category="铜牌")
    assert ("review", "ELI05.bonus") in [(o.status, o.key) for o in found]


def test_a_total_that_was_added_up_wrongly_is_no_ground_for_a_failure():
    (answer,) = category("7", "10", "10", "8", "5", total="45")
    assert (answer.status, answer.key) == ("review", "ELI05.some_fit")


def test_an_honour_gives_the_category_by_itself():
    proof = Paper("evidence", title="制造业单项冠军企业证书", lines=("制造业单项冠军企业",))
    (answer,) = category("7", "10", "10", "8", "5", total="40", category="金牌", lines=(proof,))
    assert (answer.status, answer.key) == ("review", "ELI05.override")
    (answer,) = category("7", "10", "10", "8", "5", total="40", category="金牌")
    assert answer.status == "fail"


def test_a_category_that_is_none_or_two_is_not_checked():
    (answer,) = category("7", "10", "10", "8", "5", total="40", category="白金")
    assert answer.status == "not_checked"


def test_without_scores_no_category_is_judged():
    (answer,) = category(None, None, None, None, None)
    assert (answer.status, answer.key) == ("not_checked", "ELI05.no_scores")


def test_a_missing_card_is_not_checked():
    answer = one(
        "ELI05", view(program=PROGRAMME), document="card", table="score_card", field="category"
    )
    assert answer.status == "not_checked"


# ---- grades by a share of two figures


def shared(score: str, rd: str):
    steps = [
        {"name": "1%—3%", "score": 3, "from": 1, "to": 3},
        {"name": "3%—5%", "score": 5, "from": 3, "to": 5},
        {"name": "5%以上", "score": 10, "from": 5},
    ]
    item = {"number": 1, "name": "研发费用", "points": 10, "of": "rd_expense", "over": "revenue"}
    groups = [{"name": "创新", "points": 10, "items": [{**item, "steps": steps}]}]
    programme = PROGRAMME.model_copy(
        update={"extra": {"score_card": {"clause": "附件1", "groups": groups}}}
    )
    seen = card(rows=[row("研发费用", score, 1, "10")])
    items = tuple(
        StatementItem(
            "d1", name, name, 2022, Decimal(value), Decimal(1), value,
            Evidence(Place("报表.pdf"), value, document="d1"),
        )
        for name, value in (("rd_expense", rd), ("revenue", "100"))
    )  # fmt: skip
    seen = dataclasses.replace(
        seen, program=programme, dossier=dataclasses.replace(seen.dossier, statement_items=items)
    )
    return ask("ELI04", seen, document="card", table="score_card")


@pytest.mark.parametrize(
    ("score", "rd"), [("5", "4"), ("5", "3"), ("3", "3"), ("10", "5"), ("3", "8"), ("0", "0")]
)
def test_a_share_on_the_edge_of_two_grades_may_be_given_either(score, rd):
    (answer,) = shared(score, rd)
    assert answer.status == "pass"


def test_a_share_below_its_grade_is_for_a_person():
    (answer,) = shared("5", "2")
    assert (answer.status, answer.key) == ("review", "ELI04.share")
    assert "2.00%" in said(answer)
