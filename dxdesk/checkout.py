"""The `.venv` of a checkout: made on first use from the pinned requirements, with a stamp that later starts compare.

Standard library only: main.py uses this before anything is installed. What only the set-up needs is imported there,
so that a later start stays short.
"""

import contextlib
import errno
import hashlib
import os
import platform
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "stamp.txt"
"""One line per fact that need not be looked at again: `python …`, `requirements….txt <digest>`, `screen …`."""
LOG = VENV / "setup.log"

REQUIREMENTS, DEVELOPMENT_REQUIREMENTS = "requirements.txt", "requirements-dev.txt"
BENCH_REQUIREMENTS = "requirements-bench.txt"
"""Only what the program is measured against; nothing else needs it."""


class SetUpStopped(Exception):  # noqa: N818 (a state of the machine, not a fault of the program)
    """The environment has to be put right first; the text is for the person at the keyboard."""


def say(text: str, end: str = "\n") -> None:
    """Progress goes to standard error, so that standard output stays the command's own."""
    sys.stderr.write(text + end)
    sys.stderr.flush()


def python_fact() -> str:
    """Return the line for the Python that runs this: a `.venv` made by another one is made afresh."""
    return f"python {sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {platform.machine()}"


def requirements_fact(requirements: str) -> str:
    """Return the line for a requirements file of the checkout as it is now."""
    return f"{requirements} {hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()}"


def stamped_facts() -> set[str]:
    """Return the lines of the stamp; none when the set-up never reached its end."""
    try:
        return set(STAMP.read_text(encoding="utf-8").splitlines())
    except OSError:
        return set()


def stamp(fact: str) -> None:
    """Remember one more fact about a finished `.venv`."""
    with STAMP.open("a", encoding="utf-8") as remembered:
        remembered.write(f"{fact}\n")


def is_ready(requirements: str) -> bool:
    """Tell whether `.venv` holds the pins of a requirements file."""
    return {python_fact(), requirements_fact(requirements)} <= stamped_facts() and VENV_PYTHON.exists()


def set_up(requirements: str) -> None:
    """Bring `.venv` to the pinned set. An interrupted set-up leaves no stamp and is done afresh by the next start.

    Raises SetUpStopped.
    """
    with one_at_a_time() as lock:
        if is_ready(requirements):
            return
        pins = read_pins(requirements)
        source = wheelhouse_options(pins)
        show_progress(0, len(pins))
        if python_fact() not in stamped_facts() or not VENV_PYTHON.exists():
            STAMP.unlink(missing_ok=True)
            make_venv()
        install(requirements, pins, source, lock)
        # The development set holds the whole set of the program.
        write_stamp({python_fact(), requirements_fact(REQUIREMENTS), requirements_fact(requirements)})


def write_stamp(facts: "set[str]") -> None:
    """Put a stamp in the place of the one before, whole or not at all."""
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text("".join(f"{fact}\n" for fact in sorted(facts)), encoding="utf-8")
    unfinished.replace(STAMP)


def add_bench_tools() -> "str | None":
    """Install into a finished `.venv` what the program is measured against; return why that was not possible."""
    with one_at_a_time() as lock:
        facts = stamped_facts()
        if requirements_fact(BENCH_REQUIREMENTS) in facts:
            return None
        try:
            pins = read_pins(BENCH_REQUIREMENTS)
            install(BENCH_REQUIREMENTS, pins, wheelhouse_options(pins), lock)
        except SetUpStopped as stopped:
            return str(stopped)
        write_stamp({*facts, requirements_fact(BENCH_REQUIREMENTS)})
        return None


@contextlib.contextmanager
def one_at_a_time() -> Iterator[int]:
    """Hold the set-up lock, an advisory lock on main.py, and give its descriptor.

    The lock ends with the last process that has the descriptor open, whatever happens to this one.
    """
    try:
        file = (ROOT / "main.py").open("r+b")
    except PermissionError:
        raise SetUpStopped(f"{ROOT} に書き込めません。書き込めるフォルダに置いて始めてください。") from None
    with file:
        if not take_lock(file):
            say("別の起動が準備をしています。終わるまで待ちます。")
            while not take_lock(file):
                time.sleep(0.2)
        yield file.fileno()


def take_lock(file: BinaryIO) -> bool:
    """Take the lock if nobody has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # beyond the end: locked bytes cannot be read by others
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        if taken.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
            return False
        raise
    return True


def make_venv() -> None:
    """Make `.venv` afresh, whatever was there. Raises SetUpStopped."""
    import subprocess
    from importlib.util import find_spec

    if find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        from dxdesk import system_libraries

        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        refusal = system_libraries.add_packages("準備のための部品", [package])
        if refusal:
            raise SetUpStopped(refusal)
    python = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(  # noqa: S603 (this Python)
        [python, "-m", "venv", "--clear", str(VENV)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if made.returncode:
        told = made.stdout.decode(errors="replace").strip()
        raise SetUpStopped(f"準備のためのフォルダ {VENV} をつくれませんでした。\n{told}")


def read_pins(requirements: str) -> list[str]:
    """Return the pins (`name==version`) of a requirements file that this machine needs."""
    lines = (ROOT / requirements).read_text(encoding="utf-8").splitlines()
    pins = [line.rstrip(" \\") for line in lines if re.match(r"[A-Za-z0-9]", line)]
    return [pin.split(" ;")[0] for pin in pins if "sys_platform == 'win32'" not in pin or sys.platform == "win32"]


def wheelhouse_options(pins: list[str]) -> list[str]:
    """Return what makes pip use the folder DXDESK_WHEELHOUSE alone; nothing without it.

    Raises SetUpStopped naming every wheel that the folder lacks.
    """
    named = os.environ.get("DXDESK_WHEELHOUSE")
    if not named:
        return []
    folder = Path(named).expanduser().absolute()
    if not folder.is_dir():
        raise SetUpStopped(f"DXDESK_WHEELHOUSEのフォルダが見つかりません: {folder}")
    wheels = {tuple(wheel.name.split("-")[:2]) for wheel in folder.glob("*.whl")}
    have = {f"{re.sub('[-_.]+', '-', name).lower()}=={version}" for name, version in wheels}
    missing = [pin for pin in pins if pin not in have]
    if missing:
        raise SetUpStopped(f"DXDESK_WHEELHOUSEのフォルダ {folder} に、次の部品がありません: {'、'.join(missing)}")
    return ["--no-index", "--find-links", str(folder)]


def show_progress(done: int, of: int) -> None:
    """One line: rewritten on a terminal, written once elsewhere."""
    if sys.stderr.isatty():
        say(f"\r準備をしています。数分かかることがあります（部品 {done}/{of}）", end="")
    elif done == 0:
        say(f"準備をしています。数分かかることがあります（部品 {of}個）")


def end_progress() -> None:
    """Leave the line that was rewritten."""
    if sys.stderr.isatty():
        say("")


def install(requirements: str, pins: list[str], source: list[str], lock: int) -> None:
    """Let pip install exactly the pinned files. The lock goes along: it holds as long as pip writes."""
    import subprocess

    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
    pip += ["--progress-bar", "off", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    process = subprocess.Popen(  # noqa: S603 (the pip of .venv)
        [*pip, *source, "-r", requirements],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=() if os.name == "nt" else (lock,),
    )
    assert process.stdout is not None
    log, collected = "", 0
    for line in process.stdout:
        log += line
        if line.startswith("Collecting "):
            collected += 1
            show_progress(min(collected, len(pins) - 1), len(pins))
        if line.startswith("Installing collected packages"):
            STAMP.unlink(missing_ok=True)  # up to here all was fetched and nothing changed
    LOG.write_text(log, encoding="utf-8")
    if process.wait():
        end_progress()
        raise SetUpStopped(installation_refusal(log, requirements))
    show_progress(len(pins), len(pins))
    end_progress()


def installation_refusal(log: str, requirements: str) -> str:
    """Say from pip's own words what stopped it, and at which package."""
    named = re.findall(r"No matching distribution found for (\S+)", log) or re.findall(r"Collecting (\S+)", log)
    package = f"部品 {named[-1]} " if named else "部品"
    if "DO NOT MATCH THE HASHES" in log:
        return f"取り寄せた{package}が、控えてある指紋とちがいます。使わずに止めました（くわしくは {LOG}）。"
    if "No space left on device" in log:
        return f"ディスクがいっぱいで、{package}を置けませんでした。場所を空けて、もう一度始めてください。"
    return (
        f"{package}を取り寄せられませんでした（くわしくは {LOG}）。\n"
        "ネットワークにつながるか確かめて、もう一度始めてください。つながらないパソコンでは、"
        "同じOS・同じPythonの別のパソコンで、このフォルダから次の1行を実行します。\n\n"
        "    python3 -m pip download --require-hashes --no-deps --only-binary :all: "
        f"-d wheelhouse -r {requirements}\n\n"
        "できたフォルダ wheelhouse を運び、その場所を環境変数 DXDESK_WHEELHOUSE に書いて始めてください。"
    )
