"""What every page of the desk is: a widget that reads through the desk, and says what a person wishes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Touched
from dxdesk.ui.bands import Notice


class Page(QWidget):
    """One page over a cycle (None: no cycle has been opened yet).

    ``SHOWS`` are the kinds of things that make it out of date. The window wires the signals of every page alike.
    """

    SHOWS: ClassVar[Touched] = Touched.NOTHING

    KEYS: ClassVar[frozenset[str]] = frozenset()
    """Keys of the whole desk (Ctrl+1, Ctrl+P …) that this page takes for itself while it is shown."""

    page_requested = Signal(str, str)
    """The key of a page to go to, and what to show there: the code of a unit, the id of a meeting, or nothing."""

    cycle_requested = Signal(object)
    """Another cycle (``Cycle``) for the whole desk."""

    back_requested = Signal()
    """Back to the tab that this page was opened from."""

    said = Signal(str, bool)
    """A sentence for the toast, and whether it offers 元に戻す, which is ``desk.undo``."""

    offered = Signal(str, str, object)
    """A sentence for the toast, the word on its button, and what that does."""

    undo_requested = Signal()
    """Take the last step back, as Ctrl+Z does."""

    save_state_changed = Signal(str)
    """typing, saved or failed, for the top bar."""

    notice_changed = Signal()
    """``notice`` says something else now."""

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.cycle = cycle

    def refresh(self) -> None:
        """Read everything shown anew; selection, scroll position and what is being typed stay."""
        raise TypeError(f"{type(self).__name__} has no refresh")

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle."""
        self.cycle = cycle
        self.refresh()

    def show_subject(self, subject: str) -> None:
        """Show what ``page_requested`` named."""

    def notice(self) -> Notice | None:
        """What the band has to say while this page is shown."""
        return None

    def leave(self) -> bool:
        """Save what was typed before something else is shown; False where that is not possible."""
        return True
