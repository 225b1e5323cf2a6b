"""The catalogue of checks: which function answers which rule, with which parameters.

An explicit table filled by a decorator. A check is a pure function of a `View` and its own
parameters; it knows no notice, no severity, no clock and no files.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from doccheck.checks.view import View
from doccheck.model.result import Outcome


class Params(BaseModel):
    """Parameters of a check; an unknown one is a fault of the programme file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NoParams(Params):
    """For a check that needs none."""


CheckFunction = Callable[[View, Any], Iterable[Outcome]]


@dataclass(frozen=True, slots=True)
class Check:
    """A catalogue rule that is built: its code, name, parameters and function."""

    code: str
    name: str
    params: type[Params]
    run: CheckFunction


CATALOGUE: dict[str, str] = {
    "MAT01": "required-material", "MAT02": "readable-file", "MAT03": "filled-template",
    "MAT04": "right-template", "MAT05": "supporting-evidence", "MAT06": "recognised-document",
    "FLD01": "required-field", "FLD02": "field-choice",
    "SEC01": "required-section", "SEC02": "section-order", "SEC03": "section-content",
    "SEC04": "section-coverage", "SEC05": "figures-and-data",
    "LEN01": "maximum-length", "LEN02": "minimum-length", "LEN03": "approximate-length",
    "NAM01": "name-length", "NAM02": "name-pattern", "NAM03": "name-enterprise",
    "NAM04": "name-consistency",
    "CON01": "enterprise-name-consistency", "CON02": "legal-representative-consistency",
    "CON03": "uscc-consistency", "CON04": "field-consistency", "CON05": "version-consistency",
    "IDN01": "uscc-valid", "IDN02": "contact-format",
    "FIN01": "figure-matches-audit", "FIN02": "ratio-recomputed", "FIN03": "growth-recomputed",
    "FIN04": "statement-balances", "FIN05": "audit-report-valid", "FIN06": "unit-plausible",
    "ELI01": "condition-declared", "ELI02": "threshold-met", "ELI03": "criteria-chosen",
    "ELI04": "score-arithmetic", "ELI05": "category-by-score", "ELI06": "region-and-window",
    "ELI07": "not-recognised-before", "ELI08": "qualification-valid",
    "ELI09": "practice-duration", "ELI10": "recommending-body",
    "SIG01": "seal-present", "SIG02": "signature-present", "SIG03": "date-present",
    "SIG04": "seal-text",
    "FMT01": "page-size", "FMT02": "scan-quality", "FMT03": "file-honest", "FMT04": "hidden-text",
    "STK01": "quota", "STK02": "duplicate-applicant", "STK03": "shared-text",
    "STK04": "shared-contact", "STK05": "summary-matches-packages",
}  # fmt: skip
"""Every rule of the contract's catalogue (§4), built or not: code → name."""

CHECKS: dict[str, Check] = {}
"""The rules that are built, filled when `doccheck.checks` is imported."""


def check(code: str, params: type[Params] = NoParams) -> Callable[[CheckFunction], CheckFunction]:
    """Register a function as the check for a catalogue rule."""

    def register(function: CheckFunction) -> CheckFunction:
        if code in CHECKS:
            raise ValueError(f"{code} has a check already")
        CHECKS[code] = Check(code, CATALOGUE[code], params, function)
        return function

    return register
