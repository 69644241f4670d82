"""A condition of a trigger that does not hold, in words for people: 'its object is of the class person or "they"'."""

from __future__ import annotations

from collections.abc import Collection

#: how a slot is called in a sentence; any other is a preposition
SLOTS = {
    "subject": "its subject",
    "object": "its object",
    "indirect": "its indirect object",
    "modifier": "a word before it",
    "compound": "the noun before it",
    "possessor": "its possessor",
    "carrier": "the verb that carries it",
    "named": "what it calls its object",
    "infinitive": "the deed after it",
    "doing": "the deed after it",
    "doer": "the doer before it",
    "clause": "the clause after it",
    "question": "the question after it",
}
#: how many words are named before the rest is counted
NAMED = 5


def unmet(slot: str, wanted: Collection[str], *, excluded: bool = False) -> str:
    """What would have to hold: 'its object is not "ceiling"'."""
    held = SLOTS.get(slot, f'what follows "{slot}"')
    return f"{held} is {'not ' if excluded else ''}{_listed(wanted)}"


def _listed(wanted: Collection[str]) -> str:
    """A few of the words, the classes of ``ontology/nouns.toml`` ("@armed") first."""
    ordered = sorted(wanted, key=lambda word: (not word.startswith("@"), word))
    words = [f"of the class {word[1:]}" if word.startswith("@") else f'"{word}"' for word in ordered]
    words = ["there" if word == "of the class any" else word for word in words]
    more = len(words) - NAMED
    if more > 1:
        words = [*words[:NAMED], f"{more} others"]
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
