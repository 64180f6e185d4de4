"""What a department's database knows of a unit: of what other departments were asked it knows nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dxdesk.domain.merge import UNDER_REVIEW, UnitView


def known_to(view: UnitView, own: Collection[str]) -> UnitView:
    """The view of a unit where only the answers of one's ``own`` departments (ids) are on file.

    A unit that only others were asked about is ``elsewhere``: neither answered nor 未回答. Of one that others were
    asked about too nothing counts until the whole is told, and whose turn it is hangs on one's own answers alone.
    """
    here = frozenset(each for each in view.slots if each in own)
    if len(here) == len(view.slots):
        return view
    if view.counted is not None and view.counted.department is None:
        return replace(view, here=here, revise=False)
    if not here:
        return replace(view, status="elsewhere", waiting=None, counted=None, here=here)
    in_hand = all(view.slots[each].state in UNDER_REVIEW or view.slots[each].disputed for each in here)
    return replace(view, status="miss", waiting="secretariat" if in_hand else "department", counted=None, here=here)
