"""Pages that Safari saved (.webarchive): a property list with the page and what belongs to it."""

from __future__ import annotations

import plistlib
from typing import Any

from generator.read import html
from generator.read.encoding import decode
from generator.read.input_file import Contents, InputFile, Unreadable, foreign
from generator.read.page_metadata import is_web_address


def read(source: InputFile) -> Contents:
    """Return the articles of the page; frames, pictures and scripts beside it are passed over."""
    with foreign("is no web archive of Safari that can be read", "Save the page again"):
        loaded: Any = plistlib.loads(source.data)
    found = loaded.get("WebMainResource") if isinstance(loaded, dict) else None
    main: dict[str, Any] = found if isinstance(found, dict) else {}
    data = main.get("WebResourceData")
    if not isinstance(data, bytes) or not data:
        raise Unreadable("holds no page", "Save the page again")
    charset = main.get("WebResourceTextEncodingName")
    address = main.get("WebResourceURL")
    decoded = decode(data, charset if isinstance(charset, str) else html.declared_charset(data))
    return html.read_decoded(source, decoded, address if isinstance(address, str) and is_web_address(address) else None)
