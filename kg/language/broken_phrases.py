"""Noun phrases that the parser breaks apart, put together again.

"According to a ministry **in** *Hamas-run Gaza*" leaves the preposition without its place; "bombed a bandit *hideout*" tells of
a bandit who was bombed; "killed two men *40 kilometres* from Lesk" counts kilometres among the dead.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.grammar import ARABIC_ARTICLES, OBJECTS, SUBJECTS, WEEKDAYS
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: labels of an object that stands behind a phrase of its verb
BEHIND = frozenset({"dobj", "appos", "dep", "npadvmod"})
#: verbs of what is done to people and crowds, which have an object
DONE_TO = (
    word_class("bodily")
    | word_class("never-alone")
    | word_class("freeing")
    | frozenset("disperse recover attack bomb shell storm raid find discover intercept confiscate seize".split())
)
#: participles of what is thrown at people, which pass for what describes it
THROWN = frozenset("hurled threw thrown lobbed tossed flung pelted fired chanted shouted waved".split())
LENGTHS = frozenset("kilometre kilometer km mile metre meter yard foot block".split())
CLAUSES = frozenset({"acl", "relcl", "advcl"})
#: where fighters are found
LAIRS = word_class("lairs")
#: verbs that have two objects
GIVING = word_class("giving")
PLOTS = word_class("plots")
#: what those are who came to harm
HARMED = word_class("harmed") | {"homeless"}
#: words by which it is not sure who did a deed
DOUBTING = word_class("doubting")
#: prepositions that cannot stand alone behind a noun
NEEDING_OBJECT = frozenset(
    "in of at near from for with on by into across inside outside between against under during".split()
)
#: labels of a noun phrase that a preposition without an object can have lost
LOST = OBJECTS | {"conj", "appos", "dep", "npadvmod"}


def mend(doc: Doc) -> None:
    """Put the broken noun phrases of a document together."""
    for token in doc:
        _object_behind_phrase(token)
        if token.like_num and token.pos_ == "PROPN" and token.ent_type_ in {"CARDINAL", ""} and token.dep_ in SUBJECTS:
            token.tag_, token.pos_ = "CD", "NUM"  # "*Seventeen* were shot", taken for a name
        if token.dep_ == "ROOT" and token.like_num and token.is_title:
            _number_to_counted(token)
        if token.dep_ == "prep" and token.lower_ in NEEDING_OBJECT and token.i + 1 < len(doc) and not token.n_rights:
            _give_object(token)
        elif token.lower_ in WEEKDAYS and token.dep_ == "compound" and token.i and token.nbor(-1).lower_ == "on":
            _day_to_preposition(token)
        elif token.dep_ in {"amod", "compound"} and token.tag_ == "VBG" and token.i and token.head.dep_ == "conj":
            _gerund_to_second_deed(token)
        elif token.dep_ in {"amod", "conj"} and token.lower_ in THROWN and token.i:
            _throwing_to_second_deed(token)
        elif token.dep_ == "advcl" and token.tag_ == "VB":
            _infinitive_to_plot(token)
        elif token.lower_ == "of" and token.dep_ == "quantmod" and token.i:
            _number_over_whole(token)
        elif token.dep_ in {"nsubj", "nsubjpass"} and token.is_upper and len(token) > 2 and token.i:
            _compound_of_party(token)
        elif token.lower_ in LAIRS and token.dep_ in {"advmod", "npadvmod"} and token.i:
            _compound_of_lair(token)
        elif token.lower_ in ARABIC_ARTICLES and token.i and token.i + 2 < len(doc) and doc[token.i + 1].text == "-":
            _join_name(token)
        elif token.dep_ in OBJECTS and token.lemma_.lower() in LENGTHS:
            _length_to_distance(token)
        elif token.dep_ == "dobj" and token.head.lemma_ == "leave":
            _number_to_harmed(token)
        elif token.lower_ == "by" and token.dep_ == "prep" and children(token, "advmod"):
            _doer_to_deed(token)
        elif token.dep_ in OBJECTS and token.tag_ in {"NN", "NNS"} and token.left_edge.i > token.head.i + 1:
            _compound_of_objects(token)


def _day_to_preposition(day: Token) -> None:
    """Hang a day on the word before it: "on *Monday* **riot police** advanced", with no comma between."""
    on = day.nbor(-1)
    if on.dep_ == "prep" and not children(on, "pobj", "pcomp"):
        hang(day, on, "pobj")


def _number_to_counted(number: Token) -> None:
    """Hang a number on those it counts, where the parse makes a sentence of it: "LESK - **Seven** *soldiers* were killed"."""
    if list(number.children) or number.i + 1 >= len(number.doc):
        return
    after = number.nbor(1)
    counted = next((t for t in (after, *after.ancestors) if t.left_edge == after and t.tag_ in {"NNS", "NNPS"}), None)
    if counted is not None:
        hang(number, counted, "nummod")
        number.tag_, number.pos_ = "CD", "NUM"


def _give_object(preposition: Token) -> None:
    """Hang on a preposition without an object the phrase that follows it and passes for another object of the verb."""
    after = preposition.doc[preposition.i + 1]
    noun = next((t for t in (after, *after.ancestors) if t.dep_ in LOST and t.left_edge == after), None)
    apart = noun is not None and noun.head != preposition.head  # "call upon *all parties* to leave" stays as it is
    if noun is not None and apart and noun.pos_ in {"NOUN", "PROPN"} and noun.head.is_ancestor(preposition):
        hang(noun, preposition, "pobj")


def _gerund_to_second_deed(gerund: Token) -> None:
    """Make a second deed of "killing men and *looting* homes", where "looting homes" passes for a second victim."""
    noun, first, joint = gerund.head, gerund.head.head, gerund.nbor(-1)
    verb = first.head if first.dep_ in OBJECTS else first
    told = verb.tag_ == "VBG" and verb.pos_ == "VERB" and verb.dep_ != "prep"
    if noun.left_edge != gerund or not told or joint.dep_ != "cc":
        return
    if gerund.text[:1].isupper() or noun.tag_ not in {"NN", "NNS"}:
        return
    hang(gerund, verb, "conj")
    hang(noun, gerund, "dobj")
    hang(joint, verb, "cc")


def _throwing_to_second_deed(thrown: Token) -> None:
    """Make a second deed of "torched buses and *hurled* stones at police", where "hurled stones" passes for what was torched."""
    noun, joint = thrown.head, thrown.nbor(-1)
    if noun.dep_ not in {"conj", "dobj"} or noun.tag_ != "NNS" or noun.left_edge != thrown or joint.dep_ != "cc":
        return
    verb = noun.head.head if noun.head.dep_ in OBJECTS else noun.head
    if verb.tag_ not in {"VBD", "VBN", "VBP"} or not any(c.dep_ in OBJECTS and c.i < thrown.i for c in verb.children):
        return
    thrown.pos_, thrown.tag_ = "VERB", verb.tag_
    hang(thrown, verb, "conj")
    hang(noun, thrown, "dobj")
    hang(joint, verb, "cc")
    for at in [c for c in verb.children if c.dep_ == "prep" and c.i == noun.i + 1]:
        hang(at, thrown, "prep")


def _infinitive_to_plot(infinitive: Token) -> None:
    """Hang on the plot what it is to do: "foiled a *plot* to **blow up** a bridge"."""
    to = next((c for c in children(infinitive, "aux") if c.tag_ == "TO"), None)
    if to is None or not to.i or to != infinitive.left_edge:
        return
    _part_to_plot(infinitive.head, to.i)
    plans = (c for c in infinitive.head.children if c.dep_ in OBJECTS and c.right_edge == to.nbor(-1))
    noun = next(plans, to.nbor(-1))  # "a *plan* on the part of rebels to **bomb** a bridge"
    if noun.lemma_.lower() in PLOTS and noun.dep_ in OBJECTS and noun.head == infinitive.head:
        hang(infinitive, noun, "acl")


def _part_to_plot(verb: Token, end: int) -> None:
    """Hang on the plot whose it is: "foiled **a plot** *on the part* of rebels to bomb a bridge"."""
    plot = next((c for c in children(verb, *OBJECTS) if c.lemma_.lower() in PLOTS), None)
    for on in children(verb, "prep"):
        part = any(t.lower_ == "part" for t in children(on, "pobj"))
        if plot is not None and on.lower_ == "on" and part and on.i == plot.i + 1 and on.right_edge.i == end - 1:
            hang(on, plot, "prep")


def _number_over_whole(of: Token) -> None:
    """Count the members and not the family: "*ten of one family* killed"."""
    one, number = of.head, of.nbor(-1)
    whole = one.head
    if number.head != one or not number.like_num or one.dep_ != "nummod" or whole.left_edge.i > number.i:
        return
    clauses = [c for c in whole.children if c.dep_ in CLAUSES and c.i > whole.i]
    hang(number, whole.head, whole.dep_)
    hang(of, number, "prep")
    hang(whole, of, "pobj")
    for clause in clauses:
        hang(clause, number, clause.dep_)


def _compound_of_lair(noun: Token) -> None:
    """Make one phrase of "bombed a bandit *hideout*", of which the first word passes for the object."""
    before = noun.nbor(-1)
    if before.dep_ in OBJECTS and before.head == noun.head and before.tag_ == "NN":
        _head_over(noun, before)


def _compound_of_party(name: Token) -> None:
    """Make one phrase of "supporters of the opposition *UFDG*", of which the name passes for a second subject."""
    before = name.nbor(-1)
    other = any(c.dep_ == name.dep_ and c.is_ancestor(before) for c in name.head.children if c.i < name.i)
    if other and before.dep_ == "pobj" and before.tag_ == "NN" and not list(name.lefts):
        _head_over(name, before)


def _compound_of_objects(noun: Token) -> None:
    """Make one phrase of two objects in a row: "triggered a *pressure IED blast*"."""
    before = noun.left_edge.nbor(-1)
    one = before.dep_ in OBJECTS and before.head == noun.head and before.tag_ == "NN" and children(before, "det")
    told = children(noun, "det", "poss", "nummod", "predet") or noun.head.lemma_.lower() in GIVING
    if one and not told and not noun.text[:1].isupper():
        _head_over(noun, before)


def _join_name(article: Token) -> None:
    """Make one name of "Aita *al-Jabal*", of which the second part stands apart."""
    before, last = article.nbor(-1), article.nbor(2)
    apart = last.left_edge == article and last.head != before and not last.is_ancestor(before)
    if before.pos_ == last.pos_ == "PROPN" and apart and before.is_title and before.ent_type_ != "PERSON":
        _head_over(last, before)


def _head_over(noun: Token, before: Token) -> None:
    """Put a noun in the place of the word before it, which then only describes it."""
    outside = [c for c in before.children if c != noun]
    hang(noun, before.head, before.dep_)
    hang(before, noun, "compound")
    for word in outside:
        hang(word, noun, word.dep_)


def _length_to_distance(measure: Token) -> None:
    """Take a length for a distance and for nobody that something is done to: "killed two men *40 kilometres* from Lesk"."""
    before = [t for t in children(measure.head, *OBJECTS) if t.i < measure.i]
    if before and children(measure, "nummod"):
        hang(measure, measure.head, "npadvmod")


def _number_to_harmed(thing: Token) -> None:
    """Count people and no damage: "left *four* **wounded** and heavy damage"."""
    number, hurt = child(thing, "nummod"), next((c for c in children(thing, "amod") if c.lower_ in HARMED), None)
    joint = child(hurt, "cc") if hurt is not None else None
    if number is None or hurt is None or joint is None or not number.i < hurt.i < joint.i < thing.i:
        return
    for word in children(hurt, "conj"):
        hang(word, thing, "amod")
    hang(number, thing.head, "dobj")
    hang(hurt, thing.head, "oprd")
    hang(joint, number, "cc")
    hang(thing, number, "conj")


def _doer_to_deed(by: Token) -> None:
    """Hang on a deed by whom it may have been done: "denounced the *murder* of a judge, apparently **by** rebels"."""
    verb, sure = by.head, children(by, "advmod")[0]
    deed = next((c for c in children(verb, "dobj") if c.i < sure.i), None)
    if deed is not None and sure.lower_ in DOUBTING and sure.nbor(-1).text == "," and sure.i == by.i - 1:
        hang(by, deed, "prep")


def _object_behind_phrase(noun: Token) -> None:
    """Make an object of what stands behind a phrase of its verb: "**dispersed** with tear gas *a march*"."""
    first = noun.left_edge
    if noun.dep_ not in BEHIND or noun.pos_ != "NOUN" or first == noun or first.tag_ not in {"DT", "CD"} or not first.i:
        return
    place = noun.head if noun.dep_ != "npadvmod" else first.nbor(-1)
    verb = place.head.head if place.dep_ == "pobj" and place.head.dep_ == "prep" else place
    close = place.i == first.i - 1 and verb.i < place.head.i and noun.ent_type_ not in {"DATE", "TIME"}
    if not close or verb.pos_ != "VERB" or verb.lemma_.lower() not in DONE_TO:
        return
    active = not any(c.dep_ in {"auxpass", "nsubjpass", *OBJECTS} for c in verb.children if c != noun)
    if active and any(c.dep_ == "nsubj" for c in verb.children):
        hang(noun, verb, "dobj")
