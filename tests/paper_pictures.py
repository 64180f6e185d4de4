"""Draw the pictures of the papers anew: ``.venv/bin/python -m tests.paper_pictures``.

One page of every document that is printed, and of every part that only 会議資料一式 has, from the samples: of the plan
and at the moment of its year that show most, in few greys so that it loads quickly. Pictures of nothing are removed.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

from dxdesk.cli.plans import read_plan
from dxdesk.cli.sample_change import KINDS as OF_CHANGES
from dxdesk.cli.sample_change import change_papers
from dxdesk.cli.sample_moments import MOMENTS, make_moments, moment_file
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import CHOICES, PRINT_KINDS, PrintKind, Wanted
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.database import open_database
from dxdesk.store.queries import cycles, finding, plans
from dxdesk.wording.document_names import DOCUMENT_NAMES
from tests.documents.reading import squeezed
from tests.documents.sample_boards import load_plan, scene
from tests.documents.test_directions import printed as directions
from tests.documents.test_indicators import PAGES, RATE, WORDS
from tests.documents.test_indicators import printed as indicators

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ROOT / "docs" / "papers"
PICTURES = PAPERS / "pictures"
WORD: Final = "宿題"
SCALE: Final = 75 / 72
GREYS: Final = 16


@dataclass(frozen=True)
class Shown:
    """Of which document a picture is, and where that is printed: of which plan, at which moment of the sample year.

    The first page that holds ``words`` is drawn; ``at`` is when it is printed, where that is not the moment itself.
    """

    kind: PrintKind
    moment: str
    words: str = ""
    plan: str = "ogawara"
    at: str | None = None


def _name(kind: PrintKind) -> str:
    return DOCUMENT_NAMES[kind].format(word=WORD)


_COLLECTED: Final[tuple[PrintKind, ...]] = (
    "submission", "handwriting", "reminder", "missing", "confirmation",
)  # fmt: skip
_AFTERWARDS: Final[tuple[PrintKind, ...]] = (
    "minutes", "abstract", "gist", "public", "circulation", "actions",
)  # fmt: skip
_SENT: Final[tuple[PrintKind, ...]] = ("inquiry", "guidance")
_AHEAD: Final = "2025-01-30T09:00:00+09:00"
_PLAIN: Final[dict[PrintKind, Shown]] = {
    **{kind: Shown(kind, "planning") for kind in PRINT_KINDS},
    **{kind: Shown(kind, "collecting") for kind in _COLLECTED},
    **{kind: Shown(kind, "closed") for kind in _AFTERWARDS},
    **{kind: Shown(kind, "collecting", at="2025-01-10T09:00:00+09:00") for kind in _SENT},
    **{kind: Shown(kind, "planning", at=_AHEAD) for kind in ("approval", "invitation")},
    "schedule": Shown("schedule", "planning", plan="otaki"),
    "glossary": Shown("glossary", "planning", plan="kahoku"),
    "year-end": Shown("year-end", "year_end"),
    "sheet": Shown("sheet", "planning", "決めること"),
}
PACKET_ONLY: Final = {
    "出席者名簿": Shown("agenda", "planning", "出席者名簿令和"),
    "前回の決定と宿題の処理状況": Shown("packet", "planning", "1前回の決定"),
}
"""Parts that are nowhere but in 会議資料一式, and on the back of 次第."""

SHOWN: Final[dict[str, Shown]] = {**{_name(kind): shown for kind, shown in _PLAIN.items()}, **PACKET_ONLY}
"""What is drawn, by the name of its picture."""


def _indicators() -> bytes:
    """指標一覧 with an indicator of every kind, which no plan of the samples has."""
    plan = load_plan("ogawara")
    given = dict(zip((unit.id for unit in plan.units), (RATE, PAGES, WORDS), strict=False))
    nodes = (replace(each, indicators=(given[each.id],)) if each.id in given else each for each in plan.nodes)
    return indicators(scene(plan=replace(plan, nodes=tuple(nodes)))).pdf


MADE_UP: Final[dict[str, Callable[[], bytes]]] = {
    _name("indicators"): _indicators,
    _name("directions"): lambda: directions(scene("ogawara")).pdf,
}
"""Documents of which the sample year has nothing to show, from the samples of their tests."""


@dataclass
class _Year:
    """The sample year of a plan in a folder; made when something of it is first printed."""

    plan: str
    folder: Path
    made: bool = field(default=False)

    def pdf(self, shown: Shown) -> bytes:
        if not self.made:
            self.folder.mkdir()
            make_moments(self.folder, read_plan(self.plan))
            self.made = True
        database, now = moment_file(self.folder, shown.moment), shown.at or MOMENTS[shown.moment]
        with open_database(database) as opened:
            desk = Desk(opened, Actor("secretariat", (), "見本　事務局"), lambda: now)
            cycle = desk.ask(cycles.cycles)[-1]
            if shown.kind not in OF_CHANGES:
                own = CHOICES[shown.kind]
                meeting = desk.ask(finding.meeting).id if "meeting" in own else None
                department = desk.ask(plans.departments)[0].id if "department" in own else None
                wanted = Wanted(shown.kind, meeting=meeting, department=None if shown.kind == "sheet" else department)
                return desk.ask(print_document, cycle, wanted, desk.actor, now).pdf
        papers = change_papers(database, Actor("secretariat"), lambda: now, cycle)
        return next(printed.pdf for kind, printed in papers if kind == shown.kind)


def few_greys(picture: Image.Image) -> Image.Image:
    """A picture in few greys, black and white among them."""
    step = 255 // (GREYS - 1)
    found = picture.convert("L").point([round(value / step) for value in range(256)])
    small = Image.frombytes("P", found.size, found.tobytes())
    small.putpalette([part for grey in range(GREYS) for part in [grey * step] * 3])
    return small


def page_of(pdf: bytes, words: str) -> Image.Image:
    """The first page that holds some words. Raises ValueError where none does."""
    for page in pypdfium2.PdfDocument(pdf):
        if words in squeezed(page.get_textpage().get_text_range()):
            drawn: Image.Image = page.render(scale=SCALE).to_pil()
            return few_greys(drawn)
    raise ValueError(words)


def _drawn(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    years = {plan: _Year(plan, folder / plan) for plan in {shown.plan for shown in SHOWN.values()}}
    for name, shown in SHOWN.items():
        pdf = MADE_UP[name]() if name in MADE_UP else years[shown.plan].pdf(shown)
        yield name, page_of(pdf, shown.words)


def draw() -> None:
    """Draw them all. Raises Problem, StoreUnavailable."""
    os.environ["TZ"] = "Asia/Tokyo"  # the moments of the sample are those of a Japanese town
    if hasattr(time, "tzset"):
        time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        PICTURES.mkdir(parents=True, exist_ok=True)
        for old in PICTURES.glob("*.png"):
            old.unlink()
        for name, picture in _drawn(Path(folder)):
            picture.save(PICTURES / f"{name}.png", optimize=True, bits=4)


if __name__ == "__main__":
    draw()
