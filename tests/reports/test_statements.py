"""Statements as they were understood: item by period, in yuan, with unit, scope and place."""

from decimal import Decimal

from doccheck.model.dossier import StatementItem
from doccheck.model.places import Evidence, Place
from doccheck.reports.statements import sheet_dict, sheet_lines, understood_sheets


def item(
    name: str, label: str, year: int, value: str, own: bool = True, **more: str
) -> StatementItem:
    place = Place("a.pdf", 2, anchor=f"table[0].cell[{year % 10},1]")
    evidence = Evidence(
        place, f"{label} {value}", "table", document="d1", note=more.pop("note", "")
    )
    amount = Decimal(value)
    return StatementItem(
        "d1", name, label, year, amount * 10000, Decimal(100), value, evidence, own,
        more.pop("scope", "single"), sheet=more.pop("sheet", "balance"), unit="万元",  # type: ignore[arg-type]
    )  # fmt: skip


ITEMS = (
    item("total_assets", "资产总计", 2023, "5.00"),
    item("total_assets", "资产总计", 2022, "4.00", own=False),
    item("inventory", "存货", 2022, "1.00", own=False, note="可能有误"),
    item("revenue", "一、营业收入", 2023, "3.00", scope="parent", sheet="income"),
)


def test_a_sheet_is_printed_item_by_period_in_yuan() -> None:
    first, second = understood_sheets(ITEMS)
    assert list(sheet_lines(first)) == [
        "[d1] 资产负债表（金额为元，原表单位：万元）",
        "  项目\t2023年\t2022年（上年数）\t位置",
        "  资产总计\t50,000\t40,000\t第2页 表1 第4行第2列",
        "  存货\t\t10,000？可能有误\t第2页 表1 第3行第2列",
    ]
    assert second.title == "母公司利润表"


def test_json_tells_scope_unit_value_and_place_of_each_figure() -> None:
    told = sheet_dict(next(iter(understood_sheets(ITEMS))))
    assert (told["sheet"], told["scope"], told["unit"]) == ("balance", "single", "万元")
    figure = told["items"][0]["figures"][1]
    assert (figure["year"], figure["own_year"], figure["value"]) == (2022, False, "40000")
    assert figure["location"]["page"] == 2


def test_a_label_that_comes_twice_makes_two_rows() -> None:
    twice = (item("unlisted", "其他", 2023, "1.00"), item("unlisted", "其他", 2023, "2.00"))
    (sheet,) = understood_sheets(twice)
    assert len(sheet.rows) == 2
