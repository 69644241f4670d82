"""Word order of wire reports that the parser misreads: a date before the verb, two deeds behind "on a motorcycle".

"Gunmen *on 7 July* attacked a train" hangs the day on the gunmen, "*On 2 March* unknown gunmen killed" puts it before them;
"two men on a *motorcycle shot and killed* a judge" makes the deed a thing that the men are on.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import MONTHS, OBJECTS, SUBJECTS, WEEKDAYS
from kg.language.lists import is_new
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: verbs of putting something somewhere, and nouns of deeds, which are done by somebody themselves
PUTTING = word_class("putting")
INCIDENTS = word_class("attacks") | {"operation", "action", "incident"}
BESIDE = frozenset({"nmod", "compound", "nummod", "amod"})
#: prepositions of whom or what a deed is done to, and of where a thing is put
SCENES = frozenset({"against", "at", "outside", "inside", "near", "under", "beneath"})
#: verbs by which a deed is done to somebody
COMMITTING = word_class("committing")


def reorder(token: Token) -> None:
    """Hang one date or one deed where it belongs, if it is one of those."""
    if token.dep_ == "prep" and token.lower_ in {"on", "in"}:
        _day_to_verb(token)
        _subject_behind_day(token)
    elif token.dep_ in {"prep", "agent"} and token.lower_ == "by" and token.head.dep_ == "pobj":
        _doer_to_verb(token)
    elif token.dep_ in SUBJECTS | {"npadvmod"} and token.pos_ == "PROPN" and token.i + 1 < len(token.doc):
        _first_name_to_surname(token)
    elif token.dep_ == "conj" and token.pos_ == "NOUN" and token.head.dep_ == "appos":
        _others_to_first(token)
    elif token.dep_ == "pobj" and token.lower_ == "shot" and token.i + 1 < len(token.doc):
        _shot_to_verb(token)
    elif token.dep_ == "auxpass" and token.i > token.head.i:
        _sufferer_to_participle(token)
    elif token.dep_ == "prep" and token.lower_ in SCENES and token.head.dep_ == "pobj":
        _scene_to_deed(token)
    elif token.dep_ == "prep" and token.lower_ == "among":
        _members_to_whole(token)
    elif token.dep_ in {"appos", "conj"} and token.pos_ == "PROPN" and token.left_edge.i > 1:
        _list_to_colon(token)
        _name_to_office(token)
    elif token.dep_ == "conj" and token.pos_ == "VERB" and token.head.pos_ in {"NOUN", "PROPN"} and token.i > 2:
        _pair_of_deeds(token)


def _day_to_verb(preposition: Token) -> None:
    """Hang a day on the verb: "gunmen *on 7 July* attacked a train", "*On 2 March* unknown gunmen killed a priest"."""
    day = _day(preposition)
    if day is None:
        return
    for word in (t for t in preposition.doc[preposition.i + 1 : day.i] if t.pos_ == "NUM"):
        hang(word, day, "nummod")
    if day.head != preposition:
        hang(day, preposition, "pobj")
        day.pos_, day.tag_ = "PROPN", "NNP"
    subject = preposition.head
    if subject.dep_ in SUBJECTS and preposition.i > subject.i and _ends_before(day, subject.head):
        hang(preposition, subject.head, "prep")


def _subject_behind_day(preposition: Token) -> None:
    """Give a verb the subject that the parser joins to the weekday: "*On Friday* **police** *detained* two men"."""
    day, verb = preposition.nbor() if preposition.i + 1 < len(preposition.doc) else preposition, preposition.head
    people = child(preposition, "pobj")
    if people is None or day.lower_ not in WEEKDAYS or day.head != people or people.i != day.i + 1:
        return
    bare = verb.tag_ in {"VBD", "VBZ", "VBP"} and not any(c.dep_ in SUBJECTS for c in verb.children)
    if bare and people.i < verb.i and people.pos_ in {"NOUN", "PROPN"}:
        hang(day, preposition, "pobj")
        hang(people, verb, "nsubj")


def _day(preposition: Token) -> Token | None:
    """The month or weekday of a preposition, its object or a word that passes for a part of what follows."""
    found = child(preposition, "pobj")
    after = preposition.doc[preposition.i + 1 : preposition.i + 3]
    named = next((t for t in after if t.lower_ in MONTHS), None)
    if found is None:
        return named if named is not None and named.dep_ in BESIDE and named.head.i > named.i else None
    if found.pos_ == "NUM" and named is not None and named.i == found.i + 1 and named.dep_ == "aux":
        return named  # "on 5 *May* set fire"
    return found if found.lower_ in MONTHS | WEEKDAYS else None


def _ends_before(day: Token, verb: Token) -> bool:
    """Whether nothing but auxiliaries and a year stand between a day and the verb behind it."""
    between = day.doc[day.i + 1 : verb.i]
    return verb.i > day.i and all(t.pos_ in {"AUX", "NUM", "ADV"} or t.text == "," for t in between)


def _members_to_whole(among: Token) -> None:
    """Hang some on the whole that they are among: "killed six peasants, **among** them *two women* and a child"."""
    whole = child(among, "pobj")
    after = among.doc[among.i + 2] if among.i + 2 < len(among.doc) else among
    some = next(
        (t for t in (after, *after.ancestors) if t.left_edge in (after, among) and t.pos_ in {"NOUN", "PROPN"}), among
    )
    if whole is None or whole.lower_ not in {"them", "whom", "these"} or some == some.head or some in (among, whole):
        return
    above = some.head
    if above.dep_ == "conj" and some.dep_ in SUBJECTS:
        above = above.head  # "31 were killed, *among them* seven children, and 80 *were wounded*"
    later = [
        c for c in children(above, "conj") if c.pos_ == "VERB" and above.i < c.i < among.i and children(c, *OBJECTS)
    ]
    verb = later[-1] if later else above  # "setting cars ablaze and *killing* 17, among them"
    known = (c for label in ("dobj", "nsubjpass", "nsubj") for c in children(verb, label) if c.i < among.i)
    many = above if above.pos_ == "NOUN" else next(known, None)
    if many is None or many.i > among.i:
        return
    hang(among, many, "prep")
    hang(some, among, "pobj")
    hang(whole, among, "dep")


def _list_to_colon(name: Token) -> None:
    """Hang a list on the noun before its colon: "patrols killed two *journalists*: **Ana Ruiz** and Ivo Sand"."""
    colon = name.left_edge.nbor(-1)
    noun = colon.nbor(-1)
    if colon.text == ":" and noun.tag_ == "NNS" and name.head != noun:
        hang(name, noun, "appos")


def _name_to_office(name: Token) -> None:
    """Hang a name on the office, not on where it is: "the *governor* of Lesk Province, **Ana Ruiz**, her husband and"."""
    place = name.head
    office = place.head.head if place.dep_ == "pobj" and place.head.lower_ in {"of", "in"} else place
    known = name.ent_type_ == "PERSON" or (name.ent_type_ == "" and name.dep_ == "appos" and children(name, "compound"))
    if not known or office.tag_ != "NN" or office == place or place.ent_type_ == "PERSON":
        return
    if name.left_edge.nbor(-1).text != "," or place.pos_ != "PROPN" or office.dep_ not in SUBJECTS | OBJECTS:
        return
    hang(name, office, "appos")
    for word in children(name, "conj", "cc"):
        if word.i > name.i:
            hang(word, office, word.dep_)


def _sufferer_to_participle(auxiliary: Token) -> None:
    """Hang on the participle who suffers it, told behind the verb: "Also **injured** was *a student*"."""
    verb = auxiliary.head
    told = [c for c in auxiliary.children if c.dep_ in {*SUBJECTS, "attr"} and c.i > auxiliary.i]
    if verb.tag_ == "VBN" and told and not children(verb, *SUBJECTS, "dobj"):
        hang(told[0], verb, "nsubjpass")


def _scene_to_deed(preposition: Token) -> None:
    """Hang on the deed whom it is done to or where it is done, and not on its doer.

    "The *murder* **committed** by rebels **against** *a priest*", "a bomb was **placed** by a man **at** *the office*".
    """
    by = preposition.head.head
    verb = by.head
    done = verb.lemma_.lower() in (COMMITTING if preposition.lower_ == "against" else PUTTING)
    if by.lower_ == "by" and by.dep_ in {"agent", "prep"} and verb.tag_ == "VBN" and done:
        hang(preposition, verb, "prep")


def _doer_to_verb(by: Token) -> None:
    """Hang on the verb who put a thing where it lies: "placed on the floor of *the hall* **by** rebels"."""
    place, doer = by.head, child(by, "pobj")
    verb = next((t for t in place.ancestors if t.pos_ in {"VERB", "AUX"}), place)
    passive = verb.tag_ == "VBN" and verb.lemma_ in PUTTING and child(verb, "agent") is None
    if not passive or doer is None or place.i > by.i or place.lemma_.lower() in INCIDENTS:
        return
    if doer.ent_type_ in {"PERSON", "ORG", "NORP"} or doer.tag_ == "NNS" or child(doer, "det") is not None:
        hang(by, verb, "agent")


def _first_name_to_surname(first: Token) -> None:
    """Make one name of "Judge *Ana* **Ruiz Sanz** was killed", of which the first part passes for a time."""
    verb = first.head
    name = next((c for c in children(verb, *SUBJECTS) if c.pos_ == "PROPN" and c.left_edge.i == first.i + 1), None)
    if name is None or first.ent_type_ in {"DATE", "TIME"} or first.lower_ in WEEKDAYS | MONTHS:
        return
    for word in list(first.children):
        hang(word, name, word.dep_)
    hang(first, name, "compound")


def _others_to_first(other: Token) -> None:
    """Hang further people on the first, not on his name: "a *vendor*, Ana Ruiz, 38, and **her baby**"."""
    name, first = other.head, other.head.head
    if not is_new(other) or name.pos_ != "PROPN" or first.pos_ != "NOUN" or first.dep_ not in SUBJECTS | OBJECTS:
        return
    for word in (other, *(c for c in children(name, "cc") if c.i == other.left_edge.i - 1)):
        hang(word, first, word.dep_)


def _pair_of_deeds(second: Token) -> None:
    """Make two deeds of "two men on a *motorcycle shot and killed* a judge", "a man with a knife *stabbed and killed* him"."""
    subject, joint = second.head, second.nbor(-1)
    first = joint.nbor(-1)
    if joint.dep_ != "cc" or second.tag_ not in {"VBD", "VBN"} or subject.i > first.i or not _is_deed(first, subject):
        return
    if first.pos_ == "NOUN":
        _part_from_thing(first)
    if subject.dep_ == "ROOT":
        hang(first, first, "ROOT")
        for word in [c for c in subject.children if c.i > second.i]:
            hang(word, first, word.dep_)
    else:
        hang(first, subject.head, "ccomp" if subject.head.pos_ == "VERB" else subject.dep_)
    hang(subject, first, "nsubj")
    hang(second, first, "conj")
    hang(joint, first, "cc")


def _shot_to_verb(shot: Token) -> None:
    """Make a verb of "gunmen on a *motorcycle* **shot** *dead* a judge", where the parser reads a motorcycle shot."""
    dead, doers = shot.nbor(), shot.head.head
    inside = dead.head == shot
    if dead.lower_ != "dead" or not (inside or doers.head == dead) or not children(shot, "compound", "nmod"):
        return
    above = doers if inside else dead
    label = "ccomp" if inside and above.head.pos_ == "VERB" else above.dep_
    _part_from_thing(shot)
    hang(shot, shot if above.head == above else above.head, label)
    behind = [c for c in doers.children if inside and c.i > dead.i]
    hang(doers, shot, "nsubj")
    for word in (*behind, *(c for c in dead.children if c not in (shot, doers))):
        hit = word.i > dead.i and word.dep_ in {"nsubj", "dobj", "dep", "pobj"}
        hang(word, shot, "dobj" if hit else word.dep_)
    hang(dead, shot, "oprd")


def _is_deed(first: Token, subject: Token) -> bool:
    """Whether the word before "and" is a verb of the subject: "*shot* and killed", behind a noun that passes for its compound."""
    if first.lower_ == "shot" and first.pos_ == "NOUN" and first.dep_ == "pobj":
        return bool(children(first, "compound", "amod")) and subject.is_ancestor(first)
    return first.tag_ in {"VBD", "VBN"} and first.dep_ == "acl" and subject.is_ancestor(first) and first.head != subject


def _part_from_thing(deed: Token) -> None:
    """Give the thing before a deed its place: "on a *motorcycle* **shot**"."""
    thing = deed.nbor(-1)
    hang(thing, deed.head, deed.dep_)
    thing.pos_, thing.tag_ = "NOUN", "NN"
    for word in [c for c in deed.children if c.i < thing.i]:
        hang(word, thing, word.dep_)
    deed.pos_, deed.tag_, deed.lemma_ = "VERB", "VBD", "shoot"
