"""How long texts made to be slow take: the promise is 2 s for each, on a machine that has nothing else to do."""

import logging

import pytest

from tests.corpus.adversarial import bounded
from tests.corpus.test_adversarial import processor_seconds

MOST = 2.0


@pytest.mark.parametrize("name", bounded(1000))
def test_a_text_made_to_be_slow_is_read_within_two_seconds(name: str) -> None:
    taken = processor_seconds(name, 1)
    logging.getLogger(__name__).info("%s: %.2f s", name, taken)
    assert taken < MOST
