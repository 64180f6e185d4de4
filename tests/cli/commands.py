"""Running commands as a person does, and reading what they say."""

from __future__ import annotations

import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dxdesk import cli

Record = dict[str, Any]

CYCLE = ("cycle", "open", "--name", "第1回", "--as-of", "R7.1.10", "--due", "R7.1.31", "--meeting", "R7.2.13")
NEXT_CYCLE = ("cycle", "open", "--name", "第2回", "--as-of", "R7.7.1", "--due", "R7.7.31", "--meeting", "R7.8.20")


@dataclass(frozen=True)
class Said:
    """What a command left: its exit code, and what it wrote."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Said:
    """Runs one command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.main(list(arguments))
    return Said(code, out.getvalue(), err.getvalue())


@dataclass(frozen=True)
class Town:
    """A database and the commands on it."""

    database: str

    def run(self, *arguments: str) -> Said:
        """Runs a command on the database."""
        return run("--database", self.database, *arguments)

    def text(self, *arguments: str) -> str:
        """What a command that succeeds says to people."""
        said = self.run(*arguments)
        assert said.code == 0, said.err
        return said.out

    def value(self, *arguments: str) -> Any:
        """What a command that succeeds says to programs."""
        said = self.run(*arguments, "--json")
        assert said.code == 0, said.out
        return json.loads(said.out)

    def refusal(self, *arguments: str, code: int = 1) -> Record:
        """The error of a command that is refused; nothing but it is written."""
        said = self.run(*arguments, "--json")
        assert said.code == code, said
        assert said.err == ""
        answer = json.loads(said.out)
        assert set(answer) == {"error"}
        error: Record = answer["error"]
        assert set(error) == {"kind", "message", "file", "place", "remedy", "problems"}
        return error

    def submit(self, code: str, department: str, *fields: str) -> None:
        """Records an answer, hands it in and accepts it."""
        slot = ("--initiative", code, "--department", department)
        self.text("record", *slot, *(fields or ("--status", "ok", "--results", f"{code}を進めた。")))
        self.text("hand-in", "--department", department)
        self.text("accept", *slot)

    def copied(self, folder: Path) -> Town:
        """The same database once more, in another folder."""
        return Town(str(shutil.copyfile(self.database, folder / "town.db")))

    def bytes(self) -> bytes:
        """The file as it lies on the disk."""
        return Path(self.database).read_bytes()


def new_town(folder: Path, plan: str = "ogawara") -> Town:
    """A new database from a shipped plan or a plan file."""
    town = Town(str(folder / "town.db"))
    town.text("new", "--plan", plan)
    return town


def shape(value: object) -> object:
    """The keys and types of a value, to be compared with what a reader may rely on."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__
