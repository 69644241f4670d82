"""Who is said to have done a deed that a noun names: "blamed *rebels* for the **attack**", "*X*, author of the **murder**"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.language.clauses import surface_subjects
from kg.language.objects import direct_objects
from kg.language.tree import children, prepositional, with_conjuncts
from kg.language.voice import is_passive

#: prepositions before the deed, by the table of the verb that lays it to somebody
FOR_DEED: Mapping[str, frozenset[str]] = {
    "verbs": frozenset({"for", "of", "with", "in", "over"}),
    "seized": frozenset({"for", "over"}),
    "convicted": frozenset({"for", "of", "over"}),
    "linked": frozenset({"to", "with", "in"}),
    "involved": frozenset({"in"}),
}
#: tables whose verbs tell for certain who did the deed
CERTAIN = frozenset({"convicted", "involved"})
#: tables whose verbs are said of people alone
OF_PEOPLE = frozenset({"verbs", "seized", "convicted"})
#: prepositions before whom a deed is laid at the door of: "attributed to", "blamed on", "carried out by"
ON_DOER = frozenset({"to", "on", "upon", "by"})
#: prepositions between a part or a charge and the deed, and between it and the verb before: "held on *charges* of"
OF_PART = frozenset({"in", "for", "of", "with", "to", "over"})
BY_PART = frozenset({"for", "of", "on", "in", "with", "over", "under"})
#: labels of the words of a noun phrase behind its head
INSIDE = frozenset({"appos", "conj", "pobj", "prep", "agent", "acl"})
#: words that name nobody: "*those* responsible are rebels"
NAMELESS = frozenset({"those", "that", "this", "it", "one", "ones", "who", "he", "they"})
#: verbs by which somebody says that he did it
CONFESSING = frozenset({"confess", "admit"})
#: where somebody is who is only suspected of a deed: "appeared *in court* over it"
BEFORE_JUDGES = frozenset(
    {
        ("on", "trial"),
        ("under", "investigation"),
        ("under", "suspicion"),
        ("in", "court"),
        ("in", "dock"),
        ("in", "custody"),
    }
)
#: what those who are judged serve and are given
TERMS = frozenset("sentence term year life month".split())
SERVING = frozenset("serve get receive give hand".split())
Vocabulary = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Blame:
    """Who did a deed: the heads of their phrases, the word that says so, whether it only suspects them of it.

    ``people`` tells that the word is said of people alone: one is arrested, and things too are linked to a murder.
    """

    doers: tuple[Token, ...] = ()
    word: Token | None = None
    alleged: bool = False
    people: bool = False


NOBODY = Blame()


def blamed(deed: Token, vocabulary: Vocabulary) -> Blame:
    """Those whom the clause around a deed, a noun or a gerund, names as its doers.

    ``vocabulary`` lists verbs by what they do to the doer ("blame", "arrest", "convict", "link", "involve"), those whose
    object or passive subject is the deed ("attribute"), nouns for doers ("perpetrator") and for what they have in the deed
    ("role"), and adjectives ("responsible").
    """
    for clause in children(deed, "acl", "relcl"):  # "an attack (which the army) blamed on *the front*"
        laid = clause.lemma_.lower() in vocabulary["laid"] and (clause.tag_ == "VBN" or clause.dep_ == "relcl")
        if laid and (doers := _laid_to(clause)):
            return Blame(doers, clause, alleged=True)
    if deed.dep_ not in {"pobj", "pcomp"} or deed.head.dep_ != "prep":
        return _laid(deed, vocabulary)
    preposition, head = deed.head.lower_, deed.head.head
    lemma = head.lemma_.lower()
    if head.pos_ in {"VERB", "AUX"} and (head.dep_ != "acl" or _table(head, vocabulary)):
        return _by_verb(head, deed, vocabulary)
    if lemma in vocabulary["parts"] and preposition in OF_PART:
        return _of_part(head, deed, vocabulary)
    known = head.lower_ in vocabulary["adjectives"] or (head.pos_ in {"NOUN", "PROPN"} and lemma in vocabulary["nouns"])
    if known and preposition in OF_PART:
        return _tried(head.head) if head.head.lemma_ == "plead" else bearers(head)
    if lemma == "suspect" and preposition in OF_PART:
        return _suspect(head)
    if (served := _sentenced(head.head if head.dep_ == "dobj" else head)).doers:
        return served
    accused = _accused(head.head if head.dep_ == "appos" and head.head.dep_ == "dobj" else head)
    if accused.dep_ == "dobj" and accused.head.pos_ == "VERB" and not is_passive(accused.head):
        found = _by_verb(accused.head, deed, vocabulary)  # "accuse the squads of the murder", hung on the squads
        return found if accused in found.doers else NOBODY
    return NOBODY


def _accused(noun: Token) -> Token:
    """The object in whose last words a deed is hung: "accused *squads* run by the **army** of the murder"."""
    while noun.dep_ in INSIDE and noun.head.i < noun.i:
        noun = noun.head
    return noun


def _laid_to(verb: Token) -> tuple[Token, ...]:
    """ "Attributed to *rebels*", "blamed by the army on *rebels*"."""
    laid = [(name, t) for name, t in prepositional(verb) if name in ON_DOER]
    return tuple(t for name, t in laid if name != "by") or tuple(t for _, t in laid)


def _laid(deed: Token, vocabulary: Vocabulary) -> Blame:
    """ "Attributed **the attack** to *rebels*"; "**the attack** was the work of *rebels*"."""
    verb = deed.head
    if deed.dep_ in {"nsubj", "nsubjpass"} and (works := _works(verb, vocabulary)):
        doers = tuple(t for c in works for name, t in prepositional(c) if name == "of")
        return Blame(doers, verb, alleged=verb.lemma_ != "be")
    laid = verb.lemma_.lower() in vocabulary["laid"] and deed.dep_ in {"dobj", "nsubjpass"}
    return Blame(_laid_to(verb), verb, alleged=True) if laid else NOBODY


def _works(verb: Token, vocabulary: Vocabulary) -> list[Token]:
    """ "Was *the work* of rebels", "is believed to be *the work* of rebels", "bore *the hallmarks* of rebels"."""
    copulas = [v for v in (verb, *children(verb, "xcomp")) if v.lemma_ == "be"]
    works = [c for v in copulas for c in children(v, "attr") if c.lemma_.lower() in vocabulary["works"]]
    borne = children(verb, "dobj") if verb.lemma_ in {"bear", "carry", "have"} else []
    return works + [c for c in borne if c.lemma_.lower() in vocabulary["marks"]]


def _laid_at(verb: Token, deed: Token) -> Blame:
    """ "Laid the blame for **the attack** on *rebels*", where the parse may hang the rebels on the attack.

    Those on whom somebody only tries to lay it are not named: "tried to pin the blame on them".
    """
    if verb.tag_ == "VB":
        return NOBODY
    return Blame(_laid_to(verb) or _laid_to(deed)[-1:], verb, alleged=True)


def _by_verb(verb: Token, deed: Token, vocabulary: Vocabulary) -> Blame:
    """ "*Soldiers* were arrested for **the murder**"; "*X* is to blame for **it**"; "*X* took part in **the raid**"."""
    preposition = deed.head.lower_
    parts = [c for c in children(verb, "dobj") if c.lemma_.lower() in vocabulary["parts"]]
    if parts and preposition in OF_PART and verb.lemma_.lower() in vocabulary["holding"]:
        return _done(verb, vocabulary, alleged=any(c.lemma_.lower() in vocabulary["charges"] for c in parts))
    if preposition in {"for", "over", "to"}:
        for told in (_tried(verb), _sentenced(verb)):
            if told.doers:
                return told
    if parts and preposition in OF_PART and verb.lemma_.lower() in vocabulary["laying"]:
        return _laid_at(verb, deed)
    if preposition == "to" and verb.lemma_.lower() in CONFESSING:  # "*X* confessed to **it**"
        return _done(verb, vocabulary)
    table = _table(verb, vocabulary)
    if preposition not in FOR_DEED.get(table, ()):
        return NOBODY
    doers = _under(verb)
    if not doers and verb.tag_ == "VB" and verb.head.lemma_ == "be":
        doers = surface_subjects(verb.head)
    accuser = _accuser(verb, vocabulary)
    return Blame(tuple(doers), accuser or verb, table not in CERTAIN or accuser is not None, table in OF_PEOPLE)


def _tried(verb: Token) -> Blame:
    """ "*X* went **on trial** for the murder", "*X* pleaded not **guilty** to it"; who pleads guilty says that he did it."""
    pleads = verb.lemma_ == "plead" and any(c.lower_ == "guilty" for c in verb.children)
    if not pleads and not any((name, t.lemma_) in BEFORE_JUDGES for name, t in prepositional(verb)):
        return NOBODY
    innocent = any(t.dep_ == "neg" or t.lower_ == "not" for c in verb.children for t in (c, *c.children))
    doers = [verb] if verb.pos_ in {"NOUN", "PROPN"} else surface_subjects(verb)
    return Blame(tuple(doers), verb, alleged=innocent or not pleads, people=True)


def _sentenced(verb: Token) -> Blame:
    """ "*X* is serving **a life sentence** for the murder", "was given **20 years** for it": who did it is told for certain."""
    terms = any(c.lemma_.lower() in TERMS for c in children(verb, "dobj", "oprd", "attr"))
    return Blame(tuple(surface_subjects(verb)), verb, people=True) if terms and verb.lemma_ in SERVING else NOBODY


def _suspect(noun: Token) -> Blame:
    """ "*X* was named as **a suspect** in the raid", "*X* is **the suspect** in it", "**a suspect** in the raid was shot"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        return Blame(tuple(_under(noun.head.head)), noun, alleged=True, people=True)
    bearing = bearers(noun) if noun.dep_ in {"attr", "appos", "oprd"} else NOBODY
    return Blame(bearing.doers or (noun,), noun, alleged=True, people=True)


def _done(verb: Token, vocabulary: Vocabulary, *, alleged: bool = False) -> Blame:
    """ "*X* took part in **the raid**", "is accused of having had a hand in **it**"."""
    accuser = _accuser(verb, vocabulary)
    return Blame(tuple(surface_subjects(verb)), accuser or verb, alleged or accuser is not None, people=True)


def _table(verb: Token, vocabulary: Vocabulary) -> str:
    """The table of the vocabulary in which a verb that lays a deed to somebody stands."""
    return next((table for table in FOR_DEED if verb.lemma_.lower() in vocabulary[table]), "")


def _under(verb: Token) -> list[Token]:
    """Whom a verb is about: its passive subject or its objects."""
    return surface_subjects(verb) if is_passive(verb) else direct_objects(verb)


def _accuser(verb: Token, vocabulary: Vocabulary) -> Token | None:
    """The verb by which a deed is only what somebody is accused of: "*charged* with taking part", "*believed* to be involved"."""
    while verb.dep_ in {"auxpass", "acomp", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
        if verb.lemma_.lower() in {*vocabulary["verbs"], *vocabulary["thinking"]}:
            return verb
    above = verb.head.head if verb.dep_ == "pcomp" else None
    return above if above is not None and _table(above, vocabulary) not in {"", *CERTAIN} else None


def _of_part(part: Token, deed: Token, vocabulary: Vocabulary) -> Blame:
    """ "*Their* role in **the murder**", "*X* had a hand in **it**", "*X* was held on charges of **murder**"."""
    alleged = part.lemma_.lower() in vocabulary["charges"]
    own = with_conjuncts(children(part, "poss"))
    own = own or [t for name, t in prepositional(part) if name in {"of", "by"} and t not in (deed, *deed.conjuncts)]
    if own:
        charge = _charged_with(part, vocabulary)
        return Blame(tuple(own), charge or part, alleged or charge is not None, people=charge is not None)
    verb = part.head
    if part.dep_ == "dobj" and verb.lemma_.lower() in vocabulary["holding"]:
        return _done(verb, vocabulary, alleged=alleged)
    if part.dep_ == "dobj" and verb.lemma_.lower() in vocabulary["laying"]:
        return _laid_at(verb, deed)
    if part.dep_ == "nsubjpass" and verb.lemma_.lower() in vocabulary["owning"]:
        return Blame(_laid_to(verb), verb)  # "responsibility for the raid was claimed by *the front*"
    if part.dep_ != "pobj" or verb.lower_ not in BY_PART:
        return NOBODY
    verb = verb.head
    if verb.pos_ == "NOUN" and verb.lemma_.lower() in vocabulary["parts"]:
        return _of_part(verb, deed, vocabulary)
    hung = [verb] if verb.pos_ in {"NOUN", "PROPN"} and verb.dep_ == "dobj" and not is_passive(verb.head) else []
    verb = verb.head if hung else verb  # "accused *officers* of involvement", hung on the officers
    if not hung and (tried := _tried(verb)).doers:
        return tried
    table = _table(verb, vocabulary) if verb.pos_ == "VERB" else ""
    doers = tuple(hung or _under(verb)) if table else ()
    return Blame(doers, verb, alleged or table not in CERTAIN, table in OF_PEOPLE)


def _charged_with(part: Token, vocabulary: Vocabulary) -> Token | None:
    """The verb by which somebody is only suspected of a part in a deed: "*arrested* for his **role** in the raid"."""
    if part.dep_ != "pobj" or part.head.lower_ not in BY_PART:
        return None
    verb = part.head.head
    if verb.lemma_.lower() in vocabulary["charges"]:
        return verb
    tried = _tried(verb)
    if tried.doers:
        return tried.word if tried.alleged else None
    table = _table(verb, vocabulary) if verb.pos_ == "VERB" else ""
    return verb if table in {"verbs", "seized", "linked"} else None


def bearers(word: Token) -> Blame:
    """Of whom a predicate is said: "*X* was the mastermind", "*those* responsible", "held *X* responsible"."""
    verb = word.head
    if verb.lemma_ == "be" and word.dep_ in {"attr", "acomp"}:
        return Blame(tuple(surface_subjects(verb)), verb)
    if verb.pos_ == "VERB" and word.dep_ in {"oprd", "acomp", "ccomp", "xcomp"}:
        proved = verb.lemma_ == "find" and word.lower_ == "guilty"
        return Blame(tuple(_under(verb)), verb, alleged=not proved)
    if word.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ == "be":
        return Blame(tuple(with_conjuncts(children(verb, "attr"))), verb)
    if word.dep_ == "amod" and word.head.lower_ in NAMELESS:  # "*those* responsible for the murder are **rebels**"
        return bearers(word.head) if word.head.dep_ == "nsubj" else NOBODY
    if word.dep_ in {"amod", "appos"}:
        held = _held(word)
        return Blame((*held, *(t for t in (word.head,) if t not in held)), word, alleged=bool(held))
    return Blame(tuple(children(word, "appos")), word)


def _held(word: Token) -> list[Token]:
    """Whom somebody holds responsible, where the parse hangs the word on the last of them: "hold *X* and Y responsible"."""
    if word.dep_ != "amod" or word.i < word.head.i:
        return []
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    return direct_objects(verb) if verb is not None and verb.lemma_ == "hold" and word.head in verb.subtree else []
