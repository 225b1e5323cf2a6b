"""Where a notice contradicts itself: looks at the tables in a programme's `extra`.

Shapes (all keys optional unless said):

    quotas:                       # how many each body may recommend
      clause: 四（二）
      kind: quota                 # or target
      total: 30                   # stated sum
      bodies: [{name: 长沙市, limit: 5}, …]

    targets:                      # a table of bodies × years for each category
      clause: 附件5
      years: [2023, 2024, 2025]
      bodies: [城东街道, …]
      categories:
        - {name: 洁美工厂, rows: [[1, 0, 0], …], totals: [20, 15, 15], sum: 50}

    score_card:                   # what can be scored, and what scores lead to
      clause: 附件1
      groups:
        - name: 基础管理
          points: 30              # stated; left out for bonus groups
          bonus: false
          items:
            - {number: 1, name: 管理规范, points: 5, steps: [{name: …, score: 3, from: 1, to: 3}]}
      categories:
        - {name: 洁美工厂, from: 70, to: 79, groups: [基础管理, …]}

    bands: [{name: 企业类型, bands: [{name: …, from: …, to: …}]}]

A band holds its ends: `from` and `to` are inside it; `above` and `below` are outside.
The rule FIN02 with more than one entry in `readings` marks a formula that can be read in
several ways.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from doccheck.programs.findings import Linted, LintFinding
from doccheck.programs.source import Path

Row = Mapping[str, Any]


def notice_findings(linted: Linted) -> Iterator[LintFinding]:
    """Yield every contradiction that the notice's tables show."""
    extra = linted.program.extra
    yield from _quotas(linted, extra.get("quotas", {}))
    yield from _targets(linted, extra.get("targets", {}))
    yield from _score_card(linted, extra.get("score_card", {}))
    for i, table in enumerate(extra.get("bands", ())):
        yield from bands(linted, ("extra", "bands", i), table["name"], table["bands"])
    yield from _formulas(linted)


def _quotas(linted: Linted, quotas: Row) -> Iterator[LintFinding]:
    bodies: Sequence[Row] = quotas.get("bodies", ())
    given = sum(body["limit"] for body in bodies)
    total = quotas.get("total")
    path: Path = ("extra", "quotas", "total")
    if total is not None and given != total:
        yield linted.warning(
            path,
            f"各单位名额之和是 {given}，通知写的总数是 {total}",
            f"the quotas add up to {given}, the notice states {total}",
        )
    for name, times in Counter(body["name"] for body in bodies).items():
        if times > 1:
            yield linted.warning(
                ("extra", "quotas", "bodies"),
                f"“{name}”在名额表里出现 {times} 次",
                f"“{name}” stands {times} times in the table of quotas",
            )


def _targets(linted: Linted, targets: Row) -> Iterator[LintFinding]:
    years: Sequence[int] = targets.get("years", ())
    for i, category in enumerate(targets.get("categories", ())):
        path: Path = ("extra", "targets", "categories", i)
        sums = [sum(row[column] for row in category["rows"]) for column in range(len(years))]
        for year, actual, stated in zip(years, sums, category.get("totals", ()), strict=False):
            if actual != stated:
                yield linted.warning(
                    path,
                    f"“{category['name']}”{year}年各单位之和是 {actual}，通知写的是 {stated}",
                    f"“{category['name']}” {year}: the rows add up to {actual}, "
                    f"the notice states {stated}",
                )
        stated_sum = category.get("sum")
        if stated_sum is not None and sum(sums) != stated_sum:
            yield linted.warning(
                path,
                f"“{category['name']}”各年合计是 {sum(sums)}，通知写的是 {stated_sum}",
                f"“{category['name']}”: all years add up to {sum(sums)}, "
                f"the notice states {stated_sum}",
            )


# ---- score cards


def _score_card(linted: Linted, card: Row) -> Iterator[LintFinding]:
    groups: Sequence[Row] = card.get("groups", ())
    path: Path = ("extra", "score_card")
    for i, group in enumerate(groups):
        yield from _group(linted, (*path, "groups", i), group)
    yield from _numbers(linted, path, [item["number"] for g in groups for item in g["items"]])
    categories: Sequence[Row] = card.get("categories", ())
    reach = {group["name"]: _reach(group) for group in groups}
    for i, category in enumerate(categories):
        most = sum((reach.get(name, Decimal(0)) for name in category.get("groups", ())), Decimal(0))
        if category.get("groups") and _low(category) > most:
            yield linted.warning(
                (*path, "categories", i),
                f"“{category['name']}”只看{'、'.join(category['groups'])}，最多 {most} 分，"
                f"达不到要求的 {category['from']} 分",
                f"“{category['name']}” is judged on parts worth {most} points "
                f"but asks for {category['from']}",
            )
    if categories:
        yield from bands(linted, (*path, "categories"), "申报类别", categories)


def _group(linted: Linted, path: Path, group: Row) -> Iterator[LintFinding]:
    items: Sequence[Row] = group["items"]
    stated = group.get("points")
    given = sum((_points(item) for item in items), Decimal(0))
    if stated is not None and given != stated:
        yield linted.warning(
            path,
            f"“{group['name']}”各项分值之和是 {given}，通知写的是 {stated}",
            f"the items of “{group['name']}” add up to {given}, the notice states {stated}",
        )
    for i, item in enumerate(items):
        steps: Sequence[Row] = item.get("steps", ())
        numeric = [s for s in steps if {"from", "above", "to", "below"} & set(s)]
        yield from bands(linted, (*path, "items", i), item["name"], numeric)
        for step in steps:
            if "points" in item and step["score"] > item["points"]:
                yield linted.warning(
                    (*path, "items", i),
                    f"“{item['name']}”一档 {step['score']} 分，超过该项分值 {item['points']}",
                    f"a step of “{item['name']}” gives {step['score']} of {item['points']} points",
                )


def _points(item: Row) -> Decimal:
    return Decimal(str(item.get("points", 0)))


def _reach(group: Row) -> Decimal:
    """Return the most points that a group can bring, bonus items by their best steps."""
    if group.get("points") is not None:
        return Decimal(str(group["points"]))
    return sum((_best(item) for item in group["items"]), Decimal(0))


def _best(item: Row) -> Decimal:
    if "points" in item:
        return _points(item)
    scores = [Decimal(str(step["score"])) for step in item.get("steps", ())]
    return sum(scores, Decimal(0)) if item.get("cumulative") else max(scores, default=Decimal(0))


def _numbers(linted: Linted, path: Path, numbers: Sequence[int | None]) -> Iterator[LintFinding]:
    printed = [n for n in numbers if n is not None]
    if not printed:
        return
    absent = sorted(set(range(min(printed), max(printed) + 1)) - set(printed))
    if absent:
        listed = "、".join(map(str, absent))
        yield linted.warning(
            path, f"序号缺 {listed}", f"number {', '.join(map(str, absent))} is missing"
        )


# ---- bands


def bands(linted: Linted, path: Path, name: str, rows: Sequence[Row]) -> Iterator[LintFinding]:
    """Yield the gaps between bands and the values that belong to two of them."""
    ordered = sorted(rows, key=lambda row: (_low(row), _high(row) is None))
    for lower, upper in pairwise(ordered):
        top, bottom = _high(lower), _low(upper)
        between = f"“{lower['name']}”与“{upper['name']}”"
        if top is None or top > bottom:
            zh, en = f"{name}：{between}重叠", f"{name}: {between} overlap"
        elif top < bottom:
            zh = f"{name}：{between}之间，{top} 与 {bottom} 之间的数没有归属"
            en = f"{name}: values between {top} and {bottom} belong to no band ({between})"
        elif "to" in lower and "from" in upper:
            zh = f"{name}：{top} 同时属于{between}"
            en = f"{name}: {top} belongs to two bands ({between})"
        elif "below" in lower and "above" in upper:
            zh = f"{name}：{top} 不属于{between}中的任何一档"
            en = f"{name}: {top} belongs to neither of {between}"
        else:
            continue
        yield linted.warning(path, zh, en)


def _low(row: Row) -> Decimal:
    return Decimal(str(row.get("from", row.get("above", "-Infinity"))))


def _high(row: Row) -> Decimal | None:
    value = row.get("to", row.get("below"))
    return None if value is None else Decimal(str(value))


# ---- formulas


def _formulas(linted: Linted) -> Iterator[LintFinding]:
    for i, rule in enumerate(linted.program.rules):
        readings = rule.params.get("readings", ()) if rule.rule == "FIN02" else ()
        if len(readings) > 1:
            names = "；".join(str(reading["name"]) for reading in readings)
            key = rule.params.get("field")
            label = next((f.label for f in linted.program.fields if f.key == key), key)
            yield linted.warning(
                ("rules", i, "params"),
                f"“{label}”的公式有 {len(readings)} 种读法：{names}",
                f"the formula of “{label}” can be read in {len(readings)} ways: {names}",
            )
