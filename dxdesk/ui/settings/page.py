"""設定: the parts on the left, the chosen one in the middle."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import POLICY
from dxdesk.domain.settings import Settings
from dxdesk.operations.change import Touched
from dxdesk.operations.plans import change_settings
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui.bands import Notice
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.page import Page
from dxdesk.ui.preferences import keep_name
from dxdesk.ui.settings.forms import PaperForm, RulesForm, StagesForm, StatusWordsForm
from dxdesk.ui.settings.this_pc import ThisPcForm
from dxdesk.ui.settings.town import PeoplePart, RoomPart
from dxdesk.ui.settings.upkeep import UpkeepForm
from dxdesk.ui.theme import set_look
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.unsaved import failed_notice
from dxdesk.wording import problem_words
from dxdesk.wording_settings import APPLIES_NEXT, ONLY_SECRETARIAT, SAVED, SAVED_PEOPLE, THIS_PC

_LIST_WIDTH = 214


class SettingsPage(Page):
    """What this PC and this town are like. The town's part is saved whole, as one new revision."""

    SHOWS: ClassVar[Touched] = Touched.SETTINGS | Touched.DEPARTMENTS | Touched.PLAN

    restore_requested = Signal(str)
    """The path of the copy whose content is wanted back."""

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.may_change = "settings" in POLICY[desk.actor.role] and not desk.database.read_only
        self.this_pc = ThisPcForm()
        self.upkeep = UpkeepForm(desk, may_restore="administer" in POLICY[desk.actor.role])
        self.forms = (StatusWordsForm(), StagesForm(), RulesForm(), PaperForm())
        self.people, self.room = PeoplePart(desk), RoomPart()
        self._before = Settings()
        self._dirty = self._failed = False
        self.parts, self.stack = QListWidget(), QStackedWidget()
        self.save = QPushButton(self.tr("設定を保存する（Ctrl+Enter）"))
        self.message = PhraseLabel("", "error")
        self._lay_out()
        self.parts.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.parts.setCurrentRow(0)
        self.setFocusProxy(self.parts)
        self.refresh()

    def _lay_out(self) -> None:
        set_look(self.save, "primary")
        self.parts.setFixedWidth(_LIST_WIDTH)
        set_look(self.parts, "parts")
        self.parts.setAccessibleName(self.tr("設定の種類"))
        town = (self.tr("評価のことば"), self.tr("実施段階"), self.tr("呼び名と会議"), self.tr("書き方"))
        self.add_part(self.tr("このパソコン"), self.this_pc)
        self.add_part(self.tr("会議室"), self.room, THIS_PC)
        self.add_part(self.tr("課・まとまり・委員"), self.people, "" if self.may_change else ONLY_SECRETARIAT)
        self.people.setEnabled(self.may_change)
        self.people.changed.connect(self._show_state)
        for word, form in zip(town, self.forms, strict=True):
            form.changed.connect(self._changed)
            form.setEnabled(self.may_change)
            self.add_part(word, form, APPLIES_NEXT if self.may_change else ONLY_SECRETARIAT)
        self.add_part(self.tr("保存場所と控え"), self.upkeep)
        self.this_pc.name_changed.connect(self._rename)
        self.upkeep.restore_requested.connect(self.restore_requested)
        self.upkeep.said.connect(lambda text: self.said.emit(text, False))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.parts)
        middle.addWidget(self.stack, 1)
        back = QPushButton(self.tr("‹ 戻る"))
        back.clicked.connect(self.back_requested)
        foot = QFrame()
        set_look(foot, "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        if not self.may_change:  # then this is all there is to do here
            set_look(back, "primary")
            row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.message, 1)
        row.addWidget(self.save)
        self.save.clicked.connect(self.save_settings)
        bind(self, {"Ctrl+Return": self.save.click, "Ctrl+Enter": self.save.click})
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(foot)

    def add_part(self, word: str, form: QWidget, hint: str = "") -> None:
        """Add a part with its heading."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(10)
        column.addWidget(plain_label(word, "title-window"))
        if hint:
            column.addWidget(PhraseLabel(hint, "small"))
        column.addWidget(form, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.parts.addItem(word)
        self.stack.addWidget(scroll)

    def refresh(self) -> None:
        """Read the settings anew, unless some of them are being changed."""
        self.this_pc.show_choices(self.desk.actor.name or "")
        self.upkeep.refresh()
        self.people.refresh()
        if self._dirty:
            return
        self._before = self.desk.ask(plans.settings)[1]
        for form in self.forms:
            form.show_settings(self._before)
        self._show_state()

    def set_cycle(self, cycle: Cycle) -> None:
        """Settings are those of the next cycle, whichever is shown."""
        self.cycle = cycle

    def show_subject(self, subject: str) -> None:
        """Show a part: ``this_pc``, ``room``, ``people`` or ``upkeep``."""
        last = self.parts.count() - 1
        self.parts.setCurrentRow({"room": 1, "people": 2, "upkeep": last}.get(subject, 0))

    def _changed(self) -> None:
        self._dirty = True
        self._show_state()

    def _show_state(self) -> None:
        self.message.show_text("")
        self.save.setVisible(self.may_change)
        changed = self._dirty or self.people.dirty
        self.save.setEnabled(changed)
        self.save.setText(
            self.tr("設定を保存する（Ctrl+Enter）") if changed else self.tr("設定を保存する（変更はありません）")
        )

    def settings(self) -> Settings:
        """The settings as they stand in the forms. Raises Problem."""
        found = self._before
        for form in self.forms:
            found = form.settings(found)
        return found

    def save_settings(self) -> bool:
        """Save the town's part; what cannot be saved stays in the forms and the reason stands in the foot."""
        try:
            self.people.save()
            found = self.settings()
            if found == self._before:
                self.said.emit(SAVED_PEOPLE, False)
            else:
                self.desk.do(change_settings, found)
                self.said.emit(SAVED, False)
        except Problem as problem:
            self.message.show_text(problem_words(problem))
            self._show_problem()
            return False
        except StoreUnavailable as trouble:
            self.message.show_text(trouble_words(trouble))
            self._show_failed(True)
            return False
        self._show_failed(False)
        self._dirty = False
        self.refresh()
        return True

    def _show_failed(self, failed: bool) -> None:
        if failed != self._failed:
            self._failed = failed
            self.save_state_changed.emit("failed" if failed else "saved")
            self.notice_changed.emit()

    def notice(self) -> Notice | None:
        """What could not be saved: it stays in the forms."""
        return failed_notice(self, self.save_settings) if self._failed else None

    def leave(self) -> bool:
        """Changed settings are saved before something else is shown."""
        return not (self._dirty or self.people.dirty) or self.save_settings()

    def _show_problem(self) -> None:
        """Where a cell of the tables has to be put right, show it."""
        if self.people.dirty and self.people.focus_problem():
            self.show_subject("people")

    def _rename(self, name: str) -> None:
        self.desk.actor = replace(self.desk.actor, name=name or None)
        keep_name(self.desk.actor.role, self.desk.actor.departments, name)
        self.notice_changed.emit()
