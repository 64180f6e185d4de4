"""Who waits for a document while it is being set: told how far it is, shown its pages so far, asked whether to go on.

What is set is the same whether somebody waits or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[int, int], bool]
"""Told before each piece how many of how many are set; says False to stop."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Somebody does not want the document any more; nothing was made."""


@dataclass(frozen=True)
class Watch:
    """``piece`` is told how far the pieces are, ``page`` how many pages stand and given what writes these as a PDF.

    Either says False to stop. That PDF has no foot lines yet: how many pages there will be is not known.
    """

    piece: Progress
    page: Callable[[int, Callable[[], bytes]], bool]


_watch: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Whatever is set inside, on this thread, is watched. Setting it raises Stopped where the watch says so."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


@contextmanager
def aside(pages: int, write: Callable[[], bytes]) -> Iterator[None]:
    """What is set inside is not what is waited for: it can be stopped, but of pages only those ``pages`` are shown that
    ``write`` gives as a PDF."""
    watch = _watch.get()
    if watch is None:
        yield
        return
    with watched(replace(watch, page=lambda *_: watch.page(pages, write))):
        yield


def progress() -> Progress | None:
    """Who is told of pieces now."""
    watch = _watch.get()
    return watch.piece if watch else None


def pieces(found: Sequence[T]) -> Iterator[T]:
    """The same, one after the other, each told before it is set. Raises Stopped."""
    told = progress()
    for at, each in enumerate(found):
        if told is not None and not told(at, len(found)):
            raise Stopped
        yield each


def page_begins(behind: int, write: Callable[[], bytes]) -> None:
    """A page begins behind so many that stand; ``write`` gives those as a PDF. Raises Stopped."""
    watch = _watch.get()
    if watch is not None and not watch.page(behind, write):
        raise Stopped
