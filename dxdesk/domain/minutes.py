"""会議録: versions made of ordered blocks, and who is shown in them how.

A version freezes into a hash. Prose is the version's own; the tables of decisions and action items, the attendance
and the speakers are drawn from the records of the meeting, so editing a block never alters a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, Literal, Protocol, cast, get_args

from dxdesk.domain.meetings import Attendance, MeetingRecord, Position, Result
from dxdesk.domain.paper import Paper, SpeakerDisplay
from dxdesk.domain.records import digest
from dxdesk.domain.replies import Author

FORMAT: Final = 1

BlockKind = Literal[
    "title", "time", "place", "attendance", "absent", "secretariat", "openness", "agenda_head", "agenda_item",
    "handout", "item", "reference", "explanation", "remark", "correction", "result", "opinion", "decision",
    "action", "outlook", "other",
]  # fmt: skip
BLOCK_KINDS: Final[tuple[BlockKind, ...]] = get_args(BlockKind)

Variant = Literal["full", "abstract", "gist", "public"]
VARIANTS: Final[tuple[Variant, ...]] = get_args(Variant)
State = Literal["draft", "confirmed"]
Stage = Literal["draft", "checking", "confirmed"]

_GIST: Final = frozenset({"title", "time", "place", "attendance", "opinion", "decision", "action", "outlook"})

_NOT_ABSTRACT: Final = frozenset({"absent", "secretariat", "openness"})

_COURSE: Final = frozenset({"reference", "explanation", "remark", "correction", "result", "opinion"})


class Phrases(Protocol):
    """The town's words for minutes. Sentences are taken from here only, so that every town can have its own."""

    @property
    def paper(self) -> Paper:
        """How the town writes."""

    def say(self, code: str, /, **values: object) -> str:
        """The sentence or word of a code, filled with values."""

    def result(self, result: Result) -> str:
        """The sentence that says a result."""

    def position(self, position: Position) -> str:
        """What a member of this body is called: 委員長, 本部員."""

    def field(self, key: str) -> str:
        """The name of a field of an answer."""


@dataclass(frozen=True)
class Handout:
    """A paper of the meeting: its 資料番号 (None for the agenda itself), name, 用紙 and pages in the packet."""

    number: str | None
    name: str
    sheet: str | None = None
    pages: str | None = None


@dataclass(frozen=True)
class Block:
    """One piece of a version. ``source`` names the record it comes from: the id of an agenda item, remark, 付帯意見,
    decision or action item; for a correction made in the room its place from 1; None for prose of the minutes' own.

    A block that is not ``public`` is left out of every print, with ``reason`` in its place.
    """

    id: str
    kind: BlockKind
    source: str | None
    text: str
    public: bool = True
    reason: str | None = None

    def record(self) -> dict[str, object]:
        return {
            "id": self.id,
            "kind": self.kind,
            "source": self.source,
            "text": self.text,
            "public": self.public,
            "reason": self.reason,
        }


@dataclass(frozen=True)
class MinutesVersion:
    """One version of a meeting's minutes, counted from 1 within the meeting.

    ``confirmed_by`` on a draft names who has been asked to confirm it; ``confirmed_on`` belongs to confirmed ones.
    ``reason`` says why a confirmed version was made anew. ``moment`` is claimed, ISO with offset.
    """

    meeting: str
    number: int
    state: State
    blocks: tuple[Block, ...]
    confirmed_by: str | None
    confirmed_on: date | None
    reason: str | None
    author: Author
    moment: str

    def record(self) -> dict[str, object]:
        """Plain values for canonical JSON; what stands here freezes into the hash."""
        return {
            "format": FORMAT,
            "meeting": self.meeting,
            "number": self.number,
            "state": self.state,
            "blocks": [block.record() for block in self.blocks],
            "confirmed_by": self.confirmed_by,
            "confirmed_on": self.confirmed_on.isoformat() if self.confirmed_on else None,
            "reason": self.reason,
            "author": self.author.record(),
            "moment": self.moment,
        }

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the record, 64 hex digits."""
        return digest(self.record())

    @property
    def stage(self) -> Stage:
        """案, 確認中 (somebody has been asked to confirm) or 確定."""
        if self.state == "confirmed":
            return "confirmed"
        return "checking" if self.confirmed_by else "draft"


def block_from(record: Mapping[str, object]) -> Block:
    """The block of a stored record; raises KeyError, TypeError or ValueError for one of another shape."""
    block = Block(**record)  # type: ignore[arg-type]
    if block.kind not in BLOCK_KINDS:
        raise ValueError(block.kind)
    return block


def version_from(record: Mapping[str, object]) -> MinutesVersion:
    """The version of a stored record; raises KeyError, TypeError or ValueError for one of another shape."""
    if record["format"] != FORMAT:
        raise ValueError(record["format"])
    confirmed_on = cast("str | None", record["confirmed_on"])
    return MinutesVersion(
        meeting=cast(str, record["meeting"]),
        number=cast(int, record["number"]),
        state=cast(State, record["state"]),
        blocks=tuple(block_from(each) for each in cast("list[Mapping[str, object]]", record["blocks"])),
        confirmed_by=cast("str | None", record["confirmed_by"]),
        confirmed_on=date.fromisoformat(confirmed_on) if confirmed_on else None,
        reason=cast("str | None", record["reason"]),
        author=Author(**cast("dict[str, str]", record["author"])),
        moment=cast(str, record["moment"]),
    )


def edition(versions: Iterable[MinutesVersion]) -> int:
    """The number of the newest confirmed version among the confirmed ones: 第1版, 第2版; 0 before the first."""
    return sum(version.state == "confirmed" for version in versions)


def for_variant(blocks: Sequence[Block], variant: Variant) -> tuple[Block, ...]:
    """The blocks a variant prints: all; for 会議結果概要 only when, where, who, the decisions with their 付帯意見 and
    what is next; for 議事要旨 also the agenda and what was said about it."""
    if variant == "gist":
        return tuple(block for block in blocks if block.kind in _GIST)
    return tuple(block for block in blocks if variant != "abstract" or block.kind not in _NOT_ABSTRACT)


def withhold_items(blocks: Sequence[Block], record: MeetingRecord) -> tuple[Block, ...]:
    """The blocks of which nothing gives away an item that is withheld as a whole.

    Its course is dropped; its line of the agenda, its decisions and action items are withheld for the same reason.
    """
    hidden = {block.source: block.reason for block in blocks if block.kind == "item" and not block.public}
    numbers = {item.number: item.id for item in record.items}
    owner: dict[str | None, str | None] = {item.id: item.id for item in record.items}
    owner |= {each.id: numbers.get(each.item) for each in record.decisions}
    owner |= {each.id: numbers.get(each.item or 0) for each in record.actions}
    found = []
    inside = False
    for block in blocks:
        if block.kind == "item":
            inside = not block.public
        elif block.kind not in _COURSE:
            inside = False
        elif inside:
            continue
        item = owner.get(block.source)
        if block.public and item in hidden and block.kind in ("agenda_item", "decision", "action"):
            block = replace(block, public=False, reason=hidden[item])  # noqa: PLW2901
        found.append(block)
    return tuple(found)


def display_for(variant: Variant, display: SpeakerDisplay) -> SpeakerDisplay:
    """How speakers are shown: as the town has set it, but in the public variant never by name, in 議事要旨 only by
    their place in the body."""
    if variant == "abstract":
        return "member"
    return "title" if variant == "public" and display == "name" else display


def _squeezed(text: str) -> str:
    return "".join(text.split())


def find_speaker(speaker: str, attendance: Sequence[Attendance]) -> Attendance | None:
    """The one attendance whose name, else whose title, else whose title and name are the speaker as typed; spaces do
    not count."""
    wanted = _squeezed(speaker)
    for found in (
        [each for each in attendance if _squeezed(each.name) == wanted],
        [each for each in attendance if each.title is not None and _squeezed(each.title) == wanted],
        [each for each in attendance if each.title is not None and _squeezed(each.title + each.name) == wanted],
    ):
        if len(found) == 1:
            return found[0]
    return None


def speaker_words(speaker: str, attendance: Sequence[Attendance], display: SpeakerDisplay, phrases: Phrases) -> str:
    """A speaker as shown: by name, by title (the chair as 委員長), or only by the place in the body.

    Who is not in the attendance is shown as typed, except where nobody is to be told apart.
    """
    found = find_speaker(speaker, attendance)
    if found is None:
        secretariat = phrases.say("secretariat")
        if display != "member" or speaker == secretariat:
            return speaker
        return secretariat if speaker.startswith(secretariat) else phrases.say("attendant")
    if display == "name":
        return found.name
    if found.presence == "observer":
        return phrases.say("attendant") if display == "member" else found.title or phrases.say("attendant")
    if display == "title" and found.position != "chair" and found.title:
        return found.title
    return phrases.position(found.position)


def row_blocks(record: MeetingRecord) -> tuple[Block, ...]:
    """A block for every decision, then for every action item, in the words of the records."""
    decisions = (Block(f"decision-{each.id}", "decision", each.id, each.text) for each in record.decisions)
    actions = (Block(f"action-{each.id}", "action", each.id, each.text) for each in record.actions)
    return (*decisions, *actions)


def with_records(blocks: Sequence[Block], record: MeetingRecord) -> tuple[Block, ...]:
    """The blocks with their decisions and action items as the records have them now; what is withheld stays so."""
    before = {block.id: block for block in blocks}
    rows = [replace(before.get(row.id, row), text=row.text) for row in row_blocks(record)]
    prose = [block for block in blocks if block.kind not in ("decision", "action")]
    place = next((at for at, block in enumerate(prose) if block.kind in ("outlook", "other")), len(prose))
    return (*prose[:place], *rows, *prose[place:])
