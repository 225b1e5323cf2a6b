"""Word 97–2003 (.doc) and WPS Writer (.wps): the binary form, told anew as the XML of .docx."""

from doccheck.extractors.word_legacy.reader import read_doc

__all__ = ["read_doc"]
