"""LEN on scans: what breaks off in mid-sentence may go on where nobody looked for it."""

import pytest

from doccheck.model.result import Outcome

from .dossiers import Paper, one, view

SHORT = "推行之前换型时间长" * 40


def length(rule: str, text: str, limit: int, source: str = "ocr") -> Outcome:
    sure = 0.96 if source == "ocr" else 1.0
    report = Paper(
        "report", "案例.pdf", sections=(("overview", text),), source=source, confidence=sure
    )
    return one(rule, view(report), section="overview", limit=limit)


@pytest.mark.parametrize("rule", ["LEN02", "LEN03"])
def test_a_scanned_text_that_breaks_off_is_never_called_too_short(rule: str) -> None:
    outcome = length(rule, SHORT, 1000)
    assert (outcome.status, outcome.doubt) == ("review", "LEN.doubt_cut")


@pytest.mark.parametrize("rule", ["LEN02", "LEN03"])
@pytest.mark.parametrize("end", ["。", "”。", "！", "）"])
def test_one_that_comes_to_its_end_is(rule: str, end: str) -> None:
    assert length(rule, SHORT + end, 1000).status == "fail"


def test_a_digital_text_has_its_end_where_it_ends() -> None:
    assert length("LEN02", SHORT, 1000, source="native").status == "fail"


def test_too_long_is_too_long_wherever_it_ends() -> None:
    assert length("LEN01", SHORT, 100).status == "fail"


def test_long_enough_is_long_enough() -> None:
    assert length("LEN02", SHORT, 100).status == "pass"


@pytest.mark.parametrize(
    "after", ["图2推进流程", "全面推广 试点运行 现状调研\n80 77 79.1\n2018年 2019年"]
)
def test_what_a_figure_says_after_the_last_sentence_is_no_sentence(after: str) -> None:
    assert length("LEN02", f"{SHORT}。\n{after}", 1000).status == "fail"
    assert length("LEN02", f"{SHORT}\n{after}", 1000).status == "review"
