"""From a folder of files to `RawArticle`s. Only this package knows about bytes and encodings.

`folder.py` walks the folder and picks a reader by the file's extension; one module a format. Importing this package
loads none of the libraries that the formats need.
"""

from __future__ import annotations

from generator.read.folder import read_file, read_folder

__all__ = ["read_file", "read_folder"]
