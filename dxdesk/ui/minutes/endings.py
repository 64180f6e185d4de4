"""The ends of the work: the PDF in a file, 確定, and a confirmed version made anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from dxdesk.domain.errors import Problem
from dxdesk.domain.minutes import Variant
from dxdesk.domain.minutes_draft import meeting_name
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.bands import announce
from dxdesk.ui.dialogs import ask_line, choose, tell
from dxdesk.ui.minutes.centre import Centre
from dxdesk.ui.minutes.notices import open_links
from dxdesk.ui.minutes.shown import Shown
from dxdesk.ui.minutes.writing import Writing
from dxdesk.ui.page import Page
from dxdesk.ui.printing.ways import Ways
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.meeting import ABSTRACT_TITLE, GIST_TITLE
from dxdesk.wording.minutes_screen import (
    ASK_REASON,
    CONFIRM_ANYWAY,
    CONFIRMED,
    CORRECT,
    LOOK_FIRST,
    ask_open,
)
from dxdesk.wording.sentences import problem_words


def file_name(source: MinutesEditing, variant: Variant, suffix: str = "pdf") -> str:
    """令和6年度第2回デジタル化推進員会議_会議録.pdf"""
    title = source.settings.paper.minutes_title
    words = {"full": title, "abstract": ABSTRACT_TITLE, "gist": GIST_TITLE, "public": f"{title}_公表用"}[variant]
    return f"{meeting_name(source.meeting, source.cycle)}_{words}.{suffix}"


class Endings(QObject):
    """What ends the work on a page; what stands in the way is said there."""

    def __init__(self, page: Page, writing: Writing, centre: Centre) -> None:
        super().__init__(page)
        self._page, self._writing, self._centre = page, writing, centre
        self.ways = Ways(page.desk, page)
        self.ways.said.connect(lambda words: page.said.emit(words, False))

    def save_pdf(self, shown: Shown, variant: Variant) -> None:
        """Ask where the PDF goes and write it there."""
        self.ways.save_printed(shown.composer(variant), file_name(shown.source, variant))

    def save_word(self, shown: Shown, variant: Variant) -> None:
        """Ask where the Word file goes and write it there."""
        self.ways.save_made(shown.word_composer(variant), file_name(shown.source, variant, "docx"))

    def draft(self, done: Callable[[], object]) -> None:
        """Make a first draft, also of a meeting that is still open."""
        if self._tries(self._writing.draft):
            done()

    def confirm(self, shown: Shown, done: Callable[[], object], go_to: Callable[[str], object]) -> None:
        """確定 with what stands in 作成・確認; where something is missing, it is said at its field. What is still open
        is named once; whoever wants to see it first is led to the first."""
        confirmation = self._centre.confirmation
        if not confirmation.check():
            return
        links = open_links(shown)
        if links and choose(self._page, ask_open([words for words, _ in links]), (LOOK_FIRST, CONFIRM_ANYWAY)) != 1:
            go_to(links[0][1])
            return
        by, on = confirmation.confirmer.line.text(), confirmation.confirmed_on()
        if self._tries(lambda: self._writing.confirm(by, on)) and not self._writing.editable:
            done()
            self._page.said.emit(CONFIRMED, False)
            announce(self._page, CONFIRMED)

    def correct(self, done: Callable[[], object]) -> None:
        """Ask why, and make the confirmed version a draft again."""
        reason = ask_line(self._page, ASK_REASON, CORRECT)
        if reason and self._tries(lambda: self._writing.correct(reason)):
            done()

    def _tries(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            causes = problem.problems or (problem,)
            if all(each.place in ("confirmed_by", "confirmed_on") for each in causes):
                self._centre.say_problem(causes[0])
            else:
                tell(self._page, "\n".join(problem_words(each) for each in causes))
            return False
        except StoreUnavailable as trouble:
            tell(self._page, trouble_words(trouble))
            return False
        return True
