"""The left side of 取組一覧: search and chips, the tree, and below it what was found inside texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.domain.board import Card
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.store.queries.search import Found
from dxdesk.ui.bands import announce
from dxdesk.ui.initiatives.filters import FilterBar
from dxdesk.ui.initiatives.found import FoundList
from dxdesk.ui.initiatives.groupings import Grouping, groupings
from dxdesk.ui.initiatives.rows import Row, tree_rows
from dxdesk.ui.initiatives.search import Chip, above, chip_counts, matching, visible_rows
from dxdesk.ui.initiatives.tree import InitiativeTree, TreePlace
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.words import scale_of
from dxdesk.wording.initiatives import NO_INITIATIVES, nothing_found
from dxdesk.wording.screen import NOTHING_FITS

_SHORT: Final = 130
"""Height, px at 100 %, of the words that no name fits where something else was found."""
_ANY: Final = 16_777_215


@dataclass(frozen=True)
class ListPlace:
    """How a person left the list of a cycle."""

    grouping: Grouping
    chip: Chip | None
    tree: TreePlace


def chip_words(source: Initiatives) -> dict[Chip, str]:
    """The chips that this plan has, with their words; 重 only where the plan says which initiatives carry it."""
    word = source.settings.status_word
    priority = next((each.label for each in source.plan.marks if each.key == "priority" and each.known), None)
    found: dict[Chip, str] = {"late": word("late"), "warn": word("warn"), "miss": word("miss")}
    if priority:
        found["priority"] = priority
    return found | {"discuss": "協議", "changed": "変わったもの"}


class NothingFits(QWidget):
    """In place of the tree where no row is left: why, and how to see all again."""

    def __init__(self, clear: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PhraseLabel()
        self._clear = QPushButton(self.tr("条件を消す"))
        self._clear.clicked.connect(clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 24)
        column.addWidget(self._words)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say(self, typed: str, *, possible: bool) -> None:
        """Nothing fits what was typed or pressed; ``possible`` whether there is anything at all."""
        sentence = nothing_found(typed) if typed else NOTHING_FITS
        self._words.show_text(sentence if possible else NO_INITIATIVES)
        self._clear.setVisible(possible)
        announce(self, self._words.text())


def _key(rows: Sequence[Row], node: str) -> str | None:
    """The key of the first row that shows a node."""
    return next((row.key for row in rows if row.node == node), None)


class ListPane(QWidget):
    """Shows the list of a cycle. What is open, chosen, grouped and searched for stays when it is shown anew."""

    row_chosen = Signal(str)
    """The key of the row that is chosen now."""
    row_requested = Signal(str)
    """Enter or a double click on a row."""
    searched = Signal(str)
    """The words that are searched for now; empty for none."""
    shown = Signal()
    """Other rows are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Initiatives | None = None
        self._rows: tuple[Row, ...] = ()
        self._prepared: tuple[Grouping, tuple[Row, ...]] = ("", ())
        self._by_key: dict[str, Row] = {}
        self._waiting: ListPlace | None = None
        self._last = ""
        self.filters, self.tree, self.found = FilterBar(), InitiativeTree(), FoundList()
        self._empty = NothingFits(self.filters.clear)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self.found)
        self.filters.changed.connect(self._filter)
        self.filters.left_downwards.connect(self._go_down)
        self.tree.row_chosen.connect(self.row_chosen)
        self.tree.row_requested.connect(self.row_requested)

    @property
    def next_grouping(self) -> Grouping:
        """How the next list that is shown will be grouped."""
        return self._waiting.grouping if self._waiting else self.filters.grouping

    def show_source(self, source: Initiatives, prepared: tuple[Grouping, tuple[Row, ...]]) -> None:
        """Show the list of a cycle; ``prepared`` are its rows for a grouping."""
        self._source, self._prepared = source, prepared
        self.filters.show_groupings(groupings(source))
        place, self._waiting = self._waiting, None
        if place is not None:
            self.filters.set_conditions(place.grouping, place.chip)
        self._show_rows(place.tree if place else None)
        self.filters.show_counts(chip_words(source), chip_counts(self._rows))

    @property
    def place(self) -> ListPlace:
        """How the list stands now."""
        return ListPlace(self.filters.grouping, self.filters.chip, self.tree.place)

    def go_back_to(self, place: ListPlace | None) -> None:
        """Stand as before as soon as the next list is shown."""
        self._waiting = place

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        return self._by_key.get(self.tree.chosen or "")

    def cards(self) -> tuple[Card, ...]:
        """The units that are shown, in their order, each once."""
        found = {row.node: row.card for row in self._visible() if row.card is not None}
        return tuple(found.values())

    def cards_below(self, key: str) -> tuple[Card, ...]:
        """The units of a group, whatever is filtered."""
        return tuple(row.card for row in self._rows if row.parent == key and row.card is not None)

    @property
    def doubled(self) -> tuple[int, int]:
        """How many units the list has, and in how many rows they stand."""
        units = [row.node for row in self._rows if row.kind == "unit"]
        return len(set(units)), len(units)

    def choose_node(self, node: str) -> None:
        """Choose a unit by its id, in the first group that has it; conditions that hide it are taken away."""
        key = _key(self._visible(), node)
        if key is None:
            self.filters.clear()
            key = _key(self._rows, node)
        if key is not None:
            self.tree.choose(key)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what was found inside texts; units whose names are in the tree are not told again."""
        names = {row.node for row in self._visible() if row.kind == "unit"}
        rest = [each for each in found if each.hit.where != "initiative" or each.unit not in names]
        alone = self._stack.currentWidget() is self._empty
        self.found.show_found(rest, self.filters.words, alone=alone)
        self._stack.setMaximumHeight(round(_SHORT * scale_of(self.font())) if alone and rest else _ANY)

    def _visible(self) -> list[Row]:
        return visible_rows(self._rows, self.filters.words, self.filters.chip)

    def _filter(self) -> None:
        self._show_rows()
        self.searched.emit(self.filters.words.strip())

    def _go_down(self) -> None:
        shown = self.tree if self._stack.currentWidget() is self.tree else self.found.view
        shown.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_rows(self, place: TreePlace | None = None) -> None:
        source = self._source
        if source is None:
            return
        before = self.chosen
        self._last = before.node if before and before.node else self._last
        grouping = self.filters.grouping
        if self._prepared[0] != grouping:
            self._prepared = (grouping, tree_rows(source, grouping))
        self._rows = self._prepared[1]
        words, chip = self.filters.words, self.filters.chip
        shown = self._visible()
        wanted = (
            matching(shown, words)
            if words.strip()
            else {row.key for row in shown if row.kind == "unit"}
            if chip
            else set()
        )
        self._by_key = {row.key: row for row in shown}
        self.tree.show_rows(shown, above(shown, wanted), words, place)
        chosen = self.chosen
        if chosen is None or (words.strip() and chosen.kind == "group" and chosen.key not in wanted):
            key = _key(shown, self._last) if chosen is None and self._last else None
            first = next((row.key for row in shown if row.kind == "unit"), next((row.key for row in shown), None))
            if (key or first) is not None:
                self.tree.choose(key or first or "")
        self._stack.setCurrentWidget(self.tree if shown else self._empty)
        if not shown:
            self._empty.say(words.strip(), possible=bool(self._rows))
        self.shown.emit()
