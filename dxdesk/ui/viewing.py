"""閲覧ファイルをつくる: everything as it counts now, for people who only look."""

from __future__ import annotations

from pathlib import Path

from dxdesk.domain.file_names import file_name
from dxdesk.operations.given_files import give_file
from dxdesk.preferences import names_in_ascii
from dxdesk.store.queries import cycles
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.keys import passphrase_for
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.saving import ask_file_target
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.asking import NO_CYCLE_TO_SHOW, VIEW_FILE, VIEW_KINDS, delivered


def make_view_file(view: DeskView) -> None:
    """Ask where the file goes, and make it beside the window."""
    from dxdesk.operations.inquiring import make_view  # brings cryptography, which the start does without

    desk, known = view.desk, view.desk.ask(cycles.cycles)
    if not known:
        view.steps.say(NO_CYCLE_TO_SHOW, False)
        return
    in_ascii = names_in_ascii(desk.database_id)
    name = file_name("view", known[-1], in_ascii=in_ascii)
    target = ask_file_target(view, desk.database_id, VIEW_FILE, name, VIEW_KINDS)
    if target is None:
        return
    keys = passphrase_for(desk, view)

    def make() -> Path:
        give_file(target, desk.do(make_view, keys_passphrase=keys, in_ascii=in_ascii).content)
        return target

    def made(file: Path) -> None:
        view.steps.say(delivered("view", [file.name]), False)

    def refused(trouble: Exception) -> None:
        view.steps.say(trouble_words(trouble), False)

    do_beside(view, desk, make, made, refused, always=True)
