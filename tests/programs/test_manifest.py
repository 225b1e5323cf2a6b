"""The checker's manifest: what it holds, and every fault with its line."""

from pathlib import Path

import pytest

from doccheck.errors import ProgramError
from doccheck.programs.manifest import load_manifest

GOOD = """
waivers:
  - rule: 附件2-7
    subject: 法定代表人
    reason: 变更登记中
    person: 王某
    until: 2021-12-31
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "清单.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_waivers(tmp_path: Path) -> None:
    (waiver,) = load_manifest(write(tmp_path, GOOD)).waivers
    assert (waiver.rule, waiver.person, waiver.until.isoformat()) == (
        "附件2-7", "王某", "2021-12-31",
    )  # fmt: skip


def test_an_empty_manifest(tmp_path: Path) -> None:
    assert load_manifest(write(tmp_path, "")).waivers == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD.replace("reason", "reasn"), "缺少“reason”"),
        (GOOD.replace("王某", '""'), "person"),
        (GOOD.replace("2021-12-31", "年底"), "日期"),
        ("waiver: []", "是不是"),
        ("waivers: [", "YAML"),
        ("- 1", "键值表"),
    ],
)
def test_faults(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ProgramError) as caught:
        load_manifest(write(tmp_path, text))
    assert says in "\n".join((caught.value.what, *caught.value.faults))


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="读不到清单"):
        load_manifest(tmp_path / "没有.yaml")
