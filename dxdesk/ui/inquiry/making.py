"""Making the files that a 照会 consists of: packages, reply forms and letters, put into one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.file_names import FileKind, file_name
from dxdesk.domain.packages import SUFFIX
from dxdesk.domain.printing import PrintKind
from dxdesk.domain.schedules import Question
from dxdesk.operations.exchange_folder import check_folder, put
from dxdesk.preferences import exchange_folder_of, keep_exchange, names_in_ascii
from dxdesk.store.queries import packages, plans
from dxdesk.wording.screen import STATUS_QUESTIONS

_LETTERS = ("照会文", "_letter")
"""What the names of letters end with."""

_PAPERS: Final[Mapping[PrintKind, FileKind]] = {
    "inquiry": "letter",
    "submission": "submission",
    "handwriting": "handwriting",
}
"""The papers of a department and what their files are called, in the order they are made."""


@dataclass(frozen=True)
class Wish:
    """What is to be made: ``departments`` and ``forms`` are ids (none: all that are asked), ``folder`` where it goes,
    ``passphrase`` locks the files; ``papers`` go along with the letters. With ``substitutes`` 〓 may stand in them for
    what cannot be printed."""

    departments: tuple[str, ...]
    forms: frozenset[str]
    letters: bool
    folder: Path
    passphrase: str | None
    numbers_only: bool
    papers: bool = False
    substitutes: bool = False


def make_inquiry(desk: Desk, cycle: Cycle, wish: Wish, keys_passphrase: str | None) -> tuple[Path, ...]:
    """The files as they lie in the folder now, those of one department together.

    The folder is looked at before anything is made. Raises Problem and StoreUnavailable; what was made up to then
    lies there, and making all of it again does no harm. Nothing at all was made where 〓 would stand in a paper that
    nobody wished so (inquiry.substitutes).
    """
    from dxdesk.operations.inquiring_papers import inquire_with_papers  # brings what the start does without

    check_folder(wish.folder)
    made = desk.do(
        inquire_with_papers,
        cycle,
        wish.departments,
        place=exchange_folder_of(desk.database_id) or str(wish.folder),
        letters=wish.letters,
        papers=wish.papers,
        substitutes=wish.substitutes,
        passphrase=wish.passphrase,
        keys_passphrase=keys_passphrase,
        numbers_only=wish.numbers_only,
        in_ascii=names_in_ascii(desk.database_id),
    )
    departments = {each.id: each for each in desk.ask(plans.departments)}
    in_ascii = desk.ask(packages.named_in_ascii, cycle.id)
    files = []
    for each in made.files:
        files.append(put(wish.folder, each.name, each.content))
        department = each.package.stamp.department or ""
        if department in wish.forms:
            files.append(put_form(desk, cycle, department, wish.folder))
        for kind, named in _PAPERS.items():
            if (printed := made.prints.get((department, kind))) is not None:
                name = file_name(named, cycle, departments[department], in_ascii=department in in_ascii)
                files.append(put(wish.folder, name, printed.pdf))
    for_all = made.prints.get((None, "guidance"))
    if for_all is not None:
        name = file_name("guidance", cycle, in_ascii=names_in_ascii(desk.database_id))
        files.append(put(wish.folder, name, for_all.pdf))
    return tuple(files)


def counted(files: Sequence[Path]) -> tuple[int, int, int]:
    """How many of the files are 照会, 回答票 and 照会文."""
    inquiries, forms = (sum(each.suffix == suffix for each in files) for suffix in (SUFFIX, ".xlsx"))
    return inquiries, forms, sum(each.stem.endswith(_LETTERS) for each in files if each.suffix == ".pdf")


def watch_place(desk: Desk, files: Sequence[Path]) -> bool:
    """Make the folder of the files the exchange folder of this database where there is none yet: answers come back to
    where the questions lie. Returns whether it has just become so."""
    if not files or exchange_folder_of(desk.database_id):
        return False
    keep_exchange(desk.database_id, folder=str(files[0].parent))
    return True


def put_form(desk: Desk, cycle: Cycle, department: str, folder: Path) -> Path:
    """Excelの回答票 of a department (id) in the folder; one that was written into stays beside it. Raises Problem and
    StoreUnavailable."""
    from dxdesk.operations import exchange_folder
    from dxdesk.operations.giving_forms import give_form

    made = desk.do(give_form, cycle, department, cast("Mapping[Question, str]", STATUS_QUESTIONS))
    return exchange_folder.put_form(folder, made.name, made.content)
