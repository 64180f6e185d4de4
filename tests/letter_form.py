"""The form that 照会文, 再依頼文 and 開催通知 are saved with in Word where a town has none of its own, made anew.

    .venv/bin/python -m tests.letter_form

writes resources/forms/letter.docx. What stands in {{ }} are the names of dxdesk/documents/letter_words.py.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt

from tests import forms

FORM = forms.FORM.with_name("letter.docx")
EM = 11 / 72 * 25.4
_LABEL, _TEXT = 3 * EM, 10 * EM
_ASKED = (("番号", "番号", 14), ("取組", "取組", 60), ("貴課の立場", "立場", 30), ("前回の状況", "前回", 22))
_OWED = (
    ("番号", "番号", 14), ("取組", "取組", 44), ("貴課の立場", "立場", 24), ("今の状態", "状態", 20),
    ("お願いすること", "お願い", 46),
)  # fmt: skip
_RIGHT = WD_ALIGN_PARAGRAPH.RIGHT


def _paragraph(document: Any, text: str, *, before: bool = False, right: float | None = None, left: float = 0) -> Any:
    """A line; ``right`` and ``left`` are characters from the edge, ``before`` leaves a line empty above."""
    paragraph = document.add_paragraph(text)
    layout = paragraph.paragraph_format
    layout.space_before = Pt(17.5 if before else 0)
    if right is not None:
        layout.alignment, layout.right_indent = _RIGHT, Mm(right * EM)
    layout.left_indent = Mm(left * EM)
    return paragraph


def _units(document: Any, name: str, columns: Sequence[tuple[str, str, float]], where: str) -> None:
    """A table of units ``where`` it belongs: the head, the name and the width of each column."""
    document.add_paragraph(f"{{%p if 項.{name} and {where} %}}")
    heads, names, widths = zip(*columns, strict=True)
    texts = [f"{{{{ 行.{each} }}}}" for each in names]
    rows = [heads, [f"{{%tr for 行 in 項.{name} %}}"], texts, ["{%tr endfor %}"]]
    table = forms._table(document, widths, rows)
    table.alignment = WD_TABLE_ALIGNMENT.RIGHT
    document.add_paragraph("{%p endif %}")


def _points(document: Any) -> None:
    document.add_paragraph("{%p for 項 in 文.項目 %}")
    line = _paragraph(document, "{{ 項.番号 }}\t{{ 項.名 }}\t{{ 項.文 }}")
    layout = line.paragraph_format
    layout.left_indent, layout.first_line_indent = Mm(_TEXT), Mm(EM - _TEXT)
    for stop in (_LABEL, _TEXT):
        layout.tab_stops.add_tab_stop(Mm(stop))
    _units(document, "取組", _ASKED, "not 文.別紙")
    _units(document, "催促", _OWED, "not 文.別紙")
    document.add_paragraph("{%p endfor %}")


def _wider(columns: Sequence[tuple[str, str, float]], more: Sequence[float]) -> list[tuple[str, str, float]]:
    return [(head, name, width + by) for (head, name, width), by in zip(columns, more, strict=True)]


def _annex(document: Any) -> None:
    """別紙 behind a letter whose table does not fit into it."""
    document.add_paragraph("{%p if 文.別紙 %}")
    number = _paragraph(document, "{{ 文.別紙 }}", right=1)
    number.paragraph_format.page_break_before = True
    title = _paragraph(document, "{{ 文.別紙の題 }}")
    title.paragraph_format.alignment, title.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(8)
    document.add_paragraph("{%p for 項 in 文.項目 %}")
    _units(document, "取組", _wider(_ASKED, (0, 26, 2, 10)), "文.別紙")
    _units(document, "催促", _wider(_OWED, (0, 6, 0, 2, 8)), "文.別紙")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def letter_form() -> bytes:
    """The form as a .docx."""
    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.footer_distance = Mm(10)
    forms._styles(document)
    normal = document.styles["Normal"]
    normal.font.size, normal.paragraph_format.line_spacing = Pt(11), Pt(17.5)
    foot = section.footer.paragraphs[0]
    foot.text, foot.style, foot.alignment = "{{ 見本 }}", document.styles["脚の字"], _RIGHT
    document.add_paragraph("{%p for 文 in 手紙 %}")
    for name in ("文書番号", "日付"):
        document.add_paragraph(f"{{%p if 文.{name} %}}")
        _paragraph(document, f"{{{{ 文.{name} }}}}", right=1)
        document.add_paragraph("{%p endif %}")
    _paragraph(document, "{{ 文.宛先 }}", before=True, left=1)
    _paragraph(document, "{{ 文.発信者 }}", before=True, right=2)
    _paragraph(document, "{{ 文.代表者 }}", right=2)
    _paragraph(document, "{{ 文.標題 }}", before=True, left=3)
    _paragraph(document, "", before=False)
    document.add_paragraph("{%p for 段 in 文.本文 %}")
    _paragraph(document, "{{ 段 }}").paragraph_format.first_line_indent = Mm(EM)
    document.add_paragraph("{%p endfor %}")
    notes = _paragraph(document, "記", before=True)
    notes.paragraph_format.alignment, notes.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(17.5)
    _points(document)
    _paragraph(document, "以上", before=True, right=1).paragraph_format.space_after = Pt(8)
    box = forms._table(document, (18, 60), [("担　当", "{{ 文.担当 }}"), ("内　線", "")], head=False)
    box.alignment = WD_TABLE_ALIGNMENT.RIGHT
    _annex(document)
    document.add_paragraph("{%p if 文.次がある %}")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "照会文・開催通知のひな形", "", ""
    properties.created = properties.modified = forms.MADE
    found = io.BytesIO()
    document.save(found)
    return found.getvalue()


if __name__ == "__main__":
    FORM.parent.mkdir(parents=True, exist_ok=True)
    FORM.write_bytes(letter_form())
