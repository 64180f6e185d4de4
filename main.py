"""Start dxdesk from a fresh checkout with nothing but Python.

On first use this makes `.venv` beside itself from the pinned requirements, later starts only compare a stamp; then it
replaces itself by the Python of `.venv` and goes on: `test` and `check` run the project's tests, everything else is a
command of dxdesk. Before anything opens a Qt window or draws, the libraries Qt needs from the system are looked for.

Standard library only, and readable for Python 3.8, so that an old Python gets a sentence instead of a syntax error.
Exit code 3: the environment (Python, network, disk, system libraries) has to be put right first.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import platform
import re
import sys
import time
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "stamp.txt"
"""One line per fact that need not be looked at again: `python …`, `requirements….txt <digest>`, `screen …`."""
LOG = VENV / "setup.log"

FIRST_PYTHON, AFTER_LAST_PYTHON = (3, 11), (3, 14)
REQUIREMENTS, DEVELOPMENT_REQUIREMENTS = "requirements.txt", "requirements-dev.txt"
DEVELOPMENT_COMMANDS = ("test", "check")
ENVIRONMENT = 3
"""Exit code for trouble of the machine, not of the input."""


class SetUpStopped(Exception):  # noqa: N818 (a state of the machine, not a fault of the program)
    """The environment has to be put right first; the text is for the person at the keyboard."""


def say(text: str, end: str = "\n") -> None:
    """Progress and troubles go to standard error, so that standard output stays the command's own."""
    print(text, end=end, file=sys.stderr, flush=True)


def let_every_text_through() -> None:
    """A console that is not UTF-8 gets escapes for what it cannot show instead of a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def python_refusal(version: tuple[int, int]) -> str | None:
    """Return the sentence for a Python (major, minor) that dxdesk does not run on, None for a good one."""
    if FIRST_PYTHON <= version < AFTER_LAST_PYTHON:
        return None
    return f"dxdeskを動かすには、Python 3.11・3.12・3.13のどれかが必要です（いまは{version[0]}.{version[1]}です）。"


# The stamp


def python_fact() -> str:
    return f"python {sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {platform.machine()}"


def requirements_fact(requirements: str) -> str:
    return f"{requirements} {hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()}"


def stamped_facts() -> set[str]:
    """Return the lines of the stamp; none when the set-up never reached its end."""
    try:
        return set(STAMP.read_text(encoding="utf-8").splitlines())
    except OSError:
        return set()


def is_ready(requirements: str) -> bool:
    return {python_fact(), requirements_fact(requirements)} <= stamped_facts() and VENV_PYTHON.exists()


# Making .venv


def set_up(requirements: str) -> None:
    """Bring `.venv` to the pinned set. An interrupted set-up leaves no stamp and is done afresh by the next start.

    Raises SetUpStopped.
    """
    with one_at_a_time() as lock:
        if is_ready(requirements):
            return
        pins = read_pins(requirements)
        show_progress(0, len(pins))
        if python_fact() not in stamped_facts() or not VENV_PYTHON.exists():
            STAMP.unlink(missing_ok=True)
            make_venv()
        install(requirements, pins, lock)
        # The development set holds the whole set of the program.
        done = {python_fact(), requirements_fact(REQUIREMENTS), requirements_fact(requirements)}
        unfinished = STAMP.with_suffix(".new")
        unfinished.write_text("".join(f"{fact}\n" for fact in sorted(done)), encoding="utf-8")
        unfinished.replace(STAMP)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[int]:
    """Hold the set-up lock, an advisory lock on this very file, and give its descriptor.

    The lock ends with the last process that has the descriptor open, whatever happens to this one.
    """
    with Path(__file__).open("r+b") as file:
        if not take_lock(file):
            say("別の起動が準備をしています。終わるまで待ちます。")
            while not take_lock(file):
                time.sleep(0.2)
        yield file.fileno()


def take_lock(file: BinaryIO) -> bool:
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
    import subprocess
    from importlib.util import find_spec

    if find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        from dxdesk import system_libraries

        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        refusal = system_libraries.add_packages("準備のための部品", [package])
        if refusal:
            raise SetUpStopped(refusal)
    python = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(
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


def show_progress(done: int, of: int) -> None:
    """One line: rewritten on a terminal, written once elsewhere."""
    if sys.stderr.isatty():
        say(f"\r準備をしています。数分かかることがあります（部品 {done}/{of}）", end="")
    elif done == 0:
        say(f"準備をしています。数分かかることがあります（部品 {of}個）")


def end_progress() -> None:
    if sys.stderr.isatty():
        say("")


def install(requirements: str, pins: list[str], lock: int) -> None:
    """Let pip install exactly the pinned files. The lock goes along: it holds as long as pip writes."""
    import subprocess

    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
    pip += ["--progress-bar", "off", "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", requirements]
    wheelhouse = os.environ.get("DXDESK_WHEELHOUSE")
    if wheelhouse:
        pip += ["--no-index", "--find-links", str(look_into_wheelhouse(Path(wheelhouse).expanduser(), pins))]
    process = subprocess.Popen(
        pip,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=() if os.name == "nt" else (lock,),
    )
    assert process.stdout is not None
    current, collected, log = "", 0, []
    for line in process.stdout:
        log.append(line)
        collecting = re.match(r"Collecting (\S+)", line)
        if collecting:
            current, collected = collecting.group(1), collected + 1
            show_progress(min(collected, len(pins) - 1), len(pins))
        if line.startswith("Installing collected packages"):
            STAMP.unlink(missing_ok=True)  # up to here all was fetched and nothing changed
    LOG.write_text("".join(log), encoding="utf-8")
    if process.wait():
        end_progress()
        raise SetUpStopped(installation_refusal("".join(log), current, requirements))
    show_progress(len(pins), len(pins))
    end_progress()


def look_into_wheelhouse(folder: Path, pins: list[str]) -> Path:
    """Return the folder when it holds a wheel for every pin; name all that are missing otherwise."""
    if not folder.is_dir():
        raise SetUpStopped(f"DXDESK_WHEELHOUSEのフォルダが見つかりません: {folder}")
    wheels = {tuple(wheel.name.split("-")[:2]) for wheel in folder.glob("*.whl")}
    have = {f"{re.sub('[-_.]+', '-', name).lower()}=={version}" for name, version in wheels}
    missing = [pin for pin in pins if pin not in have]
    if missing:
        raise SetUpStopped(f"DXDESK_WHEELHOUSEのフォルダ {folder} に、次の部品がありません: {'、'.join(missing)}")
    return folder


def installation_refusal(log: str, package: str, requirements: str) -> str:
    """Say from pip's own words what stopped it."""
    if "DO NOT MATCH THE HASHES" in log:
        return f"取り寄せた部品 {package} が、控えてある指紋とちがいます。使わずに止めました（くわしくは {LOG}）。"
    if "No space left on device" in log:
        return f"ディスクがいっぱいで、部品 {package} を置けませんでした。場所を空けて、もう一度始めてください。"
    return (
        f"部品 {package} を取り寄せられませんでした（くわしくは {LOG}）。\n"
        "ネットワークにつながるか確かめて、もう一度始めてください。つながらないパソコンでは、"
        "同じOS・同じPythonの別のパソコンで、このフォルダから次の1行を実行します。\n\n"
        "    python3 -m pip download --require-hashes --no-deps --only-binary :all: "
        f"-d wheelhouse -r {requirements}\n\n"
        "できたフォルダ wheelhouse を運び、その場所を環境変数 DXDESK_WHEELHOUSE に書いて始めてください。"
    )


# Going on


def go_on_in_venv(arguments: list[str]) -> int:
    """Replace this process by the Python of `.venv`; Windows has no such call and waits for a child."""
    os.environ.pop("PYTHONHOME", None)  # it would hide .venv from its own Python
    command = [str(VENV_PYTHON), str(ROOT / "main.py"), *arguments]
    if sys.platform != "win32":
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


def run_tests(arguments: list[str]) -> int:
    import subprocess

    one_process = {"--pdb", "--trace"} & set(arguments)
    workers = [] if one_process else ["-n", str(min(os.cpu_count() or 1, 4))]
    return subprocess.call([str(VENV_PYTHON), "-m", "pytest", *workers, *arguments], cwd=ROOT)


def run_checks() -> int:
    """Every check, also after one that failed, so that one run shows all there is to do."""
    import subprocess

    codes = []
    for check in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        say(f"== {' '.join(check)}")
        codes.append(subprocess.call([str(VENV_PYTHON), "-m", *check], cwd=ROOT))
    say("== pytest")
    codes.append(run_tests([]))
    return next((code for code in codes if code), 0)


def run(arguments: list[str]) -> int:
    """Carry the command out, now in the Python of `.venv`. Raises SetUpStopped when Qt misses a system library."""
    from dxdesk import app, system_libraries

    command = arguments[0] if arguments else ""
    screen = "drawing" if command in DEVELOPMENT_COMMANDS else app.screen_needed(arguments)
    refusal = system_libraries.look_for(screen, STAMP) if screen else None
    if refusal:
        raise SetUpStopped(refusal)
    if command == "test":
        return run_tests(arguments[1:])
    if command == "check":
        return run_checks()
    return app.main(arguments)


def main(arguments: list[str]) -> int:
    let_every_text_through()
    refusal = python_refusal(sys.version_info[:2])
    if refusal:
        say(refusal)
        return ENVIRONMENT
    development = bool(arguments) and arguments[0] in DEVELOPMENT_COMMANDS
    requirements = DEVELOPMENT_REQUIREMENTS if development else REQUIREMENTS
    try:
        if not is_ready(requirements):
            set_up(requirements)
        elif Path(sys.prefix).resolve() == VENV.resolve():
            return run(arguments)
        return go_on_in_venv(arguments)
    except SetUpStopped as stopped:
        say(str(stopped))
        return ENVIRONMENT
    except PermissionError as refused:
        say(f"{refused.filename} に書き込めないので、準備ができません。書き込めるフォルダに置いて始めてください。")
        return ENVIRONMENT
    except KeyboardInterrupt:
        say("\n途中でやめました。次に始めたとき、続きから行います。")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
