"""The documents there are: one table for the command and for the screen, and what each role chooses from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from dxdesk.documents.minutes_word import compose_minutes_word
from dxdesk.documents.page import Printed
from dxdesk.documents.watching import progress
from dxdesk.documents.word import read_form
from dxdesk.documents.word_forms import FOR_LETTERS, FOR_MINUTES
from dxdesk.domain.board import Card
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.printing import (
    CHECKLISTS,
    IN_WORD,
    OF_MINUTES,
    PRINTS,
    WORKBOOKS,
    PrintKind,
    Wanted,
    allowed_print,
)
from dxdesk.domain.settings import Settings
from dxdesk.exchange.initiative_workbook import initiative_workbook
from dxdesk.operations import (
    printing,
    printing_approval,
    printing_change_notice,
    printing_forms,
    printing_invitation,
    printing_letters,
)
from dxdesk.operations.correspondence import reminders
from dxdesk.operations.cycle_papers import CYCLE_PAPERS
from dxdesk.operations.printing_actions import actions_workbook, print_actions
from dxdesk.operations.printing_numbers import paper_number
from dxdesk.operations.printing_packet import PacketOffer, packet_offer, print_packet
from dxdesk.operations.printing_summary import print_summary
from dxdesk.store.queries import Connection, board, cycles, meetings, minutes, plans
from dxdesk.store.queries.actions import action_list

Composer = Callable[[Connection, Cycle, Wanted, str], Printed]


def _meeting(connection: Connection, wanted: Wanted) -> Meeting:
    if wanted.meeting is None:
        raise rule("meeting.none", "meeting")
    return meetings.meeting(connection, wanted.meeting)


def _of_meeting(print_: Callable[[Connection, Meeting, str], Printed]) -> Composer:
    """A paper that is of a meeting and of nothing else."""
    return lambda connection, _cycle, wanted, now: print_(connection, _meeting(connection, wanted), now)


def _of_cycle(print_: Callable[[Connection, Cycle, str], Printed]) -> Composer:
    """A paper that is of a cycle and of nothing else."""
    return lambda connection, cycle, _wanted, now: print_(connection, cycle, now)


def _list(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    number = paper_number(connection, cycle, "list", now)
    return printing.print_list(connection, cycle, now, paper=wanted.paper, number=number)


def _sheets(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return printing.print_sheets(
        connection,
        cycle,
        now,
        code=wanted.unit,
        department=wanted.department,
        discussed=wanted.discussed,
        number=paper_number(connection, cycle, "sheets", now),
    )


def _packet(connection: Connection, _cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    meeting = _meeting(connection, wanted)
    return print_packet(connection, replace(wanted, meeting=meeting.id), now, progress())


def _minutes(connection: Connection, _cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    variant = OF_MINUTES[wanted.kind]
    return printing.print_minutes(connection, _meeting(connection, wanted), now, variant=variant)


def _actions(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return print_actions(connection, cycle, now, department=wanted.department)


def _summary(connection: Connection, cycle: Cycle, _wanted: Wanted, now: str) -> Printed:
    return print_summary(connection, cycle, now, paper_number(connection, cycle, "summary", now))


def _form(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return printing_forms.print_checklist(
        connection, cycle, now, wanted.kind, department=wanted.department, code=wanted.unit, meeting=wanted.meeting
    )


def _inquiry(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return printing_letters.print_inquiry(
        connection, cycle, now, department=wanted.department, place=wanted.place, papers=wanted.papers
    )


def _reminder(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return printing_letters.print_reminder(
        connection, cycle, now, department=wanted.department, due=wanted.due, place=wanted.place
    )


def _confirmation(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return printing_letters.print_confirmation(connection, cycle, now, department=wanted.department)


COMPOSERS: Final[Mapping[PrintKind, Composer]] = {
    "packet": _packet,
    "agenda": _of_meeting(printing.print_agenda),
    "approval": _of_meeting(printing_approval.print_approval),
    "invitation": _of_meeting(printing_invitation.print_invitation),
    "circulation": _of_meeting(printing_approval.print_circulation),
    "script": _of_meeting(printing.print_script),
    **dict.fromkeys(OF_MINUTES, _minutes),
    "list": _list,
    "sheet": _sheets,
    "actions": _actions,
    "summary": _summary,
    **dict.fromkeys((*CHECKLISTS, "handwriting"), _form),
    "inquiry": _inquiry,
    "reminder": _reminder,
    "missing": _of_cycle(printing_letters.print_missing),
    "confirmation": _confirmation,
    "change-notice": _of_cycle(printing_change_notice.print_change_notice),
    **CYCLE_PAPERS,
}


def print_document(connection: Connection, cycle: Cycle, wanted: Wanted, actor: Actor, now: str) -> Printed:
    """A document of a cycle, for who may have it. Raises Problem."""
    allowed = allowed_print(actor, wanted)
    return COMPOSERS[allowed.kind](connection, cycle, allowed, now)


def document_word(
    connection: Connection, cycle: Cycle, wanted: Wanted, actor: Actor, now: str, form: Path | None = None
) -> bytes:
    """会議録 or a letter as a .docx from a form: the one named, else the town's own, else that of the program.

    Raises Problem.
    """
    allowed = allowed_print(actor, wanted)
    if form is not None and allowed.kind in IN_WORD:
        name, content = read_form(form, form.name)
        (FOR_MINUTES if allowed.kind in OF_MINUTES else FOR_LETTERS).check(content, name)
    if allowed.kind == "inquiry":
        return printing_letters.inquiry_word(
            connection, cycle, now, department=allowed.department, place=allowed.place, papers=allowed.papers, form=form
        )
    if allowed.kind == "reminder":
        return printing_letters.reminder_word(
            connection, cycle, now, department=allowed.department, due=allowed.due, place=allowed.place, form=form
        )
    if allowed.kind == "invitation":
        return printing_invitation.invitation_word(connection, _meeting(connection, allowed), now, form)
    if allowed.kind not in OF_MINUTES:
        raise rule("print.no_word", "kind")
    paper = printing.recorded_minutes(connection, _meeting(connection, allowed), now, OF_MINUTES[allowed.kind])
    return compose_minutes_word(paper, form)


def document_workbook(connection: Connection, cycle: Cycle, kind: PrintKind, actor: Actor, now: str) -> bytes:
    """進捗状況一覧表 or 宿題一覧 of a cycle as a spreadsheet; the list of a closed cycle says the moment of its close.

    Raises Problem; who acts for own departments gets no spreadsheet of everybody's 宿題.
    """
    allowed = allowed_print(actor, Wanted(kind))
    if allowed.department is not None:
        raise rule("permission.department", "department")
    if kind == "actions":
        return actions_workbook(connection, cycle, now)
    shown = board.board(connection, cycle)
    return initiative_workbook(
        shown,
        board.items(connection, cycle, shown),
        plans.plan(connection, cycle.plan_revision),
        plans.settings(connection, cycle.settings_revision)[1],
        datetime.fromisoformat(printing.made_moment(connection, cycle, now)),
    )


def document_text(connection: Connection, cycle: Cycle, wanted: Wanted, actor: Actor, now: str) -> str:
    """催促文 as plain text, for who may have it. Raises Problem."""
    found = reminders(connection, cycle, actor, now, place=wanted.place)
    return printing_letters.text_of_reminder(found, wanted.department, wanted.due)


@dataclass(frozen=True)
class Offer:
    """What a person can choose from in a cycle: documents, departments that are asked, units, and its meetings.

    ``owners`` are the departments that are asked or have 宿題, ``recorded`` the ids of the meetings that have minutes,
    ``workbooks`` what there is as a spreadsheet too, ``packets`` what can be chosen for the packet of a meeting (id).
    """

    kinds: frozenset[PrintKind]
    departments: tuple[Department, ...]
    owners: tuple[Department, ...]
    units: tuple[Card, ...]
    meetings: tuple[Meeting, ...]
    recorded: frozenset[str]
    workbooks: frozenset[PrintKind]
    settings: Settings
    packets: Mapping[str, PacketOffer] = field(default_factory=dict)


def offer(connection: Connection, cycle: Cycle, actor: Actor) -> Offer:
    """What an actor can print of a cycle; 担当 and 課長 choose among their own departments."""
    cards = board.board(connection, cycle).cards
    asked = {department for found in cycles.asked(connection, cycle.id).values() for department in found}
    owners = asked | {each.id for row in action_list(connection, cycle) for each in row.departments}
    own = set(actor.departments) if actor.role in OWN_DEPARTMENT_ROLES else owners
    known = [each for each in cycles.departments(connection, cycle) if each.id in own]
    held = meetings.meetings(connection, cycle.id)
    return Offer(
        PRINTS[actor.role],
        tuple(each for each in known if each.id in asked),
        tuple(each for each in known if each.id in owners),
        cards,
        held,
        frozenset(each.id for each in held if minutes.versions(connection, each.id)),
        frozenset({"list"}) if actor.role in OWN_DEPARTMENT_ROLES else PRINTS[actor.role] & WORKBOOKS,
        plans.settings(connection, cycle.settings_revision)[1],
        {each.id: packet_offer(connection, each) for each in held} if "packet" in PRINTS[actor.role] else {},
    )
