"""Packages: odd ones are read, broken ones are told, hostile ones do no harm."""

import zipfile
from pathlib import Path

import docx
import pytest
from torture import (
    CONTENT_TYPES,
    NAMESPACES,
    paragraph,
    picture,
    read,
    shown,
    source,
    write_package,
    write_word,
)

from doccheck.errors import UnreadableFileError
from doccheck.extractors.word import package, read_word

DOCUMENT = f"<w:document {NAMESPACES}><w:body>{paragraph('正文')}</w:body></w:document>"


def refused(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_word(source(path))
    error = caught.value
    assert error.where == path.name
    assert error.next_step
    return error


def test_a_file_by_python_docx_is_read(tmp_path: Path) -> None:
    written = docx.Document()
    written.add_heading("企业概况", 1)
    written.add_paragraph("正文", style="List Number")
    written.add_table(1, 2).cell(0, 1).text = "值"
    written.save(str(tmp_path / "a.docx"))
    document = read_word(source(tmp_path / "a.docx"))
    assert shown(document) == ["企业概况", "1.正文", "值"]
    assert not document.pages
    assert not document.problems


def test_a_package_without_relations_is_read(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"word/document.xml": DOCUMENT})
    assert shown(read_word(source(path))) == ["正文"]


def test_the_main_part_may_have_any_name(tmp_path: Path) -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/'
        'officeDocument" Target="/Word\\Main.xml"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations,
        "word/main.xml": DOCUMENT,
    }
    assert shown(read_word(source(write_package(tmp_path / "a.docx", parts)))) == ["正文"]


def test_the_strict_form_is_read(tmp_path: Path) -> None:
    strict = DOCUMENT.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    path = write_package(tmp_path / "a.docx", {"word/document.xml": strict})
    assert shown(read_word(source(path))) == ["正文"]


@pytest.mark.parametrize("content", [b"PK\x03\x04 no zip at all", b"<html>", b"%PDF-1.7"])
def test_a_damaged_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert "损坏" in refused(path).what


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"")
    assert "空" in refused(path).what


def test_a_truncated_file_is_told(tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", paragraph("正文"))
    path.write_bytes(path.read_bytes()[:-200])
    refused(path)


def test_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    stream = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + stream)
    assert "密码" in refused(path).what


def test_an_encrypted_zip_entry_is_told(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"word/document.xml": DOCUMENT})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "密码" in refused(path).what


def test_another_kind_of_package_is_told(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"xl/workbook.xml": "<workbook/>"})
    assert "正文" in refused(path).what


@pytest.mark.parametrize("xml", ["<w:document", "", f"<w:document {NAMESPACES}/>"])
def test_a_broken_main_part_is_told(tmp_path: Path, xml: str) -> None:
    refused(write_package(tmp_path / "a.docx", {"word/document.xml": xml}))


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "文"><!ENTITY b "&a;&a;&a;">]>' + DOCUMENT.replace(
        "正文", "&b;"
    )
    refused(write_package(tmp_path / "a.docx", {"word/document.xml": bomb}))


def test_a_part_beyond_bounds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML_BYTES", 1000)
    path = write_package(tmp_path / "a.docx", {"word/document.xml": DOCUMENT + " " * 5000})
    assert "过大" in refused(path).what


def test_all_parts_together_have_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PACKAGE_BYTES", 6000)
    body = paragraph(picture("image1_png") + picture("image2_png"))
    document = read(tmp_path, body, image1_png=b"x" * 2000, image2_png=b"y" * 3000)
    assert [bool(each.sha256) for each in document.pictures] == [True, False]
    assert "过大" in document.problems[0]


def test_xml_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep = DOCUMENT.replace("正文", "<w:r>" * 5000 + "</w:r>" * 5000)
    refused(write_package(tmp_path / "a.docx", {"word/document.xml": deep}))


def test_a_damaged_side_part_is_a_problem_not_an_end(tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", paragraph("正文"), styles="<w:style>")
    document = read_word(source(path))
    assert shown(document) == ["正文"]
    assert "styles" in document.problems[0]


def test_a_damaged_picture_is_a_problem_not_an_end(tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", paragraph(picture("image1_png")), image1_png=b"x" * 99)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("word/media/image1.png")
    content[entry.header_offset + 30 + len(entry.filename)] ^= 0xFF
    path.write_bytes(content)
    document = read_word(source(path))
    assert document.pictures[0].sha256 == ""
    assert "image1" in document.problems[0]


def test_styles_in_a_circle_do_not_hang(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>'
    )
    body = paragraph("正文", '<w:pStyle w:val="a"/>')
    assert shown(read(tmp_path, body, styles=styles)) == ["正文"]


def test_comments_and_processing_instructions_do_not_disturb(tmp_path: Path) -> None:
    body = f"<!-- x --><?y z?>{paragraph('<w:r><!-- x --><w:t>正<!-- x -->文</w:t></w:r>')}"
    assert shown(read(tmp_path, body)) == ["正文"]
