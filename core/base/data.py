"""How values are declared that reading makes by the thousand: cells, places, words."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True)
def data(cls: type[_Class]) -> type[_Class]:
    """A slotted dataclass, hashed by its fields, which the type checker alone holds to be frozen.

    One that is frozen at run time too takes three times as long to make: each field is set through the base class.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
