"""Fuzzes one target with atheris, for as long as it is told.

    uv run --group fuzz python fuzz/run.py word --seconds 300
    uv run --group fuzz python fuzz/run.py doc --seconds 300 --seeds DIR    further inputs from DIR

What breaks a target is written to `fuzz/found/NAME/`. Once mended, its smallest form belongs into
`fuzz/regressions/NAME/`, where the tests run it for ever (`tests/hostile/test_fuzz.py`).
"""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["doccheck"]):
    from targets import MOST, TARGETS

HERE = Path(__file__).parent
MEMORY_MB = 2048
INPUT_SECONDS = 20


def main() -> None:
    """Run one target."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seeds", type=Path, help="a folder of further inputs")
    asked = parser.parse_args()
    found = HERE / "found" / asked.target
    found.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fuzz-corpus-") as corpus:
        for number, seed in enumerate(TARGETS[asked.target].seeds()):
            (Path(corpus) / f"seed{number}").write_bytes(seed)
        folders = [corpus, *([str(asked.seeds)] if asked.seeds else [])]
        options = [
            f"-max_total_time={asked.seconds}", f"-max_len={MOST}", f"-rss_limit_mb={MEMORY_MB}",
            f"-timeout={INPUT_SECONDS}", f"-artifact_prefix={found}/", "-verbosity=1",
        ]  # fmt: skip
        atheris.Setup([sys.argv[0], *folders, *options], TARGETS[asked.target].run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
