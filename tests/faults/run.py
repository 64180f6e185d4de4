"""Faults put into the program on purpose, to see whether the tests notice: `python -m tests.faults.run [NAME…]`.

Each patch beside this file breaks one rule. Its first line says in a sentence which, its second names the tests that
should notice, from tests/ on, `*` allowed. Everything happens in a copy; the checkout itself is only read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
ENOUGH = 0.9
"""The part of all faults that must be found."""

Verdict = Literal["found", "NOT FOUND", "does not apply"]


@dataclass(frozen=True)
class Fault:
    """A patch: its name, what it ``breaks``, and the ``tests`` (paths below tests/) that should notice."""

    name: str
    breaks: str
    tests: tuple[str, ...]

    @property
    def patch(self) -> Path:
        """The file of the patch."""
        return FOLDER / f"{self.name}.patch"


def read_fault(patch: Path) -> Fault:
    """The fault of a patch file. Raises ValueError where the two lines before the patch are not as they should be."""
    breaks, tests = patch.read_text(encoding="utf-8").splitlines()[:2]
    if not breaks.startswith("# ") or not breaks.endswith(".") or not tests.startswith("# tests: "):
        raise ValueError(patch.name)
    return Fault(patch.stem, breaks.removeprefix("# "), tuple(tests.removeprefix("# tests: ").split()))


def all_faults() -> tuple[Fault, ...]:
    """Every fault, by name."""
    return tuple(read_fault(patch) for patch in sorted(FOLDER.glob("*.patch")))


def named_files(fault: Fault, root: Path = ROOT) -> tuple[str, ...]:
    """The test files that a fault names, relative to the root of a checkout."""
    found = {path for pattern in fault.tests for path in (root / "tests").glob(pattern)}
    return tuple(sorted(str(path.relative_to(root)) for path in found))


def apply(fault: Fault, folder: Path, *options: str) -> bool:
    """Lets git apply a patch to the files in a folder; False where they are no longer what it was made for."""
    # Without the ceiling git would take the folder for a part of a repository around it and skip every file.
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    command = ["git", "apply", *options, str(fault.patch)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode == 0


def copy_checkout(to: Path) -> None:
    """Copies what belongs to the checkout, also what is not committed yet, but nothing that git ignores."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, names):
        source = ROOT / name
        if source.is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, to / name)


def run_tests(folder: Path, files: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Runs tests of a copy until the first one fails."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *files]
    # Compiled files would outlive a change made and taken back within the same second.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
    )


def try_fault(fault: Fault, copy: Path) -> Verdict:
    """Breaks a copy, runs the tests of the fault there and mends it again."""
    if not apply(fault, copy):
        return "does not apply"
    # 1 is a test that failed; anything else but 0 says that the tests could not be run, which is no finding.
    ended = run_tests(copy, named_files(fault, copy)).returncode
    if not apply(fault, copy, "--reverse"):
        raise RuntimeError(fault.name)
    return "found" if ended == 1 else "NOT FOUND"


def chosen(names: Sequence[str]) -> list[Fault]:
    """The faults with these names, all where none is given. Ends the program at an unknown name."""
    known = {fault.name: fault for fault in all_faults()}
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"no such fault: {', '.join(unknown)}")
    return [known[name] for name in names] or list(known.values())


def main(names: Sequence[str]) -> int:
    """Tries the faults and prints a line for each; 0 where all apply and at least nine in ten are found."""
    faults = chosen(names)
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory(prefix="dxdesk-faults-") as folder:
        copy = Path(folder) / "checkout"
        copy_checkout(copy)
        sound = run_tests(copy, sorted({file for fault in faults for file in named_files(fault, copy)}))
        if sound.returncode:
            print(sound.stdout)
            sys.exit("The tests fail without any fault; put that right first.")
        for fault in faults:
            verdicts.append(try_fault(fault, copy))
            print(f"{verdicts[-1]:<15} {fault.name:<34} {fault.breaks}", flush=True)
    found = verdicts.count("found")
    print(f"{len(faults)} faults, {found} found")
    return 0 if "does not apply" not in verdicts and found >= ENOUGH * len(faults) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
