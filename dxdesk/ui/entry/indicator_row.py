"""指標: one number per line with its unit, beside it what was reported last time and the target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.drafts import NOT_MEASURED, reading
from dxdesk.domain.errors import Problem
from dxdesk.domain.plan_parts import Indicator
from dxdesk.domain.replies import Reading
from dxdesk.domain.text import check_text
from dxdesk.ui.composition import Composition
from dxdesk.ui.entry.text_field import Message
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording import problem_words


class IndicatorRow(QWidget):
    """The value of one indicator as typed, full-width digits too; ― means it cannot be measured, then the reason.

    ``refused``: what is typed was no number when it was last read.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, indicator: Indicator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indicator = indicator
        self.refused = False
        number = indicator.kind in ("number", "rate", "total")
        name = plain_label(indicator.name)
        self.value = QLineEdit()
        self.value.setAccessibleName(indicator.name)
        self.value.setMaximumWidth(76 if number else 240)
        if number:
            self.value.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.value.setStyleSheet("QLineEdit { font-weight: bold; padding: 2px 9px; }")
        name.setBuddy(self.value)
        self._beside = plain_label("", "small")
        self.reason = QLineEdit(placeholderText=self.tr("測れないわけ　例）集計が来月のため"))
        self.reason.setAccessibleName(self.tr("測れないわけ"))
        self.message = Message()
        self.compositions = (Composition(self.value), Composition(self.reason))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (name, self.value, plain_label(indicator.unit or "")):
            row.addWidget(widget)
        row.addWidget(self._beside)
        row.addWidget(self.reason, 1)
        row.addWidget(self.message)
        row.addStretch(0)
        self.reason.hide()
        for line in (self.value, self.reason):
            line.textChanged.connect(self._edited)
            line.editingFinished.connect(self.left)

    def show_reading(self, reading: Reading | None, last: str | None, *, returned: bool = False) -> None:
        """Load what was typed, and show what was reported last time."""
        self.blockSignals(True)
        self.value.setText((reading.as_typed or reading.value or "") if reading else "")
        self.reason.setText((reading.reason or "") if reading else "")
        self.blockSignals(False)
        self.value.setProperty("state", "returned" if returned else "")
        set_look(self.value, "")
        unit = self.indicator.unit or ""
        parts = [self.tr("前回 {value}").format(value=last + unit)] if last else []
        if self.indicator.targets:
            parts.append(self.tr("目標 {value}").format(value=self.indicator.targets[-1].value + unit))
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
    """The rows of all indicators of an item; without any it takes no room."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[IndicatorRow] = []
        self._word = plain_label(self.tr("指標"), "strong")
        self._word.setContentsMargins(0, 7, 0, 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(44)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

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
            row.hide()
            row.deleteLater()
        self.rows = [IndicatorRow(each) for each in indicators]
        for row in self.rows:
            row.show_reading(known.get(row.indicator.id), last.get(row.indicator.id), returned=returned)
            row.edited.connect(self.edited)
            row.left.connect(self.left)
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))

    def readings(self, before: Sequence[Reading]) -> tuple[Reading, ...]:
        """What is reported, in the plan's order, then what was said of indicators that the plan no longer has."""
        known = {each.id: each for each in before}
        found = [row.reading(known.pop(row.indicator.id, None)) for row in self.rows]
        return (*(each for each in found if each is not None), *known.values())
