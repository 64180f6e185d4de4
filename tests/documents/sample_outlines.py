"""Plans of every size for the papers that show a whole plan, and who is in charge of what in them."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.plan_parts import Department, Period, Schedule
from dxdesk.domain.plans import Node, Plan
from tests.documents.sample_boards import Scene, load_plan

LONG_NAME = "住民と職員がともに使う行政手続の入口を一つにまとめて迷わず進める取組の推進について検討"[:40]


def sized_plan(units: int, axes: int, *, name: str = "", short: bool = True) -> Plan:
    """A plan of so many units on so many axes (0: on the plan itself), each unit with one line over the years."""
    base = load_plan("ogawara")
    nodes = [
        Node(f"a{at}", None, "axis", f"軸{at}", None, name or f"第{at}の柱", None if name else f"柱{at}")
        for at in range(1, axes + 1)
    ]
    for at in range(1, units + 1):
        above = f"a{(at - 1) * axes // units + 1}" if axes else None
        title = name or f"取組その{at}の推進"
        nodes.append(
            Node(f"u{at}", above, "initiative", str(at), None, title, f"取組{at}" if short and not name else None)
        )
        schedule = Schedule("start", 2023, None, None, None, False)
        nodes.append(
            Node(f"l{at}", f"u{at}", "activity", None, None, name or f"内容{at}の検討", None, schedule=schedule)
        )
    levels = tuple(each for each in base.levels if axes or each.role != "axis")
    return replace(base, nodes=tuple(nodes), levels=levels)


def without_years(plan: Plan) -> Plan:
    """The same plan with nothing placed in a year and no period."""
    return replace(
        plan, period=Period(None, None, None), nodes=tuple(replace(each, schedule=None) for each in plan.nodes)
    )


def in_charge(found: Scene, departments: int, *, name: str = "") -> tuple[Scene, list[Department]]:
    """The scene with its units shared out among so many departments in charge."""
    known = [Department(f"m{at}", f"{name}第{at}課", order=at) for at in range(1, departments + 1)]
    cards = tuple(
        replace(card, main=known[at % departments].name) if departments else card
        for at, card in enumerate(found.board.cards)
    )
    items = tuple(replace(item, card=card) for item, card in zip(found.items, cards, strict=True))
    return replace(found, board=replace(found.board, cards=cards), items=items), known
