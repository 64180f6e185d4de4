"""The sheets of paper: frames, the flow down a page and on to the next, marks, footers, and the finished PDF."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxdesk.documents.blocks import Block
from dxdesk.documents.description import LANGUAGE, describe
from dxdesk.documents.embedding import EmbeddedFonts, initial_font
from dxdesk.documents.fonts import GETA
from dxdesk.documents.frames import FRAME_A3, FRAME_D, FRAME_M, FRAME_T, FRAME_Y, Footer, Frame
from dxdesk.documents.furniture import COLLECT, DRAFT, draw_footer, draw_marks
from dxdesk.documents.ink import POINTS, Ink, MissingGlyph
from dxdesk.documents.table import Table
from dxdesk.documents.watching import page_begins

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = [
    "FRAME_A3", "FRAME_D", "FRAME_M", "FRAME_T", "FRAME_Y", "Footer", "Frame", "Printed", "SetPage", "Sheet",
]  # fmt: skip


@dataclass(frozen=True)
class Printed:
    """A finished PDF, its number of pages, and the characters it could not print."""

    pdf: bytes
    pages: int
    missing: tuple[MissingGlyph, ...]

    @property
    def substituted(self) -> tuple[MissingGlyph, ...]:
        """Those in whose place 〓 stands; of the others the plain character was drawn for a variant."""
        return tuple(each for each in self.missing if each.drawn == GETA)


@dataclass(eq=False)
class SetPage:
    """A page that has been set: its frame and foot, the ink on it, and the part of the file it belongs to, from 1.

    ``bookmarks`` are (title, level) pairs of the file's outline that lead here, level 0 above level 1. A page that is
    not ``counted`` has no number of its own: a slip that goes along.
    """

    frame: Frame
    footer: Footer
    ink: Ink
    part: int
    counted: bool = True
    bookmarks: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class Sheet:
    """A document while it is being set: a cursor `y` that runs down the page and on to the next one.

    `number` is the 資料番号 drawn on every page, `draft` draws （案） beside it, `collect` 会議後回収, `caution`
    取扱注意 on the first page; `free` is the x up to which these leave the head of the page empty.
    `head` is called on every page after the first, before the flow goes on there. `bottom` may be raised by a
    document that keeps room for something at the foot.
    """

    frame: Frame
    title: str
    author: str = ""
    footer: Footer = field(default_factory=Footer)
    number: str = ""
    draft: bool = False
    collect: bool = False
    caution: bool = False
    counted: bool = True
    head: Callable[[Sheet], None] | None = None
    y: float = field(init=False)
    free: float = field(init=False)
    bottom: float = field(init=False)
    _pages: list[SetPage] = field(init=False, default_factory=list)
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
        page_begins(self.page, self.begun)
        if self._pages:
            self._pages[-1].ink.settle()
        ink = Ink(self.frame.page_height, self._fonts, self.page + 1, self._missing)
        self._pages.append(SetPage(self.frame, self.footer, ink, self._part, self.counted))
        self.y = y
        self.bottom = self.frame.bottom
        marks = [word for word, shown in ((DRAFT, self.draft), (COLLECT, self.collect)) if shown]
        self.free = draw_marks(ink, self.frame, self.number, marks, caution=self.caution and self.page == 1)

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

    @property
    def pages(self) -> tuple[SetPage, ...]:
        """All pages so far."""
        return tuple(self._pages)

    def begun(self) -> bytes:
        """The pages so far as a PDF to look at, without foot lines: how many there will be is not known."""
        return self._written(self._pages)

    def bookmark(self, title: str, level: int = 0) -> None:
        """Have the outline of the file lead to the current page."""
        self._pages[-1].bookmarks.append((title, level))

    def set_again(self, first: int, lay: Callable[[Sheet], None]) -> None:
        """Set pages anew, from the page `first` (from 1) on as many as `lay` fills; those behind them stay.

        For what can be said only when everything is set. It must fill as many pages as it did before.
        """
        behind = self._pages[first - 1 :]
        del self._pages[first - 1 :]
        old = behind[0]
        self.frame, self._part, self.head, self.counted = old.frame, old.part, None, old.counted
        self._begin(self.frame.body)
        lay(self)
        for new, replaced in zip(self._pages[first - 1 :], behind, strict=False):
            new.bookmarks = replaced.bookmarks
        self._pages += behind[len(self._pages) - first + 1 :]

    def put_before(self, frame: Frame, lay: Callable[[Sheet], None]) -> None:
        """Put pages that are not counted before all others: a slip that goes along, without number and marks."""
        behind, self._pages = self._pages, []
        self.frame, self.head, self.number, self.counted = frame, None, "", False
        self.draft = self.collect = self.caution = False
        self._begin(frame.body)
        lay(self)
        self._pages += behind
        self.counted = True

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

    def finish(self, *, following: int = 0, only: Collection[int] | None = None) -> Printed:
        """Number the pages and write the PDF: the same content gives the same bytes.

        `following` pages are put behind it later and counted. With `only` the others of its counted pages (from 1) are
        left out; those that stay keep their numbers.
        """
        counted = [page for page in self._pages if page.counted]
        total = len(counted) + following
        for number, page in enumerate(counted, 1):
            words = self._numbering(page) if page.footer.by_part else f"{number}／{total}"
            draw_footer(page.ink, page.frame, page.footer, words)
        for page in self._pages:
            if not page.counted:
                draw_footer(page.ink, page.frame, page.footer, "")
        left_out = [page for number, page in enumerate(counted, 1) if only is not None and number not in only]
        written = [page for page in self._pages if page not in left_out]
        return Printed(self._written(written, counted), len(written), tuple(self._missing))

    def _written(self, written: Sequence[SetPage], counted: Sequence[SetPage] = ()) -> bytes:
        """Pages as a PDF, as they are drawn so far; ``counted`` are those that have a number."""
        from reportlab.pdfgen.canvas import Canvas

        target = io.BytesIO()
        canvas = Canvas(
            target, initialFontName=initial_font(), invariant=1, pageCompression=1, pdfVersion=(1, 5), lang=LANGUAGE
        )
        describe(canvas, self.title, self.author)
        level = -1
        for at, page in enumerate(written):
            canvas.setPageSize((page.frame.page_width * POINTS, page.frame.page_height * POINTS))
            for place, (title, wanted) in enumerate(page.bookmarks):
                level = min(wanted, level + 1)
                canvas.bookmarkPage(f"{at}-{place}")
                canvas.addOutlineEntry(title, f"{at}-{place}", level)
            canvas.showPage()
            _fill(canvas, page.ink)
        if level >= 0:
            canvas.showOutline()
        if counted and (len(written) < len(counted) or len(counted) < len(self._pages)):
            _label(canvas, written, counted)
        self._fonts.write(canvas._doc)
        canvas.save()
        return target.getvalue()

    def _numbering(self, page: SetPage) -> str:
        """n／m within the part of a page; empty where it is the only one of a kind that is not numbered then."""
        part = [each for each in self._pages if each.part == page.part]
        return f"{part.index(page) + 1}／{len(part)}" if len(part) > 1 or page.footer.lone else ""


def _fill(canvas: Canvas, ink: Ink) -> None:
    """Give the page just shown its content, compressed and nothing else: the canvas would write it as letters."""
    from reportlab.pdfbase import pdfdoc

    content = zlib.compress("\n".join(ink.operators).encode("ascii"))
    stream = pdfdoc.PDFStream(content=content)
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    canvas._doc.Pages.pages[-1].Contents = stream


def _label(canvas: Canvas, written: Sequence[SetPage], counted: Sequence[SetPage]) -> None:
    """Have readers name the pages by the numbers that stand on them; one without a number has no name."""
    for at, page in enumerate(written):
        if page.counted:
            canvas.addPageLabel(at, "ARABIC", start=counted.index(page) + 1)
        else:
            canvas.addPageLabel(at, None, prefix=" ")
