"""Who those hit are, where the words beside them tell it: "three people, including *Ana Ruiz*", "six dead: *four nuns* and"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.harm import load
from kg.extraction.numbers import number_of
from kg.extraction.sufferers import AMONG, sufferers
from kg.language.name_lists import is_full
from kg.language.tree import children, phrase, prepositional, with_conjuncts

#: those who are taken, told by that alone
TAKEN = frozenset({"hostages", "captives", "prisoners"})


def members(target: Token) -> list[Token]:
    """Who is told to be among those hit: "*those* killed included *two nurses*", "*six priests*, including *their rector*".

    Those whose bodies are found are meant, and not the bodies.  "Among *the traders* kidnapped is **Ana Ruiz**" names one.
    """
    among = target.tag_ == "NNS" and target.dep_ == "pobj" and target.head.lower_ in AMONG
    if target.lower_ == "those" or (among and target.head.head.lemma_ == "be"):
        counted = [target] if number_of(target) is not None else []
        return [*counted, *sufferers(target)] or [target]
    if target.lemma_.lower() in load().kinds["killed"].remains:
        return [t for name, t in prepositional(target) if name == "of"] or [target]
    return _itemised(target) or [target, *_included(target)]


def dead(own: Iterable[Token]) -> list[Token]:
    """Those who are counted before a word of the trigger: "**left** *17* **dead**", "**taking** *12 hostages*"."""
    counted = [t for t in own if t.dep_ == "dobj" and children(t, "nummod")]
    taken = [t for t in counted if t.lower_ in TAKEN]
    return taken or [m for t in counted if t.pos_ == "ADJ" for m in _itemised(t) or children(t, "nummod")]


def _itemised(target: Token) -> list[Token]:
    """Those behind a colon who are as many as the target counts: "left 14 dead: *nine soldiers* and *five rebels*".

    So are people by name: "two people were injured: *Ana Ruiz*, a nurse, and *Ivo Sand*, a guard".
    """
    whole = number_of(target)
    if whole is None or whole.low < 2:
        return []
    for token in target.doc[target.i + 1 : target.sent.end]:
        before = token.doc[phrase(token).start - 1]
        if token.dep_ in {"appos", "conj", "ROOT"} and before.i > target.i and before.text == ":":
            items = with_conjuncts([token])
            counts = [1 if is_full(t) else count.low if (count := number_of(t)) is not None else 0 for t in items]
            return items if all(counts) and sum(counts) == whole.low else []
    return []


def _included(target: Token) -> list[Token]:
    """Who is told to be among them, with those told after a title: "including the rector *Ana Ruiz* and *two women*".

    The verb may stand between: "*three people* were injured, including *Ana Ruiz*".
    """
    verb = target.head if target.dep_ in {"nsubj", "nsubjpass"} and target.tag_ in {"NNS", "CD"} else target
    behind_verb = [c for c in verb.children if c.lower_ == "including" and c.i > verb.i]
    own = [c for c in target.children if c.lower_ in {"including", "among"}] or behind_verb
    objects = [t for c in own for t in c.children if t.dep_ == "pobj" and t.lower_ not in {"them", "these", "those"}]
    behind_titles = [t for noun in objects for name in children(noun, "appos") for t in with_conjuncts([name])[1:]]
    return [t for t in (*with_conjuncts(objects), *behind_titles) if t != target]
