"""Subjects that the parser misses or doubles: words between commas, labels, clauses and participles that pass for one.

"Gunmen *suspected* to be herdsmen **attacked** Lesk" passes for gunmen who suspect, "in Lesk, the king's home *town*, police
shot two" for a town that shot.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import OBJECTS, SUBJECTS
from kg.language.second_verbs import join
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: verbs whose participle adds what somebody says, and labels of him where the parser loses his clause
ADDING = word_class("speech") | word_class("quoting") | {"cite", "declare", "remark", "argue", "promise", "vow", "urge"}
HUNG = frozenset({"dobj", "dep", "npadvmod", "appos", "attr", "oprd", "dative"})

#: what is done next to those who were taken: "abducted and *released*"
FREEING, SEIZING = word_class("freeing"), word_class("seizing")
#: participles by which people only seem to be something: "gunmen *believed* to be rebels"
SEEMING = word_class("seeming")
#: how the parser may hang the verb of such people
LOST_VERBS = frozenset({"ccomp", "acl", "relcl", "advcl", "conj", "dep", "parataxis"})
#: what they seem to be or have done, and auxiliaries of it
BEING = frozenset({"be", "been", "belong", "have", "come", "hail"})
HELPING = frozenset({"has", "have", "had", "was", "were"})


def military_to_subject(military: Token) -> None:
    """Make who seized power of what passes for a word before it: "Norland's *military* **seized** power"."""
    verb, thing = military.nbor(1) if military.i + 1 < military.sent.end else military, military.head
    taken = verb.tag_ == "VBN" and verb.dep_ == "amod" and verb.head == thing and thing.i == verb.i + 1
    owners = [c for c in children(thing, "poss") if c.i < military.i]
    if not taken or not owners or thing.dep_ not in {"ROOT", "ccomp"}:
        return
    hang(verb, verb if thing.dep_ == "ROOT" else thing.head, thing.dep_)
    for word in [c for c in thing.rights if c.dep_ in {"prep", "punct", "advcl", "npadvmod"}]:
        hang(word, verb, word.dep_)
    hang(thing, verb, "dobj")
    hang(military, verb, "nsubj")
    for owner in owners:
        hang(owner, military, "poss")
    military.pos_, military.tag_, verb.pos_, verb.tag_ = "NOUN", "NN", "VERB", "VBD"


def town_before_subject(noun: Token) -> None:
    """Part who acts from the town before: "..., and *in Lesk* **gunmen** *opened* fire" passes for gunmen of Lesk."""
    town = noun.nbor(-1) if noun.i else noun
    way = town.nbor(-1) if town.i else town
    verb = noun.head.head if noun.head == way else noun.head
    if town.dep_ != "compound" or town.head != noun or town.pos_ != "PROPN" or way.lower_ not in {"in", "near", "at"}:
        return
    opening = way.is_sent_start or way.nbor(-1).lower_ in {",", "and", "but", "while", ";"}
    lost = noun.dep_ == "pobj" and noun.head == way and not children(verb, *SUBJECTS)
    joined = noun.dep_ in SUBJECTS and way.head == verb and not children(way, "pobj")
    if not opening or not (lost or joined) or noun.tag_ != "NNS" or verb.tag_ not in {"VBD", "VBN"} or verb.i < noun.i:
        return
    hang(town, way, "pobj")
    if lost:
        hang(noun, verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


def second_subject_to_apposition(noun: Token) -> None:
    """Let a second subject between commas tell of the first: "*Two guards* of the judge, **soldiers**, were killed"."""
    doc, comma = noun.doc, noun.i - 1
    if noun.tag_ != "NNS" or noun.left_edge != noun or comma < 1 or doc[comma].text != ",":
        return
    before = [c for c in children(noun.head, noun.dep_, "npadvmod") if c.i < noun.i and c.tag_ == "NNS"]
    end = noun.right_edge.i
    closed = any(t.text == "," for t in doc[end : end + 2])
    if len(before) == 1 and closed and doc[comma - 1] in before[0].subtree:
        hang(before[0], noun.head, noun.dep_)
        hang(noun, before[0], "appos")


def verb_to_those_who_seem(participle: Token) -> None:
    """Make "*Gunmen* **suspected** *to be* herdsmen *attacked* Lesk" the gunmen who attacked, and nobody who suspects."""
    people, being = child(participle, "nsubj"), child(participle, "xcomp")
    if people is None or being is None or people.i != participle.i - 1 or being.lower_ not in BEING:
        return
    if any(c.dep_ in {"aux", "auxpass"} for c in participle.children):
        return
    below = (*participle.subtree, *participle.head.children)
    verb = next((t for t in below if t.i > being.i and _is_lost(t)), None)
    if verb is None or any(t.text in ",;" or t.tag_ == "WDT" for t in verb.doc[being.i : verb.i]):
        return
    rest = [c for c in participle.children if c.i > verb.i or c.i < people.left_edge.i]
    hang(verb, verb if participle.head == participle else participle.head, participle.dep_)
    hang(people, verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
    hang(participle, people, "acl")
    for word in rest:
        hang(word, verb, word.dep_)


def next_deed_to_passive(participle: Token) -> None:
    """Join what is done next to what was done: "was **seized** by *men* thought to be rebels and *freed* a day later"."""
    people, being = participle.head, child(participle, "xcomp")
    deed = people.head.head
    by = participle.dep_ == "acl" and people.head.dep_ == "agent" and deed.tag_ == "VBN"
    if not by or being is None or being.lower_ not in BEING:
        return
    for verb in (*children(participle, "conj"), *children(being, "conj")):
        if verb.tag_ in {"VBN", "VBD"} and not children(verb, *SUBJECTS, *OBJECTS):
            join(verb, deed)
            verb.tag_ = "VBN"


def next_deed_of_victims(verb: Token) -> None:
    """Make a passive of what is done next to those something was done to: "were **abducted** and *released* the next day"."""
    deed = verb.head
    suffered = deed.tag_ == "VBN" and children(deed, "auxpass") and verb.lemma_.lower() in FREEING | SEIZING
    if (
        suffered
        and not children(verb, "aux", "auxpass", *SUBJECTS)
        and all(_is_time(c) for c in children(verb, *OBJECTS))
    ):
        verb.tag_ = "VBN"
        for time in children(verb, *OBJECTS):
            time.dep_ = "npadvmod"


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_.lower() in {"day", "week", "month", "night", "morning"}


def _is_lost(verb: Token) -> bool:
    """Whether a verb has no subject and needs one: "*attacked* a town", "*have killed* 23", "*were arrested*"."""
    if verb.pos_ != "VERB" or verb.dep_ not in LOST_VERBS or children(verb, *SUBJECTS):
        return False
    helped = any(c.dep_ in {"aux", "auxpass"} and c.lower_ in HELPING for c in verb.children)
    met = [c for c in children(verb, "npadvmod") if c.pos_ == "PROPN" and c.ent_type_ not in {"DATE", "TIME"}]
    active = bool(children(verb, "dobj") or met) and not children(verb, "agent")
    return verb.tag_ in {"VBD", "VBP", "VBZ"} or (verb.tag_ == "VBN" and (helped or active))


def presumed_to_modifier(participle: Token) -> None:
    """Make a word before people of what passes for a verb without a subject: "On 9 June, **presumed** *rebels* looted it"."""
    deed = child(participle, "ccomp")
    people = child(deed, *SUBJECTS) if deed is not None else None
    if deed is None or people is None or people.left_edge.i != participle.i + 1 or participle.dep_ != "ROOT":
        return
    if child(participle, "nsubj", "nsubjpass", "expl", "aux", "auxpass") is not None or children(people, "det", "poss"):
        return
    others = [c for c in participle.children if c != deed]
    hang(deed, deed, "ROOT")
    hang(participle, people, "amod")
    for word in others:
        hang(word, deed, word.dep_)


def label_to_no_subject(noun: Token) -> None:
    """Make no doer of the label of a note: "**Movement** of forces: On 11 July, *troops* withdrew from Lesk"."""
    after = noun.right_edge.i + 1
    labels = after < noun.head.i and noun.doc[after].text == ":" and noun.left_edge.is_sent_start
    if labels and any(c.dep_ in SUBJECTS and c.i > after for c in noun.head.children):
        noun.dep_ = "dep"


def clause_to_subject(participle: Token) -> None:
    """Make "*the men* **returned** by Lesk *were* jailed" the men who were jailed, where the parser has a clause for subject."""
    people, verb = child(participle, *SUBJECTS), participle.head
    own = any(c.dep_ in {"aux", "auxpass", "mark"} for c in participle.children)
    if people is None or own or people.i > participle.i or people.pos_ not in {"NOUN", "PROPN"}:
        return
    hang(people, verb, "nsubjpass" if participle.dep_ == "csubjpass" else "nsubj")
    hang(participle, people, "acl")


def subject_to_place(noun: Token) -> None:
    """Hang what is no subject on the place that it tells of: "in *Lesk*, the king's home **town**, police shot two"."""
    verb, first = noun.head, noun.left_edge
    others = [c for c in children(verb, *SUBJECTS) if c.i > noun.i and c.left_edge.i > noun.i]
    doc = noun.doc
    if not others or first.i < 2 or doc[first.i - 1].text != "," or others[0].head != verb:
        return
    place = doc[first.i - 2]
    fronted = place.dep_ == "pobj" and place.head.dep_ == "prep" and place.head.head == verb and place.pos_ == "PROPN"
    if fronted and noun.right_edge.i < others[0].left_edge.i and doc[noun.right_edge.i + 1].text == ",":
        hang(noun, place, "appos")


def subject_of_participle_to_verb(participle: Token) -> None:
    """Give "after **leaders** *meeting in Lesk* agreed to a truce" its subject, which the parser gives to the participle."""
    link, people = participle.head, child(participle, "nsubj")
    verb = link.head
    clause = link.dep_ == "mark" and verb.tag_ in {"VBD", "VBZ", "VBP"} and participle.i < verb.i
    if people is not None and clause and not children(verb, *SUBJECTS) and people.i == participle.i - 1:
        hang(people, verb, "nsubj")
        hang(participle, people, "acl")


def teller_to_own_clause(participle: Token) -> None:
    """Give a teller the clause that adds his words: "rejected the offer, *a spokesman* **saying** it came too late"."""
    teller = participle.head
    verb = next((t for t in teller.ancestors if t.pos_ == "VERB"), None)
    first = teller.left_edge.i
    if verb is None or teller.dep_ not in HUNG or not verb.i < first - 1 or teller.doc[first - 1].text != ",":
        return
    if participle.lemma_.lower() in ADDING and not any(c.i > teller.i for c in teller.children if c.i < participle.i):
        root = verb.head
        if (
            verb.dep_ == "ccomp" and root.dep_ == "ROOT" and root.i > participle.i
        ):  # what is said passes for what is told
            hang(verb, verb, "ROOT")
            hang(root, participle, "ccomp")
        hang(participle, verb, "advcl")
        hang(teller, participle, "nsubj")


def name_to_subject(name: Token) -> None:
    """Make a name before a verb its subject, where a headline has none: "*Lesk* **closes** all schools, memo shows"."""
    verb = name.head
    if verb.pos_ == "VERB" and name.i == verb.i - 1 and not children(verb, "nsubj", "nsubjpass"):
        hang(name, verb, "nsubj")
