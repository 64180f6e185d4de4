"""Tables as spreadsheets: every cell is the text that the screen shows, and never a formula, a link or a number."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

CELL_LIMIT: Final = 32_767
"""So many UTF-16 units a cell of a spreadsheet holds."""

FACE: Final = "BIZ UDPゴシック"
"""The typeface of every spreadsheet."""

_NARROWEST, _WIDEST, _NOTES_WIDTH = 6, 44, 110
_A4_WIDTH: Final = 150
"""Half-width characters across A4横 that are still read when the sheet is fitted to its width; beyond: A3."""
_A3_WIDTH: Final = 260
"""The same for A3横, at 7 pt: where there is more, the widest columns are narrower and their texts take more lines."""
_NARROWED: Final = 16
_LINE, _HIGHEST = 14.25, 405.0
_A4, _A3 = 9, 8
AS_TEXT: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Options of a workbook in which nothing becomes a formula, a link or a number."""


def table_workbook(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str], moment: datetime
) -> bytes:
    """An .xlsx with the sheet 一覧 (``heads``, then ``rows`` as long as them) and, with ``notes``, the sheet 凡例.

    The head stays in sight, can be filtered by and repeats on every sheet of paper (A4横, A3横 when it is wide), with
    ``title`` above. The same arguments give the same bytes; ``moment``, in UTC where it has no offset, is when the file
    says it was made. Raises ValueError for a row of another length or a text that a cell cannot hold.
    """
    if any(len(row) != len(heads) for row in rows):
        raise ValueError("a row is not as long as the head")
    target = io.BytesIO()
    book = Workbook(target, AS_TEXT)
    made = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": title, "author": "dxdesk", "created": made})
    look = {"font_name": FACE, "font_size": 10, "text_wrap": True, "valign": "top", "border": 1, "quote_prefix": True}
    cell = book.add_format(look)
    head = book.add_format(look | {"bold": True, "bg_color": "#EBEBEB", "valign": "vcenter"})
    plain = book.add_format(look | {"border": 0})
    _table(book.add_worksheet("一覧"), title, heads, rows, head, cell)
    if notes:
        legend = book.add_worksheet("凡例")
        legend.set_column(0, 0, _NOTES_WIDTH)
        _set_paper(legend, title, _A4)
        for number, note in enumerate(notes):
            write_text(legend, number, 0, note, plain)
    book.close()
    return target.getvalue()


def _table(
    sheet: Worksheet, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], head: object, cell: object
) -> None:
    widths = _fitted([_column_width([heads[column], *(row[column] for row in rows)]) for column in range(len(heads))])
    _set_paper(sheet, title, _A4 if sum(widths) <= _A4_WIDTH else _A3)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
        write_text(sheet, 0, column, heads[column], head)
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, _row_height(row, widths))
        for column, text in enumerate(row):
            write_text(sheet, number, column, text, cell)
    if heads:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)
        # Codes and counts stand as text on purpose; no green corner has to say so.
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def write_text(sheet: Worksheet, row: int, column: int, text: str, look: object) -> None:
    """Write a text into a cell as the text it is. Raises ValueError where the cell cannot hold it."""
    if len(text.encode("utf-16-le")) // 2 > CELL_LIMIT:
        raise ValueError("a text is longer than a cell")
    if text:
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)


def _set_paper(sheet: Worksheet, title: str, paper: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.9, bottom=0.7)
    sheet.set_header(f"&C&B{title[:100].replace('&', '&&')}")  # a lone & would be read as a command of the header
    sheet.set_footer("&R&P／&N")


def _column_width(texts: Sequence[str]) -> int:
    """Width in half-width characters: the longest line, within what can be read and leaves room for the others."""
    longest = max((_width(line) for text in texts for line in text.split("\n")), default=0)
    return min(max(longest + 3, _NARROWEST), _WIDEST)  # 3: the mark of the filter


def _fitted(widths: Sequence[int]) -> list[int]:
    """The widths, the widest of them narrowed alike until all fit on A3横."""
    widest = _WIDEST
    while widest > _NARROWED and sum(min(width, widest) for width in widths) > _A3_WIDTH:
        widest -= 1
    return [min(width, widest) for width in widths]


def _row_height(texts: Sequence[str], widths: Sequence[int]) -> float | None:
    """Points for the most lines that a text of a row takes; None for one. Not every program finds out by itself."""
    lines = max(
        (
            sum(-(-max(_width(line), 1) // (width - 1)) for line in text.split("\n"))
            for text, width in zip(texts, widths, strict=True)
        ),
        default=1,
    )
    return min(lines * _LINE, _HIGHEST) if lines > 1 else None


def _width(line: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in line)
