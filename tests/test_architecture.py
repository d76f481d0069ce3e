"""Rules that neither ruff nor import-linter can see. Each test names the rule and the places that break it."""

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(p for top in ("core", "gui") for p in (ROOT / top).rglob("*.py"))
ALL = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py")), *sorted(ROOT.glob("*.py"))]
TREES = {p: ast.parse(p.read_text(encoding="utf-8")) for p in ALL}
CLASSES = {n.name: n for p in SOURCES for n in ast.walk(TREES[p]) if isinstance(n, ast.ClassDef)}
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
PROBE = """
import importlib, pkgutil, sys
for name in ("PySide6", "shiboken6", "PyQt6", "qtpy"):
    sys.modules[name] = None
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
"""
COMMAND_LINE = """
import sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
import main
sys.exit(main.main(["--help"]) or 0)
"""
_OF_QT = {"data", "edit", "event", "flags", "paint", "text"}  # overridden Qt methods without a capital letter
Function = ast.FunctionDef | ast.AsyncFunctionDef


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and module of every import, also of those inside functions and of `importlib.import_module("…")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from ((node.lineno, a.value) for a in node.args if isinstance(a, ast.Constant))


def _importing(packages: set[str], allowed: tuple[str, ...]) -> list[str]:
    return [
        f"{_name(path)}:{line}: {module}"
        for path in SOURCES
        if not _name(path).startswith(allowed)
        for line, module in _imported(TREES[path])
        if module.partition(".")[0] in packages
    ]


def test_there_is_something_to_look_at() -> None:
    assert len(SOURCES) > 40


def test_core_imports_where_there_is_no_qt() -> None:
    """Also catches importlib and plug-in tricks that a static import graph does not."""
    run = subprocess.run([sys.executable, "-c", PROBE], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@pytest.mark.skipif(importlib.util.find_spec("main") is None, reason="there is no main.py in this tree")
def test_the_command_line_runs_where_there_is_no_qt() -> None:
    run = subprocess.run([sys.executable, "-c", COMMAND_LINE], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_only_gui_imports_qt() -> None:
    assert not _importing({"PySide6", "shiboken6", "PyQt6", "qtpy"}, ("gui/",))


def test_only_the_store_imports_sqlite() -> None:
    assert not _importing({"sqlite3", "sqlite_utils"}, ("core/store/",))


def test_no_import_is_relative() -> None:
    relative = [
        f"{_name(path)}:{line}: {module}"
        for path in ALL
        for line, module in _imported(TREES[path])
        if module.startswith(".")
    ]
    assert not relative


def test_every_folder_is_a_package() -> None:
    """A folder without __init__.py is invisible both to import-linter and to the probe above."""
    assert {p.parent for p in SOURCES} == {p.parent for p in SOURCES if p.name == "__init__.py"}


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {_name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in ALL}
    assert not {name: n for name, n in lengths.items() if n > LONGEST_FILE}


def test_no_function_is_longer_than_60_lines() -> None:
    lengths = {
        f"{_name(path)}:{f.lineno} {f.name}": (f.end_lineno or f.lineno) - f.lineno + 1
        for path, tree in TREES.items()
        for f in _functions(tree)
    }
    assert not {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION}


def test_nothing_prints_but_the_command_line() -> None:
    prints = [
        f"{_name(path)}:{node.lineno}"
        for path in SOURCES
        if not _name(path).startswith("core/cli/")
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "pprint", "sys.stdout.write")
    ]
    assert not prints


def test_every_public_thing_has_a_docstring() -> None:
    """Overridden Qt methods (camelCase) and overriding ones have theirs in the class they come from."""
    bare = [f"{_name(path)}:{where}" for path in SOURCES for where in _without_docstring(TREES[path])]
    assert not bare


def _without_docstring(tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield "1"
    for node in tree.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield f"{node.lineno} {node.name}"
        if isinstance(node, ast.ClassDef):
            inherited = _inherited(node)
            for method in (n for n in node.body if isinstance(n, Function)):
                if method.name not in inherited and _needs_docstring(method) and not ast.get_docstring(method):
                    yield f"{method.lineno} {node.name}.{method.name}"


def _inherited(node: ast.ClassDef) -> set[str]:
    """Names of the methods that a class takes over from our own classes."""
    bases = [CLASSES[name] for name in map(ast.unparse, node.bases) if name in CLASSES]
    own = {m.name for base in bases for m in base.body if isinstance(m, Function)}
    return own.union(*(_inherited(base) for base in bases))


def _needs_docstring(method: Function) -> bool:
    overrides = any(ast.unparse(d) in ("override", "typing.override") for d in method.decorator_list)
    setter = any(ast.unparse(d).endswith((".setter", ".deleter")) for d in method.decorator_list)
    of_qt = method.name != method.name.lower() or method.name in _OF_QT
    return not (method.name.startswith("_") or overrides or setter or of_qt)


def test_dataclasses_are_slotted_and_frozen_in_the_model() -> None:
    loose = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in SOURCES
        if _name(path).startswith("core/model/")
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.ClassDef)
        for d in node.decorator_list
        if ast.unparse(d).startswith("dataclass") and not {"frozen=True", "slots=True"} <= set(_keywords(d))
    ]
    assert not loose


def _keywords(call: ast.expr) -> list[str]:
    return [f"{k.arg}={ast.unparse(k.value)}" for k in call.keywords] if isinstance(call, ast.Call) else []


def test_every_test_is_named_by_a_sentence() -> None:
    short = [
        f"{_name(path)}:{f.lineno} {f.name}"
        for path, tree in TREES.items()
        if path.name.startswith("test_")
        for f in _functions(tree)
        if f.name.startswith("test_") and len(f.name.split("_")) < 4
    ]
    assert not short


def test_no_test_sleeps() -> None:
    sleeping = [
        f"{_name(path)}:{node.lineno}"
        for path, tree in TREES.items()
        if path.is_relative_to(ROOT / "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("time.sleep", "sleep", "QTest.qWait", "qtbot.wait")
    ]
    assert not sleeping


def test_nothing_is_promised_in_comments() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX")
    found = [
        f"{_name(path)}:{n}"
        for path in ALL
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any(mark in line for mark in marks)
    ]
    assert not found
