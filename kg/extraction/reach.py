"""How far the content of a saying reaches: before and behind its verb, around it, up to a semicolon or what another tells."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.intervals import Interval, around, tree
from kg.extraction.quotation import MARKS
from kg.language.tree import child, children
from kg.ontology.word_classes import word_class

BEFORE_CUE = frozenset({",", "?", "!", "'", '"', "''", "--", "-", "\u2014", "\u2013"})
#: prepositions of whom a protest is aimed at
AIMED = frozenset({"against", "over", "for", "at"})
#: pronouns for one of several who tell
OTHERS = frozenset({"one", "another", "others", "some", "many", "both", "all", "none"})
#: words that begin what is told beside a saying: "he said, *while* rebels advanced"
LINKING = frozenset({"as", "when", "after", "while", "according", "citing"})
TELLING = word_class("telling") | word_class("claiming")


def within_semicolons(verb: Token, content: Interval) -> Interval:
    """The part of a content that stands in the clause before a saying, if a semicolon parts it from the rest.

    "*Two died*, medics **said**; 26 were killed in the camp": nobody is told to say the second.
    """
    doc, sentence = verb.doc, verb.sent
    marks = [t.i for t in sentence if t.text == ";"]
    if not marks or any(t.text in MARKS for t in doc[content[0] : content[1]]):
        return content
    first = max((i + 1 for i in marks if i < verb.i), default=sentence.start)
    last = min((i for i in marks if i > verb.i), default=sentence.end)
    edge = _first_of_cue(verb)
    told = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc[first:edge]) and is_set_off(verb)
    crossing = content[0] < first or content[1] > last
    if not told and content[0] > verb.i and content[1] > last and any(map(_tells_itself, doc[last : content[1]])):
        return content[0], last  # "survivors **said** gunmen fired; six died, *a prosecutor announced*"
    return (max(first, content[0]) if content[0] < edge else first, edge) if told and crossing else content


def is_parted(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from a verb that says nothing of it: "A bomb went off; X **claimed** it"."""
    return clause.dep_ == "parataxis" and any(t.text == ";" for t in verb.doc[clause.right_edge.i : verb.i])


def _first_of_cue(verb: Token) -> int:
    """The first token of the cue and its subject."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg"}]
    edge = verb.i
    for item in sorted(own, key=lambda c: -c.i):
        if item.i < edge and item.right_edge.i == edge - 1:
            edge = item.left_edge.i
    return edge


def is_set_off(verb: Token) -> bool:
    """Whether a comma or a quotation mark stands before the cue: "Rebels left, he said"."""
    edge = _first_of_cue(verb)
    return edge > verb.sent.start and verb.doc[edge - 1].text in BEFORE_CUE


def content_before(verb: Token, item: Token) -> Interval:
    """Content in front of the cue reaches back to the start of the sentence: "But rebels left, he said"."""
    start, end = tree(item)
    first, last = verb.sent.start, verb.sent.end
    if item.right_edge.i > verb.i:
        return (min(first, start) if verb.dep_ == "ROOT" else start), max(end, last if verb.dep_ == "ROOT" else end)
    rest = _rest(verb)
    if rest is not None:
        return first, last
    return (first if verb.dep_ == "ROOT" else start), max(start + 1, _first_of_cue(verb))


def _rest(verb: Token) -> Token | None:
    """Where the content goes on behind an inserted cue: "The army, he said on Friday, left"."""
    doc, at = verb.doc, verb.i + 1
    while at < verb.sent.end and doc[at].text != ",":
        at += 1
    if at + 2 >= verb.sent.end or verb.dep_ != "ROOT":
        return None
    first = doc[at + 1]
    if first.text in {'"', "''"}:
        first = doc[at + 2]
    if first.tag_ in {"VBG", "WP", "WP$", "WDT", "WRB"} or first.lower_ in LINKING:
        return None
    if any(t.lower_ in {"after", "before"} for t in doc[at + 1 : at + 5]):
        return None  # "..., X said, *a day after* Y threatened it"
    finite = any(t.tag_ in {"VBD", "VBP", "VBZ", "MD"} and t.dep_ != "relcl" for t in doc[at + 1 : verb.sent.end])
    return first if finite and verb.right_edge.i >= at else None


def content_after(verb: Token, item: Token) -> Interval:
    """Content behind the cue, with the clauses that the parse hangs on the cue: "said it left because it was late"."""
    start, end = tree(item)
    for more in sorted((c for c in verb.children if c.left_edge.i >= end), key=lambda c: c.i):
        if _goes_on(more):
            end = more.right_edge.i + 1
        elif more.dep_ not in {"punct", "cc"}:
            break
    others = (c for c in item.subtree if c.i > item.i and c.dep_ == "conj" and _tells_itself(c))
    end = min([end, *(c.left_edge.i for c in others)])
    return max(start, verb.i + 1), max(end, item.i + 1)


def _tells_itself(verb: Token) -> bool:
    """Whether somebody else tells what follows: "India said it had hit a camp, and **Islamabad** *claimed* five jets"."""
    teller = child(verb, "nsubj", "nsubjpass")
    own = teller is not None and (teller.pos_ != "PRON" or teller.lower_ in OTHERS)
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"}
    told = finite or child(verb, "auxpass") is not None  # "jets *were said* to be bombing it"
    return own and told and verb.lemma_.lower() in TELLING


def _goes_on(token: Token) -> bool:
    """Whether a clause behind the content is part of it: another content, a reason, a second main clause."""
    if token.dep_ == "ccomp":
        return True
    if token.dep_ == "advcl":
        return token.left_edge.lower_ in {"because", "although", "though", "unless", "if", "since", "so", "but"}
    return token.dep_ == "conj" and child(token, "nsubj", "nsubjpass", "expl") is not None and not _tells_itself(token)


def host_clause(verb: Token) -> Interval | None:
    """The clause that an inserted cue belongs to: "The army, he said, left" and "as he said"."""
    head = verb.head
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl"
        and any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children)
        and not any(c.pos_ != "PRON" for c in children(verb, "dobj"))  # "as the army *announced a curfew*, rebels left"
        and not any(c.lower_ in AIMED for c in children(verb, "prep"))  # "as thousands *protested against* it"
        and not any(c.lower_ == "even" for c in verb.children)  # "*even as* leaders **agreed** to meet"
    ):
        while verb.i < head.i and head.dep_ == "advcl" and head.head.i < verb.i:
            head = head.head  # "Homes were burned, he **said**, *displacing* 30", with the cue hung on the last clause
        start, end = around(tree(head), tree(verb))
        return start, min([end, *(c.left_edge.i for c in _answers(head) if c.i > verb.i)])
    return None


def _answers(verb: Token) -> list[Token]:
    """What others say against a statement, which is none of it: "jets hit a port, he **said**, *but* a minister denied it"."""
    later = [c for c in children(verb, "conj") if child(c, "nsubj") is not None and c.i > verb.i]
    but = any(c.lower_ == "but" for c in children(verb, "cc"))
    return later if but else []
