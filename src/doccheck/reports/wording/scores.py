"""Words of ELI04: the score card."""

from doccheck.reports.wording.words import Words

_WITHIN = "0—{points}分"
_WITHIN_EN = "0–{points}"

WORDS: dict[str, dict[str, Words]] = {
    "ELI04.right": {
        "zh": Words(
            "{document}的{count}项自评分都在分值以内，小计和总分算得对（{total}分）。",
            "各项不超过分值，合计正确",
            "共{total}分",
        ),
        "en": Words(
            "All {count} scores of {document} are within their points and the sums are right.",
            "within the points, sums right",
            "{total}",
        ),
    },
    "ELI04.no_table": {
        "zh": Words(
            "{document}上没有读到评分表格，未检查自评分。",
            "按通知的评价标准自评",
            "没有读到评分表格",
            "请用通知所附的评价标准表填写自评分。",
        ),
        "en": Words(
            "No table of scores was read on {document}, so it was not checked.",
            "the notice's score card",
            "no table read",
            "Fill in the notice's score card.",
        ),
    },
    "ELI04.blank": {
        "zh": Words(
            "{document}的自评分一栏都没有填写。",
            "各项填写自评分",
            "{count}项均为空白",
            "按评价标准逐项填写自评分、小计和总分。",
        ),
        "en": Words(
            "No score is filled in on {document}.",
            "a score for every item",
            "{count} items empty",
            "Fill in the scores and sums.",
        ),
    },
    "ELI04.no_column": {
        "zh": Words(
            "{document}上没有读到自评分一栏，请人工核对。",
            "各项填写自评分",
            "没有读到自评分一栏",
            "在评价标准表上加一栏填写自评分、小计和总分。",
        ),
        "en": Words(
            "No column for the own score was read on {document}; please look.",
            "a score for every item",
            "no such column read",
            "Add a column with the scores and sums.",
        ),
    },
    "ELI04.over": {
        "zh": Words(
            "{item}自评{score}分，超过分值{points}分。",
            _WITHIN,
            "{score}分（{file}）",
            "把{item}的自评分改到{points}分以内，并重算小计和总分。",
        ),
        "en": Words(
            "{item} is scored {score}; its points are {points}.",
            _WITHIN_EN,
            "{score} ({file})",
            "Correct the score and the sums.",
        ),
    },
    "ELI04.below": {
        "zh": Words(
            "{item}自评{score}分，低于零分。",
            _WITHIN,
            "{score}分（{file}）",
            "改正{item}的自评分，并重算小计和总分。",
        ),
        "en": Words(
            "{item} is scored {score}, below zero.",
            _WITHIN_EN,
            "{score} ({file})",
            "Correct the score and the sums.",
        ),
    },
    "ELI04.points_changed": {
        "zh": Words(
            "{item}的分值印的是{printed}分，通知是{points}分，请人工核对。",
            "分值{points}分",
            "{printed}分（{file}）",
            "用通知所附的评价标准表，分值不作改动。",
        ),
        "en": Words(
            "{item} is printed with {printed} points; the notice has {points}. Please look.",
            "{points}",
            "{printed} ({file})",
            "Use the notice's own table.",
        ),
    },
    "ELI04.no_grade": {
        "zh": Words(
            "{item}自评{score}分，不是评价标准列出的档次（{grades}），请人工核对。",
            "{grades}",
            "{score}分（{file}）",
            "按所达到的档次填写{item}的自评分。",
        ),
        "en": Words(
            "{item} is scored {score}, which is none of the grades ({grades}); please look.",
            "{grades}",
            "{score} ({file})",
            "Give the score of the grade reached.",
        ),
    },
    "ELI04.share": {
        "zh": Words(
            "{item}自评{score}分；按报表，占比平均为{share}（{years}），达不到这一档（{grades}），请人工核对。",
            "{grades}",
            "{score}分；报表平均{share}",
            "按报表数据核对{item}的自评分；口径不同的请说明。",
        ),
        "en": Words(
            "{item} is scored {score}; by the statements the share is {share} on average ({years}),"
            " below that grade ({grades}); please look.",
            "{grades}",
            "{score}; {share} by the statements",
            "See the score again against the statements.",
        ),
    },
    "ELI04.some_blank": {
        "zh": Words(
            "{document}有{count}项没有填写自评分：{items}，合计时按零分计，请人工核对。",
            "各项填写自评分",
            "空白：{items}",
            "补填这些项目的自评分；不得分的写0。",
        ),
        "en": Words(
            "{count} items of {document} have no score: {items}; counted as zero, please look.",
            "a score for every item",
            "empty: {items}",
            "Fill in the scores.",
        ),
    },
    "ELI04.unclear": {
        "zh": Words(
            "{document}有{count}项的自评分没有读清：{items}，请人工核对，合计未核算。",
            "各项填写自评分",
            "未读清：{items}",
            "这些项目各写一个数。",
        ),
        "en": Words(
            "{count} scores of {document} are not clear: {items}; please look, no sums were made.",
            "a score for every item",
            "unclear: {items}",
            "Write one number for each.",
        ),
    },
    "ELI04.no_row": {
        "zh": Words(
            "{document}上没有读到这些评价项目：{items}，请人工核对。",
            "评价标准的各项",
            "未读到：{items}",
            "用通知所附的评价标准表，各项都保留。",
        ),
        "en": Words(
            "These items were not read on {document}: {items}; please look.",
            "all items of the card",
            "not read: {items}",
            "Keep all items of the notice's table.",
        ),
    },
    "ELI04.sum": {
        "zh": Words(
            "{sum}写{stated}分，各项自评分之和是{computed}分，相差{difference}分。",
            "{computed}分",
            "{stated}分（{file}）",
            "核对各项自评分，把{sum}改为各项之和。",
        ),
        "en": Words(
            "{sum} says {stated}, but the scores add up to {computed} (difference {difference}).",
            "{computed}",
            "{stated} ({file})",
            "Correct the sum.",
        ),
    },
    "ELI04.no_total": {
        "zh": Words(
            "{sum}没有填写；各项自评分之和是{computed}分，请人工核对。",
            "{computed}分",
            "空白（{file}）",
            "填写{sum}。",
        ),
        "en": Words(
            "{sum} is empty; the scores add up to {computed}. Please look.",
            "{computed}",
            "empty ({file})",
            "Fill in the sum.",
        ),
    },
}
