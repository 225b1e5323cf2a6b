"""Statements printed without rules come as rows: labels and figures in columns."""

from pathlib import Path

from .drawing import Drawing, read, rows, tables, texts


def income_statement(drawing: Drawing) -> None:
    drawing.centre(80, "利 润 表", 18)
    drawing.text(72, 110, "编制单位：甲公司", 9)
    drawing.text(470, 110, "单位：元", 9)
    drawing.text(150, 130, "项目", 9)
    drawing.right(300, 130, "附注", 9)
    drawing.right(410, 130, "本期金额", 9)
    drawing.right(520, 130, "上期金额", 9)
    items = [
        ("一、营业收入", "五、21", "107,634,506.74", "94,477,060.81"),
        ("减：营业成本", "五、21", "77,134,615.89", "69,223,280.81"),
        ("其中：", "", "", ""),
        ("　　税金及附加", "五、22", "836,052.48", "571,835.37"),
        ("　　投资收益", "", "-", "(4,539.97)"),
        ("二、营业利润", "", "15,934,018.30", "14,186,229.28"),
    ]
    for i, (label, note, now, before) in enumerate(items):
        y = 150 + 18 * i
        drawing.text(72 + 9 * label.count("　"), y, label.lstrip("　"), 9)
        drawing.right(300, y, note, 9)
        drawing.right(410, y, now, 9)
        drawing.right(520, y, before, 9)
    drawing.text(72, 300, "法定代表人：张三", 9)


def test_an_income_statement_has_label_note_and_two_columns(tmp_path: Path) -> None:
    drawing = Drawing()
    income_statement(drawing)
    (table,) = tables(read(tmp_path, drawing))
    assert not table.ruled
    assert rows(table) == [
        ["项目", "附注", "本期金额", "上期金额"],
        ["一、营业收入", "五、21", "107,634,506.74", "94,477,060.81"],
        ["减：营业成本", "五、21", "77,134,615.89", "69,223,280.81"],
        ["其中：", "", "", ""],
        ["税金及附加", "五、22", "836,052.48", "571,835.37"],
        ["投资收益", "", "-", "(4,539.97)"],
        ["二、营业利润", "", "15,934,018.30", "14,186,229.28"],
    ]


def test_what_stands_round_a_statement_stays_text(tmp_path: Path) -> None:
    drawing = Drawing()
    income_statement(drawing)
    document = read(tmp_path, drawing)
    assert texts(document) == ["利润表", "编制单位：甲公司 单位：元", "法定代表人：张三"]


def test_a_balance_sheet_has_assets_left_and_liabilities_right(tmp_path: Path) -> None:
    drawing = Drawing()
    columns = ((50, "l"), (200, "r"), (290, "r"), (310, "l"), (460, "r"), (550, "r"))
    sheet = [
        ("资产", "期末余额", "年初余额", "负债和所有者权益", "期末余额", "年初余额"),
        ("流动资产：", "", "", "流动负债：", "", ""),
        (
            "货币资金",
            "15,134,160.69",
            "12,879,486.73",
            "短期借款",
            "16,228,921.39",
            "17,775,507.87",
        ),
        (
            "应收账款",
            "21,285,804.99",
            "22,712,367.38",
            "应付账款",
            "16,014,759.37",
            "14,356,790.95",
        ),
        ("存货", "16,290,503.56", "11,671,527.05", "预收款项", "-", "-"),
        ("", "", "", "实收资本（或股本）", "20,000,000.00", "20,000,000.00"),
        ("资产总计", "52,710,469.24", "47,263,381.16", "总计", "52,243,680.76", "52,132,298.82"),
    ]
    for i, row in enumerate(sheet):
        for (x, side), text in zip(columns, row, strict=True):
            write = drawing.text if side == "l" else drawing.right
            write(x, 120 + 18 * i, text, 8)
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table) == [list(row) for row in sheet]


def test_figures_in_prose_are_no_table(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.lines(100, "2021年实现收入 100 万元。", "2022年实现收入 120 万元。", "2023年 130。")
    assert not tables(read(tmp_path, drawing))


def test_a_label_in_two_lines_belongs_to_the_figures_between_them(tmp_path: Path) -> None:
    drawing = Drawing()
    for y, label, figure in (
        (100, "短期借款", "16,228"),
        (120, "应付账款", "16,014"),
        (160, "合计", "32,242"),
    ):
        drawing.text(72, y, label, 8)
        drawing.right(300, y, figure, 8)
        drawing.right(400, y, figure, 8)
    drawing.text(72, 136, "一年内到期的非流动", 8)
    drawing.right(300, 140, "5", 8)
    drawing.right(400, 140, "7", 8)
    drawing.text(72, 144, "负债", 8)
    (table,) = tables(read(tmp_path, drawing))
    assert rows(table)[2] == ["一年内到期的非流动负债", "5", "7"]


def test_column_heads_begin_a_new_sheet(tmp_path: Path) -> None:
    drawing = Drawing()
    for top, title in ((100, "1．货币资金"), (200, "2．应收账款")):
        drawing.text(72, top, title, 9)
        cells = (
            ("项目", "期末余额", "期初余额"),
            ("甲", "15", "12"),
            ("乙", "3", "4"),
            ("合计", "18", "16"),
        )
        for i, (label, now, before) in enumerate(cells, start=1):
            drawing.text(90, top + 18 * i, label, 9)
            drawing.right(300, top + 18 * i, now, 9)
            drawing.right(450, top + 18 * i, before, 9)
    document = read(tmp_path, drawing)
    assert texts(document) == ["1．货币资金", "2．应收账款"]
    assert [t.rows for t in tables(document)] == [4, 4]
