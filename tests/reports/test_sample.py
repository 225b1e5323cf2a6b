"""Which passes a person looks at, and how often he disagrees."""

from hypothesis import given
from hypothesis import strategies as st

from doccheck.reports.sample import (
    disagreement,
    in_words,
    is_chosen,
    read_answers,
    sample_of,
    to_list,
)
from doccheck.reports.wording.ui import Ui

NAMES = [f"{n:03d}某某公司" for n in range(400)]
ZH = Ui("zh")


@given(st.lists(st.text(max_size=8), max_size=20), st.text(max_size=8), st.floats(0, 1))
def test_adding_a_submission_changes_none_of_the_others(
    names: list[str], other: str, share: float
) -> None:
    before = sample_of(names, share, "s", {}).marked
    after = sample_of([*names, other], share, "s", {}).marked
    assert after[: len(before)] == before


def test_the_share_is_about_what_was_asked_for() -> None:
    assert 8 <= sum(is_chosen(name, 0.05, "种子") for name in NAMES) <= 34
    assert not any(is_chosen(name, 0, "种子") for name in NAMES)
    assert all(is_chosen(name, 1, "种子") for name in NAMES)


def test_another_seed_marks_others() -> None:
    assert sample_of(NAMES, 0.1, "a", {}).marked != sample_of(NAMES, 0.1, "b", {}).marked


def test_answers_survive_a_spreadsheet_and_are_counted() -> None:
    names = ["=甲公司", "乙公司", "丙公司"]
    fresh = sample_of(names, 1, "", {})
    blank = to_list(fresh, {}, {}, ZH).decode("utf-8-sig")
    lines = blank.splitlines()
    assert lines[1].startswith("'=甲公司")
    edited = "\n".join((lines[0], "'=甲公司,,同意,,,", "乙公司,,不同意,漏看了印章,王五,", lines[3]))
    answers = read_answers(edited.encode("gb18030"))
    sample = sample_of(names, 1, "", answers)
    assert (sample.looked_at, sample.disagreed) == (("=甲公司", "乙公司"), ("乙公司",))
    assert "漏看了印章" in to_list(sample, {}, answers, ZH).decode("utf-8-sig")
    assert "2 份，其中 1 份不同意" in in_words(sample, ZH)


def test_few_answers_give_a_wide_interval_and_none_give_no_rate() -> None:
    assert disagreement(sample_of(NAMES, 1, "", {})) is None
    answers = {name: {"answer": "同意"} for name in NAMES[:20]}
    measured = disagreement(sample_of(NAMES, 1, "", answers))
    assert measured is not None
    rate, low, high = measured
    assert (rate, low) == (0, 0) and 0.1 < high < 0.2


def test_an_answer_stays_in_the_list_when_its_submission_no_longer_passes() -> None:
    answers = {"旧公司": {"name": "旧公司", "answer": "不同意"}}
    assert "旧公司" in to_list(sample_of([], 1, "", answers), {}, answers, ZH).decode("utf-8-sig")
