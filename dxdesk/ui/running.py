"""The windows that are open already: a second start hands its file over to one of them, and one to the other that has
the database open, on this PC and to this person only."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from dxdesk import paths
from dxdesk.ui.file_opening import SECRETARIATS, SUFFIXES

if TYPE_CHECKING:
    from dxdesk.ui.main_window import MainWindow

_MOST_BYTES: Final = 4096
_PATIENCE: Final = 3_000
"""Milliseconds in which a window that is open, and may be at work, has to take the file over."""
_AGAIN: Final = 500
"""Milliseconds after which a file that came while a question was open is looked at again."""
_TAKEN: Final = b"taken\n"
_MOST_WINDOWS: Final = 8
_FOR: Final = "\0"
"""Stands between a file and the database it is for; no path has it."""


def _name(place: int = 0) -> str:
    """The name of the first, second … window. Every data folder has its own: who has another works at other desks."""
    return f"dxdesk-{hashlib.sha256(str(paths.home()).encode('utf-8')).hexdigest()[:16]}-{place}"


def pass_on(path: str) -> bool:
    """Hand a file over to a window that is open; False where there is none, or none takes it."""
    return any(_told(_name(place), str(Path(path).absolute())) for place in range(_MOST_WINDOWS))


def _told(name: str, words: str) -> bool:
    """Whether a window takes what it is told."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(f"{words}\n".encode())
    socket.flush()
    if not socket.bytesAvailable() and not socket.waitForReadyRead(_PATIENCE):
        return False
    return socket.readAll().data() == _TAKEN


def _whole(target: str) -> str:
    """A database by its whole path, or by its address."""
    return target if "://" in target else str(Path(target).resolve())


def _listens(name: str) -> bool:
    """Whether a window has this name; one that ended by itself left only the name."""
    other = QLocalSocket()
    other.connectToServer(name)
    return other.waitForConnected(_PATIENCE)


def named_file(said: bytes) -> str | None:
    """The file that another start names; None for anything but the whole path of a file that somebody sent."""
    try:
        words = said.decode("utf-8")
        path = Path(words.removesuffix("\n"))
        fit = words.endswith("\n") and len(said) <= _MOST_BYTES and path.is_absolute() and path.is_file()
    except (UnicodeDecodeError, OSError, ValueError):
        return None
    return str(path) if fit and path.suffix.lower() in SUFFIXES else None


class Running(QObject):
    """Listens for other starts; what they say is only ever taken for the path of a file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        # Looked for before listening: some systems give a name away that another window has.
        self.place = next((place for place in range(_MOST_WINDOWS) if not _listens(_name(place))), None)
        if self.place is not None:
            QLocalServer.removeServer(_name(self.place))
            self._server.listen(_name(self.place))
        window.files.hand_over = self.hand_over

    def hand_over(self, path: str, database: str) -> bool:
        """Hand a file over to the other window in which its database is open."""
        others = (place for place in range(_MOST_WINDOWS) if place != self.place)
        return any(_told(_name(place), f"{Path(path).absolute()}{_FOR}{database}") for place in others)

    def _has_open(self, database: str) -> bool:
        view = self._window.view
        if view is None or view.desk.database.read_only:
            return False
        if database == SECRETARIATS:
            return self._window.files.takes_replies()
        return _whole(view.desk.database.target) == _whole(database)

    def _heard(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(_MOST_BYTES + 1)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        said, _, database = bytes(socket.readLine(_MOST_BYTES + 1).data()).removesuffix(b"\n").partition(_FOR.encode())
        path = named_file(said + b"\n")
        if path is None or (database and not self._has_open(database.decode(errors="replace"))):
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        window = self._window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()
        self._open(path)

    def _open(self, path: str) -> None:
        """Open a file as soon as no question is open: the desk behind it must not go."""
        if QApplication.activeModalWidget() is None:
            self._window.files.open(path)
        else:
            QTimer.singleShot(_AGAIN, self, lambda: self._open(path))
