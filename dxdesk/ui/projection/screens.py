"""The screens of the PC: what is there, which monitor each one is, and where a window stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class ScreenPlace:
    """A screen: its number from 1 (the main one, then from left to right), what its connection is called, which monitor
    it is (maker, model and serial number; the connection where it says none), and where it lies on the desktop, px.
    """

    number: int
    name: str
    monitor: str
    left: int
    top: int
    width: int
    height: int

    @property
    def area(self) -> QRect:
        """Where it lies."""
        return QRect(self.left, self.top, self.width, self.height)


def _monitor(screen: QScreen) -> str:
    words = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(each.strip() for each in words if each.strip()) or screen.name()


def _in_order() -> list[QScreen]:
    primary = QGuiApplication.primaryScreen()
    return sorted(
        QGuiApplication.screens(),
        key=lambda each: (each is not primary, each.geometry().left(), each.geometry().top(), each.name()),
    )


class Screens(QObject):
    """The screens as Qt knows them. Tests play others by overriding what asks for a screen and what moves a window."""

    changed = Signal()
    """A screen came, went, moved or got another size; a window on one that went has not been moved yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self._renew)
        application.primaryScreenChanged.connect(self._renew)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._renew)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._renew)
        self._renew()

    def _renew(self, _what: object = None) -> None:
        self.changed.emit()

    def places(self) -> tuple[ScreenPlace, ...]:
        """Every screen by number; two monitors that say the same are told apart by their connections."""
        screens = _in_order()
        names = Counter(map(_monitor, screens))
        return tuple(_place(number, each, names) for number, each in enumerate(screens, start=1))

    def of(self, window: QWidget) -> ScreenPlace | None:
        """The screen on which a window stands; None where that one has just gone."""
        screen = window.window().screen()
        return next((each for each in self.places() if each.name == screen.name()), None)

    def on(self, window: QWidget, place: ScreenPlace) -> bool:
        """Whether the whole of a window stands on a screen."""
        return window.screen().name() == place.name and place.area.contains(window.frameGeometry())

    def put(self, window: QWidget, place: ScreenPlace) -> None:
        """Have a window fill a screen. Nothing where the screen has gone."""
        screen = next((each for each in QGuiApplication.screens() if each.name() == place.name), None)
        if screen is not None:
            window.setScreen(screen)
            window.setGeometry(screen.geometry())  # no desktop has to be asked for the whole screen
            window.setWindowState(Qt.WindowState.WindowFullScreen)
            window.show()  # showFullScreen would ask for the focus

    def move(self, window: QWidget, place: ScreenPlace) -> None:
        """Have a window stand on a screen, as large as it was where that has room."""
        whole = window.isMaximized() or window.isFullScreen()
        if whole:
            window.showNormal()
        area = place.area
        size = window.size().boundedTo(area.size())
        window.setGeometry(QRect(area.topLeft() + (area.center() - QRect(area.topLeft(), size).center()), size))
        if whole:
            window.showMaximized()


def _place(number: int, screen: QScreen, names: Counter[str]) -> ScreenPlace:
    area, monitor = screen.geometry(), _monitor(screen)
    if names[monitor] > 1:
        monitor = f"{monitor} {screen.name()}"
    return ScreenPlace(number, screen.name(), monitor, area.left(), area.top(), area.width(), area.height())


def away_from(places: tuple[ScreenPlace, ...], laptop: ScreenPlace | None) -> tuple[ScreenPlace, ...]:
    """The screens that show nothing of what the laptop's shows; without a known laptop all but the main one."""
    if laptop is None:
        laptop = places[0] if places else None
    return tuple(each for each in places if laptop and not each.area.intersects(laptop.area))
