"""Words that three parsers leave where none would: a deed behind its doer, "in which" before what another clause tells."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.broken_phrases import hang
from kg.language.tree import OBJECTS, child, children

#: places of killing: "killing fields"
SETTINGS = frozenset({"field", "ground", "zone"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: tags of what people are left as: "dead", "wounded"
STATES = frozenset({"JJ", "VBN"})
#: verbs of saying that somebody did something
CHARGING = frozenset({"accuse", "suspect", "convict", "charge", "blame", "condemn"})


def unmix(token: Token) -> None:
    """Hang one word where it belongs, if the readings mixed at it do not fit one another."""
    if token.dep_ == "amod" and token.tag_ == "VBG":
        _to_setting(token)
    elif token.dep_ == "pobj" and token.tag_ == "VBG":
        _to_noun(token)
    elif token.dep_ in {"advcl", "ccomp"} and token.i > token.head.i and token.left_edge.dep_ == "prep":
        _to_relative(token)
    elif token.dep_ == "advmod" and token.i > token.head.i and token.lower_.endswith("edly"):
        _to_time(token)
    elif token.dep_ == "nummod" and token.i > token.head.i and token.head.dep_ == "pobj":
        _to_counted(token)
    elif token.dep_ == "ccomp" and token.tag_ in STATES and token.head.lemma_ == "leave" and token.i > token.head.i:
        _to_state(token)
    elif token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.lemma_.lower() in CHARGING:
        _to_charge(token)


def _to_setting(word: Token) -> None:
    """Make a word for a place of what passes for a deed: "turned the town into a **killing** *field*"."""
    if word.lower_ == "killing" and word.i == word.head.i - 1 and word.head.lemma_.lower() in SETTINGS:
        word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_


def _to_time(adverb: Token) -> None:
    """Hang on a clause an adverb that opens it: "bombed it, **reportedly** *just a day after they had left*"."""
    start = adverb.i + 1
    if adverb.nbor(-1).text != "," or start >= adverb.sent.end:
        return
    opened = [t for t in adverb.head.children if t.dep_ in {"advcl", "npadvmod", "prep"} and t.left_edge.i == start]
    if opened:
        hang(adverb, opened[0], "advmod")


def _to_noun(deed: Token) -> None:
    """Make a noun of what stands behind a preposition and its doer: "died in *police* **firing**"."""
    doers = deed.nbor(-1)
    if doers.head == deed and doers.dep_ == "nsubj" and children(deed, *OBJECTS) == []:
        deed.pos_, deed.tag_, deed.lemma_ = "NOUN", "NN", deed.lower_
        doers.dep_ = "compound"


def _to_relative(verb: Token) -> None:
    """Hang on what is told of a clause that opens with "in which": "resorted to *firing* in which a boy was **killed**"."""
    opening = verb.left_edge
    which = child(opening, "pobj")
    if opening.head == verb and opening.i and which is not None and which.tag_ == "WDT" and which.i == opening.i + 1:
        hang(verb, opening.nbor(-1), "relcl")


def _to_counted(number: Token) -> None:
    """Let a number count what it stands before, and not the town behind which it stands: "in *Lesk* **43** *students* fled"."""
    noun = number.nbor(1) if number.i + 1 < number.sent.end else number
    if noun.tag_ == "NNS" and noun.left_edge == noun and number.head.pos_ == "PROPN" and noun.dep_ in SUBJECTS:
        hang(number, noun, "nummod")


def _to_state(state: Token) -> None:
    """Make of a clause whom a verb leaves as what: "clashes **left** *eight people* **dead**"."""
    people, verb = child(state, *SUBJECTS), state.head
    if people is not None and people.left_edge.i == verb.i + 1 and not children(state, "aux", "auxpass", "mark"):
        hang(people, verb, "dobj")
        hang(state, verb, "oprd")


def _to_charge(harm: Token) -> None:
    """Hang what came of a deed on the deed, and not on the charge: "accused them of *shelling* Lesk, **killing** six"."""
    deeds = [t for p in children(harm.head, "prep") for t in children(p, "pcomp") if p.i > harm.head.i and t.i < harm.i]
    if deeds and harm.nbor(-1).text == ",":
        hang(harm, deeds[-1], "advcl")
