"""Where the content of a reporting verb stands in the parse tree."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extraction.intervals import Interval, join, tree
from kg.extraction.reach import content_after, content_before, host_clause, is_parted, is_set_off
from kg.extraction.reporting import Frame
from kg.language.tree import child, children
from kg.language.voice import is_passive

#: how people are found and left, which nobody thinks of them: "were **found** *dead*"
FINDING = frozenset({"find", "discover", "leave"})
FOUND = frozenset("dead alive unconscious wounded injured hanged shot stabbed beheaded strangled mutilated".split())
THAT_REACH = 14  # tokens between a cue and the "that" of its content


def clause(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """said **that rebels shelled the town**."""
    if "clause" not in frame and "infinitive" not in frame:
        return None
    doc = verb.doc
    for item in sorted(verb.children, key=lambda c: c.i < verb.i):
        if item.dep_ not in {"ccomp", "parataxis"} or item.pos_ in {"X", "SYM"} or is_parted(item, verb):
            continue
        complement = "infinitive" if item.tag_ == "VB" and is_infinitive(item) and "infinitive" in frame else "clause"
        if complement in frame and item.i > verb.i and item.dep_ == "ccomp":
            return complement, content_after(verb, item)
        if complement in frame and item.i < verb.i and (item.right_edge.i > verb.i or is_set_off(verb)):
            return complement, content_before(verb, item)
    if "clause" in frame and not is_passive(verb):
        host = host_clause(verb)
        if host is not None:
            return "clause", host
    that = next(
        (t for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1] if t.lower_ == "that" and t.dep_ == "mark"), None
    )
    if that is not None and "clause" in frame and that.i - verb.i <= THAT_REACH:
        return "clause", (that.i, max(that.head.right_edge.i + 1, that.i + 1))
    wh = next(
        (c for c in verb.children if c.i > verb.i and c.dep_ in {"advcl", "dobj", "pcomp"} and _wh_clause(c)), None
    )
    if wh is not None and "clause" in frame:
        start, end = tree(wh)
        return "clause", (max(start, verb.i + 1), min(end, len(doc)))
    return None


def _wh_clause(token: Token) -> bool:
    return token.left_edge.tag_ in {"WRB", "WP", "WDT"} or (
        token.left_edge.lower_ in {"if", "whether"} and token.pos_ in {"VERB", "AUX"}
    )


def infinitive(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """vowed **to retaliate**; urged **them to leave**; is believed **to have fled**."""
    item = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.i > verb.i and is_infinitive(c)), None)
    if item is None or "infinitive" not in frame:
        return None
    start, end = tree(item)
    if item.dep_ == "advcl" and not children(verb, "dobj", "dative", "prep", "nsubjpass"):
        return None
    if is_passive(verb) and (subject := child(verb, "nsubjpass")) is not None:
        return "infinitive", (subject.left_edge.i, end)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < item.i]
    objects += [
        p
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"on", "upon", "to"}
        for p in c.children
        if p.dep_ == "pobj"
    ]
    return "infinitive", join((start, end), *(tree(o) for o in objects[:1] if o.i > verb.i))


def is_infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def gerund(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """denied **having shelled the town**."""
    item = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG" and c.i > verb.i), None)
    return ("gerund", tree(item)) if item is not None and "gerund" in frame else None


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
    for preposition in verb.children:
        name = preposition.lower_
        if preposition.dep_ not in {"prep", "prt"} or name not in frame or preposition.i < verb.i:
            continue
        item = child(preposition, "pobj", "pcomp", "prep", "amod", "advcl", "acomp")
        if item is None or item.ent_type_ in {"DATE", "TIME"}:
            continue
        if name == "as" and item.lower_ == "saying":
            return None
        parts = [(preposition.i + 1, preposition.right_edge.i + 1)]
        if name == "as" or frame[name] == "accusation":
            thing = child(verb, "dobj") or (child(verb, "nsubjpass") if is_passive(verb) else None)
            parts += [tree(thing)] if thing is not None else []
        return name, join(*parts)
    return None


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


def thing(verb: Token, frame: Frame) -> tuple[str, Interval] | None:
    """denied **the attack**; the attack was denied."""
    if "object" not in frame:
        return None
    item = child(verb, "dobj")
    if item is None and is_passive(verb) and verb.dep_ not in {"acl", "amod"}:
        item = child(verb, "nsubjpass")
    as_saying = any(c.lower_ == "as" and child(c, "pcomp") is not None for c in verb.children)
    if item is None or as_saying or item.lower_ in {"it", "himself", "themselves", "itself"}:
        return None
    return "object", tree(item)


COMPLEMENTS: tuple[Callable[[Token, Frame], tuple[str, Interval] | None], ...] = (
    clause,
    infinitive,
    gerund,
    naming,
    measure,
    phrase,
    thing,
)
