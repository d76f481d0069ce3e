"""The log: a rotating file of the user. INFO: what the user did; WARNING: we coped; ERROR: something was lost."""

import logging
from functools import cache

from core.base.paths import log_folder

_MOST_BYTES = 1_000_000


@cache
def start() -> None:
    """Write the log of this process to the user's folder from now on; without one the program works as well."""
    from logging.handlers import (
        RotatingFileHandler,  # it costs the window a moment that it does not need before it is there
    )

    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_folder() / "hejiao.log", maxBytes=_MOST_BYTES, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
