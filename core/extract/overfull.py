"""Text with more figures than any report states: to read it would take minutes and tell nothing."""

import re

from core.model.document import BlockKind, Document

_FIGURE = re.compile(r"[\d未没无零免](?<!\d\d)")  # a figure by its first digit
# The fullest reports known state some 300 figures in sentences; six of them bound together stay below.
MOST_FIGURES = 2_000


def figures_unread(document: Document) -> int:
    """How many figures and negations the running text has when they are too many to be read, else 0."""
    prose = (document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH)
    found = sum(len(_FIGURE.findall(text)) for text in prose)
    return found if found > MOST_FIGURES else 0
