"""次年度の方向性: the words that departments choose from, a set that is ready or the town's own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dxdesk.domain.settings import DIRECTION_CHARACTERS, DIRECTION_PRESETS, MOST_DIRECTIONS, Settings
from dxdesk.ui.settings.forms import TownForm, choice, line, rows
from dxdesk.wording.settings import DIRECTIONS_HINT


class DirectionsForm(TownForm):
    """Two to ten words; an empty line is no word. What was answered keeps its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = choice(self.tr("ことばの組"), [(name, name) for name in DIRECTION_PRESETS])
        self.lines = [line(f"方向性{number}", 260) for number in range(1, MOST_DIRECTIONS + 1)]
        fields: list[tuple[str, QWidget]] = [(self.tr("ことばの組"), self.preset)]
        rows(
            self, [*fields, *((f"{number}", each) for number, each in enumerate(self.lines, start=1))], DIRECTIONS_HINT
        )
        for field in self.lines:
            field.setMaxLength(DIRECTION_CHARACTERS)
            field.textEdited.connect(self._edited)
        self.preset.activated.connect(self._take_preset)

    def _take_preset(self) -> None:
        self._show(DIRECTION_PRESETS[self.preset.currentData()])
        self.changed.emit()

    def _edited(self) -> None:
        self._mark_preset()
        self.changed.emit()

    def _show(self, words: tuple[str, ...]) -> None:
        for field, word in zip(self.lines, (*words, *([""] * MOST_DIRECTIONS)), strict=False):
            field.setText(word)
        self._mark_preset()

    def _mark_preset(self) -> None:
        """Show which of the sets stands there; none for the town's own."""
        same = (name for name, words in DIRECTION_PRESETS.items() if words == self._words())
        self.preset.setCurrentIndex(self.preset.findData(next(same, None)))

    def _words(self) -> tuple[str, ...]:
        return tuple(word for field in self.lines if (word := field.text().strip()))

    def show_settings(self, settings: Settings) -> None:
        self._show(settings.directions)

    def settings(self, before: Settings) -> Settings:
        return replace(before, directions=self._words())
