"""To which country, people or group those belong who are told by what they are: *Mosul residents*, *Bosnian Serbs*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.words import Words
from kg.language.grammar import BORDERS, MODIFIERS
from kg.language.names import Name
from kg.language.tree import phrase
from kg.ontology import Role

WHERE = frozenset("in within throughout across inside around near".split())
DWELLING = frozenset("base live reside operate shelter strand locate settle house".split())
#: roles of people who may be met anywhere: a place does not tell whose they are
ROAMING = frozenset({"MIL", "PKO", "SPY", "IGO", "NGO", "AID", "REF"})
FOREIGN = frozenset("foreign international multinational allied coalition western".split())
FORMER = frozenset("former ex erstwhile onetime".split())
OFFICES = frozenset({"GOV", "LEG", "JUD"})
COMPASS = frozenset("East West North South Eastern Western Northern Southern".split())
#: what the forces of any country may be called
OF_COUNTRIES = frozenset(
    (
        "national federal royal imperial republican presidential state government military armed regular security "
        "special air naval ground land defense defence border coast"
    ).split()
)
#: countries whose police forces with military training the press calls paramilitary
STATE_PARAMILITARIES = frozenset({"IND", "PAK", "BGD", "NPL", "KEN"})
#: words for those who stand beside or against somebody and are none of his own: "its *neighbour*"
OTHERS = frozenset(
    "neighbour neighbor ally rival enemy foe opponent adversary counterpart partner critic guest".split()
)
#: what strikes and owns nobody
MOVED = frozenset(
    "drone missile rocket shell bomb strike airstrike attack blast explosion mine fire shelling raid ambush bullet jet".split()
)
CARRYING = frozenset({"MIL", "COP", "REB", "MILITIA", "PKO"})
#: those who fight a state, whom a text about one armed group need not name
INSURGENTS = frozenset({"guerrilla", "guerilla", "rebel", "insurgent", "subversive"})
#: words for those who make up a body and have no role of their own: "FMLN *members*"
MEMBERS = frozenset({"member", "element", "cell", "people", "man", "cadre", "militant", "column", "unit", "squad"})
#: words for those beside whom somebody serves: "*his colleagues* opened fire"
FELLOWS = frozenset({"colleague", "comrade", "teammate", "batchmate"})
#: words for those who lead an armed body or act for it: "two *Hamas* **commanders**"
LEADING = frozenset({"commander", "leader", "chief", "operative", "lieutenant", "official"})
#: lines and camps of fighters, by which those are meant who hold them: "army *positions*"
LINES = frozenset({"position", "garrison"})


def whereabouts(head: Token, words: Words, role: Role) -> Iterator[Token]:
    """Names of where people are at home: "Mosul residents", "students throughout Chile", "a group based in Uganda"."""
    settled = role.code not in ROAMING
    if settled:
        yield from (token for token in _before(head) if words.is_toponym(token) and _modifies(token, head))
    for child in head.children:
        if child.dep_ == "prep" and child.i > head.i and child.lower_ in WHERE and settled and role.code != "GOV":
            yield from _objects(child)
        elif child.dep_ == "acl" and child.lemma_ in DWELLING and settled and role.code != "GOV":
            yield from _inside(child)
        elif child.dep_ == "acl" and child.lemma_ == "flee":
            for thing in _objects(child):
                yield thing
                yield from _inside(thing)


def _modifies(token: Token, head: Token) -> bool:
    while token != head and token.dep_ in MODIFIERS:
        token = token.head
    return token == head


def is_foreign(head: Token) -> bool:
    """Whether people are told to be from elsewhere: "foreign troops in Syria" are not Syria's."""
    return any(token.lower_ in FOREIGN and token.head == head for token in _before(head))


def _inside(head: Token) -> Iterator[Token]:
    yield from (thing for prep in head.children if prep.lower_ in WHERE for thing in _objects(prep))


def _objects(head: Token) -> Iterator[Token]:
    yield from (child for child in head.children if child.dep_ in {"pobj", "dobj"} and child.lower_ not in BORDERS)


def is_former(head: Token) -> bool:
    """Whether somebody held an office and does not any more: "former president", "ex-minister"."""
    return any(token.lower_ in FORMER and token.head in (head, *head.children) for token in _before(head))


def ethnic(token: Token) -> bool:
    """Whether a demonym tells a people and no country: "ethnic Albanians"."""
    return token.i > 0 and token.nbor(-1).lower_ == "ethnic"


def homelands(head: Token, peoples: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The countries of the people whose name stands before a word for people or is one: "Tamil refugees", "Kurds".

    Somebody who bears it as a name of his own is none of them: "Karen was shot".
    """
    before = (token for token in _before(head) if token.dep_ in MODIFIERS and token.head == head)
    own = () if head.ent_type_ == "PERSON" and head.tag_ == "NNP" else (head,)
    named = (token for token in (*before, *own) if token.text[:1].isupper())
    return next((peoples[token.lower_] for token in named if token.lower_ in peoples), frozenset())


def given_name(token: Token) -> bool:
    """Whether a country's name is somebody's own: "Jordan Smith"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return token.ent_type_ == after.ent_type_ == "PERSON" and after.ent_iob_ == "I"


def quarter(name: Name, head: Token) -> bool:
    """Whether a capital's name is a part of another: "East Jerusalem" is no seat of a government."""
    first = next((token for token in head.sent if token.idx == name.start), head)
    return first.i > head.sent.start and first.nbor(-1).text in COMPASS


def is_firm(name: Name, head: Token) -> bool:
    """Whether a land or its capital is the last word of a firm's or a club's own name: "Air *Norland*", "Racing *Lesk*"."""
    if name.form not in {"name", "seat"} or head.ent_type_ != "ORG" or head.ent_iob_ != "I":
        return False
    before = head.nbor(-1)
    own = before.dep_ == "compound" and before.head == head and before.pos_ == "PROPN" and before.ent_type_ == "ORG"
    return own and head.idx == name.start


def minority(one: Token, other: Token) -> bool:
    """Whether two names of peoples stand side by side, so that the first tells the country: "Bosnian Serb forces"."""
    return other.i == one.i + 1 and {one.dep_, other.dep_} <= MODIFIERS | {"nsubj", "dobj", "pobj", "nsubjpass", "conj"}


def group_name(head: Token, words: Words) -> tuple[int, int] | None:
    """First and last token of the unknown name of a group before a word for its people: "Red Wind fighters"."""
    first = head.i
    while first > head.sent.start and _names_group(token := head.doc[first - 1], words) and _modifies(token, head):
        first -= 1
    sure = head.i - first > 1 or (first < head.i and head.doc[first].is_upper)
    return (first, head.i - 1) if sure else None


def may_be_named(head: Token, words: Words) -> bool:
    """Whether the word before people may be the name of a group that nobody knows: "*Rwa* guerrillas"."""
    before = head.doc[head.i - 1] if head.i > head.sent.start + 1 else head
    first = before.is_sent_start or before.nbor(-1).is_punct if before != head else True  # "6. *Urban* guerrillas"
    return not first and _names_group(before, words) and _modifies(before, head)


def is_name(head: Token) -> bool:
    """Whether a word for a body ends the body's own name: "the Lesk Brigade"."""
    before = head.doc[head.i - 1] if head.i > head.sent.start else head
    return head.pos_ == before.pos_ == "PROPN" and before != head and before.head == head and before.is_title


def is_body_of_its_own(head: Token) -> bool:
    """Whether the words before "Army" name one that is no country's: "the Islamic Army", not "the National Army".

    Nor does "the enemy" tell whose it is: a text on Lesk calls those of the other side so.
    """
    if head.lemma_.lower() == "enemy" or any(c.lower_ == "enemy" for c in head.children):
        return True
    return is_name(head) and head.doc[head.i - 1].lower_ not in OF_COUNTRIES


def _names_group(token: Token, words: Words) -> bool:
    known = words.name(token) is not None or words.is_toponym(token) or words.role(token) is not None
    return (
        token.pos_ == "PROPN"
        and not known
        and token.ent_type_ not in {"PERSON", "NORP", "GPE"}
        and token.shape_[:1] == "X"
    )


def crew(head: Token, words: Words) -> Role | None:
    """The role that a noun before a thing tells of who moves it: "army bulldozers", "police vehicles", "government jets"."""
    for child in head.children:
        role = words.role(child) if child.i < head.i and child.dep_ in MODIFIERS else None
        if role is not None and role.code in CARRYING and not role.person:
            return role
        if role is not None and role.code == "GOV" and not role.person and _fights(head, words):
            return next(r for r in words.ontology.nouns.roles.values() if r.code == "MIL" and not r.person)
    return None


def _fights(thing: Token, words: Words) -> bool:
    return words.instrument(thing) is not None or "vehicle" in words.classes(thing)


def holder(head: Token, words: Words) -> Role | None:
    """The role beside a word that tells whose people or lines they are: "*rebel* positions", "men of *the task force*"."""
    lines = head.lemma_.lower() in LINES
    if not lines and head.lemma_.lower() not in MEMBERS:
        return None
    behind = [t for c in head.rights if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    of = behind if head.tag_ in {"NNS", "NNPS"} and head.i + 1 < len(head.doc) and head.nbor().lower_ == "of" else []
    roles = (words.role(child) for child in (*(c for c in head.lefts if c.dep_ in MODIFIERS), *of))
    fitting = (role for role in roles if role is not None and role.code in CARRYING)
    return next((role for role in fitting if lines or not role.person), None)


def own_subject(head: Token) -> Token | None:
    """The subject that a possessive pronoun before a noun stands for: of its own clause, else of the clause that tells it."""
    pronoun = next((c for c in head.children if c.dep_ == "poss" and c.lower_ in {"its", "their", "his", "her"}), None)
    if pronoun is None or head.lemma_.lower() in OTHERS:
        return None
    for verb in (t for t in head.ancestors if t.pos_ in {"VERB", "AUX"}):
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and not (subject == head or subject.is_ancestor(head)):
            if subject.pos_ == "NOUN" and subject.lemma_.lower() in MOVED:
                continue  # "after *a drone* killed two of its soldiers"
            single = not any(c.dep_ == "conj" for c in subject.children)
            if pronoun.lower_ in {"his", "her"} and subject.tag_ in {"NNS", "NNPS"}:
                return None  # "*gunmen* killed the judge and **his** guards"
            return subject if single and subject.i < head.i and subject.pos_ in {"PROPN", "NOUN", "PRON"} else None
    return None


def _before(head: Token) -> Iterator[Token]:
    yield from head.doc[phrase(head).start : head.i]
