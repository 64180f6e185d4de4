"""Gathering what 照会文, 催促文 and 未回答一覧 show, and what a 所属長 confirms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from dxdesk.documents.confirmation import compose_confirmation
from dxdesk.documents.inquiry import compose_inquiry, compose_inquiry_word
from dxdesk.documents.missing_list import compose_missing
from dxdesk.documents.page import Printed
from dxdesk.documents.reminder import compose_reminder, compose_reminder_word, reminder_text
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle, Slot
from dxdesk.domain.departments import heirs
from dxdesk.domain.errors import rule
from dxdesk.domain.file_names import FileKind, file_name
from dxdesk.domain.letters import (
    AskedUnit,
    Confirmation,
    DepartmentAsked,
    Letterhead,
    Sender,
    WrittenUnit,
    group_of,
    in_charge,
    next_deadline,
    office_of,
)
from dxdesk.domain.merge import SlotView
from dxdesk.domain.paper import Paper
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.printing import Wanted, allowed_print
from dxdesk.domain.replies import Answer, Review, Revision
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion, occasion
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, cycles, form_answers, meetings, packages, plans, replies
from dxdesk.store.queries.collection import Collection, collection
from dxdesk.store.queries.letters import opened_on, writers
from dxdesk.store.queries.reminders import reminders as reminded
from dxdesk.store.queries.replies import Draft


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
                    _group(source, slot, department),
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


def _group(source: Collection, slot: Slot, department: Department) -> str:
    return group_of(source.plan, source.plan.by_id[slot.unit], department, source.departments)


def deadline_over(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> date | None:
    """The 提出期限 that 照会文 or 催促文 names, where it is over on the day of the letter; None where it is not."""
    today = datetime.fromisoformat(now).astimezone().date()
    if wanted.kind == "inquiry":
        return cycle.due if cycle.due < (opened_on(connection, cycle) or today) else None
    late = wanted.kind == "reminder" and wanted.due is not None and wanted.due < today
    return wanted.due if late else None


def print_inquiry(
    connection: Connection,
    cycle: Cycle,
    now: str,
    *,
    department: str | None = None,
    place: str = "",
    papers: bool = False,
) -> Printed:
    """照会文 to a department (id), or to all that are asked; ``papers``: 記入要領, 提出前点検表 and 記入票 go
    along. Raises Problem."""
    found = correspondence(connection, cycle, now, place=place)
    return compose_inquiry(found.chosen(department), replace(found.head, papers=papers), found.settings)


def inquiry_word(
    connection: Connection,
    cycle: Cycle,
    now: str,
    *,
    department: str | None = None,
    place: str = "",
    papers: bool = False,
    form: Path | None = None,
) -> bytes:
    """照会文 as a .docx made from a form (None: the one in use). Raises Problem."""
    found = correspondence(connection, cycle, now, place=place)
    head = replace(found.head, papers=papers)
    return compose_inquiry_word(found.chosen(department), head, found.settings, form)


def print_reminder(
    connection: Connection,
    cycle: Cycle,
    now: str,
    *,
    department: str | None = None,
    due: date | None = None,
    place: str = "",
) -> Printed:
    """催促文 to a department (id), or to all that owe an answer; ``due`` is the new deadline. Raises Problem."""
    found = correspondence(connection, cycle, now, place=place)
    owing = found.owing(department)
    return compose_reminder(owing, found.head, found.settings, due=found.deadline(due), now=found.now)


def reminder_word(
    connection: Connection,
    cycle: Cycle,
    now: str,
    *,
    department: str | None = None,
    due: date | None = None,
    place: str = "",
    form: Path | None = None,
) -> bytes:
    """The same as a .docx made from a form (None: the one in use). Raises Problem."""
    found = correspondence(connection, cycle, now, place=place)
    owing, day = found.owing(department), found.deadline(due)
    return compose_reminder_word(owing, found.head, found.settings, due=day, now=found.now, form=form)


def reminders(connection: Connection, cycle: Cycle, actor: Actor, now: str, *, place: str = "") -> Correspondence:
    """What 催促文 are made from, for who may have them. Raises Problem."""
    allowed_print(actor, Wanted("reminder"))
    return correspondence(connection, cycle, now, place=place)


def text_of_reminder(found: Correspondence, department: str | None = None, due: date | None = None) -> str:
    """The same as plain text. Raises Problem."""
    owing = found.owing(department)
    return reminder_text(owing, found.head, found.settings, due=found.deadline(due), now=found.now)


def text_file(text: str) -> bytes:
    """A text as a file that every editor of an office computer opens: a byte order mark, and its line ends."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def print_missing(connection: Connection, cycle: Cycle, now: str) -> Printed:
    """未回答一覧 of all departments; of a closed cycle as its record says. Raises Problem where nobody was asked."""
    moment = made_moment(connection, cycle, now)
    found = correspondence(connection, cycle, moment)
    return compose_missing(found.chosen(None), found.head, found.occasion, made=moment, now=found.now)


def print_confirmation(connection: Connection, cycle: Cycle, now: str, *, department: str | None = None) -> Printed:
    """確認票 of a department (id), or of all. Raises Problem where it is not asked about anything."""
    moment = made_moment(connection, cycle, now)
    found = correspondence(connection, cycle, moment)
    drafts = {(each.unit, each.department): each for each in replies.drafts(connection, cycle.id)}
    found.chosen(department)
    confirmations = []
    for identity, asked in found.departments.items():
        if department in (None, identity):
            rows = [row for row in found.source.collected.rows if identity in row.cells]
            units = tuple(
                _written(found.source, row.unit, identity, unit, drafts.get((row.unit, identity)))
                for row, unit in zip(rows, asked.units, strict=True)
            )
            confirmations.append(Confirmation(asked.name, units, asked.writer))
    return compose_confirmation(confirmations, found.head, found.occasion, found.settings, made=moment)


def _written(source: Collection, unit: str, department: str, asked: AskedUnit, draft: Draft | None) -> WrittenUnit:
    """What was submitted and not handed over yet, else the newest answer of the slot; of a closed cycle what counts."""
    view = source.views[unit]
    if not source.cycle.open:
        return WrittenUnit(asked, _public(view.answers.get(department)))
    slot = view.slots[department]
    if draft is not None and draft.submitted:
        return WrittenUnit(asked, draft.answer.public_part(), unsent=True)
    if len(slot.heads) > 1:
        return WrittenUnit(asked, None, conflict=True)
    return WrittenUnit(asked, _public(_head(slot)), confirmed=_confirmed(slot.confirmed, source.settings.paper))


def _head(slot: SlotView) -> Revision | None:
    return next((each for each in slot.heads if each.kind != "withdraw"), None)


def _public(revision: Revision | None) -> Answer | None:
    return revision.answer.public_part() if revision is not None and revision.answer is not None else None


def _confirmed(review: Review | None, paper: Paper) -> str:
    """課長　山田（R7.1.28）"""
    if review is None:
        return ""
    who = "　".join(each for each in (review.title, review.name) if each)
    return f"{who}（{paper.table_date(date.fromisoformat(review.date))}）" if review.date else who
