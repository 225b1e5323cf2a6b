"""Files attached to a PDF; of a portfolio, its very content."""

from ctypes import POINTER, byref, c_ulong, cast, create_string_buffer
from pathlib import Path

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from doccheck.extractors.pdf_file import open_pdf
from doccheck.model.files import Cargo

MAX_ATTACHMENTS = 500  # of one file
MAX_BYTES = 200 << 20  # of one attachment
MAX_NAME_BYTES = 4096
TOO_LARGE = "PDF 中的附件过大，未取出；请单独提交"
DAMAGED = "PDF 中的附件已损坏，取不出来；请单独提交"


def attachments(path: Path) -> list[Cargo]:
    """Return what is attached to a PDF; nothing of one that does not open."""
    try:
        document = open_pdf(path)
    except pypdfium.PdfiumError:
        return []
    try:
        count = min(pdfium.FPDFDoc_GetAttachmentCount(document.raw), MAX_ATTACHMENTS)
        return [_attachment(document, i) for i in range(count)]
    finally:
        document.close()


def _attachment(document: pypdfium.PdfDocument, index: int) -> Cargo:
    attached = pdfium.FPDFDoc_GetAttachment(document.raw, index)
    name = _name(attached) or f"附件{index + 1}"
    size = c_ulong()
    if not attached or not pdfium.FPDFAttachment_GetFile(attached, None, 0, byref(size)):
        return Cargo(name, reason=DAMAGED)
    if size.value > MAX_BYTES:
        return Cargo(name, reason=TOO_LARGE)
    buffer = create_string_buffer(size.value)
    if not pdfium.FPDFAttachment_GetFile(attached, buffer, size.value, byref(size)):
        return Cargo(name, reason=DAMAGED)
    return Cargo(name, buffer.raw[: size.value])


def _name(attached: object) -> str:
    size = pdfium.FPDFAttachment_GetName(attached, None, 0)
    if not 2 < size <= MAX_NAME_BYTES:
        return ""
    buffer = create_string_buffer(size)
    wide = cast(buffer, POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAttachment_GetName(attached, wide, size)
    text = buffer.raw[:size].decode("utf-16-le", "replace").strip("\0")
    return text.replace("/", "_").replace("\\", "_")
