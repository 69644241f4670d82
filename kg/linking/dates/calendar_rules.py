"""Constructions that name days, months, years and hours, in order."""

from __future__ import annotations

from kg.linking.dates import clock, days, guards, holidays, months, relative, years
from kg.linking.dates import vocabulary as words
from kg.linking.dates.patterns import Rule, alternatives
from kg.linking.dates.phrases import DASH, NEAR, OF_YEAR

_ERA = r"(?P<era> ?(?:BCE?\b|B\.C\.?))?"
_QUARTER = r"(?:the |its |their )?(?:(?P<fiscal>fiscal)[- ]|flat |latest )?<quarter>(?: fiscal)?[- ]quarter"

CALENDAR: tuple[Rule, ...] = (
    # days of the calendar
    Rule("iso", r"(?P<y>[12]\d{3})-(?P<a>\d\d)-(?P<b>\d\d)(?=\D|T|$)", days.numeric_date, cue=r"\d-\d"),
    Rule(
        "numeric",
        r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>[12]\d{3}|\d\d)",
        days.numeric_date,
        cue=r"\d[./]\d",
    ),
    Rule(
        "military",
        r"(?P<dd>\d\d)(?P<hh>\d\d)(?P<mm>\d\d)(?P<z>[A-Z])(?: <month>(?: <year>| ?(?P<yy>\d\d))?)?",
        days.military,
        cue=r"\d{6}",
    ),
    Rule(
        "day month in range",
        rf"<day> <month>(?= ?(?:{DASH}|to|and|or|through|until) ?<day2> <month2>,? <year>)",
        days.full_date,
    ),
    Rule("month day in range", rf"<month> <day>(?= ?(?:{DASH}|to|and|or|through) ?<day2>,? <year>)", days.full_date),
    Rule(
        "month day to month day",
        rf"<month> <day>(?= ?(?:{DASH}|to|and|or|through|until) ?<month2> <day2>,? <year>)",
        days.full_date,
    ),
    Rule(
        "month in range",
        rf"<month>(?= ?(?:{DASH}|to|and|or|through|until) ?<month2>,? <year>)",
        months.month_date,
        guards.capital,
    ),
    Rule(
        "day month year",
        r"(?:<weekday>,? )?(?:the )?<day>(?: of)? <month>"
        rf"(?:{OF_YEAR}|,? (?P<yy>\d\d)(?=\s*(?:[(),.;:\]]|{DASH}|$)))?",
        days.full_date,
        guards.dated,
    ),
    Rule(
        "ordinal of month",
        rf"(?:<weekday>,? )?the <ordinal>(?: day)? of <month>{OF_YEAR}?",
        days.full_date,
        guards.dated,
    ),
    Rule(
        "day in range",
        rf"<day>(?= ?(?:{DASH}|to|and|or|through|until) (?:the )?<day2>(?: of)? <month>{OF_YEAR}?)",
        days.full_date,
        guards.dated,
        cue="<month>",
    ),
    Rule(
        "day in dashed range",
        rf"<day>(?= ?{DASH} ?<day2>(?: of)? <month>{OF_YEAR}?)",
        days.full_date,
        guards.dated,
        cue="<month>",
    ),
    Rule(
        "month day year",
        rf"(?:<weekday>,? )?<month> (?:the )?(?:<day>|<ordinal>){OF_YEAR}?(?! ?(?:percent|%))",
        days.full_date,
        guards.capital,
    ),
    Rule(
        "second day of range",
        rf"<month> \d{{1,2}} ?(?:{DASH}|to|and|or|through) ?(?P<timex><day2>(?:,? <year>)?)(?! \w+s\b)",
        days.later_day,
        guards.capital,
    ),
    Rule(
        "second day of dashed range",
        rf"<month> \d{{1,2}}{DASH}(?P<timex><day2>(?:,? <year>)?)",
        days.later_day,
        guards.capital,
    ),
    Rule(
        "day of the month",
        r"(?:on|by|of|until|since|before|from|to|and) (?P<timex>the (?P<ordinal>\d+(?:st|nd|rd|th)))",
        days.day_of_month,
        guards.noun_after,
        cue=r"the \d",
    ),
    Rule("month year", rf"<month>{OF_YEAR}", months.month_date, guards.dated),
    Rule("near month", rf"{NEAR} <month>", months.near_month, guards.capital),
    Rule("month", r"<month>", months.month_date, guards.bare_month),
    Rule("season year", rf"(?:the )?<season>{OF_YEAR}", months.season_date),
    Rule("near season", rf"{NEAR} <season>", months.season_date),
    Rule("season", r"(?:the )?<season>", months.season_date, guards.season),
    Rule("holiday", rf"(?:{NEAR} )?<holiday>{OF_YEAR}?", holidays.holiday_date, guards.capital),
    Rule(
        "anniversary",
        r"the (?:<ordinal>(?:-year)? )?anniversary(?: of (?:the )?(?:<month> <day>|<day2> <month2>|"
        rf"(?P<named>{alternatives(words.NAMED_DAYS)})))?",
        days.anniversary,
        cue="anniversary",
    ),
    Rule("named day", rf"(?:{alternatives(words.NAMED_DAYS)})", days.named_day, cue=alternatives(words.NAMED_DAYS)),
    # years and wider
    Rule(
        "fiscal year",
        r"(?P<fiscal>fiscal(?: year)?|financial year|(?:the )?calendar(?: year)?|the year|year) <year>",
        years.year_date,
        guards.year,
    ),
    Rule("year", r"<year>(?!s\b)", years.year_date, guards.year),
    Rule(
        "year of two figures",
        rf"(?P<year1>1\d{{3}}|20\d\d) ?(?:{DASH}|/) ?(?P<timex>(?P<short2>\d\d))",
        years.year_date,
        cue=r"\d\d ?[-/\u2013\u2014] ?\d",
    ),
    Rule("apostrophe year", r"<short>", years.year_date),
    Rule(
        "ancient year in range",
        rf"(?P<timex>\d{{1,4}})(?= ?(?:{DASH}|to|and|or) ?\d{{1,4}} ?(?:BCE?\b|B\.C))",
        years.ancient_year,
        cue=r"\d ?b\.?c",
    ),
    Rule(
        "ancient year",
        r"(?:in|by|of|from|since|until|and|to) (?P<timex>\d{3})",
        years.ancient_year,
        guards.ancient,
        cue=r" \d{3}",
    ),
    Rule("year of a period", r"(?:the )?<year> (?P<unit>quarter|period)", relative.period_of_year),
    Rule(
        "year in words",
        r"(?:<month> )?(?P<words>(?:eighteen|nineteen)[- ](?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
        r"|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|two thousand(?: and)?(?: (?:one|two"
        r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)",
        years.worded_year,
        guards.worded_year,
        cue="eighteen|nineteen|two thousand",
    ),
    Rule("decade", rf"(?:the )?'?(?P<decades>\d{{3}}0|[2-9]0)'?s{_ERA}", years.decade_date, cue="0'?s"),
    Rule("decade in words", r"the <decade>", years.decade_date),
    Rule("century", rf"(?:the )?<ordinal>[- ]century{_ERA}", years.century_date),
    Rule("quarter", rf"{_QUARTER}{OF_YEAR}?", years.quarter_date),
    Rule(
        "quarter after year", r"(?:the )?(?:<year>|<which> year's)(?: fiscal)? <quarter>[- ]quarter", years.quarter_date
    ),
    Rule("short quarter", r"Q(?P<number9>[1-4])(?: of)?(?: <year>)?", years.quarter_date, cue="q[1-4]"),
    Rule(
        "half",
        rf"(?:the )?(?P<half>first|second|last|latter|former|1st|2nd)[- ]half{OF_YEAR}",
        years.half_date,
        cue="half",
    ),
    # clock
    Rule(
        "clock",
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.m\.?|[ap]m\b)(?:,? \(?<zone>\)?)?",
        clock.clock,
        cue=r"[ap]\.?m",
    ),
    Rule("o'clock", r"(?P<hour>\d\d?|<figure>) o'clock", clock.clock_hour, cue="clock"),
    Rule(
        "clock of 24 hours",
        r"(?P<hour>\d\d?):?(?P<minute>\d\d)(?::\d\d)? ?(?:(?P<hours>hrs|hours local time|hours)|<zone>)?",
        clock.clock,
        guards.clock_time,
        cue=r"\d:?\d\d",
    ),
    Rule("noon", r"(?P<clockword>noon|midday|midnight)", clock.clock, cue="noon|midday|midnight"),
    Rule(
        "hour of a part of the day",
        r"(?P<hour>\d{1,2}|<figure>)(?::(?P<minute>\d\d))? (?:in the (?P<when>morning|afternoon|evening)|(?P<late>at night))",
        clock.hour_of_part,
        cue="in the (?:morning|afternoon|evening)|at night",
    ),
)
