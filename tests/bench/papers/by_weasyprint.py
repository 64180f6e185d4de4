"""WeasyPrint: the papers as HTML, lines broken strictly."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.bench.papers import sample
from tests.bench.papers.sample import BODY, CELL, GAP, INSET, SECTION, SUBTITLE, TITLE, Papers


def write(papers: Papers, target: str) -> None:
    """Draw the papers into a file."""
    from weasyprint import HTML

    HTML(string=_page(papers)).write_pdf(target)


def _form(form: tuple[float, float]) -> str:
    return f"font-size:{form[0]}pt;line-height:{form[1]}pt"


def _page(papers: Papers) -> str:
    regular, bold = (Path(sample.font_file(name)).as_uri() for name in (sample.REGULAR, sample.BOLD))
    style = f"""
        @font-face {{ font-family: J; src: url({regular}) }}
        @font-face {{ font-family: J; font-weight: bold; src: url({bold}) }}
        @page {{ size: A4; margin: 20mm; @bottom-center {{ content: counter(page); font: 9pt J }} }}
        body {{ font-family: J; margin: 0; line-break: strict }}
        h1 {{ {_form(TITLE)}; margin: 0; break-before: page }}
        h2 {{ {_form(SECTION)}; margin: 0 }}
        p {{ {_form(BODY)}; margin: 0 0 {GAP}pt }}
        .line {{ {_form(SECTION)}; margin: 0 }}
        .under {{ {_form(SUBTITLE)}; margin: 0 }}
        table {{ {_form(CELL)}; border-collapse: collapse; width: 100%; table-layout: fixed }}
        td, th {{ border: .5pt solid #000; padding: {INSET}pt; vertical-align: top; text-align: left }}
        th {{ background: #d9d9d9 }}
    """
    lines = [f"<p style='padding-top:150pt;{_form(TITLE)}'><b>{escape(papers.title)}</b></p>"]
    lines += [f"<p class=line>{escape(words)}</p>" for words in (papers.office, papers.day, papers.place)]
    lines.append(f"<h1>{sample.AGENDA_TITLE}</h1>")
    lines += [f"<p class=line>{escape(words)}</p>" for words in papers.agenda]
    lines.append(f"<h1>{sample.LIST_TITLE}</h1>")
    lines.append(_table(sample.LIST_HEAD, sample.LIST_WIDTHS, [each.cells for each in papers.initiatives]))
    for each in papers.initiatives:
        lines.append(f"<h1>{escape(each.title)}</h1><p class=under>{escape(each.line)}</p>")
        lines += [f"<h2>{escape(head)}</h2><p>{escape(words)}</p>" for head, words in each.paragraphs]
        lines.append(_table(sample.COURSE_HEAD, sample.COURSE_WIDTHS, [row.cells for row in each.course]))
    body = "\n".join(lines)
    return f"<html lang=ja><head><meta charset=utf-8><style>{style}</style></head><body>{body}</body></html>"


def _table(head: tuple[str, ...], widths: tuple[float, ...], rows: list[tuple[str, ...]]) -> str:
    columns = "".join(f"<col style='width:{width}pt'>" for width in widths)
    heads = "".join(f"<th>{escape(words)}</th>" for words in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(words)}</td>" for words in row) + "</tr>" for row in rows)
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
