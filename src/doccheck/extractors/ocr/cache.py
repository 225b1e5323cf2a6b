"""Readings kept on disk by the content of the picture, the engine and this reader's version."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from doccheck.extractors.ocr.reading import READER_VERSION, PageReading, from_json, to_json
from doccheck.extractors.page.pixels import Image


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
        return from_json(_file(folder, key).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_reading(folder: Path, key: str, reading: PageReading) -> None:
    """Keep a reading; a full or read-only disk is no reason to stop."""
    target = _file(folder, key)
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # it holds people's names
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(to_json(reading))
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _file(folder: Path, key: str) -> Path:
    return folder / "ocr" / key[:2] / f"{key}.json"
