"""席上修正 by command: what the secretariat put right, as a file for every department that answers by files."""

from __future__ import annotations

from pathlib import Path

from dxdesk.cli.context import Context
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import delivering, exchange_folder, sender_keys
from dxdesk.operations.change import Change
from dxdesk.operations.sending import PackageFile
from dxdesk.store.queries import finding
from dxdesk.store.queries.delivered import receiver, untold


def correction_files(
    context: Context, cycle: Cycle, folder: Path, keys_passphrase: str | None, department: str | None = None
) -> list[dict[str, object]]:
    """The files put into a folder, one for each department that was not told yet, or for the one named.

    Raises Problem."""
    made = context.desk.do(_made, cycle, keys_passphrase, department)
    return [
        {
            "file": str(exchange_folder.put(folder, each.name, each.content)),
            "kind": "correction",
            "department": each.department,
        }
        for each in made
    ]


def _made(change: Change, cycle: Cycle, keys_passphrase: str | None, department: str | None) -> tuple[PackageFile, ...]:
    connection = change.connection
    named = receiver(connection, finding.department(connection, department).id) if department else None
    wanted = [each for each in untold(connection, cycle) if named in (None, each)]
    if not wanted:
        return ()
    keys = sender_keys.ready_keys(change, keys_passphrase)
    return tuple(delivering.deliver(change, cycle, each, "correction", keys) for each in wanted)
