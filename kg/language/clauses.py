"""The clauses of a parse tree (spaCy's English labels): who does what to whom, the words between resolved."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import NOMINAL, OBJECTS
from kg.language.tree import children, first_conjunct, prepositional, taken_to_act, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
GOVERNED = frozenset({"xcomp", "ccomp", "acomp", "attr", "prep", "advmod"})
PREDICATIVE = frozenset({"acomp", "attr", "prep", "advmod", "oprd"})
DIRECTIONS = frozenset({"north", "south", "east", "west", "northward", "southward", "eastward", "westward"})
OBJECT_CONTROL = word_class("having-done")
#: verbs by which somebody is given the order, the time or the means to do something
GIVING = frozenset({"give", "grant", "offer", "allow"})
#: verbs that ask somebody whom a preposition names, with the prepositions
CALLING = {
    "call": frozenset({"on", "upon"}),
    "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}),
    "prevail": frozenset({"on", "upon"}),
    "lean": frozenset({"on"}),
}
#: nouns for what is done to the doer of a deed: "the *arrest* of two officers for killing a priest"
JUSTICE = word_class("justice")
#: nouns for what somebody asks others to do: "a **call** by *the union* to disarm"
ASKING = frozenset({"call", "appeal", "demand", "request", "order", "plea", "ultimatum", "invitation"})
#: nouns for what somebody sets out to do
PLOTS = word_class("plots")
#: verbs of those who stop what others set out to do
FOILING = word_class("foiling")
#: verbs that tell somebody what not to do: "warned *them* against **attacking**"
WARNING = frozenset({"warn", "caution", "advise"})
ACCUSING = word_class("accusing")
#: what befalls people in a deed of others
HARM_IN = word_class("harm-in")
#: labels of what nobody is: "got *20 years* for torturing them"
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
#: words by which one of many is told to do something
RANKS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last only latest".split())


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects of a verb, its own or those it shares, relative pronouns resolved to their noun."""
    if depth > 8:
        return []
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        own = [t for t in own if not _is_emphasis(t, own)]
        told = resolved(own, verb)
        # "57 people **who** were killed and 18 who are missing": the 18 are none of the killed
        return [t for t in with_conjuncts(told) if told == own or t.i < verb.i]
    dep, head = verb.dep_, verb.head
    if dep == "conj" and head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(head, depth + 1)
    if dep in {"attr", "acomp"} and head.lemma_ == "be" and verb.tag_ in {"VBG", "VBN"}:
        return surface_subjects(head, depth + 1)
    if dep in GOVERNED and head.dep_ in PREDICATIVE:  # "is about to", "is ready to", "is set to"
        return surface_subjects(head.head, depth + 1)
    if verb.tag_ == "VBG" and dep == "xcomp" and head.lemma_ == "hear" and head.tag_ != "VBN":
        return []  # "residents heard *shelling*"
    if dep in {"xcomp", "ccomp", "oprd"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        return _controller(verb, head, depth)
    if dep == "acl" and head.pos_ in NOMINAL and not (verb.tag_ == "VB" and head.dep_ == "attr" and is_first(head)):
        return _noun_of_clause(verb, head, depth)
    if dep in {"relcl", "acl"} and verb.tag_ == "VB" and head.dep_ == "attr" and is_first(head):
        return surface_subjects(head.head, depth + 1)
    if dep in {"relcl", "acl"} and verb.tag_ == "VB" and head.dep_ == "pobj" and head.head.lower_ == "among":
        return surface_subjects(head.head.head, depth + 1)  # "*Australia* was among the first **to recognise** it"
    if dep == "relcl" and head.pos_ in NOMINAL and verb.tag_ in {"VBG", "VBN"}:
        return with_conjuncts([head])
    if dep == "advcl" and head.pos_ in {"VERB", "AUX"}:
        given = (_given(head) or _called_on(head) or _sent_to_court(verb, head)) if verb.tag_ == "VB" else []
        return given or _absolute(verb, head) or surface_subjects(head, depth + 1)
    if dep == "pcomp":
        return _subject_of_gerund(verb, depth)
    if dep == "dep" and head.tag_ in {"VBN", "VBD"} and head.i < verb.i:  # "*a bomb* hidden in a cart **went** off"
        return surface_subjects(head, depth + 1)
    if dep == "auxpass" or (dep == "aux" and head.pos_ == "VERB"):
        return surface_subjects(head, depth + 1)
    return []


def _is_emphasis(pronoun: Token, subjects: list[Token]) -> bool:
    """Whether a reflexive only stresses another subject: "*a nurse* was **herself** shot"."""
    return len(subjects) > 1 and pronoun.pos_ == "PRON" and pronoun.lower_.endswith(("self", "selves"))


def _absolute(verb: Token, head: Token) -> list[Token]:
    """Of whom a participle behind "with" tells: "six were killed, with *two others* **injured**"."""
    if verb.tag_ != "VBN":
        return []
    for preposition in children(head, "prep"):
        close = preposition.lower_ == "with" and preposition.right_edge.i == verb.left_edge.i - 1
        if close and not verb.left_edge.is_punct and (objects := children(preposition, "pobj")):
            return with_conjuncts(objects)
    return []


def resolved(tokens: list[Token], verb: Token) -> list[Token]:
    """Relative pronouns replaced by the noun their clause belongs to."""
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    relative = clause.dep_ == "relcl"
    return [
        clause.head
        if (relative and t.lower_ in RELATIVES and t.tag_ != "DT")
        or (relative and (t.lower_ == "that" or _all_of_which(t)))
        else t
        for t in tokens
    ]


def _all_of_which(token: Token) -> bool:
    """Whether a subject is the whole of what its clause hangs on: "*all of which* were shot down"."""
    of = (p for c in token.children if c.lower_ == "of" for p in c.children)
    return token.lower_ in {"all", "both"} and any(t.lower_ in {"which", "whom"} for t in of)


def _controller(verb: Token, head: Token, depth: int) -> list[Token]:
    """Who does what a governed verb says: "tried to strike", "ordered troops to leave"."""
    objects = [c for c in head.children if c.dep_ in OBJECTS or c.dep_ == "dative"]
    if objects and head.lemma_.lower() in OBJECT_CONTROL:
        return with_conjuncts(objects)
    if not objects and (asked := _called_on(head)) and verb.i > asked[0].i:
        return with_conjuncts(asked)
    if is_passive(head) or verb.tag_ != "VBN":
        return surface_subjects(head, depth + 1)
    return with_conjuncts(objects) or surface_subjects(head, depth + 1)


def is_first(noun: Token) -> bool:
    """Whether a noun says as which of many somebody does something: "became the *first* **state** to recognise it"."""
    return any(c.lower_ in RANKS for c in noun.children)


def _given(verb: Token) -> list[Token]:
    """Who is given something to act on: "gave *the aid agencies* a week to **leave**"."""
    if verb.lemma_ not in GIVING:
        return []
    return with_conjuncts(t for c in children(verb, "dative") for t in (children(c, "pobj") or [c]))


def _sent_to_court(verb: Token, head: Token) -> list[Token]:
    """Who is sent somewhere to be judged: "extradited *a commander* to Lesk to **face** charges"."""
    if is_passive(head) or verb.lemma_ not in {"face", "stand", "answer", "await"}:
        return []
    return with_conjuncts(t for t in children(head, "dobj") if t.i < verb.i)


def _called_on(verb: Token) -> list[Token]:
    """Who is asked to do what follows: "called on *the generals* to **release** them"."""
    ways = CALLING.get(verb.lemma_.lower(), frozenset())
    return [t for c in children(verb, "prep") if c.lower_ in ways for t in children(c, "pobj")]


def _noun_of_clause(verb: Token, head: Token, depth: int) -> list[Token]:
    """Subject of a participle or an infinitive at a noun: "rebels holding the town", "an attempt to stop"."""
    if verb.tag_ in {"VBG", "VBN"}:
        return with_conjuncts([_first_of_absolute(verb, head)])
    if (taking := taken_to_act(head)) is not None:
        return surface_subjects(taking, depth + 1)
    asks = verb.tag_ == "VB" and head.lemma_ in ASKING
    if asks and (asked := [t for name, t in prepositional(head) if name in {"to", "for", "on"} and t.i < verb.i]):
        return with_conjuncts(asked[:1])
    owners = [] if asks else _owners(head)
    if owners:
        return with_conjuncts(owners)
    if head.dep_ == "dobj" and (given := _given(head.head)):
        return given
    if head.dep_ in OBJECTS and head.head.pos_ == "VERB" and head.head.lemma_.lower() not in FOILING:
        return surface_subjects(head.head, depth + 1)
    return []


def _owners(head: Token) -> list[Token]:
    """Whose plan or attempt a noun is: "*rebels'* attempt to **take** the town", "a plan by *the army* to leave"."""
    owners = [c for c in head.children if c.dep_ == "poss" or (c.dep_ == "compound" and head.lemma_ in PLOTS)]
    owners += [t for name, t in prepositional(head) if name in {"by", "of"}]
    return owners + [
        t for name, part in prepositional(head) if name == "on" and part.lower_ == "part" for t in _of(part)
    ]


def _of(part: Token) -> list[Token]:
    """On whose part something is: "a plan *on the part of* **rebels** to bomb a bridge"."""
    return [t for name, t in prepositional(part) if name == "of"]


def _first_of_absolute(verb: Token, head: Token) -> Token:
    """The first of those that a participle behind "with" tells of: "six died, with *two guards* and a cook **wounded**"."""
    first = first_conjunct(head)
    final = verb.tag_ == "VBN" and first != head and first.head.lower_ == "with" and first.head.head.pos_ == "VERB"
    return first if final and not children(verb, "agent", "prep") else head


def _subject_of_gerund(verb: Token, depth: int) -> list[Token]:
    """Subject of a gerund after a preposition: "accused rebels of shelling", "by shelling the town"."""
    preposition = verb.head
    governor = preposition.head
    if preposition.lower_ in {"during", "amid", "despite", "since", "over"}:
        return []
    if preposition.lower_ == "in" and is_passive(governor) and governor.lemma_.lower() in HARM_IN:
        return []  # "two people were killed in **firing** on a crowd", which others did
    if governor.pos_ in {"VERB", "AUX"}:
        objects = [c for c in governor.children if c.dep_ in OBJECTS and c.ent_type_ not in MEASURES]
        moved = {"of", "for", "with", "from", "as"} | ({"against"} if governor.lemma_.lower() in WARNING else set())
        if preposition.lower_ in moved and (objects or is_passive(governor)):
            passive = is_passive(governor)  # "*was given* 20 years for **torturing** them"
            return ([] if passive else with_conjuncts(objects)) or surface_subjects(governor, depth + 1)
        if preposition.lower_ == "for" and (hit := _hit_back_at(governor, preposition)):
            return hit
        if preposition.lower_ in {"before", "after"} and governor.dep_ == "xcomp" and _is_made(governor):
            return surface_subjects(governor.head, depth + 1)
        return surface_subjects(governor, depth + 1)
    if governor.pos_ in {"NOUN", "ADJ", "PROPN"}:
        owners = [c for c in governor.children if c.dep_ == "poss"]
        if owners:
            return with_conjuncts(owners)
        if preposition.lower_ == "for" and (seized := _seized(governor)):
            return seized
        if preposition.lower_ in {"of", "for", "with"} and (accused := _accused(governor)):
            return accused
        if governor.head.pos_ in {"VERB", "AUX"}:
            return surface_subjects(governor.head, depth + 1)
        return with_conjuncts([governor]) if governor.ent_type_ or governor.pos_ == "PROPN" else []
    return []


def _hit_back_at(verb: Token, reason: Token) -> list[Token]:
    """Who is struck for what they did: "retaliated against *Lesk* for **sheltering** rebels"."""
    ways = (c for c in children(verb, "prep") if c.lower_ in {"against", "at", "on"} and c.i < reason.i)
    return with_conjuncts(t for c in ways for t in children(c, "pobj"))


def _is_made(verb: Token) -> bool:
    """Whether somebody is made to do it, before or after which another acts: "forced them to leave before *burning* it"."""
    return verb.head.lemma_.lower() in OBJECT_CONTROL and any(c.dep_ in OBJECTS for c in verb.head.children)


def _seized(noun: Token) -> list[Token]:
    """Who is seized for a deed, told by nouns alone: "the arrest of *two officers* for **killing** a priest"."""
    first = first_conjunct(noun)
    seizure = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else noun
    if seizure.lemma_ not in JUSTICE:
        return []
    return with_conjuncts([p for c in children(seizure, "prep") if c.lower_ == "of" for p in children(c, "pobj")])


def _accused(noun: Token) -> list[Token]:
    """Those accused, where the gerund hangs on the last of them: "accused police and allied *militias* of shelling".

    A participle before it can pass for a verb that goes on the accusing: "accused police and *allied* militias".
    """
    verb = noun.head if noun.dep_ in OBJECTS else noun
    while verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"} and verb.head.pos_ == "VERB":
        verb = verb.head
    if verb == noun or verb.lemma_ not in ACCUSING:
        return []
    objects = [c for c in verb.children if c.dep_ in OBJECTS]
    return list(dict.fromkeys([*with_conjuncts(objects), *with_conjuncts([noun])]))
