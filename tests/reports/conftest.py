"""The report composed of the small submission."""

from datetime import date

import pytest

from doccheck.checks.view import View
from doccheck.model.report import Report
from doccheck.reports import compose as composing

from .sample import DOSSIER, JUDGED, PROGRAM, WORDS


@pytest.fixture(autouse=True)
def _sample_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "words_for", lambda key, _lang: WORDS[key])


@pytest.fixture
def view() -> View:
    return View(DOSSIER, PROGRAM, date(2021, 5, 8))


@pytest.fixture
def report(view: View) -> Report:
    return composing.compose(view, JUDGED, "材料", DOSSIER.files, "zh", "2026-01-31T08:00:00Z")
