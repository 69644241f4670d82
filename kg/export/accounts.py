"""Where sources differ about an incident, who says what, as words for a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.graph.store import Store
from kg.graph.vocabulary import INCIDENTS

_ACCOUNTS = f"""
SELECT ?incident ?account ?about ?low ?high ?agent ?claimant ?document {{
  GRAPH <{INCIDENTS}> {{ ?incident kg:account ?account . ?account kg:about ?about ; kg:article ?article }}
  ?article kg:document ?document
  OPTIONAL {{ GRAPH <{INCIDENTS}> {{ ?account kg:low ?low ; kg:high ?high }} }}
  OPTIONAL {{ GRAPH <{INCIDENTS}> {{ ?account kg:agent ?who }} ?who rdfs:label ?agent }}
  OPTIONAL {{ GRAPH <{INCIDENTS}> {{ ?account kg:claimantName ?claimant }} }}
}} ORDER BY ?incident ?about ?low ?high ?account ?agent ?claimant ?document
"""


def accounts(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Return by incident what each account says and who gives it: ``killed 12-15 (the army)``; without one, the article."""
    said: dict[str, dict[str, dict[str, dict[str, None]]]] = defaultdict(dict)
    for row in store.query(_ACCOUNTS):
        account = said[str(row["incident"])].setdefault(str(row["account"]), defaultdict(dict))
        low, high = row["low"], row["high"]
        figure = f"{low}" if low == high else f"{low}-{high}"
        for part, value in (
            ("about", row["about"]),
            ("what", row["agent"] if low is None else figure),
            ("who", row["claimant"]),
            ("where", row["document"]),
        ):
            if value is not None:
                account[part][str(value)] = None
    return {incident: tuple(map(_words, told.values())) for incident, told in said.items()}


def _words(account: Mapping[str, Mapping[str, None]]) -> str:
    about, what, who, where = (list(account.get(part, ())) for part in ("about", "what", "who", "where"))
    return f"{' '.join(about)} {', '.join(what)} ({', '.join(who or where)})"
