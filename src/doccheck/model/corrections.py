"""How a bound file is to be cut: told by the checker, or proposed by the applicant."""

from dataclasses import dataclass

from doccheck.model.program import DocumentKind


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a manifest: these pages of this file are one document.

    Attributes:
        file: path in the submission, or a name that only one file of it has.
        pages: first and last, 1-based; None for the whole file.
        kind: of the document. year: reporting year, None where not told.
        place: `file:line` of the manifest, for messages.
        proposed: by the applicant: the cut is taken, the kind is not.
    """

    file: str
    pages: tuple[int, int] | None
    kind: DocumentKind
    year: int | None = None
    place: str = ""
    proposed: bool = False

    @property
    def told(self) -> str:
        """Return it as written: `扫描件.pdf#5-7`."""
        if self.pages is None:
            return self.file
        first, last = self.pages
        return f"{self.file}#{first}" + (f"-{last}" if last != first else "")
