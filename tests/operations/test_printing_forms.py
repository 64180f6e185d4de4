"""点検表 as operations gather them: rows of a cycle, one form per department."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations import cycles
from dxdesk.operations.plans import import_plan
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.queries.cycles import cycle as cycle_on_file
from tests.builders import MOMENT, PLAN, SECRETARIAT
from tests.documents.reading import page_texts


def pages(desk: Desk, cycle: Cycle, kind: PrintKind) -> list[str]:
    return page_texts(desk.ask(print_document, cycle, Wanted(kind), SECRETARIAT, MOMENT).pdf)


def test_the_year_end_lists_what_the_newest_plan_changes_and_nothing_later_than_its_cycle(
    desk: Desk, cycle: Cycle
) -> None:
    assert "の変更を新旧で確かめた" not in "".join(pages(desk, cycle, "year-end"))
    unit = PLAN.units[0]
    nodes = tuple(replace(each, name="改めた名前") if each.id == unit.id else each for each in PLAN.nodes)
    desk.do(import_plan, replace(PLAN, nodes=nodes))
    assert "「改めた名前」の変更を新旧で確かめた。" in "".join(pages(desk, cycle, "year-end"))
    desk.do(cycles.close_cycle, cycle)
    closed = desk.ask(cycle_on_file, cycle.id)
    desk.do(import_plan, replace(PLAN, nodes=tuple(replace(each, name="後の名前") for each in nodes)))
    kept = "".join(pages(desk, closed, "year-end"))
    assert "「改めた名前」の変更を新旧で確かめた。" in kept
    assert "後の名前" not in kept


def test_each_department_that_is_asked_gets_its_form_of_security(desk: Desk, cycle: Cycle) -> None:
    found = pages(desk, cycle, "security")
    submitted = pages(desk, cycle, "submission")
    assert 0 < len(found) == len(submitted)
    assert all("自己点検表" in page for page in found)
