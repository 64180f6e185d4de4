"""Tables that people paste from a spreadsheet: cells of the clipboard as rows of known columns, nothing half taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dxdesk.domain.errors import Problem
from dxdesk.domain.text import fold

MOST_ROWS: Final = 2_000

_CELL = re.compile(r'("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)')
_CELL_OF_COMMAS = re.compile(r'("(?:[^"]|"")*"|[^,，\n]*)([,，]|\n|$)')
_INVISIBLE = "\ufeff\u200b\u2060"


@dataclass(frozen=True)
class Column:
    """A column of a table: its key, its heading, other headings that mean it, and an example."""

    key: str
    heading: str
    also: tuple[str, ...] = ()
    example: str = ""

    def means(self, heading: str) -> bool:
        """Whether a heading, as typed, names this column."""
        return fold(heading) in map(fold, (self.heading, *self.also))


@dataclass(frozen=True)
class Form:
    """The columns that a table has, in the order in which they are taken where there is no row of headings."""

    key: str
    columns: tuple[Column, ...]

    def place(self, key: str) -> int:
        """Where a column stands, from 0."""
        return [each.key for each in self.columns].index(key)


@dataclass(frozen=True)
class TableRow:
    """One row: a text per column of its form, and the id of what it stands for where that is on file."""

    cells: tuple[str, ...]
    id: str | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(self.cells)


@dataclass(frozen=True)
class Pasted:
    """What was read: the rows, and the headings of columns that the form does not have (their cells are left out)."""

    rows: tuple[TableRow, ...]
    left_out: tuple[str, ...] = ()


DEPARTMENTS: Final = Form(
    "departments",
    (
        Column("name", "課の名前", ("課", "課名", "名前", "名称", "部署", "部署名", "所属", "所属名"), "総務課"),
        Column("short", "略称", ("略", "略名", "短い名前"), "総務"),
    ),
)
GROUPS: Final = Form(
    "groups",
    (
        Column("name", "まとまり", ("まとまりの名前", "グループ", "区分", "名前", "名称"), "窓口の課"),
        Column("members", "入る課", ("課", "構成", "構成課", "構成する課", "対象", "対象課"), "町民課、税務課"),
    ),
)
MEMBERS: Final = Form(
    "members",
    (
        Column("name", "名前", ("氏名", "委員名", "委員の名前", "委員氏名"), "佐藤　一郎"),
        Column("title", "職", ("職名", "役職", "役職名", "肩書", "補職"), "副町長"),
        Column("position", "立場", ("役", "役割", "委員会での役", "委員会での立場"), "委員長"),
        Column("department", "課", ("課名", "所属", "所属課", "部署", "所属部署"), "総務課"),
        Column("body", "会議", ("会議体", "会議の名前", "会議名", "委員会", "会議体名"), "推進委員会"),
    ),
)
OUTLINE: Final = Form(
    "outline",
    (
        Column("axis", "軸", ("政策の軸", "方針", "分野", "柱", "目線", "区分", "施策"), "住民サービス"),
        Column("name", "取組", ("取組名", "取組の名前", "取り組み", "取組事項", "事業", "事業名"), "手続の電子化"),
        Column("owners", "担当課", ("担当", "課", "課名", "所管", "所管課", "実施主体"), "町民課、総務課"),
    ),
)


def tidy(text: str) -> str:
    """A cell as it is taken: without blanks around it, line ends and tabs within it as spaces; else as typed."""
    bare = text.strip().strip(_INVISIBLE).strip()
    return re.sub(r"\s*[\r\n\t]+\s*", " ", bare)


def read_table(text: str, form: Form) -> Pasted:
    """The rows of a text from the clipboard: cells parted by tabs or, in a text without any, by commas.

    Blank rows are left out. A first row of headings gives the order of the columns; without one they come in the
    form's order, behind a column that only numbers the rows. Raises Problem: paste.empty, paste.too_many_rows,
    paste.columns where cells would have no column.
    """
    rows = [row for row in _rows(text) if any(row)]
    order, left_out = _headings(rows[0], form) if rows else (None, ())
    if order is not None:
        rows = rows[1:]
    if not rows:
        raise Problem("paste.empty")
    if len(rows) > MOST_ROWS:
        raise Problem("paste.too_many_rows", "", {"limit": MOST_ROWS, "rows": len(rows)})
    if order is None:
        if len(rows) > 1 and all(re.fullmatch(r"\d+", fold(row[0])) for row in rows):
            rows = [row[1:] for row in rows]
        order = list(range(len(form.columns)))
        most = max(len(_shortened(row)) for row in rows)
        if most > len(order):
            names = "・".join(each.heading for each in form.columns)
            raise Problem("paste.columns", "", {"found": most, "names": names})
    return Pasted(tuple(_arranged(row, order, len(form.columns)) for row in rows), left_out)


def _rows(text: str) -> Iterator[list[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pattern = _CELL if "\t" in text else _CELL_OF_COMMAS
    row: list[str] = []
    for found in pattern.finditer(text):
        cell, end = found[1], found[2]
        if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
            cell = cell[1:-1].replace('""', '"')
        row.append(tidy(cell))
        if end in ("\n", ""):
            yield row
            row = []
        if not end:
            return


def _headings(row: Sequence[str], form: Form) -> tuple[list[int] | None, tuple[str, ...]]:
    """Which column of the form each cell of a row of headings names (-1: none), and those that name none.

    None where the row holds no headings: a cell must name the column of names, or at least half of them columns.
    """
    order: list[int] = []
    for cell in row:
        named = [place for place, column in enumerate(form.columns) if place not in order and column.means(cell)]
        exact = [place for place in named if fold(form.columns[place].heading) == fold(cell)]
        order.append((exact or named or [-1])[0])
    known = sum(place >= 0 for place in order)
    names = form.place("name") in order
    if not known or not (names or 2 * known >= sum(bool(cell) for cell in row)):
        return None, ()
    return order, tuple(cell for cell, place in zip(row, order, strict=True) if place < 0 and cell)


def _shortened(row: Sequence[str]) -> Sequence[str]:
    """A row up to its last cell with something in it."""
    return row[: max((place + 1 for place, cell in enumerate(row) if cell), default=0)]


def _arranged(row: Sequence[str], order: Sequence[int], width: int) -> TableRow:
    cells = [""] * width
    for cell, place in zip(row, order, strict=False):
        if place >= 0:
            cells[place] = cell
    return TableRow(tuple(cells))


def laid_over(
    pasted: Sequence[TableRow], standing: Sequence[TableRow], keys: Sequence[int], broken: Collection[int] = ()
) -> tuple[TableRow, ...]:
    """Pasted rows over those that stand in a table: they come first, in their own order.

    A pasted row that has the same texts in the columns ``keys`` takes the place of the one that stands: it keeps that
    one's id, and that one's text where its own is empty. So does one of the same name, the first of ``keys``, where
    that which stands at one of the places ``broken`` has to be put right; of its texts none is kept then. Rows that
    were not pasted again follow in their order.
    """

    def name(row: TableRow) -> tuple[str, ...]:
        return tuple(fold(row.cells[key]) for key in keys)

    left = {place: row for place, row in enumerate(standing) if not row.blank}
    places = {name(row): place for place, row in reversed(left.items())}
    found: list[TableRow] = []
    for row in pasted:
        place = places.pop(name(row), None)
        before = left.pop(place) if place is not None else TableRow(row.cells, _mended(row, left, keys[0], broken))
        cells = tuple(new or old for new, old in zip(row.cells, before.cells, strict=True))
        found.append(replace(before, cells=cells))
    return (*found, *left.values())


def _mended(row: TableRow, left: dict[int, TableRow], key: int, broken: Collection[int]) -> str | None:
    """Takes the first row away that had to be put right and has this one's name; returns its id."""
    for place, each in left.items():
        if place in broken and row.cells[key] and fold(each.cells[key]) == fold(row.cells[key]):
            return left.pop(place).id
    return None
