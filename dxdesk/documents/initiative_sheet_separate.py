"""別紙 of a 個票: the whole of what its form had to cut, and what every department answered."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.documents.blocks import Block, Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.initiative_sheet_answer import answer_widths
from dxdesk.documents.initiative_sheet_head import draw_again
from dxdesk.documents.initiative_sheet_parts import COMPACT, About, Form
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Text, lines_of
from dxdesk.documents.styles import CELL, SECTION
from dxdesk.documents.table import Table, beginning
from dxdesk.documents.unit_blocks import name_lines, said, status_line
from dxdesk.domain.sheets import DepartmentAnswer, UnitSheet
from dxdesk.wording.directions import outlook_words
from dxdesk.wording.paper import CURRENT_HEAD, GOAL_HEAD, ISSUES, NEXT, NOTHING, RESULTS, SEPARATE

ANSWERS_TITLE = "各課の回答"
_DEPARTMENT = 24.5


def cut_texts(value: UnitSheet, about: About, form: Form) -> list[tuple[str, str]]:
    """What the form had to cut: its name and the whole text."""
    item = value.item
    widths = answer_widths(about, form)
    labels = (("results", RESULTS), ("issues", ISSUES), ("next", NEXT))
    now = {"results": item.results, "issues": item.issues, "next": item.next}
    found = [(f"今回の{label}", now[key], widths[1]) for key, label in labels]
    if not about.first:
        found += [(f"前回の{label}", item.previous.get(key), widths[2]) for key, label in labels]
    for pair in value.pairs:
        found += [(CURRENT_HEAD, text, 76.0) for text in pair.currents]
        found += [(GOAL_HEAD, "\n".join(pair.goals), 78.0)]
    wide = 165.0 / max(len(value.years), 1)
    found += [("年度計画", "\n".join(each.lines), wide * (each.last - each.first + 1)) for each in value.texts]
    found.append(("計画の内容", "\n".join(value.lines), 165.0))
    return [
        (name, text)
        for name, text, column in found
        if text and form.lines and len(lines_of(text, form.style, column - 3.0)) > form.lines
    ]


def place_separate(sheet: Sheet, value: UnitSheet, texts: Sequence[tuple[str, str]], answers: Table | None) -> None:
    """別紙 with the whole of every text that was cut, and below it the accepted answer of every department."""
    if not texts and answers is None:
        return
    name = "" if texts else f"　{ANSWERS_TITLE}"
    sheet.head = None
    sheet.next_page()
    draw_again(sheet, value, f"{SEPARATE}{name}　")
    sheet.head = lambda page: draw_again(page, value, f"{SEPARATE}{name}（続き）　")
    for title, text in texts:
        sheet.place(Text(title, SECTION), keep=10.0)
        sheet.place(Text(text, CELL))
        sheet.skip(3.0)
    if answers is None:
        return
    if texts:
        sheet.place(Text(ANSWERS_TITLE, SECTION), keep=beginning(answers, sheet.width))
    sheet.place(answers)


def answers_table(value: UnitSheet, about: About) -> Table:
    """The accepted answer of every department."""
    columns = (
        Column(_DEPARTMENT, "課"),
        Column(24.5, "状況・段階"),
        Column(46.0, RESULTS),
        Column(36.0, ISSUES),
        Column(34.0, NEXT),
    )
    rows = [row for each in value.answers for row in _answer_rows(each, about)]
    return Table(columns, tuple(rows), style=COMPACT)


def _answer_rows(each: DepartmentAnswer, about: About) -> list[Row]:
    """What a department says, and below it what it says about the next year."""
    status: list[Block] = []
    if each.status:
        status.append(status_line(each.status, about.settings, COMPACT.bold, 3.6))
    status.append(Text(each.stage or NOTHING, COMPACT))
    texts = [said(text, COMPACT) for text in (each.results, each.issues, each.next)]
    outlook = "　".join(f"{head}：{words}" for head, words in outlook_words(each.outlook))
    department = name_lines(each.department, COMPACT.bold, _DEPARTMENT - 3.0)
    name = Cell(department, style=COMPACT.bold, rows=2 if outlook else 1)
    first = Row((name, Cell(Stack(tuple(status), gap=0.6)), *texts), keep=bool(outlook))
    return [first, Row((Cell(outlook, style=COMPACT, columns=4),))] if outlook else [first]
