"""Long patterns look at the first sign before they try anything else: it must let pass all they can begin with."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from re import _constants as sign  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import core.base
import core.extract

_ZERO_WIDTH = (sign.ASSERT, sign.ASSERT_NOT, sign.AT)
_DIGIT = str(sign.CATEGORY_DIGIT)
_REPEATS = (sign.MAX_REPEAT, sign.MIN_REPEAT)


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for package in (core.base, core.extract):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, re.Pattern) and value.pattern.startswith("(?=["):
                    yield f"{found.name}.{name}", value


def _of_class(items: Sequence[tuple[Any, Any]]) -> set[str]:
    found: set[str] = set()
    for kind, value in items:
        assert kind in (sign.LITERAL, sign.RANGE, sign.CATEGORY)
        if kind is sign.LITERAL:
            found.add(chr(value))
        elif kind is sign.RANGE:
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            found.add(str(value))
    return found


def _first(items: Sequence[tuple[Any, Any]], *, any_case: bool = False) -> tuple[set[str], bool]:
    """What a stretch of a parsed pattern can begin with, and whether it may be empty."""
    found: set[str] = set()
    for kind, value in items:
        if kind in _ZERO_WIDTH:
            continue
        may_be_empty = False
        if kind is sign.LITERAL:
            found |= {chr(value).lower(), chr(value).upper()} if any_case else {chr(value)}
        elif kind is sign.IN:
            found |= _of_class(value)
        elif kind is sign.BRANCH:
            branches = [_first(branch, any_case=any_case) for branch in value[1]]
            found |= set().union(*(signs for signs, _ in branches))
            may_be_empty = any(empty for _, empty in branches)
        elif kind is sign.SUBPATTERN:
            signs, may_be_empty = _first(value[3], any_case=bool(value[1] & re.IGNORECASE))
            found |= signs
        else:
            assert kind in _REPEATS, kind
            signs, may_be_empty = _first(value[2], any_case=any_case)
            found |= signs
            may_be_empty = may_be_empty or value[0] == 0
        if not may_be_empty:
            return {s for s in found if not (_DIGIT in found and s.isdecimal())}, False
    return found, True


@pytest.mark.parametrize("pattern", [pytest.param(p, id=name) for name, p in _patterns()])
def test_a_pattern_looks_ahead_to_every_sign_that_it_can_begin_with(pattern: re.Pattern[str]) -> None:
    (_, ahead), *rest = parser.parse(pattern.pattern, pattern.flags)
    signs, may_be_empty = _first(rest)
    assert not may_be_empty
    assert _of_class(ahead[1][0][1]) == signs


def test_there_are_such_patterns() -> None:
    assert len(list(_patterns())) >= 10
