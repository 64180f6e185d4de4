"""The files that go behind a packet, and the name by which one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.operations.packet_files import appended_files


def test_a_file_that_is_no_pdf_is_named_with_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "一覧.xlsx"
    file.write_bytes(b"PK")
    with pytest.raises(Problem) as refusal:
        appended_files([str(file)])
    assert (refusal.value.code, refusal.value.values["file"]) == ("packet.no_pdf", "一覧.xlsx")
