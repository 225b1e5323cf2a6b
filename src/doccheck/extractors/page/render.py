"""Pictures from files: a page of a PDF, a picture file; bounded in pixels and bytes."""

import math
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
from PIL import Image as Pillow
from PIL import ImageOps

from doccheck.errors import UnreadableFileError
from doccheck.extractors.page.photos import opened
from doccheck.extractors.page.pixels import Image

USUAL_DPI = 200
"""Dots an inch a drawn page is rendered at: 10.5 pt print is then 29 pixels high."""

LEAST_DPI, MOST_DPI = 120, 300
"""A scan is rendered at its own resolution within these: more only costs time."""

MAX_SIDE = 4000
"""Pixels of a picture's longer side that are kept."""

MAX_PIXELS = 120_000_000
"""Pixels that are decoded at all: a phone makes 108 million, a bomb many more."""

MAX_BYTES = 100 * 2**20
"""Bytes of a picture file that are opened."""

POINTS = 72.0  # an inch
A4 = (595.28, 841.89)
A4_RATIO_SLACK = 0.06  # of √2: photos of a page are cut loosely
TRUSTED_DPI = (100, 601)  # what scanners say of themselves; 72 and 96 are defaults of software


def render_page(page: pypdfium.PdfPage) -> tuple[Image, float]:
    """Return a page's picture as seen, and its dots an inch."""
    width, height = page.get_size()
    dpi = _page_dpi(page, width, height)
    dpi = min(dpi, POINTS * MAX_SIDE / max(width, height, 1.0))
    bitmap = page.render(scale=dpi / POINTS, rev_byteorder=False, prefer_bgrx=False)
    pixels = bitmap.to_numpy()
    image = (
        np.dstack([pixels] * 3) if pixels.ndim == 2 or pixels.shape[2] == 1 else pixels[:, :, :3]
    )
    return np.ascontiguousarray(image, dtype=np.uint8), dpi


def _page_dpi(page: pypdfium.PdfPage, width: float, height: float) -> float:
    """Return the resolution of the picture that fills the page, the usual one without."""
    for handle in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = handle.get_bounds()
        if (right - left) * (top - bottom) > width * height / 2:
            across = max(handle.get_px_size()) * POINTS / max(right - left, top - bottom)
            return float(min(max(across, LEAST_DPI), MOST_DPI))
    return USUAL_DPI


def open_picture(picture: Path | bytes, shown: str, number: int = 1) -> tuple[Image, float]:
    """Return the pixels of a picture's page, turned as its EXIF says, and its dots an inch.

    Raises:
        UnreadableFileError: it is too large, damaged, or of a kind that cannot be decoded.
    """
    size = picture.stat().st_size if isinstance(picture, Path) else len(picture)
    if size > MAX_BYTES:
        raise UnreadableFileError("图片文件过大", shown, "请缩小到 100 MB 以内后再提交")
    try:
        with opened(picture, number) as image:
            return _decoded(image, shown)
    except (OSError, ValueError, SyntaxError, EOFError, Pillow.DecompressionBombError) as error:
        raise UnreadableFileError(
            "图片打不开或已损坏", shown, "请另存为 JPG 或 PNG 后再提交"
        ) from error


def _decoded(picture: Pillow.Image, shown: str) -> tuple[Image, float]:
    if picture.width * picture.height > MAX_PIXELS:
        raise UnreadableFileError("图片像素过多", shown, "请缩小到 1 亿像素以内后再提交")
    told = float(picture.info.get("dpi", (0, 0))[0] or 0)
    picture.draft("RGB", (MAX_SIDE, MAX_SIDE))
    upright = _on_white(ImageOps.exif_transpose(picture))
    size = max(upright.size)
    scale = min(1.0, MAX_SIDE / size)
    if scale < 1.0:
        upright.thumbnail((MAX_SIDE, MAX_SIDE), Pillow.Resampling.LANCZOS)
    pixels = cv2.cvtColor(np.asarray(upright, dtype=np.uint8), cv2.COLOR_RGB2BGR)
    return pixels.astype(np.uint8), picture_dpi(upright.width, upright.height, told * scale)


def _on_white(picture: Pillow.Image) -> Pillow.Image:
    """Return a picture in RGB, transparent parts white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Pillow.new("RGBA", layered.size, (255, 255, 255, 255))
        return Pillow.alpha_composite(paper, layered).convert("RGB")
    return picture.convert("RGB")


def picture_dpi(width: int, height: int, told: float) -> float:
    """Return the dots an inch of a picture: A4 if its shape fits, else what it says, else 200."""
    ratio = max(width, height) / max(1, min(width, height))
    if abs(ratio / math.sqrt(2) - 1) < A4_RATIO_SLACK:
        return max(width, height) * POINTS / A4[1]
    return told if TRUSTED_DPI[0] <= told <= TRUSTED_DPI[1] else USUAL_DPI
