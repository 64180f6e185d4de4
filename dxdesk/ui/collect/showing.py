"""What the panel of 回収 shows for what is chosen or marked, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxdesk.domain.collection import ACCEPTABLE, RETURNABLE
from dxdesk.domain.deliveries import put_right
from dxdesk.store.queries import plans
from dxdesk.store.queries.delivered import by_files, packed, receiver, untold
from dxdesk.ui.collect.panel import CollectPanel
from dxdesk.ui.collect.rows import MatrixRow
from dxdesk.ui.collect.slot import Slot, answer_blocks, confirmation, conversation, headline, remarks
from dxdesk.ui.collect.task_making import able
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.initiatives.sheet import Block, Lines, Passage
from dxdesk.wording.asking import NOT_TOLD
from dxdesk.wording.collect import CHOOSE_CELL, CONFIRMED_HEAD, NOT_CONCERNED, RETURN_GIVEN, SPOKEN
from dxdesk.wording.take_in import HELD_HERE

if TYPE_CHECKING:
    from dxdesk.ui.collect.page import CollectPage


def show_chosen(page: CollectPage) -> None:
    """Show the marked cells, else the chosen answer or unit."""
    panel, slot = page.panel, page.slot()
    task = panel.task
    if task is not None and page.work.targets and slot is not None and not _same(page, slot):
        page.work.put_aside()
    if page.matrix.marked:
        _show_marked(page, panel)
    elif slot is not None:
        panel.show_reading(
            f"{slot.number}　{short_name(slot.unit)}",
            headline(slot),
            _blocks(page, slot),
            slot_actions(page, slot),
            begun=page.work.begun(),
        )
    elif (row := _unit(page)) is not None:
        _show_unit(page, panel, row)
    else:
        panel.show_reading("", "", (CHOOSE_CELL,) if page.source else (), ())


def _same(page: CollectPage, slot: Slot) -> bool:
    return slot.key in page.work.targets


def _blocks(page: CollectPage, slot: Slot) -> tuple[Block | str, ...]:
    source = page.source
    assert source is not None
    names = plans.names(page.desk.ask(plans.departments))  # one that took over may have answered

    def name_of(department: str | None) -> str:
        return names.get(department or "", "事務局")

    found: list[Block | str] = [HELD_HERE] if slot.key in source.held else []
    found += [RETURN_GIVEN] if was_packed(page, slot) else []
    found += [NOT_TOLD] if is_untold(page, slot) else []
    found += [*remarks(slot), *answer_blocks(slot)]
    if slot.cell.answered and source.cycle.open:
        found.append(Passage(CONFIRMED_HEAD, confirmation(slot)))
    said = conversation(slot, name_of)
    return (*found, said) if said is not None else tuple(found)


def slot_actions(page: CollectPage, slot: Slot) -> tuple[str, ...]:
    """What this person can do with an answer now."""
    if not page.may:
        return ()
    state, head = slot.cell.state, slot.head
    held = page.source is not None and slot.key in page.source.held
    ours = head is not None and head.kind in ("correct", "withdraw")
    found: list[str] = ["held"] if held else []
    if state == "waiting":
        found.append("without")
    if state in ACCEPTABLE:
        found.append("accept")
    if state in RETURNABLE and not ours:
        found.append("return")
    if state == "conflict":
        found += ["accept", "return"] if head is not None else ["settle"]
    if state == "accepted" and head is not None and not ours:
        found.append("unaccept")
    if state == "returned":
        found += ["deliver"] if answers_by_file(page, slot) else []
        found += [] if was_packed(page, slot) else ["unreturn"]
    if is_untold(page, slot):
        found.append("tell")
    if slot.cell.answered and not slot.cell.confirmed and not (ours and state == "accepted"):
        found.append("confirm")
    if state not in ("conflict", "waiting"):
        found.append("entry")
    waiting = page.source.collected.acceptable if page.source else ()
    if state == "accepted" and waiting:
        found.append("next")
    return tuple(found)


def was_packed(page: CollectPage, slot: Slot) -> bool:
    """Whether a 差戻し of an answer went into a file: it is not taken back any more."""
    returned = slot.view.returned if slot.cell.state == "returned" else None
    return returned is not None and page.desk.ask(packed, returned.id)


def is_untold(page: CollectPage, slot: Slot) -> bool:
    """Whether the secretariat put an answer right, and its department, which answers by files, does not know yet."""
    source, newest = page.source, slot.view.heads[:1]
    if source is None or slot.view.state in ("conflict", "returned") or not put_right(newest):
        return False
    return any(newest[0] in each for each in page.desk.ask(untold, source.cycle, *slot.key).values())


def answers_by_file(page: CollectPage, slot: Slot) -> bool:
    """Whether what is for the department of an answer goes into files."""
    ask = page.desk.ask
    return page.source is not None and ask(receiver, slot.department.id) in ask(by_files, page.source.cycle.id)


def _show_marked(page: CollectPage, panel: CollectPanel) -> None:
    source, marked = page.source, page.matrix.marked
    assert source is not None
    names = {each.id: each.name for each in source.departments}
    cells = {row.unit: row.cells for row in source.collected.rows}
    lines = []
    for unit, department in marked:
        node = source.plan.by_id[unit]
        word = SPOKEN[cells[unit][department].state]
        lines.append(("–", f"{source.plan.numbers[unit]} {short_name(node)}　{names[department]}　{word}"))
    actions = ["unmark"]
    actions += ["accept"] if page.may and able(page, ACCEPTABLE) else []
    actions += ["return"] if page.may and able(page, RETURNABLE) else []
    panel.show_reading(
        f"{len(marked)}件にしるし",
        "受理・差戻しはまとめてできます。",
        (Lines("", tuple(lines)),),
        actions,
        begun=page.work.begun(),
    )


def _unit(page: CollectPage) -> MatrixRow | None:
    chosen = page.matrix.chosen
    rows = page.matrix.rows() if chosen else ()
    return next((row for row in rows if chosen and row.key == chosen[0]), None)


def _show_unit(page: CollectPage, panel: CollectPanel, row: MatrixRow) -> None:
    """How far a unit is: its departments, and the way to its 取りまとめ."""
    source = page.source
    assert source is not None
    assert row.row is not None
    names = {each.id: each.name for each in source.departments}
    lines = []
    for department, cell in row.row.cells.items():
        confirmed = f"　{NOT_CONCERNED}" if cell.unconcerned else ""
        confirmed += "　所属長確認済み" if cell.confirmed else ""
        lines.append(
            ("✓" if cell.state == "accepted" else "–", f"{names[department]}　{SPOKEN[cell.state]}{confirmed}")
        )
    actions = ("merge",) if page.may and len(row.row.cells) > 1 else ()
    if page.may and row.row.merged == "conflict":
        actions = ("settle",)
    merged = row.merged_words if row.row.merged != "single" else "いりません"
    panel.show_reading(row.words, f"取りまとめ：{merged}", (Lines("各課の回答", tuple(lines)),), actions)
