"""主な動き in own words: printed in 総括 and in the packet, and never silently older than the answers."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.movements import MovementEdit
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import Wanted
from dxdesk.operations import cycles
from dxdesk.operations.movements import put_back_movements, write_movements
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.printing_facts import facts
from dxdesk.operations.printing_movements import MovementParagraph, movements
from dxdesk.store.queries import finding
from dxdesk.store.queries.movements import movement_edit
from dxdesk.store.verification import verify
from tests.builders import MOMENT, SECRETARIAT, accepted, refused
from tests.documents.reading import texts

OWN = MovementEdit(("watched", "late"), frozenset({"advanced"}), {"late": "手続の整理が遅れている。\n3月に取り戻す。"})


@pytest.fixture
def written(desk: Desk, cycle: Cycle) -> MovementEdit:
    """One unit is late, and the secretariat has written of it."""
    accepted(desk, cycle, "重点-1", status="late", issues="人手が足りない。")
    desk.do(write_movements, cycle, OWN)
    return desk.ask(movement_edit, cycle.id)


def printed(desk: Desk, cycle: Cycle, now: str = MOMENT) -> str:
    return texts(desk.ask(print_document, cycle, Wanted("summary"), SECRETARIAT, now).pdf)[0]


def late(desk: Desk, cycle: Cycle) -> MovementParagraph:
    return next(each for each in desk.ask(movements, cycle).paragraphs if each.part == "late")


def test_without_an_edit_the_program_writes(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", status="late", issues="人手が足りない。二文目。")
    assert "人手が足りない。" in late(desk, cycle).text
    assert "遅れているもの重点-1書かない窓口：人手が足りない。" in printed(desk, cycle)
    assert desk.ask(facts, cycle, Wanted("summary")).movements == ()


def test_what_was_written_stands_in_its_order_and_what_is_left_out_does_not(
    desk: Desk, cycle: Cycle, written: MovementEdit
) -> None:
    text = printed(desk, cycle)
    assert "手続の整理が遅れている。3月に取り戻す。" in text
    assert "進んだもの" not in text
    assert text.index("注意するもの") < text.index("遅れているもの手続")
    assert verify(desk.database).ok


def test_an_answer_that_changes_afterwards_is_named_until_somebody_looked(
    desk: Desk, cycle: Cycle, written: MovementEdit
) -> None:
    assert late(desk, cycle).stale == ()
    accepted(desk, cycle, "重点-1", status="late", issues="人手が足りない。ほかの課に頼んだ。")
    assert late(desk, cycle).stale == ("重点-1 書かない窓口",)
    (told, *_) = [each for each in desk.ask(facts, cycle, Wanted("summary")).movements if each.part == "late"]
    assert told.stale == ("重点-1 書かない窓口",)
    desk.do(write_movements, cycle, written)
    assert late(desk, cycle).stale
    desk.do(write_movements, cycle, written, frozenset({"late"}))
    assert late(desk, cycle).stale == ()


def test_it_is_taken_back_with_what_it_was_written_for(desk: Desk, cycle: Cycle, written: MovementEdit) -> None:
    desk.do(write_movements, cycle, MovementEdit())
    assert desk.ask(movement_edit, cycle.id) == MovementEdit()
    accepted(desk, cycle, "重点-1", status="late", issues="別の理由。")
    desk.do(put_back_movements, cycle, written)
    assert desk.ask(movement_edit, cycle.id) == written
    assert late(desk, cycle).stale


def test_a_closed_cycle_keeps_its_words_for_ever(desk: Desk, cycle: Cycle, written: MovementEdit) -> None:
    desk.do(cycles.close_cycle, cycle, "打ち切ります。")
    closed = desk.ask(finding.cycle, cycle.id)
    refused(desk, "movement.closed", write_movements, closed, MovementEdit())
    refused(desk, "movement.closed", put_back_movements, closed, MovementEdit())
    assert "手続の整理が遅れている。" in printed(desk, closed, "2030-01-01T09:00:00+09:00")


def test_only_who_prepares_the_meeting_writes(desk: Desk, cycle: Cycle) -> None:
    refused(Desk(desk.database, Actor("chair")), "permission.role", write_movements, cycle, OWN)
    refused(desk, "movement.empty", write_movements, cycle, MovementEdit(texts={"late": " "}))
