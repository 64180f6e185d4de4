"""Which buttons the foot of 会議 has: what is open decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxdesk.store.queries.delivered import corrected
from dxdesk.ui.meeting.cancelling import cancellable
from dxdesk.ui.meeting.foot import FootState
from dxdesk.ui.meeting.rows import PEOPLE_KEY, counts_words
from dxdesk.wording.presenter import TODAY, item_counts

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage


def to_tell(page: MeetingPage) -> tuple[str, ...]:
    """The departments (ids) that have to be told of a 席上修正 of theirs."""
    if page.cycle is None or not page.may("agenda"):
        return ()
    return page.desk.ask(corrected, page.cycle)


def read_back(page: MeetingPage) -> tuple[str, ...]:
    """復唱のため映す where what is typed can be read back; 戻す while it is."""
    if not page.presenter.presents or not page.may_record:
        return ()
    if page.presenter.projector.reading_back:
        return ("read_back_over",)
    return ("read_back",) if page.recording.kind in ("decision", "action") else ()


def counts_hint(page: MeetingPage) -> str:
    """How much was recorded of the item that is open, and today."""
    source, item = page.source, page.open_item
    if source is None or item is None:
        return ""
    record, word = source.record, source.settings.action_word
    decided = sum(each.item == item.number for each in record.decisions)
    given = sum(each.item == item.number for each in record.actions)
    said = sum(each.item == item.number for each in record.remarks)
    return f"{item_counts(decided, given, said, word)}　{TODAY}：{counts_words(record, word)}"


def foot_state(page: MeetingPage) -> FootState:
    """The buttons that belong to what is open."""
    tr, source = page.tr, page.source
    if page.mode == "form":
        cancels = ("cancel",) if source and cancellable(source) else ()
        return FootState(tr("‹ 戻る"), cancels, tr("直した内容にする") if source else tr("会議を用意する"))
    if source is None:
        if page.parts.meetings.chosen:
            return FootState("", ("hold",) if page.may_hold else (), tr("この会議を見る（Enter）"))
        return FootState("", (), tr("会議を用意する") if page.may_hold else "")
    back = tr("‹ 会議の一覧")
    if page.mode == "closing":
        return FootState(tr("‹ 記録に戻る"), ("close",), tr("会議録をつくる"))
    if source.meeting.state == "closed":
        word = tr("会議録を見る") if source.minutes else tr("会議録をつくる")
        shown = (*(("correct",) if to_tell(page) else ("board",)), "agenda", "actions")
        return FootState(back, shown, word if page.may("minutes") or source.minutes else "")
    close = ("close",) if page.may("agenda") else ()
    shown = ("board", "agenda", *close)
    if page.recording.changing and page.part != PEOPLE_KEY:
        return FootState(back, ("stop", *read_back(page)), tr("記録を直す（Ctrl+Enter）"))
    if page.part == PEOPLE_KEY and not source.record.items:
        return FootState(back, ("board", *shown[2:]), tr("次第をつくる"))
    if page.part == PEOPLE_KEY:
        return FootState(back, shown, tr("記録を始める"))
    if page.presenter.presents:
        shown = ("agenda", *close, *read_back(page))
    return FootState(back, shown, tr("記録する（Ctrl+Enter）"), page.may_record, counts_hint(page))
