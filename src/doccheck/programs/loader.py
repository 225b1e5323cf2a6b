"""Finds and loads programmes: the packaged ones by id, a user's own file by path."""

import importlib.resources
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from doccheck.errors import ProgramError
from doccheck.model.program import Program
from doccheck.programs.faults import Faults, did_you_mean
from doccheck.programs.references import reference_faults
from doccheck.programs.shape import STAND_IN, mended, shape_faults
from doccheck.programs.source import MAX_BYTES, Source, parse

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ProgramHead:
    """What a list of programmes shows of each."""

    id: str
    title: str
    notice: str
    number: str
    issuer: str
    date: date
    dated: bool = True


def list_programs() -> tuple[ProgramHead, ...]:
    """Return the packaged programmes, sorted by id."""
    return tuple(_head(load_program(program_id)) for program_id in packaged_ids())


@cache
def packaged_ids() -> tuple[str, ...]:
    """Return the ids of the packaged programmes, sorted."""
    folder = importlib.resources.files(__package__)
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml")))


def load_program(id_or_path: str) -> Program:
    """Load a programme by id or by path.

    Raises ProgramError with every fault of the file, each as `file:line what`.
    """
    return _load_packaged(id_or_path) if id_or_path in packaged_ids() else _load_file(id_or_path)


def load_source(id_or_path: str) -> Source:
    """Return the parsed file of a programme, with its lines, before anything is validated."""
    if id_or_path in packaged_ids():
        name = f"{id_or_path}.yaml"
        text = (importlib.resources.files(__package__) / name).read_text(encoding="utf-8")
        return parse(text, name)
    return parse(_read(id_or_path), id_or_path)


def build(source: Source) -> Program:
    """Validate parsed data, shape and references; all faults in one ProgramError."""
    faults = Faults(source)
    program: Program | None
    try:
        program = _validated(source.data)
    except ValidationError as error:
        shape_faults(error, faults, Program)
        program = _with_stand_ins(source.data, error)
    if program is not None:
        reference_faults(program, faults)
        faults.found = [(line, what) for line, what in faults.found if f"“{STAND_IN}" not in what]
    if program is None or faults.found:
        raise _error(faults)
    return program


def _validated(data: Any) -> Program:
    return Program.model_validate_json(json.dumps(data), strict=True)


def _with_stand_ins(data: Any, error: ValidationError) -> Program | None:
    """Return the programme with stand-ins for what is wrong in shape.

    So references can be checked in the same run; None where nothing can stand in.
    """
    try:
        return _validated(mended(data, error, Program))
    except (ValidationError, LookupError):
        return None


@cache
def _load_packaged(program_id: str) -> Program:
    return build(load_source(program_id))


def _load_file(path: str) -> Program:
    return build(load_source(path))


def _read(path: str) -> str:
    file = Path(path)
    if file.suffix.lower() not in SUFFIXES or not file.is_file():
        raise ProgramError(
            f"没有方案“{path}”{did_you_mean(path, packaged_ids())}",
            "--program",
            f"可用的方案：{'、'.join(packaged_ids())}；自己的方案请给出 .yaml 文件的路径",
        )
    if file.stat().st_size > MAX_BYTES:
        what = f"方案文件超过 {MAX_BYTES // 1000} kB"
        raise ProgramError(what, path, "请确认这是方案文件", (f"{path}:1 {what}",))
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        what = "方案文件不是 UTF-8 编码"
        raise ProgramError(what, path, "请另存为 UTF-8", (f"{path}:1 {what}",)) from error


def _error(faults: Faults) -> ProgramError:
    lines = faults.lines()
    what = f"方案文件有 {len(lines)} 处错误\n" + "\n".join(lines)
    return ProgramError(what, faults.source.name, "请逐条改正后再运行", lines)


def _head(program: Program) -> ProgramHead:
    notice = program.notice
    return ProgramHead(
        program.id, program.title, notice.title, notice.number, notice.issuer, notice.date,
        notice.dated,
    )  # fmt: skip
