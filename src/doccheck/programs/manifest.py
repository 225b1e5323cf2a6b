"""The checker's own manifest (`--manifest FILE`), and what an applicant may propose.

The manifest says which findings he lets stand, and which pages of a bound file are which document.
It is given on the command line and never looked for inside a submission: applicants write those.
Their `doccheck.yaml` may only propose a cut.
"""

import json
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from doccheck.errors import ProgramError
from doccheck.model.corrections import Correction
from doccheck.model.report import Waiver
from doccheck.programs.corrections import corrections
from doccheck.programs.faults import Faults
from doccheck.programs.shape import shape_faults
from doccheck.programs.source import MAX_BYTES, Source, parse

PROPOSAL = "doccheck.yaml"
"""Name of the file in which an applicant proposes how to cut."""

MAX_PROPOSAL_BYTES = 64_000  # a line is about 60: a thousand documents
MAX_PROPOSED = 500  # documents; a bound file has up to 60
MAX_TOLD = 5  # faults of a proposal that are told


class Manifest(BaseModel):
    """What a manifest holds; `documents` are lines like `扫描件.pdf#5-7: audit_report 2022`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    waivers: tuple[Waiver, ...] = ()
    documents: tuple[dict[str, str], ...] = ()


class Proposal(BaseModel):
    """What an applicant's own file may hold: no waivers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: tuple[dict[str, str], ...] = ()


def load_manifest(path: Path) -> tuple[tuple[Waiver, ...], tuple[Correction, ...]]:
    """Return a manifest's waivers and corrections.

    Raises ProgramError with every fault, each as `file:line what`.
    """
    source = parse(_read(path), str(path))
    faults = Faults(source)
    manifest = _shaped(source, Manifest, faults)
    told = corrections(manifest.documents, faults) if manifest else ()
    if faults.found or manifest is None:
        lines = faults.lines()
        what = f"清单有 {len(lines)} 处错误\n" + "\n".join(lines)
        raise ProgramError(what, str(path), "请逐条改正后再运行", lines)
    return manifest.waivers, told


def read_proposal(path: Path, shown: str) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """Return the cuts that an applicant proposes and what is wrong; never raises.

    A file with any fault proposes nothing.
    """
    try:
        if path.stat().st_size > MAX_PROPOSAL_BYTES:
            return (), (f"超过 {MAX_PROPOSAL_BYTES // 1000} kB",)
        source = parse(path.read_text(encoding="utf-8-sig"), shown)
    except (OSError, UnicodeDecodeError, RecursionError):
        return (), ("不是 UTF-8 文本，或打不开",)
    except ProgramError as error:
        return (), error.faults or (error.what,)
    faults = Faults(source)
    proposal = _shaped(source, Proposal, faults)
    if proposal is None:
        return (), faults.lines()[:MAX_TOLD]
    if len(proposal.documents) > MAX_PROPOSED:
        return (), (f"多于 {MAX_PROPOSED} 项",)
    told = corrections(proposal.documents, faults, proposed=True)
    return ((), faults.lines()[:MAX_TOLD]) if faults.found else (told, ())


M = TypeVar("M", bound=BaseModel)


def _shaped(source: Source, model: type[M], faults: Faults) -> M | None:
    """Return what a file holds, None with faults where its shape is wrong."""
    data = {} if source.data is None else source.data
    try:
        return model.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        shape_faults(error, faults, model)
        return None


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ProgramError("清单过大", str(path), f"请缩小到 {MAX_BYTES // 1000} kB 以内")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProgramError("清单不是 UTF-8 编码", str(path), "请另存为 UTF-8") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ProgramError(f"读不到清单：{reason}", str(path), "请检查路径是否写对") from error
