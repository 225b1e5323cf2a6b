"""A label found on a form and the value that it leads to."""

from dataclasses import dataclass

from doccheck.model.places import Place
from doccheck.understanding.values import Value

UNLED = 99  # order of a hit whose leading cell was not found: any led one goes before it


@dataclass(frozen=True, slots=True)
class Hit:
    """A label and its value.

    `order` ranks hits of one field, the lower the better: which of the field's labels it is, how
    far its leading cell stands, table before line.
    """

    order: tuple[int, int, int]
    label: str
    value: Value
    place: Place
    via_table: bool
    year: int | None = None
    confidence: float = 1.0
