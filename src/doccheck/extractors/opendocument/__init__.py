"""OpenDocument text (.odt), as LibreOffice and WPS write it."""

from doccheck.extractors.opendocument.reader import odt_picture, read_odt

__all__ = ["odt_picture", "read_odt"]
