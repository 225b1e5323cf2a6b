"""Archives split into volumes: told by their names and their heads, not put together."""

import re
from pathlib import Path

SPLIT = "分卷压缩包的一部分，无法单独打开；请合并解压后，重新压成一个不分卷的 zip 再提交"
_TAIL_BYTES = 66_000  # a zip's end record and the longest comment after it
_HEAD_BYTES = 64
_NUMBERED = re.compile(
    r"\.(?:z\d\d|r\d\d|7z\.\d{3}|zip\.\d{3}|rar\.\d{3}|tar\.\d{3})$|\.part\d+\.rar$", re.IGNORECASE
)
_RAR_4, _RAR_5, _ZIP_PART = b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00", b"PK\x07\x08PK\x03\x04"


def is_volume_name(path: str) -> bool:
    """Return whether a name is that of one volume among several."""
    return _NUMBERED.search(path) is not None


def is_volume(local: Path) -> bool:
    """Return whether an archive says of itself that it is one volume among several."""
    with local.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
        if head.startswith(_RAR_4):
            return len(head) > 11 and bool(head[10] & 0x01)
        if head.startswith(_RAR_5):
            return _rar_5_is_volume(head)
        if head.startswith(_ZIP_PART):
            return True
        if not head.startswith(b"PK"):
            return False
        stream.seek(0, 2)
        stream.seek(max(0, stream.tell() - _TAIL_BYTES))
        tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    return at >= 0 and tail[at + 4 : at + 6] not in (b"\0\0", b"\xff\xff", b"")


def _rar_5_is_volume(head: bytes) -> bool:
    """Read the main header: sizes and flags are numbers of seven bits a byte."""
    at = len(_RAR_5) + 4
    values: list[int] = []
    while at < len(head) and len(values) < 6:
        value = shift = 0
        while at < len(head):
            byte = head[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        values.append(value)
    if len(values) < 6 or values[1] != 1:
        return False
    has_extra = values[2] & 0x01
    return bool(values[4 if has_extra else 3] & 0x01)
