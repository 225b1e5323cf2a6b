"""Pictures pasted into Word: which may be documents, and that their bytes can be had again."""

import io
from pathlib import Path

import numpy as np
from docx import Document as WordFile
from PIL import Image

from doccheck.extractors.ocr.reading import PageReading, ReadLine
from doccheck.extractors.pasted import with_pasted
from doccheck.extractors.stored import picture_of
from doccheck.extractors.word import read_word
from doccheck.model.files import SourceFile
from doccheck.reports.places import location_of
from doccheck.understanding.assemble import assemble

LICENCE = (
    "营业执照", "统一社会信用代码", "91320412MAKC80227R", "名称 武进机械有限公司",
    "类型 有限责任公司", "法定代表人 王小五", "注册资本 伍佰万元整", "成立日期 2008年05月06日",
    "住所 常州市武进区湖塘镇工业大道85号", "经营范围 减速机的制造、销售", "登记机关",
)  # fmt: skip


def noise(width: int, height: int, seed: int) -> bytes:
    pixels = np.random.default_rng(seed).integers(0, 255, (height, width, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG")
    return buffer.getvalue()


def word(folder: Path, *pictures: bytes) -> SourceFile:
    local, file = folder / "申报书.docx", WordFile()
    for picture in pictures:
        file.add_paragraph("见下图")
        file.add_picture(io.BytesIO(picture))
    file.save(str(local))
    return SourceFile("申报书.docx", local, local.stat().st_size, "", "docx", "")


def reading(lines: tuple[str, ...]) -> PageReading:
    read = tuple(
        ReadLine(text, 0.99, 40, 40 + 30 * n, 300, 60 + 30 * n, 14) for n, text in enumerate(lines)
    )
    return PageReading(400, 600, read, seen=(400, 600))


def test_only_pictures_large_enough_for_print_are_read(tmp_path: Path) -> None:
    source = word(tmp_path, noise(200, 200, 1), noise(900, 700, 2), noise(980, 250, 3))
    assert read_word(source).unread_pictures == (2,)


def test_a_picture_that_stands_there_twice_is_read_once(tmp_path: Path) -> None:
    picture = noise(900, 700, 1)
    assert read_word(word(tmp_path, picture, picture)).unread_pictures == (1,)


def test_the_bytes_of_a_picture_are_found_again(tmp_path: Path) -> None:
    first, second = noise(900, 700, 1), noise(800, 800, 2)
    assert picture_of(word(tmp_path, first, second), 2).content == second


def test_a_licence_pasted_as_a_picture_is_a_licence(tmp_path: Path) -> None:
    source = word(tmp_path, noise(900, 700, 1))
    document = with_pasted(read_word(source), source, {1: reading(LICENCE)})
    assert document.unread_pictures == ()
    dossier = assemble([source], [document], None)
    licence = next(d for d in dossier.documents if d.kind == "business_licence")
    assert (licence.file, licence.pages, licence.text_source) == ("申报书.docx", None, "ocr")
    facts = [r for r in dossier.readings if r.document == licence.id]
    assert facts and all(r.evidence.via == "ocr" for r in facts)
    where = location_of(facts[0].evidence.place)
    assert where.page is None and where.bbox is None
    assert (where.anchor or "").startswith("picture[0]")


def test_an_illustration_is_no_document(tmp_path: Path) -> None:
    source = word(tmp_path, noise(900, 700, 1))
    document = with_pasted(read_word(source), source, {1: reading(("车间现场", "安全生产"))})
    assert len(assemble([source], [document], None).documents) == 1
