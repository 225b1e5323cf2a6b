"""Reading an auditor's report: firm, number, whose statements, which year, opinion, date, CPAs.

Form: 中国注册会计师审计准则第1501号 (elements of the report), 第1502号 (modified opinions),
第1503号 (emphasis of matter). Everything is read from the cover and the report's own text;
statements and notes, which follow, are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Found
from doccheck.text import dates, names
from doccheck.text.normalise import clean
from doccheck.understanding.audit_letter import Letter, Piece, cite, letter_of, pieces_of
from doccheck.understanding.audit_opinion import read_opinion
from doccheck.understanding.statement_heads import title_lead
from doccheck.understanding.statement_rows import rows_of
from doccheck.understanding.statement_sheets import sheets_of
from doccheck.understanding.statement_years import sheet_year

T = TypeVar("T")

DECEMBER = 12
DOUBTFUL = 0.6  # two places of one report say different things
LONGEST_DATE_LINE = 40  # characters of a line of the signature block with the date in it
LONGEST_FIRM_LINE = 60

_FIRM_WORD = "会计师事务所"
_FIRM_FORM = re.compile(
    r"(?:[(（](?:特殊普通合伙|普通合伙|特殊的普通合伙|有限合伙)[)）]|有限(?:责任)?公司)?"
    r"(?:[一-鿿]{2,10}分所)?"
)
_NUMBER = re.compile(
    r"(?P<number>[一-鿿A-Za-z]{1,16}(?:[(（][一-鿿]{1,6}[)）][一-鿿]{0,6})?"
    r"\s*[〔\[【（(﹝]\s*(?:19|20)[0-9]{2}\s*年?\s*[〕\]】）)﹞]\s*(?:年度?|[一-鿿]{1,3}字)?\s*(?:第\s*)?[A-Za-z0-9][A-Za-z0-9\-－—]*\s*号"
    r"|[A-Z]{2,6}/(?:19|20)[0-9]{2}[A-Z0-9]{6,16}"
    r"|[一-鿿]{1,12}字\s*(?:19|20)[0-9]{2}\s*年?\s*第\s*[A-Za-z0-9\-]+\s*号)"
)
_NUMBER_LABEL = re.compile(r"^.*?(?:文号|编号|报告号|字号)")
_REPORT_WORD = re.compile(r"审|鉴|专|查|财|会")
_ADDRESSEE = re.compile(
    r"^(?:致[:：]?\s*)?(?P<name>[^，。；,;:：]{4,50}?)\s*(?:董事会)?(?:及|和|、)?(?:全体)?"
    r"(?:股东会|股东|合伙人|出资人|投资者|投资人|董事会|董事|管理层|成员)*\s*[:：]$"
)
_AUDITED = re.compile(
    r"审计了(?:后附的|所附的|贵公司)?(?P<name>[^，。；,;:：“”\"（(]{2,40}?(?:[（(][^）)]{1,12}[）)][^，。；,;:：“”\"（(]{0,20}?)?)"
    r"(?=\s*(?:[（(](?:以下|下称|简称)|[（(]?以下简称|(?:19|20)[0-9]{2}\s*年|的?财务报表|编制的|按照|，|及其子公司|集团))"
)
_STATED_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s*年\s*(?P<month>[0-9]{1,2})\s*月\s*[0-9]{1,2}\s*日\s*的?[^。；]{0,20}?(?:资产负债表|财务状况)"
)
_PLAIN_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})\s*年\s*度")
_TITLE_YEAR = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?:\s*年度?|(?=[^0-9年月日.\-]*(?:审计|报表|财报)))"
)
_CPA = re.compile(r"注册会计师\s*(?:[（(][^）)]{1,12}[）)])?\s*[:：]\s*(?P<rest>.*)$")
_PLACE = re.compile(
    r"(?:中国)?注册会计师\s*(?:[（(][^）)]{1,12}[）)])?\s*(?:[:：]\s*(?P<rest>.*?)(?=(?:中国)?注册会计师|$)|$)"
)
_PREPARER = re.compile(
    r"(?:编制|编报|填报|报送|核算)单位(?:名称)?(?:[（(]盖章[)）])?\s*[:：]?\s*(?P<rest>.+)$"
)
_TITLE_NAME = re.compile(r"^[^0-9]{4,40}?(?:公司|厂|合作社|中心|研究所|研究院)")
_NEXT_LABEL = re.compile(
    r"\s{2,}|\t|\s*(?:(?:19|20)[0-9]{2}\s*年|会小?企|金额单位|单位\s*[:：]|所属|日期|编制日期)"
)


@dataclass(frozen=True, slots=True)
class AuditFacts:
    """What an auditor's report says of itself; None for what was not found.

    Attributes:
        firm: the firm that signs. number: as printed, blanks left out.
        enterprise: whose statements were audited. year: at whose end the period ends.
        opinion: one of `audit_opinion.OPINIONS`. day: the report's date.
        accountants: CPAs' names where printed.
        signing: places where CPAs sign, with the name printed there or empty.
        end: the letter's last line, where signatures and seals stand; how many CPAs sign there.
    """

    firm: Found[str] | None = None
    number: Found[str] | None = None
    enterprise: Found[str] | None = None
    year: Found[int] | None = None
    opinion: Found[str] | None = None
    day: Found[date] | None = None
    accountants: tuple[Found[str], ...] = ()
    signing: tuple[Found[str], ...] = ()
    end: Found[int] | None = None


def read_audit(document: LogicalDocument) -> AuditFacts | None:
    """Return what an auditor's report says of itself, None where nothing of the kind stands."""
    letter = letter_of(document)
    signing = tuple(_signing(letter))
    facts = AuditFacts(
        _firm(letter), _number(letter), _enterprise(letter), _year(letter), read_opinion(letter),
        _day(letter), tuple(_accountants(letter)), signing,
        _found(document.id, len(signing), letter.body[-1]) if letter.body else None,
    )  # fmt: skip
    told = (facts.firm, facts.number, facts.opinion)
    return facts if any(told) or letter.body else None


def reporting_year(document: LogicalDocument) -> int | None:
    """Return the year that an audit report or statements speak of.

    By the auditor's words, else by the sheets' headings, the cover, the title, at last the file's
    name. None for an interim period.
    """
    pieces = pieces_of(document)
    year = _year(letter_of(document)) if any("审计" in p.text for p in pieces) else None
    if year is not None:
        return year.value
    sheets = sheets_of(rows_of(document.blocks))
    whole = [
        y
        for s in sheets
        if (y := sheet_year(s)) and (s.stated is None or s.stated.month in (None, DECEMBER))
    ]
    if whole:
        return max(whole)
    if sheets:
        return None
    names_of_file = (document.title, document.file.rsplit("/", 1)[-1])
    found = (_TITLE_YEAR.search(text) for text in (*(p.text for p in pieces[:12]), *names_of_file))
    return next((int(m["year"]) for m in found if m), None)


def statement_enterprise(document: LogicalDocument) -> Found[str] | None:
    """Return whose statements they are: 编制单位：…, else the name in a sheet's title."""
    for row in rows_of(document.blocks):
        match = _PREPARER.search(row.text)
        if match is None:
            continue
        full = names.enterprise_names(match["rest"])
        name = full[0] if full else clean(_NEXT_LABEL.split(match["rest"], maxsplit=1)[0])
        if name:
            piece = Piece(row.text, row.entries[0].place)
            return _found(document.id, name, piece)
    for piece in pieces_of(document):
        full = names.enterprise_names(piece.text) or _TITLE_NAME.findall(title_lead(piece.text))
        if full and len(piece.text) <= LONGEST_FIRM_LINE and "会计师事务所" not in full[0]:
            return _found(document.id, full[0], piece)
    return None


# ---- parts of the letter
def _firm(letter: Letter) -> Found[str] | None:
    """Return the firm: as it signs, else as its letterhead or the cover has it."""
    for pieces in (letter.body[::-1], letter.front):
        for n, piece in enumerate(pieces):
            if len(piece.text) > LONGEST_FIRM_LINE:
                continue
            after = pieces[n - 1].text if pieces is not letter.front and n else ""
            after = pieces[n + 1].text if pieces is letter.front and n + 1 < len(pieces) else after
            name = _firm_in(piece.text, after)
            if name:
                return _found(letter.document, name, piece)
    return None


def _firm_in(text: str, after: str) -> str:
    """Return a firm named in a line with its legal form, which may be wrapped to the next line."""
    line = "".join(clean(text).split())
    found = [n for n in names.enterprise_names(line) if "会计师事务所" in n]
    if not found:
        return ""
    head = found[0][: found[0].index(_FIRM_WORD) + len(_FIRM_WORD)]
    rest = line[line.index(head) + len(head) :]
    form = _FIRM_FORM.match(rest or "".join(clean(after).split()))
    return head + (form[0] if form else "")


def _number(letter: Letter) -> Found[str] | None:
    """Return the report's number; the one on the letter counts where the cover's differs."""
    found: list[tuple[str, Piece]] = []
    for piece in (*letter.front, *letter.body):
        for match in _NUMBER.finditer("".join(piece.text.split())):
            number = _NUMBER_LABEL.sub("", match["number"]).lstrip(":：")
            if ("/" in number or _REPORT_WORD.search(number)) and len(
                piece.text
            ) <= LONGEST_FIRM_LINE:
                found.append((number, piece))
    if not found:
        return None
    (number, _), *_rest = Counter(n for n, _ in found).most_common(1)
    piece = next(p for n, p in found if n == number)
    differing = sorted({n for n, _ in found} - {number})
    note = f"报告中另有文号：{'、'.join(differing)}" if differing else ""
    return _found(letter.document, number, piece, DOUBTFUL if differing else 1.0, note)


def _enterprise(letter: Letter) -> Found[str] | None:
    """Return whose statements were audited: by the opinion's first sentence, else the addressee."""
    match = _AUDITED.search(letter.text)
    if match is not None:
        full = names.enterprise_names(match["name"])
        name = full[0] if full else clean(match["name"])
        if full or not name.startswith("贵"):
            return _found(letter.document, name, letter.piece_at(match.start("name")))
    for piece in letter.body:
        addressee = _ADDRESSEE.match(clean(piece.text))
        if addressee and (full := names.enterprise_names(addressee["name"])):
            return _found(letter.document, full[0], piece)
    for piece in letter.front:
        full = [n for n in names.enterprise_names(piece.text) if "事务所" not in n]
        if full and len(piece.text) <= LONGEST_FIRM_LINE:
            return _found(letter.document, full[0], piece)
    return None


def _year(letter: Letter) -> Found[int] | None:
    stated = list(_STATED_YEAR.finditer(letter.text))
    if stated:
        last = max(stated, key=lambda m: int(m["year"]))
        if int(last["month"]) != DECEMBER:
            return None
        return _found(letter.document, int(last["year"]), letter.piece_at(last.start()))
    plain = _PLAIN_YEAR.search(letter.text)
    if plain is not None:
        return _found(letter.document, int(plain["year"]), letter.piece_at(plain.start()))
    for piece in letter.front:
        if match := _TITLE_YEAR.search(piece.text):
            return _found(letter.document, int(match["year"]), piece)
    return None


def _day(letter: Letter) -> Found[date] | None:
    """Return the report's date: the last one that stands in a short line of the letter."""
    for piece in reversed(letter.body):
        if len(piece.text) > LONGEST_DATE_LINE:
            continue
        found = [d for d in dates.all_dates(piece.text) if d.precision == "day" and d.value]
        if found and found[-1].value:
            return _found(letter.document, found[-1].value, piece)
    return None


def _accountants(letter: Letter) -> Iterator[Found[str]]:
    """Yield the names printed behind 中国注册会计师：, each once."""
    seen: set[str] = set()
    for n, piece in enumerate(letter.body):
        match = _CPA.search(clean(piece.text))
        if match is None:
            continue
        after = letter.body[n + 1].text if n + 1 < len(letter.body) else ""
        rest = re.split(r"中国注册|[（(]|\s{2,}", match["rest"])[0]
        name = names.person_name(rest) or _name_below(rest, after)
        if name and name not in seen:
            seen.add(name)
            yield _found(letter.document, name, piece)


def _signing(letter: Letter) -> Iterator[Found[str]]:
    """Yield each place where a CPA signs; one line may hold two."""
    for n, piece in enumerate(letter.body):
        if len(piece.text) > LONGEST_FIRM_LINE:
            continue
        places = list(_PLACE.finditer(clean(piece.text)))
        after = letter.body[n + 1].text if n + 1 < len(letter.body) else ""
        for place in places:
            rest = re.split(r"[（(]|\s{2,}", place["rest"] or "")[0]
            name = names.person_name(rest) or _name_below(rest, after if len(places) == 1 else "")
            yield _found(letter.document, name or "", piece)


def _name_below(rest: str, after: str) -> str | None:
    """Return the name printed under the label; 中国·常州 is a place."""
    if rest.strip() or clean(after).startswith("中国"):
        return None
    return names.person_name(after)


def _found(
    document: str, value: T, piece: Piece, confidence: float = 1.0, note: str = ""
) -> Found[T]:
    return Found(value, (cite(document, piece, confidence, note),))
