"""Opening a PDF as pdfium can, where need be after the mending that other programs do unasked."""

import re
from pathlib import Path

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

HEADER = b"%PDF-1.7\n"
HEADER_WITHIN = 1024
"""Bytes in which pdfium looks for the header: a file with more junk before it does not open."""

MAX_MENDED_BYTES = 200 << 20
"""Bytes of a file that is mended: it is held in memory twice."""

_HEADER = re.compile(rb"%PDF-\d\.\d")
_HAS_OBJECTS = re.compile(rb"\d\s+obj\b")


def open_pdf(path: Path) -> pypdfium.PdfDocument:
    """Open a PDF; one whose first line is lost, or stands after much junk, as if it had not been.

    Raises:
        FileNotFoundError: there is no such file.
        pypdfium.PdfiumError: it is damaged or asks for a password (`err_code`).
    """
    try:
        return pypdfium.PdfDocument(path)
    except pypdfium.PdfiumError as error:
        content = _mended(path) if error.err_code == pdfium.FPDF_ERR_FORMAT else b""
        if not content:
            raise
    return pypdfium.PdfDocument(content)


def _mended(path: Path) -> bytes:
    """Return a file's content with its header in the first place, empty where that is no help."""
    if path.stat().st_size > MAX_MENDED_BYTES:
        return b""
    content = path.read_bytes()
    found = _HEADER.search(content)
    if found:
        return content[found.start() :] if found.start() >= HEADER_WITHIN else b""
    return HEADER + content if _HAS_OBJECTS.search(content) else b""


def is_encrypted(path: Path) -> bool:
    """Tell whether a PDF that does not open names an encryption: then it need not be damaged."""
    with path.open("rb") as stream:
        return b"/Encrypt" in stream.read(MAX_MENDED_BYTES)
