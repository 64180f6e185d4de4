"""A file given out is the old one or the new one, whole, whatever fails on the way."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import numbered, write_file
from dxdesk.wording.printing import save_trouble
from dxdesk.wording.sentences import environment_words


def refusal(act: Callable[[], object]) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable) as refused:
        act()
    return refused.value


class FullDisk(io.BufferedWriter):
    """An open file of which ``write`` can be let fail."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "進捗一覧表.pdf"
    for content in (b"first", b"second, longer", b""):
        write_file(path, content)
        assert path.read_bytes() == content
    assert names(tmp_path) == [path.name]


def test_a_name_as_long_as_the_disk_allows_is_taken(tmp_path: Path) -> None:
    path = tmp_path / ("あ" * 83 + ".pdf")
    write_file(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize("step", ["open", "write", "fsync", "read_bytes", "replace"])
@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EIO, "disk"), (errno.EROFS, "not_writable")]
)
def test_whatever_step_fails_the_old_file_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        if step in ("fsync", "replace"):
            patch.setattr(os, step, fail)
        elif step == "write":
            patch.setattr(FullDisk, "write", fail)
            patch.setattr(Path, "open", lambda path, _mode: FullDisk(io.FileIO(path, "w")))
        else:
            patch.setattr(Path, step, fail)
        assert refusal(lambda: write_file(path, b"new")).code == code
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_of_a_file_that_was_not_there_none_is_said_to_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    old, new = tmp_path / "古い.pdf", tmp_path / "新しい.pdf"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    for path, said in ((old, True), (new, False)):
        trouble = refusal(lambda path=path: write_file(path, b"new"))  # type: ignore[misc]
        assert ("そのままです" in environment_words(trouble.code, trouble.place, trouble.values)) is said
        assert ("そのままです" in save_trouble("disk_full", path.name, new=bool(trouble.values.get("new")))) is said


def test_bytes_that_come_back_different_are_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: b"ne")
        assert refusal(lambda: write_file(path, b"new")).code == "disk"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_open_in_another_program_is_left_and_a_free_name_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    (tmp_path / "a (2).pdf").touch()

    def in_use(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", in_use)
    refused = refusal(lambda: write_file(path, b"new"))
    assert refused.code == "open_elsewhere"
    assert refused.values == {"other": str(tmp_path / "a (3).pdf")}
    assert path.read_bytes() == b"old"
    path.unlink()
    assert refusal(lambda: write_file(path, b"new")).code == "not_writable"


def test_a_missing_folder_a_folder_and_a_name_too_long_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    assert refusal(lambda: write_file(tmp_path / "no" / "a.pdf", b"x")).code == "folder_missing"
    assert refusal(lambda: write_file(tmp_path / "file" / "a.pdf", b"x")).code == "folder_missing"
    assert refusal(lambda: write_file(tmp_path / "folder", b"x")).code == "is_folder"
    assert refusal(lambda: write_file(tmp_path / ("a" * 300), b"x")).code == "name_too_long"
    assert names(tmp_path) == ["file", "folder"]


def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe")
    assert refusal(lambda: write_file(tmp_path / "pipe", b"x")).code == "not_a_file"
    assert (tmp_path / "pipe").is_fifo()
    assert names(tmp_path) == ["pipe"]


def test_a_break_by_the_person_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.pdf", b"x")
    assert names(tmp_path) == []


def test_folders_that_cannot_be_synced_do_not_stop_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def no_folders(path: Path, *rest: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "a folder")
        return opened(path, *rest)

    with monkeypatch.context() as patch:  # the test's own folder is taken away with it afterwards
        patch.setattr(os, "open", no_folders)
        write_file(tmp_path / "a.pdf", b"x")
    assert (tmp_path / "a.pdf").read_bytes() == b"x"


def test_free_names_count_on_from_two(tmp_path: Path) -> None:
    assert numbered(tmp_path / "a.pdf").name == "a (2).pdf"
    (tmp_path / "a (2).pdf").touch()
    (tmp_path / "a (3).pdf").touch()
    assert numbered(tmp_path / "a.pdf").name == "a (4).pdf"
