"""The parser of Markdown: markdown-it's CommonMark with tables and struck words, so set that nothing of a text is lost.

Its rules keep near linear time on hostile text. Addresses are neither judged nor rewritten: nobody follows them here.
"""

from __future__ import annotations

from functools import cache, partial

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock, blockquote, list_block, table
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.rules_inline import StateInline

MAX_DEPTH = 10  # of quotes and lists inside of each other, a list counting twice; what is deeper is taken for text
MAX_NESTING = MAX_DEPTH + 2  # below it markdown-it drops blocks; and it reads an open bracket as often


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


@cache
def parser() -> MarkdownIt:
    """Return the parser. Its tokens are markdown-it's, with "definition" for the address of a reference."""
    made = _Parser("commonmark", {"inline_definitions": True, "maxNesting": MAX_NESTING})
    made.enable(["table", "strikethrough"])
    # Indented text is no code here but what somebody indented; tags go one by one, wherever they stand; marks that are
    # escaped stay apart from those that mean something.
    made.disable(["normalize", "code", "html_block", "text_join"])
    made.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    alternatives = ["paragraph", "reference", "blockquote", "list"]
    made.block.ruler.at("blockquote", partial(_shallow, blockquote), {"alt": alternatives})
    made.block.ruler.at("list", partial(_shallow, list_block), {"alt": alternatives[:3]})
    made.inline.ruler.before("link", "lone", _lone)
    return made


def _shallow(rule: RuleFuncBlockType, state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return (silent or state.level < MAX_DEPTH) and rule(state, start, end, silent)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Keep the cells that a row has beyond the table's columns, in its last one."""
    first = len(state.tokens)
    found = table(state, start, end, silent)
    if silent or not found:
        return found
    cells = [token for token in state.tokens[first:] if token.type == "inline" and token.map]
    width = sum(cell.map == [start, start + 1] for cell in cells)
    for last in cells[width - 1 :: width]:
        written = escapedSplit(mdTrim(getLine(state, last.map[0] if last.map else start)))
        more = written[width + (written[0] == "") :]
        last.content = " | ".join(filter(None, [last.content, *map(mdTrim, more)]))
    return True


def _lone(state: StateInline, silent: bool) -> bool:
    """Take a bracket for text when no link or picture can end from here on; each would be followed to the end."""
    ending = "]" if state.env.get("references") else "]("
    if state.src[state.pos] not in "[!" or state.html_terminator_last(ending) > state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos])
    state.pos += 1
    return True
