"""設定: the parts on the left, the chosen one in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.documents.word_forms import FOR_LETTERS, FOR_MINUTES, WordForm
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.bands import Notice
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.last_desk import rename
from dxdesk.ui.page import Page
from dxdesk.ui.settings.bodies import BodiesForm
from dxdesk.ui.settings.directions import DirectionsForm
from dxdesk.ui.settings.exchange import ExchangeForm
from dxdesk.ui.settings.forms import RulesForm, StagesForm, StatusWordsForm
from dxdesk.ui.settings.paper import PaperForm, RecordsForm
from dxdesk.ui.settings.parts import Part, Parts
from dxdesk.ui.settings.this_pc import ThisPcForm
from dxdesk.ui.settings.town import RoomPart, TownSettings
from dxdesk.ui.settings.upkeep import UpkeepForm
from dxdesk.ui.settings.word_form import WordFormPart
from dxdesk.ui.theme import set_look
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.unsaved import failed_notice
from dxdesk.wording.sentences import problem_words
from dxdesk.wording.settings import APPLIES_NEXT, BODIES, DIRECTIONS, EXCHANGE, ONLY_SECRETARIAT, THIS_PC
from dxdesk.wording.word_forms import OF_LETTERS, OF_MINUTES, FormWords


class SettingsPage(Page):
    """What this PC and this town are like. The town's part is saved whole, as one new revision."""

    SHOWS: ClassVar[Touched] = Touched.SETTINGS | Touched.DEPARTMENTS | Touched.PLAN

    restore_requested = Signal(str)
    """The path of the copy whose content is wanted back."""

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.may_change = "settings" in POLICY[desk.actor.role] and not desk.database.read_only
        self._failed = False
        self.town = TownSettings(desk, self.may_change, self)
        self.town.changed.connect(self._show_state)
        self.parts = Parts(self._all_parts())
        self.save = QPushButton(self.tr("設定を保存する（Ctrl+Enter）"))
        self.message = PhraseLabel("", "error")
        self._lay_out()
        self.setFocusProxy(self.parts)
        self.refresh()
        self.parts.show_part("this_pc")

    def _all_parts(self) -> tuple[Part, ...]:
        town = APPLIES_NEXT if self.may_change else ONLY_SECRETARIAT
        people = "" if self.may_change else ONLY_SECRETARIAT
        return (
            Part("this_pc", self.tr("このパソコン"), "", self._build_this_pc),
            Part("room", self.tr("会議室"), THIS_PC, RoomPart),
            Part("people", self.tr("課・まとまり・委員"), people, self.town.build_people),
            Part("bodies", BODIES, people, self._build_bodies),
            Part("words", self.tr("評価のことば"), town, lambda: self.town.build(StatusWordsForm())),
            Part("stages", self.tr("実施段階"), town, lambda: self.town.build(StagesForm())),
            Part("directions", DIRECTIONS, town, lambda: self.town.build(DirectionsForm())),
            Part("rules", self.tr("呼び名と会議"), town, lambda: self.town.build(RulesForm())),
            Part("paper", self.tr("文書の体裁"), town, lambda: self.town.build(PaperForm(self.desk))),
            Part("records", self.tr("会議録と決裁"), town, lambda: self.town.build(RecordsForm())),
            *self._word_forms(),
            Part("exchange", EXCHANGE, "", self._build_exchange),
            Part("upkeep", self.tr("保存場所と控え"), "", self._build_upkeep),
        )

    def _build_this_pc(self) -> ThisPcForm:
        form = ThisPcForm()
        form.name_changed.connect(self._rename)
        form.said.connect(lambda text: self.said.emit(text, False))
        form.show_choices(self.desk.actor.name or "")
        return form

    def _build_bodies(self) -> BodiesForm:
        form = BodiesForm(self.desk, may_change=self.may_change)
        form.said.connect(self.said)
        return form

    def _word_forms(self) -> Iterator[Part]:
        """The forms for what somebody in this role writes."""
        may = POLICY[self.desk.actor.role]
        if "minutes" in may:
            yield self._word_form("minutes_form", FOR_MINUTES, OF_MINUTES)
        if "inquire" in may:
            yield self._word_form("letter_form", FOR_LETTERS, OF_LETTERS)

    def _word_form(self, key: str, form: WordForm, words: FormWords) -> Part:
        def build() -> WordFormPart:
            part = WordFormPart(self.desk, form, words, key)
            part.said.connect(self.said)
            return part

        return Part(key, words.title, THIS_PC, build)

    def _build_exchange(self) -> ExchangeForm:
        form = ExchangeForm(self.desk, may_lock="inquire" in POLICY[self.desk.actor.role])
        form.said.connect(lambda text: self.said.emit(text, False))
        return form

    def _build_upkeep(self) -> UpkeepForm:
        form = UpkeepForm(self.desk, may_restore="administer" in POLICY[self.desk.actor.role])
        form.restore_requested.connect(self.restore_requested)
        form.said.connect(lambda text: self.said.emit(text, False))
        return form

    def _lay_out(self) -> None:
        set_look(self.save, "primary")
        back = QPushButton(self.tr("‹ 戻る"))
        back.clicked.connect(self.back_requested)
        foot = QFrame()
        set_look(foot, "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.save)
        self.save.setVisible(self.may_change)
        if self.may_change:
            row.insertWidget(0, back)
        else:  # going back is all there is to do here
            set_look(back, "primary")
            row.addWidget(back)
        self.save.clicked.connect(self.save_settings)
        bind(self, {"Ctrl+Return": self.save.click, "Ctrl+Enter": self.save.click})
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.parts, 1)
        whole.addWidget(foot)

    def refresh(self) -> None:
        """Read anew what is shown; what is being changed stays."""
        for form in self.parts.built.values():
            if isinstance(form, ThisPcForm):
                form.show_choices(self.desk.actor.name or "")
            elif isinstance(form, (UpkeepForm, ExchangeForm, BodiesForm, WordFormPart)):
                form.refresh()
        self.town.refresh()

    def set_cycle(self, cycle: Cycle) -> None:
        """Settings are those of the next cycle, whichever is shown."""
        self.cycle = cycle

    def show_subject(self, subject: str) -> None:
        """Show a part: ``this_pc``, ``room``, ``people``, ``bodies``, ``words``, ``stages``, ``rules``, ``paper``,
        ``records``, ``minutes_form``, ``letter_form``, ``exchange`` or ``upkeep``."""
        self.parts.show_part(subject)
        form = self.parts.built.get(subject)
        if isinstance(form, WordFormPart):  # another form is none of the desk's changes
            form.refresh()

    def _show_state(self) -> None:
        self.message.show_text("")
        changed = self.town.dirty
        self.save.setEnabled(changed)
        self.save.setText(
            self.tr("設定を保存する（Ctrl+Enter）") if changed else self.tr("設定を保存する（変更はありません）")
        )

    def save_settings(self) -> bool:
        """Save the town's part; what cannot be saved stays in the forms and the reason stands in the foot."""
        try:
            self.said.emit(self.town.save(), False)
        except Problem as problem:
            self.message.show_text(problem_words(problem))
            if self.town.focus_problem():
                self.show_subject("people")
            return False
        except StoreUnavailable as trouble:
            self.message.show_text(trouble_words(trouble))
            self._show_failed(True)
            return False
        self._show_failed(False)
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
        return not self.town.dirty or self.save_settings()

    def _rename(self, name: str) -> None:
        rename(self.desk, name)
        self.notice_changed.emit()
