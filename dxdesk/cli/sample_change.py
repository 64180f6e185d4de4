"""The papers about a changed plan for ``demo``: made in a copy, so that the sample year itself keeps its plan."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dxdesk.desk import Desk
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plans import Plan
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations.plans import import_plan
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.database import open_database
from dxdesk.store.queries import plans

KINDS: Final[tuple[PrintKind, ...]] = ("comparison", "change-notice")
_WORDS: Final = "と効果の検証"


def changed_sample(plan: Plan) -> Plan:
    """A later revision of a plan in which the first unit has another name, and the second more to do."""
    second = [line for unit in plan.units[1:2] for line in plan.activities(unit)[:1]]
    more = {each.id for each in (*plan.units[:1], *second)}
    nodes = tuple(replace(each, name=each.name + _WORDS) if each.id in more else each for each in plan.nodes)
    return replace(plan, nodes=nodes)


def change_papers(
    database: Path, actor: Actor, clock: Callable[[], str], cycle: Cycle
) -> Iterator[tuple[PrintKind, Printed]]:
    """新旧対照表 and 変更通知 for a change of the plan that a cycle of a database does not have yet; nothing for a plan
    without units."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / database.name
        shutil.copyfile(database, copy)
        with open_database(copy) as opened:
            desk = Desk(opened, actor, clock)
            plan = desk.ask(plans.plan)
            if not plan.units:
                return
            desk.do(import_plan, changed_sample(plan))
            for kind in KINDS:
                yield kind, desk.ask(print_document, cycle, Wanted(kind), actor, clock())
