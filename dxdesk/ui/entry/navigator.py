"""The left side of 記入: search, own items, and the whole tree by axis."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QTreeView, QVBoxLayout, QWidget

from dxdesk.ui.composition import Composition
from dxdesk.ui.entry.delegate import EntryDelegate
from dxdesk.ui.entry.model import EntryModel, EntryRole
from dxdesk.ui.entry.reading import EntryList
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.theme import set_look

WIDTH = 286
SEARCH_MILLISECONDS = 300


class Navigator(QFrame):
    """Chooses an item. Search runs on committed text only; Enter in it opens the first item that is found."""

    chosen = Signal(str)
    """The id of the unit that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.model = EntryModel(self)
        self._entries: EntryList | None = None
        self.search = QLineEdit(placeholderText=self.tr("取組をさがす（Ctrl+F）"))
        self.search.setAccessibleName(self.tr("取組をさがす"))
        self.composition = Composition(self.search)
        self.tree = QTreeView()
        self.tree.setAccessibleName(self.tr("取組の一覧"))
        self._nothing = QWidget()
        self._nothing_words = PhraseLabel(look="small")
        clear = QPushButton(self.tr("条件を消す"))
        set_look(clear, "link")
        clear.clicked.connect(self.search.clear)
        below = QVBoxLayout(self._nothing)
        below.addWidget(self._nothing_words)
        below.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        below.addStretch(1)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        field = QVBoxLayout()
        field.setContentsMargins(6, 0, 6, 0)
        field.addWidget(self.search)
        layout.setContentsMargins(4, 10, 4, 8)
        layout.setSpacing(6)
        layout.addLayout(field)
        for widget in (self.tree, self._nothing):
            layout.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MILLISECONDS)
        self._timer.timeout.connect(self._filter)
        self._set_up_tree()
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setItemDelegate(EntryDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(0)
        tree.setExpandsOnDoubleClick(False)
        tree.setMouseTracking(True)
        tree.setUniformRowHeights(False)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setStyleSheet("QTreeView { background: transparent; }")
        tree.clicked.connect(self._picked)
        tree.installEventFilter(self)

    def show_entries(self, entries: EntryList) -> None:
        """Show a list; what is chosen and what is open stay where the list is the same."""
        fresh = self._entries is None or (entries.cycle.id, entries.department) != (
            self._entries.cycle.id,
            self._entries.department,
        )
        self._entries = entries
        chosen = self.unit()
        self.model.show(entries, self.search.text())
        if fresh:
            self._open_axes()
        if chosen:
            self.mark(chosen)

    def renew(self, entries: EntryList, unit: str) -> None:
        """Show one own item as it is now."""
        self._entries = entries
        self.model.renew(entries, unit)

    def _open_axes(self) -> None:
        """Axes without own items stay closed, unless something is searched for or nothing is own at all."""
        axes = self.model.axes()
        everything = bool(self.search.text()) or not any(own for _, own in axes)
        for index, own in axes:
            self.tree.setExpanded(index, own or everything)

    def unit(self) -> str:
        """The id of the chosen unit; empty where none is."""
        index = self.tree.currentIndex()
        return str(index.data(EntryRole.UNIT)) if index.isValid() else ""

    def mark(self, unit: str) -> None:
        """Mark a unit as the one that is open; none: the list begins at its top."""
        if self.unit() != unit:
            self.tree.setCurrentIndex(self.model.index_of(unit))
        if not unit:
            self.tree.scrollToTop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_from_top)  # by then it has its height

    def _show_from_top(self) -> None:
        """The list begins at its top, unless the open item is farther down."""
        self.tree.scrollToTop()
        self.tree.scrollTo(self.tree.currentIndex())

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _filter(self) -> None:
        if self._entries is None or self.composition.text:
            return
        words = self.search.text()
        chosen = self.unit()
        self.model.show(self._entries, words)
        self._open_axes()
        self.mark(chosen)
        self.tree.scrollTo(self.tree.currentIndex())  # opens the axis it lies in
        self._nothing_words.show_text(self.tr("「{words}」に合う取組はありません。").format(words=words))
        self._nothing.setVisible(self.model.empty)
        self.tree.setVisible(not self.model.empty)

    def _open_first(self) -> None:
        self._timer.stop()
        self._filter()
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            while index.data(EntryRole.KIND) == "axis":
                index = self.model.index(0, 0, index)
            if index.data(EntryRole.KIND) in ("own", "item"):
                self._picked(index)
                self.search.clear()
                return

    def _picked(self, index: QModelIndex) -> None:
        if index.data(EntryRole.KIND) == "axis":
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif index.data(EntryRole.UNIT):
            self.chosen.emit(index.data(EntryRole.UNIT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Search: Esc clears, ↓ goes into the list. List: Enter and Space open."""
        if not isinstance(event, QKeyEvent) or self.composition.text:
            return False
        clears = watched is self.search and event.key() == Qt.Key.Key_Escape and bool(self.search.text())
        if clears and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else the page takes the key
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.tree:
            opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if opens and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._picked(self.tree.currentIndex())
                return True
            return False
        if clears:
            self.search.clear()
            return True
        if event.key() == Qt.Key.Key_Down:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False
