"""ELI02: thresholds on figures."""

import pytest
from pydantic import ValidationError

from doccheck.checks.thresholds import Threshold
from doccheck.model.result import Outcome

from .dossiers import ask, one, said
from .figure_dossiers import Report, seen

PROFITS = {"total_profit.2022": "318.64", "total_profit.2023": "402.11"}


def profitable(form: dict[str, str], *reports: Report) -> list[Outcome]:
    return ask(
        "ELI02", seen(form, *reports), condition="profitable_years", field="total_profit",
        years=[2022, 2023],
    )  # fmt: skip


def share(form: dict[str, str], **more: object) -> Outcome:
    return one(
        "ELI02", seen(form), condition="share", field="rd_expense", of="revenue", years=[2023],
        at_least="0.03", **more,
    )  # fmt: skip


# ---- profitable years
def test_years_in_profit_are_one_pass_with_every_figure() -> None:
    (outcome,) = profitable(PROFITS)
    assert outcome.status == "pass"
    assert "318.64万元" in said(outcome)
    assert "402.11万元" in said(outcome)


def test_a_loss_fails_and_names_year_and_figure() -> None:
    found = profitable(PROFITS | {"total_profit.2022": "-318.64"})
    assert [o.status for o in found] == ["fail", "pass"]
    assert found[0].subject == "2022年利润总额"
    assert "-318.64万元" in said(found[0])


def test_a_missing_year_is_not_checked_by_name_and_blank_is_not_zero() -> None:
    found = profitable(PROFITS | {"total_profit.2022": ""})
    assert sorted(o.status for o in found) == ["not_checked", "pass"]
    assert any("2022年利润总额" in o.subject for o in found)


def test_zero_is_for_a_person() -> None:
    assert profitable(PROFITS | {"total_profit.2022": "0.00"})[0].status == "review"


def test_form_and_statement_that_disagree_are_for_a_person() -> None:
    report = Report(2023, {"total_profit": "-4,021,100.00"})
    found = profitable(PROFITS, report)
    assert (found[0].status, found[0].key) == ("review", "ELI02.profitable_years_conflict")
    assert "2023年审计报告" in said(found[0])


def test_a_statement_fills_in_for_a_form_without_the_year() -> None:
    report = Report(2023, {"total_profit": "4,021,100.00"}, {"total_profit": "3,186,400.00"})
    (outcome,) = profitable({}, report)
    assert outcome.status == "pass"


# ---- the other conditions
def test_a_share_is_computed_and_compared() -> None:
    assert share({"rd_expense.2023": "300", "revenue.2023": "10000"}).status == "pass"
    low = share({"rd_expense.2023": "250.00", "revenue.2023": "10000.00"})
    assert (low.status, low.key) == ("fail", "ELI02.share_missed")
    assert "2.50%" in said(low)
    assert share({"rd_expense.2023": "299.999", "revenue.2023": "10000"}).status == "review"


def test_staff_counts_are_compared() -> None:
    params = {"condition": "at_most", "field": "rd_staff", "of": "employees"}
    for staff, status in (("85", "pass"), ("391", "pass"), ("400", "fail")):
        view = seen({"rd_staff": staff, "employees": "391"})
        assert one("ELI02", view, **params).status == status


def test_growth_and_fall_against_the_year_before() -> None:
    up = {"revenue.2022": "100.00", "revenue.2023": "112.00"}
    params = {"condition": "growth", "field": "revenue", "years": [2023]}
    assert one("ELI02", seen(up), **params).status == "pass"
    assert one("ELI02", seen(up), falling=True, **params).status == "fail"
    assert one("ELI02", seen(up), at_least="0.15", **params).status == "fail"
    same = {"revenue.2022": "100.00", "revenue.2023": "100.00"}
    assert one("ELI02", seen(same), **params).status == "review"
    assert one("ELI02", seen({"revenue.2023": "1"}), **params).status == "not_checked"


def test_a_standard_of_evaluation_is_for_a_person_where_it_is_not_met() -> None:
    down = {"revenue.2022": "112.00", "revenue.2023": "100.00"}
    params = {"condition": "growth", "field": "revenue", "years": [2023], "missed": "review"}
    assert one("ELI02", seen(down), **params).status == "review"


def test_a_share_may_rest_on_statements_alone() -> None:
    report = Report(2023, {"operating_cost": "80.00", "revenue": "100.00"})
    params = {"condition": "share", "field": "operating_cost", "of": "revenue", "years": [2023]}
    assert one("ELI02", seen({}, report), at_least="0.5", **params).status == "pass"


def test_a_least_value() -> None:
    params = {"condition": "minimum", "field": "revenue", "years": [2023]}
    view = seen({"revenue.2023": "2000.00"})
    assert one("ELI02", view, at_least="20000000", **params).status == "pass"
    assert one("ELI02", view, at_least="30000000", **params).status == "fail"


@pytest.mark.parametrize(
    "params",
    [
        {"condition": "share", "field": "a", "of": "b"},
        {"condition": "at_most", "field": "a"},
        {"condition": "minimum", "field": "a"},
        {"condition": "profitable_years", "field": "a"},
        {"condition": "growth", "field": "a", "of": "b"},
        {"condition": "odd", "field": "a"},
    ],
)
def test_a_condition_without_what_it_needs_is_refused(params: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Threshold.model_validate(params)
