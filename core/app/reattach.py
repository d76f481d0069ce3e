"""Decisions on a report that was read again: kept where key and raw text are the same, else listed as orphaned."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.model.document import Document, Span
from core.model.report import Decided
from core.model.values import Decision, State, Value


def decided(values: Iterable[Value], document: Document) -> tuple[Decided, ...]:
    """All values with a decision, with the words of their places."""
    return tuple(
        Decided(value, document.quote(place) if (place := value.span) else "")
        for value in values
        if value.decision is not None
    )


def reattach(
    before: Sequence[Decided], after: Sequence[Value], document: Document
) -> tuple[tuple[Value, ...], tuple[Decided, ...]]:
    """The new values with the decisions that fit them, and the decisions that fit none.

    Args:
        before: decisions on an earlier reading, the newest first; also those that fitted nothing so far.
        document: what `after` was read from.
    """
    found = {v.key: v for v in after}
    orphans = []
    for old in before:
        value, decision = old.value, old.value.decision
        now = found.get(value.key)
        moved = _moved(decision, old.quote, document) if decision else None
        if moved is None or (now is not None and now.decision is not None):
            orphans.append(old)
        elif value.reading is None and now is None:
            found[value.key] = replace(value, decision=moved, proofs=())
        elif now is not None and now.reading and value.reading and now.reading.raw == value.reading.raw:
            found[value.key] = replace(now, decision=moved)
        else:
            orphans.append(old)
    return tuple(sorted(found.values(), key=lambda v: (v.order, v.key))), tuple(orphans)


def _moved(decision: Decision, quote: str, document: Document) -> Decision | None:
    """The decision with its place in another text; None when an added value's words are not there once."""
    if decision.span is None or document.quote(decision.span) == quote:
        return decision
    at = document.text.find(quote)
    if at < 0 or document.text.find(quote, at + 1) >= 0:
        return None if decision.state is State.ADDED else replace(decision, span=None)
    return replace(decision, span=Span(at, at + len(quote)))
