"""What a text says of whether an event happened: sentence, trigger → status, the word that gives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

STATUSES: dict[str, list[tuple[str, str, str, str]]] = {
    "asserted": [
        ("The army shelled the town.", "shelled", "asserted", ""),
        ("The militia began to shell the port.", "shell", "asserted", ""),
        ("The army was forced to withdraw from the town.", "withdraw", "asserted", ""),
        ("Rebels managed to seize the bridge.", "seize", "asserted", ""),
        ("The army said rebels had shelled the town.", "shelled", "asserted", ""),
        ("Soldiers killed by the rebels were buried.", "killed", "asserted", ""),
        ("Two gunmen took advantage of the power cut to shoot the judge.", "shoot", "asserted", ""),
        ("Rockets landed near the base; nobody was hurt.", "landed", "asserted", ""),
        ("Rebels threw a grenade at a bar, no casualties.", "threw", "asserted", ""),
        ("There were no deaths in the attack on the town.", "attack", "asserted", ""),
        ("Villagers burned tyres to protest against the tax.", "protest", "asserted", ""),
        ("The council voted to condemn the raid.", "condemn", "asserted", ""),
        ("The envoy demanded the release of arrested lawyers.", "arrested", "asserted", ""),
        ("Norway called off the summit in response to the raid.", "raid", "asserted", ""),
        ("Norway was the first country to sign the treaty.", "sign", "asserted", ""),
        ("Norway and Kenya agreed at their summit to free the rebels.", "summit", "asserted", ""),
        ("The guards crossed the road to shake hands with the rebels.", "shake", "asserted", ""),
        ("Had the army not bombed the bridge, rebels would have burned the port.", "bombed", "asserted", ""),
        ("The rebels were not behind the attack on the port.", "attack", "asserted", ""),
        ("No soldiers took part in the raid on the camp.", "raid", "asserted", ""),
        ("Not all rebels attacked the town.", "attacked", "asserted", ""),
    ],
    "negated": [
        ("The army did not shell the town.", "shell", "negated", "not"),
        ("The rebels never attacked the town.", "attacked", "negated", "never"),
        ("There has been no attack on the town.", "attack", "negated", "no"),
        ("Nobody was killed in the blast.", "killed", "negated", "Nobody"),
        ("Not a single shell has hit the port.", "hit", "negated", "Not"),
        ("Not one soldier was killed in the raid.", "killed", "negated", "Not"),
        ("At no time did the army shell the hospital.", "shell", "negated", "no"),
        ("No soldiers were wounded.", "wounded", "negated", "No"),
        ("The rebels left without attacking the village.", "attacking", "negated", "without"),
        ("The group refused to negotiate with Turkey.", "negotiate", "negated", "refused"),
        ("The rebels rejected a call to release the hostages.", "release", "negated", "rejected"),
        ("The president ruled out an attack on Iran.", "attack", "negated", "ruled"),
        ("The general stopped short of attacking the city.", "attacking", "negated", "stopped"),
        ("Iran refrained from attacking the base.", "attacking", "negated", "refrained"),
        ("The rebel escaped arrest.", "arrest", "negated", "escaped"),
        ("The summit was cancelled.", "summit", "negated", "cancelled"),
        ("Norway called off the summit in response to the raid.", "summit", "negated", "called"),
    ],
    "denied": [
        ("The army denied shelling the camp.", "shelling", "denied", "denied"),
        ("The army denied that its troops attacked the village.", "attacked", "denied", "denied"),
        ("The army denied that its troops attacked the village and killed civilians.", "killed", "denied", "denied"),
        ("The report that soldiers massacred villagers is unfounded.", "massacred", "denied", "is"),
        ("Rumours that the mayor was killed are false.", "killed", "denied", "are"),
        ("The ministry rejected reports of an attack on the port.", "attack", "denied", "rejected"),
    ],
    "alleged": [
        ("Norway has neither confirmed nor denied that it bombed the school.", "bombed", "alleged", "denied"),
        ("Two farmers were killed in what the army called a rebel attack.", "attack", "alleged", "called"),
        ("Two men were shot dead in what police suspect was a revenge attack.", "attack", "alleged", "suspect"),
        ("The captain accused the rebels of shelling the school.", "shelling", "alleged", "accused"),
        ("The army allegedly shelled the camp.", "shelled", "alleged", "allegedly"),
        ("Suspected rebels attacked the village.", "attacked", "asserted", ""),
        ("The suspected attack on the convoy alarmed traders.", "attack", "alleged", "suspected"),
        ("The general is suspected of killing a journalist.", "killing", "alleged", "suspected"),
    ],
    "unsure of the past": [
        ("The army may have killed four villagers.", "killed", "alleged", "may"),
        ("The army could have killed four villagers.", "killed", "hypothetical", "could"),
        ("It may be a bombing, the mayor of Homs said.", "bombing", "alleged", "may"),
        ("Officers responded to a report of a possible shooting at a school.", "shooting", "alleged", "possible"),
        ("Officers responded to calls of a possible shooting.", "shooting", "alleged", "possible"),
        ("Police responded to a call of shots fired at a house.", "fired", "asserted", ""),
        ("Police found no possible motive for the killings.", "killings", "asserted", ""),
        ("The army not only shelled the town but burned it.", "shelled", "asserted", ""),
    ],
    "attempted": [
        ("The rebels tried to seize the airport.", "seize", "attempted", "tried"),
        ("The rebels made an attempt to storm the palace.", "storm", "attempted", "attempt"),
        ("The governor survived an assassination attempt.", "assassination", "attempted", "attempt"),
    ],
    "failed": [
        ("The rebels failed to attack the base.", "attack", "failed", "failed"),
        ("Police foiled an attack on the embassy.", "attack", "failed", "foiled"),
        ("The army thwarted a plan to attack the embassy.", "attack", "failed", "thwarted"),
        ("The rebels unsuccessfully tried to seize the airport.", "seize", "failed", "unsuccessfully"),
        ("The troops prevented rebels from attacking the village.", "attacking", "failed", "prevented"),
        ("A failed attack on the depot was reported.", "attack", "failed", "failed"),
    ],
    "threatened": [
        ("The group threatened to attack the capital.", "attack", "threatened", "threatened"),
        ("Iran vowed to retaliate against Israel.", "retaliate", "threatened", "vowed"),
        ("The threat of an attack on the capital remains.", "attack", "threatened", "threat"),
    ],
    "planned": [
        ("The army will attack the town on Monday.", "attack", "planned", "will"),
        ("The rebels plan to attack the town.", "attack", "planned", "plan"),
        ("The rebels are about to attack the capital.", "attack", "planned", "about"),
        ("The army is going to attack the town.", "attack", "planned", "going"),
        ("The rebels said they would attack the town.", "attack", "planned", "would"),
        ("The talks were aimed at freeing the hostages.", "freeing", "planned", "aimed"),
        ("The army prepared for an assault on the town.", "assault", "planned", "prepared"),
        ("The general agreed to withdraw from the town.", "withdraw", "planned", "agreed"),
    ],
    "demanded": [
        ("The mediator urged rebels to release the hostages.", "release", "demanded", "urged"),
        ("France called for an attack on the militia.", "attack", "demanded", "called"),
        ("France called on the rebels to surrender and withdraw.", "withdraw", "demanded", "called"),
        ("The envoy repeated his demand that the army lift the siege.", "lift", "demanded", "demand"),
        ("The crowd demanded that the army withdraw from the town.", "withdraw", "demanded", "demanded"),
    ],
    "hypothetical": [
        ("The rebels could attack the town.", "attack", "hypothetical", "could"),
        ("If the rebels attack the town, the army will respond.", "attack", "hypothetical", "If"),
        ("Residents fear an attack on the town.", "attack", "hypothetical", "fear"),
        ("The army did not rule out an attack on the island.", "attack", "hypothetical", "rule"),
        ("The general said his men would rest before they attack the town.", "attack", "hypothetical", "before"),
        ("The rebels said they would attack if Turkey sent troops.", "attack", "hypothetical", "would"),
        ("The possibility of an attack on the port worries traders.", "attack", "hypothetical", "possibility"),
        ("Unless the rebels withdraw, the army will shell the town.", "withdraw", "hypothetical", "Unless"),
    ],
    "scope": [
        ("The army did not attack the town but shelled the airport.", "attack", "negated", "not"),
        ("The army did not attack the town but shelled the airport.", "shelled", "asserted", ""),
        ("The rebels failed to seize the town and shelled the airport.", "seize", "failed", "failed"),
        ("The rebels failed to seize the town and shelled the airport.", "shelled", "asserted", ""),
        ("The rebels planned to seize the town and shell the airport.", "shell", "planned", "planned"),
        ("The rebels who attacked the town did not surrender.", "attacked", "asserted", ""),
        ("The rebels who attacked the town did not surrender.", "surrender", "negated", "not"),
        ("The army denied the claim after shelling the town.", "shelling", "asserted", ""),
        ("The group threatened to kill the hostages it abducted in May.", "abducted", "asserted", ""),
        ("The minister could not condemn the attack on the embassy.", "attack", "asserted", ""),
        ("The president vowed revenge after rebels attacked the palace.", "attacked", "asserted", ""),
        ("France did not condemn the attack on the embassy.", "attack", "asserted", ""),
        ("France did not condemn the attack on the embassy.", "condemn", "negated", "not"),
        ("The army attacked the town to free the hostages.", "attacked", "asserted", ""),
        ("The army attacked the town to free the hostages.", "free", "planned", "to"),
        ("The army would not say whether rebels shelled the town.", "shelled", "hypothetical", "whether"),
        ("The rebels rejected an appeal by France to release the hostages.", "release", "negated", "rejected"),
        ("Two people were wounded but nobody was killed.", "wounded", "asserted", ""),
        ("Two people were wounded but nobody was killed.", "killed", "negated", "nobody"),
        ("The rebels threatened to attack if Turkey shelled the town.", "shelled", "hypothetical", "if"),
        ("The army denied reports that it shelled the camp.", "shelled", "denied", "denied"),
        ("The rebels shelled the town, which the army had failed to capture.", "shelled", "asserted", ""),
        ("The rebels shelled the town, which the army had failed to capture.", "capture", "failed", "failed"),
        ("Soldiers who could not escape were killed by the rebels.", "killed", "asserted", ""),
        ("Police did not say who attacked the convoy.", "attacked", "asserted", ""),
        ("Nobody claimed responsibility for the bombing.", "bombing", "asserted", ""),
        ("Gunmen staged an assassination attempt on the minister.", "assassination", "attempted", "attempt"),
        ("The ruler survived a failed assassination attempt.", "assassination", "failed", "failed"),
        ("The general said the army had not shelled the camp.", "shelled", "negated", "not"),
        ("The army was unable to attack the town.", "attack", "negated", "unable"),
        ("The army is capable of attacking the town.", "attacking", "hypothetical", "capable"),
        ("The rebels were ready to attack the town.", "attack", "planned", "ready"),
        ("An inquiry will be held into the murders of three nuns.", "murders", "asserted", ""),
        ("They demanded the clarification of the judge's murder.", "murder", "asserted", ""),
    ],
}
STATUSES["scope"] = [
    ("Had the bomb exploded, it would have torn through the station.", "exploded", "hypothetical", "Had"),
    ("Should the rebels go on shelling the town, the army will attack.", "shelling", "hypothetical", "Should"),
    ("Troops began an offensive to retake the town.", "retake", "planned", "offensive"),
    ("The army launched an operation to retake the town.", "retake", "planned", "to"),
    ("Militants came to kidnap the bishop but fled.", "kidnap", "planned", "to"),
    ("The hijackers want Norway to free two rebels.", "free", "demanded", "want"),
    ("Unless the rebels are freed, the group vowed, the hostages will be killed.", "killed", "threatened", "vowed"),
]
ROWS = [pytest.param(*row, id=f"{row[1]}: {row[0]}") for table in STATUSES.values() for row in table]


@pytest.mark.parametrize(("sentence", "trigger", "status", "cue"), ROWS)
def test_status(look_up: Callable[[str], Words], sentence: str, trigger: str, status: str, cue: str) -> None:
    words = look_up(sentence)
    doc = words.doc
    found = [
        (draft.status, doc[draft.cue[0]].text if draft.cue else "")
        for draft in events(words)[0]
        if doc[draft.head].text == trigger
    ]
    assert found == [(status, cue)]


def test_every_status_but_asserted_has_a_cue(look_up: Callable[[str], Words]) -> None:
    sentences = dict.fromkeys(row[0] for table in STATUSES.values() for row in table)
    drafts = [draft for sentence in sentences for draft in events(look_up(sentence))[0]]
    assert drafts
    assert all((draft.status == "asserted") == (draft.cue is None) for draft in drafts)
