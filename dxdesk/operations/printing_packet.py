"""会議資料一式 of a meeting: what it shows, with what was handed out before, and what can be chosen for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dxdesk.documents.agenda import AgendaPaper
from dxdesk.documents.appending import AppendedPdf
from dxdesk.documents.packet import Packet, PrintedPacket, Progress, compose_packet
from dxdesk.documents.page import Printed
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packet_editions import AppendedFile
from dxdesk.domain.packets import BY_KEY, PART_KEYS, PacketChoice, PartKey
from dxdesk.domain.printing import Wanted
from dxdesk.operations.packet_files import appended_files, check_appended
from dxdesk.operations.printing_packet_parts import FRONT, MAKERS, Matter, offered
from dxdesk.store.queries import Connection, bodies, cycles, meetings, packets, plans
from dxdesk.store.queries.meeting_drafts import as_planned


def packet(
    connection: Connection,
    meeting: Meeting,
    choice: PacketChoice,
    now: str,
    appended: Sequence[AppendedPdf] = (),
    *,
    replacing: bool = True,
) -> Packet:
    """Everything the packet of a meeting shows; ``replacing`` what was handed out before, where that was."""
    cycle = cycles.cycle(connection, meeting.cycle)
    matter = Matter(connection, cycle, meeting, choice, now)
    chosen = choice.chosen(offered(connection, cycle, meeting, all_sheets=choice.all_sheets))
    made = (MAKERS[key](matter) for key in chosen if key not in FRONT)
    body = bodies.of_meeting(connection, meeting)
    agenda = AgendaPaper(
        record=meetings.record(connection, as_planned(connection, meeting)),
        board=matter.board,
        cycle=cycle,
        settings=matter.settings,
        made=matter.made,
        secretariat=body.secretariat if body else None,
        collected=choice.collect,
    )
    handed_out = packets.editions(connection, meeting.id)
    return Packet(
        agenda,
        tuple(part for part in made if part is not None),
        with_members="members" in chosen,
        draft=choice.draft,
        caution=choice.caution,
        collect=choice.collect,
        appended=tuple(appended),
        answers=packets.counted_answers(connection, cycle),
        before=handed_out[-1] if handed_out and replacing else None,
    )


def printed_packet(
    connection: Connection,
    meeting: Meeting,
    now: str,
    *,
    choice: PacketChoice | None = None,
    appended: Sequence[AppendedPdf] = (),
    only_changed: bool = False,
    replacing: bool = False,
    progress: Progress | None = None,
) -> PrintedPacket:
    """会議資料一式 of a meeting with what it is compared with. ``choice`` None is what was handed out, before that what
    its body chose last.

    It takes the place of what was handed out until the meeting is closed; later only where it is ``replacing`` that, or
    has only what changed. ``progress`` is told how many of how many pieces are set and says False to stop. Raises
    Problem and Stopped.
    """
    chosen = choice or packets.meeting_choice(connection, meeting)
    compared = replacing or only_changed or meeting.state == "open"
    value = packet(connection, meeting, chosen, now, appended, replacing=compared)
    found = compose_packet(value, progress, only_changed=only_changed)
    return replace(found, edition=replace(found.edition, choice=chosen))


def print_packet(connection: Connection, wanted: Wanted, now: str, progress: Progress | None = None) -> Printed:
    """会議資料一式 as it is wanted. Raises Problem, Stopped where ``progress`` says so, and StoreUnavailable for a file
    that is to be appended and cannot be read."""
    meeting = meetings.meeting(connection, wanted.meeting or "")
    appended = appended_files(wanted.append)
    check_appended(connection, meeting, [each.name for each in appended], wanted.left_out)
    return printed_packet(
        connection,
        meeting,
        now,
        choice=wanted.packet,
        appended=appended,
        only_changed=wanted.only_changed,
        progress=progress,
    ).printed


@dataclass(frozen=True)
class PacketOffer:
    """What can be chosen for the packet of a meeting: its parts with their titles, what it has now, the number and
    moment of the edition that was handed out last (None: none was), and the files behind that.

    ``whose`` is the id of who has what is chosen from now on: the body, once an edition was handed out the meeting.
    ``only_all``: no unit is discussed or late, so that there are 個票 only where they are of all units.
    ``list_paper`` is what the town has the list on, A3 or A4.
    """

    whose: str
    titles: Mapping[PartKey, str]
    choice: PacketChoice
    handed_out: tuple[int, str] | None
    appended: tuple[AppendedFile, ...] = ()
    only_all: bool = False
    list_paper: str = "A3"

    def parts(self, *, all_sheets: bool) -> tuple[PartKey, ...]:
        """The parts that have something to say, with 個票 of all units or not."""
        return tuple(key for key in self.titles if key != "sheets" or all_sheets or not self.only_all)


def packet_offer(connection: Connection, meeting: Meeting) -> PacketOffer:
    """What can be chosen for the packet of a meeting."""
    cycle = cycles.cycle(connection, meeting.cycle)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    usual = offered(connection, cycle, meeting)
    titles = {
        key: BY_KEY[key].title.format(action=settings.action_word) for key in PART_KEYS if key in (*usual, "sheets")
    }
    before = packets.editions(connection, meeting.id)
    last = (before[-1].number, before[-1].moment) if before else None
    files = before[-1].appended if before else ()
    return PacketOffer(
        meeting.id if before else meeting.body,
        titles,
        packets.meeting_choice(connection, meeting),
        last,
        files,
        "sheets" not in usual,
        settings.paper.list_paper,
    )
