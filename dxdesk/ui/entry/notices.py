"""What the band over 記入 says, worst first: not saved, or why an item cannot be written."""

from __future__ import annotations

from collections.abc import Callable

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.cycles import reopen_cycle
from dxdesk.store.queries import cycles
from dxdesk.ui.bands import Notice
from dxdesk.ui.dialogs import ask_line
from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.reading import EntryList
from dxdesk.ui.entry.writing import Writing
from dxdesk.ui.unsaved import failed_words
from dxdesk.ui.words import day_of
from dxdesk.wording.liaison import ANSWER_LATE, LATE_BEGUN
from dxdesk.wording.screen import CONFLICT, READ_ONLY_ROLE, closed_cycle, other_department


def saving_notice(writing: Writing, keep_copy: Callable[[], object]) -> Notice | None:
    """The band while something could not be saved."""
    autosave = writing.autosave
    if autosave.state != "failed":
        return None
    words = failed_words(autosave.trouble)
    return Notice("band-error", words, (("もう一度保存する", autosave.flush), ("別の場所に控えをとる", keep_copy)))


def reading_notice(
    desk: Desk, entries: EntryList, form: Form | None, answer_late: Callable[[], object]
) -> Notice | None:
    """Why the open item (None: the list of all) is only shown; None where nothing stands in the way. On its own
    database a department may ``answer_late``."""
    own = form is None or form.closed != "department"
    if own and not entries.cycle.open:
        return _closed_notice(desk, entries, answer_late)
    if form is None:
        return None
    if form.closed == "conflict":
        return Notice("band-ask", CONFLICT)
    if form.closed == "department":
        return Notice("band-quiet", other_department(form.department.name if form.department else None))
    if form.closed == "role" and desk.actor.role != "head":
        return Notice("band-quiet", READ_ONLY_ROLE)
    return None


def _closed_notice(desk: Desk, entries: EntryList, answer_late: Callable[[], object]) -> Notice | None:
    """The cycle is closed; of an earlier one the window says so itself. The secretariat can open it again, and a
    department write an answer that is held."""
    cycle = entries.cycle
    if entries.standing is not None and desk.actor.role == "liaison" and not desk.database.read_only:
        return _late_notice(desk, entries, answer_late)
    if desk.ask(cycles.cycles)[-1].id != cycle.id:
        return None
    records = desk.ask(cycles.close_records, cycle.id)
    words = closed_cycle(day_of(records[-1].moment) if records else "")
    if desk.actor.role != "secretariat":
        return Notice("band-quiet", words)
    return Notice("band-quiet", words, (("理由を書いて開け直す", lambda: _reopen(desk, cycle)),))


def _late_notice(desk: Desk, entries: EntryList, answer_late: Callable[[], object]) -> Notice:
    if entries.late:
        return Notice("band-ask", LATE_BEGUN)
    records = desk.ask(cycles.close_records, entries.cycle.id)
    words = closed_cycle(day_of(records[-1].moment) if records else "")
    return Notice("band-quiet", words, ((ANSWER_LATE, answer_late),))


def _reopen(desk: Desk, cycle: Cycle) -> None:
    reason = ask_line(None, "開け直す理由を書いてください。記録に残ります。", "開け直す")
    if reason:
        desk.do(reopen_cycle, cycle, reason)
