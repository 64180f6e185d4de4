"""提出 and 取り下げ of the open item, and what is shown then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dxdesk.operations.replies import Place
from dxdesk.ui.bands import announce
from dxdesk.ui.entry.giving import go_to_giving
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.entry.writing import hand_in_step, withdrawal_step
from dxdesk.wording.liaison import GIVE_IT
from dxdesk.wording.screen import SUBMITTED, TAKEN_BACK
from dxdesk.wording.sentences import problem_words

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


def hand_in(page: EntryPage) -> None:
    """提出する: then the next item opens."""
    form = page.writing.form
    if page.mode != "form" or form is None or page.writing.untouched or not page.writing.hand_in():
        return
    page.desk.remember(hand_in_step(page.desk, form.place))
    page.renew(form)
    page.show_next(form.unit.id)
    following = page.writing.form
    spoken = f"{SUBMITTED}次は、{short_name(following.unit)}。" if following else SUBMITTED
    announce(page, spoken)
    if following is not None and page.entries.behind:
        page.offered.emit(SUBMITTED, GIVE_IT, partial(go_to_giving, page))
    else:
        page.said.emit(SUBMITTED, True)


def take_back(page: EntryPage, place: Place) -> None:
    """取り下げる: withdraw a hand-in and open its item; the words are still there."""
    if not page.leave():
        return
    problem = page.writing.take_back(place)
    if problem is None:
        page.desk.remember(withdrawal_step(page.desk, place))
    page.said.emit(problem_words(problem) if problem else TAKEN_BACK, problem is None)
    page.refresh()
    page.open_unit(place.unit.id)
