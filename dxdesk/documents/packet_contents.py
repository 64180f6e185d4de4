"""What 会議資料一式 is made of: its parts, each of pieces, and what stands on its cover."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dxdesk.documents.agenda import AgendaPaper, has_members
from dxdesk.documents.appending import AppendedPdf
from dxdesk.documents.page import Frame, Sheet
from dxdesk.domain.packet_editions import Edition
from dxdesk.domain.packets import PartKey, numbers


@dataclass(frozen=True)
class Section:
    """A piece of a part that begins on a page of its own.

    ``lay`` fills the sheet from the current, still empty page of ``frame`` on. ``suffix`` follows the 資料番号 of the
    part (-1), ``title`` is its bookmark below that of the part (empty: none), ``unit`` the unit it is about.
    """

    frame: Frame
    lay: Callable[[Sheet], None]
    title: str = ""
    suffix: str = ""
    unit: str | None = None


@dataclass(frozen=True)
class PacketPart:
    """A part and the pieces it is made of. ``name`` is what 配布資料 calls it where that says more than its title."""

    key: PartKey
    sections: tuple[Section, ...]
    name: str = ""


def single(key: PartKey, frame: Frame, lay: Callable[[Sheet], None], *, name: str = "") -> PacketPart:
    """A part of one piece."""
    return PacketPart(key, (Section(frame, lay),), name)


@dataclass(frozen=True)
class Packet:
    """Everything a packet shows: what stands on its cover, and its parts but for agenda and members in their order.

    ``with_members`` has 出席者名簿 behind the agenda; ``draft``, ``caution`` and ``collect`` are its marks,
    ``appended`` the files behind it. ``answers`` are by unit the ids of what counts; ``before`` is the edition that was
    handed out last.
    """

    agenda: AgendaPaper
    parts: tuple[PacketPart, ...]
    with_members: bool = True
    draft: bool = False
    caution: bool = False
    collect: bool = False
    appended: tuple[AppendedPdf, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    before: Edition | None = None

    @property
    def keys(self) -> tuple[PartKey, ...]:
        """The keys of all its parts."""
        front: tuple[PartKey, ...] = ("agenda", "members") if self.members else ("agenda",)
        return (*front, *(part.key for part in self.parts))

    @cached_property
    def members(self) -> bool:
        """Whether there is a page of 出席者名簿."""
        return self.with_members and has_members(self.agenda)

    @cached_property
    def numbers(self) -> tuple[dict[PartKey, str], tuple[str, ...]]:
        """The 資料番号 of its parts, and those of the files behind it."""
        return numbers(self.keys, len(self.appended))
