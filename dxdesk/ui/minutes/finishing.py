"""The ends of the work: the PDF in a file, 確定, and a confirmed version made anew."""

from __future__ import annotations

from dxdesk.domain.errors import Problem
from dxdesk.domain.minutes import Variant
from dxdesk.domain.minutes_draft import meeting_name
from dxdesk.operations.given_files import give_file
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.bands import announce
from dxdesk.ui.dialogs import ask_line, tell
from dxdesk.ui.minutes.centre import Centre
from dxdesk.ui.minutes.shown import Shown
from dxdesk.ui.minutes.writing import Writing
from dxdesk.ui.page import Page
from dxdesk.ui.saving import ask_target
from dxdesk.wording import environment_words, problem_words
from dxdesk.wording_meeting import GIST_TITLE
from dxdesk.wording_minutes_screen import ASK_REASON, CONFIRMED, CORRECT, SAVE_PDF, saved_as


def file_name(source: MinutesEditing, variant: Variant) -> str:
    """令和6年度第2回デジタル化推進員会議_会議録.pdf"""
    title = source.settings.paper.minutes_title
    words = {"full": title, "gist": GIST_TITLE, "public": f"{title}_公表用"}[variant]
    return f"{meeting_name(source.meeting, source.cycle)}_{words}.pdf"


def save_pdf(page: Page, shown: Shown, variant: Variant) -> None:
    """Ask where the PDF goes and write it there; say where it could not be written."""
    target = ask_target(page, SAVE_PDF, file_name(shown.source, variant), "PDF (*.pdf)")
    if target is None:
        return
    try:
        give_file(target, shown.composer(variant)())
    except StoreUnavailable as trouble:
        tell(page, environment_words(trouble.code, trouble.place, trouble.values))
        return
    page.said.emit(saved_as(target.name), False)


def confirm_as_typed(page: Page, writing: Writing, centre: Centre) -> bool:
    """確定 with what stands in 作成・確認; where something is missing it is said at its field, and this is False."""
    confirmation = centre.confirmation
    if not confirmation.check():
        return False
    try:
        writing.confirm(confirmation.confirmer.line.text(), confirmation.confirmed_on())
    except Problem as problem:
        causes = problem.problems or (problem,)
        if all(each.place in ("confirmed_by", "confirmed_on") for each in causes):
            centre.say_problem(causes[0])
        else:
            tell(page, "\n".join(problem_words(each) for each in causes))
        return False
    except StoreUnavailable as trouble:
        tell(page, environment_words(trouble.code, trouble.place, trouble.values))
        return False
    page.said.emit(CONFIRMED, False)
    announce(page, CONFIRMED)
    return True


def correct(page: Page, writing: Writing) -> bool:
    """Ask why, and make the confirmed version a draft again; False where the person went back."""
    reason = ask_line(page, ASK_REASON, CORRECT)
    if not reason:
        return False
    try:
        writing.correct(reason)
    except StoreUnavailable as trouble:
        tell(page, environment_words(trouble.code, trouble.place, trouble.values))
        return False
    return True
