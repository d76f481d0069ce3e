"""What words are about decides what 办结3件 counts."""

import pytest

from core.extract import topics
from core.model.catalogue import TOPICS


def test_every_topic_can_be_asked_for_by_a_phrase() -> None:
    assert frozenset(topics.NAMES) == TOPICS


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("收到行政复议申请", "review"),
        ("因信息公开申请行政复议", "review"),
        ("提起行政诉讼", "litigation"),
        ("收到依申请公开信息", "applications"),
        ("群众来信", "matters"),
        ("属于已主动公开范围", ""),
        ("部分公开政府信息", ""),
        ("制发行政规范性文件", "normative"),
    ],
)
def test_the_last_thing_named_is_the_topic(words: str, topic: str) -> None:
    assert topics.topic_of(words) == topic


def test_a_sentence_is_asked_before_and_behind_a_place() -> None:
    text = "收到申请5件,行政复议3件"
    found = topics.topics_in(text, 0, len(text))
    assert (found.before(5), found.within(5, len(text)), found.before(2)) == ("applications", "review", "")
