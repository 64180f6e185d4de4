from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.domain.settings import Settings
from dxdesk.operations.printing_facts import prepare
from dxdesk.ui.printing.before import remarks
from tests.builders import MOMENT, SECRETARIAT, ZEIMU, accepted, uid
from tests.operations.test_printing_documents import hold


def test_a_deadline_that_is_over_is_known_before_the_letter_is_printed(desk: Desk, cycle: Cycle) -> None:
    known = {
        wanted.due: desk.ask(prepare, cycle, wanted, SECRETARIAT, MOMENT).facts.deadline_over
        for wanted in (Wanted("reminder"), Wanted("reminder", due=date(2024, 1, 15)))
    }
    assert known == {None: None, date(2024, 1, 15): date(2024, 1, 15)}


def test_the_facts_of_a_department_are_of_its_units_only(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", ZEIMU)
    facts = desk.ask(prepare, cycle, Wanted("sheet", department=uid(ZEIMU)), SECRETARIAT, MOMENT).facts
    codes = [card.code for card in facts.units]
    assert "重点-1" in codes
    assert "重点-1" not in [card.code for card in facts.unanswered]
    assert set(facts.unanswered) < set(facts.units)
    whole = desk.ask(prepare, cycle, Wanted("list"), SECRETARIAT, MOMENT).facts
    assert len(whole.units) > len(codes)


def test_the_facts_of_minutes_are_their_stage_and_what_was_decided(desk: Desk, cycle: Cycle) -> None:
    meeting = hold(desk, cycle, closed=True)
    facts = desk.ask(prepare, cycle, Wanted("minutes", meeting=meeting), SECRETARIAT, MOMENT).facts
    assert (facts.stage, facts.decisions, facts.actions, facts.open_actions) == ("draft", 0, 0, 0)
    assert desk.ask(prepare, cycle, Wanted("agenda", meeting=meeting), SECRETARIAT, MOMENT).facts.stage is None


@pytest.mark.parametrize("kind", ["list", "sheet", "handwriting", "preparation"])
def test_what_a_meeting_decided_is_no_fact_of_a_document_that_does_not_print_it(
    desk: Desk, cycle: Cycle, kind: PrintKind
) -> None:
    wanted = Wanted(kind, meeting=hold(desk, cycle, closed=True))
    prepared = desk.ask(prepare, cycle, wanted, SECRETARIAT, MOMENT)
    assert prepared.facts.stage is None
    assert not any(card.head.startswith("決定") for card in remarks(prepared, [], Settings(), SECRETARIAT))


def test_a_character_without_a_glyph_is_laid_at_the_door_of_its_unit(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", ZEIMU, results="外字\ue000を使う。")
    found = desk.ask(prepare, cycle, Wanted("list"), SECRETARIAT, MOMENT)
    assert {each.character for each in found.printed.missing} == {"\ue000"}
    assert found.holders == {"\ue000": "重点-1"}
