"""One engine, once, in a process of its own: ``python -m tests.bench.papers.one ENGINE INITIATIVES FILE``.

Prints as JSON the seconds of drawing (fonts included, imports not) and the memory in MiB at its highest, over what the
interpreter with the sample took before.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from time import perf_counter

ENGINES = {
    "canvas": ("raw_canvas", "write", "reportlab.pdfgen.canvas"),
    "own": ("own", "write", "dxdesk.documents.page"),
    "own-phrases": ("own", "write_phrases", "dxdesk.documents.page"),
    "platypus": ("platypus", "write", "reportlab.platypus"),
    "typst": ("by_typst", "write", "typst"),
    "fpdf2": ("by_fpdf2", "write", "fpdf"),
    "weasyprint": ("by_weasyprint", "write", "weasyprint"),
}
"""By its key: module, function, and what of the engine is imported before the clock runs."""


def highest() -> float | None:
    """The most memory this process has had, MiB; None where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM:"))


def main(engine: str, count: str, file: str) -> int:
    """Draw, and say how long it took; 1 with one sentence where the engine cannot be used here."""
    module, function, library = ENGINES[engine]
    from tests.bench.papers import sample

    papers = sample.make_papers(int(count))
    before = highest()
    try:
        importlib.import_module(library)
        if engine.startswith("own"):
            importlib.import_module("reportlab.pdfgen.canvas")
        write = getattr(importlib.import_module(f"tests.bench.papers.{module}"), function)
    except (ImportError, OSError) as missing:
        print(" ".join(str(missing).split())[:120], file=sys.stderr)
        return 1
    begun = perf_counter()
    write(papers, file)
    seconds = perf_counter() - begun
    after = highest()
    grown = None if after is None or before is None else after - before
    print(json.dumps({"seconds": seconds, "memory": grown}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
