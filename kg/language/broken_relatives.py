"""Clauses that describe somebody, hung on whom they describe: "fired at *students* **protesting** against it".

The parser hangs such a participle on the verb, so that police protest; a relative on the nearer noun, though it tells of
several; and a second deed on the clause of its victim: "detained *a soldier* who strayed and **handed him** over".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import AUXILIARIES, DONE_TO, OBJECTS, SUBJECTS
from kg.language.second_verbs import RESTING, join
from kg.language.tree import child, children, hang

#: what people do while others act on them, as participles tell it
MEANWHILE = RESTING | {"protest", "demonstrate", "march", "rally", "flee", "picket", "worship"}
#: forms that only several have
PLURAL = frozenset({"were", "are", "have"})
PERSONAL = frozenset({"him", "her", "them"})
#: what states are to one another, before the name of the other
STANDINGS = frozenset("ally neighbour neighbor rival foe enemy backer patron protector archrival arch-foe".split())
CHARGED = frozenset({"suspected", "accused"})


def mend_relative(token: Token) -> None:
    """Hang one clause where it belongs, if the parser hangs it on the wrong word."""
    if token.dep_ == "advcl" and token.tag_ == "VBG":
        _participle_to_object(token)
        _subject_to_object(token)
        _outcome_to_relative(token)
    elif token.dep_ == "relcl":
        _relative_to_many(token)
    elif token.dep_ == "conj" and token.tag_ == "VBD":
        _second_deed_to_outer(token)
    elif token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.lower_ in STANDINGS:
        _name_over_standing(token)
    elif token.dep_ == "ccomp" and token.tag_ == "VBN" and token.head.dep_ == "pcomp":
        _verb_over_charge(token)
    elif token.lower_ == "opposed" and token.dep_ == "acl" and any(c.lower_ == "to" for c in token.children):
        token.pos_, token.tag_ = "ADJ", "JJ"  # "a group *opposed* to the war", which nobody opposes
    elif token.dep_ == "acl" and token.tag_ == "VBD" and token.head.dep_ in OBJECTS:
        token.tag_ = "VBN"  # "killed a man *wanted* by the police"


def _participle_to_object(participle: Token) -> None:
    """Let those do it who stand before it: "Police opened fire on *students* **protesting** against the arrest"."""
    noun = participle.nbor(-1) if participle.i else participle
    link = noun.head if noun.dep_ == "pobj" else noun
    acted_on = noun.dep_ in OBJECTS or (noun.dep_ == "pobj" and link.lower_ in DONE_TO)
    own = participle.left_edge == participle and not children(participle, *SUBJECTS, "mark")
    if acted_on and own and participle.lemma_ in MEANWHILE and participle.head.is_ancestor(noun):
        hang(participle, noun, "acl")


def _subject_to_object(participle: Token) -> None:
    """Make those the object of a deed who pass for a subject: "killed *a settler* **driving** home"."""
    doer, deed = child(participle, "nsubj"), participle.head
    close = doer is not None and doer.i == participle.i - 1 and doer.left_edge.i == deed.i + 1
    if doer is None or not close or deed.tag_ not in {"VBD", "VBN"} or children(deed, *OBJECTS, "auxpass"):
        return
    hang(doer, deed, "dobj")
    hang(participle, doer, "acl")


def _outcome_to_relative(outcome: Token) -> None:
    """Let those do it of whom a relative tells: "overpowered by *commandos* who stormed it, **freeing** 86 hostages"."""
    deed = outcome.head
    doers = [t for by in children(deed, "agent") for t in children(by, "pobj")]
    clauses = [c for t in doers for c in children(t, "relcl") if c.tag_ == "VBD" and child(c, *SUBJECTS) is not None]
    last = outcome.left_edge.i - 1
    if clauses and outcome.doc[last].text == "," and clauses[-1].right_edge.i in {last, last - 1}:
        hang(outcome, clauses[-1], "advcl")


def _relative_to_many(verb: Token) -> None:
    """Hang a clause of several on those who are several: "*supporters* of the leader, who **were** throwing stones"."""
    one, forms = verb.head, {c.lower_ for c in children(verb, *AUXILIARIES)} | {verb.lower_}
    many = one.head.head if one.dep_ == "pobj" and one.head.lower_ == "of" else one
    who = child(verb, *SUBJECTS)
    relative = who is not None and who.lower_ in {"who", "which", "that"}
    if relative and forms & PLURAL and one.tag_ in {"NN", "NNP"} and many.tag_ == "NNS" and not children(one, "conj"):
        hang(verb, many, "relcl")


def _second_deed_to_outer(verb: Token) -> None:
    """Let those do the second deed who did the first one.

    "Detained *a soldier* who strayed over the border and **handed him** over"; "surrounded a house where he *was hiding* and
    **arrested** his brother".
    """
    inner = verb.head
    clause = inner.head if inner.dep_ == "ccomp" else inner
    above = clause.head.head if clause.head.dep_ in OBJECTS else clause.head.head.head
    plain = clause.dep_ == "relcl" and above.tag_ == "VBD" and children(above, *SUBJECTS)
    if not plain or children(verb, *SUBJECTS, "aux", "auxpass"):
        return
    lasting = inner.tag_ == "VBG" and any(c.lower_ in {"was", "were"} for c in children(inner, "aux"))
    others = children(inner, *OBJECTS, "dative") or [
        c for c in children(inner, "prep") if c.lower_ in {*DONE_TO, "with"}
    ]
    suffers = any(t.lower_ in PERSONAL for t in children(verb, "dobj")) and not others
    who = any(t.lower_ in {"who", "that"} for t in children(inner, *SUBJECTS))
    if (lasting and not who) or (suffers and who):
        join(verb, above)


def _name_over_standing(name: Token) -> None:
    """Make a name the doer, and not what it is to another: "*Syria's* ally **Russia** vetoed it"."""
    noun = name.head
    if name.i != noun.i + 1 or not children(noun, "poss"):
        return
    behind = [c for c in noun.children if c.i > name.i]
    hang(name, noun.head, noun.dep_)
    hang(noun, name, "nmod")
    for word in behind:
        hang(word, name, word.dep_)


def _verb_over_charge(verb: Token) -> None:
    """Make a sentence of "*Three men suspected* of helping rebels **were detained**", read as rebels who were detained."""
    gerund, charge = verb.head, verb.head.head.head
    people, helped = charge.head, child(verb, "nsubjpass")
    whole = charge.dep_ == "acl" and charge.lower_ in CHARGED and people.dep_ == "ROOT" and gerund.i < verb.i
    if not whole or helped is None or helped.i > verb.i or children(gerund, *OBJECTS):
        return
    behind = [c for c in people.children if c.i > verb.i]
    hang(helped, gerund, "dobj")
    hang(verb, verb, "ROOT")
    hang(people, verb, "nsubjpass")
    for word in behind:
        hang(word, verb, word.dep_)
