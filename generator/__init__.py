"""Event Digest: news articles about one event become a searchable static site that shows its sources.

The names in `__all__` are the face of the package; `docs/how-to/use-from-python.md` shows each in use. Importing the
package loads none of them: each is looked up in its module when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "DigestError",
    "SpacyLanguage",
    "annotate_text",
    "body_paragraphs",
    "build",
    "clean_article",
    "open_project",
    "read_digest",
    "read_file",
]

if TYPE_CHECKING:
    from generator.annotate import annotate_text
    from generator.clean import body_paragraphs
    from generator.clean import clean as clean_article
    from generator.errors import DigestError
    from generator.language import SpacyLanguage
    from generator.project import build, open_project
    from generator.published import read_digest
    from generator.read import read_file
else:
    # No name here may be that of a module or package in this folder (`clean`, `read`): whichever of the two were
    # imported last would hide the other.
    _HOMES = {
        "DigestError": "generator.errors:DigestError",
        "SpacyLanguage": "generator.language:SpacyLanguage",
        "annotate_text": "generator.annotate:annotate_text",
        "body_paragraphs": "generator.clean:body_paragraphs",
        "build": "generator.project:build",
        "clean_article": "generator.clean:clean",
        "open_project": "generator.project:open_project",
        "read_digest": "generator.published:read_digest",
        "read_file": "generator.read:read_file",
    }

    def __getattr__(name: str) -> Any:
        """Return a name of the face, imported when it is first asked for."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, _, own = _HOMES[name].partition(":")
        found = globals()[name] = getattr(import_module(module), own)
        return found

    def __dir__() -> list[str]:
        """Return the names of the module, those of the face that were not asked for yet included."""
        return sorted({*globals(), *__all__})
