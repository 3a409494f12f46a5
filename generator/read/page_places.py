"""Where an element of a page stands: with the article, or in a box of something else."""

from __future__ import annotations

import re
from typing import Any

_BOX = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|reviews?|ratings?|relat\w*|recommend\w*|teasers?|sidebar|widget|promo"
    r"|(?<!article-)(?<!entry-)(?<!post-)footer|nav|menu|more|popular|trending|latest|events?)(?=$|[\s_-])",
    re.IGNORECASE,
)
DEPTH = 10  # elements that are looked at on the way up


_ANSWERS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|respond|reviews?|ratings?)(?=$|[\s_-])", re.IGNORECASE)


def in_answers(element: Any) -> bool:
    """Return whether an element is part of what readers wrote."""
    for _ in range(DEPTH):
        if element is None or element.tag in ("body", "html", "article", "main"):
            return False
        if _ANSWERS.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        element = element.getparent()
    return False


def in_other_box(element: Any) -> bool:
    """Return whether an element is part of comments, other stories, menus or the foot of the page.

    The way up ends at the article: what is around it says nothing of what is in it.
    """
    is_foot = False
    for _ in range(DEPTH):
        if element is None or element.tag in ("body", "html"):
            return is_foot
        is_foot = is_foot or element.tag == "footer"
        if element.tag in ("nav", "aside") or _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        if element.tag in ("article", "main"):
            return False
        element = element.getparent()
    return is_foot
