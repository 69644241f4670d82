"""Time expressions: phrases and what they mean, for an article of Thursday 18 May 2017."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.linking.dates.calendar import easter, nth_weekday
from kg.linking.dates.intervals import interval
from kg.linking.dates.patterns import lowered, matches, surroundings
from kg.linking.dates.rules import RULES
from kg.linking.timex import timexes
from kg.model import Document

NLP = spacy.blank("en")
PUBLISHED = "2017-05-18"
VERBS = {
    "struck": "VBD", "strikes": "VBZ", "strike": "VB", "held": "VBD", "was": "VBD", "were": "VBD", "meet": "VB",
    "died": "VBD",
    "fled": "VBD", "lasted": "VBD", "begins": "VBZ", "is": "VBZ", "began": "VBD", "had": "VBD", "are": "VBP",
    "fought": "VBD",
}  # fmt: skip
TAGS = {
    "will": "MD",
    "May": "NNP",
    "may": "MD",
    "now": "RB",
    "recently": "RB",
    "currently": "RB",
    "current": "JJ",
    "recent": "JJ",
}


def parsed(text: str) -> Doc:
    """A flat parse: everything hangs on the first full verb."""
    words = [token.text for token in NLP(text)]
    spaces = [bool(token.whitespace_) for token in NLP(text)]
    root = next((i for i, word in enumerate(words) if word in VERBS), 0)
    tags = [VERBS.get(word) or TAGS.get(word) or ("NNP" if word.istitle() else "NN") for word in words]
    pos = ["VERB" if i == root else POS.get(tag, "NOUN") for i, tag in enumerate(tags)]
    deps = ["ROOT" if i == root else "aux" if tags[i] == "MD" else "dep" for i in range(len(words))]
    return Doc(NLP.vocab, words=words, spaces=spaces, tags=tags, pos=pos, heads=[root] * len(words), deps=deps)


POS = {"MD": "AUX", "NNP": "PROPN", "RB": "ADV", "JJ": "ADJ"}


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(t.text, t.type, t.value) for t in timexes(Document("story", text, published=published), parsed(text))]


DATES = [
    # days by name
    ("Jets struck it Thursday.", "Thursday", "2017-05-18"),
    ("Jets struck it on Friday.", "Friday", "2017-05-12"),
    ("Jets struck it late Wednesday.", "late Wednesday", "2017-05-17"),
    ("They will meet on Sunday.", "Sunday", "2017-05-21"),
    ("They will meet next Tuesday.", "next Tuesday", "2017-05-23"),
    ("Jets struck it last Monday.", "last Monday", "2017-05-15"),
    ("Jets struck it the previous Saturday.", "the previous Saturday", "2017-05-13"),
    ("Jets struck it two Sundays ago.", "two Sundays ago", "2017-05-07"),
    ("Jets struck it today.", "today", "2017-05-18"),
    ("Jets struck it yesterday.", "yesterday", "2017-05-17"),
    ("They will meet tomorrow.", "tomorrow", "2017-05-19"),
    ("Jets struck it the day before yesterday.", "the day before yesterday", "2017-05-16"),
    ("They will meet the day after tomorrow.", "the day after tomorrow", "2017-05-20"),
    ("They will meet on Friday of next week.", "Friday of next week", "2017-05-26"),
    ("Jets struck it on Monday last week.", "Monday last week", "2017-05-08"),
    ("Jets struck it two years ago today.", "two years ago today", "2015-05-18"),
    ("Jets struck it a week ago yesterday.", "a week ago yesterday", "2017-05-10"),
    ("Jets struck it three months ago today.", "three months ago today", "2017-02-18"),
    ("Envoys fled the day before to meet him.", "the day before", "2017-05-17"),
    # days by date
    ("Jets struck it on 4 May.", "4 May", "2017-05-04"),
    ("Jets struck it on May 4th, 2016.", "May 4th, 2016", "2016-05-04"),
    ("Jets struck it on the 4th of May.", "the 4th of May", "2017-05-04"),
    ("Jets struck it on 14 December.", "14 December", "2016-12-14"),
    ("They will meet on 2 February.", "2 February", "2018-02-02"),
    ("Jets struck it on Monday, 15 May 2017.", "Monday, 15 May 2017", "2017-05-15"),
    ("Jets struck it on Friday, 10 June.", "Friday, 10 June", "2016-06-10"),
    ("Jets struck it on 2016-03-02.", "2016-03-02", "2016-03-02"),
    ("Jets struck it on 03/22/2016.", "03/22/2016", "2016-03-22"),
    ("Jets struck it on 22/03/2016.", "22/03/2016", "2016-03-22"),
    ("Jets struck it on 22.03.2016.", "22.03.2016", "2016-03-22"),
    ("Jets struck it on Sept. 3, 2014.", "Sept. 3, 2014", "2014-09-03"),
    ("Jets struck it on March eighth.", "March eighth", "2017-03-08"),
    ("LESK, 4 Feb 90 (NORTHERN NEWS)", "4 Feb 90", "1990-02-04"),
    ("LESK, 4 Feb 90 -- It was quiet.", "4 Feb 90", "1990-02-04"),
    ("On 18 December, 18 prisoners fled.", "18 December", "2016-12-18"),
    ("The 9/11 attackers fled.", "9/11", "2001-09-11"),
    # weeks, weekends, months
    ("Jets struck it last week.", "last week", "2017-W19"),
    ("Jets struck it earlier this week.", "earlier this week", "2017-W20"),
    ("They will meet next week.", "next week", "2017-W21"),
    ("Jets struck it over the weekend.", "the weekend", "2017-W19-WE"),
    ("Jets struck it last weekend.", "last weekend", "2017-W19-WE"),
    ("Jets struck it in the second week of May.", "the second week of May", "2017-W19"),
    ("Jets struck it last month.", "last month", "2017-04"),
    ("Jets struck it in June last year.", "June last year", "2016-06"),
    ("Jets struck it in early May.", "early May", "2017-05"),
    ("Jets struck it in mid-March.", "mid-March", "2017-03"),
    ("Jets struck it in November.", "November", "2016-11"),
    ("They will meet in November.", "November", "2017-11"),
    ("They will meet in January.", "January", "2018-01"),
    ("Jets struck it last November.", "last November", "2016-11"),
    ("Jets struck it in March of this year.", "March of this year", "2017-03"),
    ("Jets struck it at the end of April.", "the end of April", "2017-04"),
    ("They will meet later this month.", "later this month", "2017-05"),
    ("They will meet by the end of the year.", "the end of the year", "2017"),
    # seasons, quarters, halves, years and longer
    ("Jets struck it in the spring of 1918.", "the spring of 1918", "1918-SP"),
    ("Jets struck it last summer.", "last summer", "2016-SU"),
    ("They will meet this summer.", "this summer", "2017-SU"),
    ("They fought in the third quarter of 2015.", "the third quarter of 2015", "2015-Q3"),
    ("They fought in the first quarter.", "the first quarter", "2017-Q1"),
    ("They fought in the second half of 2015.", "the second half of 2015", "2015-H2"),
    ("Jets struck it in 2011.", "2011", "2011"),
    ("Jets struck it in late 2011.", "late 2011", "2011"),
    ("Jets struck it in fiscal 2011.", "fiscal 2011", "2011"),
    ("Jets struck it last year.", "last year", "2016"),
    ("They fought in nineteen ninety-seven.", "nineteen ninety-seven", "1997"),
    ("They fought in '99.", "'99", "1999"),
    ("They fought in the 1990s.", "the 1990s", "199"),
    ("They fought in the early '80s.", "the early '80s", "198"),
    ("They fought in the nineties.", "the nineties", "199"),
    ("They fought in the 19th century.", "the 19th century", "18"),
    ("They fought in 490 BC.", "490 BC", "BC0490"),
    ("They fought in the 4th century BC.", "the 4th century BC", "BC03"),
    # holidays
    ("Jets struck it on Christmas Eve.", "Christmas Eve", "2016-12-24"),
    ("Jets struck it on Easter Sunday.", "Easter Sunday", "2017-04-16"),
    ("Jets struck it on Good Friday 1998.", "Good Friday 1998", "1998-04-10"),
    ("Jets struck it on Labor Day 2016.", "Labor Day 2016", "2016-09-05"),
    ("Jets struck it on the anniversary of the 17 April coup.", "the anniversary of the 17 April", "2017-04-17"),
    ("Jets struck it on the anniversary of the coup.", "the anniversary", "XXXX-XX-XX"),
    # counted from now
    ("Jets struck it two days ago.", "two days ago", "2017-05-16"),
    ("Jets struck it about two weeks ago.", "about two weeks ago", "2017-W18"),
    ("Jets struck it a month ago.", "a month ago", "2017-04"),
    ("Jets struck it ten years ago.", "ten years ago", "2007"),
    ("Jets struck it several years ago.", "several years ago", "PAST_REF"),
    ("Jets struck it in recent months.", "recent months", "PAST_REF"),
    ("They will meet in the coming days.", "the coming days", "FUTURE_REF"),
    ("Jets struck it recently.", "recently", "PAST_REF"),
    ("The town is now quiet.", "now", "PRESENT_REF"),
    ("The current truce began.", "current", "PRESENT_REF"),
    ("They will meet in the near future.", "the near future", "FUTURE_REF"),
]  # fmt: skip

TIMES = [
    ("Jets struck it at 2 in the morning.", "2 in the morning", "2017-05-18T02:00"),
    ("Jets struck it at eleven at night.", "eleven at night", "2017-05-18T23:00"),
    ("Jets struck it at one at night.", "one at night", "2017-05-18T01:00"),
    ("Jets struck it Thursday night.", "Thursday night", "2017-05-18TNI"),
    ("Jets struck it last night.", "last night", "2017-05-17TNI"),
    ("Jets struck it this morning.", "this morning", "2017-05-18TMO"),
    ("Jets struck it overnight.", "overnight", "2017-05-17TNI"),
    ("They will meet tonight.", "tonight", "2017-05-18TNI"),
    ("Jets struck it early on Tuesday morning.", "early on Tuesday morning", "2017-05-16TMO"),
    ("Jets struck it on the night of 3 April 2015.", "the night of 3 April 2015", "2015-04-03TNI"),
    ("Jets struck it in the early hours of Tuesday.", "the early hours of Tuesday", "2017-05-16TMO"),
    ("Jets struck it at dawn on Sunday.", "dawn on Sunday", "2017-05-14TMO"),
    ("Jets struck it at 5:30 a.m. on Tuesday.", "5:30 a.m. on Tuesday", "2017-05-16T05:30"),
    ("Jets struck it at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2017-05-17T22:00"),
    ("Jets struck it at 0530 GMT on Tuesday.", "0530 GMT on Tuesday", "2017-05-16T05:30Z"),
    ("Jets struck it at noon on Saturday.", "noon on Saturday", "2017-05-13T12:00"),
    ("The order of 051200Z JAN 91 was read.", "051200Z JAN 91", "1991-01-05T12:00Z"),
    ("Jets struck it at 2030 hours.", "2030 hours", "2017-05-18T20:30"),
    ("Jets struck it at midday on Wednesday.", "midday on Wednesday", "2017-05-17T12:00"),
    ("Jets struck it at 4:30 on Tuesday morning.", "4:30 on Tuesday morning", "2017-05-16T04:30"),
    ("Jets struck it at 4:30 on Tuesday afternoon.", "4:30 on Tuesday afternoon", "2017-05-16T16:30"),
    ("Jets struck it in the early hours of Tuesday morning.", "the early hours of Tuesday morning", "2017-05-16TMO"),
]

LENGTHS = [
    ("Siege lasted another week.", "another week", "DURATION", "P1W"),
    ("Siege lasted another ten days.", "another ten days", "DURATION", "P10D"),
    ("The siege lasted eight years.", "eight years", "DURATION", "P8Y"),
    ("The siege lasted more than three days.", "more than three days", "DURATION", "P3D"),
    ("A 72-hour truce began.", "72-hour", "DURATION", "PT72H"),
    ("A two-week truce began.", "two-week", "DURATION", "P2W"),
    ("The siege lasted half an hour.", "half an hour", "DURATION", "PT30M"),
    ("The siege lasted a year and a half.", "a year and a half", "DURATION", "P1Y6M"),
    ("The siege lasted two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
    ("The siege lasted several months.", "several months", "DURATION", "PXM"),
    ("The siege lasted months.", "months", "DURATION", "PXM"),
    ("The siege lasted twenty-four hours.", "twenty-four hours", "DURATION", "PT24H"),
    ("They fled in the past 24 hours.", "the past 24 hours", "DURATION", "PT24H"),
    ("They fled in the last two weeks.", "the last two weeks", "DURATION", "P2W"),
    ("The siege lasted a decade.", "a decade", "DURATION", "P1DE"),
    ("They strike every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
    ("They strike every day.", "every day", "SET", "P1D"),
    ("They strike every two weeks.", "every two weeks", "SET", "P2W"),
    ("They strike twice a week.", "twice a week", "SET", "P1W"),
    ("They strike each July.", "each July", "SET", "XXXX-07"),
    ("They strike on Tuesday nights.", "Tuesday nights", "SET", "XXXX-WXX-2TNI"),
    ("They strike annually.", "annually", "SET", "XXXX"),
    ("It lasted two hours and ten minutes.", "two hours and ten minutes", "DURATION", "PT2H10M"),
    ("It lasted a year and three months.", "a year and three months", "DURATION", "P1Y3M"),
    ("It lasted a month and a day.", "a month and a day", "DURATION", "P1M1D"),
    # ages
    ("He was 52 years old.", "52 years old", "DURATION", "P52Y"),
    ("A 23-year-old man died.", "23-year-old", "DURATION", "P23Y"),
]


@pytest.mark.parametrize(("sentence", "words", "value"), DATES, ids=[row[0] for row in DATES])
def test_dates(sentence: str, words: str, value: str) -> None:
    assert read(sentence) == [(words, "DATE", value)]


@pytest.mark.parametrize(("sentence", "words", "value"), TIMES, ids=[row[0] for row in TIMES])
def test_times(sentence: str, words: str, value: str) -> None:
    assert read(sentence) == [(words, "TIME", value)]


@pytest.mark.parametrize(("sentence", "words", "kind", "value"), LENGTHS, ids=[row[0] for row in LENGTHS])
def test_lengths_and_sets(sentence: str, words: str, kind: str, value: str) -> None:
    assert read(sentence) == [(words, kind, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 1,500 people fled.",
        "About 2000 soldiers fled.",
        "Two thousand troops fled.",
        "A second man died.",
        "She may fall in battle.",
        "Flight 1990 was lost.",
        "Aid of $1990 was lost.",
        "He was shot at 300 metres.",
        "The troops march south.",
        "A last minute offer was made.",
        "They fled to Cala Mar. Some died.",
        "The bomb struck at about 1730.",
    ],
)
def test_no_time(sentence: str) -> None:
    assert read(sentence) == []


SEVERAL = [
    ("The truce held between 3 and 5 May.", ["2017-05-03", "2017-05-05"]),
    ("The truce held from 3-5 May 2016.", ["2016-05-03", "2016-05-05"]),
    ("The truce held from May 3-5, 2016.", ["2016-05-03", "2016-05-05"]),
    ("The truce held from 30 April to 2 May 2016.", ["2016-04-30", "2016-05-02"]),
    ("They fought in 2013-14.", ["2013", "2014"]),
    ("They fought from 480 to 479 BC.", ["BC0480", "BC0479"]),
    ("They fought from March to May 1988.", ["1988-03", "1988-05"]),
    ("They fought on 2 March 2016. Two days later they fled.", ["2016-03-02", "2016-03-04"]),
    ("They fought on 2 March 2016. The next day they fled.", ["2016-03-02", "2016-03-03"]),
    ("They fought on 2 March 2016. A week earlier they fled.", ["2016-03-02", "2016-W08"]),
    ("They fought in March 2016. Later that year they fled.", ["2016-03", "2016"]),
    ("They fought on 2 March 2016. That night they fled.", ["2016-03-02", "2016-03-02TNI"]),
    ("They fought in the first quarter. A year earlier they fled.", ["2017-Q1", "2016-Q1"]),
]


@pytest.mark.parametrize(("text", "values"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_values_that_depend_on_one_another(text: str, values: list[str]) -> None:
    assert [value for _, _, value in read(text)] == values


def test_a_narrative_counts_from_its_own_line() -> None:
    text = (
        "In 1821 the northern war began. In March the army fled. By November 1821 it was lost. In February the rebels "
        "fled, as they had in 1815. On 3 July they fought. The next day they fled. The wars of 1824 and 1825 lasted."
    )
    expected = ["1821", "1821-03", "1821-11", "1822-02", "1815", "1822-07-03", "1822-07-04", "1824", "1825"]
    sentences = [parsed(sentence) for sentence in text.replace(". ", ".|").split("|")]
    doc = Doc.from_docs(sentences, ensure_whitespace=True)
    found = timexes(Document("history", doc.text, published="2009-12-19"), doc)
    assert [timex.value for timex in found] == expected


def test_without_publication_the_dateline_gives_the_day() -> None:
    assert read("LESK, 4 Feb 90 (NN) -- Jets struck it yesterday.", None)[1] == ("yesterday", "DATE", "1990-02-03")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Jets struck it in May.", "XXXX-05"),
        ("Jets struck it on 4 May.", "XXXX-05-04"),
        ("Jets struck it on Friday.", "XXXX-WXX-5"),
    ],
)
def test_without_any_day_the_value_stays_open(sentence: str, value: str) -> None:
    assert [found for _, _, found in read(sentence, None)] == [value]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2017-05-18", ("2017-05-18", "2017-05-18", "day")),
        ("2017-05-18TNI", ("2017-05-18", "2017-05-18", "day")),
        ("2017-W20", ("2017-05-15", "2017-05-21", "week")),
        ("2017-W20-WE", ("2017-05-20", "2017-05-21", "week")),
        ("2017-02", ("2017-02-01", "2017-02-28", "month")),
        ("2016-WI", ("2016-12-01", "2017-02-28", "season")),
        ("2017-Q2", ("2017-04-01", "2017-06-30", "season")),
        ("2017-H2", ("2017-07-01", "2017-12-31", "year")),
        ("2017", ("2017-01-01", "2017-12-31", "year")),
        ("199", ("1990-01-01", "1999-12-31", "unknown")),
    ],
)
def test_the_days_of_a_value(value: str, days: tuple[str, str, str]) -> None:
    found = interval(value)
    assert found is not None
    assert (str(found.start), str(found.end), found.precision) == days


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-05", "P2D", "BC0490", "2017-02-30", "XXXX-WXX-5"])
def test_values_without_days(value: str) -> None:
    assert interval(value) is None


def test_holidays_move() -> None:
    assert easter(2017).isoformat() == "2017-04-16"
    assert easter(2024).isoformat() == "2024-03-31"
    assert nth_weekday(2016, 11, 4, 4).isoformat() == "2016-11-24"
    assert nth_weekday(2016, 5, 1, -1).isoformat() == "2016-05-30"


@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_rules_match_whatever_the_case_and_give_the_text_as_it_stands(change: Callable[[str], str]) -> None:
    text = change("On 3 May 2016, two days later, by the İzmir road; last week; half a year ago; 15:30 GMT; in 44 B.C.")
    around = surroundings(lowered(text))
    found = [m for rule in RULES for m in matches(rule, text, lowered(text), around)]
    assert {"3 may 2016", "two days later", "last week", "half a year ago", "44 b.c."} <= {m[0].lower() for m in found}
    assert all(m[0] == text[m.start() : m.end()] for m in found)
