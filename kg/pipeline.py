"""The whole flow on one screen: articles -> documents -> records -> store."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from itertools import chain
from typing import TYPE_CHECKING, Literal

from kg import __version__
from kg.documents.english import NOT_ENGLISH, is_foreign
from kg.errors import InputError, LeftAlone, ReadingFault
from kg.model import Document, Record

if TYPE_CHECKING:
    from kg.graph.provenance import Build
    from kg.graph.store import Store
    from kg.graph.validation import Finding

Change = Literal["added", "replaced", "unchanged"]
Step = tuple[str, Change, Record | None]
Failed = Callable[[Document, Exception], object]
Unsound = Callable[[str, "tuple[Finding, ...]"], object]


@dataclass(slots=True)
class Intake:
    """Lets documents pass, counts them, and tells the errors that stand in the place of the others."""

    tell: Callable[[str], object]
    debug: bool = False
    passed: int = 0
    refused: list[InputError] = field(default_factory=list)
    unsound: int = 0

    def sound(self, items: Iterable[Document | InputError]) -> Iterator[Document]:
        """Pass the documents on."""
        for item in items:
            if isinstance(item, InputError):
                self.refused += () if isinstance(item, LeftAlone) else (item,)
                self.tell(f"kg: {item}")
            else:
                self.passed += 1
                if is_foreign(item.text):
                    self.tell(f"kg: {item.origin or item.id}: {NOT_ENGLISH}")
                yield item

    def failed(self, document: Document, error: Exception) -> None:
        """Tell that kg failed on one article, with the traceback where ``debug`` is set."""
        self.refused.append(fault := fault_of(document, error))
        if self.debug:
            self.tell("".join(traceback.format_exception(error)).rstrip())
        self.tell(f"kg: {fault}")

    def broke(self, document: str, found: tuple[Finding, ...]) -> None:
        """Tell that what is stated of an article, and stored, breaks rules of the ontology."""
        self.unsound += 1
        often = "once" if len(found) == 1 else f"{len(found)} times"
        self.tell(f"kg: {document}: its statements break rules of the ontology, {often}, as {found[0]}")

    @property
    def exit_code(self) -> int:
        """0 where all were sound, 1 where some were, 3 where none was."""
        if self.refused:
            return 1 if self.passed else InputError.exit_code
        return 1 if self.unsound else 0


def records(
    documents: Iterable[Document], *, model: str, all_quotes: bool = False, failed: Failed | None = None
) -> Iterator[Record]:
    """Map documents to records, in order; model and word lists are loaded when the first document comes.

    ``failed`` is told of each document on which kg itself fails, and the rest goes on; without it the error is raised.
    """
    documents = iter(documents)
    first = next(documents, None)
    if first is None:
        return
    from kg.language.batches import parsed, told
    from kg.language.pipeline import load
    from kg.linking.records import reader
    from kg.ontology import load as load_ontology

    nlp = load(model)
    resources = reader(load_ontology())
    for document, doc in parsed(chain([first], documents), nlp, failed):
        try:
            found = resources.record(document, doc, all_quotes=all_quotes)
        except Exception as error:  # noqa: BLE001 (whatever it is, it must not take the other articles with it)
            told(document, error, failed)
        else:
            yield found


def fault_of(document: Document, error: Exception) -> ReadingFault:
    """Return one line for an article on which kg itself fails."""
    where = document.origin or document.id
    words = " ".join(str(error).split())[:120]
    kind = type(error).__name__ + (f": {words}" if words else "")
    return ReadingFault(
        f"{where}: kg fails on this article and leaves it out ({kind}); kg --debug shows where, please report it"
    )


def build(
    documents: Iterable[Document],
    store: Store,
    *,
    model: str,
    again: bool = False,
    with_text: bool = False,
    failed: Failed | None = None,
    unsound: Unsound | None = None,
) -> Iterator[Step]:
    """Put articles into a store and yield what became of each; those that are there unchanged are not read again.

    Each article is stored whole before it is yielded; ``kg.graph.incidents`` groups the mentions afterwards.
    ``unsound`` is told of each whose statements break the SHACL shapes.
    """
    from kg.graph.provenance import run

    how = provenance(model)
    check: Callable[[Record], tuple[Finding, ...]] | None = None
    activity = run(how, {"with-text": "yes" if with_text else "no"})
    unchanged: list[str] = []
    hashes: dict[str, str] = {}

    def fresh() -> Iterator[Document]:
        for document in documents:
            seal = source_hash(document, how, with_text=with_text)
            if not again and store.source_hash_of(document.id) == seal:
                unchanged.append(document.id)
            else:
                hashes[document.id] = seal
                yield document

    for record in records(fresh(), model=model, failed=failed):
        yield from _pass(unchanged)
        seal = hashes.pop(record.document)
        change = store.add(record, build=how, source_hash=seal, with_text=with_text, run=activity)
        if unsound:
            check = check or _soundness(store, how)
            if found := check(record):
                unsound(record.document, found)
        yield record.document, change, record
    yield from _pass(unchanged)


def _soundness(store: Store, how: Build) -> Callable[[Record], tuple[Finding, ...]]:
    """Return a check of what is stated of one record."""
    from kg.graph.statements import quads
    from kg.graph.validation import checker

    check = checker(store)
    return lambda record: check(quads(record, store.relations, how))


def _pass(unchanged: list[str]) -> Iterator[Step]:
    for document in unchanged:
        yield document, "unchanged", None
    unchanged.clear()


def provenance(model: str) -> Build:
    """Return what determines a record beside the document: the versions of kg, the model and the ontology."""
    from kg.graph.provenance import Build
    from kg.language.pipeline import packages
    from kg.ontology import load as load_ontology

    named = " + ".join(f"{package} {_version(package)}".strip() for package in packages(model))
    return Build(__version__, named, load_ontology().fingerprint)


def source_hash(document: Document, how: Build, *, with_text: bool = False) -> str:
    """Return a hash that changes when the document, the way of reading it or what is kept of it does."""
    parts = [document.text, document.title, document.published, document.source, document.url, how.iri]
    parts += [document.licence or "", "text"] if with_text else [document.licence] if document.licence else []
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:  # a pipeline in a folder
        return ""
