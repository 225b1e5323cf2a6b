"""Generated volumes, one a programme: every document is found on its pages."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "fixtures"), str(ROOT / "benchmarks")]

import bound_files  # noqa: E402
import make_bound  # noqa: E402


@pytest.mark.parametrize("program", ["hunan", "hebei", "changzhou", "wujin", "dinghai"])
def test_a_bound_volume_is_cut_into_its_documents(program: str, tmp_path: Path) -> None:
    make_bound.main([str(tmp_path), "--count", "2", "--seed", "5", "--only", program])
    score = bound_files.Score()
    faults = [f for case in sorted(tmp_path.iterdir()) for f in bound_files.judge(case, score)]
    assert faults == []
    assert score.pages > 20
