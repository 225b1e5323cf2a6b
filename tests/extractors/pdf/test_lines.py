"""Lines are built from where characters stand."""

from pathlib import Path

from doccheck.extractors.pdf.glyphs import PLAIN

from .drawing import Drawing, paragraphs, read, texts


def test_text_written_out_of_order_is_read_in_order(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 140, "第二行")
    drawing.text(108, 100, "一行")
    drawing.text(96, 100, "第")
    assert texts(read(tmp_path, drawing)) == ["第一行", "第二行"]


def test_quotes_in_another_font_stay_in_place(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(100, 100, "质量标杆", 20)
    drawing.text(196, 100, "申报表", 20)
    drawing.text(90, 100, "“", 20, "Helvetica")
    drawing.text(181, 100, "”", 20, "Helvetica")
    assert texts(read(tmp_path, drawing)) == ["“质量标杆”申报表"]


def test_chinese_has_no_blanks_and_latin_words_have_one(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "常州 市 2023 年度 Lean Production 3 项")
    assert texts(read(tmp_path, drawing)) == ["常州市2023年度Lean Production 3项"]


def test_latin_words_placed_one_by_one_have_blanks(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "Toyota", font="Helvetica")
    drawing.text(113.5, 100, "Production", font="Helvetica")
    drawing.text(175.5, 100, "System", font="Helvetica")
    assert texts(read(tmp_path, drawing)) == ["Toyota Production System"]


def test_a_wide_gap_is_one_blank(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "联系人：张三")
    drawing.text(300, 100, "电话：0519-85681262")
    assert texts(read(tmp_path, drawing)) == ["联系人：张三 电话：0519-85681262"]


def test_a_title_set_wide_is_one_word(tmp_path: Path) -> None:
    drawing = Drawing()
    for i, character in enumerate("审计报告"):
        drawing.text(150 + 50 * i, 100, character, 24)
    drawing.text(72, 200, "姓")
    drawing.text(108, 200, "名：李四")
    assert texts(read(tmp_path, drawing)) == ["审计报告", "姓名：李四"]


def test_words_drawn_over_one_another_count_once(tmp_path: Path) -> None:
    drawing = Drawing()
    for shift in (0.0, 0.4):
        drawing.text(72 + shift, 100, "流动资产合计")
    drawing.text(72, 140, "非流动资产")
    drawing.text(72.6, 100, "流动资产合计")
    assert texts(read(tmp_path, drawing)) == ["流动资产合计", "非流动资产"]


def test_size_follows_the_text_matrix(tmp_path: Path) -> None:
    drawing = Drawing()
    pen = drawing.canvas.beginText()
    pen.setTextTransform(16, 0, 0, 16, 72, 700)
    pen.setFont("STSong-Light", 1)
    pen.textOut("缩放的字")
    drawing.canvas.drawText(pen)
    assert paragraphs(read(tmp_path, drawing))[0].look.size == 16.0


def test_bold_fonts_show(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "Heavy", font="Helvetica-Bold")
    drawing.text(72, 140, "Light", font="Helvetica")
    assert [p.look.bold for p in paragraphs(read(tmp_path, drawing))] == [True, False]


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    assert "⾦额⻓⽂☐\uf0fe\uf0fd".translate(PLAIN) == "金额长文□☑☒"


def test_text_set_aslant_is_no_body_text(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "正文第一段。")
    drawing.canvas.saveState()
    drawing.canvas.rotate(40)
    drawing.canvas.setFont("STSong-Light", 40)
    drawing.canvas.drawString(400, 100, "仅供审核使用")
    drawing.canvas.restoreState()
    document = read(tmp_path, drawing)
    body = [p.text for p in paragraphs(document) if p.role == "body"]
    aside = [p.text for p in paragraphs(document) if p.role == "header"]
    assert body == ["正文第一段。"]
    assert aside == ["仅供审核使用"]


def test_text_on_its_side_is_one_piece(tmp_path: Path) -> None:
    drawing = Drawing()
    drawing.text(72, 100, "正文第一段。")
    drawing.canvas.saveState()
    drawing.canvas.rotate(90)
    drawing.canvas.setFont("STSong-Light", 12)
    drawing.canvas.drawString(300, -500, "经济效益")
    drawing.canvas.restoreState()
    assert "经济效益" in texts(read(tmp_path, drawing))
