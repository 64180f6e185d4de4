"""What stands around the text of a page: 資料番号 and marks at its head, the foot."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.documents.frames import Footer, Frame
from dxdesk.documents.ink import Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import write
from dxdesk.documents.styles import FOOTER, FOOTER_RECORD, MARK, NUMBER, PAGE_NUMBER
from dxdesk.documents.text_style import TextStyle

SAMPLE = "見本"
DRAFT = "（案）"
COLLECT = "会議後回収"
CAUTION = "取扱注意"

_LEAST_TAKEN, _APART = 3.0, 1.8
"""Half of the place of n／m where there is none, and the room beside it, mm."""


def draw_marks(ink: Ink, frame: Frame, number: str, marks: Sequence[str], *, caution: bool = False) -> float:
    """資料番号 at the top right, the marks left of it, 取扱注意 at the top left, fold marks.

    Returns the x up to which the head of the page is free.
    """
    right = frame.right
    if number:
        width = max(20.0, text_width(number, NUMBER) + 5)
        ink.rect(right - width, frame.number, width, 7.4, weight=0.5)
        write(ink, right - width / 2, frame.number + (7.4 - NUMBER.em) / 2, number, NUMBER, "center")
        right -= width + 2.5
    for word in marks:
        wide = max(16.0, text_width(word, MARK) + 6.0)
        draw_mark(ink, right - wide, frame.number, wide, word)
        right -= wide + 2.5
    if caution:
        draw_mark(ink, frame.left, 11, 26, CAUTION, high=7)
    for fold in frame.folds:
        ink.line(fold, 0, fold, 3)
        ink.line(fold, frame.page_height - 3, fold, frame.page_height)
    return right


def draw_mark(ink: Ink, x: float, y: float, width: float, word: str, *, high: float = 7.4) -> None:
    """A word in the double frame of （案）."""
    ink.double_frame(x, y, width, high)
    write(ink, x + width / 2, y + (high - MARK.em) / 2, word, MARK, "center")


def draw_footer(ink: Ink, frame: Frame, footer: Footer, numbering: str) -> None:
    """Left words, n／m in the middle, right words; on a record a rule above and a second line."""
    y = frame.footer
    if frame.record:
        ink.line(frame.left, 281.6, frame.right, 281.6)
        _fit(ink, frame.left, y + 4, footer.second_left, FOOTER_RECORD, frame.width * 0.7)
        write(ink, frame.right, y + 4, footer.second_right, FOOTER_RECORD, "right")
    middle = (frame.left + frame.right) / 2
    right = "　".join(part for part in (SAMPLE if footer.sample else "", footer.right) if part)
    write(ink, middle, y - 0.2, numbering, PAGE_NUMBER, "center")
    taken = max(text_width(numbering, PAGE_NUMBER) / 2, _LEAST_TAKEN) + _APART
    _fit(ink, frame.left, y, footer.left, FOOTER, frame.width / 2 - taken)
    write(ink, frame.right, y, right, FOOTER, "right")


def _fit(ink: Ink, x: float, y: float, text: str, style: TextStyle, width: float) -> None:
    """One line from the left, narrowed in size where it would run into its neighbour."""
    natural = text_width(text, style)
    write(ink, x, y, text, style.at(style.size * width / natural) if natural > width else style)
