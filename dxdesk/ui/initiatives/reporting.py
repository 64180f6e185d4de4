"""What いま報告する does: loads what was being written, keeps it, and records it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import POLICY
from dxdesk.domain.reports import ReportText, kept_under
from dxdesk.operations import reports
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.initiatives.report_form import ReportForm
from dxdesk.wording.initiatives import SECRETARIAT
from dxdesk.wording.screen import NOT_SAVED
from dxdesk.wording.sentences import problem_words


class Reporting(QObject):
    """Runs a ReportForm for one unit at a time."""

    reported = Signal()
    """A report was recorded."""

    def __init__(self, desk: Desk, form: ReportForm, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._form = desk, form
        self.unit: str | None = None
        self.saving = Autosave(self._write, form.composing, self)
        form.edited.connect(self.saving.touch)
        form.left.connect(self.saving.flush)

    @property
    def possible(self) -> bool:
        """Whether this person may report at all, on a database that can be written."""
        writable = not self._desk.database.read_only
        return writable and "report" in POLICY[self._desk.actor.role] and bool(self._departments())

    def unfinished(self, unit: str) -> bool:
        """Whether something is being written on a unit (id)."""
        return self._kept(unit) is not None

    def _kept(self, unit: str) -> Mapping[str, Any] | None:
        return self._desk.ask(page_draft, reports.PAGE, kept_under(self._desk.actor, unit))

    def _departments(self) -> list[tuple[str | None, str]]:
        """Those one may report for, in 建制順; the secretariat itself first."""
        known = self._desk.ask(plans.departments)
        actor = self._desk.actor
        if actor.role == "secretariat":
            return [(None, SECRETARIAT), *((each.id, each.name) for each in known if each.to is None)]
        return [(each.id, each.name) for each in known if each.id in actor.departments]

    def begin(self, unit: str, name: str) -> None:
        """Open the form on a unit (id) with what was being written on it."""
        self.unit = unit
        departments = self._departments()
        kept = dict(self._kept(unit) or {})
        chosen = kept.pop("department", None)
        self._form.show_unit(name, departments, ReportText(**kept), chosen)
        self._form.take_focus()

    def record(self) -> bool:
        """Report what stands in the form; False where something is missing or cannot be stored."""
        if self._form.composing():
            self._form.commit()
            return False
        if self.unit is None:
            return False
        try:
            self._desk.do(reports.report, self.unit, self._form.text(), self._form.department)
        except Problem as problem:
            self._form.say_problem(problem.place, problem_words(problem))
            return False
        except StoreUnavailable:
            self._form.say_problem("", NOT_SAVED)
            return False
        self.unit = None
        self.saving.forget()
        self.reported.emit()
        return True

    def leave(self) -> bool:
        """Keep what was typed; False where that is not possible."""
        self._form.commit()
        return self.saving.flush()

    def _write(self) -> bool:
        if self.unit is None:
            return True
        self._desk.do(reports.keep_report, self.unit, self._form.text(), self._form.department)
        return True
