"""Reading Word files: an own walk over the package's XML, since libraries lose content."""

from doccheck.extractors.word.reader import read_word

__all__ = ["read_word"]
