"""The checker's manifest: what it holds, and every fault with its line."""

from pathlib import Path

import pytest

from doccheck.errors import ProgramError
from doccheck.programs.manifest import load_manifest, read_proposal

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
    (waiver,), _ = load_manifest(write(tmp_path, GOOD))
    assert (waiver.rule, waiver.person, waiver.until.isoformat()) == (
        "附件2-7", "王某", "2021-12-31",
    )  # fmt: skip


def test_an_empty_manifest(tmp_path: Path) -> None:
    assert load_manifest(write(tmp_path, "")) == ((), ())


CUT = "documents:\n  - 扫描件.pdf#5-7: audit_report 2022\n  - 附件/执照.jpg: 营业执照\n"


def test_a_wrong_cut_is_put_right_in_one_line(tmp_path: Path) -> None:
    _, (report, licence) = load_manifest(write(tmp_path, CUT))
    assert (report.file, report.pages, report.kind, report.year) == (
        "扫描件.pdf", (5, 7), "audit_report", 2022,
    )  # fmt: skip
    assert (licence.file, licence.pages, licence.kind) == (
        "附件/执照.jpg",
        None,
        "business_licence",
    )
    assert report.place.endswith("清单.yaml:2")
    assert report.told == "扫描件.pdf#5-7"


def test_all_faults_of_the_cuts_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    text = CUT + (
        "  - 扫描件.pdf#7-9: evidence\n  - b.pdf#9-8: evidence\n  - c.pdf: audit_reprot\n"
        "  - d.pdf: evidence 2022\n  - e.pdf: ''\n"
    )
    with pytest.raises(ProgramError) as caught:
        load_manifest(write(tmp_path, text))
    told = "\n".join(caught.value.faults)
    for line, words in (
        (4, "重叠"),
        (5, "页码"),
        (6, "是不是“audit_report”"),
        (7, "年度"),
        (8, "看不懂"),
    ):
        assert f"清单.yaml:{line} " in told
        assert words in told


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


# ---- what an applicant proposes
def proposal(tmp_path: Path, text: str) -> tuple[int, str]:
    path = tmp_path / "doccheck.yaml"
    path.write_text(text, encoding="utf-8")
    told, faults = read_proposal(path, "doccheck.yaml")
    return len(told), "\n".join(faults)


def test_an_applicant_proposes_cuts(tmp_path: Path) -> None:
    assert proposal(tmp_path, CUT) == (2, "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD, "waivers"),
        (CUT + "waivers: []\n", "waivers"),
        ("a: &a [1]\nb: *a", "锚点"),
        ("documents: " + "[" * 40, ""),
        ("documents:\n" + "  - a.pdf: evidence\n" * 600, "多于"),
        ("x" * 70_000, "超过"),
        ("documents:\n  - a.pdf#3-1: evidence\n", "页码"),
    ],
)
def test_a_hostile_or_faulty_proposal_proposes_nothing(
    tmp_path: Path, text: str, says: str
) -> None:
    count, faults = proposal(tmp_path, text)
    assert count == 0
    assert faults
    assert says in faults
