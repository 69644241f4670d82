"""Words that three parsers leave where none would: a deed behind its doer, "in which" before what another clause tells."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import OBJECTS, SUBJECTS
from kg.language.objects import MAKING
from kg.language.tree import NEVER_ALONE, child, children, hang
from kg.ontology.word_classes import word_class

#: places of killing: "killing fields"
SETTINGS = frozenset({"field", "ground", "zone"})
#: tags of what people are left as: "dead", "wounded"
STATES = frozenset({"JJ", "VBN"})
#: verbs of saying that somebody did something
CHARGING = word_class("charging")
#: words before a number: "wounding *over* 100"
ROUGHLY = frozenset({"over", "under", "around", "about", "near", "above", "some"})
#: participles of what comes of a deed
OUTCOMES = word_class("outcomes")
ALIGHT = frozenset({"alight", "ablaze", "afire", "aflame"})
#: what is sent at somebody, verbs of sending it, and verbs of deeds that end in harm
ARMS = word_class("arms")
LAUNCHING = word_class("launching")
AIMED = frozenset({"at", "on", "into", "toward", "towards", "against"})
VIOLENT = word_class("violent")
#: what is blamed on somebody
BLAMED = frozenset({"blamed", "claimed", "pinned"})
ATTACKS = word_class("attacks")
CROWDS = frozenset({"throw", "hurl", "pelt"})


def unmix(token: Token) -> None:
    """Hang one word where it belongs, if the readings mixed at it do not fit one another."""
    if token.dep_ == "amod" and token.tag_ == "VBG":
        _killing_to_noun(token)
    elif token.dep_ == "pobj" and token.tag_ == "VBG":
        _gerund_to_noun(token)
    elif token.dep_ in {"advcl", "ccomp"} and token.i > token.head.i and token.left_edge.dep_ == "prep":
        _clause_to_relative(token)
    elif token.dep_ == "advmod" and token.i > token.head.i and token.lower_.endswith("edly"):
        _adverb_to_clause(token)
    elif token.dep_ == "nummod" and token.i > token.head.i and token.head.dep_ == "pobj":
        _number_to_counted(token)
    elif token.dep_ == "ccomp" and token.tag_ in STATES and token.head.lemma_ == "leave" and token.i > token.head.i:
        _clause_to_state(token)
    elif token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.lemma_.lower() in CHARGING:
        _outcome_to_charged_deed(token)
    elif token.dep_ == "advcl" and token.lower_ in OUTCOMES and token.head.dep_ in {"advcl", "relcl", "pcomp"}:
        _outcome_to_violence(token)
    elif token.dep_ == "advcl" and token.tag_ == "VB" and token.head.dep_ == "relcl":
        _infinitive_to_those_made(token)
    elif token.dep_ == "acl" and token.lower_ in BLAMED and token.head.dep_ == "pobj":
        _blame_to_deed(token)
    elif token.lower_ == "go" and token.head.lemma_ == "let":
        _time_to_freeing(token)
    elif token.dep_ == "prep" and token.lower_ in AIMED:
        _aim_to_launching(token)
        _aim_to_deed(token)
    elif token.dep_ == "conj" and token.tag_ == "VBG" and token.head.dep_ in {"relcl", "advcl"}:
        _outcome_to_outcome(token)
    elif token.dep_ in OBJECTS and token.tag_ == "VBZ" and token.is_lower:
        _verb_to_target(token)
    elif token.dep_ == "pobj" and token.lower_ in ALIGHT and token.i:
        _place_to_burning(token)
    elif token.dep_ == "pobj" and token.pos_ == "NUM" and token.i == token.head.i + 1:
        _number_to_object(token)


def _killing_to_noun(word: Token) -> None:
    """Make a word for a place of what passes for a deed: "turned the town into a **killing** *field*"."""
    if word.lower_ == "killing" and word.i == word.head.i - 1 and word.head.lemma_.lower() in SETTINGS:
        word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_


def _adverb_to_clause(adverb: Token) -> None:
    """Hang on a clause an adverb that opens it: "bombed it, **reportedly** *just a day after they had left*"."""
    start = adverb.i + 1
    if adverb.nbor(-1).text != "," or start >= adverb.sent.end:
        return
    opened = [t for t in adverb.head.children if t.dep_ in {"advcl", "npadvmod", "prep"} and t.left_edge.i == start]
    if opened:
        hang(adverb, opened[0], "advmod")


def _gerund_to_noun(deed: Token) -> None:
    """Make a noun of what stands behind a preposition and its doer: "died in *police* **firing**"."""
    doers = deed.nbor(-1)
    if doers.head == deed and doers.dep_ == "nsubj" and children(deed, *OBJECTS) == []:
        deed.pos_, deed.tag_, deed.lemma_ = "NOUN", "NN", deed.lower_
        doers.dep_ = "compound"


def _clause_to_relative(verb: Token) -> None:
    """Hang on what is told of a clause that opens with "in which": "resorted to *firing* in which a boy was **killed**"."""
    opening = verb.left_edge
    which = child(opening, "pobj")
    if opening.head == verb and opening.i and which is not None and which.tag_ == "WDT" and which.i == opening.i + 1:
        hang(verb, opening.nbor(-1), "relcl")


def _number_to_counted(number: Token) -> None:
    """Let a number count what it stands before, and not the town behind which it stands: "in *Lesk* **43** *students* fled"."""
    noun = number.nbor(1) if number.i + 1 < number.sent.end else number
    if noun.tag_ == "NNS" and noun.left_edge == noun and number.head.pos_ == "PROPN" and noun.dep_ in SUBJECTS:
        hang(number, noun, "nummod")


def _clause_to_state(state: Token) -> None:
    """Make of a clause whom a verb leaves as what: "clashes **left** *eight people* **dead**"."""
    people, verb = child(state, *SUBJECTS), state.head
    if people is not None and people.left_edge.i == verb.i + 1 and not children(state, "aux", "auxpass", "mark"):
        hang(people, verb, "dobj")
        hang(state, verb, "oprd")


def _outcome_to_charged_deed(harm: Token) -> None:
    """Hang what came of a deed on the deed, and not on the charge: "accused them of *shelling* Lesk, **killing** six"."""
    deeds = [t for p in children(harm.head, "prep") for t in children(p, "pcomp") if p.i > harm.head.i and t.i < harm.i]
    if deeds and harm.nbor(-1).text == ",":
        hang(harm, deeds[-1], "advcl")


def _outcome_to_violence(harm: Token) -> None:
    """Hang what came of a deed on the deed: "*sprayed* the gate as they awaited it to open, **killing** two".

    So behind a relative clause: "*shelled* a column that had entered the town, **destroying** six tanks".
    """
    meanwhile = harm.head
    deed = next((t for t in meanwhile.ancestors if t.pos_ == "VERB"), meanwhile)
    behind = meanwhile.dep_ == "pcomp" and meanwhile.head.lower_ in {"after", "before"}
    aside = behind or meanwhile.dep_ == "relcl" or meanwhile.left_edge.lower_ in {"as", "while", "when"}
    answered = meanwhile.lemma_.lower() in CROWDS and deed.lemma_.lower() in {"open", "fire", "shoot"}
    peaceful = meanwhile.lemma_.lower() not in VIOLENT or answered
    violent = deed.lemma_.lower() in VIOLENT and not children(deed, "auxpass")
    if aside and peaceful and violent and harm.nbor(-1).text == ",":
        hang(harm, deed, "advcl")


def _aim_to_deed(preposition: Token) -> None:
    """Hang on the deed whom it is aimed at, and not on the weapon: "opened fire with *mortars* **on** their positions"."""
    weapon = preposition.head
    by = weapon.head
    aimed = weapon.dep_ == "pobj" and by.lower_ == "with" and weapon.lemma_.lower() in ARMS
    if aimed and by.head.pos_ == "VERB" and by.head.lemma_.lower() in VIOLENT:
        hang(preposition, by.head, "prep")


def _outcome_to_outcome(harm: Token) -> None:
    """Join a second result to the first: "*hitting* a mill, where nuns had sought shelter, and **killing** 25"."""
    aside = harm.head
    first = (
        aside.head.head if aside.dep_ == "relcl" else aside.head
    )  # "*shooting* them as they fled and **razing** homes"
    if first.tag_ != "VBG" or first.dep_ != "advcl" or aside.tag_ == "VBG":
        return
    for word in [c for c in children(aside, "cc") if aside.i < c.i < harm.i]:
        hang(word, first, "cc")
    hang(harm, first, "conj")


def _verb_to_target(noun: Token) -> None:
    """Make a noun of what passes for a verb and is an object: "*struck* YPG **targets** north of Lesk"."""
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NNS", noun.lower_.removesuffix("s")
    for word in [c for c in noun.head.children if c.dep_ in SUBJECTS and noun.head.i < c.i < noun.i]:
        hang(word, noun, "compound")
    for word in [c for c in noun.children if c.dep_ in SUBJECTS and c.i < noun.i]:
        word.dep_ = "compound"


def _place_to_burning(state: Token) -> None:
    """Make a state of what passes for the place: "**set** homes in *Lesk* **alight**"."""
    place, way = state.nbor(-1), state.head
    verb = next((t for t in way.ancestors if t.lemma_ == "set"), None)
    if verb is None or place.head != state or place.pos_ != "PROPN":
        return
    hang(place, way, "pobj")
    for word in [c for c in state.children if c.i < place.i]:
        hang(word, place, word.dep_)
    hang(state, verb, "oprd")
    state.pos_, state.tag_ = "ADJ", "JJ"


def _infinitive_to_those_made(infinitive: Token) -> None:
    """Hang on those who are made to do it what they do: "forced *families* who had lived there **to flee**"."""
    people = infinitive.head.head
    while people.dep_ in {"pobj", "prep"}:
        people = people.head
    making = people.dep_ in OBJECTS and people.head.lemma_.lower() in MAKING
    if making and any(c.tag_ == "TO" for c in children(infinitive, "aux")):
        hang(infinitive, people, "acl")


def _blame_to_deed(participle: Token) -> None:
    """Hang on the deed who is blamed for it: "a *raid* on the outskirts of Lesk **blamed** on rebels"."""
    deed = next((t for t in participle.ancestors if t.lemma_.lower() in ATTACKS), None)
    inner = participle.head.lemma_.lower() not in ATTACKS
    if (
        deed is not None
        and inner
        and all(t.dep_ in {"pobj", "prep"} for t in participle.ancestors if deed.is_ancestor(t))
    ):
        hang(participle, deed, "acl")


def _time_to_freeing(go: Token) -> None:
    """Hang on the freeing when it was: "the three were **let** go *the following day*"."""
    for word in [c for c in go.children if c.dep_ in {"npadvmod", "prep", "advmod"}]:
        hang(word, go.head, word.dep_)


def _aim_to_launching(preposition: Token) -> None:
    """Hang on the deed what things are sent at: "launched missiles and *drones* **at** towns", "*stun* grenades **on** us"."""
    first = preposition.head
    inside = first.dep_ in {"compound", "amod"} and first.head.i < preposition.i
    first = first.head if inside else next((t for t in preposition.ancestors if t.dep_ != "conj"), first)
    sent = first.head.lemma_.lower() in LAUNCHING and preposition.head.dep_ == "conj"
    if first.dep_ in OBJECTS and (sent or inside):
        hang(preposition, first.head, "prep")


def _number_to_object(number: Token) -> None:
    """Count those a verb is done to: "killing six and **wounding** *over 100*"."""
    roughly, verb = number.head, number.head.head
    transitive = verb.pos_ == "VERB" and verb.i == roughly.i - 1 and not children(verb, *OBJECTS, "auxpass")
    if roughly.lower_ in ROUGHLY and roughly.dep_ == "prep" and transitive and verb.lemma_.lower() in NEVER_ALONE:
        hang(number, verb, "dobj")
        hang(roughly, number, "quantmod")
