"""Web pages, text, rich text, OpenDocument, slides: paragraphs and cells as people see them."""

import zipfile
from pathlib import Path

import pytest

from doccheck.errors import UnreadableFileError
from doccheck.extractors.encodings import decoded
from doccheck.extractors.read import READERS
from doccheck.intake.sniff import sniff
from doccheck.model.document import Document, Paragraph, Table
from doccheck.model.files import SourceFile

FORM = (
    "<table border=1><tr><td rowspan=2>基本情况</td><td>企业名称</td><td>武进机械</td></tr>"
    "<tr><td colspan=2>合计</td></tr></table>"
)
CHINESE = "企业质量标杆申报书：本公司成立于二〇〇八年，主要产品是减速机。"
TRADITIONAL = "企業品質標竿申請書：本公司成立於民國九十七年，主要產品是減速機。"


def read(folder: Path, name: str, content: bytes | str) -> Document:
    local = folder / name
    local.write_bytes(content.encode() if isinstance(content, str) else content)
    file_format, media_type = sniff(local)
    source = SourceFile(name, local, local.stat().st_size, "", file_format, media_type)
    return READERS[file_format](source, {})


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def cells(document: Document) -> list[tuple[int, int, int, int, str]]:
    table = next(b for b in document.blocks if isinstance(b, Table))
    return [(c.row, c.col, c.row_span, c.col_span, c.text) for c in table.cells]


SEEN = [
    (0, 0, 2, 1, "基本情况"),
    (0, 1, 1, 1, "企业名称"),
    (0, 2, 1, 1, "武进机械"),
    (1, 1, 1, 2, "合计"),
]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        (CHINESE, "utf-16"),
        (CHINESE + "\r\n abc \r\n", "utf-16-le"),
    ],
)
def test_text_is_read_in_whatever_encoding_it_came(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_a_declared_encoding_that_the_bytes_deny_is_not_believed() -> None:
    assert decoded(CHINESE.encode(), "gb2312") == CHINESE
    assert decoded(CHINESE.encode("gb18030"), "ascii") == CHINESE
    assert decoded(CHINESE.encode("gb18030"), "no-such-code") == CHINESE


def test_lines_of_a_text_are_paragraphs(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "说明.txt", "一、概况\n\n 正文\x0c二、成效")) == [
        "一、概况", "正文", "二、成效",
    ]  # fmt: skip


def test_rows_of_a_csv_are_a_table(tmp_path: Path) -> None:
    document = read(tmp_path, "汇总.csv", '名称,"金额,万元"\n甲,"1,000"\n'.encode("gb18030"))
    assert [c[4] for c in cells(document)] == ["名称", "金额,万元", "甲", "1,000"]


def test_a_page_keeps_its_cells_and_headings(tmp_path: Path) -> None:
    page = f"<html><body><h2>一、概况</h2><p>正文 <b>粗</b><br>换行</p>{FORM}</body></html>"
    document = read(tmp_path, "表.html", page.encode("gb18030"))
    assert texts(document) == ["一、概况", "正文 粗\n换行"]
    assert document.blocks[0].level == 2  # type: ignore[union-attr]
    assert cells(document) == SEEN


@pytest.mark.parametrize("depth", [230, 5000])
def test_what_stands_too_deep_in_a_page_is_told(tmp_path: Path, depth: int) -> None:
    shallow = "<div>" * 100 + "甲" + "</div>" * 100
    assert not read(tmp_path, "浅.html", f"<html><body>{shallow}</body></html>").problems
    deep = "<table><tr><td>" + "<div>" * depth + "乙" + "</div>" * depth + "</td></tr></table>"
    document = read(tmp_path, "深.html", f"<html><body><p>甲</p>{deep}</body></html>")
    assert ["嵌套过深" in problem for problem in document.problems] == [True]


def test_what_a_page_hides_or_runs_is_out(tmp_path: Path) -> None:
    page = (
        "<html><head><title>t</title><style>p{}</style></head><body><script>alert(1)</script>"
        "<p style='display:none'>藏</p><p>见</p><input type=checkbox checked>是</body></html>"
    )
    assert texts(read(tmp_path, "a.html", page)) == ["见", "☑是"]


def test_a_page_saved_as_a_workbook_is_read_and_its_name_lies(tmp_path: Path) -> None:
    document = read(tmp_path, "汇总表.xls", f"<html><body>{FORM}</body></html>")
    assert document.file_format == "html" and cells(document) == SEEN


def test_a_web_archive_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    archive = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    ) + f"<html><p>企业概况</p>{FORM}</html>\r\n--b--\r\n".encode("gb18030")
    document = read(tmp_path, "申报书.doc", archive)
    assert (document.file_format, texts(document), cells(document)) == ("mht", ["企业概况"], SEEN)


RTF = (
    r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}{\f1 Wingdings 2;}}"
    r"{\stylesheet{\s1\outlinelevel0 heading 1;}}{\*\generator x}"
    r"\paperw11906\paperh16838 \pard\s1\qc\b\fs32 "
    r"{\listtext 1.\tab}\'d2\'bb\'a1\'a2\'b8\'c5\'bf\'f6\b0\par \pard\fs21 "
    r"\u27491?\u25991?{\v hid}{\deleted gone}{\field{\*\fldinst PAGE}{\fldrslt 7}} {\f1 R}\par "
    r"\trowd\trleft0\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl A\cell B\cell C\cell\row "
    r"\trowd\trleft0\clvmrg\cellx1000\cellx3000\pard\intbl\cell D\cell\row\pard end{\footnote n}\par}"
)


def test_rich_text_keeps_cells_headings_and_ticks(tmp_path: Path) -> None:
    document = read(tmp_path, "表.rtf", RTF)
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.text, first.number, first.level) == ("一、概况", "1.", 1)
    assert first.look.bold and first.look.centred and first.look.size == 16
    assert texts(document)[1:] == ["正文7 ☑", "end", "n"]
    assert document.paper == ((595.3, 841.9),)
    assert cells(document) == [
        (0, 0, 2, 1, "A"), (0, 1, 1, 1, "B"), (0, 2, 1, 1, "C"), (1, 1, 1, 2, "D"),
    ]  # fmt: skip


def test_rich_text_without_words_has_a_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="没有文字"):
        read(tmp_path, "表.rtf", rb"{\rtf1{{{{{")


def packed(folder: Path, name: str, parts: dict[str, str]) -> bytes:
    local = folder / f"x-{name}"
    with zipfile.ZipFile(local, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return local.read_bytes()


ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0" '
    f'xmlns:style="{ODF}:style:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0"'
)
ODT = f"""<office:document-content {NAMES}><office:automatic-styles>
<style:style style:name="H"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1"
 style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>
</office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:p>删去</text:p></text:tracked-changes>
<text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">概况</text:h>
</text:list-item></text:list>
<text:p>正文<text:s text:c="2"/>见<text:span text:style-name="H">藏</text:span>
<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>
<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>甲</text:p>
</table:table-cell><table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>丙</text:p>
</table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def odt(folder: Path, manifest: str = "<x/>") -> bytes:
    told = "application/vnd.oasis.opendocument.text"
    parts = {"mimetype": told, "content.xml": ODT, "META-INF/manifest.xml": manifest}
    return packed(folder, "a.odt", parts)


def test_open_document_text_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, "a.odt", odt(tmp_path))
    first = document.blocks[0]
    assert isinstance(first, Paragraph) and (first.shown, first.level) == ("一、概况", 1)
    assert [(b.text, b.role) for b in document.blocks[1:] if isinstance(b, Paragraph)] == [
        ("正文  见", "body"), ("注", "footnote"),
    ]  # fmt: skip
    assert cells(document) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")]


def test_locked_open_document_text_says_so(tmp_path: Path) -> None:
    locked = odt(tmp_path, "<manifest:encryption-data/>")
    with pytest.raises(UnreadableFileError, match="密码"):
        read(tmp_path, "a.odt", locked)


def test_an_external_entity_is_not_followed(tmp_path: Path) -> None:
    told = "application/vnd.oasis.opendocument.text"
    evil = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + ODT.replace("正文", "&e;")
    parts = {"mimetype": told, "content.xml": evil, "META-INF/manifest.xml": "<x/>"}
    with pytest.raises(UnreadableFileError):
        read(tmp_path, "a.odt", packed(tmp_path, "b.odt", parts))


def test_slides_are_read_in_order(tmp_path: Path) -> None:
    def slide(text: str) -> str:
        a = "http://schemas.openxmlformats.org/drawingml/2006/main"
        return f'<p:sld xmlns:p="p" xmlns:a="{a}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'

    parts = {"[Content_Types].xml": "<x/>"} | {
        f"ppt/slides/slide{n}.xml": slide(f"第{n}页") for n in (10, 2, 1)
    }
    assert texts(read(tmp_path, "a.pptx", packed(tmp_path, "a", parts))) == [
        "第1页",
        "第2页",
        "第10页",
    ]


def test_a_workbook_of_2003_as_xml_is_read(tmp_path: Path) -> None:
    book = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="汇总表"><Table>'
        '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">合计</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">12.50</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>"
    )
    document = read(tmp_path, "汇总表.xls", book)
    assert texts(document) == ["汇总表"]
    assert cells(document) == [(0, 0, 1, 2, "合计"), (2, 0, 1, 1, ""), (2, 1, 1, 1, "12.5")]
