"""For which departments a PC answers, where their answers go, and what is said of a file that cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.preferences import exchange_folder_of, keep_exchange
from dxdesk.store.queries import packages
from dxdesk.ui import answering, saving
from dxdesk.ui.entry import giving as giving_module
from dxdesk.wording.file_types import NOT_TIED
from dxdesk.wording.liaison import CANNOT_PUT, CHANGE_DESTINATION, FOLDER_AWAY, PUTS_THERE
from dxdesk.wording.sentences import problem_words
from tests.ui.entry import towns
from tests.ui.test_file_opening import Office, click, office, secretariat

__all__ = ["office", "secretariat"]


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked about the 照会 of another department; every one is taken on."""
    found: list[str] = []

    def take_on(_parent: QWidget, words: str, choices: tuple[str, ...]) -> int:
        found.append("\n".join((words, *choices)))
        return 1

    monkeypatch.setattr(answering, "choose", take_on)
    return found


def test_another_department_is_asked_about_once(office: Office, asked: list[str]) -> None:
    office.begin()
    assert not asked
    for _ in range(2):
        office.open(office.inquiry(towns.OTHER))
    assert asked == [
        f"このパソコンは{towns.OWN}の記入に使っています。\n{towns.OTHER}の照会も受けもちますか。\n"
        f"開かない\n{towns.OTHER}も受けもつ"
    ]


def test_another_department_that_is_declined_leaves_everything_as_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "choose", lambda *_: 0)
    office.begin()
    before = office.entry.writing.form
    office.open(office.inquiry(towns.OTHER))
    assert len(office.view.desk.actor.departments) == 1
    assert office.view.desk.ask(packages.answering) == office.view.desk.actor.departments
    assert office.entry.writing.form == before


def test_the_notice_of_a_file_that_cannot_be_read_names_it_and_goes_with_the_next(office: Office) -> None:
    office.begin()
    bad = office.folder / "メモ.dxd"
    bad.write_text("会議のメモです。", encoding="utf-8")
    office.window.open_target(str(bad))
    office.settle()
    notice = office.view.band.notice
    assert notice is not None
    assert notice.text == f"メモ.dxd：{problem_words(Problem('package.not_one'))}"
    office.open(office.inquiry())
    assert office.view.band.notice is None


def test_the_first_screen_forgets_a_bad_file_too(office: Office) -> None:
    bad = office.folder / "メモ.dxd"
    bad.write_text("会議のメモです。", encoding="utf-8")
    office.window.open_target(str(bad))
    office.settle()
    assert office.window.first.start.trouble.label.text().startswith("メモ.dxd：")
    office.open(office.inquiry())
    assert office.window.first.start.trouble.isHidden()


@pytest.mark.parametrize(("name", "code"), [("回答.csv", "package.csv"), ("回答.xlsx", "receive.form")])
def test_a_table_at_a_department_is_told_where_it_goes(office: Office, name: str, code: str) -> None:
    office.begin()
    table = office.folder / name
    table.write_bytes(b"a,b")
    office.window.open_target(str(table))
    office.settle()
    assert office.view.band.notice is not None
    assert office.view.band.notice.text == f"{name}：{problem_words(Problem(code))}"


def test_the_folder_of_the_first_inquiry_is_the_one_that_is_shared(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(saving, "passing_folders", lambda: (tmp_path / "passing",))
    office.begin()
    assert exchange_folder_of(office.post.desk.database_id) == str(office.folder)
    told = [each.text() for each in office.view.toast.findChildren(QLabel)]
    told += [each.text() for each in office.view.toast.findChildren(QPushButton)]
    assert told == [PUTS_THERE, CHANGE_DESTINATION]
    office.answer()
    click(office.entry.foot.primary)
    office.settle()
    assert list(office.folder.glob("*_回答.dxd"))


def test_where_answers_go_is_told_after_what_could_not_be_done(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(saving, "passing_folders", lambda: (tmp_path / "passing",))
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    office.begin()
    toast = office.view.toast
    assert [each.text() for each in toast.findChildren(QLabel)] == [NOT_TIED]
    toast.hide()
    toast.gone.emit()
    assert [each.text() for each in toast.findChildren(QLabel)] == [PUTS_THERE]


def test_a_folder_that_was_chosen_stays_and_one_for_a_while_is_never_taken(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.begin()
    assert exchange_folder_of(office.post.desk.database_id) == ""
    monkeypatch.setattr(saving, "passing_folders", lambda: (tmp_path / "passing",))
    keep_exchange(office.post.desk.database_id, folder=str(tmp_path))
    office.open(office.inquiry(towns.OTHER))
    assert exchange_folder_of(office.post.desk.database_id) == str(tmp_path)


def test_a_shared_folder_that_is_away_is_told_as_such(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    share = office.folder / "share"
    share.mkdir()
    office.begin()
    keep_exchange(office.post.desk.database_id, folder=str(share))
    office.answer()
    share.rmdir()
    said: list[str] = []

    def go_back(_page: QWidget, words: str, _choices: tuple[str, ...]) -> int:
        said.append(words)
        return 0

    monkeypatch.setattr(giving_module, "choose", go_back)
    click(office.entry.foot.primary)
    office.settle()
    assert said == [f"{FOLDER_AWAY}\n\n{CANNOT_PUT}"]
    assert not office.entry.reach
