import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from docx import Document

from doccheck.intake.sniff import sniff, suffix_lies
from doccheck.model.files import FileFormat

from .conftest import docx_bytes, zip_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


LATE_PDF = b"\n%PDF-1.4\n1 0 obj <<>> endobj\nstartxref\n0\n%%EOF\n"
STORED_PDF = zip_bytes({"封面.pdf": b"%PDF-1.4"}, zipfile.ZIP_STORED)


def ole(stream: str) -> bytes:
    return OLE + bytes(504) + stream.encode("utf-16-le").ljust(128, b"\0") + bytes(384)


def tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return buffer.getvalue()


def opendocument(kind: str) -> bytes:
    told = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zip_bytes({"mimetype": told, "META-INF/manifest.xml": b""}, zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n junk before the header %PDF-1.4", "pdf"),
        (b"Content-Type: application/pdf\r\n" + b"x" * 3000 + LATE_PDF, "pdf"),
        (b"x" * 3000 + b"\n%PDF-1.4 is how a PDF begins", "text"),
        (b"1 0 obj <</Type /Catalog>> endobj", "pdf"),
        (docx_bytes(), "docx"),
        (zip_bytes({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "xlsx"),
        (zip_bytes({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "pptx"),
        (zip_bytes({"OFD.xml": b"", "Doc_0/Document.xml": b""}), "ofd"),
        (zip_bytes({"word/封面.docx": b""}), "zip"),
        (STORED_PDF, "zip"),
        (zip_bytes({"mimetype": b"", "META-INF/manifest.xml": b""}), "unknown"),
        (opendocument("text"), "odt"),
        (opendocument("spreadsheet"), "ods"),
        (ole("WordDocument"), "doc"),
        (ole("Workbook"), "xls"),
        (ole("EncryptedPackage"), "encrypted"),
        (ole("PowerPoint Document"), "ppt"),
        (ole("__properties_version1.0"), "msg"),
        (ole("WORDDOCUMENT"), "doc"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"II*\x00", "image"),
        (b"{\\rtf1\\ansi}", "rtf"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (b"\xef\xbb\xbf<html lang='zh'>", "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "mht"),
        (b"From: a@b.cn\nTo: c@d.cn\nSubject: x\nMIME-Version: 1.0\n", "eml"),
        ("收件：张三\nFrom: x".encode(), "text"),
        (b"<table><tr><td>1</td></tr></table>", "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "excel_xml"),
        (b"\x00\x00\x00\x18ftypheic", "image"),
        ("標竿企業".encode("big5"), "text"),
        ("质量标杆".encode("gb18030"), "text"),
        ("质量标杆".encode(), "text"),
        ("\ufeff质量标杆".encode("utf-16-le"), "text"),
        (b"Rar!\x1a\x07\x01\x00", "rar"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "7z"),
        (tar(), "tar"),
        (gzip.compress(tar(), mtime=0), "tar"),
        (gzip.compress(b"no tar", mtime=0), "tar"),
        (b"\x00\x01\x02\x03" * 50, "unknown"),
        (b"", "empty"),
    ],
)
def test_the_content_tells_the_format(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert sniff(path).file_format == expected


def test_a_real_word_file_is_word(tmp_path: Path) -> None:
    path = tmp_path / "a"
    Document().save(str(path))
    assert sniff(path).file_format == "docx"


def test_a_truncated_word_file_is_still_told_from_its_first_entries(tmp_path: Path) -> None:
    path = tmp_path / "a"
    buffer = io.BytesIO()
    Document().save(buffer)
    path.write_bytes(buffer.getvalue()[:9000])
    assert not zipfile.is_zipfile(path)
    assert sniff(path).file_format == "docx"


def test_long_gb18030_text_is_text_wherever_the_sample_ends(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" + "质".encode("gb18030") * 40_000)
    assert sniff(path).file_format == "text"


@pytest.mark.parametrize(
    ("name", "file_format"),
    [
        ("a.pdf", "html"),
        ("a.docx", "pdf"),
        ("a.doc", "docx"),
        ("a.jpg", "pdf"),
        ("a.zip", "rar"),
        ("a.xls", "html"),
        ("a.doc", "mht"),
        ("a.doc", "rtf"),
        ("a.xls", "excel_xml"),
        ("a.ofd", "pdf"),
        ("a.eml", "pdf"),
        ("a.heic", "pdf"),
        ("a.7z", "zip"),
        ("a.xls", "text"),
    ],
)
def test_a_suffix_that_promises_another_format_lies(name: str, file_format: FileFormat) -> None:
    assert suffix_lies(name, file_format)


@pytest.mark.parametrize(
    ("name", "file_format"),
    [
        ("a.DOCX", "docx"),
        ("a.wps", "doc"),
        ("a.wps", "docx"),
        ("a.et", "xls"),
        ("a.et", "xlsx"),
        ("a.xlsb", "xlsx"),
        ("a.doc", "old_doc"),
        ("a.mhtml", "mht"),
        ("a.heic", "image"),
        ("a.csv", "text"),
        ("a.tar.gz", "tar"),
        ("a.jpg", "image"),
        ("a.pdf", "unknown"),
        ("a.docx", "encrypted"),
        ("无后缀", "pdf"),
        ("1.专精特新证书", "image"),
    ],
)
def test_other_suffixes_do_not(name: str, file_format: FileFormat) -> None:
    assert not suffix_lies(name, file_format)
