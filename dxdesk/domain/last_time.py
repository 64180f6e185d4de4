"""前回: what a department is shown of the cycle before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dxdesk.domain.merge import UnitView
from dxdesk.domain.replies import Answer


@dataclass(frozen=True)
class LastTime:
    """The words of a department (of the unit, where it said nothing) with the status that counted; ``own`` is the
    status the department had given, where what counted is another: drawn together, or corrected in the meeting."""

    answer: Answer
    own: str | None = None


def last_time(view: UnitView | None, departments: Sequence[str]) -> LastTime | None:
    """What was said last time by the first of some departments (ids) that said something; None where nothing was.

    該当しない is said by a department for itself alone and stays, whatever counted for the unit.
    """
    if view is None:
        return None
    own = next((found for each in departments if (found := view.answers.get(each))), None)
    revision = own or view.counted
    if revision is None or revision.answer is None:
        return None
    answer, counted = revision.answer, view.counted.answer if view.counted else None
    if own is None or counted is None or counted.status is None or answer.status in ("na", counted.status):
        return LastTime(answer)
    return LastTime(replace(answer, status=counted.status), answer.status)
