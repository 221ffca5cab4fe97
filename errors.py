"""Errors a user can act on.

    OnTheRecordError            one sentence: the thing, and the next step
    ├── SettingError            a setting cannot be read
    ├── DocumentError           a file cannot be taken in
    ├── CorrectionError         a correction of what was read cannot be made
    ├── JobError                a piece of work is not known
    ├── QuestionError           a question cannot be asked
    ├── GoldError               a file of questions or quotations with known answers cannot be read
    ├── LimitError              one reader did too much within a minute
    ├── StoppedError            the service stops before a question's turn came
    ├── ModelError              a chat model failed or was not done in time
    ├── NothingIndexedError     the store contains no document yet
    └── StoreError              the store cannot be used
        ├── StoreBusyError      another process holds it
        ├── StoreUnreachableError   a server that holds a part of it does not answer
        └── EmbedderError       it was made with other embedding weights, or the weights are not there

Each is shown as it is: by the commands as one line on standard error with exit code 1, by the chat as a message in the
page. Anything else that is raised is a defect of ours.
"""


class OnTheRecordError(Exception):
    """The root: its text is one sentence that names the thing and says what to do."""


class SettingError(OnTheRecordError):
    """A setting cannot be read."""


class DocumentError(OnTheRecordError):
    """A file cannot be taken in."""


class CorrectionError(OnTheRecordError):
    """A correction of what was read cannot be made."""


class JobError(OnTheRecordError):
    """A piece of work is not known."""


class QuestionError(OnTheRecordError):
    """A question cannot be asked as it is."""


class GoldError(OnTheRecordError):
    """A file of questions or quotations with known answers cannot be read."""


class LimitError(OnTheRecordError):
    """One reader did too much within a minute."""


class StoppedError(OnTheRecordError):
    """The service stops before a question's turn came."""


class ModelError(OnTheRecordError):
    """A chat model failed or was not done in time."""


class NothingIndexedError(OnTheRecordError):
    """The store contains no document yet."""


class StoreError(OnTheRecordError):
    """The store cannot be used."""


class StoreBusyError(StoreError):
    """Another process holds the store."""


class StoreUnreachableError(StoreError):
    """A server that holds a part of the store does not answer."""


class EmbedderError(StoreError):
    """The store was made with other embedding weights, or the weights are not installed."""
