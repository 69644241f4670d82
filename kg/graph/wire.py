"""HTTP to a SPARQL server: authentication, retries, and one clear line for what goes wrong.

httpx carries it, as it speaks the Digest authentication of Virtuoso, keeps connections, and is typed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence

import httpx

from kg.errors import QueryError, StoreError
from kg.graph.endpoints import Address

#: waits grow from FIRST_WAIT by a factor of 2, in seconds
TRIES, FIRST_WAIT, LONGEST_WAIT = 6, 0.2, 10.0
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_CONNECT, _ANSWER = 10.0, 600.0


class Wire:
    """Requests to one server; each may be sent again, so that all must be idempotent."""

    def __init__(self, where: Address, *, digest: bool = False, pause: Callable[[float], None] = time.sleep) -> None:
        self.name = where.shown
        self._pause = pause
        headers = {"User-Agent": "kg"}
        auth: httpx.Auth | None = None
        if where.token:
            headers["Authorization"] = f"Bearer {where.token}"
        elif where.user is not None:
            kind = httpx.DigestAuth if digest else httpx.BasicAuth
            auth = kind(where.user, where.password or "")
        limit = _limit(os.environ.get("KG_STORE_TIMEOUT"))
        secure = where.base.lower().startswith("https")  # reading the certificates takes longer than many a command
        timeout = httpx.Timeout(limit, connect=_CONNECT)
        self._client = httpx.Client(auth=auth, headers=headers, timeout=timeout, verify=secure)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def headers(self, url: str) -> Mapping[str, str]:
        """Return the headers of the answer to a GET, whatever its status."""
        return self._send("GET", url, (), None, {}).headers

    def send(
        self,
        method: str,
        url: str,
        parameters: Sequence[tuple[str, str]],
        *,
        accept: str = "*/*",
        content: bytes | None = None,
        kind: str | None = None,
        missing: bool = False,
    ) -> httpx.Response:
        """Send a request and return the answer, one of 404 only where it may be ``missing``.

        Raises QueryError where the server does not take a query, StoreError for all else that goes wrong.
        """
        headers = {"Accept": accept, **({"Content-Type": kind} if kind else {})}
        answer = self._send(method, url, parameters, content, headers)
        if answer.is_success or (missing and answer.status_code == 404):
            return answer
        raise self._refused(answer)

    def _send(
        self,
        method: str,
        url: str,
        parameters: Sequence[tuple[str, str]],
        content: bytes | None,
        headers: Mapping[str, str],
    ) -> httpx.Response:
        wait = FIRST_WAIT
        for attempt in range(1, TRIES + 1):
            try:
                answer = self._client.request(
                    method,
                    url,
                    params=httpx.QueryParams(list(parameters)) if parameters else None,
                    content=content,
                    headers=dict(headers),
                )
            except (httpx.TransportError, httpx.InvalidURL) as error:
                if attempt == TRIES or isinstance(error, (httpx.UnsupportedProtocol, httpx.InvalidURL)):
                    raise self._unreached(error) from error
                asked = None
            else:
                if attempt == TRIES or answer.status_code not in _AGAIN or _final(answer):
                    return answer
                asked = answer.headers.get("retry-after")
            self._pause(min(float(asked) if asked and asked.isdecimal() else wait, LONGEST_WAIT))
            wait *= 2
        raise AssertionError("the last attempt returns or raises")

    def _unreached(self, error: Exception) -> StoreError:
        if isinstance(error, httpx.TimeoutException):
            return StoreError(f"{self.name} does not answer in time; KG_STORE_TIMEOUT sets how many seconds kg waits")
        reason = " ".join(str(error).split()) or type(error).__name__
        if "refused" in reason.lower():
            reason = "connection refused"
        return StoreError(f"{self.name} cannot be reached ({reason}); check the URL and that the server runs")

    def _refused(self, answer: httpx.Response) -> StoreError | QueryError:
        code, words = answer.status_code, _first_words(answer)
        if code in (401, 403):
            who = "KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"
            return StoreError(f"{self.name} refuses this user ({code}); set {who}")
        if code in (404, 405):
            return StoreError(
                f"{self.name} has nothing at {answer.url.path} ({code}); check the URL, or name the kind of server, "
                "as in fuseki+http://..."
            )
        if code == 400 or (code == 500 and _final(answer)):
            return QueryError(f"{self.name} does not take the query: {words}")
        return StoreError(f"{self.name} answers {code}: {words}")


def _limit(seconds: str | None) -> float:
    """Return how long an answer may take; raise StoreError where what is set is no number of seconds."""
    if not seconds:
        return _ANSWER
    try:
        limit = float(seconds)
    except ValueError:
        limit = 0.0
    if not 0 < limit < float("inf"):
        raise StoreError(f"KG_STORE_TIMEOUT={seconds} is no number of seconds; set it to one such as 600")
    return limit


def _final(answer: httpx.Response) -> bool:
    """Whether a server's error is about the query (Virtuoso gives 500 for those), so that trying again is of no use."""
    return answer.status_code == 500 and ("SPARQL" in answer.text[:2000] or "SQL" in answer.text[:2000])


def _first_words(answer: httpx.Response) -> str:
    lines = [" ".join(line.split()) for line in answer.text[:2000].splitlines()]
    return next((line[:200] for line in lines if line and not line.startswith("<")), answer.reason_phrase)
