"""Every piece of work that can be asked of a store that somebody has open, by its name."""

from __future__ import annotations

from collections.abc import Callable

from index.owner_rpc import Payload, Show
from index.upload_jobs import Intake
from rag.pipeline import Pipeline
from rag.serve.operations import adding, asking, correcting, drafts, feedback, looking, quotations, sources

Operation = Callable[[Pipeline, Payload, Show], Payload]
OPERATIONS: dict[str, Operation] = {
    each.__name__: each
    for each in (
        asking.health,
        asking.ask,
        asking.answered,
        asking.stream,
        asking.verify,
        correcting.corrected,
        drafts.draft,
        feedback.feedback,
        looking.statements,
        looking.timeline,
        looking.explored,
        looking.coverage,
        quotations.quotation,
        sources.documents,
        sources.source,
        sources.file,
        sources.unread,
    )
}
Change = Callable[[Intake, Payload, Show], Payload]
CHANGES: dict[str, Change] = {
    each.__name__: each
    for each in (adding.add, adding.add_text, adding.remove, adding.jobs, adding.job, adding.cancel, adding.take_up)
}
"""What is asked of that which takes files into the store and documents out of it."""
