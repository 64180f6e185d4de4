"""What 取組一覧 shows, made without a database: the five plans with invented answers, and made-up plans of any size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dxdesk.domain.board import compose_item
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Author
from dxdesk.domain.reports import Report, ReportText
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.store.queries.unit_record import UnitRecord
from tests.documents.sample_boards import PAST, THIS, Scene, load_plan, scene


def source_of(found: Scene) -> Initiatives:
    """A scene as the list gets it."""
    return Initiatives(
        cycle=THIS,
        plan=found.plan,
        settings=found.settings,
        departments=found.plan.departments,
        board=found.board,
        views=found.views,
        provisional=frozenset(),
        closed=None,
        newest=True,
    )


def town_source(name: str = "ogawara") -> Initiatives:
    """One of the five plans."""
    return source_of(scene(name))


def record_of(source: Initiatives, unit: Node, before: UnitView | None = None) -> UnitRecord:
    """The record of a unit; the cycle before, where there was one, said ``before`` (None: the same as now)."""
    views = source.views
    past = ((PAST, before or views[unit.id]),) if source.board.previous_name else ()
    said = tuple((cycle.name, view) for cycle, view in past)
    item = compose_item(source.plan, source.cards[unit.id], views[unit.id], past=said, this_cycle=THIS.name)
    names = {each.id: each.name for each in source.departments}
    return UnitRecord(item=item, past=past, reports=(), decisions=(), opinions=(), actions=(), names=names)


def report(number: int, day: date, department: str | None = None, **texts: str) -> Report:
    """A report between cycles."""
    text = ReportText(**{"observation": "列が長い。", **texts})
    return Report(f"r{number}", number, "unit", department, day, text, Author("liaison", department, "鈴木"), number)


def made_up_plan(units: int, name: Callable[[int], str] = "見本の取組その{}".format) -> Plan:
    """A plan of three axes with so many units, without short names."""
    plan = load_plan("ogawara")
    axes = plan.of_role("axis")
    nodes = tuple(
        Node(f"unit-{at}", axes[at % 3].id, "initiative", str(at + 1), f"({at + 1})", name(at + 1), None)
        for at in range(units)
    )
    return replace(plan, nodes=(*axes, *nodes), crosswalk=())


def made_up_source(units: int) -> Initiatives:
    """A made-up plan with answers in turn."""
    return source_of(scene(plan=made_up_plan(units)))


def with_card(source: Initiatives, code: str, **changes: object) -> Initiatives:
    """The same with one card changed."""
    unit = source.plan.unit(code).id
    cards = tuple(
        replace(card, **changes) if card.unit == unit else card  # type: ignore[arg-type]
        for card in source.board.cards
    )
    return replace(source, board=replace(source.board, cards=cards))
