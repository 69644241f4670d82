"""The constructions of time, in order: of two of one length at one place the earlier rule wins."""

from __future__ import annotations

from kg.linking.dates import clock, days, durations, guards, holidays, months, relative, years
from kg.linking.dates import vocabulary as words
from kg.linking.dates.patterns import Rule, alternatives

_DASH = r"[-\u2013\u2014]"
_OF_YEAR = r"(?:,? (?:of |in )?<year>|,? (?:of )?<short>|,? (?:of )?<which> year)"
_ERA = r"(?P<era> ?(?:BCE?\b|B\.C\.?))?"
_NEAR = (
    r"(?P<which2>(?:the )?(?:last|past|previous|preceding|next|following|coming|upcoming|subsequent|ensuing)"
    r"|this(?: past| coming| last)?|(?:the )?(?:very )?same|that(?: same| very)?|the current|the present|the prior)"
)
_SPAN = (
    r"(?P<which2>(?:the |its |their |his |her |our )?(?:last|past|previous|preceding|prior|next|following|coming|first"
    r"|final|latest|intervening|opening|closing))"
)
_AGO = r"(?:<about> )?<number>(?: full| long| short| bloody)? <unit>(?: or so)?"
_QUARTER = r"(?:the |its |their )?(?:(?P<fiscal>fiscal)[- ]|flat |latest )?<quarter>(?: fiscal)?[- ]quarter"

RULES: tuple[Rule, ...] = (
    # days of the calendar
    Rule("iso", r"(?P<y>[12]\d{3})-(?P<a>\d\d)-(?P<b>\d\d)(?=\D|T|$)", days.numeric_date),
    Rule("numeric", r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>[12]\d{3}|\d\d)", days.numeric_date),
    Rule(
        "military",
        r"(?P<dd>\d\d)(?P<hh>\d\d)(?P<mm>\d\d)(?P<z>[A-Z])(?: <month>(?: <year>| ?(?P<yy>\d\d))?)?",
        days.military,
    ),
    Rule(
        "day month in range",
        rf"<day> <month>(?= ?(?:{_DASH}|to|and|or|through|until) ?<day2> <month2>,? <year>)",
        days.full_date,
    ),
    Rule("month day in range", rf"<month> <day>(?= ?(?:{_DASH}|to|and|or|through) ?<day2>,? <year>)", days.full_date),
    Rule(
        "month day to month day",
        rf"<month> <day>(?= ?(?:{_DASH}|to|and|or|through|until) ?<month2> <day2>,? <year>)",
        days.full_date,
    ),
    Rule(
        "month in range",
        rf"<month>(?= ?(?:{_DASH}|to|and|or|through|until) ?<month2>,? <year>)",
        months.month_date,
        guards.capital,
    ),
    Rule(
        "day month year",
        r"(?:<weekday>,? )?(?:the )?<day>(?: of)? <month>"
        rf"(?:{_OF_YEAR}|,? (?P<yy>\d\d)(?=\s*(?:[(),.;:\]]|{_DASH}|$)))?",
        days.full_date,
        guards.dated,
    ),
    Rule(
        "ordinal of month",
        rf"(?:<weekday>,? )?the <ordinal>(?: day)? of <month>{_OF_YEAR}?",
        days.full_date,
        guards.dated,
    ),
    Rule(
        "day in range",
        rf"<day>(?= ?(?:{_DASH}|to|and|or|through|until) (?:the )?<day2>(?: of)? <month>{_OF_YEAR}?)",
        days.full_date,
        guards.dated,
    ),
    Rule(
        "day in dashed range", rf"<day>(?= ?{_DASH} ?<day2>(?: of)? <month>{_OF_YEAR}?)", days.full_date, guards.dated
    ),
    Rule(
        "month day year",
        rf"(?:<weekday>,? )?<month> (?:the )?(?:<day>|<ordinal>){_OF_YEAR}?(?! ?(?:percent|%))",
        days.full_date,
        guards.capital,
    ),
    Rule(
        "second day of range",
        rf"<month> \d{{1,2}} ?(?:{_DASH}|to|and|or|through) ?(?P<timex><day2>(?:,? <year>)?)(?! \w+s\b)",
        days.later_day,
        guards.capital,
    ),
    Rule(
        "second day of dashed range",
        rf"<month> \d{{1,2}}{_DASH}(?P<timex><day2>(?:,? <year>)?)",
        days.later_day,
        guards.capital,
    ),
    Rule(
        "day of the month",
        r"(?:on|by|of|until|since|before|from|to|and) (?P<timex>the (?P<ordinal>\d+(?:st|nd|rd|th)))",
        days.day_of_month,
        guards.noun_after,
    ),
    Rule("month year", rf"<month>{_OF_YEAR}", months.month_date, guards.dated),
    Rule("near month", rf"{_NEAR} <month>", months.near_month, guards.capital),
    Rule("month", r"<month>", months.month_date, guards.bare_month),
    Rule("season year", rf"(?:the )?<season>{_OF_YEAR}", months.season_date),
    Rule("near season", rf"{_NEAR} <season>", months.season_date),
    Rule("season", r"(?:the )?<season>", months.season_date, guards.season),
    Rule("holiday", rf"(?:{_NEAR} )?<holiday>{_OF_YEAR}?", holidays.holiday_date, guards.capital),
    Rule(
        "anniversary",
        r"the (?:<ordinal>(?:-year)? )?anniversary(?: of (?:the )?(?:<month> <day>|<day2> <month2>|"
        rf"(?P<named>{alternatives(words.NAMED_DAYS)})))?",
        days.anniversary,
    ),
    Rule("named day", rf"(?:{alternatives(words.NAMED_DAYS)})", days.named_day),
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
        rf"(?P<year1>1\d{{3}}|20\d\d) ?(?:{_DASH}|/) ?(?P<timex>(?P<short2>\d\d))",
        years.year_date,
    ),
    Rule("apostrophe year", r"<short>", years.year_date),
    Rule(
        "ancient year in range",
        rf"(?P<timex>\d{{1,4}})(?= ?(?:{_DASH}|to|and|or) ?\d{{1,4}} ?(?:BCE?\b|B\.C))",
        years.ancient_year,
    ),
    Rule("ancient year", r"(?:in|by|of|from|since|until|and|to) (?P<timex>\d{3})", years.ancient_year, guards.ancient),
    Rule("year of a period", r"(?:the )?<year> (?P<unit>quarter|period)", relative.period_of_year),
    Rule(
        "year in words",
        r"(?:<month> )?(?P<words>(?:eighteen|nineteen)[- ](?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
        r"|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|two thousand(?: and)?(?: (?:one|two"
        r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)",
        years.worded_year,
        guards.worded_year,
    ),
    Rule("decade", rf"(?:the )?'?(?P<decades>\d{{3}}0|[2-9]0)'?s{_ERA}", years.decade_date),
    Rule("decade in words", r"the <decade>", years.decade_date),
    Rule("century", rf"(?:the )?<ordinal>[- ]century{_ERA}", years.century_date),
    Rule("quarter", rf"{_QUARTER}{_OF_YEAR}?", years.quarter_date),
    Rule(
        "quarter after year", r"(?:the )?(?:<year>|<which> year's)(?: fiscal)? <quarter>[- ]quarter", years.quarter_date
    ),
    Rule("short quarter", r"Q(?P<number9>[1-4])(?: of)?(?: <year>)?", years.quarter_date),
    Rule("half", rf"(?:the )?(?P<half>first|second|last|latter|former|1st|2nd)[- ]half{_OF_YEAR}", years.half_date),
    # clock
    Rule(
        "clock",
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.m\.?|[ap]m\b)(?:,? \(?<zone>\)?)?",
        clock.clock,
    ),
    Rule("o'clock", r"(?P<hour>\d\d?|<figure>) o'clock", clock.clock_hour, cue="clock"),
    Rule(
        "clock of 24 hours",
        r"(?P<hour>\d\d?):?(?P<minute>\d\d)(?::\d\d)? ?(?:(?P<hours>hrs|hours local time|hours)|<zone>)?",
        clock.clock,
        guards.clock_time,
    ),
    Rule("noon", r"(?P<clockword>noon|midnight)", clock.clock),
    # days counted from now
    Rule("near weekday", rf"{_NEAR} <fullday>", days.near_day_name, guards.capital),
    Rule("weekday", r"<fullday>", days.day_name, guards.capital),
    Rule(
        "deictic day",
        r"(?:(?P<beyond>the day (?:before|after)) )?(?P<deictic>today|yesterday|tomorrow|tonight)",
        relative.deictic_day,
    ),
    Rule(
        "part of day",
        r"(?P<which2>this|last|that(?: same| very)?|the (?:next|following|previous|same)|the) <part>",
        relative.part_of_day,
    ),
    Rule("overnight", r"overnight", relative.overnight),
    Rule("ago", rf"{_AGO} ago", relative.ago, cue=" ago"),
    Rule("from now", rf"{_AGO} (?:from now|hence)", relative.hence, cue="now"),
    Rule("earlier", rf"{_AGO} (?P<way>earlier|before|previously|prior|beforehand)", relative.earlier, guards.ago_span),
    Rule("later", rf"{_AGO} (?P<way>later|after|afterwards?|thereafter)", relative.later, guards.ago_span),
    Rule("years on", rf"{_AGO} on(?=,)", relative.present, cue=" on,"),
    Rule("weekdays ago", r"<figure> <fullday>s ago", relative.weekdays_ago, cue="s ago"),
    Rule(
        "units ago", r"(?P<unit>days|weeks|months|years|decades|centuries|minutes|hours) (?:ago|earlier)", relative.past
    ),
    Rule("units later", r"(?P<unit>days|weeks|months|years|decades|centuries|minutes|hours) later", relative.future),
    Rule(
        "recent units",
        r"(?:the )?(?:recent|past) (?:days|weeks|months|quarters|years|decades|times|memory)(?: and (?:weeks"
        r"|months|years))?",
        relative.past,
    ),
    Rule(
        "week of month",
        rf"the (?P<half>first|second|third|fourth|last|final|opening|closing) week (?:of|in) <month>{_OF_YEAR}?",
        months.week_of_month,
        guards.capital,
    ),
    Rule("last few units", r"the (?:last|past|next|coming) (?:few|several) <unit>", durations.length),
    Rule(
        "coming units",
        r"(?:the )?(?:coming|future|upcoming) (?:days|weeks|months|quarters|years|decades)",
        relative.future,
    ),
    Rule("near unit", rf"{_NEAR}(?: (?:fiscal|calendar|financial))? <unit>", relative.near_unit),
    Rule(
        "current unit",
        r"(?:the )?(?P<which2>current|present|following|previous|next|same|ongoing) (?:fiscal |calendar "
        r"|financial )?<unit>",
        relative.near_unit,
    ),
    Rule("earlier in unit", r"(?:earlier|later|late|early) in the <unit>", relative.bare_unit),
    Rule("bare unit", r"the (?:fiscal |full |calendar )?(?P<unit>weekend|quarter)", relative.bare_unit),
    Rule("whole unit", r"the (?:fiscal|full|calendar|financial) (?P<unit>year|month|week)", relative.bare_unit),
    Rule("latest period", r"(?:the |its )?(?:latest|just-ended) (?P<unit>quarter|period)", relative.latest_period),
    Rule(
        "end of unit",
        r"(?:the (?:end|beginning|start|middle|rest|remainder|close|first half|second half|latter half|latter"
        r" part|early part)|earlier|later|early|late|elsewhere) (?:of|in) the (?P<unit>day|week|month|year"
        r"|quarter|decade|century|season)",
        relative.bare_unit,
    ),
    Rule("year-end", r"(?:the )?(?P<unit>year|month|quarter|decade|season|week)(?:'s|[- ]) ?end", relative.year_end),
    Rule(
        "year-ago period",
        r"(?:the )?(?:comparable |corresponding |same )?(?:year[- ]ago|year[- ]earlier|year[- ]before)(?: "
        r"(?:period|quarter))?",
        relative.compared_period,
    ),
    Rule(
        "period last year",
        r"(?:the )?(?:comparable|corresponding|same) (?:period|quarter)(?: (?:of )?(?:last year|a year (?:ago"
        r"|earlier|before)))?",
        relative.compared_period,
    ),
    # references
    Rule("present", rf"(?:{alternatives(words.PRESENT)})", relative.present, guards.adjective_now),
    Rule("past", rf"(?:{alternatives(words.PAST)})", relative.past, guards.adjective_now),
    Rule("future", rf"(?:{alternatives(words.FUTURE)})", relative.future, guards.adjective_now),
    # lengths and sets
    Rule(
        "length",
        r"(?:<about> )?<number>(?:<to><figure>)?(?:[- ]| <adjective> )<unit>(?:-(?:long|old))?(?: or so| and a half)?",
        durations.length,
        guards.no_ordinal,
    ),
    Rule(
        "span",
        rf"(?:(?!over\b|under\b)<about> )?(?:each of )?{_SPAN} <number>(?:<to><figure>)? <unit>(?: or so)?",
        durations.length,
    ),
    Rule("long", r"(?P<unit>week|month|year|decade|hour|day)s?[- ]long", durations.single),
    Rule(
        "bare units",
        r"(?:the )?(?P<unit>days|weeks|months|years|decades|centuries|hours)",
        durations.length,
        guards.units_alone,
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
    ),
    Rule("weekdays", r"<fullday>s?(?: (?P<part>nights|mornings|evenings|afternoons))", durations.repeated_day),
    Rule("days of the week", r"(?:on )?(?P<timex><fullday>s)", durations.repeated_day),
    Rule("frequency", rf"(?:{alternatives(words.FREQUENCIES)})", durations.frequency),
)
