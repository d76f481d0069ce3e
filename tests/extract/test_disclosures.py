"""The grammar of disclosure: a channel or kind names the figure, neither is the total."""

import pytest

from core.extract import disclosures


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ("2015年全县主动公开政府信息", "disclosed.total"),
        ("全年信息发布量为", "disclosed.total"),
        ("2017年我院主动公开医院信息", "disclosed.total"),
        ("我乡主动公开内容共", "disclosed.total"),
        ("全年主动公开政务文件", "disclosed.total"),
        ("我镇公开镇务信息", "disclosed.total"),
        ("街道全年公开街务信息", "disclosed.total"),
        ("主动公开领导分工、履职依据等内容共计", "disclosed.total"),
        ("通过各渠道主动公开政府信息", "disclosed.total"),
        ("通过各类政务公开渠道主动公开政府信息", "disclosed.total"),
        ("通过网站、公报、微博等多种形式公开信息", "disclosed.total"),
        ("在政府信息公开平台主动公开政府信息", "disclosed.total"),
        ("全年公开财政、人事等重点领域信息", "disclosed.total"),
        ("在县政府网站发布工作动态", "disclosed.website"),
        ("通过县政府网站通知公告栏目公开信息", "disclosed.website"),
        ("县政府公报刊登文件", "disclosed.gazette"),
        ("官方微博共发布微博", "disclosed.weibo"),
        ("镇微信公众号发布图文", "disclosed.wechat"),
        ("通过“丙县发布”微信公众平台发布信息", "disclosed.wechat"),
        ("通过信息公开平台新增信息", "disclosed.total"),
        ("以其他方式公开信息", "disclosed.other"),
        ("全县政务新媒体共发布信息", "disclosed.channel.政务新媒体"),
        ("通过新媒体“碧溪应急”微信公众号发布信息", "disclosed.wechat"),
        ("通过村级公示栏公开信息", "disclosed.channel.村级公示栏"),
        ("通过县报公开信息", "disclosed.channel.县报"),
        ("不予公开信息", None),
        ("依申请公开信息", None),
        ("公开招标采购文件", None),
        ("公开预算、决算等财政信息", None),
        ("在省网站被采用信息", None),
        ("召开会议", None),
    ],
)
def test_a_disclosure_is_named_by_its_channel(before: str, key: str | None) -> None:
    assert disclosures.total(before, "") == key


def test_the_kind_may_stand_behind_the_figure() -> None:
    assert disclosures.total("全年主动公开", "政府信息,") == "disclosed.total"


@pytest.mark.parametrize(
    ("before", "siblings", "key"),
    [
        ("其中机构职能类信息", "", "disclosed.category.机构职能"),
        ("政策法规类的信息更新量", "category", "disclosed.category.政策法规"),
        ("其他类信息", "category", "disclosed.category.其他"),
        ("其中通过微信公众号推送", "", "disclosed.wechat"),
        ("政府网站公开", "", "disclosed.website"),
        ("其他方式公开", "channel", "disclosed.other"),
        ("政务公开网公开", "", "disclosed.channel.政务公开网"),
        ("受理县长信箱来信", "category", None),
        ("开展网上调查", "category", None),
    ],
)
def test_parts_are_kinds_or_channels(before: str, siblings: str, key: str | None) -> None:
    assert disclosures.part(before, "", siblings) == key


@pytest.mark.parametrize(("words", "bare"), [("其中2015年新增", True), ("历年累计", True), ("其中网站公开", False)])
def test_words_that_only_say_when(words: str, bare: bool) -> None:
    assert disclosures.is_bare(words) is bare
