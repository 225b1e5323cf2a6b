"""Mails as Outlook keeps them (.msg): attachments by their streams ([MS-OXMSG])."""

import re
from pathlib import Path

from doccheck.extractors.carried.mail import LETTER, SMALL_INLINE, with_letter
from doccheck.extractors.compound import Compound, open_compound
from doccheck.extractors.encodings import decoded
from doccheck.model.files import Cargo

_STORAGE = re.compile(r"((?:.*/)?__attach_version1\.0_#[0-9A-Fa-f]{8})/__substg1\.0_37010102")
_LONG_NAME, _SHORT_NAME, _CONTENT_ID = "3707", "3704", "3712"
_BODY, _HTML = "__substg1.0_1000", "__substg1.0_10130102"


def outlook_parts(path: Path) -> list[Cargo]:
    """Return what is attached to a mail, also to mails inside it, and its letter."""
    with open_compound(path, path.name) as compound:
        storages = [m[1] for name in compound.names() if (m := _STORAGE.fullmatch(name))]
        found = [c for n, s in enumerate(storages, 1) if (c := _attached(compound, s, n))]
        return with_letter(found, _letter(compound))


def _attached(compound: Compound, storage: str, number: int) -> Cargo | None:
    content = compound.optional(f"{storage}/__substg1.0_37010102")
    name = _text(compound, f"{storage}/__substg1.0_{_LONG_NAME}")
    name = name or _text(compound, f"{storage}/__substg1.0_{_SHORT_NAME}")
    in_letter = bool(_text(compound, f"{storage}/__substg1.0_{_CONTENT_ID}"))
    if in_letter and len(content) < SMALL_INLINE:
        return None
    return Cargo(name.replace("/", "_").replace("\\", "_") or f"附件{number}", content)


def _letter(compound: Compound) -> Cargo | None:
    page = compound.optional(_HTML)
    if page:
        return Cargo(f"{LETTER}.html", page)
    text = _text(compound, _BODY)
    return Cargo(f"{LETTER}.txt", text.encode()) if text else None


def _text(compound: Compound, name: str) -> str:
    """Return a text property, stored in UTF-16 (001F) or in the sender's encoding (001E)."""
    wide = compound.optional(f"{name}001F")
    text = (
        wide.decode("utf-16-le", "replace") if wide else decoded(compound.optional(f"{name}001E"))
    )
    return text.strip("\0").strip()
