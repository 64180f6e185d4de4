"""The unit that is open in 取りまとめ, with what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from dxdesk.desk import Desk
from dxdesk.domain.consolidation import heaviest, start_of, status_counts, usable
from dxdesk.domain.merge import UnitView
from dxdesk.domain.permissions import POLICY
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer
from dxdesk.store.queries.consolidation import Consolidations
from dxdesk.ui.consolidate.merged_form import Start
from dxdesk.ui.consolidate.rows import AnswerRow, answer_rows
from dxdesk.ui.entry.next_year_row import asks_of
from dxdesk.wording.consolidate import (
    CLOSED_UNIT,
    DISPUTED_UNIT,
    MAIN_NOT_ACCEPTED,
    NOBODY_CONCERNED,
    NOT_YET,
    USE_MAIN,
    answered,
    use_of,
    without_words,
)
from dxdesk.wording.screen import READ_ONLY_ROLE


@dataclass(frozen=True)
class OpenUnit:
    """A unit with what its departments say. ``closed`` says why nothing can be written; empty where it can."""

    found: Consolidations
    view: UnitView
    closed: str

    @property
    def unit(self) -> Node:
        return self.found.plan.by_id[self.view.unit]

    @property
    def code(self) -> str:
        return self.unit.code or ""

    @property
    def number(self) -> str:
        return self.found.plan.numbers[self.unit.id]

    @property
    def title(self) -> str:
        return f"{self.number}  {self.unit.short_name or self.unit.name}"

    @property
    def words(self) -> str:
        """The unit as it is named in sentences."""
        return f"{self.number} {self.unit.short_name or self.unit.name}"

    @property
    def answered(self) -> str:
        """How many have answered, in words."""
        return answered(self.view.accepted, self.view.assigned)

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The departments' answers as cards."""
        return answer_rows(self.found, self.view)

    @property
    def main(self) -> str | None:
        """The department (id) that is 主管."""
        return self.found.mains.get(self.view.unit)

    @property
    def usable(self) -> str | None:
        """The department (id) whose answer can be used as it is: 主管, else one that it concerns."""
        return usable(self.view, self.main)

    @property
    def use_words(self) -> str:
        """What the button for that says."""
        if self.usable in (None, self.main):
            return USE_MAIN
        return use_of(next(each.name for each in self.found.departments if each.id == self.usable))

    @property
    def why_not_used(self) -> str:
        """Why no answer can be used as it is; empty where one can."""
        if self.usable is not None:
            return ""
        return MAIN_NOT_ACCEPTED if self.view.answers.get(self.main or "") is None else NOBODY_CONCERNED

    @property
    def without(self) -> str:
        """Whose answers would not be in what is made final now, in words; empty where all are, or it is final."""
        view = self.view
        if self.closed or self.drawn is not None:
            return ""
        silent: list[str] = []
        unreviewed: list[str] = []
        for each in self.found.departments:
            slot = view.slots.get(each.id)
            if slot is None or view.answers.get(each.id) is not None:
                continue
            (silent if slot.state in ("unanswered", "withdrawn", "returned") else unreviewed).append(each.name)
        return without_words(silent, unreviewed)

    @property
    def drawn(self) -> Answer | None:
        """What was drawn together and counts; None where nothing was."""
        counted = self.view.consolidation.counted
        return counted.answer if counted else None

    @property
    def newest(self) -> tuple[str, ...]:
        """The newest versions (ids) of what was drawn together."""
        return tuple(each.id for each in self.view.consolidation.heads)

    @property
    def disputed(self) -> bool:
        """Whether there are two texts that who sits here has to settle first."""
        return self.closed == DISPUTED_UNIT

    def passed(self, seen: tuple[str, ...] | None) -> bool:
        """Whether something else was drawn together since ``seen`` (ids) were the newest versions."""
        heads = self.view.consolidation.heads
        return seen is not None and any(each.answer is not None and each.id not in seen for each in heads)

    @property
    def said(self) -> Answer | None:
        """What the unit says now, whoever said it."""
        return self.view.counted.answer if self.view.counted else None

    def start(self, kept: Answer | None) -> Start:
        """What the form starts from: what was ``kept`` of it, else what was drawn together, else what 主管 says."""
        before = self.found.previous.get(self.view.unit)
        counted = [before.counted] if before and before.counted else []
        said = [*(each for each in self.view.answers.values() if each is not None), *counted]
        return Start(
            unit=self.unit,
            settings=self.found.settings,
            answer=kept or start_of(self.view, self.main),
            previous=before.counted.answer if before and before.counted else None,
            counts={str(key): count for key, count in status_counts(self.view).items()},
            heaviest=heaviest(self.view) or "",
            asks=asks_of(self.found.cycle),
            budgets=tuple(each.answer.budget for each in said if each.answer and each.answer.budget),
        )


def read_open(desk: Desk, found: Consolidations, unit: str) -> OpenUnit | None:
    """The unit of an id as it is open for who sits at the desk; None where nobody was asked about it."""
    view = found.views.get(unit)
    return OpenUnit(found, view, _closed(desk, found, view)) if view is not None else None


def _closed(desk: Desk, found: Consolidations, view: UnitView) -> str:
    if not found.cycle.open:
        return CLOSED_UNIT
    if "consolidate" not in POLICY[desk.actor.role] or desk.database.read_only:
        return READ_ONLY_ROLE
    if len(view.consolidation.heads) > 1:
        return DISPUTED_UNIT
    return "" if view.accepted else NOT_YET
