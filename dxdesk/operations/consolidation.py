"""Drawing the answers of several departments together: what stands on the desk, or another of its ways."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.drafts import FIELDS, NOT_SHOWN, missing_fields, with_field
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.merge import UnitView
from dxdesk.domain.next_year import needs_direction
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, Revision, same_words
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.slots import add_revision, allow_in
from dxdesk.store.queries import plans, replies


def unit_view(change: Change, cycle: Cycle, unit: Node) -> UnitView:
    """The live view of one unit. Raises Problem where nobody was asked about it."""
    view = replies.live_views(change.connection, cycle, unit.id).get(unit.id)
    if view is None:
        raise rule("unit.not_asked", "initiative", code=unit.code or "")
    return view


def accepted_answers(view: UnitView, unit: Node) -> Mapping[str, Revision]:
    """The answers that count, by department: the sources of a 取りまとめ. Raises Problem where there is none, or while
    the 取りまとめ has a くいちがい."""
    accepted = {department: each for department, each in view.answers.items() if each is not None}
    if not accepted:
        raise rule("consolidate.no_answers", "initiative", code=unit.code or "")
    if len(view.consolidation.heads) > 1:
        raise rule("slot.conflict", "initiative", place=f"{unit.code} 取りまとめ")
    return accepted


def check_complete(answer: Answer, place: str, *, direction: bool = False) -> None:
    """Raises Problem where a mandatory field is empty; ``place`` is how the unit is called in it."""
    missing = missing_fields(answer, direction=direction)
    if missing:
        problems = [Problem(f"missing.{field}", field, {"place": place}) for field in missing]
        raise Problem("draft.incomplete", place, {"place": place}, problems=problems)


def built_on(view: UnitView, answer: Answer, seen: Collection[str] | None) -> tuple[str, ...]:
    """The versions that a 取りまとめ takes the place of: the newest ones where who wrote it had them before them.

    ``seen`` are those (ids), None for as it is now. Where somebody has drawn together or corrected other words since,
    both stay, and a person settles the くいちがい; what was taken back since says nothing that could differ.
    """
    newest = tuple(each.id for each in view.consolidation.heads)
    unseen = [each.answer for each in view.consolidation.heads if seen is not None and each.id not in seen]
    if all(each is None or same_words(each, answer) for each in unseen):
        return newest
    return tuple(sorted(seen or ()))


def add_consolidation(
    change: Change, cycle: Cycle, unit: Node, view: UnitView, answer: Answer, seen: Collection[str] | None = None
) -> Outcome:
    """Appends a 取りまとめ that says ``answer``, written with ``seen`` in view (see ``built_on``).

    Everything accepted at this moment is its source. Raises Problem.
    """
    check_complete(answer, unit.code or "", direction=needs_direction(cycle))
    revision = Revision(
        kind="consolidate",
        cycle=cycle.id,
        unit=unit.id,
        department=None,
        parents=built_on(view, answer, seen),
        answer=answer,
        author=change.author,
        moment=change.moment,
        sources=tuple(sorted(each.id for each in accepted_answers(view, unit).values())),
    )
    return Outcome("consolidate", add_revision(change, revision, "consolidate", unit.code or ""), unit.code or "")


def consolidate_as_written(
    change: Change, cycle: Cycle, code: str, answer: Answer, seen: Collection[str] | None = None
) -> Outcome:
    """取りまとめ of a unit as it stands on the desk: the whole answer. What never leaves the secretariat, and who
    wrote or confirmed a department's answer, is left out. ``seen`` as ``built_on`` has it. Raises Problem naming the
    field."""
    allow_in(change, cycle, "consolidate")
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    settings = plans.settings(change.connection, cycle.settings_revision)[1]
    checked = replace(answer.public_part(), written_by=None, confirmed_by=None, answered_for=None)
    for field in FIELDS:
        value = getattr(checked, field)
        if field not in NOT_SHOWN and value is not None:
            checked = with_field(checked, field, value, settings)
    return add_consolidation(change, cycle, unit, unit_view(change, cycle, unit), checked, seen)
