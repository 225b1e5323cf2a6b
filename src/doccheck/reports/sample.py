"""Which passes a person looks at all the same, and how often the person disagrees.

The choice hangs on a submission's own name and a seed alone: adding submissions changes none of
the others, and who does not know the seed cannot tell who will be looked at.
"""

import csv
import hashlib
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from doccheck.reports.wording.ui import Ui

HASH_BYTES = 8
Z_95 = 1.96  # standard deviations on either side of a 95 % interval
HEADS = ("name", "enterprise", "answer", "points", "person", "day")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula; a quote before it keeps it text."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a person looks at: share and seed, the marked passes, what the person answered.

    `disagreed` are those of `looked_at` where the person found what the machine did not.
    """

    share: float
    seed: str
    marked: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()
    disagreed: tuple[str, ...] = ()


def is_chosen(name: str, share: float, seed: str) -> bool:
    """Tell whether a submission is in the sample, should it pass."""
    digest = hashlib.sha256(f"{seed}\0{name}".encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(digest[:HASH_BYTES], "big") < int(share * (1 << 8 * HASH_BYTES))


def sample_of(
    passes: Iterable[str], share: float, seed: str, answers: Mapping[str, Mapping[str, str]]
) -> Sample:
    """Return the sample among the passes, with what persons answered so far."""
    marked = tuple(name for name in passes if is_chosen(name, share, seed))
    said = {name: answers.get(name, {}).get("answer", "") for name in marked}
    looked = tuple(name for name in marked if said[name])
    return Sample(share, seed, marked, looked, tuple(n for n in looked if _disagrees(said[n])))


def _disagrees(answer: str) -> bool:
    return answer.strip().lower() not in ("同意", "agree", "yes", "是")


def disagreement(sample: Sample) -> tuple[float, float, float] | None:
    """Return the share of disagreement and its 95 % interval (Wilson), None before any answer."""
    n = len(sample.looked_at)
    if not n:
        return None
    p, z2 = len(sample.disagreed) / n, Z_95**2
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return p, max(0.0, middle - half), min(1.0, middle + half)


def sample_dict(sample: Sample) -> dict[str, Any]:
    """Return the sample as plain data; rates are absent before any answer."""
    data = {
        "share": sample.share,
        "marked": list(sample.marked),
        "looked_at": len(sample.looked_at),
        "disagreed": list(sample.disagreed),
    }
    measured = disagreement(sample)
    if measured is None:
        return data
    rate, low, high = (round(value, 4) for value in measured)
    return data | {"disagreement": rate, "interval_95": [low, high]}


def in_words(sample: Sample, ui: Ui) -> str:
    """Say how many are marked, how many a person has looked at, how often he disagreed."""
    said = ui("sample.marked", share=f"{sample.share:.0%}", n=len(sample.marked))
    measured = disagreement(sample)
    if not sample.marked:
        return said
    if measured is None:
        return said + ui("sample.none_yet")
    rate, low, high = (f"{value:.1%}" for value in measured)
    counts = {"n": len(sample.looked_at), "k": len(sample.disagreed)}
    return said + ui("sample.measured", rate=rate, low=low, high=high, **counts)


# ---- the list that a person fills in


def read_answers(content: bytes) -> dict[str, dict[str, str]]:
    """Return what stands in a filled list, by submission; the columns are told by their order."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", "replace")  # saved anew by a Chinese Excel
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    named = (dict(zip(HEADS, row, strict=False)) for row in rows)
    return {r["name"].removeprefix("'"): r for r in named if r.get("name")}


def to_list(
    sample: Sample,
    enterprises: Mapping[str, str],
    answers: Mapping[str, Mapping[str, str]],
    ui: Ui,
) -> bytes:
    """Return the list as CSV: a line for each marked pass, earlier answers kept."""
    stream = io.StringIO(newline="")
    out = csv.writer(stream)
    out.writerow(ui(f"sample.{head}") for head in HEADS)
    kept = [name for name in answers if name not in sample.marked and answers[name].get("answer")]
    for name in (*sample.marked, *kept):
        known = answers.get(name, {})
        enterprise = enterprises.get(name, known.get("enterprise", ""))
        rest = (known.get(head, "") for head in HEADS[2:])
        out.writerow(_text(cell) for cell in (name, enterprise, *rest))
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8", "replace")


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
