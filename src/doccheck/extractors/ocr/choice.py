"""How pages are to be recognised: what the command line or a server may choose."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from doccheck.extractors.ocr.engine import EngineName

PAGE_SECONDS = 120.0
"""Seconds that one page may take: 3 to 8 are usual on one core."""


@dataclass(frozen=True, slots=True)
class OcrChoice:
    """Which engine reads the pages that have no text of their own, and how.

    Attributes:
        engine: None leaves such pages unread.
        cache: folder that readings are kept in, None to keep none.
        page_seconds: time that one page may take.
        again: the page is searched a second time, by other ways.
        glance: the page is looked at first, and read in full only where it begins something.
    """

    engine: EngineName | None = None
    cache: Path | None = None
    page_seconds: float = PAGE_SECONDS
    again: bool = False
    glance: bool = False


OFF = OcrChoice()


def cache_folder() -> Path | None:
    """Return the folder for cached readings on this platform, None where there is no home."""
    if told := os.environ.get("DOCCHECK_CACHE"):
        return Path(told)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "doccheck"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "doccheck"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "doccheck"
