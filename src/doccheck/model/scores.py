"""What a self-assessment says: one row of a score card each."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from doccheck.model.places import Evidence

ScoreRole = Literal["item", "subtotal", "total"]
ScoreState = Literal["filled", "blank", "unclear", "no_column"]


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One row of a score card: an item, a subtotal (小计) or the total (总分).

    Attributes:
        document: id of the logical document.
        role: item, subtotal or total.
        name: short name as printed (小类), the row's label for a sum.
        state: `blank` for an empty cell; `unclear` where it holds no single number; `no_column`
            where the card has no column for the applicant's own score.
        evidence: the score's cell, of the label where there is no such cell.
        number: item number as printed, None where none is.
        group: what the group's cell says (大类), empty where there is none.
        maximum: points as printed in the card (分值), None where none are.
        score: the applicant's own score.
        raw: as printed in the score's cell.
    """

    document: str
    role: ScoreRole
    name: str
    state: ScoreState
    evidence: Evidence
    number: int | None = None
    group: str = ""
    maximum: Decimal | None = None
    score: Decimal | None = None
    raw: str = ""
