"""Pictures of web pages, as far as the file itself holds them: nothing is fetched."""

import binascii
import re
from collections.abc import Mapping
from email.message import Message
from urllib.parse import unquote

from lxml import etree

from doccheck.extractors.fingerprints import Fingerprint, fingerprint

MAX_PICTURES = 500  # of one file
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.I)
_FLOATING = re.compile(r"position\s*:\s*absolute", re.I)


class Pictures:
    """The pictures that an archive holds, by name, and those written into the pages themselves.

    The bytes of the one whose hash is `wanted` are kept as `found`.
    """

    def __init__(self, stored: Mapping[str, Message], wanted: str = "") -> None:
        self._stored = stored
        self._left = MAX_PICTURES
        self.wanted = wanted
        self.found = b""

    def shown(self, element: etree._Element) -> list[tuple[Fingerprint, bool]]:
        """Return the picture that an `img` shows and whether it floats; none if it is elsewhere."""
        content = self._content(element.get("src", ""))
        if not content or not self._left:
            return []
        self._left -= 1
        known = fingerprint(content)
        if known.sha256 == self.wanted:
            self.found = content
        return [(known, bool(_FLOATING.search(element.get("style", ""))))]

    def _content(self, source: str) -> bytes:
        inline = _DATA.match(source)
        if inline:
            try:
                return binascii.a2b_base64(source[inline.end() :].encode("ascii", "ignore"))
            except binascii.Error:
                return b""
        part = self._stored.get(last_name(source))
        content = part.get_payload(decode=True) if part is not None else b""
        return content if isinstance(content, bytes) else b""


def last_name(address: str) -> str:
    """Return the last part of an address or of a content id: what both sides call a picture."""
    plain = unquote(address.strip().removeprefix("cid:").strip("<>"))
    return plain.replace("\\", "/").rsplit("/", 1)[-1].casefold()
