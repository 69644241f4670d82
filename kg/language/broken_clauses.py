"""Clauses that the parser breaks: a participle that passes for a word before a noun or for a verb, a share of people or
what a place is for a subject.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.broken_phrases import hang
from kg.language.grammar import OBJECT_PRONOUNS, OBJECTS, SUBJECTS
from kg.language.tree import child, children
from kg.ontology.word_classes import word_class

#: participles by which people only seem to be something: "gunmen *believed* to be rebels"
SEEMING = word_class("seeming")
#: how the parser may hang the verb of such people
LOST_VERBS = frozenset({"ccomp", "acl", "relcl", "advcl", "conj", "dep", "parataxis"})
#: words by which somebody judges others, which things that are told of do not say; verbs of what only happens
JUDGING = word_class("judging")
HAPPENING = word_class("happening")
BEING = frozenset({"be", "been", "belong", "have", "come", "hail"})
HELPING = frozenset({"has", "have", "had", "was", "were"})
#: what people do while others act on them: "shot him as he *drove* home"
RESTING = word_class("resting")
#: nouns for what people are killed in
INCIDENTS = word_class("incidents")
#: participles of what an act brings: "attacked a post, *killing* two"
OUTCOMES = word_class("outcomes")


def mend_clause(token: Token) -> None:
    """Put the clause around one word together, if it is broken at it."""
    if token.dep_ == "amod" and token.tag_ == "VBG":
        _to_maker(token)
    elif token.dep_ in OBJECTS and child(token, "nummod") is not None:
        _to_share(token)
    elif token.lower_ in SEEMING and token.pos_ == "VERB":
        _to_seeming(token)
        _to_presumed(token)
        _from_seeming(token)
    elif token.dep_ in {"csubj", "csubjpass"} and token.tag_ == "VBN":
        _to_participle(token)
    elif token.dep_ in SUBJECTS and token.head.pos_ in {"VERB", "AUX"}:
        _to_place(token)
        _to_told(token)
        _to_label(token)
    elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ == "conj":
        _to_third(token)
    elif token.dep_ == "pcomp" and token.tag_ == "VBG":
        _to_leaders(token)
    elif token.dep_ == "conj" and token.tag_ == "VBD" and (token.head.tag_ == "VB" or _is_charge(token.head)):
        _to_finite(token)
    elif (
        token.dep_ == "conj" and token.tag_ == "VBD" and token.lemma_.lower() in JUDGING and token.head.dep_ == "ccomp"
    ):
        _to_teller(token)
    elif token.dep_ == "conj" and token.tag_ == "VBD" and token.head.lemma_.lower() in RESTING:
        _to_act(token)
    elif token.dep_ == "advcl" and token.lower_ in OUTCOMES:
        _to_deed(token)
    elif token.dep_ in {"advcl", "relcl"} and any(
        p.lower_ == "which" for c in children(token, "prep") for p in c.children
    ):
        _to_happening(token)
    elif token.dep_ in LOST_VERBS and token.tag_ == "VBD" and token.i > 1:
        _to_second(token)


def _to_told(noun: Token) -> None:
    """Let a second subject between commas tell of the first: "*Two guards* of the judge, **soldiers**, were killed"."""
    doc, comma = noun.doc, noun.i - 1
    if noun.tag_ != "NNS" or noun.left_edge != noun or comma < 1 or doc[comma].text != ",":
        return
    before = [c for c in children(noun.head, noun.dep_, "npadvmod") if c.i < noun.i and c.tag_ == "NNS"]
    end = noun.right_edge.i
    closed = any(t.text == "," for t in doc[end : end + 2])
    if len(before) == 1 and closed and doc[comma - 1] in before[0].subtree:
        hang(before[0], noun.head, noun.dep_)
        hang(noun, before[0], "appos")


def _to_maker(participle: Token) -> None:
    """Make "hit a *plant* **producing** *drones*" the plant that is hit, where the parser reads drones."""
    maker, made = child(participle, "npadvmod"), participle.head
    close = (
        maker is not None and maker.i == participle.i - 1 and participle.i < made.i and made.dep_ in OBJECTS | {"pobj"}
    )
    if maker is None or not close or not any(c.dep_ == "det" and c.i < maker.i for c in made.children):
        return
    for word in [c for c in made.children if c.i < maker.i]:
        hang(word, maker, word.dep_)
    hang(maker, made.head, made.dep_)
    hang(participle, maker, "acl")
    hang(made, participle, "dobj")


def _to_share(people: Token) -> None:
    """Hang a share on those it is of: "killing three and injuring *45*, **twelve** of them *policemen*"."""
    number = child(people, "nummod")
    of = [p for p in children(number, "prep") if p.lower_ == "of"] if number is not None else []
    them = [t for p in of for t in children(p, "pobj") if t.lower_ in {"them", "whom"}]
    first = people.left_edge.i
    if not them or first < 2 or people.doc[first - 1].text != ",":
        return
    whole = people.doc[first - 2]
    if whole.pos_ in {"NOUN", "NUM"} and whole != people.head:
        hang(people, whole, "appos")


def _to_seeming(participle: Token) -> None:
    """Make "*Gunmen* **suspected** *to be* herdsmen *attacked* Lesk" the gunmen who attacked, and nobody who suspects."""
    people, being = child(participle, "nsubj"), child(participle, "xcomp")
    if people is None or being is None or people.i != participle.i - 1 or being.lower_ not in BEING:
        return
    if any(c.dep_ in {"aux", "auxpass"} for c in participle.children):
        return
    below = (*participle.subtree, *participle.head.children)
    verb = next((t for t in below if t.i > being.i and _is_lost(t)), None)
    if verb is None or any(t.text in ",;" or t.tag_ == "WDT" for t in verb.doc[being.i : verb.i]):
        return
    rest = [c for c in participle.children if c.i > verb.i or c.i < people.left_edge.i]
    hang(verb, verb if participle.head == participle else participle.head, participle.dep_)
    hang(people, verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")
    hang(participle, people, "acl")
    for word in rest:
        hang(word, verb, word.dep_)


def _from_seeming(participle: Token) -> None:
    """Join what is done next to what was done: "was **seized** by *men* thought to be rebels and *freed* a day later"."""
    people, being = participle.head, child(participle, "xcomp")
    deed = people.head.head
    by = participle.dep_ == "acl" and people.head.dep_ == "agent" and deed.tag_ == "VBN"
    if not by or being is None or being.lower_ not in BEING:
        return
    for verb in (*children(participle, "conj"), *children(being, "conj")):
        if verb.tag_ in {"VBN", "VBD"} and not children(verb, *SUBJECTS, *OBJECTS):
            _join(verb, deed)
            verb.tag_ = "VBN"


def _is_lost(verb: Token) -> bool:
    """Whether a verb has no subject and needs one: "*attacked* a town", "*have killed* 23", "*were arrested*"."""
    if verb.pos_ != "VERB" or verb.dep_ not in LOST_VERBS or children(verb, *SUBJECTS):
        return False
    helped = any(c.dep_ in {"aux", "auxpass"} and c.lower_ in HELPING for c in verb.children)
    met = [c for c in children(verb, "npadvmod") if c.pos_ == "PROPN" and c.ent_type_ not in {"DATE", "TIME"}]
    active = bool(children(verb, "dobj") or met) and not children(verb, "agent")
    return verb.tag_ in {"VBD", "VBP", "VBZ"} or (verb.tag_ == "VBN" and (helped or active))


def _to_presumed(participle: Token) -> None:
    """Make a word before people of what passes for a verb without a subject: "On 9 June, **presumed** *rebels* looted it"."""
    deed = child(participle, "ccomp")
    people = child(deed, *SUBJECTS) if deed is not None else None
    if deed is None or people is None or people.left_edge.i != participle.i + 1 or participle.dep_ != "ROOT":
        return
    if child(participle, "nsubj", "nsubjpass", "expl", "aux", "auxpass") is not None or children(people, "det", "poss"):
        return
    others = [c for c in participle.children if c != deed]
    hang(deed, deed, "ROOT")
    hang(participle, people, "amod")
    for word in others:
        hang(word, deed, word.dep_)


def _to_label(noun: Token) -> None:
    """Make no doer of the label of a note: "**Movement** of forces: On 11 July, *troops* withdrew from Lesk"."""
    after = noun.right_edge.i + 1
    labels = after < noun.head.i and noun.doc[after].text == ":" and noun.left_edge.is_sent_start
    if labels and any(c.dep_ in SUBJECTS and c.i > after for c in noun.head.children):
        noun.dep_ = "dep"


def _to_participle(participle: Token) -> None:
    """Make "*the men* **returned** by Lesk *were* jailed" the men who were jailed, where the parser has a clause for subject."""
    people, verb = child(participle, *SUBJECTS), participle.head
    own = any(c.dep_ in {"aux", "auxpass", "mark"} for c in participle.children)
    if people is None or own or people.i > participle.i or people.pos_ not in {"NOUN", "PROPN"}:
        return
    hang(people, verb, "nsubjpass" if participle.dep_ == "csubjpass" else "nsubj")
    hang(participle, people, "acl")


def _to_place(noun: Token) -> None:
    """Hang what is no subject on the place that it tells of: "in *Lesk*, the king's home **town**, police shot two"."""
    verb, first = noun.head, noun.left_edge
    others = [c for c in children(verb, *SUBJECTS) if c.i > noun.i and c.left_edge.i > noun.i]
    doc = noun.doc
    if not others or first.i < 2 or doc[first.i - 1].text != "," or others[0].head != verb:
        return
    place = doc[first.i - 2]
    fronted = place.dep_ == "pobj" and place.head.dep_ == "prep" and place.head.head == verb and place.pos_ == "PROPN"
    if fronted and noun.right_edge.i < others[0].left_edge.i and doc[noun.right_edge.i + 1].text == ",":
        hang(noun, place, "appos")


def _to_finite(verb: Token) -> None:
    """Join a verb of the past to one, and not to an infinitive: "said it was made *to hide* arms and **denied** it".

    Nor does what is to be done go on in the past: "said it *would close* the border and **called** for calm".
    """
    ahead = any(c.lower_ == "to" or c.tag_ == "MD" for c in children(verb.head, "aux"))
    if not (ahead or _is_charge(verb.head)) or children(verb, *SUBJECTS):
        return
    above = next((t for t in verb.head.ancestors if t.tag_ == "VBD" and t.pos_ == "VERB"), None)
    if above is not None:
        _join(verb, above)


def _is_charge(gerund: Token) -> bool:
    """Whether a gerund is what somebody is described by: "beat a man accused of *stealing* a goat and **burned** his body"."""
    return gerund.tag_ == "VBG" and gerund.dep_ == "pcomp" and gerund.head.head.dep_ == "acl"


def _to_teller(verb: Token) -> None:
    """Join a verb of judging to that of telling: "*denied* that its men were involved and **condemned** it"."""
    told, above = verb.head, verb.head.head
    passive = any(c.dep_ == "auxpass" for c in told.children)
    if (passive or told.lemma_.lower() in HAPPENING) and above.tag_ == "VBD" and not children(verb, *SUBJECTS):
        _join(verb, above)


def _to_leaders(participle: Token) -> None:
    """Give "after **leaders** *meeting in Lesk* agreed to a truce" its subject, which the parser gives to the participle."""
    link, people = participle.head, child(participle, "nsubj")
    verb = link.head
    clause = link.dep_ == "mark" and verb.tag_ in {"VBD", "VBZ", "VBP"} and participle.i < verb.i
    if people is not None and clause and not children(verb, *SUBJECTS) and people.i == participle.i - 1:
        hang(people, verb, "nsubj")
        hang(participle, people, "acl")


def _to_act(verb: Token) -> None:
    """Join a deed to the one it goes on with: "**stopped** a car in which two men *travelled* and **shot** them"."""
    inner = verb.head
    if children(verb, *SUBJECTS) or not children(inner, *SUBJECTS):
        return
    if inner.dep_ == "advcl" and any(c.lower_ in {"as", "while"} for c in children(inner, "mark", "advmod")):
        above = inner.head
    elif inner.dep_ == "relcl" and any(
        t.lower_ in OBJECT_PRONOUNS for t in verb.subtree if t.dep_ in OBJECTS | {"pobj"}
    ):
        above = inner.head.head
    else:
        return
    if above.tag_ in {"VBD", "VBN"} and children(above, *SUBJECTS):
        _join(verb, above)


def _join(verb: Token, above: Token) -> None:
    """Make a verb the second one of another, with the "and" that joins them."""
    for word in [c for c in verb.head.children if c.dep_ == "cc" and c.i > verb.head.i]:
        hang(word, above, "cc")
    hang(verb, above, "conj")


def _to_happening(verb: Token) -> None:
    """Hang "in which" on what something was done in: "bombed it in reply to **an attack** on Lesk, *in which six died*"."""
    way = next(c for c in children(verb, "prep") if any(p.lower_ == "which" for p in c.children))
    if way.lower_ != "in" or verb.head.lemma_.lower() in INCIDENTS:
        return
    nouns = (t for t in verb.doc[verb.sent.start : way.i] if t.pos_ == "NOUN" and t.lemma_.lower() in INCIDENTS)
    last = max(nouns, key=lambda t: t.i, default=None)
    if last is not None and verb.head.is_ancestor(last):
        hang(verb, last, "relcl")


def _to_second(verb: Token) -> None:
    """Make a clause of "police fired gas and **youths** *threw* stones", where the parser has youths for what was fired."""
    noun = verb.nbor(-1)
    first = noun.head
    joined = [c for c in children(first, "cc") if c.i == noun.left_edge.i - 1]
    above = first.head
    lone = noun.dep_ == "conj" and noun.tag_ in {"NNS", "NNP"} and first.dep_ in OBJECTS and above.tag_ == "VBD"
    if not lone or not joined or children(verb, *SUBJECTS, "auxpass", "mark") or not children(verb, *OBJECTS):
        return
    hang(verb, above, "conj")
    hang(joined[0], above, "cc")
    hang(noun, verb, "nsubj")


def _to_third(participle: Token) -> None:
    """Make a clause of "homes were burned and **cattle** *stolen* by rebels", where the parser joins cattle to a verb."""
    noun = participle.head
    above = noun.head
    close = noun.i == participle.i - 1 and noun.pos_ in {"NOUN", "PROPN", "NUM"}
    if close and above.tag_ == "VBN" and children(above, "auxpass"):
        hang(participle, above, "conj")
        hang(noun, participle, "nsubjpass")


def _to_deed(participle: Token) -> None:
    """Hang what a deed brings on it: "accused it of backing rebels who **attacked** a base last week, *killing* six"."""
    above, first = participle.head, participle.left_edge.i
    mild = above.tag_ in {"VBG", "VB"} or above.lemma_.lower() in JUDGING
    if not mild or first < 2 or participle.doc[first - 1].text != ",":
        return
    deeds = (t for t in above.subtree if above.i < t.i < first and t.dep_ == "relcl" and t.tag_ == "VBD")
    last = max((t for t in deeds if t.right_edge.i == first - 2), key=lambda t: t.i, default=None)
    if last is not None and any(c.dep_ == "nsubj" for c in last.children):
        hang(participle, last, "advcl")
