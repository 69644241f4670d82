"""The short stages of linking: bridging, event objects, speakers, ties, tolls, context, descriptions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kg.extraction.casualties import casualties
from kg.extraction.events import events
from kg.extraction.words import Words
from kg.language.names import Name
from kg.linking.actors import ActorReader
from kg.linking.bridging import bridge
from kg.linking.context import Context
from kg.linking.described_doers import named_in_full
from kg.linking.descriptions import coordinated, named_parts, owner_phrases, stance_word, told_of
from kg.linking.event_objects import resolve
from kg.linking.event_reader import not_oneself
from kg.linking.place_inference import left_behind
from kg.linking.speakers import resolve_speakers
from kg.linking.ties import ties
from kg.linking.tolls import assign
from kg.model import Actor, Attribution, Event, Place, Span
from kg.ontology import Ontology

LookUp = Callable[[str], Words]
ReadActors = Callable[..., ActorReader]


def actor(text: str, at: int = 0, id_: str | None = None, **more: Any) -> Actor:
    """Somebody at a character."""
    return Actor(at, at + len(text), text, Span(at, at + len(text), text), id=id_, **more)


def event(action: str, word: str, at: int, **more: Any) -> Event:
    """An event whose trigger stands at a character."""
    span = Span(at, at + len(word), word)
    return Event(f"event:{at}", more.pop("incident", f"incident:{at}"), action, "", "", None, span, span, **more)


FRONT = actor("the Front", 0, "actor:front")


class TestEventObjects:
    """ "Varia praised the strike" is praise of those who struck."""

    STRIKE = event("Airstrike", "strike", 50, agents=(FRONT,))
    PRAISE = event("Endorsement", "praised", 40, targets=(actor("strike", 50),))

    def test_the_agents_of_the_named_event(self) -> None:
        _, praise = resolve([self.STRIKE, self.PRAISE])
        (target,) = praise.targets
        assert (target.id, target.text, target.antecedent) == ("actor:front", "strike", Span(0, 9, "the Front"))

    def test_the_agents_of_another_mention_of_its_incident(self) -> None:
        first = event("Airstrike", "bombed", 10, agents=(FRONT,), incident="incident:1")
        again = event("Airstrike", "strike", 50, incident="incident:1")
        assert [t.id for t in resolve([first, again, self.PRAISE])[2].targets] == ["actor:front"]

    def test_without_agents_nothing_changes(self) -> None:
        told = [replace(self.STRIKE, agents=()), self.PRAISE]
        assert resolve(told) == told

    def test_a_target_that_names_no_event_stays(self) -> None:
        other = replace(self.PRAISE, targets=(actor("plan", 70),))
        assert resolve([self.STRIKE, other])[1] == other

    def test_a_target_with_an_id_stays(self) -> None:
        other = replace(self.PRAISE, targets=(actor("strike", 50, "actor:strike"),))
        assert resolve([self.STRIKE, other])[1] == other


class TestSpeakers:
    """ "We attacked the base", the Front said."""

    WE = event("Attack", "attacked", 4, agents=(actor("We"),), targets=(actor("us", 30),), attribution=(0,))

    def saying(self, source: Actor | None, start: int = 0, end: int = 60) -> Attribution:
        """Words of a source."""
        return Attribution(None, source, None, Span(start, end, ""))

    def test_we_is_the_speaker(self) -> None:
        (found,) = resolve_speakers([self.WE], [self.saying(FRONT)])
        assert [(a.id, a.text) for a in (*found.agents, *found.targets)] == [
            ("actor:front", "We"),
            ("actor:front", "us"),
        ]
        assert found.agents[0].antecedent == Span(0, 9, "the Front")

    def test_the_innermost_speaker(self) -> None:
        inner = actor("Varia", 5, "actor:VAR")
        event_ = replace(self.WE, attribution=(0, 1))
        (found,) = resolve_speakers([event_], [self.saying(FRONT), self.saying(inner, 2, 40)])
        assert found.agents[0].id == "actor:VAR"

    @pytest.mark.parametrize("source", [None, actor("a source", 70)])
    def test_an_unknown_speaker_says_nothing(self, source: Actor | None) -> None:
        assert resolve_speakers([self.WE], [self.saying(source)]) == [self.WE]

    def test_they_is_not_the_speaker(self) -> None:
        they = replace(self.WE, agents=(actor("They"),), targets=())
        assert resolve_speakers([they], [self.saying(FRONT)]) == [they]

    def test_we_outside_a_quotation(self) -> None:
        alone = replace(self.WE, attribution=())
        assert resolve_speakers([alone], []) == [alone]

    @pytest.mark.parametrize(
        ("who", "left"),
        [
            (actor("They"), 0),
            (actor("it"), 0),
            (actor("Lesk", 0, "place:lesk", kind="Place", name="Lesk"), 0),
            (actor("the border", kind="Place"), 0),
            (actor("They", antecedent=Span(0, 6, "rebels")), 1),
            (actor("gunmen", kind="ArmedGroup"), 1),
        ],
    )
    def test_nobody_known_does_no_harm(self, who: Actor, left: int) -> None:
        killing = replace(self.WE, agents=(who,), attribution=(), plover="ASSAULT")
        (found,) = resolve_speakers([killing], [])
        assert len(found.agents) == left


class TestDescribedDoers:
    """ "The rebel attack" is by the rebels of its incident."""

    DONE = event(
        "Attack", "attacked", 20, agents=(actor("Red rebels", 0, "actor:red", kind="ArmedGroup"),), incident="i"
    )
    TOLD = event("Killing", "attack", 60, agents=(actor("rebel", 54, kind="ArmedGroup"),), incident="i")

    def test_the_rebels_of_the_incident(self) -> None:
        done = replace(self.DONE, agents=(replace(self.DONE.agents[0], head=Span(4, 10, "rebels")),))
        _, told = named_in_full([done, self.TOLD])
        assert [(a.id, a.text, a.antecedent) for a in told.agents] == [
            ("actor:red", "rebel", Span(0, 10, "Red rebels"))
        ]

    def test_others_are_not_meant(self) -> None:
        soldiers = replace(self.DONE, agents=(actor("rebels", 0, "actor:red", kind="Military"),))
        elsewhere = replace(self.DONE, incident="another")
        for other in (soldiers, elsewhere):
            assert named_in_full([other, self.TOLD])[1] == self.TOLD


class TestOneself:
    """ "He said he would free *him*" is about two people."""

    HIM = actor("him", 30, antecedent=Span(0, 4, "Kane"))

    @pytest.mark.parametrize("who", [actor("Kane"), actor("he", 10, antecedent=Span(0, 4, "Kane"))])
    def test_him_is_not_who_acts(self, who: Actor) -> None:
        assert not_oneself(self.HIM, [who]).antecedent is None

    def test_him_may_be_another(self) -> None:
        assert not_oneself(self.HIM, [actor("rebels", 10)]) == self.HIM


class TestTies:
    """Acts and effects that the grammar joins, as pairs of triggers."""

    @pytest.mark.parametrize(
        ("sentence", "pairs"),
        [
            ("The army shelled the town, killing five civilians.", {("shelled", "killing")}),
            ("An explosion killed 12 people.", {("explosion", "killed")}),
            ("Two boys were killed in an attack by gunmen.", {("killed", "attack")}),
            ("Rebels killed two soldiers and wounded five policemen.", {("killed", "wounded")}),
            ("Residents condemned the killing of two youths in police firing.", {("killing", "firing")}),
            ("Police shot him and he died.", {("shot", "died")}),
            ("The army captured the village and rebels shelled the airport.", set()),
            ("The general said rebels shelled the town.", set()),
            ("Gunmen abducted a priest whose brother was murdered.", set()),
            ("France condemned the attack on the embassy.", set()),
            ("The president vowed revenge after rebels attacked the palace.", set()),
        ],
    )
    def test_pairs(self, look_up: LookUp, sentence: str, pairs: set[tuple[str, str]]) -> None:
        words = look_up(sentence)
        drafts = events(words)[0]
        found = ties(words.doc, drafts, words.ontology)
        text = [words.doc[d.head].text for d in drafts]
        assert {(text[a], text[b]) for a, others in found.items() for b in others if a < b} == pairs
        assert all(a in found[b] for a, others in found.items() for b in others)


class TestTolls:
    """Figures by the trigger of their event."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The army shelled the town, killing five civilians.", {"killing": ["killed 5"]}),
            (
                "Rebels killed two soldiers and wounded five policemen.",
                {"killed": ["killed 2"], "wounded": ["wounded 5"]},
            ),
            ("A bomb exploded outside the ministry. The death toll rose to 25.", {"exploded": ["killed 25"]}),
            ("Soldiers killed civilians.", {}),
            ("In the attack, a driver was killed.", {"killed": ["killed 1"]}),
            ("France praised Iraq. The death toll rose to 25.", {}),
        ],
    )
    def test_events(self, look_up: LookUp, text: str, expected: dict[str, list[str]]) -> None:
        words = look_up(text)
        drafts = events(words)[0]
        found = assign(words.doc, drafts, casualties(words.doc), words.ontology)
        assert {
            words.doc[drafts[n].head].text: [f"{t.kind} {t.low}" for t in tolls] for n, tolls in sorted(found.items())
        } == expected


class TestBridging:
    """Means of an attempt against X have the agent that acted against X before."""

    TEXT = "The navy attacked the convoy. Attempts to stop the convoy included a show of force and warning shots."

    def told(self, read_actors: ReadActors, text: str) -> list[tuple[str, str, list[str | None]]]:
        """Trigger, rule and ids of the agents, after bridging."""
        reader = read_actors(text)
        doc, drafts = reader.words.doc, events(reader.words)[0]
        first = True
        read = []
        for d in drafts:
            trigger = reader.tokens(d.start, d.end)
            agents = (
                tuple(replace(reader.actor(doc[i], acting=True), id="actor:navy") for i in d.agents) if first else ()
            )
            targets = tuple(reader.actor(doc[i], acting=False) for i in d.targets)
            read.append(Event("", "", d.action, "", "", None, trigger, trigger, agents, targets, rule=d.rule))
            first = False
        return [(e.trigger.text, e.rule, [a.id for a in e.agents]) for e in bridge(doc, drafts, read, reader)]

    def test_the_agent_of_the_act_before(self, read_actors: ReadActors) -> None:
        told = self.told(read_actors, self.TEXT)
        assert told[0] == ("attacked", "active", ["actor:navy"])
        assert ("show of force", "bridged", ["actor:navy"]) in told

    def test_another_aim(self, read_actors: ReadActors) -> None:
        told = self.told(read_actors, self.TEXT.replace("the convoy included", "the riot included"))
        assert [agents for _, rule, agents in told if rule == "bridged"] == []

    @pytest.mark.parametrize(
        ("text", "trigger", "agent"),
        [
            ("Russia's response included air strikes and shelling.", "air strikes", "Russia"),
            ("Russia's response included air strikes and shelling.", "shelling", "Russia"),
            ("The army's operation involved raids on two villages.", "raids", "The army"),
            ("The militia's campaign consisted of kidnappings of teachers.", "kidnappings", "The militia"),
        ],
    )
    def test_the_owner_of_the_whole(self, read_actors: ReadActors, text: str, trigger: str, agent: str) -> None:
        reader = read_actors(text)
        doc, drafts = reader.words.doc, events(reader.words)[0]
        spans = [reader.tokens(d.start, d.end) for d in drafts]
        read = [Event("", "", d.action, "", "", None, s, s, rule=d.rule) for d, s in zip(drafts, spans, strict=True)]
        told = bridge(doc, drafts, read, reader)
        assert {(e.trigger.text, a.text) for e in told for a in e.agents} >= {(trigger, agent)}

    def test_whose_house_was_hit_did_not_hit_it(self, read_actors: ReadActors) -> None:
        told = self.told(read_actors, "Omar Zadran's house was the target of a bomb attack.")
        assert [agents for _, _, agents in told] == [[]]


class TestLeftBehind:
    """Those who leave without a place were where it happened that they left at."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The troops had pulled out when Lesk was shelled.", {"pulled out": "Lesk"}),
            ("Thousands of residents fled their homes after rebels shelled Lesk.", {"fled": "Lesk"}),
            ("The troops had pulled out and Lesk was shelled.", {}),
        ],
    )
    def test_the_place_of_the_clause_of_time(
        self, look_up: LookUp, shipped: Ontology, text: str, expected: dict[str, str]
    ) -> None:
        words = look_up(text)
        drafts, span = events(words)[0], Span(0, 1, "x")
        at = Place(0, 1, "Lesk", "Lesk")
        read = [
            Event("", "", d.action, "", "", None, span, span, places=(at,) if d.action == "Shelling" else ())
            for d in drafts
        ]
        found = left_behind(words.doc, drafts, read, shipped)
        shown = {words.doc[drafts[n].start : drafts[n].end].text: p[0].text for n, p in found.items()}
        assert {k.split()[0]: v for k, v in shown.items()} == {k.split()[0]: v for k, v in expected.items()}


class TestContext:
    """Which countries a document is about, and whom an unclear name means."""

    def test_the_main_country_is_six_in_ten(self, look_up: LookUp) -> None:
        def main(text: str, *places: str) -> str | None:
            found = tuple(Place(0, 1, "x", country=c) for c in places)
            return Context(look_up(text), found, None).main_country

        plain = "The army shelled the town."
        assert main(plain) is None
        assert main(plain, "SYR", "SYR", "IRQ") == "SYR"
        assert main(plain, "SYR", "IRQ") is None
        assert main("Iraqi police arrested a journalist.") == "IRQ"

    @pytest.mark.parametrize(
        ("ids", "day", "countries", "meant"),
        [
            (("hafez-al-assad", "bashar-al-assad"), "1990-01-01", (), "hafez-al-assad"),
            (("hafez-al-assad", "bashar-al-assad"), "2010-01-01", (), "bashar-al-assad"),
            (("SYR", "IRQ"), None, (), None),
            (("SYR", "IRQ"), None, ("IRQ",), "IRQ"),
            (("SYR", "IRQ"), None, ("IRQ", "SYR"), None),
            (("SYR",), None, (), "SYR"),
        ],
    )
    def test_whom_an_unclear_name_means(
        self, look_up: LookUp, ids: tuple[str, ...], day: str | None, countries: tuple[str, ...], meant: str | None
    ) -> None:
        places = tuple(Place(0, 1, "x", country=c) for c in countries)
        name = Name(0, 1, "name", tuple(f"actor:{i}" for i in ids))
        entry, candidates = Context(look_up("The army shelled the town."), places, day).choose(name)
        assert (entry and entry.id) == (f"actor:{meant}" if meant else None)
        assert candidates == (() if meant else tuple(sorted(name.ids)))


class TestDescriptions:
    """What a noun phrase says besides its head."""

    def test_names_before_the_head_nearest_first(self, look_up: LookUp) -> None:
        words = look_up("British and U.S. commandos raided the farm.")
        parts = list(named_parts(words.doc[3], words))
        assert [(p.token.text, p.relation) for p in parts] == [("U.S.", None), ("British", None)]
        assert coordinated(parts[1].token, parts[0].token)

    def test_a_stance_beside_a_name(self, look_up: LookUp) -> None:
        words = look_up("Turkish-backed rebels attacked the convoy.")
        assert [(p.token.text, p.relation) for p in named_parts(words.doc[3], words)] == [("Turkish", "backed_by")]

    def test_a_stance_to_a_common_noun(self, look_up: LookUp) -> None:
        words = look_up("Iraq mourned. Pro-government militias attacked the convoy.")
        found = stance_word(words.doc[6])
        assert found is not None
        assert (found[0], found[1].text) == ("supports", "government")

    def test_whose(self, look_up: LookUp) -> None:
        words = look_up("Fighters of the Taliban attacked the convoy.")
        assert [t.text for t in owner_phrases(words.doc[0])] == ["Taliban"]
        words = look_up("Israel's soldiers attacked the camp.")
        assert [t.text for t in owner_phrases(words.doc[2])] == ["Israel"]

    def test_what_is_told_of_a_name(self, look_up: LookUp) -> None:
        words = look_up("Dario Venn, a spokesman for the Taliban, praised the attack.")
        assert [t.text for t in told_of(words.doc[1])] == ["spokesman", "Dario"]
