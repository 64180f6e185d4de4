"""A window as assistive technology finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dxdesk.ui.focus_ring import RingOverlay

ROLES = QAccessible.Role
LISTS = (ROLES.Table, ROLES.Tree, ROLES.List)
ACTING = (
    ROLES.Button, ROLES.ButtonMenu, ROLES.ButtonDropDown, ROLES.CheckBox, ROLES.RadioButton, ROLES.EditableText,
    ROLES.ComboBox, ROLES.PageTab, ROLES.PageTabList, ROLES.Link, ROLES.Slider, ROLES.SpinBox, *LISTS,
)  # fmt: skip


def name_of(found: QAccessibleInterface) -> str:
    return found.text(QAccessible.Text.Name)


def spoken_name(widget: QObject) -> str:
    """The name under which assistive technology knows a widget."""
    return name_of(interface(widget))


def interface(widget: QObject) -> QAccessibleInterface:
    found: Any = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found  # type: ignore[no-any-return]


def everything(found: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """An object and all that is visible below it; the cells of lists and tables are left out."""
    if found is None or not found.isValid() or found.state().invisible:
        return
    yield found
    if found.role() not in LISTS:
        for place in range(found.childCount()):
            yield from everything(found.child(place))


def described(found: QAccessibleInterface) -> tuple[str, str, str]:
    """Role, name and description."""
    return found.role().name, name_of(found), found.text(QAccessible.Text.Description)


def nameless(window: QWidget) -> list[str]:
    """What can be operated or takes the focus, and has no name."""
    return [
        f"{each.role().name} {type(each.object()).__name__}"
        for each in everything(interface(window))
        if each.object() is not window and not name_of(each)
        if each.role() in ACTING or each.state().focusable
    ]


def only_a_placeholder(window: QWidget) -> list[str]:
    """Fields whose only name is the example in them."""
    buddies = {label.buddy() for label in window.findChildren(QLabel)}
    fields: list[QLineEdit | QPlainTextEdit | QTextEdit] = [
        *window.findChildren(QLineEdit),
        *window.findChildren(QPlainTextEdit),
        *window.findChildren(QTextEdit),
    ]
    return [
        each.placeholderText() or type(each).__name__
        for each in fields
        if each.isVisible() and not each.accessibleName() and each not in buddies and each.focusProxy() is None
        if not (isinstance(each, QTextEdit | QPlainTextEdit) and each.isReadOnly())
    ]


def silent_rows(window: QWidget) -> list[str]:
    """Rows of lists, tables and trees that say nothing."""
    views = [each for each in window.findChildren(QAbstractItemView) if each.isVisible()]
    return [
        f"{type(view).__name__} {view.accessibleName()} {row}"
        for view in views
        if not isinstance(view, QHeaderView) and view.model() is not None
        for row in range(view.model().rowCount(view.rootIndex()))
        if not row_words(view, view.model().index(row, 0, view.rootIndex()))
    ]


def row_words(_view: QAbstractItemView, row: QModelIndex) -> str:
    """What a row says."""
    return str(row.data(Qt.ItemDataRole.AccessibleTextRole) or row.data() or "")


def tab_round(window: QWidget) -> list[QWidget]:
    """What Tab reaches from where the focus is until it comes back; AssertionError where it does not come back."""
    start = QApplication.focusWidget()
    assert start is not None
    found, here = [start], start
    while True:
        QTest.keyClick(here, Qt.Key.Key_Tab)
        following = QApplication.focusWidget()
        assert following is not None
        if following is start:
            return found
        assert following not in found, f"{spoken_name(here)} → {spoken_name(following)}"
        found.append(following)
        here = following
        assert ring_is_whole(window, following), spoken_name(following)


def wanting_focus(window: QWidget) -> list[QWidget]:
    """Everything visible and enabled that takes the focus by Tab; of buttons of which one is chosen only the stop, once
    the focus was there.
    """
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.window() is window and each.focusProxy() is None
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def ring_is_whole(window: QWidget, focused: QWidget) -> bool:
    """Whether the focus ring lies around the whole control, inside the window."""
    ring = window.findChild(RingOverlay)
    box = QRect(focused.mapTo(window, QPoint(0, 0)), focused.size()).intersected(window.rect().adjusted(4, 4, -4, -4))
    return (
        ring is not None
        and ring.isVisible()
        and window.rect().contains(ring.geometry())
        and ring.geometry().contains(box)
    )
