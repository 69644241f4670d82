"""When words that look like a time are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.linking.dates.scope import Scope

YEAR_CUES = frozenset(
    "in of since by from to until till before after between and through during around circa ca ca. year years"
    " early late "
    "mid - \u2013 \u2014 ( about till 's fiscal but".split()
)
COUNTED = re.compile(
    r"\s*(?:%|percent|per cent|people|men|women|troops|soldiers|dollars|pounds|miles|metres|meters|kilomet\w+|km"
    r"|feet|tons|"
    r"tonnes|shares|points|million|billion|prisoners|casualties|aircraft|tanks|guns|ships|houses|jobs|votes"
    r"|words|pages)\b",
    re.IGNORECASE,
)
MONTH_CUES = YEAR_CUES | frozenset(
    "last next this every each past coming previous following on when starting beginning".split()
)
#: two figures of a year behind a month
YEAR_BEHIND = re.compile(r" \d\d\b")
ARTICLES = frozenset({"a", "the"})
#: words between "at" and the time of day
NEARLY = frozenset({"about", "around", "approximately", "roughly"})
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "august", "dec", "jan", "sun", "sat"})


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that covers a character."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def capital(match: re.Match[str], scope: Scope) -> bool:
    """The name is written with a capital, and "May" and "March" are no verbs."""
    name = next(
        key for key in ("month", "weekday", "fullday", "season", "holiday") if key in match.re.groupindex and match[key]
    )
    word = match[name]
    if not word[0].isupper():
        return False
    low = word.lower().rstrip(".")
    if name == "month" and len(low) == 3 and low != "may" and not word.endswith("."):
        return match.end(name) < match.end() or low not in ("jan", "mar", "dec", "jun", "apr")
    if low in AMBIGUOUS_MONTHS:
        token = token_at(scope.doc, match.start(name))
        return (
            token is not None and token.pos_ not in ("AUX", "VERB", "ADJ") and token.ent_type_ not in ("PERSON", "FAC")
        )
    return True


def bare_month(match: re.Match[str], scope: Scope) -> bool:
    """A month alone is no given name ("April Smith"), no verb, and "May" and "March" follow a cue ("in", "last")."""
    if not capital(match, scope):
        return False
    token = token_at(scope.doc, match.start("month"))
    if token is None or token.ent_type_ == "PERSON":
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    word = match["month"].lower()
    if before in MONTH_CUES or not (word in ("may", "march") or word.endswith(".")):
        return True
    noun = token.head  # "a *May* shootout"
    return before in ARTICLES and token.dep_ in {"compound", "nmod"} and noun.i == token.i + 1 and noun.text.islower()


def dated(match: re.Match[str], scope: Scope) -> bool:
    """A month in small letters needs a year beside it ("may" and "march" are common words)."""
    word = match["month"]
    year = any(key in match.re.groupindex and match[key] for key in ("year", "short", "yy"))
    year = year or YEAR_BEHIND.match(match.string, match.end()) is not None  # "1830 GMT 15 *mar* 88"
    return word[0].isupper() or year or word.lower() not in ("may", "march", "mar", "second")


def year(match: re.Match[str], scope: Scope) -> bool:
    """A bare figure that is a year and no amount."""
    text = match["year"]
    if not text.isdigit() or group_present(match, "fiscal"):
        return True
    token = token_at(scope.doc, match.start("year"))
    if token is None or (COUNTED.match(scope.text, match.end()) and token.dep_ != "pobj"):
        return False  # "2012 soldiers", but "In *2012* soldiers toppled ..."
    before = token.nbor(-1) if token.i else None
    cue = before is not None and before.lower_ in YEAR_CUES
    if before is not None and (
        before.lower_ in ("at", "no.", "nos.", "number", "flight", "unit", "than", "least", "nearly")
        or before.is_currency
    ):
        return False
    if before is not None and before.lower_ in NEARLY and before.i and before.nbor(-1).lower_ == "at":
        return False  # "exploded at about *1130*"
    number = int(text)
    counted = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    if number < 1900 and scope.narrative and number > 1500:
        return cue or not counted
    if number < 1900:
        return cue and not (counted and number % 10 == 0) or before is not None and before.text in "(," and not counted
    return not (counted and number % 100 == 0 and not cue) and number < 2100


def group_present(match: re.Match[str], name: str) -> bool:
    """A group exists in the template and took part."""
    return name in match.re.groupindex and match[name] is not None


def units_alone(match: re.Match[str], scope: Scope) -> bool:
    """ "years", "months" without a number, and no age ("52 years old")."""
    before = scope.text[max(0, match.start() - 2) : match.start()]
    return not before[:1].isdigit() and not re.match(r"[ -](?:old\b|of age)", scope.text[match.end() : match.end() + 8])


def worded_year(match: re.Match[str], scope: Scope) -> bool:
    """ "two thousand" alone is an amount, after "in" or "the year" a year."""
    token = token_at(scope.doc, match.start("words"))
    before = token.nbor(-1).lower_ if token is not None and token.i else ""
    return (
        match["words"].lower().startswith(("e", "n"))
        or before in ("in", "year", "since", "by", "until")
        and noun_after(match, scope)
    )


def ancient(match: re.Match[str], scope: Scope) -> bool:
    """The text counts years before Christ."""
    return scope.ancient and not COUNTED.match(scope.text, match.end())


def season(match: re.Match[str], scope: Scope) -> bool:
    """A season is a noun; "fall" and "spring" need a cue."""
    token = token_at(scope.doc, match.start("season"))
    if token is None or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if match["season"].lower() not in ("fall", "spring"):
        return True
    if match.end("season") < match.end():
        return True
    after = scope.text[match.end() : match.end() + 4].lower()
    before = scope.doc[token.i - 1].lower_ if token.i else ""
    cues = (
        "in",
        "by",
        "until",
        "since",
        "last",
        "next",
        "this",
        "early",
        "late",
        "every",
        "each",
        "past",
        "during",
        "coming",
    )
    return (
        (before in cues or before == "the")
        and not (after.startswith(" of") and before == "the")
        and token.tag_ != "NNS"
    )


def noun_after(match: re.Match[str], scope: Scope) -> bool:
    """ "the 20th" is a day unless a noun follows ("the 20th Division")."""
    token = token_at(scope.doc, match.end() - 1)
    if token is None or token.i + 1 >= len(scope.doc):
        return True
    after = token.nbor(1)
    return after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and after.lower_ not in ("-", "century", "anniversary")


def adjective_now(match: re.Match[str], scope: Scope) -> bool:
    """ "current" is a time as an adjective, not as a noun ("electric current")."""
    token = token_at(scope.doc, match.start())
    word = match[0].lower()
    if token is None:
        return False
    if word in ("current", "recent", "future"):
        return token.pos_ == "ADJ" or word == "future" and token.dep_ in ("amod", "compound")
    if word in ("now", "once", "soon"):
        after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        return (
            token.pos_ == "ADV"
            and token.dep_ not in ("mark",)
            and after not in ("that", "again")
            and token.head.pos_ != "NUM"
        )
    return True


def no_ordinal(match: re.Match[str], scope: Scope) -> bool:
    """No ordinal ("a second"), no fraction ("a quarter of")."""
    unit, number = match["unit"].lower(), match["number"].lower()
    if unit == "second":
        return number not in ("a", "an", "one")
    after = scope.text[match.end() : match.end() + 12].lower()
    if unit.startswith("quarter"):
        return number not in ("a", "one", "three") and not after.startswith((" of ", "-"))
    return True


def ago_span(match: re.Match[str], scope: Scope) -> bool:
    """ "before" and "after" end the expression only where no object follows ("two days before the vote")."""
    word = match["way"].lower()
    if word in ("later", "earlier", "previously", "beforehand", "afterwards", "afterward", "thereafter"):
        return True
    token = token_at(scope.doc, match.end() - 1)
    if token is None or token.pos_ == "ADV" or token.i + 1 >= len(scope.doc):
        return True
    after = token.nbor(1)
    return after.is_punct or after.is_space or after.pos_ in ("AUX", "CCONJ")


def clock_time(match: re.Match[str], scope: Scope) -> bool:
    """Four bare figures are a time only after "at" or with "hours" or a zone; noon and midnight stand alone."""
    if (
        group_present(match, "clockword")
        or group_present(match, "half")
        or group_present(match, "zone")
        or group_present(match, "hours")
    ):
        return True
    hour, minute = int(match["hour"]), match["minute"]
    if minute is None or hour > 24 or int(minute) > 59:
        return False
    before = scope.text[max(0, match.start() - 9) : match.start()].lower()
    if ":" in match[0]:
        return not re.search(r"(?:\d|score|won|lost)\s*$", before)
    return bool(re.search(r"\b(?:at|until|by) $", before)) and len(match[0]) == 4 and match[0][0] in "012"
