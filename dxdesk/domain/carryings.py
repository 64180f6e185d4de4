"""会議の持ち出し: a copy of the database is taken to another PC, and the original waits until it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dxdesk.domain.errors import Problem, rule

Side = Literal["left", "taken"]
Ended = Literal["returned", "given_up"]


@dataclass(frozen=True)
class Carrying:
    """One 持ち出し: when (ISO with offset), by whom, on which computer and into which file.

    ``side`` says which of the two files this record stands in: ``left`` waits, in ``taken`` work goes on. ``ended`` is
    None while it lasts; ``reason`` why it was given up.
    """

    id: str
    side: Side
    moment: str
    name: str | None
    computer: str
    place: str
    ended: Ended | None = None
    ended_moment: str | None = None
    reason: str | None = None


def away(known: Sequence[Carrying]) -> Carrying | None:
    """The 持ち出し for which this file waits; None where it does not."""
    return next((each for each in reversed(known) if each.side == "left" and each.ended is None), None)


def taken_along(known: Sequence[Carrying]) -> Carrying | None:
    """The 持ち出し by which this file came to be where work goes on; None for an original."""
    return next((each for each in reversed(known) if each.side == "taken" and each.ended is None), None)


def returning(original: Sequence[Carrying], returned: Sequence[Carrying], *, unchanged: bool) -> Carrying:
    """The 持ち出し that a returned file ends. ``unchanged``: everything the original has entered is in it as well.

    Raises Problem: the original waits for none, this one was given up or is back already, or it is another's.
    """
    brought = {each.id for each in returned}
    waiting = away(original)
    if waiting is not None and waiting.id in brought and unchanged:
        return waiting
    former = [each for each in original if each.id in brought and each.ended is not None]
    if former and former[-1].ended == "given_up":
        last = former[-1]
        raise rule("carry.given_up", "file", day=_day(last.ended_moment), reason=last.reason or "")
    if former:
        raise rule("carry.returned", "file", day=_day(former[-1].ended_moment))
    if waiting is None:
        raise rule("carry.none", "file")
    raise Problem("carry.another", "file", {"day": _day(waiting.moment), "place": waiting.place}, kind="rule")


def _day(moment: str | None) -> date | str:
    return date.fromisoformat(moment[:10]) if moment else ""
