"""Marks of notes: 12 件 with a raised ① or [1] between are 12, and the mark says where more is said."""

import re

_MARK = re.compile(
    r"[\[［〔【(（]\s{0,2}(?:注\s{0,2})?(?:\d{1,3}|[a-z*＊※])\s{0,2}[\]］〕】)）]|[①-⑳]|[*＊※]{1,3}|注\d{0,2}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}")
_LONGEST = 8  # characters


def is_note_mark(words: str, before: str, after: str, *, is_raised: bool, is_linked: bool = False) -> bool:
    """Whether some words of a line only refer to a note.

    At the head of a line a mark belongs to the note itself. A number that is only raised is a mark beside another
    number; behind a letter it is an exponent (m²).

    Args:
        words: raised, or a link.
        before, after: the nearest visible sign on each side in the line; "" where there is none.
        is_linked: they lead to a note, or are led to.
    """
    words = words.strip()
    if not words or len(words) > _LONGEST:
        return False
    is_number = _NUMBER.fullmatch(words) is not None
    if _MARK.fullmatch(words) or (is_number and is_linked and is_raised):
        return bool(before) or after.isdecimal()
    is_exponent = before.isascii() and before.isalpha()
    return is_number and is_raised and (before.isdecimal() or (after.isdecimal() and not is_exponent))
