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

_OF_ALL_UNITS: Final = ("list", "directions")
"""Papers on which every unit has a row with its answer."""

What = Literal["changed", "renumbered", "added", "moved", "removed", "edition"]


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
    that was not kept). ``statuses`` are by unit the keys of what stood on the board then, empty where not kept.
    """

    number: int
    moment: str
    pages: tuple[PacketPage, ...]
    papers: tuple[PacketPaper, ...]
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choice: PacketChoice | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)

    def chosen(self, usual: PacketChoice, *, closed: bool) -> PacketChoice:
        """What its meeting has in its packet from now on. Once that is ``closed`` these are just the parts of the
        edition; ``usual`` tells of one whose choice was not kept what marks it has."""
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
            "statuses": dict(self.statuses),
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
        record.get("statuses", {}),
    )


@dataclass(frozen=True)
class Replacement:
    """A row of 差し替え表: a paper, which of its pages (from 1) are put in, what they are, and which pages of the
    edition before are taken out for them.

    ``unit`` is whose sheet it is where the row is of one sheet, ``units`` those whose answers changed the pages where
    that is known.
    """

    number: str
    name: str
    pages: tuple[int, ...]
    what: What
    before: tuple[int, ...] = ()
    unit: str = ""
    units: frozenset[str] = frozenset()


def replacements(
    before: Edition, pages: Sequence[PacketPage], papers: Sequence[PacketPaper], answers: Collection[str] = ()
) -> list[Replacement]:
    """What differs from an edition, in the order of the packet, then the papers that are no longer in it.

    A page whose words stayed is moved where its number is another one; one that got another 資料番号 is renumbered. A
    sheet that changed, came or went has a row of its own. ``answers`` are the units of which other answers count now:
    they change their sheets, the list and what comes next year. No number stands on a file of the town: it stays where
    it is as long as it follows those that it followed. Nothing differs: an empty list.
    """
    old = {(each.piece, each.place): each for each in before.pages}
    in_order = _files(before.pages, pages) == _files(pages, before.pages)
    old_numbers, numbers = _numbers(before.pages, before.papers), _numbers(pages, papers)
    removed = _removed(before, pages, papers, old_numbers)
    there = {_identity(each) for each in before.papers}
    found: list[Replacement] = []
    for paper in papers:
        rows: dict[tuple[What, str], list[PacketPage]] = {}
        told = {}
        for page in pages:
            was, unit = old.get((page.piece, page.place)), _unit(page)
            what = _what(was, page)
            if what is None or not paper.first <= page.number <= paper.last:
                continue
            own = paper.key == APPENDED
            if own and what == "moved" and in_order:
                continue
            units = frozenset(answers) if paper.key in _OF_ALL_UNITS else frozenset({unit} & {*answers})
            if what == "changed" and not (units or own) and old_numbers[page.piece] != numbers[page.piece]:
                what = "renumbered"
            alone = what == "changed" or (what == "added" and _identity(paper) in there)
            row = (what, unit if alone else "")
            rows.setdefault(row, []).append(page)
            told[row] = units if what == "changed" else frozenset()
        for (what, unit), those in rows.items():
            out = tuple(old[key].number for key in ((each.piece, each.place) for each in those) if key in old)
            number = numbers[those[0].piece] if unit else paper.number
            now = tuple(each.number for each in those)
            found.append(Replacement(number, paper.name, now, what, out, unit, told[what, unit]))
        found += removed.pop(_identity(paper), [])
    return [*found, *(row for rest in removed.values() for row in rest)]


def _removed(
    before: Edition, pages: Sequence[PacketPage], papers: Sequence[PacketPaper], numbers: Mapping[str, str]
) -> dict[tuple[str, str], list[Replacement]]:
    """What is no longer in the packet, by the paper in which it was."""
    now = {(each.piece, each.place) for each in pages}
    stays = {_identity(each) for each in papers}
    found: dict[tuple[str, str], list[Replacement]] = {}
    for paper in before.papers:
        gone: dict[str, list[PacketPage]] = {}
        for page in before.pages:
            if (page.piece, page.place) not in now and paper.first <= page.number <= paper.last:
                gone.setdefault(_unit(page) if _identity(paper) in stays else "", []).append(page)
        for unit, those in gone.items():
            number = numbers[those[0].piece] if unit else paper.number
            row = Replacement(number, paper.name, (), "removed", tuple(each.number for each in those), unit)
            found.setdefault(_identity(paper), []).append(row)
    return found


def _files(pages: Sequence[PacketPage], others: Sequence[PacketPage]) -> list[str]:
    """The files of the town among pages that are among others too, in their order."""
    there = {each.piece for each in others if each.piece.startswith(f"{APPENDED}/")}
    return [each for each in dict.fromkeys(page.piece for page in pages) if each in there]


def _unit(page: PacketPage) -> str:
    """The unit a page is the sheet of; empty on every other page."""
    return page.piece.removeprefix(_SHEETS) if page.piece.startswith(_SHEETS) else ""


def _numbers(pages: Sequence[PacketPage], papers: Sequence[PacketPaper]) -> dict[str, str]:
    """The 資料番号 of every piece."""
    found = {}
    for paper in papers:
        pieces = dict.fromkeys(each.piece for each in pages if paper.first <= each.number <= paper.last)
        for at, piece in enumerate(pieces, 1):
            found[piece] = f"{paper.number}-{at}" if piece.startswith(_SHEETS) else paper.number
    return found


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
