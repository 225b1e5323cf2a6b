"""The signs of an RTF file: groups, control words, bytes of text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
_BINARY = "bin"


class Token(NamedTuple):
    """One sign: `kind` is `open`, `close`, `word` (with its number), `bytes` of text, or `raw`."""

    kind: str
    word: str = ""
    number: int | None = None
    content: bytes = b""


_ESCAPED = {b"\\": b"\\", b"{": b"{", b"}": b"}"}
_SIGNS = {b"~": "nbsp", b"_": "nbhyphen", b"-": "softhyphen", b"*": "*", b"\n": "par", b"\r": "par"}


def tokens(content: bytes) -> Iterator[Token]:
    """Yield the signs of a file in order."""
    at = 0
    while match := _TOKEN.search(content, at):
        at = match.end()
        if match[1]:
            yield Token("bytes", content=bytes([int(match[1], 16)]))
        elif match[2]:
            word, number = match[2].decode("ascii"), int(match[3]) if match[3] else None
            if word == _BINARY:
                end = at + max(0, number or 0)
                yield Token("raw", content=content[at:end])
                at = end
            else:
                yield Token("word", word, number)
        elif match[4]:
            if match[4] in _ESCAPED:
                yield Token("bytes", content=_ESCAPED[match[4]])
            elif match[4] in _SIGNS:
                yield Token("word", _SIGNS[match[4]])
        elif match[5]:
            yield Token("open" if match[5] == b"{" else "close")
        else:
            yield Token("bytes", content=match[6])
