"""The lists of 会議 say in words what they show, and keep the rules of a model."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.modeltest import ModelTester

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import PRESENCES, Meeting, Quorum
from dxdesk.domain.settings import Settings
from dxdesk.operations.agenda import add_item
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.operations.meeting_records import correct_on_floor, record_action, record_decision, record_remark
from dxdesk.operations.meetings import attend, close_meeting
from dxdesk.operations.minutes import draft
from dxdesk.store.queries import meetings
from dxdesk.ui.meeting.closing import checks
from dxdesk.ui.meeting.delegate import SEGMENT, presence_at
from dxdesk.ui.meeting.model import ROW_ROLE, RowModel
from dxdesk.ui.meeting.reading import read_meeting, read_meetings
from dxdesk.ui.meeting.record_steps import values_of
from dxdesk.ui.meeting.rows import PartRow, meeting_rows, part_rows, person_rows, record_rows
from dxdesk.wording.meeting import brief, phrases_for
from dxdesk.wording.meeting_screen import REST_TITLE, quorum_words
from tests.builders import SOUMU, ZEIMU
from tests.ui.meeting import towns


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    """A meeting in which everything was recorded about 書かない窓口, the fourth item."""
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(fill_agenda, held, REST_TITLE)
    desk.do(record_decision, held, 4, "approved", "進める。")
    desk.do(record_action, held, 4, [ZEIMU, SOUMU], date(2025, 3, 31), "数える。")
    desk.do(record_action, held, 4, [SOUMU], None, "調べる。")
    desk.do(record_remark, held, 4, towns.MEMBER, "よい。", public=False)
    desk.do(correct_on_floor, held, "重点-1", "status", "warn", towns.CHAIR)
    desk.do(correct_on_floor, held, "重点-1", "issues", "", towns.CHAIR)
    desk.do(attend, held, "阿部", "proxy", title="課長補佐", proxy_for=towns.THIRD)
    return held


def test_parts_begin_with_who_comes_and_say_what_is_done_and_unfinished(
    opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, _ = opened
    item = desk.ask(meetings.agenda, meeting.id)[2]
    desk.do(keep_draft, meeting.id, f"remark:{item.id}", {"text": "途中"})
    rows = part_rows(desk.ask(read_meeting, meeting.id))
    assert [each.spoken for each in rows] == [
        "出席・欠席、3名", "報告、前回の宿題", "報告、その他の報告",
        "協議1、会議の見直し、順調、書きかけ", "協議2、書かない窓口、要注意、結論あり", f"報告、{brief(REST_TITLE)}",
    ]  # fmt: skip


def test_records_say_their_kind_their_words_and_who(opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    source = opened[0].ask(read_meeting, meeting.id)
    rows = record_rows(source, source.record.items[3].id)
    assert [(each.tag, each.words, each.note) for each in rows] == [
        ("決定", "進める。", "承認"),
        ("宿題", "数える。", "税務課・総務課　期限 3月31日（月）"),
        ("宿題", "調べる。", "総務課　次回会議まで"),
        ("発言", "よい。", f"{towns.MEMBER}　意見　非公開"),
        ("席上修正", "遅れ → 要注意", f"今の状況　{towns.CHAIR}の求め"),
        ("席上修正", "人手が足りない。 → なし", f"課題　{towns.CHAIR}の求め"),
    ]
    assert record_rows(source, source.record.items[0].id) == ()


def test_the_day_of_homework_in_another_year_than_the_meeting_says_its_year(
    opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, _ = opened
    desk.do(record_action, meeting, 3, [SOUMU], date(2026, 3, 31), "まとめる。")
    source = desk.ask(read_meeting, meeting.id)
    (row,) = record_rows(source, source.record.items[2].id)
    assert row.note == "総務課　期限 令和8年3月31日（火）"
    taken = values_of(source.record, row.key)
    assert taken is not None
    assert taken[1]["due"] == "令和8年3月31日（火）"


def test_people_stand_in_their_order_and_a_proxy_names_whose_place_it_is(
    opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    rows = person_rows(opened[0].ask(read_meeting, meeting.id))
    assert [each.spoken for each in rows] == [
        f"委員長　副町長、{towns.CHAIR}、出席",
        f"総務課長、{towns.MEMBER}、出席",
        f"課長補佐、阿部、代理、{towns.THIRD} の代理",
    ]
    assert rows[2].key == towns.THIRD


def test_a_meeting_of_the_list_says_how_far_it_is(opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    desk, cycle = opened

    def states() -> list[str]:
        return [each.state for each in meeting_rows(desk.ask(read_meetings, cycle.id), Settings(), towns.DAY)]

    assert states() == ["準備・記録中"]
    (row,) = meeting_rows(desk.ask(read_meetings, cycle.id), Settings(), towns.DAY)
    counts = "議題 5・決定 1・宿題 2・発言 1・席上修正 2"
    owed = "　会議結果概要の期限 2月15日・あと2日　会議録の期限 3月30日・あと45日"
    assert (row.counts, row.day) == (counts + owed, "2月13日（木）13:30–15:00　大会議室")
    (row,) = meeting_rows(desk.ask(read_meetings, cycle.id), Settings(), date(2025, 3, 18))
    assert row.counts == f"{counts}　会議録の期限 3月30日・あと12日"
    desk.do(close_meeting, meeting)
    assert states() == ["閉じました"]
    desk.do(draft, meeting, phrases_for)
    assert states() == ["会議録 案"]


def test_a_meeting_without_agenda_and_records_is_not_closed_unseen(opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)

    def words() -> list[str]:
        return [each.words for each in checks(desk.ask(read_meeting, held.id), towns.DAY)]

    assert words() == ["議題がありません", "記録がありません"]
    desk.do(add_item, held, "report", title="その他")
    assert words() == ["記録がありません"]
    desk.do(record_remark, held, 1, towns.CHAIR, "よい。")
    assert words() == []


def test_what_to_look_at_before_closing_names_the_item(opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    desk, _ = opened
    for name in (towns.CHAIR, towns.MEMBER):
        desk.do(attend, meeting, name, "absent")
    item = desk.ask(meetings.agenda, meeting.id)[0]
    desk.do(keep_draft, meeting.id, f"remark:{item.id}", {"text": "途中"})
    assert [(each.words, each.name) for each in checks(desk.ask(read_meeting, meeting.id), towns.DAY)] == [
        ("結論のない協議", "会議の見直し"), ("復唱していない決定", "進める。"), ("書きかけの記録", "前回の宿題"),
        ("あと1名で成立します（過半数2名）", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("rule", ["majority", "half"])
def test_the_sentence_about_the_quorum_names_the_rule(rule: str) -> None:
    word = {"majority": "過半数", "half": "半数以上"}[rule]
    assert quorum_words(Quorum(12, 7, 0, 7, True), rule) == f"会議は成立します（{word}7名）"
    assert quorum_words(Quorum(12, 5, 1, 7, False), rule) == f"あと2名で成立します（{word}7名）"
    assert quorum_words(Quorum(0, 0, 0, 0, False), rule) == "名簿がまだありません。来た方を加えてください。"


def test_every_list_keeps_the_rules_of_a_model(
    opened: tuple[Desk, Cycle], meeting: Meeting, qtmodeltester: ModelTester
) -> None:
    desk, cycle = opened
    source = desk.ask(read_meeting, meeting.id)
    item = source.record.items[3].id
    lines = meeting_rows(desk.ask(read_meetings, cycle.id), Settings(), towns.DAY)
    for rows in (part_rows(source), person_rows(source), record_rows(source, item), lines, ()):
        model = RowModel()
        model.show_rows(rows)
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
        spoken = [model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(model.rowCount())]
        assert spoken == [each.spoken for each in rows]


def test_rows_that_only_changed_keep_their_indexes() -> None:
    model = RowModel()
    model.show_rows([PartRow("a", "一", "一"), PartRow("b", "二", "二")])
    kept, resets = model.index_of("b"), []
    model.modelReset.connect(lambda: resets.append(1))
    model.show_rows([PartRow("a", "一", "一"), PartRow("b", "三", "三")])
    assert (kept.data(), resets) == ("三", [])
    assert kept.data(ROW_ROLE).key == "b"
    model.show_rows([PartRow("b", "三", "三")])
    assert resets == [1]


@given(st.integers(0, 3), st.sampled_from([1.0, 1.15, 1.3]), st.floats(0.05, 0.95), st.integers(400, 1900))
def test_a_click_on_a_choice_of_presence_hits_it_at_every_text_size(
    number: int, scale: float, part: float, width: int
) -> None:
    place = QRect(0, 0, width, round(38 * scale))
    left = place.x() + width - (SEGMENT * 4 + 16) * scale
    point = QPoint(round(left + (number + part) * SEGMENT * scale), place.center().y())
    assert presence_at(point, place, scale) == PRESENCES[number]
    assert presence_at(QPoint(10, place.center().y()), place, scale) is None
