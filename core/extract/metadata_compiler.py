"""Who drew the report up, where that is another body than the one whose report it is: mostly the office."""

import re
from collections.abc import Iterator

from core.extract.metadata_bodies import BODY_END, is_vague, same_body
from core.extract.metadata_signature import Signature
from core.extract.passages import Passage, passages
from core.model.document import Document
from core.model.extraction import Field
from core.model.message import Message

_NAME = rf"(?P<body>[一-龥()]{{2,36}}?(?:{BODY_END}|[科股室组]))"
_VERB = r"(?:编制|编写|编撰|汇编|汇总|起草|撰写)"
# What has been drawn up is the report, not a guide or a list of what is public.
_NO_REPORT = r"(?![^。,;]{0,24}(?:目录|指南|制度|规划|预案|方案|办法|意见|通知|公报|手册|清单|流程))"
_BY = r"(?:负责|组织|牵头|统一|具体|会同[一-龥、]{2,20}?){0,2}"
_BECAUSE = r"(?:根据|按照|依据|依照|(?:综合|汇总|结合)(?=[全各市县区]|有关|相关)|在)[^。;]{2,140}?"
_NO_VERB = r"(?!现|将|特|为|根据|按照|由|以|的|并|已|同时|请|关于|在|是|督促|要求|指导|组织|通知|确保|协调|向|对|\d)"
_WRITTEN = (
    re.compile(rf"由{_NAME}(?:{_BY}|{_BECAUSE}){_VERB}{_NO_REPORT}"),
    re.compile(
        rf"(?:^|[,。;:]|公布|现将|是){_NO_VERB}{_NAME}(?:{_BECAUSE},?)?{_BY}{_VERB}(?:了|完成|形成)?的?"
        r"(?:本|[^。,;]{0,20}?(?:信息公开|年度))[^。,;]{0,16}?(?:报告|年报)"
    ),
    re.compile(rf"{_VERB}(?:单位|机构|机关|部门)(?:是|为)?:?{_NAME}(?=$|[,。;)])"),
)
_DRAWS_UP = re.compile(_VERB)
_SEVERAL = re.compile(r"各|所有|下属|全体|每")
_PASSAGES, _HEAD = 8, 600


def compiler(document: Document, signature: Signature | None, issuer: Field | None) -> list[Field]:
    """compiler: whom a sentence names for it, else who signs; nothing when that is the issuer itself."""
    whose = (issuer.value or "") if issuer else ""
    for field in _stated(document, signature):
        if not is_vague(field.value or "") and not same_body(field.value or "", whose):
            return [field]
    return []


def _stated(document: Document, signature: Signature | None) -> Iterator[Field]:
    first = [p for p in passages(document)[:_PASSAGES] if _DRAWS_UP.search(p.folded.text, 0, _HEAD)]
    for pattern in _WRITTEN:
        for passage in first:
            yield from _written(passage, pattern)
    if signature and signature.body:
        yield Field("compiler", signature.body, signature.body_span, 0.85, Message("extract.field.signature"))


def _written(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Field]:
    for found in pattern.finditer(passage.folded.text[:_HEAD]):
        if not _SEVERAL.search(found["body"]):
            span = passage.span(*found.span("body"))
            yield Field("compiler", found["body"], span, 0.9, Message("extract.field.compiled"))
