"""議事: every item with its explanation, what was said, and its result in a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dxdesk.documents.blocks import At, Beside, Blank, Block, Framed, Stack
from dxdesk.documents.fonts import Face
from dxdesk.documents.lines import text_width
from dxdesk.documents.minutes_parts import (
    EM,
    HEADING,
    LINE,
    TEXT,
    MinutesPaper,
    empty_part,
    heading,
    place_before,
    prose,
    withheld_frame,
)
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Spread, Text
from dxdesk.documents.styles import LABEL
from dxdesk.documents.text_style import TextStyle
from dxdesk.domain import minutes
from dxdesk.wording.meeting import CORRECTION, OPINION, QUESTIONS, REMARK_KINDS, decided_words

SIGNS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
REFERENCE = TextStyle(Face.PROPORTIONAL, 8.5, LABEL.line, align="right")
RESULT = TextStyle(Face.PROPORTIONAL_BOLD, 10.2, 13)
_LABEL = replace(LABEL, face=Face.FIXED)
_FRAME_PADDING = 1.8
_WIDEST_REFERENCE = 45.0
_AIR = 1.2
_TITLE = "議事"
ANSWER = "→"
"""What stands before the speaker of an answer."""
_KEPT = 6 * LINE
"""No more than so much under a title is kept on its page."""


@dataclass(frozen=True)
class Course:
    """One item: its own block, and what belongs to it."""

    item: minutes.Block
    blocks: tuple[minutes.Block, ...]

    def of_kind(self, *kinds: minutes.BlockKind) -> tuple[minutes.Block, ...]:
        return tuple(block for block in self.blocks if block.kind in kinds)


def courses(paper: MinutesPaper) -> list[Course]:
    """The items with the blocks that follow each of them."""
    found: list[Course] = []
    for block in paper.blocks:
        if block.kind == "item":
            found.append(Course(block, ()))
        elif found and block.kind in ("reference", "explanation", "remark", "correction", "result", "opinion"):
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
        elif found and block.kind in ("decision", "action", "outlook", "other"):
            break
    return found


def corrections_outside(paper: MinutesPaper) -> tuple[minutes.Block, ...]:
    """Corrections made in the room under no item."""
    inside = {block.id for course in courses(paper) for block in course.blocks}
    return tuple(block for block in paper.of_kind("correction") if block.id not in inside)


def item_line(paper: MinutesPaper, place: int, course: Course, width: float) -> Beside:
    """The title of an item with its number of the agenda; one that is not on it counts by its place."""
    item = next((each for each in paper.record.items if each.id == course.item.source), None)
    number = item.number if item else place
    sign = paper.settings.paper.numerals(f"（{number}）")
    label = sign + (f"【{paper.phrases.say(item.kind)}】" if item else "")
    title: Block = Text(label + course.item.text, HEADING, rest=2.5)
    if not course.item.public:
        room = width - 4 * EM
        title = Beside((At(0, Text(sign, HEADING)), At(3 * EM, prose(paper, course.item, room), room)))
    references = [block.text for block in course.of_kind("reference") if block.public]
    if not references:
        return Beside((At(EM, title),))
    text = Text(references[0], REFERENCE)
    wide = min(text_width(text.content, REFERENCE) + 0.1, _WIDEST_REFERENCE)
    return Beside((At(EM, title, width - EM - wide - 2), At(width - wide, text, wide)))


def _said(paper: MinutesPaper, block: minutes.Block) -> Text:
    """A remark with its speaker, an answer behind an arrow, a correction with who wished it; later lines one in."""
    words = block.text
    if block.kind == "correction":
        corrections = {str(number): each for number, each in enumerate(paper.record.corrections, start=1)}
        correction = corrections.get(block.source or "")
        if correction is not None:
            words = paper.phrases.say("by_wish_of", speaker=paper.speaker(correction.asked_by)) + words
    else:
        remark = next((each for each in paper.record.remarks if each.id == block.source), None)
        if remark is not None:
            arrow = ANSWER if remark.kind == "answer" else ""
            words = f"{arrow}（{paper.speaker(remark.speaker)}）{words}"
    return Text(words, paper.prose, rest=1)


def said_blocks(paper: MinutesPaper, blocks: tuple[minutes.Block, ...], width: float) -> list[Block]:
    """What was said in order; neighbours withheld for one reason share a frame."""
    found: list[Block] = []
    for (public, _), group in groupby(blocks, key=lambda block: (block.public, block.reason)):
        together = tuple(group)
        if public:
            found += [_said(paper, block) for block in together]
        else:
            frame = withheld_frame(paper, together, width - 2 * EM)
            found.append(Stack((Blank(0.5), frame, Blank(0.5))))
    return found


def _labelled_groups(
    paper: MinutesPaper, blocks: tuple[minutes.Block, ...]
) -> list[tuple[str, tuple[minutes.Block, ...]]]:
    """What was said in order under its labels: 要望 and 指示 have their own, opinions are 質疑 where it was asked too.

    A correction made in the room belongs to what was said before it.
    """
    kinds = {remark.id: remark.kind for remark in paper.record.remarks}
    asked = any(kinds.get(block.source or "") in ("question", "answer") for block in blocks)
    found: list[tuple[str, tuple[minutes.Block, ...]]] = []
    for block in blocks:
        kind = kinds.get(block.source or "", "opinion") if block.kind == "remark" else None
        if kind is None:
            label = found[-1][0] if found else CORRECTION
        elif kind in ("wish", "instruction"):
            label = REMARK_KINDS[kind]
        else:
            label = QUESTIONS if asked else REMARK_KINDS["opinion"]
        if found and found[-1][0] == label:
            found[-1] = (label, (*found[-1][1], block))
        else:
            found.append((label, (block,)))
    return found


def _decided(paper: MinutesPaper, block: minutes.Block) -> str:
    """The words of the decision about the item of a result, or of several each behind its own result, in order.

    Nothing of those that are withheld, and of one alone nothing where its words stand there.
    """
    item = next((each for each in paper.record.items if each.id == block.source), None)
    known = [each for each in paper.record.decisions if item and each.item == item.number]
    withheld = {each.source for each in paper.of_kind("decision") if not each.public}
    shown = [each for each in known if each.id not in withheld]
    if len(known) > 1:
        return "".join(f"\n{decided_words(each, paper=True)}" for each in shown)
    return "".join(f"\n{each.text}" for each in shown if each.text not in block.text)


def _result(paper: MinutesPaper, sign: str, block: minutes.Block, width: float) -> Beside:
    inner: Block = Text(block.text + _decided(paper, block), RESULT)
    padding, air = paper.air(_FRAME_PADDING), paper.air(_AIR)
    framed: Block = Framed(inner, rule=0.5, padding=padding)
    if not block.public:
        framed = withheld_frame(paper, (block,), width)
    down = max((framed.height(width) - LINE) / 2, 0.0) if framed.height(width) < 2 * LINE else padding
    return _labelled_text(sign, "結果", Stack((Blank(air), framed, Blank(air))), down=down + air)


def _labelled_text(sign: str, label: str, block: Block, *, down: float = 0.0) -> Beside:
    style = LABEL if label == "結果" else _LABEL
    name: Block = Spread(label, style, 4)
    mark: Block = Text(sign, _LABEL)
    if down:
        mark, name = Stack((Blank(down), mark)), Stack((Blank(down), name))
    return Beside((At(2 * EM, mark, EM), At(4 * EM, name, 4 * EM), At(TEXT, block)))


def course_rows(paper: MinutesPaper, course: Course, width: float) -> list[Beside]:
    """説明, what was said, 結果, 付帯意見, each behind its sign; what is empty is left out and takes no sign."""
    signs = iter(SIGNS)
    rows: list[Beside] = []
    for explanation in course.of_kind("explanation"):
        text = prose(paper, explanation, width)
        rows.append(Beside((At(TEXT, text),)) if rows else _labelled_text(next(signs), "説明", text))
    for label, said in _labelled_groups(paper, course.of_kind("remark", "correction")):
        sign = next(signs, "")
        for place, block in enumerate(said_blocks(paper, said, width)):
            rows.append(Beside((At(TEXT, block),)) if place else _labelled_text(sign, label, block))
    rows += [_result(paper, next(signs, ""), block, width) for block in course.of_kind("result")[:1]]
    for place, opinion in enumerate(course.of_kind("opinion")):
        text = prose(paper, opinion, width)
        rows.append(Beside((At(TEXT, text),)) if place else _labelled_text(next(signs, ""), OPINION, text))
    return rows


def _followers(rows: Sequence[Beside], heights: Sequence[float], kept: int) -> list[float]:
    """How high what must stand on the page of each row's end is: the result and what goes along with it, from row
    ``kept`` on, and the answer to what was asked with whatever that keeps."""
    found = [0.0] * len(rows)
    for at in range(len(rows) - 2, -1, -1):
        below = min(heights[at + 1], 3 * LINE)
        if at + 1 >= kept:
            found[at] = below
        elif _is_answer(rows[at + 1]):
            found[at] = min(below + found[at + 1], _KEPT)
    return found[:-1]


def _is_answer(row: Beside) -> bool:
    said = row.parts[-1].block
    return isinstance(said, Text) and str(said.content).startswith(ANSWER)


def place_course(sheet: Sheet, paper: MinutesPaper, number: str) -> None:
    """All items under their heading; a title stays with the lines under it, an answer with its question, a result with
    the line before it and a 付帯意見 with what it goes along with."""
    found = courses(paper)
    if not found:
        sheet.place(empty_part(paper, number, _TITLE))
    for place, course in enumerate(found, start=1):
        title = item_line(paper, place, course, sheet.width)
        rows = course_rows(paper, course, sheet.width - TEXT)
        heights = [row.height(sheet.width) for row in rows]
        kept = len(rows) - len(course.of_kind("result")[:1]) - len(course.of_kind("opinion"))
        followers = _followers(rows, heights, kept)
        keep = min(sum(heights[:1]) + (followers[0] if len(rows) == 2 else 0.0), _KEPT)
        if place == 1:
            sheet.place(heading(number, _TITLE), keep=title.height(sheet.width) + keep)
        sheet.place(title, keep=keep)
        for row, follower in zip(rows, (*followers, 0.0), strict=False):
            place_before(sheet, row, follower)
        sheet.skip(paper.air(_AIR))
