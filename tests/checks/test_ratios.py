"""FIN02: a ratio follows from its parts by the notice's formula."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from doccheck.checks.formulas import Formula
from doccheck.checks.ratios import RatioRecomputed
from doccheck.model.result import Outcome

from .dossiers import one, said
from .figure_dossiers import Report, seen

MARGIN = [{"name": "（收入－成本）÷收入", "over": ["revenue"], "less": ["operating_cost"],
           "under": ["revenue"]}]  # fmt: skip
INTENSITY = [{"name": "研发投入÷收入", "over": ["rd_expense"], "under": ["revenue"]}]
TURNOVER = [
    {"name": "收入÷平均资产", "over": ["revenue"], "under_average": "total_assets"},
    {"name": "照字面", "over": ["revenue"], "under_sum": "total_assets", "divided_by": 2},
]
REPORT = Report(
    2023,
    {"revenue": "121,223,558.89", "operating_cost": "85,660,736.37",
     "total_assets": "139,760,225.38", "total_liabilities": "65,765,581.29"},
    {"total_assets": "121,302,322.55"},
)  # fmt: skip


def margin(stated: str, *reports: Report, form: dict[str, str] | None = None) -> Outcome:
    view = seen({"gross_margin.2023": stated, **(form or {})}, *(reports or (REPORT,)))
    return one("FIN02", view, field="gross_margin", years=[2023], readings=MARGIN)


def turnover(stated: str, *reports: Report, **more: object) -> Outcome:
    view = seen({"asset_turnover.2023": stated}, *(reports or (REPORT,)))
    return one("FIN02", view, field="asset_turnover", years=[2023], readings=TURNOVER, **more)


def test_a_ratio_that_follows_from_the_audited_figures_passes_and_shows_the_working() -> None:
    outcome = margin("29.34%")
    assert outcome.status == "pass"
    assert "（121,223,558.89－85,660,736.37）÷121,223,558.89=29.34%" in said(outcome, "expected")


@pytest.mark.parametrize("stated", ["29.33%", "29.3%", "29%", "29.336%"])
def test_rounded_or_cut_off_it_passes(stated: str) -> None:
    assert margin(stated).status == "pass"


def test_a_ratio_that_does_not_follow_fails_with_the_expected_value() -> None:
    outcome = margin("35.70%")
    assert (outcome.status, outcome.key) == ("fail", "FIN02.differs")
    assert "29.34%" in said(outcome)


def test_the_form_s_own_figures_are_enough() -> None:
    form = {"rd_intensity.2023": "9.80%", "rd_expense.2023": "1363.23", "revenue.2023": "26317.86"}
    outcome = one("FIN02", seen(form), field="rd_intensity", years=[2023], readings=INTENSITY)
    assert outcome.status == "fail"
    assert "5.18%" in said(outcome)
    form["rd_intensity.2023"] = "5.18%"
    outcome = one("FIN02", seen(form), field="rd_intensity", years=[2023], readings=INTENSITY)
    assert outcome.status == "pass"


def test_both_readings_of_a_printed_formula_are_held() -> None:
    meant, literal = turnover("0.93"), turnover("0.23")
    assert [meant.status, literal.status] == ["pass", "pass"]
    assert "收入÷平均资产" in said(meant)
    assert "照字面" in said(literal)
    assert turnover("0.46").status == "fail"


@pytest.mark.parametrize("stated", ["92.87%", "0.93", "0.93%", "92.87"])
def test_a_turnover_in_times_or_per_cent_passes(stated: str) -> None:
    assert turnover(stated).status == "pass"


def test_without_the_opening_balance_it_is_not_checked_and_that_is_named() -> None:
    report = Report(2023, {"revenue": "100.00", "total_assets": "200.00"})
    outcome = turnover("0.93", report)
    assert outcome.status == "not_checked"
    assert "2022年资产总额" in said(outcome)


def test_the_opening_balance_may_stand_in_the_year_before_s_report() -> None:
    reports = (
        Report(2022, {"total_assets": "121,302,322.55"}),
        Report(2023, {"revenue": "121,223,558.89", "total_assets": "139,760,225.38"}),
    )
    assert turnover("0.93", *reports).status == "pass"


def test_a_ratio_right_by_the_form_s_figures_passes_and_names_the_part_that_differs() -> None:
    form = {"rd_intensity.2023": "10.00%", "rd_expense.2023": "1000.00", "revenue.2023": "10000.00"}
    report = Report(2023, {"rd_expense": "8,000,000.00", "revenue": "100,000,000.00"})
    outcome = one(
        "FIN02", seen(form, report), field="rd_intensity", years=[2023], readings=INTENSITY
    )
    assert (outcome.status, outcome.key) == ("pass", "FIN02.fits_form")
    assert "2023年研发投入" in said(outcome)


@pytest.mark.parametrize(
    ("stated", "slip"), [("0.2934%", "percent"), ("23.94%", "digit"), ("-29.34%", "sign")]
)
def test_a_slip_is_named(stated: str, slip: str) -> None:
    outcome = margin(stated)
    assert outcome.status == "fail"
    assert outcome.key in (f"FIN02.{slip}", "FIN02.transposed")


def test_last_year_s_ratio_is_named() -> None:
    report = Report(
        2023, {"total_liabilities": "60.00", "total_assets": "100.00"},
        {"total_liabilities": "45.55", "total_assets": "100.00"},
    )  # fmt: skip
    readings = [{"name": "负债率", "over": ["total_liabilities"], "under": ["total_assets"]}]
    view = seen({"debt_ratio.2023": "45.55%"}, report)
    outcome = one("FIN02", view, field="debt_ratio", years=[2023], readings=readings)
    assert (outcome.status, outcome.key) == ("fail", "FIN02.last_year")


def test_a_formula_taken_by_mistake_is_named() -> None:
    mistaken = [{"name": "收入÷期末资产", "over": ["revenue"], "under": ["total_assets"]}]
    outcome = turnover("0.867", mistaken=mistaken)
    assert (outcome.status, outcome.key) == ("fail", "FIN02.mistaken")
    assert "收入÷期末资产" in said(outcome)


def test_a_misread_scan_is_for_a_person() -> None:
    scanned = Report(2023, REPORT.figures, REPORT.before, source="ocr")
    assert margin("23.94%", scanned).status == "review"


def test_parts_that_only_a_scanned_form_states_are_never_the_ground_of_a_failure() -> None:
    form = {"rd_intensity.2023": "9.80%", "rd_expense.2023": "1363.23", "revenue.2023": "26317.86"}
    scanned = seen(form, source="ocr")
    outcome = one("FIN02", scanned, field="rd_intensity", years=[2023], readings=INTENSITY)
    assert outcome.status == "review"


def test_a_bare_decimal_under_a_printed_per_cent_is_for_a_person() -> None:
    assert margin("0.2934").status == "pass"
    report = Report(2023, {"revenue": "100.00", "operating_cost": "50.00"})
    assert margin("0.005", report).status == "review"


def test_a_divisor_of_zero_is_not_checked() -> None:
    report = Report(2023, {"revenue": "0.00", "operating_cost": "5.00"})
    assert margin("29.34%", report).key == "FIN.zero_divisor"


def test_a_formula_divides_by_one_thing() -> None:
    with pytest.raises(ValidationError):
        Formula(name="x", over=("a",))
    with pytest.raises(ValidationError):
        Formula(name="x", over=("a",), under=("b",), under_sum="c")
    with pytest.raises(ValidationError):
        RatioRecomputed.model_validate({"field": "x", "readings": [], "typo": 1})


amounts = st.integers(10**6, 10**12)


@given(amounts, amounts, st.integers(0, 4))
def test_a_ratio_computed_from_the_audited_figures_never_fails(
    part: int, whole: int, places: int
) -> None:
    report = Report(2023, {"total_liabilities": f"{part}.00", "total_assets": f"{whole}.00"})
    readings = [{"name": "负债率", "over": ["total_liabilities"], "under": ["total_assets"]}]
    view = seen({"debt_ratio.2023": f"{Decimal(part) / whole * 100:.{places}f}%"}, report)
    outcome = one("FIN02", view, field="debt_ratio", years=[2023], readings=readings)
    assert outcome.status == "pass"
