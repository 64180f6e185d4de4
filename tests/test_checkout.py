"""The set-up for real: small copies of the checkout whose only requirement is one wheel made here, and no network."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from dxdesk import checkout

COMMAND = """
import sys, pebble
def main(arguments):
    print(pebble.version, sys.prefix, *arguments)
    return 7
"""


def make_wheel(folder: Path, version: str) -> str:
    """Write the wheel of a package `pebble` and return the pin that takes exactly it."""
    wheel = folder / f"pebble-{version}-py3-none-any.whl"
    about = f"pebble-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("pebble.py", f"version = '{version}'\n")
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: pebble\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", f"pebble.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"pebble=={version} \\\n    --hash=sha256:{digest}\n"


class Copy:
    """A copy of the checkout's start, with a wheelhouse of its own."""

    def __init__(self, root: Path) -> None:
        self.root, self.wheelhouse = root, root / "wheelhouse"
        self.venv, self.stamp = root / ".venv", root / ".venv" / "stamp.txt"
        self.environment = {"DXDESK_WHEELHOUSE": str(self.wheelhouse)}

    def pin(self, text: str) -> None:
        (self.root / "requirements.txt").write_text(text, encoding="utf-8")

    def launch(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, str(self.root / "main.py"), *arguments],
            env={**os.environ, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def start(self, *arguments: str) -> tuple[int, str, str]:
        """Run to the end; return exit code, standard output and standard error."""
        process = self.launch(*arguments)
        out, err = process.communicate()
        return process.returncode, out, err


@pytest.fixture
def fresh(tmp_path: Path) -> Copy:
    """A checkout that was never started."""
    copy = Copy(tmp_path / "town hall")  # people have spaces in their folders
    (copy.root / "dxdesk").mkdir(parents=True)
    copy.wheelhouse.mkdir()
    shutil.copy(checkout.ROOT / "main.py", copy.root)
    for name in ("__init__", "app", "checkout", "system_libraries"):
        shutil.copy(checkout.ROOT / "dxdesk" / f"{name}.py", copy.root / "dxdesk")
    (copy.root / "dxdesk" / "cli.py").write_text(COMMAND, encoding="utf-8")
    copy.pin(make_wheel(copy.wheelhouse, "1.0"))
    return copy


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Hold the checkout that was set up first, for the others to copy."""
    return {}


@pytest.fixture
def ready(fresh: Copy, pattern: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A checkout whose set-up is done."""
    if not pattern:
        assert fresh.start("plans")[0] == 7
        pattern["venv"] = tmp_path_factory.mktemp("pattern") / ".venv"
        shutil.copytree(fresh.venv, pattern["venv"], symlinks=True)
    else:
        shutil.copytree(pattern["venv"], fresh.venv, symlinks=True)
    lines = [checkout.python_fact(), f"requirements.txt {digest_of(fresh.root / 'requirements.txt')}"]
    fresh.stamp.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return fresh


def digest_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_first_start_makes_the_environment_says_one_line_and_goes_on_in_it(fresh: Copy) -> None:
    code, out, err = fresh.start("plans", "--json", "見本")
    assert (code, out) == (7, f"1.0 {fresh.venv} plans --json 見本\n")
    assert err == "準備をしています。数分かかることがあります（部品 1個）\n"
    assert digest_of(fresh.root / "requirements.txt") in fresh.stamp.read_text(encoding="utf-8")


def test_a_later_start_says_nothing_and_needs_no_wheels(ready: Copy) -> None:
    shutil.rmtree(ready.wheelhouse)
    assert ready.start("plans") == (7, f"1.0 {ready.venv} plans\n", "")


def test_changed_pins_are_brought_in_by_the_next_start(ready: Copy) -> None:
    ready.pin(make_wheel(ready.wheelhouse, "1.1"))
    code, out, err = ready.start("plans")
    assert (code, out.split()[0]) == (7, "1.1")
    assert "部品 1個" in err


def test_a_set_up_killed_in_the_middle_is_done_afresh_by_the_next_start(fresh: Copy) -> None:
    (wheel,) = fresh.wheelhouse.iterdir()
    whole = wheel.rename(fresh.root / wheel.name)
    os.mkfifo(wheel)  # whoever reads it waits: however fast it is, the set-up is not through
    process = fresh.launch("plans")
    while not (fresh.venv / "bin").exists() and process.poll() is None:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    wheel.unlink()
    whole.rename(wheel)
    assert not fresh.stamp.exists()
    assert fresh.start("plans")[:2] == (7, f"1.0 {fresh.venv} plans\n")


def test_an_environment_without_its_stamp_is_made_afresh_whatever_it_holds(ready: Copy) -> None:
    ready.stamp.unlink()
    (module,) = ready.venv.rglob("pebble.py")
    module.write_text("half a fi", encoding="utf-8")
    assert ready.start("plans")[:2] == (7, f"1.0 {ready.venv} plans\n")


def test_an_environment_of_another_python_is_made_afresh(ready: Copy) -> None:
    facts = ready.stamp.read_text(encoding="utf-8")
    ready.stamp.write_text(facts.replace("python 3.", "python 2."), encoding="utf-8")
    (module,) = ready.venv.rglob("pebble.py")
    module.unlink()
    assert ready.start("plans")[:2] == (7, f"1.0 {ready.venv} plans\n")


def test_an_environment_whose_python_is_gone_is_made_afresh(ready: Copy) -> None:
    python = ready.venv / "bin" / "python"
    python.unlink()
    python.symlink_to(ready.root / "gone")
    assert ready.start("plans")[:2] == (7, f"1.0 {ready.venv} plans\n")


def test_two_starts_at_once_set_up_once(fresh: Copy) -> None:
    starts = [fresh.launch("plans"), fresh.launch("board")]
    told = [start.communicate() for start in starts]
    assert [start.returncode for start in starts] == [7, 7]
    assert [out.split()[-1] for out, _ in told] == ["plans", "board"]
    progress = "".join(err for _, err in told)
    assert progress.count("準備をしています。数分") == 1
    assert progress.count("別の起動が準備をしています。") == 1


def test_a_wheelhouse_names_every_part_it_lacks_and_nothing_is_changed(ready: Copy) -> None:
    before = ready.stamp.read_bytes()
    pins = (
        make_wheel(ready.wheelhouse, "2.0")
        + "granite-stone==3.1 \\\n    --hash=sha256:00\nmoss==0.1 \\\n    --hash=sha256:00\n"
    )
    ready.pin(pins)
    code, out, err = ready.start("plans")
    assert (code, out) == (3, "")
    assert (
        err
        == f"DXDESK_WHEELHOUSEのフォルダ {ready.wheelhouse} に、次の部品がありません: granite-stone==3.1、moss==0.1\n"
    )
    assert ready.stamp.read_bytes() == before


def test_a_wheelhouse_that_is_not_there_is_named(fresh: Copy) -> None:
    shutil.rmtree(fresh.wheelhouse)
    code, _, err = fresh.start("plans")
    assert code == 3
    assert err == f"DXDESK_WHEELHOUSEのフォルダが見つかりません: {fresh.wheelhouse}\n"


def test_a_part_that_is_not_the_pinned_one_is_refused_and_what_was_there_goes_on_working(ready: Copy) -> None:
    good = (ready.root / "requirements.txt").read_text(encoding="utf-8")
    ready.pin(make_wheel(ready.wheelhouse, "1.1").replace("sha256:", "sha256:0123")[:-5] + "\n")
    code, _, err = ready.start("plans")
    assert code == 3
    assert "指紋とちがいます" in err
    ready.pin(good)
    assert ready.start("plans") == (7, f"1.0 {ready.venv} plans\n", "")


def test_without_a_network_the_missing_part_and_the_wheelhouse_are_named(ready: Copy) -> None:
    ready.environment = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": str(ready.root)}
    good = (ready.root / "requirements.txt").read_text(encoding="utf-8")
    ready.pin(good.replace("1.0", "1.1"))
    code, _, err = ready.start("plans")
    assert code == 3
    assert "部品 pebble==1.1 を取り寄せられませんでした" in err
    assert "DXDESK_WHEELHOUSE" in err
    ready.pin(good)
    assert ready.start("plans") == (7, f"1.0 {ready.venv} plans\n", "")


def test_what_the_program_is_measured_against_comes_in_beside_the_rest_or_says_why_not(ready: Copy) -> None:
    def add() -> str:
        command = [
            str(ready.venv / "bin" / "python"),
            "-c",
            "from dxdesk import checkout; checkout.say(str(checkout.add_bench_tools()))",
        ]
        environment = {**os.environ, **ready.environment}
        done = subprocess.run(
            command, cwd=ready.root, env=environment, capture_output=True, encoding="utf-8", check=True
        )
        return done.stderr

    bench = ready.root / checkout.BENCH_REQUIREMENTS
    bench.write_text("moss==0.1 \\\n    --hash=sha256:00\n", encoding="utf-8")
    assert "次の部品がありません: moss==0.1" in add()
    assert ready.start("plans") == (7, f"1.0 {ready.venv} plans\n", "")
    bench.write_text(make_wheel(ready.wheelhouse, "1.1"), encoding="utf-8")
    assert add().endswith("None\n")
    assert digest_of(bench) in ready.stamp.read_text(encoding="utf-8")
    assert ready.start("plans") == (7, f"1.1 {ready.venv} plans\n", "")


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ("Collecting a==1\nERROR: No matching distribution found for a==1\n", "部品 a==1 を取り寄せられませんでした"),
        ("ERROR: could not connect\n", "部品を取り寄せられませんでした"),
        ("Collecting b==2\n[Errno 28] No space left on device\n", "ディスクがいっぱいで、部品 b==2 を"),
    ],
)
def test_what_stopped_the_installation_is_said_plainly(log: str, words: str) -> None:
    assert words in checkout.installation_refusal(log, "requirements.txt")


def test_pins_for_other_systems_are_not_counted() -> None:
    names = {pin.split("==")[0] for pin in checkout.read_pins("requirements-dev.txt")}
    assert {"pytest", "pyside6-essentials"} <= names
    assert ("colorama" in names) == (sys.platform == "win32")


def test_the_development_pins_hold_every_pin_of_the_program() -> None:
    assert set(checkout.read_pins("requirements.txt")) <= set(checkout.read_pins("requirements-dev.txt"))


def test_what_the_program_is_measured_against_changes_nothing_of_the_development_set() -> None:
    ours = dict(pin.split("==") for pin in checkout.read_pins("requirements-dev.txt"))
    theirs = dict(pin.split("==") for pin in checkout.read_pins("requirements-bench.txt"))
    assert {"fpdf2", "typst", "weasyprint"} <= set(theirs)
    assert {name: version for name, version in theirs.items() if ours.get(name, version) != version} == {}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"])
def test_every_pin_has_a_hash_and_no_address_stands_in_the_lock(name: str) -> None:
    text = (checkout.ROOT / name).read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if line[:1].isalnum()]
    assert all("==" in pin and pin.endswith("\\") for pin in pins)
    assert "://" not in text
