"""The notice's own tables (`extra`) in words: quotas, targets, score card, bands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from doccheck.model.program import Program
from doccheck.model.summary_sheet import SheetColumn

Row = Mapping[str, Any]
INSIDE = ("from", "to")  # ends that a band holds; `above` and `below` lie outside


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the notice: its name, the clause that holds it, its rows in words."""

    title: str
    clause: str
    rows: tuple[str, ...]


def tables_of(program: Program) -> tuple[Table, ...]:
    """Return the tables in the order of the file; one of a shape unknown here by its keys."""
    own = (table for name, value in program.extra.items() for table in _tables(name, value))
    return (*own, *_sheet(program))


def _sheet(program: Program) -> Iterator[Table]:
    if sheet := program.summary_sheet:
        rows = tuple(f"{'／'.join(c.path)}：{_filled(program, c)}" for c in sheet.columns)
        yield Table(sheet.title, sheet.clause, rows)


def _filled(program: Program, column: SheetColumn) -> str:
    """Say in words what fills a column of the summary sheet."""
    if column.field:
        year = f"{column.year}年" if column.year else ""
        return f"填材料上的{year}“{program.field(column.field).label}”"
    if column.rule:
        says = next(r.says for r in program.rules if r.id == column.rule)
        return f"按核对结果答是、否或待核：{says}"
    return f"由人填写：{column.person}" if column.person else "顺序编号"


def _tables(name: str, value: Any) -> Iterator[Table]:
    if name == "bands":
        for each in value:
            yield Table(each["name"], each.get("clause", ""), tuple(map(_band, each["bands"])))
        return
    title, rows = WRITERS.get(name, (name, _unknown))
    yield Table(title, value.get("clause", ""), tuple(rows(value)))


def _quotas(table: Row) -> Iterator[str]:
    yield "；".join(f"{body['name']} {body['limit']}" for body in table["bodies"])
    if "total" in table:
        yield f"通知写的总数：{table['total']}"
    if "selected" in table:
        yield f"最后选定：{table['selected']}（主管部门的事）"


def _targets(table: Row) -> Iterator[str]:
    yield f"年度：{'、'.join(map(str, table['years']))}；是目标，不是上限"
    for category in table["categories"]:
        for body, numbers in zip(table["bodies"], category["rows"], strict=False):
            yield f"{category['name']} {body}：{'、'.join(map(str, numbers))}"
        if "totals" in category:
            yield f"{category['name']} 通知写的合计：{'、'.join(map(str, category['totals']))}"
        if "sum" in category:
            yield f"{category['name']} 通知写的总计：{category['sum']}"


def _score_card(card: Row) -> Iterator[str]:
    for group in card["groups"]:
        points = f"{group['points']}分" if "points" in group else "加分"
        only = f"，只给{'、'.join(group['only'])}" if group.get("only") else ""
        yield f"{group['name']}（{points}{only}）"
        yield from (_item(item) for item in group["items"])
    for category in card.get("categories", ()):
        floors = "".join(f"，{g}不低于{n}分" for g, n in category.get("minimum", {}).items())
        parts = "＋".join(category["groups"])
        yield f"类别 {_band(category, '分')}（{parts}{floors}）"
    if override := card.get("override"):
        yield f"不论得分属{override['category']}：{'、'.join(override['words'])}"


def _item(item: Row) -> str:
    number = "（没有印序号）" if item["number"] is None else f"{item['number']}."
    points = f" {item['points']}分" if "points" in item else ""
    steps = "；".join(f"{s['name']} {s['score']}分" for s in item.get("steps", ()))
    several = "（可以累加）" if item.get("cumulative") else ""
    return f"{number} {item['name']}{points}" + (f"：{steps}{several}" if steps else "")


def _band(row: Row, unit: str = "") -> str:
    """Return a band in words; which of its ends it holds is said."""
    ends = [
        f"{row[key]}{unit}（{'含' if key in INSIDE else '不含'}）"
        for key in ("from", "above", "to", "below")
        if key in row
    ]
    alone = ("以上" if {"from", "above"} & set(row) else "以下") if len(ends) == 1 else ""
    return f"{row['name']}：{'—'.join(ends)}{alone}"


def _unknown(table: Row) -> Iterator[str]:
    yield from (f"{key}：{value}" for key, value in table.items() if key != "clause")


WRITERS: Mapping[str, tuple[str, Callable[[Row], Iterator[str]]]] = {
    "quotas": ("推荐名额", _quotas),
    "targets": ("目标数", _targets),
    "score_card": ("评分表", _score_card),
}
