"""Property modifiers (sprm): a list of numbered changes to character, paragraph, table, section."""

import struct
from collections.abc import Iterator

Change = tuple[int, bytes]
"""A modifier's number and its operand."""

_OPERAND_BYTES = (1, 1, 2, 4, 2, 2, -1, 3)
"""By the top three bits of the number; -1: the operand begins with its own length."""

TABLE_DEFINITION = 0xD608
TABS = 0xC615
_LONG_TABS = 255  # as length of `TABS`: to be worked out; nothing that is read comes after


def changes(data: bytes) -> Iterator[Change]:
    """Yield the modifiers of a list; a broken end of it is left out."""
    at = 0
    while at + 3 <= len(data):
        number = data[at] | data[at + 1] << 8
        at += 2
        size = _OPERAND_BYTES[number >> 13]
        if size < 0:
            if number == TABLE_DEFINITION:
                if at + 2 > len(data):
                    return
                size, skip = (data[at] | data[at + 1] << 8) - 1, 2
            else:
                size, skip = data[at], 1
                if number == TABS and size == _LONG_TABS:
                    return
            at += skip
        if size < 0 or at + size > len(data):
            return
        yield number, data[at : at + size]
        at += size


def unsigned(operand: bytes) -> int:
    """Return an operand as a number without sign."""
    return int.from_bytes(operand, "little")


def signed(operand: bytes) -> int:
    """Return an operand as a number with sign."""
    return int.from_bytes(operand, "little", signed=True)


def numbers(data: bytes, at: int, count: int, form: str = "I") -> tuple[int, ...]:
    """Return so many numbers of a table; fewer where the table ends before."""
    size = struct.calcsize(f"<{form}")
    count = max(0, min(count, (len(data) - at) // size)) if at >= 0 else 0
    return struct.unpack_from(f"<{count}{form}", data, at) if count else ()


def positions(table: bytes, entry_bytes: int) -> tuple[tuple[int, ...], list[bytes]]:
    """Return a PLC's positions (one more than entries) and its entries ([MS-DOC] 2.2.2)."""
    count = max(0, (len(table) - 4) // (4 + entry_bytes))
    start = 4 * (count + 1)
    entries = [table[start + i * entry_bytes : start + (i + 1) * entry_bytes] for i in range(count)]
    return numbers(table, 0, count + 1), entries
