"""PDF files of the town that are put behind a packet: read, and held against those of the last edition."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from dxdesk.documents.appending import MOST_BYTES, AppendedPdf, read_pdf
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import Meeting
from dxdesk.store.queries import Connection, packets


def check_appended(
    connection: Connection, meeting: Meeting, appended: Collection[str], left_out: Collection[str]
) -> None:
    """What was put behind the last edition is among the names of what is ``appended`` now, or of what is ``left_out``.

    Raises Problem (packet.missing_files; packet.not_appended for a name that was not behind it).
    """
    before = packets.editions(connection, meeting.id)
    known = before[-1].appended if before else ()
    for name in left_out:
        if name not in [each.name for each in known]:
            raise rule("packet.not_appended", "left_out", text=name)
    missing = before[-1].without({*appended, *left_out}) if before else ()
    if missing:
        raise rule("packet.missing_files", "append", files="、".join(each.words for each in missing))


def appended_files(files: Sequence[str]) -> tuple[AppendedPdf, ...]:
    """PDF files to be put behind a packet. Raises Problem that names the file."""
    found = []
    for each in files:
        path = Path(each)
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise Problem("packet.unreadable", "append", {"file": path.name}) from error
        try:
            found.append(read_pdf(path.stem, content))
        except Problem as problem:
            raise Problem(problem.code, problem.place, {**problem.values, "file": path.name}) from problem
    return tuple(found)
