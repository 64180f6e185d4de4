"""いま報告する: a report on a unit between cycles, also while the cycle is closed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import func, insert, select

from dxdesk.domain.errors import Problem
from dxdesk.domain.plans import Node
from dxdesk.domain.records import canonical
from dxdesk.domain.reports import ReportText, checked, kept_under
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.store import audit, tables
from dxdesk.store.queries import cycles, finding, plans

PAGE = "report"
"""Under this name what is being written on a unit is kept."""


def report(
    change: Change, unit: str, text: ReportText, department: str | None = None, *, day: date | None = None
) -> Outcome:
    """Records what a department (name or id; None: the secretariat) reports on a unit (id) on a day, by default today.

    What was being written on the unit is done with. Raises Problem.
    """
    own = finding.department(change.connection, department).id if department else None
    change.allow("report", department=own)
    node = _unit(change, unit)
    table = tables.ad_hoc_reports
    last = change.connection.execute(select(func.max(table.c.number))).scalar() or 0
    row = {
        "id": str(uuid4()),
        "number": last + 1,
        "unit": unit,
        "department": own,
        "day": (day or datetime.fromisoformat(change.moment).date()).isoformat(),
        **asdict(checked(text)),
        "author": canonical(change.author.record()),
        "moment": change.moment,
        "audit_sequence": audit.next_sequence(change.connection),
    }
    change.connection.execute(insert(table).values(**row))
    keep_page_draft(change, PAGE, kept_under(change.actor, unit), None, department=own)
    subject = f"{node.code} {node.name}"
    change.enter("report", subject, Touched.REPLIES, after=row)
    return Outcome("report", str(row["id"]), subject)


def keep_report(change: Change, unit: str, text: ReportText, department: str | None) -> None:
    """Keeps what is being written on a unit (id) in the name of a department (id; None: the secretariat); nothing is
    kept of an empty one. Raises Problem."""
    record = {**asdict(text), "department": department} if text.parts() else None
    keep_page_draft(change, PAGE, kept_under(change.actor, unit), record, department=department)


def _unit(change: Change, unit: str) -> Node:
    """The unit in the newest revision of the plan, else in that of the newest cycle that knows it."""
    older = (each.plan_revision for each in reversed(cycles.cycles(change.connection)))
    for revision in (None, *older):
        plan = plans.plan(change.connection, revision)
        node = plan.by_id.get(unit)
        if node is not None and plan.role(node) == "initiative":
            return node
    raise Problem("report.unit", "initiative")
