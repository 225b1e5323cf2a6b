"""Pictures of an RTF file: hex digits, or raw bytes, between its signs."""

import binascii

from doccheck.extractors.fingerprints import NOTHING_KNOWN, Fingerprint, fingerprint


class Pictures:
    """Puts pictures together; keeps the bytes of the one that is asked for by its hash."""

    def __init__(self, wanted: str = "") -> None:
        self._wanted = wanted
        self._digits: list[bytes] = []
        self._raw: list[bytes] = []
        self.found = b""

    def add(self, digits: bytes) -> None:
        """Take in hex digits."""
        self._digits.append(digits)

    def add_raw(self, content: bytes) -> None:
        """Take in raw bytes."""
        self._raw.append(content)

    def end(self) -> Fingerprint:
        """Finish a picture; say what is known of it."""
        digits, raw = b"".join(b"".join(self._digits).split()), b"".join(self._raw)
        self._digits, self._raw = [], []
        try:
            content = raw or binascii.unhexlify(digits[: len(digits) // 2 * 2])
        except ValueError:
            return NOTHING_KNOWN
        known = fingerprint(content) if content else NOTHING_KNOWN
        if known.sha256 and known.sha256 == self._wanted:
            self.found = content
        return known
