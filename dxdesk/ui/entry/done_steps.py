"""After the last hand-in: what happens next, and whose turn it is."""

from __future__ import annotations

from dxdesk.desk import Desk
from dxdesk.domain.calendar import short_date
from dxdesk.domain.plans import Department
from dxdesk.ui.entry.done_panel import Step
from dxdesk.ui.entry.reading import EntryList, asked_departments, read_entries


def steps(entries: EntryList) -> tuple[Step, ...]:
    """提出, 事務局の確認, 会議: what is known of each."""
    total = len(entries.own)
    accepted = sum(each.state == "accepted" for each in entries.own)
    meeting = entries.cycle.meeting
    checked = accepted == total
    return (
        Step("提出", f"{total}件", "done"),
        Step("事務局の確認", f"受理 {accepted}／{total}", "done" if checked else "now"),
        Step("会議", short_date(meeting) if meeting else "日程はこれから決まります", "now" if checked else "later"),
    )


def next_department(desk: Desk, entries: EntryList) -> Department | None:
    """The next department, around the end, whose items the actor may fill in and that are not all handed in."""
    found = asked_departments(desk, entries.cycle)
    ids = [each.id for each in found]
    start = ids.index(entries.department.id) + 1 if entries.department and entries.department.id in ids else 0
    for each in (*found[start:], *found[:start]):
        listed = read_entries(desk, entries.cycle, each)
        if listed.handed_in < len(listed.own):
            return each
    return None
