"""The 個票 of a node, put together for all its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dxdesk.domain.board import Card
from dxdesk.domain.calendar import plain_date
from dxdesk.domain.plans import Node
from dxdesk.domain.reports import Report
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.store.queries.unit_record import UnitRecord
from dxdesk.ui.initiatives.plan_blocks import plan_blocks
from dxdesk.ui.initiatives.rows import owners_words
from dxdesk.ui.initiatives.sheet import Passage, Sheet
from dxdesk.ui.initiatives.sheet_decisions import decision_blocks, indicator_blocks
from dxdesk.ui.initiatives.sheet_now import counts_of, group_now, unit_now
from dxdesk.ui.initiatives.sheet_past import past_blocks, report_parts
from dxdesk.wording.initiatives import REPORTED, SECRETARIAT


def unit_of(source: Initiatives, node: Node) -> Node | None:
    """The unit a node is or stands below; None for a group and for what hangs on the plan itself."""
    for each in (node, *reversed(source.plan.path(node))):
        if source.plan.role(each) == "initiative":
            return each
    return None


def compose_sheet(source: Initiatives, node: Node, record: UnitRecord | None) -> Sheet:
    """The 個票 of a unit with its ``record``, or of a group without one."""
    path = [each.name for each in source.plan.path(node)]
    plan, past = plan_blocks(source, node), tuple(past_blocks(source, node, record))
    if record is None:
        now = tuple(group_now(source, node))
        return Sheet(None, None, " ／ ".join(path), node.name, "", source.cycle.name, now, plan, past)
    card = source.cards[node.id]
    return Sheet(
        unit=node.id,
        code=card.code,
        path=" ／ ".join((*path, card.printed)),
        name=node.name,
        owners=owners_words(source, node, card)[0],
        cycle_name=source.cycle.name,
        now=tuple(unit_now(source, node, record)),
        plan=plan,
        past=past,
        decisions=tuple(decision_blocks(source, record)),
        indicators=tuple(indicator_blocks(source, node, record)),
    )


def compose_group(source: Initiatives, name: str, cards: Sequence[Card]) -> Sheet:
    """What is known of units that are grouped otherwise than in the plan."""
    return Sheet(None, None, "", name, "", source.cycle.name, tuple(counts_of(source, cards)), (), ())


def compose_report(source: Initiatives, unit: Node, record: UnitRecord, report: Report) -> Sheet:
    """The 個票 of a unit with one report in the place of 今回."""
    who = "　".join(
        each for each in (record.names.get(report.department or "", SECRETARIAT), report.author.name) if each
    )
    said = (Passage(word, text) for word, text in report_parts(report))
    now = (Passage(f"{REPORTED}　{plain_date(report.day)}", who), *said)
    return replace(compose_sheet(source, unit, record), now=now)
