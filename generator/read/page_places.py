"""Where an element of a page stands: with the article, or in a box of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BOX = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|reviews?|ratings?|relat\w*|recommend\w*|teasers?|sidebar|widget|promo"
    r"|(?<!article-)(?<!entry-)(?<!post-)footer|nav|menu|more|popular|trending|latest|events?)(?=$|[\s_-])",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|respond|reviews?|ratings?)(?=$|[\s_-])", re.IGNORECASE)
DEPTH = 10  # elements that are looked at on the way up


def marks_of(element: Any) -> str:
    """Return the words by which a page marks an element for its style."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _up(element: Any) -> Iterator[Any]:
    """Yield an element and those that it stands in, up to the page itself."""
    for _ in range(DEPTH):
        if element is None or element.tag in ("body", "html"):
            return
        yield element
        element = element.getparent()


def in_answers(element: Any) -> bool:
    """Return whether an element is part of what readers wrote."""
    for above in _up(element):
        if above.tag in ("article", "main"):
            return False
        if _ANSWERS.search(marks_of(above)):
            return True
    return False


def in_other_box(element: Any) -> bool:
    """Return whether an element is part of comments, other stories, menus or the foot of the page.

    The way up ends at the article: what is around it says nothing of what is in it.
    """
    is_foot = False
    for above in _up(element):
        is_foot = is_foot or above.tag == "footer"
        if above.tag in ("nav", "aside") or _BOX.search(marks_of(above)):
            return True
        if above.tag in ("article", "main"):
            return False
    return is_foot
