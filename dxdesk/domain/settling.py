"""Two answers that differ, decided field by field."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

from dxdesk.domain.drafts import SOURCE, TEXT_FIELDS
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.replies import Answer, Revision
from dxdesk.domain.reply_forms import ANSWER_FIELDS
from dxdesk.domain.text import check_text

Choice = Literal["ours", "theirs", "both"]


@dataclass(frozen=True)
class Own:
    """A text written from both, in place of either."""

    text: str


Decision = Choice | Own

WRITERS = ("answered_for", "written_by", "confirmed_by")
"""Fields that say who wrote and not what: nobody is asked about them, ours stay."""


_NOTHING: Final = (None, "", "none")


def differing(ours: Answer, theirs: Answer) -> tuple[str, ...]:
    """The fields in which two answers differ, without those of WRITERS."""
    names = [each.name for each in fields(Answer) if each.name not in WRITERS]
    return tuple(name for name in names if getattr(ours, name) != getattr(theirs, name))


def emptied(before: Answer, now: Answer) -> tuple[str, ...]:
    """What was said before and is not said any more: fields of the usual form, and indicators by their id."""
    names = [each for each in ANSWER_FIELDS if each != SOURCE]
    gone = [each for each in names if getattr(now, each) in _NOTHING and getattr(before, each) not in _NOTHING]
    values = {each.id for each in now.indicators}
    return (*gone, *(each.id for each in before.indicators if each.id not in values))


def origin(revisions: Collection[Revision], ours: Revision, theirs: Revision) -> Revision | None:
    """The newest version that both were written on; None where they have nothing in common."""
    known = {each.id: each for each in revisions}

    def before(revision: Revision) -> set[str]:
        found: set[str] = set()
        left = list(revision.parents)
        while left:
            each = left.pop()
            if each not in found and each in known:
                found.add(each)
                left += known[each].parents
        return found

    shared = before(ours) & before(theirs)
    older = {earlier for each in shared for earlier in before(known[each])}
    newest = sorted(shared - older)
    return known[newest[0]] if newest else None


def settled(choices: Mapping[str, Decision], ours: Answer, theirs: Answer) -> Answer:
    """One answer of two; ``choices`` are by field, ``all`` stands for those without a choice of their own.

    ``both`` puts two texts under each other, ``Own`` takes the place of both. Raises Problem for a differing field
    without a choice, and for a field that does not differ.
    """
    names = differing(ours, theirs)
    strange = [each for each in choices if each not in (*names, "all")]
    if strange:
        raise Problem("field.unknown", "field", {"text": "、".join(strange), "near": "、".join(names)})
    chosen: dict[str, Decision] = {**(dict.fromkeys(names, choices["all"]) if "all" in choices else {}), **choices}
    left = [each for each in names if each not in chosen]
    if left:
        raise rule("settle.open", "field", fields="、".join(left))
    values: dict[str, Any] = {}
    for field in names:
        mine, other, choice = getattr(ours, field), getattr(theirs, field), chosen[field]
        if choice == "both" and field in TEXT_FIELDS:
            values[field] = check_text("\n".join(each for each in (mine, other) if each), field)
        elif isinstance(choice, Own) and field in TEXT_FIELDS:
            values[field] = check_text(choice.text, field).strip() or None
        elif choice not in ("ours", "theirs"):
            raise Problem("settle.both_texts", field)
        else:
            values[field] = mine if choice == "ours" else other
    return replace(ours, **values)
