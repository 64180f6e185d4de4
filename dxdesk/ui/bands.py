"""What the window tells: one band between top bar and content, and a toast that passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.free_room import foot_of, free_place
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.theme import set_look

TOAST_MILLISECONDS = 10_000
SHORT_MILLISECONDS = 5_000
"""So long it stays where there is nothing to press in it."""
_SIDE = 16
_SENTENCE = 200
"""Px at 100 % that the sentence of a band always has."""
_MOVING = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Hide)
"""After these, of the window or its foot bar, there may be something else where the toast is."""


@dataclass(frozen=True)
class Notice:
    """What a band says: its look (``band-quiet``, ``band-error`` …), one sentence, and buttons with what they do."""

    look: str
    text: str
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()


_just_said: list[str] = []


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have assistive technology say a text; ``at_once`` interrupts what it is reading.

    Page and toast often tell of one event: what was said in the same moment, or began what was said, is not repeated.
    """
    if any(each.startswith(text) for each in _just_said):
        return
    if not _just_said:
        QTimer.singleShot(0, _just_said.clear)
    _just_said.append(text)
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Band(QFrame):
    """The place for one notice; hidden while there is none, and two lines high only for what one does not hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 4)
        self._row.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice, or nothing; the same one again changes nothing."""
        if notice == self._notice:
            return
        self._notice = notice
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        self.setVisible(notice is not None)
        if notice is None:
            return
        set_look(self, notice.look)
        self._row.addWidget(PhraseLabel(notice.text, most=2), 1, Qt.AlignmentFlag.AlignVCenter)
        for word, act in notice.actions:
            button = QPushButton(word)
            set_look(button, "plain")
            button.clicked.connect(act)
            self._row.addWidget(button)
            self._buttons.append(button)
        self._fit()
        announce(self, notice.text, at_once=notice.look == "band-error")

    def _fit(self) -> None:
        """Where not all have room beside the sentence, the later ones of several buttons make way."""
        room = self.width() - 2 * _SIDE - round(_SENTENCE * text_scale(self))
        for place, button in enumerate(self._buttons):
            room -= button.sizeHint().width() + self._row.spacing()
            button.setVisible(place == 0 or room >= 0)

    def minimumSizeHint(self) -> QSize:
        """The band does not keep the window wide."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def withdraw(widget: QWidget) -> None:
    """Take away what the window of a widget said last: something has to be put right now."""
    for toast in widget.window().findChildren(Toast):
        toast.hide()


class Toast(QFrame):
    """A sentence at the lower edge, perhaps with one thing to do: then it stays ten seconds, without five, and longer
    while pointed at or focused."""

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._foot: QFrame | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        self._act: Callable[[], object] | None = None
        self._label = plain_label()
        self._button = QPushButton()
        set_look(self._button, "link")
        self._button.clicked.connect(self._acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=TOAST_MILLISECONDS)
        self._timer.timeout.connect(self._end)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "toast")
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, word: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence and, with ``word``, a button that does ``act``."""
        self._act = act
        self._label.setText(text)
        self._button.setText(word)
        self._button.setVisible(bool(word))
        self._place()
        self._later.start()  # what was done may change the page
        self.show()
        self.raise_()
        self._timer.start(TOAST_MILLISECONDS if word else SHORT_MILLISECONDS)
        announce(self, text)

    def _acted(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _end(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(1_000)
            return
        self.hide()
        self.gone.emit()

    def _place(self) -> None:
        """In the foot bar where that has room, else above it: over no control."""
        self.adjustSize()
        self.move(free_place(self._window, self.size(), but=self))
        foot = foot_of(self._window)
        if foot is not self._foot:
            self._foot = foot
            if foot is not None:
                foot.installEventFilter(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.start()
        super().enterEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in _MOVING and self.isVisible():
            self._later.start()
        return False
