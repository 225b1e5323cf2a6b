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


class Reasons(NamedTuple):
    """Why submissions are returned for a rule, a good and a bad example, how to mend it."""

    why: str
    good: str
    bad: str
    mend: str


class Both(NamedTuple):
    """One text in both languages; `str.format` templates where it has values."""

    zh: str
    en: str
