"""The few things a window asks, and what it says when the program itself is at fault. All texts are plain text."""

from __future__ import annotations

import platform
import sys
import traceback
from math import ceil
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dxdesk.phrases import wrap_phrases
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.saving import ask_target
from dxdesk.ui.theme import set_look
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.window_style import style_window

PROGRAM_FAULT = (
    "プログラムの中で思わぬことが起きました。入力は画面に残り、自動で保存されます。続けて使えますが、同じことが起きるときは、"
    "下の「くわしい内容をファイルにする」でできたファイルを担当者へ渡してください。書いた文は入りません。"
)
_LINE = 420
"""The longest line of a text, px at 100 %: Qt breaks longer ones itself, within a word."""
_BESIDE = 32
"""What the label of a box has beside its text, px."""
NO_FILE_HERE = "ここにはファイルをつくれません。ほかの場所を選んでください。"


def _box(parent: QWidget | None, text: str) -> QMessageBox:
    """Its lines end between phrases; read aloud it is the text without line ends."""
    box = QMessageBox(parent)
    if parent is None:
        style_window(box)
    box.setWindowTitle("dxdesk")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.ensurePolished()
    advance = QFontMetricsF(box.font()).horizontalAdvance
    lines = wrap_phrases(text, _LINE * text_scale(box), advance)
    box.setText("\n".join(lines))
    box.setAccessibleName(text)
    for label in box.findChildren(QLabel):
        label.setMinimumWidth(ceil(max(map(advance, lines))) + _BESIDE if label.text() == box.text() else 0)
    return box


def tell(parent: QWidget | None, text: str) -> None:
    """Say something that has to be read before going on."""
    box = _box(parent, text)
    box.addButton("閉じる", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def choose(parent: QWidget | None, text: str, choices: tuple[str, ...]) -> int:
    """Ask with one button per choice; the place of the chosen one.

    The first is the safe one: it is filled, stands at the right end, and Esc chooses it.
    """
    box = _box(parent, text)
    buttons: list[QPushButton] = []
    for word in reversed(choices):
        buttons.insert(0, box.addButton(word, QMessageBox.ButtonRole.ActionRole))
    set_look(buttons[0], "primary")
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[0])
    box.exec()
    clicked = box.clickedButton()
    return next((place for place, each in enumerate(buttons) if each is clicked), 0)


def ask_line(parent: QWidget | None, text: str, word: str) -> str:
    """Ask for one line; empty where the person went back. ``word`` is on the button that goes on."""
    dialog = QDialog(parent)
    if parent is None:
        style_window(dialog)
    dialog.setWindowTitle("dxdesk")
    line = QLineEdit()
    label = plain_label(text)
    label.setBuddy(line)
    line.setAccessibleName(text)
    go, back = QPushButton(word), QPushButton("戻る")
    set_look(go, "primary")
    go.setEnabled(False)
    line.textChanged.connect(lambda typed: go.setEnabled(bool(typed.strip())))
    go.clicked.connect(dialog.accept)
    back.clicked.connect(dialog.reject)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    buttons.addWidget(back)
    buttons.addWidget(go)
    column = QVBoxLayout(dialog)
    for widget in (label, line):
        column.addWidget(widget)
    column.addLayout(buttons)
    dialog.setMinimumWidth(480)
    for button in (go, back):
        button.setAutoDefault(False)  # Enter in a line never submits
    return line.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else ""


def diagnostics(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs: versions and where it happened. No text that a person typed is in it."""
    frames = "".join(traceback.format_tb(trace))
    return f"dxdesk / Python {platform.python_version()} / Qt {qVersion()} / {sys.platform}\n{frames}{kind.__name__}\n"


def report_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The program is at fault: say so, and offer what happened as a file or for copying. A database that cannot be
    used just now is nobody's fault. What happens again while this is read is not said twice.
    """
    sys.__excepthook__(kind, error, trace)
    if not isinstance(QApplication.instance(), QApplication) or issubclass(kind, KeyboardInterrupt):
        return
    trouble = error if isinstance(error, StoreUnavailable) else None
    said = trouble_words(trouble) if trouble else PROGRAM_FAULT
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
    if any(each.accessibleName() == said for each in boxes):
        return
    if trouble:
        tell(_window(), said)
        return
    words = diagnostics(kind, error, trace)
    answer = choose(_window(), PROGRAM_FAULT, ("閉じる", "くわしい内容を写す", "くわしい内容をファイルにする"))
    if answer == 1:
        QApplication.clipboard().setText(words)
    elif answer == 2:
        _keep_diagnostics(words)


def _window() -> QWidget | None:
    """The window of the program: a box without one may open on any screen, even before the audience."""
    found = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow) and each.isVisible())
    return next(found, None)


def _keep_diagnostics(words: str) -> None:
    target = ask_target(_window(), "くわしい内容をファイルにする", "dxdesk_くわしい内容.txt", "文書 (*.txt)")
    if target is None:
        return
    try:
        target.write_text(words, encoding="utf-8")
    except OSError:
        tell(_window(), NO_FILE_HERE)
