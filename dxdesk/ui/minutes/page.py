"""会議録: the parts, the one that is being written, and the page as it will be printed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Touched
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.store.queries import meetings
from dxdesk.ui.bands import Notice
from dxdesk.ui.key_actions import bind
from dxdesk.ui.minutes.body import MinutesBody
from dxdesk.ui.minutes.changes import Changes
from dxdesk.ui.minutes.endings import Endings
from dxdesk.ui.minutes.foot import MinutesFoot, Mode
from dxdesk.ui.minutes.notices import minutes_notice
from dxdesk.ui.minutes.shown import Shown, made_words, owed_words, shown, version_titles
from dxdesk.ui.minutes.writing import Writing
from dxdesk.ui.page import Page
from dxdesk.ui.reading import Reading
from dxdesk.wording.minutes_screen import CONFIRMATION, MEETING_OPEN, NO_MEETING, NO_MINUTES, NOT_YET_CLOSED


class MinutesPage(Page):
    """The minutes of one meeting; where none is named, of the newest closed one."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.MEETINGS | Touched.MINUTES
    )

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.meeting = ""
        self.key = ""
        self._number: int | None = None
        self.body, self.foot = MinutesBody(), MinutesFoot()
        self.parts, self.centre, self.finished = self.body.parts, self.body.centre, self.body.finished
        self.writing = Writing(desk, self.centre.composing, self)
        self.changes = Changes(self.writing, self.centre.editor, self)
        self.endings = Endings(self, self.writing, self.centre)
        self._reading = Reading(desk, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.body, 1)
        whole.addWidget(self.foot)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        editor, foot, confirmation = self.centre.editor, self.foot, self.centre.confirmation
        self.writing.changed.connect(lambda: self._show(anew=False))
        self.writing.refused.connect(self.centre.say_problem)
        self.writing.autosave.state_changed.connect(self.save_state_changed)
        self.writing.autosave.state_changed.connect(lambda _state: self.notice_changed.emit())
        self.changes.said.connect(lambda words: self.said.emit(words, True))
        editor.records_requested.connect(self._to_meeting)
        editor.action_requested.connect(lambda action: self.page_requested.emit("actions", action))
        confirmation.edited.connect(self.writing.name_confirmer)
        confirmation.left.connect(self.writing.autosave.flush)
        self.centre.comparison.close_requested.connect(self._show)
        self.parts.chosen.connect(self.open_part)
        self.parts.version_chosen.connect(self._look_at)
        self.parts.compare_requested.connect(self._compare)
        self.body.drawer_changed.connect(foot.show_drawer)
        foot.back_requested.connect(self._to_meeting)
        foot.finished_requested.connect(lambda: self.body.open_drawer(not self.body.drawer_open))
        foot.save_requested.connect(self.save)
        foot.word_requested.connect(lambda: self.save(word=True))
        foot.correct_requested.connect(lambda: self.endings.correct(self._show))
        foot.primary_requested.connect(self.primary)
        bind(
            self,
            {
                "Ctrl+Up": lambda: self.parts.step(-1),
                "Ctrl+Down": lambda: self.parts.step(1),
                "Esc": lambda: self.body.open_drawer(False),
            },
        )

    @property
    def shown(self) -> Shown | None:
        """What is looked at; None where there are no minutes."""
        return shown(self.writing, self._number)

    def show_subject(self, subject: str) -> None:
        """The minutes of a meeting by its id; nothing named: those that are open."""
        if subject and subject != self.meeting and self.leave():
            self.meeting, self.key, self._number = subject, "", None
            self.refresh()

    def set_cycle(self, cycle: Cycle) -> None:
        """The newest closed meeting of another cycle."""
        if (self.cycle is None or cycle.id != self.cycle.id) and self.leave():
            self.meeting, self.key, self._number = "", "", None
        super().set_cycle(cycle)

    def refresh(self) -> None:
        """Read everything anew; what is written and where stays."""
        if self.writing.saving:
            return
        known = self.desk.ask(meetings.meetings)
        if self.meeting not in [each.id for each in known]:
            self.meeting, self.key, self._number = "", "", None
        held = [each for each in known if self.cycle and each.cycle == self.cycle.id]
        closed = [each for each in held if each.state == "closed"]
        self.meeting = self.meeting or next((each.id for each in reversed(closed or held)), "")
        if self.meeting:
            meeting = self.meeting
            self._reading.start(lambda: self.writing.read(meeting), self._arrived)
        else:
            self._show()

    def _arrived(self, source: MinutesEditing) -> None:
        if self.writing.wants_draft(source):
            self.writing.draft_beside(self, source, self.refresh)
            return
        self.writing.open(source)
        self._show(anew=not self.writing.autosave.waiting)

    def _show(self, *, anew: bool = True) -> None:
        """Show what is there now; the part that is open stays open."""
        now = self.shown
        self.body.show_list(now is not None)
        if now is None:
            source = self.writing.source
            words = NO_MEETING if source is None else MEETING_OPEN if source.meeting.state == "open" else NO_MINUTES
            self.centre.show_nothing(words)
            self.finished.follow(None, "")
            undrafted = source is not None and self.writing.may_write
            self.foot.show_mode("undrafted" if undrafted else "nothing")
            self.notice_changed.emit()
            return
        rows = now.rows
        if self.key not in {row.key for row in rows}:
            self.key = now.unfinished or next((row.key for row in rows if row.wants), rows[0].key)
        self.changes.part = self.key
        self.parts.show_parts(rows, self.key)
        versions = now.source.versions
        place = len(versions) - 1 - versions.index(now.version)
        self.parts.show_versions(version_titles(now.source), place, made_words(now.version))
        focus, self.changes.focus = self.changes.focus, ""
        today = datetime.fromisoformat(self.desk.moment()).date()
        self.centre.show_part(now, self.key, today, anew=anew)
        self.foot.show_owed(owed_words(now.source, today))
        if focus:
            self.centre.take_focus(focus)
        self.finished.follow(now, self.key, at_once=anew)
        correctable = now.version == versions[-1] and not now.editable and self.writing.may_write
        mode: Mode = "draft" if now.editable else "confirmed" if correctable else "reading"
        self.foot.show_mode(mode, NOT_YET_CLOSED if mode == "draft" and now.source.meeting.state == "open" else "")
        self.notice_changed.emit()

    def open_part(self, key: str) -> None:
        """Show a part; what was written in the one before is saved."""
        self.centre.commit()
        self.writing.look_at(self.shown.part(self.key).key if self.shown else "", key)
        self.writing.autosave.flush()
        self.key = key
        self._show()

    def _look_at(self, place: int) -> None:
        """A version by its place in the list: the first is what is being written."""
        now = self.shown
        if now is not None and self.leave():
            self._number = None if place == 0 else now.source.versions[-1 - place].number
            self._show()

    def _compare(self) -> None:
        if self.leave() and (now := self.shown) is not None:
            self.centre.show_differences(now)

    def save(self, *, word: bool = False) -> None:
        """PDFで保存, Wordで保存: what is shown, as it is now."""
        if self.leave() and (now := self.shown) is not None:
            ending = self.endings.save_word if word else self.endings.save_pdf
            ending(now, self.finished.variant)

    def primary(self) -> None:
        """Do what the filled button says."""
        if self.foot.mode == "undrafted":
            self.endings.draft(self.refresh)
        elif self.foot.mode != "draft":
            self.save()
        else:
            self.centre.commit()
            self.body.open_drawer(False)
            self.key = self.changes.part = CONFIRMATION
            self._show(anew=False)
            if (now := self.shown) is not None:
                self.endings.confirm(now, self._show, self.go_to)

    def notice(self) -> Notice | None:
        """What cannot be saved, which version is looked at, or what is still open."""
        return minutes_notice(
            self, self.shown, self.writing, lambda: self._look_at(0), self.go_to, narrow=not self.body.wide
        )

    def go_to(self, key: str) -> None:
        """Into a part, as the links of the band do."""
        self.body.open_drawer(False)
        self.open_part(key)
        self.centre.take_focus()

    def _to_meeting(self) -> None:
        self.page_requested.emit("meeting", self.meeting)

    def leave(self) -> bool:
        """Keep what is written, as a version of its own; False where it can not even be kept."""
        self.centre.commit()
        return self.writing.make_version()
