"""差し替え: which pages of a packet differ from those that were handed out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.minutes import Handout
from dxdesk.domain.packets import PART_KEYS, PacketChoice, choice_from, references

_SHEETS: Final = "sheets/"
APPENDED: Final = "append"
"""The key of a paper that is a file of the town."""

What = Literal["changed", "added", "moved", "removed"]


@dataclass(frozen=True)
class PacketPage:
    """A page as it was printed: the piece of the packet it belongs to, its place in that from 1, its number, and the
    SHA-256 in hex of what stands on it but for its foot."""

    piece: str
    place: int
    number: int
    fingerprint: str


@dataclass(frozen=True)
class PacketPaper:
    """A row of 配布資料: the 資料番号 (empty: none), the name, and the first and last page."""

    key: str
    number: str
    name: str
    first: int
    last: int


@dataclass(frozen=True)
class AppendedFile:
    """A PDF of the town that was put behind a packet: its name, how many pages, the SHA-256 in hex of the file."""

    name: str
    pages: int
    digest: str

    @property
    def words(self) -> str:
        """「前回の会議録」（2頁）"""
        return f"「{self.name}」（{self.pages}頁）"


@dataclass(frozen=True)
class Edition:
    """A packet that was handed out: 第1版, 第2版 … at an ISO moment.

    ``answers`` are by unit the ids of the revisions that counted in it, ``choice`` is what was chosen for it (None:
    that was not kept).
    """

    number: int
    moment: str
    pages: tuple[PacketPage, ...]
    papers: tuple[PacketPaper, ...]
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choice: PacketChoice | None = None

    def chosen(self, usual: PacketChoice, *, closed: bool) -> PacketChoice:
        """What its meeting has in its packet from now on. Once that is ``closed`` these are just the parts of the
        edition; ``usual`` tells of one whose choice was not kept how its papers are made."""
        if self.choice is not None and not closed:
            return self.choice
        keys = [key for paper in self.papers for key in PART_KEYS if key == paper.key]
        return (self.choice or usual).only(keys, PART_KEYS)

    @property
    def handouts(self) -> tuple[Handout, ...]:
        """Its papers as minutes list them."""
        return tuple(Handout(each.number or None, each.name) for each in self.papers)

    @property
    def appended(self) -> tuple[AppendedFile, ...]:
        """The files behind it."""
        marks = {page.number: page.fingerprint for page in self.pages}
        return tuple(
            AppendedFile(each.name, each.last - each.first + 1, marks.get(each.first, ""))
            for each in self.papers
            if each.key == APPENDED
        )

    def without(self, names: Collection[str]) -> tuple[AppendedFile, ...]:
        """The files behind it that are not among these."""
        return tuple(each for each in self.appended if each.name not in names)

    def references(self, items: Sequence[AgendaItem], action_word: str) -> dict[int, str]:
        """The 資料番号 behind the items of an agenda, by their number."""
        numbered = {key: paper.number for paper in self.papers for key in PART_KEYS if key == paper.key}
        pieces = dict.fromkeys(page.piece for page in self.pages if page.piece.startswith(_SHEETS))
        own = {piece.removeprefix(_SHEETS): f"{numbered['sheets']}-{at}" for at, piece in enumerate(pieces, 1)}
        return references(items, numbered, own, action_word)

    def record(self) -> dict[str, object]:
        """As plain values; number and moment stand beside it."""
        return {
            "pages": [asdict(each) for each in self.pages],
            "papers": [asdict(each) for each in self.papers],
            "answers": {unit: list(found) for unit, found in self.answers.items()},
            "choice": self.choice.record() if self.choice else None,
        }


def edition_from(number: int, moment: str, record: Mapping[str, Any]) -> Edition:
    """An edition from its plain values."""
    return Edition(
        number,
        moment,
        tuple(PacketPage(**each) for each in record["pages"]),
        tuple(PacketPaper(**each) for each in record["papers"]),
        {unit: tuple(found) for unit, found in record["answers"].items()},
        choice_from(record["choice"]) if record.get("choice") else None,
    )


@dataclass(frozen=True)
class Replacement:
    """A row of 差し替え表: a paper, which of its pages (from 1) are put in, what they are, and which pages of the
    edition before are taken out for them."""

    number: str
    name: str
    pages: tuple[int, ...]
    what: What
    before: tuple[int, ...] = ()


def replacements(before: Edition, pages: Sequence[PacketPage], papers: Sequence[PacketPaper]) -> list[Replacement]:
    """What differs from an edition, in the order of the packet, then the papers that are no longer in it.

    A page whose words stayed is moved where its number is another one. Nothing differs: an empty list.
    """
    old = {(each.piece, each.place): each for each in before.pages}
    now = {(each.piece, each.place) for each in pages}
    removed: dict[tuple[str, str], Replacement] = {}
    for paper in before.papers:
        gone = [
            each.number
            for each in before.pages
            if (each.piece, each.place) not in now and paper.first <= each.number <= paper.last
        ]
        if gone:
            removed[_identity(paper)] = Replacement(paper.number, paper.name, (), "removed", tuple(gone))
    found: list[Replacement] = []
    for paper in papers:
        by_what: dict[What, list[PacketPage]] = {}
        for page in pages:
            what = _what(old.get((page.piece, page.place)), page)
            if paper.first <= page.number <= paper.last and what is not None:
                by_what.setdefault(what, []).append(page)
        for what, those in by_what.items():
            out = tuple(old[key].number for key in ((each.piece, each.place) for each in those) if key in old)
            found.append(Replacement(paper.number, paper.name, tuple(each.number for each in those), what, out))
        if _identity(paper) in removed:
            found.append(removed.pop(_identity(paper)))
    return [*found, *removed.values()]


def _identity(paper: PacketPaper) -> tuple[str, str]:
    """Which paper it is in every edition: files of the town are told apart by their names."""
    return paper.key, paper.name if paper.key == APPENDED else ""


def _what(before: PacketPage | None, now: PacketPage) -> What | None:
    if before is None:
        return "added"
    if before.fingerprint != now.fingerprint:
        return "changed"
    return "moved" if before.number != now.number else None


def changed_units(before: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The units of which other answers count now than when the packet was handed out."""
    return frozenset(unit for unit in {*before, *now} if tuple(before.get(unit, ())) != tuple(now.get(unit, ())))
