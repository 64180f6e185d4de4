"""The middle of 会議録: the open part, 作成・確認, what is different from another version, or that there is nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.minutes_parts import Part
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.minutes.confirmation import ConfirmationEditor
from dxdesk.ui.minutes.differences import Comparison, differences
from dxdesk.ui.minutes.part_editor import PartEditor
from dxdesk.ui.minutes.part_names import item_names, open_points_of, part_name, parts_of_points
from dxdesk.ui.minutes.shown import Shown, title_of
from dxdesk.wording.minutes_screen import CONFIRMATION, difference_title
from dxdesk.wording.sentences import problem_words


class Centre(QStackedWidget):
    """One of four things; fields in use are not filled anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = PartEditor()
        self.confirmation = ConfirmationEditor()
        self.comparison = Comparison()
        self._words = PhraseLabel("", "section")
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(24, 40, 24, 24)
        column.addWidget(self._words)
        column.addStretch(1)
        self._nothing = nothing
        for widget in (self.editor, self.confirmation, self.comparison, nothing):
            self.addWidget(widget)
        self._part: Part | None = None
        self._structure: object = None

    def show_nothing(self, words: str) -> None:
        """Say that there are no minutes."""
        self._part, self._structure = None, None
        self._words.show_text(words)
        self.setCurrentWidget(self._nothing)

    def show_part(self, shown: Shown, key: str, today: date, *, anew: bool = True) -> None:
        """Show a part; without ``anew`` only where something else than the texts in its fields has changed."""
        if key == CONFIRMATION:
            self._part = None
            self.confirmation.show_pending(shown.source, shown.pending, today, editable=shown.editable)
            self.setCurrentWidget(self.confirmation)
            return
        part = shown.part(key)
        open_points = open_points_of(shown.source, shown.pending)
        places = parts_of_points(shown.source, open_points)
        points = [point for point, place in zip(open_points, places, strict=True) if place == key]
        structure = (
            shown.source.meeting.id,
            shown.editable,
            tuple((block.id, block.public) for block in part.blocks),
            tuple(points),
            part.key,
        )
        if anew or structure != self._structure:
            at = self.editor.verticalScrollBar().value() if part.key == (self._part.key if self._part else "") else 0
            self.editor.show_part(shown.source, part, points, editable=shown.editable)
            self.editor.verticalScrollBar().setValue(at)
        self._part, self._structure = part, structure
        self.setCurrentWidget(self.editor)

    def show_differences(self, shown: Shown) -> None:
        """What is different from the version before."""
        source, versions = shown.source, shown.source.versions
        place = versions.index(shown.version)
        before = versions[max(0, place - 1)]
        found = differences(before.blocks, shown.pending.blocks, source.record)
        title = difference_title(title_of(source, before), title_of(source, shown.version))
        names = item_names(source)
        self.comparison.show_differences(
            title, found, {part.key: names.get(part.key) or part_name(source, part) for part in shown.parts}
        )
        self.setCurrentWidget(self.comparison)
        self.comparison.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def composing(self) -> bool:
        """Whether a conversion is open."""
        return self.editor.composing() or self.confirmation.composing()

    def commit(self) -> None:
        """Hand open text over."""
        self.editor.commit()
        self.confirmation.commit()

    def take_focus(self, identity: str = "") -> None:
        """Into the first field, or into that of a block."""
        if self.currentWidget() is self.confirmation:
            self.confirmation.confirmer.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.currentWidget() is self.editor:
            self.editor.take_focus(identity)

    def say_problem(self, problem: Problem) -> None:
        """Say at the field what to do about it."""
        if problem.place in ("confirmed_by", "confirmed_on"):
            self.confirmation.show_problem(problem)
        else:
            self.editor.say_problem(problem.place, problem_words(problem))
