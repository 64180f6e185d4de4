"""The kinds of pages: their paper, the text area on it, the places of what stands around it, and what its foot says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dxdesk.domain.paper import MARGINS, Paper


@dataclass(frozen=True)
class Frame:
    """A kind of page: its paper, text area and the places of its furniture, mm from the top left corner.

    The flow begins at `body` on the first page and at `next_body` on the others and ends at `bottom`; `number` is the
    top of the 資料番号 box, `folds` the x of fold marks. `bindable`: the town's left and right margins and とじしろ are
    its edges; `prose`: so are the upper and the lower one, inside which the title of a form stands elsewhere.
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
    prose: bool = False

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.right - self.left

    def for_town(self, paper: Paper) -> Frame:
        """The same in a town's margins; what is folded or bound at the top keeps its own."""
        if not self.bindable:
            return self
        top, bottom, _, right = paper.margins
        moved = replace(self, left=float(paper.left), right=self.page_width - right)
        if not self.prose:
            return moved
        down, up = top - MARGINS[0], bottom - MARGINS[1]
        return replace(moved, body=self.body + down, next_body=self.next_body + down, bottom=self.bottom - up)


FRAME_D = Frame("文書", 210, 297, 25, 190, 25, 25, 272, 11, 285, bindable=True, prose=True)
FRAME_M = Frame("会議録", 210, 297, 25, 190, 35, 25, 272, 11, 284, record=True, bindable=True, prose=True)
FRAME_T = Frame("表", 210, 297, 25, 190, 28, 20.6, 278, 11, 285, bindable=True)
FRAME_Y = Frame("横表", 297, 210, 15, 282, 37, 31.5, 194, 22, 200)
FRAME_A3 = Frame("A3", 420, 297, 25, 405, 24, 18.5, 281, 9, 287, folds=(210.0, 315.0))


@dataclass(frozen=True)
class Footer:
    """The foot of every page beside n／m; 会議録 has a second line. `sample` adds 見本 before `right`.

    `by_part` numbers each part of the file by itself: what goes to a department begins at 1 (forms). One of a single
    page has no number unless `lone` ones have (letters have none).
    """

    left: str = ""
    right: str = ""
    sample: bool = False
    second_left: str = ""
    second_right: str = ""
    by_part: bool = False
    lone: bool = True
