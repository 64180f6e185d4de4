"""The 取りまとめ that is open as it is written: kept by itself, made final, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject

from dxdesk.desk import Desk, Step
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, answer_from
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.consolidation import consolidate_as_written
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.operations.reviews import consolidate, withdraw_consolidation
from dxdesk.store.queries import replies
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.consolidate.merged_form import MergedForm

PAGE: Final = "consolidate"


def subject_of(cycle: Cycle, unit: Node) -> str:
    """Under what the text of a unit in a cycle is kept."""
    return f"{cycle.id}/{unit.id}"


@dataclass(frozen=True)
class Kept:
    """What was being written about a unit, and the newest versions (ids) there were when it was begun; None where
    that does not matter."""

    answer: Answer
    seen: tuple[str, ...] | None


def record_of(answer: Answer, seen: tuple[str, ...] | None) -> Mapping[str, Any]:
    """What is kept of a text."""
    return {"answer": answer.record(), "seen": None if seen is None else list(seen)}


def kept_from(record: Mapping[str, Any]) -> Kept:
    """What was kept, also by a program that did not keep what there was when it was begun."""
    if "seen" not in record:
        return Kept(answer_from(record), None)
    return Kept(answer_from(record["answer"]), None if record["seen"] is None else tuple(record["seen"]))


def confirm(change: Change, cycle: Cycle, unit: Node, answer: Answer, seen: tuple[str, ...] | None = None) -> Outcome:
    """Makes what stands on the desk the unit's answer, and forgets what was kept of it. Raises Problem."""
    outcome = consolidate_as_written(change, cycle, unit.code or "", answer, seen)
    keep_page_draft(change, PAGE, subject_of(cycle, unit), None)
    return outcome


def use(change: Change, cycle: Cycle, unit: Node, department: str, seen: tuple[str, ...] | None = None) -> Outcome:
    """Makes a department's answer (its id) the unit's as it is, and forgets what was kept. Raises Problem."""
    outcome = consolidate(change, cycle, unit.code or "", use=department, seen=seen)
    keep_page_draft(change, PAGE, subject_of(cycle, unit), None)
    return outcome


def take_back(change: Change, cycle: Cycle, unit: Node, kept: Mapping[str, Any] | None) -> Outcome:
    """Takes a 取りまとめ back; the text that led to it is kept again. Raises Problem."""
    outcome = withdraw_consolidation(change, cycle, unit.code or "")
    if kept is not None:
        keep_page_draft(change, PAGE, subject_of(cycle, unit), kept)
    return outcome


class Writing(QObject):
    """Holds which unit is open, and saves what its form holds; ``saving`` while it does."""

    def __init__(self, desk: Desk, form: MergedForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._form = desk, form
        self.cycle: Cycle | None = None
        self.unit: Node | None = None
        self._words = ""
        self.answer: Answer | None = None
        self.seen: tuple[str, ...] = ()
        self.saving = False
        self.autosave = Autosave(self._write, form.composing, self)
        form.edited.connect(self._touched)
        form.left.connect(self.autosave.flush)

    @property
    def disputed(self) -> bool:
        """Whether there are two texts of the unit by now."""
        cycle, unit = self._place()
        return len(self._desk.ask(replies.slot, cycle.id, unit.id, None).heads) > 1

    @property
    def busy(self) -> bool:
        """Whether the text is in use, so that it must not be filled anew."""
        return self.saving or self.autosave.waiting or self._form.composing()

    def kept(self, cycle: Cycle, unit: Node) -> Kept | None:
        """What was being written about a unit."""
        record = self._desk.ask(page_draft, PAGE, subject_of(cycle, unit))
        return kept_from(record) if record is not None else None

    def open(self, cycle: Cycle, unit: Node, words: str, answer: Answer, seen: tuple[str, ...]) -> None:
        """Write this unit's text from now on, with the newest versions ``seen`` (ids) in view; sentences name it by
        ``words``. The one before must have been left."""
        self.autosave.forget()
        self._words = words
        self.cycle, self.unit, self.answer, self.seen = cycle, unit, answer, seen

    def close(self) -> None:
        """Nothing is written."""
        self.autosave.forget()
        self.unit = None

    def leave(self) -> bool:
        """Hand open text over and save; False where something could not be saved."""
        if self.unit is None:
            return True
        self._form.commit()
        return self.autosave.flush()

    def confirm(self, answer: Answer) -> Step:
        """確定する. Raises Problem and StoreUnavailable; then the text stays."""
        cycle, unit = self._place()
        seen, kept = self.seen, record_of(answer, None)
        return self._do(
            lambda: self._desk.do(confirm, cycle, unit, answer, seen),
            lambda: self._desk.do(take_back, cycle, unit, kept),
            lambda: self._desk.do(confirm, cycle, unit, answer),
        )

    def use(self, department: str) -> Step:
        """Use a department's answer (its id) as it is. Raises Problem and StoreUnavailable."""
        cycle, unit = self._place()
        found, seen = self.kept(cycle, unit), self.seen
        kept = record_of(found.answer, None) if found is not None else None
        return self._do(
            lambda: self._desk.do(use, cycle, unit, department, seen),
            lambda: self._desk.do(take_back, cycle, unit, kept),
            lambda: self._desk.do(use, cycle, unit, department),
        )

    def withdraw(self) -> None:
        """取り消す: what was drawn together can be written on. Raises Problem and StoreUnavailable."""
        cycle, unit = self._place()
        kept = record_of(self._form.answer()[0], None)
        self.saving = True
        try:
            self._desk.do(take_back, cycle, unit, kept)
        finally:
            self.saving = False
        self.autosave.forget()

    def _place(self) -> tuple[Cycle, Node]:
        assert self.cycle is not None
        assert self.unit is not None
        return self.cycle, self.unit

    def _do(self, act: Callable[[], object], back: Callable[[], object], again: Callable[[], object]) -> Step:
        self.saving = True
        try:
            act()
        finally:
            self.saving = False
        self.autosave.forget()
        return Step(f"{self._words}の取りまとめ", back, again)

    def _touched(self) -> None:
        if self.unit is not None:
            self.autosave.touch()

    def _write(self) -> bool:
        """Saves what can be stored; False where a field holds something that cannot."""
        cycle, unit = self._place()
        answer, refused = self._form.answer()
        if answer != self.answer:
            self.saving = True
            try:
                self._desk.do(keep_page_draft, PAGE, subject_of(cycle, unit), record_of(answer, self.seen))
            finally:
                self.saving = False
            self.answer = answer
        return refused is None
