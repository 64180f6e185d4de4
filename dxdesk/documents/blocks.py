"""What stands on a page besides tables: blocks under each other, side by side, framed, in one row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Protocol, runtime_checkable

from dxdesk.documents.ink import DASH_UNCONFIRMED, Dash, Ink


class Block(Protocol):
    """Something drawn in a column. Lengths in mm."""

    def height(self, width: float) -> float:
        """Height it takes in a column of `width`."""

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw it with its upper left corner at x, y."""

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """A first part no higher than `height` and the rest, None where it cannot be parted there."""


@runtime_checkable
class Sized(Protocol):
    """A block that knows its own width."""

    @property
    def natural(self) -> float:
        """Width in mm it takes without breaking."""

    def height(self, width: float) -> float:
        """Height it takes in a column of `width`."""

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw it with its upper left corner at x, y."""


@dataclass(frozen=True)
class Whole:
    """A block that is never parted; the kinds below inherit that."""

    def split(self, width: float, height: float) -> None:
        """It cannot be parted."""


@dataclass(frozen=True)
class Blank(Whole):
    """Empty height."""

    space: float

    @property
    def natural(self) -> float:
        """As wide as high: a gap within a row."""
        return self.space

    def height(self, width: float) -> float:
        """The empty height."""
        return self.space

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Nothing is drawn."""


@dataclass(frozen=True)
class Rule(Whole):
    """A line over the column, `weight` in points."""

    weight: float = 0.5
    dash: Dash | None = None

    def height(self, width: float) -> float:
        """A line takes no height."""
        return 0.0

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw the line."""
        ink.line(x, y, x + width, y, weight=self.weight, dash=self.dash)


@dataclass(frozen=True)
class Stack:
    """Blocks under each other, `gap` mm apart."""

    blocks: tuple[Block, ...]
    gap: float = 0.0

    def height(self, width: float) -> float:
        """The sum of all heights and gaps."""
        return sum(block.height(width) for block in self.blocks) + self.gap * max(len(self.blocks) - 1, 0)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw them from the top down."""
        for block in self.blocks:
            block.draw(ink, x, y, width)
            y += block.height(width) + self.gap

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Parted between blocks, or within the one that crosses the edge."""
        used = 0.0
        for number, block in enumerate(self.blocks):
            taken = block.height(width)
            if used + taken > height:
                before, after = self.blocks[:number], self.blocks[number + 1 :]
                parted = block.split(width, height - used)
                if parted:
                    head, rest = parted
                    return replace(self, blocks=(*before, head)), replace(self, blocks=(rest, *after))
                if not before:
                    return None
                return replace(self, blocks=before), replace(self, blocks=(block, *after))
            used += taken + self.gap
        return None


@dataclass(frozen=True)
class At:
    """A block at an offset from the left of its row, `width` mm wide (None: up to the right edge).

    `middle` sets it halfway down the row instead of at its top.
    """

    offset: float
    block: Block
    width: float | None = None
    middle: bool = False

    def room(self, width: float) -> float:
        """Its width within a row of `width`."""
        return width - self.offset if self.width is None else self.width


@dataclass(frozen=True)
class Beside:
    """Blocks side by side, their tops level unless set in the middle (number, label and text of minutes)."""

    parts: tuple[At, ...]

    def height(self, width: float) -> float:
        """The highest of them."""
        return max((part.block.height(part.room(width)) for part in self.parts), default=0.0)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw each at its offset."""
        whole = self.height(width)
        for part in self.parts:
            room = part.room(width)
            down = (whole - part.block.height(room)) / 2 if part.middle else 0.0
            part.block.draw(ink, x + part.offset, y + down, room)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Each part that is too high is parted; those that fit stay above."""
        heads: list[At] = []
        rests: list[At] = []
        for part in self.parts:
            if part.block.height(part.room(width)) <= height:
                heads.append(part)
                continue
            parted = part.block.split(part.room(width), height)
            if parted is None:
                return None
            heads.append(replace(part, block=parted[0]))
            rests.append(replace(part, block=parted[1]))
        return (replace(self, parts=tuple(heads)), replace(self, parts=tuple(rests))) if rests else None


@dataclass(frozen=True)
class Framed:
    """A block in a frame of `rule` points with `padding` mm inside; `dashed` for what is withheld."""

    block: Block
    rule: float = 0.5
    padding: float = 1.8
    dashed: bool = False

    def height(self, width: float) -> float:
        """The block and its padding."""
        return self.block.height(width - 2 * self.padding) + 2 * self.padding

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw the frame, then the block."""
        dash = DASH_UNCONFIRMED if self.dashed else None
        ink.rect(x, y, width, self.height(width), weight=self.rule, dash=dash)
        self.block.draw(ink, x + self.padding, y + self.padding, width - 2 * self.padding)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Two frames, the block parted between lines."""
        parted = self.block.split(width - 2 * self.padding, height - 2 * self.padding)
        return (replace(self, block=parted[0]), replace(self, block=parted[1])) if parted else None


@dataclass(frozen=True)
class Inline(Whole):
    """One row of symbols, boxes, squares and short words, centred on each other, `gap` mm apart."""

    items: tuple[Sized, ...]
    gap: float = 1.2
    align: Literal["left", "center", "right"] = "left"

    @property
    def natural(self) -> float:
        """Width of all items and gaps."""
        return sum(item.natural for item in self.items) + self.gap * max(len(self.items) - 1, 0)

    def height(self, width: float) -> float:
        """The highest item."""
        return max((item.height(item.natural) for item in self.items), default=0.0)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw the items from left to right."""
        free = width - self.natural
        pen = x + (free / 2 if self.align == "center" else free if self.align == "right" else 0.0)
        full = self.height(width)
        for item in self.items:
            # a hair of room, or rounding would break a word that is exactly as wide as its column
            room = item.natural + 0.01
            item.draw(ink, pen, y + (full - item.height(room)) / 2, room)
            pen += item.natural + self.gap
