"""付帯意見 and what goes on from a decision: to the body above, to 庁議; and the kinds that a plan gives to a body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting, Opinion
from dxdesk.operations import meeting_changes as changes
from dxdesk.operations.agenda import add_item, adopt_proposal
from dxdesk.operations.meeting_records import record_decision, record_opinion
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.minutes import draft, edit
from dxdesk.operations.plans import import_plan
from dxdesk.store import audit, tables
from dxdesk.store.queries import Connection, conclusions, finding, history, meetings
from dxdesk.store.queries import audience as audiences
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.store.verification import verify
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, HEADQUARTERS, PLAN, accepted, refused, start_cycle, uid

DAY, LATER = date(2025, 2, 13), date(2025, 2, 20)
OPINION = "繁忙期を避けて広げられたい。"
HOSTILE = "=1+1 <b>太字</b> {text} %s \\n 𠮷野家の髙﨑　" + "長" * 300


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """The committee with an item about which nothing was decided yet."""
    accepted(desk, cycle, "重点-1")
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY)
    found = desk.ask(finding.meeting)
    desk.do(add_item, found, "discuss", code="重点-1")
    return found


def opinions(desk: Desk, meeting: Meeting) -> tuple[Opinion, ...]:
    return desk.ask(meetings.opinions, meeting.id)


def headquarters(desk: Desk, cycle: Cycle) -> Meeting:
    made = desk.do(hold_meeting, cycle, HEADQUARTERS, day=LATER)
    return desk.ask(meetings.meeting, made.id)


def test_an_opinion_is_a_record_of_its_own_beside_the_decision(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_decision, meeting, 1, "referred", "本部に付議する。")
    made = desk.do(record_opinion, meeting, 1, f" {OPINION} ")
    (found,) = opinions(desk, meeting)
    assert (found.id, found.number, found.item, found.unit) == (made.id, 1, 1, uid("書かない窓口"))
    assert found.text == OPINION
    assert desk.ask(meetings.record, meeting).opinions == (found,)
    assert verify(desk.database).ok


def test_an_opinion_waits_for_a_decision(desk: Desk, meeting: Meeting) -> None:
    refused(desk, "opinion.undecided", record_opinion, meeting, 1, OPINION)
    refused(desk, "agenda.unknown", record_opinion, meeting, 9, OPINION)
    assert opinions(desk, meeting) == ()


def test_a_body_with_the_last_word_has_nobody_to_give_an_opinion_to(desk: Desk, cycle: Cycle) -> None:
    held = headquarters(desk, cycle)
    desk.do(add_item, held, "discuss", code="重点-1")
    desk.do(record_decision, held, 1, "approved", "進める。")
    refused(desk, "opinion.nobody_above", record_opinion, held, 1, OPINION)


def test_an_empty_opinion_is_refused_and_hostile_text_stays_as_typed(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_decision, meeting, 1, "referred", "本部に付議する。")
    refused(desk, "text.empty", record_opinion, meeting, 1, " \n ")
    refused(desk, "text.character", record_opinion, meeting, 1, "逆\u202e向き")
    refused(desk, "text.too_long", record_opinion, meeting, 1, "長" * 4001)
    desk.do(record_opinion, meeting, 1, HOSTILE)
    assert opinions(desk, meeting)[0].text == HOSTILE.strip()


def test_an_opinion_is_set_right_taken_away_and_put_back_until_the_meeting_closes(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_decision, meeting, 1, "referred", "本部に付議する。")
    made = desk.do(record_opinion, meeting, 1, OPINION)
    desk.do(changes.change_opinion, meeting, made.id, "急がれたい。")
    row = desk.do(changes.delete_record, meeting, "opinion", made.id)
    assert opinions(desk, meeting) == ()
    desk.do(changes.put_back_record, meeting, "opinion", row)
    assert [each.text for each in opinions(desk, meeting)] == ["急がれたい。"]
    assert verify(desk.database).ok
    entered = [each.operation for each in desk.ask(history.operations, 4)]
    assert entered == ["opinion", "opinion delete", "opinion change", "opinion"]
    desk.do(close_meeting, meeting)
    refused(desk, "meeting.closed", changes.change_opinion, meeting, made.id, "遅い。")
    refused(desk, "meeting.closed", changes.delete_record, meeting, "opinion", made.id)
    refused(desk, "meeting.closed", record_opinion, meeting, 1, "遅い。")


def test_what_a_decision_is_about_is_named_in_the_words_of_the_plan(desk: Desk, cycle: Cycle) -> None:
    kinds = ("推進方針", "具体的な取組み")
    bodies = tuple(replace(each, decision_kinds=kinds) if each.name == COMMITTEE else each for each in PLAN.bodies)
    desk.do(import_plan, replace(PLAN, bodies=bodies, edition="第2版"))
    later = start_cycle(desk, "第2回")
    desk.do(hold_meeting, later, COMMITTEE, day=DAY)
    meeting = desk.ask(finding.meeting)
    desk.do(add_item, meeting, "discuss", code="重点-1")
    refused(desk, "decision.kind", record_decision, meeting, 1, "approved", "進める。", kind="予算")
    made = desk.do(record_decision, meeting, 1, "approved", "進める。", kind="推進方針", council=True)
    (found,) = desk.ask(meetings.decisions, meeting.id)
    assert (found.kind, found.council) == ("推進方針", True)
    desk.do(changes.change_decision, meeting, made.id, "approved", "進める。", kind="具体的な取組み")
    (found,) = desk.ask(meetings.decisions, meeting.id)
    assert (found.kind, found.council) == ("具体的な取組み", False)
    assert verify(desk.database).ok


def test_a_plan_without_kinds_of_decisions_has_none_to_name(desk: Desk, meeting: Meeting) -> None:
    refused(desk, "decision.kind", record_decision, meeting, 1, "approved", "進める。", kind="推進方針")
    desk.do(record_decision, meeting, 1, "approved", "進める。", kind="")
    assert desk.ask(meetings.decisions, meeting.id)[0].kind is None


def test_a_decision_that_says_nothing_new_is_entered_as_it_was_before(desk: Desk, meeting: Meeting) -> None:
    """A database from before 庁議付議 and the kinds were kept is vouched for all the same."""
    made = desk.do(record_decision, meeting, 1, "approved", "進める。")

    def entered(connection: Connection) -> tuple[str, str]:
        columns = tables.decisions.c
        named = [each for each in columns if each.name not in ("kind", "council")]
        row = connection.execute(tables.decisions.select().with_only_columns(*named)).one()
        chain = tables.audit.c
        after = connection.execute(tables.audit.select().order_by(chain.sequence.desc())).first()
        assert after is not None
        return audit.digest_of(dict(row._mapping)), after.after

    expected, found = desk.ask(entered)
    assert (made.operation, expected) == ("decide", found)


def test_the_headquarters_take_up_first_what_was_referred_and_hear_what_was_said(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    accepted(desk, cycle, "検討-5", status="late", discuss="decide", ask="続けるか")
    desk.do(record_decision, meeting, 1, "continued", "持ちこす。")
    desk.do(record_decision, meeting, 1, "referred", "本部に付議する。")
    desk.do(record_opinion, meeting, 1, OPINION)
    desk.do(record_opinion, meeting, 1, "研修も求める。")
    held = headquarters(desk, cycle)
    desk.do(adopt_proposal, held)
    assert [each.code for each in desk.ask(meetings.agenda, held.id)] == ["重点-1", "検討-5"]
    earlier = desk.ask(meetings.earlier_decisions, held)
    assert [[one.text for one in each.opinions] for each in earlier] == [[], [OPINION, "研修も求める。"]]
    told = desk.ask(conclusions.concluded_below, held)[uid("書かない窓口")]
    assert (told.body_name, told.result, told.text) == (COMMITTEE, "referred", "本部に付議する。")
    assert told.opinions == (OPINION, "研修も求める。")
    shown = desk.ask(audiences.audience, cycle, held.id)
    assert shown.items[uid("書かない窓口")].concluded == told
    assert desk.ask(audiences.audience, cycle, meeting.id).items[uid("書かない窓口")].concluded is None


@pytest.mark.parametrize("kind", ["opinion", "decision", "item"])
def test_the_body_above_is_not_told_what_the_minutes_withhold(
    desk: Desk, cycle: Cycle, meeting: Meeting, kind: str
) -> None:
    desk.do(record_decision, meeting, 1, "referred", "本部に付議する。")
    desk.do(record_opinion, meeting, 1, OPINION)
    desk.do(draft, meeting, phrases_for)
    blocks = desk.ask(minutes_on_file.versions, meeting.id)[-1].blocks
    hidden = tuple(replace(each, public=False, reason="契約前") if each.kind == kind else each for each in blocks)
    assert hidden != blocks
    desk.do(edit, meeting, hidden)
    held = headquarters(desk, cycle)
    told = desk.ask(conclusions.concluded_below, held).get(uid("書かない窓口"))
    assert OPINION not in repr(told)
    assert (told is None) == (kind != "opinion")
    shown = desk.ask(audiences.audience, cycle, held.id)
    assert OPINION not in repr(shown.items)
