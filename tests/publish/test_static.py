from __future__ import annotations

from generator.publish.static import PARTS, SCRIPT, assets


def test_every_part_of_the_script_is_in_it_once() -> None:
    assert sorted(PARTS) == sorted(path.stem for path in SCRIPT.glob("*.js"))
    whole = assets()["assets/digest/digest.js"].decode()
    assert all(whole.count((SCRIPT / f"{name}.js").read_text(encoding="utf-8")) == 1 for name in PARTS)


def test_a_part_says_what_its_job_is() -> None:
    assert all((SCRIPT / f"{name}.js").read_text(encoding="utf-8").startswith("/* ") for name in PARTS)
