"""Words of FMT04: text that no reader sees. The keys are `FMT04.how`, `_paged` where pages are."""

from doccheck.reports.wording.words import Words

_EXPECTED = {"zh": "没有看不见的文字", "en": "no text that is not seen"}
_ACTUAL = {"zh": "{words}字看不见", "en": "{words} 字 not seen"}
_NOT_COUNTED = {"zh": "这些文字没有计入字数。", "en": " It is not counted in lengths."}

_HOW: dict[str, tuple[str, str, str, str]] = {
    "ink": (
        "颜色与底色相同，看不出来",
        "in the colour of their ground",
        "删去这些文字；确要保留的，把字体颜色改为黑色。",
        "Delete it, or make it black.",
    ),
    "tiny": (
        "字号过小，看不清楚",
        "too small to read",
        "删去这些文字；确要保留的，改为正常字号。",
        "Delete it, or give it a normal size.",
    ),
    "invisible": (
        "文字没有颜色，看不见",
        "drawn without ink",
        "删去这些文字，从原文件重新导出 PDF。",
        "Delete it and export the PDF anew.",
    ),
    "vanish": (
        "设成了“隐藏文字”，可能是模板的说明，请人工查看",
        "marked as hidden, perhaps by a template; please look",
        "在 Word 中显示隐藏文字，不需要的删去，需要的取消“隐藏”。",
        "Show hidden text in Word; delete it or unhide it.",
    ),
    "covered": (
        "被图形或图片盖住，请人工查看",
        "covered by a shape or picture; please look",
        "不需要的文字请删去后重新导出，不要用图形盖住。",
        "Delete what is not wanted; do not cover it.",
    ),
    "outside": (
        "在页面之外，可能是排版残留，请人工查看",
        "off the page, perhaps a leftover; please look",
        "删去页面之外的文字后重新导出。",
        "Delete what is off the page.",
    ),
}
"""How text is hidden → what is said of it, zh and en, and how to mend it."""


def _words(how: str, paged: bool) -> dict[str, Words]:
    zh, en, fix, fix_en = _HOW[how]
    place, place_en = ("第{pages}页", ", page {pages}") if paged else ("", "")
    return {
        "zh": Words(
            f"{{file}}{place}有{{words}}字{zh}：“{{quote}}”。{_NOT_COUNTED['zh']}",
            _EXPECTED["zh"], _ACTUAL["zh"], fix,
        ),
        "en": Words(
            f"{{file}}{place_en}: {{words}} 字 {en}: “{{quote}}”.{_NOT_COUNTED['en']}",
            _EXPECTED["en"], _ACTUAL["en"], fix_en,
        ),
    }  # fmt: skip


WORDS: dict[str, dict[str, Words]] = {
    **{f"FMT04.{how}": _words(how, paged=False) for how in _HOW},
    **{f"FMT04.{how}_paged": _words(how, paged=True) for how in _HOW},
    "FMT04.none": {
        "zh": Words("{count}个文件里没有发现看不见的文字。", "没有看不见的文字", "未发现"),
        "en": Words("No unseen text was found in {count} files.", "no unseen text", "none found"),
    },
    "FMT04.no_text": {
        "zh": Words("没有带文字的文件，这一项未检查。", fix="请提交 Word 或 PDF 文件。"),
        "en": Words("No file holds text of its own.", fix="Hand in Word or PDF files."),
    },
    "LEN.doubt_unseen": {
        "zh": Words(
            "另有{unseen}字看不见，没有计入；若计入则为{with_unseen}字，结论会不同，请人工判断。"
        ),
        "en": Words(
            "{unseen} 字 more are not seen and not counted; with them it is {with_unseen} 字, and"
            " the answer differs; a person decides."
        ),
    },
}
