"""The templates as Python compiled them, kept beside the package's own compiled modules.

In: a template that Jinja asks for. Out: its code, where an earlier run left it: to compile all takes half a second.
It is code, and so stands where Python itself keeps code, never in the cache of a digest: that may have come with a
foreign repository.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator.code import code
from generator.files import write_whole


class TemplateCode(BytecodeCache):
    """Keeps the code of the templates of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source_checksum(self, source: str) -> str:
        """Return what the code of a template depends on: its words, and all that has a part in compiling it."""
        return f"{super().get_source_checksum(source)} {jinja2.__version__} {code()}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take up the code of a template, where some is kept and can be read."""
        with suppress(OSError, NotImplementedError):  # the latter where Python is told to name no such files
            kept = self._place(bucket).read_bytes()
            with suppress(Exception):  # whatever a file raises that was cut short: then it is compiled anew
                bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, unless Python is told to leave none."""
        if not sys.dont_write_bytecode:
            with suppress(OSError, NotImplementedError):
                write_whole(self._place(bucket), bucket.bytecode_to_string())

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what the code of a template is kept under: its name, as of a module."""
        return name

    def _place(self, bucket: Bucket) -> Path:
        return Path(cache_from_source(str(self._folder / bucket.key)))
