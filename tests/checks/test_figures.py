"""FIN01: a figure on the form is the audited one."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from doccheck.checks.slips import slip
from doccheck.model.places import ASSERTED
from doccheck.model.result import Outcome

from .dossiers import ask, one, said
from .figure_dossiers import WAN, Report, seen

AUDITED = "121,223,558.89"
BEFORE = "107,634,506.74"


def revenue(stated: str, *reports: Report, **more: object) -> Outcome:
    given_reports = reports or (Report(2023, {"revenue": AUDITED}, {"revenue": BEFORE}),)
    form = seen({"revenue.2023": stated}, *given_reports, **more)  # type: ignore[arg-type]
    return one("FIN01", form, document="form", fields=["revenue"], years=[2023])


def profit(stated: str, *reports: Report, field: str = "net_profit") -> Outcome:
    form = seen({f"{field}.2023": stated}, *reports)
    return one("FIN01", form, document="form", fields=[field], years=[2023])


# ---- what fits
def test_the_audited_figure_passes_and_shows_both_places() -> None:
    outcome = revenue("12,122.36")
    assert outcome.status == "pass"
    assert [e.document for e in outcome.evidence] == ["d1", "d2"]
    assert "121,223,558.89元" in said(outcome)
    assert outcome.target == "revenue.2023"


@pytest.mark.parametrize("stated", ["12122.35", "12122.4", "12122", "12122.355889"])
def test_rounded_or_cut_off_at_any_place_it_passes(stated: str) -> None:
    assert revenue(stated).status == "pass"


def test_the_result_says_formula_source_and_tolerance() -> None:
    outcome = revenue("12122.36")
    assert "允许误差100.00元" in said(outcome, "expected")
    assert "2023年审计报告" in said(outcome, "expected")


# ---- named slips
@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("121223558.89", "unit"),
        ("12122355.89", "unit"),
        ("121223.56", "point"),
        ("121,223,559", "unit"),
        ("10763.45", "last_year"),
        ("12212.36", "transposed"),
        ("12142.36", "digit"),
        ("1222.36", "length"),
        ("121922.36", "length"),
        ("-12122.36", "sign"),
    ],
)
def test_a_slip_is_named_and_the_right_value_given(stated: str, name: str) -> None:
    outcome = revenue(stated)
    assert (outcome.status, outcome.key) == ("fail", f"FIN01.{name}")
    assert "12,122.3" in said(outcome, "fix") or "121,223,558.89" in said(outcome, "fix")


def test_any_other_difference_fails_with_its_size() -> None:
    outcome = revenue("13559.01")
    assert (outcome.status, outcome.key) == ("fail", "FIN01.differs")
    assert "相差14,366,541.11元" in said(outcome)


def test_one_too_many_in_the_last_place_is_for_a_person() -> None:
    assert revenue("12122.37").key == "FIN01.rounding"
    assert revenue("12122.37").status == "review"
    assert revenue("12100").status == "review"


def test_profit_before_tax_copied_for_profit_after_tax_is_named() -> None:
    report = Report(2023, {"net_profit": "18,638,003.33", "total_profit": "21,538,520.34"})
    outcome = profit("2153.85", report)
    assert (outcome.status, outcome.key) == ("fail", "FIN01.total_for_net")
    assert "1,863.80万元" in said(outcome, "fix")


def test_under_the_label_net_profit_total_it_is_for_a_person() -> None:
    report = Report(2023, {"net_total": "18,638,003.33", "total_profit": "21,538,520.34"})
    form = seen({"net_total.2023": "2153.85"}, report)
    outcome = one("FIN01", form, document="form", fields=["net_total"], years=[2023])
    assert outcome.status == "fail"  # no table of copied items for this field: plainly different
    report = Report(2023, {"net_profit": "18,638,003.33", "total_profit": "21,538,520.34"})
    named = seen({"net_profit.2023": "2153.85"}, report, label="净利润总额")
    outcome = one("FIN01", named, document="form", fields=["net_profit"], years=[2023])
    assert (outcome.status, outcome.key) == ("review", "FIN01.total_for_net")


def test_the_parent_companys_figure_is_named_and_for_a_person() -> None:
    report = Report(2023, {"revenue": AUDITED}, parent={"revenue": "98,765,432.10"})
    outcome = revenue("9876.54", report)
    assert (outcome.status, outcome.key) == ("review", "FIN01.parent")
    assert "母公司" in said(outcome)


def test_a_restated_comparison_figure_is_for_a_person() -> None:
    reports = (
        Report(2022, {"revenue": "100,000,000.00"}),
        Report(2023, {"revenue": AUDITED}, {"revenue": "104,321,987.65"}),
    )
    form = seen({"revenue.2022": "10432.20"}, *reports)
    outcome = one("FIN01", form, document="form", fields=["revenue"], years=[2022])
    assert (outcome.status, outcome.key) == ("review", "FIN01.restated")


def test_own_column_goes_before_the_next_years_comparison_column() -> None:
    reports = (
        Report(2023, {"revenue": AUDITED}, {"revenue": "104,321,987.65"}),
        Report(2022, {"revenue": "100,000,000.00"}),
    )
    form = seen({"revenue.2022": "10000.00"}, *reports)
    outcome = one("FIN01", form, document="form", fields=["revenue"], years=[2022])
    assert outcome.status == "pass"
    assert outcome.evidence[1].document == "d3"


def test_main_revenue_and_revenue_both_fit_where_the_programme_says_so() -> None:
    report = Report(2023, {"revenue": AUDITED, "main_revenue": "118,000,000.00"})
    accept = {"revenue": ["revenue", "main_revenue"]}
    for stated, status in (("12122.36", "pass"), ("11800.00", "pass"), ("11500.25", "fail")):
        form = seen({"revenue.2023": stated}, report)
        outcome = one(
            "FIN01", form, document="form", fields=["revenue"], years=[2023], accept=accept
        )
        assert outcome.status == status, stated


def test_a_figure_that_may_stand_in_unread_notes_is_for_a_person() -> None:
    form = seen({"revenue.2023": "11500.25"}, Report(2023, {"revenue": AUDITED}))
    accept = {"revenue": ["revenue", "main_revenue"]}
    outcome = one("FIN01", form, document="form", fields=["revenue"], years=[2023], accept=accept)
    assert (outcome.status, outcome.key) == ("review", "FIN01.notes_unread")
    assert "主营业务收入" in said(outcome)


def test_main_revenue_is_looked_for_in_the_notes() -> None:
    accept = {"revenue": ["revenue", "main_revenue"]}
    line = "主营业务 115,002,500.00 80,000,000.00 107,634,506.74 77,134,615.89"
    report = Report(2023, {"revenue": AUDITED}, notes=("5．营业收入和营业成本", line))
    for stated, status in (("11500.25", "pass"), ("12122.36", "pass"), ("11400.99", "fail")):
        form = seen({"revenue.2023": stated}, report)
        outcome = one(
            "FIN01", form, document="form", fields=["revenue"], years=[2023], accept=accept
        )
        assert outcome.status == status, stated
    outcome = revenue("11500.25", report)  # a label that does not speak of main revenue
    assert (outcome.status, outcome.key) == ("review", "FIN01.main_only")


def test_more_than_all_revenue_is_no_main_revenue() -> None:
    form = seen({"revenue.2023": "13559.01"}, Report(2023, {"revenue": AUDITED}))
    accept = {"revenue": ["revenue", "main_revenue"]}
    outcome = one("FIN01", form, document="form", fields=["revenue"], years=[2023], accept=accept)
    assert outcome.status == "fail"


def test_rd_spending_that_is_not_the_rd_expense_is_for_a_person() -> None:
    report = Report(2023, {"rd_expense": "5,731,610.94"})
    assert profit("688.00", report, field="rd_expense").key == "FIN01.loose"
    assert profit("688.00", report, field="rd_expense").status == "review"
    assert profit("573.16", report, field="rd_expense").status == "pass"


# ---- what is missing or doubtful
def test_a_missing_report_is_named_once_for_all_fields() -> None:
    form = seen({"revenue.2023": "1", "net_profit.2023": "1"}, Report(2021, {"revenue": "1.00"}))
    outcome = one("FIN01", form, document="form", fields=["revenue", "net_profit"], years=[2023])
    assert (outcome.status, outcome.key) == ("not_checked", "FIN.no_statement")
    assert "2023年营业收入、2023年净利润" in said(outcome)
    assert outcome.search is not None


def test_an_unread_scan_is_said_to_be_so() -> None:
    form = seen({"revenue.2023": "1"}, Report(2023, readable=False))
    outcome = one("FIN01", form, document="form", fields=["revenue"], years=[2023])
    assert (outcome.status, outcome.key) == ("not_checked", "FIN.unread_statement")


def test_a_blank_field_is_not_zero() -> None:
    form = seen({"revenue.2023": "", "employees": "5"}, Report(2023, {"revenue": AUDITED}))
    outcome = one("FIN01", form, document="form", fields=["revenue"], years=[2023])
    assert (outcome.status, outcome.key) == ("not_checked", "common.no_field")


def test_one_missing_year_does_not_keep_the_other_from_being_checked() -> None:
    form = seen(
        {"revenue.2022": "10763.45", "revenue.2023": "12122.36"},
        Report(2022, {"revenue": BEFORE}),
    )
    found = ask("FIN01", form, document="form", fields=["revenue"], years=[2022, 2023])
    assert sorted(o.status for o in found) == ["not_checked", "pass"]


def test_a_misread_digit_of_a_scan_is_never_the_applicants_fault() -> None:
    scanned = Report(2023, {"revenue": AUDITED}, source="ocr")
    assert revenue("12142.36", scanned).status == "review"
    assert revenue("12142.36", source="ocr").status == "review"
    assert revenue("13559.01", scanned).status == "review"


def test_a_scanned_figure_that_its_own_sums_bear_out_is_believed() -> None:
    figures = {"total_assets": "139,760,225.38", "liabilities_and_equity": "139,760,225.38"}
    for other, sure, status in (
        ("139,760,225.38", ASSERTED, "fail"),
        ("138,760,225.38", 1.0, "review"),
    ):
        sheet = Report(
            2023, figures | {"liabilities_and_equity": other}, source="ocr", confidence=sure
        )
        assert profit("15120.99", sheet, field="total_assets").status == status
        assert profit("13976.02", sheet, field="total_assets").status == "pass"


def test_an_uncertain_reading_never_fails() -> None:
    doubtful = Report(2023, {"revenue": AUDITED}, confidence=0.8)
    assert revenue("13559.01", doubtful).status == "review"


def test_where_only_the_next_years_report_is_there_a_difference_is_for_a_person() -> None:
    form = seen({"revenue.2022": "9999.01"}, Report(2023, {}, {"revenue": BEFORE}))
    outcome = one("FIN01", form, document="form", fields=["revenue"], years=[2022])
    assert (outcome.status, outcome.doubt) == ("review", "FIN.doubt_comparison")


# ---- properties
money = st.integers(min_value=10**7, max_value=10**13).map(lambda cents: Decimal(cents) / 100)


@given(money, st.integers(0, 4), st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN]))
def test_a_figure_printed_from_the_audited_one_never_fails(
    value: Decimal, places: int, rounding: str
) -> None:
    shown = (value / WAN).quantize(Decimal(1).scaleb(-places), rounding)
    report = Report(2023, {"revenue": f"{value:.2f}"})
    assert revenue(f"{shown:f}", report).status == "pass"


@given(money, st.sampled_from([4, -4, 3, -3]))
def test_a_figure_in_another_unit_is_named(value: Decimal, power: int) -> None:
    shown = value.scaleb(power)
    assert slip(shown, value, Decimal("0.01").scaleb(power), Decimal("0.01")) == "unit"


@given(money, st.data())
def test_one_wrong_digit_is_named(value: Decimal, data: st.DataObject) -> None:
    digits = str(int(value * 100))
    at = data.draw(st.integers(0, len(digits) - 4))  # a wrong last digit is one of rounding
    other = data.draw(st.sampled_from([d for d in "123456789" if d != digits[at]]))
    wrong = Decimal(digits[:at] + other + digits[at + 1 :]) / 100
    assert slip(wrong, value, Decimal("0.01"), Decimal("0.01")) in ("digit", "rounding", "point")


@given(money, st.data())
def test_two_digits_that_change_places_are_named(value: Decimal, data: st.DataObject) -> None:
    digits = str(int(value * 100))
    at = data.draw(st.integers(0, len(digits) - 5))
    assume(digits[at] != digits[at + 1] and digits[at + 1] != "0")
    wrong = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    name = slip(Decimal(wrong) / 100, value, Decimal("0.01"), Decimal("0.01"))
    assert name in ("transposed", "rounding", "point")


@given(money)
def test_a_loss_stated_as_a_profit_is_named(value: Decimal) -> None:
    assert slip(-value, value, Decimal("0.01"), Decimal("0.01")) == "sign"


@given(money)
def test_the_right_figure_is_no_slip_of_writing(value: Decimal) -> None:
    assert slip(value, value, Decimal("0.01"), Decimal("0.01")) in (None, "rounding")


figures = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-(10**14), max_value=10**14
)


@given(figures, figures, figures)
def test_whatever_is_stated_gets_an_answer_and_no_crash(
    stated: Decimal, value: Decimal, other: Decimal
) -> None:
    report = Report(
        2023, {"revenue": f"{value:f}", "net_profit": f"{other:f}", "total_profit": f"{value:f}"},
        {"revenue": f"{other:f}"},
    )  # fmt: skip
    form = {
        "revenue.2023": f"{stated:f}", "net_profit.2023": f"{stated:f}",
        "revenue_growth": f"{stated:f}%", "gross_margin.2023": f"{stated:f}%", "employees": "10",
    }  # fmt: skip
    view = seen(form, report)
    readings = [{"name": "r", "over": ["net_profit"], "under": ["revenue"]}]
    changes = [{"field": "revenue_growth", "of": "revenue", "year": 2023}]
    found = [
        *ask("FIN01", view, document="form", fields=["revenue", "net_profit"], years=[2023]),
        *ask("FIN02", view, field="gross_margin", years=[2023], readings=readings),
        *ask("FIN03", view, changes=changes),
        *ask("FIN04", view, document="audit"),
        *ask("FIN06", view, document="form", fields=["revenue", "net_profit"]),
        *ask("ELI02", view, condition="growth", field="revenue", years=[2023]),
    ]
    assert "common.crash" not in {o.key for o in found}
