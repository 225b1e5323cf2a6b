"""Workbooks (.xlsx, .xlsb, .xls, .et, .ods): a table a visible sheet, values as people see."""

import datetime
import re
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from doccheck.errors import UnreadableFileError
from doccheck.extractors.compound import open_compound
from doccheck.extractors.excel_pictures import pictures_on, workbook_picture
from doccheck.model.document import Block, Cell, Document, Paragraph, Table
from doccheck.model.files import SourceFile
from doccheck.model.places import Place

MAX_SHEETS = 200
"""Sheets read from one workbook: a set of audit schedules has about 60."""

MAX_SQUARES = 200_000
"""Squares of one workbook made into cells: a ledger of 10 000 rows by 20 columns still fits."""

MAX_SPREAD = 10_000_000
"""Squares between a sheet's first and last value: the library keeps them all, 32 bytes each."""

MAX_SHEET_BYTES = 400 * 2**20
"""Unpacked size of one sheet that is looked through; larger ones are packing bombs."""

EXACT_DIGITS = 15
"""Digits that Excel keeps; further ones of an identity number typed as a number are lost."""

NO_TABLE = -1
"""As index of a sheet's table: it has none."""

_CHUNK = 2**20  # bytes looked through at a time
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^<>]*[^/]>')

Span = tuple[int, int]
"""Rows and columns that a merged range covers."""


def read_excel(source: SourceFile) -> Document:
    """Read a workbook.

    Raises:
        UnreadableFileError: it is damaged, encrypted, without sheets or spread out without end.
    """
    workbook = _opened(source)
    blocks: list[Block] = []
    problems: list[str] = []
    names = _visible_sheets(workbook, problems)
    squares, tables = MAX_SQUARES, dict.fromkeys(names, NO_TABLE)
    for name in names[:MAX_SHEETS]:
        table = _read_sheet(workbook, source.path, name, squares, problems)
        if table:
            squares -= table.rows * table.cols
            blocks.extend((_title(source.path, name, not blocks), table))
            tables[name] = len(blocks) - 1
    if len(names) > MAX_SHEETS:
        problems.append(f"工作簿共 {len(names)} 个工作表，只读了前 {MAX_SHEETS} 个")
    return Document(
        file=source.path,
        file_format=source.file_format,
        blocks=tuple(blocks),
        pictures=pictures_on(source, tables) if source.file_format == "xlsx" else (),
        problems=tuple(problems),
    )


def excel_picture(source: SourceFile, number: int) -> bytes:
    """Return the bytes of a picture (1-based, as in `Document.pictures`), empty where lost."""
    pictures = read_excel(source).pictures
    wanted = pictures[number - 1].sha256 if number <= len(pictures) else ""
    return workbook_picture(source, wanted) if wanted else b""


def _opened(source: SourceFile) -> CalamineWorkbook:
    try:
        if source.file_format == "xlsx" and _spread(source.local) > MAX_SPREAD:
            raise UnreadableFileError(
                "工作表的范围过大，无法读取", source.path, "请删除表格末尾多余的内容后重新保存"
            )
        with source.local.open("rb") as stream:  # by path, the library believes the suffix
            return CalamineWorkbook.from_filelike(stream)
    except PasswordError as error:
        raise _locked(source) from error
    except (CalamineError, OSError, zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        if source.file_format == "xls" and _has_password(source):
            raise _locked(source) from error
        raise UnreadableFileError(
            "Excel 文件已损坏或不完整，无法打开", source.path, "请用 Excel 或 WPS 重新保存后再提交"
        ) from error


def _locked(source: SourceFile) -> UnreadableFileError:
    return UnreadableFileError("Excel 文件设有打开密码", source.path, "请去掉密码后重新提交")


def _has_password(source: SourceFile) -> bool:
    """Return whether an old workbook begins with the record that says it is encrypted."""
    try:
        with open_compound(source.local, source.path) as compound:
            stream = compound.optional("Workbook") or compound.optional("Book")
    except UnreadableFileError:
        return False
    at = 0
    while at + 4 <= min(len(stream), _FIRST_RECORDS):
        if stream[at : at + 2] == _FILE_PASS:
            return True
        at += 4 + int.from_bytes(stream[at + 2 : at + 4], "little")
    return False


_FILE_PASS = b"\x2f\x00"  # [MS-XLS] 2.4.117
_FIRST_RECORDS = 4096  # bytes of the stream; the record stands right after the first one


def _spread(path: Path) -> int:
    """Return the squares between the first and the last value of the widest sheet."""
    if not zipfile.is_zipfile(path):
        return 0  # encrypted or an old format under a new name: left to the library
    with zipfile.ZipFile(path) as package:
        parts = [n for n in package.namelist() if re.match(r"xl/worksheets/[^/]+\.xml$", n)]
        return max((_sheet_spread(package, part) for part in parts), default=0)


def _sheet_spread(package: zipfile.ZipFile, part: str) -> int:
    if package.getinfo(part).file_size > MAX_SHEET_BYTES:
        return MAX_SPREAD + 1
    rows, columns, rest = 0, 0, b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = rest + chunk
            for column, row in _FILLED_CELL.findall(text):
                rows = max(rows, int(row))
                columns = max(columns, _column_number(column))
            rest = text[text.rfind(b"<") :] if b"<" in text else b""
    return rows * columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _visible_sheets(workbook: CalamineWorkbook, problems: list[str]) -> list[str]:
    names: list[str] = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible == SheetVisibleEnum.Visible:
            names.append(sheet.name)
        else:
            problems.append(f"工作表“{sheet.name}”已隐藏，未读取")
    return names


def _read_sheet(
    workbook: CalamineWorkbook, file: str, name: str, squares: int, problems: list[str]
) -> Table | None:
    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError:
        problems.append(f"工作表“{name}”已损坏，未读取")
        return None
    if sheet.end is None:
        return None
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    rows = min(height, squares // width)
    if rows < height:
        problems.append(f"工作表“{name}”共 {height} 行，只读了前 {rows} 行")
    values = sheet.to_python(skip_empty_area=False, nrows=rows) if rows else []
    if any(_rounded(value) for row in values for value in row):
        problems.append(f"工作表“{name}”有超过 {EXACT_DIGITS} 位的数字，末几位已被 Excel 舍去")
    texts = [[shown(value) for value in row] for row in values]
    return _table(file, name, texts, _merged(sheet)) if any(map(any, texts)) else None


def shown(value: object) -> str:
    """Return a value as people see it: no `.0`, ISO dates, plain decimals."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _plain_number(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else str(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _plain_number(value: float) -> str:
    digits = f"{Decimal(f'{value:.{EXACT_DIGITS}g}'):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _rounded(value: object) -> bool:
    return isinstance(value, float) and abs(value) >= 10**EXACT_DIGITS


def _merged(sheet: CalamineSheet) -> dict[tuple[int, int], Span]:
    ranges = sheet.merged_cell_ranges or []
    return {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in ranges}


def _table(
    file: str, name: str, texts: Sequence[Sequence[str]], merged: dict[tuple[int, int], Span]
) -> Table:
    height = max(r for r, row in enumerate(texts) if any(row)) + 1
    width = max(c for row in texts for c, text in enumerate(row) if text) + 1
    covered = set(_covered(merged, height, width))
    cells = tuple(
        _cell(file, name, (r, c), texts[r][c], _clipped(merged.get((r, c)), height - r, width - c))
        for r in range(height)
        for c in range(width)
        if (r, c) not in covered
    )
    return Table(height, width, cells, Place(file, anchor=f"sheet[{name}]"))


def _covered(
    merged: dict[tuple[int, int], Span], height: int, width: int
) -> Iterable[tuple[int, int]]:
    """Yield the squares under merged ranges, without each range's first."""
    for (row, col), (rows, cols) in merged.items():
        for r in range(row, min(row + rows, height)):
            for c in range(col, min(col + cols, width)):
                if (r, c) != (row, col):
                    yield r, c


def _clipped(span: Span | None, rows: int, cols: int) -> Span:
    return (min(span[0], rows), min(span[1], cols)) if span else (1, 1)


def _cell(file: str, name: str, at: tuple[int, int], text: str, span: Span) -> Cell:
    place = Place(file, anchor=f"sheet[{name}].cell[{at[0]},{at[1]}]")
    blocks = (Paragraph(text, place),) if text else ()
    return Cell(*at, blocks, place, *span)


def _title(file: str, name: str, first: bool) -> Paragraph:
    return Paragraph(name, Place(file, anchor=f"sheet[{name}]"), page_break_before=not first)
