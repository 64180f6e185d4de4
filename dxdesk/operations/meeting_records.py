"""What is recorded in the room: decisions, 宿題, remarks and corrections."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from dxdesk.domain.action_items import check_due
from dxdesk.domain.calendar import plain_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import (
    REMARK_KINDS,
    RESULTS,
    Meeting,
    NumberedAction,
)
from dxdesk.domain.records import canonical
from dxdesk.domain.text import NAME_CHARACTERS, check_line, check_text, fold
from dxdesk.operations import reviews
from dxdesk.operations.agenda import find_item
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.meetings import SUBJECT_CHARACTERS, add_record, check_open, next_number
from dxdesk.store import tables
from dxdesk.store.queries import bodies, cycles, finding, meetings, plans


def record_decision(
    change: Change,
    meeting: Meeting,
    item: int,
    result: str,
    text: str,
    *,
    read_back: str | None = None,
    kind: str | None = None,
    council: bool = False,
) -> Outcome:
    """Records what was decided about an item, by result key, in the words of the room; ``read_back`` is the moment at
    which they were read back to it, None: they were not. ``kind`` is one of those that the plan gives to the body,
    ``council`` whether it goes to 庁議. Raises Problem.
    """
    change.allow("record")
    check_open(change, meeting)
    found = find_item(change, meeting, item)
    if result not in RESULTS:
        raise Problem("result.unknown", "result", {"text": result, "choices": "、".join(RESULTS)})
    return add_record(
        change,
        tables.decisions,
        meeting,
        "decide",
        found.title,
        item=item,
        unit=found.unit,
        result=result,
        text=check_said(text),
        read_back=int(read_back is not None),
        read_back_at=read_back,
        kind=check_kind(change, meeting, kind),
        council=int(council) or None,
    )


def check_kind(change: Change, meeting: Meeting, kind: str | None) -> str | None:
    """The kind of a decision as the plan words it. Raises Problem for one that the plan does not give to the body."""
    if not kind:
        return None
    body = bodies.of_meeting(change.connection, meeting)
    known = body.decision_kinds if body else ()
    for each in known:
        if fold(each) == fold(kind):
            return each
    raise Problem("decision.kind", "kind", {"text": kind, "choices": "、".join(known) or "（なし）"})


def record_opinion(change: Change, meeting: Meeting, item: int, text: str) -> Outcome:
    """Records a 付帯意見 that goes to the body above along with what was decided about an item.

    Raises Problem where there is no body above, and where nothing was decided about the item yet.
    """
    change.allow("record")
    check_open(change, meeting)
    found = find_item(change, meeting, item)
    if bodies.above(change.connection, meeting) is None:
        raise rule("opinion.nobody_above", "opinion", meeting=meeting.body_name)
    if all(each.item != item for each in meetings.decisions(change.connection, meeting.id)):
        raise rule("opinion.undecided", "opinion", number=item)
    words = check_said(text)
    return add_record(change, tables.opinions, meeting, "opinion", found.title, item=item, unit=found.unit, text=words)


def check_said(text: str) -> str:
    """The words of a record as they are stored. Raises Problem where there are none."""
    words = check_text(text, "text").strip()
    if not words:
        raise Problem("text.empty", "text")
    return words


def record_action(
    change: Change, meeting: Meeting, item: int | None, departments: Sequence[str], due: date | None, text: str
) -> Outcome:
    """Records a 宿題: who (one or more departments), until when (None: 次回会議; never before the meeting), what.

    Raises Problem.
    """
    change.allow("record")
    check_open(change, meeting)
    check_due(due, meetings.meeting(change.connection, meeting.id).day)
    unit = find_item(change, meeting, item).unit if item is not None else None
    found = [finding.department(change.connection, each).id for each in departments]
    if not found:
        raise Problem("action.no_department", "department")
    words = check_said(text)
    return add_record(
        change,
        tables.action_items,
        meeting,
        "action",
        words,
        item=item,
        unit=unit,
        departments=canonical(list(dict.fromkeys(found))),
        due=due.isoformat() if due else None,
        text=words,
        state="open",
        outcome=None,
    )


def open_actions(connection: Connection, cycle: Cycle) -> tuple[NumberedAction, ...]:
    """The 宿題 that a cycle looks at, with their numbers: those of the one before it and its own."""
    before = meetings.numbered_actions(connection, cycle.previous) if cycle.previous else ()
    return (*before, *meetings.numbered_actions(connection, cycle.id))


def find_action(known: Sequence[NumberedAction], typed: str) -> NumberedAction:
    """The 宿題 of a number as printed (宿6-3) or its last part (3). Raises Problem naming the numbers there are."""
    wanted = unicodedata.normalize("NFKC", typed).strip().lstrip("宿").strip()
    found = [each for each in known if wanted == each.number]
    found = found or [each for each in known if wanted == each.number.rpartition("-")[2]]
    if len(found) == 1:
        return found[0]
    near = "、".join(
        f"{each.number} {each.action.text[:SUBJECT_CHARACTERS]}"
        f"（{each.meeting.body_name} {plain_date(each.meeting.day)}）"
        for each in found or known
    )
    code = "action.several" if found else "action.no_number"
    raise Problem(code, "action", {"text": typed, "near": near or "（なし）"})


def record_remark(
    change: Change,
    meeting: Meeting,
    item: int,
    speaker: str,
    text: str,
    kind: str = "opinion",
    *,
    public: bool = True,
) -> Outcome:
    """Records what somebody said about an item, 非公開 where it is not ``public``. Raises Problem."""
    change.allow("record")
    check_open(change, meeting)
    found = find_item(change, meeting, item)
    if kind not in REMARK_KINDS:
        raise Problem("remark.kind", "kind", {"text": kind, "choices": "、".join(REMARK_KINDS)})
    who = check_line(speaker, "speaker", characters=NAME_CHARACTERS)
    if not who:
        raise Problem("remark.speaker", "speaker")
    return add_record(
        change,
        tables.remarks,
        meeting,
        "remark",
        found.title,
        item=item,
        speaker=who,
        kind=kind,
        text=check_said(text),
        public=int(public),
    )


def correct_on_floor(change: Change, meeting: Meeting, code: str, field: str, value: str, asked_by: str) -> Outcome:
    """席上修正: changes the counted text or status of a unit in the room, noting who asked for it. Raises Problem."""
    change.allow("record")
    check_open(change, meeting)
    who = check_line(asked_by, "asked_by", characters=NAME_CHARACTERS)
    if not who:
        raise Problem("correct.asked_by", "asked_by")
    cycle = cycles.cycle(change.connection, meeting.cycle)
    outcome, before, after = reviews.correct(change, cycle, code, field, value)
    items = meetings.agenda(change.connection, meeting.id)
    assert before.answer is not None
    assert after.answer is not None
    if getattr(before.answer, field) == getattr(after.answer, field):
        raise Problem("correct.same", field)
    change.connection.execute(
        insert(tables.floor_corrections).values(
            meeting=meeting.id,
            number=next_number(change, tables.floor_corrections, meeting.id),
            item=next((each.number for each in items if each.unit == after.unit), None),
            unit=after.unit,
            field=field,
            before=getattr(before.answer, field),
            after=getattr(after.answer, field),
            asked_by=who,
            revision=after.id,
        )
    )
    change.touched |= Touched.MEETINGS
    return outcome


def take_back_correction(change: Change, meeting: Meeting, revision: str) -> Outcome:
    """Takes a 席上修正 back, named by the revision that it made: what it changed says again what it said before.

    Until the meeting closes. Raises Problem.
    """
    change.allow("record")
    check_open(change, meeting)
    table = tables.floor_corrections
    wanted = (table.c.meeting == meeting.id, table.c.revision == revision)
    row = change.connection.execute(select(table).where(*wanted)).one_or_none()
    if row is None:
        raise Problem("record.unknown", "record", {"text": revision})
    cycle = cycles.cycle(change.connection, meeting.cycle)
    unit = plans.plan(change.connection, cycle.plan_revision).by_id[row.unit]
    outcome, _, _ = reviews.correct(change, cycle, unit.code or "", row.field, row.before or "")
    change.connection.execute(delete(table).where(*wanted))
    change.touched |= Touched.MEETINGS
    return outcome
