"""How an outlet speaks of its own report: labels and sentences of corrections, clarifications and notes on updates.

`clean` takes whole notices out of the body, `annotate` marks those that are left in it.
"""

from __future__ import annotations

import re

from generator.days import MONTH_PATTERN

_I = re.IGNORECASE
STORY = (
    r"(?:(?:news |blog |live |opinion |wire )?(?:story|article|report|post|piece|column|headline|item|dispatch|"
    r"editorial|essay|review|op-ed|blog|page|entry|graphic|chart|caption|newsletter|transcript|timeline|list))"
)
OPENS = r"[\W_]{0,6}"
WRONG_WORDS = ("incorrectly", "mistakenly", "wrongly", "erroneously", "inaccurately")
WRONGLY = f"(?:{'|'.join(WRONG_WORDS)})"
LABEL = re.compile(
    rf"{OPENS}(?:(?:corrections?|clarifications?|corrected|amendment|erratum|corrigendum)"
    r"(?: (?:and|&|/) (?:corrections?|clarifications?))?(?: (?:appended|notice|note))?"
    r"(?P<when>\s?[(\[][^()\[\]]{3,60}[)\]]|,? \d{1,2}:\d\d\s?[ap]\.?m\.?[^:]{0,12}(?=:)|"
    r",? [^:.!?“”\"]{0,3}\d[^:!?“”\"]{2,40}(?:[ap]\.?m\.?[^:]{0,12})?(?=:)|"
    rf",? (?:{MONTH_PATTERN})\b[^:!?“”\"]{{2,30}}(?=:))?)"
    r"(?:\s?[:—–]|\s-\s|\.?\W{0,3}$)",
    _I,
)
EDITORS = re.compile(rf"{OPENS}(?:editor|author|writer|publisher|reporter)(?:[’'`]?s|s[’'])? note\b", _I)
UPDATE_LABEL = re.compile(rf"{OPENS}(?:updated?|note|ps)\b(?:[^:]|:(?=\d\d)){{0,50}}:\s", _I)
EARLIER = re.compile(
    r"\b(?:(?:in )?(?:an?|the)|two|some|several)? ?"
    r"(?:earlier|previous|prior|original|initial|first|older|print|online) (?:published )?versions? of "
    rf"(?:(?:this|our) {STORY}|the (?:article|headline|post|column)|(?:this|the) [A-Z]\w+ {STORY})|"
    rf"^{OPENS}(?:originally|initially|previously|earlier), (?:this|our) {STORY}\b|"
    rf"^{OPENS}(?:this|our|the original) {STORY} (?:originally|initially|previously|{WRONGLY})"
    r" (?!(?:appeared|ran|aired|published|posted|printed|featured|written)\b)",
    _I,
)
UPDATED = re.compile(
    rf"{OPENS}(?:please note:? )?(?:this|our|today[’']s|the(?= (?:article|headline|post|above)\b))(?: above)? {STORY}"
    r"(?:,? (?:and|including) (?:its|the|this|an accompanying) \w+(?: \w+)?,?|"
    r",? (?:first|originally) published [^.]{3,60},)? "
    r"(?:(?:has|have) (?:since )?been|was|were|is(?: being)?|will be) (?:since )?"
    r"(?:updated|corrected|amended|revised|edited|clarified|changed|modified)\b[^.]{0,60}",
    _I,
)
