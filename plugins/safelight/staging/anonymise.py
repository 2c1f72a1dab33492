"""Anonymises many documents: side by side through one executor, and only those that changed since the last time.

What was done is remembered in this process alone (docs/adr/0021): no cache on disk could be keyed without letting
whoever holds the disk test guesses of names against it.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import lru_cache, partial

from safelight.executor import Watch, run_in_batches
from safelight.model.content import Document
from safelight.model.vault import Vault
from safelight.text import RedactedDocument, compile_registry, redact_document
from safelight.text.registry import Registry

BATCH = 100
"""Documents that go to a worker at a time."""
FEWEST = 200
"""Documents from which on workers are worth their start."""
MOST_REMEMBERED = 20_000
"""Documents that are remembered."""


class Anonymiser:
    """Redacts documents under a vault, and remembers each until the vault changes."""

    def __init__(self) -> None:
        self._policy: tuple[Vault, tuple[str, ...], frozenset[str]] | None = None
        self._registry: Registry | None = None
        self._remembered: dict[tuple[object, ...], RedactedDocument] = {}

    def redact(
        self,
        documents: Sequence[Document],
        vault: Vault,
        languages: Sequence[str],
        executor: Executor | None = None,
        watch: Watch | None = None,
        *,
        public: frozenset[str] = frozenset(),
    ) -> tuple[RedactedDocument, ...]:
        """The documents made safe, in their order; raises `VaultFindings` for a vault that protects nobody."""
        policy = (vault, tuple(languages), public)
        if self._registry is None or policy != self._policy:
            self._registry = compile_registry(vault, languages)
            self._policy = policy
            self._remembered.clear()
        missing = {_key(one): one for one in documents if _key(one) not in self._remembered}
        if len(self._remembered) + len(missing) > MOST_REMEMBERED:
            self._remembered.clear()
            missing = {_key(one): one for one in documents}
        work = list(missing.values())
        if executor is None or len(work) < FEWEST:
            found = tuple(redact_document(one, self._registry, public) for one in work)
        else:
            pickled = pickle.dumps(policy, pickle.HIGHEST_PROTOCOL)
            found = run_in_batches(executor, partial(_redact, pickled), work, batch=BATCH, watch=watch)
        self._remembered.update(zip(missing, found, strict=True))
        return tuple(self._remembered[_key(one)] for one in documents)


def _key(document: Document) -> tuple[object, ...]:
    fields = tuple((name, field.text, field.line) for name, field in document.fields.items())
    return (str(document.path), *document.key, fields, document.body, document.body_line)


@lru_cache(maxsize=2)
def _registry(pickled: bytes) -> tuple[Registry, frozenset[str]]:
    """A worker's registry, made once from the vault that came with the work, and the campaign's own contacts."""
    vault, languages, public = pickle.loads(pickled)  # noqa: S301 (from our own parent process, by its pipe)
    return compile_registry(vault, languages), public


def _redact(pickled: bytes, document: Document) -> RedactedDocument:
    registry, public = _registry(pickled)
    return redact_document(document, registry, public)


ANONYMISER = Anonymiser()
"""This process's; `safelight serve` builds again and again with it."""
