"""The forms of the town's settings: each shows a Settings value and gives it back as it was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import (
    ACTION_WORDS,
    DEFAULT_STATUS_WORDS,
    MOST_DAYS,
    MOST_STAGES,
    STATUS_PRESETS,
    Settings,
    Stage,
)
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.symbols import symbol_pixmap
from dxdesk.wording.settings import STAGES_HINT

LABEL_WIDTH = 180
FIELD_WIDTH = 260


class TownForm(QWidget):
    """One part of the town's settings."""

    changed = Signal()

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        raise TypeError(type(self).__name__)

    def settings(self, before: Settings) -> Settings:
        """The settings as they stand in the form. Raises Problem for what cannot be read."""
        raise TypeError(type(self).__name__)


def line(name: str, width: int = 0) -> QLineEdit:
    """A one-line field with its spoken name; text that is being composed stays whole."""
    field = QLineEdit()
    field.setAccessibleName(name)
    if width:
        field.setMaximumWidth(width)
    Composition(field)
    return field


def choice(name: str, words: Sequence[tuple[str, object]]) -> QComboBox:
    """A list to choose one value from."""
    box = QComboBox()
    box.setAccessibleName(name)
    for word, value in words:
        box.addItem(word, value)
    return box


def choose(box: QComboBox, value: object) -> None:
    """Show a value; one that is not in the list yet is added as it is."""
    if box.findData(value) < 0:
        box.addItem(str(value), value)
    box.setCurrentIndex(box.findData(value))


def rows(parent: QWidget, fields: Sequence[tuple[str, QWidget]], hint: str = "") -> None:
    """Lay labels and fields out below each other; each label is the buddy of its field."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH)
    grid.setColumnStretch(2, 1)
    for row, (word, field) in enumerate(fields):
        label = plain_label(word)
        label.setBuddy(field)
        grid.addWidget(label, row, 0)
        field.setMinimumWidth(FIELD_WIDTH)
        grid.addWidget(field, row, 1)
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(grid)
    if hint:
        column.addWidget(PhraseLabel(hint, "small"))
    column.addStretch(1)


class StatusWordsForm(TownForm):
    """評価区分: the word of each status; the symbol never changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = choice(self.tr("組"), [(name, name) for name in STATUS_PRESETS])
        self.words = {key: line(word, 260) for key, word in DEFAULT_STATUS_WORDS.items()}
        fields: list[tuple[str, QWidget]] = [(self.tr("ことばの組"), self.preset)]
        for key, field in self.words.items():
            cell = QWidget()
            row = QHBoxLayout(cell)
            row.setContentsMargins(0, 0, 0, 0)
            symbol = plain_label()
            symbol.setPixmap(symbol_pixmap(key, 22, ratio=self.devicePixelRatioF()))
            row.addWidget(symbol)
            row.addWidget(field)
            row.addStretch(1)
            cell.setFocusProxy(field)
            fields.append((DEFAULT_STATUS_WORDS[key], cell))
            field.textEdited.connect(lambda _text: self.changed.emit())
        rows(self, fields)
        self.preset.activated.connect(self._take_preset)

    def _take_preset(self) -> None:
        words = {**DEFAULT_STATUS_WORDS, **STATUS_PRESETS[self.preset.currentData()]}
        for key, field in self.words.items():
            field.setText(words[key])
        self.changed.emit()

    def show_settings(self, settings: Settings) -> None:
        for key, field in self.words.items():
            field.setText(settings.status_words[key])
        same = (
            name
            for name, words in STATUS_PRESETS.items()
            if {**DEFAULT_STATUS_WORDS, **words} == dict(settings.status_words)
        )
        self.preset.setCurrentIndex(self.preset.findData(next(same, None)))

    def settings(self, before: Settings) -> Settings:
        return replace(before, status_words={key: field.text().strip() for key, field in self.words.items()})


class StagesForm(TownForm):
    """実施段階: two to eight words from the first to the last; an empty line is no stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self.lines = [line(f"段階{number}", 260) for number in range(1, MOST_STAGES + 1)]
        rows(self, [(f"{number}", field) for number, field in enumerate(self.lines, start=1)], STAGES_HINT)
        for field in self.lines:
            field.textEdited.connect(lambda _text: self.changed.emit())

    def show_settings(self, settings: Settings) -> None:
        self._keys = [each.key for each in settings.stages]
        words = [each.word for each in settings.stages] + [""] * MOST_STAGES
        for field, word in zip(self.lines, words, strict=False):
            field.setText(word)

    def settings(self, before: Settings) -> Settings:
        free = (f"stage{number}" for number in range(1, 100) if f"stage{number}" not in self._keys)
        keys = [*self._keys, *(next(free) for _ in range(MOST_STAGES - len(self._keys)))]
        found = tuple(
            Stage(key, field.text().strip())
            for key, field in zip(keys, self.lines, strict=True)
            if field.text().strip()
        )
        scale = before.stage_scale
        if [each.key for each in found] != [each.key for each in before.stages]:
            scale += 1
        return replace(before, stages=found, stage_scale=scale)


class RulesForm(TownForm):
    """呼び名と会議の決まり."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action_word = choice(self.tr("宿題の呼び名"), [(word, word) for word in ACTION_WORDS])
        self.action_word.setEditable(True)
        Composition(self.action_word)
        self.guide = line(self.tr("文章の目安の字数"), 100)
        self.quorum = choice(self.tr("定足数"), [("過半数", "majority"), ("半数以上", "half")])
        self.gist_days = line(self.tr("会議結果概要の期限の日数"), 100)
        self.minutes_days = line(self.tr("会議録の期限の日数"), 100)
        self.proxy = QCheckBox(self.tr("代理の出席を定足数に数える"))
        rows(
            self,
            [
                (self.tr("宿題の呼び名"), self.action_word),
                (self.tr("文章の目安の字数"), self.guide),
                (self.tr("会議の定足数"), self.quorum),
                ("", self.proxy),
                (self.tr("会議結果概要の期限（会議の何日後）"), self.gist_days),
                (self.tr("会議録の期限（会議の何日後）"), self.minutes_days),
            ],
        )
        self.action_word.editTextChanged.connect(lambda _text: self.changed.emit())
        for field in (self.guide, self.gist_days, self.minutes_days):
            field.textEdited.connect(lambda _text: self.changed.emit())
        for field in (self.gist_days, self.minutes_days):
            field.setPlaceholderText(self.tr("決めない"))
        self.quorum.activated.connect(lambda _index: self.changed.emit())
        self.proxy.clicked.connect(lambda _on: self.changed.emit())

    def show_settings(self, settings: Settings) -> None:
        choose(self.action_word, settings.action_word)
        self.guide.setText(str(settings.guide_characters))
        choose(self.quorum, settings.quorum)
        self.proxy.setChecked(settings.proxy_counts)
        for field, days in ((self.gist_days, settings.gist_days), (self.minutes_days, settings.minutes_days)):
            field.setText("" if days is None else str(days))

    def settings(self, before: Settings) -> Settings:
        return replace(
            before,
            action_word=self.action_word.currentText().strip(),
            guide_characters=_characters(self.guide.text()),
            quorum=self.quorum.currentData(),
            proxy_counts=self.proxy.isChecked(),
            gist_days=_days(self.gist_days.text()),
            minutes_days=_days(self.minutes_days.text()),
        )


def _days(typed: str) -> int | None:
    """A number of days, also in full width; None where nothing is written. Raises Problem."""
    if not typed.strip():
        return None
    try:
        return int(typed.strip())
    except ValueError:
        raise Problem("settings.days", "days", {"most": MOST_DAYS}) from None


def _characters(typed: str) -> int:
    """A number of characters, also in full width. Raises Problem."""
    try:
        found = int(typed.strip())
    except ValueError:
        found = 0
    if not 20 <= found <= 4_000:
        raise Problem("settings.guide", "guide", {"text": typed})
    return found
