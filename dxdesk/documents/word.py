"""Word files made from a form that a town edits in Word: a .docx in which {{ 日時 }} stands for a text.

A form is somebody's file. It may name texts, repeat rows and leave parts out; it can neither call nor reckon, so it
costs no more than what it shows. What it shows is data: never markup, a field or another {{ 日時 }}.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from dxdesk import paths
from dxdesk.domain.errors import Problem

MOST_BYTES: Final = 20_000_000
"""Of a form, as it lies on the disk and unpacked."""

MOST_PARTS: Final = 500
DEEPEST: Final = 3
"""So many loops may stand within each other."""

_ELSEWHERE: Final = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
"""Tags that would look into another file."""

_FILTERS: Final = ("length", "join", "first", "last", "default")
_QUOTED: Final = 40
_PROPERTY: Final = 255
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_BROKEN = (
    PackageNotFoundError, SyntaxError, KeyError, ValueError, AttributeError, IndexError, TypeError,
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RecursionError,
)  # fmt: skip
"""What the libraries raise at a file that is no document."""


class _FormEnvironment(SandboxedEnvironment):
    """Names, loops and conditions; nothing is called, multiplied or formatted."""

    intercepted_binops = frozenset(["*", "**", "%", "//", "/", "-", "+"])

    def is_safe_callable(self, obj: object) -> bool:
        return False

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        raise SecurityError(operator)


def _environment() -> _FormEnvironment:
    environment = _FormEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    return environment


def _data(value: object) -> object:
    """A text so that it stays what it is: no character of it is markup, and none begins a tag of the form."""
    if isinstance(value, str):
        return Markup(escape(value).translate({ord("{"): "&#123;", ord("}"): "&#125;"}))  # noqa: S704 - escaped just here
    if isinstance(value, Mapping):
        return {name: _data(each) for name, each in value.items()}
    return [_data(each) for each in value] if isinstance(value, list) else value


def form_in_use(name: str) -> Path:
    """The town's own form of a name where there is one in the data folder, else that of the program."""
    own = paths.own_form(name)
    return own if own.is_file() else paths.data_root() / "resources" / "forms" / name


def read_form(form: Path | None, name: str) -> tuple[str, bytes]:
    """What a form's file is called and what is in it; None is the form of ``name`` that is in use. Raises Problem."""
    chosen = form or form_in_use(name)
    try:
        with chosen.open("rb") as file:
            return chosen.name, file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Problem("file.unreadable", "form", {"file": str(chosen)}) from error


def _refuse(code: str, name: str, **values: object) -> Problem:
    return Problem(code, "form", {"file": name, **values})


def _check_size(form: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(form)) as parts:
        entries = parts.infolist()
        if len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > MOST_BYTES:
            raise _refuse("form.too_large", name)
        for each in entries:
            with parts.open(each) as content:
                unpacked = content.read(each.file_size + 1)
            if len(unpacked) > each.file_size:
                raise _refuse("form.too_large", name)
            if each.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in unpacked:
                raise _refuse("form.not_word", name)


def _depth(node: nodes.Node) -> int:
    return max((_depth(each) for each in node.iter_child_nodes()), default=0) + isinstance(node, nodes.For)


def _sources(template: DocxTemplate) -> Iterator[str]:
    """What is filled: the body, heads and feet, each paragraph on a line of its own."""
    yield _in_lines(template.patch_xml(template.get_xml()))
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield _in_lines(template.patch_xml(template.get_part_xml(part)))


def _in_lines(source: str) -> str:
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)


def _check_tags(source: str, environment: _FormEnvironment, words: Mapping[str, object], name: str) -> None:
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        line = re.sub(r"<[^>]*>", "", source.split("\n")[error.lineno - 1])
        raise _refuse("form.syntax", name, text=line.strip()[:_QUOTED]) from error
    forbidden = next(tree.find_all(_ELSEWHERE), None)
    if forbidden is not None:
        raise _refuse("form.forbidden", name, text=type(forbidden).__name__.lower())
    unknown = sorted(meta.find_undeclared_variables(tree) - set(words))
    if unknown:
        raise _refuse("form.unknown", name, text=unknown[0])
    if _depth(tree) > DEEPEST:
        raise _refuse("form.forbidden", name, text="{% for %}")


def _named(error: TemplateError) -> str:
    """What an error of the form is about: the last name it quotes."""
    quoted = re.findall(r"'([^']*)'", str(error))
    return quoted[-1] if quoted else str(error)


def _refused(error: SecurityError) -> str:
    """What the sandbox stopped: the name it quotes first, the sign of a reckoning, or a call."""
    if "callable" in str(error):
        return "( )"
    quoted = re.findall(r"'([^']*)'", str(error))
    return quoted[0] if quoted else str(error)


def _repacked(document: bytes) -> bytes:
    """The same parts with no moment of their making, so that the same minutes give the same bytes."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as parts, zipfile.ZipFile(found, "w") as packed:
        for each in parts.infolist():
            entry = zipfile.ZipInfo(each.filename, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, parts.read(each))
    return found.getvalue()


def check_form(form: bytes, name: str, *tried: Mapping[str, object]) -> None:
    """Raise Problem where a .docx cannot be a form, saying what in it stands in the way: it is filled with all words
    ``tried``, those with everything to show and those with hardly anything.

    ``name`` is what the file is called. Problem: as ``fill_form``, and form.empty where all come out alike.
    """
    filled = {fill_form(form, name, words, title="", author="") for words in tried}
    if len(filled) == 1:
        raise _refuse("form.empty", name)


def fill_form(form: bytes, name: str, words: Mapping[str, object], *, title: str, author: str) -> bytes:
    """The .docx of a form with words in it; ``name`` is what the form's file is called.

    The same form and words give the same bytes.
    Raises Problem: form.not_word, form.too_large, form.syntax, form.unknown, form.forbidden.
    """
    if len(form) > MOST_BYTES:
        raise _refuse("form.too_large", name)
    environment = _environment()
    values = {key: _data(value) for key, value in words.items()}
    found = io.BytesIO()
    try:
        _check_size(form, name)
        template = DocxTemplate(io.BytesIO(form))
        template.init_docx()
        for source in _sources(template):
            _check_tags(source, environment, words, name)
        template.render(values, environment, autoescape=True)
        properties = template.core_properties
        properties.title, properties.author = title[:_PROPERTY], author[:_PROPERTY]
        template.save(found)
    except SecurityError as error:
        raise _refuse("form.forbidden", name, text=_refused(error)) from error
    except UndefinedError as error:
        raise _refuse("form.unknown", name, text=_named(error)) from error
    except TemplateError as error:
        raise _refuse("form.syntax", name, text=_named(error)) from error
    except _BROKEN as error:
        raise _refuse("form.not_word", name) from error
    return _repacked(found.getvalue())
