from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from kg.errors import OntologyError
from kg.extraction.quotes import attributions
from kg.extraction.reporting import load, read

#: sentence -> (source, cue, content, type, depth)
TABLE: list[tuple[str, list[tuple[str | None, str, str, str, int]]]] = [
    ("The minister said that rebels shelled the town.",
     [("The minister", "said", "that rebels shelled the town", "statement", 0)]),
    ("The minister said rebels shelled the town.",
     [("The minister", "said", "rebels shelled the town", "statement", 0)]),
    ("The army shelled Lesk, the group said in a statement.",
     [("the group", "said", "The army shelled Lesk", "statement", 0)]),
    ("The rebels, the army said, shelled Lesk.",
     [("the army", "said", "The rebels, the army said, shelled Lesk", "statement", 0)]),
    ('"We were attacked," the mayor said. "It was late at night."',
     [("the mayor", "said", '"We were attacked," the mayor said. "It was late at night."', "statement", 0)]),
    ('"The army," he said, "has left Lesk."',
     [("he", "said", '"The army," he said, "has left Lesk."', "statement", 0)]),
    ('"We left.\n\n"We will return," the commander said.',
     [("the commander", "said", '"We left.\n\n"We will return,"', "statement", 0)]),
    ('"Leave now!" shouted the officer.', [("the officer", "shouted", '"Leave now!"', "statement", 0)]),
    ('The commander wrote: "We will not yield."', [("The commander", "wrote", '"We will not yield."', "statement", 0)]),
    ('The mayor said the town had "no food" and little water.',
     [("The mayor", "said", 'the town had "no food" and little water', "statement", 0)]),
    ("According to the UN, 12 people were killed.",
     [("the UN", "According to", "12 people were killed", "statement", 0)]),
    ("Twelve people were killed, according to the UN.",
     [("the UN", "according to", "Twelve people were killed", "statement", 0)]),
    ("He was quoted as saying the army shelled it.", [("He", "saying", "the army shelled it", "statement", 0)]),
    ("It was reported that the troops left.", [(None, "was reported", "that the troops left", "statement", 0)]),
    ("The general was believed to have fled.",
     [(None, "was believed", "The general was believed to have fled", "belief", 0)]),
    ("The troops reportedly killed five.", [(None, "reportedly", "The troops reportedly killed five", "statement", 0)]),
    ("Rebels: army shelled town", [("Rebels", ":", "army shelled town", "statement", 0)]),
    ("The commander vowed to retaliate.", [("The commander", "vowed", "to retaliate", "promise", 0)]),
    ("The army threatened to storm the town.", [("The army", "threatened", "to storm the town", "threat", 0)]),
    ("Veland denied shelling the town.", [("Veland", "denied", "shelling the town", "denial", 0)]),
    ("He urged the rebels to surrender.", [("He", "urged", "the rebels to surrender", "demand", 0)]),
    ("She called the attack a crime.", [("She", "called", "the attack a crime", "statement", 0)]),
    ("The army accused the rebels of shelling the town.",
     [("The army", "accused", "the rebels of shelling the town", "accusation", 0)]),
    ("The mayor wants the troops to leave.", [("The mayor", "wants", "the troops to leave", "intention", 0)]),
    ("The minister condemned the attack.", [("The minister", "condemned", "the attack", "criticism", 0)]),
    ("The army is sure that it will win.", [("The army", "is sure", "that it will win", "belief", 0)]),
    ("There were fears that the truce would collapse.",
     [(None, "fears", "that the truce would collapse", "belief", 0)]),
    ("The rebels issued a statement claiming responsibility for the attack.",
     [("The rebels", "claiming", "responsibility for the attack", "statement", 0)]),
    ("The group claimed it killed ten soldiers and warned it would strike again.",
     [("The group", "claimed", "it killed ten soldiers", "statement", 0),
      ("The group", "warned", "it would strike again", "statement", 0)]),
    ("Officials said police believe that rebels planted the bomb.",
     [("Officials", "said", "police believe that rebels planted the bomb", "statement", 0),
      ("police", "believe", "that rebels planted the bomb", "belief", 1)]),
    ("The convoy reached the town at noon.", []),
]  # fmt: skip

#: as above, tried with the model alone
LONGER: list[tuple[str, list[tuple[str | None, str, str, str, int]]]] = [
    # a figure that somebody gives
    ("The monitor put the number of dead at 53.",
     [("The monitor", "put", "the number of dead at 53", "finding", 0)]),
    ("A poll showed his approval at 61 percent.",
     [("A poll", "showed", "his approval at 61 percent", "finding", 0)]),
    # one's own account
    ("By her count, 40 houses were burned.", [("her", "count", "40 houses were burned", "statement", 0)]),
    ("In the estimation of envoys, the truce is dead.",
     [("envoys", "In the estimation of", "the truce is dead", "statement", 0)]),
    # no day is what is asked for, no particle is lost
    ("The agency appealed on Tuesday for blankets and rice.",
     [("The agency", "appealed", "blankets and rice", "demand", 0)]),
    ("The mayor ruled out a ceasefire.", [("The mayor", "ruled out", "a ceasefire", "denial", 0)]),
    # a quotation behind a colon or before its cue is all that is said
    ('The owner played down the fire: "Nobody was in any danger," he told reporters.',
     [("The owner", "played down", "the fire", "denial", 0),
      ("he", "told", '"Nobody was in any danger,"', "statement", 0)]),
    ('"Nobody came," said Omar Zadran, a tailor who lost his shop.',
     [("Omar Zadran, a tailor who lost his shop", "said", '"Nobody came,"', "statement", 0)]),
    # one who tells something else
    ("Aides hinted that an appeal was certain, and one said the ruling was a scandal.",
     [("Aides", "hinted", "that an appeal was certain", "statement", 0),
      ("one", "said", "the ruling was a scandal", "statement", 0)]),
    # a speech that goes on: behind a few words, behind the cue put into its sentence
    ('The raid achieved "very little," he said on Monday. "We will try again."',
     [("he", "said", 'The raid achieved "very little," he said on Monday. "We will try again."', "statement", 0)]),
    ('"We waited," Hale said during a visit to Lesk, "but nobody came."',
     [("Hale", "said", '"We waited," Hale said during a visit to Lesk, "but nobody came."', "statement", 0)]),
    ('"If they come," the minister told a rally, "we will answer with all we have."',
     [("the minister", "told",
       '"If they come," the minister told a rally, "we will answer with all we have."', "statement", 0)]),
    ('"Nobody," came the reply.', [(None, "came the reply", '"Nobody,"', "statement", 0)]),
    ('"Nobody waits," Hale said.\n\n"They have left us alone."',
     [("Hale", "said", '"Nobody waits," Hale said.\n\n"They have left us alone."', "statement", 0)]),
    # a second verb of the teller
    ("The mayor admitted that mistakes were made but rejected calls for his resignation.",
     [("The mayor", "admitted", "that mistakes were made", "statement", 0),
      ("The mayor", "rejected", "calls for his resignation", "denial", 0),
      ("The mayor", "calls", "his resignation", "demand", 1)]),
    ("Veland insists that the islands are its own and has rejected talks.",
     [("Veland", "insists", "that the islands are its own", "statement", 0),
      ("Veland", "has rejected", "talks", "denial", 0)]),
    ("Police said the ship would leave but kept it in port.",
     [("Police", "said", "the ship would leave", "statement", 0)]),
    ("The ministry said its men had shot down a drone and captured six soldiers.",
     [("The ministry", "said", "its men had shot down a drone and captured six soldiers", "statement", 0)]),
    # what is said of an object, and what a text adds of it
    ("The army blamed the blast on a gas leak.", [("The army", "blamed", "the blast on a gas leak", "accusation", 0)]),
    ("Hale likened the blockade to a siege.", [("Hale", "likened", "the blockade to a siege", "statement", 0)]),
    ("The union backed the plan, which had cost two ministers their posts.",
     [("The union", "backed", "the plan", "support", 0)]),
    # nouns and adjectives with "is" and "made"
    ("Their aim is to drive the garrison out.", [("Their", "aim", "to drive the garrison out", "intention", 0)]),
    ("It is not clear who fired first.", [(None, "is not clear", "who fired first", "finding", 0)]),
    ("The bishops are convinced that the vote was stolen.",
     [("The bishops", "are convinced", "that the vote was stolen", "belief", 0)]),
    ("The ministry made clear that no ransom would be paid.",
     [("The ministry", "made", "clear that no ransom would be paid", "statement", 0)]),
    # idioms, silence, headlines
    ("As one guard put it, the war was lost in a week.",
     [("one guard", "put", "the war was lost in a week", "statement", 0)]),
    ("The minister was quoted by a newspaper as saying that the border was shut.",
     [("The minister", "saying", "that the border was shut", "statement", 0)]),
    ("The army did not respond to requests for comment.",
     [("The army", "did not respond to", "requests for comment", "silence", 0),
      (None, "requests", "comment", "demand", 1)]),
    ("Police responded to a call.", []),
    ("The envoy asked not to be named.", []),
    ("The driver admitted having carried the bomb.",
     [("The driver", "admitted", "having carried the bomb", "statement", 0)]),
    ("Two killed in prison riot, says minister", [("minister", "says", "Two killed in prison riot", "statement", 0)]),
]  # fmt: skip


def shown(doc: Doc) -> list[tuple[str | None, str, str, str, int]]:
    found = attributions(doc, load())
    return [
        (
            r.source.text if r.source is not None else None,
            r.cue.text if r.cue is not None else "",
            r.content.text,
            r.type,
            r.depth,
        )
        for r in found
    ]


@pytest.mark.parametrize(("sentence", "expected"), TABLE)
def test_attributions(
    parsed: Callable[[str], Doc], sentence: str, expected: list[tuple[str | None, str, str, str, int]]
) -> None:
    assert shown(parsed(sentence)) == expected


def test_a_cue_that_is_negated_says_so(parsed: Callable[[str], Doc]) -> None:
    (found,) = attributions(parsed("The president did not say when troops would leave."), load())
    assert found.negated


def test_a_quotation_is_direct(parsed: Callable[[str], Doc]) -> None:
    (found,) = attributions(parsed('"Leave now!" shouted the officer.'), load())
    assert found.direct


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), TABLE + LONGER)
def test_attributions_with_the_model(
    model: Callable[[str], Doc], sentence: str, expected: list[tuple[str | None, str, str, str, int]]
) -> None:
    assert shown(model(sentence)) == expected


GROUP = '[[verbs]]\ntype = "{}"\ntakes = ["{}"]\nwords = ["say"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GROUP.format("opinion", "clause"), r":1: unknown type 'opinion'"),
        (GROUP.format("statement", "sentence"), r":1: unknown complement 'sentence'"),
        (
            GROUP.format("statement", "clause") + GROUP.format("belief", "clause"),
            r":5: 'say' with 'clause' is statement and belief",
        ),
        ("[[verbs]", "reporting.toml"),
    ],
)
def test_a_contradiction_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "reporting.toml"
    path.write_text(text)
    with pytest.raises(OntologyError, match=message):
        read(path)
