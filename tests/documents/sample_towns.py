"""Every document as a town prints it that has chosen something else than what comes along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from dxdesk.documents.action_list import ActionPages, compose_action_list
from dxdesk.documents.agenda import compose_agenda
from dxdesk.documents.approval import compose_approval, compose_circulation
from dxdesk.documents.checklist import compose_checklists
from dxdesk.documents.confirmation import compose_confirmation
from dxdesk.documents.frames import FRAME_A3, FRAME_M, FRAME_T, FRAME_Y, Frame
from dxdesk.documents.handwriting import compose_handwriting
from dxdesk.documents.initiative_list import compose_list
from dxdesk.documents.initiative_sheet import compose_sheets
from dxdesk.documents.inquiry import compose_inquiry
from dxdesk.documents.invitation import Invitation, compose_invitation
from dxdesk.documents.letter import letter_frame
from dxdesk.documents.minutes import compose_minutes
from dxdesk.documents.missing_list import compose_missing
from dxdesk.documents.page import Printed
from dxdesk.documents.reference import checklists
from dxdesk.documents.reminder import compose_reminder
from dxdesk.documents.script import compose_script
from dxdesk.domain.letters import Confirmation
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import occasion
from tests.documents import sample_letters, test_action_list, test_agenda, test_confirmation, test_minutes, test_script
from tests.documents.sample_boards import MADE, scene, unit_sheet
from tests.documents.test_handwriting import form
from tests.meeting_samples import RECORD

OTHER: Final = Paper(
    punctuation="，．",
    salutation="殿",
    body_face="gothic",
    numbering="第1",
    digits="single",
    years="western",
    document_number="政企第　　号",
    margins=(25, 25, 30, 17),
    grid=True,
    approvers=("町長", "副町長", "まちづくり推進課長", "課長補佐", "係長", "担当"),
    consulted=("総務課", "会計課", "建設課", "税務課"),
    readers=("課長", "課員"),
    retention="10年",
    list_paper="A4",
)
"""A town of 白川町's page with ，．, 殿, gothic and western years."""


def invitation(settings: Settings) -> Invitation:
    """開催通知 of the sample meeting."""
    days = (date(2025, 1, 30), date(2025, 2, 6), date(2025, 2, 12))
    return Invitation(RECORD, "令和6年度第2回デジタル化推進員会議", sample_letters.HEAD, settings, *days)


def _missing(settings: Settings) -> Printed:
    about = replace(sample_letters.ABOUT, paper=settings.paper)
    asked = [sample_letters.TOWN_LIFE, sample_letters.TRADE]
    return compose_missing(asked, sample_letters.HEAD, about, made=MADE, now=sample_letters.NOW)


def _confirmation(settings: Settings) -> Printed:
    about = replace(sample_letters.ABOUT, paper=settings.paper)
    value = Confirmation("商工観光課", test_confirmation.UNITS, "今野 春子")
    return compose_confirmation([value], sample_letters.HEAD, about, settings, made=MADE)


def _actions(settings: Settings) -> Printed:
    about = replace(test_action_list.ABOUT, paper=settings.paper)
    pages = [ActionPages("政策企画課", test_action_list.ROWS)]
    return compose_action_list(pages, about, settings, today=test_action_list.TODAY, made=MADE)


def _checklist(settings: Settings) -> Printed:
    about = replace(occasion(scene("ogawara").board, settings.paper), due=date(2025, 1, 31), due_time="17:00")
    return compose_checklists([replace(checklists()["submission"], subject="商工観光課")], about, settings, made=MADE)


def _handwriting(settings: Settings) -> Printed:
    found = scene("ogawara")
    about = replace(occasion(found.board, settings.paper), due=date(2025, 1, 31), due_time="17:00")
    return compose_handwriting([form(found)], about, settings, made=MADE)


def _sheet(settings: Settings) -> Printed:
    found = scene("ogawara")
    return compose_sheets([unit_sheet(found, "6")], found.board, found.plan, settings, made=MADE)


def _list(settings: Settings) -> Printed:
    found = scene("ogawara")
    return compose_list(found.board, found.items, found.plan, settings, made=MADE, paper=settings.paper.list_paper)


DOCUMENTS: Final[Mapping[str, Callable[[Settings], Printed]]] = {
    "agenda": lambda settings: compose_agenda(test_agenda.paper(settings=settings)),
    "approval": lambda settings: compose_approval(test_agenda.paper(settings=settings)),
    "circulation": lambda settings: compose_circulation(test_minutes.paper(settings=settings)),
    "minutes": lambda settings: compose_minutes(test_minutes.paper(settings=settings)),
    "script": lambda settings: compose_script(test_script.script(settings=settings)),
    "invitation": lambda settings: compose_invitation(invitation(settings)),
    "inquiry": lambda settings: compose_inquiry([sample_letters.TOWN_LIFE], sample_letters.HEAD, settings),
    "reminder": lambda settings: compose_reminder(
        [sample_letters.TRADE], sample_letters.HEAD, settings, due=sample_letters.DUE, now=sample_letters.NOW
    ),
    "missing_list": _missing,
    "confirmation": _confirmation,
    "action_list": _actions,
    "checklist": _checklist,
    "handwriting": _handwriting,
    "sheet": _sheet,
    "list": _list,
}
"""What each document prints with some settings."""

LETTERS: Final = ("invitation", "inquiry", "reminder")


def frame_of(name: str, settings: Settings) -> Frame:
    """The frame within which a document keeps."""
    if name in LETTERS:
        return letter_frame(settings)
    if name == "list":
        return FRAME_A3 if settings.paper.list_paper == "A3" else FRAME_Y
    if name == "minutes":
        return replace(FRAME_M.for_town(settings.paper), footer=FRAME_M.footer + 4)  # its second line
    base = FRAME_Y if name == "missing_list" else FRAME_T
    return base.for_town(settings.paper)
