"""Running text as passages and sentences: what the figures of sentences are looked for in."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from core.base.data import data
from core.base.text import Folded, fold
from core.model.document import BlockKind, Document, Span

# A sentence ends at 。 ! ? only: a list of figures runs on over semicolons. Longer ones are cut, so that a file
# without any full stop costs no more than its length.
_SENTENCE = re.compile(r"[^。!?]{1,1500}[。!?]?")


@data
class Passage:
    """A paragraph, run together over line and page ends, folded. `start` is where it begins in the document."""

    folded: Folded
    start: int
    kind: BlockKind = BlockKind.PARAGRAPH

    def span(self, start: int, end: int) -> Span:
        """The place in the document of folded [start, end); torn over line ends it keeps its hull only."""
        return Span(*self.folded.span(start, end))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Stretches [start, end) of the folded text, one for each sentence, its full stop included."""
        for found in _SENTENCE.finditer(self.folded.text):
            yield found.start(), found.end()


def passages(document: Document, kinds: Sequence[BlockKind] = (BlockKind.PARAGRAPH,)) -> tuple[Passage, ...]:
    """The paragraphs of the report itself, in order; with other `kinds` also the page around it."""
    return _passages(document, tuple(kinds))


@lru_cache(maxsize=8)  # every step asks for the passages of the document at hand
def _passages(document: Document, kinds: tuple[BlockKind, ...]) -> tuple[Passage, ...]:
    return tuple([passage(document, *one) for one in stretches(document, kinds)])


def stretches(document: Document, kinds: Collection[BlockKind]) -> list[tuple[BlockKind, list[tuple[int, int]]]]:
    """The paragraphs and other blocks of some kinds, in order, not folded yet: each with the places of its pieces."""
    found: list[tuple[BlockKind, list[tuple[int, int]]]] = []
    for block in document.blocks:
        if block.kind not in kinds:
            continue
        if block.joins and found and block.kind is BlockKind.PARAGRAPH:
            found[-1][1].append((block.start, block.end))
        else:
            found.append((block.kind, [(block.start, block.end)]))
    return found


def passage(document: Document, kind: BlockKind, pieces: Sequence[tuple[int, int]]) -> Passage:
    """One of the `stretches`, folded."""
    return Passage(fold(document.text, pieces), pieces[0][0], kind)
