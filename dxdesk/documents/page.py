"""The sheets of paper: frames, the flow down a page and on to the next, marks, footers, and the finished PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dxdesk.documents.blocks import Block
from dxdesk.documents.embedding import EmbeddedFonts, initial_font
from dxdesk.documents.ink import POINTS, Ink, MissingGlyph
from dxdesk.documents.paragraph import TextStyle, text_width, write
from dxdesk.documents.styles import FOOTER, FOOTER_RECORD, MARK, NUMBER, PAGE_NUMBER
from dxdesk.documents.table import Table

LANGUAGE = "ja-JP"
SAMPLE = "見本"
DRAFT = "（案）"
CAUTION = "取扱注意"


@dataclass(frozen=True)
class Frame:
    """A kind of page: its paper, text area and the places of its furniture, mm from the top left corner.

    The flow begins at `body` on the first page and at `next_body` on the others and ends at `bottom`; `number` is the
    top of the 資料番号 box, `folds` the x of fold marks, `bindable` whether とじしろ moves its left edge.
    """

    name: str
    page_width: float
    page_height: float
    left: float
    right: float
    body: float
    next_body: float
    bottom: float
    number: float
    footer: float
    record: bool = False
    folds: tuple[float, ...] = ()
    bindable: bool = False

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.right - self.left

    def bound(self) -> Frame:
        """The same with とじしろ: 30 mm at the left."""
        return replace(self, left=30.0) if self.bindable else self


FRAME_D = Frame("文書", 210, 297, 25, 190, 25, 25, 272, 11, 285, bindable=True)
FRAME_M = Frame("会議録", 210, 297, 25, 190, 35, 25, 272, 11, 284, record=True, bindable=True)
FRAME_T = Frame("表", 210, 297, 25, 190, 28, 20.6, 278, 11, 285, bindable=True)
FRAME_Y = Frame("横表", 297, 210, 15, 282, 37, 31.5, 194, 22, 200)
FRAME_A3 = Frame("A3", 420, 297, 25, 405, 24, 18.5, 281, 9, 287, folds=(210.0, 315.0))


@dataclass(frozen=True)
class Footer:
    """The foot of every page beside n／m; 会議録 has a second line. `sample` adds 見本 before `right`.

    `by_part` numbers each part of the file by itself, one of a single page not at all (letters).
    """

    left: str = ""
    right: str = ""
    sample: bool = False
    second_left: str = ""
    second_right: str = ""
    by_part: bool = False


@dataclass(frozen=True)
class Printed:
    """A finished PDF, its number of pages, and the characters it could not print."""

    pdf: bytes
    pages: int
    missing: tuple[MissingGlyph, ...]


@dataclass(frozen=True)
class _Page:
    frame: Frame
    footer: Footer
    ink: Ink
    part: int


@dataclass
class Sheet:
    """A document while it is being set: a cursor `y` that runs down the page and on to the next one.

    `number` is the 資料番号 drawn on every page, `draft` draws （案） beside it, `caution` 取扱注意 on the first page.
    `head` is called on every page after the first, before the flow goes on there. `bottom` may be raised by a
    document that keeps room for something at the foot.
    """

    frame: Frame
    title: str
    author: str = ""
    footer: Footer = field(default_factory=Footer)
    number: str = ""
    draft: bool = False
    caution: bool = False
    head: Callable[[Sheet], None] | None = None
    y: float = field(init=False)
    bottom: float = field(init=False)
    _pages: list[_Page] = field(init=False, default_factory=list)
    _part: int = field(init=False, default=1)
    _fonts: EmbeddedFonts = field(init=False, default_factory=EmbeddedFonts)
    _missing: list[MissingGlyph] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Begin the first page."""
        self._begin(self.frame.body)

    @property
    def left(self) -> float:
        """Left edge of the text area."""
        return self.frame.left

    @property
    def right(self) -> float:
        """Right edge of the text area."""
        return self.frame.right

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.frame.width

    @property
    def room(self) -> float:
        """Height left on this page."""
        return self.bottom - self.y

    @property
    def page(self) -> int:
        """Number of the current page, from 1."""
        return len(self._pages)

    @property
    def ink(self) -> Ink:
        """The current page, for drawing at fixed places."""
        return self._pages[-1].ink

    def _begin(self, y: float) -> None:
        ink = Ink(self.frame.page_height, self._fonts, self.page + 1, self._missing)
        self._pages.append(_Page(self.frame, self.footer, ink, self._part))
        self.y = y
        self.bottom = self.frame.bottom
        _draw_marks(self)

    def next_page(self, frame: Frame | None = None) -> None:
        """Begin a new page; with a `frame` a new part of a packet begins there, from its first body line."""
        bottom = self.bottom
        if frame is not None:
            self.frame = frame
            self._part += 1
            self._begin(frame.body)
            return
        self._begin(self.frame.next_body)
        self.bottom = bottom
        if self.head is not None:
            self.head(self)

    def skip(self, height: float) -> None:
        """Leave empty height; none at the top of a following page."""
        if self.page == 1 or self.y > self.frame.next_body:
            self.y += height

    def need(self, height: float) -> None:
        """Go to the next page unless so much height is left."""
        if self.room + 0.01 < height:
            self.next_page()

    def place(self, block: Block, *, left: float = 0.0, width: float | None = None, keep: float = 0.0) -> None:
        """Draw a block at the cursor and move the cursor below it, over as many pages as it needs.

        `left` is its offset from the text area, `width` its own width. `keep` is height that must follow it on the
        same page. What is too high for the rest of the page is split where it can be, else goes to the next page.
        """
        column = self.width - left if width is None else width
        rest: Block = block
        fresh = False
        while rest.height(column) + keep > self.room + 0.01:
            page = self.bottom - self.frame.next_body
            fits = rest.height(column) <= self.room + 0.01
            parted = None
            if not fits or not keep:
                parted = (
                    rest.split(column, self.room, page) if isinstance(rest, Table) else rest.split(column, self.room)
                )
            if parted is not None:
                parted[0].draw(self.ink, self.left + left, self.y, column)
                rest = parted[1]
            elif fresh:
                break  # higher than an empty page and not to be parted: it stands alone
            self.next_page()
            fresh = True
        rest.draw(self.ink, self.left + left, self.y, column)
        self.y += rest.height(column)

    def finish(self) -> Printed:
        """Number the pages and write the PDF: the same content gives the same bytes."""
        from reportlab.pdfgen.canvas import Canvas

        total = len(self._pages)
        for number, page in enumerate(self._pages, 1):
            _draw_footer(page, self._numbering(page) if page.footer.by_part else f"{number}／{total}")
        target = io.BytesIO()
        canvas = Canvas(
            target, initialFontName=initial_font(), invariant=1, pageCompression=1, pdfVersion=(1, 5), lang=LANGUAGE
        )
        canvas.setTitle(self.title)
        canvas.setAuthor(self.author)
        canvas.setSubject("")
        canvas.setCreator("dxdesk")
        canvas.setProducer("dxdesk")
        for page in self._pages:
            canvas.setPageSize((page.frame.page_width * POINTS, page.frame.page_height * POINTS))
            canvas.addLiteral("\n".join(page.ink.operators))
            canvas.showPage()
        self._fonts.write(canvas._doc)
        canvas.save()
        return Printed(target.getvalue(), total, tuple(self._missing))

    def _numbering(self, page: _Page) -> str:
        """n／m within the part of a page; empty where it is the only one."""
        part = [each for each in self._pages if each.part == page.part]
        return f"{part.index(page) + 1}／{len(part)}" if len(part) > 1 else ""


def _draw_marks(sheet: Sheet) -> None:
    """資料番号 at the top right, （案） left of it, 取扱注意 at the top left of the first page, fold marks."""
    frame, ink = sheet.frame, sheet.ink
    right = frame.right
    if sheet.number:
        width = max(20.0, text_width(sheet.number, NUMBER) + 5)
        ink.rect(right - width, frame.number, width, 7.4, weight=0.5)
        write(ink, right - width / 2, frame.number + (7.4 - NUMBER.em) / 2, sheet.number, NUMBER, "center")
        right -= width + 2.5
    if sheet.draft:
        ink.double_frame(right - 16, frame.number, 16, 7.4)
        write(ink, right - 8, frame.number + (7.4 - MARK.em) / 2, DRAFT, MARK, "center")
    if sheet.caution and sheet.page == 1:
        ink.double_frame(frame.left, 11, 26, 7)
        write(ink, frame.left + 13, 11 + (7 - MARK.em) / 2, CAUTION, MARK, "center")
    for fold in frame.folds:
        ink.line(fold, 0, fold, 3)
        ink.line(fold, frame.page_height - 3, fold, frame.page_height)


def _draw_footer(page: _Page, numbering: str) -> None:
    """Left words, n／m in the middle, right words; on a record a rule above and a second line."""
    frame, footer, ink = page.frame, page.footer, page.ink
    y = frame.footer
    if frame.record:
        ink.line(frame.left, 281.6, frame.right, 281.6)
        _fit(ink, frame.left, y + 4, footer.second_left, FOOTER_RECORD, frame.width * 0.7)
        write(ink, frame.right, y + 4, footer.second_right, FOOTER_RECORD, "right")
    middle = (frame.left + frame.right) / 2
    right = "　".join(part for part in (SAMPLE if footer.sample else "", footer.right) if part)
    write(ink, middle, y - 0.2, numbering, PAGE_NUMBER, "center")
    _fit(ink, frame.left, y, footer.left, FOOTER, frame.width / 2 - 8)
    write(ink, frame.right, y, right, FOOTER, "right")


def _fit(ink: Ink, x: float, y: float, text: str, style: TextStyle, width: float) -> None:
    """One line from the left, narrowed in size where it would run into its neighbour."""
    natural = text_width(text, style)
    write(ink, x, y, text, style.at(style.size * width / natural) if natural > width else style)
