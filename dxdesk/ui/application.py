"""The Qt application: its fonts, colours, style sheet and Qt's own Japanese texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from dxdesk.ui.focus_ring import FocusRing
from dxdesk.ui.stylesheet import application_stylesheet
from dxdesk.ui.theme import colour, desktop_font, load_fonts

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


def _translate(application: QApplication) -> None:
    """Qt's own texts (file dialogs, context menus) in Japanese, where its wheel carries them."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Japanese), "qtbase", "_", folder):
        application.installTranslator(translator)


def set_text_scale(application: QApplication, scale: float) -> None:
    """文字の大きさ: restyle every window for a scale of 1.0, 1.15 or 1.3."""
    application.setFont(desktop_font("body", scale))
    application.setStyleSheet(application_stylesheet(scale))


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
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette())
    set_text_scale(application, 1.0)
    if application.findChild(QTranslator) is None:
        _translate(application)
    if application.findChild(FocusRing) is None:
        FocusRing(application)
    return application
