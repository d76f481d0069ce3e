"""What speaks for and against a text being an annual report: few signs, each a point or several, each explainable.

A report says of itself, under whatever title, what it is (a lead under the regulations, a period), and states
results by the subjects that the regulations name. Papers of other kinds ask, rule, judge, tell news, answer, address.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from core.base.text import squeeze
from core.extract.headings import STATUTORY
from core.extract.passages import Passage
from core.extract.titles import SUBJECT, is_title


class Sign(StrEnum):
    """A feature of the text; the value is the last part of its message code `extract.kind.sign.*`."""

    TITLE = "title"
    BARE_TITLE = "bare_title"
    SAID = "said"
    LEAD = "lead"
    PERIOD = "period"
    RESULTS = "results"
    CHAPTERS = "chapters"
    TABLES = "tables"
    OWN_VOICE = "own_voice"
    OTHER_PAPER = "other_paper"
    OTHER_HEADING = "other_heading"
    PURPOSE = "purpose"
    ADDRESSED = "addressed"
    ARTICLES = "articles"
    DEMANDS = "demands"
    QUESTIONS = "questions"
    NEWS = "news"
    STUDY = "study"
    DISPUTE = "dispute"
    OFF_SUBJECT = "off_subject"
    PART_OF_YEAR = "part_of_year"


ENOUGH = 5  # points of a report: a dated title with one result, or a lead with its period, or results in own voice
_POINTS = {
    Sign.TITLE: 4,
    Sign.BARE_TITLE: 2,
    Sign.SAID: 2,
    Sign.LEAD: 2,
    Sign.PERIOD: 3,
    Sign.TABLES: 3,
    Sign.OWN_VOICE: 1,
    Sign.OTHER_PAPER: -5,
    Sign.OTHER_HEADING: -2,
    Sign.PURPOSE: -4,
    Sign.ADDRESSED: -3,
    Sign.ARTICLES: -4,
    Sign.DEMANDS: -3,
    Sign.QUESTIONS: -3,
    Sign.NEWS: -4,
    Sign.STUDY: -4,
    Sign.DISPUTE: -4,
    Sign.OFF_SUBJECT: -4,
    Sign.PART_OF_YEAR: -4,
}
_SAMPLE = 60_000
_OPENING = 1_200
_FIRST_WORDS = 400
_HEAD = 2_000
_SEVERAL = 2
_MANY = 3

# The subjects of articles 32 (2008) and 50 (2019) of the regulations, as a sentence states them.
_TOPICS = tuple(
    re.compile(p)
    for p in (
        r"主动公开|公开[^。]{0,8}信息|(?:公开|发布|更新|公布)[^。]{0,24}?\d余?多?(?:条|篇|期|份|件|次|项)",
        r"依申请|公开[^。]{0,8}申请|申请[^。]{0,10}(?:公开|答复)|(?:无|收到|受理|当面|网上|网络|信函)[^。]{0,8}申请|答复",
        r"复议|诉讼|申诉",
        r"收费|费用|收取|减免",
    )
)
_RESULT = re.compile(
    r"(?=[\d一二三四五六七八九十未没无零])(?:\d[余多几]?[万千百]?[余多]?(?:条|件|次|篇|期|份|起|人|个|元|万元|项|类|宗|场)|[一二三四五六七八九十]+(?:条|件|次|期)"
    r"|(?:未|没有?|无|零)(?!法|效|关|论|故|按|及时|足|完|经|规|偿|必))"
)
_DEMANDS = (
    *("应当", "应于", "应在", "应按", "应将", "应包括", "必须", "均须", "须于", "须在", "须经", "不得", "务必"),
    *("不少于", "不低于", "要求各", "希望各", "请各", "请于", "请在", "请将", "请按", "请认真", "请遵照", "扣分"),
)
_SENTENCE = re.compile(r"[^。;!?\n]{4,400}")
_NUMBERED = re.compile(r"[第(一二三四五六七八九十\d](?<![^。;\n].)")  # where a line or a sentence begins
# The same articles as headings of chapters.
_CHAPTERS = tuple(
    re.compile(rf"(?:第?[一二三四五六七八九十\d]{{1,3}}(?:部分)?[、.,:]?|\([一二三四五六七八九十\d]\)){p}")
    for p in (
        r"[^。\n]{0,14}?(?:总体|基本|工作|开展)?(?:情况|概述|概况|综述)",
        r"[^。\n]{0,16}(?:主动公开|公开政府信息)",
        r"[^。\n]{0,16}申请",
        r"[^。\n]{0,24}(?:复议|诉讼)",
        r"[^。\n]{0,16}(?:收费|减免)",
        r"[^。\n]{0,16}(?:问题|不足|改进)",
        r"[^。\n]{0,6}(?:其他|其它|需要)[^。\n]{0,6}(?:报告|说明)",
    )
)
# Rows of the statutory tables and of the form of 2014, with their first figure.
_FILLED = re.compile(
    r"(?=[本结规行主收申])(?:(?P<own>本年新收政府信息公开申请(?:数量)?|结转下年度继续办理|主动公开政府信息数|收到申请数|申请办结数)"
    r"|规范性文件|行政许可|行政处罚|行政事业性收费|(?:行政复议|行政诉讼)数量?)[\s|]{1,24}(?:[条件次元][\s|]{1,12})?\d"
)
_QUOTED = re.compile(r"《[^《》]{1,80}》")
_LEAD = re.compile(
    r"(?:根据|依据|按照|依照|遵照)[^。]{2,160}?(?:编制|公布|发布|公开|撰写|形成|制作)[^。]{0,60}(?:报告|年报|工作总结)"
    r"|(?:报告|年报)[^。]{0,10}(?:根据|依据|按照|依照|由)[^。]{2,240}?(?:编制|组成|综合|汇总|要求|撰写|构成)"
    r"|(?:现|特)[^。]{0,50}(?:信息|政务|校务|院务)公开[^。]{0,30}(?:报告|年报|总结|情况)[^。]{0,12}(?:如下|公布|公开|发布)"
    r"|(?:现|特)(?:将|就)?向?社?会?(?:公布|公开|发布)[^。]{0,50}(?:报告|年报|工作总结)"
)
_PERIOD = re.compile(
    r"(?:统计|数据|时限|期限|期间|起止)[^。]{0,40}?(?<!\d)\d{1,2}月\d{0,2}日?[^。]{0,16}?(?<!\d)\d{1,2}月(?:\d{1,2}日|底)"
)
_OWN_VOICE = re.compile(
    r"(?:我|本)(?:局|委|办|厅|部|院|校|处|所|站|中心|镇|乡|街道|县|市|区|旗|省|州|盟|公司|单位|机关|级政府|地区|园区|社区|林场|农场)"
    r"|学校(?=高度|通过|按|认真|全年|未|没)|全[局镇乡校院系](?=共|全年|累计|主动|公开)"
)
# What a paper is, its last word says. Source: 《党政机关公文处理工作条例》 art. 8, 《规章制定程序条例》 art. 7 for the
# kinds of official papers and rules; the others are what stands beside reports in the columns of web sites.
_KINDS = (
    r"决议|决定|命令|公报|公告|通告|意见|通知|通报|请示|批复|议案|复?函|纪要|条例|规定|办法|细则|规则|制度|规程|规范|标准"
    r"|规划|计划|要点|方案|安排|指南|目录|清单|须知|流程图?|申请表|格式|模板|样本|范[本文例]|手册|题|指标体系|讲话|发言|致辞"
    r"|新闻|动态|简报|会议|会|培训班?|解读|解释|图解|问答|访谈|建议|提案|答复|回复|研究|分析|论文|综述|名单|结果|预算|决算"
    r"|(?:决定|判决|裁定|告知|答复|通知|申请|意见|建议)书"
)
_OTHER_PAPER = re.compile(
    rf"(?:{_KINDS}|报告|总结|汇报|报表|说明|述职|情况)(?:\([^()]{{1,12}}\))?$|^\[?解读|一图[读看]懂|图解|^《[^》]+》的?解读"
)
_FURNITURE = re.compile(
    r"[>|»:]|\d{4}-\d|^\(|^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.]|^第[一二三四五六七八九十\d]"
)
_OF_TABLE = re.compile(rf"(?:附?[表件][一二三四\d]?)?{STATUTORY}(?:统计)?表?")
_OF_DISCLOSURE = re.compile(rf"{SUBJECT}(?:工作|情况|年度|\(|\)|\d{{4}}年?度?){{0,8}}(?:情况|统计表)?$")
_PURPOSE = re.compile(
    r"(?=[\[关函制印如批摘整本理答编自解通])(?:(?:通知|通报|解读|答复|解释|函复|批复|整改情况汇报)如下|如下(?:解读|通知|方案|意见|规定|办法|解释|答复)"
    r"|(?:制定|编制)(?:本|如下|以下)[^。]{0,6}(?:制度|办法|规定|细则|方案|要点|意见|规程|规范|标准|指南|目录)"
    r"|^\[?摘要|关键词[\]:]|本文(?:对|通过|从|以|拟|旨|认为)|印发给你们|自查[^。]{0,12}报告如下|理解[^。]{0,12}年报)",
    re.MULTILINE,
)
_ADDRESSED = re.compile(
    r"^(?:各[^。:]{2,80}|[^。:]{0,14}(?:同志们|朋友们|委员|代表|先生|女士|网友|同学|家长|领导|你们|[×xX]{2,4})[^。:]{0,4}):$",
    re.MULTILINE,
)
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百]{1,4}条", re.MULTILINE)
_QUESTION = re.compile(r"[一-龥”)]\?|^[问答]:", re.MULTILINE)
_TOLD = re.compile(
    r"(?=[(从据日本讯])(?:本报讯|[日讯]电?\([^()\n]{2,12}\)|日电|\((?:记者|通讯员)|(?:据|从)[^。]{0,20}(?:获悉|了解到|介绍)|^据悉)",
    re.MULTILINE,
)
_TELLS = re.compile(r"日前|近日|昨日|记者|获悉|据悉|据介绍|报告(?:显示|指出|提出)|小编|会议(?:指出|要求|强调)")
# Whoever judges or studies many bodies: who, in what genre, by what scale, with what rank, on whom.
_STUDY = (
    ("项目组", "课题组", "评估组", "督查组", "督察组", "检查组", "考核组", "评估机构"),
    ("本文", "摘要", "关键词", "笔者", "本研究"),
    ("得分", "扣分", "满分", "总分", "分值"),
    ("名列", "排名", "位列", "位居", "并列第"),
    ("评估对象", "评估指标", "评估方法", "评估结果", "测评指标", "测评结果", "级指标", "指标体系", "样本", "研究对象"),
    ("第三方评估", "实证", "调查发现", "问卷"),
    ("部分单位", "个别单位", "少数单位", "有的单位", "部分部门", "个单位", "家单位", "个部门", "所高校", "各高校"),
)
_DISPUTE = re.compile(
    r"(?=[上不你原如您本申被])(?:(?:原告|申请人|上诉人)[^。\n]{0,4}(?:诉称|称[,:]|认为|不服)|被(?:告|申请人)[^。\n]{0,4}(?:辩称|答辩|答复称)|本院认为|不服本(?:判决|裁定|决定|答复|告知)"
    r"|(?:您|你)[^。\n]{0,10}(?:提出|提交|申请)[^。\n]{0,20}申请|如[您你]?(?:对本(?:答复|告知|决定)[^。\n]{0,6})?不服)"
)
_PART_OF_YEAR = re.compile(
    r"(?=[半季\d])(?:半年|季度|\d月份|\d-\d{1,2}月)[^。;\n]{0,24}(?:总结|情况|报告|汇报|报表|如下)"
)
# A report speaks of its subject in most of its longer sentences, a body's general report in a few.
_LONG_SENTENCE = re.compile(r"(?<![^。;!?\n])[^。;!?\n]{16,400}")
_OF_SUBJECT = re.compile("公开|信息|申请|复议|诉讼|年报|年度报告|条例|网站|解读")
_ENOUGH_SENTENCES = 8
_LEAST_SHARE = 0.35


def sample(lines: Sequence[Passage]) -> list[tuple[int, str]]:
    """The folded lines of the report with the offsets where they begin, titles left out; bounded."""
    found: list[tuple[int, str]] = []
    size = 0
    for line in lines:
        text = line.folded.text[:_SAMPLE]
        if size < _SAMPLE and not is_title(text):
            found.append((line.start, text))
            size += len(text)
    return found


def signs(text: str, *, tables: int, is_titled: bool) -> dict[Sign, int]:
    """What the folded text says of its kind, its title left out: each sign with its points, below zero against.

    One chapter is nothing by itself, and enough below a title (`is_titled`). `tables`: the points of filled tables.
    """
    opening = _QUOTED.sub("《》", text[:_OPENING])
    results = _results(text)
    chapters = count_chapters(text)
    voices = {
        Sign.LEAD: _LEAD.search(opening) is not None,
        Sign.PERIOD: _PERIOD.search(opening) is not None,
        Sign.OWN_VOICE: _OWN_VOICE.search(text) is not None,
        Sign.PURPOSE: _PURPOSE.search(opening) is not None,
        Sign.ADDRESSED: _ADDRESSED.search(opening) is not None,
        Sign.ARTICLES: len(_ARTICLE.findall(text)) >= _MANY,
        Sign.DEMANDS: sum(text.count(word) for word in _DEMANDS) > results + _SEVERAL,
        Sign.QUESTIONS: text.count("?") + text.count("问:") >= _SEVERAL and len(_QUESTION.findall(text)) >= _SEVERAL,
        Sign.NEWS: _TOLD.search(opening) is not None or len(set(_TELLS.findall(text[:_OPENING]))) >= _SEVERAL,
        Sign.STUDY: sum(any(word in text for word in words) for words in _STUDY) >= _MANY,
        Sign.DISPUTE: _DISPUTE.search(text) is not None,
        Sign.OFF_SUBJECT: _is_off_subject(text),
        Sign.PART_OF_YEAR: is_of_part_of_year(text[:_FIRST_WORDS]),
    }
    found = {sign: _POINTS[sign] for sign, speaks in voices.items() if speaks}
    if tables:
        found[Sign.TABLES] = tables
    if results:
        found[Sign.RESULTS] = results
    if chapters >= (1 if is_titled else _SEVERAL):
        found[Sign.CHAPTERS] = max(1, min(chapters - 1, _MANY))
    return found


def filled_tables(text: str, start: int) -> int:
    """The points of the rows of the statutory tables that stand with their figures in the raw text from `start` on.

    Two rows that no other paper has are enough for a report: an annex without title.
    """
    rows = [m["own"] for m in _FILLED.finditer(text, start, start + _SAMPLE)]
    return ENOUGH if len(set(rows) - {None}) > 1 else _POINTS[Sign.TABLES] if rows else 0


def points(sign: Sign) -> int:
    """The points of a sign that is there or not."""
    return _POINTS[sign]


def is_of_part_of_year(words: str) -> bool:
    """Whether folded words speak of the work of half a year, a quarter, some months."""
    return _PART_OF_YEAR.search(words) is not None


def count_chapters(text: str) -> int:
    """How many of the chapters that the regulations name head a stretch of the folded text."""
    numbers = [m.start() for m in _NUMBERED.finditer(text)]
    return sum(1 for c in _CHAPTERS if any(c.match(text, at) for at in numbers))


def count_topics(text: str) -> int:
    """How many of the subjects that a report has to treat the text speaks of at all."""
    return sum(1 for t in _TOPICS if t.search(text))


def other_heading(text: str) -> tuple[Sign, str] | None:
    """The heading above the first sentence of the raw text that names a paper of another kind; None without one."""
    loose = None
    for line in (squeeze(x) for x in text[:_HEAD].splitlines()):
        if "。" in line:
            break
        if not 5 <= len(line) <= 60 or _FURNITURE.search(line) or is_title(line):
            continue
        if _OF_DISCLOSURE.search(line) or _OF_TABLE.fullmatch(line):
            continue
        if _OTHER_PAPER.search(line) and (len(line) >= 10 or line.endswith("书")):
            return Sign.OTHER_PAPER, line
        loose = loose or ((Sign.OTHER_HEADING, line) if "公开" in line and len(line) >= 10 else None)
    return loose


def explained(found: Mapping[Sign, int], *, against: bool) -> list[str]:
    """The message codes of the signs that speak for the text, or against it, the strongest first."""
    chosen = sorted((p, s) for s, p in found.items() if (p < 0) is against)
    return [f"@extract.kind.sign.{s}" for _, s in (chosen if against else reversed(chosen))]


def _is_off_subject(text: str) -> bool:
    told = [_OF_SUBJECT.search(s) is not None for s in _LONG_SENTENCE.findall(text)]
    return len(told) >= _ENOUGH_SENTENCES and sum(told) < _LEAST_SHARE * len(told)


def _results(text: str) -> int:
    """On how many of the subjects a sentence states a result, and asks for none."""
    open_ = list(_TOPICS)
    for sentence in _SENTENCE.findall(text):
        if open_ and _RESULT.search(sentence) and not any(word in sentence for word in _DEMANDS):
            open_ = [t for t in open_ if not t.search(sentence)]
    return len(_TOPICS) - len(open_)
