"""reportlab's own layout as its manual shows it: paragraphs broken by its rules for Japanese, tables of paragraphs."""

from __future__ import annotations

from html import escape
from typing import Any

from tests.bench.papers import sample
from tests.bench.papers.sample import BODY, CELL, GAP, INSET, SECTION, SUBTITLE, TITLE, Papers


def write(papers: Papers, target: str) -> None:
    """Draw the papers into a file."""
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, TableStyle

    for name in (sample.REGULAR, sample.BOLD):
        pdfmetrics.registerFont(TTFont(name, sample.font_file(name)))

    def style(form: tuple[float, float], bold: bool = False, after: float = 0.0) -> Any:
        font = sample.BOLD if bold else sample.REGULAR
        return ParagraphStyle(
            str(form), fontName=font, fontSize=form[0], leading=form[1], wordWrap="CJK", spaceAfter=after
        )

    def paragraph(words: str, form: Any) -> Any:
        return Paragraph(escape(words, quote=False), form)

    title, section, line = style(TITLE, bold=True), style(SECTION, bold=True), style(SECTION)
    subtitle, body, cell, head = style(SUBTITLE), style(BODY, after=GAP), style(CELL), style(CELL, bold=True)
    whole = ((0, 0), (-1, -1))
    grid = TableStyle([
        ("GRID", *whole, 0.5, colors.black),
        ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.85, 0.85, 0.85)),
        ("VALIGN", *whole, "TOP"),
        *((f"{side}PADDING", *whole, INSET) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ])  # fmt: skip

    def table(heads: tuple[str, ...], widths: tuple[float, ...], rows: list[tuple[str, ...]]) -> Any:
        cells = [[paragraph(words, head) for words in heads]]
        cells += [[paragraph(words, cell) for words in row] for row in rows]
        return LongTable(cells, colWidths=widths, style=grid, repeatRows=1)

    story = [Spacer(1, 150), paragraph(papers.title, title)]
    story += [paragraph(words, line) for words in (papers.office, papers.day, papers.place)]
    story += [PageBreak(), paragraph(sample.AGENDA_TITLE, title), *(paragraph(words, line) for words in papers.agenda)]
    story += [PageBreak(), paragraph(sample.LIST_TITLE, title)]
    story.append(table(sample.LIST_HEAD, sample.LIST_WIDTHS, [each.cells for each in papers.initiatives]))
    for each in papers.initiatives:
        story += [PageBreak(), paragraph(each.title, title), paragraph(each.line, subtitle)]
        for words, text in each.paragraphs:
            story += [paragraph(words, section), paragraph(text, body)]
        story.append(table(sample.COURSE_HEAD, sample.COURSE_WIDTHS, [row.cells for row in each.course]))

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont(sample.REGULAR, 9)
        canvas.drawCentredString(sample.PAGE_WIDTH / 2, 30, str(document.page))

    frame = 6.0  # what its frames keep empty inside
    SimpleDocTemplate(
        target,
        pagesize=(sample.PAGE_WIDTH, sample.PAGE_HEIGHT),
        leftMargin=sample.LEFT - frame,
        rightMargin=sample.PAGE_WIDTH - sample.RIGHT - frame,
        topMargin=sample.TOP - frame,
        bottomMargin=sample.PAGE_HEIGHT - sample.BOTTOM - frame,
    ).build(story, onFirstPage=foot, onLaterPages=foot)
