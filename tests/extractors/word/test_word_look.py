"""Headings, roles, breaks and the look of paragraphs."""

from pathlib import Path

import pytest
from torture import (
    cell,
    control,
    field,
    level,
    listed,
    numbering,
    only,
    paragraph,
    picture,
    read,
    row,
    run,
    section,
    shown,
    style,
    styled,
    table,
    text_box,
)

from doccheck.model.document import Document, Paragraph, walk_paragraphs


def roles(document: Document) -> list[str]:
    return [each.role for each in walk_paragraphs(document.blocks)]


def breaks(document: Document) -> list[str]:
    return [each.text for each in walk_paragraphs(document.blocks) if each.page_break_before]


@pytest.mark.parametrize(
    ("style_xml", "expected"),
    [
        (style("x", "heading 1"), 1),
        (style("x", "Heading 3"), 3),
        (style("x", "标题 2"), 2),
        (style("x", "标题2"), 2),
        (style("x", "一级标题"), 1),
        (style("x", "自定", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), 2),
        (style("y", "heading 4") + style("x", "自定", '<w:basedOn w:val="y"/>'), 4),
        (style("y", "heading 4") + style("x", "自定", '<w:basedOn w:val="y"/><w:pPr>'
         '<w:outlineLvl w:val="9"/></w:pPr>'), None),
        (style("x", "Title"), None),
        (style("x", "Normal"), None),
    ],
)  # fmt: skip
def test_a_style_tells_the_level(tmp_path: Path, style_xml: str, expected: int | None) -> None:
    assert only(read(tmp_path, styled("文", "x"), styles=style_xml)).level == expected


@pytest.mark.parametrize(
    ("style_id", "expected"), [("Heading2", 2), ("标题1", 1), ("3", 3), ("a", None)]
)
def test_without_a_style_sheet_the_id_tells_the_level(
    tmp_path: Path, style_id: str, expected: int | None
) -> None:
    assert only(read(tmp_path, styled("文", style_id))).level == expected


def test_a_paragraphs_own_outline_level_wins(tmp_path: Path) -> None:
    body = styled("文", "1", '<w:outlineLvl w:val="2"/>')
    assert only(read(tmp_path, body, styles=style("1", "heading 1"))).level == 3


SIZES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
    + style("base", "底", '<w:rPr><w:sz w:val="28"/><w:b/></w:rPr>')
    + style("heir", "承", '<w:basedOn w:val="base"/>')
    + style("char", "字", '<w:rPr><w:sz w:val="36"/></w:rPr>', "character")
    + style("bold", "粗", "<w:rPr><w:b/></w:rPr>", "character")
)


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (paragraph("文"), 10.5),
        (styled("文", "heir"), 14.0),
        (paragraph(run("文", '<w:rStyle w:val="char"/>')), 18.0),
        (paragraph(run("文", '<w:rStyle w:val="char"/><w:sz w:val="44"/>')), 22.0),
        (paragraph(run("短", '<w:sz w:val="44"/>') + run("长长长", '<w:sz w:val="24"/>')), 12.0),
    ],
)
def test_the_size_is_that_of_most_characters(tmp_path: Path, body: str, size: float) -> None:
    assert only(read(tmp_path, body, styles=SIZES)).look.size == size


def test_without_any_style_the_size_is_words_own(tmp_path: Path) -> None:
    assert only(read(tmp_path, paragraph("文"))).look.size == 10.0


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        (paragraph(run("文", "<w:b/>")), True),
        (paragraph(run("文", '<w:b w:val="0"/>')), False),
        (paragraph(run("短", "<w:b/>") + run("长长长")), False),
        (styled("文", "heir"), True),
        (paragraph(run("文", '<w:rStyle w:val="bold"/>')), True),
        (paragraph(run("文", '<w:rStyle w:val="bold"/>'), '<w:pStyle w:val="heir"/>'), False),
    ],
)
def test_bold_is_what_most_characters_are(tmp_path: Path, body: str, bold: bool) -> None:
    assert only(read(tmp_path, body, styles=SIZES)).look.bold is bold


def test_centring_comes_from_paragraph_or_style(tmp_path: Path) -> None:
    styles = style("c", "中", '<w:pPr><w:jc w:val="center"/></w:pPr>')
    body = (
        paragraph("甲", '<w:jc w:val="center"/>')
        + styled("乙", "c")
        + styled("丙", "c", '<w:jc w:val="left"/>')
    )
    document = read(tmp_path, body, styles=styles)
    assert [each.look.centred for each in walk_paragraphs(document.blocks)] == [True, True, False]


@pytest.mark.parametrize(
    ("indent", "points"),
    [
        ('w:left="420"', 21.0),
        ('w:firstLine="480"', 24.0),
        ('w:left="420" w:hanging="210"', 10.5),
        ('w:firstLineChars="200" w:firstLine="999"', 20.0),
        ('w:start="2cm"', 56.69),
    ],
)
def test_the_indent_is_where_the_first_line_starts(
    tmp_path: Path, indent: str, points: float
) -> None:
    assert only(read(tmp_path, paragraph("文", f"<w:ind {indent}/>"))).look.indent == points


def test_leading_spaces_are_indent_not_text(tmp_path: Path) -> None:
    found = only(read(tmp_path, paragraph("\u3000\u3000正文")))
    assert (found.text, found.look.indent) == ("正文", 20.0)


def test_a_list_gives_its_indent(tmp_path: Path) -> None:
    lists = numbering(level(0, "decimal", "%1.", '<w:pPr><w:ind w:left="400"/></w:pPr>'))
    assert only(read(tmp_path, listed("文"), numbering=lists)).look.indent == 20.0


PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    "body",
    [
        paragraph("前") + paragraph(PAGE_BREAK) + paragraph("后"),
        paragraph(run("前") + PAGE_BREAK) + paragraph("后"),
        paragraph("前") + paragraph(PAGE_BREAK + run("后")),
        paragraph(run("前") + PAGE_BREAK + run("后")),
        paragraph("前") + paragraph("后", "<w:pageBreakBefore/>"),
        paragraph("前") + paragraph("", "<w:pageBreakBefore/>") + paragraph("后"),
        paragraph("前") + paragraph(PAGE_BREAK) + table(row(cell(), cell("后"))),
        paragraph("前", section()) + paragraph("后") + section(),
        paragraph("前") + paragraph("", section()) + paragraph("后") + section(),
    ],
)
def test_a_page_break_stands_before_the_next_paragraph(tmp_path: Path, body: str) -> None:
    document = read(tmp_path, body)
    assert shown(document) == ["前", "后"]
    assert breaks(document) == ["后"]


def test_a_style_may_break_the_page_and_a_paragraph_may_not(tmp_path: Path) -> None:
    styles = style("b", "新页", "<w:pPr><w:pageBreakBefore/></w:pPr>")
    body = styled("甲", "b") + styled("乙", "b", '<w:pageBreakBefore w:val="0"/>')
    assert breaks(read(tmp_path, body, styles=styles)) == ["甲"]


CONTINUOUS = '<w:type w:val="continuous"/>'


def test_where_the_last_printing_broke_pages_is_no_break(tmp_path: Path) -> None:
    body = paragraph("<w:r><w:lastRenderedPageBreak/></w:r>" + run("文"))
    assert not breaks(read(tmp_path, body))


def test_a_continuous_section_breaks_no_page_unless_the_paper_changes(tmp_path: Path) -> None:
    body = (
        paragraph("一", section())
        + paragraph("二", section(CONTINUOUS))
        + paragraph("三")
        + section(CONTINUOUS, 16838, 11906)
    )
    assert breaks(read(tmp_path, body)) == ["三"]


def test_every_section_tells_its_paper(tmp_path: Path) -> None:
    body = paragraph("一", section()) + paragraph("二") + section("", 16838, 11906)
    assert read(tmp_path, body).paper == ((595.3, 841.9), (841.9, 595.3))


def test_landscape_turns_the_paper(tmp_path: Path) -> None:
    body = paragraph("一") + section(more='w:orient="landscape"')
    assert read(tmp_path, body).paper == ((841.9, 595.3),)


def test_a_former_section_of_a_tracked_change_is_none(tmp_path: Path) -> None:
    changed = f"<w:sectPrChange>{section('', 1, 1)}</w:sectPrChange>"
    body = paragraph("一") + section(changed)
    assert read(tmp_path, body).paper == ((595.3, 841.9),)


def test_the_built_in_table_of_contents_is_one(tmp_path: Path) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = control(paragraph("目录") + paragraph("一、概况\t1"), gallery) + paragraph("正文")
    assert roles(read(tmp_path, body)) == ["toc", "toc", "body"]


def test_contents_styles_tell_a_table_of_contents(tmp_path: Path) -> None:
    styles = style("10", "toc 1") + style("TOC", "TOC Heading")
    body = styled("目录", "TOC") + styled("概况\t1", "10") + paragraph("正文")
    assert roles(read(tmp_path, body, styles=styles)) == ["toc", "toc", "body"]


def test_a_contents_field_tells_a_table_of_contents_and_its_title(tmp_path: Path) -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entry = field("PAGEREF x", run("2"))
    body = (
        paragraph("目  录")
        + paragraph(begin + run("概况") + entry)
        + paragraph(run("成效") + entry)
        + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("正文"))
    )
    document = read(tmp_path, body)
    assert shown(document) == ["目  录", "概况2", "成效2", "正文"]
    assert roles(document) == ["toc", "toc", "toc", "body"]


def test_a_caption_is_told_by_its_style(tmp_path: Path) -> None:
    document = read(tmp_path, styled("图1 流程", "c"), styles=style("c", "caption"))
    assert only(document).role == "caption"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("表1 主要指标", "caption"),
        ("表 2-1  主要指标", "caption"),
        ("表一：主要指标", "caption"),
        ("主要指标", "body"),
        ("表1反映了三年来的变化，各项指标逐年改善。", "body"),
        ("表3年内完成", "body"),
    ],
)
def test_a_caption_is_told_by_its_words_beside_a_table(
    tmp_path: Path, text: str, role: str
) -> None:
    assert roles(read(tmp_path, paragraph(text) + table(row(cell("格")))))[0] == role


def test_a_caption_is_told_by_its_words_beside_a_picture(tmp_path: Path) -> None:
    document = read(
        tmp_path, paragraph(picture("x")) + paragraph("图1 流程") + paragraph("图2 无图")
    )
    assert roles(document) == ["body", "caption", "body"]


def test_headers_footers_and_notes_come_after_the_body(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    end_note = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    refs = (
        '<w:headerReference w:type="default" r:id="hdr1"/>'
        '<w:footerReference w:type="default" r:id="ftr1"/>'
    )
    document = read(
        tmp_path,
        paragraph(run("正文") + note + end_note) + section(refs),
        hdr1=paragraph("页眉"),
        ftr1=paragraph(run("第") + field("PAGE", run("1")) + run("页")),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("无人引用")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("脚注")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>',
    )
    assert shown(document) == ["正文", "页眉", "第1页", "脚注", "尾注"]
    assert roles(document) == ["body", "header", "footer", "footnote", "footnote"]


def test_the_same_header_of_several_sections_is_read_once(tmp_path: Path) -> None:
    def ref(name: str) -> str:
        return f'<w:headerReference w:type="default" r:id="{name}"/>'

    body = paragraph("一", section(ref("hdr1"))) + paragraph("二") + section(ref("hdr2"))
    document = read(tmp_path, body, hdr1=paragraph("同"), hdr2=paragraph("同") + paragraph("异"))
    assert shown(document) == ["一", "二", "同", "异"]


def test_headers_that_are_switched_off_are_not_read(tmp_path: Path) -> None:
    refs = (
        '<w:headerReference w:type="first" r:id="hdr1"/>'
        '<w:headerReference w:type="even" r:id="hdr2"/>'
    )
    parts = {"hdr1": paragraph("首页"), "hdr2": paragraph("偶数页")}
    assert shown(read(tmp_path, paragraph("文") + section(refs), **parts)) == ["文"]
    switched_on = paragraph("文") + section(refs + "<w:titlePg/>")
    settings = "<w:evenAndOddHeaders/>"
    document = read(tmp_path, switched_on, **parts, settings=settings)
    assert shown(document) == ["文", "首页", "偶数页"]


def test_a_text_box_in_a_header_is_header(tmp_path: Path) -> None:
    body = paragraph("文") + section('<w:headerReference w:type="default" r:id="hdr1"/>')
    document = read(tmp_path, body, hdr1=paragraph(text_box(paragraph("框"))))
    assert roles(document) == ["body", "header"]


def test_every_top_level_paragraph_knows_its_index(tmp_path: Path) -> None:
    body = paragraph("一") + table(row(cell("格"))) + paragraph() + paragraph("二")
    blocks = read(tmp_path, body).blocks
    assert [b.place.anchor for b in blocks if isinstance(b, Paragraph)] == [
        "paragraph[0]", "paragraph[2]",
    ]  # fmt: skip
