"""今の状況 on one sheet: every symbol, colour and word, also as other eyes and a printer without colours see them."""

from __future__ import annotations

from array import array
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES, Status
from dxdesk.ui.symbols import block_shape, draw_block, draw_symbol
from dxdesk.ui.theme import colour, pixel_font, radius, status_look

NAME: Final = "今の状況"
_SIZE: Final = (1600, 900)
_LEFT, _TOP, _PITCH_X, _PITCH_Y = 240, 120, 168, 156
_BLOCK: Final = (146, 132)
_SMALL: Final = (14, 20, 32)

# Colour mixing in linear light for full protanopia and deuteranopia (Machado, Oliveira, Fernandes 2009), and lightness.
_GREY: Final = ((0.2126, 0.7152, 0.0722),) * 3
_EYES: Final = (
    ("通常", None),
    (
        "P型の見え方",
        ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ),
    ("D型の見え方", ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))),
    ("白黒印刷", _GREY),
)


def block_of(row: int, place: int) -> QRectF:
    """Where the symbol of a status stands: ``row`` as seen by the eyes of _EYES, ``place`` in the order of STATUSES."""
    return QRectF(_LEFT + place * _PITCH_X + (_BLOCK[0] - 56) / 2, _TOP + row * _PITCH_Y + 18, 56, 56)


def status_sheet(settings: Settings) -> bytes:
    """The sheet as PNG, with the words of a town. Needs the application and its fonts."""
    image = QImage(*_SIZE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour("navy"))
    painter.setFont(pixel_font(38, bold=True))
    painter.drawText(40, 64, "状況の記号・色・ことば")
    for place, (words, mixing) in enumerate(_EYES):
        top = _TOP + place * _PITCH_Y
        _write(painter, QRectF(40, top, 200, _BLOCK[1]), words)
        row = _row(settings)
        painter.drawImage(_LEFT, top, row if mixing is None else _seen(row, mixing))
    top = _TOP + len(_EYES) * _PITCH_Y
    _write(painter, QRectF(40, top, 200, 84), "小さい表示")
    for place, key in enumerate(STATUSES):
        left = _LEFT + place * _PITCH_X + 16.0
        for side in _SMALL:
            draw_symbol(painter, key, QRectF(left, top + 42 - side / 2, side, side))
            left += side + 16
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise MemoryError(_SIZE)
    return bytes(buffer.data().data())


def _write(painter: QPainter, room: QRectF, words: str) -> None:
    painter.setPen(colour("sub"))
    painter.setFont(pixel_font(26))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _row(settings: Settings) -> QImage:
    """Every status as the block of the board."""
    image = QImage(_PITCH_X * len(STATUSES), _BLOCK[1], QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, key in enumerate(STATUSES):
        _paint_block(
            painter, key, settings.status_word(key), QRectF(place * _PITCH_X + 2, 2, _BLOCK[0] - 4, _BLOCK[1] - 4)
        )
    painter.end()
    return image


def _paint_block(painter: QPainter, key: Status, word: str, block: QRectF) -> None:
    look = status_look(key)
    draw_block(painter, key, block_shape(block, radius("board-card")))
    draw_symbol(painter, key, QRectF(block.center().x() - 28, block.top() + 16, 56, 56), on_block=True)
    painter.setPen(look.text)
    painter.setFont(pixel_font(32, bold=True))
    painter.drawText(block.adjusted(0, 76, 0, -8), Qt.AlignmentFlag.AlignCenter, word)


def _seen(image: QImage, mixing: tuple[tuple[float, float, float], ...]) -> QImage:
    """A picture through other eyes: each of its colours is mixed anew."""
    pixels = array("I", bytes(image.constBits()))
    mixed = {rgb: _mixed(rgb, mixing) for rgb in set(pixels)}
    seen = array("I", (mixed[rgb] for rgb in pixels)).tobytes()
    return QImage(seen, image.width(), image.height(), image.bytesPerLine(), image.format()).copy()


def _mixed(rgb: int, mixing: tuple[tuple[float, float, float], ...]) -> int:
    linear = [(value / 255) ** 2.2 for value in QColor.fromRgb(rgb).getRgb()[:3]]  # type: ignore[index]
    parts = [sum(part * value for part, value in zip(row, linear, strict=True)) for row in mixing]
    return QColor(*(round(255 * min(1.0, max(0.0, part)) ** (1 / 2.2)) for part in parts)).rgb()
