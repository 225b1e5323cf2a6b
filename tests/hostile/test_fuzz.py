"""A short fuzz of everything that reads bytes from strangers, and what longer ones once found."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FOLDER = Path(__file__).parents[2] / "fuzz"
EXAMPLES = 60  # of each target: seconds; `fuzz/run.py` goes on for minutes


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_targets", FOLDER / "targets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TARGETS = _module().TARGETS
SEEDS = {name: target.seeds() or [b""] for name, target in TARGETS.items()}
FOUND = sorted((FOLDER / "regressions").glob("*/*"))

Edit = tuple[int, int, bytes]


def edited(seed: bytes, edits: list[Edit]) -> bytes:
    """Return a seed with pieces replaced: at a place in thousandths, so many bytes, by others."""
    for place, length, content in edits:
        at = place * len(seed) // 1000
        seed = seed[:at] + content + seed[at + length :]
    return seed


PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"\x00" * 8, b"\xff" * 8, b"-1", b"9" * 400, b"1e999", b"%n", b"<", b">", b'"', b"</w:p>",
         b"<w:p>", b"../", "亿".encode(), "\ud7ff\u202e".encode(), b": [", b"&a *a ", b"\n- "]
    ),
)  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 40), PIECES), max_size=6)


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_no_bytes_break_a_reader(name: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=st.sampled_from(SEEDS[name]), edits=EDITS)
    def read(seed: bytes, edits: list[Edit]) -> None:
        TARGETS[name].run(edited(seed, edits))

    read()


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name[:20]}")
def test_what_once_broke_a_reader_does_so_no_more(path: Path) -> None:
    TARGETS[path.parent.name].run(path.read_bytes())
