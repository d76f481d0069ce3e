"""Core speaks in codes; every code has its words in both languages, and they take what the code gives."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.base.messages import LANGUAGES
from core.base.resources import resource

ROOT = Path(__file__).parents[1]
SOURCES = sorted(p for top in ("core", "gui") for p in (ROOT / top).rglob("*.py"))
_CODE = re.compile(r"@?[a-z_]+(?:\.[a-z0-9_]+)+")


@dataclass(frozen=True)
class Use:
    """Where a code is used. `pattern` matches the codes meant; `params` is None where the source does not show them."""

    where: str
    pattern: str
    params: frozenset[str] | None = None


def _texts(lang: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(resource("messages", lang).glob("*.toml")):
        found.update(_flat("", tomllib.loads(path.read_text(encoding="utf-8"))))
    return found


def _flat(prefix: str, tree: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield prefix + key, str(value)


def _places(text: str) -> set[str]:
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def _pattern(node: ast.expr) -> str | None:
    """A regular expression for the codes that an expression can give; None when it says nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(v.value) if isinstance(v, ast.Constant) else r"[a-z0-9_.\-]+" for v in node.values]
        return "".join(parts)
    if isinstance(node, ast.IfExp):
        both = [_pattern(node.body), _pattern(node.orelse)]
        return "|".join(f"(?:{b})" for b in both) if all(both) else None
    return None


def _keys(node: ast.expr | None) -> frozenset[str] | None:
    if node is None:
        return frozenset()
    if isinstance(node, ast.Dict) and all(isinstance(k, ast.Constant) for k in node.keys):
        return frozenset(str(k.value) for k in node.keys if isinstance(k, ast.Constant))
    return None


def _uses() -> Iterator[Use]:
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            where = f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call):
                yield from _call(where, node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("@"):
                if _CODE.fullmatch(node.value):
                    yield Use(where, re.escape(node.value[1:]))
            elif isinstance(node, ast.JoinedStr) and (pattern := _pattern(node)) and pattern.startswith("@"):
                yield Use(where, pattern[1:])


def _call(where: str, node: ast.Call) -> Iterator[Use]:
    called = ast.unparse(node.func).rpartition(".")[2]
    if called == "Message" or (called == "word" and isinstance(node.func, ast.Name)):
        arguments = {k.arg: k.value for k in node.keywords}
        code = node.args[0] if node.args else arguments.get("code")
        params = node.args[1] if len(node.args) > 1 else arguments.get("params")
        pattern = _pattern(code) if code is not None else None
        if pattern:
            yield Use(where, pattern, _keys(params))


def _error_codes() -> dict[str, str]:
    """Class name -> code of every exception a user may meet."""
    tree = ast.parse((ROOT / "core/base/errors.py").read_text(encoding="utf-8"))
    return {
        node.name: str(statement.value.value)
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
    }


def _raised() -> Iterator[Use]:
    codes = _error_codes()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in codes:
                where = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                shown = all(k.arg for k in node.keywords)
                params = frozenset(str(k.arg) for k in node.keywords) if shown else None
                yield Use(where, re.escape(codes[ast.unparse(node.func)]), params)


USES = [*_uses(), *_raised(), *(Use("core/base/errors.py", re.escape(c)) for c in _error_codes().values())]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_that_is_used_has_words(lang: str) -> None:
    texts = _texts(lang)
    unworded = {f"{u.where}: {u.pattern}" for u in USES if not any(re.fullmatch(u.pattern, c) for c in texts)}
    assert not unworded


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_ask_for_nothing_that_is_not_given(lang: str) -> None:
    texts = _texts(lang)
    wrong = {
        f"{use.where}: {code} asks for {sorted(_places(text) - use.params)}"
        for use in USES
        if use.params is not None
        for code, text in texts.items()
        if re.fullmatch(use.pattern, code) and not _places(text) <= use.params
    }
    assert not wrong


def test_both_languages_have_the_same_codes_with_the_same_parameters() -> None:
    chinese, english = _texts("zh_CN"), _texts("en")
    assert set(chinese) == set(english)
    assert {c: _places(t) for c, t in chinese.items()} == {c: _places(t) for c, t in english.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_code_is_worded_twice(lang: str) -> None:
    seen: dict[str, str] = {}
    for path in sorted(resource("messages", lang).glob("*.toml")):
        for code, _ in _flat("", tomllib.loads(path.read_text(encoding="utf-8"))):
            assert code not in seen, f"{code} in {path.name} and {seen[code]}"
            seen[code] = path.name


def test_chinese_words_keep_to_the_style() -> None:
    """Verb first: no 请; no exclamation marks; no full stop at the end of a single sentence."""
    wrong = [
        code
        for code, text in _texts("zh_CN").items()
        if re.search("(?<!申)请", text)
        or "!" in text
        or "！" in text
        or (text.endswith("。") and text.count("。") == 1)
    ]
    assert not wrong
