from pathlib import Path

import pytest

from dxdesk import paths


def test_a_checkout_finds_what_ships_beside_the_package() -> None:
    assert (paths.data_root() / "resources" / "fonts").is_dir()
    assert (paths.data_root() / "database" / "plans").is_dir()


def test_an_installed_program_finds_what_ships_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    assert paths.data_root() == tmp_path / "_data"


def test_the_data_folder_is_the_one_named_in_the_environment(own_home: Path) -> None:
    assert paths.home() == own_home
    assert paths.default_database() == own_home / "dxdesk.db"
    assert paths.logs().parent == own_home


def test_asking_for_the_data_folder_does_not_make_it(own_home: Path) -> None:
    paths.home()
    paths.default_database()
    assert not own_home.exists()


def test_a_relative_data_folder_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DXDESK_HOME", "desk")
    assert paths.home() == tmp_path / "desk"


def test_a_tilde_in_the_data_folder_means_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DXDESK_HOME", "~/desk")
    assert paths.home() == Path.home() / "desk"


@pytest.mark.parametrize("value", [None, ""])
def test_without_a_named_data_folder_the_systems_place_is_taken(
    value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv("DXDESK_HOME")
    else:
        monkeypatch.setenv("DXDESK_HOME", value)
    assert paths.home().is_absolute()
    assert paths.home().name == "dxdesk"


def test_backups_lie_beside_their_database_and_never_mix_with_anothers() -> None:
    first, second = Path("/desk/town.db"), Path("/desk/other.db")
    assert paths.backups(first).parent == first.parent
    assert paths.backups(first) != paths.backups(second)
