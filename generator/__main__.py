"""`python -m generator`."""

from __future__ import annotations

from generator.cli import main

if __name__ == "__main__":  # a spawned process of the annotator imports this module too
    main(prog_name="python -m generator")
