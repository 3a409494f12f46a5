"""Pages pasted whole, from `pasted.md`: the whole body and all metadata of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case, cases
from tests.clean.test_pages import test_page as holds


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("pasted.md")))
def test_pasted(case: Case) -> None:
    holds(case)
