"""The tab これまで of the 個票: cycles, reports between them, and what the plan itself reports, newest on top."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dxdesk.domain.lineage import unit_line
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node
from dxdesk.domain.reports import Report
from dxdesk.domain.statuses import Status, change_since
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.store.queries.unit_record import UnitRecord
from dxdesk.ui.initiatives.rows import CHECKING
from dxdesk.ui.initiatives.sheet import Block, Moment, Passage
from dxdesk.wording.initiatives import NO_PAST, PAST_LEGEND, REPORT_WORDS, REPORTED, SECRETARIAT, WRITTEN_IN_THE_PLAN


def _gist(view: UnitView) -> str:
    answer = view.counted.answer if view.counted else None
    return (answer.results or "") if answer else ""


def report_parts(report: Report) -> tuple[tuple[str, str], ...]:
    """The four texts of a report with their words, without the empty ones."""
    return tuple((REPORT_WORDS[field], text) for field, text in report.text.parts())


def report_day(report: Report) -> str:
    """12月9日."""
    return f"{report.day.month}月{report.day.day}日"


def _report(report: Report, record: UnitRecord) -> Moment:
    department = record.names.get(report.department or "", SECRETARIAT)
    return Moment(
        "report", report_day(report), REPORTED, department, opens=f"report:{report.id}", parts=report_parts(report)
    )


def _cycles(source: Initiatives, node: Node, record: UnitRecord) -> Iterator[tuple[Moment, date]]:
    """The cycles that asked about a unit with their 基準日, oldest first."""
    before: Status | None = None
    now = source.views.get(node.id)
    for cycle, view in (*record.past, *([(source.cycle, now)] if now else [])):
        if not view.assigned:
            continue
        word = CHECKING if view.waiting == "secretariat" else source.settings.status_word(view.status)
        change = change_since(before, view.status) or ""
        opens = cycle.id if cycle.id != source.cycle.id else None
        yield Moment("cycle", cycle.name, word, _gist(view), view.status, change, opens), cycle.as_of
        before = view.status


def past_blocks(source: Initiatives, node: Node, record: UnitRecord | None) -> Iterator[Block]:
    """The time line of a unit (or of a group, without ``record``).

    A report stands above the cycle whose 基準日 it came after; the order of the cycles is that of their 前回.
    """
    found: list[Moment] = []
    if record is not None:
        waiting = list(record.reports)
        for moment, day in reversed(list(_cycles(source, node, record))):
            while waiting and waiting[-1].day > day:
                found.append(_report(waiting.pop(), record))
            found.append(moment)
        found += [_report(each, record) for each in reversed(waiting)]
    line = unit_line(source.plan, node.id)
    for entry in reversed(source.plan.history):
        if entry.node in line:
            text = "　".join(each for each in (entry.title, entry.detail) if each)
            found.append(Moment("plan", entry.as_of or entry.bucket, WRITTEN_IN_THE_PLAN, text))
    yield from found
    if not found:
        yield Passage("", NO_PAST)
    elif {each.marker for each in found} != {"cycle"}:
        yield Passage("", "", PAST_LEGEND)
