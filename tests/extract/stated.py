"""The fields that a text states, read with invented regions."""

from core.extract.metadata import fields
from core.extract.outline import outline
from core.model.document import Document
from core.model.extraction import Field
from core.model.regions import Region, Regions
from core.readers.registry import read

REGIONS = Regions(
    (
        Region("910000", "云岭省", 1980, 2030),
        Region("910100", "南屏市", 1980, 2030),
        Region("910122", "青石县", 1980, 2012),
        Region("910112", "青石区", 2013, 2030),
        Region("910124", "石桥县", 1980, 2009),
        Region("910125", "石桥县", 2010, 2030),
        Region("910123", "碧溪县", 1980, 2030),
        Region("910102", "河心区", 1980, 2030),
        Region("920000", "海云省", 1980, 2030),
        Region("920100", "东沙市", 1980, 2030),
        Region("920102", "河心区", 1980, 2030),
    )
)


def read_lines(*lines: str) -> Document:
    """A text file of these lines."""
    return read("无名.txt", ("\n".join(lines) + "\n").encode())


def fields_of(*lines: str) -> tuple[Field, ...]:
    """All fields of a text of these lines."""
    document = read_lines(*lines)
    return fields(document, outline(document), REGIONS)


def values_of(*lines: str) -> dict[str, list[str | None]]:
    """The values of a text's fields by key, in order."""
    found: dict[str, list[str | None]] = {}
    for field in fields_of(*lines):
        found.setdefault(field.key, []).append(field.value)
    return found


def value_of(key: str, *lines: str) -> str | None:
    """The first value of a field; None when it is not stated (or blank)."""
    return values_of(*lines).get(key, [None])[0]
