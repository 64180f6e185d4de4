"""What 事務局 does with answers, each as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk, Step
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations.collecting import accept_replies, undo_reviews
from dxdesk.operations.replies import confirm
from dxdesk.operations.slots import Place
from dxdesk.operations.taking_back import without_earlier
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.bands import Notice
from dxdesk.ui.collect.returning import Question, fetch_back, send_back
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.collect import (
    ACCEPTING,
    CONFIRMED,
    TAKEN_BACK,
    accepted_many,
    returned_many,
)
from dxdesk.wording.sentences import problem_words
from dxdesk.wording.take_in import USED_WITHOUT

MANY: Final = 20
"""From so many answers on they are reviewed beside the window."""


class Reviewing(QObject):
    """Does it at the desk and says so; what could not be saved is offered again."""

    said = Signal(str, bool)
    trouble_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.trouble: Notice | None = None

    def accept(self, places: Sequence[Place]) -> bool:
        """受理."""
        step = self._step(places, "受理", accept_replies, undo_reviews)
        return self._do(step, accepted_many(len(places)))

    def accept_many(self, page: QWidget, places: Sequence[Place], done: Callable[[], object]) -> None:
        """受理 of many answers, beside the window; ``page`` rests meanwhile. ``done`` where all were accepted."""
        if len(places) < MANY:
            if self.accept(places):
                done()
            return
        step = self._step(places, "受理", accept_replies, undo_reviews)

        def accepted(_found: object) -> None:
            self._show(None)
            self._remember(step, accepted_many(len(places)))
            done()

        self.said.emit(ACCEPTING, False)
        do_beside(page, self._desk, step.again, accepted, self._refused)

    def send_back(self, places: Sequence[Place], said: Question) -> bool:
        """差戻し with the same question to every slot."""
        does, undoes = partial(send_back, said=said), partial(fetch_back, said=said)
        return self._do(self._step(places, "差戻し", does, undoes), returned_many(len(places)))

    def take_back(self, place: Place, state: str, back: Callable[..., object], again: Callable[..., object]) -> bool:
        """Take the last review of a slot ``back``; ``again`` says it once more, ``state`` is what it was."""
        words = "受理の取り消し" if state == "accepted" else "差戻しの取り消し"
        return self._do(self._step((place,), words, back, again), TAKEN_BACK[state])

    def confirm(self, place: Place, title: str, name: str) -> bool:
        """所属長確認; it is never taken back."""
        return self._try(lambda: self._desk.do(confirm, place, by=name, title=title or None), CONFIRMED)

    def use_without(self, cycle: Cycle, code: str, department: str) -> bool:
        """前の版なしで使う: the version that waits for an earlier one waits no longer."""
        return self._try(lambda: self._desk.do(without_earlier, cycle, code, department), USED_WITHOUT)

    def _step(
        self, places: Sequence[Place], word: str, does: Callable[..., object], undoes: Callable[..., object]
    ) -> Step:
        desk, found = self._desk, tuple(places)
        first = found[0]
        words = f"{first.words}の{word}" if len(found) == 1 else f"{len(found)}件の{word}"
        subject = f"{first.unit.code}:{first.department.id}"
        where, long = ("collect", subject), len(found) >= MANY
        return Step(words, lambda: desk.do(undoes, found), lambda: desk.do(does, found), where, long)

    def _do(self, step: Step, words: str) -> bool:
        if not self._try(step.again, ""):
            return False
        self._remember(step, words)
        return True

    def _remember(self, step: Step, words: str) -> None:
        self._desk.remember(step)
        self.said.emit(words, True)

    def _try(self, act: Callable[[], object], words: str) -> bool:
        try:
            act()
        except (Problem, StoreUnavailable) as trouble:
            self._refused(trouble)
            return False
        self._show(None)
        if words:
            self.said.emit(words, False)
        return True

    def _refused(self, trouble: Exception) -> None:
        if isinstance(trouble, Problem):
            self.said.emit(problem_words(trouble), False)
        elif isinstance(trouble, StoreUnavailable):
            text = trouble_words(trouble)
            self._show(Notice("band-error", text, (("閉じる", lambda: self._show(None)),)))
        else:
            raise trouble

    def _show(self, trouble: Notice | None) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.trouble_changed.emit()
