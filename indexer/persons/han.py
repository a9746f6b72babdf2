"""Chinese and Japanese names: no blanks and no capitals, so a surname counts beside a title or a verb.

Foreign names in Chinese letters are told by the dot between their parts and by the letters that are used
for sounds: 弗拉基米尔·普京.
"""

from collections.abc import Iterator
from functools import cache

import regex

from indexer.persons.found import Found
from indexer.persons.lists import names_in_lines

CHINESE, JAPANESE = "zh", "ja"
# Letters that write the sounds of foreign names.
SOUNDS = (
    "阿埃艾爱安昂奥澳巴白班邦保鲍贝本比彼宾波博伯布查茨达戴丹道德登邓狄迪蒂丁东杜顿多厄恩尔伐法范方菲费芬丰冯佛弗夫福富伽盖甘冈高戈哥格根"
    "贡古瓜哈海汉豪赫黑亨洪胡怀惠霍基吉季加贾简杰金卡凯坎康考科克肯孔库夸奎拉莱赖兰朗劳勒雷黎里理利莉丽连廉良列林琳留龙卢鲁路伦罗洛吕马"
    "玛麦迈曼芒毛茅梅门蒙孟弥米密缅敏明摩莫默姆木穆纳娜乃奈南内嫩尼妮涅宁纽努诺欧帕潘庞培佩彭蓬皮平坡珀普其齐奇契恰强乔切钦琴丘琼让热"
    "仁日荣茹瑞若撒萨塞赛三桑森沙莎山尚舍申圣施什史士舒朔斯丝松苏孙索塔台泰坦汤唐陶特滕藤提铁廷通图屯托瓦万旺威韦维魏温文翁沃乌吴武伍西"
    "希锡席夏香肖谢辛欣兴休许雪逊雅亚延扬杨耶叶伊宜因英尤于约云泽曾扎詹张章珍芝治朱卓兹宗祖佐尔翰逊让迈肖爾維蘭羅馬薩賴萊蓋岡貝賓達戴爾費馮漢華傑"
    "凱魯倫瑪麥邁門彌緬寧紐諾歐龐齊喬瓊熱榮瑞賽聖蘇孫湯鐵圖萬韋溫烏吳錫蕭謝興許遜亞揚楊葉約雲澤張卓"
)
# Words that begin with a surname and are no names: the days of the week, "of the whole country".
NO_NAMES = regex.compile(
    "周[一二三四五六日天].?|全[国國].*|任[何务].*|高[度级].*|安全.*|方面.*|石油.*|金[融属].*|万[人元].*|马[上路].*|路[上人].*|林[业区].*"
)
# What stands before or behind a Chinese name. Function letters end a given name.
BEFORE = (
    "主席|总理|總理|部长|部長|局长|局長|书记|書記|市长|市長|省长|省長|厅长|廳長|院长|院長|检察长|檢察長|检察官|檢察官|法官|律师|律師|警官|警司|警长|警長"
    "|处长|處長|主任|队长|隊長|发言人|發言人|总统|總統|首相|外长|外長|将军|將軍|总监|總監|教授|博士|记者|記者|嫌疑人|嫌犯|被告人|被告|男子|女子|受害人|被害人"
    "|死者|演员|演員|导演|導演|歌手|主持人|球员|球員|主帅|教练|教練|关长|關長|司长|司長|大使|代表|委员|委員|组长|組長|科长|科長|所长|所長|校长|校長|董事长|董事長"
    "|总经理|總經理|经理|經理|作家|议员|議員|常委|秘书长|秘書長|特首|专员|專員"
)
BEHIND = (
    "先生|女士|小姐|同志|表示|指出|强调|強調|介绍|介紹|认为|認為|透露|告诉|告訴|坦言|回应|回應|说|說|称|稱|指|主席|总理|總理|部长|部長|局长|局長|书记|書記|市长"
    "|市長|省长|省長|厅长|廳長|院长|院長|检察长|檢察長|律师|律師|法官|警官|教授|博士|发言人|發言人|被捕|落网|落網|涉嫌|因涉|受贿|受賄|接受审查|[（(]\\d{2}岁"
    "|[（(]\\d{2}歲|[（(][男女]"
)
FOREIGN = regex.compile(
    rf"(?:{BEFORE})?([{SOUNDS}]{{1,7}}(?:[·•‧・][{SOUNDS}]{{1,7}}){{1,3}})(?<!于)(?:[（(](\p{{Lu}}[\p{{Latin}} .'’-]{{3,40}})[）)])?",
    regex.V1,
)
FUNCTION = "的了在是和与與及对對将將被于於从從到为為以而则則也就都有这這那其他她它们們不没沒会會能可要等名个個位年月日时時分之所但又还還再更最很向让讓给給把因由并並或如"
# Japanese names are told by what follows them.
SUFFIX = "容疑者|被告|受刑者|死刑囚|首相|大臣|長官|知事|市長|署長|会長|社長|教授|議員|選手|監督|投手|捕手|検事|弁護士|裁判長|組長|総長|さん|氏|氏は|ちゃん|君"
KANJI = r"\p{Han}々"


@cache
def surnames(language: str) -> str:
    """The surnames as an alternative of a regular expression, the longer ones first."""
    found = names_in_lines(f"surnames_{language}.txt", letters=language == CHINESE)
    return "|".join(sorted(found, key=lambda name: (-len(name), name)))


@cache
def titled() -> "regex.Pattern[str]":
    given = rf"[\p{{Han}}--[{FUNCTION}]]{{1,2}}"
    end = rf"(?=[{FUNCTION}\P{{Han}}]|{BEHIND}|$)"
    return regex.compile(rf"(?:{BEFORE})((?:{surnames(CHINESE)}){given}?){end}", regex.V1)


@cache
def speaking() -> "regex.Pattern[str]":
    start = rf"(?<=^|\P{{Han}}|{BEFORE}|[{FUNCTION}])"
    given = rf"[\p{{Han}}--[{FUNCTION}]]{{1,2}}"
    return regex.compile(rf"{start}((?:{surnames(CHINESE)}){given})(?={BEHIND})", regex.V1)


@cache
def suffixed() -> "regex.Pattern[str]":
    return regex.compile(
        rf"((?:{surnames(JAPANESE)})[{KANJI}\p{{Hiragana}}\p{{Katakana}}]{{1,3}}?)(?:{SUFFIX})", regex.V1
    )


def han_names(text: str, part: str, language: str, taken: bytearray) -> Iterator[Found]:
    """The names in a Chinese or Japanese text, each place once."""
    rules = (
        ((suffixed(), "title"),)
        if language == JAPANESE
        else ((FOREIGN, "foreign"), (titled(), "title"), (speaking(), "said"))
    )
    covered = bytearray(taken)
    for pattern, rule in rules:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            name = match[1]
            if covered.find(1, start, end) >= 0 or NO_NAMES.fullmatch(name):
                continue
            covered[start:end] = b"\1" * (end - start)
            # The name in its own letters stands behind it: then it is shown so.
            latin = match[2] if pattern is FOREIGN else None
            yield Found(part, start, end, tuple(latin.split()) if latin else (name,), name, rule)
