"""The time of one event, on parses built by hand, for an article of Thursday 18 May 2017."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import spacy
from spacy.tokens import Doc

from kg.linking.time import event_time
from kg.linking.timex import timexes
from kg.model import Document, Time

VOCAB = spacy.blank("en").vocab
PUBLISHED = "2017-05-18"
POS = {
    "V": "VERB",
    "N": "NOUN",
    "P": "PROPN",
    "I": "ADP",
    "A": "AUX",
    "D": "DET",
    "R": "ADV",
    "J": "ADJ",
    "#": "NUM",
    ".": "PUNCT",
    "C": "CCONJ",
    "S": "SCONJ",
}
TAGS = {"VERB": "VBD", "NOUN": "NN", "PROPN": "NNP", "ADP": "IN", "AUX": "MD", "NUM": "CD", "SCONJ": "IN", "ADV": "RB"}
LEMMAS = {
    "said": "say",
    "struck": "strike",
    "killed": "kill",
    "fled": "flee",
    "shot": "shoot",
    "denied": "deny",
    "began": "begin",
}


@dataclass(frozen=True)
class Parse:
    """A sentence, one token a line: word, kind, label, head (its place in the sentence)."""

    lines: str

    def rows(self) -> list[list[str]]:
        return [line.split() for line in self.lines.strip().splitlines()]


def built(*parses: Parse) -> Doc:
    """Put sentences into one doc."""
    words: list[str] = []
    pos: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    for parse in parses:
        start = len(words)
        for word, kind, label, head in parse.rows():
            words.append(word)
            pos.append(POS[kind])
            deps.append(label)
            heads.append(start + int(head))
    tags = ["VB" if words[i - 1] in ("will", "to") else TAGS.get(kind, "XX") for i, kind in enumerate(pos)]
    return Doc(
        VOCAB, words=words, pos=pos, tags=tags, deps=deps, heads=heads, lemmas=[LEMMAS.get(w, w.lower()) for w in words]
    )


def at(trigger: str, *lines: str, published: str | None = PUBLISHED) -> tuple[str | None, str | None, str, str]:
    doc = built(*map(Parse, lines))
    document = Document("story", doc.text, published=published)
    token = next(token for token in doc if token.text == trigger)
    time = event_time(token, doc, document, timexes(document, doc))
    return time.start, time.end, time.precision, time.basis


WEEKDAY = """
    Jets     N nsubj    2
    Thursday P npadvmod 2
    struck   V ROOT     2
    the      D det      4
    convoy   N dobj     2
"""


def test_a_weekday_beside_the_verb() -> None:
    assert at("struck", WEEKDAY) == ("2017-05-18", "2017-05-18", "day", "text")


def test_the_words_are_told() -> None:
    doc = built(Parse(WEEKDAY))
    document = Document("story", doc.text, published=PUBLISHED)
    time = event_time(doc[2], doc, document, timexes(document, doc))
    assert time == Time("2017-05-18", "2017-05-18", "day", "text", "Thursday")


def test_the_words_are_told_without_a_date_of_publication() -> None:
    doc = built(Parse(WEEKDAY))
    document = Document("story", doc.text)
    time = event_time(doc[2], doc, document, timexes(document, doc))
    assert time == Time(None, None, "unknown", "none", "Thursday")


def test_a_phrase_under_the_noun_of_the_event() -> None:
    lines = """
        The    D det   1
        attack N nsubj 4
        in     I prep  1
        March  P pobj  2
        killed V ROOT  4
        five   # dobj  4
    """
    assert at("attack", lines) == ("2017-03-01", "2017-03-31", "month", "text")


def test_a_noun_takes_the_time_of_its_light_verb() -> None:
    lines = """
        Rebels   N nsubj    1
        launched V ROOT     1
        an       D det      3
        attack   N dobj     1
        last     J amod     5
        month    N npadvmod 1
    """
    assert at("attack", lines) == ("2017-04-01", "2017-04-30", "month", "text")


def test_a_clause_takes_the_time_of_the_clause_above() -> None:
    lines = """
        Jets    N nsubj    1
        struck  V ROOT     1
        Lesk    P dobj     1
        on      I prep     1
        Tuesday P pobj     3
        ,       . punct    1
        killed  V advcl    1
        five    # dobj     6
    """
    assert at("killed", lines) == ("2017-05-16", "2017-05-16", "day", "text")


SAID = """
    Police  N nsubj    1
    said    V ROOT     1
    Tuesday P npadvmod 1
    gunmen  N nsubj    4
    killed  V ccomp    1
    him     N dobj     4
"""


def test_the_time_of_the_saying_is_not_that_of_what_is_said() -> None:
    assert at("killed", SAID) == (None, PUBLISHED, "unknown", "published")


def test_a_denial_keeps_its_time_to_itself() -> None:
    assert at("killed", SAID.replace("said  ", "denied")) == (None, PUBLISHED, "unknown", "published")


def phrase(preposition: str, *words: str) -> str:
    """Troops held Lesk <preposition> <words>."""
    rows = ["Troops N nsubj 1", "held V ROOT 1", "Lesk P dobj 1", f"{preposition} I prep 1"]
    last = 3 + len(words)
    for place, word in enumerate(words, 4):
        label, head = ("pobj", 3) if place == last else ("nummod", last)
        rows.append(f"{word} {'#' if word.isdigit() else 'P'} {label} {head}")
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("since", "2014"), ("2014-01-01", PUBLISHED, "year", "text")),
        (("until", "March"), (None, "2017-03-31", "month", "text")),
        (("before", "Tuesday"), (None, "2017-05-15", "unknown", "text")),
        (("by", "Tuesday"), (None, "2017-05-16", "unknown", "text")),
        (("after", "Tuesday"), ("2017-05-16", PUBLISHED, "unknown", "text")),
        (("in", "2011"), ("2011-01-01", "2011-12-31", "year", "text")),
        (("in", "May"), ("2017-05-01", PUBLISHED, "month", "text")),
        (("in", "490", "BC"), (None, PUBLISHED, "unknown", "published")),
    ],
)
def test_prepositions(words: tuple[str, ...], expected: tuple[str | None, str | None, str, str]) -> None:
    assert at("held", phrase(*words)) == expected


@pytest.mark.parametrize(("before", "between"), [("between", "and"), ("from", "to"), ("from", "until")])
def test_ranges(before: str, between: str) -> None:
    lines = f"""
        Troops  N nsubj 1
        held    V ROOT  1
        Lesk    P dobj  1
        {before} I prep 1
        3       # pobj  3
        {between} C cc  4
        5       # nummod 7
        May     P conj  4
    """
    assert at("held", lines) == ("2017-05-03", "2017-05-05", "week", "text")


AFTER = """
    Troops N nsubj    1
    fled   V ROOT     1
    on     I prep     1
    4      # nummod   4
    May    P pobj     2
    ,      . punct    1
    two    # nummod   7
    days   N npadvmod 8
    after  S mark     10
    police N nsubj    10
    shot   V advcl    1
    him    N dobj     10
"""


def test_days_after_another_event_count_back_from_it() -> None:
    assert at("shot", AFTER) == ("2017-05-02", "2017-05-02", "day", "text")
    assert at("fled", AFTER) == ("2017-05-04", "2017-05-04", "day", "text")


def test_after_another_event_without_a_length_gives_the_end() -> None:
    lines = """
        Troops N nsubj  1
        fled   V ROOT   1
        on     I prep   1
        4      # nummod 4
        May    P pobj   2
        after  S mark   7
        police N nsubj  7
        shot   V advcl  1
    """
    assert at("shot", lines) == (None, "2017-05-04", "unknown", "text")


def test_recent_months_are_open() -> None:
    lines = """
        Lesk    P nsubj 1
        saw     V ROOT  1
        attacks N dobj  1
        in      I prep  1
        recent  J amod  5
        months  N pobj  3
    """
    assert at("attacks", lines) == (None, PUBLISHED, "unknown", "text")


def test_the_past_without_words_is_before_publication() -> None:
    assert at("struck", "Jets N nsubj 1\nstruck V ROOT 1\nLesk P dobj 1") == (None, PUBLISHED, "unknown", "published")


def test_the_future_without_words_is_after_publication() -> None:
    assert at("strike", "Jets N nsubj 2\nwill A aux 2\nstrike V ROOT 2") == (PUBLISHED, None, "unknown", "published")


def test_nothing_known_stays_open() -> None:
    assert at("struck", "Jets N nsubj 1\nstruck V ROOT 1\nLesk P dobj 1", published=None) == (
        None,
        None,
        "unknown",
        "none",
    )


def test_the_dateline_is_no_time_of_an_event() -> None:
    lines = """
        Lesk    P npadvmod 7
        ,       . punct    7
        4       # nummod   3
        May     P npadvmod 7
        17      # nummod   3
        --      . punct    7
        Jets    N nsubj    7
        struck  V ROOT     7
        Tal     P dobj     7
    """
    assert at("struck", lines) == (None, PUBLISHED, "unknown", "published")


def test_a_length_alone_dates_nothing() -> None:
    lines = """
        Troops  N nsubj  1
        held    V ROOT   1
        Lesk    P dobj   1
        for     I prep   1
        three   # nummod 5
        days    N pobj   3
    """
    assert at("held", lines) == (None, PUBLISHED, "unknown", "published")


def test_a_narrative_carries_the_day_on() -> None:
    years = "\n".join([f"{year} # dep 0" if i else f"{year} # ROOT 0" for i, year in enumerate(range(1821, 1828))])
    dated = "On I prep 4\n3 # nummod 2\nMay P pobj 0\n1828 # nummod 2\nfled V ROOT 4"
    assert at("struck", years, dated, "They N nsubj 1\nstruck V ROOT 1") == ("1828-05-03", "1828-05-03", "day", "text")


OVER = """
    Jets   N nsubj    1
    struck V ROOT     1
    Lesk   P dobj     1
    over   I prep     1
    the    D det      7
    past   J amod     7
    two    # nummod   7
    days   N pobj     3
"""


def test_a_length_that_reaches_up_to_now() -> None:
    assert at("struck", OVER) == ("2017-05-16", PUBLISHED, "week", "text")


def test_a_length_of_what_still_goes_on() -> None:
    lines = """
        Troops  N nsubj  2
        have    A aux    2
        held    V ROOT   2
        Lesk    P dobj   2
        for     I prep   2
        three   # nummod 6
        days    N pobj   4
    """
    assert at("held", lines) == ("2017-05-15", PUBLISHED, "week", "text")


def test_the_beginning_that_a_relative_clause_tells() -> None:
    lines = """
        Clashes N nsubj 6
        that    D nsubj 2
        began   V relcl 0
        on      I prep  2
        3       # nummod 5
        May     P pobj  3
        killed  V ROOT  6
        five    # dobj  6
    """
    assert at("Clashes", lines) == ("2017-05-03", "2017-05-03", "day", "text")


def test_a_clause_with_since_opens_the_time() -> None:
    lines = """
        Troops   N nsubj  2
        have     A aux    2
        killed   V ROOT   2
        ten      # dobj   2
        since    S mark   6
        protests N nsubj  6
        began    V advcl  2
        in       I prep   6
        March    P pobj   7
    """
    assert at("killed", lines) == ("2017-03-01", PUBLISHED, "month", "text")


def test_before_an_hour_is_on_its_day() -> None:
    lines = """
        Troops N nsubj 1
        fled   V ROOT  1
        before I prep  1
        dawn   N pobj  2
        on     I prep  3
        4      # nummod 6
        May    P pobj  4
    """
    assert at("fled", lines) == ("2017-05-04", "2017-05-04", "day", "text")


def test_a_length_that_ends_on_a_day() -> None:
    lines = """
        Troops N nsubj 1
        killed V ROOT  1
        ten    # dobj  1
        in     I prep  1
        the    D det   5
        week   N pobj  3
        to     I prep  5
        12     # nummod 8
        May    P pobj  6
    """
    assert at("killed", lines) == ("2017-05-05", "2017-05-12", "week", "text")


def test_what_is_exact_to_the_day_is_one_day() -> None:
    lines = """
        Troops N nsubj 1
        held   V ROOT  1
        Lesk   P dobj  1
        since  I prep  1
        16     # nummod 5
        May    P pobj  3
    """
    assert at("held", lines) == ("2017-05-16", PUBLISHED, "week", "text")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Gunmen on Friday killed five people -- a policeman among them -- in Kano.",
        "Gunmen killed five people in Kano on Friday \u2013 the third such attack in weeks.",
        "KANO, Nigeria (NN) -- Gunmen on Friday killed five people in Kano.",
    ],
)
def test_a_dash_in_a_sentence_ends_no_dateline(text: str) -> None:
    import kg

    record = kg.read(text, published="2024-06-05")[0]
    assert {e.time.start for e in record.events if e.action == "Killing"} == {"2024-05-31"}
