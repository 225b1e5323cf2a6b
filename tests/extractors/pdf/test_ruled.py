"""Ruled tables come as complete grids, whatever the rules are drawn with."""

from itertools import pairwise
from pathlib import Path

import pytest

from doccheck.model.document import Table

from .drawing import Drawing, read, rows, tables, texts

XS = [72.0, 172.0, 372.0, 522.0]
PROSE = "企业以质量求生存以创新谋发展不断完善质量管理体系推动产品和服务持续改进提升"
YS = [100.0, 130.0, 160.0, 190.0]


def form(drawing: Drawing) -> None:
    """Draw a form whose first column is one merged cell over two rows, its last row one cell."""
    for x, y0, y1 in ((72, 100, 190), (172, 100, 160), (372, 100, 160), (522, 100, 190)):
        drawing.line(x, y0, x, y1)
    for y, x0 in ((100, 72), (130, 172), (160, 72), (190, 72)):
        drawing.line(x0, y, 522, y)
    drawing.text(80, 135, "质量奖励")
    drawing.text(180, 120, "质量奖")
    drawing.text(380, 120, "省级")
    drawing.text(180, 150, "先进奖")
    drawing.text(80, 180, "推荐意见")


def test_merged_cells_keep_their_spans(tmp_path: Path) -> None:
    drawing = Drawing()
    form(drawing)
    (table,) = tables(read(tmp_path, drawing))
    spans = {c.text: (c.row, c.col, c.row_span, c.col_span) for c in table.cells if c.text}
    assert (table.rows, table.cols, table.ruled) == (3, 3, True)
    assert spans == {
        "质量奖励": (0, 0, 2, 1),
        "质量奖": (0, 1, 1, 1),
        "省级": (0, 2, 1, 1),
        "先进奖": (1, 1, 1, 1),
        "推荐意见": (2, 0, 1, 3),
    }


def test_cells_tile_the_grid_and_know_their_place(tmp_path: Path) -> None:
    drawing = Drawing()
    form(drawing)
    (table,) = tables(read(tmp_path, drawing))
    assert all(table.at(r, c) for r in range(table.rows) for c in range(table.cols))
    cell = table.at(1, 1)
    assert cell is not None
    assert cell.place.anchor == "table[0].cell[1,1]"
    assert cell.place.box == pytest.approx((172, 130, 372, 160), abs=1)


def test_text_in_a_table_is_in_no_paragraph(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 80, "表一")
    form(drawing)
    assert texts(read(tmp_path, drawing)) == ["表一"]


def rules_as_lines(drawing: Drawing) -> None:
    drawing.grid(XS, YS)


def rules_as_bars(drawing: Drawing) -> None:
    for x in XS:
        drawing.bar(x - 0.25, YS[0], x + 0.25, YS[-1])
    for y in YS:
        drawing.bar(XS[0], y - 0.25, XS[-1], y + 0.25)


def rules_as_boxes(drawing: Drawing) -> None:
    for x0, x1 in pairwise(XS):
        for y0, y1 in pairwise(YS):
            drawing.canvas.rect(x0, drawing.size[1] - y1, x1 - x0, y1 - y0)


def rules_as_one_path_under_a_matrix(drawing: Drawing) -> None:
    drawing.canvas.saveState()
    drawing.canvas.transform(0.5, 0, 0, 0.5, 0, drawing.size[1])
    path = drawing.canvas.beginPath()
    for x in XS:
        path.rect(2 * x - 0.5, -2 * YS[-1], 1, 2 * (YS[-1] - YS[0]))
    for y in YS:
        path.rect(2 * XS[0], -2 * y - 0.5, 2 * (XS[-1] - XS[0]), 1)
    drawing.canvas.drawPath(path, stroke=0, fill=1)
    drawing.canvas.restoreState()


def rules_in_a_form_object(drawing: Drawing) -> None:
    drawing.canvas.beginForm("rules")
    drawing.canvas.translate(-10, 0)
    drawing.grid([x + 10 for x in XS], YS)
    drawing.canvas.endForm()
    drawing.canvas.doForm("rules")


def rules_without_sides(drawing: Drawing) -> None:
    for x in XS[1:-1]:
        drawing.line(x, YS[0], x, YS[-1])
    for y in YS:
        drawing.line(XS[0], y, XS[-1], y)


@pytest.mark.parametrize(
    "rules",
    [
        rules_as_lines,
        rules_as_bars,
        rules_as_boxes,
        rules_as_one_path_under_a_matrix,
        rules_in_a_form_object,
        rules_without_sides,
    ],
)
def test_the_grid_is_found_whatever_draws_the_rules(tmp_path: Path, rules: object) -> None:
    drawing = Drawing()
    rules(drawing)  # type: ignore[operator]
    drawing.text(80, 120, "企业名称")
    drawing.text(180, 120, "甲公司")
    drawing.text(380, 180, "完")
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table) == [["企业名称", "甲公司", ""], ["", "", ""], ["", "", "完"]]


def one_cell(tmp_path: Path, width: float, *lines: tuple[float, float, str]) -> str:
    drawing = Drawing()
    drawing.grid([72, 72 + width, 522], [100, 300])
    drawing.text(80 + width, 120, "值")
    for x, y, text in lines:
        drawing.text(x, y, text)
    (table,) = tables(read(tmp_path, drawing))
    return table.cells[0].text


def test_a_label_broken_in_a_narrow_cell_is_one_label(tmp_path: Path) -> None:
    lines = ((78.0, 120.0, "资产总额（万"), (102.0, 138.0, "元）"))
    assert one_cell(tmp_path, 86, *lines) == "资产总额（万元）"


def test_a_label_broken_for_looks_is_one_label(tmp_path: Path) -> None:
    lines = ((96.0, 120.0, "上年度"), (90.0, 138.0, "经济效益"))
    assert one_cell(tmp_path, 86, *lines) == "上年度经济效益"


def test_a_long_code_broken_in_a_cell_is_one_code(tmp_path: Path) -> None:
    lines = ((78.0, 120.0, "91320412MAD6"), (78.0, 138.0, "2DE95R"))
    assert one_cell(tmp_path, 82, *lines) == "91320412MAD62DE95R"


def test_two_numbers_under_one_another_stay_two(tmp_path: Path) -> None:
    lines = ((78.0, 120.0, "85681262"), (78.0, 138.0, "13912345678"))
    assert one_cell(tmp_path, 160, *lines) == "85681262\n13912345678"


def test_options_under_one_another_stay_apart(tmp_path: Path) -> None:
    lines = ((78.0, 120.0, "□国家级"), (78.0, 138.0, "□省级"))
    assert one_cell(tmp_path, 86, *lines) == "□国家级\n□省级"


def test_signature_lines_in_a_wide_cell_stay_apart(tmp_path: Path) -> None:
    lines = (
        (300.0, 140.0, "推荐单位意见"),
        (300.0, 200.0, "推荐单位公章"),
        (316.0, 250.0, "年月日"),
    )
    assert one_cell(tmp_path, 310, *lines) == "推荐单位意见\n推荐单位公章\n年月日"


def test_paragraphs_in_a_cell_are_joined_over_their_wraps(tmp_path: Path) -> None:
    lines = (
        (102.0, 120.0, "本公司成立于二〇〇七年主要从事装备"),
        (78.0, 138.0, "的研发和制造。"),
        (102.0, 156.0, "公司产品远销海外。"),
    )
    text = one_cell(tmp_path, 240, *lines)
    assert text == "本公司成立于二〇〇七年主要从事装备的研发和制造。\n公司产品远销海外。"


def test_text_at_both_sides_of_a_rule_stays_in_its_cell(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid([72, 120, 200], [100, 130, 160])
    drawing.text(72, 120, "资产总计")  # fills its cell to the rule, and the next begins there
    drawing.text(120, 120, "12345")
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table)[0] == ["资产总计", "12345"]


def test_a_border_round_the_page_is_no_table(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.canvas.rect(30, 30, 535, 782)
    drawing.text(72, 100, "承诺书")
    document = read(tmp_path, drawing)
    assert not tables(document)
    assert texts(document) == ["承诺书"]


def test_a_drawing_without_text_is_no_table(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid(XS, YS)
    drawing.text(72, 300, "图一")
    assert not tables(read(tmp_path, drawing))


def test_a_table_inside_a_cell_is_nested(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid([72, 172, 522], [100, 300])
    drawing.text(80, 120, "财务情况")
    drawing.text(180, 120, "见下表")
    drawing.grid([200, 300, 400], [140, 170, 200])
    drawing.text(210, 160, "营业收入")
    drawing.text(310, 160, "100")
    (table,) = tables(read(tmp_path, drawing))
    holder = table.at(0, 1)
    assert holder is not None
    assert holder.text.splitlines() == ["见下表", "营业收入", "100"]
    assert any(isinstance(block, Table) for block in holder.blocks)


def two_pages(first: list[str], second: list[str], *, marks: bool = True) -> Drawing:
    """Draw a two-column table over two pages, a row a text."""
    drawing = Drawing()
    for texts_, top in ((first, 600.0), (second, 72.0)):
        ys = [top + 40 * i for i in range(len(texts_) + 1)]
        drawing.grid([72, 172, 522], ys)
        for y, text in zip(ys, texts_, strict=False):
            label, value = text.split("|")
            drawing.text(80, y + 25, label)
            drawing.text(180, y + 25, value)
        if marks:
            drawing.centre(820, f"- {1 if texts_ is first else 2} -")
        drawing.next_page()
    return drawing


def test_a_table_goes_on_over_the_page_break(tmp_path: Path) -> None:
    drawing = two_pages(["企业名称|甲公司", "地址|常州"], ["电话|85681262", "邮编|213000"])
    (table,) = tables(read(tmp_path, drawing))
    assert (table.place.page, table.end_page) == (1, 2)
    assert [row[0] for row in rows(table)] == ["企业名称", "地址", "电话", "邮编"]
    last = table.at(3, 1)
    assert last is not None
    assert last.place.page == 2


def test_a_repeated_table_head_is_dropped(tmp_path: Path) -> None:
    drawing = two_pages(["项目|金额", "收入|100"], ["项目|金额", "成本|60"])
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table) == [["项目", "金额"], ["收入", "100"], ["成本", "60"]]


def test_short_rows_on_both_sides_of_the_break_stay_two(tmp_path: Path) -> None:
    drawing = two_pages(
        ["项目|金额", "可供出售金融资产|31,760,858.70"], ["持有至到期投资|", "合计|5"]
    )
    (table,) = tables(read(tmp_path, drawing))
    assert [row[0] for row in rows(table)] == ["项目", "可供出售金融资产", "持有至到期投资", "合计"]


def test_a_row_cut_in_every_column_is_one_row(tmp_path: Path) -> None:
    above = "企业获得的管理体|" + PROSE[:28]
    drawing = two_pages(["项目|内容", above], ["系认证及其他|" + PROSE[28:], "邮编|213000"])
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table)[1] == ["企业获得的管理体系认证及其他", PROSE]


def test_a_table_over_pages_has_its_box_on_the_first(tmp_path: Path) -> None:
    drawing = two_pages(["企业名称|甲公司", "地址|常州"], ["电话|85681262", "邮编|213000"])
    (table,) = tables(read(tmp_path, drawing))
    assert table.place.box == pytest.approx((72, 600, 522, 680), abs=1)


def test_a_merged_label_goes_on_over_the_page_break(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid([72, 172, 522], [600, 640, 680])
    drawing.text(80, 625, "重大事项")
    drawing.text(180, 625, "九月")
    drawing.text(80, 665, "诉讼")
    drawing.text(180, 665, "十月")
    drawing.next_page()
    for x in (72, 172, 522):
        drawing.line(x, 72, x, 152)
    for y, x0 in ((72, 72), (112, 172), (152, 72)):
        drawing.line(x0, y, 522, y)
    drawing.text(180, 97, "十一月")
    drawing.text(180, 137, "十二月")
    (table,) = tables(read(tmp_path, drawing))
    label = table.at(3, 0)
    assert label is not None
    assert (label.text, label.row, label.row_span, table.rows) == ("诉讼", 1, 3, 4)


def test_text_between_two_tables_keeps_them_apart(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid([72, 172, 522], [600, 640])
    drawing.text(80, 625, "收入")
    drawing.text(180, 625, "100")
    drawing.text(72, 700, "4．固定资产")
    drawing.next_page()
    drawing.grid([72, 172, 522], [72, 112])
    drawing.text(80, 97, "设备")
    drawing.text(180, 97, "60")
    assert len(tables(read(tmp_path, drawing))) == 2


def test_a_cell_that_runs_over_pages_is_one_cell(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid([72, 130, 522], [100, 140])
    drawing.text(80, 125, "名称")
    drawing.text(136, 125, "精益改善")
    for page in range(3):
        top, bottom = (140.0, 770.0) if page == 0 else (72.0, 770.0 if page == 1 else 140.0)
        drawing.grid([72, 130, 522], [top, bottom])
        if page == 0:
            drawing.text(80, 300, "内容")
        count = int((bottom - top - 10) // 20)
        for i in range(count):
            last = page == 2 and i == count - 1
            drawing.text(136, top + 18 + 20 * i, "完。" if last else PROSE[:31])
        drawing.next_page()
    (table,) = tables(read(tmp_path, drawing))
    assert (table.rows, table.cols, table.end_page) == (2, 2, 3)
    label, value = table.at(1, 0), table.at(1, 1)
    assert label is not None and value is not None
    assert label.text == "内容"
    assert "\n" not in value.text
    assert value.text.endswith(PROSE[:31] + "完。")


def test_a_frame_on_the_next_page_is_the_rest_of_the_last_cell(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.grid([72, 172, 522], [100, 140])
    drawing.text(80, 125, "名称")
    drawing.text(180, 125, "甲公司")
    drawing.grid([72, 522], [140, 770])
    for i in range(31):
        drawing.text(78, 158 + 20 * i, PROSE[:36])
    drawing.next_page()
    drawing.grid([72, 522], [72, 200])
    drawing.text(78, 90, "字到此为止。")
    (table,) = tables(read(tmp_path, drawing))
    cell = table.at(1, 0)
    assert cell is not None
    assert (table.rows, table.end_page, cell.col_span) == (2, 2, 2)
    assert cell.text == PROSE[:36] * 31 + "字到此为止。"
