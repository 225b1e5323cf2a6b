"""Marked copies: comments in Word, highlights in PDF, originals untouched."""

import hashlib
import io
from pathlib import Path

import docx
import pikepdf
import pypdfium2 as pypdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from doccheck.errors import UnreadableFileError
from doccheck.extractors.pdf.frame import Frame
from doccheck.extractors.pictures import PagePictures
from doccheck.model.document import Document, Page, Paragraph, Picture
from doccheck.model.files import FileFormat, SourceFile
from doccheck.model.places import Box, Place
from doccheck.model.report import EvidenceItem, Location, Report
from doccheck.reports.marked import Note, inside, write_copies
from doccheck.reports.marked_pdf import mark_pdf, on_page
from doccheck.reports.marked_word import mark_word


def note(quote: str, anchor: str = "", **location: object) -> Note:
    return Note(Location(anchor=anchor or None, **location), quote, f"关于{quote}", "fail")  # type: ignore[arg-type]


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    for text in ("申报表", "甲公司简介", "甲公司简介（二）"):
        document.add_paragraph(text)
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "表头"
    table.cell(2, 1).text = "张三"
    document.add_paragraph("张三")
    path = tmp_path / "申报表.docx"
    document.save(str(path))
    return path


def commented(content: bytes) -> dict[str, str]:
    """Return comment → words of the paragraph that it starts in."""
    document = docx.Document(io.BytesIO(content))
    texts = {c.comment_id: c.text for c in document.comments}
    starts = document.element.body.iter("{*}commentRangeStart")
    return {
        texts[int(s.get(docx.oxml.ns.qn("w:id")))]: "".join(
            t.text for t in s.getparent().iter("{*}t")
        )
        for s in starts
    }


def in_table(content: bytes) -> list[bool]:
    document = docx.Document(io.BytesIO(content))
    starts = document.element.body.iter("{*}commentRangeStart")
    return [any(a.tag.endswith("}tc") for a in s.iterancestors()) for s in starts]


def test_a_comment_stands_at_the_words(word: Path) -> None:
    content = mark_word(word, (note("甲公司简介（二）", "paragraph[2]"),), None)
    assert commented(content) == {"关于甲公司简介（二）": "甲公司简介（二）"}


def test_a_cell_is_found_by_row_and_column(word: Path) -> None:
    content = mark_word(word, (note("张三", "table[0].cell[2,1]"),), None)
    assert commented(content) == {"关于张三": "张三"}
    assert in_table(content) == [True]


def test_words_decide_where_the_grid_does_not_fit(word: Path) -> None:
    content = mark_word(word, (note("甲公司简介", "table[0].cell[1,1]"),), None)
    assert commented(content) == {"关于甲公司简介": "甲公司简介"}


def test_an_empty_cell_can_be_marked(word: Path) -> None:
    content = mark_word(word, (note("", "table[0].cell[1,1]"),), None)
    assert in_table(content) == [True]


def test_what_has_no_place_stands_at_the_beginning(word: Path) -> None:
    content = mark_word(word, (note("没有这样的话"),), None)
    assert list(commented(content).values()) == ["申报表"]


def test_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK no")
    with pytest.raises(UnreadableFileError):
        mark_word(path, (note("x"),), None)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "执照.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFillGray(0)
    canvas.rect(100, A4[1] - 220, 50, 20, fill=1)  # as seen: 100..150 × 200..220
    canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_boxes_go_back_where_the_reader_found_them(turns: int) -> None:
    visible = (10.0, 20.0, 310.0, 420.0)
    frame = Frame(visible[0], visible[1], visible[2], visible[3], turns)
    x0, y0, x1, y1 = on_page((30, 40, 90, 60), visible, turns)
    seen = sorted((frame.point(x0, y0), frame.point(x1, y1)))
    assert sorted({seen[0][0], seen[1][0]}) == [30, 90]
    assert sorted({seen[0][1], seen[1][1]}) == [40, 60]


def test_a_highlight_covers_its_box_and_hides_nothing(pdf: Path) -> None:
    content = mark_pdf(pdf, (note("甲", page=1, bbox=(90, 190, 200, 230)),), None)
    with pikepdf.open(io.BytesIO(content)) as marked:
        (mark,) = list(marked.pages[0].Annots)  # type: ignore[call-overload]
        assert (mark.Subtype, str(mark.Contents)) == ("/Highlight", "关于甲")
    picture = pypdfium.PdfDocument(content)[0].render(scale=1).to_pil().convert("RGB")
    red, green, _ = picture.getpixel((180, 210))
    assert red > 240 and green < 220
    assert max(picture.getpixel((125, 210))) < 20


def test_a_page_without_a_box_gets_a_note(pdf: Path) -> None:
    content = mark_pdf(pdf, (note("甲", page=1), note("乙"), note("丙", page=9)), None)
    with pikepdf.open(io.BytesIO(content)) as marked:
        kinds = [str(a.Subtype) for a in marked.pages[0].Annots]  # type: ignore[attr-defined]
    assert kinds == ["/Text", "/Text"]


def test_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7 no")
    with pytest.raises(UnreadableFileError):
        mark_pdf(path, (note("x"),), None)


def test_copies_are_written_and_originals_untouched(
    report: Report, word: Path, pdf: Path, tmp_path: Path
) -> None:
    before = (word.read_bytes(), pdf.read_bytes())
    files = (
        SourceFile("申报表.docx", word, 1, "", "docx", ""),
        SourceFile("a.zip!/../执照.pdf", pdf, 1, "", "pdf", ""),
    )
    places = (
        EvidenceItem(file="申报表.docx", text="张三"),
        EvidenceItem(
            file="a.zip!/../执照.pdf", location=Location(page=1, bbox=(90, 190, 200, 230))
        ),
    )
    failed = report.results[1].model_copy(update={"evidence": places})
    documents = (Document("a.zip!/../执照.pdf", "pdf", (), (Page(1, *A4),)),)
    changed = report.model_copy(update={"results": (failed,)})
    copies = write_copies(changed, files, documents, tmp_path / "批注", "zh")
    assert [p.relative_to(tmp_path).as_posix() for p in copies.written] == [
        "批注/申报表.docx", "批注/a.zip/执照.pdf",
    ]  # fmt: skip
    assert (word.read_bytes(), pdf.read_bytes()) == before


def test_a_picture_is_copied_into_a_pdf_and_marked_there(report: Report, tmp_path: Path) -> None:
    licence = tmp_path / "执照.png"
    drawn = Image.new("RGB", (620, 877), "white")
    drawn.paste("black", (104, 208, 156, 229))  # at 75 dpi: 100..150 × 200..220 points
    drawn.save(licence)
    before = licence.read_bytes()
    files = (SourceFile("照片/执照.png", licence, 1, "", "image", ""),)
    documents = (Document("照片/执照.png", "image", (), (Page(1, *A4),)),)
    place = EvidenceItem(file="照片/执照.png", location=Location(page=1, bbox=(90, 190, 200, 230)))
    failed = report.results[1].model_copy(update={"evidence": (place,)})
    changed = report.model_copy(update={"results": (failed,)})
    pages = PagePictures(files, documents)
    copies = write_copies(changed, files, documents, tmp_path / "批注", "zh", pages)
    (copy,) = copies.written
    assert copy.name == "执照.png.pdf" and licence.read_bytes() == before
    picture = pypdfium.PdfDocument(copy)[0].render(scale=1).to_pil().convert("RGB")
    assert picture.size == pytest.approx(A4, abs=1)
    red, green, _ = picture.getpixel((180, 210))
    assert red > 240 and green < 220
    assert max(picture.getpixel((125, 210))) < 40


def pasted_licence(word: Path, *lines: tuple[str, Box]) -> tuple[SourceFile, Document]:
    """Return a Word file with two pictures, of which the second was read as these lines."""
    drawn, buffer = Image.new("RGB", (620, 877), "white"), io.BytesIO()
    drawn.save(buffer, "PNG", dpi=(75, 75))
    text = docx.Document(str(word))
    for _ in range(2):
        text.add_picture(io.BytesIO(buffer.getvalue()))
    text.save(str(word))
    file = SourceFile("申报表.docx", word, 1, "", "docx", "")
    blocks = tuple(Paragraph(t, Place(file.path, 2, b, "picture[1]")) for t, b in lines)
    read = Document(file.path, "docx", blocks, (Page(2, *A4, "scan", recognised=True),))
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    shown = tuple(Picture(Place(file.path), 620, 877, digest) for _ in range(2))
    return file, Document(file.path, "docx", (), pictures=shown, pasted=(read,))


def copied(report: Report, tmp_path: Path, file: SourceFile, document: Document, *texts: str):
    places = tuple(
        EvidenceItem(file=file.path, text=t, location=Location(anchor="picture[1]")) for t in texts
    )
    failed = report.results[1].model_copy(update={"evidence": places})
    changed = report.model_copy(update={"results": (failed,)})
    pages = PagePictures((file,), (document,))
    return write_copies(changed, (file,), (document,), tmp_path / "批注", "zh", pages)


def test_a_picture_pasted_into_word_is_marked_beside_it(
    report: Report, word: Path, tmp_path: Path
) -> None:
    lines = (("法定代表人 张三", Box(90, 190, 200, 230)), ("住所 常州", Box(90, 290, 200, 330)))
    file, document = pasted_licence(word, *lines)
    copies = copied(report, tmp_path, file, document, "张三", "李四")
    assert [p.name for p in copies.written] == ["申报表.docx.贴图.pdf", "申报表.docx"]
    with pikepdf.open(copies.written[0]) as marked:
        assert len(marked.pages) == 1
        assert [str(a.Subtype) for a in marked.pages[0].Annots] == ["/Highlight", "/Text"]  # type: ignore[attr-defined]
    picture = pypdfium.PdfDocument(copies.written[0])[0].render(scale=1).to_pil().convert("RGB")
    red, green, _ = picture.getpixel((180, 210))
    assert red > 240 and green < 220


def test_words_that_stand_twice_on_a_pasted_picture_get_a_note(
    report: Report, word: Path, tmp_path: Path
) -> None:
    lines = (("张三", Box(90, 190, 200, 230)), ("张三", Box(90, 290, 200, 330)))
    file, document = pasted_licence(word, *lines)
    copies = copied(report, tmp_path, file, document, "张三")
    with pikepdf.open(copies.written[0]) as marked:
        assert [str(a.Subtype) for a in marked.pages[0].Annots] == ["/Text"]  # type: ignore[attr-defined]


def test_a_scanned_page_is_highlighted_where_it_was_read(tmp_path: Path) -> None:
    scan = tmp_path / "扫描.pdf"
    Image.new("RGB", (877, 620), "white").save(scan, resolution=75.0)  # lies on its side
    turned = Document("扫描.pdf", "pdf", (), (Page(1, 595.2, 841.9, "scan", rotation=90),))
    content = mark_pdf(scan, (note("甲", page=1, bbox=(90, 190, 200, 230)),), turned)
    page = pypdfium.PdfDocument(content)[0].render(scale=1).to_pil().convert("RGB")
    upright = page.rotate(-90, expand=True)
    red, green, _ = upright.getpixel((150, 210))
    assert red > 240 and green < 220
    assert upright.getpixel((300, 500)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["doc", "old_doc", "rtf"])
def test_an_old_word_file_is_not_marked_and_that_is_told(
    report: Report, tmp_path: Path, kind: FileFormat
) -> None:
    old = tmp_path / "申报表.doc"
    old.write_bytes(b"old")
    files = (SourceFile("申报表.docx", old, 1, "", kind, ""),)
    copies = write_copies(report, files, (), tmp_path / "批注", "zh")
    assert copies.written == ()
    assert "另存为 .docx" in copies.left[0][1]


def test_a_file_that_cannot_be_marked_is_told(report: Report, tmp_path: Path) -> None:
    bad = tmp_path / "申报表.docx"
    bad.write_bytes(b"no")
    files = (SourceFile("申报表.docx", bad, 1, "", "docx", ""),)
    copies = write_copies(report, files, (), tmp_path / "批注", "zh")
    assert copies.written == ()
    assert copies.left[0][0] == "申报表.docx"


@pytest.mark.parametrize("path", ["../../etc/x", "/etc/x", "a/./../../x", "..\\..\\x", "C:\\x"])
def test_a_copy_never_leaves_its_folder(path: str) -> None:
    assert ".." not in inside(path).parts
    assert not inside(path).is_absolute()
