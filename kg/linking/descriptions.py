"""What a noun phrase says of somebody besides the head: owner, stance, number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.names import Name
from kg.language.tree import phrase
from kg.model import StanceRelation
from kg.ontology import Nouns, Role

#: participles after a name and prefixes before one that tell a stance and no ownership
AFTER: dict[str, StanceRelation] = {
    "led": "led_by",
    "backed": "backed_by",
    "supported": "backed_by",
    "sponsored": "backed_by",
    "funded": "backed_by",
    "trained": "backed_by",
    "allied": "allied_with",
    "aligned": "allied_with",
    "linked": "allied_with",
    "affiliated": "allied_with",
    "inspired": "allied_with",
    "controlled": "led_by",
    "run": "led_by",
}
BEFORE: dict[str, StanceRelation] = {"pro": "supports", "anti": "opposes"}
#: words after people that tell a stance to whom "to", "with" or "by" names
BEHIND: dict[str, StanceRelation] = AFTER | {
    "loyal": "supports",
    "faithful": "supports",
    "opposed": "opposes",
    "hostile": "opposes",
    "commanded": "led_by",
}
#: participles after the name of a maker, a flag, a goal or of who approves of them
MADE = frozenset(
    "made built supplied designed manufactured produced flagged registered bound recognised recognized mandated".split()
)
#: tokens from a word of a name in which the name ends
NEAR = 8
OWNING = frozenset({"of", "from", "for", "with", "in", "within"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name inside a phrase and how it stands there: as owner, or by a stance."""

    token: Token
    name: Name
    relation: StanceRelation | None


def named_parts(head: Token, words: Words) -> Iterator[Mention]:
    """Names before the head of a noun phrase, the nearest to the head first; each name once."""
    seen: set[int] = set()
    for token in reversed(head.doc[phrase(head).start : head.i]):
        name = words.name(token)
        if name is None or name.start in seen or _tells_make(token, name):
            continue
        if not _in_other_phrase(token, head):
            seen.add(name.start)
            yield Mention(token, name, stance_at(name, head))


def _tells_make(token: Token, name: Name) -> bool:
    """Whether a name tells where a thing was made, and not whose it is: "*Iranian*-made drones"."""
    after = [t for t in token.doc[token.i : token.i + NEAR] if t.idx >= name.end][:2]
    return len(after) == 2 and after[0].text == "-" and after[1].lower_ in MADE


def coordinated(one: Token, other: Token) -> bool:
    """Whether two modifiers are joined by "and" or a comma: "British and U.S. commandos"."""
    between = one.doc[min(one.i, other.i) + 1 : max(one.i, other.i)]
    return any(t.lower_ in {"and", ",", "or"} for t in between) and all(
        t.pos_ in {"CCONJ", "PUNCT", "PROPN", "ADJ", "DET"} for t in between
    )


def _in_other_phrase(token: Token, head: Token) -> bool:
    """Whether a token belongs to an apposition before the head rather than to the head."""
    return any(t.dep_ == "appos" for t in (token, *token.ancestors) if t.i != head.i and head.is_ancestor(t))


def stance_at(name: Name, head: Token) -> StanceRelation | None:
    """The stance that a prefix or a participle beside a name tells: "anti-Taliban", "U.S.-led"."""
    doc = head.doc
    words = doc.char_span(name.start, name.end, alignment_mode="expand")
    if words is None:
        return None
    first, last = words.start, words.end - 1
    after = [doc[i].lower_ for i in range(last + 1, min(last + 3, len(doc)))]
    if after[:1] == ["-"] and len(after) > 1 and after[1] in AFTER:
        return AFTER[after[1]]
    if after and after[0] in AFTER:
        return AFTER[after[0]]
    if first >= 2 and doc[first - 1].text == "-" and doc[first - 2].lower_ in BEFORE:
        return BEFORE[doc[first - 2].lower_]
    return None


def owner_phrases(head: Token) -> Iterator[Token]:
    """Heads of phrases that say whose: possessor, "of the army", "spokesman for the ministry", "rebels belonging to"."""
    for item in head.children:
        if item.dep_ == "poss":
            yield item
        elif item.dep_ == "prep" and item.lower_ in OWNING and item.i > head.i:
            yield from (c for c in item.children if c.dep_ == "pobj")
        elif item.dep_ == "acl" and item.lemma_.lower() == "belong":
            yield from (c for p in item.children if p.lower_ == "to" for c in p.children if c.dep_ == "pobj")


def told_of(head: Token) -> Iterator[Token]:
    """Heads of what is told of a name: its apposition, the noun it is apposed to, a title before it."""
    yield from (c for c in head.children if c.dep_ == "appos")
    if head.dep_ == "appos" and head.head.pos_ == "NOUN":
        yield head.head
    for item in head.children:
        if item.dep_ in {"compound", "nmod"} and item.i < head.i:
            yield item


def stances_behind(head: Token) -> Iterator[tuple[StanceRelation, Token]]:
    """Stances told after people, with whom: "forces loyal to the president", "militias backed by Iran"."""
    for word in head.children:
        if word.i > head.i and word.dep_ in {"acl", "amod"} and word.lower_ in BEHIND:
            for preposition in word.children:
                if preposition.lower_ in {"to", "with", "by"}:
                    yield from ((BEHIND[word.lower_], c) for c in preposition.children if c.dep_ == "pobj")


def stance_word(head: Token) -> tuple[StanceRelation, Token] | None:
    """A stance to a common noun: "pro-regime militia", "government-backed force", "anti-government rebels"."""
    doc = head.doc
    start = phrase(head).start
    for i in range(start, head.i - 1):
        if doc[i + 1].text == "-" and doc[i].lower_ in BEFORE and i + 2 < head.i:
            return BEFORE[doc[i].lower_], doc[i + 2]
        if doc[i + 1].text == "-" and i + 2 < head.i and doc[i + 2].lower_ in AFTER and doc[i].pos_ == "NOUN":
            return AFTER[doc[i + 2].lower_], doc[i]
    return None


def titled(word: Token, nouns: Nouns) -> Role | None:
    """The police role that a title before a name tells and the word alone does not: "*Inspector* Rao"."""
    code = nouns.titles.get(word.lower_) if word.text.istitle() and word.dep_ == "compound" else None
    return next((r for r in nouns.roles.values() if r.code == code and r.person), None) if code == "COP" else None
