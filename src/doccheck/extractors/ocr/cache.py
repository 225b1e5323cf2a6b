"""Readings kept on disk by the content of the picture, the engine and this reader's version."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from doccheck.extractors.ocr.cache_room import keep_within_limit
from doccheck.extractors.ocr.reading import READER_VERSION, PageReading, from_json, to_json
from doccheck.extractors.page.pixels import Image

LOOKS_AFTER = "00"
"""How the names begin that are looked after the cache's size with: one in 256."""


def reading_key(image: Image, dpi: float, engine: str, version: str) -> str:
    """Return the name that the reading of a picture is kept under."""
    shape = "x".join(str(side) for side in image.shape)
    head = f"{READER_VERSION}|{engine}|{version}|{dpi:.2f}|{shape}|"
    digest = hashlib.sha256(head.encode())
    digest.update(image.data)
    return digest.hexdigest()


def load_reading(folder: Path, key: str) -> PageReading | None:
    """Return a kept reading, None where there is none that can be used."""
    try:
        return from_json(kept_text(folder, key) or "")
    except (ValueError, KeyError, TypeError):
        return None


def keep_reading(folder: Path, key: str, reading: PageReading) -> None:
    """Keep a reading."""
    keep_text(folder, key, to_json(reading))


def kept_text(folder: Path, key: str) -> str | None:
    """Return a kept text, None where there is none that can be read."""
    file = _file(folder, key)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    with suppress(OSError):  # what is used stays longest; a read-only cache serves as well
        os.utime(file)
    return text


def keep_text(folder: Path, key: str, text: str) -> None:
    """Keep a text; a full or read-only disk is no reason to stop."""
    target = _file(folder, key)
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # it holds people's names
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(text)
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
    if key.startswith(LOOKS_AFTER):
        keep_within_limit(folder)


def _file(folder: Path, key: str) -> Path:
    return folder / "ocr" / key[:2] / f"{key}.json"
