"""Documents that are found beside the reports and are none."""

import random
from typing import Any

from tests.corpus.synthetic.bodies import body

_TEXTS = (
    """关于做好{Y}年政府信息公开工作年度报告编制工作的通知
各镇人民政府、街道办事处，区直各部门：
为做好{Y}年政府信息公开工作年度报告的编制和发布工作，现将有关事项通知如下：
一、编制内容。年度报告应当包括主动公开、依申请公开、行政复议和行政诉讼等情况。
二、时间要求。各单位于{N}年1月20日前将年度报告报送政府办公室，并于1月31日前在门户网站公布。
三、工作要求。统计数据要真实准确，表格不得改动。
{signs}
{Y}年12月5日
""",
    """{name}政府信息公开指南
为了更好地提供政府信息公开服务，根据《中华人民共和国政府信息公开条例》，编制本指南。
一、公开内容
主动公开的政府信息包括机构职能、政策文件、规划计划等。
二、申请方式
公民、法人或者其他组织可以当面、网络、信函等方式提出申请。行政机关自收到申请之日起20个工作日内予以答复。
三、受理机构
{signs}负责受理政府信息公开申请，办公时间为工作日上午8:30至12:00。
""",
    """{name}召开政府信息公开工作推进会
3月12日，{name}召开政府信息公开工作推进会，传达学习上级会议精神，安排部署{Y}年重点任务。各单位分管负责人参加会议。
会议指出，{P}年全区政府信息公开工作取得明显成效。会议要求，要提高认识，压实责任，加快推进政务公开标准化规范化建设。
""",
    """{stem}发展股份有限公司{Y}年年度报告
第一节 重要提示
公司董事会及全体董事保证年度报告内容真实、准确、完整，不存在虚假记载，并承担法律责任。
第二节 主要财务指标
报告期内公司实现营业收入12.6亿元，同比增长8.2%；归属于上市公司股东的净利润1.1亿元。
第三节 信息披露
公司通过指定网站披露定期报告4份、临时公告56份。
""",
    """政府信息公开工作考核办法
第一条 为推进政府信息公开工作，根据《中华人民共和国政府信息公开条例》，制定本办法。
第二条 考核坚持客观公正、注重实效的原则，每年组织一次。
第三条 未按时公布政府信息公开工作年度报告的，扣5分。
第四条 本办法自{Y}年1月1日起施行。
""",
)


def no_report(chance: random.Random, seed: int) -> tuple[dict[str, Any], str]:
    """Gold and text of a document that is no such report."""
    who, year = body(chance), chance.randrange(2008, 2026)
    text = chance.choice(_TEXTS).format(
        Y=year, N=year + 1, P=year - 1, name=who.name, signs=who.signs, stem=who.name[:2]
    )
    gold = {"file": f"s{seed:04d}.txt", "is_annual_report": False, "statistics_complete": False}
    return gold | {"fields": {}, "sections": [], "tables": [], "statistics": [], "findings": []}, text
