"""Which parts the packet of a meeting is offered."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.operations.printing_packet import packet_offer
from dxdesk.operations.printing_packet_parts import offered
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from dxdesk.wording.packet_screen import summary as packet_summary
from tests.builders import PLAN, accepted, open_desk, start_cycle
from tests.operations.test_printing_documents import hold


def test_a_plan_without_indicators_and_lines_is_offered_neither(database: Database) -> None:
    units = tuple(replace(each, indicators=()) for each in PLAN.nodes if PLAN.role(each) != "activity")
    desk = open_desk(database, replace(PLAN, nodes=units))
    hold(desk, start_cycle(desk))
    found = desk.ask(packet_offer, desk.ask(finding.meeting))
    assert not {"indicators", "schedule"} & set(found.titles)
    assert packet_summary(len(found.choice.chosen(found.parts(all_sheets=False))), 0, None) == "資料4点・未配布"


def test_sheets_are_offered_where_a_unit_is_discussed_or_late_or_all_are_wanted(desk: Desk, cycle: Cycle) -> None:
    hold(desk, cycle)
    held = desk.ask(finding.meeting)
    found = desk.ask(packet_offer, held)
    assert (found.only_all, "sheets" in found.parts(all_sheets=True)) == (True, True)
    assert "sheets" not in found.parts(all_sheets=False)
    accepted(desk, cycle, "重点-1", status="late")
    assert "sheets" in desk.ask(packet_offer, held).parts(all_sheets=False)


def test_terms_are_offered_where_the_papers_use_one(database: Database) -> None:
    term = GlossaryTerm("t", "量子計算機", (), None, "新しい計算機", None, None, None)
    desk = open_desk(database, replace(PLAN, terms=(term,)))
    cycle = start_cycle(desk)
    assert "glossary" not in desk.ask(offered, cycle)
    accepted(desk, cycle, "重点-1", results="量子計算機を試した。")
    assert "glossary" in desk.ask(offered, cycle)
