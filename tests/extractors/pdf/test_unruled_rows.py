"""A table whose columns are ruled and whose rows are not comes row by row."""

from pathlib import Path

from .drawing import Drawing, read, rows, tables

XS = (50, 250, 380, 510)


def framed(drawing: Drawing, top: float, head: float, bottom: float) -> None:
    for x in XS:
        drawing.line(x, top, x, bottom)
    for y in (top, head, bottom):
        drawing.line(XS[0], y, XS[-1], y)


def test_rows_are_told_by_their_lines(tmp_path: Path) -> None:
    drawing = Drawing()
    framed(drawing, 100, 120, 200)
    body = [("资产", "期末余额", "年初余额"), ("货币资金", "1,000.00", "900.00"),
            ("应收账款", "", "80.00"), ("存货", "30.00", "70.00"), ("资产总计", "1,030.00", "1,050.00")]  # fmt: skip
    for n, (label, now, before) in enumerate(body):
        y = 114 + 18 * n
        drawing.text(55, y, label, 9)
        drawing.right(375, y, now, 9)
        drawing.right(505, y, before, 9)
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table) == [list(row) for row in body]


def test_a_label_in_two_lines_stays_with_its_figures(tmp_path: Path) -> None:
    drawing = Drawing()
    framed(drawing, 100, 120, 230)
    for y, label, figure in (
        (114, "项目", "本期"),
        (135, "甲", "1.00"),
        (155, "乙", "2.00"),
        (190, "丙", "3.00"),
    ):
        drawing.text(55, y, label, 9)
        drawing.right(375, y, figure, 9)
        drawing.right(505, y, figure, 9)
    drawing.text(55, 170, "长的", 9)
    drawing.right(375, 174, "4.00", 9)
    drawing.right(505, 174, "5.00", 9)
    drawing.text(55, 179, "项目", 9)
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table)[3] == ["长的\n项目", "4.00", "5.00"]


def test_a_form_with_long_texts_in_its_cells_stays_whole(tmp_path: Path) -> None:
    drawing = Drawing()
    framed(drawing, 100, 120, 230)
    for n in range(4):
        drawing.text(55, 135 + 18 * n, "简介文字", 9)
        drawing.text(255, 135 + 18 * n, "2023年取得", 9)
    (table,) = tables(read(tmp_path, drawing))
    assert table.rows == 2
