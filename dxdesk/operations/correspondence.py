"""What the letters of a cycle are made from: who writes, who is asked what, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.domain.errors import rule
from dxdesk.domain.file_names import FileKind, file_name
from dxdesk.domain.letters import (
    AskedUnit,
    DepartmentAsked,
    Letterhead,
    Sender,
    group_of,
    in_charge,
    next_deadline,
    office_of,
)
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import Wanted, allowed_print
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion, occasion
from dxdesk.store.queries import Connection, board, cycles, form_answers, meetings, packages, plans
from dxdesk.store.queries.collection import Collection, collection
from dxdesk.store.queries.letters import opened_on, writers
from dxdesk.store.queries.reminders import reminders as reminded


@dataclass(frozen=True)
class Correspondence:
    """What the letters of a cycle are made from: what all of them say, and what each department (id), in 建制順, is
    asked. ``now`` is local time."""

    head: Letterhead
    occasion: Occasion
    settings: Settings
    departments: dict[str, DepartmentAsked]
    source: Collection
    now: datetime

    def chosen(self, department: str | None) -> list[DepartmentAsked]:
        """One department (id), or all. Raises Problem (print.no_units) where it is not asked about anything."""
        found = [each for identity, each in self.departments.items() if department in (None, identity)]
        if not found:
            raise rule("print.no_units", "department")
        return found

    def owing(self, department: str | None) -> list[DepartmentAsked]:
        """Those of them that still owe an answer. Raises Problem (print.none_missing) where nobody does, and for a
        closed cycle."""
        if not self.source.cycle.open:
            raise rule("cycle.closed", "cycle")
        found = [each for each in self.chosen(department) if each.owed]
        if not found:
            raise rule("print.none_missing", "department")
        return found

    def deadline(self, due: date | None) -> date:
        """Until when a reminder asks: the day that was chosen, else the one that is proposed."""
        cycle = self.source.cycle
        return due or next_deadline(cycle.due, cycle.meeting, self.now.date())


def correspondence(connection: Connection, cycle: Cycle, now: str, *, place: str = "") -> Correspondence:
    """The letters of a cycle at a moment (ISO); ``place`` is the folder that takes replies."""
    local = datetime.fromisoformat(now).astimezone()
    source = collection(connection, cycle, local.date())
    shown = board.board(connection, source.cycle, source.views)
    about = occasion(shown, source.settings.paper)
    return Correspondence(
        _letterhead(connection, source, about, place),
        about,
        source.settings,
        _departments(connection, source, shown, local.date()),
        source,
        local,
    )


def reminders(connection: Connection, cycle: Cycle, actor: Actor, now: str, *, place: str = "") -> Correspondence:
    """What 催促文 are made from, for who may have them. Raises Problem."""
    allowed_print(actor, Wanted("reminder"))
    return correspondence(connection, cycle, now, place=place)


def deadline_over(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> date | None:
    """The 提出期限 that 照会文 or 催促文 names, where it is over on the day of the letter; None where it is not."""
    today = datetime.fromisoformat(now).astimezone().date()
    if wanted.kind == "inquiry":
        return cycle.due if cycle.due < (opened_on(connection, cycle) or today) else None
    late = wanted.kind == "reminder" and wanted.due is not None and wanted.due < today
    return wanted.due if late else None


def _letterhead(connection: Connection, source: Collection, about: Occasion, place: str) -> Letterhead:
    """Who writes is the committee of the cycle's newest meeting, else the first of the plan."""
    cycle, bodies = source.cycle, source.plan.bodies
    held = meetings.meetings(connection, cycle.id)
    name = held[-1].body_name if held else bodies[0].name if bodies else ""
    body = next((each for each in bodies if each.name == name), None)
    members = plans.members(connection, body.id) if body else ()
    chair = next((each.name for each in members if each.position == "chair"), "")
    return Letterhead(
        plan_title=source.plan.title,
        cycle_name=cycle.name,
        sender=Sender(about.town, name, chair, office_of(source.plan.bodies, body)),
        inquired=opened_on(connection, cycle),
        as_of=cycle.as_of,
        due=cycle.due,
        meeting=held[-1].day if held else cycle.meeting,
        place=place,
        sample=about.sample,
        ordinal=held[-1].ordinal if held else "",
    )


def _departments(connection: Connection, source: Collection, shown: Board, today: date) -> dict[str, DepartmentAsked]:
    cycle, known = source.cycle, plans.departments(connection)
    cards = {card.unit: card for card in shown.cards}
    slots = {(each.unit, each.department): each for each in cycles.slots(connection, cycle.id)}
    wrote, by_form = writers(connection, cycle), form_answers.by_form(connection, cycle.id)
    in_ascii = packages.named_in_ascii(connection, cycle.id)
    before_now = reminded(connection, cycle.id)
    found = {}
    for department in source.departments:
        units = []
        for row in source.collected.rows:
            if (cell := row.cells.get(department.id)) is not None:
                card, slot = cards[row.unit], slots[row.unit, department.id]
                returned = source.views[row.unit].slots[department.id].returned
                unit = AskedUnit(
                    card.number,
                    card.name,
                    slot.part,
                    group_of(source.plan, source.plan.by_id[row.unit], department, source.departments),
                    slot.provisional,
                    card.previous_status,
                    cell.state,
                    *((returned.fields, returned.question or "") if returned else ()),
                )
                units.append(unit)
        now = in_charge(known, department.id, today) if cycle.open else department
        before = department.name if now.name != department.name else ""
        answering = heirs(known, department.id)[-1]
        kind: FileKind = "form" if answering in by_form else "reply"
        found[department.id] = DepartmentAsked(
            now.name,
            tuple(units),
            before,
            wrote.get(department.id, ""),
            by_form=answering in by_form,
            reply_file=file_name(kind, cycle, now, in_ascii=answering in in_ascii),
            reminded=before_now.get(department.id, ()),
        )
    return found
