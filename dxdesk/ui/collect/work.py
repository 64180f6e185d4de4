"""What happens on 回収: the chosen answer in the panel, the task that is open, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from dxdesk.domain.collection import ACCEPTABLE, RETURNABLE, CellState, SlotKey
from dxdesk.domain.statuses import as_status
from dxdesk.operations.change import Change
from dxdesk.operations.collecting import accept_replies, return_replies
from dxdesk.operations.slots import Place
from dxdesk.ui.collect.accept_model import AcceptLine
from dxdesk.ui.collect.accept_task import AcceptTask
from dxdesk.ui.collect.confirm_task import ConfirmTask
from dxdesk.ui.collect.next_steps import primary_step
from dxdesk.ui.collect.return_task import ALWAYS, ReturnTask
from dxdesk.ui.collect.reviewing import Reviewing
from dxdesk.ui.collect.settle_task import SettleTask
from dxdesk.ui.collect.slot import Slot, read_slot
from dxdesk.ui.collect.task import Task
from dxdesk.ui.entry.model import short_name, unit_number
from dxdesk.wording import FIELDS
from dxdesk.wording_collect import SPOKEN

if TYPE_CHECKING:
    from dxdesk.ui.collect.page import CollectPage


class Work(QObject):
    """Holds the task that is open and what was begun for a slot; the page shows the rest."""

    def __init__(self, page: CollectPage) -> None:
        super().__init__(page)
        self._page = page
        self.reviewing = Reviewing(page.desk, self)
        self.targets: tuple[SlotKey, ...] = ()
        self._begun: dict[tuple[SlotKey, ...], tuple[tuple[str, ...], str]] = {}

    @property
    def task(self) -> Task | None:
        """The task that is open."""
        return self._page.panel.task

    def place(self, key: SlotKey) -> Place:
        """The slot of a key as operations want it."""
        source = self._page.source
        assert source is not None
        department = next(each for each in source.departments if each.id == key[1])
        return Place(source.cycle, source.plan.by_id[key[0]], department)

    def able(self, wanted: Collection[CellState]) -> tuple[SlotKey, ...]:
        """The marked cells, else the chosen one, that are in one of these states."""
        source, keys, chosen = self._page.source, self._page.matrix.marked, self._page.matrix.chosen
        if not keys and chosen is not None and chosen[1] is not None:
            keys = ((chosen[0], chosen[1]),)
        found = set(source.collected.places(wanted)) if source else set()
        return tuple(key for key in keys if key in found)

    def do(self, action: str) -> None:
        """What a button of the panel says."""
        page = self._page
        slot = page.slot()
        if action == "accept":
            self.accept()
        elif action == "return":
            self.open_return()
        elif action in ("unaccept", "unreturn") and slot is not None:
            self._take_back(slot)
        elif action == "settle" and slot is not None:
            self.open_settle(slot)
        elif action == "confirm" and slot is not None:
            self.open_confirm(slot)
        elif action == "entry" and slot is not None:
            page.page_requested.emit("entry", f"{slot.unit.code}:{slot.department.id}")
        elif action == "merge" and (code := page.chosen_code()):
            page.page_requested.emit("consolidate", code)
        elif action == "unmark":
            page.matrix.mark(())
        elif action == "next":
            page.step_waiting(1)

    def accept(self) -> None:
        """受理する: the marked answers, else the chosen one."""
        found = self.able(ACCEPTABLE) or self._disputed()
        if found and self.reviewing.accept([self.place(key) for key in found]):
            self._page.matrix.mark(())
            self._after()

    def _disputed(self) -> tuple[SlotKey, ...]:
        """The chosen answer where 受理 and 差戻し stand against each other."""
        slot = self._page.slot()
        return (slot.key,) if slot and slot.cell.state == "conflict" and slot.head is not None else ()

    def _take_back(self, slot: Slot) -> None:
        returned = slot.view.returned
        again: Callable[[Change, Sequence[Place]], object] = accept_replies
        if returned is not None:
            again = partial(return_replies, returned=returned.fields, question=returned.question or "")
        if self.reviewing.take_back(self.place(slot.key), slot.cell.state, again):
            self._after()

    def open_list(self) -> None:
        """提出分をまとめて受理する: what will be accepted."""
        source = self._page.source
        if source is None:
            return
        names = {each.id: each.name for each in source.departments}
        lines = []
        for unit, department in source.collected.acceptable:
            node, head = source.plan.by_id[unit], source.views[unit].slots[department].heads[0]
            status = as_status(head.answer.status) if head.answer and head.answer.status else None
            word = source.settings.status_word(status) if status else SPOKEN["withdrawal"]
            lines.append(
                AcceptLine(
                    (unit, department), f"{unit_number(node)}　{short_name(node)}", names[department], status, word
                )
            )
        self._open(AcceptTask(lines))

    def open_return(self) -> None:
        """差し戻す: which fields, and what is asked."""
        found, source = self.able(RETURNABLE) or self._disputed(), self._page.source
        if not found or source is None:
            return
        slot = read_slot(self._page.desk, source, found[0])
        assert slot is not None
        answer = slot.answer
        more = [field for field in FIELDS if field not in ALWAYS and isinstance(getattr(answer, field, None), str)]
        more = [field for field in more if field not in ("discuss", "private_memo") and getattr(answer, field)]
        words = slot.words if len(found) == 1 else f"{slot.words} ほか{len(found) - 1}件"
        task = ReturnTask("差し戻す", words, more)
        task.restore(*self._begun.get(found, ((), "")))
        self.targets = found
        self._open(task)

    def open_settle(self, slot: Slot) -> None:
        """くいちがいを直す: the two that came on file first."""
        heads = [each for each in slot.story.revisions if each in slot.view.heads]
        if len(heads) > 1:
            self.targets = (slot.key,)
            self._open(SettleTask(slot, heads[0], heads[1]))

    def open_confirm(self, slot: Slot) -> None:
        """所属長確認 on behalf."""
        self.targets = (slot.key,)
        self._open(ConfirmTask(slot.words, f"{slot.department.name}長" if slot.department.name.endswith("課") else ""))

    def _open(self, task: Task) -> None:
        task.changed.connect(self._page.renew_foot)
        self._page.panel.show_task(task)
        self._page.beside.open_drawer()
        self._page.renew_foot()
        task.take_focus()

    def stop(self) -> None:
        """やめる: back to what is chosen."""
        if self.task is not None:
            self.put_aside()
            self._after()

    def put_aside(self) -> None:
        """Close the task; what was written for a 差戻し is kept for its slot."""
        task = self.task
        if isinstance(task, ReturnTask):
            task.commit()
            self._begun[self.targets] = (task.fields, task.question.typed())
        self.targets = ()
        self._page.panel.show_task(None)
        self._page.renew_foot()

    def finish(self) -> None:
        """What the filled button says while a task is open."""
        task = self.task
        if task is None:
            return
        task.commit()
        if not task.primary()[1]:
            return
        done, reviewing = False, self.reviewing
        places = [self.place(key) for key in self.targets]
        if isinstance(task, AcceptTask):
            done = reviewing.accept([self.place(key) for key in task.taken])
        elif isinstance(task, ReturnTask):
            done = reviewing.send_back(places, task.fields, task.question.typed().strip())
            self._begun.pop(self.targets, None)
        elif isinstance(task, SettleTask):
            done = reviewing.settle(places[0].cycle, places[0].unit.code or "", places[0].department.id, task.choices)
        elif isinstance(task, ConfirmTask):
            done = reviewing.confirm(places[0], task.title.text().strip(), task.name.text().strip())
        if done:
            self._page.matrix.mark(())
            self._after()

    def _after(self) -> None:
        """Close the task and go on in the matrix."""
        page = self._page
        self.targets = ()
        page.panel.show_task(None)
        page.show_panel()
        page.renew_foot()
        page.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, way: str) -> None:
        """Where a next step, or the filled button, leads."""
        page, source = self._page, self._page.source
        if source is None:
            if way == "open":
                page.page_requested.emit("open_cycle", "")
            return
        if way == "accept":
            self.open_list()
        elif way == "settle":
            self._choose(source.collected.places({"conflict"}))
            self.do("settle")
        elif way == "confirm":
            self._choose(source.collected.unconfirmed)
            self.do("confirm")
        elif way == "merge":
            first = source.collected.merging("ready", "revise", "conflict")[0]
            page.page_requested.emit("consolidate", source.plan.by_id[first].code or "")
        else:
            keys = {"remind": ("print", "checklist"), "agenda": ("meeting", ""), "close": ("close_cycle", "")}
            keys |= {"open": ("open_cycle", ""), "list": ("initiatives", "")}
            page.page_requested.emit(*keys[way])

    def _choose(self, keys: Sequence[SlotKey]) -> None:
        page = self._page
        chosen = page.matrix.chosen
        if not keys or chosen in keys:
            return
        if not page.matrix.choose(keys[0]):
            page.filters.clear()
            page.matrix.choose(keys[0])

    def press(self) -> None:
        """The filled button, and Ctrl+Enter where nothing nearer takes it."""
        page = self._page
        if self.task is not None:
            self.finish()
        elif page.source is None:
            self.go("open")
        else:
            way, _, enabled = primary_step(page.source, may=page.may)
            if enabled:
                self.go(way)

    def take(self) -> None:
        """Ctrl+Enter: finish the task, else accept what is chosen."""
        focused = QApplication.focusWidget()
        if self.task is not None:
            self.finish()
        elif self._page.may and focused is not self._page.filters.search:
            self.accept()
