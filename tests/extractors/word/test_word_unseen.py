"""Text that a reader of a Word file does not see is kept out of the text, and told."""

from pathlib import Path

import pytest
from torture import cell, control, paragraph, read, row, run, shown, style, styled, table, text_box

from doccheck.model.document import Document

STUFFED = "国家级质量标杆示范企业"
WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'
BEHIND = (
    '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="1" cy="1"/></wp:anchor>'
    "</w:drawing></w:r>"
)


def unseen(document: Document) -> list[tuple[str, str, bool]]:
    return [(u.text, u.how, u.sure) for u in document.unseen]


@pytest.mark.parametrize(
    ("properties", "how"),
    [
        (WHITE, "ink"),
        ('<w:color w:val="F2F2F2" w:themeColor="background1" w:themeShade="F2"/>', "ink"),
        ('<w:color w:themeColor="background1"/>', "ink"),
        ('<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill>'
         "</w14:textFill>", "ink"),
        ('<w:color w:val="1F3864"/>' + DARK, "ink"),
        ('<w:sz w:val="2"/>', "tiny"),
        ('<w:w w:val="1"/>', "tiny"),
        ("<w:vanish/>", "vanish"),
    ],
)  # fmt: skip
def test_hidden_text_is_no_text(tmp_path: Path, properties: str, how: str) -> None:
    document = read(tmp_path, paragraph(run("企业概况") + run(STUFFED, properties)))
    assert shown(document) == ["企业概况"]
    assert unseen(document) == [(STUFFED, how, True)]
    assert document.unseen[0].block == 0
    assert document.unseen[0].place.anchor == "paragraph[0]"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:color w:val="D9D9D9"/>',
        WHITE + DARK,
        WHITE + '<w:highlight w:val="blue"/>',
        WHITE + '<w:shd w:val="pct50" w:fill="auto"/>',
        WHITE + "<w14:textOutline/>",
        WHITE + "<w:outline/>",
        '<w:color w:val="auto"/>' + DARK,
        '<w:sz w:val="9"/>',
        '<w:w w:val="33"/>',
        '<w:vanish w:val="0"/>',
    ],
)
def test_what_shows_is_text(tmp_path: Path, properties: str) -> None:
    document = read(tmp_path, paragraph(run(STUFFED, properties)))
    assert shown(document) == [STUFFED]
    assert not document.unseen


def test_a_style_hides_as_well(tmp_path: Path) -> None:
    pale = style("pale", "正文白", f"<w:rPr>{WHITE}</w:rPr>")
    document = read(tmp_path, styled(STUFFED, "pale"), styles=pale)
    assert not shown(document)
    assert unseen(document) == [(STUFFED, "ink", True)]


def test_a_line_of_one_point_hides(tmp_path: Path) -> None:
    crushed = '<w:spacing w:line="20" w:lineRule="exact"/>'
    document = read(tmp_path, paragraph(STUFFED, crushed) + paragraph("正文", ""))
    assert shown(document) == ["正文"]
    assert unseen(document) == [(STUFFED, "tiny", True)]


def test_white_heads_of_coloured_cells_are_read(tmp_path: Path) -> None:
    head = row(cell(paragraph(run("指标", WHITE)), DARK), cell(paragraph(run(STUFFED, WHITE))))
    document = read(tmp_path, table(head))
    assert shown(document) == ["指标"]
    assert unseen(document) == [(STUFFED, "ink", True)]
    assert document.unseen[0].place.anchor == "table[0].cell[0,1]"


def test_a_table_style_may_colour_its_head(tmp_path: Path) -> None:
    shaded = style("grid", "Grid Table 4", f"<w:tcPr>{DARK}</w:tcPr>", kind="table")
    styled_table = table(row(cell(paragraph(run("指标", WHITE))))).replace(
        "<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="grid"/></w:tblPr>', 1
    )
    document = read(tmp_path, styled_table, styles=shaded)
    assert shown(document) == ["指标"]
    assert not document.unseen


def test_white_letters_on_a_cover_picture_are_text_but_for_a_person(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph(BEHIND) + paragraph(run(STUFFED, WHITE)))
    assert shown(document) == [STUFFED]
    assert unseen(document) == [(STUFFED, "ink", False)]


def test_white_letters_of_a_shape_are_not_judged(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph(text_box(paragraph(run(STUFFED, WHITE)))))
    assert shown(document) == [STUFFED]
    assert not document.unseen


def test_a_hidden_entry_of_an_index_is_a_field_and_no_text(tmp_path: Path) -> None:
    entry = (
        '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:instrText> XE "质量标杆" </w:instrText></w:r>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(tmp_path, paragraph(run("正文") + entry))
    assert shown(document) == ["正文"]
    assert not document.unseen


def test_blanks_in_small_print_keep_their_place(tmp_path: Path) -> None:
    document = read(tmp_path, paragraph(run("甲") + run(" ", '<w:sz w:val="2"/>') + run("乙")))
    assert shown(document) == ["甲 乙"]
    assert not document.unseen


def test_hidden_text_in_a_content_control_is_told(tmp_path: Path) -> None:
    document = read(tmp_path, control(paragraph(run(STUFFED, WHITE))))
    assert unseen(document) == [(STUFFED, "ink", True)]
