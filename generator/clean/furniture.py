"""Lines that are never body wherever they stand: share bars, ads, promotions, forms, legal lines, menus."""

from __future__ import annotations

import re

from generator.clean.lines import Block
from generator.clean.outlets import DOMAIN
from generator.clean.page import Rule, Verdict
from generator.clean.wordlists import entries, folded

SHORT = 14  # words; longer lines of furniture are sentences and go through `promotion`
PROMOTION_WORDS = 75

_I = re.IGNORECASE


def _chrome() -> tuple[frozenset[str], frozenset[str]]:
    words = entries("chrome_words")
    marked = frozenset(word[1:].casefold() for word in words if word.startswith("*"))
    return marked, marked | frozenset(word.casefold() for word in words if not word.startswith("*"))


_MARKED, _ALL = _chrome()


def no_words(block: Block) -> Verdict | None:
    """Tell single icons and left-over signs; a break between sections ("***", "___") is the story's own."""
    if not block.tokens and not _BREAK.fullmatch(block.text):
        return Verdict("no words")
    return None


_BREAK = re.compile(r"(?:[*_~•·#=–—-]\s?){2,}\.?|\?+|!+|\W*[$€£%]\W*|[{}\]\[]\.?")


# "Loading...", "Allow Twitter content?"
_MAY_END = re.compile(r"(?:…|\.\.\.)$|\b(?:twitter|facebook|instagram|youtube|tiktok)\b[^.]*[?!]$", _I)


def button_or_label(block: Block) -> Verdict | None:
    """Tell a line of nothing but the words of buttons and menus: "Share on Facebook", "Back to top button"."""
    if len(block.tokens) > SHORT or (block.ends_sentence and not _MAY_END.search(block.text)):
        return None
    if block.text[0] in "\"'“”‘’«":
        return None
    words = [word for word in block.tokens if not word.isdigit()]
    if not words or not all(word in _ALL for word in words):
        return None
    if any(word in _MARKED for word in words):
        return Verdict("button or label of the page")
    return None


def fused_menu(block: Block) -> Verdict | None:
    """Tell menu entries whose spaces were lost: "Skip to navigationSkip to contentHelp using this website"."""
    if block.ends_sentence or block.words > 40:
        return None
    joints = len(re.findall(r"[a-z][A-Z]", block.text))
    if joints >= 2 and (block.tokens[0] in _MARKED or joints >= 0.3 * block.words):
        return Verdict("navigation")
    return None


_BREADCRUMB = re.compile(r"^(?:home|news|front page|homepage|you are here:?(?: home)?)\s*[»›>/|→·•-]\s*\S", _I)
_ARROWS = re.compile(r"\s[»›→]\s|\s>\s|\s::\s")


def breadcrumb(block: Block) -> Verdict | None:
    """Tell the way to the page: "Home » World » Headline"."""
    if block.words > 40 or (block.ends_sentence and not _ARROWS.search(block.text)):
        return None
    if _BREADCRUMB.match(block.text) or (len(_ARROWS.findall(block.text)) >= 2 and block.words <= 25):
        return Verdict("breadcrumb")
    return None


def category_list(block: Block) -> Verdict | None:
    """Tell names of sections in a row, or after a label: "Asia China Featured Global News", "Tags: Beijing, Taiwan"."""
    if block.ends_sentence or block.words > 40:
        return None
    if re.match(
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|labels?|keywords?|sections?|posted in|"
        r"in this story|more on|more about|read more about|related topics)\b\s*(?::|$|[A-Z#])",
        block.text,
        _I,
    ) and not (block.text.endswith(":") and block.words > 4):
        return Verdict("list of categories or tags")
    words = block.tokens
    named = sum(word in folded("section_names") for word in words)
    if (
        len(words) >= 3
        and named >= 0.75 * len(words)
        and all(w[0].isupper() or not w[0].isalpha() or w in {"and", "of", "the"} for w in block.text.split())
    ):
        return Verdict("list of categories or tags")
    if len(words) >= 2 and re.fullmatch(r"(?:#[\w-]+[\s,|]*)+", block.text):
        return Verdict("list of categories or tags")
    return None


_LEGAL = re.compile(
    r"^(?:copyright\b|\(c\)\s?\d|©|&copy;|all rights reserved)|©\s?(?:copyright\s)?(?:19|20)\d\d|"
    r"\ball rights reserved\b"
    r"|\bmay not be (?:published|reproduced|copied|redistributed)|\bour standards:|trust principles|"
    r"\bterms of (?:use|service)\b.*\bprivacy (?:policy|notice)\b"
    r"|\bprivacy (?:policy|notice)\b.*\bterms (?:of|and)\b|\breproduction (?:in whole|"
    r"or distribution)|\bthe views expressed (?:in|by)\b.*\b(?:author|own|editorial)"
    r"|\bviews expressed\b.*\bdo not (?:necessarily )?(?:reflect|represent)|"
    r"\bnot responsible for (?:the )?content\b|\bexcept for the headline\b.*\bedited\b"
    r"|\b(?:auto[- ]?generated|published) from a syndicated (?:feed|source)|"
    r"\bhas not been edited by\b.*\bstaff\b|\bthis (?:article|story|post|content|report) (?:was|is|"
    r"has been|originally|first)\b.*\b(?:added by|republished|syndicated|generated|distributed by|"
    r"appeared (?:on|in)|published (?:on|in|by)|produced by|licen[cs]ed|translated)\b"
    r"|^(?:read the )?original (?:article|story)\b|^this (?:article|story) (?:originally|"
    r"first) appeared|^first published (?:on|in|by|as)\b|\bappear(?:s|ed) in print (?:on|in)\b|"
    r"^the post .* appeared first on\b|\bcontent provided by\b",
    _I,
)


def legal_line(block: Block) -> Verdict | None:
    """Tell copyright, terms, disclaimers, notes on syndication."""
    if block.words <= PROMOTION_WORDS and not _quoted(block) and _LEGAL.search(block.text):
        return Verdict("legal or syndication note")
    return None


_FORM = re.compile(
    r"\b(?:required fields are marked|your e-?mail address will not be published|"
    r"you must be (?:logged|signed) in to|log ?in to (?:leave|post|comment)|"
    r"leave a (?:reply|comment)|post a comment|be the first to comment|no comments(?: yet)?\b|"
    r"comments? (?:are|is) (?:closed|moderated|disabled|off)|"
    r"join the (?:conversation|discussion)|save my name,? e-?mail|notify me of (?:new|follow)|"
    r"add (?:a|your) comment|show comments|view (?:all )?comments|enter your e-?mail|"
    r"this site uses akismet|captcha)",
    _I,
)


def comment_form(block: Block) -> Verdict | None:
    """Tell the form under the article and its instructions."""
    if (
        block.words <= 45
        and not _quoted(block)
        and (found := _FORM.search(block.text))
        and (found.start() < 40 or not block.ends_sentence)
    ):
        return Verdict("comment form")
    return None


_OFFER = re.compile(
    r"\b(?:newsletters?|e-?mail (?:alerts?|updates?|briefing)|(?:breaking )?news alerts?|(?:to|"
    r"for) (?:our|the|a|your|free|full|unlimited|this) (?:\w+ ){0,4}(?:newsletters?|channel|podcast|"
    r"access|app|briefing|edition|alerts|updates|emails?|coverage)|"
    r"subscribe(?:rs?|d)?|subscriptions?|sign(?:ing)? up|free trial|ad[- ]?free|"
    r"our (?:free )?(?:\w+ )?app\b|app store|google play|google news|push notifications?|"
    r"cookies?|privacy policy|terms of service|our journalism|independent journalism|your (?:inbox|"
    r"support|donation|contribution|browser|e-?mail)|become a (?:member|subscriber|supporter|patron)|"
    r"whatsapp (?:channel|group)|telegram (?:channel|group)|(?:twitter|facebook|instagram|youtube|"
    r"linkedin|tiktok|whatsapp|telegram|google news|threads)\b|"
    r"delivered (?:straight |directly |daily )*to|reading list|our newsroom|paywall|members?-only|"
    r"exclusive (?:content|access|"
    r"offers?)|paid subscribers?|enable javascript|javascript|ad ?blocker|browser)\b",
    _I,
)
_CALL = re.compile(
    r"^(?:[\W_]*)(?:please |just |simply |also |and |want to |want |don[’']t (?:forget|miss) |"
    r"to (?:read|get|receive|continue|continue reading|view|see|support|comment|join|access|enjoy|"
    r"learn|stay|keep|sign|subscribe|find|stop|contact|report|watch|listen)\b|"
    r"for (?:more|the latest|all the latest|daily|breaking|live|full|unlimited|exclusive|in-depth|"
    r"other|just)\b|if you (?:would like|want|like|enjoy|have|are|believe|value)\b|"
    r"sign|subscribe|save|register|click|tap|download|follow|like|join|get|receive|read|enjoy|support|"
    r"donate|become|start|try|stay|keep|catch|listen|watch|see|check|visit|find|enter|choose|select|"
    r"add|turn|unlock|log|support|help|send|share|tell|"
    r"by (?:submitting|signing|entering|subscribing|clicking|providing|continuing|using|"
    r"registering)\b|we (?:use|value|may|rely|need|have|are|want|process|and our)\b|you (?:can|may|"
    r"will|have|are|must|need|can also)\b|your\b|our\b|this (?:site|website|page|video|content|"
    r"browser|email)\b|"
    r"thank(?:s| you) for (?:reading|subscribing|signing|visiting|supporting|your)\b|already (?:a|"
    r"have)\b|not (?:a|yet a) (?:member|subscriber)\b|have (?:a|you got a) (?:tip|story|question)\b|"
    r"got a (?:tip|story)\b|do you have\b|are you\b|looking for\b|never miss\b|create\b|"
    r"the (?:best|latest|day[’']s|biggest|most important)\b|all the\b|our\b|sign-up\b|unlimited\b|"
    r"free\b|daily\b|weekly\b|it[’']s free|no (?:spam|credit card)\b|invalid email\b|"
    r"something went wrong\b|an error has occurred)",
    _I,
)
_SURE = re.compile(
    r"^(?:(?:sign up|subscribe|register) (?:to|for|now|today|here|with)\b|click here\b|click (?:on|to|"
    r"the)\b|follow (?:us|our)\b|like us on\b|join (?:us|our) (?:on|whatsapp|telegram)|"
    r"download (?:the|our)\b.*\bapp\b|"
    r"thank you for (?:subscribing|signing up|visiting)|you[’']re (?:now )?(?:subscribed|signed up)|"
    r"please (?:enable|disable|check your|log|sign|enter)\b|we use cookies|by (?:submitting|"
    r"signing up|entering your|subscribing)|"
    r"contact us (?:at|by|on)\b|send (?:your |us )?(?:story |news )?(?:tips|letters|feedback)\b|"
    r"(?:do you )?have a (?:news )?(?:tip|story)\b.*\?|this is a developing story|more (?:to follow|"
    r"details to follow|follows soon)\b|story (?:developing|continues)|"
    r"this (?:breaking news )?story is being updated)",
    _I,
)


def promotion(block: Block) -> Verdict | None:
    """Tell offers to the reader: newsletters, apps, subscriptions, social networks, cookies."""
    if block.words > PROMOTION_WORDS or _quoted(block):
        return None
    if _SURE.search(block.text) or _CONSENT.search(block.text):
        return Verdict("promotion")
    if not _CALL.search(block.text) or not _OFFER.search(block.text):
        return None
    if _person_to_follow(block):
        return None
    addressed = (
        re.search(r"\b(?:you|your|us|our|we|here)\b", block.text, _I)
        or not block.ends_sentence
        or re.match(r"(?:subscribe|sign|follow|get|download|join|read|receive)\b", block.text, _I)
    )
    if addressed and not _REPORTED.search(block.text):
        return Verdict("promotion")
    return None


_CONSENT = re.compile(
    r"\bcookies\b.*\b(?:we|you|your|our)\b|\b(?:we|you|your|our)\b.*\bcookies\b|\bcheck out\b.*\.com\b", _I
)


def _person_to_follow(block: Block) -> bool:
    """Whether a sentence tells where its author can be followed: a note of the author's, part of what was printed."""
    return (
        block.ends_sentence
        and re.match(
            r"follow (?!us\b|our\b|the\b)(?:[A-Z@][\w.@’'-]*\s?(?:and\s)?){1,6}",
            block.text[:1].lower() + block.text[1:],
        )
        is not None
        and not re.search(r"\b(?:us|our)\b", block.text)
    )


_REPORTED = re.compile(r"\b(?:said|says|told|added|wrote|announced|argued|warned|claimed|reported|according to)\b", _I)


_POINTER = re.compile(
    r"^[\W_]*(?:(?:list (?:of )?\d+|end of list)\b|(?:read|see|watch|listen|view|hear) (?:more|also|"
    r"next|now|here|too|it|the full|full|"
    r"all|how|our|in full|this)?\s*[:|>»→–—-]|(?:also|must|don[’']t|now) (?:read|watch|see|miss|"
    r"listen)\b\s*[:|>»–—-]?|"
    r"(?:read|see|watch|listen)\s+(?:more|also|next)\b|related(?: \w+)?\s*[:|»–—-]|more(?: on this|"
    r" from| on| stories| news| coverage)?\s*:|(?:recommended|trending|popular|"
    r"most read|you may (?:also )?like|editor[’']?s[’']? picks?|from the archives?|go deeper|dig deeper)\s*[:|»]\s|"
    r"(?:more|latest|top|other) (?:stories|news|headlines|articles|reads?|coverage|from)\b)",
    _I,
)


def pointer(block: Block) -> Verdict | None:
    """Tell a label with the headline that it leads to: "READ MORE: Five things to know"."""
    if block.words > 30 or not _POINTER.match(block.text):
        return None
    if block.ends_sentence and block.text[-1] not in "?!’'\"”" and block.words > 14:
        return None
    if block.text.endswith(":") and block.words > 6:
        return None
    if block.ends_sentence and not re.match(
        r"^[\W_]*(?:read|see|watch|listen|also|must|related|more|recommended|trending|don)", block.text, _I
    ):
        return None
    if re.match(r"^[\W_]*(?:read|see|watch|listen|more|latest|top|other)\b[^:|>»–—-]*[.]$", block.text, _I):
        return None
    return Verdict("pointer to another story")


_LABELLED = re.compile(
    r"(?:explained|explainer|opinion|analysis|video|gallery|photos|in pictures|in photos|live|breaking|exclusive|"
    r"podcast|factbox|timeline|background|quiz|profile|comment)\s*[:|»]\s",
    _I,
)


def labelled_headline(block: Block) -> Verdict | None:
    """Tell another story's headline by its kicker ("Opinion: ..."). Above the story it would be its own headline."""
    if block.words <= 20 and not block.ends_sentence and _LABELLED.match(block.text):
        return Verdict("pointer to another story")
    return None


_AD = re.compile(
    r"^[\W_]*(?:advertisements?|advertising|ad|ads|sponsored(?: content| by .{1,30})?|"
    r"promoted(?: content)?|paid (?:content|post)|partner content|affiliate)\b[\W_]*(?:$|continue|"
    r"continues|skip|scroll|story|article|report|-|—|–|close|x$|loading|\d)"
    r"|\b(?:article|story|report|content|text) continues? (?:below|after|beneath|under|following)\b|"
    r"\bcontinue(?:s|d)? reading\b.*\b(?:below|main story|advert)|\bskip (?:past|advert|ad\b|to main|"
    r"to content|newsletter)|\bscroll (?:down )?(?:to|for) (?:continue|more)|"
    r"\badvertisement\b.*\bcontinue|^remove ads|^ad feedback|^report this ad|^video ad feedback",
    _I,
)


def advertisement(block: Block) -> Verdict | None:
    """Tell the mark of an advertisement's place."""
    return (
        Verdict("advertisement marker") if block.words <= 20 and not _quoted(block) and _AD.search(block.text) else None
    )


_TAKES = re.compile(
    r"^(?:[\W_]*)(?:(?:estimated |reading |"
    r"read )*(?:time:? )?\d{1,3}[\s-]*(?:min(?:ute)?s?)(?:[\s-]+(?:read|listen|watch|video))?|"
    r"listen\b.*\d+:\d\d(?:\s*min(?:ute)?s?)?|\d+:\d\d(?:\s?/\s?\d+:\d\d)?|"
    r"(?:\d[\d,.]*[kKmM]?\s*(?:shares?|comments?|views?|likes?|retweets?|reads?|reactions?|"
    r"followers)[\s|·•,]*)+"
    r"|(?:views?|hits|shares?|comments?|reads?|likes?)\s*[:(]\s*\d[\d,.]*[kKmM]?\)?|"
    r"reading time\b.{0,25}|word count.{0,10}|duration\b.{0,20}|(?:share|save|"
    r"comments?) (?:this )?(?:article )?\d[\d,.]*[kKmM]?(?: (?:shares?|comments?))?|"
    r"\d[\d,.]*[kKmM]? (?:shares?|comments?) (?:share|comments?|view)\b.*|page \d+ of \d+|\d+ of \d+|"
    r"\d+\s?/\s?\d+)(?:[\W_]*)$",
    _I,
)


def counter(block: Block) -> Verdict | None:
    """Tell reading time, length of a recording, number of comments, place in a gallery."""
    return Verdict("counter of the page") if block.words <= 9 and _TAKES.match(block.text) else None


_INPUTS = re.compile(
    r"^[\[(*\s]*with (?:additional |further |agency |some )?(?:inputs?|reporting|agency|agencies|"
    r"files?|wires?|material|contributions?|text)\b.{0,80}$|"
    r"^[\[(*\s]*(?:with )?inputs? from\b.{0,80}$|^[\[(]\s?agencies\s?[\])]$",
    _I,
)


def inputs_note(block: Block) -> Verdict | None:
    """Tell "(With inputs from agencies)" and its kin under Indian papers' stories."""
    return Verdict("note on agencies used") if block.words <= 14 and _INPUTS.match(block.text) else None


def address(block: Block) -> Verdict | None:
    """Tell a line that is nothing but an address of the web or of mail."""
    if (
        block.words == 1
        and not block.ends_sentence
        and (
            re.match(r"(?:https?://|www\.)\S+$", block.text, _I)
            or re.fullmatch(r"\S+@[\w.-]+\.\w+\.?", block.text)
            or DOMAIN.fullmatch(block.text)
        )
    ):
        return Verdict("address")
    return None


def _quoted(block: Block) -> bool:
    """Whether somebody's words stand in it: then it is told, not offered."""
    return bool(re.search(r"[“”\"«]", block.text)) and bool(
        re.search(r"\b(?:said|told|says|wrote|added|asked)\b", block.text)
    )


FURNITURE_RULES: tuple[Rule, ...] = (
    no_words,
    button_or_label,
    breadcrumb,
    fused_menu,
    advertisement,
    counter,
    comment_form,
    legal_line,
    promotion,
    pointer,
    category_list,
    inputs_note,
    address,
)
