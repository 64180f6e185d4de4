"""はじめに: a calm first screen with a sample to try, or a file to open."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dxdesk.paths import data_root
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.symbols import block_shape, draw_block, draw_symbol
from dxdesk.ui.theme import colour, radius, set_look
from dxdesk.wording_screen import STAYS_ON_THIS_PC


@dataclass(frozen=True)
class ShippedPlan:
    """A plan that comes with the program: its short name, town and title, and how many initiatives it has."""

    name: str
    town: str
    title: str
    initiatives: int


def shipped_plans() -> tuple[ShippedPlan, ...]:
    """The plans that come with the program, by town."""
    found = []
    for path in sorted((data_root() / "database/plans").glob("*.json")):
        pack = json.loads(path.read_text(encoding="utf-8"))
        units = {level["key"] for level in pack["levels"] if level["role"] == "initiative"}
        count = sum(node["level"] in units for node in pack["nodes"])
        found.append(ShippedPlan(pack["id"], pack["town"], pack["title"], count))
    return tuple(found)


class Card(QPushButton):
    """A whole card is one button: a picture of the product's own symbols, a name, what it does."""

    def __init__(self, picture: str, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        set_look(self, "first-card")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 136, 28, 20)
        column.setSpacing(8)
        for label in (plain_label(name, "card-name"), PhraseLabel(text)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        scale = text_scale(self)
        return QSize(round(352 * scale), round(256 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(28, 28, self.width() - 56, 84)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("key-tint"))
        painter.drawRoundedRect(ground, 8, 8)
        (_paint_board if self._picture == "board" else _paint_file)(painter, ground)
        painter.end()


def _paint_board(painter: QPainter, ground: QRectF) -> None:
    """Four blocks of a board."""
    left = ground.center().x() - 121
    painter.setPen(QPen(colour("navy"), 2))
    painter.setBrush(colour("white"))
    painter.drawRoundedRect(QRectF(left - 8, ground.center().y() - 30, 258, 60), 6, 6)
    for place, key in enumerate(("late", "warn", "ok", "done")):
        box = QRectF(left + place * 62, ground.center().y() - 22, 56, 44)
        draw_block(painter, key, block_shape(box, radius("input")), edge=1.2)
        draw_symbol(painter, key, box.adjusted(16, 10, -16, -10), on_block=True)


def _paint_file(painter: QPainter, ground: QRectF) -> None:
    """A sheet with lines."""
    sheet = QRectF(ground.center().x() - 24, ground.center().y() - 30, 48, 60)
    painter.setPen(QPen(colour("navy"), 2))
    painter.setBrush(colour("white"))
    painter.drawRoundedRect(sheet, 4, 4)
    painter.setPen(QPen(colour("edge"), 3))
    for row in range(4):
        y = sheet.top() + 14 + row * 11
        painter.drawLine(QPointF(sheet.left() + 9, y), QPointF(sheet.right() - 9, y))


class PlanChoice(QPushButton):
    """One shipped plan to try: town, title and size in one line."""

    def __init__(self, plan: ShippedPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        set_look(self, "choice")
        self.setAccessibleName(f"{plan.town}、{plan.title}、{plan.initiatives}件の取組")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(18)
        for label, stretch in (
            (plain_label(plan.town, "strong"), 0),
            (plain_label(plan.title), 1),
            (plain_label(f"{plan.initiatives}件の取組", "small"), 0),
        ):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label, stretch)

    def sizeHint(self) -> QSize:
        return QSize(round(720 * text_scale(self)), round(46 * text_scale(self)))


class FirstRunPage(QWidget):
    """Two cards; behind the first the plans that can be tried. Arrows choose, Enter goes on."""

    sample_requested = Signal(str)
    """The short name of a shipped plan."""

    file_requested = Signal()

    copy_requested = Signal(str)
    """The path of a file to copy to this computer and open there."""

    def __init__(self, trouble: str = "", elsewhere: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy_button = QPushButton("写して開く")
        self.copy_button.clicked.connect(lambda: self.copy_requested.emit(elsewhere))
        self.try_card = Card("board", "見本で試す", "実在する町の計画に、架空の回答を入れた見本を開きます。")
        self.open_card = Card("file", "ひらく", "このパソコンにある計画のデータを開きます。")
        self.trouble = PhraseLabel(trouble, "error")
        self.choices = [PlanChoice(each) for each in shipped_plans()]
        self._working = plain_label("見本をつくっています。数秒かかります。", "section")
        self._stack = QStackedWidget()
        for page in (self._cards(trouble), self._plans(), self._centred(self._working)):
            self._stack.addWidget(page)
        top = QFrame()
        set_look(top, "first-top")
        top.setFixedHeight(6)
        foot = QFrame()
        set_look(foot, "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(plain_label(STAYS_ON_THIS_PC, "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)
        self.copy_button.setVisible(elsewhere is not None)
        self.try_card.clicked.connect(self.show_plans)
        self.open_card.clicked.connect(self.file_requested)
        for choice in self.choices:
            choice.clicked.connect(lambda _checked=False, name=choice.plan.name: self.sample_requested.emit(name))
        self.try_card.setFocus()

    def _centred(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(14)
        column.addStretch(2)
        for widget in widgets:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _cards(self, trouble: str) -> QWidget:
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setSpacing(26)
        row.addWidget(self.try_card)
        row.addWidget(self.open_card)
        title = plain_label("DX推進の計画を開きます", "done")
        self.trouble.setVisible(bool(trouble))
        return self._centred(title, self.trouble, self.copy_button, cards)

    def _plans(self) -> QWidget:
        back = QPushButton("‹ 戻る")
        back.clicked.connect(lambda: self._stack.setCurrentIndex(0))
        note = plain_label("回答・氏名・発言はすべて架空です。", "small")
        return self._centred(plain_label("どの町の計画で試しますか", "done"), note, *self.choices, back)

    def show_plans(self) -> None:
        """Show the plans that can be tried."""
        self._stack.setCurrentIndex(1)
        self.choices[0].setFocus()

    def show_working(self) -> None:
        """Show that the sample is being made."""
        self._stack.setCurrentIndex(2)
