"""What of a meeting's minutes is looked at: what is being written, or a version as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from dxdesk.documents.minutes_parts import MinutesPaper
from dxdesk.documents.page import Printed
from dxdesk.domain.minutes import MinutesVersion, Variant, edition
from dxdesk.domain.minutes_deadlines import deadlines
from dxdesk.domain.minutes_parts import Part
from dxdesk.domain.minutes_pending import Pending
from dxdesk.operations.minutes_editing import MinutesEditing, printed_as_written, word_as_written
from dxdesk.ui.minutes.part_names import (
    all_parts,
    drafted,
    item_names,
    open_points_of,
    parts_of_points,
    wants_something,
)
from dxdesk.ui.minutes.parts_list import PartRow
from dxdesk.ui.minutes.writing import Writing
from dxdesk.wording.meeting import STAGES, deadline_words
from dxdesk.wording.minutes_screen import PART_WORDS, version_title

_RECORDS = ("decision", "action")


@dataclass(frozen=True)
class Shown:
    """One state of the minutes: its blocks as ``pending``, the paper they are printed on, and the version it is or
    grows from. ``editable`` only where it is what is being written."""

    source: MinutesEditing
    pending: Pending
    paper: MinutesPaper
    version: MinutesVersion
    editable: bool

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All parts, 作成・確認 last."""
        return all_parts(self.source, self.pending)

    def part(self, key: str) -> Part:
        """The part of a key; the first where there is none."""
        found = self.parts
        return next((part for part in found if part.key == key), found[0])

    @property
    def unfinished(self) -> str:
        """The key of the first part with texts that are in no version yet; empty where there is none."""
        known = set(self.version.blocks)
        fresh = {block.id for block in self.pending.blocks if block not in known and block.kind not in _RECORDS}
        written = (part.key for part in self.parts if any(block.id in fresh for block in part.blocks))
        return next(written, "") if self.editable else ""

    @property
    def rows(self) -> tuple[PartRow, ...]:
        """The parts as the list shows them."""
        points = open_points_of(self.source, self.pending) if self.editable else ()
        names, wanting = item_names(self.source), set(parts_of_points(self.source, points))
        return tuple(
            PartRow(
                part.key,
                names.get(part.key) or PART_WORDS.get(part.key, ""),
                self.editable and (part.key in wanting or wants_something(self.pending, part)),
                part.item is not None and part.left_out,
                self.editable and drafted(self.source, self.pending, part),
            )
            for part in self.parts
        )

    def composer(self, variant: Variant) -> Callable[[], Printed]:
        """How the PDF is set, on any thread."""
        paper, blocks, asked = self.paper, self.pending.blocks, self.pending.confirmer.strip()
        return lambda: printed_as_written(paper, blocks, asked, variant)

    def word_composer(self, variant: Variant) -> Callable[[], bytes]:
        """How the Word file is made."""
        paper, blocks, asked = self.paper, self.pending.blocks, self.pending.confirmer.strip()
        return lambda: word_as_written(paper, blocks, asked, variant)


def shown(writing: Writing, number: int | None) -> Shown | None:
    """What is looked at: the version of a number, or (None) what is being written; None where there are no minutes."""
    source = writing.source
    if source is None or source.paper is None:
        return None
    if number is None or number == source.versions[-1].number:
        return Shown(source, writing.pending, source.paper, source.versions[-1], writing.editable)
    place = next((at for at, each in enumerate(source.versions) if each.number == number), -1)
    version = source.versions[place]
    paper = replace(source.paper, version=version, earlier=source.versions[:place])
    kept = Pending(version.number, version.blocks, version.confirmed_by or "")
    return Shown(source, kept, paper, version, editable=False)


def title_of(source: MinutesEditing, version: MinutesVersion) -> str:
    """案 3, 確定 第1版."""
    if version.state == "confirmed":
        known = [each for each in source.versions if each.number <= version.number]
        return f"{STAGES['confirmed']} 第{edition(known)}版"
    return version_title(STAGES[version.stage], version.number)


def version_titles(source: MinutesEditing) -> list[str]:
    """The versions for the list, newest first."""
    return [title_of(source, version) for version in reversed(source.versions)]


def owed_words(source: MinutesEditing, today: date) -> tuple[str, ...]:
    """Until when 会議結果概要 and 会議録 are due, each in words; nothing where they are not."""
    confirmed = source.versions[-1].state == "confirmed"
    owed = deadlines(source.meeting.day, source.settings, today, confirmed=confirmed)
    return tuple(deadline_words(each) for each in owed)


def made_words(version: MinutesVersion) -> str:
    """2月13日 16:12, in the zone of this computer."""
    local = datetime.fromisoformat(version.moment).astimezone()
    return f"{local.month}月{local.day}日 {local:%H:%M}"
