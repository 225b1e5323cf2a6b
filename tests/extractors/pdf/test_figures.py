"""Lines are cut so that every figure stands apart from words and from other figures."""

import pytest

from doccheck.extractors.pdf.figures import cut_at_figures
from doccheck.extractors.pdf.glyphs import is_wide
from doccheck.extractors.pdf.lines import build_lines
from doccheck.extractors.pdf.runs import Run

SIZE = 10.0


def line_of(*pieces: tuple[str, float]):  # type: ignore[no-untyped-def]
    """A line of runs, each with the gap (in sizes) before it."""
    runs, x = [], 50.0
    for text, gap in pieces:
        x += gap * SIZE
        lefts = []
        for character in text:
            lefts.append(x)
            x += SIZE if is_wide(character) else SIZE / 2
        runs.append(Run(text, lefts[0], 100.0, x, 110.0, SIZE, lefts=lefts))
    (line,) = build_lines(runs, 1)
    return line


@pytest.mark.parametrize(
    ("pieces", "cut"),
    [
        ([("329,123.00", 0), ("短期借款", 0.2)], ["329,123.00", "短期借款"]),
        ([("329,123.00短期借款", 0)], ["329,123.00", "短期借款"]),
        ([("769", 0), ("流动负债合计", 0.2)], ["769", "流动负债合计"]),
        ([("-", 0), ("△向中央银行借款", 0.2)], ["-", "△向中央银行借款"]),
        ([("1,234,", 0), ("567.89", 0.2)], ["1,234, 567.89"]),
        ([("12.00", 0), ("34.00", 0.3)], ["12.00", "34.00"]),
        ([("－", 0), ("427.75", 0.1)], ["－427.75"]),
        ([("（", 0), ("427.75", 0.1), ("）", 0.1)], ["（427.75）"]),
        ([("五、", 0), ("3", 0.1)], ["五、3"]),
        ([("2023", 0), ("年", 0.1), ("12", 0.1), ("月", 0.1)], ["2023年12月"]),
        ([("期末余额", 0), ("期初余额", 0.3)], ["期末余额", "期初余额"]),
        ([("期末余额期初余额", 0)], ["期末余额", "期初余额"]),
        ([("资", 0), ("产", 2.0), ("总", 2.0), ("计", 2.0)], ["资产总计"]),
        ([(c, 0.6) for c in "期末余额期初余额"], list("期末余额期初余额")),
        ([("－", 0), ("－", 3.0)], ["－", "－"]),
    ],
)
def test_figures_and_words_are_told_apart(pieces: list[tuple[str, float]], cut: list[str]) -> None:
    assert [s.text for s in cut_at_figures(line_of(*pieces))] == cut
