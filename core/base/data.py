"""How values are declared that reading makes by the thousand: cells, places, words."""

from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True)
def data(cls: type[_Class]) -> type[_Class]:
    """A slotted dataclass, hashed by its fields, which the type checker alone holds to be frozen.

    One that is frozen at run time too takes three times as long to make: each field is set through the base class.
    Between processes it travels as a call with its fields, in half of the time that a state by names takes.
    """
    made: Any = dataclass(slots=True, unsafe_hash=True)(cls)
    parts = attrgetter("__class__", *made.__match_args__)
    made.__reduce__ = lambda self: ((all_parts := parts(self))[0], all_parts[1:])
    return made  # type: ignore[no-any-return]
