"""The parts at the left, each with ✓ or !, and below them the versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.symbols import UNIT, check_mark, sharpest_ratio
from dxdesk.ui.theme import colour, desktop_font, height, hex_of, radius, set_look
from dxdesk.wording.minutes_screen import COMPARE, DRAFTED, PARTS_TITLE

WIDTH = 214
_SIGN = 18
_STATES = {"!": "確かめるところがあります", "―": "載せません", "案": DRAFTED, "✓": "確かめました"}


@dataclass(frozen=True)
class PartRow:
    """A part in the list: ``wants`` where it is marked with !, ``drafted`` where nobody has looked at it yet."""

    key: str
    name: str
    wants: bool
    left_out: bool = False
    drafted: bool = False

    @property
    def spoken(self) -> str:
        """What assistive technology reads."""
        return f"{self.name}、{_STATES[self.sign]}"

    @property
    def sign(self) -> str:
        """! for what wants something, ― for what is left out, 案 for what nobody has looked at, else ✓."""
        return "!" if self.wants else "―" if self.left_out else "案" if self.drafted else "✓"


def _sign(row: PartRow, scale: float) -> QIcon:
    """✓ in green, ! in the colour of questions, ― for what is left out, 案 for what nobody has looked at."""
    side, ratio = round(_SIGN * scale), sharpest_ratio()
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if row.sign != "✓":
        painter.setFont(desktop_font("mark" if row.sign == "案" else "section", scale))
        painter.setPen(colour("return" if row.wants else "sub"))
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, row.sign)
    else:
        painter.translate(side / 2, side / 2)
        painter.scale(side * 1.5 / UNIT, side * 1.5 / UNIT)
        painter.fillPath(check_mark(), colour("good"))
    painter.end()
    return QIcon(pixmap)


class PartsList(QFrame):
    """Parts to go to; ↑ and ↓ move. In a narrow window ``menu`` stands in for it."""

    chosen = Signal(str)
    version_chosen = Signal(int)
    compare_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self._rows: tuple[PartRow, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(PARTS_TITLE)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setStyleSheet(
            f"QListWidget {{ background: transparent; }}"  # no padding at the sides: Qt does not measure it
            f"QListWidget::item {{ border-radius: {radius('input')}px; padding: 0; margin: 1px 0; }}"
            f"QListWidget::item:selected {{ background: {hex_of('selected')}; color: {hex_of('ink')}; }}"
        )
        self.menu = QComboBox()
        self.menu.setAccessibleName(PARTS_TITLE)
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("版"))
        self.compare = QPushButton(COMPARE)
        set_look(self.compare, "link")
        rule = QFrame()
        set_look(rule, "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 10)
        column.setSpacing(6)
        column.addWidget(plain_label(PARTS_TITLE, "section"))
        column.addWidget(self.list, 1)
        column.addWidget(rule)
        self._made = plain_label("", "small")
        column.addWidget(self._made)
        column.addWidget(self.versions)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.currentRowChanged.connect(self._tell)
        self.menu.activated.connect(self._tell)
        self.versions.activated.connect(self._tell_version)
        self.compare.clicked.connect(self.compare_requested)

    def show_parts(self, rows: Sequence[PartRow], key: str) -> None:
        """Show parts, ``key`` chosen; nobody is told."""
        scale = text_scale(self)
        for view in (self.list, self.menu):
            view.blockSignals(True)
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.list.clear()
            self.menu.clear()
            for row in rows:
                self.list.addItem(QListWidgetItem())
                self.menu.addItem("", row.key)
        for place, row in enumerate(rows):
            item, sign = self.list.item(place), _sign(row, scale)
            item.setText(row.name)
            item.setIcon(sign)
            item.setToolTip(row.spoken)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            self.menu.setItemText(place, row.name)
            self.menu.setItemIcon(place, sign)
        self._rows = tuple(rows)
        place = next((at for at, row in enumerate(rows) if row.key == key), -1)
        self.list.setCurrentRow(place)
        self.menu.setCurrentIndex(place)
        for view in (self.list, self.menu):
            view.blockSignals(False)

    def show_versions(self, titles: Sequence[str], shown: int, made: str) -> None:
        """Show the titles of the versions, newest first, ``shown`` (its place) chosen, which was ``made`` then."""
        self._made.setText(self.tr("版　{made}").format(made=made))
        self.versions.blockSignals(True)
        self.versions.clear()
        self.versions.addItems(list(titles))
        self.versions.setCurrentIndex(shown)
        self.versions.blockSignals(False)
        self.versions.setMinimumHeight(round(height("input") * text_scale(self)))
        self.compare.setVisible(len(titles) > 1)

    def step(self, by: int) -> None:
        """Go to the next part (1) or the one before (-1)."""
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, self.list.count() - 1)))

    def _tell(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            for view, choose in ((self.list, self.list.setCurrentRow), (self.menu, self.menu.setCurrentIndex)):
                view.blockSignals(True)
                choose(place)
                view.blockSignals(False)
            self.chosen.emit(self._rows[place].key)

    def _tell_version(self, place: int) -> None:
        self.version_chosen.emit(place)
