"""OFD (GB/T 33190): text, rules, pictures and seals of each page, with their places."""

from doccheck.extractors.ofd.reader import page_picture, read_ofd

__all__ = ["page_picture", "read_ofd"]
