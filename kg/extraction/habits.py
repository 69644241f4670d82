"""Deeds told as what is done again and again, or always: "Bandits *often* **kidnap** travellers", "Bombs **kill** people"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.tree import children, first_conjunct
from kg.ontology.groupings import FORCE

OFTEN = frozenset(
    "often usually frequently regularly routinely sometimes occasionally habitually typically normally commonly generally "
    "traditionally always rarely seldom whenever".split()
)
EACH = frozenset({"every", "each", "most"})
PERIODS = frozenset("day week month year night weekend summer winter season".split())
WHOEVER = frozenset({"anyone", "anybody", "whoever"})
PRESENT = frozenset({"VBP", "VBZ"})


def habit(head: Token, draft: Draft, words: Words) -> str:
    """The words by which a deed in the present tense is none of a certain day; empty if there are none."""
    if head.tag_ not in PRESENT or words.ontology.actions[draft.action].plover not in FORCE or children(head, "aux"):
        return ""
    near = [*head.children, *first_conjunct(head).children]
    near += [t for clause in children(head, "advcl") for t in children(clause, "advmod")]
    near += [t for thing in children(head, "dobj") for t in children(thing, "npadvmod")]  # read as a word of it
    near += [t for way in children(head, "prep") for t in children(way, "pobj")]
    often = next((t.text for t in near if _is_often(t)), "")
    return often or (_general(head) if _is_general(head, words) else "")


def _is_often(token: Token) -> bool:
    """Whether a word tells how often: "*regularly*", "*every year*", "*whenever* they come", "shoot at *anyone* who comes"."""
    if token.dep_ == "advmod":
        return token.lower_ in OFTEN
    if token.lower_ in WHOEVER:
        return bool(children(token, "relcl"))
    return token.lemma_.lower() in PERIODS and any(c.lower_ in EACH for c in children(token, "det", "amod"))


def _general(verb: Token) -> str:
    return " ".join(t.text for t in (*children(verb, "nsubj"), verb, *children(verb, "dobj")))


def _is_general(verb: Token, words: Words) -> bool:
    """Whether a sentence tells of all of a kind, with no name, number, place or time: "*Bombs* **kill** *people*."."""
    sides = children(verb, "nsubj"), children(verb, "dobj")
    bare = all(len(side) == 1 and side[0].tag_ == "NNS" and not list(side[0].lefts) for side in sides)
    plain = verb.sent.text.rstrip().endswith(".") and not any(
        t.ent_type_ or t.like_num or t.pos_ in {"PROPN", "NUM"} or words.is_toponym(t) for t in verb.sent
    )
    return bare and plain and not children(verb, "advcl", "prt")
