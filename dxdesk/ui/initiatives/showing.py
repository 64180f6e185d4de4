"""What stands in the 個票: of the row that is chosen, of an older cycle as it was, of one report."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dxdesk.desk import Desk
from dxdesk.domain.plans import Node
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.store.queries.unit_record import PastRecord, UnitRecord, past_record, unit_record
from dxdesk.ui.initiatives.composing import compose_group, compose_report, compose_sheet, unit_of
from dxdesk.ui.initiatives.list_pane import ListPane
from dxdesk.ui.initiatives.panel import SheetPanel
from dxdesk.ui.reading import RESTING, Reading
from dxdesk.wording.initiatives import report_of
from dxdesk.wording.screen import past_cycle

REPORT = "report:"
"""Before the id of a report, where a cycle or a report may be opened."""


class Showing(QObject):
    """Keeps the panel to what is chosen in the list."""

    shown = Signal()
    """Another 個票 stands in the panel."""

    def __init__(self, desk: Desk, pane: ListPane, panel: SheetPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._pane, self._panel = desk, pane, panel
        self._reading = Reading(desk, self, rest=RESTING)
        self._source: Initiatives | None = None
        self._record: UnitRecord | None = None
        pane.row_chosen.connect(self.show_chosen)
        panel.record_requested.connect(self.open_record)
        panel.today_requested.connect(self.show_chosen)

    def show_source(self, source: Initiatives) -> None:
        """Show the chosen row of a list that was read anew."""
        self._source = source
        self.show_chosen()

    @property
    def code(self) -> str:
        """The code of the unit that is shown; empty for a group."""
        sheet = self._panel.sheet
        return sheet.code or "" if sheet else ""

    @property
    def node(self) -> Node | None:
        """The unit that is chosen or that a chosen line stands under; a group of the plan itself."""
        source, row = self._source, self._pane.chosen
        found = source.plan.by_id.get(row.node) if source and row else None
        if source is None or found is None:
            return None
        return unit_of(source, found) or found

    def show_chosen(self, _key: str = "") -> None:
        """Show what is chosen now."""
        source, node, row = self._source, self.node, self._pane.chosen
        if source is None:
            return
        if node is not None and source.plan.role(node) == "initiative":
            unit = node
            self._reading.start(
                lambda: self._desk.ask(unit_record, source, unit.id), lambda record: self._arrived(source, unit, record)
            )
            return
        sheet = None
        if node is not None:
            sheet = compose_sheet(source, node, None)
        elif row is not None:
            sheet = compose_group(source, row.name, self._pane.cards_below(row.key))
        self._record = None
        self._panel.show_sheet(sheet, source.settings.status_word, source.plan.terms)
        self.shown.emit()

    def _arrived(self, source: Initiatives, unit: Node, record: UnitRecord) -> None:
        if source is not self._source or self.node != unit:
            return  # something else was chosen meanwhile
        self._record = record
        self._panel.show_sheet(compose_sheet(source, unit, record), source.settings.status_word, source.plan.terms)
        self.shown.emit()

    def open_record(self, target: str) -> None:
        """Show a cycle (id) or a report (``report:`` and its id) as it was, in the panel only."""
        source, node, record = self._source, self.node, self._record
        if source is None or node is None or record is None:
            return
        if target == source.cycle.id:
            self._panel.show_tab(0)
        elif target.startswith(REPORT):
            report = next(each for each in record.reports if REPORT + each.id == target)
            self._panel.show_tab(0)
            sheet = compose_report(source, node, record, report)
            past = report_of(f"{report.day.month}月{report.day.day}日")
            self._panel.show_sheet(sheet, source.settings.status_word, source.plan.terms, past=past)
        else:
            plan, unit = source.plan, node.id
            self._reading.start(lambda: self._desk.ask(past_record, plan, unit, target), self._past_arrived)

    def _past_arrived(self, found: PastRecord | None) -> None:
        if found is None:
            return
        then = found.listed
        sheet = compose_sheet(then, then.plan.by_id[found.unit], found.record)
        past = past_cycle(then.cycle.name)
        self._panel.show_tab(0)
        self._panel.show_sheet(sheet, then.settings.status_word, then.plan.terms, past=past)
