"""The one type that pictures have in this package."""

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""Pixels: rows × columns (grey) or rows × columns × 3 (blue, green, red)."""

Matrix = NDArray[np.float64]
"""3 × 3: where a point (x, y, 1) of one picture stands in another."""
