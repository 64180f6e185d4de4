"""Files that are dropped on the open desk: what each of them is decides who takes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from dxdesk.ui.jobs import run_job
from dxdesk.ui.pages import reaches
from dxdesk.wording.take_in import NOT_FOR_HERE, left_aside

if TYPE_CHECKING:
    from dxdesk.operations.arriving_files import FileKind
    from dxdesk.ui.desk_view import DeskView

Found = Sequence[tuple[Path, "FileKind"]]


class Dropping(QObject):
    """Accepts files anywhere on a desk. Answers go to 取り込みの確認 together, with what is called a package and cannot
    be read, so that its reason is told there; without answers ``open_other`` is given the first that is a package or a
    database. What is left aside is named."""

    def __init__(self, view: DeskView, open_other: Callable[[str], object]) -> None:
        super().__init__(view)
        self._view, self._open_other = view, open_other
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.take(paths)
                return True
        return super().eventFilter(watched, event)

    def take(self, paths: Sequence[Path]) -> None:
        """Take files to where they belong; they may lie on a share, so they are looked at beside the window."""

        def look() -> Found:
            from dxdesk.operations.arriving_files import what_it_is

            return [(each, what_it_is(each)) for each in paths]

        run_job(self, look, self._send, self._failed)

    def _failed(self, error: Exception) -> None:
        raise error

    def _send(self, found: Found) -> None:
        view = self._view
        answers = [path for path, kind in found if kind in ("reply", "form", "spoilt")]
        others = [path for path, kind in found if kind in ("reply", "sent", "spoilt", "database")]
        if answers and reaches(view.desk.actor.role, "take_in"):
            view.open_page("take_in", "\n".join(map(str, answers)))
            aside = [path.name for path, _ in found if path not in answers]
        elif others:
            self._open_other(str(others[0]))
            aside = [path.name for path, _ in found if path != others[0]]
        else:
            view.steps.say(NOT_FOR_HERE)
            return
        if aside:
            view.steps.say(left_aside(aside[0], len(aside) - 1))
