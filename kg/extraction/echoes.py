"""Mentions that name again what the article tells: *gunshot* *wounds*, her *death*, the *incident*, a *fatal* attack.

They say nothing of their own, and so are given no roles but who died; they are events only where the article tells one that
they can be of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.qualifiers import qualify
from kg.extraction.sufferers import HARMED
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import DEFINITE, MODIFIERS
from kg.language.tree import children, with_conjuncts
from kg.ontology.groupings import DONE, FORCE, HARMS

RULE = "echo"
#: what can be to the death
FIGHTING = frozenset({"be", "fight", "war", "struggle", "battle", "duel"})
ACCIDENTS = frozenset({"accident", "crash", "collision", "earthquake", "flood", "sleep"})
SENTENCING = frozenset({"sentence", "condemn"})
UNKNOWN = frozenset({"unknown", "unreported", "unspecified", "unclear", "unconfirmed"})


def echoes(words: Words, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the echoes of an article that tells violence or force, in text order."""
    told = {d.action for d in drafts if d.status in DONE and words.ontology.actions[d.action].plover in FORCE}
    if not told:
        return
    taken = {i: draft for draft in drafts for i in range(draft.start, draft.end)}
    acts = {draft.head: draft.action for draft in drafts}
    heads = {head for head, action in acts.items() if words.ontology.actions[action].plover == "ASSAULT"}
    nouns, definite, adjectives = (_actions(words, kind) for kind in ("nouns", "definite", "adjectives"))
    verbs, states, describing, described = (
        _actions(words, kind) for kind in ("verbs", "states", "describing", "described")
    )
    losses = _actions(words, "losses")
    for token in words.doc:
        if token.i in taken or words.name(token) is not None or words.is_toponym(token):
            continue
        action = _of_noun(token, nouns, definite) or _of_adjective(token, adjectives, heads, nouns)
        action = action or _of_description(token, describing, described)
        action = action or _of_verb(token, verbs, nouns) or _of_state(token, states) or _of_loss(token, losses, words)
        carried = token.dep_ in {"nsubj", "nsubjpass", "oprd", "dobj"} and acts.get(token.head.i) == action
        carried = carried or (action == "Wounding" and _is_killed(token, acts))
        if action and not carried and _known(action, told, words) and _stands(token, words):
            yield Draft(token.i, token.i, token.i + 1, action, RULE, targets=_dying(token, words))


def _is_killed(hurt: Token, acts: Mapping[int, str]) -> bool:
    """Whether those hurt are only told to be killed: "executed **the wounded**", "finished off the *wounded*"."""
    above = {"dobj": hurt.head, "pobj": hurt.head.head}.get(hurt.dep_)
    return (
        hurt.lower_ in HARMED
        and above is not None
        and above.pos_ == "VERB"
        and acts.get(above.i) in {"Killing", "Execution"}
    )


def _actions(words: Words, kind: str) -> Mapping[str, str]:
    return {lemma: action for action, lemmas in words.ontology.echoes.get(kind, {}).items() for lemma in lemmas}


def _of_noun(token: Token, nouns: Mapping[str, str], definite: Mapping[str, str]) -> str | None:
    """What a noun echoes; one that only describes another must describe an echo: *gunshot* wounds, no death *row*."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    if token.dep_ in MODIFIERS and token.head.i > token.i and token.head.lemma_.lower() not in nouns:
        return None
    if is_called_for(token):
        return None
    lemma = token.lemma_.lower()
    if lemma in nouns:
        return None if lemma == "incident" and _several(token) else nouns[lemma]
    return definite.get(lemma) if any(c.dep_ == "det" and c.lower_ in DEFINITE for c in token.children) else None


def is_called_for(token: Token) -> bool:
    """Whether a death is only called for or a manner of speaking: "sentenced to *death*", "*death* to traitors"."""
    if token.dep_ == "pobj" and token.head.lower_ == "to":
        above = token.head.head.lemma_.lower()
        return above in SENTENCING or (token.lower_ == "death" and above in FIGHTING)
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return token.lower_ == "death" and after.lower_ == "to" and not children(token, "det", "poss", "case")


def _several(token: Token) -> bool:
    """Whether a plural stands for any of a kind: "thousands of such *incidents*", not "the two incidents"."""
    known = any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "nummod" for c in token.children)
    return token.tag_ == "NNS" and not known


def _of_description(token: Token, describing: Mapping[str, str], described: Mapping[str, str]) -> str | None:
    """What a noun echoes that says of which act somebody or some place is: "the *bombing* suspect"."""
    describes = token.dep_ in MODIFIERS and token.head.i > token.i and token.head.lemma_.lower() in described
    return describing.get(token.lemma_.lower()) if describes else None


def _of_adjective(token: Token, adjectives: Mapping[str, str], heads: set[int], nouns: Mapping[str, str]) -> str | None:
    if token.pos_ != "ADJ" or token.dep_ not in MODIFIERS:
        return None
    beside = token.head.i in heads or token.head.lemma_.lower() in nouns
    return adjectives.get(token.lower_) if beside else None


def _of_verb(token: Token, verbs: Mapping[str, str], nouns: Mapping[str, str]) -> str | None:
    """What a verb echoes; one with a cause or an object of its own tells of something else: *died* of cancer, *shot* a film.

    The parser takes "*shooting* death" for a verb and its object.
    """
    if token.pos_ != "VERB" or token.lemma_.lower() not in verbs:
        return None
    own = any(_is_own(token, child, nouns) for child in token.children)
    return None if own else verbs[token.lemma_.lower()]


def _dying(verb: Token, words: Words) -> tuple[int, ...]:
    """Who is told to have died: "*a teacher* **died** in a hospital", "a mother **lost** *her son*"."""
    if verb.pos_ == "VERB" and verb.lemma_.lower() == "lose":
        return tuple(t.i for t in _lost(verb, words))
    if verb.pos_ != "VERB" or verb.lemma_.lower() != "die":
        return ()
    return tuple(t.i for t in surface_subjects(verb) if words.can_act(t) or t.pos_ == "PROPN")


def _of_loss(token: Token, losses: Mapping[str, str], words: Words) -> str | None:
    """What the loss of one of the family echoes: "a mother who **lost** *her son*", to nothing else: no cancer, no war abroad."""
    told = token.pos_ == "VERB" and token.lemma_.lower() in losses and bool(_lost(token, words))
    elsewhere = any(c.dep_ == "prep" and c.lower_ in {"to", "from"} for c in token.children)
    return losses[token.lemma_.lower()] if told and not elsewhere else None


def _lost(verb: Token, words: Words) -> list[Token]:
    objects = with_conjuncts(c for c in verb.children if c.dep_ == "dobj")
    return objects if any("kin" in words.classes(t) for t in objects) else []


def _is_own(verb: Token, child: Token, nouns: Mapping[str, str]) -> bool:
    """Whether what stands with a verb tells that it is of something else."""
    if child.dep_ == "dobj":
        return not (verb.tag_ == "VBG" and child.i == verb.i + 1 and child.lemma_.lower() in nouns)
    if child.dep_ == "prep" and child.lower_ == "in":  # "*died* in a car crash"
        return any(noun.lemma_.lower() in ACCIDENTS for noun in child.children)
    return child.dep_ == "prep" and child.lower_ in {"of", "from"}


def _of_state(token: Token, states: Mapping[str, str]) -> str | None:
    return states.get(token.lower_) if token.pos_ == "ADJ" or token.tag_ == "VBN" else None


def _known(action: str, told: set[str], words: Words) -> bool:
    """Whether one of the events told can be what an echo names: of its kind, or a harm and the violence that does it."""
    if any(words.ontology.is_a(other, action) or words.ontology.is_a(action, other) for other in told):
        return True
    assaults = {other for other in told | {action} if words.ontology.actions[other].plover == "ASSAULT"}
    return action in assaults and len(assaults) > 1 and not assaults.isdisjoint(HARMS)


def _stands(token: Token, words: Words) -> bool:
    """Whether nothing makes it unreal: not *no injuries*, *any deaths*, "fatalities *unknown*", what somebody "escaped"."""
    if any(t.lower_ in UNKNOWN for t in (token.head, *token.children, *token.doc[token.i + 1 : token.i + 2])):
        return False
    if token.dep_ == "dobj" and token.head.lemma_.lower() in words.ontology.qualifiers["eluded"]["verbs"]:
        return False
    return qualify(token, words.ontology.qualifiers).status in DONE
