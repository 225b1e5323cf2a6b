"""What holds at a point of an RTF file: groups inherit it and give it back."""

from dataclasses import dataclass, field

SKIPPED = frozenset(
    ("info", "themedata", "colorschememapping", "latentstyles", "datastore",
     "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "fldinst", "nonshppict",
     "bkmkstart", "bkmkend", "revtbl", "annotation", "atnid", "atnauthor", "sp", "filetbl",
     "objdata", "objclass", "pgdsctbl", "pntxta", "pntxtb", "mmathPr", "ftnsep", "ftnsepc",
     "aftnsep", "aftnsepc", "wgrffmtfilter", "template", "nonesttables", "userprops", "docvar",
     "formfield", "datafield", "xe", "tc", "ud", "background", "fontemb", "fontfile", "falt",
     "panose", "keywords", "shprslt", "bkmkpub", "atrfstart", "atrfend", "atnref", "atndate",
     "oldcprops", "oldpprops", "oldsprops", "oldtprops", "mhtmltag", "htmltag")
)  # fmt: skip
"""Groups that hold no text of the page."""

KNOWN_STARRED = frozenset(
    ("shpinst", "shptxt", "nesttableprops", "fldinst", "listtext", "shppict", "upr")
)
"""Groups marked "ignore if unknown" that are read, or skipped by name."""

FURNITURE = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "footnote",
}  # fmt: skip

CODEPAGES = {
    134: "gb18030", 136: "big5", 128: "cp932", 129: "cp949", 238: "cp1250", 204: "cp1251",
    161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257", 222: "cp874",
}  # fmt: skip
"""Encoding by the character set of a font; 0 and 1 are the file's own."""


LETTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "nbsp": "\u00a0", "nbhyphen": "-", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u3000", "enspace": " ", "qmspace": " ",
}  # fmt: skip
"""Words that stand for a character."""

ROW_WORDS = {
    "trowd": "", "trleft": "", "cellx": "", "clvmgf": "first_down", "clvmrg": "down",
    "clmrg": "across", "clcbpat": "", "clshdng": "", "trcbpat": "",
}  # fmt: skip
"""Words of a row's definition; those of a merged cell with the flag that they set."""


FILLS = {"clcbpat": "fill", "clshdng": "pattern", "trcbpat": "fill"}
"""Words of a row's definition that say what stands behind its text."""

GROUNDS = {"cbpat": "fill", "shading": "pattern"}
"""Words of a paragraph that say what stands behind its text."""

EFFECTS = frozenset(("outl", "shad", "embo", "impr"))
"""Effects that show letters of whatever colour."""

NUMBERS = {
    "cf": "colour", "cb": "ground", "chcbpat": "ground", "highlight": "ground",
    "charscalex": "scale",
}  # fmt: skip
"""Words with a number that the state keeps."""

PICTURE = "picture"
"""As target of a group: it holds a picture's bytes."""


@dataclass(slots=True)
class State:
    """Look and standing of the text at a point.

    Attributes:
        skip: it is no text of the page. shape: though the pictures in it float over the page.
        hidden: nobody sees it. deleted: a tracked change takes it out.
        font: number. size: half-points. after_unicode: bytes that repeat a `\\u` for old readers.
        colour, ground: numbers of the colours of letters and behind them, 0 for automatic.
        effects: letters are shown by an outline or shadow. scale: their width in per cent.
        target: what the group holds: `body`, `fonts`, `styles`, `number`, `colours`, `picture`,
            or a role.
    """

    skip: bool = False
    shape: bool = False
    hidden: bool = False
    deleted: bool = False
    font: int = 0
    size: int = 24
    bold: bool = False
    colour: int = 0
    ground: int = 0
    effects: bool = False
    scale: int = 100
    after_unicode: int = 1
    target: str = "body"


@dataclass(slots=True)
class Font:
    """A font: encoding of its bytes, empty for the file's own, and its name."""

    encoding: str = ""
    name: str = ""


@dataclass(slots=True)
class ParagraphState:
    """What holds for the paragraph being read."""

    style: int = 0
    level: int | None = None
    centred: bool = False
    depth: int = 0
    breaks_page: bool = False
    fill: int = 0
    pattern: int = 0


@dataclass(slots=True)
class StyleSheet:
    """Styles by number: outline level (1–9) and name."""

    levels: dict[int, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
