"""A sentence the program may say, as a code and its parameters.

Core holds no sentences: `core.base.messages` words a Message from `resources/messages/<lang>.toml`.
"""

from collections.abc import Mapping
from dataclasses import field

from core.base.data import data


@data
class Message:
    """`code` is stable for ever (stored, exported, translated); `params` are JSON scalars, or lists of them."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
