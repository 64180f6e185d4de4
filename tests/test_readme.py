"""What the README says can be typed as it stands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dxdesk.cli import main
from dxdesk.cli.papers_wanted import PAPERS

ROOT = Path(__file__).resolve().parent.parent


def session(readme: str) -> list[list[str]]:
    """The arguments of each command in the README's cycle, in order; both databases are named in its first line."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    block = text[text.index('    D="--database ') :]
    where = dict(re.findall(r'(\w)="(--database \w+\.db)"', block.splitlines()[0]))
    lines = []
    for line in block.replace("\\\n", " ").splitlines()[1:]:
        if not line.startswith("    "):
            break
        words = shlex.split(re.sub(r"\$(\w)", lambda found: where[found[1]], line))
        assert words[:2] == ["python3", "main.py"]
        lines.append(words[2:])
    return lines


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_the_cycle_in_the_readme_runs_as_it_stands(
    readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = session(readme)
    assert len(commands) > 15
    for command in commands:
        assert main(command) == 0, capsys.readouterr().err
    for made in ("minutes.pdf", "checklists.pdf", "town.db", "department.db", "令和6年度第2回_政策企画課_受領票.dxd"):
        assert (tmp_path / made).stat().st_size > 0


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_the_pictures_of_the_readme_are_there(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    named = [part.split(")")[0] for part in text.split("](")[1:] if part.startswith("docs/guide/pictures/")]
    assert len(named) == 4
    for name in named:
        assert (ROOT / name).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_every_paper_stands_in_the_readme(readme: str) -> None:
    lines = (ROOT / readme).read_text(encoding="utf-8").splitlines()
    (row,) = [line for line in lines if line.startswith("| `print` |")]
    assert [key for key, words in PAPERS.items() if f"{key} {words}" not in row] == []
