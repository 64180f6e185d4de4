"""What the one filled button of 記入 says and does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.entry.done_model import waits
from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.reading import EntryList
from dxdesk.wording.entry import (
    BACK_TO_COLLECT,
    BACK_TO_CONFIRMING,
    CLOSED_WAIT,
    CONFIRM,
    CONFIRM_NOTHING,
    CONFLICT_WAIT,
    HANDED_IN_ALREADY,
    HELD_WAIT,
    SEE_INITIATIVES,
    confirm_all,
    fill_in_for,
)
from dxdesk.wording.liaison import GIVE, GIVE_AGAIN, GIVE_REST, MEND

Mode = Literal["form", "reading", "done", "confirm", "nothing", "preview"]
Act = Literal["hand in", "preview", "own", "department", "confirm", "confirm all", "hand over", "back", "initiatives"]


@dataclass(frozen=True)
class Primary:
    """The word on the button and what it does; while it is not ``enabled`` the word says why."""

    words: str
    act: Act
    enabled: bool = True


@dataclass(frozen=True)
class Standing:
    """How things stand on the page: what is shown, the open form, the own items, whether the form shows what was handed
    in, who sits there, whether answers can be changed at all, and the department that comes next."""

    mode: Mode
    form: Form | None
    entries: EntryList
    untouched: bool
    role: ActorRole
    writable: bool
    following: Department | None


def primary_of(now: Standing) -> Primary:
    """The filled button for how things stand."""
    if now.mode == "preview":
        return Primary("記入へ戻る（Esc）", "preview")
    if now.mode == "form" and now.form is not None:
        if now.untouched:
            return Primary(HANDED_IN_ALREADY, "hand in", enabled=False)
        again = now.form.state == "returned"
        return Primary("もう一度提出する（Ctrl+Enter）" if again else "提出する（Ctrl+Enter）", "hand in")
    if now.mode == "reading" and now.form is not None and (found := _reading(now, now.form)) is not None:
        return found
    if now.mode == "confirm" and now.writable:
        waiting = sum(waits(each) for each in now.entries.own)
        if waiting:
            return Primary(confirm_all(waiting), "confirm all")
        if now.entries.handed_in < len(now.entries.own) and now.following is None:
            return Primary(CONFIRM_NOTHING, "confirm all", enabled=False)
    if now.mode == "done" and now.writable and (found := _giving(now)) is not None:
        return found
    if now.mode in ("done", "confirm") and now.following is not None:
        words = now.following.name + "の分を見る" if now.mode == "confirm" else fill_in_for(now.following.name)
        return Primary(words, "department")
    if now.role == "secretariat":
        return Primary(BACK_TO_COLLECT, "back")
    return Primary(SEE_INITIATIVES, "initiatives")


def _giving(now: Standing) -> Primary | None:
    """Where answers go as a file: what is to be handed over, else what is left to write; None where neither is."""
    standing = now.entries.standing
    if standing is None or now.role == "head":
        return None
    if standing.to_give:
        return Primary(GIVE if standing.given is None else GIVE_AGAIN, "hand over")
    following = now.entries.next_open("")
    if following is None:
        return None
    return Primary(MEND if following.state == "returned" else GIVE_REST, "own")


def up_words(now: Standing, primary: Primary) -> str:
    """The word of the way back to what stands above; empty where nothing does or the filled button leads there."""
    if now.role == "secretariat" and primary.act != "back":
        return BACK_TO_COLLECT
    return BACK_TO_CONFIRMING if now.role == "head" and now.mode == "reading" and primary.act == "confirm" else ""


def _reading(now: Standing, form: Form) -> Primary | None:
    """For an item that is only shown; None where nothing is left to do about the own ones."""
    entry = now.entries.entry(form.unit.id)
    if now.role == "head" and now.entries.own:
        confirmable = entry is not None and waits(entry) and now.writable
        return Primary(CONFIRM, "confirm") if confirmable else Primary(BACK_TO_CONFIRMING, "own")
    wait = {"cycle": CLOSED_WAIT, "held": HELD_WAIT, "conflict": CONFLICT_WAIT}.get(form.closed)
    if wait is not None and now.role != "secretariat":
        return Primary(wait, "hand in", enabled=False)
    if form.closed == "department" and now.entries.own:
        return Primary("この課の担当へ戻る" if now.entries.on_behalf else "自分の担当へ戻る", "own")
    return None
