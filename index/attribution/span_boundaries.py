"""Cue -> the tokens at which the reported words may begin and end, and the named features by which they are weighed.

What is said begins soon after its cue, or where a clause opens before it ("The ferry is late, the mayor said"). It may
end wherever no phrase is cut. `index.attribution.indirect_speech` chooses among these borders.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.cues.cue_features import bucket, closed, kind_of, left_edge
from index.cues.cues import Cue
from index.cues.tokens import Tokens

FURTHEST = 14
"""Tokens after a cue among which what is said may begin."""
LONGEST = 70
"""Tokens that what is said may have, and that may lie between its beginning and a later cue."""
_MOST_OPENINGS = 8
THAT = frozenset("that что чтобы що щоб што каб że żeby iż".split())
_OPENS = frozenset(",;:-CSQ.x(")
_NO_END = frozenset("DITASC,;:-(")


def starts(tokens: Tokens, cue: Cue, end: int) -> list[int]:
    """Return the tokens at which what is said may begin: soon after the cue, or where a clause opens before it."""
    right = [
        at
        for at in range(cue.content, min(cue.content + FURTHEST, end))
        if tokens.tags[at] not in ",;.)" and not _conjunction(tokens, at, end)
    ]
    if _has_no_content(tokens, cue):
        return []
    if cue.form in {"noun", "adjective"}:
        return right
    edge = left_edge(cue)
    left = [at for at in range(max(0, edge - LONGEST), edge - 1) if at == 0 or tokens.tags[at - 1] in _OPENS]
    left = [at for at in left if tokens.tags[at] not in ",;:-).C"][-_MOST_OPENINGS:]
    return left + right


def _has_no_content(tokens: Tokens, cue: Cue) -> bool:
    """Return whether what follows a cue is no content: "said nothing of it", "a report from the mayor"."""
    word = tokens.lower[cue.content] if cue.content < len(tokens) else ""
    if cue.form == "noun":
        return word in {"from", "by"}
    return word in {"nothing", "little"} and tokens.tags[cue.content + 1 : cue.content + 2] not in (["A"], ["v"], ["V"])


def _conjunction(tokens: Tokens, at: int, end: int) -> bool:
    """Return whether a "that" only leads to what is said; in "said that was it", "in that time" it is said itself."""
    leads = tokens.lower[at] in THAT and at + 1 < end and tokens.tags[at + 1] not in "AvV"
    return leads and not (tokens.tags[at - 1] == "I" and tokens.tags[at + 1] in "nZ")


def ends(tokens: Tokens, cue: Cue, start: int, end: int) -> list[int]:
    """Return the tokens before which what begins at a token may end."""
    if start < cue.first:
        edge = left_edge(cue)
        found = [at for at in (edge, end) if at > start]
        return sorted({_bare(tokens, start, at) for at in found})
    tags = tokens.tags
    found = []
    for at in range(start + 1, min(end, start + LONGEST) + 1):
        if at < end:
            last, tag = tags[at - 1], tags[at]
            if tag == "Q":
                break
            if last in _NO_END or (tag in "nN#" and last in "nN#vVA") or tag == ")":
                continue
        found.append(at)
    return found


def _bare(tokens: Tokens, start: int, at: int) -> int:
    while at > start + 1 and tokens.tags[at - 1] in ",-;:":
        at -= 1
    return at


def start_features(tokens: Tokens, cue: Cue, start: int, end: int) -> list[str]:
    """Return what tells whether the words of a cue begin at a token."""
    return (_left_start if start < cue.first else _right_start)(tokens, cue, start, end)


def _left_start(tokens: Tokens, cue: Cue, start: int, end: int) -> list[str]:
    kind, tags, edge = kind_of(cue), tokens.tags, left_edge(cue)
    opener = tags[start - 1] if start else "^"
    marks = sum(each in ",;:-" for each in tags[start:edge])
    at_edge = tags[edge - 1]
    one, two = (*tags[cue.content : min(cue.content + 2, end)], "$", "$")[:2]
    own = "own" if edge < cue.first else "inherited" if cue.inherited else "none"
    return [
        f"L {kind}",
        f"L {opener}",
        f"L {opener}{tags[start]}{tags[start + 1]}",
        f"L word {closed(tokens, start, end)}",
        f"L marks {min(marks, 4)}",
        f"L first {start == 0} {min(marks, 3)}",
        f"L edge {at_edge} {kind} {own}",
        f"L edge {at_edge} {one} {own}",
        f"L edge {at_edge} {one} {two}",
        f"L follows {one} {kind}",
        f"L lemma {cue.lemma} {at_edge}",
        f"L form {cue.form} {at_edge}",
        f"L room {bucket(end - cue.content)} {at_edge}",
        f"L long {bucket(edge - start)}",
    ]


def _right_start(tokens: Tokens, cue: Cue, start: int, end: int) -> list[str]:
    kind, tags, edge = kind_of(cue), tokens.tags, left_edge(cue)
    tag, before = tags[start], closed(tokens, start - 1, end)
    distance = start - cue.content
    opener = tags[edge - 1] if edge else "^"
    skipped = "".join(tags[cue.content : start]) if distance < 4 else f"{bucket(distance)}{tags[start - 1]}"
    that = "that" if "that" in tokens.lower[start : start + 10] else ""
    return [
        f"R {bucket(distance)}",
        f"R skipped {skipped}",
        f"R skipped {skipped} {kind}",
        f"R skipped {skipped} {tag}",
        f"R skipped {skipped} lemma {cue.lemma}",
        f"R lemma {cue.lemma} {distance if distance < 3 else 'far'}",
        f"R word {closed(tokens, start, end)}",
        f"R before {before}",
        f"R before {before} {kind}",
        f"R before {before} {tag}",
        f"R two {tag}{tags[start + 1] if start + 1 < end else '$'} {kind}",
        f"R that {that} {tag} {distance == 0}",
        f"R form {cue.form} {skipped}",
        f"R opener {opener} {skipped} {tag}",
    ]


def end_features(tokens: Tokens, cue: Cue, start: int, at: int, end: int, cuts: frozenset[int]) -> list[str]:
    """Return what tells whether the words that begin at a token end before another."""
    return (
        _left_end(tokens, cue, start, at, end) if start < cue.first else _right_end(tokens, cue, start, at, end, cuts)
    )


def _left_end(tokens: Tokens, cue: Cue, start: int, at: int, end: int) -> list[str]:
    edge = left_edge(cue)
    place = "end" if at > edge else "edge"
    follows = tokens.tags[cue.content] if cue.content < end else "$"
    return [
        f"L {place} {follows}",
        f"L {place} {follows} {closed(tokens, cue.content + 1, end)}",
        f"L {place} {kind_of(cue)} {tokens.tags[edge - 1]}",
        f"L {place} rest {bucket(end - cue.content)}",
        f"L {place} long {bucket(edge - start)}",
        f"L {place} {cue.passive} {cue.subject is None}",
    ]


def _right_end(tokens: Tokens, cue: Cue, start: int, at: int, end: int, cuts: frozenset[int]) -> list[str]:
    kind, tags = kind_of(cue), tokens.tags
    last, tag = tags[at - 1], tags[at] if at < end else "$"
    word = closed(tokens, at, end)
    then = closed(tokens, at + 1, end) if tag in {",", "-", "C"} else ""
    opening = tags[start] if start == cue.content else f"{tags[start]} {closed(tokens, start - 1, end)}"
    long, inside = bucket(at - start), tags[start:at]
    verbs = sum(each in "AvV" for each in inside)
    clause = "clause" if verbs else "phrase"
    return [
        f"pair {last}{tag}",
        f"word {word} {then}",
        f"word {word} {kind}",
        f"word {word} {clause}",
        f"tag {tag} {opening}",
        f"tag {tag} {then} {clause} {kind}",
        f"long {long}",
        f"long {long} {kind}",
        f"long {long} {opening}",
        f"marks {min(inside.count(','), 3)} {tag}",
        f"verbs {min(verbs, 4)} {tag} {opening}",
        f"verbs {min(verbs, 3)} {kind}",
        f"rest {bucket(end - at)} {tag}",
        f"whole {at >= end} {kind} {cue.form}",
        f"cut {at in cuts} {tag} {then}",
        f"last {last} {at >= end}",
    ]


def cut_points(cues: Sequence[Cue]) -> frozenset[int]:
    """Return the tokens at which another cue and its own subject begin."""
    return frozenset(left_edge(each) for each in cues if each.form not in {"noun", "adjective"})
