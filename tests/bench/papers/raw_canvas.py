"""The floor: reportlab's canvas with lines of equally many characters, no line breaking rules, no measuring of text."""

from __future__ import annotations

from collections.abc import Sequence

from tests.bench.papers import sample
from tests.bench.papers.sample import BODY, CELL, GAP, HEAD_HEIGHT, INSET, LEFT, RIGHT, SECTION, SUBTITLE, TITLE, Papers


class _Pages:
    """A canvas and how far down its page is filled."""

    def __init__(self, target: str) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        for name in (sample.REGULAR, sample.BOLD):
            pdfmetrics.registerFont(TTFont(name, sample.font_file(name)))
        self.canvas = Canvas(target, (sample.PAGE_WIDTH, sample.PAGE_HEIGHT), initialFontName=sample.REGULAR)
        self.number = 0
        self.y = 0.0

    def begin(self) -> None:
        if self.number:
            self.end()
        self.number += 1
        self.y = sample.TOP
        self.canvas.setLineWidth(0.5)

    def end(self) -> None:
        self.canvas.setFont(sample.REGULAR, 9)
        self.canvas.drawCentredString(sample.PAGE_WIDTH / 2, 30, str(self.number))
        self.canvas.showPage()

    def lines(self, lines: Sequence[str], form: tuple[float, float], x: float, y: float, bold: bool = False) -> None:
        size, pitch = form
        text = self.canvas.beginText(x, sample.PAGE_HEIGHT - y - 0.88 * size - (pitch - size) / 2)
        text.setFont(sample.BOLD if bold else sample.REGULAR, size, pitch)
        for line in lines:
            text.textLine(line)
        self.canvas.drawText(text)

    def paragraph(self, words: str, form: tuple[float, float], *, bold: bool = False) -> None:
        lines = chunks(words, form[0], RIGHT - LEFT)
        self.lines(lines, form, LEFT, self.y, bold)
        self.y += form[1] * len(lines)

    def head(self, cells: Sequence[str], widths: Sequence[float]) -> None:
        self.canvas.setFillGray(0.85)
        self.canvas.rect(LEFT, sample.PAGE_HEIGHT - self.y - HEAD_HEIGHT, RIGHT - LEFT, HEAD_HEIGHT, fill=1)
        self.canvas.setFillGray(0)
        x = LEFT
        for cell, width in zip(cells, widths, strict=True):
            self.lines([cell], CELL, x + INSET, self.y + 2, bold=True)
            x += width
        self.y += HEAD_HEIGHT

    def row(self, cells: Sequence[str], widths: Sequence[float]) -> None:
        broken = [chunks(cell, CELL[0], width - 2 * INSET) for cell, width in zip(cells, widths, strict=True)]
        height = max(map(len, broken)) * CELL[1] + 2 * INSET
        top, bottom = sample.PAGE_HEIGHT - self.y, sample.PAGE_HEIGHT - self.y - height
        x = LEFT
        for lines, width in zip(broken, widths, strict=True):
            self.lines(lines, CELL, x + INSET, self.y + INSET)
            self.canvas.line(x, top, x, bottom)
            x += width
        self.canvas.line(RIGHT, top, RIGHT, bottom)
        self.canvas.line(LEFT, bottom, RIGHT, bottom)
        self.y += height


def chunks(words: str, size: float, width: float) -> list[str]:
    """Lines of as many characters as full-width ones fit."""
    count = int(width / size)
    return [words[at : at + count] for at in range(0, len(words), count)]


def write(papers: Papers, target: str) -> None:
    """Draw the papers into a file."""
    pages = _Pages(target)
    pages.begin()
    pages.y += 150
    for words, form in (
        (papers.title, TITLE),
        (papers.office, SECTION),
        (papers.day, SECTION),
        (papers.place, SECTION),
    ):
        pages.paragraph(words, form, bold=form is TITLE)
    pages.begin()
    pages.paragraph(sample.AGENDA_TITLE, TITLE, bold=True)
    for words in papers.agenda:
        pages.paragraph(words, SECTION)
    pages.y = sample.BOTTOM
    for each in papers.initiatives:
        if pages.y > sample.BOTTOM - 40:
            pages.begin()
            pages.paragraph(sample.LIST_TITLE, TITLE, bold=True)
            pages.head(sample.LIST_HEAD, sample.LIST_WIDTHS)
        pages.row(each.cells, sample.LIST_WIDTHS)
    for each in papers.initiatives:
        pages.begin()
        pages.paragraph(each.title, TITLE, bold=True)
        pages.paragraph(each.line, SUBTITLE)
        for head, words in each.paragraphs:
            pages.paragraph(head, SECTION, bold=True)
            pages.paragraph(words, BODY)
            pages.y += GAP
        pages.head(sample.COURSE_HEAD, sample.COURSE_WIDTHS)
        for report in each.course:
            pages.row(report.cells, sample.COURSE_WIDTHS)
    pages.end()
    pages.canvas.save()
