"""The process that opens a foreign spreadsheet: it knows nothing of the program, and what it may use is capped.

Run as ``python -m dxdesk.exchange.reply_form_child``: the file on standard input, JSON on standard output. Either
``{"sheets": [{"name", "cells": [[row, column, kind, text]], "formulas": [[row, column]], "merged": [[row, column, row,
column]]}]}`` with rows and columns from 0, or ``{"refused": code, "values": {…}}``.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Final

from dxdesk.exchange.reply_form_parts import CELLS, OLE, Extent, Refused, extents

FILE_BYTES: Final = 4 * 1024 * 1024
ANSWER_BYTES: Final = 8 * 1024 * 1024
MEMORY_BYTES: Final = 448 * 1024 * 1024
SECONDS: Final = 8


def written(value: object) -> tuple[str, str] | None:
    """The kind of a value and its text; None for an empty cell."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return "text", value
    if isinstance(value, bool):
        return "yes_no", "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return "number", str(value)
    if isinstance(value, float):
        return "number", str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return "day", value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return "day", value.isoformat()
    return "text", str(value) if isinstance(value, time | timedelta) else ""


def read(content: bytes) -> dict[str, object]:
    """The sheets of a file. Raises Refused."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    known = {each.name: each for each in extents(content)}
    sheets: list[dict[str, object]] = []
    room = CELLS
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            extent = known.get(name, Extent(name))
            extent.fill(*(sheet.end or (0, 0)), cells=0)
            cells = [
                [row, column, *found]
                for row, values in enumerate(sheet.to_python(skip_empty_area=False))
                for column, value in enumerate(values)
                if (found := written(value))
            ]
            cells += [[*at, "broken", "#"] for at in extent.broken]
            room -= len(cells)
            if room < 0:
                raise Refused("reply_form.too_many_cells")
            if content.startswith(OLE):
                for first, last in sheet.merged_cell_ranges or ():
                    extent.merge(*first, *last)
            sheets.append({"name": name, "cells": cells, "formulas": extent.formulas, "merged": extent.merged})
    except PasswordError:
        raise Refused("reply_form.locked") from None
    except (CalamineError, ValueError, OverflowError, OSError):
        raise Refused("reply_form.damaged") from None
    return {"sheets": sheets}


def set_limits() -> None:
    """Cap memory, time, files and processes where the system can."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: MEMORY_BYTES,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))


def main() -> int:
    """Read standard input, answer on standard output."""
    set_limits()
    try:
        content = sys.stdin.buffer.read(FILE_BYTES + 1)
        if len(content) > FILE_BYTES:
            raise Refused("reply_form.too_big", limit=FILE_BYTES // 1024 // 1024)
        answer = json.dumps(read(content)).encode("ascii")
        if len(answer) > ANSWER_BYTES:
            raise Refused("reply_form.too_many_cells")
    except Refused as refused:
        answer = json.dumps({"refused": refused.code, "values": refused.values}).encode("ascii")
    except (MemoryError, RecursionError):
        answer = json.dumps({"refused": "reply_form.stopped", "values": {}}).encode("ascii")
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
