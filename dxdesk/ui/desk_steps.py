"""The keys of the whole desk, and what was done last: said in a toast, taken back, done again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dxdesk.desk import Step
from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.key_actions import bind
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.undo import UndoKeys
from dxdesk.wording.screen import DOING_AGAIN, NOTHING_TO_REDO, NOTHING_TO_UNDO, TAKING_BACK, done_again, taken_back

if TYPE_CHECKING:
    from dxdesk.ui.desk_view import DeskView


class DeskSteps(QObject):
    """Undo and redo of one desk, its toast, and the keys that work on every page."""

    def __init__(self, view: DeskView) -> None:
        super().__init__(view)
        self._view = view
        UndoKeys(view, self.undo, self.redo)
        keys: dict[str, Callable[[], object]] = {"F1": self.help, "Ctrl+P": partial(view.open_tab, "print")}
        keys |= {f"Ctrl+{place}": partial(view.open_tab, key) for place, key in enumerate(view.tabs, start=1)}
        self._keys = bind(view, keys)

    def say(self, text: str, undoable: bool = False) -> None:
        """Say a sentence; one that is undoable offers to take the last step back."""
        if undoable:
            self._view.toast.show_text(text, self.tr("元に戻す"), self.undo)
        else:
            self._view.toast.show_text(text)

    def undo(self) -> None:
        """Take the last step back."""
        self._walk(back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._walk(back=False)

    def _walk(self, *, back: bool) -> None:
        """Take the last step back, or do the next one again; one that takes long beside the window."""
        desk = self._view.desk
        if not self._view.leave():
            return
        act, next_ = (desk.undo, desk.last_step) if back else (desk.redo, desk.next_step)
        if next_ is not None and next_.long:
            self._view.toast.show_text(TAKING_BACK if back else DOING_AGAIN)
            do_beside(self._view, desk, act, partial(self._walked, back), self._stumbled)
            return
        try:
            step = act()
        except (Problem, StoreUnavailable) as trouble:
            self._stumbled(trouble)
            return
        self._walked(back, step)

    def _stumbled(self, trouble: Exception) -> None:
        self._view.toast.show_text(trouble_words(trouble))

    def _walked(self, back: bool, step: Step | None) -> None:
        toast = self._view.toast
        if step is not None and step.where is not None:
            self._view.open_page(*step.where)
        if step is None:
            toast.show_text(NOTHING_TO_UNDO if back else NOTHING_TO_REDO)
        elif back:
            toast.show_text(taken_back(step.words), self.tr("やり直す"), self.redo)
        else:
            toast.show_text(done_again(step.words), self.tr("元に戻す"), self.undo)

    def renew_keys(self) -> None:
        """Leave to the page that is shown the keys it takes for itself."""
        taken = self._view.pages.shown.KEYS if self._view.pages.shown is not None else frozenset()
        for key, shortcut in self._keys.items():
            shortcut.setEnabled(key not in taken)

    def help(self) -> None:
        """F1: how to use the page that is shown."""
        self._view.open_page("help", self._view.page)
