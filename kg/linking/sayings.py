"""The attributions of a record: who says what, and which events stand in the content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from kg.extraction.quotation import quotations
from kg.extraction.quotes import Reported, attributions
from kg.extraction.reporting import Reporting
from kg.extraction.scopes import INVOLVED
from kg.linking.actors import ActorReader
from kg.model import Attribution, Event, Span

#: characters between a quotation and the one that goes on with it
ASIDE = 12
#: characters of the rest of the sentence in which somebody was quoted: "told *a news agency on condition of anonymity*"
REST = 60
#: classes of houses and papers that stand for the people in or behind them
HOUSES = frozenset({"facility", "document", "media"})
#: verbs of saying that a house can have for its people
SAYING = frozenset(
    "say announce report confirm add state claim find conclude reveal document detail charge allege note accuse".split()
)
#: what stands for a "site" that writes: "a rebel *Web* site"
WEB = frozenset({"web", "internet", "news"})
Links = dict[int, tuple[int, ...]]


class Sayings:
    """Reads the attributions of one document."""

    def __init__(self, doc: Doc, actors: ActorReader, reporting: Reporting) -> None:
        self.doc, self.actors, self.reporting = doc, actors, reporting
        self._text: str = doc.text  # as the parser read it; spaCy builds it anew at every call

    def of(self, events: Sequence[Event], *, all_quotes: bool) -> tuple[list[Attribution], Links]:
        """(attributions, their numbers by number of event); without ``all_quotes`` those alone whose content holds one."""
        out: list[Attribution] = []
        spoken: list[Attribution] = []
        links: Links = {}
        for saying in attributions(self.doc, self.reporting):
            content = self.actors.tokens(saying.content.start, saying.content.end)
            inside = [n for n, e in enumerate(events) if _is_inside(e, content)] if not _is_of_part(saying) else []
            if not inside and (not all_quotes or saying.depth):
                spoken += [] if saying.depth else [self._attribution(saying, content)]
                continue
            head = saying.head
            unsaid = saying.negated or (head is not None and head.lower_ in {"nobody", "none"})
            if self._is_dateline(saying) or (unsaid and not all_quotes):
                continue  # "could not verify the report", "did not comment on the attack": no word of theirs
            if not all_quotes and self._is_thing(head) and not self._is_house(saying):
                continue  # "the strike", "it" may signal something, and says nothing
            out.append(self._attribution(saying, content))
            _link(links, inside, len(out) - 1)
        if not all_quotes:
            self._continue_quotations(events, spoken, out, links)
        return out, links

    def _attribution(self, saying: Reported, content: Span) -> Attribution:
        actor = self.actors.actor(saying.head, acting=True) if saying.head is not None else None
        return Attribution(self._words(saying.source), actor, self._words(saying.cue), content)

    def _words(self, words: Words | None) -> Span | None:
        return self.actors.tokens(words.start, words.end) if words is not None else None

    def _continue_quotations(
        self, events: Sequence[Event], spoken: Sequence[Attribution], out: list[Attribution], links: Links
    ) -> None:
        """Give a quotation without a cue the speaker of the one that ends right before it, whatever that told."""
        for quoted in quotations(self.doc):
            content = self.actors.tokens(quoted.start, quoted.end)
            inside = [
                n for n, e in enumerate(events) if content.start <= e.trigger.start < content.end and n not in links
            ]
            before = [
                a
                for a in (*spoken, *out)
                if a.content.end <= content.start and a.source is not None and '"' in self._plain(a)
            ]
            last = max(before, key=lambda a: a.content.end, default=None)
            if not inside or last is None or not self._follows(content, last):
                continue
            out.append(replace(last, content=content, cue=None))
            _link(links, inside, len(out) - 1)

    def _follows(self, content: Span, last: Attribution) -> bool:
        """Whether nothing but the rest of its sentence parts a saying from a quotation: "..." he told *AFP on Friday.* "..."."""
        start = max(last.content.end, _end(last))
        rest = self._text[start : content.start].rstrip('"\u201c ').rstrip()
        whole = len(rest) <= REST and rest.endswith(".") and not any(mark in rest[:-1] for mark in '.?!"\u201d;')
        return content.start - start <= ASIDE or whole

    def _plain(self, saying: Attribution) -> str:
        """The words of a content with its quotation marks, as the parser read them."""
        return self._text[max(0, saying.content.start - 2) : saying.content.end + 2]

    def _is_dateline(self, saying: Reported) -> bool:
        """Whether what stands before a colon is where something is: "LAHORE: Gunmen shot two men", "Mali: Bomb kills six"."""
        if saying.head is None or saying.source is None or saying.cue is None or saying.cue.text != ":":
            return False
        name = self.actors.words.name(saying.head)
        town = self.actors.words.is_toponym(saying.head) or (name is not None and name.form == "seat")
        ended = saying.content.end < len(self.doc) and self.doc[saying.content.end].text == "."
        land = name is None or name.form == "name" or ended
        return town and (saying.source.text.isupper() or (land and self.actors.words.is_toponym(saying.head)))

    def _is_thing(self, head: Token | None) -> bool:
        if head is None or self.actors.actor(head, acting=True).kind in {"Object", "Place"}:
            return head is not None
        words = self.actors.words
        deed = head.pos_ == "NOUN" and words.tells_violence(head) and not words.can_act(head)
        return deed or (words.instrument(head) is not None and words.role(head) is None and words.name(head) is None)

    def _is_house(self, saying: Reported) -> bool:
        """Whether a house or a paper says something for its people: "*the hospital* **said**", "according to *a statement*"."""
        head, cue = saying.head, saying.cue
        told = cue is not None and (cue.root.lemma_.lower() in SAYING or cue.text.lower() == "according to")
        if not told or head is None or head.pos_ != "NOUN":
            return False
        web = head.lemma_.lower() == "site" and any(c.lower_ in WEB for c in head.children)
        return web or bool(HOUSES & self.actors.words.classes(head))


def _is_of_part(saying: Reported) -> bool:
    """Whether somebody denies a part in a deed, of which he tells nothing: "denied *responsibility for the bombing*"."""
    return saying.type == "denial" and saying.content.root.lemma_.lower() in INVOLVED


def _is_inside(event: Event, content: Span) -> bool:
    """Whether an event stands in a content; of one that is claimed the verb belongs to it: "*claimed* the **attack**"."""
    claimed = event.rule == "claimed" and bool(event.agents) and content.start < event.trigger.end <= content.end
    return claimed or content.start <= event.trigger.start < content.end


def _link(links: Links, events: Iterable[int], number: int) -> None:
    for n in events:
        links[n] = (*links.get(n, ()), number)


def _end(saying: Attribution) -> int:
    """Where an attribution ends, cue and source included."""
    return max(span.end for span in (saying.content, saying.cue, saying.source) if span is not None)
