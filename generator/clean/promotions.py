"""Sentences that speak to the reader of the page and not of the event: offers, forms, legal lines."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.clean.lines import Block
from generator.clean.outlets import outlet_like, press_name
from generator.clean.page import LineFact, LineVerdict, shown
from generator.clean.stamps import find_stamps
from generator.clean.wordlists import folded
from generator.wordlists import words

PROMOTION_WORDS = 75
LONGEST_FORM, A_FORM = 200, 14  # words of a form; of so many one is the site's own

_I = re.IGNORECASE


ASKED_AGAIN = 512  # lines whose answer is kept: one rule after the other asks the same of a line

_MARK = re.compile(r"[“”\"«]")
_SAYING = frozenset({"said", "told", "says", "wrote", "added", "asked"})
# "Lind commented that: “I read every letter that comes”": any verb of the past right before a whole clause in marks.
_QUOTES = re.compile(r"\b\w+ed(?: that)?[,:]{0,2} [“\"](?:[^\s“”\"]+ ){4}", _I)


def is_told(block: Block) -> bool:
    """Return whether somebody's words stand in it: then it is told, not offered."""
    if block.text[0] in '“"«':
        return True
    if _MARK.search(block.text) is None:
        return False
    return not _SAYING.isdisjoint(block.tokens) or _QUOTES.search(block.text) is not None


_OTHERS_DID = re.compile(r"\b(?:was|were|had|did|could|would|s?he|they|him|his|hers?|them)\b", _I)
_YOU = re.compile(r"\byou(?:r|rs|[’']\w+)?\b", _I)
_ITS_OWN = re.compile(r"\W*(?:this|these|the above|all|any|no part of|content|our|©|\(c\))\s", _I)


def tells_of_others(block: Block) -> bool:
    """Return whether a whole sentence tells what others did and asks nothing of its reader.

    "She wanted men to sign up for updates", "The union was invited to join the conversation": a page that offers
    something speaks in the present, of itself or to "you", and begins its sentence with what is to be done.
    """
    return block.ends_sentence and _of_others(block.text)


@lru_cache(maxsize=ASKED_AGAIN)
def _of_others(text: str) -> bool:
    return (
        _OTHERS_DID.search(text) is not None
        and _YOU.search(text) is None
        and not any(_ASKS.match(part) for part in _PARTS.split(text))
    )


_PARTS = re.compile(r"(?<=[.!?:])\s")
# What a page asks of its reader.
_DO = (
    "sign|subscribe|save|register|click|tap|download|join|get|receive|read|enjoy|donate|become|start|try|stay|keep|"
    "catch|listen|visit|find|enter|choose|select|unlock|log|help|send|share|tell"
)
_ASKS = re.compile(
    r"\W*(?:please |kindly |just |simply |also |and |want to |want |don[’']t |to )*"
    rf"(?:{_DO}|follow(?!-)|leave|post|add|notify|contact|call|write|give|manage|verify|check)\b",
    _I,
)
_LEGAL = re.compile(
    r"^(?:copyright\b|distributed by (?:the )?(?-i:[A-Z])|views (?:expressed )?(?:here )?are (?:strictly )?personal\b|"
    r"\(c\)\s?(?:\d|[A-Z][\w.,&’' -]{2,50}\s(?:19|20)\d\d)|"
    r"©|&copy;|all rights reserved)|©\s?(?:copyright\s)?(?:19|20)\d\d|"
    r"\ball rights reserved\b"
    r"|\b(?:this|these|our|the above|any|all|its|materials?|contents?|articles?|stor(?:y|ies)|images?|photos?|"
    r"transcripts?|part of [^.]{3,60}) (?:[\w’'-]+ ){0,4}may not be (?:published|reproduced|copied|redistributed)|"
    r"\bmay not be (?:published|reproduced|copied)\b[^.]{0,80}\b(?:broadcast|rewritten|without|redistributed)\b|"
    r"\bour standards:|trust principles|"
    r"\bterms of (?:use|service)\b.*\bprivacy (?:policy|notice)\b"
    r"|\bprivacy (?:policy|notice)\b.*\bterms (?:of|and)\b|\breproduction (?:in whole|"
    r"or distribution)|\bthe views expressed (?:in|by)\b.*\b(?:author|own|editorial)"
    r"|\b(?:views|opinions?) (?:and opinions )?expressed\b.*\bdo(?:es)? not (?:necessarily )?(?:reflect|represent)|"
    r"\b(?:text|transcript) may not be in its final form\b|"
    r"\bavailable without charge to any\b|^this is a rush transcript\b|"
    r"\bis solely responsible for (?:this|all|the) content\b|"
    r"\bnot responsible for (?:the )?content\b|\bexcept for the headline\b.*\bedited\b"
    r"|\b(?:auto[- ]?generated|published) from a syndicated (?:feed|source)|"
    r"\bhas not been edited by\b.*\bstaff\b|\bthis (?:article|story|post|content|report) (?:by [^.]{2,40} )?(?:was|is|"
    r"has been|originally|first)\b.*\b(?:added by|republished|syndicated|generated|distributed by|"
    r"appeared (?:on|in|at)|ran (?:on|in)|(?:first )?published (?:on|in|by|[A-Z]\w*)|"
    r"(?:co-?)?(?:produced|published|supported|funded|commissioned|made possible) (?:by|for|with|through|in)\b|"
    r"licen[cs]ed|translated)\b"
    r"|\bthis (?:article|story|post|piece|column|report) is (?:also|part of) .{0,60}\b(?:featured|series|project|"
    r"collaboration|partnership)\b|^(?:read the )?original (?:article|story)\b|^this (?:article|story) (?:originally|"
    r"first) appeared|^first published (?:on|in|by|as)\b|\bappear(?:s|ed) in print (?:on|in)\b|"
    r"^the post .* (?:appeared first|first appeared) on\b|\bcontent provided by\b|"
    r"^privacy (?:notice|policy|statement)\s?:|\bunauthori[sz]ed (?:use|reproduction|copying)\b.{0,120}\bprohibited\b|"
    r"^(?:an? version of )?this (?:article|story) (?:also )?(?:appear(?:ed|s)|was published|ran) in [^.]{3,80}"
    r"\b(?:print|edition|issue)\b|"
    r"^this entry was (?:posted|filed|published)\b|\bbookmark the permalink\b|"
    r"\byou may (?:only|not) (?:copy|reproduce|communicate|republish|redistribute)\b",
    _I,
)


# "Een versie van dit artikel verscheen ook in de krant van 22 oktober 2021": where else, on paper, a story stood.
_PRINTED = re.compile(
    r"\W*(?:(?:eine |une |una |uma |een |en )?(?:version|versión|versão|versione|versie) (?:dieses|de (?:cet|este)|"
    r"deste|di questo|van dit|av (?:denna|artikeln|denne))\b|(?:dieser|cet|este|questo|dit|denna|denne|den här) "
    r"(?:artikel|beitrag|text|article|artículo|artigo|articolo|artikeln))\b[^.!?“”\"«»]{0,60}"
    r"\b(?:erschien(?:en)?|veröffentlicht|paru|publié|apareció|publicó|publicado|apareceu|uscito|pubblicato|apparso|"
    r"verscheen|verschenen|publicerades|publicerad|publisert|ble trykt)\b[^!?“”\"«»]{0,90}",
    _I,
)


def legal_line(block: Block) -> LineVerdict | None:
    """Tell copyright, terms, disclaimers, notes on syndication."""
    if block.words <= PRINTED_WORDS and _PRINTED.fullmatch(block.text):
        return LineVerdict("legal or syndication note")
    if block.words > PROMOTION_WORDS or (folded("legal_words").isdisjoint(block.tokens) and "©" not in block.text):
        return None
    if tells_of_others(block) and not _ITS_OWN.match(block.text) and not _NOTE_OF_COPY.search(block.text):
        return None
    if not is_told(block) and _RULED.isdisjoint(block.tokens) and _LEGAL.search(block.text):
        return LineVerdict("legal or syndication note", _first_published(block.text))
    return None


PRINTED_WORDS = 30
_RULED = frozenset({"said", "wrote", "ruled", "argued", "warned", "told"})
_NOTE_OF_COPY = re.compile(
    r"©|\(c\)|\b(?:all rights reserved|(?:views|opinions?) (?:and opinions )?expressed|copyright \d|"
    r"(?:first|originally) (?:published|appeared)|"
    r"this (?:article|story|post|report|content|column|transcript|material|site|website|page))\b",
    _I,
)
_FIRST = re.compile(
    r"\b(?:first|originally) (?:published|appeared|printed)(?: (?:in|on|by)(?: the)? "
    r"(?P<name>(?-i:[A-Z])[\w.’'& ]{2,40}?))?"
    r"(?=,? (?:on|in|at) |[,.]|$)",
    _I,
)


_ORIGINAL = re.compile(
    r"read the original (?:article|story|report) (?:on|at|in) (?:the )?(?P<name>[A-Z][\w.’'& -]+?)\W*$", _I
)


# What the most used system for sites sets below each story of its feed.
_FED = re.compile(
    r"the post .+ (?:appeared first|first appeared) on (?:the (?=the ))?(?P<name>[^.]{2,60}(?:\.\w[^.]{1,20})?)\.?\W*$",
    _I,
)


def _first_published(text: str) -> tuple[LineFact, ...]:
    """Return where and when a story first stood, as a note below it says: on the page itself it may be younger."""
    original = _ORIGINAL.match(text)
    if (fed := _FED.match(text)) is not None:
        return (LineFact("outlet", fed["name"].strip(" ."), f"line {shown(text)}", 3),)
    if original is not None and (outlet_like(original["name"]) or press_name(original["name"])):
        return (LineFact("outlet", original["name"], f"line {shown(text)}", 1),)
    found = _FIRST.search(text)
    if found is None:
        return ()
    how = f"line {shown(text)}"
    facts = (
        [LineFact("origin", found["name"], how, 6)]
        if found["name"] and (outlet_like(found["name"]) or press_name(found["name"]))
        else []
    )
    stamps = find_stamps(text)
    return (*facts, *([LineFact("published", stamps[0].value, how, 7)] if stamps else []))


_FORM = re.compile(
    r"\b(?:required fields\b|fields (?:marked )?with an? (?:star|asterisk)|"
    r"e-?mail (?:address )?(?:will|shall) (?:not|never) be (?:published|shown|shared|displayed|made public)|"
    r"you must be (?:logged|signed) in to|log ?in to (?:leave|post|comment)|"
    r"leave a (?:reply|comment)|post a comment|be the first to comment|no comments(?: yet)?\b|"
    r"comments? (?:are|is) (?:closed|moderated|disabled|off)|"
    r"comments? (?:have to|must|should) be (?:in|civil|respectful|on[- ]topic|relevant)\b|"
    r"abide by (?:our|the) (?:\w+ ){0,2}(?:guidelines|rules|standards|policy)|"
    r"\bour comment(?:ing|s)? (?:platform|section|policy|guidelines|rules)\b|"
    r"(?:comments|opinions|views) (?:expressed|posted|made) (?:here|below|by (?:our )?(?:readers|users|commenters)) "
    r"(?:do|are)\b|"
    r"join the (?:conversation|discussion)|save my name,? e-?mail|notify me of (?:new|follow)|"
    r"add (?:a|your) comment|show comments|view (?:all )?comments|enter your e-?mail|"
    r"share or comment on th(?:is|e) (?:article|story|post)\b|"
    r"sort(?:ed)? (?:comments )?by (?:best|newest|oldest|most|top)\b|"
    r"this site uses akismet|captcha)",
    _I,
)


# "TideWatcher, Port Hale, 3 hours ago: They will be back by May."
_COMMENTED = re.compile(
    r"[\w .’'-]{2,30},\s[A-Z][\w .,’'-]{1,40},\s(?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago\b", _I
)


def comment_form(block: Block) -> LineVerdict | None:
    """Tell the form under the article and its instructions, and what a reader wrote in it."""
    if " ago" in block.text[:90] and _COMMENTED.match(block.text):
        return LineVerdict("comment of a reader")
    if (
        block.words <= 45
        and not is_told(block)
        and not tells_of_others(block)
        and (found := _FORM.search(block.text))
        and (found.start() < 40 or not block.ends_sentence)
    ):
        return LineVerdict("comment form")
    return None


_OFFER = re.compile(
    r"\b(?:newsletters?|e-?mail (?:alerts?|updates?|briefing)|(?:breaking )?news alerts?|(?:to|"
    r"for) (?:our|the|a|your|free|full|unlimited|this) (?:\w+ ){0,4}(?:newsletters?|channel|podcast|"
    r"access|app|briefing|edition|alerts|updates|emails?|coverage)|"
    r"subscribe(?:rs?|d)?|subscriptions?|sign(?:ing)? up|free (?:trial|days)|ad[- ]?free|"
    r"our (?:free )?(?:\w+ )?app\b|app store|google play|google news|push notifications?|"
    r"promotional (?:content|e-?mails?|offers?|messages?)|"
    r"cookies?|privacy policy|terms of service|(?:our|independent|quality|trustworthy|local|"
    r"this) journalism|your (?:inbox|"
    r"support|donation|contribution|browser|e-?mail)|become a (?:member|subscriber|supporter|patron)|"
    r"whatsapp (?:channel|group)|telegram (?:channel|group)|google news\b|"
    r"delivered (?:straight |directly |daily )*to|reading list|our newsroom|paywall|members?-only|"
    r"exclusive (?:content|access|"
    r"offers?)|paid subscribers?|enable javascript|javascript|ad ?blocker|browser)\b",
    _I,
)
_CALL = re.compile(
    r"^(?:[\W_]*)(?:please |kindly |just |simply |also |and |want to |want |don[’']t (?:forget|miss) |"
    r"to (?:read|get|receive|continue|continue reading|view|see|support|comment|join|access|enjoy|"
    r"learn|stay|keep|sign|subscribe|find|stop|contact|report|watch|listen)\b|"
    r"for (?:more|(?:all )?(?:the )?latest|daily|breaking|live|full|unlimited|exclusive|in-depth|"
    r"other|just)\b|if you (?:would like|want|like|enjoy|have|are|believe|value)\b|"
    rf"(?:{_DO}|follow|like|support(?! (?:for|of|from|among)\b)|watch|see|check|add|turn)\b|"
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
    r"^(?:get your free\b|(?:reminder,? )?this is an? (?:premium|subscriber|member|exclusive)[\w’' -]{0,20} "
    r"(?:article|story|feature|content)\b|(?:live|latest) updates (?:on|from|about) [^,;:]{3,90}$|"
    r"(?:[-–—•*]\s)?check out (?:our|the (?-i:[A-Z]))|"
    r"visit\s.{2,50}\b(?:home ?page|web ?site)\b.{0,12}\bfor (?:more|the latest)\b|"
    r"read (?:a|the|this) (?:\w+ ){0,3}?(?:story|article|report|version)\b.{0,24}\bin (?-i:[A-Z]\w+)\W*$|"
    r"(?:follow @\w+[\s,&]*){2,}$|"
    r"(?:new\s?)?you can now listen to\b|never miss an? (?:story|update|beat)\b|"
    r"(?:sign up|subscribe|register) (?:to|for|now|today|here|with)\b|"
    r"you have (?:\w+ )?(?:free )?(?:articles?|stories|reads) (?:left|remaining)\b|"
    r"(?:click|tap) here\b|click (?:on|to|"
    r"the)\b|follow (?:us|our)\b|like us on\b|join (?:us|our) (?:on|whatsapp|telegram)|"
    r"download (?:the|our)\b.*\bapp\b|"
    r"thank you for (?:subscribing|signing up|visiting)|you[’']re (?:now )?(?:subscribed|signed up)|"
    r"please (?:enable|disable|check your|log|sign|enter)\b|we use cookies|by (?:submitting|"
    r"signing up|entering your|subscribing)|"
    r"contact us (?:at|by|on)\b|(?:e-?mail|send) (?:us |in )?(?:a |your |any )?(?:story |news )?"
    r"(?:tips?|letters|feedback|questions?|comments?|corrections?)\b|"
    r"(?:do you )?(?:have|got) a (?:news )?(?:tip|story|question)\b.*[?@]|let us know\b.*@|click for\b|"
    r"to (?:read|see|get|find|submit|respond|subscribe|sign|watch|hear|catch|reach|contact)\b[^.]{3,60},\s"
    r"(?:please )?(?:go (?:to|here)|click|sign|visit|submit|subscribe|e-?mail|see|check|follow)\b|"
    r"watch\s(?=(?:our|the|it|live|full|every)\b|(?-i:[A-Z“\"‘'])).{3,120}\b(?:week(?:nights?|days?|ends?)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b.{0,12}\d|"
    r"this is a (?:developing|breaking)(?: news)? story\b|this story is developing\b|more (?:to follow|"
    r"details to follow(?! up)|follows soon)\b|story (?:developing|continues)|"
    r"this (?:breaking news )?story is being updated|"
    r"(?:view|read|open|see) (?:(?:this )?(?:e-?mail|message|newsletter|it) )?(?:online|in (?:(?:your|a|the) )?"
    r"(?:web )?browser)\b|"
    r"(?:having )?(?:trouble|problems?) (?:viewing|reading|seeing) this\b|"
    r"you(?: a|[’'])re (?:receiving|getting) this (?:(?:e-?mail|newsletter|message)\b|(?:because|as)\b)|"
    r"(?:was this e-?mail )?forwarded (?:this|to you)\b|(?:forward|send) (?:this )?(?:e-?mail |it )?to a friend\b|"
    r"(?:to )?(?:unsubscribe|opt out)\b|"
    r"(?:update|manage|change) (?:your |my )?(?:e-?mail )?(?:preferences|subscriptions?)\b)",
    _I,
)


def promotion(block: Block) -> LineVerdict | None:
    """Tell offers to the reader: newsletters, apps, subscriptions, social networks, cookies."""
    if block.words > PROMOTION_WORDS or folded("offer_words").isdisjoint(block.tokens) or is_told(block):
        return None
    if (block.ends_sentence and is_reported(block.text)) or tells_of_others(block):
        return None
    if (
        _SURE.match(block.text)
        or _ANYWHERE.search(block.text)
        or (_CONSENT_WORDS & {*block.tokens} and _CONSENT.search(block.text))
    ):
        return LineVerdict("promotion")
    call = _CALL.match(block.text)
    offer = _OFFER.search(block.text) or (_NETWORK.search(block.text) and _IMPERATIVE.match(block.text))
    if not call or not offer:
        return None
    if _person_to_follow(block):
        return None
    addressed = (
        re.search(r"\b(?:you|your|us|our|we|here)\b", block.text, _I)
        or not block.ends_sentence
        or re.match(
            r"(?:subscribe|unlock|support|donate|sign|follow|get|download|join|read|receive|thanks?)\b", block.text, _I
        )
    )
    if addressed:
        return LineVerdict("promotion")
    return None


# Said by nobody but a page, wherever in its line it stands.
_ANYWHERE = re.compile(
    r"\b(?:click|tap) here\b|[:–—-] download (?:the|our) [\w ]{0,30}app\b|"
    r"\bsubscribe (?:now|today) (?:to|for)\b|\b(?:browser|ie \d+|internet explorer) is (?:not supported|out of date)\b|"
    r"^[A-Z][^.:!?]{2,30}:\s(?:join|get|sign up|subscribe|receive)\b[^.!?]{3,140}\b(?:inbox|newsletters?|"
    r"subscribers)\b|"
    r"\bnot a robot\b|\binvalid e-?mail\b|\bplease re-?enter\b|\bre-?captcha\b|\bmanage newsletters\b|"
    r"\bsign up here\b|\bsign up for [^.!?]{3,70}\b(?:alerts|newsletters?|updates)\b|\bmeet your inbox\b|"
    r"\b(?:tell us|let us know|sound off|share your views)\b[^.?!]{0,39}\bin the comments?\b(?: section| below)?\W*$|"
    r"\bclicking (?:on )?the link below\b|[?!.]\s(?:vote|register|learn more|find out more|get it|order) here\W*$",
    _I,
)
# "You can hear our choir here.", "(Find the newest tide table here.)": the last word was the link.
_LINKED = re.compile(
    r"\W*(?:you can (?:also )?(?:read|find|watch|listen|see|get|sign|follow|hear|buy)|read|watch|listen|get|see|view|"
    r"find|follow|check|buy|hear|download|take|enter|vote|submit|donate)\b[^.!?;:]{2,70}(?<!from )(?<!was )\bhere\W*$",
    _I,
)


def linked_here(block: Block) -> LineVerdict | None:
    """Tell a sentence that is nothing but a link: "You can hear our choir here", "(Find a tide table here)"."""
    if not 3 <= block.words <= 16 or block.tokens[-1:] != ("here",) or is_told(block) or not _LINKED.match(block.text):
        return None
    bracketed = block.text[0] in "(["
    return LineVerdict("promotion") if bracketed or not _OF_THE_SITE.isdisjoint(block.tokens) else None


def link_at_end(block: Block) -> int | None:
    """Return where a sentence begins that closes a paragraph and only leads elsewhere: "... (Get the list here.)"."""
    if block.tokens[-1:] != ("here",):
        return None
    at = max(block.text.rfind(mark, 0, -8) for mark in (". ", "? ", "! ", ".” ", '." ', ".) ")) + 1
    if not at:
        return None
    last = block.part(at, len(block.text))
    return at if last is not None and linked_here(last) else None


_BRACKETED = re.compile(
    r"\s?[(\[]\s?(?:RELATED|PHOTOS?|VIDEOS?|WATCH|SEE ALSO|ALSO READ|READ(?: MORE| ALSO)?|MORE|QUIZ|POLL|GALLERY|"
    r"Related|See also|Also read|Read (?:more|also))\s?:\s[^()\[\]]{8,200}[)\]]"
)


_LED_ASIDE = re.compile(
    r"(?<=[.!?] )(?:You can (?:also )?(?:read|see|watch|hear|find)|Read|See|Watch|Hear|Find) "
    r"(?:our|the full|the whole|more) [^.!?;:]{2,60} here\. (?=[A-Z“\"‘])"
)


def bracketed_pointers(block: Block) -> list[tuple[int, int]]:
    """Return where a paragraph points to other stories: "... on Friday. (RELATED: Toll Row Goes On)".

    Or to a page of its own site in a sentence between two: "... in May. You can hear our choir here. It is ...".
    """
    found = [found.span() for found in _LED_ASIDE.finditer(block.text)] if " here. " in block.text else []
    if ": " not in block.text or block.text[0] in "([":
        return found
    return sorted(found + [found.span() for found in _BRACKETED.finditer(block.text)])


_OF_THE_SITE = frozenset(("our", "full", "latest", "complete", "rest", "whole", "original"))


_NETWORK = re.compile(
    r"\b(?:twitter|facebook|instagram|youtube|linkedin|tiktok|whatsapp|telegram|threads|bluesky)\b", _I
)
_IMPERATIVE = re.compile(
    r"\W*(?:please |also |and |don[’']t forget to )?(?:follow|join|like|find|share|connect|visit|"
    r"subscribe|catch|see|watch|"
    r"check|stay|get|keep|send|contact|tell|read|sign|save|support|click|tap|download|register|unlock|"
    r"listen|browse|discover)\b",
    _I,
)
_CONSENT_WORDS = frozenset(("cookies", "check"))
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


@lru_cache(maxsize=ASKED_AGAIN)
def is_reported(text: str) -> bool:
    """Return whether a line tells what somebody said."""
    return _REPORTED.search(text) is not None


_ITSELF = re.compile(
    r"\b(?:you|your|we|our|us)\b|\bthis (?:page|site|website|content|video|browser|feature|link)\b|"
    r"\b(?:are|is) (?:mandatory|required|prohibited|not allowed|no longer available|not supported)\b",
    _I,
)
# What an outlet says of its own story is part of it, and matters to whoever checks it.
_NOTE = re.compile(
    r"\W*(?:correction|clarification|editor.{0,3}s? note|update)\b|.{0,60}\b(?:updated|corrected|"
    r"amended|clarified)\b",
    _I,
)
_FAILED = re.compile(
    r"^(?:video player is loading|this is a modal window)\b|"
    r"^(?:this|your|the (?:requested|content|page|video|media|file|browser)|unable|sorry|oops|"
    r"please wait|loading|waiting)\b.*"
    r"(?:not (?:support|be (?:found|loaded|played|displayed)|exist|available)|no longer available|"
    r"failed to load|\.\.\.$|…$|"
    r"to (?:view|load|play|display))",
    _I,
)
_CAPTURED = re.compile(
    r"(?:archive\.\w{2,5}\s)?webpage capture\b.{0,20}\bsaved from\b", _I
)  # of a copy in a web archive
_ICON = re.compile(r"^[\w' ]{2,25} icon(?:$| (?:An?|Two|Three|The|Shape|Rectangle|Lines?)\b)")


def site_talk(block: Block) -> int:
    """Return how many different words of `site_words` stand in a sentence in which a page speaks of itself, else 0."""
    words = folded("site_words").intersection(block.tokens)
    # A whole form copied as one paragraph is longer than what a story says to its readers, and says more of the site.
    if (
        len(words) < (2 if block.words <= PROMOTION_WORDS else block.words / A_FORM)
        or block.words > LONGEST_FORM
        or _MARK.search(block.text)
        or is_reported(block.text)
    ):
        return 0
    if _NOTE.match(block.text) or not (_ITSELF.search(block.text) or _IMPERATIVE.match(block.text)):
        return 0
    return len(words)


# What pages and the programs that keep them say to their readers, word for word the same below any story.
_SAID_BY_PROGRAMS = re.compile(
    r"\W*(?:(?:recommended|suggested|picked) for you\b|want (?:to (?:hear|read|see|know|watch) )?more\? |"
    r"be the first (?:of your friends )?to (?:like|recommend|share)\b|"
    r"(?:for )?(?:all )?(?:media|press) (?:enquir|inquir)(?:y|ies)\b.{0,30}\b(?:contact|call|e-?mail)\b|"
    r"our (?:mailing|postal) address is\b|my (?:notes?|thoughts|annotations)\s?:|"
    r"(?:play|pause|stop) (?:audio|sound)\b.{0,40}$|download \d[\d.,]* ?[kmg]b\b)",
    _I,
)


def page_message(block: Block) -> LineVerdict | None:
    """Tell what a page says when a part of it does not work, and the descriptions of its icons."""
    if block.words > 40 or is_told(block) or is_reported(block.text):
        return None
    if (
        _CAPTURED.match(block.text)
        or _SAID_BY_PROGRAMS.match(block.text)
        or _ICON.match(block.text)
        or (block.words <= 8 and _FOR_THE_BLIND.match(block.text))
        or (_FAILED.match(block.text) and not _MESSAGE_WORDS.isdisjoint(block.tokens))
    ):
        return LineVerdict("message of the page")
    return None


# What a page says to those who read it by ear or by keyboard, above everything else.
_FOR_THE_BLIND = re.compile(
    r"(?:keyboard shortcuts?(?: for| to|$)|accessibility (?:links?|help|menu|tools?|statement|feedback|options?)\b|"
    r"jump to (?:navigation|content|main|search|the )|skip to )",
    _I,
)
_MESSAGE_WORDS = frozenset(
    (
        "modal",
        "content",
        "page",
        "video",
        "browser",
        "element",
        "response",
        "javascript",
        "player",
        "media",
        "file",
        "load",
        "link",
    )
)


def offers_more(block: Block) -> bool:
    """Return whether a line has a word of boxes that offer newsletters and the like, in any language."""
    return not _offers().isdisjoint(block.tokens)


@cache
def _offers() -> frozenset[str]:
    return frozenset(word for word in words("box_words.txt") if word[0] != "+")


@cache
def _offers_abroad() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return of each other language the words of offers, and those that speak to the reader."""
    sections = (words("box_words.txt", tag) for tag in ABROAD)
    return tuple(
        (frozenset(word for word in listed if word[0] != "+"), frozenset(word[1:] for word in listed if word[0] == "+"))
        for listed in sections
    )


ABROAD = ("de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "pl", "cs", "tr", "ro", "ru")
"""The other languages whose words for a page's own furniture are listed."""


def offered_abroad(block: Block) -> LineVerdict | None:
    """Tell an offer in another language: a word of such boxes beside one to the reader, and nobody's words."""
    if block.words > PROMOTION_WORDS or is_told(block) or block.text[0].islower() or not offers_more(block):
        return None
    if "://" in block.text:  # a page's box has a link; an address in words is its writer's
        return None
    told = set(block.tokens)
    if not told.isdisjoint(_ENGLISH):
        return None
    said = set(_WORDS.findall(block.text))
    for offers, reader in _offers_abroad():
        if not offers.isdisjoint(told) and not reader.isdisjoint(said | told):
            return LineVerdict("promotion")
    return None


_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(("the", "and", "with", "this", "his", "their", "has"))  # in no other of these languages


# "Our morning briefing breaks down ...", "Get the day's top stories ...", "Keep up to date with ..."
SECOND_LINE = re.compile(
    r"(?:our|get|keep|be|stay|receive|sign|join|enter|catch|delivered|straight|never|discover)\b", _I
)
