"""Counting 字 the way Microsoft Word's word count (字数统计) does.

Every East Asian character, mark and full-width form is one; every run of other characters
between blanks is one. Circled digits and emoji are such other characters. The rules follow the
vectors that the project office-wordcount checked in Word; they do not cover the marks
“ ” ‘ ’ — … · whose class in Word hangs on the font, so both readings are counted.

Two departures from office-wordcount, on purpose: it counts an ideographic space as a word
(a space is none), and it counts an invisible character that stands alone between Chinese
characters as a word (nothing is printed there).
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from doccheck.text.charset import HAN, INVISIBLE, OTHER_EAST_ASIAN_LETTERS, WIDE, WIDE_MARKS

AMBIGUOUS_MARKS = "“”‘’—…·"

# Word counts each of these separators as a word of its own (as vectors 33–35 found).
_SEPARATORS = "\u2028\u2029"

_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<wide>[{OTHER_EAST_ASIAN_LETTERS}{WIDE_MARKS}{_SEPARATORS}]+)"
    rf"|(?P<mark>[{AMBIGUOUS_MARKS}]+)"
    rf"|(?P<run>[^{WIDE}{AMBIGUOUS_MARKS}\s]+)"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_COUNTED_INVISIBLE = re.compile("[\u200c\u200d]")  # joiners: characters, vectors 31–32


@dataclass(frozen=True, slots=True)
class WordCount:
    """How long a text is, in the units that people may mean by 字.

    Attributes:
        words: Word's 字数, the marks “ ” ‘ ’ — … · counted one each. This one decides.
        words_joined: the same, these marks taken as part of a run of other characters.
        chars_no_spaces: Word's 字符数 (不计空格).
        han: 汉字数, ideographs alone.
    """

    words: int
    words_joined: int
    chars_no_spaces: int
    han: int

    ZERO: ClassVar["WordCount"]

    def __add__(self, other: "WordCount") -> "WordCount":
        return WordCount(
            self.words + other.words,
            self.words_joined + other.words_joined,
            self.chars_no_spaces + other.chars_no_spaces,
            self.han + other.han,
        )


ZERO = WordCount(0, 0, 0, 0)
WordCount.ZERO = ZERO


def count(text: str) -> WordCount:
    """Count a text; blanks and line breaks separate runs and are not counted themselves."""
    hidden_but_counted = len(_COUNTED_INVISIBLE.findall(text))
    visible = _INVISIBLE.sub("", text)
    words = joined = chars = han = 0
    run_end = -1  # where the last run of non-East-Asian characters ended
    for token in _TOKEN.finditer(visible):
        start, end = token.span()
        size = end - start
        chars += size
        kind = token.lastgroup
        words += 1 if kind == "run" else size
        if kind in ("han", "wide"):
            joined += size
            han += size if kind == "han" else 0
        else:
            joined += start != run_end
            run_end = end
    return WordCount(words, joined, chars + hidden_but_counted, han)
