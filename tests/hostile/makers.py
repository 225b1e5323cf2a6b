"""Writes files as attackers do: each takes a path and fills it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
LAUGHS = "<!DOCTYPE x [<!ENTITY a '哈哈哈哈哈哈哈哈哈哈'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip

Maker = Callable[[Path], None]


def package(path: Path, parts: dict[str, str | bytes]) -> None:
    """Write a zip of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def word(path: Path, body: str, before: str = "", relations: str = "") -> None:
    """Write a Word file with a body."""
    package(path, {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELS}<Relationship Id="r1" Type="{OFFICE}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{_RELS}{relations}</Relationships>",
        "word/document.xml": f"{before}<w:document {W} {R}><w:body>{body}</w:body></w:document>",
    })  # fmt: skip


def said(text: str) -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_wide_cell(path: Path) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{said("甲")}</w:tc>'
    word(path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def word_many_cells(path: Path) -> None:
    row = "<w:tr>" + "<w:tc/>" * 60 + "</w:tr>"
    word(path, "<w:tbl>" + row * 4000 + "</w:tbl>")


def word_deep(path: Path) -> None:
    word(path, "<w:ins>" * 5000 + said("甲") + "</w:ins>" * 5000)


def word_laughs(path: Path) -> None:
    word(path, said("&i;"), LAUGHS)


def word_outside_entity(path: Path) -> None:
    word(path, said("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>')


def word_long_part(path: Path) -> None:
    word(path, said("甲" * 1000) * 12_000)


def word_long_number(path: Path) -> None:
    deep = f'<w:pPr><w:ind w:left="{"9" * 5000}"/><w:outlineLvl w:val="{"9" * 400}"/></w:pPr>'
    word(path, f"<w:p>{deep}<w:r><w:t>甲</w:t></w:r></w:p>")


def word_circular_styles(path: Path) -> None:
    word(path, '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>')
    with zipfile.ZipFile(path, "a") as archive:
        circle = "".join(
            f'<w:style w:styleId="{x}"><w:basedOn w:val="{y}"/></w:style>' for x, y in ("ab", "ba")
        )
        archive.writestr("word/styles.xml", f"<w:styles {W}>{circle}</w:styles>")


def excel(path: Path, sheet: str) -> None:
    """Write a workbook with one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package(path, {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELS}<Relationship Id="r1" Type="{OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'{_RELS}<Relationship Id="r1" Type="{OFFICE}/worksheet"'
        ' Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" {R}><sheets>'
        '<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{sheet}</worksheet>',
    })  # fmt: skip


def excel_spread(path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'
    excel(path, f'<sheetData><row r="1"><c r="A1" t="n"><v>1</v></c></row>{far}</sheetData>')


def excel_lying_dimension(path: Path) -> None:
    row = '<row r="1"><c r="A1" t="n"><v>1</v></c></row>'
    excel(path, f'<dimension ref="A1:XFD1048576"/><sheetData>{row}</sheetData>')


def excel_merged_without_end(path: Path) -> None:
    row = '<row r="1"><c r="A1" t="n"><v>1</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    excel(path, f"<sheetData>{row}</sheetData>{merged}")


def page_of_spans(path: Path) -> None:
    cell = '<td colspan="1000000000" rowspan="1000000000">甲</td>'
    path.write_text(f"<html><body><table><tr>{cell}</tr></table></body></html>", "utf-8")


def page_deep(path: Path) -> None:
    path.write_text("<html>" + "<div>" * 100_000 + "甲" + "</div>" * 100_000, "utf-8")


def picture_bomb(path: Path) -> None:
    """Write a PNG of 60 000 by 60 000 pixels in a few kilobytes."""
    side = 60_000
    row = zlib.compress(b"\0" * (side // 8 + 1) * 200, 9)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", row) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


def pdf(path: Path, objects: list[bytes], root: int = 1) -> None:
    """Write a PDF of these objects, numbered from 1."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    at = []
    for number, content in enumerate(objects, 1):
        at.append(out.tell())
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1) + table)
    out.write(
        b"trailer<</Root %d 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (root, len(at) + 1, start)
    )
    path.write_bytes(out.getvalue())


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    packed = zlib.compress(content, 9)
    head = b"<</Length %d/Filter/FlateDecode%b>>" % (len(packed), entries)
    return head + b"stream\n" + packed + b"\nendstream"


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%b>>>>"
HELVETICA = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def pdf_many_objects(path: Path) -> None:
    rules = b"0 0 m 9 9 l S " * 120_000
    pdf(path, [CATALOGUE, ONE_PAGE, PAGE % b"", stream(rules)])


def pdf_many_letters(path: Path) -> None:
    words = b"BT /F 9 Tf 1 0 0 1 9 9 Tm " + b"(quality) Tj " * 12_000 + b"ET"
    pdf(path, [CATALOGUE, ONE_PAGE, PAGE % HELVETICA, stream(words)])


def pdf_stream_bomb(path: Path) -> None:
    pdf(path, [CATALOGUE, ONE_PAGE, PAGE % b"", stream(b" " * (60 << 20))])


def pdf_form_in_itself(path: Path) -> None:
    again = b"/XObject<</X 5 0 R>>"
    form = stream(
        b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%b>>" % again
    )
    pdf(path, [CATALOGUE, ONE_PAGE, PAGE % again, stream(b"/X Do /X Do"), form])


def pdf_forms_in_forms(path: Path) -> None:
    """Write forms that each draw the next one ten times, twelve deep."""
    depth = 12
    forms = [
        stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
               b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + i))
        for i in range(depth)
    ]  # fmt: skip
    leaf = stream(b"0 0 m 9 9 l S", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    page = PAGE % b"/XObject<</X 5 0 R>>"
    pdf(path, [CATALOGUE, ONE_PAGE, page, stream(b"/X Do"), *forms, leaf])


def pdf_pages_in_a_circle(path: Path) -> None:
    pdf(path, [CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>"])


def pdf_claims_pages(path: Path) -> None:
    pdf(path, [CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 100000>>", PAGE % b"", stream(b"")])


def pdf_huge_page(path: Path) -> None:
    page = PAGE.replace(b"595 842", b"9999999 9999999") % HELVETICA
    pdf(path, [CATALOGUE, ONE_PAGE, page, stream(b"1 g BT /F 9 Tf 9 9 Td (hidden words) Tj ET")])


def text_without_end(path: Path) -> None:
    path.write_text("质量" * 5_000_000, "utf-8")


def rtf_deep(path: Path) -> None:
    path.write_bytes(b"{\\rtf1" + b"{" * 200_000 + b"a" + b"}" * 200_000 + b"}")


HOSTILE: dict[str, Maker] = {
    "宽单元格.docx": word_wide_cell,
    "单元格太多.docx": word_many_cells,
    "嵌套太深.docx": word_deep,
    "实体炸弹.docx": word_laughs,
    "外部实体.docx": word_outside_entity,
    "部件太大.docx": word_long_part,
    "数字太长.docx": word_long_number,
    "样式循环.docx": word_circular_styles,
    "范围无边.xlsx": excel_spread,
    "范围说谎.xlsx": excel_lying_dimension,
    "合并无边.xlsx": excel_merged_without_end,
    "网页宽格.html": page_of_spans,
    "网页太深.html": page_deep,
    "图片炸弹.png": picture_bomb,
    "对象百万.pdf": pdf_many_objects,
    "字符百万.pdf": pdf_many_letters,
    "流炸弹.pdf": pdf_stream_bomb,
    "表单自引.pdf": pdf_form_in_itself,
    "表单层层.pdf": pdf_forms_in_forms,
    "页树成环.pdf": pdf_pages_in_a_circle,
    "页数虚报.pdf": pdf_claims_pages,
    "页面巨大.pdf": pdf_huge_page,
    "文本太长.txt": text_without_end,
    "花括号太深.rtf": rtf_deep,
}
"""What attackers send: the file's name → who writes it."""
