"""Where what governs a word says nothing of it any more: "did not *say* who attacked", "attacked *after* failing to agree"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.governors import BY_VERB, is_ceasing, is_infinitive
from kg.extraction.signs import Vocabulary
from kg.language.grammar import DEFINITE_PLURAL
from kg.language.tree import children
from kg.ontology.word_classes import word_class

#: verbs of saying and knowing, whose own "not" does not reach their clause ("did not say who attacked")
INFORMING = word_class("informing")
INVOLVED = frozenset(
    "involvement role part hand complicity participation responsibility responsible accountable guilty".split()
)
#: verbs whose "with" names the act itself: "would *respond* with air strikes"
ANSWERING = frozenset("be engage participate result respond retaliate react reply answer".split())
#: prepositions whose object is a circumstance and no part of what is qualified
OUTSIDE = frozenset("because due after since following before during despite by over amid until".split())
#: verbs that "on" makes ones of continuing: "would *go on* striking"
GOING_ON = frozenset({"go", "carry", "keep"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
#: nouns for the end of what goes on
ENDS = frozenset("end halt stop cessation pause suspension letup respite easing abatement slackening".split())
#: what is held about a deed
INQUIRIES = frozenset({"investigation", "inquiry", "enquiry", "probe"})


def is_outside(node: Token, head: Token) -> bool:
    """Whether what governs a word says nothing of it: a verb beside another, a circumstance: "*after* the attack"."""
    if node.dep_ == "conj" and _on_its_own(node, head):
        return True
    if node.lower_ == "by" and any(c.dep_ == "pcomp" for c in node.children):
        return False  # "accused them of gassing a town *by* **firing** rockets"
    return node.lower_ in OUTSIDE and (node.dep_ in {"prep", "agent"} or node.tag_ == "VBG")


def _is_let_up(up: Token) -> bool:
    """Whether a noun is the end of "no **let-up** in the fighting", which the parser takes for three words."""
    return up.lower_ == "up" and up.i > 1 and up.nbor(-1).text == "-" and up.nbor(-2).lower_ == "let"


def ends_scope(node: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether nothing above a word's governor says anything of it any more: "did not *say* who attacked"."""
    dep = node.dep_
    if _asks(node) or is_ceasing(node, head):
        return True
    if dep == "ccomp":
        return head.lemma_.lower() in INFORMING or _beside(node, head)
    if dep == "acl":
        return not is_infinitive(node) and not any(c.dep_ == "mark" for c in node.children)
    if dep in {"dobj", "nsubjpass"}:
        return head.pos_ == "VERB" and node.pos_ == "NOUN" and not _qualifying(head, vocabulary)
    if dep == "pobj" and node.lemma_.lower() in vocabulary["reports"]["nouns"]:
        return any(c.dep_ == "acl" for c in node.children)  # "did not respond to *reports* that"
    if dep != "prep":
        return False
    if node.lower_ == "behind" and head.pos_ in {"PRON", "DET", "NOUN"}:
        return True  # "vowed to punish *those behind* the bombing"
    if head.pos_ == "NOUN" and (head.lemma_.lower() in ENDS or _is_let_up(head)) and node.lower_ in {"to", "of", "in"}:
        return True  # "called for *an end* to the shelling"
    going_on = head.lemma_ in GOING_ON and node.lower_ == "on" and any(c.dep_ == "pcomp" for c in node.children)
    circumstance = head.pos_ in {"VERB", "AUX"} and not going_on and node.lower_ in {"in", "on", "at", "with", "near"}
    return head.lemma_.lower() in INVOLVED or (circumstance and head.lemma_ not in ANSWERING)


def _asks(clause: Token) -> bool:
    """Whether a clause asks for a part of what is known: "not clear **who** was behind the attack", "no idea **why**"."""
    return clause.dep_ in {"ccomp", "pcomp", "acl", "csubj", "advcl"} and clause.left_edge.tag_ in {"WP", "WRB", "WP$"}


def is_charge(verb: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether a charge is made whose content somebody denies: "A **accused** B of it, *a charge* B *denies*"."""
    return verb.dep_ == "ccomp" and verb.i < head.i and verb.lemma_.lower() in vocabulary["alleged"]["verbs"]


def is_about(trigger: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word is about violence known, and no attempt or threat at it.

    "A possible *motive* for the killings", "nobody was *arrested* for the murder", "an *inquiry* will be held into the raid".
    """
    lemma = head.lemma_.lower()
    if not any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE_PLURAL) for c in trigger.children):
        return False
    if head.pos_ == "VERB":
        held = (c.lemma_.lower() for c in children(head, "nsubjpass", "dobj"))
        if any(t.lower_ == "trial" for c in children(head, "prep") for t in c.children):  # "brought to *trial* for it"
            return True
        return not INQUIRIES.isdisjoint(held) or any(
            lemma in vocabulary["blame"][kind] for kind in ("seized", "convicted", "linked")
        )
    qualifying = any(lemma in vocabulary[kind].get("nouns", ()) for kind in BY_VERB)
    return head.pos_ == "NOUN" and not qualifying and lemma in vocabulary["about"]["nouns"]


def is_turned_down(node: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether an offer or a call was made and refused: "rejected *an offer* to host talks"; what it offers is not done."""
    words = vocabulary["offers"]
    lemma = node.lemma_.lower()
    return (
        node.dep_ in {"dobj", "nsubjpass"}
        and lemma in words["nouns"]
        and any(head.lemma_.lower() == verb.split()[0] for verb in words["verbs"])
    )


def text_refused(clause: Token, vocabulary: Vocabulary) -> Token | None:
    """The verb that turns down the text whose words a clause tells: "**vetoed** a *resolution* condemning Lesk"."""
    text, words = clause.head, vocabulary["texts"]
    if clause.dep_ not in {"acl", "relcl"} or text.lemma_.lower() not in words["nouns"] or clause.tag_ in {"VB", "VBN"}:
        return None
    way = text.head if text.dep_ == "pobj" else None
    verb = text.head if text.dep_ in {"dobj", "nsubjpass"} else way.head if way is not None else clause
    parts = [way.lower_] if way is not None else [c.lower_ for c in children(verb, "prt")]
    refuses = " ".join([verb.lemma_.lower(), *parts]) in words["verbs"]
    return verb if refuses and verb.pos_ == "VERB" and not children(verb, "neg") else None


def _beside(node: Token, head: Token) -> bool:
    """Whether a clause only stands before another: "Rockets **landed** in the town; nobody was hurt"."""
    return node.i < head.i and any(t.text == ";" for t in node.doc[node.i : head.i])


def _on_its_own(node: Token, head: Token) -> bool:
    """Whether a coordinated verb stands outside the scope of what qualifies the first: "did not attack but looted"."""
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children) and not _subordinate(head):
        return True
    if any(t.lower_ == "but" or t.text == ";" for t in node.doc[head.i + 1 : node.i] if t.head in (head, node)):
        return True
    if head.tag_ == "VB" and children(head, "aux")[:1] and children(head, "aux")[0].lower_ == "to":
        return _is_finite(node)  # "refused to leave and *were* **shot**"
    return node.tag_ in FINITE and head.tag_ in {"VB", "VBN", "VBG"} and not any(c.dep_ == "aux" for c in node.children)


def _is_finite(verb: Token) -> bool:
    """Whether a verb has its own tense, and no modal: "*were* shot", "fled"."""
    helpers = [c.tag_ for c in children(verb, "aux", "auxpass")]
    return "MD" not in helpers and (any(tag in FINITE for tag in helpers) or (not helpers and verb.tag_ in FINITE))


def is_inside(node: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether an adverbial clause stands in the scope of its governor: governed verbs the parser calls adverbial."""
    if node.tag_ == "VBG" and head.tag_ == "VBG" and head.dep_ == "pcomp":
        return True  # "accused them of shelling the town, *killing* six"
    if node.tag_ == "VBG" and head.lemma_ in GOING_ON and any(c.lower_ == "on" for c in head.children):
        return True  # "should they go on *shelling* the town"
    if is_infinitive(node) and head.lower_ == "far":
        return True  # "went so *far* as to **kill** him"
    return is_infinitive(node) and any(head.lemma_.lower() in vocabulary[kind]["verbs"] for kind in BY_VERB)


def _subordinate(head: Token) -> bool:
    return any(c.dep_ == "mark" for c in head.children)


def _qualifying(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether a verb says something of the reality of its object, or carries it ("launched an attack")."""
    lemma = verb.lemma_.lower()
    listed = any(lemma in entry.split()[:1] for kind in BY_VERB for entry in vocabulary[kind].get("verbs", ()))
    particles = {c.lower_ for c in children(verb, "prt")}  # fighting "breaks out"; who "breaks up" a march carries none
    carried = (entry.split() for entries in vocabulary["support"].values() for entry in entries)
    return listed or any(first == lemma and particles <= {*rest} for first, *rest in carried)
