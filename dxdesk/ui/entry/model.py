"""The list left of the form as a Qt model: own items first, then the whole tree by axis."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.plans import Node
from dxdesk.domain.text import fold
from dxdesk.ui.entry.reading import Entry, EntryList, EntryState

Kind = Literal["heading", "own", "axis", "item"]
Index = QModelIndex | QPersistentModelIndex

STATE_WORDS: Final[dict[EntryState, str]] = {
    "blank": "未入力",
    "draft": "下書き",
    "submitted": "✓提出済",
    "accepted": "✓受理",
    "returned": "差戻し",
    "conflict": "くいちがい",
}


class EntryRole(IntEnum):
    """What a row holds beside its text: its kind, the status key (None: another department's), the state's word and
    key, the unit's id, and what stands at its right end."""

    KIND = Qt.ItemDataRole.UserRole + 1
    STATUS = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3
    UNIT = Qt.ItemDataRole.UserRole + 4
    RIGHT = Qt.ItemDataRole.UserRole + 5


@dataclass
class _Row:
    kind: Kind
    text: str
    right: str = ""
    unit: str = ""
    entry: Entry | None = None
    parent: _Row | None = None
    position: int = 0
    children: list[_Row] = field(default_factory=list)

    def add(self, row: _Row) -> _Row:
        row.parent, row.position = self, len(self.children)
        self.children.append(row)
        return row


def short_name(unit: Node) -> str:
    """The name for narrow places: the short one where the plan has it."""
    return unit.short_name or unit.name


def matches(unit: Node, words: str) -> bool:
    """Whether a unit's number, name, short name or alias holds what was typed, widths and kana levelled."""
    if not words:
        return True
    wanted = fold(words)
    names = (unit.code, unit.label, unit.name, unit.short_name, *unit.aliases)
    return any(wanted in fold(name) for name in names if name)


class EntryModel(QAbstractItemModel):
    """Rows of an EntryList. ``show`` keeps indexes valid where only values changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Row("heading", "")
        self._entries: EntryList | None = None
        self._words = ""
        self._units: dict[tuple[Kind, str], _Row] = {}

    def show(self, entries: EntryList, words: str = "") -> None:
        """Show a list; with ``words`` only the items that match."""
        known, self._entries = self._entries, entries
        if known is not None and words == self._words and _alike(known, entries):
            for before, after in zip(known.own, entries.own, strict=True):
                if before != after:
                    self.renew(entries, after.unit.id)
            return
        root, self._words = _rows(entries, words), words
        self.beginResetModel()
        self._root = root
        rows = (*root.children, *(below for each in root.children for below in each.children))
        self._units = {(each.kind, each.unit): each for each in rows}
        self.endResetModel()

    def renew(self, entries: EntryList, unit: str) -> None:
        """Show one own item as it is now, and how many are handed in; nothing else has changed."""
        self._entries = entries
        entry = entries.entry(unit)
        for kind in ("own", "item"):
            row = self._units.get((kind, unit))
            if row is not None:
                row.entry = entry
                row.right = STATE_WORDS[entry.state] if entry and kind == "own" else ""
                self._changed(row)
        heading = self._units.get(("heading", ""))
        if heading is not None:
            heading.right = _handed_in(entries)
            self._changed(heading)

    def _changed(self, row: _Row) -> None:
        index = self.createIndex(row.position, 0, row)
        self.dataChanged.emit(index, index)

    @property
    def empty(self) -> bool:
        """Whether no item is shown at all."""
        return not any(each.kind in ("own", "axis") for each in self._root.children)

    def index_of(self, unit: str) -> QModelIndex:
        """The row of a unit: among the own items, else in the tree; an invalid index where it is not shown."""
        row = self._units.get(("own", unit)) or self._units.get(("item", unit))
        return self.createIndex(row.position, 0, row) if row is not None else QModelIndex()

    def axes(self) -> list[tuple[QModelIndex, bool]]:
        """The rows of the axes, and whether own items stand below."""
        return [
            (self.createIndex(row.position, 0, row), any(each.entry for each in row.children))
            for row in self._root.children
            if row.kind == "axis"
        ]

    def _row(self, index: Index) -> _Row:
        row = index.internalPointer() if index.isValid() else None
        return row if isinstance(row, _Row) else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._row(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._row(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.position, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._row(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._row(index).kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == EntryRole.KIND:
            return row.kind
        if role == EntryRole.STATUS:
            return row.entry.status if row.entry else None
        if role == EntryRole.STATE:
            return row.entry.state if row.entry and row.kind == "own" else None
        if role == EntryRole.UNIT:
            return row.unit
        if role == EntryRole.RIGHT:
            return row.right
        return None

    def _spoken(self, row: _Row) -> str:
        if self._entries is None or row.kind in ("heading", "axis"):
            return "、".join(each for each in (row.text, row.right) if each)
        return spoken(row.entry, row.text, self._entries)


def spoken(entry: Entry | None, name: str, entries: EntryList) -> str:
    """「標準化・共通化、要注意、前回は順調、段階は検討、協議1、下書き」; of another department's item only that."""
    if entry is None:
        return f"{name}、ほかの課の担当"
    settings, last = entries.settings, entry.last.answer.status if entry.last else None
    stage = settings.stage_word(entry.answer.stage)
    parts = [
        name,
        settings.status_word(entry.status),
        f"前回は{settings.status_word(last)}" if last else "",
        f"段階は{stage}" if stage else "",
        "協議1" if entry.answer.discuss != "none" else "",
        STATE_WORDS[entry.state].lstrip("✓"),
    ]
    return "、".join(each for each in parts if each)


def _alike(one: EntryList, other: EntryList) -> bool:
    """Whether two lists have the same rows, whatever these say."""
    same = one.plan is other.plan and one.department == other.department and one.on_behalf == other.on_behalf
    return same and [each.unit.id for each in one.own] == [each.unit.id for each in other.own]


def _handed_in(entries: EntryList) -> str:
    return f"提出 {entries.handed_in}／{len(entries.own)}"


def _rows(entries: EntryList, words: str) -> _Row:
    root = _Row("heading", "")
    own = {entry.unit.id: entry for entry in entries.own}
    shown = [entry for entry in entries.own if matches(entry.unit, words)]
    if shown:
        whose = "この課の取組" if entries.confirming else "この課の担当" if entries.on_behalf else "自分の担当"
        root.add(_Row("heading", f"{whose}　{len(entries.own)}件", _handed_in(entries)))
    for entry in shown:
        root.add(_Row("own", short_name(entry.unit), STATE_WORDS[entry.state], entry.unit.id, entry))
    by_axis: dict[str, list[Node]] = {}
    for unit in entries.plan.units:
        axis = entries.plan.axis(unit)
        by_axis.setdefault(axis.id if axis else "", []).append(unit)
    for identity, units in by_axis.items():
        found = [unit for unit in units if matches(unit, words)]
        if not found:
            continue
        name = entries.plan.by_id[identity].name if identity else entries.plan.title
        row = root.add(_Row("axis", name, f"{len(units)}件", identity))
        for unit in found:
            row.add(_Row("item", short_name(unit), "", unit.id, own.get(unit.id)))
    return root
