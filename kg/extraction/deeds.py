"""Who did what was told before: "the **crime** was committed by *rebels*", "*X* claimed responsibility for the **act**".

The words name no action of their own.  They are a mention of the violence that the text told last, with those they name as
its doers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.blame import blamed
from kg.extraction.drafts import Draft
from kg.extraction.participants import may_act
from kg.extraction.qualifiers import qualify
from kg.extraction.slots import support
from kg.extraction.words import Words

DEFINITE = frozenset({"the", "this", "that"})
TOLD = frozenset({"asserted", "alleged", "denied"})
#: kinds of supporting verb whose subject did the deed
DONE = frozenset({"act", "claim"})
#: sentences back to the deed that is meant
REACH = 4


@dataclass(frozen=True, slots=True)
class Doing:
    """Those who are told to have done a deed, and how: the rule and the verb that carries it."""

    agents: tuple[int, ...]
    rule: str
    verb: int | None


def deeds(words: Words, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield mentions of violence told before that only tell who did it, in text order."""
    violent = [d for d in drafts if d.status in TOLD and not d.reciprocal and _is_assault(d, words)]
    taken = {i for draft in drafts for i in (draft.head, *range(draft.start, draft.end))}
    for token in words.doc:
        doing = _doing(token, words) if token.i not in taken else None
        before = _before(token, violent, words) if doing is not None else None
        if doing is None or before is None or set(doing.agents) & set(before.targets):
            continue
        sign = qualify(token, words.ontology.qualifiers, words.doc[doing.verb] if doing.verb is not None else None)
        cue = (sign.cue.i, sign.cue.i + 1) if sign.cue is not None else None
        yield Draft(
            token.i,
            token.i,
            token.i + 1,
            before.action,
            doing.rule,
            doing.agents,
            status=sign.status,
            cue=cue,
            verb=doing.verb,
        )


def _is_assault(draft: Draft, words: Words) -> bool:
    return words.ontology.actions[draft.action].plover == "ASSAULT"


def _before(token: Token, violent: Sequence[Draft], words: Words) -> Draft | None:
    """The last violence told before a word, not farther back than a few sentences."""
    last = next((d for d in reversed(violent) if d.head < token.i), None)
    if last is None:
        return None
    between = sum(1 for t in words.doc[last.head : token.i] if t.is_sent_start)
    return last if between <= REACH else None


def _doing(token: Token, words: Words) -> Doing | None:
    """Who is told to have done the deed that a word names."""
    if not _names_deed(token, words):
        return None
    carried = support(token, words.ontology.qualifiers["support"])
    if carried is not None and carried[0] in DONE:
        kind, verb, slots = carried
        rule = "claimed" if kind == "claim" else "anaphor"
        return _of(slots.get("subject", []), token, words, rule, verb.i)
    return _of(blamed(token, words.ontology.qualifiers["blame"]), token, words, "anaphor", None)


def _names_deed(token: Token, words: Words) -> bool:
    """Whether a word stands for violence told before: "the *crime*", "this *action*"."""
    lemmas = words.ontology.qualifiers["deeds"]["nouns"]
    if token.tag_ != "NN" or token.lemma_.lower() not in lemmas:
        return False
    return any(c.dep_ == "det" and c.lower_ in DEFINITE for c in token.children)


def _of(found: Sequence[Token], token: Token, words: Words, rule: str, verb: int | None) -> Doing | None:
    agents = tuple(
        t.i for t in found if t != token and t.pos_ != "PRON" and may_act(t, words) and not words.is_toponym(t)
    )
    return Doing(agents, rule, verb) if agents else None
