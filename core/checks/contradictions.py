"""What sentences claim of all of something, beside a table that knows better."""

import re
from decimal import Decimal

from core.checks.case import Case, Outcome
from core.checks.facts import Facts
from core.model.document import Span
from core.model.findings import Finding, Rule, Severity
from core.model.message import Message

_SENTENCE = re.compile(r"[^。;]{4,400}")
_WHEN = r"(?:按[时期]|依法|及时|全部|依规|依法依规|依法按时){0,2}"
_ALL_DONE = re.compile(
    rf"(?:均已|全部已?|都已){_WHEN}(?:予以)?(?:办结|答复|办理完毕|办理完成|回复)|(?:均|全部|都){_WHEN}(?:办结|办理完毕)"
)
_ALL_UPHELD = re.compile(
    r"(?:均|全部|都)(?:被|获|获得|予以|已|为|是|裁定|判决|决定|依法|由)?(?:复议机关|法院|人民法院)?(?:予以)?(?:结果)?维持"
)
_APPLICATION = re.compile(r"申请")
# Other things that are handled, an answer that speaks of those carried over itself, and rates of what fell due.
_OTHER_MATTER = re.compile(
    r"建议|提案|信访|投诉|热线|留言|咨询|诉求|复议|诉讼|上年|上一年|去年|结转|到期|除|尚在|其余|其中"
)
_REVIEW, _LAWSUIT = re.compile(r"复议"), re.compile(r"诉讼|应诉|起诉")


def claims_of_all(case: Case) -> Outcome:
    """均已办结 beside applications carried on, 均获维持 beside cases corrected or still open."""
    outcome = Outcome()
    facts = case.once(Facts)
    left_over = [f for f in facts.of("applications.carried_out") if f.amount]
    cases = {
        prefix: [f for role in ("corrected", "pending") for f in facts.of(f"{prefix}.{role}") if f.amount]
        for prefix in ("review", "litigation")
    }
    any_open = any(cases.values())
    if not left_over and not any_open:
        return outcome
    for sentence in _SENTENCE.finditer(case.flat):
        words = sentence.group()
        done = _ALL_DONE.search(words) if left_over else None
        if done and _APPLICATION.search(words) and not _OTHER_MATTER.search(words):
            fact = left_over[0]
            params = {"said": done.group(), "row": fact.label, "right": fact.amount}
            message = Message("check.text_contradiction.all_done", params)
            outcome.findings.append(_finding(message, fact.keys, fact.amount, sentence.start() + done.start(), done))
        upheld = _ALL_UPHELD.search(words) if any_open else None
        if upheld:
            named = [
                *(cases["review"] if _REVIEW.search(words) else ()),
                *(cases["litigation"] if _LAWSUIT.search(words) else ()),
            ]
            if named:
                amount = sum((f.amount for f in named), Decimal(0))
                told = [f"{f.label} {f.amount:f}" for f in named]
                message = Message("check.text_contradiction.all_upheld", {"said": upheld.group(), "rows": told})
                keys = tuple(k for f in named for k in f.keys)
                outcome.findings.append(_finding(message, keys, amount, sentence.start() + upheld.start(), upheld))
    return outcome


def _finding(message: Message, keys: tuple[str, ...], amount: Decimal, at: int, said: re.Match[str]) -> Finding:
    """The claim leaves nothing over: its side is zero, and its place is no value."""
    span = Span(at, at + len(said.group()))
    left = Decimal(0)
    return Finding(Rule.TEXT_CONTRADICTION, Severity.WARNING, message, keys, 0, left, amount, "≠", spans=(span,))
