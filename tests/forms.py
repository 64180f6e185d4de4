"""The form that 会議録 is saved with in Word where a town has none of its own, made anew.

    .venv/bin/python -m tests.forms

writes resources/forms/minutes.docx. What stands in {{ }} are the names of dxdesk/documents/minutes_words.py.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FORM = Path(__file__).resolve().parent.parent / "resources" / "forms" / "minutes.docx"
MINCHO, GOTHIC = "BIZ UDP明朝 Medium", "BIZ UDPゴシック"
EM = 10.5 / 72 * 25.4
TEXT = 9 * EM
MADE = datetime(2025, 4, 1, tzinfo=UTC)


_STYLES = (
    ("表の字", 9, False), ("表の見出し", 9, True), ("脚の字", 7.5, False), ("題", 14.5, True), ("見出し行", 10.5, True),
)  # fmt: skip
_PADDING = 1.2


def _face(style: Any, name: str) -> None:
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for each in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(each), name)
    for each in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(each), None)


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    _face(normal, MINCHO)
    normal.paragraph_format.line_spacing = Pt(16.5)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.widow_control = True
    for name, size, bold in _STYLES:
        style = document.styles.add_style(name, 1)
        style.base_style = normal
        style.font.size, style.font.bold = Pt(size), bold
        _face(style, GOTHIC)
        if size <= 9:
            style.paragraph_format.line_spacing = Pt(13 if size == 9 else 10.5)
    document.styles["題"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["題"].paragraph_format.line_spacing = Pt(22)
    document.styles["題"].paragraph_format.space_before = document.styles["題"].paragraph_format.space_after = Pt(6)
    document.styles["見出し行"].paragraph_format.keep_with_next = True
    document.styles["見出し行"].paragraph_format.space_before = Pt(4)


def _line(document: Any, text: str, *, first: float = 0.0, left: float = TEXT, tabs: Sequence[float] = ()) -> Any:
    """A line whose later lines begin at ``left`` mm; ``tabs`` in mm from the left edge."""
    paragraph = document.add_paragraph(text)
    layout = paragraph.paragraph_format
    layout.left_indent, layout.first_line_indent = Mm(left), Mm(first - left)
    for each in tabs:
        layout.tab_stops.add_tab_stop(Mm(each))
    return paragraph


def _part(document: Any, name: str, label: str) -> None:
    """A numbered part, which is there where it has words."""
    document.add_paragraph(f"{{%p if {name} %}}")
    _line(
        document, f"{{{{ 番号.{name} }}}}\t{label}\t{{{{ {name} }}}}", tabs=(2 * EM, TEXT)
    ).paragraph_format.space_before = Pt(2)
    document.add_paragraph("{%p endif %}")


def _heading(document: Any, text: str) -> None:
    paragraph = _line(document, text, left=2 * EM, tabs=(2 * EM,))
    paragraph.style = document.styles["見出し行"]


def _borders(cell: Any, kind: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), kind)
        borders.append(edge)
    properties.append(borders)


def _margins(table: Any) -> None:
    """Little room beside the words, and the frame level with the text above."""
    width = str(round(Mm(_PADDING).pt * 20))
    indent, margins = OxmlElement("w:tblInd"), OxmlElement("w:tblCellMar")
    for element, name in ((indent, ""), *((OxmlElement(f"w:{side}"), side) for side in ("left", "right"))):
        element.set(qn("w:w"), width)
        element.set(qn("w:type"), "dxa")
        if name:
            margins.append(element)
    properties = table._tbl.tblPr
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(indent)
    layout.addnext(margins)


def _table(document: Any, widths: Sequence[float], rows: Sequence[Sequence[str]], *, head: bool = True) -> Any:
    """A ruled table; the first row is its head, which every page repeats."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _margins(table)
    for width, column in zip(widths, table.columns, strict=True):
        column.width = Mm(width)
    for number, texts in enumerate(rows):
        row = table.add_row()
        unsplit = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(unsplit)
        cells = list(row.cells)
        for cell, width, text in zip(cells, widths, texts, strict=False):
            cell.width = Mm(width)
            cell.paragraphs[0].text = text
            cell.paragraphs[0].style = document.styles["表の見出し" if head and number == 0 else "表の字"]
        if len(texts) < len(widths):
            cells[len(texts) - 1].merge(cells[-1])
        if head and number == 0:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def _field(paragraph: Any, name: str) -> None:
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _foot(document: Any, width: float) -> None:
    foot = document.sections[0].footer
    first, second = foot.paragraphs[0], foot.add_paragraph()
    for paragraph, centre in ((first, True), (second, False)):
        paragraph.style = document.styles["脚の字"]
        stops = paragraph.paragraph_format.tab_stops
        if centre:
            stops.add_tab_stop(Mm(width * 0.68), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    first.add_run("{{ 脚 }}\t")
    _field(first, "PAGE")
    first.add_run("／")
    _field(first, "NUMPAGES")
    first.add_run("\t{{ 見本 }}")
    second.add_run("{{ 照合 }}\t{{ 作成 }}")


def _course(document: Any) -> None:
    document.add_paragraph("{%p if 全部 %}")
    _heading(document, "{{ 番号.議事 }}\t議事{% if not 議事 %}　{{ なし }}{% endif %}")
    document.add_paragraph("{%p for 題 in 議事 %}")
    title = _line(document, "{{ 題.見出し }}\t{{ 題.資料 }}", first=EM, left=3.5 * EM)
    title.style = document.styles["見出し行"]
    title.paragraph_format.tab_stops.add_tab_stop(Mm(165), WD_TAB_ALIGNMENT.RIGHT)
    document.add_paragraph("{%p for 行 in 題.行 %}")
    document.add_paragraph("{%p if 行.結果 %}")
    result = _table(
        document, (2 * EM, 7 * EM, 165 - TEXT), [("", "{{ 行.符号 }}　{{ 行.名 }}", "{{ 行.結果 }}")], head=False
    )
    for cell in result.rows[0].cells[:2]:
        _borders(cell, "nil")
    _borders(result.rows[0].cells[2], "single")
    for cell in result.rows[0].cells:
        cell.paragraphs[0].style = document.styles["Normal"]
    result.rows[0].cells[2].paragraphs[0].style = document.styles["見出し行"]
    result.rows[0].cells[2].paragraphs[0].paragraph_format.keep_with_next = False
    document.add_paragraph("{%p else %}")
    said = "{{ 行.符号 }}\t{{ 行.名 }}\t{{ 行.文 }}"
    _line(document, said, first=2 * EM, tabs=(4 * EM, TEXT))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _records(document: Any, name: str, title: str, widths: Sequence[float], columns: Sequence[str]) -> None:
    """決定 or 宿題; a withheld row has its number and what is withheld."""
    _heading(document, f"{{{{ 番号.{name} }}}}\t{title}{{% if not {name} %}}　{{{{ なし }}}}{{% endif %}}")
    document.add_paragraph(f"{{%p if {name} %}}")
    heads = {"内容": "決定の内容"} if name == "決定" else {}
    texts = [f"{{{{ 行.{each} }}}}" for each in columns]
    rows = [
        [heads.get(each, each) for each in columns],
        [f"{{%tr for 行 in {name} %}}"],
        ["{%tr if 行.非公開 %}"],
        [texts[0], "{{ 行.非公開 }}"],
        ["{%tr else %}"],
        texts,
        ["{%tr endif %}"],
        ["{%tr endfor %}"],
    ]
    _table(document, widths, rows)
    document.add_paragraph("{%p endif %}")


def minutes_form() -> bytes:
    """The form as a .docx."""
    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.footer_distance = Mm(10)
    _styles(document)
    _foot(document, 165)
    box = _table(document, (30,), [("{{ 版 }}",)])
    box.alignment = WD_TABLE_ALIGNMENT.RIGHT
    box.rows[0].cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("{{ 標題 }}", style="題")
    _part(document, "日時", "日　　　時")
    _part(document, "場所", "場　　　所")
    _part(document, "出席", "出　席　者")
    document.add_paragraph("{%p if 出席者 %}")
    names = ("区分", "職", "氏名", "出欠", "区分２", "職２", "氏名２", "出欠２")
    heads = ("区分", "所属・職", "氏名", "出欠") * 2
    rows = [heads, ["{%tr for 行 in 出席者 %}"], [f"{{{{ 行.{each} }}}}" for each in names], ["{%tr endfor %}"]]
    _table(document, (16.5, 33, 21, 12) * 2, rows)
    document.add_paragraph("{%p endif %}")
    _part(document, "欠席者", "欠　席　者")
    _part(document, "事務局", "事　務　局")
    _part(document, "公開の別", "公開の別")
    _part(document, "次第", "次　　　第")
    _part(document, "配布資料", "配布資料")
    _course(document)
    _records(document, "決定", "決定事項", (17, 71, 42, 15, 20), ("番号", "内容", "取組", "議題", "結果"))
    _records(document, "宿題", "指示事項（{{ 宿題の語 }}）", (17, 73, 36, 39), ("番号", "内容", "担当", "期限"))
    _part(document, "今後の予定", "今後の予定")
    _part(document, "その他", "そ　の　他")
    document.add_paragraph("{%p if 署名 %}")
    _heading(document, "{{ 番号.作成 }}\t作成・確認")
    signed = [f"{{{{ 行.{each} }}}}" for each in ("区分", "職", "氏名", "日付", "押印")]
    columns = ["区分", "職", "氏名", "日付", "署名又は押印"]
    rows = [columns, ["{%tr for 行 in 署名 %}"], signed, ["{%tr endfor %}"]]
    _table(document, (22, 33, 48, 32, 30), rows)
    document.add_paragraph("{{ 履歴 }}", style="表の字")
    document.add_paragraph("{%p endif %}")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "会議録のひな形", "", ""
    properties.created = properties.modified = MADE
    found = io.BytesIO()
    document.save(found)
    return found.getvalue()


if __name__ == "__main__":
    FORM.parent.mkdir(parents=True, exist_ok=True)
    FORM.write_bytes(minutes_form())
