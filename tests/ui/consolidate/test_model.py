"""The lines of 取りまとめ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer
from dxdesk.operations.consolidation import consolidate_as_written
from dxdesk.store.queries.closing import closing
from dxdesk.store.queries.collection import collection
from dxdesk.store.queries.consolidation import Consolidations, consolidations
from dxdesk.ui.consolidate.model import PUT_IN_ROLE, AnswerModel, UnitModel
from dxdesk.ui.consolidate.rows import AnswerRow, answer_rows, unit_rows
from tests.builders import FUKUSHI, PLAN, SOUMU, ZEIMU, accepted, real_plan, start_cycle
from tests.plan_samples import TOWNS
from tests.ui.cycle.conftest import OpenDesk

DAY = date(2025, 1, 20)


def answers(found: Consolidations, code: str) -> tuple[AnswerRow, ...]:
    return answer_rows(found, found.views[PLAN.unit(code).id])


def test_what_waits_stands_first_then_what_is_to_be_looked_at_again(desk: Desk, cycle: Cycle) -> None:
    said = Answer(status="ok", results="まとめた。")
    desk.do(consolidate_as_written, cycle, "検討-4", said)
    desk.do(consolidate_as_written, cycle, "重点-2", said)
    accepted(desk, cycle, "重点-2", SOUMU)
    rows = unit_rows(desk.ask(consolidations, cycle, DAY))
    assert [(row.standing, row.number) for row in rows if row.unit][:2] == [("revise", "重点-2"), ("done", "検討-4")]
    heads = [row.name for row in rows if not row.unit]
    assert heads[:2] == ["見直しが必要 1", "取りまとめ済み 1"]


def test_the_worst_answer_leads_and_who_said_nothing_ends(desk: Desk, cycle: Cycle) -> None:
    rows = [row for row in answers(desk.ask(consolidations, cycle, DAY), "検討-4") if row.kind != "text"]
    assert [(row.department, row.word) for row in rows] == [
        ("税務課", "遅れ"),
        ("総務課", "順調"),
        ("福祉課", "対象外"),
        ("建設課", "受理を待っています"),
    ]
    assert [row.heaviest for row in rows] == [True, False, False, False]
    assert [row.main for row in rows] == [False, True, False, False]


def test_what_was_said_last_time_ends_the_list_and_is_put_in_as_it_is(desk: Desk, cycle: Cycle) -> None:
    last = answers(desk.ask(consolidations, cycle, DAY), "重点-2")[-1]
    assert (last.department, last.text, last.piece) == ("前回（令和6年度 第1回）", "前回の文。", "前回の文。")


def test_a_text_of_two_sentences_is_two_lines(desk: Desk, cycle: Cycle) -> None:
    rows = [row for row in answers(desk.ask(consolidations, cycle, DAY), "重点-2") if row.department == ZEIMU]
    texts = [(row.field, row.piece, row.first) for row in rows if row.kind == "text"]
    assert texts == [
        ("results", "税の申請を始めた（税務課）。", True),
        ("results", "件数は5件（税務課）。", False),
        ("issues", "人手が足りない（税務課）。", True),
    ]


def test_a_sentence_knows_that_it_was_put_in(desk: Desk, cycle: Cycle, qtmodeltester: ModelTester) -> None:
    model = AnswerModel()
    model.show_rows(answers(desk.ask(consolidations, cycle, DAY), "重点-2"))
    place = next(place for place, row in enumerate(model.rows) if row.field == "issues")
    model.show_texts({"results": "", "issues": "人手が足りない（税務課）。"})
    assert model.index(place).data(PUT_IN_ROLE)
    assert model.index(place).data(Qt.ItemDataRole.AccessibleTextRole).endswith("入れた")
    model.show_texts({"issues": "書き直した。"})
    assert not model.index(place).data(PUT_IN_ROLE)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_while_departments_are_missing_nothing_waits_and_all_pages_count_the_same(desk: Desk) -> None:
    cycle = start_cycle(desk, assigned={"重点-2": [ZEIMU, FUKUSHI, SOUMU], "検討-4": [SOUMU, ZEIMU]})
    accepted(desk, cycle, "重点-2", ZEIMU)
    for each in (SOUMU, ZEIMU):
        accepted(desk, cycle, "検討-4", each)
    for day, ready in ((cycle.due, ("検討-4",)), (cycle.due + timedelta(1), ("重点-2", "検討-4"))):
        rows = unit_rows(desk.ask(consolidations, cycle, day))
        collected = desk.ask(collection, cycle, day).collected
        left = desk.ask(closing, cycle, day)
        assert {row.number for row in rows if row.unit and row.standing == "waiting"} == set(ready)
        assert {PLAN.by_id[each].code for each in collected.merging("ready")} == set(ready)
        assert left.ready == len(ready)
        undrawn = {row.unit for row in rows if row.unit and row.standing in ("waiting", "partial")}
        assert undrawn == {each.unit for each in left.left if each.kind == "consolidation"}
        assert len(undrawn) == 2


@pytest.mark.parametrize("town", TOWNS)
def test_every_plan_is_a_sound_list(open_desk: OpenDesk, qtmodeltester: ModelTester, town: str) -> None:
    desk = open_desk(real_plan(town))
    model = UnitModel()
    model.show_rows(unit_rows(desk.ask(consolidations, start_cycle(desk), DAY)))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_unit_is_found_by_its_id(desk: Desk, cycle: Cycle) -> None:
    model = UnitModel()
    model.show_rows(unit_rows(desk.ask(consolidations, cycle, DAY)))
    unit: Node = PLAN.unit("重点-2")
    place = model.place_of(unit.id)
    assert place is not None
    assert model.index(place).data() == "重点-2 オンライン申請"
    assert model.place_of("") is None
