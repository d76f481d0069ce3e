"""Footnotes and endnotes of Word: their marks, counted in the order in which the text refers to them.

Source: ECMA-376 part 1, 17.11.
"""

from typing import Any

from lxml import etree

from core.readers.word_numbers import printed
from core.readers.word_runs import W

_KINDS = ("footnote", "endnote")
_SHAPES = {"footnote": "decimal", "endnote": "lowerRoman"}  # where the file names none


class Notes:
    """The notes of one file."""

    def __init__(self, opened: Any) -> None:
        self._bodies: dict[tuple[str, str], Any] = {}  # (kind, id) -> note
        self._counts = dict.fromkeys(_KINDS, 0)
        self._shapes = dict(_SHAPES)
        roots = [opened.element]
        for relation in opened.part.rels.values():
            name = relation.reltype.rpartition("/")[2]
            if name in ("footnotes", "endnotes", "settings") and not relation.is_external:
                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                roots.append(etree.fromstring(relation.target_part.blob, parser))
        for root in roots[1:]:
            for note in root.iterchildren(*(f"{W}{kind}" for kind in _KINDS)):
                self._bodies[_kind(note), note.get(f"{W}id", "")] = note
        for root in reversed(roots):  # what a section of the text says holds, else the settings
            for kind in _KINDS:
                shape = next(root.iterfind(f".//{W}{kind}Pr/{W}numFmt"), None)
                if shape is not None:
                    self._shapes[kind] = shape.get(f"{W}val", "decimal")

    def take(self, reference: Any, mark: str) -> tuple[str, Any]:
        """The mark of a note, and the note: the one meant by a reference, or standing in its place.

        Each is given once: one that refers to itself would have no end.
        """
        kind = _kind(reference)
        if not mark:
            self._counts[kind] += 1
            mark = printed(self._counts[kind], self._shapes[kind])
        return mark, self._bodies.pop((kind, reference.get(f"{W}id", "")), reference)


def _kind(node: Any) -> str:
    return "endnote" if "endnote" in node.tag else "footnote"
