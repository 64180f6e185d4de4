from pathlib import Path

import pytest

from dxdesk.cli.slides import LATER_SLIDES, SLIDES
from tests.cli.commands import Town


@pytest.mark.parametrize("slide", SLIDES)
def test_every_slide_is_drawn_and_told_with_what_stands_on_it(slide: str, met: Town, tmp_path: Path) -> None:
    file = tmp_path / "slide.png"
    unit = ("--initiative", "7") if slide == "item" else ()
    said = met.value("draw", slide, "--out", str(file), "--size", "1366x768", *unit)
    assert {"file", "size", "pages", "texts", "symbols"} <= set(said)
    assert (said["file"], said["pages"]) == (str(file), 1)
    assert all(set(each) == {"text", "px"} for each in said["texts"])
    assert all(set(each) == {"code", "key"} for each in said["symbols"])
    shown = "".join(each["text"] for each in said["texts"])
    assert "セキュリティ対策" in shown
    assert "公表しない数" not in shown
    assert ("7", "ok") in {(each["code"], each["key"]) for each in said["symbols"]}
    content = file.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")) == (1366, 768)


@pytest.mark.parametrize("slide", ["roadmap", "trend"])
def test_larger_letters_make_more_pages_and_no_text_is_small(slide: str, met: Town, tmp_path: Path) -> None:
    file = tmp_path / "slide.png"
    said = met.value("draw", slide, "--out", str(file), "--size", "1440x1080", "--scale", "1.4")
    assert said["pages"] > 1
    assert min(each["px"] for each in said["texts"]) >= 36
    last = met.value(
        "draw", slide, "--out", str(file), "--size", "1440x1080", "--scale", "1.4", "--page", str(said["pages"])
    )
    assert {each["code"] for each in last["symbols"]}.isdisjoint(each["code"] for each in said["symbols"])


@pytest.mark.parametrize("slide", LATER_SLIDES)
def test_a_slide_that_comes_later_is_refused_in_one_sentence(slide: str, met: Town, tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    refusal = met.refusal("draw", slide, "--out", str(file))
    assert refusal["message"] == f"「draw {slide}」はまだ使えません。次の版から使えます。"
    assert not file.exists()


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("poster", "--out", "x.png"), "slide"),
        (("item", "--out", "x.png"), "initiative"),
        (("item", "--out", "x.png", "--initiative", "99"), "initiative"),
        (("board", "--out", "x.jpg"), "out"),
        (("board", "--out", "x.png", "--size", "wide"), "size"),
        (("board", "--out", "x.png", "--size", "100x100"), "size"),
        (("trend", "--out", "x.png", "--page", "9"), "page"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_drawn_is_refused_and_no_file_is_left(
    command: tuple[str, ...], place: str, met: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert met.refusal("draw", *command)["place"] == place
    assert [path.name for path in tmp_path.iterdir()] == ["town.db"]
