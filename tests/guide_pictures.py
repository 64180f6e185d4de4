"""Draw the pictures of the guide anew: ``.venv/bin/python -m tests.guide_pictures [NAME …]``.

What the pages and the README name is drawn, on the sample of 河北町, with so few colours that it loads quickly;
pictures that no page names any more are removed. With names only those pictures are drawn, and the others stay.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
PICTURES = GUIDE / "pictures"
KEPT, COLOURS, APART = 96, 192, 5
"""Colours of a picture: the most frequent ones as they are, all together, and how far any two are apart."""
_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")


def pages() -> list[Path]:
    """The pages of the guide and both READMEs."""
    return [*sorted(GUIDE.glob("*.md")), ROOT / "README.md", ROOT / "README.ja.md"]


def named(page: Path) -> list[Path]:
    """The pictures that a page names, in their order."""
    return [(page.parent / target).resolve() for target in _PICTURE.findall(page.read_text(encoding="utf-8"))]


def few_colours(picture: Image.Image) -> Image.Image:
    """A picture in few colours: large areas keep theirs, everything else takes the nearest."""
    counted = picture.getcolors(picture.width * picture.height) or []
    found = [colour for _, colour in sorted(counted, key=lambda each: -each[0])[:KEPT]]
    few = picture.quantize(COLOURS - KEPT, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    found += [colour for _, colour in few.convert("RGB").getcolors(COLOURS) or []]
    kept: list[tuple[int, ...]] = []
    for colour in cast("list[tuple[int, ...]]", found):
        if all(max(abs(a - b) for a, b in zip(colour, each, strict=True)) >= APART for each in kept):
            kept.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept for part in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def draw(only: Sequence[str] = ()) -> None:
    """Draw what is named, by the command that draws every window. Raises SystemExit where that fails."""
    from dxdesk.app import main

    os.environ["TZ"] = "Asia/Tokyo"  # the moments of the sample are those of a Japanese town
    if hasattr(time, "tzset"):
        time.tzset()
    known = {picture.stem for page in pages() for picture in named(page)}
    wanted = sorted(known & set(only) if only else known)
    with tempfile.TemporaryDirectory() as folder:
        if code := main(["gallery", "--out", folder, "--plan", "kahoku", "--only", *wanted]):
            raise SystemExit(code)
        PICTURES.mkdir(exist_ok=True)
        for old in PICTURES.glob("*.png"):
            if old.stem not in known or old.stem in wanted:
                old.unlink()
        for scene in wanted:
            picture = Image.open(Path(folder) / f"画面_{scene}.png").convert("RGB")
            few_colours(picture).save(PICTURES / f"{scene}.png", optimize=True)


if __name__ == "__main__":
    draw(sys.argv[1:])
