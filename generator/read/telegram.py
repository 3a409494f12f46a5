"""Exports of Telegram: the posts of a channel, or of a chat in which others' posts were passed on.

What people write to each other in a chat is nobody's business: there only what was passed on is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from generator.read.days import stated_day
from generator.read.input_file import Contents, InputFile, Unreadable, refuse_more
from generator.read.rich_text import run_of
from generator.records import Metadata, Removed, Stated

LEAST_WORDS = 25
"""Of a post that may be an article: links with a word beside them, stickers and greetings have fewer."""
DAY_OF_PASSING_ON = "day of saving: the message in which it was passed on"
_TAGS = re.compile(r"(?:#\w{2,40}\s*)+|(?:[^\w\s#]{0,3}\s*@\w{3,40}\s*)+")
_LINKS = frozenset(("mention", "text_link", "link", "hashtag", "url"))


def is_export(loaded: object) -> bool:
    """Return whether loaded JSON is an export of a chat or channel, or of several."""
    return any(True for _ in _chats(loaded))


def _chats(loaded: object) -> Iterator[Mapping[str, Any]]:
    if not isinstance(loaded, Mapping):
        return
    chats = loaded.get("chats")
    listed = chats.get("list") if isinstance(chats, Mapping) else None
    for chat in listed if isinstance(listed, list) else [loaded]:
        messages = chat.get("messages") if isinstance(chat, Mapping) else None
        if isinstance(messages, list) and any(
            isinstance(one, Mapping) and {"id", "type", "date", "text"} <= set(one) for one in messages
        ):
            yield chat


def read(loaded: object, source: InputFile) -> Contents:
    """Return an article a post, those that were sent in several messages as one."""
    found, talk = [], 0
    for chat in _chats(loaded):
        sent = [one for one in chat["messages"] if isinstance(one, Mapping) and one.get("type") == "message"]
        for _, group in groupby(sent, key=_together):
            posts = list(group)
            whole = "\n\n".join(filter(None, (run_of(post.get("text")).strip() for post in posts)))
            is_post = _is_channel(posts[0]) or posts[0].get("forwarded_from")
            if is_post and len(whole.split()) >= LEAST_WORDS:
                found.append((posts, whole))
            else:
                talk += bool(whole)
    if not found:
        raise Unreadable("is an export of Telegram and holds no post of a channel", "Export the channel itself")
    refuse_more(len(found))
    articles = []
    for number, (posts, whole) in enumerate(found, start=1):
        text, left_out = _without_links(posts[-1], whole)
        given = _given(posts[0])
        at = number if len(found) > 1 else None
        articles.append(
            source.article(text, "scrape", given, number=at, removed=left_out, wanted_id=_id(source, posts[0], at))
        )
    told = f"{talk} other message(s) were not read"
    problems = (source.problem(told, "Save what is missing as .txt"),) if talk else ()
    return Contents(tuple(articles), problems)


def _together(post: Mapping[str, Any]) -> object:
    """Return what the messages of one long post have in common: they are passed on together."""
    whom = post.get("forwarded_from")
    return (str(whom), str(post.get("date"))[:16], str(post.get("from_id"))) if whom else post.get("id")


def _is_channel(post: Mapping[str, Any]) -> bool:
    return str(post.get("from_id", "")).startswith("channel")


def _given(post: Mapping[str, Any]) -> Metadata:
    passed_on = post.get("forwarded_from")
    day = stated_day(str(post.get("date", "")))
    how = DAY_OF_PASSING_ON if passed_on else "day of the post"
    # Who is named beside a message that was passed on may be a person, who has an id of another kind where it is told.
    by_person = str(post.get("forwarded_from_id", "")).startswith("user")
    name = None if by_person else passed_on or (post.get("from") if _is_channel(post) else None)
    return Metadata(
        outlet=Stated(name.strip(), "channel of the post") if isinstance(name, str) and name.strip() else None,
        published=Stated(day, how) if day else None,
    )


def _without_links(post: Mapping[str, Any], whole: str) -> tuple[str, tuple[Removed, ...]]:
    """Return a post without its last lines of nothing but links and tags: "@quay_news | Subscribe"."""
    text = post.get("text")
    parts = text if isinstance(text, list) else []
    linked = {run_of(part).strip() for part in parts if isinstance(part, Mapping) and part.get("type") in _LINKS}
    lines = whole.rstrip().split("\n")
    out: list[str] = []
    while len(lines) > 1 and _is_of_links(lines[-1], linked):
        out.insert(0, lines.pop())
    removed = (Removed("\n".join(out).strip(), "links of the channel"),) if any(map(str.strip, out)) else ()
    return "\n".join(lines).rstrip(), removed


def _is_of_links(line: str, linked: set[str]) -> bool:
    rest = line
    for words in sorted(linked, key=len, reverse=True):
        rest = rest.replace(words, " ") if words else rest
    return not re.search(r"\w", _TAGS.sub(" ", rest))


def _id(source: InputFile, post: Mapping[str, Any], number: int | None) -> str | None:
    return f"{source.stem}-{post['id']}" if number is not None and isinstance(post.get("id"), int) else None
