"""RoomForm: the screen and the last seat of the meeting room, and what that means for the slides."""

from __future__ import annotations

import math
import unicodedata

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.room import SCREEN_INCHES, SEAT_METRES, Room, size, slide_scale
from dxdesk.phrases import wrap_phrases
from dxdesk.ui.first_run.frame import Field
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.symbols import block_shape, draw_block, draw_symbol
from dxdesk.ui.theme import FLOOR, colour, pixel_font, projection_px, status_look
from dxdesk.wording.first_run import (
    ADVICE,
    INCHES,
    METRES,
    ROOM_NUMBER,
    ROOM_UNKNOWN,
    TEST_SLIDE,
    TEST_SLIDE_NAME,
)

CANVAS = (1920.0, 1080.0)


class TestSlide(QWidget):
    """A slide as it would be seen, small: its heading, a status, and a line in the smallest characters there are."""

    __test__ = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self.setAccessibleName(TEST_SLIDE_NAME)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_scale(self, scale: float) -> None:
        """Draw the slide at 1.0, 1.15 or 1.4."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 315)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * CANVAS[1] / CANVAS[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = min(self.width() / CANVAS[0], self.height() / CANVAS[1])
        painter.scale(factor, factor)
        painter.setPen(QPen(colour("field"), 2 / factor))
        painter.setBrush(colour("white"))
        painter.drawRect(QRectF(0, 0, *CANVAS).adjusted(1, 1, -1, -1))
        scale = self._scale
        title, word, line = TEST_SLIDE
        painter.setPen(colour("navy"))
        painter.setFont(pixel_font(projection_px("slide-title") * scale, bold=True))
        painter.drawText(QRectF(80, 70, 1760, 130 * scale), Qt.AlignmentFlag.AlignVCenter, title)
        block = QRectF(80, 120 + 130 * scale, 330 * scale, 120 * scale)
        draw_block(painter, "warn", block_shape(block, 14), edge=3)
        mark = 64 * scale
        draw_symbol(
            painter, "warn", QRectF(block.left() + 28, block.center().y() - mark / 2, mark, mark), on_block=True
        )
        painter.setPen(status_look("warn").text)
        painter.setFont(pixel_font(projection_px("card-name") * scale, bold=True))
        painter.drawText(
            block.adjusted(mark + 50, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word
        )
        painter.setPen(colour("ink"))
        font = pixel_font(FLOOR * scale)
        painter.setFont(font)
        advance = painter.fontMetrics().horizontalAdvance
        for row, text in enumerate(wrap_phrases(line, 1760, advance, balance=False)):
            top = block.bottom() + 60 + row * FLOOR * scale * 1.4
            painter.drawText(QRectF(80, top, 1760, FLOOR * scale * 1.4), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class RoomForm(QWidget):
    """Two numbers, the advice that follows from them, and a slide at that size."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inches, self.metres = QLineEdit(), QLineEdit()
        self.inches.setPlaceholderText("例）80")
        self.metres.setPlaceholderText("例）7")
        self._fields = (Field(INCHES, self.inches), Field(METRES, self.metres))
        self.advice = PhraseLabel(ROOM_UNKNOWN, "strong")
        self.slide = TestSlide()
        left = QVBoxLayout()
        left.setSpacing(18)
        for line, field in zip((self.inches, self.metres), self._fields, strict=True):
            line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            line.textChanged.connect(self._renew)
            left.addWidget(field)
        left.addWidget(self.advice)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.slide)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.setFocusProxy(self.inches)

    @property
    def room(self) -> Room | None:
        """The room; None while one of the numbers is missing or out of range."""
        inches, metres = number(self.inches.text()), number(self.metres.text())
        if inches is None or metres is None:
            return None
        fits = SCREEN_INCHES[0] <= inches <= SCREEN_INCHES[1] and SEAT_METRES[0] <= metres <= SEAT_METRES[1]
        return Room(inches, metres) if fits else None

    def show_room(self, room: Room | None) -> None:
        """Show the numbers that were kept."""
        self.inches.setText(f"{room.screen_inches:g}" if room else "")
        self.metres.setText(f"{room.distance_metres:g}" if room else "")

    def complete(self) -> bool:
        """Whether both numbers can be taken or both are left out; else the focus is where one has to be put right."""
        wrong = None
        for line, field, (least, most) in zip(
            (self.inches, self.metres), self._fields, (SCREEN_INCHES, SEAT_METRES), strict=True
        ):
            typed = number(line.text())
            blank = not self.inches.text().strip() and not self.metres.text().strip()
            fits = blank or (typed is not None and least <= typed <= most)
            field.show_error("" if fits else ROOM_NUMBER.format(least=least, most=most))
            wrong = wrong or (None if fits else line)
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    def _renew(self) -> None:
        room = self.room
        self.advice.show_text(ADVICE[size(room)] if room else ROOM_UNKNOWN)
        self.slide.show_scale(slide_scale(room) if room else 1.0)
        self.changed.emit()


def number(typed: str) -> float | None:
    """A number as typed, in full width too; None for anything else."""
    levelled = unicodedata.normalize("NFKC", typed).strip().rstrip("型インチm ").strip()
    try:
        found = float(levelled)
    except ValueError:
        return None
    return found if math.isfinite(found) else None
