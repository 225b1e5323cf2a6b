"""Machine-readable codes on a picture: a licence's QR code carries the credit code."""

import cv2
import zxingcpp

from doccheck.extractors.page.pixels import Image

LONGEST = 2000  # characters of a code that are kept
MOST_CODES = 8  # on one page


def find_codes(image: Image) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Return the text of each QR code and its rectangle in pixels, from the top down."""
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    read = zxingcpp.read_barcodes(
        grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    found = []
    for code in read[:MOST_CODES]:
        spot = code.position
        corners = (spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left)
        xs, ys = [c.x for c in corners], [c.y for c in corners]
        found.append((code.text[:LONGEST], (min(xs), min(ys), max(xs), max(ys))))
    return sorted(found, key=lambda one: (one[1][1], one[1][0], one[0]))
