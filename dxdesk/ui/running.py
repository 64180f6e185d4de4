"""The window that is open already: a second start hands its file over to it, on this PC and to this person only."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from dxdesk import paths
from dxdesk.ui.file_opening import SUFFIX

if TYPE_CHECKING:
    from dxdesk.ui.main_window import MainWindow

_MOST_BYTES: Final = 4096
_PATIENCE: Final = 500
"""Milliseconds in which a window that is open has to take the file over."""
_TAKEN: Final = b"taken\n"


def _name() -> str:
    """One name for every data folder: whoever has another one works at other desks."""
    return f"dxdesk-{hashlib.sha256(str(paths.home()).encode('utf-8')).hexdigest()[:16]}"


def pass_on(path: str) -> bool:
    """Hand a file over to the window that is open; False where there is none, or it does not take it."""
    socket = QLocalSocket()
    socket.connectToServer(_name())
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(f"{Path(path).absolute()}\n".encode())
    socket.flush()
    if not socket.bytesAvailable() and not socket.waitForReadyRead(_PATIENCE):
        return False
    return socket.readAll().data() == _TAKEN


def named_file(said: bytes) -> str | None:
    """The file that another start names; None for anything but the whole path of a file that somebody sent."""
    try:
        words = said.decode("utf-8")
        path = Path(words.removesuffix("\n"))
        fit = words.endswith("\n") and len(said) <= _MOST_BYTES and path.is_absolute() and path.is_file()
    except (UnicodeDecodeError, OSError, ValueError):
        return None
    return str(path) if fit and path.suffix.lower() == SUFFIX else None


class Running(QObject):
    """Listens for other starts; what they say is only ever taken for the path of a file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        if not self._server.listen(_name()):
            self._take_over()

    def _take_over(self) -> None:
        """Listen under a name that a window left which ended by itself; one that still listens keeps it."""
        other = QLocalSocket()
        other.connectToServer(_name())
        if not other.waitForConnected(_PATIENCE):
            QLocalServer.removeServer(_name())
            self._server.listen(_name())

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
        path = named_file(bytes(socket.readLine(_MOST_BYTES + 1).data()))
        if path is None:
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        window = self._window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.raise_()
        window.activateWindow()
        window.files.open(path)
