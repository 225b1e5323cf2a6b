"""The summary sheet (汇总表) that a notice asks the recommending body for, as data."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class SheetColumn(BaseModel):
    """A column: its heading, and the one thing that fills it.

    Attributes:
        label: its lowest heading as printed; `heads` those above it, the outermost first.
        field: key of the programme's field that it repeats, `year` which year's.
        rule: id of the rule that its question is answered by (是, 否, 待核).
        numbered: it counts the rows.
        person: what a person writes there, in words; `section` names the text to sum up.
        codes: what the sheet prints instead of a field's value (`示范工厂: "3"`).
        unit: unit of a bare figure in it (`万元`, `%`), empty for the one that the form has.
        width: in characters.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    heads: tuple[str, ...] = ()
    field: str = ""
    year: int | None = None
    rule: str = ""
    numbered: bool = False
    person: str = ""
    section: str = ""
    codes: dict[str, str] = Field(default_factory=dict)
    unit: str = ""
    width: int = Field(default=11, ge=3, le=80)

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if sum(map(bool, (self.field, self.rule, self.numbered, self.person))) != 1:
            raise ValueError("exactly one of field, rule, numbered, person")
        return self

    @property
    def path(self) -> tuple[str, ...]:
        """Return its headings, the outermost first."""
        return (*self.heads, self.label)

    @property
    def title(self) -> str:
        """Return how to call it: its label, the heading above before a label that needs one."""
        return "".join(self.path[-2:]) if len(self.heads) > 1 else self.label


class SummarySheet(BaseModel):
    """A summary sheet: title, the lines above and below its table, its columns.

    `document` is the programme's document for it, empty where the notice prints no form and the
    lay-out is ours.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    clause: str = ""
    document: str = ""
    above: str = ""
    below: str = ""
    columns: tuple[SheetColumn, ...] = Field(min_length=1)
