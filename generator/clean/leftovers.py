"""What other programs leave in a text: a player's messages, an archive's labels, rules of strokes, links of posts."""

from __future__ import annotations

import re

from generator.clean.page import LineVerdict, Page

MESSAGE_WORDS = 25
# "Sorry, this video is not available in your country. Error code: 4": a player speaks to whoever sits before it.
_PLAYED = re.compile(r"\b(?:video|audio|clip|stream|player|recording|media|content)\b", re.IGNORECASE)
_TO_THE_VIEWER = re.compile(
    r"\byour (?:location|region|country|area|territory|browser|device|computer)\b|\b(?:e-?|error )code\s?:?\s?\d",
    re.IGNORECASE,
)
# "Subscribe here or listen to the whole talk below:"
_OFFERS_BELOW = re.compile(
    r"\W*(?:subscribe|sign up|listen|tune in)\b[^.!?:]{0,80}\b(?:here|below|above)\b[^.!?:]{0,40}:", re.IGNORECASE
)
_LABEL = re.compile(r"(?:ABSTRACT|FULL TEXT|LEAD PARAGRAPH|BODY TEXT)\s?[.:]?")
_STROKES = re.compile(r"_{2,}\W*")
_LETTER = re.compile(r"\W*(?P<letter>[^\W\d_])\W*")
# "ADDENDA: In case you missed it, why ..."
_MISSED = re.compile(r"(?:[A-Z]{4,}\s?:\s+[Ii]n case you missed\b|ICYMI\b).{0,400}")
# "Courtesy of Port Hale MuseumAnn Lee, who found the bell, ...": a credit that ran into what it stands above.
_CREDITED = re.compile(
    r"(?:Photo |Image |Picture )?[Cc]ourtesy (?:of )?"
    r"(?:[A-Z][\w.’'&-]*\s|(?:of|and|for|&)\s){1,6}?[A-Z][a-z]+[A-Z][a-z]+\b.*"
)
_POSTED = re.compile(r"\s?(?:https?://)?(?:pic\.twitter\.com|(?<![\w.])t\.co)/\w+")
# '<post id="7" author="lind">', 'poster="https://..."': a tag, or what is left of one.
_TAG = re.compile(
    r"\s?</?[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"<>]*\"|'[^'<>]*'))+\s*/?>"
    r"|(?<!\S)(?:poster|src|srcset|href|data-[\w-]+)=\"[^\"\s]*\"\s?"
)


# "... were reported. Enditem", "... on Friday. -30-", "... the tide. /abc": behind the last full stop, how offices say
# that a text ends, and who wrote or edited it.
_END_MARK = re.compile(
    r"(?<=[.!?”\"])\s?(?:Enditem|[-–—]\s?(?:30|0|ends?)\s?[-–—]|#{3,}|\(?ENDS?\)?|[■▪◼□●◆]|/[a-z]{2,4}(?:/[a-z]{2,4})?)\W{0,2}$",
    re.IGNORECASE,
)
NEAR_END = 6  # lines left that may stand below the last paragraph: what a site sets there


def cut_end_marks(page: Page) -> None:
    """Cut off the mark that a text ends here, which stands behind one of the last paragraphs."""
    for i in page.left()[-NEAR_END:]:
        block = page.blocks[i]
        found = _END_MARK.search(block.text[-14:])
        if found is not None and block.words > 2:
            page.cut(i, len(block.text) - len(found.group()), None, LineVerdict("mark that the text ends"))
            return


def judge_leftovers(page: Page) -> None:
    """Take out lines that no writer wrote, and the shortened addresses within posts that the story shows."""
    left = page.left()
    letters = [i for i in left if (found := _LETTER.fullmatch(page.blocks[i].text)) and found["letter"] not in "QAqa"]
    for i in left:
        text = page.blocks[i].text
        if _STROKES.fullmatch(text):
            page.verdicts[i] = LineVerdict("line of strokes")
        elif letters == [i]:
            page.verdicts[i] = LineVerdict("stray letter")
        elif _LABEL.fullmatch(text):
            page.verdicts[i] = LineVerdict("label of an archive")
        elif page.blocks[i].words <= MESSAGE_WORDS and _PLAYED.search(text) and _TO_THE_VIEWER.search(text):
            page.verdicts[i] = LineVerdict("message of a player")
        elif _OFFERS_BELOW.fullmatch(text) or _MISSED.fullmatch(text):
            page.verdicts[i] = LineVerdict("promotion")
        elif _CREDITED.fullmatch(text):
            page.verdicts[i] = LineVerdict("caption or photo credit")
    for pattern, marks, verdict in ((_POSTED, _OF_LINKS, LINK), (_TAG, _OF_TAGS, TAG)):
        for i in reversed(page.left()):
            if any(mark in page.blocks[i].text for mark in marks):
                _lift(page, i, pattern, verdict)


# One of these stands in all that the patterns find; to look for it costs next to nothing.
_OF_LINKS, _OF_TAGS = ("pic.twitter.com/", "t.co/"), ('="', "='")


def _lift(page: Page, i: int, pattern: re.Pattern[str], verdict: LineVerdict) -> None:
    """Lift out of a paragraph what is no words: "pic.twitter.com/...", whose picture is not in the text, and tags."""
    block = page.blocks[i]
    spans = [found.span() for found in pattern.finditer(block.text)]
    if not spans:
        return
    rest = block.without(spans)
    if rest is None:
        page.verdicts[i] = verdict
        return
    page.lift(i, rest, [part for start, end in spans if (part := block.part(start, end)) is not None], verdict)


LINK = LineVerdict("link of a post")
TAG = LineVerdict("mark-up left in the text")
