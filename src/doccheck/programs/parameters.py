"""A rule's parameters in words, so that they can be held against the notice."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from doccheck.checks.audited import ITEM_LABELS
from doccheck.checks.lengths import ApproximateLength
from doccheck.model.program import Program, RuleSpec

Values = dict[str, Any]
UNKNOWN = "{key}：{value}"
"""How a parameter without words of its own is shown; `tests/programs` allows none."""

NEEDS = {"figures": "数据", "tables_or_pictures": "表格或图片"}
MARKS = {"seal": "印章", "signature": "签字"}
WHOSE = {"enterprise": "企业", "recommender": "推荐单位"}
TABLES = {"quotas": "名额表", "targets": "目标表", "score_card": "评分表"}


def in_words(program: Program, rule: RuleSpec) -> tuple[str, ...]:
    """Return what a rule's parameters say, one sentence each; nothing for a rule without any."""
    left = dict(rule.params)
    said = list(SENTENCES[rule.rule](program, left)) if rule.rule in SENTENCES else []
    said += [_one(program, key, value) for key, value in left.items()]
    return tuple(words for words in said if words)


def _one(program: Program, key: str, value: Any) -> str:
    if key in KEYS:
        return KEYS[key](program, value)
    return UNKNOWN.format(key=key, value=value)


# ---- names


def name_of(program: Program, key: str) -> str:
    """Return what a field or a statement's item is called; 电话 says whose it is."""
    spec = next((f for f in program.fields if f.key == key), None)
    if spec is None:
        return f"“{ITEM_LABELS.get(key, key)}”"
    return f"{spec.group[0]}的“{spec.label}”" if spec.group else f"“{spec.label}”"


def _names(program: Program, keys: str | Iterable[str]) -> str:
    return "、".join(name_of(program, k) for k in _several(keys))


def _documents(program: Program, keys: str | Iterable[str]) -> str:
    return "、".join(f"《{program.document(k).title}》" for k in _several(keys))


def _sections(program: Program, keys: str | Iterable[str]) -> str:
    return "、".join(f"“{program.section(k).title}”" for k in _several(keys))


def _several(keys: str | Iterable[str]) -> Iterable[str]:
    return (keys,) if isinstance(keys, str) else keys


def _years(years: Iterable[int]) -> str:
    return "、".join(map(str, years)) + "年"


def _words(words: Iterable[str]) -> str:
    return "、".join(f"“{w}”" for w in words)


# ---- single parameters

KEYS: Mapping[str, Callable[[Program, Any], str]] = {
    "document": lambda p, v: f"材料：{_documents(p, v)}",
    "documents": lambda p, v: f"材料：{_documents(p, v)}",
    "section": lambda p, v: f"章节：{_sections(p, v)}",
    "sections": lambda p, v: f"章节：{_sections(p, v)}",
    "field": lambda p, v: f"栏目：{_names(p, v)}",
    "fields": lambda p, v: f"栏目：{_names(p, v)}",
    "years": lambda _, v: f"年度：{_years(v)}",
    "year": lambda _, v: f"年度：{v}年",
    "source": lambda p, v: f"对照：{_documents(p, v)}",
    "accept": lambda p, v: "；".join(
        f"{name_of(p, f)}可以是报表的{'或'.join(_item(i) for i in items)}" for f, items in v.items()
    ),
    "loose": lambda p, v: f"口径较宽、有差别时由人看：{_names(p, v)}",
    "answer": lambda _, v: f"都选“{v}”",
    "award": lambda _, v: f"以往认定：{v}（名单用 --recognised 给出）",
    "qualification": lambda _, v: f"资质：{v}",
    "words": lambda _, v: f"证书上有{_words(v)}之一",
    "usual_years": lambda _, v: f"这类认定通常管{v}年",
    "needs": lambda _, v: f"要有{'、'.join(NEEDS[n] for n in v)}",
    "table": lambda p, v: f"按{TABLES.get(v, v)}（{p.extra[v].get('clause', '')}）",
    "whose": lambda _, v: f"看{WHOSE[v]}的",
    "order": lambda _, v: "要写明推荐顺序" if v else "不要求写明推荐顺序",
    "size": lambda _, v: f"纸张：{v}",
    "employees": lambda p, v: f"人数：{name_of(p, v)}",
    "minimum": lambda _, v: f"至少{v}份",
    "claimed_by": lambda p, v: f"填报了{_names(p, v)}才要求",
    "share": lambda _, v: f"相同文字占{_number(v)}起",
    "run": lambda _, v: f"连续相同{v}字起",
}


def _item(name: str) -> str:
    return ITEM_LABELS.get(name, name)


def _number(value: Any) -> str:
    number = Decimal(str(value))
    return f"{(number * 100).normalize():f}%" if 0 < abs(number) < 1 else f"{number:f}"


# ---- rules whose parameters make one sentence


def _material(program: Program, left: Values) -> list[str]:
    key = left.pop("document")
    said = f"材料：{_documents(program, key)}"
    if others := left.pop("any_of", ()):
        said += f"，或{_documents(program, others)}"
    years = program.document(key).years
    return [said + (f"，{_years(years)}各一份" if years else "")]


def _marked(_: Program, left: Values) -> list[str]:
    sorts = left.pop("any_of", ())
    return [f"{'或'.join(MARKS[s] for s in sorts)}即可"] if sorts else []


def _length(relation: str) -> Callable[[Program, Values], list[str]]:
    def said(program: Program, left: Values) -> list[str]:
        return [f"{_counted(program, left)}{relation.format(left.pop('limit'))}"]

    return said


def _about(program: Program, left: Values) -> list[str]:
    limits = ApproximateLength.model_validate(left)
    inside, beyond = _number(limits.pass_within), _number(limits.review_within)
    for key in ("pass_within", "review_within"):
        left.pop(key, None)
    what = _counted(program, left)
    return [f"{what}{left.pop('limit')}字左右（相差{inside}以内符合，{beyond}以内待核）"]


def _counted(program: Program, left: Values) -> str:
    """Return what is counted, and take it out of the parameters."""
    document = left.pop("document", "")
    where = _documents(program, document) if document else ""
    if left.pop("whole", False):
        return f"{where}全文"
    if section := left.pop("section", ""):
        return f"{where}章节{_sections(program, section)}"
    return f"{where}栏目{name_of(program, left.pop('field'))}"


def _name_length(program: Program, left: Values) -> list[str]:
    field = left.pop("field", "benchmark_name")
    return [f"{name_of(program, field)}不超过{left.pop('limit')}字"]


def _pattern(_: Program, left: Values) -> list[str]:
    said = [f"以{_words(left.pop('endings'))}结尾"]
    if connectors := left.pop("connectors", ()):
        said.append(f"企业与方法之间用{_words(connectors)}等词")
    said.append("不合的算不符合" if left.pop("strict", False) else "不合的由人看")
    if models := left.pop("models", ()):
        said.append(f"通知的例子：{_words(models)}")
    return said


def _threshold(program: Program, left: Values) -> list[str]:
    condition, field = left.pop("condition"), name_of(program, left.pop("field"))
    least, of = left.pop("at_least", None), left.pop("of", "")
    years = left.pop("years", ())
    when = f"{_years(years)}" if years else ""
    change = "下降" if left.pop("falling", False) else "增长"
    more = "" if least is None else _number(least)
    said = {
        "profitable_years": f"{when}{field}都大于0",
        "minimum": f"{when}{field}不低于{more}",
        "growth": f"{when}{field}比上年{change}{'超过' + more if more else ''}",
        "share": f"{when}{field}占{name_of(program, of)}不低于{more}",
        "at_most": f"{when}{field}不超过{name_of(program, of)}",
    }[condition]
    missed = left.pop("missed", "fail")
    return [said, *(["不满足时由人看"] if missed == "review" else [])]


def _ratio(program: Program, left: Values) -> list[str]:
    field, readings = name_of(program, left.pop("field")), left.pop("readings")
    said = f"{field}＝{'，或 '.join(r['name'] for r in readings)}"
    if len(readings) > 1:
        said += "（通知的写法有几种读法，合其一即可）"
    left.pop("mistaken", None)  # only names a slip
    return [said]


def _changes(program: Program, left: Values) -> list[str]:
    return [
        f"{name_of(program, c['field'])}是{name_of(program, c['of'])}"
        f"{c['year']}年比{c.get('base_year') or c['year'] - 1}年的变化"
        for c in left.pop("changes")
    ]


def _criteria(program: Program, left: Values) -> list[str]:
    said = f"至少选{left.pop('minimum')}项"
    if mandatory := left.pop("mandatory", ()):
        said += f"，必有第{'、'.join(map(str, mandatory))}项"
    rows = [_criterion(program, c) for c in left.pop("criteria")]
    if evidence := left.pop("evidence", ""):
        rows.append(f"佐证看{_documents(program, evidence)}")
    return [said, *rows]


def _criterion(program: Program, row: Mapping[str, Any]) -> str:
    ways = []
    if fields := row.get("fields"):
        ways.append(f"栏目{_names(program, fields)}")
    return (
        f"第{row['number']}项 {row['name']}：{'；'.join((*ways, *_material_signs(program, row)))}"
    )


def _kinds(program: Program, left: Values) -> list[str]:
    said = [f"材料：{_documents(program, left.pop('document'))}，至少{left.pop('minimum', 1)}种"]
    for row in left.pop("kinds"):
        signs = "；".join(_material_signs(program, row))
        if claimed := row.get("claimed_by"):
            signs += f"；填报了{_names(program, claimed)}才要求"
        said.append(f"{row['name']}：{signs}")
    return said


def _material_signs(program: Program, row: Mapping[str, Any]) -> list[str]:
    signs = []
    if words := row.get("words"):
        signs.append(f"材料上有{_words(words)}之一")
    if documents := row.get("documents"):
        signs.append(f"有{_documents(program, documents)}")
    if nothing := row.get("nothing"):
        signs.append(f"填{_words(nothing)}不算")
    return signs


def _practice(_: Program, left: Values) -> list[str]:
    return [f"到收件日已用了至少{left.pop('years')}年"]


SENTENCES: Mapping[str, Callable[[Program, Values], list[str]]] = {
    "MAT01": _material, "MAT05": _kinds, "SIG01": _marked, "SIG02": _marked,
    "LEN01": _length("不超过{}字"), "LEN02": _length("不少于{}字"), "LEN03": _about,
    "NAM01": _name_length, "NAM02": _pattern,
    "FIN02": _ratio, "FIN03": _changes, "ELI02": _threshold, "ELI03": _criteria,
    "ELI09": _practice,
}  # fmt: skip
