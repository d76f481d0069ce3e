"""Words that mean a result only beside others of their list: 公开8件, 其他1件, 结转5件."""

import re
from collections.abc import Sequence

from core.extract import disclosures

_RESULT = re.compile(
    r"部分公开|不予公开|不公开|同意公开|予以公开|主动公开范围|不属于|不存在|不掌握|无法提供|不予处理|非本|非政府信息"
)
_GRANTED = re.compile(r"(?:已经?|全部|均|都|依法)*公开(?:了|的)?")
_PUBLIC = re.compile(r"(?:属于?)?(?:已经?)?主动公开(?:范围)?(?:的)?")
_CLASSED = re.compile(r"(?:可以?)?(?:依申请|不予|免予)公开(?:类)?(?:的)?(?:政府)?(?:信息)?")
_OPEN = re.compile(r"主动公开[^,;。]{0,8}[\d,.]{1,12}余?条")
# What of a body's papers, and of its answers to proposals, is public counts these, and no information disclosed.
_PAPERS = re.compile(r"(?=[公文发])(?:公文|(?<=[制印]发)文件|(?<=制作)文件|(?<=形成)文件|发文)[^,;。\d]{0,8}\d")
_PROPOSALS = re.compile(r"(?:建议|提案|(?<!复)议案)[^,;。\d]{0,6}\d")
_OTHER = re.compile(r"其[他它](?:处理|办理|结果|情况|情形|类)?(?:的)?")
_CARRIED = re.compile(r"(?:已)?结转(?:办理)?(?:的)?")
_WORK = re.compile(r"办理|办结|答复|处理")
_FORMS = frozenset(f"applications.{form}" for form in ("in_person", "fax", "online", "letter"))
_DONE = frozenset(
    f"applications.{result}"
    for result in ("answered", "granted", "partial", "refused", "not_held", "not_processed", "other_result")
)


def named(before: str, sentence: str, ahead: str, so_far: Sequence[str | None]) -> str | None:
    """The indicator that the bare words before a figure mean among applications.

    Args:
        before: the words before the figure in its clause.
        sentence: the whole sentence.
        ahead: what follows the figure in the sentence.
        so_far: the indicators that the sentence named before.
    """
    words = disclosures.lead_off(before)
    if _GRANTED.fullmatch(words):
        return "applications.granted" if _RESULT.search(sentence) else None
    if _OTHER.fullmatch(words):
        last = next((name for name in reversed(so_far) if name in _FORMS or name in _DONE), None)
        if last in _FORMS:
            return "applications.other_form"
        return "applications.other_result" if last or _RESULT.search(sentence) else None
    if _CARRIED.fullmatch(words):
        done = any(name in _DONE for name in so_far)
        return "applications.carried_in" if not done and _WORK.search(ahead) else "applications.carried_out"
    return None


def is_list(text: str, start: int, end: int) -> bool:
    """Whether the sentence [start, end) tells several results of applications."""
    return "公开" in text[start:end] and len(set(_RESULT.findall(text, start, end))) > 1


def is_no_result(before: str, unit: str, sentence: str) -> bool:
    """Whether the words are what no core indicator counts.

    That is either the result that what was asked for is public already, or how a body's information or its papers
    are classed: 主动公开80条,依申请公开12条,不予公开8条.
    """
    words = disclosures.lead_off(before)
    if _PUBLIC.fullmatch(words):
        of_others = any(p.search(sentence) for p in (_PAPERS, _PROPOSALS))
        return unit != "条" and (of_others or is_list(sentence, 0, len(sentence)))
    return bool(_CLASSED.fullmatch(words)) and bool((_OPEN if unit == "条" else _PAPERS).search(sentence))


def is_repeated(before: str) -> bool:
    """Whether the words speak of cases told before: 败诉的#件案件."""
    return bool(re.search(r"(?:败诉|胜诉|维持|撤销|纠正|违法)的(?:这|上述)?$", before))
