"""PDF files that somebody else made, put behind a packet: their pages as they print, and nothing that acts."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from dxdesk.documents.ink import POINTS
from dxdesk.domain.errors import Problem

MOST_BYTES: Final = 100_000_000
MOST_PAGES: Final = 1000

_KEPT: Final = frozenset(
    {"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group", "/UserUnit"}
)
"""What makes a page look as it does. Annotations are drawn into it first; actions, files and data are left behind."""

_ACTIVE: Final = frozenset(
    {"/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/EmbeddedFiles", "/EF", "/AF", "/RichMediaContent"}
)
"""Left out wherever they stand."""

_OF_STREAMS: Final = frozenset({"/F", "/FFilter", "/FDecodeParms", "/OPI", "/Ref", "/PS", "/Metadata", "/PieceInfo"})
"""In a stream these point to other files, or hold another program's data or a printer's program."""

_NAMED: Final = frozenset({"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties"})
"""Lists of resources, whose keys are names that a page made up."""

_NOT_DRAWN: Final = frozenset(
    {"/Link", "/Popup", "/Movie", "/Screen", "/Sound", "/RichMedia", "/3D", "/FileAttachment"}
)
_HIDDEN, _PRINTED = 2, 4


@dataclass(frozen=True)
class AppendedPdf:
    """Pages to be put behind a packet: the name that 配布資料 lists, a PDF of nothing but pages, their sizes in mm.

    ``digest`` is the SHA-256 in hex of the file as it was.
    """

    name: str
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    digest: str


def read_pdf(name: str, content: bytes) -> AppendedPdf:
    """The pages of a file. Raises Problem (packet.too_large, packet.encrypted, packet.hidden,
    packet.no_pdf, packet.too_many)."""
    if len(content) > MOST_BYTES:
        raise _refused("packet.too_large", name, most=MOST_BYTES // 1_000_000)
    try:
        with _unremarked():
            found = _pages_of(name, content)
    except Problem:
        raise
    except Exception as error:  # the file may be anything, and so may what reading it runs into
        raise _refused("packet.no_pdf", name) from error
    pdf, sizes = found
    return AppendedPdf(name, pdf, sizes, hashlib.sha256(content).hexdigest())


def put_behind(pdf: bytes, appended: Sequence[tuple[AppendedPdf, str, int]]) -> bytes:
    """A PDF with others behind it: each with its bookmark and the number (from 1) that its first page has."""
    import pypdf
    from pypdf.constants import PageLabelStyle

    if not appended:
        return pdf
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for each, title, number in appended:
        first = len(writer.pages)
        for page in pypdf.PdfReader(io.BytesIO(each.pdf)).pages:
            writer.add_page(page)
        writer.add_outline_item(title=title, page_number=first)
        if first + 1 != number:
            writer.set_page_label(first, len(writer.pages) - 1, style=PageLabelStyle.DECIMAL, start=number)
    return _written(writer)


@contextmanager
def _unremarked() -> Iterator[None]:
    """Without what the reader of PDF files says of a broken one: what is the matter is said in one sentence."""
    reader = logging.getLogger("pypdf")
    before = reader.level
    reader.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        reader.setLevel(before)


def _refused(code: str, name: str, **values: object) -> Problem:
    return Problem(code, "append", {"file": name, **values})


def _written(writer: Any) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _pages_of(name: str, content: bytes) -> tuple[bytes, tuple[tuple[float, float], ...]]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise _refused("packet.encrypted", name)
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise _refused("packet.too_many", name, most=MOST_PAGES)
    if not count:
        raise _refused("packet.no_pdf", name)
    if _has_hidden_layers(reader.root_object):
        raise _refused("packet.hidden", name)
    writer = pypdf.PdfWriter()
    sizes = []
    for page in reader.pages:
        made = writer.add_page(page)
        _draw_annotations(writer, made)
        for key in set(made) - _KEPT - {"/Parent"}:
            del made[key]
        width, height = float(made.cropbox.width), float(made.cropbox.height)
        if not (1 < width < 20_000 and 1 < height < 20_000):
            raise _refused("packet.no_pdf", name)
        lying = (made.rotation // 90) % 2
        sizes.append((height, width) if lying else (width, height))
        _make_quiet(made.get("/Resources"))
    for key in [key for key in writer.root_object if key not in ("/Type", "/Pages")]:
        del writer.root_object[key]
    clean = _written(writer)
    again = pypdf.PdfWriter()  # takes along only what pages lead to: what was left out stands nowhere any more
    for page in pypdf.PdfReader(io.BytesIO(clean)).pages:
        again.add_page(page)
    return _written(again), tuple((width / POINTS, height / POINTS) for width, height in sizes)


def _has_hidden_layers(root: Any) -> bool:
    """Whether layers are switched off: behind the packet nothing would hide them any more."""
    layers = root["/OCProperties"].get_object() if "/OCProperties" in root else {}
    usual = layers["/D"].get_object() if "/D" in layers else {}
    return usual.get("/BaseState") == "/OFF" or bool(usual["/OFF"].get_object() if "/OFF" in usual else ())


def _make_quiet(start: Any) -> None:
    """Take what acts, or leads out of the file, from everything that resources lead to."""
    from pypdf.generic import DictionaryObject, StreamObject

    waiting, seen = [(start, False)], set()
    while waiting:
        thing, names = waiting.pop()
        found = thing.get_object() if hasattr(thing, "get_object") else thing
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, DictionaryObject):
            active = _ACTIVE | (_OF_STREAMS if isinstance(found, StreamObject) else frozenset())
            for key in [key for key in found if key in active and not names]:
                del found[key]
            waiting += [(value, key in _NAMED and not names) for key, value in found.items()]
        elif isinstance(found, list):
            waiting += [(value, False) for value in found]


def _draw_annotations(writer: Any, page: Any) -> None:
    """Draw what is stuck onto a page and would be printed (stamps, filled fields) into the page itself."""
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

    drawn = list(_appearances(page))
    if not drawn:
        return
    resources = page.setdefault(NameObject("/Resources"), DictionaryObject()).get_object()
    forms = resources.setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    operators = []
    for at, (form, matrix) in enumerate(drawn):
        key = f"/Appended{at}"
        forms[NameObject(key)] = form
        operators.append(f"q {' '.join(f'{value:.5f}' for value in matrix)} cm {key} Do Q")

    def stream(text: str) -> Any:
        made = StreamObject()
        made.set_data(text.encode("ascii"))
        return writer._add_object(made)

    before = page.get("/Contents")
    resolved = before.get_object() if before is not None else None
    content = list(resolved) if isinstance(resolved, ArrayObject) else [before] if before is not None else []
    page[NameObject("/Contents")] = ArrayObject([stream("q\n"), *content, stream("\nQ\n" + "\n".join(operators))])


def _appearances(page: Any) -> Iterator[tuple[Any, tuple[float, ...]]]:
    """The printed look of each annotation (a form) with the matrix that puts it in its place."""
    from pypdf.generic import StreamObject

    annotations = page["/Annots"].get_object() if "/Annots" in page else ()
    for each in annotations:
        annotation = each.get_object()
        flags = int(annotation.get("/F", 0))
        if annotation.get("/Subtype") in _NOT_DRAWN or flags & _HIDDEN or not flags & _PRINTED:
            continue
        looks = annotation["/AP"].get_object() if "/AP" in annotation else None
        form = looks.raw_get("/N") if looks is not None and "/N" in looks else None
        if form is not None and not isinstance(form.get_object(), StreamObject):
            states, state = form.get_object(), annotation.get("/AS")
            form = states.raw_get(state) if state in states else None
        if form is not None and isinstance(form.get_object(), StreamObject):
            matrix = _matrix(form.get_object(), [float(side) for side in annotation["/Rect"]])
            if matrix is not None:
                yield form, matrix


def _matrix(form: Any, place: list[float]) -> tuple[float, ...] | None:
    """What moves and stretches a form, by its own box and matrix, into its place; None for a form without a size."""
    box = [float(side) for side in form["/BBox"]]
    a, b, c, d, e, f = (float(value) for value in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    if right <= left or high <= low:
        return None
    wide = (max(place[0], place[2]) - min(place[0], place[2])) / (right - left)
    tall = (max(place[1], place[3]) - min(place[1], place[3])) / (high - low)
    return (wide, 0.0, 0.0, tall, min(place[0], place[2]) - left * wide, min(place[1], place[3]) - low * tall)
