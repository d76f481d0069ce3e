"""Help, complaints, and which words open the window."""

from pathlib import Path

import pytest

from core import cli
from core.base.messages import LANGUAGES
from tests.cli.program import run


@pytest.mark.parametrize("name", sorted(cli.NAMES))
@pytest.mark.parametrize(("lang", "example"), [("zh_CN", "例："), ("en", "example: ")])
def test_every_command_has_help_with_an_example(
    name: str, lang: str, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["--lang", lang, name, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"{example}python main.py {name}" in said
    assert "cli." not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_general_help_names_every_command(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--lang", lang, "--help"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in cli.NAMES)
    assert "cli." not in said
    assert "--project" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["extract"], "缺少参数：FILE"),
        (["extract", "a", "--foo"], "不认识的参数：--foo；用 --help 看说明"),
        (["extract", "a", "--encoding"], "参数 --encoding 后面缺少内容"),
        (["extract", "a", "--encoding", "klingon"], "参数 --encoding 不能是 'klingon'；用 --help 看说明"),
        (
            ["export", "--project", "p", "--out", "a", "--format", "doc"],
            "参数 --format/-f 不能是 'doc'；用 --help 看说明",
        ),
        (["flatten"], "参数 COMMAND 不能是 'flatten'；用 --help 看说明"),
    ],
)
def test_wrong_words_are_answered_in_one_sentence(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1] == sentence
    assert said.err.startswith("用法：")


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], False),
        (["--project", "list"], False),
        (["--lang", "en"], False),
        (["--import", "check"], False),
        (["list"], True),
        (["--lang", "en", "list"], True),
        (["--lang=en", "--help"], True),
        (["nonsense"], True),
    ],
)
def test_the_window_opens_unless_a_command_comes_first(words: list[str], command: bool) -> None:
    assert cli.is_command(words) is command


def test_a_file_alone_is_for_the_window(tmp_path: Path) -> None:
    path = tmp_path / "a.hejiao"
    path.touch()
    assert not cli.is_command([str(path)])


def test_what_goes_into_a_pipe_is_utf8_in_any_locale() -> None:
    done = run("--help", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "用法" in done.stdout
