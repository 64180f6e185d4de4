"""What 取組一覧 shows, made without a database: the five plans with invented answers, and made-up plans of any size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node, Plan
from dxdesk.store.queries.initiatives import Initiatives
from tests.documents.sample_boards import PAST, THIS, Scene, load_plan, scene


def source_of(found: Scene, past: tuple[tuple[Cycle, dict[str, UnitView]], ...] = ()) -> Initiatives:
    """A scene as the list gets it."""
    return Initiatives(
        cycle=THIS,
        plan=found.plan,
        settings=found.settings,
        departments=found.plan.departments,
        board=found.board,
        items={item.card.unit: item for item in found.items},
        views=found.views,
        provisional=frozenset(),
        past=past,
        closed=None,
    )


def town_source(name: str = "ogawara") -> Initiatives:
    """One of the five plans; the cycle before said the same."""
    found = scene(name)
    return source_of(found, ((PAST, found.views),))


def made_up_plan(units: int, name: Callable[[int], str] = "見本の取組その{}".format) -> Plan:
    """A plan of three axes with so many units, without short names."""
    plan = load_plan("ogawara")
    axes = plan.of_role("axis")
    nodes = tuple(
        Node(f"unit-{at}", axes[at % 3].id, "initiative", str(at + 1), f"({at + 1})", name(at + 1), None)
        for at in range(units)
    )
    return replace(plan, nodes=(*axes, *nodes))


def made_up_source(units: int) -> Initiatives:
    """A made-up plan with answers in turn."""
    return source_of(scene(plan=made_up_plan(units)))


def with_card(source: Initiatives, code: str, **changes: object) -> Initiatives:
    """The same with one card changed."""
    unit = source.plan.unit(code).id
    item = source.items[unit]
    card = replace(item.card, **changes)  # type: ignore[arg-type]
    return replace(source, items={**source.items, unit: replace(item, card=card)})
