"""The shape of a message: four templates, filled from an outcome's values."""

from typing import NamedTuple


class Words(NamedTuple):
    """What is said about one outcome; each a `str.format` template.

    `message` says what was found, `expected` what the notice asks, `actual` what stands there
    (for LEN rules it begins with the count), `fix` how to mend it. `{subject}` is always given.
    """

    message: str
    expected: str = ""
    actual: str = ""
    fix: str = ""
