"""Which part of 記入 hears which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxdesk.ui.entry.acts import press_primary
from dxdesk.ui.entry.confirming import confirm_one
from dxdesk.ui.entry.giving import choose_destination, print_slip, show_place
from dxdesk.ui.entry.keys import entry_keys, step
from dxdesk.ui.entry.news import go_on
from dxdesk.ui.entry.preview import toggle_preview
from dxdesk.ui.key_actions import bind

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


def wire(page: EntryPage) -> None:
    """Have the parts of a page hear each other."""
    body, foot, centre = page.body, page.foot, page.body.centre
    body.navigator.chosen.connect(page.open_unit)
    centre.done.cards.opened.connect(page.open_unit)
    centre.done.cards.confirmed.connect(lambda unit: confirm_one(page, unit))
    body.panel.quote_requested.connect(centre.editor.quote)
    for part in (body.panel, centre.head, centre.reading):
        part.term_requested.connect(lambda term: page.page_requested.emit("help", term))
    centre.news.chosen.connect(lambda kept: go_on(page, kept))
    centre.whole.list_requested.connect(lambda: _show_in_list(page))
    page.homework.said.connect(page.said)
    page.writing.said.connect(page.said)
    page.writing.changed.connect(page.renew_bars)
    page.writing.changed.connect(lambda: body.panel.show_readings(centre.editor.answer()[0].indicators))
    page.writing.autosave.state_changed.connect(page.save_state_changed)
    page.writing.autosave.state_changed.connect(lambda _state: page.renew_bars())
    foot.up_requested.connect(page.show_next if page.desk.actor.role == "head" else page.back_requested)
    foot.step_requested.connect(lambda places: step(page, places))
    foot.again_requested.connect(lambda: page.open_unit(page.entries.own[0].unit.id))
    foot.preview_requested.connect(lambda: toggle_preview(page))
    foot.slip_requested.connect(lambda: print_slip(page))
    centre.done.giving.change_requested.connect(lambda: choose_destination(page))
    centre.done.giving.place_requested.connect(lambda: show_place(page))
    foot.primary_requested.connect(lambda: press_primary(page))
    bind(page, entry_keys(page))


def _show_in_list(page: EntryPage) -> None:
    """To the item in 取組一覧, where the whole stands."""
    form = page.writing.form
    if form is not None:
        page.page_requested.emit("initiatives", form.unit.code or "")
