"""What `programs lint` finds: one remark about a programme, with its place in the file."""

from dataclasses import dataclass
from typing import Literal

from doccheck.model.program import Program
from doccheck.programs.source import Path, Source

LintSeverity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class LintFinding:
    """A remark: `error` for what makes the programme unfit, `warning` for what to look at.

    `place` is `file:line`; `zh` and `en` say the same in both languages.
    """

    severity: LintSeverity
    place: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Linted:
    """A programme with the file it came from, so that findings get a line."""

    program: Program
    source: Source

    def error(self, path: Path, zh: str, en: str) -> LintFinding:
        """Return an error at a path of the file."""
        return LintFinding("error", self.source.place(path), zh, en)

    def warning(self, path: Path, zh: str, en: str) -> LintFinding:
        """Return a warning at a path of the file."""
        return LintFinding("warning", self.source.place(path), zh, en)
