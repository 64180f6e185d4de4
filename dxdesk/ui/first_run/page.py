"""はじめに: one question, and behind every answer the shortest way to a desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QVBoxLayout, QWidget

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.packages import Package
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor, ActorRole
from dxdesk.preferences import keep, keep_name
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui.dialogs import choose
from dxdesk.ui.doors import ELSEWHERE, Doors
from dxdesk.ui.first_run.file_page import FilePage
from dxdesk.ui.first_run.frame import Foot, Trouble, centred
from dxdesk.ui.first_run.inquiry_page import InquiryPage, tie_files
from dxdesk.ui.first_run.samples import SamplesPage
from dxdesk.ui.first_run.start import StartPage
from dxdesk.ui.first_run.who import WhoPage
from dxdesk.ui.first_run.wizard import Founding, Wizard
from dxdesk.ui.jobs import run_job
from dxdesk.ui.labels import plain_label
from dxdesk.ui.last_desk import remember, sitter
from dxdesk.ui.theme import set_look
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.first_run import (
    BACKUP_FILES,
    COPY,
    MAKING_SAMPLE,
    MAKING_TOWN,
    NO_DEPARTMENTS,
    OPENING,
    RESTORE,
    RESTORING,
    copied,
    copied_to,
    replaces,
    restored,
)

Opened = tuple[Desk, str]
"""A desk, and what there is to say about how it came to be."""


class WorkingPage(QWidget):
    """What is being done beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label("", "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(centred(self.words), 1)
        column.addWidget(Foot(back=False))


class FirstRunPage(QWidget):
    """The pages of はじめに, one shown at a time; in the end there is a desk."""

    desk_opened = Signal(object, str)
    """The Desk with its actor, and what there is to say about how it came to be."""

    package_chosen = Signal(str)
    """The path of a file that somebody sent."""

    def __init__(self, doors: Doors, trouble: Exception | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors = doors
        self._pending: Desk | None = None
        self._trail: list[QWidget] = []
        self._kept: dict[str, QWidget] = {}
        self._typed_name = ""
        self.start = StartPage()
        self._working = WorkingPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._working)
        self._stack.addWidget(self.start)
        self._stack.setCurrentWidget(self.start)
        top = QFrame()
        set_look(top, "first-top")
        top.setFixedHeight(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        self.start.chosen.connect(self.choose_card)
        self.start.sample_requested.connect(self.show_samples)
        self.start.restore_requested.connect(self.ask_backup)
        self.start.open_requested.connect(lambda: self.show_file("secretariat"))
        self.setFocusProxy(self.start)
        self.desk_opened.connect(lambda desk, _said: remember(desk))
        if trouble is not None:
            self._refused(self.start.trouble, trouble, self.desk_opened.emit)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert page is not None  # the first one is never taken away
        return page

    def choose_card(self, card: str) -> None:
        """Go on behind a card."""
        if card != "secretariat":
            self.show_file(card)
            return
        if (known := self._kept.get("wizard")) is not None:
            self._enter(known)
            return
        wizard = self._kept["wizard"] = Wizard(self._doors.check)
        wizard.left.connect(self.back)
        wizard.founded.connect(lambda founding: self._found(wizard, founding))
        self._enter(wizard)

    def show_samples(self, role: ActorRole = "secretariat") -> None:
        """見本で試す: which plan, and in which role."""
        page = SamplesPage(role)
        page.foot.back.clicked.connect(self.back)
        page.sample_requested.connect(
            lambda name, chosen: self._run(
                lambda: (self._doors.sample(name, chosen), ""), MAKING_SAMPLE, page.trouble, self.desk_opened.emit
            )
        )
        self._enter(page)

    def begin_sample_anew(self, target: str, role: ActorRole) -> None:
        """お試しをはじめから, on the sample whose database lies at a path and is closed now."""
        self._run(
            lambda: (self._doors.sample_anew(target, role), ""),
            MAKING_SAMPLE,
            self.start.trouble,
            self.desk_opened.emit,
        )

    def show_file(self, card: str) -> None:
        """Which file: as a card asks it, or for what is there already."""
        if isinstance(known := self._kept.get(card), FilePage):
            known.trouble.show_text("")
            self._enter(known)
            return
        page = self._kept[card] = FilePage(card)
        page.foot.back.clicked.connect(self.back)
        page.sample_requested.connect(self.show_samples)
        page.package_chosen.connect(self.package_chosen)
        page.target_chosen.connect(
            lambda target: self._run(
                lambda: (self._doors.open(target), ""), OPENING, page.trouble, lambda *found: self._opened(page, *found)
            )
        )
        self._enter(page)

    def show_inquiry(
        self, package: Package, file: str, left: str = "", way_back: Callable[[], object] | None = None
    ) -> None:
        """課と名前, prefilled from a 照会 that came as ``file``; what 閲覧 shows is opened at once. ``left`` is the
        town whose desk was open before, ``way_back`` leads to it."""
        if package.stamp.kind == "view":
            reader = Actor("reader")
            self._run(
                lambda: (self._doors.begin(package, reader, file), ""),
                OPENING,
                self.start.trouble,
                self.desk_opened.emit,
            )
            return
        page = InquiryPage(package, left, way_back)
        page.foot.back.clicked.connect(self.back)
        page.chosen.connect(lambda actor: self._begin_entry(page, package, file, actor))
        self._enter(page)

    def _begin_entry(self, page: InquiryPage, package: Package, file: str, actor: Actor) -> None:
        keep_name(actor.role, actor.departments, actor.name or "")
        ties = page.ties
        self._run(
            lambda: (self._doors.begin(package, actor, file), tie_files() if ties else ""),
            OPENING,
            page.trouble,
            self.desk_opened.emit,
        )

    def say(self, words: str) -> None:
        """Say on the page that is shown what could not be done."""
        place = getattr(self.page, "trouble", self.start.trouble)
        place.show_text(words)

    def ask_backup(self) -> None:
        """控えから元に戻す: ask which copy, and before something is exchanged for it."""
        chosen, _ = QFileDialog.getOpenFileName(self, RESTORE, str(paths.home()), BACKUP_FILES)
        if not chosen:
            return
        target = self._doors.restored_path(chosen)
        if target.exists() and choose(self, replaces(str(target)), ("戻る", RESTORE)) == 0:
            return

        def restore() -> Opened:
            desk, kept = self._doors.restore(chosen)
            return desk, restored(str(target), str(kept or ""))

        self._run(restore, RESTORING, self.start.trouble, self.desk_opened.emit)

    def leave(self) -> None:
        """Close what was opened and is not going to be used."""
        desk, self._pending = self._pending, None
        if desk is not None:
            desk.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back one step, as the button on the left does."""
        if event.key() != Qt.Key.Key_Escape or self.page not in self._trail:
            super().keyPressEvent(event)
        elif isinstance(self.page, Wizard):
            self.page.step_back()
        else:
            self.back()

    def _enter(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._trail.append(page)
        self._turn_to(page)

    def _turn_to(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """To the page before, which is as it was left; what was typed here is there again, too."""
        self.leave()
        if isinstance(self.page, InquiryPage) and self.page.way_back is not None:
            self.page.way_back()
            return
        page = self._trail.pop()
        if isinstance(page, WhoPage):
            self._typed_name = page.typed
        self._turn_to(self._trail[-1] if self._trail else self.start)
        if page not in self._kept.values():
            self._stack.removeWidget(page)
            page.deleteLater()

    def _run(self, work: Callable[[], Opened], words: str, place: Trouble, done: Callable[[Desk, str], object]) -> None:
        """Open a desk beside the window; meanwhile the page says what is done. Where that fails, the page from which
        it was asked is as it was and says why."""
        before = self.page
        self._working.words.setText(words)
        self._stack.setCurrentWidget(self._working)

        def finished(found: Opened) -> None:
            self._turn_to(before)
            done(*found)

        def failed(trouble: Exception) -> None:
            self._turn_to(before)
            self._refused(place, trouble, done)

        run_job(self, work, finished, failed)

    def _refused(self, place: Trouble, trouble: Exception, done: Callable[[Desk, str], object]) -> None:
        """Say why something could not be opened; what lies elsewhere is offered to be copied here."""
        words = trouble_words(trouble)
        if not isinstance(trouble, StoreUnavailable) or trouble.code not in ELSEWHERE:
            place.show_text(words)
            return

        def copy() -> Opened:
            desk = self._doors.copy(trouble.place)
            return desk, copied(desk.database.target)

        note = copied_to(str(paths.home()))
        place.show_text(words, note, COPY, lambda: self._run(copy, OPENING, place, done))

    def _opened(self, page: FilePage, desk: Desk, said: str) -> None:
        """A database is open: as whom it is worked on."""
        if page.card != "liaison":
            desk.actor = Actor(page.roles.chosen) if page.card == "reader" else desk.actor
            self.desk_opened.emit(desk, said)
            return
        departments = [each for each in desk.ask(plans.departments) if each.to is None]
        if not departments:
            desk.close()
            page.trouble.show_text(NO_DEPARTMENTS)
            return

        def begin(actor: Actor) -> None:
            self._pending, desk.actor = None, actor
            keep_name(actor.role, actor.departments, actor.name or "")
            self.desk_opened.emit(desk, said)

        self._pending = desk
        last = sitter(desk)
        who = WhoPage(departments, last if last and last.role in OWN_DEPARTMENT_ROLES else None)
        who.show_typed(self._typed_name)
        who.foot.back.clicked.connect(self.back)
        who.chosen.connect(begin)
        self._enter(who)

    def _found(self, wizard: Wizard, founding: Founding) -> None:
        """Make the town's database; what is only about this PC is kept here."""

        def begin(desk: Desk, said: str) -> None:
            room = founding.room
            sizes = {"screen_inches": room.screen_inches, "seat_metres": room.distance_metres} if room else {}
            keep(backup_folder=founding.backup_folder, **sizes)
            self.desk_opened.emit(desk, said)

        self._run(
            lambda: (self._doors.found(founding.target, founding.plan, founding.roster, founding.first_year), ""),
            MAKING_TOWN,
            wizard.trouble,
            begin,
        )
