"""Whether a mention tells of another happening than those before it: "a *separate* raid", "*Elsewhere*, rebels attacked"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.language.grammar import DEFINITE
from kg.language.tree import children, is_definite
from kg.linking.parted import DYING

#: what tells a happening, or its weapon, from those before it; the second group also counts them ("the second attack")
APART = frozenset({"another", "separate", "different", "unrelated"})
#: what was told before, or took place before what was told: "in the *earlier* one", "the *previous* attack"
EARLIER = frozenset({"earlier", "previous", "prior", "former"})
ANEW = frozenset({"second", "third", "fourth", "fifth", "other", "similar", "new", "fresh", "further", "subsequent"})
#: verbs by which others act back
ANSWERING = frozenset({"answer", "respond", "retaliate", "reply"})
#: adverbs that begin a sentence on something else
BESIDES = frozenset({"separately", "elsewhere", "earlier", "meanwhile", "also", "previously"})
FARTHER = frozenset({"farther", "further"})
DIRECTIONS = frozenset("north south east west northward southward eastward westward inland away".split())
#: tokens of a heading
HEADING = 6
#: "Hours later", "Two days earlier": what happens so long before or after is another happening
LATER = re.compile(
    r"(?:(?:A|An|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|\d+|The previous|The next|The following) )?"
    r"(?:hours?|days?|nights?|weeks?|months?|years?) (?:later|earlier|before|afterwards?)?,? ",
    re.IGNORECASE,
)
#: nouns of "in a separate *incident*", which need be no event of their own
OCCASIONS = frozenset(
    "incident event case development attack assault clash raid operation action strike bombing shooting explosion "
    "blast ambush episode violence battle encounter accident one".split()
)


def is_another(doc: Doc, draft: Draft) -> bool:
    """Whether a draft is of another happening: "a *second* bomb", "police **answered** with fire", "*In Lesk*, gunmen shot"."""
    head = doc[draft.head]
    heads = [head, *(doc[i] for i in draft.instruments), *(doc[i] for i in draft.agents if doc[i].tag_ == "NN")]
    if any(token.dep_ != "attr" and is_told_apart(token) for token in heads):
        return True
    if not is_definite(head) and _is_long_ago(head):
        return True
    if head.pos_ == "VERB" and head.lemma_.lower() in ANSWERING and draft.agents:
        return True
    verb = doc[draft.verb] if draft.verb is not None else head
    apart = any(is_told_apart(noun) for noun in _occasions(verb))
    return apart or (not is_definite(head) and (_begins_besides(head) or _begins_elsewhere(verb)))


def _is_long_ago(token: Token) -> bool:
    """Whether something is what the present is measured from: "the worst attack **since** rebels *killed* 40 in 2015"."""
    above = (token, *token.ancestors)
    return any(t.lower_ == "since" or any(c.lower_ == "since" and c.dep_ == "mark" for c in t.children) for t in above)


def is_told_apart(noun: Token) -> bool:
    """Whether the words before a noun tell it from the like: "*another* raid", "a *separate* attack", "a *second* bomb".

    Such a word may stand alone: "a car bomb went off and *another* detonated".
    """
    words = {c.lower_ for c in children(noun, "amod", "det")} | {noun.lower_}
    return bool(words & (APART | EARLIER)) or (bool(words & ANEW) and not words & DEFINITE)


def _occasions(verb: Token) -> Iterator[Token]:
    """The nouns of "in a separate incident", beside a verb."""
    for preposition in children(verb, "prep"):
        if preposition.lower_ in {"in", "during"}:
            yield from (noun for noun in children(preposition, "pobj") if noun.lemma_.lower() in OCCASIONS)


def _begins_elsewhere(verb: Token) -> bool:
    """Whether a sentence begins with a place in which nothing was told yet: "*In Lesk*, gunmen **shot** a judge"."""
    first = next((t for t in verb.sent if not t.is_space), verb)
    place = next(iter(children(first, "pobj")), None) if first.lower_ in {"in", "at", "near"} else None
    while verb.dep_ in {"conj", "advcl", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    if place is None or place.pos_ != "PROPN" or first.head != verb or place.ent_type_ in {"DATE", "TIME"}:
        return False
    named = (t.sent for t in first.doc[: first.i] if t.text == place.text)
    return not any(t.pos_ in {"VERB", "AUX"} for sentence in named for t in sentence)


def _is_headed(token: Token) -> bool:
    """Whether the sentence of a token is the first below the name of a place: "*North Kivu:* Rebels **shot** a nun"."""
    start = token.sent.start
    before = token.doc[start - 1].sent if start else token.sent
    words = [t for t in before if not t.is_space and not t.is_punct]
    named = bool(words) and all(t.pos_ == "PROPN" for t in words)
    return start > 0 and before.text.rstrip().endswith(":") and len(before) <= HEADING and named


def _begins_besides(token: Token) -> bool:
    """Whether the sentence of a token begins with "Separately", "Elsewhere" or "Farther south".

    "Also **injured** was a guard" tells of one more in what was told before.
    """
    first = next((t for t in token.sent if not t.is_space and not t.is_punct), token)
    if _is_headed(token):
        return True
    if LATER.match(token.sent.text.strip()) and (token.lemma_.lower() not in DYING):
        return True
    if first.lower_ == "also" and first.head == token and token.tag_ == "VBN":
        return False
    after = first.doc[first.i + 1 : first.i + 2].text.lower()
    return first.lower_ in BESIDES or (first.lower_ in FARTHER and after in DIRECTIONS)
