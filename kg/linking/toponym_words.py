"""Words that tell place names from other names, and how much each sign of a place name weighs."""

from __future__ import annotations

import re

from kg.ontology.word_classes import word_class

LOCATIVE = frozenset(
    "in at near from to outside around across toward towards into through inside throughout via between within".split()
)
POINTS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central "
    "northeastern northwestern southeastern southwestern".split()
)
#: lower-case words that may stand inside a name
INNER = frozenset(
    "of the de la le les los las del da do dos das du des di al el ul ad as ar az ez es ed en et au aux sous and upon "
    "on y e van der den im am bei in air".split()
)
#: feature words that may close a name in lower case: "Helmand province"
FEATURES = frozenset(
    "province provinces governorate state region oblast district county prefecture city town village island islands "
    "peninsula river valley desert mountains airport airbase base camp garrison refugee port crossing strait corridor "
    "dam".split()
)
#: nouns with "of" before a name: "the village of", "the siege of"
AREAS = frozenset(
    "city cities town towns village villages province provinces state states region regions district districts "
    "county governorate port capital island suburb suburbs neighborhood neighborhoods neighbourhood "
    "neighbourhoods area areas part parts countryside outskirts streets coast siege battle fall centre center "
    "airport airports airbase garrison mayor governor bishop archbishop residents inhabitants".split()
)
#: words between a name and the name of what it lies in, in this order
HOLDING = ((",", "("), ("in",), ("a", "the"), POINTS, AREAS, ("of", "in"), ("the",), POINTS)
JOINED = ((",",), ("and",), (",", "and"), ("or",), (",", "or"))
#: verbs whose object is often a place, and nouns with "on" before one
TAKING = (
    word_class("entering")
    | word_class("taking")
    | frozenset({"leave", "reach", "quit", "flee", "visit", "hit", "pound"})
)
#: verbs whose subject in the passive is a place: "*Lesk* was shelled"; nouns with "of" before one: "the capture of *Lesk*"
TAKEN = word_class("besieging") | {"shell", "bombard", "pound", "liberate"}
TAKINGS = frozenset(
    "capture recapture control seizure shelling bombing bombardment occupation liberation storming encirclement".split()
)
ASSAULTS = frozenset(
    "attack attacks assault assaults offensive raid raids strike strikes airstrike airstrikes advance march "
    "bombardment shelling fell fall rained rain advanced marched descended".split()
)
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof. professor gen. general col. colonel capt. captain lt. lieutenant "
    "maj. major sgt. sergeant president minister gov. governor sen. senator rep. congressman judge justice chief "
    "sheriff coach sir lord lady king queen prince princess pope rev. father sister".split()
)
#: public bodies that sit in the place they are named after: "Mosul University", "Laurel County Sheriff's Office"
BODIES = frozenset(
    "police sheriff fire court courthouse council city county town township state school schools high middle "
    "elementary university college hospital house senate legislature assembly parliament mayor municipal public "
    "superintendent district commission commissioners board airport airbase military air naval station jail "
    "prison zoo library attorney circuit medical prosecutor governorate province refinery dam".split()
)
#: words beside a name -> the kind of place it names
HINTS = {
    word: kind
    for kind, words in {
        "admin1": "province provinces governorate governorates oblast oblasts region regions state states department "
        "prefecture",
        "admin2": "district districts county counties",
        "city": "city town village suburb hamlet municipality settlement",
        "airport": "airport airbase airfield",
    }.items()
    for word in words.split()
}
#: words of direction or kind and the like: places only with more words beside them
GENERIC = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "region delta gulf port village district county province state city town center centre union republic island "
    "islands river rivers lake hill hills park valley bay beach hall lot mid hope god man police st saint santa "
    "claus white house capital capitol university college national international world earth sun moon mars "
    "jupiter venus allah jesus hamas nato vice battle justice supreme".split()
)
#: words that end the name of a part of a town: "*Hickory* Hill" is not in Hickory, "Orange *Mound*" not in Mound
TAILS = frozenset(
    "hill hills heights park mound grove gardens point ridge creek springs woods estates meadows terrace manor flats "
    "village landing crossing corner corners forest acres place plaza court".split()
)
#: words that end the name of a street or building: "London *Bridge*" is no place called Bridge
ENDS = frozenset("street road avenue square boulevard lane bridge station gate".split())
NEVER = frozenset(
    "white house|santa claus|united nations|st patrick|saint patrick|el nino|la nina|united way|god|allah|jesus|hamas|"
    "nato|north|south|east|west|northeast|northwest|southeast|southwest|earth|"
    "north side|south side|east side|west side|north end|south end|east end|west end".split("|")
)
#: months that are towns as well
MONTHS = frozenset("march april may june july august".split())
COUNTY = frozenset("County Parish Borough Township Province Governorate Oblast District Region Prefecture".split())
#: participles that make a name before a hyphen an actor's: "Saudi-led"
STANCES = frozenset(
    "led backed run allied supported sponsored funded trained linked aligned controlled brokered made born".split()
)
#: what somebody has and no town: "*Rivera's* murder", "*Lesk's* widow"
PERSONAL = frozenset(
    "murder assassination death kidnapping abduction killer killers assassin assassins body corpse widow wife husband "
    "brother sister son daughter father mother parents family relatives bodyguard bodyguards driver lawyer attorney".split()
)
PLURALS = frozenset("counties townships districts provinces parishes governorates suburbs".split())
#: parties before the seat of a member: "D-Charleston"
PARTIES = frozenset("D R DFL I NDP Lib Con Lab".split())
DEMONYM = re.compile(r"(?:ian|ean|ese|ish|ans|iot|[^aeiou]i|is)$")
#: how much each sign speaks for a place name (log-odds).  Set by hand, drawn towards a logistic fit on LGL and GeoVirus
#: where that did not only follow their habit of marking places inside the names of organisations, then rounded
WEIGHTS = {
    # what the statistical model holds the words for; "part": it takes more words than these
    "GPE": 2.0, "GPE part": 1.2, "LOC": 1.8, "LOC part": 0.9, "FAC": 0.7, "FAC part": -0.2, "ORG": -0.4,
    "ORG part": -3.0, "PERSON": -1.2, "PERSON part": -3.0, "NORP": -0.8, "NORP part": -1.8, "PRODUCT": -1.0,
    "PRODUCT part": -1.4, "other": -1.9, "other part": -2.6, "none": -0.8,
    # the best-known bearer of the name
    "country": 2.8, "admin1": 2.1, "admin2": 0.6, "city": 0.6, "region": 1.6, "base": 1.5, "airport": 1.5,
    "point": 1.5, "size": 0.5, "alternate": -0.6, "words": 0.4, "country told": 0.5,
    # the words around
    "locative": 1.0, "in": 0.6, "longer": -3.0, "direction": 1.8, "taken": 1.6, "area of": 2.9, "dateline": 2.9, "container": 2.9,
    "contained": 2.9, "listed": 1.5, "elsewhere": -9.0,
    "county": 2.3, "counties": 3.0, "party": 3.0, "body after": 2.4,
    "name after": -1.0, "name before": -0.8, "initial": -1.8, "title": -5.0, "surname": -2.2, "personal": -2.5, "hyphen": -0.9,
    "stance": -6.0, "weapon": -3.0, "ship": -5.0,
    # the words themselves
    "not a name": -1.8, "first": -0.3, "abbreviation": -3.0, "generic": -4.0, "never": -9.0, "demonym": -6.0,
    "capitals": -2.7, "restored": -1.3, "lower": -1.5,
}  # fmt: skip
BIAS = -0.7
#: what has the name of a town and is none: "the destroyer *Sheffield*"
SHIPS = frozenset(
    "destroyer cruiser frigate corvette battleship warship submarine liner ferry trawler tanker freighter uss hms".split()
)
#: weapons that a name before them is the make of: "*Grad* rockets"
ARMS = frozenset("rocket missile rifle howitzer launcher mortar tank pistol shell".split())
#: first words of Arabic and Hebrew names of places
OPENING = frozenset(
    "kafr kfar tal tall tell jabal jebel deir dayr ain ayn beit bayt khan khirbet wadi umm bir ras qalat talat dahiyat".split()
)
#: words for buildings that are a town only where nothing stands before them: not "the Golden *Temple*", "*Palace* of Justice"
BUILT = frozenset(
    "temple palace cathedral mosque church castle tower bridge abbey monastery shrine square hall".split()
)
#: further ones, of which none is a place by itself
OPENING_ONLY = OPENING | frozenset(
    "abu um oum bani beni sidi banu darat hawsh maarat mays ayta aita mazraat marj".split()
)
