"""What a speaker's announcement amounts to: a promise, a threat, a demand, a refusal.

CAMEO codes a cooperative act that is announced as an intent (03), a hostile one as a threat (13), an act that others "must"
do as a demand (10) and one that its doer "will not" do as a refusal (12); PLOVER does so with AGREE, THREATEN, REQUEST and
REJECT (CAMEO codebook 1.1b3, chapter 2; PLOVER codebook, section on intent).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.addressees import if_they, is_content
from kg.extraction.drafts import Draft
from kg.extraction.participants import may_act
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import CONDITIONS
from kg.language.tree import children, lemma
from kg.ontology.groupings import HOSTILE

FRIENDLY = frozenset({"SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "CONSULT"})
PROMISES = {
    "AID": "AgreementToAid",
    "CONSULT": "AgreementToTalk",
    "CONCEDE": "AgreementToYield",
    "RETREAT": "AgreementToYield",
}
THREATS = {"ASSAULT": "ThreatOfForce", "COERCE": "ThreatOfForce", "SANCTION": "ThreatOfSanctions", "PROTEST": "Threat"}
REFUSALS = {"CONSULT": "RejectTalks", "CONCEDE": "RefuseToYield", "RETREAT": "RefuseToYield"}
#: roles of those who speak for a state
OFFICIAL = frozenset({"GOV", "MIL", "LEG"})
RULE = "stance"


def intent(draft: Draft, words: Words) -> str:
    """The PLOVER type of an act that is only announced by its doer: *will send aid* is AGREE, *will shell* THREATEN,
    *prepared to shell* MOBILIZE; else "".

    A plan that nobody voices ("plotted to bomb") keeps the type of its act.
    """
    if draft.status != "planned" or draft.cue is None:
        return ""
    kind = words.ontology.actions[draft.action].plover
    cue = words.doc[draft.cue[0]]
    if kind in FRIENDLY and _is_promise(cue, words):
        return "AGREE"
    if kind == "ASSAULT" and cue.pos_ == "VERB" and lemma(cue) in words.ontology.qualifiers["voiced"]["prepare"]:
        return "MOBILIZE"
    modal = cue.dep_ == "aux" or lemma(cue) in words.ontology.qualifiers["voiced"]["resolve"]
    if kind in HOSTILE and modal and draft.agents and _speaks_of_itself(cue, draft, words):
        return "THREATEN"
    return ""


def stances(drafts: Sequence[Draft], words: Words) -> Iterator[Draft]:
    """Events of their own for what a modal verb says: demands, refusals, promises and threats on a condition."""
    taken = {draft.head for draft in drafts}
    for draft in drafts:
        found = _conditional(draft, words) or _refusal(draft, words) or _none_to_come(draft, words)
        if found is not None and found.head not in taken:
            taken.add(found.head)
            yield found
    for token in words.doc:
        if token.i not in taken and (demand := _demand(token, drafts, words) or _wish(token, words)) is not None:
            taken.add(token.i)
            yield demand


def _is_promise(cue: Token, words: Words) -> bool:
    """Whether a word tells that somebody commits himself: "will", "agreed to", "is willing to", "promised"."""
    voiced = words.ontology.qualifiers["voiced"]
    return cue.dep_ == "aux" and cue.tag_ == "MD" or lemma(cue) in voiced["promise"]


def _speaks_of_itself(cue: Token, draft: Draft, words: Words) -> bool:
    """Whether nobody else than the doer foretells the act: "*they* said they would shell", "*Israel* will shell"."""
    verb = cue.head if cue.dep_ == "aux" else cue
    speaker = _speaker(verb, words)
    return speaker is None or any(_is_own(words.doc[i], speaker, words) for i in draft.agents)


def _speaker(verb: Token, words: Words) -> Token | None:
    """Who says a clause: the subject of the verb of saying above it; None if it is nobody's."""
    node = _clause(verb)
    if node.dep_ != "ccomp" or lemma(node.head) not in words.ontology.qualifiers["voiced"]["say"]:
        return None
    return next(iter(surface_subjects(node.head)), None)


def _clause(verb: Token) -> Token:
    """The first verb of a coordination."""
    while verb.dep_ in {"conj", "xcomp", "acomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def _same(doer: Token, speaker: Token, words: Words) -> bool:
    """Whether the doer of a clause can be the speaker: a pronoun in front of nothing nearer, or the same name."""
    if doer.pos_ == "PRON":
        return True
    name, other = words.name(doer), words.name(speaker)
    return doer == speaker or (name is not None and other is not None and name.ids == other.ids)


def _is_own(doer: Token, speaker: Token, words: Words) -> bool:
    """Whether somebody speaks of himself or of his own state.

    "*Oman* will not pay, **it** said", "**its** minister said", "*Oman's government* will pay, *the Omani* **premier** said".
    """
    own = any(c.dep_ == "poss" and c.lower_ in {"its", "their", "his", "her"} for c in speaker.children)
    if _same(doer, speaker, words) or (speaker.i > doer.i and (own or speaker.pos_ == "PRON")):
        return True
    roles = {role.code for t in (doer, speaker) if (role := words.role(t)) is not None}
    return roles <= OFFICIAL and bool(_lands(doer, words) & _lands(speaker, words))


def _lands(noun: Token, words: Words) -> set[str]:
    """The countries that a noun and the words before it name."""
    entries = (words.entry(t) for t in (noun, *children(noun, "poss", "amod", "compound", "nmod")))
    return {entry.country for entry in entries if entry is not None and entry.country and entry.kind != "Person"}


def _modal(draft: Draft, wanted: frozenset[str], words: Words) -> Token | None:
    """The auxiliary of the clause of an event that is one of the words; what "would *have*" been is over."""
    verb = _clause(words.doc[draft.verb if draft.verb is not None else draft.head])
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in wanted), None)


def _conditional(draft: Draft, words: Words) -> Draft | None:
    """*The rebels* said they **would** halt if *the army* withdrew: a promise, or a threat, on a condition."""
    modal = _modal(draft, frozenset({"would", "'d", "will", "'ll"}), words)
    if draft.status != "hypothetical" or modal is None or not draft.agents or _in_condition(draft, words):
        return None
    speaker = _speaker(modal.head, words)
    if speaker is None or not any(_is_own(words.doc[i], speaker, words) for i in draft.agents):
        return None
    kind = words.ontology.actions[draft.action].plover
    action = PROMISES.get(kind, "Promise") if kind in FRIENDLY else THREATS.get(kind)
    if kind in HOSTILE - {"ASSAULT"} and not any(
        words.can_act(words.doc[i]) for i in draft.targets
    ):  # "close *the strait*"
        asked = if_they(words.doc[draft.head], words)
        draft = replace(draft, targets=tuple(t.i for t in asked) or draft.targets)
    return _told(action, modal, draft) if action else None


def _in_condition(draft: Draft, words: Words) -> bool:
    """Whether an event stands in the if-clause itself."""
    node = words.doc[draft.head]
    while node.dep_ != "ROOT":
        if any(c.dep_ in {"mark", "advmod"} and c.lower_ in CONDITIONS for c in node.children):
            return True
        node = node.head
    return False


def _refusal(draft: Draft, words: Words) -> Draft | None:
    """*Syria* said it **will not** accept *refugees*: a refusal by the one who is asked."""
    modal = _modal(draft, frozenset({"will", "wo", "would"}), words)
    if draft.status != "negated" or modal is None or not draft.agents:
        return None
    kind = words.ontology.actions[draft.action].plover
    if kind not in FRIENDLY | {"AGREE"} or not _speaks_of_itself(modal, draft, words):
        return None
    if not any(c.dep_ == "neg" for c in modal.head.children):
        return None
    return _told(REFUSALS.get(kind, "RejectCooperation"), modal, draft)


def _none_to_come(draft: Draft, words: Words) -> Draft | None:
    """*There* **will** *be no talks* with *the rebels*, *the army* said: a refusal by the speaker."""
    noun = words.doc[draft.head]
    verb = noun.head
    modal = next((c for c in children(verb, "aux") if c.lower_ in {"will", "would", "can", "could"}), None)
    if modal is None or not children(verb, "expl") or not any(c.lower_ == "no" for c in children(noun, "det")):
        return None
    speaker = _speaker(verb, words)
    kind = words.ontology.actions[draft.action].plover
    if speaker is None or not may_act(speaker, words) or kind not in FRIENDLY | {"AGREE"}:
        return None
    targets = tuple(i for i in (*draft.agents, *draft.targets) if i != speaker.i)
    action = REFUSALS.get(kind, "RejectCooperation")
    return Draft(modal.i, modal.i, modal.i + 1, action, RULE, agents=(speaker.i,), targets=targets, verb=verb.i)


def _told(action: str, modal: Token, draft: Draft) -> Draft:
    at = modal.i
    return Draft(at, at, at + 1, action, RULE, agents=draft.agents, targets=draft.targets, verb=modal.head.i)


def _demand(modal: Token, drafts: Sequence[Draft], words: Words) -> Draft | None:
    """*Russia* said *Sudan* **must** return a helicopter."""
    clause = _obliged(modal, words)
    if clause is None:
        return None
    speaker = _speaker(clause, words)
    if speaker is None or not may_act(speaker, words) or _demanded(modal, drafts, words):
        return None
    asked = surface_subjects(clause)
    if all(t.pos_ == "PRON" for t in asked):  # "told *Lesk* that it must"
        asked = children(_clause(clause).head, "dobj", "dative")
    asked = [t for t in asked if t.pos_ != "PRON" and (words.can_act(t) or words.is_toponym(t))]
    if not asked or any(_same(t, speaker, words) for t in asked):
        return None
    return Draft(modal.i, modal.i, modal.i + 1, "Demand", RULE, (speaker.i,), tuple(t.i for t in asked), verb=clause.i)


def _obliged(word: Token, words: Words) -> Token | None:
    """The verb of the clause that tells what somebody **must**, or **has** to do."""
    if word.dep_ == "aux" and lemma(word) in words.ontology.qualifiers["voiced"]["must"]:
        return word.head
    has_to = lemma(word) in {"have", "need"} and word.dep_ in {"ccomp", "conj"}
    return word if has_to and any(t.tag_ == "TO" for c in children(word, "xcomp") for t in c.children) else None


def _wish(verb: Token, words: Words) -> Draft | None:
    """*Egypt* **insisted** that *the rebels* leave: a verb of wanting whose clause has the bare form of its verb."""
    if lemma(verb) not in words.ontology.qualifiers["voiced"]["wish"] or verb.pos_ != "VERB":
        return None
    asked = [t for clause in children(verb, "ccomp") if _is_bare(clause) for t in surface_subjects(clause)]
    asked = [t for t in asked if t.pos_ != "PRON" and (words.can_act(t) or words.is_toponym(t))]
    speakers = [t for t in surface_subjects(verb) if may_act(t, words)]
    if not asked or not speakers or any(_same(t, speakers[0], words) for t in asked):
        return None
    speaking, meant = tuple(t.i for t in speakers), tuple(t.i for t in asked)
    return Draft(verb.i, verb.i, verb.i + 1, "Demand", RULE, speaking, meant, verb=verb.i)


def _is_bare(clause: Token) -> bool:
    """Whether a clause tells what shall be: "that Lesk **halt** it", "that the army **be** withdrawn"."""
    verbs = [clause, *children(clause, "aux", "auxpass")]
    if not is_content(clause) or any(t.tag_ in {"MD", "TO", "VBZ", "VBD"} for t in verbs):
        return False
    one = any(t.tag_ in {"NN", "NNP"} for t in children(clause, "nsubj", "nsubjpass"))
    return any(t.tag_ == "VB" or (one and t.tag_ == "VBP") for t in verbs)


def _demanded(modal: Token, drafts: Sequence[Draft], words: Words) -> bool:
    """Whether the verb of saying is a demand by itself: "insisted that they must"."""
    above = {t.i for t in modal.ancestors}
    return any(d.head in above and words.ontology.actions[d.action].plover == "REQUEST" for d in drafts)
