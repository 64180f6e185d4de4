"""Start dxdesk from a fresh checkout with nothing but Python.

On first use this makes `.venv` beside itself, then it replaces itself by the Python of `.venv` and goes on: `test`,
`check` and `bench` run and measure the project, everything else is the desk or a command of dxdesk. Before anything
opens a window or draws, the libraries that Qt needs from the system are looked for.

Readable for Python 3.8, so that an old Python gets a sentence instead of a syntax error.
Exit code 3: the environment (Python, network, disk, system libraries) has to be put right first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

FIRST_PYTHON, AFTER_LAST_PYTHON = (3, 11), (3, 14)
DEVELOPMENT_COMMANDS = ("test", "check", "bench")
ENVIRONMENT = 3


def main(arguments: list[str]) -> int:
    """Set up where needed and carry the command out; return its exit code."""
    let_every_text_through()
    refusal = python_refusal(sys.version_info[:2])
    if refusal:
        print(refusal, file=sys.stderr)
        return ENVIRONMENT
    from dxdesk import checkout

    development = bool(arguments) and arguments[0] in DEVELOPMENT_COMMANDS
    requirements = checkout.DEVELOPMENT_REQUIREMENTS if development else checkout.REQUIREMENTS
    try:
        if not checkout.is_ready(requirements):
            checkout.set_up(requirements)
        elif Path(sys.prefix).resolve() == checkout.VENV.resolve():
            return run(arguments)
        return go_on_in_venv(arguments)
    except checkout.SetUpStopped as stopped:
        print(stopped, file=sys.stderr)
        return ENVIRONMENT
    except KeyboardInterrupt:
        print("\n途中でやめました。", file=sys.stderr)
        return 130


def let_every_text_through() -> None:
    """A console that is not UTF-8 gets escapes for what it cannot show instead of a crash; without one (`pythonw.exe`)
    nobody reads what is said."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open to the end)
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def python_refusal(version: tuple[int, int]) -> str | None:
    """Return the sentence for a Python (major, minor) that dxdesk does not run on, None for a good one."""
    if FIRST_PYTHON <= version < AFTER_LAST_PYTHON:
        return None
    return f"dxdeskを動かすには、Python 3.11・3.12・3.13のどれかが必要です（いまは{version[0]}.{version[1]}です）。"


def go_on_in_venv(arguments: list[str]) -> int:
    """Replace this process by the Python of `.venv`; Windows has no such call and waits for a child."""
    from dxdesk import checkout

    os.environ.pop("PYTHONHOME", None)  # it would hide .venv from its own Python
    without_console = Path(sys.executable).name.lower() == "pythonw.exe"
    python = checkout.VENV_PYTHON.with_name("pythonw.exe") if without_console else checkout.VENV_PYTHON
    command = [str(python), str(checkout.ROOT / "main.py"), *arguments]
    if sys.platform != "win32":
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


def run(arguments: list[str]) -> int:
    """Carry the command out, now in the Python of `.venv`. Raises SetUpStopped when Qt misses a system library."""
    from dxdesk import app, checkout

    command = arguments[0] if arguments else ""
    screen = "drawing" if command in DEVELOPMENT_COMMANDS else app.screen_needed(arguments)
    if screen and f"screen {screen}" not in checkout.stamped_facts():
        from dxdesk import system_libraries

        refusal = system_libraries.look_for(screen)
        if refusal:
            raise checkout.SetUpStopped(refusal)
        checkout.stamp(f"screen {screen}")
    if command == "test":
        return run_tests(arguments[1:])
    if command == "check":
        return run_checks()
    if command == "bench":
        if "--papers" in arguments:
            trouble = checkout.add_bench_tools()
            if trouble:
                print(f"{trouble}\n入っているものだけをはかります。", file=sys.stderr)
        return run_module("tests.bench", *arguments[1:])
    return app.main(arguments)


def run_tests(arguments: list[str]) -> int:
    """Run the tests on as many processes as the machine has cores for, at most four."""
    one_process = {"--pdb", "--trace"} & set(arguments)
    # Half of the tests to each, in their order, and then the rest of the slower one: what several tests share is made
    # in one process only, most of it.
    workers = [] if one_process else ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]
    return run_module("pytest", *workers, *arguments)


def run_checks() -> int:
    """Run every check, also after one that failed, so that one run shows all there is to do."""
    codes = [run_module("ruff", "check"), run_module("ruff", "format", "--check"), run_module("mypy"), run_tests([])]
    return next((code for code in codes if code), 0)


def run_module(*command: str) -> int:
    import subprocess

    return subprocess.call([sys.executable, "-m", *command], cwd=Path(__file__).resolve().parent)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
