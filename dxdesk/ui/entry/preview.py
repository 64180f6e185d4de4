"""会議での見え方: the slide of the meeting, drawn from what stands in the form now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.board import compose_card, compose_item
from dxdesk.domain.merge import EMPTY, UnitView
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.domain.statuses import as_status
from dxdesk.store.queries import board, plans, unit_record
from dxdesk.ui.audience.drawing import Page, canvas_for
from dxdesk.ui.audience.item_slide import FIRST_CHARACTERS, Place, item_pages
from dxdesk.ui.audience.view import SlideView
from dxdesk.ui.entry.form import PAST_CYCLES, Form
from dxdesk.ui.entry.reading import EntryList
from dxdesk.ui.labels import PhraseLabel

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage

_SCREEN = QSize(1920, 1080)


def slide_pages(desk: Desk, entries: EntryList, form: Form, answer: Answer) -> list[Page]:
    """The slide pages of a unit as they were if this answer counted. Nothing is stored."""
    plan, cycle, unit = entries.plan, form.cycle, form.unit
    assert form.department is not None
    status = as_status(answer.status) if answer.status else None
    if status is None:
        answer = replace(answer, results=None, issues=None, next=None)
    revision = Revision(
        kind="answer",
        cycle=cycle.id,
        unit=unit.id,
        department=form.department.id,
        parents=(),
        answer=answer.public_part(),
        author=Author(desk.actor.role, form.department.id, desk.actor.name),
        moment=desk.moment(),
    )
    counted = revision if status else None
    answers = {form.department.id: counted}
    view = UnitView(unit.id, status or "miss", None if status else "department", counted, answers, {}, EMPTY)
    departments = desk.ask(plans.departments)
    past = desk.ask(unit_record.past_of, cycle, unit.id, PAST_CYCLES)
    before = next((each for known, each in past if known.id == cycle.previous), None)
    card = compose_card(plan, unit, view, before, departments)
    history = [(known.name, each) for known, each in past]
    actions = board.action_lines(form.actions, unit.id)
    item = compose_item(plan, card, view, past=history, actions=actions, this_cycle=cycle.name)
    place = Place(sample=desk.ask(plans.identity).sample)
    return item_pages(item, form.settings, canvas_for(_SCREEN.width(), _SCREEN.height()), place)


class SlidePreview(QWidget):
    """The slide in the window, and below it where the meeting stops reading. ``left_at`` had the focus in the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = SlideView()
        self.cuts = PhraseLabel(look="small")
        self.left_at: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addWidget(self.cuts)

    def show_slide(self, desk: Desk, entries: EntryList, form: Form, answer: Answer) -> None:
        """Show the first page as the meeting would see it."""
        self.view.show_page(slide_pages(desk, entries, form, answer)[0])
        self.view.setAccessibleName(self.tr("会議での見え方：{name}").format(name=form.unit.name))
        self.cuts.show_text(cut_words(answer))


def cut_words(answer: Answer) -> str:
    """Which texts the slide does not show whole; empty where it shows all."""
    texts = (("今回の実績", answer.results), ("課題", answer.issues), ("次にすること", answer.next))
    cut = [
        f"{head}は{FIRST_CHARACTERS}字で切れます（あと{len(text) - FIRST_CHARACTERS}字）"
        for head, text in texts
        if text and len(text) > FIRST_CHARACTERS
    ]
    return "、".join(cut) + "。残りは会議資料にのります。" if cut else ""


def toggle_preview(page: EntryPage) -> None:
    """会議での見え方: the slide as it were now; again, or Esc: back to the form."""
    form, editor, preview = page.writing.form, page.body.centre.editor, page.preview
    if page.mode == "preview":
        page.mode = "form"
        page.stack.setCurrentWidget(page.body)
        page.renew_bars()
        (preview.left_at or editor.start()).setFocus(Qt.FocusReason.OtherFocusReason)
    elif page.mode == "form" and form is not None:
        focused = page.focusWidget()
        preview.left_at = focused if focused is not None and page.body.isAncestorOf(focused) else None
        page.leave()
        preview.show_slide(page.desk, page.entries, form, editor.answer()[0])
        page.mode = "preview"
        page.stack.setCurrentWidget(preview)
        page.renew_bars()  # only then the filled button can be pressed, and takes the focus
        page.foot.primary.setFocus(Qt.FocusReason.OtherFocusReason)
