"""指標: one number per line with its unit, beside it what was reported last time and the target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.drafts import NOT_MEASURED, reading
from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_parts import Indicator
from dxdesk.domain.replies import Reading
from dxdesk.domain.text import check_text
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label
from dxdesk.ui.one_line import OneLine
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.entry import NOT_MEASURED_SHORT, NOT_MEASURED_WHY, NOT_MEASURED_WHY_EXAMPLE
from dxdesk.wording.sentences import problem_words

TWO_COLUMNS_FROM: Final = 3
YES_NO: Final = ("済み", "まだ")
"""Words for an indicator that asks whether something is there; another word can be typed."""


class IndicatorRow(QWidget):
    """The value of one indicator as typed, full-width digits too; ― means it cannot be measured, then the reason.

    A question of whether something is there is answered by a word too. ``compact`` rows stand two beside each other.
    ``refused``: what is typed was no number when it was last read. ``message`` stands where the rows are shown.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, indicator: Indicator, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicator = indicator
        self.refused = False
        self._compact = compact
        number = indicator.kind in ("number", "rate", "total")
        name = OneLine(indicator.name)
        self.value = QLineEdit()
        self.value.setAccessibleName(indicator.name)
        self.value.setMaximumWidth(76 if number or indicator.kind == "yes_no" else 120 if compact else 240)
        if number:
            self.value.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.value.setStyleSheet(f"QLineEdit {{ font-weight: {'bold' if number else 'normal'}; padding: 2px 9px; }}")
        name.setBuddy(self.value)
        self._beside = plain_label("", "small")
        self.reason = QLineEdit(placeholderText=NOT_MEASURED_SHORT if compact else NOT_MEASURED_WHY_EXAMPLE)
        self.reason.setStyleSheet("QLineEdit { padding: 2px 9px; }")
        self.reason.setAccessibleName(NOT_MEASURED_WHY)
        self.message = Message()
        self.compositions = (Composition(self.value), Composition(self.reason))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 if compact else 10)
        row.addWidget(name, 1 if compact else 0)
        row.addWidget(self.value)
        for word in YES_NO if indicator.kind == "yes_no" else ():
            row.addWidget(self._chip(word))
        if indicator.unit:
            row.addWidget(plain_label(indicator.unit))
        row.addWidget(self._beside)
        row.addWidget(self.reason, 1)
        row.addStretch(0)
        self.reason.hide()
        for line in (self.value, self.reason):
            line.textChanged.connect(self._edited)
            line.editingFinished.connect(self.left)

    def _chip(self, word: str) -> QPushButton:
        chip = QPushButton(word)
        set_look(chip, "link")
        chip.setAccessibleName(f"{self.indicator.name}は{word}")
        chip.clicked.connect(lambda: self.value.setText(word))
        return chip

    def show_reading(self, reading: Reading | None, last: str | None, *, returned: bool = False) -> None:
        """Load what was typed, and show what was reported last time."""
        self.blockSignals(True)
        self.value.setText((reading.as_typed or reading.value or "") if reading else "")
        self.reason.setText((reading.reason or "") if reading else "")
        self.blockSignals(False)
        self.value.setProperty("state", "returned" if returned else "")
        set_look(self.value, "")
        unit, targets = self.indicator.unit or "", self.indicator.targets
        parts = [self.tr("前回 {value}").format(value=last + unit)] if last else []
        if targets and not (self._compact and last):
            most = self.tr("以下") if self.indicator.direction == "down" else ""
            parts.append(self.tr("目標 {value}").format(value=targets[-1].value + unit + most))
        self._beside.setText("・".join(parts))
        self.message.clear()
        self._show_reason()

    def reading(self, before: Reading | None) -> Reading | None:
        """What is reported; a value that cannot be read is said so and leaves what was there ``before``."""
        typed, reason = self.value.text().strip(), self.reason.text().strip()
        self.refused = False
        if not typed:
            return None
        try:
            found = reading(self.indicator, typed)
            if typed in NOT_MEASURED and reason:
                found = replace(found, reason=check_text(reason, self.indicator.name, characters=200, lines=1))
        except Problem as problem:
            self.refused = True
            self.message.say(problem_words(problem))
            return before
        return found

    def _edited(self) -> None:
        self.message.clear()
        self._show_reason()
        self.edited.emit()

    def _show_reason(self) -> None:
        cannot = self.value.text().strip() in NOT_MEASURED
        self.reason.setVisible(cannot)
        self._beside.setVisible(not cannot)


class Indicators(QWidget):
    """The rows of all indicators of an item, three or more in two columns; without any it takes no room."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[IndicatorRow] = []
        self._word = plain_label(self.tr("指標"), "strong")
        self._word.setContentsMargins(0, 7, 0, 0)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(24)
        self._messages = QVBoxLayout()
        self._messages.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addLayout(self._messages)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)

    def show_readings(
        self,
        indicators: Sequence[Indicator],
        known: Mapping[str, Reading],
        last: Mapping[str, str],
        *,
        returned: bool,
    ) -> None:
        """Load the rows; ``known`` and ``last`` (of the cycle before) are by indicator id."""
        for row in self.rows:
            for widget in (row, row.message):
                widget.hide()
                widget.deleteLater()
        columns = 2 if len(indicators) >= TWO_COLUMNS_FROM else 1
        self.rows = [IndicatorRow(each, compact=columns > 1) for each in indicators]
        self._row.setSpacing(44 if columns == 1 else 18)
        self._grid.setColumnStretch(1, columns - 1)
        for place, row in enumerate(self.rows):
            row.show_reading(known.get(row.indicator.id), last.get(row.indicator.id), returned=returned)
            row.edited.connect(self.edited)
            row.left.connect(self.left)
            self._grid.addWidget(row, place // columns, place % columns)
            self._messages.addWidget(row.message)
        self._grid.setColumnStretch(0, 1)
        self.setVisible(bool(self.rows))

    @property
    def lines(self) -> int:
        """How many lines they take."""
        return -(-len(self.rows) // 2) if len(self.rows) >= TWO_COLUMNS_FROM else len(self.rows)

    def readings(self, before: Sequence[Reading]) -> tuple[Reading, ...]:
        """What is reported, in the plan's order, then what was said of indicators that the plan no longer has."""
        known = {each.id: each for each in before}
        found = [row.reading(known.pop(row.indicator.id, None)) for row in self.rows]
        return (*(each for each in found if each is not None), *known.values())
