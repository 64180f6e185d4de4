"""The first draft of the minutes: what was recorded, in the order and the words in which minutes are written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby

from dxdesk.domain.board import Board, Reported
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import (
    AgendaItem,
    EarlierDecision,
    FloorCorrection,
    Meeting,
    MeetingRecord,
    quorum,
    seats,
    staff,
)
from dxdesk.domain.minutes import Block, BlockKind, Handout, Phrases, row_blocks
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion

NOTHING = "―"

_REPORTS = 2
"""So many of the last reports on a unit are told of."""


def _prose(kind: BlockKind, text: str, mark: object = "", source: str | None = None) -> Block:
    name = source or mark
    return Block(f"{kind}-{name}" if name else kind, kind, source, text)


def cycle_words(cycle: Cycle) -> str:
    """令和6年度第2回: the name of a cycle without its spaces."""
    return "".join(cycle.name.split())


def count_words(meeting: Meeting, cycle: Cycle) -> str:
    """令和6年度第2回: which meeting of its body it is."""
    return meeting.ordinal or cycle_words(cycle)


def meeting_name(meeting: Meeting, cycle: Cycle) -> str:
    """令和6年度第2回デジタル化推進員会議: which meeting of its body it is, and the body."""
    return count_words(meeting, cycle) + meeting.body_name


def full_name(meeting: Meeting, cycle: Cycle, town: str) -> str:
    """令和6年度第2回大河原町デジタル化推進員会議: the name of a meeting with its town, said once."""
    return count_words(meeting, cycle) + body_words(meeting, town)


def occasion_of(board: Board, cycle: Cycle, meeting: Meeting, paper: Paper) -> Occasion:
    """What the foot of a paper of a meeting says in a town's hand."""
    return Occasion(
        board.town,
        board.plan_title,
        cycle_words(cycle),
        meeting.body_name,
        meeting.day,
        sample=board.sample,
        paper=paper,
        ordinal=meeting.ordinal,
    )


def body_words(meeting: Meeting, town: str) -> str:
    """大河原町デジタル化推進員会議: the body with its town, said once."""
    return meeting.body_name if meeting.body_name.startswith(town) else town + meeting.body_name


def meeting_time(meeting: Meeting, phrases: Phrases) -> str:
    """令和7年2月13日（木）　午後1時30分から午後3時まで; what is not recorded is left out."""
    begins, ends = (phrases.paper.clock(each) if each else "" for each in (meeting.begins, meeting.ends))
    parts = [phrases.paper.long_date(meeting.day)]
    if begins or ends:
        begun = phrases.say("begins", time=begins) if begins else ""
        parts.append(begun + (phrases.say("ends", time=ends) if ends else ""))
    return "　".join(parts)


def item_title(item: AgendaItem, phrases: Phrases) -> str:
    """The title of an item; the bare name of an initiative becomes 「…について」."""
    about = phrases.say("about")
    return item.title if item.unit is None or item.title.endswith(about) else item.title + about


def agenda_lines(
    record: MeetingRecord, phrases: Phrases
) -> tuple[tuple[int, str, tuple[tuple[int, AgendaItem], ...]], ...]:
    """The 次第: (number, heading, items by their number). Neighbours of one kind share a heading.

    An item has one number everywhere: in the 次第, in 議事, and where somebody names it.
    """
    found: list[tuple[str, tuple[tuple[int, AgendaItem], ...]]] = [
        (phrases.say("opening"), ()),
        (phrases.say("greeting", chair=phrases.position("chair")), ()),
    ]
    for kind, items in groupby(record.items, key=lambda item: item.kind):
        found.append((phrases.say(kind), tuple((item.number, item) for item in items)))
    found += [(phrases.say("any_other"), ()), (phrases.say("closing"), ())]
    return tuple((number, heading, items) for number, (heading, items) in enumerate(found, start=1))


def _staff(record: MeetingRecord, phrases: Phrases) -> str:
    """Who came to explain or to take notes, on a line of its own; empty where nobody did."""
    came = [each for each in staff(record.attendance) if each.presence != "absent"]
    names = phrases.say("comma").join("　".join(part for part in (each.title, each.name) if part) for each in came)
    return "\n" + phrases.say("attended_staff", staff=phrases.position("staff"), names=names) if came else ""


def _attendance(record: MeetingRecord, settings: Settings, phrases: Phrases) -> str:
    return _members(record, settings, phrases) + _staff(record, phrases)


def _members(record: MeetingRecord, settings: Settings, phrases: Phrases) -> str:
    counted = quorum(record.attendance, settings)
    if not counted.members:
        return phrases.say("attendance_unrecorded")
    code = "attended"
    if counted.proxies:
        code = "attended_with_proxies" if settings.proxy_counts else "attended_beside_proxies"
    came = phrases.say(
        code,
        member=phrases.position("member"),
        members=counted.members,
        attending=counted.attending,
        proxies=counted.proxies,
    )
    if counted.met:
        return came + phrases.say(f"quorum_{settings.quorum}")
    return came + phrases.say("quorum_failed", needed=counted.needed)


def _absent(record: MeetingRecord, phrases: Phrases) -> str:
    names = [each.title or each.name for each in seats(record.attendance) if each.presence == "absent"]
    if not names:
        return phrases.say("none")
    return phrases.say("absent", count=len(names), names=phrases.say("comma").join(names))


def _openness(record: MeetingRecord, phrases: Phrases) -> str:
    audience = sum(each.presence == "observer" for each in record.attendance)
    withheld = any(not each.public for each in record.remarks)
    return (
        phrases.say("closed_meeting")
        + (phrases.say("partly_public") if withheld else "")
        + (phrases.say("audience", count=audience) if audience else "")
        + phrases.say("gist_taken")
    )


def _agenda(record: MeetingRecord, phrases: Phrases) -> list[Block]:
    found, numerals = [], phrases.paper.numerals
    for number, heading, items in agenda_lines(record, phrases):
        found.append(_prose("agenda_head", f"{numerals(str(number))}　{heading}", number))
        found += [
            _prose("agenda_item", numerals(f"（{place}）") + item_title(item, phrases), source=item.id)
            for place, item in items
        ]
    return found


def _handouts(handouts: Sequence[Handout]) -> list[Block]:
    return [
        _prose("handout", f"{each.number}　{each.name}", number)
        for number, each in enumerate(handouts, start=1)
        if each.number
    ]


def explainer(item: AgendaItem, board: Board, phrases: Phrases) -> str:
    """Who explains an item: the department that is asked alone, else the secretariat."""
    departments = next((card.departments for card in board.cards if card.unit == item.unit), ())
    return departments[0] if len(departments) == 1 else phrases.say("secretariat")


def _explanation(item: AgendaItem, board: Board, reference: str, phrases: Phrases) -> str:
    who = explainer(item, board, phrases)
    if reference:
        return phrases.say("explained_from", paper=reference, who=who)
    return phrases.say("explained", who=who)


def _reported(item: AgendaItem, reported: Mapping[str, Sequence[Reported]], phrases: Phrases) -> str:
    """That an item was reported between cycles, in a sentence; the words of a report stay with the department."""
    found = reported.get(item.unit or "", ())
    return "".join(
        phrases.say("reported", day=phrases.paper.plain_date(each.day), who=each.who) for each in found[-_REPORTS:]
    )


def _corrected(correction: FloorCorrection, settings: Settings, phrases: Phrases, about: str) -> str:
    field = about + phrases.field(correction.field)
    if correction.field == "status":
        before, after = (settings.status_words.get(each or "", "") for each in (correction.before, correction.after))
    elif correction.field == "stage":
        before, after = settings.stage_word(correction.before), settings.stage_word(correction.after)
    else:
        before, after = "", correction.after or ""
    if not after:
        return phrases.say("corrected_to_nothing", field=field)
    if not before:
        return phrases.say("corrected_to", field=field, after=after)
    return phrases.say("corrected", field=field, before=before, after=after)


def _corrections(
    record: MeetingRecord, item: int | None, settings: Settings, phrases: Phrases, board: Board
) -> list[Block]:
    """The corrections made under an item; those of units that were not on the agenda (``item`` None) name the unit."""
    names = {card.unit: f"「{card.name}」の" for card in board.cards}
    return [
        _prose(
            "correction",
            _corrected(each, settings, phrases, "" if item is not None else names.get(each.unit, "")),
            source=str(number),
        )
        for number, each in enumerate(record.corrections, start=1)
        if each.item == item
    ]


def _decided_before(item: AgendaItem, earlier: Sequence[EarlierDecision], phrases: Phrases) -> str:
    """What another body has decided last about the unit of an item, in a sentence; nothing where none has."""
    found = [each for each in earlier if item.unit is not None and each.decision.unit == item.unit]
    if not found:
        return ""
    meeting, decision = found[-1].meeting, found[-1].decision
    result = phrases.result(decision.result)
    said = phrases.say(
        "decided_before", body=meeting.body_name, day=phrases.paper.plain_date(meeting.day), result=result
    )
    opinions = (phrases.say("opinion_before", text=each.text.rstrip("。．")) for each in found[-1].opinions)
    return "".join((said, "" if decision.text in result else decision.text, *opinions))


def _course(
    record: MeetingRecord,
    item: AgendaItem,
    board: Board,
    reference: str,
    settings: Settings,
    phrases: Phrases,
    earlier: Sequence[EarlierDecision],
    reported: Mapping[str, Sequence[Reported]],
) -> list[Block]:
    result = record.result(item)
    remarks = [
        Block(f"remark-{each.id}", "remark", each.id, each.text, each.public)
        for each in record.remarks
        if each.item == item.number
    ]
    return [
        _prose("item", item_title(item, phrases), source=item.id),
        *([_prose("reference", reference, source=item.id)] if reference else []),
        _prose(
            "explanation",
            _explanation(item, board, reference, phrases)
            + _reported(item, reported, phrases)
            + _decided_before(item, earlier, phrases),
            source=item.id,
        ),
        *remarks,
        *_corrections(record, item.number, settings, phrases, board),
        _prose("result", phrases.result(result) if result else phrases.say("no_result"), source=item.id),
        *(_prose("opinion", each.text, source=each.id) for each in record.opinions if each.item == item.number),
    ]


def _places(record: MeetingRecord, chosen: Collection[int]) -> str:
    return "".join(f"（{item.number}）" for item in record.items if item.number in chosen)


def _outlook(record: MeetingRecord, next_meeting: date | None, above: str | None, phrases: Phrases) -> str:
    """When the body meets next, and what goes to the body above or to 庁議; that nothing does is said as well."""
    coming = (
        phrases.say("next_meeting", day=phrases.paper.long_date(next_meeting))
        if next_meeting
        else phrases.say("next_open")
    )
    referred = _places(record, {each.item for each in record.decisions if each.result == "referred"})
    council = _places(record, {each.item for each in record.decisions if each.council})
    upper = above or phrases.say("headquarters")
    said = [phrases.say("referred", items=referred, body=upper)] if referred else []
    said += [phrases.say("referred", items=council, body=phrases.say("council"))] if council else []
    return coming + ("".join(said) or phrases.say("nothing_referred", body=above or phrases.say("council")))


def draft_minutes(
    record: MeetingRecord,
    board: Board,
    cycle: Cycle,
    settings: Settings,
    phrases: Phrases,
    *,
    handouts: Sequence[Handout] = (),
    references: Mapping[int, str] | None = None,
    secretariat: str | None = None,
    next_meeting: date | None = None,
    earlier: Sequence[EarlierDecision] = (),
    reported: Mapping[str, Sequence[Reported]] | None = None,
    above: str | None = None,
) -> tuple[Block, ...]:
    """The blocks of a first draft, from what was recorded and nothing else, in the order in which they are printed.

    ``references`` are the 資料番号 by agenda item number, ``secretariat`` who sat for 事務局, ``earlier`` what other
    bodies have decided in this cycle and may be told, ``reported`` what was reported on units since the meeting before,
    ``above`` the name of the body to which this one reports.
    The same records give the same blocks with the same ids.
    """
    meeting = record.meeting
    papers = references or {}
    course = [
        block
        for item in record.items
        for block in _course(
            record, item, board, papers.get(item.number, ""), settings, phrases, earlier, reported or {}
        )
    ]
    return (
        _prose("title", f"{full_name(meeting, cycle, board.town)}　{settings.paper.minutes_title}"),
        _prose("time", meeting_time(meeting, phrases)),
        _prose("place", meeting.place or NOTHING),
        _prose("attendance", _attendance(record, settings, phrases)),
        _prose("absent", _absent(record, phrases)),
        _prose("secretariat", secretariat or NOTHING),
        _prose("openness", _openness(record, phrases)),
        *_agenda(record, phrases),
        *_handouts(handouts),
        *course,
        *row_blocks(record),
        _prose("outlook", _outlook(record, next_meeting, above, phrases)),
        *(_corrections(record, None, settings, phrases, board) or (_prose("other", phrases.say("nothing_else")),)),
    )
