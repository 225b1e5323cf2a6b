"""Every word that a user sees, in Chinese and English, by message key."""

from doccheck.reports.wording import (
    categories,
    common,
    conditions,
    consistency,
    coverage,
    eligibility,
    evidence,
    fields,
    figures,
    identifiers,
    lengths,
    marks,
    materials,
    naming,
    pages,
    practice,
    recomputed,
    scan_quality,
    scores,
    seal_words,
    seals,
    sections,
    stack,
    statements,
    thresholds,
    unseen,
)
from doccheck.reports.wording.words import Words

FAMILIES = (
    common, materials, fields, sections, lengths, naming, consistency, identifiers, eligibility,
    marks, pages, figures, recomputed, statements, thresholds, conditions, coverage, seals,
    scores,
    categories,
    evidence, practice, stack, unseen, seal_words, scan_quality,
)  # fmt: skip
"""The modules that hold the words of a family of checks; a new family is added here."""

WORDS: dict[str, dict[str, Words]] = {
    key: both for family in FAMILIES for key, both in family.WORDS.items()
}


def words_for(key: str, lang: str) -> Words:
    """Return the words of a message key; an unknown key shows itself and breaks no report."""
    both = WORDS.get(key)
    if both is None:
        return Words(f"{{subject}}（{key}）")
    return both.get(lang) or both["zh"]
