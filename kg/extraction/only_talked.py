"""What is only talked about or told to the press: "met to discuss a *ceasefire*", "told a news agency *by telephone*"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words

#: verbs and nouns of talking about what may be agreed on
DISCUSSING = frozenset("discuss debate explore consider review negotiate".split())
TALKS = frozenset("talk negotiation discussion consultation meeting conference summit dialogue".split())
ON = frozenset({"on", "about", "over"})
OPEN = frozenset({"a", "an", "any", "another"})


def only_talked(draft: Draft, kind: str, words: Words) -> str:
    """Why an act of a PLOVER type is none: an agreement that is only talked about, a call by which the press is told."""
    if (
        (kind == "AGREE" or draft.action == "Ceasefire")
        and not draft.agents
        and _is_subject_of_talks(words.doc[draft.head])
    ):
        return "it is only talked about"
    if draft.action == "Call" and any(_is_press(words.doc[i], words) for i in draft.targets):
        return "it is how the press is told"
    return ""


def _is_subject_of_talks(noun: Token) -> bool:
    """*They* met to discuss **a ceasefire**; *talks* on **a truce**."""
    known = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in OPEN) for c in noun.children)
    if noun.pos_ != "NOUN" or known:
        return False
    if noun.dep_ == "dobj":
        return noun.head.lemma_.lower() in DISCUSSING
    return noun.dep_ == "pobj" and noun.head.lower_ in ON and noun.head.head.lemma_.lower() in TALKS


def _is_press(heard: Token, words: Words) -> bool:
    """*A resident* told *a news agency* **by telephone** that the rebels had left."""
    entry = words.entry(heard)
    return "media" in words.classes(heard) or (entry is not None and entry.sector == "MED")
