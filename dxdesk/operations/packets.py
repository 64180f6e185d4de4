"""会議資料一式: what a body has in it, and handing it out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, insert

from dxdesk.documents.appending import AppendedPdf
from dxdesk.documents.page import Printed
from dxdesk.domain.errors import rule
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.records import canonical
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.missing_glyphs import refuse_substitutes
from dxdesk.operations.packet_files import check_appended
from dxdesk.operations.printing_packet import printed_packet
from dxdesk.store import audit, packet_tables
from dxdesk.store.output_files import write_until_kept
from dxdesk.store.queries import cycles, packets


def choose_parts(change: Change, whose: str, choice: PacketChoice) -> Outcome:
    """Remembers what a body (id) has in its packets, or for itself alone a meeting (id) of which an edition was handed
    out; it may change at any time and is not in the audit chain.

    Raises Problem.
    """
    change.allow("agenda")
    table = packet_tables.packet_choices
    _forget_choice(change, whose)
    change.connection.execute(insert(table).values(body=whose, record=canonical(choice.record()), moment=change.moment))
    change.touched |= Touched.DRAFTS
    return Outcome("packet choose", whose, whose)


def _forget_choice(change: Change, whose: str) -> None:
    table = packet_tables.packet_choices
    change.connection.execute(delete(table).where(table.c.body == whose))


@dataclass(frozen=True)
class HandedOut:
    """What was handed out, and the record of it."""

    outcome: Outcome
    printed: Printed


def hand_out(
    change: Change,
    meeting: Meeting,
    *,
    choice: PacketChoice | None = None,
    appended: Sequence[AppendedPdf] = (),
    left_out: Collection[str] = (),
    only_changed: bool = False,
    made: str | None = None,
    file: Path | None = None,
    substitutes: bool = True,
) -> HandedOut:
    """Records that a packet is handed out, as 第1版 or in place of the last one, and makes it.

    What stands on every page, what was chosen and which answers counted are kept for ever. ``made`` is the ISO moment
    of the print that is handed out, else now; ``left_out`` names files behind the last edition that are not behind this
    one. The PDF is written to ``file``, where there is one: it and the record come about together.
    Raises Problem (packet.closed, packet.unchanged, packet.missing_files; print.missing where no ``substitutes`` are
    wanted for characters that no face has) and StoreUnavailable.
    """
    change.allow("agenda")
    if not cycles.cycle(change.connection, meeting.cycle).open:
        raise rule("packet.closed", "cycle")
    check_appended(change.connection, meeting, [each.name for each in appended], left_out)
    found = printed_packet(
        change.connection,
        meeting,
        made or change.moment,
        choice=choice,
        appended=appended,
        only_changed=only_changed,
        replacing=True,
    )
    if not substitutes:
        refuse_substitutes(found.printed)
    before = packets.editions(change.connection, meeting.id)
    edition = found.edition
    if before and edition.number == before[-1].number:
        raise rule("packet.unchanged", "packet")
    record = {"meeting": meeting.id, "number": edition.number, "moment": edition.moment, **edition.record()}
    kept = {
        "meeting": meeting.id,
        "number": edition.number,
        "pages": len(edition.pages),
        "hash": audit.digest_of(record),
    }
    subject = f"{meeting.body_name} 第{edition.number}版"
    sequence = change.enter("packet hand out", subject, Touched.MEETINGS, after=kept)
    change.connection.execute(
        insert(packet_tables.packets).values(
            meeting=meeting.id,
            number=edition.number,
            moment=edition.moment,
            hash=audit.digest_of(record),
            record=canonical(record),
            audit_sequence=sequence,
        )
    )
    _forget_choice(change, meeting.id)
    if file is not None:
        write_until_kept(change.if_taken_back, file, found.printed.pdf)
    return HandedOut(Outcome("packet hand out", f"{meeting.id}/{edition.number}", subject), found.printed)
