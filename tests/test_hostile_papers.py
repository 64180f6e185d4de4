"""Every document and every part of a packet in a town of awkward texts: whole, legible, copied as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PART_KEYS, PacketChoice, PartKey
from dxdesk.domain.printing import PRINT_KINDS, PrintKind, Wanted
from dxdesk.operations.printing_packet_parts import FRONT, MAKERS, offered
from tests.hostile_town import TEXTS, hostile_town
from tests.paper_walk import WHOLE, printed, walked

Town = tuple[Desk, Cycle, Meeting]

DOCUMENTS = [
    *((kind, None) for kind in PRINT_KINDS if kind != "packet"),
    *(("packet", part) for part in PART_KEYS if part in FRONT or part in MAKERS),
]  # fmt: skip


@pytest.fixture(scope="module")
def town(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    found = hostile_town(empty_file, tmp_path_factory.mktemp("hostile"))
    yield found
    found[0].database.close()


def wanted(kind: PrintKind, part: PartKey | None, town: Town) -> Wanted:
    """A document; a packet holds a cover and one part."""
    desk, cycle, meeting = town
    if part is None:
        return Wanted(kind, meeting=meeting.id)
    return Wanted(
        kind, meeting=meeting.id, packet=PacketChoice(all_sheets=True).only((part,), desk.ask(offered, cycle))
    )


@pytest.mark.parametrize(("kind", "part"), DOCUMENTS)
def test_awkward_text_is_printed_whole_and_in_its_place(kind: PrintKind, part: PartKey | None, town: Town) -> None:
    desk, cycle, _ = town
    asked = wanted(kind, part, town)
    found = walked(desk, cycle, asked)
    assert found.faults == {}
    assert printed(desk, cycle, asked).pdf == found.printed.pdf
    if kind in WHOLE or part in WHOLE:
        assert found.without(TEXTS) == set()
