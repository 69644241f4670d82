"""Workers, each asked one question at a time and ended at its limit."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import dataclass, field

from kg.server.question import Limits, Question, Reply


@dataclass(slots=True)
class Workers:
    """At most ``count`` processes that read one store; they start when they are first needed."""

    store: str
    limits: Limits
    count: int
    _free: list[Process] = field(default_factory=list)
    _places: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self._places = asyncio.Semaphore(self.count)

    async def ask(self, question: Question) -> Reply:
        """Answer a question within the limits; cancelled, the process that works on it is ended."""
        try:
            async with asyncio.timeout(self.limits.seconds):
                await self._places.acquire()
        except TimeoutError:
            return Reply.refusal(503, "the server is busy with other queries; ask again in a moment")
        try:
            return await self._ask(question)
        finally:
            self._places.release()

    async def _ask(self, question: Question) -> Reply:
        self._free = [worker for worker in self._free if worker.returncode is None]
        worker = self._free.pop() if self._free else await self._start()
        done = False
        try:
            async with asyncio.timeout(self.limits.seconds):
                reply = await _exchange(worker, question)
            done = True
        except TimeoutError:
            words = f"the query took longer than {self.limits.seconds:g} seconds and was stopped; ask for less"
            return Reply.refusal(503, words)
        except (OSError, EOFError):
            words = f"the query broke off; it may need more than {self.limits.memory:,} MB of memory, so ask for less"
            return Reply.refusal(503, words)
        finally:
            if done:
                self._free.append(worker)
            else:
                await _end(worker)
        return reply

    async def _start(self) -> Process:
        """Start a worker that finds modules where this process does, and not in the folder where it happens to be."""
        limits = self.limits
        numbers = (f"{limits.seconds}", f"{limits.rows}", f"{limits.memory}")
        paths = os.pathsep.join(map(os.path.abspath, sys.path))
        environment = {**os.environ, "PYTHONPATH": paths, "RUST_BACKTRACE": "0"}
        command = (sys.executable, "-P", "-m", "kg.server.worker", self.store, *numbers)
        return await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, env=environment)

    async def close(self) -> None:
        """End all."""
        while self._free:
            await _end(self._free.pop())


async def _exchange(worker: Process, question: Question) -> Reply:
    if worker.stdin is None or worker.stdout is None:
        raise EOFError
    worker.stdin.write(question.line())
    await worker.stdin.drain()
    head = await worker.stdout.readline()
    if not head:
        raise EOFError
    said = json.loads(head)
    return Reply(**{**said, "body": await worker.stdout.readexactly(said["body"])})


async def _end(worker: Process) -> None:
    if worker.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(worker.pid, signal.SIGKILL)  # Process.kill would reap it beside asyncio, which complains
    await worker.wait()
