"""Recording, changing and deleting as steps that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dxdesk.desk import Desk, Step
from dxdesk.domain.calendar import short_date_beside
from dxdesk.domain.meetings import AgendaItem, Meeting, MeetingRecord
from dxdesk.operations import meeting_changes as changes
from dxdesk.operations import meeting_records as records
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.meeting_changes import RecordKind
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.rows import FormKind

Values = Mapping[str, Any]
Row = dict[str, object]

SHOWN = 20
"""So much of a text names a step."""


def usual_values(source: MeetingSource, item: AgendaItem, kind: FormKind) -> dict[str, Any]:
    """With what a new record of an item begins: a report is noted, a 宿題 goes to the department of the unit."""
    if kind == "decision" and item.kind == "report":
        return {"result": "noted"}
    owner = source.owners.get(item.unit or "")
    return {"departments": [owner]} if kind == "action" and owner else {}


def values_of(record: MeetingRecord, key: str) -> tuple[RecordKind, dict[str, Any]] | None:
    """The kind of a record and what a form shows of it; None for one that is not there or is not changed here."""
    kind, _, identity = key.partition(":")
    for decision in record.decisions:
        if kind == "decision" and decision.id == identity:
            chosen = {"result": decision.result, "kind": decision.kind or "", "council": decision.council}
            return "decision", {"text": decision.text, **chosen}
    for opinion in record.opinions:
        if kind == "opinion" and opinion.id == identity:
            return "opinion", {"text": opinion.text}
    for action in record.actions:
        if kind == "action" and action.id == identity:
            due = short_date_beside(action.due, record.meeting.day) if action.due else ""
            return "action", {"text": action.text, "departments": list(action.departments), "due": due}
    for remark in record.remarks:
        if kind == "remark" and remark.id == identity:
            said = {"speaker": remark.speaker, "kind": remark.kind, "private": not remark.public}
            return "remark", {"text": remark.text, **said}
    return None


def item_of(record: MeetingRecord, key: str) -> str:
    """The id of the item to which a record belongs; empty where it belongs to none."""
    numbers = {each.id: each.item for each in record.decisions} | {each.id: each.item for each in record.actions}
    numbers |= {each.id: each.item for each in record.remarks} | {each.id: each.item for each in record.opinions}
    number = numbers.get(key.partition(":")[2])
    return next((item.id for item in record.items if item.number == number), "")


def add_record(desk: Desk, meeting: Meeting, item: AgendaItem, kind: FormKind, values: Values) -> None:
    """Record what a form says; ``due`` is a day or None.

    Raises Problem and StoreUnavailable.
    """
    text = values["text"]
    if kind == "correction":
        value = values.get("value", text)
        _correct(desk, meeting, (item.code or "", values["field"], value, values["asked_by"]))
        return
    if kind == "decision":
        made = desk.do(records.record_decision, meeting, item.number, values["result"], text, **_more(values))
    elif kind == "opinion":
        made = desk.do(records.record_opinion, meeting, item.number, text)
    elif kind == "action":
        made = desk.do(records.record_action, meeting, item.number, values["departments"], values["due"], text)
    else:
        speaker, public = values["speaker"], not values["private"]
        made = desk.do(records.record_remark, meeting, item.number, speaker, text, values["kind"], public=public)
    taken: list[Row] = []

    def back() -> None:
        taken.append(desk.do(changes.delete_record, meeting, kind, made.id))

    def again() -> None:
        desk.do(changes.put_back_record, meeting, kind, taken[-1])

    desk.remember(Step(f"「{text[:SHOWN]}」の記録", back, again))


def _more(values: Values) -> dict[str, Any]:
    """What a form says of a decision beside its result and its words."""
    kind, council = values.get("kind") or None, bool(values.get("council", False))
    return {"read_back": values.get("read_back"), "kind": kind, "council": council}


def _correct(desk: Desk, meeting: Meeting, correction: tuple[str, str, str, str]) -> None:
    """席上修正: the code of the unit, the field, its new value, and who asked for it."""
    made = [desk.do(records.correct_on_floor, meeting, *correction)]

    def again() -> None:
        made.append(desk.do(records.correct_on_floor, meeting, *correction))

    back = records.take_back_correction
    desk.remember(Step("席上修正", lambda: desk.do(back, meeting, made[-1].id), again))


def change_record(desk: Desk, meeting: Meeting, kind: RecordKind, identity: str, values: Values) -> None:
    """Change a record into what a form says. Raises Problem and StoreUnavailable."""
    change = _changer(meeting, kind, identity, values)

    def both(work: Change) -> tuple[Row, Row]:
        before = changes.record_row(work, meeting, kind, identity)
        change(work)
        return before, changes.record_row(work, meeting, kind, identity)

    before, after = desk.do(both)
    put_back = changes.put_back_record
    desk.remember(
        Step(
            f"「{str(after['text'])[:SHOWN]}」の直し",
            lambda: desk.do(put_back, meeting, kind, before),
            lambda: desk.do(put_back, meeting, kind, after),
        )
    )


def _changer(meeting: Meeting, kind: RecordKind, identity: str, values: Values) -> Callable[[Change], Outcome]:
    text = values["text"]
    if kind == "decision":
        result, more = values["result"], _more(values)
        return lambda work: changes.change_decision(work, meeting, identity, result, text, **more)
    if kind == "opinion":
        return lambda work: changes.change_opinion(work, meeting, identity, text)
    if kind == "action":
        owners, due = values["departments"], values["due"]
        return lambda work: changes.change_action(work, meeting, identity, owners, due, text)
    speaker, public = values["speaker"], not values["private"]
    return lambda work: changes.change_remark(work, meeting, identity, speaker, text, values["kind"], public=public)


def delete_record(desk: Desk, meeting: Meeting, kind: RecordKind, identity: str) -> None:
    """Take a record away. Raises Problem and StoreUnavailable."""
    row = desk.do(changes.delete_record, meeting, kind, identity)
    desk.remember(
        Step(
            f"「{str(row['text'])[:SHOWN]}」を消したこと",
            lambda: desk.do(changes.put_back_record, meeting, kind, row),
            lambda: desk.do(changes.delete_record, meeting, kind, identity),
        )
    )
