"""The Qt application: its fonts, colours and Qt's own Japanese texts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QStyleFactory

from dxdesk.preferences import keep, preferences
from dxdesk.ui.focus_ring import FocusRing
from dxdesk.ui.high_contrast import follow_wishes
from dxdesk.ui.theme import colour, desktop_font, load_fonts
from dxdesk.ui.window_style import style_windows_anew

if TYPE_CHECKING:
    from dxdesk.ui.doors import Doors

_PALETTE = {
    QPalette.ColorRole.Window: "white",
    QPalette.ColorRole.Base: "white",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Button: "white",
    QPalette.ColorRole.ToolTipBase: "white",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "field",
    QPalette.ColorRole.Highlight: "key",
    QPalette.ColorRole.HighlightedText: "white",
    QPalette.ColorRole.Accent: "key",
    QPalette.ColorRole.Link: "key",
}


def _palette() -> QPalette:
    """Light whatever the PC prefers: contrasts are worked out on white."""
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("field"))
    return palette


_NOT_IN_THE_WHEEL = {"&Look in:": "場所(&L)：", "Files of &type:": "ファイルの種類(&T)："}
"""Texts of Qt's own file dialog that its Japanese file does not have."""


class _Remaining(QTranslator):
    """What Qt's Japanese file leaves in English; asked after that file."""

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, _number: int = -1
    ) -> str | None:  # None leaves a text to others; "" would be what it is translated to
        return _NOT_IN_THE_WHEEL.get(text) if context == "QFileDialog" else None

    def isEmpty(self) -> bool:
        return False


def _translate(application: QApplication) -> None:
    """Qt's own texts (file dialogs, context menus) in Japanese, where its wheel carries them."""
    application.installTranslator(_Remaining(application))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Japanese), "qtbase", "_", folder):
        application.installTranslator(translator)


def _let_enter_press() -> None:
    """Enter presses the button with the focus as Space does; Qt has it so in dialogs only."""
    now = QApplication.focusWidget()
    if isinstance(now, QPushButton) and not isinstance(now.window(), QDialog):
        now.setAutoDefault(True)


def set_text_scale(application: QApplication, scale: float) -> None:
    """文字の大きさ: restyle every window for a scale of 1.0, 1.15 or 1.3."""
    application.setFont(desktop_font("body", scale))
    style_windows_anew()


def choose_text_scale(application: QApplication, scale: float) -> None:
    """文字の大きさ as a person chose it: kept for the next time."""
    set_text_scale(application, scale)
    keep(text_scale=scale)


def renew_colours(application: QApplication) -> None:
    """高コントラスト as the person chose it or as this PC asks for it, in every window."""
    if follow_wishes(application):
        application.setPalette(_palette())
        style_windows_anew()


_EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def renew_motion() -> None:
    """動きを減らす: menus, lists and tips open at once; otherwise as this PC has it. Nothing else here moves."""
    if preferences().less_motion:
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, False)


def create_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, with the program's fonts, colours and focus ring; the existing one if there is one.

    Raises FileNotFoundError when a shipped font cannot be read.
    """
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    application.setApplicationName("dxdesk")
    application.setApplicationDisplayName("dxdesk")
    QLocale.setDefault(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
    load_fonts()
    follow_wishes(application)
    renew_motion()
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette())
    set_text_scale(application, 1.0)
    if application.findChild(QTranslator) is None:
        _translate(application)
    if application.findChild(FocusRing) is None:
        FocusRing(application)
        application.focusChanged.connect(_let_enter_press)
        hints = application.styleHints()
        hints.accessibility().contrastPreferenceChanged.connect(lambda _wish: renew_colours(application))
    return application


def _running() -> ModuleType | None:
    """What hears of other starts; None on a Linux without the libraries of Qt's network: every start has a window of
    its own there."""
    try:
        return import_module("dxdesk.ui.running")
    except ImportError:
        return None


def run(target: str | None, doors: Doors) -> int:
    """Show the desk on a database by path or address until its window is closed; returns the exit code.

    A file that somebody sent goes to the window that is open already, where there is one. Without a target the desk
    that was chosen on this PC, else the one in the user's data folder, and while there is none the first screen.
    """
    application = create_application(sys.argv)
    set_text_scale(application, preferences().text_scale)
    from dxdesk.paths import default_database
    from dxdesk.ui import last_desk
    from dxdesk.ui.dialogs import report_fault
    from dxdesk.ui.file_opening import SUFFIXES
    from dxdesk.ui.main_window import MainWindow
    from dxdesk.ui.warming import warm_up

    sys.excepthook = report_fault
    sent = target if target is not None and target.lower().endswith(SUFFIXES) else None
    running = _running()
    if sent is not None and running is not None and running.pass_on(sent):
        return 0
    window = MainWindow(doors)
    if running is not None:
        running.Running(window)
    target = (
        (target if sent is None else None)
        or last_desk.target()
        or (str(default_database()) if default_database().exists() else None)
    )
    if target is not None:
        window.open_target(target)
    room = window.screen().availableGeometry().size()
    window.resize(min(room.width(), 1366), min(room.height(), 728))
    window.show()
    if sent is not None:
        window.open_target(sent)
    warm_up(window)
    return application.exec()
