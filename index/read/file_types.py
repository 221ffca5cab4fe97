"""Which files are read, and what is said of a file of a kind that is not."""

from __future__ import annotations

from pathlib import PurePath

from index.read.formats import READERS

SUFFIXES = frozenset({*READERS, ".zip"})

_ADVICE = {
    ".doc .dot .wpd .wps .pages .docm .dotx": "save it as .docx or .pdf",
    ".ppt .pps .key .odp .ppsx .pptm": "save it as .pptx or .pdf",
    ".xls .xlsb .xlsm .ods .numbers": "save it as .xlsx or .csv",
    ".msg .mbox .pst .ost .emlx": "save each mail as .eml",
    ".mht .mhtml": "save it as .html",
    ".ttml .dfxp .ass .ssa .sbv .sub .smi .stl .lrc": "save it as .srt or .vtt",
    ".jpg .jpeg .png .gif .tif .tiff .bmp .webp .heic .svg": (
        "a picture has no text; recognise its text and save that as .txt or .pdf"
    ),
    ".mp3 .m4a .wav .ogg .oga .opus .flac .aac .wma .aiff": (
        "a recording has no text; save its transcript as .txt, .srt or .vtt"
    ),
    ".mp4 .mov .avi .mkv .webm .m4v .wmv .mpg .mpeg .flv": "a film has no text; save its subtitles as .srt or .vtt",
    ".rar .7z .tar .gz .tgz .bz2 .xz": "unpack it, or pack it as .zip",
    ".mobi .azw .azw3 .fb2 .djvu .ps .xps": "save it as .epub or .pdf",
    ".tex .log .yaml .yml": "if it is text, give it the suffix .txt",
}
_BY_SUFFIX = {suffix: advice for suffixes, advice in _ADVICE.items() for suffix in suffixes.split()}
# What the system or a program puts beside a person's files; nobody wrote it to be read.
_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin", "system volume information"})
_SYSTEM_STARTS = (".", "~$", "~wrl", "__macosx")
_SYSTEM_ENDS = ("~", ".tmp", ".temp", ".lnk", ".crdownload", ".part", ".swp", ".lock")


def unread_reason(suffix: str) -> str:
    """Return why a file with the suffix is not read and what to do."""
    kinds = " ".join(sorted(SUFFIXES))
    advice = _BY_SUFFIX.get(suffix.lower()) or f"save it as one of {kinds}, or leave it out"
    return f"there is no reader for {f'files that end in {suffix}' if suffix else 'files without a suffix'}; {advice}."


def of_the_system(relative: PurePath) -> bool:
    """Return whether a path, relative to the indexed folder, is hidden or no person's file."""
    return any(
        part in _SYSTEM or part.startswith(_SYSTEM_STARTS) or part.endswith(_SYSTEM_ENDS)
        for part in (each.lower() for each in relative.parts)
    )
