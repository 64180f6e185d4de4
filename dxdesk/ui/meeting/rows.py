"""The rows of 会議 as plain values: meetings, the parts of one, who comes, and what was recorded of an item."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from dxdesk.domain.calendar import short_date, short_date_beside
from dxdesk.domain.meetings import AgendaItem, Attendance, Decision, MeetingRecord, Presence, seats, staff
from dxdesk.domain.minutes_deadlines import deadlines
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status
from dxdesk.ui.meeting.reading import MeetingLine, MeetingSource
from dxdesk.wording.meeting import (
    ITEM_KINDS,
    OPINION,
    PRESENCES,
    REMARK_KINDS,
    STAFF,
    brief,
    deadline_words,
    phrases_for,
    result_words,
)
from dxdesk.wording.meeting_screen import CLOSED_MARK, OPEN_MARK, PEOPLE, UNTIL_NEXT, day_words, opinion_note
from dxdesk.wording.presenter import READ_BACK_MARK
from dxdesk.wording.sentences import FIELDS

PEOPLE_KEY: Final = "people"
FormKind = Literal["decision", "action", "remark", "correction", "opinion"]
FORM_KINDS: Final[tuple[FormKind, ...]] = ("decision", "action", "remark", "correction", "opinion")
KEYED_KINDS: Final = FORM_KINDS[:4]
"""Those with a key of their own; 付帯意見 is not for every body."""


@dataclass(frozen=True)
class MeetingRow:
    """A meeting of the list; ``state`` is the word of its pill."""

    key: str
    words: str
    spoken: str
    day: str
    state: str
    counts: str
    open: bool


@dataclass(frozen=True)
class PartRow:
    """A part of a meeting: who comes, or an item with its symbol, what is unfinished, and whether it has a result."""

    key: str
    words: str
    spoken: str
    lead: str = ""
    status: Status | None = None
    minutes: str = ""
    unfinished: bool = False
    done: bool = False


@dataclass(frozen=True)
class PersonRow:
    """Somebody of the attendance; ``title`` stands before the name, ``note`` says whose place a proxy takes."""

    key: str
    words: str
    spoken: str
    title: str
    note: str
    presence: Presence


@dataclass(frozen=True)
class RecordRow:
    """Something recorded of an item: ``tag`` is its kind, ``note`` the line below its text."""

    key: str
    words: str
    spoken: str
    kind: FormKind
    tag: str
    note: str
    unfinished: bool = False


def counts_words(record: MeetingRecord, action_word: str) -> str:
    """決定 1・宿題 1・発言 2."""
    found = (("決定", record.decisions), (action_word, record.actions), ("発言", record.remarks))
    words = [f"{word} {len(each)}" for word, each in found]
    return "・".join([*words, f"席上修正 {len(record.corrections)}"] if record.corrections else words)


def state_words(line: MeetingLine) -> str:
    """How far a meeting is."""
    if line.record.meeting.state == "open":
        return OPEN_MARK
    return {"draft": "会議録 案", "confirmed": "会議録 確定"}.get(line.minutes or "", CLOSED_MARK)


def meeting_rows(lines: Sequence[MeetingLine], settings: Settings, today: date) -> tuple[MeetingRow, ...]:
    """The meetings of a cycle. What a meeting still owes stands with its counts."""
    found = []
    for line in lines:
        held, state = line.record.meeting, state_words(line)
        counts = f"議題 {len(line.record.items)}・{counts_words(line.record, settings.action_word)}"
        owed = deadlines(held.day, settings, today, confirmed=line.minutes == "confirmed")
        counts = "　".join((counts, *(deadline_words(each) for each in owed)))
        day = "　".join(part for part in (day_words(held), held.place or "") if part)
        spoken = "、".join((held.body_name, short_date(held.day), state, counts))
        found.append(MeetingRow(held.id, held.body_name, spoken, day, state, counts, held.state == "open"))
    return tuple(found)


def item_name(source: MeetingSource, item: AgendaItem) -> str:
    """The short name of a unit, the title of anything else in brief."""
    matter = source.matters.get(item.unit or "")
    return matter.card.short_name or matter.card.name if matter else brief(item.title)


def unfinished(source: MeetingSource, item: str) -> tuple[FormKind, ...]:
    """The forms of an item in which something stands that is not recorded."""
    return tuple(kind for kind in FORM_KINDS if f"{kind}:{item}" in source.drafts)


def part_rows(source: MeetingSource, treated: Collection[str] = ()) -> tuple[PartRow, ...]:
    """出席, then the agenda in its order. ``treated`` are the items (ids) that the meeting has turned to and left: a
    report needs no more than that.
    """
    came = sum(each.presence in ("present", "proxy") for each in seats(source.record.attendance))
    found = [PartRow(PEOPLE_KEY, PEOPLE, f"{PEOPLE}、{came}名", minutes=f"{came}名")]
    discussed = 0
    for item in source.record.items:
        discussed += item.kind == "discuss"
        lead = f"{ITEM_KINDS['discuss']}{discussed}" if item.kind == "discuss" else ""
        matter = source.matters.get(item.unit or "")
        open_form = bool(unfinished(source, item.id))
        decided = any(each.item == item.number for each in source.record.decisions)
        done = decided or (item.kind == "report" and item.id in treated)
        name = item_name(source, item)
        word = source.settings.status_word(matter.card.status) if matter else ""
        said = (
            lead or ITEM_KINDS["report"],
            name,
            word,
            "書きかけ" if open_form else "",
            "結論あり" if decided else "済み" if done else "",
        )
        minutes = f"{item.minutes}分" if item.minutes is not None else ""
        status = matter.card.status if matter else None
        spoken = "、".join(part for part in said if part)
        found.append(PartRow(item.id, name, spoken, lead, status, minutes, open_form, done))
    return tuple(found)


def person_rows(source: MeetingSource) -> tuple[PersonRow, ...]:
    """The attendance in its order; the key is the name under which ``attend`` knows a row."""
    phrases = phrases_for(source.settings, source.meeting.body_name)
    found = []
    for each in source.record.attendance:
        listens = each.presence == "observer"
        place = phrases.position(each.position) if each.position != "member" and not listens else ""
        title = "　".join(part for part in (place, each.title or "") if part)
        note = f"{each.proxy_for} の代理" if each.proxy_for else ""
        spoken = "、".join(part for part in (title, each.name, PRESENCES[each.presence], note) if part)
        found.append(PersonRow(member_of(each), each.name, spoken, title, note, each.presence))
    return tuple(found)


def counts_of_people(attendance: Sequence[Attendance]) -> str:
    """出席 5・代理 1・説明員・事務局 2・傍聴 1: the members by presence, then who has no seat."""
    members, others = seats(attendance), staff(attendance)
    found = [(PRESENCES[key], sum(each.presence == key for each in members)) for key in ("present", "absent", "proxy")]
    found.append((STAFF, sum(each.presence != "absent" for each in others)))
    found.append((PRESENCES["observer"], sum(each.presence == "observer" for each in attendance)))
    return "　".join(f"{word} {count}" for word, count in found if count)


def member_of(person: Attendance) -> str:
    """Whose place somebody takes: a proxy that of a member, anybody else their own."""
    return person.proxy_for or person.name


def record_rows(source: MeetingSource, item: str) -> tuple[RecordRow, ...]:
    """What was recorded of an item: decisions, 付帯意見, 宿題, remarks, corrections."""
    number, record = source.number_of(item), source.record
    names = {each.id: each.name for each in source.departments}
    found: list[RecordRow] = []

    def add(kind: FormKind, identity: str, tag: str, text: str, note: str) -> None:
        key = f"{kind}:{identity}"
        spoken = "、".join(part for part in (tag, text, note) if part)
        found.append(RecordRow(key, text, spoken, kind, tag, note, f"change:{key}" in source.drafts))

    for decision in record.decisions:
        if decision.item == number:
            add("decision", decision.id, "決定", decision.text, _decided_note(decision, source.above))
    for opinion in record.opinions:
        if opinion.item == number:
            add("opinion", opinion.id, OPINION, opinion.text, opinion_note(source.above or ""))
    for action in record.actions:
        if action.item == number:
            owners = "・".join(names.get(each, "") for each in action.departments)
            due = f"期限 {short_date_beside(action.due, record.meeting.day)}" if action.due else UNTIL_NEXT
            add("action", action.id, source.settings.action_word, action.text, f"{owners}　{due}")
    for remark in record.remarks:
        if remark.item == number:
            note = "　".join((remark.speaker, REMARK_KINDS[remark.kind], *(() if remark.public else ("非公開",))))
            add("remark", remark.id, "発言", remark.text, note)
    for place, correction in enumerate(record.corrections):
        if correction.item == number:
            before, after = (_shown(source, correction.field, each) for each in (correction.before, correction.after))
            text = f"{before} → {after}"
            note = f"{FIELDS.get(correction.field, correction.field)}　{correction.asked_by}の求め"
            add("correction", str(place), "席上修正", text, note)
    return tuple(found)


def _decided_note(decision: Decision, above: str | None) -> str:
    """承認・推進方針　14:05 復唱済み."""
    moment = decision.read_back_at
    at = f"{datetime.fromisoformat(moment).astimezone():%H:%M} " if moment else ""
    return result_words(decision, above) + (f"　{at}{READ_BACK_MARK}" if decision.read_back else "")


def _shown(source: MeetingSource, field: str, value: str | None) -> str:
    """A value as people read it: the words of a status or a stage."""
    if field == "status" and value:
        return source.settings.status_word(value)
    if field == "stage":
        return source.settings.stage_word(value)
    return value or "なし"
