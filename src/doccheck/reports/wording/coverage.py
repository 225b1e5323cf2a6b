"""Words of SEC04 and SEC05: what a text tells about, and what backs it."""

from doccheck.reports.wording.words import Words

_BACKED = "有数据，有表格或图片"
_BACKED_EN = "figures, and tables or pictures"
_ACTUAL = "数据{figures}处，表格{tables}张，图片{pictures}张（{file}）"
_ACTUAL_EN = "{figures} figures, {tables} tables, {pictures} pictures ({file})"

WORDS: dict[str, dict[str, Words]] = {
    "SEC04.covered": {
        "zh": Words(
            "{section}写到了通知列出的{count}个方面：{found}。",
            "写到通知列出的{count}个方面",
            "{found_count}个方面都写到",
        ),
        "en": Words(
            "{section} tells about all {count} topics of the notice: {found}.",
            "all {count} topics",
            "all found",
        ),
    },
    "SEC04.partly": {
        "zh": Words(
            "{section}中好像没有写到这些方面：{missing}。请人工核对是否用了别的说法。",
            "写到通知列出的{count}个方面。没有找到的，是按这些词语查找的：{words}",
            "找到{found_count}个方面：{found}",
            "在{section}中补写：{missing}；用别的说法写到了的，请人工核对后确认。",
        ),
        "en": Words(
            "No words on these topics were found in {section}: {missing}. Please look.",
            "all {count} topics; those not found were searched for by: {words}",
            "{found_count} found: {found}",
            "Add to {section}: {missing}; if told in other words, confirm that.",
        ),
    },
    "SEC05.backed": {
        "zh": Words("{section}有数据和图表（如{examples}）。", _BACKED, _ACTUAL),
        "en": Words(
            "{section} is backed by figures and tables or pictures ({examples}).",
            _BACKED_EN,
            _ACTUAL_EN,
        ),
    },
    "SEC05.no_figures": {
        "zh": Words(
            "{section}里的数据很少，请人工核对。",
            _BACKED,
            _ACTUAL,
            "在{section}中用具体数据说明。",
        ),
        "en": Words(
            "{section} holds hardly any figures; please look.",
            _BACKED_EN,
            _ACTUAL_EN,
            "Add figures to {section}.",
        ),
    },
    "SEC05.no_tables_or_pictures": {
        "zh": Words(
            "{section}里没有读到表格或图片，请人工核对。",
            _BACKED,
            _ACTUAL,
            "在{section}中配上表格、图片。",
        ),
        "en": Words(
            "No table or picture was read in {section}; please look.",
            _BACKED_EN,
            _ACTUAL_EN,
            "Add tables or pictures to {section}.",
        ),
    },
    "SEC05.no_figures_and_tables_or_pictures": {
        "zh": Words(
            "{section}里没有读到多少数据，也没有读到表格或图片，请人工核对。",
            _BACKED,
            _ACTUAL,
            "在{section}中用数据和图表说明。",
        ),
        "en": Words(
            "{section} holds hardly any figures and no table or picture; please look.",
            _BACKED_EN,
            _ACTUAL_EN,
            "Add figures, tables and pictures to {section}.",
        ),
    },
}
