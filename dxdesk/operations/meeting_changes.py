"""Setting right what was recorded of a meeting, until it closes: records, who came, day and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Final, Literal

from sqlalchemy import Table, delete, insert, select, update

from dxdesk.domain.action_items import check_due
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import REMARK_KINDS, RESULTS, Attendance, Meeting
from dxdesk.domain.records import canonical
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.operations.meeting_records import check_kind, check_said
from dxdesk.operations.meetings import SUBJECT_CHARACTERS, check_open, check_times
from dxdesk.store import audit, tables
from dxdesk.store.queries import finding, meetings
from dxdesk.store.queries.meeting_drafts import PLANNED

RecordKind = Literal["decision", "opinion", "action", "remark"]

_TABLES: Final[dict[RecordKind, tuple[Table, str]]] = {
    "decision": (tables.decisions, "decide"),
    "opinion": (tables.opinions, "opinion"),
    "action": (tables.action_items, "action"),
    "remark": (tables.remarks, "remark"),
}
"""Where a kind of record stands, and the operation by which it came there."""

Row = dict[str, object]


def change_decision(
    change: Change,
    meeting: Meeting,
    record: str,
    result: str,
    text: str,
    *,
    read_back: str | None = None,
    kind: str | None = None,
    council: bool = False,
) -> Outcome:
    """Other words, another result or kind for a decision, by id, and whether it goes to 庁議; ``read_back`` is the
    moment at which these were read back to the room. Without one, other words than before have not been.

    Raises Problem.
    """
    change.allow("record")
    if result not in RESULTS:
        raise Problem("result.unknown", "result", {"text": result, "choices": "、".join(RESULTS)})
    said = check_said(text)
    before = record_row(change, meeting, "decision", record)
    values: dict[str, object] = {"result": result, "text": said, "council": int(council) or None}
    values["kind"] = check_kind(change, meeting, kind)
    if read_back is not None:
        values |= {"read_back": 1, "read_back_at": read_back}
    elif (before["result"], before["text"]) != (result, said):
        values |= {"read_back": 0, "read_back_at": None}
    return _change(change, meeting, "decision", record, **values)


def change_opinion(change: Change, meeting: Meeting, record: str, text: str) -> Outcome:
    """Other words for a 付帯意見, by id. Raises Problem."""
    return _change(change, meeting, "opinion", record, text=check_said(text))


def change_action(
    change: Change, meeting: Meeting, record: str, departments: Sequence[str], due: date | None, text: str
) -> Outcome:
    """Another owner, day or text for a 宿題, by id; no day before the meeting. Raises Problem."""
    check_due(due, meetings.meeting(change.connection, meeting.id).day)
    found = [finding.department(change.connection, each).id for each in departments]
    if not found:
        raise Problem("action.no_department", "department")
    owners = canonical(list(dict.fromkeys(found)))
    day = due.isoformat() if due else None
    return _change(change, meeting, "action", record, departments=owners, due=day, text=check_said(text))


def change_remark(
    change: Change, meeting: Meeting, record: str, speaker: str, text: str, kind: str, *, public: bool = True
) -> Outcome:
    """Another speaker, kind or text for a remark, by id. Raises Problem."""
    if kind not in REMARK_KINDS:
        raise Problem("remark.kind", "kind", {"text": kind, "choices": "、".join(REMARK_KINDS)})
    who = check_line(speaker, "speaker", characters=NAME_CHARACTERS)
    if not who:
        raise Problem("remark.speaker", "speaker")
    return _change(change, meeting, "remark", record, speaker=who, text=check_said(text), kind=kind, public=int(public))


def _change(change: Change, meeting: Meeting, of: RecordKind, record: str, **values: object) -> Outcome:
    change.allow("record")
    check_open(change, meeting)
    table, verb = _TABLES[of]
    before = record_row(change, meeting, of, record)
    change.connection.execute(update(table).where(table.c.id == record).values(**values))
    after = record_row(change, meeting, of, record)
    subject = _subject(change, of, after)
    change.enter(f"{verb} change", subject, Touched.MEETINGS, before=_entered(before), after=_entered(after))
    return Outcome(f"{verb} change", record, subject)


def record_row(change: Change, meeting: Meeting, kind: RecordKind, record: str) -> Row:
    """A record of this meeting as it is stored, to be put back. Raises Problem for one that is not there."""
    table = _TABLES[kind][0]
    wanted = select(table).where(table.c.id == record, table.c.meeting == meeting.id)
    row = change.connection.execute(wanted).one_or_none()
    if row is None:
        raise Problem("record.unknown", "record", {"text": record})
    return dict(row._mapping)


def _subject(change: Change, of: RecordKind, row: Row) -> str:
    """A record in 操作の履歴: a 宿題 by its words, any other by its item, for what was said may be 非公開."""
    if of == "action":
        return str(row["text"])[:SUBJECT_CHARACTERS]
    table = tables.agenda_items
    wanted = select(table.c.title).where(table.c.meeting == row["meeting"], table.c.number == row["item"])
    return str(change.connection.scalar(wanted) or "")[:SUBJECT_CHARACTERS]


def _entered(row: Row) -> Row:
    """A record as the audit chain vouches for it: what became of a 宿題 is entered by itself."""
    return audit.as_entered({**row, "state": "open", "outcome": None} if "state" in row else row)


def delete_record(change: Change, meeting: Meeting, kind: RecordKind, record: str) -> Row:
    """Takes a record away and returns it as it stood, for ``put_back_record``. Raises Problem."""
    change.allow("record")
    check_open(change, meeting)
    table, verb = _TABLES[kind]
    row = record_row(change, meeting, kind, record)
    change.connection.execute(delete(table).where(table.c.id == record))
    change.enter(f"{verb} delete", _subject(change, kind, row), Touched.MEETINGS, before=_entered(row))
    return row


def put_back_record(change: Change, meeting: Meeting, kind: RecordKind, row: Row) -> Outcome:
    """Puts a record of this meeting where it stood: one that was deleted, or one that was changed as it was before.

    What has become of a 宿題 since then stays. Raises Problem.
    """
    change.allow("record")
    check_open(change, meeting)
    table, verb = _TABLES[kind]
    if row["meeting"] != meeting.id:
        raise Problem("record.unknown", "record", {"text": row["id"]})
    identity, subject = str(row["id"]), _subject(change, kind, row)
    there = change.connection.execute(select(table).where(table.c.id == identity)).one_or_none()
    if there is None:
        change.connection.execute(insert(table).values(**row))
        change.enter(verb, subject, Touched.MEETINGS, after=_entered(row))
    else:
        words = {name: value for name, value in row.items() if name not in ("state", "outcome")}
        change.connection.execute(update(table).where(table.c.id == identity).values(**words))
        before = _entered(dict(there._mapping))
        change.enter(f"{verb} change", subject, Touched.MEETINGS, before=before, after=_entered(row))
    return Outcome(verb, identity, subject)


def put_back_attendance(change: Change, meeting: Meeting, rows: Sequence[Attendance]) -> Outcome:
    """The whole attendance as it stood at another moment of this meeting. Raises Problem."""
    change.allow("record")
    check_open(change, meeting)
    before = meetings.attendance(change.connection, meeting.id)
    table = tables.attendances
    change.connection.execute(delete(table).where(table.c.meeting == meeting.id))
    if rows:
        values = [{**asdict(each), "meeting": meeting.id, "number": place} for place, each in enumerate(rows, start=1)]
        change.connection.execute(insert(table), values)
    change.enter(
        "meeting attendance",
        meeting.body_name,
        Touched.MEETINGS,
        before=[asdict(each) for each in before],
        after=[asdict(each) for each in rows],
    )
    return Outcome("meeting attendance", meeting.id, meeting.body_name)


def change_meeting(
    change: Change,
    meeting: Meeting,
    *,
    day: date,
    begins: str | None = None,
    ends: str | None = None,
    place: str | None = None,
) -> Outcome:
    """Another day, other times (``HH:MM``) or another place, until the meeting closes. Raises Problem.

    With another day or beginning the end is a planned one, also of a meeting that was closed and opened again.
    """
    change.allow("agenda")
    check_open(change, meeting)
    first, last = check_times(begins, ends)
    others = meetings.meetings(change.connection, meeting.cycle)
    if any(each.id != meeting.id and each.body == meeting.body and each.day == day for each in others):
        raise rule("meeting.there_already", "date", meeting=meeting.body_name, day=day)
    values = {
        "day": day.isoformat(),
        "begins": first,
        "ends": last,
        "place": check_line(place, "place") if place else None,
    }
    table = tables.meetings
    row = change.connection.execute(select(table).where(table.c.id == meeting.id)).one()
    before = {name: getattr(row, name) for name in values}
    change.connection.execute(update(table).where(table.c.id == meeting.id).values(**values))
    if (row.day, row.begins) != (values["day"], first):
        keep_draft(change, meeting.id, PLANNED, None)
    change.enter("meeting change", meeting.body_name, Touched.MEETINGS, before=before, after=values)
    return Outcome("meeting change", meeting.id, meeting.body_name)
