"""Words of ELI05: the category that fits a score."""

from doccheck.reports.wording.words import Words

_BAND = "{category}：{band}"
_BAND_EN = "{category}: {band}"

WORDS: dict[str, dict[str, Words]] = {
    "ELI05.no_scores": {
        "zh": Words(
            "{document}的自评分没有填写或没有读清，未检查申报类别是否相符。",
            "申报类别与自评分相符",
            "未检查",
            "填清自评分后再检查。",
        ),
        "en": Words(
            "The scores of {document} are missing or unclear, so the category was not checked.",
            "category fits the score",
            "not checked",
            "Fill in the scores.",
        ),
    },
    "ELI05.fits": {
        "zh": Words("申报“{category}”，自评分在分数段{band}内：{readings}。", _BAND, "{score}分"),
        "en": Words(
            "“{category}” is applied for and the score lies in its band {band}.",
            _BAND_EN,
            "{score}",
        ),
    },
    "ELI05.fits_one": {
        "zh": Words(
            "申报“{category}”。通知的分数段（{band}）与该类别各部分的分值对不上，两种理解都算过："
            "{readings}；{fitting}与分数段相符。",
            _BAND,
            "{fitting}",
        ),
        "en": Words(
            "“{category}”: the notice's band {band} does not go with the points of its parts; both"
            " readings were tried and {fitting} fits.",
            _BAND_EN,
            "{fitting}",
        ),
    },
    "ELI05.some_fit": {
        "zh": Words(
            "申报“{category}”（{band}），自评分的几种算法结果不一：{readings}，请人工核对。",
            _BAND,
            "{readings}",
            "先改正自评分和合计，再按总分核对申报类别。",
        ),
        "en": Words(
            "“{category}” ({band}): the ways to add up the scores differ: {readings}; please look.",
            _BAND_EN,
            "{readings}",
            "Correct the scores first, then see which category fits.",
        ),
    },
    "ELI05.gap": {
        "zh": Words(
            "自评{score}分落在通知两个分数段之间（{category}：{band}），请人工核对。",
            _BAND,
            "{readings}",
            "通知只列了整数分数段，请向受理部门确认半分如何计。",
        ),
        "en": Words(
            "{score} lies between two bands of the notice ({category}: {band}); please look.",
            _BAND_EN,
            "{readings}",
            "Ask how half points are counted.",
        ),
    },
    "ELI05.unreachable": {
        "zh": Words(
            "申报“{category}”（{band}），{readings}；通知的分数段高于该类别各部分的分值之和，"
            "自评分满分也达不到，请人工核对。",
            _BAND,
            "{readings}",
            "向受理部门确认该类别按哪些部分计分。",
        ),
        "en": Words(
            "“{category}” ({band}): {readings}; no full score of its parts reaches the notice's"
            " band, please look.",
            _BAND_EN,
            "{readings}",
            "Ask which parts count.",
        ),
    },
    "ELI05.below": {
        "zh": Words(
            "申报“{category}”需要{band}，自评{score}分，还差{short}分；按这个分数可申报：{others}。",
            _BAND,
            "{readings}",
            "改报相符的类别，或核对自评分。补足{short}分的办法：{options}。",
        ),
        "en": Words(
            "“{category}” needs {band}; the score is {score}, {short} short. It fits: {others}.",
            _BAND_EN,
            "{readings}",
            "Apply for the category that fits, or see the scores again. What would do: {options}.",
        ),
    },
    "ELI05.above": {
        "zh": Words(
            "申报“{category}”（{band}），自评{score}分；按这个分数可申报：{others}，请人工核对。",
            _BAND,
            "{readings}",
            "核对申报类别；自愿报低一级的请说明。",
        ),
        "en": Words(
            "“{category}” ({band}) is applied for with {score}; that fits: {others}. Please look.",
            _BAND_EN,
            "{readings}",
            "See whether the category is meant.",
        ),
    },
    "ELI05.override": {
        "zh": Words(
            "自评{score}分，低于“{category}”的分数段（{band}）；材料写有可自动认定的荣誉，请人工核对证书。",
            _BAND,
            "{readings}",
            "附上该荣誉的证书或公告。",
        ),
        "en": Words(
            "The score {score} is below {band} of “{category}”, but an honour is claimed that gives"
            " the category by itself; please see its certificate.",
            _BAND_EN,
            "{readings}",
            "Add the certificate.",
        ),
    },
    "ELI05.floor": {
        "zh": Words(
            "“{category}”要求{group}不低于{floor}分，自评{score}分，差{short}分。",
            "{group}不低于{floor}分",
            "{score}分",
            "核对{group}各项的自评分；确实不足的，不符合该类别的条件。",
        ),
        "en": Words(
            "“{category}” asks at least {floor} in {group}; the score is {score}, {short} short.",
            "{group} at least {floor}",
            "{score}",
            "See the scores of this part again.",
        ),
    },
    "ELI05.floor_met": {
        "zh": Words(
            "{group}自评{score}分，不低于“{category}”要求的{floor}分。",
            "{group}不低于{floor}分",
            "{score}分",
        ),
        "en": Words(
            "{group} is scored {score}, at least the {floor} that “{category}” asks.",
            "{group} at least {floor}",
            "{score}",
        ),
    },
    "ELI05.spent": {
        "zh": Words(
            "申报“{category}”要求有{item}，财务报表{year}年为{amount}。",
            "{item}大于0",
            "{amount}",
        ),
        "en": Words(
            "“{category}” asks for {item}; the statements of {year} show {amount}.",
            "{item} above zero",
            "{amount}",
        ),
    },
    "ELI05.not_spent": {
        "zh": Words(
            "申报“{category}”要求有{item}，财务报表{year}年为{amount}，请人工核对。",
            "{item}大于0",
            "{amount}",
            "如研发支出记在其他科目，请附研发费用明细说明。",
        ),
        "en": Words(
            "“{category}” asks for {item}; the statements of {year} show {amount}; please look.",
            "{item} above zero",
            "{amount}",
            "If it is booked elsewhere, add the ledger of the expense.",
        ),
    },
    "ELI05.bonus": {
        "zh": Words(
            "申报“{category}”，{group}计了{score}分；{group}只用于{only}，请人工核对。",
            "{group}只用于{only}",
            "{score}分",
            "去掉{group}后重算总分。",
        ),
        "en": Words(
            "“{category}” is applied for with {score} in {group}, which is only for {only}.",
            "only for {only}",
            "{score}",
            "Leave these points out of the total.",
        ),
    },
}
