"""What is text and what is not."""

from pathlib import Path

import pytest
from torture import (
    PROMPT,
    cell,
    control,
    field,
    only,
    paragraph,
    read,
    row,
    run,
    shown,
    style,
    table,
    text_box,
)


def test_paragraphs_and_tables_come_in_document_order(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph("前") + table(row(cell("中"))) + paragraph("后"))
    assert shown(document) == ["前", "中", "后"]


def test_an_empty_paragraph_is_no_block(tmp_path: Path) -> None:
    assert shown(read(tmp_path, paragraph() + paragraph("  ") + paragraph("有"))) == ["有"]


def test_runs_that_word_split_are_one_text(tmp_path: Path) -> None:
    assert only(read(tmp_path, paragraph(run("质量") + run("标杆")))).text == "质量标杆"


def test_spaces_count_only_where_the_file_keeps_them(tmp_path: Path) -> None:
    kept = run("甲 ") + "<w:r><w:t> 乙 </w:t></w:r>" + run(" 丙")
    assert only(read(tmp_path, paragraph(kept))).text == "甲 乙 丙"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:tab/>", "前\t后"),
        ("<w:br/>", "前\n后"),
        ("<w:cr/>", "前\n后"),
        ("<w:noBreakHyphen/>", "前-后"),
        ("<w:softHyphen/>", "前后"),
        ('<w:sym w:font="Times" w:char="2103"/>', "前℃后"),
    ],
)
def test_signs_between_runs(tmp_path: Path, content: str, text: str) -> None:
    document = read(tmp_path, paragraph(run("前") + f"<w:r>{content}</w:r>" + run("后")))
    assert only(document).text == text


@pytest.mark.parametrize("wrapper", ["ins", "moveTo", "hyperlink", "smartTag", "customXml"])
def test_wrapped_runs_are_text(tmp_path: Path, wrapper: str) -> None:
    body = paragraph(run("前") + f"<w:{wrapper}>{run('中')}</w:{wrapper}>" + run("后"))
    assert only(read(tmp_path, body)).text == "前中后"


@pytest.mark.parametrize("wrapper", ["del", "moveFrom"])
def test_removed_runs_are_no_text(tmp_path: Path, wrapper: str) -> None:
    gone = f"<w:{wrapper}><w:r><w:delText>旧</w:delText></w:r>{run('旧')}</w:{wrapper}>"
    assert only(read(tmp_path, paragraph(run("前") + gone + run("后")))).text == "前后"


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>"])
def test_a_removed_paragraph_mark_joins_two_paragraphs(tmp_path: Path, mark: str) -> None:
    body = paragraph(run("前"), f"<w:rPr>{mark}</w:rPr>") + paragraph("后")
    assert shown(read(tmp_path, body)) == ["前后"]


def test_an_inserted_paragraph_mark_separates_two_paragraphs(tmp_path: Path) -> None:
    body = paragraph(run("前"), "<w:rPr><w:ins/></w:rPr>") + paragraph("后")
    assert shown(read(tmp_path, body)) == ["前", "后"]


def test_a_removed_mark_before_a_table_keeps_the_order(tmp_path: Path) -> None:
    body = paragraph(run("前"), "<w:rPr><w:del/></w:rPr>") + table(row(cell("中")))
    assert shown(read(tmp_path, body)) == ["前", "中"]


def test_hidden_runs_are_no_text(tmp_path: Path) -> None:
    body = paragraph(run("见") + run("不见", "<w:vanish/>") + run("见", '<w:vanish w:val="0"/>'))
    assert only(read(tmp_path, body)).text == "见见"


def test_text_hidden_by_a_style_is_no_text(tmp_path: Path) -> None:
    styles = style("h", "暗", "<w:rPr><w:vanish/></w:rPr>", "character") + style(
        "p", "暗段", "<w:rPr><w:vanish/></w:rPr>"
    )
    body = paragraph(run("见") + run("不见", '<w:rStyle w:val="h"/>')) + paragraph(
        run("不见") + run("又见", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="p"/>'
    )
    assert shown(read(tmp_path, body, styles=styles)) == ["见", "又见"]


def test_text_hidden_only_on_the_web_is_text(tmp_path: Path) -> None:
    assert only(read(tmp_path, paragraph(run("见", "<w:webHidden/>")))).text == "见"


def test_a_field_shows_its_result(tmp_path: Path) -> None:
    body = paragraph(run("第") + field("PAGE", run("3")) + run("页"))
    assert only(read(tmp_path, body)).text == "第3页"


def test_a_field_in_a_field_instruction_is_not_shown(tmp_path: Path) -> None:
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + run("算式")
        + field("DATE", run("内"))
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("果")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert only(read(tmp_path, paragraph(nested))).text == "果"


def test_a_field_may_span_paragraphs(tmp_path: Path) -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1</w:instrText></w:r>'
    )
    middle = run("说明") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("结果")
    end = run("续") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("后")
    body = paragraph(run("前") + begin) + paragraph(middle) + paragraph(end)
    assert shown(read(tmp_path, body)) == ["前", "结果", "续后"]


def test_a_field_that_never_ends_hides_nothing(tmp_path: Path) -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("正文"))
    assert only(read(tmp_path, body)).text == "正文"


def test_a_hidden_field_mark_still_ends_its_field(tmp_path: Path) -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    entry = (
        f'<w:r>{hidden}<w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r>{hidden}<w:instrText>XE 索引</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert only(read(tmp_path, paragraph(entry + run("正文")))).text == "正文"


def test_a_simple_field_shows_its_result(tmp_path: Path) -> None:
    body = paragraph(f'<w:fldSimple w:instr="DATE">{run("5月6日")}</w:fldSimple>')
    assert only(read(tmp_path, body)).text == "5月6日"


def test_a_text_form_field_shows_what_was_typed(tmp_path: Path) -> None:
    body = paragraph(run("姓名：") + field("FORMTEXT", run("张三"), "<w:ffData/>"))
    assert only(read(tmp_path, body)).text == "姓名：张三"


def test_a_drop_down_form_field_shows_the_choice(tmp_path: Path) -> None:
    form = (
        '<w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="否"/><w:listEntry w:val="是"/></w:ddList></w:ffData>'
    )
    assert only(read(tmp_path, paragraph(field("FORMDROPDOWN", "", form)))).text == "是"


def test_ruby_shows_its_base(tmp_path: Path) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('zhì')}</w:rt><w:rubyBase>{run('质')}</w:rubyBase></w:ruby></w:r>"
    )
    assert only(read(tmp_path, paragraph(ruby + run("量")))).text == "质量"


def test_a_fraction_keeps_its_stroke(tmp_path: Path) -> None:
    def said(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    formula = (
        f"<m:oMath>{said('率=')}<m:f><m:num>{said('利润')}</m:num>"
        f"<m:den>{said('收入')}</m:den></m:f></m:oMath>"
    )
    assert only(read(tmp_path, paragraph(formula))).text == "率=利润/收入"


def test_a_text_box_follows_its_paragraph_and_is_read_once(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph(run("正文") + text_box(paragraph("框"))) + paragraph("后"))
    assert shown(document) == ["正文", "框", "后"]
    assert [block.role for block in document.blocks] == ["body", "text_box", "body"]


def test_an_old_text_box_is_read(tmp_path: Path) -> None:
    old = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{paragraph('旧框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert shown(read(tmp_path, paragraph(old))) == ["旧框"]


def test_a_text_box_in_a_text_box_and_a_table_in_it_are_read(tmp_path: Path) -> None:
    inner = paragraph(text_box(paragraph("里"))) + table(row(cell("格")))
    assert shown(read(tmp_path, paragraph(text_box(paragraph("外"), inner)))) == ["外", "里", "格"]


def test_a_decorative_title_is_read(tmp_path: Path) -> None:
    title = '<w:r><w:pict><v:shape><v:textpath string="申报书"/></v:shape></w:pict></w:r>'
    assert shown(read(tmp_path, paragraph(title))) == ["申报书"]


def test_content_controls_are_read_at_every_level(tmp_path: Path) -> None:
    body = (
        control(paragraph("块"))
        + paragraph(run("行") + control(run("内")))
        + table(control(row(cell("甲"), control(cell("乙")))))
    )
    assert shown(read(tmp_path, body)) == ["块", "行内", "甲", "乙"]


def test_the_prompt_of_an_unfilled_control_is_no_text(tmp_path: Path) -> None:
    body = (
        control(paragraph("单击此处输入"), PROMPT)
        + paragraph(run("姓名：") + control(run("请填写"), PROMPT))
        + table(row(cell("电话"), control(cell("请填写"), PROMPT)))
    )
    assert shown(read(tmp_path, body)) == ["姓名：", "电话"]


def test_a_filled_control_keeps_its_text(tmp_path: Path) -> None:
    filled = control(run("张三"), '<w:showingPlcHdr w:val="0"/>')
    assert only(read(tmp_path, paragraph(filled))).text == "张三"


def test_a_document_embedded_by_reference_is_told(tmp_path: Path) -> None:
    document = read(tmp_path, '<w:altChunk r:id="x"/>' + paragraph("正文"))
    assert shown(document) == ["正文"]
    assert document.problems
