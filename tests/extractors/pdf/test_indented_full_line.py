"""A paragraph's first line that fills its cell is no centred line, though it is indented."""

from doccheck.extractors.pdf.lines import Line
from doccheck.extractors.pdf.wrapping import Area, centred, goes_on
from doccheck.model.places import Box

SIZE = 10.4
CELL = Area(61.9, 533.5, 17.5, cell=True)


def line(text: str, x0: float, x1: float, top: float) -> Line:
    return Line(1, [], Box(x0, top, x1, top + SIZE), text, SIZE, bold=False)


def test_it_goes_on_in_the_next_line() -> None:
    first = line("典型案例（企业以及其他在管理体系建设、数字化管理水平、绿色集", 78.3, 529.3, 510)
    rest = line("约发展、创新与人才管理等方面的实践情况", 62.7, 525.0, 527.5)
    assert goes_on(first, rest, CELL)


def test_a_line_with_room_on_both_sides_is_centred_still() -> None:
    assert centred(line("申报单位意见", 250.0, 345.0, 510), CELL)
    assert centred(line("宽标题" * 14, 72.0, 523.0, 510), CELL)
