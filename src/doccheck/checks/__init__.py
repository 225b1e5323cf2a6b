"""One question each, asked of a dossier. Importing this package fills the registry."""

from doccheck.checks import (
    consistency,
    eligibility,
    fields,
    identifiers,
    lengths,
    marks,
    materials,
    naming,
    pages,
    sections,
)

__all__ = [
    "consistency",
    "eligibility",
    "fields",
    "identifiers",
    "lengths",
    "marks",
    "materials",
    "naming",
    "pages",
    "sections",
]
