"""The lines of 取りまとめ: the units as they are worked off, and the answers of one of them side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from dxdesk.domain.consolidation import STANDINGS, Standing, heaviest, sentences, side_by_side, standing, with_name
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer
from dxdesk.store.queries.consolidation import Consolidations
from dxdesk.wording.consolidate import BEGUN, FIELD_WORDS, HEAVIEST, SLOT_WORDS, STANDING_HEADS, answered
from dxdesk.wording.directions import budget_words

FIELDS = ("results", "issues", "next", "ask")
"""Whose sentences can be put in."""

OUTLOOK = ("direction", "budget")
"""What is said about the next year: it is taken whole in place of what stood there."""


@dataclass(frozen=True)
class UnitRow:
    """A unit, or the head over units of one standing."""

    standing: Standing
    name: str
    unit: str = ""
    number: str = ""
    words: str = ""

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return "、".join(each for each in (self.number, self.name, self.words) if each)


def unit_rows(found: Consolidations) -> tuple[UnitRow, ...]:
    """The units in the order in which they are worked off, below their heads."""
    by_standing: dict[Standing, list[Node]] = {each: [] for each in STANDINGS}
    for unit in found.plan.units:
        view = found.views.get(unit.id)
        if view is not None and (how := standing(view, ready=unit.id in found.ready)) is not None:
            by_standing[how].append(unit)
    rows = []
    for how, units in by_standing.items():
        if units:
            rows.append(UnitRow(how, f"{STANDING_HEADS[how]} {len(units)}"))
        for unit in units:
            view = found.views[unit.id]
            words = answered(view.accepted, view.assigned) + (f"・{BEGUN}" if unit.id in found.written else "")
            rows.append(UnitRow(how, unit.short_name or unit.name, unit.id, found.plan.numbers[unit.id], words))
    return tuple(rows)


AnswerKind = Literal["head", "text", "silent"]


@dataclass(frozen=True)
class AnswerRow:
    """A line of a card: its head, one sentence, or a department that has said nothing that counts.

    ``piece`` is what the sentence becomes when it is put into ``field``; ``first`` and ``last`` of a field and a card.
    """

    kind: AnswerKind
    department: str
    status: str = ""
    word: str = ""
    stage: str = ""
    main: bool = False
    heaviest: bool = False
    quiet: bool = False
    field: str = ""
    text: str = ""
    piece: str = ""
    first: bool = False
    last: bool = False

    @property
    def spoken(self) -> str:
        """The line as it is read aloud, but whether it was put in."""
        if self.kind == "text":
            return f"{self.department}、{FIELD_WORDS[self.field]}、{self.text}"
        parts = (
            self.department,
            "主管" if self.main else "",
            self.word,
            self.stage,
            HEAVIEST[0] if self.heaviest else "",
        )
        return "、".join(each for each in parts if each)


def answer_rows(found: Consolidations, view: UnitView) -> tuple[AnswerRow, ...]:
    """The departments' answers as cards, worst first; who has none after them; last what was said last time."""
    names = {each.id: each.name for each in found.departments}
    settings, main, worst = found.settings, found.mains.get(view.unit), heaviest(view)
    rows: list[AnswerRow] = []
    for department, revision in side_by_side(view):
        name = names.get(department, department)
        answer = revision.answer if revision else None
        if answer is None or answer.status is None:
            slot = view.slots.get(department)
            word = SLOT_WORDS[slot.state if slot else "unanswered"]
            rows.append(AnswerRow("silent", name, "miss", word, main=department == main, last=True))
            continue
        status = answer.status
        head = AnswerRow(
            "head",
            name,
            status,
            settings.status_word(status),
            settings.stage_word(answer.stage),
            main=department == main,
            heaviest=status == worst,
            quiet=status == "na",
        )
        rows += _card(head, answer, name)
    rows += _last_time(found, view)
    return tuple(rows)


def _last_time(found: Consolidations, view: UnitView) -> list[AnswerRow]:
    before = found.previous.get(view.unit)
    answer = before.counted.answer if before and before.counted else None
    if answer is None or answer.status is None:
        return []
    word, stage = found.settings.status_word(answer.status), found.settings.stage_word(answer.stage)
    head = AnswerRow("head", f"前回（{found.previous_name}）", answer.status, word, stage, quiet=True)
    return _card(head, answer, "")


def _card(head: AnswerRow, answer: Answer, name: str) -> list[AnswerRow]:
    """The head and the sentences of one answer; ``name`` empty: sentences are put in as they are."""
    rows = [head]
    for field in FIELDS:
        for place, text in enumerate(sentences(getattr(answer, field))):
            piece = with_name(text, name) if name else text
            quiet, heavy = head.quiet, head.heaviest
            rows.append(
                AnswerRow(
                    "text",
                    head.department,
                    main=head.main,
                    field=field,
                    text=text,
                    piece=piece,
                    first=not place,
                    quiet=quiet,
                    heaviest=heavy,
                )
            )
    said = (answer.direction or "", budget_words(answer.budget))
    for field, text in zip(OUTLOOK, said, strict=True):
        if text:
            row = AnswerRow("text", head.department, main=head.main, field=field, text=text, piece=text, first=True)
            rows.append(replace(row, quiet=head.quiet, heaviest=head.heaviest))
    last = rows[-1]
    rows[-1] = AnswerRow(**{**last.__dict__, "last": True})
    return rows
