"""What a 会議録 is made from, and what all its parts share: numbered lines, withheld texts, lines kept together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dxdesk.documents.blocks import At, Beside, Block, Framed
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import POINTS
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Spread, Text, lines_of
from dxdesk.documents.styles import CELL, LABEL, MINUTES, body
from dxdesk.documents.text_style import TextStyle
from dxdesk.domain import minutes
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import MeetingRecord
from dxdesk.domain.minutes import MinutesVersion, Variant
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.settings import Settings
from dxdesk.wording.meeting import BLOCK_WORDS, REMARK_KINDS, STAGES, UNNAMED, MeetingPhrases, phrases_for
from dxdesk.wording.paper import NOTHING

EM = MINUTES.em
TEXT = 9 * EM
"""Where the text of every part begins, from the left of the page."""

HEADING = TextStyle(Face.PROPORTIONAL_BOLD, 10.5, MINUTES.line)
LINE = MINUTES.line / POINTS


Setting = Literal["usual", "close", "parted"]
"""How the parts are set: with the usual air around frames and tables, with little of it, or with 指示事項 and what
follows on a page of its own."""


@dataclass(frozen=True)
class MinutesPaper:
    """Everything a print of the minutes shows.

    ``departments`` give the names of those with a 宿題; ``made`` is the ISO moment of printing, ``audit_head`` the
    hash of the newest entry of the audit chain. ``earlier`` are the versions before this one, oldest first;
    ``decisions_before`` and ``actions_before`` count those of the fiscal year's earlier meetings, whose numbers go on.
    """

    record: MeetingRecord
    version: MinutesVersion
    board: Board
    cycle: Cycle
    settings: Settings
    departments: Sequence[Department]
    made: str
    record_number: str = ""
    audit_head: str | None = None
    earlier: tuple[MinutesVersion, ...] = ()
    variant: Variant = "full"
    decisions_before: int = 0
    actions_before: int = 0
    setting: Setting = "usual"

    def air(self, usual: float) -> float:
        """Empty height (mm) where so much is usual."""
        return usual / 2 if self.setting == "close" else usual

    @cached_property
    def phrases(self) -> MeetingPhrases:
        """The town's sentences for this body."""
        return phrases_for(self.settings, self.record.meeting.body_name)

    @cached_property
    def blocks(self) -> tuple[minutes.Block, ...]:
        """The blocks this variant prints; prose that was emptied is left out."""
        found = minutes.for_variant(minutes.withhold_items(self.version.blocks, self.record), self.variant)
        rows = ("decision", "action")
        return tuple(block for block in found if block.text.strip() or block.kind in rows)

    def of_kind(self, *kinds: minutes.BlockKind) -> tuple[minutes.Block, ...]:
        """The blocks of some kinds, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @cached_property
    def prose(self) -> TextStyle:
        """How the text is set: 明朝, or the gothic face where the town has chosen it."""
        return body(MINUTES, self.settings.paper)

    @cached_property
    def versions(self) -> tuple[MinutesVersion, ...]:
        """All versions up to this one."""
        return (*self.earlier, self.version)

    @cached_property
    def version_words(self) -> str:
        """案, 確認中, 確定　第1版."""
        words = STAGES[self.version.stage]
        if self.version.state != "confirmed":
            return words
        return f"{words}　第{minutes.edition(self.versions)}版"

    def speaker(self, speaker: str) -> str:
        """A speaker as this variant shows people."""
        display = minutes.display_for(self.variant, self.settings.paper.speaker)
        return minutes.speaker_words(speaker, self.record.attendance, display, self.phrases)

    def place_of_item(self, number: int) -> str:
        """（2）: an agenda item as 議事 numbers it; ― where it is not in 議事."""
        ids = {item.number: item.id for item in self.record.items}
        shown = {block.source for block in self.version.blocks if block.kind == "item"}
        return self.settings.paper.numerals(f"（{number}）") if ids.get(number) in shown else NOTHING


def labelled(number: str, label: str, block: Block) -> Beside:
    """A part of the minutes: its number, its label stretched to five characters, its text."""
    behind = _behind(number)
    name = Spread(label, LABEL, 5)
    return Beside((At(0, Text(number, HEADING), behind), At(behind, name, 8 * EM - behind), At(TEXT, block)))


def _behind(number: str) -> float:
    """Where the words behind the number of a heading begin: further right behind 第1."""
    return 2 * EM if text_width(number, HEADING) < 1.5 * EM else 2.7 * EM


def place_part(
    sheet: Sheet, numbers: Iterator[str], label: str, blocks: Sequence[Block], follower: float = 0.0
) -> None:
    """A numbered part whose text is some blocks under each other; one without any is left out and takes no number.

    The last line stays on the page of what follows, ``follower`` mm high.
    """
    for place, block in enumerate(blocks):
        line = Beside((At(TEXT, block),)) if place else labelled(next(numbers), label, block)
        place_before(sheet, line, follower if place + 1 == len(blocks) else 0.0)


def heading(number: str, text: str) -> Beside:
    """The heading of a part that has more than a text: 議事, the tables."""
    return Beside((At(0, Text(number, HEADING), 3 * EM), At(_behind(number), Text(text, HEADING))))


def empty_part(paper: MinutesPaper, number: str, text: str) -> Beside:
    """A heading with なし behind it."""
    none = Text(paper.phrases.say("none"), paper.prose)
    return Beside((*heading(number, text).parts, At(13 * EM, none)))


def _counted(paper: MinutesPaper, blocks: Sequence[minutes.Block]) -> str:
    """What is withheld: 回答1件, 質問1件、回答2件."""
    kinds = {each.id: each.kind for each in paper.record.remarks}
    words: Counter[str] = Counter()
    for block in blocks:
        if block.kind == "action":
            words[paper.settings.action_word] += 1
        elif block.source in kinds and block.kind == "remark":
            words[REMARK_KINDS[kinds[block.source]]] += 1
        else:
            words[BLOCK_WORDS.get(block.kind, UNNAMED)] += 1
    say = paper.phrases.say
    return say("comma").join(say("withheld_count", word=word, count=count) for word, count in words.items())


def withheld_words(paper: MinutesPaper, blocks: Sequence[minutes.Block], width: float = 0.0) -> str:
    """What stands in place of withheld blocks of one reason; with a ``width`` (mm) it says how many lines they took."""
    say = paper.phrases.say
    what = _counted(paper, blocks)
    if width:
        lines = sum(len(lines_of(block.text, paper.prose, width)) for block in blocks)
        what = say("withheld_lines", what=what, lines=lines)
    reason = blocks[0].reason
    return say("withheld_because", reason=reason, what=what) if reason else say("withheld", what=what)


def withheld_frame(paper: MinutesPaper, blocks: Sequence[minutes.Block], width: float) -> Framed:
    """The dashed frame in place of withheld blocks; nothing of their text is in it."""
    return Framed(Text(withheld_words(paper, blocks, width), CELL), rule=0.25, padding=0.6, dashed=True)


def prose(paper: MinutesPaper, block: minutes.Block, width: float) -> Block:
    """The text of a block, or the frame that stands for it."""
    return Text(block.text, paper.prose) if block.public else withheld_frame(paper, (block,), width)


def place_before(sheet: Sheet, block: Block, follower: float) -> None:
    """Place a block so that its last lines stand on the page of what follows, ``follower`` mm high.

    No single line of several stands alone on a page.
    """
    rest = block
    while (height := rest.height(sheet.width)) + follower > sheet.room + 0.01:
        above = min(sheet.room, height - 2 * LINE + 0.01)
        parted = rest.split(sheet.width, above) if above > 2 * LINE - 0.01 else None
        if parted is None:
            if sheet.room >= sheet.bottom - sheet.frame.next_body - 0.01:
                break  # not even an empty page holds both
            sheet.next_page()
            continue
        sheet.place(parted[0])
        sheet.next_page()
        rest = parted[1]
    sheet.place(rest)
