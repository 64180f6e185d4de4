"""A scene: one window in one state, at one moment of the sample year."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import ActorRole
from dxdesk.ui import sitting
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.doors import Doors
from dxdesk.ui.gallery.dialogs import open_dialog, over
from dxdesk.ui.gallery.hands import Hand
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.projection.of_desk import forget_projection

SETTLED = 60
"""Milliseconds after which a window has done what it put off."""

TITLE_BAR, TASK_BAR = 32, 40
"""Px at 100 % that Windows takes of the screen's height."""

Subject = Callable[[Desk, Cycle | None], str]
"""What the page shows: a code, the id of a meeting …, found in the database."""


@dataclass(frozen=True)
class Scene:
    """``name`` is that of the picture, ``moment`` a moment of the sample year, ``page`` the key of a page; empty both
    for はじめに. ``hands`` are what a person does then. ``obstacle``: ``held`` by somebody else, or a disk that is
    ``full``. ``narrow`` scenes are about a small window: they are never drawn in a wider one than 1024×640. A
    ``dialog`` stands over the window at the end."""

    name: str
    moment: str = ""
    page: str = ""
    subject: Subject | str = ""
    hands: tuple[Hand, ...] = ()
    role: ActorRole = "secretariat"
    obstacle: str = ""
    narrow: bool = False
    dialog: bool = False


def inside(size: tuple[int, int], scale: float = 1.0) -> tuple[int, int]:
    """The inside of a window, px at 100 %, that fills a screen of ``size`` px where Windows enlarges by ``scale``."""
    width, height = size
    return round(width / scale), round(height / scale) - TITLE_BAR - TASK_BAR


def gallery_application(text: float = 1.0, scale: float = 1.0) -> QApplication:
    """The application with a size of letters, on a screen that Windows enlarges by ``scale``.

    The enlargement is a matter of the whole process: it must be its first application. Raises RuntimeError otherwise.
    """
    if QApplication.instance() is None:
        os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
    application = create_application([])
    if application.devicePixelRatio() != scale:
        raise RuntimeError(f"already drawn at {application.devicePixelRatio()}")
    set_text_scale(application, text)
    return application


def settle() -> None:
    """Let the window do what it put off, and what goes on beside it."""
    for _ in range(2):
        loop = QEventLoop()
        QTimer.singleShot(SETTLED, loop.quit)
        loop.exec()
        wait_for_jobs()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def png_of(widget: QWidget) -> bytes:
    """A widget as PNG, once what it has put off is done."""
    settle()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture, dialog = widget.grab(), open_dialog(widget)
    if not (over(picture, dialog) if dialog else picture).save(buffer, "PNG"):
        raise MemoryError(widget.size().toTuple())
    return bytes(buffer.data().data())


@contextmanager
def shown(scene: Scene, open_desk: Callable[[Scene], Desk], size: tuple[int, int]) -> Iterator[QWidget]:
    """What a scene shows, in the window of the program, ``size`` px inside; the desk that ``open_desk`` makes for it
    is closed at the end. Raises LookupError where the plan has nothing in that state, so that a button that is to be
    pressed is not there.
    """
    window = MainWindow(_doors(lambda: open_desk(scene)))
    if scene.moment:
        window.open_target(scene.name)
    window.resize(*(min(pair) for pair in zip(size, inside((1024, 640)), strict=True)) if scene.narrow else size)
    root = window.view or window.first
    try:
        window.show()
        window.activateWindow()
        settle()
        _play(scene, root)
        yield root
    finally:
        wait_for_jobs()
        if isinstance(root, DeskView):
            root.stop_listening()
            sitting.end(root.desk)
        window.hide()
        window.deleteLater()
        settle()
        if isinstance(root, DeskView):
            forget_projection(root.desk)
            root.desk.close()


def _play(scene: Scene, root: QWidget) -> None:
    if isinstance(root, DeskView) and scene.page:
        subject = scene.subject if isinstance(scene.subject, str) else scene.subject(root.desk, root.cycle)
        root.open_page(scene.page, subject)
        settle()
    for act in scene.hands:
        act(root)
        settle()


def _doors(open_desk: Callable[[], Desk]) -> Doors:
    def nowhere(*_: object) -> NoReturn:
        raise LookupError("the gallery opens no desk from はじめに")

    def nothing(_database: str, _looks: bool) -> None:
        """No department's database lies here."""

    def free(_target: str) -> None:
        """Every place is good enough to be looked at."""

    return Doors(
        open=lambda _target: open_desk(),
        sample=nowhere,
        sample_anew=nowhere,
        copy=nowhere,
        restore=nowhere,
        restored_path=lambda _copy: Path(),
        found=nowhere,
        check=free,
        liaison=nothing,
        begin=nowhere,
        practise=lambda _desk: False,
    )


def pictures(
    scenes: Sequence[Scene], open_desk: Callable[[Scene], Desk], size: tuple[int, int]
) -> Iterator[tuple[str, bytes | None]]:
    """The name of each scene and its picture, None where the plan has nothing to show it with. Needs the
    application."""
    for scene in scenes:
        picture = None
        with suppress(LookupError), shown(scene, open_desk, size) as root:
            picture = png_of(root)
        yield scene.name, picture
