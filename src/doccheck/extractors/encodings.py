"""Text of which nobody says how it is encoded: told from its bytes."""

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024  # bytes: enough to tell two encodings apart
_COMMON = {"gb18030": ("gb2312", 0xB0, 0xD7), "big5": ("big5", 0xA4, 0xC6)}
"""Encoding → where its frequent characters stand: code, first and last lead byte."""


def decoded(content: bytes, declared: str = "") -> str:
    """Return bytes as text: by mark, as UTF-8, as declared, else as what makes Chinese sense.

    A declaration is believed only if the bytes agree; pages saved anew often keep a wrong one.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, "replace")
    for encoding in ("utf-8", _wide(content), _known(declared)):
        text = _strictly(content, encoding) if encoding else None
        if text is not None:
            return text
    return content.decode(_likelier(content), "replace")


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(content: bytes) -> str:
    """Return the name of UTF-16 where every other byte of the spaces and line ends is zero."""
    sample = content[:_SAMPLE]
    if b"\0" not in sample:
        return ""
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _known(declared: str) -> str:
    name = declared.strip().strip("\"'").lower()
    if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"):
        return ""  # Windows says so of its own encoding, whichever that is
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _likelier(content: bytes) -> str:
    """Return the one of two Chinese encodings in which more characters are frequent ones."""
    return max(_COMMON, key=lambda encoding: _share(content[:_SAMPLE], encoding))


def _share(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    wide = [c for c in text if ord(c) > 0x7F]
    if not wide:
        return 1.0
    code, first, last = _COMMON[encoding]
    return sum(first <= (c.encode(code, "replace") or b"?")[0] <= last for c in wide) / len(wide)
