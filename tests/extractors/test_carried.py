"""Files inside other files come out with their names: of mails, PDFs, Word files."""

import io
import struct
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
from docx import Document as WordFile
from formats.compound import compound

from doccheck.extractors.carried import carried_by
from doccheck.intake import open_submission
from doccheck.model.files import Cargo, FileFormat, SourceFile

PDF = b"%PDF-1.4\n%%EOF\n"


def cargo(folder: Path, content: bytes, file_format: FileFormat) -> list[Cargo]:
    local = folder / "x"
    local.write_bytes(content)
    return carried_by(local, file_format)


def opened(folder: Path, name: str, content: bytes) -> list[SourceFile]:
    (folder / name).write_bytes(content)
    work = folder / "work"
    work.mkdir()
    return list(open_submission(folder / name, work, carried_by).files)


def mail(*attached: tuple[str, bytes], text: str = "请查收附件。") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.cn", "c@d.cn", "申报材料"
    message.set_content(text)
    for name, content in attached:
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def names(found: list[Cargo]) -> list[str]:
    return [one.name for one in found if not one.reason]


def test_a_mail_is_nothing_but_what_is_attached_to_it(tmp_path: Path) -> None:
    files = opened(tmp_path, "申报.eml", mail(("营业执照.pdf", PDF), ("承诺书.pdf", PDF)))
    assert [(f.path, f.status) for f in files] == [
        ("申报.eml", "skipped"),
        ("申报.eml!/承诺书.pdf", "read"),
        ("申报.eml!/营业执照.pdf", "read"),
        ("申报.eml!/邮件正文.txt", "skipped"),
    ]


def test_a_letter_that_stands_alone_is_read(tmp_path: Path) -> None:
    found = cargo(tmp_path, mail(text="本公司申报质量标杆。"), "eml")
    assert names(found) == ["邮件正文.txt"] and "质量标杆".encode() in found[0].content


def test_a_name_in_raw_gbk_comes_out_readable(tmp_path: Path) -> None:
    raw = mail(("x.pdf", PDF)).replace(b'filename="x.pdf"', 'filename="执照.pdf"'.encode("gbk"))
    assert names(cargo(tmp_path, raw, "eml")) == ["执照.pdf"]


def test_a_mail_in_a_mail_is_opened_too(tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "a@b.cn", "c@d.cn", "转发"
    outer.set_content("见附件")
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "e@f.cn", "a@b.cn", "材料"
    inner.set_content("x")
    inner.add_attachment(PDF, maintype="application", subtype="pdf", filename="执照.pdf")
    outer.add_attachment(inner)
    paths = [f.path for f in opened(tmp_path, "a.eml", outer.as_bytes())]
    assert "a.eml!/附带的邮件2.eml!/执照.pdf" in paths


def test_an_outlook_mail_gives_its_attachments(tmp_path: Path) -> None:
    place = "__attach_version1.0_#00000000"
    content = PDF.ljust(4096, b"\n")
    message = compound(
        {
            "__properties_version1.0": bytes(64),
            f"{place}/__substg1.0_37010102": content,
            f"{place}/__substg1.0_3707001F": "营业执照.pdf".encode("utf-16-le"),
        }
    )
    assert cargo(tmp_path, message, "msg") == [Cargo("营业执照.pdf", content)]


def test_what_is_attached_to_a_pdf_comes_out_beside_it(tmp_path: Path) -> None:
    pdf, buffer = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.attachments["审计报告.docx"] = pikepdf.AttachedFileSpec(
        pdf, b"PK", filename="审计报告.docx"
    )
    pdf.save(buffer)
    files = opened(tmp_path, "a.pdf", buffer.getvalue())
    assert [(f.path, f.local.read_bytes()[:2]) for f in files[1:]] == [
        ("a.pdf!/审计报告.docx", b"PK")
    ]
    assert files[0].status == "read"


def test_a_portfolio_is_nothing_but_what_is_in_it(tmp_path: Path) -> None:
    pdf, buffer = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.attachments["a.pdf"] = pikepdf.AttachedFileSpec(pdf, PDF, filename="a.pdf")
    pdf.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection)
    pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    files = opened(tmp_path, "申报.pdf", buffer.getvalue())
    assert [(f.path, f.status) for f in files] == [
        ("申报.pdf", "skipped"),
        ("申报.pdf!/a.pdf", "read"),
    ]


def word_with(part: str, kind: str, content: bytes) -> bytes:
    """A Word file whose body points to a part."""
    buffer = io.BytesIO()
    WordFile().save(buffer)
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "word/_rels/document.xml.rels":
                office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                entry = b'<Relationship Id="e" Type="%s%s" Target="%s"/></Relationships>' % (
                    office, kind.encode(), part.encode(),
                )  # fmt: skip
                data = data.replace(b"</Relationships>", entry)
            new.writestr(info, data)
        new.writestr(f"word/{part}", content)
    return out.getvalue()


def test_a_file_embedded_in_word_comes_out(tmp_path: Path) -> None:
    content = word_with("embeddings/a.docx", "package", b"PK\x03\x04")
    assert names(cargo(tmp_path, content, "docx")) == ["a.docx"]


def test_a_package_in_an_object_keeps_its_own_name(tmp_path: Path) -> None:
    name, path = "执照.pdf".encode("gbk") + b"\0", b"C:\\x.pdf\0"
    body = b"\2\0" + name + path + bytes(4) + struct.pack("<I", len(path)) + path
    native = struct.pack("<I", 0) + body + struct.pack("<I", len(PDF)) + PDF
    content = word_with("embeddings/o.bin", "oleObject", compound({"\x01Ole10Native": native}))
    assert cargo(tmp_path, content, "docx") == [Cargo("执照.pdf", PDF)]


def test_a_workbook_behind_a_chart_is_no_material(tmp_path: Path) -> None:
    content = word_with("charts/chart1.xml", "chart", b"<x/>")
    assert cargo(tmp_path, content, "docx") == []


@pytest.mark.parametrize("file_format", ["msg", "pdf", "docx", "doc"])
def test_a_damaged_carrier_carries_nothing(tmp_path: Path, file_format: FileFormat) -> None:
    assert cargo(tmp_path, b"\xd0\xcf\x11\xe0" + bytes(600), file_format) == []
