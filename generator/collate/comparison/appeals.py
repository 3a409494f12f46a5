"""Whether articles only hand on an appeal to their readers, which tells nothing that happened."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.collate.comparison.matters import Matter
from generator.collate.comparison.scenes import Account
from generator.records import ArticleId, FactValue

_APPEAL = re.compile(
    r"\b(?:any(?:one|body)|those|people|witnesses|residents|readers|members of the public)\s"
    r"(?:with|who (?:has|have|saw|knows?|witnessed))\b[^.]*"
    r"\b(?:call|contact|e-?mail|phone|come forward|get in touch)\b",
    re.I,
)


def appeals(matter: Matter, accounts: Mapping[ArticleId, Account]) -> bool:
    """Return whether all values of a row stand in an appeal: "Anyone with information is asked to call the police"."""
    return all(_stands_in_appeal(value, accounts[value.article_id]) for value in matter.values)


def _stands_in_appeal(value: FactValue, account: Account) -> bool:
    sentence = account.sentence_at(value.span.start)
    return sentence is not None and _APPEAL.search(sentence.span.of(account.text)) is not None
