"""Where the content of a reporting verb stands in the parse tree: what it names, judges, counts or speaks of."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.intervals import Interval, join, tree
from kg.extraction.reporting import Frame
from kg.language.tree import child, children
from kg.language.voice import is_passive

#: prepositions of what is said of an object: "likened *the raid to* a massacre", not "told *the mayor of* it"
OF_A_THING = frozenset({"as", "to", "with", "on"})
#: prepositions of what is told of an object behind it
TELLING_MORE = frozenset("about against among as at between for from into of on over to toward towards with".split())
#: how people are found and left, which nobody thinks of them: "were **found** *dead*"
FINDING = frozenset({"find", "discover", "leave"})
#: verbs by which others speak against a statement
DENYING = frozenset("deny reject dispute dismiss refute contest".split())
FOUND = frozenset("dead alive unconscious wounded injured hanged shot stabbed beheaded strangled mutilated".split())


def naming(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """called **the attack a crime**; was called **a crime**."""
    if "naming" not in frame:
        return None
    name = next((c for c in verb.children if c.dep_ in {"oprd", "acomp", "attr"} and c.i > verb.i), None)
    if name is not None and name.lower_ in FOUND and verb.lemma_ in FINDING:
        return None
    if name is not None:
        thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < name.i), None)
        thing = thing or (child(verb, "nsubjpass") if is_passive(verb) else None)
        more = [
            tree(c)
            for c in verb.children
            if c.dep_ == "prep" and c.i > name.i and c.lower_ in {"at", "of", "for", "in", "during"}
        ]
        return "naming", join(tree(name), *more[:1], *([tree(thing)] if thing is not None else []))
    small = next(
        (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and child(c, "nsubj", "nsubjpass") is not None),
        None,
    )
    return ("naming", tree(small)) if small is not None else None


def phrase(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """accused **them of treason**; spoke of **a massacre**; described **it as a crime**."""
    for preposition in (*verb.children, *_hung_on_object(verb)):
        name = preposition.lower_
        if preposition.dep_ not in {"prep", "prt"} or name not in frame or preposition.i < verb.i:
            continue
        item = child(preposition, "pobj", "pcomp", "prep", "amod", "advcl", "acomp")
        if item is None or item.ent_type_ in {"DATE", "TIME"}:
            continue
        if name == "as" and item.lower_ == "saying":
            return None
        parts = [(preposition.i + 1, preposition.right_edge.i + 1)]
        if name in OF_A_THING or frame[name] == "accusation":
            thing = child(verb, "dobj") or (child(verb, "nsubjpass") if is_passive(verb) else None)
            parts += [tree(thing)] if thing is not None else []
        return name, _with_more(verb, join(*parts))
    return None


def _hung_on_object(verb: Token) -> list[Token]:
    """What the parse hangs on an object: "see *the raid **as** a message*", "likened *it **to** a siege*"."""
    return [c for item in children(verb, "dobj") for c in children(item, "prep") if c.lower_ in OF_A_THING]


def measure(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """put **the toll at 53**; showed **his approval at 34 percent**."""
    if "measure" not in frame:
        return None
    counted = child(verb, "dobj") or (child(verb, "nsubjpass") if is_passive(verb) else None)
    for preposition in (c for item in (verb, counted) if item is not None for c in children(item, "prep")):
        figure = child(preposition, "pobj") if preposition.lower_ == "at" and preposition.i > verb.i else None
        if counted is not None and figure is not None and any(t.like_num for t in figure.subtree):
            return "measure", join(tree(counted), tree(preposition))
    return None


def without_denial(verb: Token, interval: Interval) -> Interval:
    """Content without what others deny at its end: "X **said** it had a town, *which Y denies*", "..., *a charge Y rejects*"."""
    start, end = interval
    for clause in verb.doc[start:end]:
        if clause.dep_ != "relcl" or clause.lemma_.lower() not in DENYING or clause.right_edge.i + 1 < end - 1:
            continue
        apart = clause.head.dep_ == "appos"
        first = (clause.head if apart else clause).left_edge.i
        teller = next((c.pos_ for c in children(clause, "nsubj")), "")
        others = teller in {"NOUN", "PROPN"} or (apart and teller == "PRON")
        if others and first > start and verb.doc[first - 1].text == ",":
            return start, first
    return interval


def thing(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """denied **the attack**; the attack was denied."""
    if "object" not in frame:
        return None
    item = child(verb, "dobj")
    if item is None and is_passive(verb) and verb.dep_ not in {"acl", "amod"}:
        item = child(verb, "nsubjpass")
    if item is None or says_by_another(verb) or item.lower_ in {"it", "himself", "themselves", "itself"}:
        return None
    return "object", _with_more(verb, tree(item))


def _with_more(verb: Token, content: Interval) -> Interval:
    """A content with the phrases right behind it that the parse hangs on its verb: "offered *help* **to them**"."""
    start, end = content
    for more in sorted((c for c in verb.children if c.i >= end), key=lambda c: c.i):
        if more.dep_ != "prep" or more.left_edge.i != end or not _tells_more(more):
            break
        end = more.right_edge.i + 1
    return start, end


def says_by_another(verb: Token) -> bool:
    """Whether another verb tells what is said: "was **quoted** as *saying* that"."""
    return any(c.lower_ == "as" and child(c, "pcomp") is not None for c in verb.children)


def _tells_more(preposition: Token) -> bool:
    """Whether a phrase behind an object is part of what is told, and not when or where it was: "offered *help to* them"."""
    item = child(preposition, "pobj", "pcomp")
    if item is None or preposition.lower_ not in TELLING_MORE:
        return False
    return item.ent_type_ not in {"DATE", "TIME"}
