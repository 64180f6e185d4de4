"""所属長確認: a head confirms one answer, or all that wait."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Change
from dxdesk.operations.replies import Place, confirm
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.entry.confirmer import Confirmer
from dxdesk.ui.trouble import trouble_words


def confirm_each(change: Change, places: Sequence[Place], *, by: str, title: str) -> None:
    """Confirms the newest answers of several slots, whole or not at all. Raises Problem."""
    for place in places:
        confirm(change, place, by=by, title=title or None)


def confirm_places(desk: Desk, places: Sequence[Place], confirmer: Confirmer) -> bool:
    """Confirm these answers in the name that stands in ``confirmer``, or say there why that is not possible."""
    by, title = confirmer.who()
    try:
        desk.do(confirm_each, places, by=by, title=title)
    except (Problem, StoreUnavailable) as trouble:
        confirmer.say(trouble_words(trouble))
        return False
    return True
