"""A change that takes longer than a moment: it is made beside the window, and its page rests until it is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Touched
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.jobs import run_job
from dxdesk.ui.reading import is_large

T = TypeVar("T")


def do_beside(
    page: QWidget,
    desk: Desk,
    act: Callable[[], T],
    done: Callable[[T], object],
    failed: Callable[[Exception], object],
    *,
    always: bool = False,
) -> None:
    """Have ``act`` (``lambda: desk.do(…)``, or ``desk.undo``) work on another thread; ``page`` rests until it is done.

    Subscribers are told on the thread of the window, also where the page has gone; then ``done`` or ``failed`` is
    called. Changes of a desk wait for each other, so that one made in the meantime comes after it. In a small plan it
    is done at once, unless it ``always`` takes its time.
    """
    if not always and not is_large(desk):
        try:
            found = act()
        except (Problem, StoreUnavailable) as trouble:
            failed(trouble)
        else:
            done(found)
        return
    focus = QApplication.focusWidget()
    inside = focus if focus is not None and page.isAncestorOf(focus) else None
    page.setEnabled(False)

    def wake() -> None:
        page.setEnabled(True)
        if inside is not None and page.isVisible():
            with suppress(RuntimeError):  # the page was shown anew meanwhile, without it
                inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrived(found: tuple[T, Touched]) -> None:
        wake()
        done(found[0])

    def refused(error: Exception) -> None:
        wake()
        failed(error)

    run_job(page, lambda: desk.quietly(act), arrived, refused, lambda found: desk.tell(found[1]))
