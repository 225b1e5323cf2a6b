"""Names of persons; with the names of enterprises, the one place to import names from."""

import re

from doccheck.text.confusables import confusable, has_confusable
from doccheck.text.enterprises import (
    EnterpriseParts,
    NamedAs,
    enterprise_core,
    enterprise_names,
    names_enterprise,
    same_enterprise,
    short_forms,
)
from doccheck.text.normalise import clean, key

__all__ = [
    "EnterpriseParts",
    "NamedAs",
    "confusable",
    "enterprise_core",
    "enterprise_names",
    "has_confusable",
    "names_enterprise",
    "person_name",
    "same_enterprise",
    "same_person",
    "short_forms",
]

_HAN = "[㐀-䶿一-鿿\U00020000-\U0003fffd]"
_PERSON = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}}){{1,4}}")
_DOTS = re.compile(r"\s*[・･•‧∙⋅●．.·]\s*")
_LABEL = re.compile(
    r"^(?:法定代表人|法人代表|企业负责人|负责人|联系人|经办人|填表人|姓名|签字|签名)"
    r"(?:[(（][^)）]*[)）])?[:：]?(?=.)"
)
_TITLE = re.compile(r"(?<=..)(?:先生|女士|同志|总经理|董事长|副总经理|厂长|主任)$")
_BRACKETED_NOTE = re.compile(r"[(（][^)）]*[)）]$")

_FIELD_MAX = 60  # characters of a field with label, name, title and blanks

# Words that stand where a name should stand.
_NO_NAME = re.compile(
    "盖章|签字|签名|签章|公章|姓名|日期|暂无|不详|同上|详见|见附|年月|法定|代表|负责|联系|电话|手机|职务|公司|单位|"
    "企业|部门|科技|制造|管理|中心|集团|填写|性别|民族|传真|邮箱|邮编|地址|职称|总经理|董事长|经办|申报|打印"
)


def person_name(s: str) -> str | None:
    """Return the personal name that a field holds, without blanks, label and title; else None.

    Two to four Chinese characters, or parts joined by a dot as in names of other nationalities
    (迪丽热巴·迪力木拉提).
    """
    if len(s) > _FIELD_MAX:
        return None
    text = _DOTS.sub("·", "".join(clean(s).split()))
    text = _TITLE.sub("", _BRACKETED_NOTE.sub("", _LABEL.sub("", text)))
    if not _PERSON.fullmatch(text) or _NO_NAME.search(text):
        return None
    return text


def same_person(a: str, b: str) -> bool:
    """Tell whether two fields hold the same personal name; blanks and dots do not matter."""
    left, right = person_name(a) or a, person_name(b) or b
    return key(left).replace("·", "") == key(right).replace("·", "")
