"""Words of a trigger, a phrase or a sentence that tell one ACLED sub-event type from another."""

from __future__ import annotations

import re

PEACEFULLY = re.compile(
    r"\b(?:without (?:so much as )?(?:a |any |firing (?:a |any )?|offering |meeting |much )?(?:[\w-]+ )?"
    r"(?:fight|fighting|resistance|shots?|combat|clash|bloodshed|violence|opposition|struggle)"
    r"|unopposed|uncontested|unresisted|peacefully|bloodlessly|no shots? (?:was|were|being|having been) fired"
    r"|(?:met|meeting|encounter\w*|fac\w+|found|put up|offer\w*) (?:with )?(?:no|little|hardly any) (?:armed )?resistance"
    r"|not a (?:single )?(?:shot|round) (?:was |being |had been |has been )?(?:fired|heard|let off)"
    r"|without (?:so much as )?(?:an?|the) (?:single )?(?:[\w-]+ )?(?:drop of blood|window|scratch|shell)|not a drop of blood"
    r"|(?:nobody|no one|neither side|neither|none of them) (?:[\w-]+ )?(?:fir(?:ed|ing)|shot|shooting"
    r"|resist(?:ed|ing)|fought)"
    r"|(?:nothing|nobody|no one) to (?:shoot at|fire at|fight|stop (?:it|them))"
    r"|(?:let|waved|ushered) (?:them|him|her|it) (?:in|through)|open(?:ed|ing) (?:the|its|their) gates"
    r"|(?:under|following|after|as part of|in line with|in accordance with) (?:an?|the|its"
    r"|their) (?:[\w-]+ ){0,3}(?:agreement|deal|accord|pact|terms))\b"
)
#: those who held a place left it before others came: "after *the soldiers had withdrawn*"
VACATED = re.compile(
    r"\b(?:after|once|that|which|since|when|ahead of|following)\b[^.;]*\b(?:troops?|soldiers?|forces?|garrison|army|police\w*"
    r"|militia\w*|rebels?|fighters?|insurgents?|gendarmes?|guards?|defenders|contingent|peacekeepers|it|they|them)\b"
    r"[^.;]* (?:withdr\w+|vacat\w+|abandon\w+|evacuat\w+|desert\w+|left|leaving|pulled out|pulled back"
    r"|departed|moved out|gone|quit|slipped (?:away|out)|sailed (?:away|off)|driven (?:away|off)|marched (?:away|off|out)"
    r"|given up|locked up)\b"
    r"|\bfound (?:the |its |their )?(?:[\w-]+ ){1,3}(?:empty|deserted|abandoned)\b"
    r"|\bfinding [^.;]{1,40} (?:empty|deserted|abandoned)\b"
    r"|\b(?:abandoned|vacated|deserted|empty|undefended) (?:[\w-]+ ){0,2}(?:towns?|villages?|bases?|posts?|outposts?|camps?"
    r"|barracks|positions?|checkpoints?|garrisons?)\b"
)
#: what tells that a place was fought for all the same
FOUGHT = re.compile(
    r"\b(?:fight(?:ing|s)?\b|fought|clash|battle|heavy|shell|bomb|attack|assault|gunfire|combat|storm|repel"
    r"|kill|wound|offensive|ambush)"
)
#: a bomb that goes off before it should, in the hands of those who make or lay it
PREMATURE = re.compile(
    r"\bprematurely|\bpremature (?:explosion|blast|detonation)"
    r"|\b(?:bomb|device|mine|explosives?|charge|ied|grenade)s? (?:that |which )?(?:he|she|they|it) (?:was|were) "
    r"(?:\w+ )?(?:plant|lay|assembl|mak|build|carry|transport|handl|prepar|wir|prim|moving|manufactur)"
    r"|\bwhile (?:he |she |they )?(?:was |were )?(?:plant|lay|assembl|mak|build|handl|prepar|wir|prim|manufactur)\w+ "
    r"(?:an?|the|it|explosive|bombs?|mines?)"
)
#: those who take power do away with what holds it
DISSOLVING = re.compile(
    r"\b(?:dissol\w+|suspen\w+) (?:of )?(?:the |all )?(?:[\w-]+ )?"
    r"(?:parliament|constitution|government|institutions|national assembly)"
    r"|\bconstitution (?:\w+ ){0,3}(?:was|were|been|is) suspended"
)
#: the dead who come to light long after
GRAVES = re.compile(r"\b(?:burial|graves?|pits?|wells?|bones|skulls?|skeletons?|remains)\b|\bexhum")
FINDING = re.compile(
    r"\b(?:f[io]und|find|discover|unearth|uncover|dug|dig|exhum|recover|locat|came|come|disinter|open|excavat)"
)
#: a crowd that demands something
DEMANDING = re.compile(
    r"\b(?:chant|shout\w* (?:[\w-]+ ){0,2}slogan|placard|banner|sit-in|flag-waving"
    r"|waving flags|unarmed marchers|procession|rally|hartal|bandh|shutdown"
    r"|picket|demonstrat|protest|striking|on strike|blockade enforc|angry (?:at|about|over|that|with)|angered by"
    r"|against (?:the )?"
    r"(?:fee|price|tax|fare|rent|eviction|result|president|government|rector|mayor)|in anger (?:at|over))"
)
#: people who stand up for something while they are seized or shot: "*chanting slogans*", "*sitting in the road*"
STANDING_UP = re.compile(
    r"\bchant\w*|\bslogans?\b|\bflag-waving|\bsit-in\b|\bsitting (?:in|on|down) |\bmarch(?:ers?|ing)\b"
    r"|\bfellow-(?:march|walk|protest)"
    r"|\b(?:unroll|unfurl|unfold|rais|hold|wav|carry)\w* [^.;]*\b(?:banners?|placards?|posters?|flags?|signs"
    r"|umbrellas|blank (?:\w+ )?(?:papers?|sheets?)"
    r"|sheets? of paper)\b"
    r"|\bdemonstrat(?:ors?|ing)\b|\bprotest(?:ers?|ing)\b|\bpicket\w*|\bstrikers\b|\bstriking (?:[\w-]+ ){1,3}"
)
#: barricades and missiles of a riot
RIOTING = re.compile(
    r"\b(?:burn\w*|flaming|blazing) (?:[\w-]+ )?(?:t[yi]res?|barricades?|debris|logs)"
    r"|\bt[yi]res? (?:were )?(?:burn|set)|\bston(?:ed|es|ing)\b"
    r"|\b(?:bricks?|bottles?|rocks|petrol bombs?|molotov)|\bdegenerat|\bturned violent"
)
#: a fight that ends with the ground in other hands: "drove the rebels out of the town"
DRIVEN_OUT = re.compile(
    r"\b(?:dr[io]ve|push|flush|force|root|kick|chase)\w*\b.*\b(?:out|from)\b|\b(?:dislodg|oust|evict|expel|clear)"
)
GUNS = re.compile(r"\b(?:gun|fire|shoot)")
BRAWL = re.compile(r"\b(?:brawl|scuffl|tussl|fought|fight)")
#: what a crowd storms against those in power, and not against neighbours
PUBLIC = re.compile(
    r"\b(?:office|station|polling|ministry|embassy|consulate|parliament|hall|headquarters|court|barrack|statue)"
)
BY_SUICIDE = re.compile(
    r"\bsuicide\b|\bsv(?:b?ied|est)s?\b|\bkamikaze (?!drone)|\b(?:explosives?|bomb)[- ](?:\w+ )?(?:belt|vest|jacket)"
    r"|strapped (?:to|with)|\bblew (?:him|her|them)sel|\bkilling (?:only )?(?:him|her|them)sel"
    r"|\bdr[io]v\w* (?:an?|his|her|their) (?:[\w-]+ ){0,2}(?:car|truck|lorry|vehicle|van|tanker|ambulance|motorcycle)"
    r" (?:\w+ )?(?:packed|laden|filled|loaded|rigged|stuffed|crammed|primed) with"
)
#: what is done with a vehicle full of explosives by one who dies in it
DRIVEN = re.compile(r"\b(?:drove|driv|ramm|ram|crash|slam|plough)")
#: what is thrown by hand and goes off is a grenade, whatever it is made of
THROWN = re.compile(r"\b(?:throw|threw|hurl|toss|lob|fling|flung)")
#: a bomb that is put down and does not go off by itself
PLANTED = re.compile(r"\b(?:plant|plac|laid|lay|left|hid|conceal)")
#: how found explosives are blown up by those who make them harmless
CONTROLLED = re.compile(
    r"\bcontrolled (?:manner|way|explosion|blast|detonation)\b|\bsafely\b|\bmade safe\b"
    r"|\b(?:found|discovered|spotted|unexploded|suspicious)\b"
)
#: what is fired and reaches nobody: "*two rockets* fired from the hills **were intercepted**"
INTERCEPTED = re.compile(
    r"\b(?:rockets?|missiles?|drones?|projectiles?|mortars?)\b[^.;]*\b"
    r"(?:(?:were|was|been|being) (?:all |later |successfully )?"
    r"(?:intercepted|shot down|downed|shot out|brought down|destroyed in)"
    r"|(?:which|that) [^.;]*(?:intercepted|shot down|downed|brought down))"
)
RULE = re.compile(r"\b(?:state of emergency|curfew|martial law)\b")
FLYING = re.compile(r"\b(?:planes?|jets?|aircraft|warplanes?|helicopters?|air force|drones?)\b")
FROM_AIR = re.compile(r"\b(?:from the air|by air|from (?:a |an )?(?:plane|aircraft|helicopter)s?)\b")
#: words for taking somebody into custody by right; other words of a group tell an abduction
FORMAL = re.compile(r"\b(?:arrest|detain|jail|imprison|custody)")
#: a bomber's own car or vest: "blew up *his car*"
OWN_BOMB = re.compile(
    r"\b(?:his|her|their|an?) (?:[\w-]+ ){0,2}(?:car|truck|vehicle|van|motorcycle|motorbike|vest|belt|jacket)"
)
OWN_EXPLOSIVES = re.compile(r"\b(?:his|her|their)(?: own)? (?:[\w-]+ ){0,2}(?:explosives|bombs?|device|charges?)\b")
#: people who set off what they carry, and no band that set it off from afar
SINGLE = re.compile(
    r"\b(?:man|men|woman|women|girls?|boys?|teenagers?|widows?|sisters?|brothers?|attackers?|assailants?"
    r"|bombers?|driver|youths?)$"
)
WORN = re.compile(
    r"\b(?:he|she|they|it) (?:was |were |had )?(?:wore|wearing|worn|carried|strapped)\b"
    r"|\bstrapped (?:[\w-]+ ){0,2}to (?:his|her|their)"
)
#: a bomb on somebody's body
ON_BODY = re.compile(
    r"\b(?:bombs?|explosives?|device) (?:\w+ )?(?:under|beneath|in) (?:his|her|their) (?:\w+ )?"
    r"(?:robe|cloth|burqa|dress|cassock|turban|jacket|coat|veil|shirt)"
)
LADEN = re.compile(
    r"\bexplosives?[- ](?:packed|laden|filled|rigged|loaded)\b"
    r"|\b(?:packed|laden|loaded|filled|crammed|stuffed|rigged|primed|wired) with (?:[\w.,-]+ ){0,4}explosives"
)
BOMBER = re.compile(r"\b(?:bomber|attacker|assailant)")
#: gases, what is suffered from them, and what they are fired in
GAS = re.compile(r"\b(?:chlorine|sarin|mustard gas|nerve agent|(?:nerve|toxic|poison|poisonous) gas|chemical)")
BREATHED = re.compile(r"\b(?:exposure|exposed|inhal\w*|suffocat\w*|chok\w*|breathing|asphyxia\w*)\b")
GAS_SHELL = re.compile(
    r"\b(?:shell|round|rocket|bomb|mortar|missile|cylinder|barrel|canister|grenade|warhead|drum|projectile)s? (?:\w+ )?"
    r"(?:with|containing|carrying|bearing|of) (?:the |an? )?(?:[\w-]+ )?"
    r"(?:chlorine|sarin|mustard|nerve|toxic|poison|phosgene|chemical)"
)
#: crowds whose killing is mob violence whoever dies
LYNCHERS = re.compile(
    r"\b(?:mobs?|villagers|residents|locals|inhabitants|crowds?|townspeople|refugees|passengers|traders"
    r"|devotees|mourners|inmates"
    r"|worshippers|neighbou?rs|bystanders|onlookers|passers-by|students|commuters|fans|relatives|clansmen|in-laws)$"
)
#: an answer to fire, which tells that both sides fought
ANSWER = re.compile(r"\b(?:return\w* (?:the )?fire|(?:fir|shoot|shot)\w* back|hit back)\b")
#: where protesters are: "stormed the *protest camp*"
AT_PROTEST = re.compile(
    r"\b(?:at|during|from) (?:(?:an?|the|their|its|another) )?(?:[\w-]+ ){0,2}"
    r"(?:vigil|rally|protest|march|demonstration|sit-in|picket)s?\b"
    r"|\b(?:vigil|rally|protest|march|demonstration|sit-in|picket)\b[^.;]* (?:ended|broken up|cut short|broke up) "
    r"|\b(?:prevent|bar|stop|block|kept)\w* [^.;]*\bfrom (?:assembl|gather|march|protest|demonstrat|rally|stag|hold)"
)
PROTEST_SITE = re.compile(
    r"\b(?:protest|protesters|protestors|sit-in|demonstration|demonstrators|strikers|rally|marchers|procession|vigil)\b"
)
#: people together in the street, on whom only those in power fire at a protest: "fired into *the crowd*"
CROWDS = re.compile(r"\b(?:the|a|unarmed|large|angry) (?:[\w-]+ )?crowds?\b")
#: taking somebody along, which is an arrest where the police do it
TAKEN = re.compile(
    r"\b(?:t[ao]ke?n?|took|l[ea]d|led|pick|drag|haul|march|bundl|push|forc|whisk|cart|hustl|seiz|pull|snatch|dr[io]v)"
)
#: what people of one neighbourhood lose to a crowd, and nobody in power
PRIVATE = re.compile(
    r"\b(?:houses?|homes?|huts?|shops?|stalls?|church(?:es)?|mosques?|temples?|shrines?|synagogues?|colony"
    r"|quarters?|villages?"
    r"|hamlets?|settlements?|neighbou?rhoods?|business(?:es)?|clinics?|famil(?:y|ies))\b"
)
#: fights of neighbours of two creeds or peoples
COMMUNAL = re.compile(r"\b(?:communal|sectarian|religious|group|caste)\b")
LYNCHING = re.compile(r"\b(?:lynch|necklac)")
#: how people demand something before everybody: "*sat* outside the ministry demanding their pay"
PUBLICLY = re.compile(
    r"\b(?:banners?|placards?|slogans?|candles?|portraits?|photographs|effig(?:y|ies)|squatt\w+|sat|sitting"
    r"|camped|camping|walked"
    r"|lined|throng\w+|poured|massed|slept|sleeping|(?:came|turned|coming|turning) out|took to|march\w*|occup\w+|picket\w*"
    r"|knelt|streets|(?:outside|in front of) (?:the|a|an|its|his) |chant\w*|block(?:ed|ing)"
    r"|(?:closed|shut|closing|shutting) (?:the|a) (?:[\w-]+ )?(?:road|highway|motorway|border|bridge))\b"
)
MARCHERS = re.compile(r"\b(?:demonstrat|protest|march)[eo]r")
#: coming to where people are, which is no fight by itself
ENTERED = re.compile(r"\b(?:enter|burst|broke|mov|rode|swept|sweep|march|pour|cross)")
#: two crowds that go for one another
EACH_OTHER = re.compile(r"\b(?:each other|one another)\b")
#: what flies from one crowd to the other: "bottles flew **between** the backers of two candidates"
BETWEEN = re.compile(r"\b(?:flew|fly|thrown|hurled|exchanged|traded|swapped) between\b")
CLASHING = re.compile(r"clash")
RIVALS = re.compile(r"\b(?:supporter|fan|hooligan|ultra|faction|follower|activist|worker|student|villager|famil)")
HOOLIGANS = re.compile(r"\b(?:hooligans?|ultras|football fans|rival fans)\b", re.IGNORECASE)
#: what stands between a protest and those who are arrested for something else
ELSEWHERE = re.compile(r"\b(?:who|whom|whose|against|over|demand\w*|release|after|since)\b")
#: what stands between a protest and the deed that it is against: "erupted **after** troops killed two"
GROUND = re.compile(r"\b(?:after|over|against|following|by the (?:killing|death|shooting|murder))\b")
BLOWS = re.compile(r"\bblows?\b")
EXCHANGE = re.compile(r"\b(?:exchange|duel|trad|swap)")
#: what is done in the course of a protest: "torched the court **during a march**"
MEANWHILE = re.compile(
    r"\bduring (?:an?|the|their|its|another) (?:[\w-]+ ){0,3}(?:protest|demonstration|rally|march|procession"
    r"|hartal|bandh|picket|strike|sit-in)s?\b"
)
#: how harm is done by an act that is told behind it: "killed three **with** an air strike"
BY_MEANS = re.compile(r"[^.;,:]{0,60}\b(?:with|in|by|using|through) (?:[\w-]+ ){1,3}")
#: those who fight for a government by name: "*loyalists* recovered the port"
LOYAL = re.compile(r"\b(?:loyalists?|loyalist \w+|pro-government|government|state|army|troops|soldiers)\b")
#: who is told to be protesting: "men *who were marching*"
WHO_PROTEST = re.compile(
    r"\bwho (?:had |were |was |have )?(?:been )?(?=march|protest|demonstrat|rall|picket|gather|chant)"
)
#: weapons that are taken from those who would use them
ARMS = re.compile(
    r"\b(?:weapons?|weaponry|arms|ammunition|munitions?|rifles?|guns?|pistols?|detonators?|explosives?"
    r"|grenades?|missiles?|rockets?|mortars?"
    r"|drones?|bombs?|ammonium nitrate|landmines?|warheads?|cartridges|dynamite)\b"
)
#: what goes on at the same time
WHILE = re.compile(r"\b(?:during|while|in (?=protest))\b[^.;]*\b(?:protest|demonstrat|rally|march)")
HEAVY = re.compile(r"\b(?:artillery|mortar|rocket|shell|tank)")
#: what a crowd seizes somebody for
CULPRIT = re.compile(r"\b(?:thief|thieves|robber|burglar|kidnapper|rapist|witch|suspect|culprit|bandit)")
#: somebody of whom nothing is known since he was seized
VANISHED = re.compile(
    r"\b(?:whereabouts|nothing (?:has|had) been heard|(?:has|have) not been (?:seen|heard)|no (?:news|word"
    r"|trace|sign) (?:of|from)"
    r"|(?:one|any|a) word (?:of|from) (?:him|her|them)|(?:fate|fates) (?:is|are|remains?) unknown"
    r"|(?:to|at) an? (?:unknown|unidentified) (?:location|place|destination|spot)"
    r"|(?:den(?:y|ies|ied)|admits?|admitted) (?:to )?(?:hold|hav)ing (?:him|her|them))"
)
PEACE = re.compile(r"\b(?:peace|ceasefire|cease-fire|truce)\b")
