from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from doccheck.checks.identities import Sum, check_sums, sums_of
from doccheck.model.dossier import StatementItem
from doccheck.model.places import Evidence, Place

EVIDENCE = Evidence(Place("a.pdf", 1))


def item(
    name: str, value: str, part_of: str = "", sign: int = 1, step: str = "0.01"
) -> StatementItem:
    return StatementItem(
        "d1", name, name, 2023, Decimal(value), Decimal(step), value, EVIDENCE, part_of=part_of, sign=sign
    )  # fmt: skip


def sums(*items: StatementItem) -> dict[str, Sum]:
    return {s.says: s for s in check_sums(items)}


def test_assets_are_liabilities_and_equity() -> None:
    held = sums(
        item("total_assets", "10.00"),
        item("total_liabilities", "6.00"),
        item("total_equity", "4.00"),
    )
    assert held["资产总计＝负债合计＋所有者权益合计"].holds


def test_one_wrong_digit_breaks_the_sum_and_the_difference_is_told() -> None:
    broken = sums(
        item("total_assets", "10.00"),
        item("total_liabilities", "6.01"),
        item("total_equity", "4.01"),
    )["资产总计＝负债合计＋所有者权益合计"]
    assert not broken.holds
    assert broken.difference == Decimal("-0.02")
    assert broken.tolerance == Decimal("0.015")


def test_rounding_to_the_printed_unit_breaks_nothing() -> None:
    rounded = sums(
        item("total_assets", "100000", step="10000"),
        item("current_assets", "60000", "total_assets", step="10000"),
        item("noncurrent_assets", "50000", "total_assets", step="10000"),
    )
    assert all(s.holds for s in rounded.values())


def test_the_chain_of_profits_subtracts_what_is_subtracted() -> None:
    held = sums(
        item("revenue", "10.00", "operating_profit"),
        item("operating_cost", "6.00", "operating_profit", -1),
        item("operating_profit", "4.00", "total_profit"),
        item("non_operating_expense", "1.00", "total_profit", -1),
        item("total_profit", "3.00", "net_profit"),
        item("income_tax", "0.50", "net_profit", -1),
        item("net_profit", "2.50"),
    )
    assert len(held) == 3
    assert all(s.holds for s in held.values())


def test_a_sum_without_its_parts_is_not_judged() -> None:
    assert sums(item("total_assets", "10.00"), item("current_assets", "6.00", "total_assets")) == {}


def test_years_and_scopes_are_not_mixed() -> None:
    from dataclasses import replace

    assets = item("total_assets", "10.00")
    other = [
        replace(item("total_liabilities", "6.00"), year=2022),
        replace(item("total_equity", "5.00"), scope="parent"),
    ]
    assert sums(assets, *other) == {}


def test_a_lone_line_of_cash_tells_doubt_but_accuses_nobody() -> None:
    lone = [
        item("unlisted", "7.00", "cash_out_investing"),
        item("cash_out_investing", "9.00"),
    ]
    assert [s.holds for s in check_sums(lone)] == [False]
    assert sums_of(lone) == ()


@given(st.lists(st.integers(-(10**12), 10**12), min_size=2, max_size=12))
def test_what_adds_up_holds_and_what_is_off_by_more_than_rounding_does_not(
    cents: list[int],
) -> None:
    parts = [item("unlisted", str(Decimal(c).scaleb(-2)), "current_assets") for c in cents]
    total = Decimal(sum(cents)).scaleb(-2)
    assert all(s.holds for s in check_sums([*parts, item("current_assets", str(total))]))
    off = total + Decimal("0.01") * (len(cents) + 2)
    assert not any(s.holds for s in check_sums([*parts, item("current_assets", str(off))]))
