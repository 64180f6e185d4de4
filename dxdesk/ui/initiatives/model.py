"""The rows of 取組一覧 as a Qt model."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QObject

from dxdesk.ui.initiatives.rows import Row
from dxdesk.ui.row_tree import RowTree


class Column(IntEnum):
    NAME = 0
    STATUS = 1
    STAGE = 2
    OWNERS = 3
    CHANGE = 4


HEADINGS: Final[dict[Column, str]] = {
    Column.NAME: "取組",
    Column.STATUS: "状況",
    Column.STAGE: "段階",
    Column.OWNERS: "実施主体",
    Column.CHANGE: "前回比",
}


class InitiativeModel(RowTree[Row]):
    """Rows with five columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([HEADINGS[column] for column in Column], _cell, parent)


def _cell(row: Row, column: int) -> str:
    """The words of a cell, as the eye finds them."""
    if column == Column.NAME:
        return " ".join(each for each in (row.lead, row.number, row.name) if each)
    if column == Column.STATUS:
        return "済" if row.done else row.word
    if column == Column.STAGE:
        return row.stage_word
    if column == Column.OWNERS:
        return row.answered_words if row.kind == "group" else row.owners
    return row.change_word
