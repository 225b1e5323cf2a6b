"""Names of administrative divisions that Chinese enterprise names begin with (GB/T 2260)."""

import re

PROVINCES = """
北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南
广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门
"""

# Prefecture-level cities, with the county-level cities of the programmes' provinces.
CITIES = """
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安 太原 大同 阳泉 长治 晋城
朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔
乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平
辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河
牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 江阴
宜兴 新沂 邳州 溧阳 金坛 武进 常熟 张家港 昆山 太仓 启东 如皋 海安 海门 东台 仪征 高邮 丹阳
扬中 句容 兴化 靖江 泰兴 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 定海 普陀
岱山 嵊泗 余姚 慈溪 义乌 东阳 永康 诸暨 瑞安 乐清 海宁 平湖 桐乡 温岭 临海 合肥 芜湖 蚌埠
淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州
漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博
枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳
鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌
襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳
郴州 永州 怀化 娄底 湘西 浏阳 宁乡 醴陵 湘乡 韶山 耒阳 常宁 武冈 汨罗 临湘 津市 沅江 资兴
洪江 冷水江 涟源 吉首 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源
阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州
河池 来宾 崇左 海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾
广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱
临沧 拉萨 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威
张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 定州
辛集
"""

_NAMES = "|".join(sorted(f"{PROVINCES} {CITIES}".split(), key=len, reverse=True))
_SUFFIX = r"(?:维吾尔自治区|壮族自治区|回族自治区|特别行政区|自治区|自治州|省|市|地区)"
_LEADING = re.compile(
    rf"(?:中国(?=(?:\(|（)?(?:{_NAMES})))?(?:(?:{_NAMES}){_SUFFIX}?)+"
    r"(?:[一-鿿]{2,3}(?:市|县)|[一-鿿]{1,3}(?:新区|开发区|高新区|区)(?![域块间]))?"
    r"|[一-鿿]{2,3}(?:(?<![都城超])市(?!场|政)|县)(?:[一-鿿]{1,3}(?:新区|开发区|区)(?![域块间]))?"
)


def leading_division(name: str) -> str:
    """Return the divisions that a name begins with (江苏省常州市武进区), "" if none."""
    match = _LEADING.match(name)
    return match.group() if match else ""


_PROVINCE = "|".join(sorted(PROVINCES.split(), key=len, reverse=True))
_CITY = re.compile(
    rf"(?:(?:{_PROVINCE}){_SUFFIX}?)?({'|'.join(sorted(CITIES.split(), key=len, reverse=True))})"
    r"(?:市|地区|自治州|州)"
)


def leading_city(address: str) -> str:
    """Return the prefecture-level (or listed county-level) city that an address begins with.

    A province before it is passed over; "" where the address begins with neither.
    """
    match = _CITY.match(address)
    return match.group(1) if match else ""


_STEP = re.compile(r"([一-鿿]{2,8}?)(省|自治区|自治州|市|区|县|镇|乡|街道)")
_TOWNS, _COUNTIES = frozenset(("镇", "乡", "街道")), frozenset(("区", "县"))
_ZONE = re.compile(r"(?:开发|高新|新|工业|园|集中|产业|商务|社|小|厂|山|示范|保税|科技)$")
"""What ends the name of a 区 that is no division: a development zone, an estate, a works."""


def apart(place: str, address: str) -> bool:
    """Tell whether a place named in few words surely is not where an address lies.

    That is so where both name a town, or else a county, and no name of one stands in the other.
    Zones and estates lie across divisions and say nothing.
    """
    here, there = _steps(place), _steps(address)
    for level in (_TOWNS, _COUNTIES):
        own = [name for name, kind in here if kind in level]
        others = [name for name, kind in there if kind in level]
        if own and others:
            return not any(n in address for n in own) and not any(n in place for n in others)
    return False


def _steps(address: str) -> list[tuple[str, str]]:
    found = [(m[1], m[2]) for m in _STEP.finditer(address)]
    return [(name, kind) for name, kind in found if not (kind == "区" and _ZONE.search(name))]
