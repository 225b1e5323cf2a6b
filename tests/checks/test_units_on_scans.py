"""FIN06 on scans: a unit is four digits, so one doubtful digit does not turn its pass into doubt."""

import pytest

from doccheck.checks.engine import weigh
from doccheck.understanding.doubt import DOUBTFUL

from .dossiers import one
from .figure_dossiers import seen

FIGURES = {"revenue.2022": "10,763.45", "revenue.2023": "12,122.36", "employees": "134"}


def plausible(form, confidence):
    view = seen(form, source="ocr", confidence=confidence)
    return weigh(one("FIN06", view, document="form", fields=["revenue"]))


def test_figures_that_nothing_else_confirms_show_no_mix_of_units() -> None:
    assert plausible(FIGURES, DOUBTFUL).status == "pass"


@pytest.mark.parametrize("confidence", [0.6, 0.8])
def test_figures_hardly_read_are_left_to_a_person(confidence: float) -> None:
    assert plausible(FIGURES, confidence).status == "review"


def test_a_mix_of_units_is_still_told() -> None:
    assert plausible(FIGURES | {"revenue.2023": "121,223,600"}, DOUBTFUL).status == "review"
