"""Errors between processes."""

import pickle

from core.base.errors import TextTooLong


def test_an_error_crosses_from_a_worker_process_whole() -> None:
    error = TextTooLong(name="甲.txt", lines=30_000)
    crossed = pickle.loads(pickle.dumps(error))
    assert type(crossed) is TextTooLong
    assert (crossed.code, crossed.params) == (error.code, error.params)
