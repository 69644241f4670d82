"""How the head of a noun phrase names somebody: number, hyphenated names, runs of capitals, names of composed actors."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.words import ONE_OF_A_PEOPLE
from kg.ontology.word_classes import word_class

#: words before a mention that say how sure it is, or join it, and describe nobody
ASIDE = frozenset(
    "suspected alleged presumed supposed purported apparent so - called or and nor either only whose when while "
    "especially particularly notably mainly chiefly even also just".split()
)
#: words before a noun that tell what befell those it is about, or set them beside others: "two *other* wounded nuns"
BESIDE = word_class("befallen") | {"other", "another", "following", "same", "said"}


def first_word(words: Span, *, people: bool = False) -> int:
    """The index of the first word of a noun phrase that describes those it is about: "*suspected* rebels" are rebels.

    Of people it is one behind a remark that was taken out: "NWF [North Wind Front] *guerrillas*".
    """
    doc, first = words.doc, words.start
    closed = [t.i for t in doc[first : words.root.i] if t.text in {")", "]"}]
    if closed and not any(t.text in {"(", "["} for t in doc[first : closed[-1]]):
        first = closed[-1] + 1  # a remark in brackets that begins before the phrase
    remarks = [t.i for t in doc[first : words.root.i] if people and t.is_space and len(t) > 1]
    first = remarks[-1] + 1 if remarks else first
    articles = {i for i in range(first, words.end) if doc[i].dep_ == "det"}
    after = next((i for i in range(first, words.end) if i not in articles), first)
    while after < words.end - 1 and doc[after].lower_ in ASIDE:
        after += 1
        first = after
    told = [t.i for t in doc[first : words.root.i] if t.lower_ in BESIDE and t.head == words.root]
    first = told[-1] + 1 if told else first
    while told and first < words.root.i and doc[first].text == ",":  # "50 dead, mostly *civilians*"
        first += 1
    return first


def is_plural(head: Token) -> bool:
    """Whether a noun is a plural, also one that the model takes for a name: "Wolf militiamen", "*Rebels* of the Front"."""
    of = any(c.lower_ == "of" for c in head.children)
    first = head.is_sent_start and head.is_title and head.lower_.endswith("s") and of
    return head.tag_ in {"NNS", "NNPS"} or (head.tag_ == "NNP" and (first or head.lower_.endswith("men")))


def is_body(head: Token) -> bool:
    """Whether an unknown name is a body's: in capitals throughout, or one word with "the": "the *Rwa*"."""
    acronym = head.is_upper and len(head) >= 3 and head.is_alpha
    article = any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
    return head.tag_ == "NNP" and (acronym or article) and head.ent_type_ != "PERSON"


def definite_plural(head: Token) -> bool:
    """ "the Russians" are the state; "Americans", "an Iraqi", "the American", "two Israelis" are people."""
    single = head.tag_ in {"NN", "NNP"} and head.lower_.endswith(ONE_OF_A_PEOPLE)
    return (
        not single
        and any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
        and not any(c.dep_ == "nummod" for c in head.children)
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
