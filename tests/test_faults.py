"""The faults that `python -m tests.faults.run` tries: each still fits the program, so that a stale one is noticed."""

import pytest

from tests.faults import run

FAULTS = run.all_faults()


def test_there_are_enough_faults_and_each_breaks_something_else() -> None:
    assert len(FAULTS) >= 24
    assert len({fault.breaks for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_fits_the_program_as_it_is(fault: run.Fault) -> None:
    assert run.apply(fault, run.ROOT, "--check"), f"{fault.patch} does not apply any more: make it anew"


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_test_file_that_a_fault_names_is_there(fault: run.Fault) -> None:
    for pattern in fault.tests:
        assert list((run.ROOT / "tests").glob(pattern)), pattern
