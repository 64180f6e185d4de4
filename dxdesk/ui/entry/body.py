"""List, centre and side panel of 記入 beside each other; in narrow windows list and panel open over the centre."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.ui.entry import navigator, side_panel
from dxdesk.ui.entry.centre import Centre
from dxdesk.ui.entry.done_flow import Step, Steps
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.theme import TEXT_SCALES, set_look

PANEL_FROM = 1200
"""Below this width, px at 100 %, the right panel is a drawer."""
LIST_FROM = 1100
"""Below this width, px at 100 %, the list drops down when asked for."""


class Body(QWidget):
    """Lays the three parts out for the width there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.navigator = navigator.Navigator(self)
        self.centre = Centre(self)
        self.side = QStackedWidget(self)
        self.panel = side_panel.SidePanel(self.side)
        self.steps = Steps(self.side)
        self.homework = PhraseLabel("", "small")
        self.side.addWidget(self.panel)
        self.side.addWidget(self._steps_page())
        self.list_button = QPushButton(self.tr("取組をえらぶ"))
        self.panel_button = QPushButton(self.tr("前回を見る"))
        for button in (self.panel_button, self.list_button):
            set_look(button, "plain")
        self._offer_drawers(self.centre.head.row)
        self.list_button.clicked.connect(lambda: self._toggle(self.navigator))
        self.panel_button.clicked.connect(lambda: self._toggle(self.side))
        self._opened: QWidget | None = None
        self._rules = [self._rule(), self._rule()]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for widget in (self.navigator, self._rules[0], self.centre, self._rules[1], self.side):
            self._row.addWidget(widget, 1 if widget is self.centre else 0)

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        set_look(rule, "rule")
        rule.setFixedWidth(1)
        return rule

    def _steps_page(self) -> QFrame:
        page = QFrame(self.side)
        set_look(page, "panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(15, 14, 15, 12)
        column.setSpacing(10)
        column.addWidget(plain_label(self.tr("これからの流れ"), "strong"))
        column.addWidget(self.steps)
        column.addWidget(self.homework)
        column.addStretch(1)
        return page

    def show_steps(self, steps: Sequence[Step], homework: str = "") -> None:
        """Show what happens next instead of what was said last time, and how the 宿題 stand that go along."""
        self.steps.show_steps(steps)
        self.homework.show_text(homework)
        self.homework.setVisible(bool(homework))
        self.side.setCurrentIndex(1)
        self.panel_button.setText(self.tr("これからの流れ"))
        self._offer_drawers(self.centre.done.row)

    def show_side(self) -> None:
        """Show what belongs to the open item."""
        self.side.setCurrentIndex(0)
        self.panel_button.setText(self.tr("前回を見る"))
        self._offer_drawers(self.centre.head.row)

    def _offer_drawers(self, row: QHBoxLayout) -> None:
        """Have the buttons that open list and panel at the head of what is shown."""
        for button in (self.panel_button, self.list_button):
            row.addWidget(button)

    def close_drawer(self) -> bool:
        """Close what lies over the centre; False where nothing does."""
        opened, self._opened = self._opened, None
        self.arrange()
        return opened is not None

    def open_list(self) -> None:
        """Show the list where it is hidden."""
        if not self.navigator.isVisible():
            self._toggle(self.navigator)

    def _toggle(self, drawer: QWidget) -> None:
        self._opened = None if self._opened is drawer else drawer
        self.arrange()
        if self._opened is not None:
            self._opened.raise_()
            target = self.navigator.search if drawer is self.navigator else drawer
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def wide(self, least: int) -> bool:
        """Whether the window is as wide as ``least`` px at 100 %, by the text size that was chosen: fonts have whole
        pixels and may be a little smaller."""
        scale = text_scale(self)
        chosen = min(TEXT_SCALES.values(), key=lambda each: abs(each - scale))
        return self.width() >= least * max(scale, chosen)

    def arrange(self) -> None:
        """Put list and panel beside the centre where there is room, else over it while they are open."""
        scale = text_scale(self)
        has_list, has_panel = self.wide(LIST_FROM), self.wide(PANEL_FROM)
        self.list_button.setVisible(not has_list)
        self.panel_button.setVisible(not has_panel)
        for widget, beside, width, rule in (
            (self.navigator, has_list, navigator.WIDTH, self._rules[0]),
            (self.side, has_panel, side_panel.WIDTH, self._rules[1]),
        ):
            widget.setFixedWidth(round(width * scale))
            rule.setVisible(beside)
            if beside and self._row.indexOf(widget) < 0:
                self._row.insertWidget(0 if widget is self.navigator else self._row.count(), widget)
            elif not beside:
                self._row.removeWidget(widget)
                left = 0 if widget is self.navigator else self.width() - widget.width()
                widget.setGeometry(left, 0, widget.width(), self.height())
            widget.setVisible(beside or widget is self._opened)
            if widget is self._opened:
                widget.raise_()

    def minimumSizeHint(self) -> QSize:
        """That of the centre: list and panel make way, and never keep the window wide."""
        return self.centre.minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._opened = None
        self.arrange()
