"""Tells a page that stands before an article from one: consent to cookies, a log-in, a check of the browser."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 200  # words: a wall says little
SHARE = 0.7  # of its sentences speak of what such pages ask for
KINDS = 2  # different things of which it speaks
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ASKED = re.compile(
    r"\b(?P<kind>cookies?|consent|partners|personal data|identifiers|personali[sz]ed|privacy (?:policy|"
    r"settings)|preferences|"
    r"javascript|ad ?-?block(?:er)?s?|robots?|bots?|captcha|(?:web )?browser|log ?in|sign ?in|account|subscri\w+|"
    r"access (?:to this page )?(?:is |has been )?denied|permission|security check|unusual (?:traffic|activity)|"
    r"ray id|ip address|verify|verifying|human|einwilligung|datenschutz\w*|zustimm\w+|abonn\w+|anmelden|"
    r"consentement|données personnelles|s[’']abonner|consentimiento|datos personales|suscr\w+)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:you|your|we|our|us|please|sie|ihre?[nrs]?|wir|unsere?[nrs]?|vous|votre|vos|nous|notre|nos|usted|tu|su|sus|"
    r"nosotros|nuestros?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"[“”«»]|\b(?:said|says|told|announced|according to|reported|sagte|teilte|a déclaré|dijo)\b", re.IGNORECASE
)


def is_wall(lines: Sequence[str]) -> bool:
    """Return whether the lines only ask their reader for consent, a log-in or another browser."""
    words = sum(len(line.split()) for line in lines)
    if not 0 < words <= LONGEST or any(_TOLD.search(line) for line in lines):
        return False
    sentences = [part for line in lines for part in _SENTENCE.split(line) if len(part.split()) >= LEAST]
    asked = [sentence for sentence in sentences if _ASKED.search(sentence)]
    kinds = {found["kind"].casefold() for sentence in asked for found in _ASKED.finditer(sentence)}
    addressed = sum(_ADDRESSED.search(sentence) is not None for sentence in sentences)
    return bool(sentences) and len(kinds) >= KINDS and min(len(asked), addressed) >= SHARE * len(sentences)


LEAST = 4  # words of a sentence; the labels of buttons have fewer
