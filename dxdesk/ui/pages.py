"""Every page of the desk by its key: its class, its tab, and which role goes there."""

from __future__ import annotations

from typing import Final

from dxdesk.domain.permissions import ActorRole
from dxdesk.ui.page import Page

TABS: Final[dict[ActorRole, tuple[str, ...]]] = {
    "secretariat": ("collect", "initiatives", "meeting", "actions", "print"),
    "liaison": ("entry", "initiatives", "actions", "print"),
    "head": ("entry", "initiatives", "actions", "print"),
    "chair": ("board", "initiatives", "print"),
    "reader": ("board", "initiatives", "print"),
}
"""The tabs of a role, the first is where it starts."""

_EVERYBODY: Final = frozenset({"board", "help", "settings"})
BELOW: Final[dict[ActorRole, frozenset[str]]] = {
    "secretariat": _EVERYBODY
    | {"entry", "consolidate", "open_cycle", "close_cycle", "agenda", "minutes", "history"}
    | {"reminder", "inquiry", "take_in", "conflict"},
    "liaison": _EVERYBODY | {"history"},
    "head": _EVERYBODY | {"history"},
    "chair": _EVERYBODY,
    "reader": _EVERYBODY,
}
"""The pages that a role reaches from its tabs or from the menu."""

HOME: Final = {
    "entry": "collect",
    "consolidate": "collect",
    "reminder": "collect",
    "take_in": "collect",
    "inquiry": "collect",
    "conflict": "collect",
    "open_cycle": "collect",
    "close_cycle": "collect",
    "agenda": "meeting",
    "minutes": "meeting",
    "board": "meeting",
}
"""The tab that a page belongs to where it is none itself; of any other page it is the tab from which it was opened."""

NEEDS_CYCLE: Final = frozenset({"entry", "initiatives", "board"})
"""Pages that have nothing to show before the first cycle."""


def reaches(role: ActorRole, key: str) -> bool:
    """Whether a role has this page at all."""
    return key in TABS[role] or key in BELOW[role]


def page_class(key: str) -> type[Page]:
    """The class of a page, read when it is first needed. Raises KeyError for an unknown key."""
    if key == "entry":
        from dxdesk.ui.entry.page import EntryPage

        return EntryPage
    if key == "initiatives":
        from dxdesk.ui.initiatives.page import InitiativesPage

        return InitiativesPage
    if key == "board":
        from dxdesk.ui.board.page import BoardPage

        return BoardPage
    if key == "actions":
        from dxdesk.ui.actions.page import ActionsPage

        return ActionsPage
    if key == "print":
        from dxdesk.ui.printing.page import PrintPage

        return PrintPage
    if key in ("help", "settings", "history"):
        return _upkeep_class(key)
    return _secretariat_class(key)


def _upkeep_class(key: str) -> type[Page]:
    if key == "help":
        from dxdesk.ui.help.page import HelpPage

        return HelpPage
    if key == "settings":
        from dxdesk.ui.settings.page import SettingsPage

        return SettingsPage
    from dxdesk.ui.history.page import HistoryPage

    return HistoryPage


def _secretariat_class(key: str) -> type[Page]:
    if key == "collect":
        from dxdesk.ui.collect.page import CollectPage

        return CollectPage
    if key == "consolidate":
        from dxdesk.ui.consolidate.page import ConsolidatePage

        return ConsolidatePage
    if key == "take_in":
        from dxdesk.ui.take_in.page import TakeInPage

        return TakeInPage
    if key == "reminder":
        from dxdesk.ui.reminder.page import ReminderPage

        return ReminderPage
    if key == "conflict":
        from dxdesk.ui.conflict.page import ConflictPage

        return ConflictPage
    if key == "inquiry":
        from dxdesk.ui.inquiry.page import InquiryPage

        return InquiryPage
    if key == "open_cycle":
        from dxdesk.ui.cycle.opening import OpenCyclePage

        return OpenCyclePage
    if key == "close_cycle":
        from dxdesk.ui.cycle.closing import CloseCyclePage

        return CloseCyclePage
    if key == "meeting":
        from dxdesk.ui.meeting.page import MeetingPage

        return MeetingPage
    if key == "agenda":
        from dxdesk.ui.agenda.page import AgendaPage

        return AgendaPage
    if key == "minutes":
        from dxdesk.ui.minutes.page import MinutesPage

        return MinutesPage
    raise KeyError(key)
