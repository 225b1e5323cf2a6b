"""A list of everything that is wrong with one programme file, each with file and line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from doccheck.programs.source import Path, Source
from doccheck.text import match

LIKE = 0.6  # likeness from which a wrong key is worth a "did you mean"


@dataclass(slots=True)
class Faults:
    """A growing list of faults in one file."""

    source: Source
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, path: Path, what: str) -> None:
        """Note a fault at a path."""
        self.found.append((self.source.line(path), what))

    def lines(self) -> tuple[str, ...]:
        """Return all faults as `file:line what`, by line, each once."""
        ordered = dict.fromkeys(sorted(self.found))
        return tuple(f"{self.source.name}:{line} {what}" for line, what in ordered)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return `，是不是“x”？` for the likeliest known word, empty where none is like it."""
    near = match.best(word, known, LIKE) if known else None
    return f"，是不是“{near[0]}”？" if near else ""
