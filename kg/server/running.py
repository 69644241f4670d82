"""Start the server, and let it end well."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address

import uvicorn

from kg.errors import ServerError
from kg.server.application import application
from kg.server.question import Limits

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_PATIENCE = 3  # seconds that queries under way get when the server is stopped


def serve(
    store: str,
    limits: Limits,
    *,
    host: str,
    port: int,
    workers: int,
    cors: Sequence[str],
    tell: Callable[[str], object],
) -> None:
    """Serve until Ctrl-C; raise ServerError where the address cannot be had.

    On the loopback only requests for its own names are answered, so that no web page reads the store by a name of its
    own that leads there (DNS rebinding).
    """
    local = loopback(host)
    bound = bind(host, port)
    name = f"[{host}]" if ":" in host else host
    app = application(store, limits, workers=workers, cors=cors, hosts=(*_LOOPBACK, name) if local else ("*",))
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_PATIENCE
    )
    if not local:
        tell(f"kg: {host} is open to other machines: whoever reaches it reads the whole store, without a password")
    tell(f"kg: serving {store} at http://{name}:{bound.getsockname()[1]}/ (SPARQL at /sparql); Ctrl-C stops it")
    try:
        uvicorn.Server(config).run(sockets=[bound])
    except KeyboardInterrupt:
        pass
    finally:
        bound.close()
    tell("kg: stopped serving")


def loopback(host: str) -> bool:
    """Tell whether an address is reached from this machine alone."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def bind(host: str, port: int) -> socket.socket:
    """Take an address; raise ServerError where it is in use or not of this machine."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind, protocol)
        try:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind(address)
            bound.listen()  # who is told of the address may connect at once
        except OSError:
            bound.close()
            raise
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "this is no name of a host"
        why = f"{host}:{port} cannot be served ({reason}); name another --host or --port"
        raise ServerError(why) from error
    return bound
