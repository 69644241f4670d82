"""Constructions that count from now or from what was told, lengths and repeated times, in order."""

from __future__ import annotations

from kg.linking.dates import days, durations, guards, months, relative
from kg.linking.dates import vocabulary as words
from kg.linking.dates.patterns import Rule, alternatives
from kg.linking.dates.phrases import NEAR, OF_YEAR

_SPAN = (
    r"(?P<which2>(?:the |its |their |his |her |our )?(?:last|past|previous|preceding|prior|next|following|coming|first"
    r"|final|latest|intervening|opening|closing))"
)
_AGO = r"(?:<about> )?<number>(?: full| long| short| bloody)? <unit>(?: or so)?"

RELATIVE: tuple[Rule, ...] = (
    # days counted from now
    Rule("near weekday", rf"{NEAR} <fullday>", days.near_day_name, guards.capital),
    Rule(
        "weekday of week",
        r"<fullday>(?: (?:of|in))? (?P<which2>last|next|this|the (?:following|next|previous|same)) week",
        days.day_of_week,
        guards.capital,
        cue="week",
    ),
    Rule("weekday", r"<fullday>", days.day_name, guards.capital),
    Rule(
        "deictic day",
        r"(?:(?P<beyond>the day (?:before|after)) )?(?P<deictic>today|yesterday|tomorrow|tonight)",
        relative.deictic_day,
        cue="today|yesterday|tomorrow|tonight",
    ),
    Rule(
        "part of day",
        r"(?P<which2>this|last|that(?: same| very)?|the (?:next|following|previous|same)|the) <part>",
        relative.part_of_day,
    ),
    Rule("overnight", r"overnight", relative.overnight, cue="overnight"),
    Rule("ago to the day", rf"{_AGO} ago (?P<deictic>today|yesterday|tomorrow)", relative.ago_to_the_day, cue=" ago"),
    Rule("ago", rf"{_AGO} ago", relative.ago, cue=" ago"),
    Rule("from now", rf"{_AGO} (?:from now|hence)", relative.hence, cue="from now|hence"),
    Rule("earlier", rf"{_AGO} (?P<way>earlier|before|previously|prior|beforehand)", relative.earlier, guards.ago_span),
    Rule("later", rf"{_AGO} (?P<way>later|after|afterwards?|thereafter)", relative.later, guards.ago_span),
    Rule("years on", rf"{_AGO} on(?=,)", relative.present, cue=" on,"),
    Rule(
        "day beside",
        r"the (?P<unit>day|night) (?P<way>before|after)(?=[,.;]| (?:to|in|at|by|near|outside|from) )",
        relative.day_beside,
        cue="before|after",
    ),
    Rule("before last", r"the (?P<unit>week|month|year) before last", relative.before_last, cue="before last"),
    Rule("weekdays ago", r"<figure> <fullday>s ago", relative.weekdays_ago, cue="s ago"),
    Rule(
        "units ago",
        r"(?P<unit>days|weeks|months|years|decades|centuries|minutes|hours) (?:ago|earlier)",
        relative.past,
        cue="s (?:ago|earlier)",
    ),
    Rule(
        "units later",
        r"(?P<unit>days|weeks|months|years|decades|centuries|minutes|hours) later",
        relative.future,
        cue="s later",
    ),
    Rule(
        "recent units",
        r"(?:the )?(?:recent|past) (?:days|weeks|months|quarters|years|decades|times|memory)(?: and (?:weeks"
        r"|months|years))?",
        relative.past,
        cue="recent|past",
    ),
    Rule(
        "week of month",
        rf"the (?P<half>first|second|third|fourth|last|final|opening|closing) week (?:of|in) <month>{OF_YEAR}?",
        months.week_of_month,
        guards.capital,
    ),
    Rule("last few units", r"the (?:last|past|next|coming) (?:few|several) <unit>", durations.length),
    Rule(
        "coming units",
        r"(?:the )?(?:coming|future|upcoming) (?:days|weeks|months|quarters|years|decades)",
        relative.future,
        cue="coming|future",
    ),
    Rule("near unit", rf"{NEAR}(?: (?:fiscal|calendar|financial))? <unit>", relative.near_unit),
    Rule(
        "current unit",
        r"(?:the )?(?P<which2>current|present|following|previous|next|same|ongoing) (?:fiscal |calendar "
        r"|financial )?<unit>",
        relative.near_unit,
    ),
    Rule("earlier in unit", r"(?:earlier|later|late|early) in the <unit>", relative.bare_unit),
    Rule(
        "bare unit",
        r"the (?:fiscal |full |calendar )?(?P<unit>weekend|quarter)",
        relative.bare_unit,
        cue="weekend|quarter",
    ),
    Rule(
        "whole unit",
        r"the (?:fiscal|full|calendar|financial) (?P<unit>year|month|week)",
        relative.bare_unit,
        cue="fiscal|full|calendar|financial",
    ),
    Rule(
        "latest period",
        r"(?:the |its )?(?:latest|just-ended) (?P<unit>quarter|period)",
        relative.latest_period,
        cue="latest|just-ended",
    ),
    Rule(
        "end of unit",
        r"(?:the (?:end|beginning|start|middle|rest|remainder|close|first half|second half|latter half|latter"
        r" part|early part)|earlier|later|early|late|elsewhere) (?:of|in) the (?P<unit>day|week|month|year"
        r"|quarter|decade|century|season)",
        relative.bare_unit,
        cue="(?:of|in) the",
    ),
    Rule(
        "year-end",
        r"(?:the )?(?P<unit>year|month|quarter|decade|season|week)(?:'s|[- ]) ?end",
        relative.year_end,
        cue="(?:'s|[- ]) ?end",
    ),
    Rule(
        "year-ago period",
        r"(?:the )?(?:comparable |corresponding |same )?(?:year[- ]ago|year[- ]earlier|year[- ]before)(?: "
        r"(?:period|quarter))?",
        relative.compared_period,
        cue="year[- ](?:ago|earlier|before)",
    ),
    Rule(
        "period last year",
        r"(?:the )?(?:comparable|corresponding|same) (?:period|quarter)(?: (?:of )?(?:last year|a year (?:ago"
        r"|earlier|before)))?",
        relative.compared_period,
        cue="period|quarter",
    ),
    # references
    Rule(
        "present",
        rf"(?:{alternatives(words.PRESENT)})",
        relative.present,
        guards.adjective_now,
        cue=alternatives(words.PRESENT),
    ),
    Rule("past", rf"(?:{alternatives(words.PAST)})", relative.past, guards.adjective_now, cue=alternatives(words.PAST)),
    Rule(
        "future",
        rf"(?:{alternatives(words.FUTURE)})",
        relative.future,
        guards.adjective_now,
        cue=alternatives(words.FUTURE),
    ),
    # lengths and sets
    Rule(
        "length",
        r"(?:<about> )?<number>(?:<to><figure>)?(?:[- ]| <adjective> )<unit>(?:-(?:long|old)| old| of age)?"
        r"(?: or so| and a half)?",
        durations.length,
        guards.no_ordinal,
    ),
    Rule(
        "two lengths",
        r"(?:<about> )?<number> <unit>(?:,| and|, and) (?P<more>\d+|an?|<figure>) (?P<less>months|weeks|days|hours|minutes"
        r"|month|week|day|hour|minute)",
        durations.two_lengths,
        cue=r"(?:month|week|day|hour|minute)s?",
    ),
    Rule("further length", r"(?:yet )?another(?: <figure>)? <unit>(?: or so)?", durations.further, cue="another"),
    Rule(
        "span",
        rf"(?:(?!over\b|under\b)<about> )?(?:each of )?{_SPAN} <number>(?:<to><figure>)? <unit>(?: or so)?",
        durations.length,
    ),
    Rule("long", r"(?P<unit>week|month|year|decade|hour|day)s?[- ]long", durations.single, cue="[- ]long"),
    Rule(
        "bare units",
        r"(?:the )?(?P<unit>days|weeks|months|years|decades|centuries|hours)",
        durations.length,
        guards.units_alone,
        cue="days|weeks|months|years|decades|centuries|hours",
    ),
    Rule(
        "repeated",
        r"(?:every|each|per|(?:once|twice|three times|four times|several times) (?:a|an|each|every|per))(?: "
        r"(?:other|single))?(?: <figure>)? <unit>",
        durations.repeated,
    ),
    Rule(
        "repeated day",
        r"(?:every|each)(?: other)? (?:(?:<fullday>|<month>|<season>)(?: <part>)?|<part2>)",
        durations.repeated_day,
        cue="every|each",
    ),
    Rule("weekdays", r"<fullday>s?(?: (?P<part>nights|mornings|evenings|afternoons))", durations.repeated_day),
    Rule("days of the week", r"(?:on )?(?P<timex><fullday>s)", durations.repeated_day),
    Rule(
        "frequency", rf"(?:{alternatives(words.FREQUENCIES)})", durations.frequency, cue=alternatives(words.FREQUENCIES)
    ),
)
