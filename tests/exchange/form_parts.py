"""The parts of a spreadsheet as bytes, for those that no program would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from dxdesk.exchange.reply_form import form_workbook
from tests.reply_form_samples import form

SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {each.filename: parts.read(each) for each in parts.infolist()}


def packed(parts: Mapping[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


FORM = form_workbook(form())
FORM_PARTS = parts_of(FORM)


def with_sheet(old: str, new: str) -> bytes:
    """The form with something replaced once in the XML of its sheet."""
    assert old.encode() in FORM_PARTS[SHEET]
    return packed({**FORM_PARTS, SHEET: FORM_PARTS[SHEET].replace(old.encode(), new.encode(), 1)})


def open_document(body: str, manifest: str = "<none/>") -> bytes:
    """An .ods with one sheet of the rows given."""
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namespaces} office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="表">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    parts = {"mimetype": OPEN_DOCUMENT, "META-INF/manifest.xml": manifest, "content.xml": content}
    return packed({name: part.encode() for name, part in parts.items()})


def compound(*streams: str) -> bytes:
    """The beginning of an old Office file that names some streams."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return head + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams).ljust(4096, b"\0")
