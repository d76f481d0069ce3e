"""The order of work: what is in doubt first, then what the machine is not sure of, then the rest."""

from core.app import showing
from core.model.findings import Severity
from core.model.report import Report
from core.model.values import Value

_LOW = 2  # bars


def queue(report: Report) -> tuple[str, ...]:
    """The keys of all values that wait, in the order in which to look at them. Proved ones do not wait."""
    severities = showing.severities(report.findings)
    waiting = [v for v in report.values if showing.is_waiting(v) and not v.is_postponed]
    return tuple(v.key for v in sorted(waiting, key=lambda v: _rank(v, severities.get(v.key))))


def after(report: Report, key: str | None) -> str | None:
    """The next value to look at after `key`, from the first again behind the last; None when nothing waits."""
    severities = showing.severities(report.findings)
    here = next((v for v in report.values if v.key == key), None)
    waiting = [k for k in queue(report) if k != key]
    if here is None or not waiting:
        return waiting[0] if waiting else None
    rank = _rank(here, severities.get(here.key))
    values = {v.key: v for v in report.values}
    return next((k for k in waiting if _rank(values[k], severities.get(k)) > rank), waiting[0])


def _rank(value: Value, severity: Severity | None) -> tuple[int, int, str]:
    if severity is Severity.ERROR:
        tier = 0
    elif severity is Severity.WARNING:
        tier = 1
    else:
        tier = 2 if 0 < showing.bars(value) <= _LOW else 3
    return tier, value.order, value.key
