"""Pictures of the windows, as people see them, for the demonstration and the guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.ui.desk_view import DeskView

WINDOW = (1366, 696)
"""The inside of a window on the office PC: 1366×768 less title bar and task bar."""

SETTLED = 120
"""Milliseconds after which a window just shown has painted everything."""


@dataclass(frozen=True)
class Scene:
    """A window to be drawn: its name, who looks at it, and the tab and unit that are open."""

    name: str
    actor: Actor
    tab: str
    code: str | None = None


def png_of(widget: QWidget) -> bytes:
    """A widget as PNG, once what it has put off is done."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED, loop.quit)
    loop.exec()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not widget.grab().save(buffer, "PNG"):
        raise MemoryError(widget.size().toTuple())
    return bytes(buffer.data().data())


def window_pictures(
    desk: Desk, scenes: tuple[Scene, ...], size: tuple[int, int] = WINDOW
) -> Iterator[tuple[str, bytes]]:
    """The name and the picture of each scene; the desk acts as the scene's actor meanwhile. Needs the application."""
    before = desk.actor
    for scene in scenes:
        desk.actor = scene.actor
        view = DeskView(desk)
        view.resize(*size)
        view.open_page(scene.tab, scene.code or "")
        yield scene.name, png_of(view)
        view.leave()
        view.stop_listening()
        view.close()
        view.deleteLater()
    desk.actor = before
