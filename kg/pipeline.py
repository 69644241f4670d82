"""The whole flow on one screen: articles -> documents -> records -> store -> exports."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Document, Record, to_dict

if TYPE_CHECKING:
    from kg.ontology import Ontology

#: characters that end a line for some readers; inside a JSON string they may be escaped
LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})


@dataclass(slots=True)
class Intake:
    """Lets documents pass, counts them, and keeps and tells the errors that stand in the place of the others."""

    tell: Callable[[str], object]
    passed: int = 0
    refused: list[InputError] = field(default_factory=list)

    def sound(self, items: Iterable[Document | InputError]) -> Iterator[Document]:
        """Pass the documents on."""
        for item in items:
            if isinstance(item, InputError):
                self.refused.append(item)
                self.tell(f"kg: {item}")
            else:
                self.passed += 1
                yield item

    @property
    def exit_code(self) -> int:
        """0 where all were sound, 1 where some were, 3 where none was."""
        return 0 if not self.refused else 1 if self.passed else InputError.exit_code


def records(documents: Iterable[Document], *, model: str, ontology: Ontology | None = None) -> Iterator[Record]:
    """Map documents to records, in order; the model is loaded when the first document comes."""
    documents = iter(documents)
    first = next(documents, None)
    if first is None:
        return
    from kg.language.pipeline import load, parse
    from kg.linking.records import record
    from kg.ontology import load as load_ontology

    nlp = load(model)
    known = ontology or load_ontology()
    for document, doc in parse(chain([first], documents), nlp):
        yield record(document, doc, known)


def line(record: Record, *, with_text: bool = True) -> str:
    """Write a record as one line of JSON."""
    kept = record if with_text else replace(record, text=None)
    return json.dumps(to_dict(kept), ensure_ascii=False).translate(LINE_ENDS) + "\n"
