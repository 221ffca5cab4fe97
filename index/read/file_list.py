"""Which files lie under the paths that a person named, and what there is not taken in, each with its reason.

A folder is listed by hand, not with `Path.rglob`: that passes over a folder which it may not read without a word, and
ends in a RecursionError where folders lie a thousand deep.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from errors import DocumentError
from index.read.file_types import SUFFIXES, of_the_system, unread_reason
from index.terminal import CONTROLS

MOST_DEEP = 100
"""Folders within folders; a path may have 4,096 bytes, and nobody sorts papers so deep."""
_NOT_UTF8 = "has a name that is not UTF-8; rename it."
_LEADS_OUT = "is a link to a file outside the folder, which is not followed; name that file itself."
_CONTROLS = "has a line break or a control character in its name; rename it."
_NO_FILE = "is not a file but a pipe, a socket or a device; leave it out."


@dataclass(frozen=True)
class Found:
    """A file to take in: where it is, the id that it gets, and how many bytes it had when it was listed."""

    path: Path
    id: str
    size: int = 0


@dataclass(frozen=True)
class Failure:
    """What could not be taken in, and why; `whole` when nothing of it was."""

    path: str
    reason: str
    whole: bool = True
    place: str = ""
    """Where the file is, of one that was not even opened."""


@dataclass
class Listing:
    """What lies under the roots, as it was seen."""

    roots: list[Path] = field(default_factory=list)
    """The roots that hold files to read."""
    files: list[Found] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    unlisted: list[Path] = field(default_factory=list)
    """Folders and links of which it is not known what they hold."""
    empty: list[Path] = field(default_factory=list)
    """Roots without a file to read: the disk that belongs there may not be there."""

    def covers(self, path: Path) -> bool:
        """Return whether the file would have been listed if it were there."""
        return any(path.is_relative_to(each) for each in self.roots) and not any(
            path.is_relative_to(each) for each in self.unlisted
        )


def listed(roots: list[Path], leave_out: Path | None = None) -> Listing:
    """Return what lies under the roots; `leave_out` is a folder that is passed over unless a root is in it.

    A root that is a file is always among the files. A file whose kind nothing reads, a name that is not UTF-8, a
    folder that cannot be read or lies too deep, a link to a folder and a pipe are among the failures.

    Raises:
        DocumentError: a root does not exist or its folder cannot be read.
    """
    listing = Listing()
    passed_over = leave_out and Path(os.path.realpath(leave_out))
    for root in roots:
        _list_root(root, passed_over, listing)
    return listing


def shown(name: str) -> str:
    """Return a name as a line of a message can hold it: bytes that are no UTF-8, and line ends, as `\\xe9`."""
    return "".join(each if each.isprintable() else _escaped(each) for each in name)


def _escaped(character: str) -> str:
    # Python stands a byte that is no UTF-8 for U+DC80 to U+DCFF (PEP 383).
    is_byte = "\udc80" <= character <= "\udcff"
    return f"\\x{ord(character) - 0xDC00:02x}" if is_byte else ascii(character)[1:-1]


def _list_root(root: Path, passed_over: Path | None, listing: Listing) -> None:
    if not _is_utf8(os.path.abspath(root)) or not _is_utf8(os.path.realpath(root)):
        listing.failures.append(_failure(root, str(root), _NOT_UTF8))
        return
    if CONTROLS.search(root.name):
        listing.failures.append(_failure(root, root.name, _CONTROLS))
        return
    try:
        status = os.stat(root)
    except (FileNotFoundError, NotADirectoryError):
        raise DocumentError(f"There is no file or folder {root}; check the path.") from None
    except OSError as error:
        raise DocumentError(f"{root} cannot be read ({error.strerror}); name another path.") from None
    if stat.S_ISDIR(status.st_mode):
        if not os.access(root, os.R_OK | os.X_OK):
            raise DocumentError(
                f"The folder {root} cannot be read; allow yourself to read it (chmod u+rx) or name another."
            )
        place = Path(os.path.realpath(root))
        before = len(listing.files)
        _list_folder(place, None if passed_over and place.is_relative_to(passed_over) else passed_over, listing)
        (listing.roots if len(listing.files) > before else listing.empty).append(place)
    elif stat.S_ISREG(status.st_mode):
        place = Path(os.path.realpath(root.parent), root.name)
        listing.roots.append(place)
        listing.files.append(Found(place, root.name, status.st_size))
    else:
        listing.failures.append(_failure(root, root.name, _NO_FILE))


def _list_folder(root: Path, passed_over: Path | None, listing: Listing) -> None:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        inside = folder.relative_to(root)
        if len(inside.parts) > MOST_DEEP:
            listing.failures.append(
                _failure(folder, _short(inside), f"lies more than {MOST_DEEP} folders deep; move it up.")
            )
            listing.unlisted.append(folder)
            continue
        try:
            with os.scandir(folder) as entries:
                for entry in sorted(entries, key=lambda each: each.name, reverse=True):
                    if not of_the_system(PurePath(entry.name)):
                        waiting += [each for each in _list_entry(entry, root, listing) if each != passed_over]
        except OSError as error:
            listing.failures.append(_failure(folder, _short(inside), _unreadable(error)))
            listing.unlisted.append(folder)


def _list_entry(entry: os.DirEntry[str], root: Path, listing: Listing) -> list[Path]:
    """Put a file among those to read or those that are not taken in, and return a folder to list."""
    path = Path(entry.path)
    name = path.relative_to(root).as_posix()
    try:
        if _is_utf8(entry.name) and entry.is_dir(follow_symlinks=False):
            return [path]
        status = entry.stat()
    except OSError as error:
        reason = "is a link that leads nowhere; leave it out." if _is_link(entry) else _unreadable(error)
        listing.failures.append(_failure(path, name, reason))
        listing.unlisted.append(path)
        return []
    if not _is_utf8(entry.name):
        listing.failures.append(_failure(path, name, _NOT_UTF8))
    elif stat.S_ISDIR(status.st_mode):
        reason = "is a link to a folder, which is not followed; name that folder itself."
        listing.failures.append(_failure(path, name, reason))
        listing.unlisted.append(path)
    elif not stat.S_ISREG(status.st_mode):
        listing.failures.append(_failure(path, name, _NO_FILE))
    elif path.suffix.lower() not in SUFFIXES:
        listing.failures.append(_failure(path, name, unread_reason(path.suffix)))
    elif CONTROLS.search(name):
        listing.failures.append(_failure(path, name, _CONTROLS))
    elif _is_link(entry) and not Path(os.path.realpath(path)).is_relative_to(root):
        # Whoever may put a link among the papers would choose what is read: /proc/self/environ, somebody's keys.
        listing.failures.append(_failure(path, name, _LEADS_OUT))
        listing.unlisted.append(path)
    else:
        listing.files.append(Found(path, name, status.st_size))
    return []


def _failure(path: Path, name: str, reason: str) -> Failure:
    return Failure(shown(name), reason, place=shown(str(path)))


def _is_link(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink()
    except OSError:
        return False


def _unreadable(error: OSError) -> str:
    return f"cannot be read ({error.strerror}); allow reading it or leave it out."


def _short(inside: PurePath) -> str:
    """Return a folder's path for a message of one line."""
    parts = inside.parts
    return inside.as_posix() if len(parts) <= 10 else "/".join((*parts[:3], "…", *parts[-1:]))


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
