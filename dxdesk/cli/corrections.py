"""席上修正 by command: what a meeting put right, as a file for every department that answers by files."""

from __future__ import annotations

from pathlib import Path

from dxdesk.cli.context import Context
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import delivering, exchange_folder, sender_keys
from dxdesk.operations.change import Change
from dxdesk.operations.sending import PackageFile
from dxdesk.store.queries.delivered import corrected


def correction_files(
    context: Context, cycle: Cycle, folder: Path, keys_passphrase: str | None
) -> list[dict[str, object]]:
    """The files put into a folder, one for each department that was not told yet. Raises Problem."""
    made = context.desk.do(_made, cycle, keys_passphrase)
    return [
        {
            "file": str(exchange_folder.put(folder, each.name, each.content)),
            "kind": "correction",
            "department": each.department,
        }
        for each in made
    ]


def _made(change: Change, cycle: Cycle, keys_passphrase: str | None) -> tuple[PackageFile, ...]:
    wanted = corrected(change.connection, cycle)
    if not wanted:
        return ()
    keys = sender_keys.ready_keys(change, keys_passphrase)
    return tuple(delivering.deliver(change, cycle, each, "correction", keys) for each in wanted)
