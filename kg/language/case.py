"""Headlines in Title Case and wire text in capitals, put as a sentence would be (same length, same offsets).

The parser was trained on running text: it tags "Rebels Seize Town" as three names.  Words are put in lower case unless
the rest of the text or the ontology knows them as names.
"""

from __future__ import annotations

import re
from collections.abc import Set

from kg.language.capitals import AMBIGUOUS, Lexicon, is_acronym, names_in

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*\.?", re.UNICODE)
SMALL = frozenset(
    (
        "a an the of in on at by for from to with and or but as is are was were be been vs via over after "
        "amid into near"
    ).split()
)
#: characters within which a dateline ends
LEAD = 150
#: what a dateline ends with: "LESK --", "LESK, MARCH 5, 1974 -"
DATELINE = re.compile(r"(?:--| [\u2013\u2014]|\d -)$")
#: a number before or behind the name of a month
DAY_BEFORE, DAY_AFTER = re.compile(r"\d{1,2} $"), re.compile(r" \d{1,4}\b")
ACRONYM = re.compile(r"^(?:[A-Z]\.){2,}$|^[A-Z]{2,5}$")


def restore(text: str, known: Set[str], lexicon: Lexicon | None = None) -> str:
    """Put headlines and capitals in sentence case; ``known`` are words of names, ``lexicon`` tells them from other words."""
    lines = list(LINE.finditer(text))
    shouted = [line for line in lines if _shouts(line.group())]
    titled = [line for line in lines[:3] if line not in shouted and _titled(line.group())]
    if not shouted and not titled:
        return text
    rest = " ".join(line.group() for line in lines if line not in shouted and line not in titled)
    usual = {word.group() for word in WORD.finditer(rest)}
    names = {
        word.group() for word in WORD.finditer(re.sub(r"(?:^|[.!?\"'(]\s*)\S+", " ", rest)) if word.group()[0].isupper()
    }
    out = text
    for line in shouted + titled:
        capitals = line in shouted
        done = _sentence_case(line.group(), known, usual, names, lexicon, capitals=capitals)
        out = out[: line.start()] + done + out[line.end() :]
    return out


def _letters(line: str) -> list[str]:
    return [c for c in line if c.isalpha()]


def _shouts(line: str) -> bool:
    letters = _letters(line)
    return len(letters) >= 12 and len(line.split()) >= 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)


def _titled(line: str) -> bool:
    words = [w for w in WORD.findall(line) if w.lower() not in SMALL and len(w) > 2]
    return (
        len(words) >= 4
        and not line.rstrip().endswith((".", ",", ";"))
        and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
    )


def _named(line: str, lexicon: Lexicon) -> Set[int]:
    """Where the words of a line in capitals begin that are names."""
    words = list(WORD.finditer(line))
    joined = [i > 0 and line[words[i - 1].end() : word.start()] == " " for i, word in enumerate(words)]
    told = names_in([word.group() for word in words], joined, lexicon)
    months = (word for word in words if word.group().lower() in AMBIGUOUS)
    numbered = {m.start() for m in months if DAY_BEFORE.search(line[: m.start()]) or DAY_AFTER.match(line, m.end())}
    return numbered | {word.start() for word, name in zip(words, told, strict=True) if name}


def _sentence_case(
    line: str, known: Set[str], usual: Set[str], names: Set[str], lexicon: Lexicon | None, *, capitals: bool
) -> str:
    told = _named(line, lexicon) if capitals and lexicon is not None else None

    def put(match: re.Match[str]) -> str:
        word = match.group()
        plain = word.lower()
        bare = word.rstrip(".").lower()
        known_name = bare[:1].upper() + bare[1:]
        title = word[:1].upper() + plain[1:]
        if len(plain) != len(word) or len(title) != len(word):
            return word
        before = line[: match.start()].rstrip(" \"'(")
        ended = before[-1:] in {".", "!", "?"} and not ACRONYM.match(before.split()[-1])
        first = not before or ended or (capitals and len(before) < LEAD and DATELINE.search(before) is not None)
        if not capitals:
            if first or not word[0].isupper() or ACRONYM.match(word):
                return word
            return word if (word in names or word in known) and plain not in usual else plain
        if ACRONYM.match(word) and (word in known or word in usual or "." in word[:-1]):
            acronym = lexicon is None or not capitals or word in usual or "." in word or is_acronym(word, lexicon)
            return word if acronym else title if first else plain
        if told is not None:
            named = match.start() in told or (known_name in names and bare not in SMALL)
            return title if first or (named and bare not in usual) else plain
        named = (known_name in known or known_name in names) and bare not in usual and bare not in SMALL
        return title if first or named else plain

    return WORD.sub(put, line)
