"""Pictures in rich text, web pages and workbooks are known like those in Word."""

import base64
import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from xlsxwriter import Workbook

from doccheck.extractors.ocr.reading import PageReading, ReadLine
from doccheck.extractors.read import READERS
from doccheck.extractors.stored import picture_of
from doccheck.intake.sniff import sniff
from doccheck.model.document import Document
from doccheck.model.files import SourceFile
from doccheck.understanding.assemble import assemble

LICENCE = (
    "营业执照", "统一社会信用代码", "91320412MAKC80227R", "名称 武进机械有限公司",
    "类型 有限责任公司", "法定代表人 王小五", "注册资本 伍佰万元整", "成立日期 2008年05月06日",
    "住所 常州市武进区湖塘镇工业大道85号", "经营范围 减速机的制造、销售", "登记机关",
)  # fmt: skip


def photo(width: int = 900, height: int = 700) -> bytes:
    pixels = np.random.default_rng(1).integers(0, 255, (height, width, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG")
    return buffer.getvalue()


def seal() -> bytes:
    picture = Image.new("RGB", (200, 200), "white")
    picture.paste((220, 20, 20), (40, 40, 160, 160))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PHOTO, SEAL = photo(), seal()


def source(folder: Path, name: str, content: bytes) -> SourceFile:
    local = folder / name
    local.write_bytes(content)
    file_format, media_type = sniff(local)
    return SourceFile(name, local, len(content), "", file_format, media_type)


def opened(file: SourceFile, readings: dict[int, PageReading] | None = None) -> Document:
    return READERS[file.file_format](file, readings or {})


def reading(lines: tuple[str, ...]) -> PageReading:
    read = tuple(
        ReadLine(text, 0.99, 40, 40 + 30 * n, 300, 60 + 30 * n, 14) for n, text in enumerate(lines)
    )
    return PageReading(400, 600, read, seen=(400, 600))


def rich(*pictures: str) -> bytes:
    groups = "".join(rf"\pard line {picture}\par" for picture in pictures)
    return rf"{{\rtf1\ansi {groups}}}".encode()


def blip(content: bytes, kind: str = "pngblip") -> str:
    digits = content.hex()
    wrapped = "\n".join(digits[i : i + 128] for i in range(0, len(digits), 128))
    named = r"{\*\picprop{\sp{\sn wzName}{\sv Picture 1}}}"
    return rf"{{\pict{named}\{kind}\picw100\pich100 {wrapped}}}"


FALLBACK = rf"{{\nonshppict{blip(b'xx', 'wmetafile8')}}}"


def test_pictures_of_rich_text_stand_at_their_line(tmp_path: Path) -> None:
    shown = rf"{{\*\shppict{blip(PHOTO, 'jpegblip')}}}{FALLBACK}"
    floating = rf"{{\shp{{\*\shpinst{{\sp{{\sn pib}}{{\sv {blip(SEAL)}}}}}}}}}"
    file = source(tmp_path, "a.rtf", rich(shown, floating))
    first, second = opened(file).pictures
    assert (first.place.anchor, first.width, first.height) == ("paragraph[0]", 900, 700)
    assert (second.place.anchor, second.block, second.appearance) == ("paragraph[1]", 1, "seal")
    assert (first.floating, second.floating) == (False, True)
    assert picture_of(file, 1).content == PHOTO and picture_of(file, 2).content == SEAL


def test_a_raw_picture_of_rich_text_is_read(tmp_path: Path) -> None:
    head = rb"{\rtf1\ansi a{\pict\jpegblip\bin%d " % len(PHOTO)
    file = source(tmp_path, "a.rtf", head + PHOTO + rb"}\par}")
    assert picture_of(file, 1).content == PHOTO


def test_a_background_and_a_broken_picture_are_none(tmp_path: Path) -> None:
    behind = rf"{{\*\background{{\shp{{\*\shpinst{{\sp{{\sn pib}}{{\sv {blip(SEAL)}}}}}}}}}}}"
    document = opened(source(tmp_path, "a.rtf", rich(behind, r"{\pict\pngblip zz}")))
    assert [p.sha256 for p in document.pictures] == [""]


def page(content: bytes) -> bytes:
    told = base64.b64encode(content).decode()
    return f"<html><body><p>见下图<img src='data:image/jpeg;base64,{told}'></p></html>".encode()


def archive(content: bytes) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    shown = "<html><p>见下图<img src='申报书.files/image001.jpg'></p></html>".encode()
    text = b'Content-Type: text/html; charset="utf-8"\r\n\r\n' + shown + b"\r\n--b\r\n"
    picture = (
        b"Content-Location: file:///C:/x/image001.jpg\r\nContent-Type: image/jpeg\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(content)
    )
    return head + text + picture + b"\r\n--b--\r\n"


def test_a_seal_floats_on_a_page(tmp_path: Path) -> None:
    told = base64.b64encode(SEAL).decode()
    image = f"<img style='position:absolute;left:9px' src='data:image/png;base64,{told}'>"
    body = f"<p>申报单位（盖章）{image}</p><img src='http://127.0.0.1/a.png'><img src='b.png'>"
    file = source(tmp_path, "a.html", f"<html><body><p>一</p>{body}</html>".encode())
    (found,) = opened(file).pictures
    assert (found.place.anchor, found.block) == ("paragraph[1]", 1)
    assert (found.appearance, found.floating) == ("seal", True)


def workbook(content: bytes) -> bytes:
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    first, second, hidden = (book.add_worksheet(name) for name in ("表一", "只有图", "藏"))
    first.write("A1", "营业执照")
    for sheet, at, picture in ((first, "C4", content), (second, "A1", SEAL), (hidden, "A1", SEAL)):
        sheet.insert_image(at, "a.png", {"image_data": io.BytesIO(picture)})
    hidden.hide()
    book.close()
    return buffer.getvalue()


def test_pictures_of_a_workbook_stand_at_their_cell(tmp_path: Path) -> None:
    file = source(tmp_path, "a.xlsx", workbook(PHOTO))
    first, second = opened(file).pictures
    assert (first.place.anchor, first.block, first.floating) == ("sheet[表一].cell[3,2]", 1, True)
    assert (second.place.anchor, second.block) == ("sheet[只有图].cell[0,0]", None)
    assert second.appearance == "seal"
    assert picture_of(file, 1).content == PHOTO and picture_of(file, 2).content == SEAL


def test_a_picture_that_wps_puts_into_a_cell_is_found(tmp_path: Path) -> None:
    book = io.BytesIO(workbook(SEAL))
    packed = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                shows = '<row r="7"><c r="B7" t="str"><f>_xlfn.DISPIMG("ID_7F",1)</f></c></row>'
                content = content.replace(b"</sheetData>", f"{shows}</sheetData>".encode())
            new.writestr(name, content)
        blip = f'<a:blip xmlns:a="a" xmlns:r="{RELATIONS}" r:embed="rId1"/>'
        new.writestr("xl/cellimages.xml", f'<e><pic><cNvPr name="ID_7F"/>{blip}</pic></e>')
        related = '<Relationships><Relationship Id="rId1" Type="x/image" Target="media/p.jpg"/>'
        new.writestr("xl/_rels/cellimages.xml.rels", f"{related}</Relationships>")
        new.writestr("xl/media/p.jpg", PHOTO)
    pictures = opened(source(tmp_path, "a.xlsx", packed.getvalue())).pictures
    (shown,) = (p for p in pictures if not p.floating)
    assert (shown.place.anchor, shown.width) == ("sheet[表一].cell[6,1]", 900)


@pytest.fixture(params=["rtf", "html", "mht", "xlsx"])
def pasted(request: pytest.FixtureRequest, tmp_path: Path) -> SourceFile:
    return source(tmp_path, f"申报书.{request.param}", MAKERS[request.param](PHOTO))


MAKERS = {
    "rtf": lambda content: rich(blip(content, "jpegblip")),
    "html": page,
    "mht": archive,
    "xlsx": workbook,
}


def test_a_licence_pasted_anywhere_is_a_licence(pasted: SourceFile) -> None:
    assert opened(pasted).unread_pictures == (1,)
    assert picture_of(pasted, 1).content == PHOTO
    document = opened(pasted, {1: reading(LICENCE)})
    assert document.unread_pictures == ()
    dossier = assemble([pasted], [document], None)
    licence = next(d for d in dossier.documents if d.kind == "business_licence")
    assert (licence.file, licence.text_source) == (pasted.path, "ocr")
    assert any(r.document == licence.id for r in dossier.readings)
