"""What the agenda shows: candidates under the heads of the rule, and what became of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.modeltest import ModelTester

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.reports import ReportText
from dxdesk.operations.agenda import add_item
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.meetings import attend, close_meeting, hold_meeting
from dxdesk.operations.reports import report
from dxdesk.store.queries import meetings
from dxdesk.ui.agenda.reading import read_agenda, unprintable
from dxdesk.ui.agenda.rows import AgendaSource, candidate_rows, item_rows, moved
from dxdesk.ui.agenda.side import attendance_lines
from dxdesk.ui.meeting.model import RowModel
from dxdesk.wording.meeting_screen import REST_TITLE, total_words
from tests.builders import HEADQUARTERS
from tests.ui.meeting import towns


def source(desk: Desk, cycle: Cycle, *, filled: bool = True) -> AgendaSource:
    held = towns.hold(desk, cycle)
    if filled:
        desk.do(fill_agenda, held, REST_TITLE)
    return desk.ask(read_agenda, held.id)


def test_candidates_stand_under_the_heads_of_the_rule_and_empty_heads_are_left_out(opened: tuple[Desk, Cycle]) -> None:
    rows = candidate_rows(source(*opened, filled=False))
    assert [each.words for each in rows] == [
        "協議したい", "検討-5 会議の見直し", "遅れ", "重点-1 書かない窓口", "未回答", "重点-2 オンライン申請",
        "重点-3 手続の案内", "検討-1 文書の電子化", "そのほか", "検討-4 研修",
    ]  # fmt: skip
    assert [each.note for each in rows if each.note] == ["やめてよいか"]
    assert {each.standing for each in rows if each.card} == {"free"}


def test_units_that_the_plan_numbers_alike_on_two_axes_are_told_apart_by_their_code(
    opened: tuple[Desk, Cycle],
) -> None:
    found = source(*opened, filled=False)
    cards = tuple(replace(each, label="1", number=each.code) for each in found.board.cards)
    rows = candidate_rows(replace(found, board=replace(found.board, cards=cards)))
    assert {each.number for each in rows if each.card} == {each.code for each in cards}


def test_what_was_reported_since_the_last_meeting_stands_before_the_rest(opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    unit = source(desk, cycle, filled=False).board.cards[0].unit
    desk.do(report, unit, ReportText("窓口が混んでいる。"))
    found = read_of(desk, cycle)
    assert found.reported == {unit: towns.DAY}
    row = next(each for each in candidate_rows(found) if each.key == unit)
    assert "いま報告　2月13日" in row.note + row.spoken
    (held,) = desk.ask(meetings.meetings, cycle.id)
    desk.do(close_meeting, held)
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=towns.DAY + timedelta(days=7))
    later = desk.ask(meetings.meetings, cycle.id)[-1]
    assert desk.ask(read_agenda, later.id).reported == {}


def read_of(desk: Desk, cycle: Cycle) -> AgendaSource:
    return desk.ask(read_agenda, desk.ask(meetings.meetings, cycle.id)[-1].id)


def test_what_became_of_a_candidate_is_said(opened: tuple[Desk, Cycle]) -> None:
    rows = {each.words: each for each in candidate_rows(source(*opened)) if each.card}
    assert {words: each.tag for words, each in rows.items()} == {
        "検討-5 会議の見直し": "協議", "重点-1 書かない窓口": "協議", "重点-2 オンライン申請": "加える ›",
        "重点-3 手続の案内": "加える ›", "検討-1 文書の電子化": "加える ›", "検討-4 研修": "報告",
    }  # fmt: skip
    assert rows["検討-4 研修"].standing == "covered"
    assert rows["重点-1 書かない窓口"].spoken == "重点-1、書かない窓口、遅れ、協議"
    assert rows["重点-2 オンライン申請"].spoken.endswith("次第にない")


def test_items_carry_their_numbers_what_comes_every_time_and_the_counts_of_the_others(
    opened: tuple[Desk, Cycle],
) -> None:
    rows = item_rows(source(*opened))
    assert [(each.words, each.note) for each in rows] == [
        ("前回の宿題について", "毎回"), ("その他の報告について", "毎回"),
        ("協議1 会議の見直し", ""), ("協議2 書かない窓口", ""), (f"報告 {REST_TITLE}", "ほか4件　順調 1・未回答 3"),
    ]  # fmt: skip
    assert rows[2].spoken == "3番、協議1、会議の見直し、やめてよいか、15分"
    assert [each.free for each in rows] == [True, True, False, False, True]


def test_an_item_without_minutes_says_so(opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(add_item, held, "discuss", title="その他")
    (row,) = item_rows(desk.ask(read_agenda, held.id))
    assert row.spoken == "1番、協議1、その他、時間なし"


@pytest.mark.parametrize(("to", "order"), [(0, "cab"), (1, "acb"), (2, "abc")])
def test_an_item_goes_to_another_place(opened: tuple[Desk, Cycle], to: int, order: str) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    for title in "abc":
        desk.do(add_item, held, "report", title=title)
    items = desk.ask(read_agenda, held.id).items
    assert "".join(each.title for each in moved(items, items[2].id, to)) == order


def test_characters_that_no_face_has_are_named_once() -> None:
    assert unprintable(["髙橋と𠮷田", "普通の文字"]) == ""
    assert unprintable(["a\U0001fae0b\U0001fae0"]) == "\U0001fae0"


def test_the_chair_and_the_members_are_counted_and_those_who_listen_apart(opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(attend, held, towns.THIRD, "absent")
    desk.do(attend, held, "記者", "observer")
    assert attendance_lines(desk.ask(read_agenda, held.id)) == [
        ("委員長", "副町長", "出席"), ("委員 2名", "出席 1", "欠席 1"), ("傍聴", "1名", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("total", "planned", "words"),
    [(85, 90, "合計 85分／90分"), (95, 90, "合計 95分／90分　5分 超えています"), (30, None, "合計 30分")],
)
def test_the_minutes_are_added_up(total: int, planned: int | None, words: str) -> None:
    assert total_words(total, planned) == words


def test_both_lists_keep_the_rules_of_a_model(opened: tuple[Desk, Cycle], qtmodeltester: ModelTester) -> None:
    shown = source(*opened)
    for rows in (candidate_rows(shown), item_rows(shown), ()):
        model = RowModel()
        model.draggable = True
        model.show_rows(rows)
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
        assert model.rowCount() == len(rows)
