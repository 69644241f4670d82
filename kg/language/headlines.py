"""Sentences that the parser takes for noun phrases, mostly headlines, and verbs of which it takes the wrong side.

"Gunmen on motorbikes *abducted* 287 pupils", "Air strike *flattens* tower", "Police *fire* tear gas", "Six *shot* dead".
A participle with an object is no participle but the verb, unless it stands for what was given to somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.language.grammar import OBJECTS, PREDICATES
from kg.language.tree import children, hang
from kg.ontology.word_classes import word_class

#: participles that can have an object: "the name *given* the town"
GIVING = word_class("giving")
#: verbs of what is done to somebody, which pass for nouns: "Army *arrests* suspected rebels"
DONE_TO = word_class("done-to-somebody")
#: what fighting does, which passes for what somebody fights
FLARING = word_class("flaring")
OUTBREAKS = word_class("outbreaks")
#: verbs that are nouns too, behind a plural: "Police *fire* tear gas", "Explosions *rock* Lesk"
BOTH = word_class("both")
PLURAL = frozenset({"NNS", "NNPS"})
#: nouns for what was done in a place that stands before them: "London *stabbing*"
DEEDS = word_class("attacks") | word_class("fighting")
SPANS = frozenset({"days", "hours", "weeks", "months", "minutes"})


def to_sentence(token: Token) -> None:
    """Make the verb of a sentence of a word that passes for a part of its subject or object."""
    if token.dep_ == "acl" and token.tag_ in {"VBD", "VBN"}:
        _participle_to_verb(token)
    elif token.dep_ == "amod" and token.tag_ in {"VBD", "VBN"} and token.head.dep_ == "ROOT":
        _described_to_object(token)
    elif token.dep_ in {"compound", "nmod"} and (token.tag_ == "VBZ" or token.lower_ in BOTH or _is_states(token)):
        _compound_to_verb(token)
    elif token.dep_ == "ROOT" and token.lower_ in FLARING | OUTBREAKS:
        _outbreak_to_sentence(token)
    elif token.tag_ == "NNS" and token.lemma_.lower() in DONE_TO and token.dep_ == "nsubj":
        _noun_to_verb(token)
    elif token.lower_ == "dead" and token.i and token.nbor(-1).lower_ == "shot":
        _shot_dead(token)
    elif token.dep_ == "dep" and token.pos_ in {"NOUN", "PROPN"} and token.head.pos_ == "VERB":
        _fragment_to_subject(token)
    elif token.dep_ == "pobj" and token.pos_ == "PROPN" and token.i + 1 < token.sent.end:
        _town_to_deed(token, token.nbor())


def _noun_to_verb(deeds: Token) -> None:
    """ "Malian *army* **arrests** *suspected jihadists*", where the parse makes a phrase of it."""
    root, doer = deeds.head, deeds.nbor(-1) if deeds.i > deeds.sent.start else deeds
    described = root.dep_ == "amod" and root.tag_ in {"VBN", "VBD"} and root.head.dep_ == "ROOT"
    people = root.head if described else root
    if not described or doer.dep_ != "compound" or people.pos_ not in {"NOUN", "PROPN"} or people.i < deeds.i:
        return
    if any(t.pos_ in PREDICATES and t not in (deeds, root) for t in deeds.sent):
        return
    late = [c for c in people.rights if c.dep_ in {"prep", "punct", "appos", "advcl"}]
    early = [c for c in deeds.lefts if c != doer]
    _put(deeds, people, doer, late)
    hang(people, deeds, "dobj")
    for word in early:
        hang(word, doer, word.dep_)
    deeds.pos_, deeds.tag_ = "VERB", "VBZ"


def _put(verb: Token, root: Token, subject: Token, late: Sequence[Token]) -> None:
    """Put a verb in the place of the word that passes for the root, with a subject and what stands behind."""
    if verb != root:
        hang(verb, verb if root.dep_ == "ROOT" else root.head, root.dep_)
    hang(subject, verb, "nsubj")
    for word in late:
        hang(word, verb, word.dep_)


def _participle_to_verb(verb: Token) -> None:
    """ "*Gunmen* on motorbikes **abducted** *287 pupils*", "*A man* **fired** at police"."""
    objects = [c for c in children(verb, *OBJECTS) if c.i > verb.i]
    if verb.lower_ == "fired":
        objects += [c for c in children(verb, "prep") if c.lower_ in {"at", "on", "upon", "into"}]
    subject = verb.head
    while subject.dep_ in {"pobj", "prep", "conj"}:
        subject = subject.head
    plain = (
        subject.dep_ in {"ROOT", "ccomp", "parataxis"}
        and subject.pos_ in {"NOUN", "PROPN"}
        and verb.nbor(-1).text != ","
    )
    if not objects or not plain or verb.lemma_.lower() in GIVING or _has_verb(subject, verb):
        return
    _put(verb, subject, subject, [c for t in (subject, verb.head) for c in t.children if c.i > verb.i])


def _described_to_object(verb: Token) -> None:
    """ "*Norland and Sudland* **coordinated** *air patrols*", where the verb, with its subject, passes for a modifier."""
    thing, subjects = verb.head, children(verb, "nsubj")
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if (
        before.dep_ == "nmod" and before.ent_type_ == "GPE" and verb.sent[-1].text == "."
    ):  # "*Chad* **sheltered** *men*."
        subjects = [before]
    if thing.i < verb.i or not subjects or thing.pos_ not in {"NOUN", "PROPN"} or _has_verb(thing, verb):
        return
    late = [c for c in thing.rights if c.dep_ in {"prep", "punct", "appos", "advcl"}]
    _put(verb, thing, subjects[0], late)
    hang(thing, verb, "dobj")
    verb.pos_, verb.tag_ = "VERB", "VBD"


def _has_verb(root: Token, besides: Token) -> bool:
    """Whether a phrase that passes for a sentence or clause has another verb of its own."""
    own = (t for t in root.subtree if t != besides and t.pos_ in PREDICATES)
    return any(t.dep_ in {"ROOT", "ccomp"} or (t.dep_ == "relcl" and t.i < besides.i) for t in own)


def _compound_to_verb(verb: Token) -> None:
    """ "Israeli *air strike* **flattens** *Gaza tower*", "*Police* **fire** *tear gas*"."""
    thing, before = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else verb
    many = before.tag_ in PLURAL or before.lower_ == "police" or (before.is_title and before.text.endswith("s"))
    said = verb.tag_ == "VBZ" or many or _is_states(verb)
    if not said or before.pos_ not in {"NOUN", "PROPN", "ADJ"} or thing.i < verb.i or thing.pos_ in PREDICATES:
        return
    second = thing.head if thing.dep_ == "nsubj" and thing.head.dep_ == "ROOT" else None
    if (second is None and thing.dep_ != "ROOT") or _has_verb(thing, verb):
        return
    if second is not None:  # "Gunmen **storm** *bar*, kill 11"
        if second.nbor(-1).text != "," or second.tag_ not in {"VB", "VBP", "VBZ"}:
            return
        hang(thing, thing, "ROOT")
        hang(second, verb, "conj")
    early = [c for t in (verb, thing) for c in t.lefts if c.i < before.i]
    late = [c for c in thing.rights if c.dep_ in {"prep", "punct", "appos", "advcl"}]
    _put(verb, thing, before, late)
    hang(thing, verb, "dobj")
    for word in early:
        hang(word, before, word.dep_)
    if _is_states(verb):
        verb.tag_, verb.lemma_ = "VBZ", verb.lower_.removesuffix("s")
    verb.pos_, verb.tag_ = "VERB", verb.tag_ if verb.tag_ == "VBZ" else "VBP"


def _is_states(word: Token) -> bool:
    """Whether a word that is a plural noun, too, tells what a state does: "*North Korea* **fires** *missile*"."""
    before = word.nbor(-1) if word.i > word.sent.start else word
    state = before.pos_ == "PROPN" and before.ent_type_ == "GPE"
    return state and word.tag_ == "NNS" and word.lower_.removesuffix("s") in BOTH


def _outbreak_to_sentence(root: Token) -> None:
    """ "Sudan *fighting* **flares** in Khartoum", "*Fighting* **rages** in Khartoum"."""
    if root.lower_ in OUTBREAKS:
        noun = root
        verb = next((c for c in children(root, *OBJECTS) if c.i == root.i + 1 and c.lower_ in FLARING), root)
    else:
        verb = root
        noun = next((c for c in children(root, "compound") if c.i == root.i - 1 and c.lower_ in OUTBREAKS), root)
    if noun == verb or children(noun, "aux") or (verb.pos_ == "VERB" and verb == root):
        return
    late = [c for c in noun.children if c.i > noun.i and c != verb]
    early = [c for t in (noun, verb) for c in t.lefts if c != noun]
    _put(verb, root, noun, late)
    for word in early:
        hang(word, noun, "compound" if word.dep_ == "nsubj" else word.dep_)
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", verb.lower_.removesuffix("s")
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", noun.lower_


def _shot_dead(dead: Token) -> None:
    """ "*Six* **shot** *dead* in Lesk", "A mayor **shot** *dead* days after"."""
    shot, noun = dead.nbor(-1), dead.head
    victims = [c for c in children(shot, "dobj") if c.i > dead.i]
    if noun == shot and dead.dep_ == "oprd" and victims and not children(shot, "auxpass"):
        for doer in children(shot, "nsubj", "nsubjpass"):  # "gunmen **shot** dead *a journalist*"
            hang(doer, shot, "nsubj")
        shot.pos_, shot.tag_, shot.lemma_ = "VERB", "VBD", "shoot"
        return
    if noun == shot and shot.pos_ == "VERB" and dead.dep_ in {"advcl", "acomp", "dep", "ccomp"}:
        hang(dead, shot, "oprd")  # "Two men shot *dead* outside a bank"
        return
    if shot.pos_ == "NOUN" and noun == shot and (number := children(shot, "nummod", "nsubj")):
        hang(number[0], shot, "nsubjpass")
        hang(dead, shot, "oprd")
        for word in [c for c in dead.children if c.i > dead.i]:
            hang(word, shot, word.dep_)
        shot.pos_, shot.tag_, shot.lemma_ = "VERB", "VBN", "shoot"
    elif noun.lower_ in SPANS and noun.head == shot and noun.dep_ in {*OBJECTS, "npadvmod"}:
        hang(dead, shot, "oprd")
        hang(noun, shot, "npadvmod")


def _town_to_deed(town: Token, deed: Token) -> None:
    """ "Two held over *London* **stabbing**", "Five arrested over *Mumbai* **blasts**"."""
    known = deed.lower_ in DEEDS or (deed.lower_.endswith("s") and deed.lower_.removesuffix("s") in DEEDS)
    way, people = town.head, children(deed, "nsubj")
    loose = deed.dep_ in {"xcomp", "advcl", "conj", "dobj", "dep", "npadvmod", "ROOT"}
    if not (known and loose) or deed == way.head or way.lower_ not in {"over", "after", "in", "for"}:
        return
    if any(c.dep_ in {"dobj", "det", "aux"} for c in deed.children) or (deed.dep_ == "ROOT" and len(people) != 1):
        return
    if deed.dep_ == "ROOT":
        hang(people[0], people[0], "ROOT")
    hang(deed, way, "pobj")
    hang(town, deed, "compound")
    plural = deed.lower_ not in DEEDS
    deed.pos_, deed.tag_, deed.lemma_ = (
        "NOUN",
        "NNS" if plural else "NN",
        deed.lower_.removesuffix("s" if plural else ""),
    )


def _fragment_to_subject(first: Token) -> None:
    """ "*Syrian army*, *Kurdish forces* **clash** in Aleppo"."""
    verb = first.head
    second = next(iter(children(verb, "nsubj")), None)
    if second is None or first.i > second.i or first.nbor(1).text != "," or second.left_edge.i != first.i + 2:
        return
    if first.left_edge.i != first.sent.start or second.pos_ not in {"NOUN", "PROPN"}:
        return
    hang(first, verb, "nsubj")
    hang(second, first, "conj")
