"""What the filled button of 取り込みの確認 does: every file whole in its own transaction, then its 受領票."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.operations.exchange_folder import put_away, put_beside
from dxdesk.operations.sending import PackageFile
from dxdesk.operations.taking_in import TakenIn
from dxdesk.operations.taking_in_files import take_in_with_receipt
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.take_in.rows import AnswerRow, FileRow
from dxdesk.ui.trouble import trouble_words


@dataclass(frozen=True)
class Chosen:
    """A file and those of its answers (their places) that are taken in."""

    file: FileRow
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Done:
    """What became of the files: how many answers were taken in, are held, and are くいちがい now.

    ``placed`` 受領票 lie in the exchange folder, ``receipts`` have no place yet; ``refused`` are the files that could
    not be taken in, each with why. ``unreadable`` rows of reply forms stay in their files; ``left_out`` records
    claimed to be the secretariat's.
    """

    answers: int = 0
    held: int = 0
    conflicts: int = 0
    placed: int = 0
    receipts: tuple[PackageFile, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    unreadable: int = 0
    left_out: int = 0


def choose_files(files: Sequence[FileRow], answers: Sequence[AnswerRow], ticked: Collection[str]) -> list[Chosen]:
    """The files that can be taken in, oldest first, with what is ticked in them; what was taken back stays so while
    nothing of it is ticked."""
    places: dict[str, list[tuple[str, str]]] = {}
    for each in answers:
        if each.key in ticked:
            places.setdefault(each.file, []).append(each.place)
    able = [each for each in files if each.arrival is not None and (each.key in places or not each.taken_back)]
    return [Chosen(each, tuple(places.get(each.key, ()))) for each in able]


def take_in_all(desk: Desk, chosen: Sequence[Chosen], folder: Path | None, passphrase: str | None) -> Done:
    """Takes the files in one after the other; one that is refused does not keep the others from it.

    ``folder`` is the exchange folder: 受領票 go there, and what was taken in from it moves out of the way. Raises
    StoreUnavailable where the database takes nothing and nothing was taken in yet.
    """
    taken: list[TakenIn] = []
    receipts: list[PackageFile] = []
    refused: list[tuple[str, str]] = []
    placed = left_out = 0
    for each in chosen:
        assert each.file.arrival is not None
        try:
            found, receipt = desk.do(take_in_with_receipt, each.file.arrival, each.file.name, each.places, passphrase)
        except Problem as problem:
            refused.append((each.file.name, trouble_words(problem)))
            continue
        except StoreUnavailable as trouble:
            if not taken:
                raise
            refused.append((each.file.name, trouble_words(trouble)))
            break
        taken.append(found)
        left_out += 0 if each.file.newer else each.file.arrival.left_out
        if receipt is not None and _given(folder, receipt):
            placed += 1
        elif receipt is not None:
            receipts.append(receipt)
        if all(row.kind != "unreadable" for row, _ in found.rows):  # else somebody has to look into the file again
            _out_of_the_way(each.file, folder)
    rows = [row for one in taken for row in one.rows]
    return Done(
        answers=sum(on_record and row.kind != "same" for row, on_record in rows),
        held=sum(not on_record and row.kind in ("late", "waiting") for row, on_record in rows),
        conflicts=sum(one.conflicts for one in taken),
        placed=placed,
        receipts=tuple(receipts),
        refused=tuple(refused),
        unreadable=sum(row.kind == "unreadable" for row, _ in rows),
        left_out=left_out,
    )


def _given(folder: Path | None, receipt: PackageFile) -> bool:
    """Whether a 受領票 lies in the exchange folder now."""
    if folder is None:
        return False
    try:
        put_beside(folder, receipt.name, receipt.content)
    except StoreUnavailable:
        return False
    return True


def _out_of_the_way(file: FileRow, folder: Path | None) -> None:
    """What was taken in from the exchange folder moves to 取込済; one that cannot be moved is known all the same, and
    a newer one that has come to lie there meanwhile is still to be taken in."""
    if folder is None or file.path is None or file.path.parent != folder:
        return
    try:
        put_away(file.path, file.changed)
    except StoreUnavailable:
        return
