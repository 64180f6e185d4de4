"""Keeping the interpreter's search for unreachable objects off what a large plan is read into.

That search goes through everything that is alive and lets no thread go on meanwhile: with twenty cycles of a large plan
in memory, half a second in which no window answers. What is read are plain values that free themselves, nothing the
search could ever find; so it rests while they are read, and what is there then is left out of it from then on.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

T = TypeVar("T")

_counting = Lock()
_readers: list[object] = []


def undisturbed(read: Callable[[], T]) -> T:
    """What ``read`` brings, read without that search; any number of threads may read at once."""
    reader = object()
    with _counting:
        _readers.append(reader)
        gc.disable()
    try:
        return read()
    finally:
        with _counting:
            _readers.remove(reader)
            if not _readers:
                gc.freeze()
                gc.enable()


def let_go() -> None:
    """What was left out is searched again: the database it was read from is closed."""
    gc.unfreeze()
