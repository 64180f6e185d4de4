"""A backup is made after what a command changed; where it cannot be made, what was done is still done."""

from pathlib import Path

from dxdesk import paths
from tests.cli.commands import CYCLE, Town


def test_a_change_stands_and_is_called_done_though_its_backup_cannot_be_made(town: Town) -> None:
    folder = paths.backups(Path(town.database))
    for each in folder.glob("*") if folder.is_dir() else ():
        each.unlink()
    if folder.is_dir():
        folder.rmdir()
    folder.write_text("ここにはつくれない", encoding="utf-8")
    said = town.run(*CYCLE)
    assert said.code == 0
    assert "「第1回」をつくりました。" in said.out
    assert "変更は記録しましたが、控えをとれませんでした。" in said.err
    assert [each["name"] for each in town.value("cycle", "list")] == ["第1回"]
