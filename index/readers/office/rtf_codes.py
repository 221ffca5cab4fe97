"""The words of RTF that are signs of the text, the groups that are not shown, and the code pages by their numbers."""

from __future__ import annotations

import codecs

SIGNS = {
    **{"tab": "\t", "line": "\n", "softline": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘"},
    **{
        "rquote": "’",
        "ldblquote": "“",
        "rdblquote": "”",
        "emspace": "\u2003",
        "enspace": "\u2002",
        "qmspace": "\u2005",
    },
    **{"zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f"},
}
STARRED_TEXT = frozenset("shpinst shppict ud do dptxbxtext shptxt cs ds ts nesttableprops".split())
"""Groups marked as unknown to old programs that hold text of the document, or a picture that is to be counted."""
HIDDEN_GROUPS = frozenset(
    "colortbl stylesheet listtable listoverridetable filetbl revtbl rsidtbl generator fldinst pntext listtext pn "
    "nonshppict shprslt nonesttables xe tc tcn rxe txe bkmkstart bkmkend atnid atnauthor atnref atntime atndate atnicn "
    "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template private themedata colorschememapping datastore latentstyles "
    "mmathPict sp sn sv falt panose fname pgdsctbl docvar userprops xmlnstbl wgrffmtfilter passwordhash objclass "
    "objname blipuid picprop formfield ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr ffl "
    "datafield fldtype hlinkbase keywords comment operator company manager category subject doccomm "
    "linkval staticval propname htmltag mhtmltag oleclsid atrfstart atrfend".split()
)
STREAMS = {"footnote": "note"} | {
    **dict.fromkeys(("header", "headerf", "headerl", "headerr"), "page header"),
    **dict.fromkeys(("footer", "footerf", "footerl", "footerr"), "page footer"),
}
"""Groups that are streams of their own -> what they are."""
NAMED_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_ODD_CODE_PAGES = {
    **{10000: "mac_roman", 10001: "shift_jis", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2"},
    **{10081: "mac_turkish", 708: "iso8859_6", 709: "iso8859_6", 819: "latin-1", 65001: "utf-8", 0: "cp1252"},
}
_SETS = {0: 1252, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255}
_MORE_SETS = {178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850, 77: 10000, 89: 10007}


def codec(number: int | None) -> str:
    """Return Python's name of a code page, an empty one where it knows none."""
    name = _ODD_CODE_PAGES.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup({"cp1361": "johab"}.get(name, name)).name
    except LookupError:
        return ""


CHARACTER_SETS = {number: codec(page) for number, page in (_SETS | _MORE_SETS).items()}
"""The numbers that a font's character set goes by."""
