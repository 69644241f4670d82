"""The clauses of a parse tree (spaCy's English labels): who does what to whom, the words between resolved."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.tree import (
    AUXILIARIES,
    NOMINAL,
    OBJECTS,
    SUFFERED,
    children,
    first_conjunct,
    taken_to_act,
    with_conjuncts,
)

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
GOVERNED = frozenset({"xcomp", "ccomp", "acomp", "attr", "prep", "advmod"})
PREDICATIVE = frozenset({"acomp", "attr", "prep", "advmod", "oprd"})
DIRECTIONS = frozenset({"north", "south", "east", "west", "northward", "southward", "eastward", "westward"})
OBJECT_CONTROL = frozenset(
    (
        "force order urge ask tell allow permit help persuade convince compel enable encourage instruct "
        "direct call invite pressure push lead cause beg authorize authorise command incite prompt provoke "
        "require send recruit hire train warn"
    ).split()
)
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
#: verbs whose object is told to be in a state: "left *12* wounded"
LEAVING = frozenset({"leave", "see", "find", "get", "have", "want"})
#: nouns for what is done to the doer of a deed: "the *arrest* of two officers for killing a priest"
SEIZING = frozenset(
    "arrest detention capture trial prosecution indictment conviction sentencing imprisonment extradition execution "
    "punishment dismissal expulsion".split()
)
#: nouns for what somebody sets out to do
TRYING = frozenset("attempt bid effort plan plot threat move decision".split())
#: verbs of those who stop what others set out to do
FOILING = frozenset(
    "foil thwart prevent disrupt uncover stop avert reveal expose frustrate unmask condemn deny".split()
)
#: verbs that nobody suffers
INTRANSITIVE = frozenset(
    "counterattack counter-attack retreat clash advance flee die perish march protest withdraw stray".split()
)
#: verbs that tell somebody what not to do: "warned *them* against **attacking**"
WARNING = frozenset({"warn", "caution", "advise"})
ACCUSING = frozenset(
    "accuse suspect charge convict blame acquit clear absolve exonerate indict condemn criticize denounce".split()
)
#: verbs of what is done to somebody, who is always named
DONE_TO = frozenset(
    (
        "arrest detain abduct kidnap jail imprison injure wound hospitalise hospitalize behead shoot stab kill "
        "seize rescue free release charge sentence convict question quiz execute murder evacuate raid torch "
        "ransack hijack assassinate expel deport extradite suspect blame accuse"
    ).split()
)
#: at whom or what somebody shoots: "Troops shot *at* a crowd"
AIMED = frozenset({"at", "into", "toward", "towards", "on", "upon", "back"})
#: verbs of harm whose past is their participle
HIT = SUFFERED | {"shoot", "stab", "strangle", "behead", "bludgeon", "hack", "murder", "rob", "burn", "hang", "injure"}
STOPS, OPEN_CLAUSES = frozenset(".!?"), frozenset({"ROOT", "ccomp", "parataxis"})
#: what shows that such a verb is no headline's: objects, auxiliaries, clauses
NO_HEADLINE = OBJECTS | AUXILIARIES | {"ccomp", "xcomp", "dep", "neg", "prt"}


def _is_to_death(verb: Token) -> bool:
    """Whether somebody is killed so, and nobody kills: "Journalist **stabbed** *to death* in Lesk"."""
    return any(t.lower_ == "death" for c in children(verb, "prep") if c.lower_ == "to" for t in c.children)


def _lacks_object(verb: Token) -> bool:
    """Whether a verb that cannot go without an object has none, as in headlines: "Protester **arrested** for arson"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ not in OPEN_CLAUSES or verb.lemma_.lower() not in DONE_TO:
        return False
    end = next((t.text for t in verb.doc[verb.i :] if t.text in STOPS or "\n" in t.text), "\n")
    told = [c for c in verb.children if not (c.is_space or (c.dep_ == "ccomp" and c.i < verb.i))]
    bare = not any(c.dep_ in NO_HEADLINE or c.lower_ in AIMED or (c.i > verb.i and c.pos_ in NOMINAL) for c in told)
    shared = any(c.dep_ == "conj" and children(c, *OBJECTS) for c in told)  # "Man **shot**, killed *son*"
    return bare and not shared and "\n" in end


def _is_joined_harm(verb: Token) -> bool:
    """Whether a verb of harm is the second of two and has nobody of its own: "was seized and **shot**", not "shot *at them*"."""
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or verb.lemma_.lower() not in HIT:
        return False
    aimed = any(c.dep_ == "prep" and c.lower_ in {"at", "on", "into"} for c in verb.children)
    return not aimed and not any(c.dep_ in OBJECTS | AUXILIARIES | {"nsubj"} for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: "was shelled", "the convoy struck by jets"."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in verb.children) or _lacks_object(verb):
        return True
    if verb.lemma_.lower() in INTRANSITIVE:  # "said that rebels *counterattacked* near Lesk", read as a participle
        return False
    if verb.tag_ == "VBD" and any(c.dep_ == "agent" for c in verb.children):  # "bombs dropped by jets", read as past
        return not any(c.dep_ in OBJECTS for c in verb.children)
    if verb.lower_ == "shot" and any(c.dep_ == "oprd" and c.i == verb.i + 1 for c in verb.children):
        return not any(c.dep_ in OBJECTS for c in verb.children)  # "Two men shot dead in Lesk"
    if verb.lower_ in {"burned", "burnt", "buried"} and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "alive":
        return not any(c.dep_ in OBJECTS for c in verb.children)
    if verb.tag_ in {"VBD", "VBN"} and _is_to_death(verb):
        return not any(c.dep_ in OBJECTS or (c.dep_ == "aux" and c.lower_ != "had") for c in verb.children)
    if _is_joined_harm(verb) and is_passive(verb.head):  # "was seized and *shot*"
        return True
    past = (verb.tag_ == "VBD" and verb.lemma_.lower() in SUFFERED) or verb.lower_ == "hurt"
    if past and verb.tag_ != "VBN" and verb.dep_ == "conj":  # "two were hurt, 31 *detained*"
        return not any(c.dep_ in OBJECTS | AUXILIARIES for c in verb.children) and is_passive(verb.head)
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ == "nsubj" for c in verb.children):
        absolute = any(c.dep_ == "mark" and c.lower_ == "with" for c in verb.children)  # "with *12* wounded"
        shared = verb.dep_ == "conj" and is_passive(verb.head)
        left = verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.head.lemma_.lower() in LEAVING
        return (absolute or shared or left) and not any(c.dep_ in OBJECTS | AUXILIARIES for c in verb.children)
    if any(c.dep_ == "aux" and c.lemma_ in {"have", "'ve"} for c in verb.children):
        return False
    if verb.dep_ in {"acl", "advcl", "relcl", "amod"} or any(c.dep_ == "agent" for c in verb.children):
        return not any(c.dep_ in OBJECTS for c in verb.children) or any(c.dep_ == "agent" for c in verb.children)
    if verb.dep_ == "conj" and (verb.head.tag_ == "VBN" or _lacks_object(verb.head)):
        return is_passive(verb.head)
    return verb.dep_ in {"ROOT", "ccomp", "pcomp", "oprd", "xcomp"} and not any(
        c.dep_ in OBJECTS for c in verb.children
    )


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects of a verb, its own or those it shares, relative pronouns resolved to their noun."""
    if depth > 8:
        return []
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own:
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
    if dep in {"xcomp", "ccomp", "oprd"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        return _controller(verb, head, depth)
    if dep == "acl" and head.pos_ in NOMINAL and not (verb.tag_ == "VB" and head.dep_ == "attr" and is_first(head)):
        return _noun_of_clause(verb, head, depth)
    if dep in {"relcl", "acl"} and verb.tag_ == "VB" and head.dep_ == "attr" and is_first(head):
        return surface_subjects(head.head, depth + 1)
    if dep == "relcl" and head.pos_ in NOMINAL and verb.tag_ in {"VBG", "VBN"}:
        return with_conjuncts([head])
    if dep == "advcl" and head.pos_ in {"VERB", "AUX"}:
        given = _given(head) if verb.tag_ == "VB" else []
        return given or _absolute(verb, head) or surface_subjects(head, depth + 1)
    if dep == "pcomp":
        return _subject_of_gerund(verb, depth)
    if dep == "dep" and head.tag_ in {"VBN", "VBD"} and head.i < verb.i:  # "*a bomb* hidden in a cart **went** off"
        return surface_subjects(head, depth + 1)
    if dep == "auxpass" or (dep == "aux" and head.pos_ == "VERB"):
        return surface_subjects(head, depth + 1)
    return []


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
    return any(c.lower_ in {"first", "second", "third", "last", "only", "latest"} for c in noun.children)


def _given(verb: Token) -> list[Token]:
    """Who is given something to act on: "gave *the aid agencies* a week to **leave**"."""
    if verb.lemma_ not in GIVING:
        return []
    return with_conjuncts(t for c in children(verb, "dative") for t in (children(c, "pobj") or [c]))


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
    owners = [c for c in head.children if c.dep_ == "poss" or (c.dep_ == "compound" and head.lemma_ in TRYING)]
    owners += [
        p
        for c in head.children
        if c.dep_ == "prep" and c.lower_ in {"by", "of"}
        for p in c.children
        if p.dep_ == "pobj"
    ]
    if owners:
        return with_conjuncts(owners)
    if head.dep_ == "dobj" and (given := _given(head.head)):
        return given
    if head.dep_ in OBJECTS and head.head.pos_ == "VERB" and head.head.lemma_.lower() not in FOILING:
        return surface_subjects(head.head, depth + 1)
    return []


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
    if governor.pos_ in {"VERB", "AUX"}:
        objects = [c for c in governor.children if c.dep_ in OBJECTS]
        moved = {"of", "for", "with", "from"} | ({"against"} if governor.lemma_.lower() in WARNING else set())
        if preposition.lower_ in moved and (objects or is_passive(governor)):
            return with_conjuncts(objects) or surface_subjects(governor, depth + 1)
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


def _is_made(verb: Token) -> bool:
    """Whether somebody is made to do it, before or after which another acts: "forced them to leave before *burning* it"."""
    return verb.head.lemma_.lower() in OBJECT_CONTROL and any(c.dep_ in OBJECTS for c in verb.head.children)


def _seized(noun: Token) -> list[Token]:
    """Who is seized for a deed, told by nouns alone: "the arrest of *two officers* for **killing** a priest"."""
    first = first_conjunct(noun)
    seizure = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else noun
    if seizure.lemma_ not in SEIZING:
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
