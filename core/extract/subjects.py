"""Whose figure it is: the body or area that a clause names, when it is not the issuer or its whole area."""

import re
from functools import lru_cache

_ENDING = "县|市|区|镇|乡|街道|部门|单位|局|委|办|中心|科室|处|机构|公司|村|社区|医院|学校"
_LIST = rf"(?:\([^()]{{1,6}}\))?(?:[、和及与][^,。;:#¤、和及与]{{0,12}}?(?:{_ENDING})){{0,8}}"
_VERB = (
    r"(?=(?:共|累计|总共|均|都|已|主动|全年|一共|合计|通过|在|的|利用|年)?"
    r"(?:公开|发布|公布|收到|受理|举办|组织|开展|召开|参训|参加|答复|办结|上报|报送|更新|制作|编制|录入|建立|开通|政府信息|信息|$|共|\d|#))"
)
_BODY = re.compile(
    rf"(?:(?:各|\d{{1,3}}个|下属|所属|下级|基层|直属|其[他它余])[^,。;:#¤]{{0,24}}?(?:{_ENDING}){_LIST}"
    rf"|[一-龥]{{0,12}}?(?:[县区市省州镇]直|乡镇|镇街|街道|政府各)[^,。;:#¤]{{0,16}}?(?:部门|单位|机关|办事处|街道|乡镇|政府){_LIST}){_VERB}"
)
_LED = re.compile(r"^(?:其中|另有|含|在)+")
_OBJECT = re.compile(r"(?:[对向为由从给]|组织|要求|督促|指导|面向|汇集了?|编制了?)[^,]{0,8}$")
_DOES = (
    r"(?:共|全年|累计|主动|已|新){0,4}(?:公开|发布|公布|收到|接到|受理|收取)?(?:政府|政务|各类){0,2}(?:信息|申请|文件)?"
    r"[共计有为占约近]{0,3}"
)
_LEVEL = re.compile(
    r"(?:其中)?[,:]?(?!(?:机关|部门|单位)(?:信息|文件))((?:[省市州县区镇乡](?:、[省市州县区镇乡])*|全[省市州县区])?(?:本级|直属?|级|政府)?(?:各?部门|各?单位|机关|本级)"
    r"|(?:各|所辖)?县\([市、区]{1,4}\)[、]?区?|各?[县区][、(]?[市区)]{0,3}|各?(?:乡镇|镇街|街道|乡\(镇\))(?:办事处|\((?:街道|乡镇|镇|乡)\))?)"
    + _DOES
)
_NAMED = re.compile(
    r"(?:其中)?[,:]?([一-龥]{1,12}?(?:局|委|委员会|办|办公室|厅|镇|乡|街道|街道办事处|管委会|支队|大队|中心校|医院|学院|中学|小学|村|社区))"
    + _DOES
)


@lru_cache(maxsize=256)  # in a list by bodies each figure asks about the others
def body(words: str) -> str | None:
    """The body or level of government that the words name, when they say nothing else than what it does.

    >>> body("其中市本级"), body("甲局公开信息")
    ('市本级', '甲局')
    """
    found = _LEVEL.fullmatch(words) or _NAMED.fullmatch(words)
    return found[1] if found else None


def who(clause: str, issuer: str | None) -> str | None:
    """The body or area in front of the verb of the folded clause; None for the issuer and its whole area.

    >>> who("各镇、各部门主动公开的政府信息有#条", "某县人民政府")
    '各镇、各部门'
    """
    for found in _BODY.finditer(clause):
        head = clause[: found.start()]
        if len(head) > 14 or _OBJECT.search(head):
            continue
        name = _LED.sub("", found.group())
        if name.startswith(("各级", "各类")):
            continue
        return None if issuer and name == issuer else name
    return None
