"""Turn digital submissions with known truth into scanned and photographed ones.

    uv run python benchmarks/rastered.py OUT SAMPLES [--seed N] [--quality scan|grey|photo|bound]

SAMPLES holds folders with `submission/` and `truth.json`; so will OUT, and the same scorer runs on
it. Word files are put on pages by LibreOffice, every page is drawn, worn and handed in as a
picture: scan and grey as one PDF a file; photo as one JPG for a file of a page, else a PDF of
photos; bound as one scanned PDF of everything, in the order of the truth's documents. Files that
are pictures already stay as they are (in bound they lie on a page). What is read from pictures may
be left to a person: each planted defect may then also be answered by `review`.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import pypdfium2 as pdfium
from worn_pages import DRAWN_DPI, Image, Worn, photographed, scanned

Quality = Literal["scan", "grey", "photo", "bound"]
QUALITIES: tuple[Quality, ...] = ("scan", "grey", "photo", "bound")

BOUND = "申报材料（合订扫描）.pdf"
POINTS = 72.0  # an inch
A4 = (595.0, 842.0)  # points
PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".tif"}
ON_PAGE = 0.9  # of a page's width or height: how large a picture lies on a bound page

TITLES = {
    "commitment_letter": r"承诺书",
    "application_form": r"申[请报](推荐)?表",
    "acceptance_form": r"验收表",
    "score_card": r"打分表|评分表",
    "case_report": r"总结材料|典型经验|标杆材料|创建总结|案例",
}
"""How a document inside a Word file of several is headed on its first page."""

Truth = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample's folder, its truth, and where its files' paths begin."""

    folder: Path
    truth: Truth

    @property
    def root(self) -> Path:
        """Return the folder that the truth's paths are relative to."""
        entry = self.folder / str(self.truth.get("input", "submission"))
        return entry.parent if entry.is_file() else entry

    @property
    def files(self) -> list[str]:
        """Return the files in the order of the truth's documents, each once."""
        return list(dict.fromkeys(document["file"] for document in self.truth["documents"]))


def main(arguments: list[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quality", choices=QUALITIES, action="append")
    parser.add_argument("--only", action="append", default=[], help="part of a sample's name")
    options = parser.parse_args(arguments)
    for folder in sorted(options.samples.iterdir()):
        wanted = not options.only or any(part in folder.name for part in options.only)
        if not wanted or not (folder / "truth.json").is_file():
            continue
        sample = Sample(folder, json.loads((folder / "truth.json").read_text(encoding="utf-8")))
        for quality in options.quality or QUALITIES:
            print(rastered(sample, options.out, quality, options.seed))
    return 0


def rastered(sample: Sample, out: Path, quality: Quality, seed: int) -> Path:
    """Write one sample as pictures; return its folder."""
    target = out / f"{sample.folder.name}-{quality}"
    shutil.rmtree(target, ignore_errors=True)
    handed = target / "submission"
    handed.mkdir(parents=True)
    rng = np.random.default_rng([seed, *sample.folder.name.encode()])
    with tempfile.TemporaryDirectory() as work:
        if quality == "bound":
            truth = _bound(sample, handed, rng, Path(work))
        else:
            truth = _each(sample, handed, quality, rng, Path(work))
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (target / "truth.json").write_text(text, encoding="utf-8")
    return target


def _each(
    sample: Sample, handed: Path, quality: Quality, rng: np.random.Generator, work: Path
) -> Truth:
    """Write each file as a picture of its own; return the truth."""
    truth = _doubtful(sample.truth, "photo" if quality == "photo" else "scan")
    for name in sample.files:
        target = handed / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix.lower() in PICTURES:
            shutil.copyfile(sample.root / name, target)
            continue
        printed = _printed(sample.root / name, work)
        spans = _spans(sample.truth, name, printed)
        worn = [_worn(page, quality, rng) for page in _drawn(printed)]
        is_alone = quality == "photo" and len(worn) == 1
        target = target.with_suffix(".jpg" if is_alone else ".pdf")
        target.write_bytes(worn[0].jpeg if is_alone else _pdf(worn))
        new = target.relative_to(handed).as_posix()
        _move(truth, name, new, {} if is_alone else spans)
    return truth


def _bound(sample: Sample, handed: Path, rng: np.random.Generator, work: Path) -> Truth:
    """Write all files as one scanned volume; return the truth."""
    truth = _doubtful(sample.truth, "scan")
    worn: list[Worn] = []
    for name in sample.files:
        file = sample.root / name
        if file.suffix.lower() in PICTURES:
            pages = [_laid_on_page(file)]
            spans: Spans = {0: (1, 1)}
        else:
            printed = _printed(file, work)
            pages = _drawn(printed)
            spans = _spans(sample.truth, name, printed)
        before = len(worn)
        worn += [_worn(page, "scan", rng) for page in pages]
        moved = {at: (first + before, last + before) for at, (first, last) in spans.items()}
        _move(truth, name, BOUND, moved)
    (handed / BOUND).write_bytes(_pdf(worn))
    return truth | {"input": f"submission/{BOUND}"}


def _doubtful(truth: Truth, source: str) -> Truth:
    """Return a truth whose facts are read from pictures and whose defects may be left open."""
    truth = json.loads(json.dumps(truth))
    for item in (*truth["facts"], *truth["sections"]):
        item["source"] = source
    for planted in truth["expected"]:
        planted["status"] = sorted({*planted["status"], "review"})
    allowed = sorted({*truth.get("verdict_ok", [truth["verdict"]]), "review"})
    return truth | {"source": source, "verdict_ok": allowed, "input": "submission"}


Spans = dict[int, tuple[int, int]]
"""First and last page of a file's documents, by their order in the truth."""


def _move(truth: Truth, old: str, new: str, spans: Spans) -> None:
    """Let all that the truth says of one file be said of another, on those pages or on none."""
    for at, document in enumerate(d for d in truth["documents"] if d["file"] == old):
        document["pages"] = list(spans[at]) if at in spans else None
    for kind in ("documents", "facts", "sections"):
        for item in truth[kind]:
            if item["file"] == old:
                item["file"] = new
    if Path(truth["input"]).name == old:
        truth["input"] = f"submission/{new}"
    for planted in truth["expected"]:
        if planted.get("file_contains"):
            planted["file_contains"] = None  # the file has another name, or holds everything


def _spans(truth: Truth, name: str, printed: Path) -> Spans:
    """Return the pages of each document of a file; a Word file's are found by their titles.

    Raises:
        ValueError: a document's title stands on no page.
    """
    documents = [d for d in truth["documents"] if d["file"] == name]
    if all(d["pages"] for d in documents):
        return {at: (d["pages"][0], d["pages"][1]) for at, d in enumerate(documents)}
    heads = _heads(printed)
    starts = [1]
    for document in documents[1:]:
        title = TITLES[document["kind"]]
        at = next((n for n in range(starts[-1] + 1, len(heads) + 1)
                   if re.search(title, heads[n - 1])), None)  # fmt: skip
        if at is None:
            raise ValueError(f"{name}: no page is headed {title}")
        starts.append(at)
    ends = [start - 1 for start in starts[1:]] + [len(heads)]
    return dict(enumerate(zip(starts, ends, strict=True)))


def _heads(printed: Path) -> list[str]:
    """Return the first letters of each page, without blanks."""
    with pdfium.PdfDocument(printed) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    return [re.sub(r"\s", "", text)[:30] for text in texts]


def _printed(file: Path, work: Path) -> Path:
    """Return a file as PDF."""
    if file.suffix.lower() == ".pdf":
        return file
    profile = f"-env:UserInstallation=file://{work}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=180)
    return work / f"{file.stem}.pdf"


def _drawn(printed: Path) -> list[Image]:
    with pdfium.PdfDocument(printed) as pdf:
        pages = [page.render(scale=DRAWN_DPI / POINTS).to_numpy() for page in pdf]
    return [np.ascontiguousarray(page[:, :, :3]).astype(np.uint8) for page in pages]


def _laid_on_page(file: Path) -> Image:
    """Return a page with a picture laid on it; a wide one lies on a wide page."""
    picture = cv2.imdecode(np.frombuffer(file.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise ValueError(f"no picture: {file}")
    height, width = picture.shape[:2]
    size = A4 if height >= width else A4[::-1]
    wide, high = (int(side * DRAWN_DPI / POINTS) for side in size)
    by = ON_PAGE * min(wide / width, high / height)
    small = cv2.resize(picture, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
    page = np.full((high, wide, 3), 255, np.uint8)
    top, left = (high - small.shape[0]) // 2, (wide - small.shape[1]) // 2
    page[top : top + small.shape[0], left : left + small.shape[1]] = small
    return page


def _worn(page: Image, quality: Quality, rng: np.random.Generator) -> Worn:
    if quality == "photo":
        return photographed(page, rng)
    return scanned(page, rng, is_grey=quality == "grey", may_turn=quality != "grey")


def _pdf(pages: list[Worn]) -> bytes:
    """Return a PDF of one picture a page."""
    pdf = pdfium.PdfDocument.new()
    for worn in pages:
        width, height = (side * POINTS / worn.dpi for side in (worn.width, worn.height))
        page = pdf.new_page(width, height)
        picture = pdfium.PdfImage.new(pdf)
        picture.load_jpeg(BytesIO(worn.jpeg), inline=True, autoclose=True)
        picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
        page.insert_obj(picture)
        page.gen_content()
    written = BytesIO()
    pdf.save(written)
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
