"""fpdf2 with its own cells and tables, lines ended after any character."""

from __future__ import annotations

from typing import Any

from tests.bench.papers import sample
from tests.bench.papers.sample import BODY, CELL, GAP, LEFT, RIGHT, SECTION, SUBTITLE, TITLE, Papers


def write(papers: Papers, target: str) -> None:
    """Draw the papers into a file."""
    from fpdf import FPDF
    from fpdf.enums import WrapMode

    class Pages(FPDF):  # type: ignore[misc,unused-ignore]
        def footer(self) -> None:
            self.set_y(-40)
            self.set_font("J", size=9)
            self.cell(0, 10, str(self.page_no()), align="C")

    pages: Any = Pages(unit="pt", format="A4")
    pages.add_font("J", "", sample.font_file(sample.REGULAR))
    pages.add_font("J", "B", sample.font_file(sample.BOLD))
    pages.set_margins(LEFT, sample.TOP, sample.PAGE_WIDTH - RIGHT)
    pages.set_auto_page_break(True, sample.PAGE_HEIGHT - sample.BOTTOM)

    def paragraph(words: str, form: tuple[float, float], weight: str = "") -> None:
        size, pitch = form
        pages.set_font("J", weight, size)
        pages.multi_cell(RIGHT - LEFT, pitch, words, align="L", wrapmode=WrapMode.CHAR, new_x="LMARGIN", new_y="NEXT")

    def table(head: tuple[str, ...], widths: tuple[float, ...], rows: list[tuple[str, ...]]) -> None:
        pages.set_font("J", "", CELL[0])
        shares = tuple(round(width) for width in widths)
        with pages.table(
            width=sum(widths), col_widths=shares, line_height=CELL[1], wrapmode=WrapMode.CHAR, text_align="LEFT"
        ) as made:
            for row in (head, *rows):
                made.row(row)

    pages.add_page()
    pages.set_y(sample.TOP + 150)
    paragraph(papers.title, TITLE, "B")
    for words in (papers.office, papers.day, papers.place):
        paragraph(words, SECTION)
    pages.add_page()
    paragraph(sample.AGENDA_TITLE, TITLE, "B")
    for words in papers.agenda:
        paragraph(words, SECTION)
    pages.add_page()
    paragraph(sample.LIST_TITLE, TITLE, "B")
    table(sample.LIST_HEAD, sample.LIST_WIDTHS, [each.cells for each in papers.initiatives])
    for each in papers.initiatives:
        pages.add_page()
        paragraph(each.title, TITLE, "B")
        paragraph(each.line, SUBTITLE)
        for words, text in each.paragraphs:
            paragraph(words, SECTION, "B")
            paragraph(text, BODY)
            pages.ln(GAP)
        table(sample.COURSE_HEAD, sample.COURSE_WIDTHS, [row.cells for row in each.course])
    pages.output(target)
