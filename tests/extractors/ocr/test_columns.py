"""A figure and the next column's label are told apart though they were read as one line."""

import pytest

from doccheck.extractors.ocr.columns import apart
from doccheck.extractors.ocr.reading import ReadLine


def read(text: str) -> ReadLine:
    lefts = tuple(100.0 + 5 * i for i in range(len(text)))
    return ReadLine(text, 0.98, 100.0, 200.0, 100.0 + 6 * len(text), 210.0, 9.0, lefts)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("118.026.187.29短期借款", ["118,026,187.29", "短期借款"]),
        ("35.273.77453应付职工薪酬", ["35,273,774.53", "应付职工薪酬"]),
        ("118,026,187.29 短期借款", ["118,026,187.29", "短期借款"]),
        ("1,234.50元", ["1,234.50元"]),
        ("1,234.50", ["1,234.50"]),
        ("2022年度", ["2022年度"]),
        ("短期借款118,026,187.29", ["短期借款118,026,187.29"]),
    ],
)
def test_a_figure_before_a_label(printed: str, parts: list[str]) -> None:
    assert [part.text for part in apart(read(printed))] == parts


def test_the_two_stand_beside_each_other() -> None:
    figure, label = apart(read("118.026.187.29短期借款"))
    assert figure.x0 == 100.0
    assert figure.x1 < label.x0 == 170.0
    assert len(label.lefts) == len(label.text)
