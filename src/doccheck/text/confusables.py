"""Characters that recognisers take for one another.

Three sources: confusions that PP-OCRv6 and PP-OCRv5 were measured to make alike, on every
character of GB 2312 and 600 rarer ones of names, drawn and made worse (霂 read as 霖 by both, each
surely); confusions of rendered names measured before; pairs that differ by one stroke or a small
part and stand in names and enterprise names.
"""

import unicodedata

_BOTH_ALIKE = """
袆祎 虡虞 睛晴 凇淞 垅城 嫒媛 嬴羸赢 屾岫 峄峰 崟鉴 悫态 昙县 昪昇 晢哲暂 暻曝 曈疃瞳 栩相 桄祧桃
桕柏 楝棟 榘渠 椽橡 汊汉 汩汨 沄法 泅泗 洒酒 浡淳 湟涅 溁荣 溆淑 潋激 澔皓 煐烘焕 燊桑 玓均 玙玛
玚场 珅坤 珙瑱琪 珵理 琎进 瑀璃 瑢溶 瑢珞 瑭塘 瑷瑗 璧壁 祟崇 禤榻 粱梁 缋绩 羴养 肜彤 胄冑 舂春
苒再 茌荏 荑美 荻获 荼茶 蓥莹 薜薛 誊誉 謇赛 谡谬 贇贽赞 赜颐 轷轩 轾轻 遨邀 郐邻 酆豐 釭红 钬钦
锬锁 锬锳镁 锴错 锺锤 阇阁 阎间 阢阮 霂霖 顸预 顼项 颋顺 颋廷 颍颖 飏网 飖飘 骃驱 骉赢 骓雅 骕骗
骙骏 鹂鹇鹏 鹍鹃 鹗鸡 麇麋 麈塵 麴鞠 龆韶 龑龔 龢穌
"""

_MEASURED = "翾翻 赟赞 仝全 嬅婵 亓元 逄逢 訾皆 妤好 彧或 麴麹 邰部 曌墨 淼森"

_SAME_SHAPE = "己已巳 未末 土士 日曰 戊戌戍 毫亳 侯候"

_ONE_STROKE = """
干千于 人入八 大太犬 王玉主 天夫 田由甲申 刀力 几儿 午牛 今令 壬王
戌成 晴睛 钰珏 昱煜 准淮 住佳往 洁浩 冶治 沈沉 免兔 折拆析 徽微 赢羸嬴 铉弦 颖颍 竟竞
崇祟 岑芩 邱丘 段叚 昇升 且旦 亨享 哀衰 衣农 见贝 贡贾 宜宣 官宫 密蜜 宇字 广厂 户尸 仕任 何荷
俞愈 允充 吴昊 坤绅 堃坤 夏复 媛援 孙孔 尧光 巨臣 帅师 平乎 弋戈 彤肜 形彤 恒桓 扬杨 杭抗 方万
斌赋 昂昴 春舂 宴晏 杏杳 林材 桂挂 梁粱 武式 毛手 民氏 水永 汪江 洪供 清请 灿仙 炎灸 琪淇 琳淋
瑜愉 生主 甫用 白自百 眉肩 瞿翟 石右 礼札 祁邢 福幅 秀季 李季 章童 粟栗 纪记 钧钓 维准 翁翕 耿联
良艮 芳劳 苏办 范苑 茂芪 莉利 菁青 葛曷 蓉容 薇微 虞虡 覃罩 诚城 谭潭 贵责 辛幸 迅讯 郎朗 郭敦
酉西 鑫森 闫闰 阎阁 雪雷 霖霏 静净 鲁鱼 鹏朋 黄菁 勋助 渊洲 渤勃 柏伯 峰锋烽 岭岑 玮炜伟 祎袆
昕听 珺郡 璟景 锐税 悦说 睿容 凯恺
"""

# The letters and digits that a scan mixes up; also within codes of enterprises.
_ALPHABET = "0OoDQ〇○ 1Il|! 2Zz 5Ss 6bG 8B 9gq 7T UVuv cCG"

_MARKS = "一—-－ 、, 。.． ：: ；; （( ）)"

_NEVER_SETTLED = frozenset(f"{_BOTH_ALIKE} {_MEASURED} {_SAME_SHAPE}") - set(" \n")

_GROUPS_OF: dict[str, set[int]] = {}
for _number, _group in enumerate(
    f"{_BOTH_ALIKE} {_MEASURED} {_SAME_SHAPE} {_ONE_STROKE} {_ALPHABET} {_MARKS}".split()
):
    for _character in _group:
        _GROUPS_OF.setdefault(_character, set()).add(_number)


def confusable(a: str, b: str) -> bool:
    """Tell whether a misreading can explain how two texts differ.

    True if they are of one length, differ, and differ only where a scan mixes characters up. Width
    and blanks do not matter; equal texts do not differ.
    """
    left, right = _dense(a), _dense(b)
    if left == right or len(left) != len(right):
        return False
    return all(_alike(x, y) for x, y in zip(left, right, strict=True) if x != y)


def has_confusable(s: str) -> bool:
    """Tell whether a text holds a character that two recognisers may misread alike.

    What they agree on is then no proof.
    """
    return not _NEVER_SETTLED.isdisjoint(_dense(s))


def _dense(s: str) -> str:
    return "".join(unicodedata.normalize("NFKC", s).split())


def _alike(x: str, y: str) -> bool:
    return not _GROUPS_OF.get(x, set()).isdisjoint(_GROUPS_OF.get(y, set()))
