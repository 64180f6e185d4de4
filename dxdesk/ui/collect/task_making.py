"""The tasks of the panel, made for what is chosen or marked."""

from __future__ import annotations

from collections.abc import Collection as Some
from typing import TYPE_CHECKING, Literal

from dxdesk.domain.collection import RETURNABLE, CellState, SlotKey
from dxdesk.domain.next_year import asks_next_year
from dxdesk.domain.statuses import as_status
from dxdesk.store.queries.delivered import by_files, receiver
from dxdesk.ui.collect.accept_model import AcceptLine
from dxdesk.ui.collect.accept_task import AcceptTask
from dxdesk.ui.collect.confirm_task import ConfirmTask
from dxdesk.ui.collect.return_task import ALWAYS, NEXT_YEAR, ReturnTask
from dxdesk.ui.collect.slot import read_slot
from dxdesk.ui.collect.task import Task
from dxdesk.ui.entry.model import short_name
from dxdesk.wording.collect import SPOKEN, UNCHANGED_SHORT
from dxdesk.wording.sentences import FIELDS

if TYPE_CHECKING:
    from dxdesk.ui.collect.page import CollectPage

Kind = Literal["list", "return", "confirm"]


def able(page: CollectPage, wanted: Some[CellState]) -> tuple[SlotKey, ...]:
    """The marked cells, else the chosen one, that are in one of these states."""
    source, keys, chosen = page.source, page.matrix.marked, page.matrix.chosen
    if not keys and chosen is not None and chosen[1] is not None:
        keys = ((chosen[0], chosen[1]),)
    found = set(source.collected.places(wanted)) if source else set()
    return tuple(key for key in keys if key in found)


def disputed(page: CollectPage) -> tuple[SlotKey, ...]:
    """The chosen answer where 受理 and 差戻し stand against each other."""
    slot = page.slot()
    return (slot.key,) if slot and slot.cell.state == "conflict" and slot.head is not None else ()


def returnable(page: CollectPage) -> tuple[SlotKey, ...]:
    """The marked answers, else the chosen one, that 差し戻す is about."""
    return able(page, RETURNABLE) or disputed(page)


def make_task(page: CollectPage, kind: Kind) -> tuple[Task, tuple[SlotKey, ...]] | None:
    """A task and the slots it is about; None where there is nothing for it to do."""
    if kind == "list":
        return AcceptTask(accept_lines(page)), ()
    if kind == "return":
        return _return_task(page)
    slot = page.slot()
    if slot is None:
        return None
    title = f"{slot.department.name}長" if slot.department.name.endswith("課") else ""
    return ConfirmTask(title), (slot.key,)


def accept_lines(page: CollectPage) -> tuple[AcceptLine, ...]:
    """Everything that 受理 of many would take along, in the plan's order."""
    source = page.source
    if source is None:
        return ()
    names = {each.id: each.name for each in source.departments}
    lines = []
    for unit, department in source.collected.acceptable:
        node, slot = source.plan.by_id[unit], source.views[unit].slots[department]
        head = slot.heads[0]
        status = as_status(head.answer.status) if head.answer and head.answer.status else None
        word = source.settings.status_word(status) if status else SPOKEN["withdrawal"]
        word += f"（{UNCHANGED_SHORT}）" if slot.unchanged else ""
        words = f"{source.plan.numbers[unit]}　{short_name(node)}"
        lines.append(AcceptLine((unit, department), words, names[department], status, word, slot.unchanged))
    return tuple(lines)


def _return_task(page: CollectPage) -> tuple[Task, tuple[SlotKey, ...]] | None:
    found, source = returnable(page), page.source
    slot = read_slot(page.desk, source, found[0]) if found and source else None
    if slot is None:
        return None
    texts = [field for field in FIELDS if field not in (*ALWAYS, "discuss", "private_memo")]
    more = [field for field in texts if isinstance(value := getattr(slot.answer, field, None), str) and value]
    if source is not None and asks_next_year(source.cycle):
        more += [field for field in NEXT_YEAR if field not in more]
    words = "" if len(found) == 1 else f"{slot.words} ほか{len(found) - 1}件"
    files = page.desk.ask(by_files, slot.view.heads[0].cycle)
    return ReturnTask(words, more, file=any(page.desk.ask(receiver, each[1]) in files for each in found)), found
