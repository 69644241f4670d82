"""Words of time in English: months, weekdays, units, numerals, seasons, parts of the day, holidays."""

from __future__ import annotations

MONTHS: dict[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

WEEKDAYS: dict[str, int] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip

WEEKDAY_ABBREVIATIONS: dict[str, int] = {
    "mon": 1, "tues": 2, "tue": 2, "wed": 3, "thurs": 4, "thur": 4, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

#: (first month, last month) of a season, northern half of the earth; winter ends in the year after
SEASON_MONTHS: dict[str, tuple[int, int]] = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}

#: part of the day -> TIMEX3 code
PARTS: dict[str, str] = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midday": "12:00",
    "afternoon": "AF",
    "afternoons": "AF", "evening": "EV", "evenings": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV",
    "night": "NI",
    "nights": "NI", "nighttime": "NI", "night-time": "NI", "daytime": "DT", "lunchtime": "MI",
}  # fmt: skip

CLOCK_WORDS: dict[str, str] = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

#: unit -> ISO 8601 duration letters; those with T are shorter than a day
UNITS: dict[str, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "N", "week": "W", "weekend": "WE",
    "fortnight": "W",
    "month": "M", "quarter": "Q", "season": "S", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
PLURALS: dict[str, str] = {
    "centuries": "century", "millennia": "millennium", "mins": "minute", "min": "minute", "hrs": "hour", "hr": "hour",
    "secs": "second", "sec": "second", "wks": "week", "yrs": "year", "yr": "year",
}  # fmt: skip

CARDINALS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES: dict[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1000}

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
    "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip

DECADES: dict[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

#: quantities without a figure
VAGUE: tuple[str, ...] = (
    "a few", "a couple of", "a couple", "several", "some", "many", "a number of", "numerous", "countless", "most of",
    "many more", "dozens of", "scores of", "hundreds of", "thousands of", "few", "a good many", "the few", "various",
)  # fmt: skip

#: words before a quantity that belong to the expression
APPROXIMATIONS: tuple[str, ...] = (
    "at least", "at most", "more than", "less than", "no more than", "no less than", "not more than", "fewer than",
    "up to", "just over", "just under", "well over", "a little over", "a little more than", "a little less than",
    "slightly more than", "slightly less than", "about", "around", "approximately", "roughly", "nearly", "almost",
    "over",
    "under", "some", "another", "an additional", "an estimated", "an entire", "barely", "as many as", "as little as",
    "as long as", "a mere", "a scant", "a full", "only", "close to", "almost exactly", "exactly", "perhaps", "maybe",
)  # fmt: skip

#: adjectives between a number and its unit
LENGTH_ADJECTIVES: tuple[str, ...] = (
    "more", "full", "further", "long", "consecutive", "straight", "additional", "successive", "trading", "business",
    "working", "calendar", "whole", "solid", "extra", "short", "bloody", "brutal", "tense", "violent", "deadly",
    "turbulent",
    "gruelling", "difficult", "hot", "cold", "tough", "fiscal", "school", "single", "entire", "previous", "peaceful",
)  # fmt: skip

#: fixed days: name -> (month, day)
HOLIDAYS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1), "new years day": (1, 1), "new year's eve": (12, 31), "epiphany": (1, 6),
    "valentine's day": (2, 14), "international women's day": (3, 8), "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17), "april fool's day": (4, 1), "april fools' day": (4, 1), "anzac day": (4, 25),
    "may day": (5, 1), "victory day": (5, 9), "ve day": (5, 8), "v-e day": (5, 8), "vj day": (8, 15), "v-j day": (8,
    15),
    "juneteenth": (6, 19), "canada day": (7, 1), "fourth of july": (7, 4), "july fourth": (7, 4),
    "bastille day": (7, 14), "assumption day": (8, 15), "halloween": (10, 31), "all saints' day": (11, 1),
    "all saints day": (11, 1), "all souls' day": (11, 2), "guy fawkes night": (11, 5), "armistice day": (11, 11),
    "remembrance day": (11, 11), "veterans day": (11, 11), "veteran's day": (11, 11), "veterans' day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25), "boxing day": (12,
    26),
    "nowruz": (3, 21), "newroz": (3, 21), "groundhog day": (2, 2), "columbus day": (10, 12),
}  # fmt: skip

#: days counted from Easter Sunday of the western churches
EASTER_HOLIDAYS: dict[str, int] = {
    "shrove tuesday": -47, "mardi gras": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3,
    "holy thursday": -3, "good friday": -2, "holy saturday": -1, "easter sunday": 0, "easter": 0, "easter monday": 1,
    "ascension day": 39, "pentecost": 49, "whit monday": 50, "corpus christi day": 60,
}  # fmt: skip

#: the n-th weekday of a month: name -> (month, weekday, n), n = -1 for the last
MOVABLE_HOLIDAYS: dict[str, tuple[int, int, int]] = {
    "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3),
    "president's day": (2, 1, 3), "mother's day": (5, 7, 2), "memorial day": (5, 1, -1), "father's day": (6, 7, 3),
    "labor day": (9, 1, 1), "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "black friday": (11, 5, 4),
}  # fmt: skip

#: names of days that fall on no fixed day of this calendar: recognised, left open
OPEN_HOLIDAYS: tuple[str, ...] = (
    "ramadan", "eid al-fitr", "eid al-adha", "eid", "ashura", "yom kippur", "rosh hashanah", "rosh hashana", "passover",
    "hanukkah", "chanukah", "sukkot", "purim", "shavuot", "diwali", "holi", "vesak", "lunar new year",
    "chinese new year",
    "orthodox easter", "orthodox christmas", "independence day", "republic day", "army day", "election day",
)  # fmt: skip

#: days that are known by a name: value
NAMED_DAYS: dict[str, str] = {"d-day": "1944-06-06", "9/11": "2001-09-11", "sept. 11 attacks": "2001-09-11"}

PRESENT: tuple[str, ...] = (
    "right now", "just now", "nowadays", "these days", "now", "currently", "current", "presently", "at present",
    "at the moment", "at this moment", "at this time", "at this stage", "at this point in time", "the present day",
    "present-day", "modern-day", "modern day", "the present", "for the time being", "the time being", "to date",
    "this crucial moment", "this very moment", "as of now",
)  # fmt: skip
PAST: tuple[str, ...] = (
    "recently", "more recently", "most recently", "recent", "formerly", "in the past", "the past",
    "the recent past", "the distant past", "not so long ago", "not long ago", "a long time ago", "long ago",
    "some time ago",
    "a while ago", "a short time ago", "a short while ago", "lately", "once upon a time", "the old days",
    "then-current", "back then", "moments ago",
)  # fmt: skip
FUTURE: tuple[str, ...] = (
    "the future", "the near future", "the foreseeable future", "the immediate future", "the not too distant future",
    "the not-too-distant future", "the distant future", "the coming future", "the near term", "the short term",
    "the long term", "the medium term", "a later date", "as soon as possible", "some day", "someday",
    "sooner or later",
)  # fmt: skip

#: adverb or adjective of repetition -> value
FREQUENCIES: dict[str, str] = {
    "hourly": "XXXX-XX-XXTXX", "daily": "XXXX-XX-XX", "nightly": "XXXX-XX-XXTNI", "weekly": "XXXX-WXX",
    "biweekly": "P2W", "fortnightly": "P2W", "monthly": "XXXX-XX", "bimonthly": "P2M",
    "yearly": "XXXX", "annually": "XXXX", "biannually": "P6M", "biennially": "P2Y", "everyday": "XXXX-XX-XX",
}  # fmt: skip

TIME_ZONES: tuple[str, ...] = (
    "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst", "msk", "eet", "ist",
    "z",
)  # fmt: skip
