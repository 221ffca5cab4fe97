"""Zip archives: members are read in memory within a limit, never written to disk under a name of their choosing."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from errors import DocumentError

LARGEST_MEMBER = 100_000_000
MOST_MEMBERS = 100_000
LARGEST_TOTAL = 4_000_000_000
"""Of all members together; a bomb of many small ones would keep the index run busy for days."""
_TOO_MUCH = f"is beyond the first {LARGEST_TOTAL // 1_000_000_000} GB of the archive, the most that is read; split it."


def members(content: bytes, suffixes: frozenset[str]) -> Iterator[tuple[str, bytes | DocumentError | None]]:
    """Yield the name and the bytes, or what is wrong, of each member; None for one without any of the suffixes.

    Raises:
        DocumentError: the archive itself cannot be read.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise DocumentError("is not a readable zip archive; create it again.") from None
    with archive:
        infos = [each for each in archive.infolist() if not each.is_dir()]
        if len(infos) > MOST_MEMBERS:
            raise DocumentError(f"contains {len(infos):,} files; unpack it and index the folder.")
        room = LARGEST_TOTAL
        for info in infos:
            path = PurePosixPath(info.filename.replace("\\", "/"))
            if any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts):
                continue
            if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
                yield path.name, DocumentError(f"has the unsafe name {info.filename!r} in the archive; rename it.")
            elif path.suffix.lower() == ".zip":
                yield str(path), DocumentError("is a zip inside a zip; unpack it and index the folder.")
            elif path.suffix.lower() in suffixes:
                yield str(path), _read(archive, info) if room > 0 else DocumentError(_TOO_MUCH)
                room -= min(info.file_size, LARGEST_MEMBER)
            else:
                yield str(path), None


def check_size(content: bytes) -> None:
    """Make sure that a zipped document (Word, EPUB, …) does not unpack to more than the limit.

    Raises:
        DocumentError: it does, or it is no archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            room = LARGEST_MEMBER
            for info in archive.infolist():
                with archive.open(info) as stream:
                    while piece := stream.read(1_000_000):
                        room -= len(piece)
                        if room < 0:
                            raise DocumentError(f"is over {LARGEST_MEMBER // 1_000_000} MB unpacked; split it.")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        raise DocumentError("is broken, encrypted or of another kind; save it again.") from None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | DocumentError:
    try:
        return _limited(archive, info)
    except DocumentError as error:
        return error


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of one member.

    Raises:
        KeyError: there is none of that name.
        DocumentError: it is encrypted, broken or over the limit.
    """
    return _limited(archive, archive.getinfo(name))


def _limited(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes; the declared size is not believed, only what comes out counts."""
    try:
        with archive.open(info) as stream:
            content = stream.read(LARGEST_MEMBER + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise DocumentError("is broken in its archive; create the archive again.") from None
    except RuntimeError:
        raise DocumentError("is encrypted in its archive; unpack it and index the folder.") from None
    if len(content) > LARGEST_MEMBER:
        raise DocumentError(f"is over {LARGEST_MEMBER // 1_000_000} MB unpacked; split it.")
    return content
