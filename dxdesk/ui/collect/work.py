"""What the buttons of 回収 do: the task that is open in the panel, and what is done without one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dxdesk.domain.collection import ACCEPTABLE, SlotKey
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.operations.collecting import accept_replies, undo_reviews
from dxdesk.operations.slots import Place
from dxdesk.store.queries.delivered import by_files, receiver
from dxdesk.ui.collect.accept_task import AcceptTask
from dxdesk.ui.collect.confirm_task import ConfirmTask
from dxdesk.ui.collect.return_task import ReturnTask
from dxdesk.ui.collect.returning import Question, Returning, fetch_back, send_back, subject_of
from dxdesk.ui.collect.reviewing import Reviewing
from dxdesk.ui.collect.task import Task
from dxdesk.ui.collect.task_making import Kind, able, disputed, make_task, returnable
from dxdesk.ui.delivering import Kind as DeliveredKind
from dxdesk.ui.delivering import deliver_files
from dxdesk.wording.collect import RETURN_KEPT

if TYPE_CHECKING:
    from dxdesk.ui.collect.page import CollectPage


class Work(QObject):
    """Holds what the open task is about."""

    def __init__(self, page: CollectPage) -> None:
        super().__init__(page)
        self._page = page
        self.reviewing, self.returning = Reviewing(page.desk, self), Returning(page.desk, self)
        self.targets: tuple[SlotKey, ...] = ()

    @property
    def task(self) -> Task | None:
        """The task that is open."""
        return self._page.panel.task

    def _place(self, key: SlotKey) -> Place:
        """The slot of a key as operations want it."""
        source = self._page.source
        assert source is not None
        department = next(each for each in source.departments if each.id == key[1])
        return Place(source.cycle, source.plan.by_id[key[0]], department)

    def do(self, action: str) -> None:
        """What a button of the panel says."""
        page, slot = self._page, self._page.slot()
        opens: dict[str, Kind] = {"return": "return", "confirm": "confirm"}
        if action in opens:
            self.open(opens[action])
        elif action == "settle":
            page.ways.go("settle")
        elif action == "deliver" and slot is not None:
            self._deliver((slot.key,))
        elif action == "tell" and slot is not None:
            self._deliver((slot.key,), "correction")
        elif action == "accept":
            self.accept()
        elif action in ("unaccept", "unreturn"):
            self._take_back()
        elif action == "unmark":
            self._after()
        elif action == "next":
            page.ways.step(1)
            page.panel.take_focus()
        elif action == "without" and slot is not None:
            self.reviewing.use_without(self._cycle(), slot.unit.code or "", slot.department.name)
        elif action == "held":
            page.ways.go("held")
        elif action == "merge":
            page.page_requested.emit("consolidate", page.ways.chosen_code())
        elif action == "entry" and slot is not None:
            page.page_requested.emit("entry", f"{slot.unit.code}:{slot.department.id}")

    def accept(self) -> None:
        """受理する: the marked answers, else the chosen one."""
        found = able(self._page, ACCEPTABLE) or disputed(self._page)
        if found:
            self.reviewing.accept_many(self._page, [self._place(key) for key in found], self._after)

    def _take_back(self) -> None:
        """受理を取り消す, 差戻しを取り消す."""
        slot = self._page.slot()
        if slot is None:
            return
        returned, cycle = slot.view.returned, self._cycle()
        back: Callable[[Change, Sequence[Place]], object] = undo_reviews
        again: Callable[[Change, Sequence[Place]], object] = accept_replies
        if returned is not None:
            said = Question(returned.fields, returned.question or "", subject_of(cycle, (slot.key,)))
            back, again = partial(fetch_back, said=said), partial(send_back, said=said)
        if self.reviewing.take_back(self._place(slot.key), slot.cell.state, back, again):
            self._after()

    def _cycle(self) -> Cycle:
        assert self._page.source is not None
        return self._page.source.cycle

    def begun(self) -> bool:
        """Whether somebody has begun to write what 差し戻す is about now."""
        found = returnable(self._page)
        return bool(found) and self.returning.kept(self._cycle(), found) is not None

    def open(self, kind: Kind) -> None:
        """Open a task for what is chosen or marked."""
        page, made = self._page, make_task(self._page, kind)
        if made is None:
            return
        task, self.targets = made
        if isinstance(task, ReturnTask):
            self.returning.open(task, self._cycle(), self.targets)
            task.alone_requested.connect(lambda: self.finish(file=False))
        task.changed.connect(page.renew_foot)
        page.panel.show_task(task)
        page.beside.open_drawer()
        page.renew_foot()
        task.take_focus()

    def stop(self) -> None:
        """やめる: back to what is chosen."""
        if self.task is not None:
            kept = self.put_aside()
            self._after()
            if kept:
                self.reviewing.said.emit(RETURN_KEPT, False)

    def put_aside(self) -> bool:
        """Close the task; what was written for a 差戻し is kept with its answers, and that is returned."""
        kept = self.returning.close()
        self.targets = ()
        self._page.panel.show_task(None)
        self._page.renew_foot()
        return kept

    def finish(self, *, file: bool = True) -> None:
        """What the filled button says while a task is open; a 差戻し goes into a ``file`` where the department wants
        one."""
        task, targets = self.task, self.targets
        if task is None:
            return
        task.commit()
        if isinstance(task, AcceptTask) and task.primary()[1]:
            page = self._page
            self.reviewing.accept_many(page, [self._place(key) for key in task.taken], self._after)
        elif task.primary()[1] and self._done(task):
            self._after()
            if file and isinstance(task, ReturnTask) and task.file:
                self._deliver(targets)

    def _deliver(self, keys: Sequence[SlotKey], kind: DeliveredKind = "return") -> None:
        """差戻しファイルをつくる, 直した文を知らせる: one for each department that answers by files."""
        page, cycle = self._page, self._cycle()
        wanted = page.desk.ask(by_files, cycle.id)
        receivers = [page.desk.ask(receiver, department) for _, department in keys]
        deliver_files(page, cycle, list(dict.fromkeys(each for each in receivers if each in wanted)), kind)

    def _done(self, task: Task) -> bool:
        places = [self._place(key) for key in self.targets]
        if isinstance(task, ReturnTask):
            subject = subject_of(self._cycle(), self.targets)
            sent = self.reviewing.send_back(places, Question(task.fields, task.question.typed().strip(), subject))
            if sent:
                self.returning.forget()
            return sent
        assert isinstance(task, ConfirmTask)
        return self.reviewing.confirm(places[0], task.title.text().strip(), task.name.text().strip())

    def _after(self) -> None:
        """Close the task, take the marks away, and go on in the matrix."""
        page = self._page
        self.targets = ()
        page.panel.show_task(None)
        page.matrix.mark(())
        page.renew_foot()
        page.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
