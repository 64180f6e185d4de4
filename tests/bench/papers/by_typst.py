"""typst, a compiler of its own language: the papers as its source, texts as quoted data."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.papers import sample
from tests.bench.papers.sample import BODY, CELL, GAP, INSET, SECTION, SUBTITLE, TITLE, Papers


def write(papers: Papers, target: str) -> None:
    """Draw the papers into a file."""
    import typst

    source = Path(target).with_suffix(".typ")
    source.write_text(_source(papers), encoding="utf-8")
    folder = str(Path(sample.font_file(sample.REGULAR)).parent)
    typst.compile(str(source), output=target, font_paths=[folder], ignore_system_fonts=True)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _paragraph(words: str, form: tuple[float, float], *, bold: bool = False, below: float = 0.0) -> str:
    weight = "bold" if bold else "regular"
    size, pitch = form
    text = f'text(size: {size}pt, weight: "{weight}", {_quoted(words)})'
    return f"#block(above: 0pt, below: {pitch - size + below}pt, par(leading: {pitch - size}pt, {text}))"


def _table(head: tuple[str, ...], widths: tuple[float, ...], rows: list[tuple[str, ...]]) -> str:
    columns = ", ".join(f"{width}pt" for width in widths)
    heads = ", ".join(f"strong({_quoted(words)})" for words in head)
    cells = ", ".join(_quoted(words) for row in rows for words in row)
    return f"#table(columns: ({columns}), inset: {INSET}pt, stroke: 0.5pt, table.header({heads}), {cells})"


def _source(papers: Papers) -> str:
    lines = [
        '#set page(paper: "a4", margin: 20mm, numbering: "1")',
        '#set text(font: "BIZ UDPGothic", size: 9pt, lang: "ja", region: "JP", top-edge: "ascender")',
        f"#set par(leading: {CELL[1] - CELL[0]}pt, justify: false)",
        "#v(150pt)",
        _paragraph(papers.title, TITLE, bold=True),
    ]
    lines += [_paragraph(words, SECTION) for words in (papers.office, papers.day, papers.place)]
    lines += ["#pagebreak()", _paragraph(sample.AGENDA_TITLE, TITLE, bold=True)]
    lines += [_paragraph(words, SECTION) for words in papers.agenda]
    lines += ["#pagebreak()", _paragraph(sample.LIST_TITLE, TITLE, bold=True)]
    lines.append(_table(sample.LIST_HEAD, sample.LIST_WIDTHS, [each.cells for each in papers.initiatives]))
    for each in papers.initiatives:
        lines += ["#pagebreak()", _paragraph(each.title, TITLE, bold=True), _paragraph(each.line, SUBTITLE)]
        for words, text in each.paragraphs:
            lines += [_paragraph(words, SECTION, bold=True), _paragraph(text, BODY, below=GAP)]
        lines.append(_table(sample.COURSE_HEAD, sample.COURSE_WIDTHS, [row.cells for row in each.course]))
    return "\n".join(lines)
