"""Words of a trigger, a phrase or a sentence that tell one ACLED sub-event type from another."""

from __future__ import annotations

import re

PEACEFULLY = re.compile(
    r"\b(?:without (?:a |any |firing a |offering )?(?:fight|fighting|resistance|shot|combat|clash)|unopposed|peacefully"
    r"|(?:under|following|after|as part of|in line with) (?:an?|the|its|their) (?:[\w-]+ ){0,3}(?:agreement|deal|accord))\b"
)
#: a fight that ends with the ground in other hands: "drove the rebels out of the town"
DRIVEN_OUT = re.compile(
    r"\b(?:dr[io]ve|push|flush|force|root|kick|chase)\w*\b.*\b(?:out|from)\b|\b(?:dislodg|oust|evict|expel)"
)
GUNS = re.compile(r"\b(?:gun|fire|shoot)")
BRAWL = re.compile(r"\b(?:brawl|scuffl|tussl|fought|fight)")
#: what a crowd storms against those in power, and not against neighbours
PUBLIC = re.compile(
    r"\b(?:office|station|polling|ministry|embassy|consulate|parliament|hall|headquarters|court|barrack|statue)"
)
BY_SUICIDE = re.compile(
    r"\bsuicide\b|\bsv(?:b?ied|est)s?\b|\bkamikaze (?!drone)|\b(?:explosives?|bomb)[- ](?:\w+ )?(?:belt|vest|jacket)"
    r"|strapped (?:to|with)|\bblew (?:him|her|them)sel"
)
#: what is done with a vehicle full of explosives by one who dies in it
DRIVEN = re.compile(r"\b(?:drove|driv|ramm|ram|crash|slam|plough)")
RULE = re.compile(r"\b(?:state of emergency|curfew|martial law)\b")
FLYING = re.compile(r"\b(?:planes?|jets?|aircraft|warplanes?|helicopters?|air force|drones?)\b")
FROM_AIR = re.compile(r"\b(?:from the air|by air|from (?:a |an )?(?:plane|aircraft|helicopter)s?)\b")
#: words for taking somebody into custody by right; other words of a group tell an abduction
FORMAL = re.compile(r"\b(?:arrest|detain|jail|imprison|custody)")
#: a bomber's own car or vest: "blew up *his car*"
OWN_BOMB = re.compile(
    r"\b(?:his|her|their|an?) (?:[\w-]+ ){0,2}(?:car|truck|vehicle|van|motorcycle|motorbike|vest|belt|jacket)"
)
#: what is suffered from gas
BREATHED = re.compile(
    r"(?=.*\b(?:chlorine|sarin|mustard gas|nerve agent|(?:nerve|toxic|poison|poisonous) gas|chemical))"
    r".*\b(?:exposure|exposed|inhal\w*|suffocat\w*|chok\w*|breathing|asphyxia\w*)\b",
    re.DOTALL,
)
#: crowds whose killing is mob violence whoever dies
LYNCHERS = re.compile(r"\b(?:mobs?|villagers|residents|locals|inhabitants|crowds?|townspeople)$")
#: an answer to fire, which tells that both sides fought
ANSWER = re.compile(r"\b(?:return\w* (?:the )?fire|(?:fir|shoot|shot)\w* back|hit back)\b")
#: where protesters are: "stormed the *protest camp*"
PROTEST_SITE = re.compile(r"\b(?:protest|sit-in|demonstration)\b")
EXCHANGE = re.compile(r"\b(?:exchange|duel)")
PEACE = re.compile(r"\b(?:peace|ceasefire|cease-fire|truce)\b")
