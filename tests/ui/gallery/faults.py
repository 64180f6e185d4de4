"""What is wrong with a window as it stands: words that are cut, things that lie over each other, nameless fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QRubberBand,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from dxdesk.ui.bands import Toast
from dxdesk.ui.consolidate.columns import Columns as ConsolidateColumns
from dxdesk.ui.entry.body import Body as EntryBody
from dxdesk.ui.entry.stage_chevrons import StageButton
from dxdesk.ui.labels import PhraseLabel

FORBIDDEN = re.compile(
    r"エラー|不正|無効|\bOK\b|キャンセル|いいえ|[！!]|未提出|プロジェクト|タスク|ノード|サイクル|リクエスト"
)
DRAWERS = (EntryBody, ConsolidateColumns)
"""Where a narrow window opens a drawer over the rest."""

FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractButton)


def visible(root: QWidget) -> Iterator[QWidget]:
    """Everything in the window that is shown, but what Qt makes for itself within a control."""
    for each in root.findChildren(QWidget):
        if each.isVisible() and each.width() > 0 and each.height() > 0 and not each.objectName().startswith("qt_"):
            yield each


def told(widget: QWidget) -> str:
    """A widget as a person would find it."""
    said = getattr(widget, "text", None)
    words = said() if callable(said) else ""
    return f"{type(widget).__name__}「{words or widget.accessibleName()}」{widget.geometry().getRect()}"


def filled(root: QWidget) -> list[str]:
    """The filled buttons."""
    return [told(each) for each in visible(root) if each.property("look") == "primary"]


def cut_words(root: QWidget) -> list[str]:
    """Labels and buttons whose words have not enough room."""
    return [told(each) for each in visible(root) if _is_cut(each)]


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, PhraseLabel):
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    if isinstance(widget, QLabel):
        room, metrics = widget.contentsRect(), widget.fontMetrics()
        if not widget.text() or widget.wordWrap():
            return False
        lines = widget.text().replace("&", "").split("\n")
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        return widest > room.width() + 1 or metrics.height() * len(lines) > room.height() + 2
    if type(widget) in (QPushButton, QCheckBox, QRadioButton):
        least = widget.sizeHint()
        return least.width() > widget.width() + 1 or widget.fontMetrics().height() > widget.height()
    if isinstance(widget, QTabBar):
        return any(_tab_is_cut(widget, place) for place in range(widget.count()))
    return False


def _tab_is_cut(bar: QTabBar, place: int) -> bool:
    words, rect = bar.tabText(place).replace("&", ""), bar.tabRect(place)
    return bar.fontMetrics().horizontalAdvance(words) > rect.width() or rect.right() > bar.width()


def overlaps(root: QWidget) -> list[str]:
    """Pairs of neighbours that lie over each other."""
    found = []
    for parent in (root, *visible(root)):
        if isinstance(parent, DRAWERS):
            continue
        inside = [each for each in parent.children() if isinstance(each, QWidget) and _takes_room(each)]
        for place, one in enumerate(inside):
            found += [
                f"{told(one)} × {told(other)}"
                for other in inside[place + 1 :]
                if _shared(one.geometry(), other.geometry()) and not isinstance(one, StageButton)
            ]
    return found


def _takes_room(widget: QWidget) -> bool:
    over = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    own = (
        isinstance(widget, (Toast, QRubberBand, QScrollBar))
        or isinstance(widget.parentWidget(), QLineEdit)
        or widget.objectName().startswith("qt_")
    )
    return widget.isVisible() and not widget.isWindow() and not over and not own


def _shared(one: QRect, other: QRect) -> bool:
    both = one.intersected(other)
    return both.width() > 1 and both.height() > 1


def outside(root: QWidget) -> list[str]:
    """What reaches beyond the thing it stands in."""
    found = []
    for each in visible(root):
        parent = each.parentWidget()
        scrolled = parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)
        if parent is None or scrolled or not _takes_room(each) or isinstance(parent, QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(each.geometry()):
            found.append(f"{told(each)} in {told(parent)}")
    return found


def forbidden_words(root: QWidget) -> list[str]:
    """Words that the program never says, on anything that is read."""
    return [text for each in visible(root) for text in _texts(each) if FORBIDDEN.search(text)]


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, (QLineEdit, QTextEdit, QPlainTextEdit)):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())


def nameless(root: QWidget) -> list[str]:
    """Fields, lists and buttons that assistive technology has no name for."""
    found = []
    for each in visible(root):
        within = isinstance(each.parentWidget(), (QComboBox, QAbstractSpinBox, QLineEdit))
        if not isinstance(each, FIELDS) or isinstance(each, QHeaderView) or within:
            continue
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(told(each))
    return found


def unreached(root: QWidget) -> list[str]:
    """Controls that Tab never comes to, and those it does not leave."""
    traps = [
        told(each)
        for each in visible(root)
        if (isinstance(each, (QTextEdit, QPlainTextEdit)) and not each.tabChangesFocus() and not each.isReadOnly())
        or (isinstance(each, QAbstractItemView) and each.tabKeyNavigation())
    ]
    window, reached = root.window(), set[QWidget]()
    controls = [each for each in visible(root) if _wants_tab(each)]
    for _ in range(2 * len(controls) + 5):
        focused = QApplication.focusWidget()
        if focused in reached:
            break
        if focused is not None:
            reached.add(focused)
        (focused or window).focusNextPrevChild(True)
    return traps + [told(each) for each in controls if not reached & _alternatives(each)]


def _wants_tab(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _alternatives(widget: QWidget) -> set[QWidget]:
    """The widget, or the whole group of which one is chosen: arrow keys go through that."""
    if not isinstance(widget, QAbstractButton):
        return {widget}
    group = widget.group()
    if group is not None and group.exclusive():
        return set(group.buttons())
    parent = widget.parentWidget()
    if widget.autoExclusive() and parent is not None:
        return {each for each in parent.findChildren(QAbstractButton) if each.autoExclusive()}
    return {widget}
