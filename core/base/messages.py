"""Words a code and its parameters in the user's language, from `resources/messages/<lang>.toml`."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from core.base.resources import resource

LANGUAGES = ("zh_CN", "en")
SCANNED = "scanned"  # a param of a reason: its value was read off a picture, and the sentence says so


@cache
def _texts(lang: str) -> dict[str, str]:
    """All texts of a language by dotted code; every file of `messages/<lang>/` adds its own."""
    texts: dict[str, str] = {}
    for path in sorted(resource("messages", lang).glob("*.toml")):
        _flatten("", tomllib.loads(path.read_text(encoding="utf-8")), texts)
    return texts


def _flatten(prefix: str, tree: Mapping[str, object], texts: dict[str, str]) -> None:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            _flatten(f"{prefix}{key}.", value, texts)
        else:
            texts[prefix + key] = str(value)


def word(code: str, params: Mapping[str, object], lang: str = "zh_CN") -> str:
    """The sentence for `code`; an unknown code gives the code itself, never an exception.

    Params that are numbers are shown as printed (no thousands separator, minus U+2212); a param `x` that is a str
    starting with "@" is itself a code and is worded first. `SCANNED` puts before the sentence how it was read.
    """
    text = _texts(lang).get(code)
    if text is None:
        return code
    if params.get(SCANNED):
        text = _texts(lang)["showing.scanned"] + text
    shown = {name: _show(value, lang) for name, value in params.items()}
    try:
        return text.format(**shown)
    except (KeyError, IndexError):
        return text


def _show(value: object, lang: str) -> str:
    if isinstance(value, str) and value.startswith("@"):
        return word(value[1:], {}, lang)
    if isinstance(value, (list, tuple)):
        return ("、" if lang == "zh_CN" else ", ").join(_show(v, lang) for v in value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return number(value)
    return str(value)


def number(value: int | float | Decimal) -> str:
    """A number for people: digits without separators, no exponent, no idle zeros, minus U+2212."""
    text = f"{Decimal(str(value)).normalize():f}"
    return text.replace("-", "\u2212")
