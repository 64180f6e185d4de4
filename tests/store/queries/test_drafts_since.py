"""What was being written when a sitting ended by itself, and where it is found."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.operations.action_items import keep_outcome
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.operations.meeting_records import record_action
from dxdesk.operations.meetings import hold_meeting
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.store.database import Database
from dxdesk.store.queries import finding, meetings
from dxdesk.store.queries.drafts_since import written_since
from tests.builders import COMMITTEE, MOMENT, SOUMU, ZEIMU, answer, open_desk, start_cycle, uid, write

LATER = "2025-02-13T10:16:00+09:00"


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    return start_cycle(desk, assigned={"重点-1": [ZEIMU], "検討-4": [SOUMU]})


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """With one item and one 宿題."""
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    found = desk.ask(finding.meeting)
    desk.do(add_item, found, "discuss", code="重点-1")
    desk.do(record_action, found, 1, [ZEIMU], None, "窓口を数える。")
    return found


def places(desk: Desk) -> list[tuple[str, str, str]]:
    return [(each.page, each.subject, each.name) for each in desk.ask(written_since, MOMENT, desk.actor)]


def test_an_answer_that_was_handed_in_is_no_longer_being_written(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "検討-4", SOUMU)
    write(desk, cycle, "重点-1", ZEIMU, results="進めた")
    assert places(desk) == [("entry", f"重点-1:{uid(ZEIMU)}", "書かない窓口（税務課）")]


def test_what_is_written_about_a_meeting_leads_to_its_item(desk: Desk, meeting: Meeting) -> None:
    item = desk.ask(meetings.agenda, meeting.id)[0].id
    for key in (f"decision:{item}", f"memo:{item}", "change:decision:3", "minutes"):
        desk.do(keep_draft, meeting.id, key, {"text": "文"})
        ((page, subject, name),) = places(desk)
        desk.do(keep_draft, meeting.id, key, None)
        expected = {
            "memo": ("agenda", f"{meeting.id}:{item}"),
            "decision": ("meeting", f"{meeting.id}:{item}"),
            "change": ("meeting", f"{meeting.id}:change:decision:3"),
            "minutes": ("minutes", meeting.id),
        }
        assert ((page, subject), name) == (expected[key.partition(":")[0]], COMMITTEE)


def test_what_is_written_on_a_page_leads_to_what_it_is_about(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    action = desk.ask(meetings.record, meeting).actions[0].id
    desk.do(keep_page_draft, "report", uid("研修"), {"observation": "文"})
    assert places(desk) == [("initiatives", "検討-4:report", "研修")]
    desk.do(keep_page_draft, "report", uid("研修"), None)
    desk.do(keep_page_draft, "consolidate", f"{cycle.id}/{uid('研修')}", {"results": "文"})
    assert places(desk) == [("consolidate", "検討-4", "研修")]
    answers = f"{uid('研修')}:{uid(SOUMU)},{uid('研修')}:{uid(ZEIMU)}"
    desk.do(keep_page_draft, "collect", f"{cycle.id}/{answers}", {"fields": ["results"], "question": "文"})
    assert ("collect", f"検討-4:{uid(SOUMU)}", "研修") in places(desk)
    desk.do(keep_page_draft, "collect", f"{cycle.id}/{answers}", None)
    desk.do(keep_page_draft, "consolidate", f"{cycle.id}/{uid('研修')}", None)
    desk.do(keep_outcome, action, "数えた")
    assert places(desk) == [("actions", action, "窓口を数える。")]
    desk.do(keep_page_draft, "actions", action, None)
    desk.do(keep_page_draft, "close_cycle", cycle.id, {"reason": "文"})
    assert places(desk) == [("close_cycle", "", "")]
    desk.do(keep_page_draft, "close_cycle", cycle.id, None)
    desk.do(keep_page_draft, "report", "もうない取組", {"observation": "文"})
    assert places(desk) == []


def test_the_newest_stands_first_and_what_is_older_than_the_moment_is_left_out(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1", ZEIMU, results="前の文")
    desk._clock = lambda: LATER
    write(desk, cycle, "検討-4", SOUMU, results="あとの文")
    assert [name for _, _, name in places(desk)] == ["研修（総務課）", "書かない窓口（税務課）"]
    assert [each.name for each in desk.ask(written_since, "2025-02-13T01:16:00+00:00", desk.actor)] == [
        "研修（総務課）"
    ]


def as_department(desk: Desk, name: str, role: ActorRole = "liaison") -> list[tuple[str, str, str]]:
    """What somebody of a department hears of."""
    return [(each.page, each.subject, each.name) for each in desk.ask(written_since, MOMENT, Actor(role, (uid(name),)))]


def test_a_department_hears_of_its_own_words_only(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    write(desk, cycle, "重点-1", ZEIMU, results="進めた")
    action = desk.ask(meetings.record, meeting).actions[0].id
    desk.do(keep_outcome, action, "数えた")
    desk.do(keep_page_draft, "report", f"{uid(ZEIMU)}/{uid('研修')}", {"observation": "文"})
    assert as_department(desk, SOUMU) == []
    assert {page for page, _, _ in as_department(desk, ZEIMU)} == {"entry", "actions", "initiatives"}
    assert {page for page, _, _ in places(desk)} == {"entry", "actions"}


def test_a_head_who_writes_no_answers_hears_of_none(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1", ZEIMU, results="進めた")
    assert as_department(desk, ZEIMU, "head") == []
