"""照会文, 催促文 and 未回答一覧 of a cycle, and what a 所属長 confirms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from dxdesk.documents.confirmation import compose_confirmation
from dxdesk.documents.inquiry import compose_inquiry, compose_inquiry_word
from dxdesk.documents.missing_list import compose_missing
from dxdesk.documents.page import Printed
from dxdesk.documents.reminder import compose_reminder, compose_reminder_word, reminder_text
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.letters import (
    AskedUnit,
    Confirmation,
    WrittenUnit,
)
from dxdesk.domain.paper import Paper
from dxdesk.domain.replies import Answer, Review, Revision
from dxdesk.operations.correspondence import Correspondence, correspondence
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, replies
from dxdesk.store.queries.collection import Collection
from dxdesk.store.queries.replies import Draft


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


def text_of_reminder(found: Correspondence, department: str | None = None, due: date | None = None) -> str:
    """催促文 as plain text. Raises Problem."""
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
    head = next((each for each in slot.heads if each.kind != "withdraw"), None)
    return WrittenUnit(asked, _public(head), confirmed=_confirmed(slot.confirmed, source.settings.paper))


def _public(revision: Revision | None) -> Answer | None:
    return revision.answer.public_part() if revision is not None and revision.answer is not None else None


def _confirmed(review: Review | None, paper: Paper) -> str:
    """課長　山田（R7.1.28）"""
    if review is None:
        return ""
    who = "　".join(each for each in (review.title, review.name) if each)
    return f"{who}（{paper.table_date(date.fromisoformat(review.date))}）" if review.date else who
