"""Values that reading makes by the thousand."""

import pickle
from dataclasses import replace

import pytest

from core.base.data import data


@data
class Place:
    row: int
    column: int = 0


def test_is_told_by_its_fields() -> None:
    assert Place(1) == Place(1, 0) != Place(1, 1)
    assert {Place(1): "a"}[replace(Place(2), row=1)] == "a"


@data
class Name:
    text: str


def test_travels_between_processes_as_its_fields() -> None:
    found = (Place(1, 2), Name("甲"))
    packed = pickle.dumps(found)
    assert pickle.loads(packed) == found
    assert b"column" not in packed


def test_has_no_room_for_more_than_its_fields() -> None:
    with pytest.raises(AttributeError):
        Place(1).width = 2  # type: ignore[attr-defined]
