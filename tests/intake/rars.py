"""Small rar archives, stored without compression: nothing free can write the format."""

import struct
import zlib
from collections.abc import Mapping


def _number(value: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _block5(kind: int, flags: int, body: bytes, data: bytes = b"") -> bytes:
    head = _number(kind) + _number(flags) + body
    head = _number(len(head)) + head
    return struct.pack("<I", zlib.crc32(head)) + head + data


def rar5(members: Mapping[str, bytes], volume: bool = False, claims: int = 0) -> bytes:
    """Rar 5; names are UTF-8. `claims` adds to the size that members say they have."""
    out = b"Rar!\x1a\x07\x01\x00" + _block5(1, 0, _number(1 if volume else 0))
    for name, content in members.items():
        raw, size = name.encode(), len(content)
        body = _number(size) + _number(4) + _number(size + claims) + _number(0x20)
        body += struct.pack("<I", zlib.crc32(content)) + _number(0) + _number(1)
        out += _block5(2, 2, body + _number(len(raw)) + raw, content)
    return out + _block5(5, 0, _number(0))


def _block4(kind: int, flags: int, body: bytes, data: bytes = b"") -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + data


def rar4(members: Mapping[str, bytes], encoding: str = "gbk", volume: bool = False) -> bytes:
    """Rar 4, names in a legacy encoding as Chinese Windows tools wrote them."""
    out = b"Rar!\x1a\x07\x00" + _block4(0x73, 1 if volume else 0, bytes(6))
    for name, content in members.items():
        raw, size, check = (
            name.replace("/", "\\").encode(encoding),
            len(content),
            zlib.crc32(content),
        )
        numbers = (size, size, 2, check, 0x58210000, 20, 0x30, len(raw), 0x20)
        out += _block4(0x74, 0x8000, struct.pack("<IIBIIBBHI", *numbers) + raw, content)
    return out + _block4(0x7B, 0x4000, b"")
