"""FIN03: a year-on-year change follows from the two years."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.model.result import Outcome

from .dossiers import one, said
from .figure_dossiers import Report, seen

SALES = {"revenue.2022": "10763.45", "revenue.2023": "12122.36"}
RATIO = {"debt_ratio.2022": "49.32%", "debt_ratio.2023": "47.06%"}


def growth(stated: str, form: dict[str, str], *reports: Report, of: str = "revenue") -> Outcome:
    field = {"revenue": "revenue_growth", "debt_ratio": "debt_ratio_change"}[of]
    view = seen({field: stated, **form}, *reports)
    return one("FIN03", view, changes=[{"field": field, "of": of, "year": 2023}], document="form")


def test_a_growth_that_follows_from_the_form_s_columns_passes() -> None:
    outcome = growth("12.63%", SALES)
    assert outcome.status == "pass"
    assert "（12,122.36万元－10,763.45万元）÷10,763.45万元=12.63%" in said(outcome, "expected")
    assert outcome.subject == "2023年营业收入同比"


def test_without_columns_the_statements_are_enough() -> None:
    report = Report(2023, {"revenue": "121,223,558.89"}, {"revenue": "107,634,506.74"})
    assert growth("12.63%", {}, report).status == "pass"
    assert growth("18.03%", {}, report).status == "fail"


def test_of_a_ratio_relative_change_and_percentage_points_are_both_right() -> None:
    relative, points = (growth(s, RATIO, of="debt_ratio") for s in ("-4.58%", "-2.26%"))
    assert (relative.status, relative.key) == ("pass", "FIN03.fits")
    assert (points.status, points.key) == ("pass", "FIN03.fits_points")
    assert growth("-9.58%", RATIO, of="debt_ratio").status == "fail"


@pytest.mark.parametrize(
    ("stated", "slip"),
    [
        ("-12.63%", "sign"),
        ("11.21%", "backwards"),
        ("112.63%", "whole"),
        ("0.1263%", "percent"),
        ("12.36%", "transposed"),
        ("17.63%", "digit"),
        ("30.05%", "differs"),
    ],
)
def test_a_slip_is_named_and_the_right_value_given(stated: str, slip: str) -> None:
    outcome = growth(stated, SALES)
    assert (outcome.status, outcome.key) == ("fail", f"FIN03.{slip}")
    assert "12.6" in said(outcome, "fix")


def test_without_the_year_before_it_is_not_checked_and_that_is_named() -> None:
    outcome = growth("12.63%", {"revenue.2023": "12122.36"})
    assert outcome.status == "not_checked"
    assert "2022年营业收入" in said(outcome)


def test_a_blank_growth_is_not_checked() -> None:
    assert growth("", SALES).key == "common.no_field"


def test_growth_from_a_loss_is_for_a_person_where_it_fits_nothing() -> None:
    loss = {"revenue.2022": "-100.00", "revenue.2023": "50.00"}
    assert growth("150.00%", loss).status == "pass"
    assert growth("87.00%", loss).status == "review"


def test_two_years_in_different_units_are_for_a_person() -> None:
    mixed = {"revenue.2022": "10763.45", "revenue.2023": "121223558.89"}
    assert growth("12.63%", mixed).key == "FIN03.unit"
    assert growth("12.63%", mixed).status == "review"


def test_a_base_of_zero_is_not_checked() -> None:
    assert growth("100%", {"revenue.2022": "0.00", "revenue.2023": "5.00"}).key == (
        "FIN.zero_divisor"
    )


def test_right_by_the_statements_passes_although_the_form_s_columns_are_wrong() -> None:
    report = Report(2023, {"revenue": "121,223,558.89"}, {"revenue": "107,634,506.74"})
    form = {"revenue.2022": "10000.00", "revenue.2023": "12122.36"}
    assert growth("12.63%", form, report).status == "pass"


def test_a_scan_that_shows_the_wrong_sign_is_for_a_person() -> None:
    view = seen({"revenue_growth": "-12.63%", **SALES}, source="ocr")
    changes = [{"field": "revenue_growth", "of": "revenue", "year": 2023}]
    assert one("FIN03", view, changes=changes).status == "review"


figures = st.integers(10**5, 10**9)


@given(figures, figures, st.integers(0, 3))
def test_a_growth_computed_from_the_columns_never_fails(old: int, new: int, places: int) -> None:
    stated = f"{(Decimal(new) / old - 1) * 100:.{places}f}%"
    form = {
        "revenue.2022": f"{Decimal(old) / 100:.2f}",
        "revenue.2023": f"{Decimal(new) / 100:.2f}",
    }
    assert growth(stated, form).status == "pass"


@given(st.integers(100, 9000), st.integers(100, 9000))
def test_either_reading_of_a_ratio_s_change_never_fails(old: int, new: int) -> None:
    form = {"debt_ratio.2022": f"{old / 100:.2f}%", "debt_ratio.2023": f"{new / 100:.2f}%"}
    points = f"{(new - old) / 100:.2f}%"
    relative = f"{(Decimal(new) / old - 1) * 100:.2f}%"
    assert growth(points, form, of="debt_ratio").status == "pass"
    assert growth(relative, form, of="debt_ratio").status == "pass"
