"""How the head of a noun phrase names somebody: number, hyphenated names, runs of capitals, names of composed actors."""

from __future__ import annotations

from spacy.tokens import Span, Token

#: words before a mention that say how sure it is, or join it, and describe nobody
ASIDE = frozenset(
    "suspected alleged presumed supposed purported apparent so - called or and nor either only whose".split()
)


def first_word(words: Span) -> int:
    """The index of the first word of a noun phrase that describes those it is about: "*suspected* rebels" are rebels."""
    doc, first = words.doc, words.start
    articles = {i for i in range(first, words.end) if doc[i].dep_ == "det"}
    after = next((i for i in range(first, words.end) if i not in articles), first)
    while after < words.end - 1 and doc[after].lower_ in ASIDE:
        after += 1
        first = after
    return first


def is_plural(head: Token) -> bool:
    """Whether a noun is a plural, also one in -men that the model takes for a name: "Wolf militiamen"."""
    return head.tag_ in {"NNS", "NNPS"} or (head.tag_ == "NNP" and head.lower_.endswith("men"))


def definite_plural(head: Token) -> bool:
    """ "the Russians" are the state; "Americans", "an Iraqi", "two Israelis" are people."""
    return any(c.dep_ == "det" and c.lower_ == "the" for c in head.children) and not any(
        c.dep_ == "nummod" for c in head.children
    )


def hyphenated(head: Token) -> Token:
    """The first token of a word that hyphens join to the head's front ("al-Aridi")."""
    doc, first = head.doc, head.i
    while (
        first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_
    ):
        first -= 2
    return doc[first]


def proper_name(head: Token) -> Span:
    """The run of capitalised words that ends at the head, the entity's words where the model sees one."""
    doc = head.doc
    first = hyphenated(head).i
    while (
        first > 0
        and (doc[first - 1].pos_ == "PROPN" or (doc[first - 1].ent_type_ == head.ent_type_ and head.ent_type_))
        and doc[first - 1].dep_ in {"compound", "nmod", "amod", "flat", "punct"}
    ):
        first -= 1
    return doc[first : head.i + 1]
