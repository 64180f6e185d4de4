"""The right side of 取組一覧: the 個票, and in its place いま報告する."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.plans import Node
from dxdesk.ui.initiatives.panel import SheetPanel
from dxdesk.ui.initiatives.report_form import ReportForm
from dxdesk.ui.initiatives.reporting import Reporting


class RightSide(QStackedWidget):
    """Shows one of the two."""

    reporting_changed = Signal(bool)
    """Whether the form of a report stands here now."""

    def __init__(self, desk: Desk, *, offers_print: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel, self.form = SheetPanel(offers_print, self), ReportForm(self)
        self.addWidget(self.panel)
        self.addWidget(self.form)
        self.reporting = Reporting(desk, self.form, self)
        self.form.back_requested.connect(self.show_panel)

    @property
    def writing(self) -> bool:
        """Whether the form of a report stands here."""
        return self.currentWidget() is self.form

    def begin(self, unit: str, name: str) -> None:
        """Write a report on a unit (id), where this person may report at all."""
        if not self.reporting.possible:
            return
        self.setCurrentWidget(self.form)
        self.reporting.begin(unit, name)
        self.reporting_changed.emit(True)

    def record(self) -> bool:
        """Report what is written and go back to the 個票; False where something is missing."""
        if not self.reporting.record():
            return False
        self._show_panel()
        return True

    def record_if_writing(self) -> None:
        """Ctrl+Enter does nothing while no report is written."""
        if self.writing:
            self.record()

    def leave(self) -> bool:
        """Keep what is being written; False where that is not possible."""
        return not self.writing or self.reporting.leave()

    def follow(self, node: Node | None) -> None:
        """Something else is chosen: what is being written on the one before is kept, and the 個票 is shown."""
        if self.writing and (node is None or node.id != self.reporting.unit):
            self.show_panel()

    def take_focus(self) -> None:
        """Into what stands here."""
        if self.writing:
            self.form.take_focus()
        else:
            self.panel.take_focus()

    def show_panel(self) -> bool:
        """Back to the 個票; False where what was typed could not be kept."""
        if self.writing and not self.reporting.leave():
            return False
        self._show_panel()
        return True

    def _show_panel(self) -> None:
        was = self.writing
        self.setCurrentWidget(self.panel)
        if was:
            self.reporting_changed.emit(False)
