"""Mails (.eml): their attachments; the letter itself where nothing is attached."""

import re
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from pathlib import Path

from doccheck.errors import UnreadableFileError
from doccheck.extractors.encodings import decoded
from doccheck.model.files import Cargo

MAX_BYTES = 300 << 20  # of one mail; servers stop at 50 MB
MAX_PARTS = 1000
SMALL_INLINE = 30_000  # bytes: pictures in a letter below it are logos and lines
LETTER = "邮件正文"
LETTER_ONLY = "邮件正文，不是申报材料"


def mail_parts(path: Path) -> list[Cargo]:
    """Return what is attached to a mail, and its letter."""
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableFileError("邮件过大", path.name, "请把附件单独提交")
    message = message_from_bytes(path.read_bytes())
    found, letter = [], None
    for number, part in enumerate(_leaves(message)[:MAX_PARTS], 1):
        cargo = _attached(part, number)
        if cargo is not None:
            found.append(cargo)
        elif letter is None and part.get_content_type() in ("text/html", "text/plain"):
            suffix = "html" if part.get_content_subtype() == "html" else "txt"
            letter = Cargo(f"{LETTER}.{suffix}", _content(part))
    return with_letter(found, letter)


def with_letter(attached: list[Cargo], letter: Cargo | None) -> list[Cargo]:
    """Return attachments with the letter, which counts only where it stands alone."""
    if letter is None or not letter.content.strip():
        return attached
    if not attached:
        return [letter]
    return [*attached, Cargo(letter.name, reason=LETTER_ONLY)]


def _leaves(message: Message) -> list[Message]:
    """Return the parts that hold something; a mail attached to the mail is one."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        return [message]
    leaves: list[Message] = []
    for part in message.get_payload():
        if isinstance(part, Message) and len(leaves) < MAX_PARTS:
            leaves += _leaves(part)
    return leaves


def _attached(part: Message, number: int) -> Cargo | None:
    """Return a part as an attachment, None where it is part of the letter."""
    name = _name(part)
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        content = first.as_bytes() if isinstance(first, Message) else b""
        return Cargo(name or f"附带的邮件{number}.eml", content)
    content = _content(part)
    told = part.get_content_disposition()
    if told == "attachment":
        return Cargo(name or f"附件{number}{_suffix(kind)}", content)
    is_logo = "Content-ID" in part and len(content) < SMALL_INLINE
    if kind.startswith("text/") and not name:
        return None
    return None if is_logo else Cargo(name or f"附件{number}{_suffix(kind)}", content)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: Message) -> str:
    """Return an attachment's name, however its header encodes it."""
    text = _raw_name(part)
    if not text:
        for piece, charset in _pieces(part):
            text += decoded(piece, charset or "") if isinstance(piece, bytes) else piece
    return re.sub(r"[\r\n\t]+", "", text).replace("/", "_").replace("\\", "_").strip()


def _pieces(part: Message) -> list[tuple[bytes | str, str | None]]:
    """Return the pieces of the name that a header gives; none where it is encoded in no way."""
    try:
        return list(decode_header(part.get_filename() or ""))
    except (ValueError, HeaderParseError):  # an encoding's name with a NUL; broken base64
        return []


def _raw_name(part: Message) -> str:
    """Return a name written into its header as plain bytes, against the rules; empty for others."""
    for header, value in part.raw_items():
        if header.lower() in ("content-disposition", "content-type"):
            told = _NAME.search(str(value))
            if told and not told[1].isascii():
                return decoded(told[1].encode("utf-8", "surrogateescape"))
    return ""


_NAME = re.compile(r'name\s*=\s*"?([^";\r\n]+)')


def _suffix(kind: str) -> str:
    return _SUFFIXES.get(kind, "")


_SUFFIXES = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "text/html": ".html",
    "text/plain": ".txt", "application/zip": ".zip", "application/msword": ".doc",
}  # fmt: skip
