"""What mail programs and editors do to a package: it is read all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.packages import PackageKind
from tests.exchange.package_samples import (
    FEW,
    head,
    lines,
    opened,
    written,
)


def wrapped(text: str, width: int) -> str:
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width))


POST: dict[str, Callable[[str], str]] = {
    "LF": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "CRLF twice": lambda text: text.replace("\n", "\r\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "spaces at line ends": lambda text: text.replace("\n", "  \n"),
    "tabs before lines": lambda text: "".join("\t" + line for line in text.splitlines(keepends=True)),
    "spaces before lines": lambda text: "".join("    " + line for line in text.splitlines(keepends=True)),
    "full-width spaces before the head": lambda text: text.replace("\n町", "\n　町"),
    "blank lines around": lambda text: "\n\n" + text + "\n\n \n",
    "no line end at the end": str.rstrip,
    "full-width colons": lambda text: text.replace(": ", "："),
    "a blank line within": lambda text: text[:-60] + "\n\n" + text[-60:],
}


@pytest.mark.parametrize("way", POST)
@pytest.mark.parametrize("kind", ["reply", "inquiry"])
def test_a_package_survives_the_post(kind: PackageKind, way: str) -> None:
    file, package = written(kind)
    text = file.decode("utf-8").replace("\r\n", "\n")
    assert opened(POST[way](text).encode("utf-8")) == package


@pytest.mark.parametrize("width", range(60, 77, 4))
@pytest.mark.parametrize("way", ["LF", "CRLF", "CR", "byte order mark", "spaces before lines", "tabs before lines"])
def test_a_package_survives_being_wrapped(width: int, way: str) -> None:
    long = "とても長い計画の名前" * 12
    file, package = written("reply", head=head("reply", plan=long, cycle=f"{long} 第2回"))
    text = wrapped(file.decode("utf-8").replace("\r\n", "\n"), width)
    assert opened(POST[way](text).encode("utf-8")) == package


@FEW
@given(st.integers(60, 76), st.integers(0, 8), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), lines)
def test_a_package_survives_several_of_these_at_once(width: int, indent: int, end: str, mark: bool, town: str) -> None:
    file, package = written("return", head=head("return", town=town.replace("\u2028", "")))
    text = wrapped(file.decode("utf-8").replace("\r\n", "\n"), width)
    lines = [" " * indent + line for line in text.split("\n")]
    assert opened((("\ufeff" if mark else "") + end.join(lines)).encode("utf-8")) == package
