"""Frozen dataclasses to JSON text and back: what the store keeps of structures that nobody queries."""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from cattrs import Converter

T = TypeVar("T")


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is Mapping


def _plain(value: object) -> object:
    """Params of messages: numbers stay numbers, so that they are worded as numbers again."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return [_plain(v) for v in value] if isinstance(value, (list, tuple)) else value


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # made once: json.dumps makes one for each value
_converter = Converter(omit_if_default=True)
_converter.register_unstructure_hook(Decimal, lambda d: f"{d:f}")
_converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
_converter.register_structure_hook_func(_is_mapping, lambda tree, _: dict(tree))
_converter.register_unstructure_hook_func(_is_mapping, lambda tree: {k: _plain(v) for k, v in tree.items()})


def dump(value: object, kind: Any = None) -> str:
    """JSON text of a value; `kind` is its type where the value does not tell it (a tuple of …)."""
    return _encoder.encode(_converter.unstructure(value, unstructure_as=kind))


def load(text: str, kind: type[T]) -> T:
    """The value that `dump` wrote, of type `kind`."""
    return _converter.structure(json.loads(text), kind)


def load_optional(text: str | None, kind: type[T]) -> T | None:
    """Like `load`; None stays None."""
    return None if text is None else load(text, kind)


def learn(*kinds: Any) -> None:
    """Make ready to load values of these kinds and all that they hold, which else the first of each has to wait for."""
    waiting, known = list(kinds), set()
    while waiting:
        kind = waiting.pop()
        if kind in known:
            continue
        known.add(kind)
        if is_dataclass(kind):
            _converter.get_structure_hook(kind)
            waiting += get_type_hints(kind).values()
        else:
            waiting += get_args(kind)
