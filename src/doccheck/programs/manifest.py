"""The checker's own manifest (`--manifest FILE`): which findings he lets stand, why, until when.

It is given on the command line and never looked for inside a submission: applicants write those.
"""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from doccheck.errors import ProgramError
from doccheck.model.report import Waiver
from doccheck.programs.faults import Faults
from doccheck.programs.shape import shape_faults
from doccheck.programs.source import MAX_BYTES, parse


class Manifest(BaseModel):
    """What a manifest holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    waivers: tuple[Waiver, ...] = ()


def load_manifest(path: Path) -> Manifest:
    """Load a manifest; ProgramError with every fault, each as `file:line what`."""
    source = parse(_read(path), str(path))
    data = {} if source.data is None else source.data
    try:
        return Manifest.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        faults = Faults(source)
        shape_faults(error, faults, Manifest)
        lines = faults.lines()
        what = f"清单有 {len(lines)} 处错误\n" + "\n".join(lines)
        raise ProgramError(what, str(path), "请逐条改正后再运行", lines) from error


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
