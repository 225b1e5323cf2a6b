"""Rich text (.rtf), as Word, WPS and LibreOffice write it."""

from doccheck.extractors.rtf.reader import read_rtf, rtf_picture

__all__ = ["read_rtf", "rtf_picture"]
