"""What a web page prints in the fields of a form: a browser shows their values, so they are words of the page."""

import re
from collections import Counter

from lxml import etree

_TYPES = frozenset(("", "text", "number", "tel", "date", "month", "email", "url"))
_FIXED = ("readonly", "disabled")
# A field that waits for words shows what to type: it is no part of a report, whatever table it stands in.
_PROMPT = re.compile(r"请(?:在此)?(?:输入|选择|填写)|关键[字词]|搜索|检索|查询|验证码|keywords?|search", re.IGNORECASE)
_SEVERAL = 4  # fields with a value make a table that is printed in fields; a search or a log-in has fewer


def fill_in(root: etree._Element) -> None:
    """Let the values of fields stand as words in their places.

    Only of those that nobody can change, and of tables that are printed in fields; the others wait for the reader.
    """
    fields = [field for field in root.iter("input", "textarea") if _value(field)]
    tables = [next(field.iterancestors("table"), None) for field in fields]
    printed = Counter(tables)
    for field, table in zip(fields, tables, strict=True):
        is_fixed = any(field.get(name) is not None for name in _FIXED)
        if is_fixed or (table is not None and printed[table] >= _SEVERAL):
            _become_words(field, _value(field))


def _value(field: etree._Element) -> str:
    if field.tag == "input" and field.get("type", "").strip().lower() not in _TYPES:
        return ""
    value = str(field.get("value", "") if field.tag == "input" else field.text or "").strip()
    return "" if _PROMPT.search(value[:80]) else value


def _become_words(field: etree._Element, value: str) -> None:
    field.tag = "span"
    field.text, *more = value.splitlines()
    for line in more:
        etree.SubElement(field, "br").tail = line
