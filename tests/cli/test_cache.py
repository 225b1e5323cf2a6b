"""`doccheck cache`, and the limit that keeps itself."""

import os
from pathlib import Path

import pytest

from doccheck.extractors.ocr import cache_room
from doccheck.extractors.ocr.cache import keep_text, kept_text

from .conftest import Run

OLD = 1_000_000_000  # an hour long past


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of ten readings of 100 KB, the first of them used last."""
    monkeypatch.setenv("DOCCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DOCCHECK_CACHE_LIMIT", "1")
    for number in range(10):
        keep_text(tmp_path / "cache", key(number), "字" * 34_000)
        os.utime(place(tmp_path / "cache", number), (OLD + number, OLD + number))
    assert kept_text(tmp_path / "cache", key(0))
    return tmp_path / "cache"


def key(number: int) -> str:
    return f"{number:02x}".rjust(64, "a")


def place(folder: Path, number: int) -> Path:
    return folder / "ocr" / key(number)[:2] / f"{key(number)}.json"


def left(folder: Path) -> list[int]:
    return [n for n in range(10) if place(folder, n).exists()]


def test_it_shows_place_size_and_limit(run: Run, folder: Path) -> None:
    ran = run("cache")
    assert ran.status == 0
    assert str(folder) in ran.out
    assert "页数：10" in ran.out and "大小：1.0 MB" in ran.out and "限度：1.0 MB" in ran.out


def test_the_longest_unused_go_first(run: Run, folder: Path) -> None:
    assert "删去 0 页" in run("cache", "prune").out
    assert run("cache", "prune", "--to", "0").status == 0
    assert left(folder) == []


def test_what_was_used_last_is_left_longest(folder: Path) -> None:
    cache_room.make_room(folder, 350_000)
    assert left(folder) == [0, 8, 9]


def test_a_reading_that_passes_the_limit_makes_room(folder: Path) -> None:
    keep_text(folder, "00".ljust(64, "b"), "字" * 34_000)
    assert cache_room.room_taken(folder).size <= cache_room.limit() * cache_room.FILLED_TO
    assert 0 in left(folder) and 1 not in left(folder)


def test_clearing_leaves_what_is_not_its_own(run: Run, folder: Path) -> None:
    mine = folder / "ocr" / "notes.txt"
    mine.write_text("我的", encoding="utf-8")
    assert "删去 10 页" in run("cache", "clear").out
    assert mine.exists() and left(folder) == []
    assert "页数：0" in run("cache").out


def test_without_a_limit_a_size_must_be_told(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCCHECK_CACHE_LIMIT", "0")
    assert run("cache", "prune").status == 2
    assert "不限" in run("cache").out
    assert len(left(folder)) == 10
