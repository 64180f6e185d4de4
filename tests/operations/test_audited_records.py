"""The audit chain vouches for the words of the room, not only for their being there."""

from datetime import date

from sqlalchemy import Table, select

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import action_items, agenda, meeting_records, meetings
from dxdesk.operations.change import Outcome
from dxdesk.store import audit, tables
from dxdesk.store.queries import finding
from tests.builders import COMMITTEE, SOUMU


def test_every_record_of_a_meeting_is_vouched_for_with_all_its_values(desk: Desk, cycle: Cycle) -> None:
    held = desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    outcomes: list[tuple[Outcome, Table]] = [
        (desk.do(agenda.add_item, meeting, "discuss", code="重点-1"), tables.agenda_items),
        (desk.do(meeting_records.record_decision, meeting, 1, "approved", "進める。"), tables.decisions),
        (desk.do(meeting_records.record_action, meeting, 1, [SOUMU], None, "調べる。" * 30), tables.action_items),
        (desk.do(meeting_records.record_remark, meeting, 1, "町長", "よい。"), tables.remarks),
    ]
    with desk.database.read() as connection:
        for outcome, table in outcomes:
            row = connection.execute(select(table).where(table.c.id == outcome.id)).mappings().one()
            entry = connection.execute(
                select(tables.audit).where(
                    tables.audit.c.operation == outcome.operation,
                    tables.audit.c.after == audit.digest_of(audit.as_entered(dict(row))),
                )
            ).one()
            assert len(entry.subject) <= meetings.SUBJECT_CHARACTERS
    assert outcomes[2][0].subject == "調べる。" * 30


def test_the_state_of_an_action_item_before_and_after_is_vouched_for(desk: Desk, cycle: Cycle) -> None:
    held = desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    given = desk.do(meeting_records.record_action, meeting, None, [SOUMU], None, "調べる。")
    desk.do(action_items.follow_up, given.id, "done", "調べた。")
    with desk.database.read() as connection:
        entry = connection.execute(select(tables.audit).where(tables.audit.c.operation == "action follow up")).one()
    assert entry.before == audit.digest_of({"id": given.id, "state": "open", "outcome": None})
    assert entry.after == audit.digest_of({"id": given.id, "state": "done", "outcome": "調べた。"})


def test_who_came_is_vouched_for_before_and_after(desk: Desk, cycle: Cycle) -> None:
    held = desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    for title, presence in (("町長", "present"), ("町長", "absent"), ("副町長", "absent")):
        desk.do(meetings.attend, meeting, "佐藤", presence, title=title, new=True)
    with desk.database.read() as connection:
        table = tables.audit
        wanted = select(table).where(table.c.operation == "meeting attend").order_by(table.c.sequence)
        found = connection.execute(wanted).all()
    assert found[0].before is None
    assert len({each.after for each in found}) == 3
    assert found[2].before == found[1].after
