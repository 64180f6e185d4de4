"""One answer with everything that stands beside it, as plain values for the panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dxdesk.desk import Desk
from dxdesk.domain.collection import Cell, SlotKey
from dxdesk.domain.merge import SlotView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status, as_status, change_since
from dxdesk.operations.replies import last_answer
from dxdesk.store.queries.collection import Collection, SlotStory, slot_story
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.initiatives.sheet import Block, Framed, Lines, Passage, StatusBlock
from dxdesk.ui.words import day_of
from dxdesk.wording.collect import (
    BEFORE,
    DRAFT_HERE,
    NO_ANSWER,
    NOT_CONCERNED,
    NOT_CONFIRMED,
    SPARED,
    SPOKEN,
    TWO_VERDICTS,
    UNCHANGED,
    WAITING,
    WITHDRAWAL,
    WITHDRAWN,
    taken_back_words,
)
from dxdesk.wording.directions import outlook_words
from dxdesk.wording.screen import FIRST_CYCLE, own_status
from dxdesk.wording.sentences import FIELDS

DISCUSS = {"none": "報告", "discuss": "協議したい", "decide": "決めてほしい"}


@dataclass(frozen=True)
class Slot:
    """One department's answer about one unit. ``answer`` is the newest content, None where there is none."""

    key: SlotKey
    unit: Node
    number: str
    department: Department
    cell: Cell
    view: SlotView
    story: SlotStory
    settings: Settings
    answer: Answer | None

    @property
    def head(self) -> Revision | None:
        """The one newest version; None where there is none or several."""
        return self.view.heads[0] if len(self.view.heads) == 1 else None

    @property
    def words(self) -> str:
        """The slot as it is named in sentences."""
        return f"{self.number} {short_name(self.unit)}（{self.department.name}）"


def read_slot(desk: Desk, source: Collection, key: SlotKey) -> Slot | None:
    """The slot of a key; None where the cycle does not ask there."""
    row = next((each for each in source.collected.rows if each.unit == key[0]), None)
    department = next((each for each in source.departments if each.id == key[1]), None)
    cell = row.cells.get(key[1]) if row else None
    if cell is None or department is None:
        return None
    unit = source.plan.by_id[key[0]]
    story = desk.ask(slot_story, source.cycle, unit, key[1])
    view = source.views[key[0]].slots[key[1]]
    counted = source.views[key[0]].answers.get(key[1])
    newest = source.cycle.open and cell.state != "accepted"
    answer = last_answer(story.revisions, view)[1] if newest else counted.answer if counted else None
    return Slot(key, unit, source.plan.numbers[unit.id], department, cell, view, story, source.settings, answer)


def headline(slot: Slot) -> str:
    """Whose answer it is, from when, and what became of it."""
    head = slot.head
    day = f"　{day_of(head.moment)}" if head is not None else ""
    return f"{slot.department.name}の回答{day}　{SPOKEN[slot.cell.state]}"


def remarks(slot: Slot) -> list[str]:
    """What has to be known before the answer is read."""
    state, found = slot.cell.state, []
    if state == "conflict" and slot.head is not None:
        found.append(TWO_VERDICTS)
    if state in ("withdrawal", "waiting", "draft"):
        found.append({"withdrawal": WITHDRAWAL, "waiting": WAITING, "draft": DRAFT_HERE}[state])
    if slot.cell.unchanged:
        found.append(UNCHANGED)
    if state == "spared":
        found.append(SPARED)
    if slot.cell.kind == "unanswered":
        found.append(WITHDRAWN if slot.view.state == "withdrawn" else NO_ANSWER)
    return found


def _own_word(settings: Settings, status: Status) -> str:
    """What a department says of itself: 該当しない is no status of the unit."""
    return NOT_CONCERNED if status == "na" else settings.status_word(status)


def answer_blocks(slot: Slot) -> tuple[Block, ...]:
    """The answer, with what was said last time under each text."""
    answer, last, settings = slot.answer, slot.story.before, slot.settings
    before = last.answer if last else None
    if answer is None or slot.cell.kind in ("unanswered", "spared"):
        return _only_before(slot)
    blocks: list[Block] = []
    status = as_status(answer.status) if answer.status else None
    if status is not None:
        earlier = as_status(before.status) if before and before.status else None
        previous = [_own_word(settings, earlier)] if earlier else []
        previous += [settings.stage_word(before.stage)] if before and before.stage else []
        own = f"（{own_status(settings.status_word(last.own))}）" if last and last.own else ""
        blocks.append(
            StatusBlock(
                status,
                _own_word(settings, status),
                change_since(earlier, status) or "",
                settings.stage_word(answer.stage),
                settings.stage_index(answer.stage),
                settings.stage_index(before.stage) if before else None,
                len(settings.stages),
                "・".join(previous) + own,
            )
        )
    for field in ("results", "issues", "next"):
        text, last = getattr(answer, field), getattr(before, field) if before else None
        if text or last:
            blocks.append(Passage(FIELDS[field], text or "（記入なし）", last or ""))
    blocks += _indicators(slot, answer, before)
    if answer.discuss != "none":
        blocks.append(Framed(FIELDS["ask"], answer.ask or DISCUSS[answer.discuss]))
    earlier_words = dict(outlook_words(before.outlook)) if before else {}
    blocks += [Passage(head, said, earlier_words.get(head, "")) for head, said in outlook_words(answer.outlook)]
    others = ("reason", "measures", "forecast", "effects", "to_secretariat", "private_memo")
    blocks += [Passage(FIELDS[each], text) for each in others if (text := getattr(answer, each))]
    if before is None:
        blocks.append(
            Passage("", FIRST_CYCLE if not slot.story.before_name else f"{slot.story.before_name}の回答はありません")
        )
    return tuple(blocks)


def _only_before(slot: Slot) -> tuple[Block, ...]:
    """What the department said last time, where it has said nothing yet."""
    last, settings = slot.story.before, slot.settings
    if last is None:
        return ()
    before = last.answer
    words = [settings.status_word(before.status)] if before.status else []
    words += [settings.stage_word(before.stage)] if before.stage else []
    found = [Passage(f"前回（{slot.story.before_name}）", "・".join(words))]
    found += [Passage("", own_status(settings.status_word(last.own)))] if last.own else []
    found += [Passage(heading, text) for each, heading in BEFORE.items() if (text := getattr(before, each))]
    return tuple(found)


def reading_words(about: Node, answer: Answer | None, indicator: str) -> str:
    """A value that was reported about a unit, with what it is measured in; empty for none."""
    unit = next((each.unit or "" for each in about.indicators if each.id == indicator), "")
    reading = next((each for each in (answer.indicators if answer else ()) if each.id == indicator), None)
    if reading is None:
        return ""
    return (
        f"{reading.value}{unit}"
        if reading.value is not None
        else f"測れない{f'（{reading.reason}）' if reading.reason else ''}"
    )


def _indicators(slot: Slot, answer: Answer, before: Answer | None) -> list[Block]:
    found: list[Block] = []
    for indicator in slot.unit.indicators:
        words = reading_words(slot.unit, answer, indicator.id)
        if words:
            found.append(Passage(f"指標　{indicator.name}", words, reading_words(slot.unit, before, indicator.id)))
    return found


def confirmation(slot: Slot) -> str:
    """Who confirmed the answer, or that nobody has yet."""
    review = slot.view.confirmed
    if review is None:
        return NOT_CONFIRMED
    who = " ".join(each for each in (review.title, review.name) if each)
    return f"✓ {who}　{day_of(review.moment)}"


def conversation(slot: Slot, name_of: Callable[[str | None], str]) -> Block | None:
    """やりとり: what was handed in, sent back and written to each other, newest first."""
    said: list[tuple[str, str, str]] = []

    def who_said(author: Author) -> str:
        return name_of(None if author.stands_in_for(slot.key[1]) else author.department)

    kinds = {"answer": "提出", "withdraw": "取り下げ", "correct": "席上修正", "settle": "くいちがいを直した"}
    for place, revision in enumerate(slot.story.revisions):
        word = kinds[revision.kind] if revision.kind != "answer" or not place else "もう一度提出"
        said.append((revision.moment, who_said(revision.author), word))
    before = {each.id: each.kind for each in slot.story.reviews}
    for review in slot.story.reviews:
        word = {
            "accept": "受理",
            "return": f"差戻し：{review.question}",
            "undone": taken_back_words({before[each] for each in review.after if each in before}),
            "confirm": "所属長確認",
        }[review.kind]
        who = review.name or "" if review.kind == "confirm" else name_of(None)
        said.append((review.moment, who, word))
    said += [(each.moment, who_said(each.author), each.text) for each in slot.story.comments]
    newest = sorted(enumerate(said), key=lambda each: (each[1][0], each[0]), reverse=True)
    lines = tuple(("–", f"{day_of(moment)}　{who}　{text}") for _, (moment, who, text) in newest)
    return Lines("やりとり", lines) if lines else None
