"""Who did what was told before: "the **crime** was committed by *rebels*", "*X* claimed responsibility for the **act**".

The words name no action of their own.  They are a mention of the violence that the text told last, with those they name as
its doers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.callers import on_behalf
from kg.extraction.drafts import Draft
from kg.extraction.participants import may_act
from kg.extraction.qualifiers import qualify, suspected
from kg.extraction.support import support
from kg.extraction.suspects import done_by, suspects, told
from kg.extraction.untold import untold
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.tree import prepositional
from kg.ontology.groupings import DONE, HARMS

DEFINITE = frozenset({"the", "this", "that"})
#: kinds of supporting verb whose subject did the deed
DOING = frozenset({"act", "claim", "plan"})
#: words that may stand for a deed: "blamed *it* on rebels"
PRONOUNS = frozenset({"it", "this", "that", "which"})
#: kinds of those whose deeds no group claims
FORCES = frozenset({"Military", "Police"})
#: sentences back to the deed that is meant
REACH = 4


@dataclass(frozen=True, slots=True)
class Doing:
    """Those who are told to have done a deed, and how: the rule, the verb that carries it, the word that suspects them."""

    agents: tuple[int, ...]
    rule: str
    verb: int | None
    suspicion: Token | None = None


def deeds(words: Words, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield mentions of violence told before that only tell who did it, in text order."""
    violent = [d for d in drafts if d.status in DONE and not d.reciprocal and _is_assault(d, words)]
    taken = {i for draft in drafts for i in (draft.head, *range(draft.start, draft.end))}
    done = {draft.head for draft in drafts if draft.agents}
    for token in words.doc:
        if token.tag_ == "WDT" and token.head.dep_ == "relcl" and token.head.head.i in done:
            continue  # "an attack *that* police blamed on rebels" is told by its noun
        doing = _doing(token, words) if token.i not in taken else _claiming(token, words)
        doing = doing or _untold(token, words)
        before = _before(token, _of_others(violent, doing, words), words) if doing is not None else None
        if doing is None or before is None or set(doing.agents) & set(before.targets):
            continue
        sign = qualify(token, words.ontology.qualifiers, words.doc[doing.verb] if doing.verb is not None else None)
        sign = suspected(sign, doing.suspicion)
        if sign.status == "negated":
            continue  # "no group claimed responsibility"
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
            cause=before.head,
        )


def _is_assault(draft: Draft, words: Words) -> bool:
    return words.ontology.actions[draft.action].plover == "ASSAULT" or words.ontology.is_a(draft.action, "Violence")


def _of_others(violent: Sequence[Draft], doing: Doing, words: Words) -> list[Draft]:
    """What may be claimed: not what police and soldiers did, unless they claim it: "police **shot** *four attackers*"."""
    by_force = any(_is_force(words.doc[i], words) for i in doing.agents)
    if doing.rule != "claimed" or by_force:
        return list(violent)
    return [d for d in violent if not any(_is_force(words.doc[i], words) for i in d.agents)]


def _is_force(token: Token, words: Words) -> bool:
    """Whether somebody is a force of the state, by name or by what it is called."""
    entry, role = words.entry(token), words.role(token)
    return (entry.kind if entry is not None else role.kind if role is not None else "") in FORCES


def _before(token: Token, violent: Sequence[Draft], words: Words) -> Draft | None:
    """The last violence told before a word, not farther back than a few sentences."""
    last = next((d for d in reversed(violent) if d.head < token.i), None)
    if last is None:
        return None
    between = sum(1 for t in words.doc[last.head : token.i] if t.is_sent_start)
    return _act_of(last, violent, words) if between <= REACH else None


def _act_of(harm: Draft, violent: Sequence[Draft], words: Words) -> Draft:
    """The act that did a harm told by a participle behind it: "a bomb **went off**, *killing* ten and *wounding* twenty"."""
    verb = words.doc[harm.head]
    if harm.action not in HARMS or verb.tag_ != "VBG":
        return harm
    acts = (d for d in reversed(violent) if verb.sent.start <= d.head < verb.i and d.action not in HARMS)
    return next(acts, harm)


def _doing(token: Token, words: Words) -> Doing | None:
    """Who is told to have done the deed that a word names."""
    if token.lower_ in PRONOUNS and token.pos_ == "PRON":
        return _blaming(token, words) or _of(done_by(token, words), token, words, "anaphor", token.head.i)
    if not _names_deed(token, words):
        return None
    carried = support(token, words.ontology.qualifiers["support"])
    if carried is not None and carried[0] in DOING:
        kind, verb, slots = carried
        if kind == "claim":
            return _of(on_behalf(slots.get("subject", []), words), token, words, "claimed", verb.i)
        return _of(slots.get("subject", []), token, words, "anaphor", verb.i)
    return _blaming(token, words)


def _blaming(token: Token, words: Words) -> Doing | None:
    doers, cue = suspects(token, words)
    return _of(doers, token, words, "anaphor", None, cue)


def _untold(token: Token, words: Words) -> Doing | None:
    """Who did it, by a word that names no deed: "*the front* was **responsible**"."""
    found = untold(token, words)
    if found.word is None or not told(found.word, words):
        return None
    return _of(found.doers, token, words, "anaphor", found.word.i, found.word if found.alleged else None)


def _claiming(token: Token, words: Words) -> Doing | None:
    """*The front* **claimed** **responsibility**, with the deed told before."""
    verb = token.head
    claims = f"{verb.lemma_.lower()} {token.lemma_.lower()} for" in words.ontology.qualifiers["support"]["claim"]
    if not claims or token.dep_ not in {"dobj", "nsubjpass"}:
        return None
    named = [t for owner in (token, verb) for name, t in prepositional(owner) if name == "for"]
    if any(t.lower_ not in PRONOUNS for t in named):
        return None
    by = [t for name, t in prepositional(verb) if name == "by"] if token.dep_ == "nsubjpass" else surface_subjects(verb)
    return _of(on_behalf(by, words), token, words, "claimed", verb.i)


def _names_deed(token: Token, words: Words) -> bool:
    """Whether a word stands for violence told before: "the *crime*", "this *action*"."""
    lemmas = words.ontology.qualifiers["deeds"]["nouns"]
    if token.tag_ != "NN" or token.lemma_.lower() not in lemmas:
        return False
    return any(c.dep_ == "det" and c.lower_ in DEFINITE for c in token.children)


def _is_town(token: Token, words: Words) -> bool:
    """Whether a word names a place and nobody: "*Lesk*", not the last word of "Taliban Movement of *Pakistan*"."""
    entry = words.entry(token)
    return words.is_toponym(token) and (entry is None or entry.kind == "Country")


def _of(
    found: Sequence[Token], token: Token, words: Words, rule: str, verb: int | None, cue: Token | None = None
) -> Doing | None:
    agents = tuple(
        t.i for t in found if t != token and t.pos_ != "PRON" and may_act(t, words) and not _is_town(t, words)
    )
    return Doing(agents, rule, verb, cue) if agents else None
