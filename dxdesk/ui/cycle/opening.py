"""次の回をつくる: three pages that are filled in already."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.asking import assigned
from dxdesk.domain.calendar import short_date
from dxdesk.domain.cycle_years import cycle_year
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import cycles, plans
from dxdesk.store.queries import opening as queries
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.bands import Notice
from dxdesk.ui.cycle.asking_step import AskingStep
from dxdesk.ui.cycle.days_form import CycleDays, DaysForm
from dxdesk.ui.cycle.kept import PAGE, Asked, open_and_ask, record_of
from dxdesk.ui.cycle.opening_foot import OpeningFoot
from dxdesk.ui.cycle.steps_bar import StepsBar
from dxdesk.ui.cycle.summary import Summary
from dxdesk.ui.entry.reading import today
from dxdesk.ui.inquiry.finished import open_folder
from dxdesk.ui.inquiry.making import counted
from dxdesk.ui.keys import locked, passphrase_for
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.page import Page
from dxdesk.ui.reading import Reading
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.asking import NO_WORD, OPEN_PLACE, cycle_and_files
from dxdesk.wording.cycle import COPIED, MAKING, NOT_COPIED, SECRETARIAT_OPENS, STEPS, opened
from dxdesk.wording.sentences import problem_words

NAMES, ASKING, SUMMARY = range(3)


def scrolled(widget: QWidget) -> QScrollArea:
    """A page that may be higher than its window where the text is large."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def scope(days: CycleDays) -> tuple[date, int]:
    """What the proposal of who is asked depends on: 基準日 and fiscal year."""
    return days.as_of, cycle_year(days.name, days.kind, days.as_of)


class OpenCyclePage(Page):
    """Name and days, who is asked, and all of it once more. What is changed is kept until the cycle is made."""

    SHOWS: ClassVar[Touched] = Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.step = NAMES
        self._days: CycleDays | None = None
        self._proposed: dict[str, str] = {}
        self._missing = ""
        self._reading = Reading(desk, self)
        self.steps, self.foot = StepsBar(STEPS), OpeningFoot()
        self.form, self.asking, self.summary = DaysForm(), AskingStep(), Summary(desk)
        self.autosave = Autosave(self._write, self.form.composing, self)
        self._pages = QStackedWidget()
        for page in (scrolled(self.form), self.asking, scrolled(self.summary)):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.steps)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        self._connect()
        self._start()

    def _connect(self) -> None:
        self.form.edited.connect(self._touched)
        self.form.left.connect(self.autosave.flush)
        self.asking.changed.connect(self._touched)
        self.asking.beside.drawer_changed.connect(lambda _drawer: self._show_bars())
        self.autosave.state_changed.connect(self.save_state_changed)
        self.autosave.state_changed.connect(lambda _state: self.notice_changed.emit())
        self.foot.back_requested.connect(lambda: self.show_step(self.step - 1))
        self.foot.panel_requested.connect(self.asking.toggle_panel)
        self.foot.anew_requested.connect(self.start_anew)
        self.foot.close_requested.connect(self.close_kept)
        self.foot.primary_requested.connect(self.go_on)
        self.foot.later_requested.connect(lambda: self.make(files=False))
        self.summary.files.changed.connect(self._show_bars)

    def _start(self) -> None:
        """Fill everything in: what was kept, else what is proposed."""
        day = today(self.desk)
        try:
            proposal = self.desk.ask(queries.proposed_cycle, day)
        except Problem as problem:  # there is no plan yet
            self._missing = problem_words(problem)
            self.foot.show_hint(self._missing)
            self.show_step(NAMES)
            return
        self._missing = ""
        known = self.desk.ask(cycles.cycles)
        last = known[-1] if known else None
        period = self.desk.ask(plans.plan).period
        self.form.show_proposal(proposal, last, self.desk.ask(queries.pinned_versions), period, day)
        self._proposed = self.form.typed()
        kept = self.desk.ask(page_draft, PAGE)
        if kept is not None:
            self.form.show_typed(kept["typed"])
        self._days = None
        self.asking.forget()
        self.foot.show_hint(COPIED if known else NOT_COPIED)
        self.show_step(NAMES)

    def start_anew(self) -> None:
        """はじめの案に戻す."""
        self.autosave.forget()
        self.desk.do(keep_page_draft, PAGE, "", None)
        self._start()

    def refresh(self) -> None:
        """Read the plan, the departments and the last cycle anew; what was changed stays."""
        self.autosave.flush()
        step = self.step
        self._start()
        if step != NAMES and self.desk.ask(page_draft, PAGE) is not None:
            self.go_on()

    def notice(self) -> Notice | None:
        """What could not be saved."""
        return unsaved_notice(self, self.autosave)

    def leave(self) -> bool:
        """Keep what was changed."""
        self.form.commit()
        return self.autosave.flush()

    def show_step(self, step: int) -> None:
        """Show one of the three pages."""
        self.step = step
        self._pages.setCurrentIndex(step)
        self._show_bars()
        target: QWidget = (self.form.fields["name"].line, self.asking.matrix.table, self.foot.primary)[step]
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """To the next page where this one is complete; from the last one, make the cycle."""
        if self.step == SUMMARY:
            self.make()
            return
        if self._missing:
            return
        days = self.form.read({each.name for each in self.desk.ask(cycles.cycles)})
        if days is None:
            return
        self.leave()
        known, self._days = self._days, days
        if known is None or self.asking.found is None or scope(known) != scope(days):
            self._reading.start(lambda: self.desk.ask(queries.opening, *scope(days)), self._show_opening)
        elif self.step == NAMES:
            self.show_step(ASKING)
        else:
            self.summary.show_summary(days, self.asking.found, self.asking.model.asking)
            self.show_step(SUMMARY)

    def _show_opening(self, found: queries.Opening) -> None:
        if self._days is not None:
            kept = self.desk.ask(page_draft, PAGE)
            self.asking.show_opening(found, kept or {}, self._days.as_of)
            self.show_step(ASKING)

    def _touched(self) -> None:
        if not self.desk.database.read_only:
            self.autosave.touch()
        self._show_bars()

    def _show_bars(self) -> None:
        about = self.tr("次の回をつくる")
        if self.step != NAMES and self._days is not None:
            days = self._days
            meeting = f"・会議 {short_date(days.meeting)}" if days.meeting else ""
            about = f"{days.name}　基準日 {short_date(days.as_of)}・締切 {short_date(days.due)}{meeting}"
        self.steps.show_step(self.step, about)
        changed = self.form.typed() != self._proposed or bool(self.asking.found and self.asking.model.changed)
        drawer = self.asking.beside.drawer
        files, why_not = len(self.summary.rows.chosen), self._why_not()
        self.foot.show_step(self.step, changed=changed, drawer=drawer, files=files, why_not=why_not)

    def _why_not(self) -> str:
        """Why the cycle cannot be made; empty where it can."""
        if "cycle" not in POLICY[self.desk.actor.role]:
            return SECRETARIAT_OPENS
        if self.desk.database.read_only:
            return self.tr("見るだけで開いています")
        if self._missing:
            return self.tr("計画がありません")
        if self.step != SUMMARY:
            return ""
        if self.asking.nobody:
            return self.tr("照会する取組がありません")
        return NO_WORD if self.summary.files.secret == "" else ""

    def make(self, *, files: bool = True) -> None:
        """この回をつくる, with the 照会 of every department or, without ``files``, with none yet."""
        days, found, desk = self._days, self.asking.found, self.desk
        if days is None or found is None or self._why_not():
            return
        asked, wish, keys = assigned(found.plan, self.asking.model.asking, found.asking), None, None
        if files and self.summary.asks_departments:
            wish = self.summary.files.wish((), self.summary.rows.forms)
            if wish is None or ((keys := passphrase_for(desk, self)) is None and locked(desk)):
                return  # the person went back
        self.leave()
        self.foot.show_hint(MAKING)
        act = lambda: open_and_ask(desk, days, asked, wish, keys)  # noqa: E731
        do_beside(self, desk, act, lambda made: self._made(days, made), self._refused, always=wish is not None)

    def _made(self, days: CycleDays, made: Asked) -> None:
        self.autosave.forget()
        if made.files:
            words = cycle_and_files(days.name, *counted(made.files))
            self.offered.emit(words, OPEN_PLACE, lambda: open_folder(made.files[0].parent))
        else:
            self.said.emit(opened(days.name), False)
        self.page_requested.emit(*(("inquiry", made.subject) if made.subject else ("collect", "")))

    def _refused(self, trouble: Exception) -> None:
        self.foot.show_hint(COPIED if self.asking.found and self.asking.found.last else NOT_COPIED)
        if isinstance(trouble, StoreUnavailable):
            self.summary.message.say(trouble_words(trouble))
        elif not isinstance(trouble, Problem):
            raise trouble
        elif trouble.place in self.form.fields:
            self.show_step(NAMES)
            self.form.say(trouble)
        else:
            self.summary.message.say(problem_words(trouble))

    def close_kept(self) -> None:
        """下書きのまま閉じる."""
        if self.leave():
            self.back_requested.emit()

    def _write(self) -> bool:
        """Keeps what stands here; who is asked stays as it was kept while its page has not been shown."""
        record = record_of(self.form.typed(), self.asking.model.changed)
        if self.asking.found is None:
            record["asking"] = (self.desk.ask(page_draft, PAGE) or {}).get("asking", {})
        self.desk.do(keep_page_draft, PAGE, "", record)
        return True
