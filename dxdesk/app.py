"""Join everything once: the desk's window, or a command."""

import os
import sys
from pathlib import Path

DRAWING_COMMANDS = {"demo", "draw", "gallery"}
WINDOW_PLATFORMS = ("", "xcb", "wayland")


def opens_window(arguments: list[str]) -> bool:
    """Tell whether the arguments ask for the desk itself: none, one file, or one database and no command."""
    if not arguments:
        return True
    if len(arguments) == 1:
        return names_file(arguments[0])
    return len(arguments) == 2 and arguments[0] == "--database"


def names_file(argument: str) -> bool:
    """Tell a file or database address from a command: commands have neither a dot nor a slash, nor exist as files."""
    if argument.startswith("-"):
        return False
    return any(mark in argument for mark in "./\\") or Path(argument).is_file()


def has_display() -> bool:
    """Tell whether a window can be shown. Only on Linux is that in doubt; QT_QPA_PLATFORM settles it."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def screen_needed(arguments: list[str]) -> str | None:
    """Tell what Qt must be able to do for these arguments: `window`, `drawing`, or nothing (None)."""
    if opens_window(arguments):
        platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0].split("-")[0]
        return "window" if has_display() and platform in WINDOW_PLATFORMS else "drawing"
    return "drawing" if DRAWING_COMMANDS & set(arguments) else None


def main(arguments: list[str] | None = None) -> int:
    """Run dxdesk with the arguments (default: those of the process) and return its exit code.

    0 done, 1 input or rule, 2 usage, 3 environment, 130 stopped with Ctrl+C.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a console that is not UTF-8 must not stop the program
    if opens_window(arguments) and has_display():
        from dxdesk import opening
        from dxdesk.ui import application

        target = arguments[-1] if arguments else None
        return application.run(target, opening.doors())
    from dxdesk import cli

    if opens_window(arguments):
        sys.stderr.write("画面が見つからないので、見本を out フォルダにつくります。\n")
        arguments = ["demo", "--out", "out"]
    if DRAWING_COMMANDS & set(arguments):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return cli.main(arguments)
