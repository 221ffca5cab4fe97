"""A query -> the form of its answer: by its kind, and by what is found and whether that is enough to answer."""

from __future__ import annotations

from dataclasses import replace

from index.names.names import is_name
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.stems import words
from index.transcripts.label_names import readable_name
from rag.answer import listing, not_found, quote_check, statements, timeline
from rag.answer.broad.answers import broad
from rag.answer.broad.whole.asked_whole import of_whole
from rag.answer.coverage.of_speaker import asks_for_newest, first_or_newest
from rag.answer.near.after_event import after_event
from rag.answer.near.said_nearby import said_nearby
from rag.answer.near.supposed import READ, denied_premise
from rag.answer.plan.all_speakers import all_speakers
from rag.answer.plan.most_named import most_named
from rag.answer.plan.of_one_form import of_one_form
from rag.answer.plan.questions import without_questions
from rag.answer.plan.who_said import said_by_somebody, who_said, without_hearer
from rag.answer.quoted.otherwise import told_otherwise
from rag.answer.shown import disputed, keywords
from rag.answer.shown.decided import Composed, Stages, decided
from rag.answer.shown.ends import ends
from rag.answer.shown.minds import changes_of_mind
from rag.answer.shown.spoken import spoken_on_it
from rag.answer.shown.times import of_its_time
from rag.answer.shown.told_of import PERHAPS, by_name, on_topic, telling_of
from rag.answer.shown.told_views import tells_view
from rag.answer.shown.views import nearest_views
from rag.answer.tables.answer import in_tables
from rag.find.answerability import Decision
from rag.find.chance import probability
from rag.find.terms import Term
from rag.rank.disputed.deed import deed_of, reasons_of, tells_of
from rag.rank.evidence import joined, text_of
from rag.rank.lines.heads import without_heads
from rag.rank.lines.labels import labelled, without_other_labels
from rag.rank.lines.pronouns import of_the_subject
from rag.rank.lines.signatures import without_signatures
from rag.rank.lines.sums import with_sums
from rag.records import Evidence, Kind, Query, Ranked, Scope
from rag.understand.intent import who_is
from rag.understand.people.described import unknown_post
from rag.understand.people.given_names import by_given_name
from rag.understand.people.who_speaks import speakers_asked
from rag.understand.plan.first_line import line_asked
from rag.understand.plan.minds import mind_asked
from rag.understand.speakers import find_speakers
from rag.understand.supposed.premise import premise_of
from rag.understand.supposed.relations import other_wordings

Found = tuple[tuple[Term, ...], Ranked]


def composed(query: Query, stages: Stages, speaker_is_set: bool) -> Composed:
    """Return the answer in the form that its kind of question asks for.

    `speaker_is_set` says that the user set the speaker, so that no other reading of the question may drop him.
    """
    if query.broad and query.kind in ("overview", "catalog"):
        return _broad(query, stages, speaker_is_set)
    query = by_given_name(query, stages.catalog) or query
    scope = stages.scope(query)
    if found := _of_mind_or_end(query, stages, scope):
        return found
    if each := of_one_form(query, stages.catalog):
        return Composed(query=query, scope=scope, form=each, probability=1.0)
    terms, ranked = stages.find(query)
    if query.kind in ("fact", "statements"):
        ranked = without_questions(query, ranked, stages.catalog)
    if query.kind == "quote_check" and query.quotation:
        form = quote_check.check(query, stages.catalog, scope, lambda: ranked.evidence)
        if form.nearest is not None and (told := told_otherwise(query, stages, scope)):
            return told
        return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=float(form.nearest is None))
    if query.kind in ("list", "timeline"):
        return _listed(query, stages, scope, terms, ranked)
    if listed := _of_all_speakers(query, stages, scope):
        return listed
    decision = stages.decide(query, terms, _admitted(query, terms, ranked.evidence, stages.catalog))
    first = _of_lines_or_denials(query, stages, scope, terms, ranked=ranked, decision=decision)
    if first := first or _of_who_said(query, stages, scope, ranked, decision=decision):
        return first
    return _shown(query, stages, scope, (terms, ranked), decision, speaker_is_set)


def _shown(query: Query, stages: Stages, scope: Scope, found: Found, decision: Decision, is_set: bool) -> Composed:
    """Return the answer that shows the evidence where it is enough, or what stands in for it, or a refusal."""
    terms, ranked = found
    is_whole = decision.answer and not keywords.is_partial(query, decision)
    if not is_whole and (listed := keywords.listed_words(query, stages, scope, terms, ranked)):
        return listed
    near = None if decision.answer else _nearest(query, terms, ranked, decision, catalog=stages.catalog)
    if near or decision.answer:
        return decided(query, stages, scope, near or decision, ranked)
    other = _otherwise(query, stages, scope, terms, is_set)
    return other or _refused(query, stages, scope, ranked, decision=decision, speaker_is_set=is_set)


def _refused(
    query: Query, stages: Stages, scope: Scope, ranked: Ranked, *, decision: Decision, speaker_is_set: bool
) -> Composed:
    """Return the answer where no evidence is enough: the documents' words on an asked speaker, or that nothing was."""
    if query.speaker:
        return _in_documents_words(query, stages, scope, decision, speaker_is_set)
    return _absent(query, stages, scope, ranked, decision.probability)


def _nearest(
    query: Query, terms: tuple[Term, ...], ranked: Ranked, refused: Decision, *, catalog: Catalog
) -> Decision | None:
    """Return what answers though a reader of single sentences passes it over: a view nearby, or what names a time."""
    if near := nearest_views(query, terms, ranked.evidence, catalog):
        return replace(refused, answer=True, evidence=near, in_other_words=True, distant=True)
    if near := of_its_time(query, ranked.evidence, catalog):
        return replace(refused, answer=True, evidence=near)
    return None


def _otherwise(query: Query, stages: Stages, scope: Scope, terms: tuple[Term, ...], is_set: bool) -> Composed | None:
    """Return the answer to the question asked from another side, by somebody's name or of his words on it, or None."""
    found = _from_other_side(query, stages, scope) or after_event(query, stages, scope)
    return found or _told_of(query, stages, scope, terms, is_set) or spoken_on_it(query, stages, scope)


def _of_mind_or_end(query: Query, stages: Stages, scope: Scope) -> Composed | None:
    """Return what somebody tells of a change of mind, or the first or last words in a document, where that is asked."""
    if query.kind == "quote_check":
        return None
    if form := ends(query, stages.catalog) or of_whole(query, stages.catalog):
        return Composed(query=query, scope=scope, form=form, probability=1.0)
    asked = mind_asked(query.standalone, stages.catalog)
    if asked is None:
        return None
    speakers = tuple(find_speakers(asked.who, stages.catalog))
    topical = replace(query, kind="statements", topic=asked.topic, speaker=asked.who, speakers=speakers)
    terms, ranked = stages.find(topical)
    evidence = joined(changes_of_mind(topical, terms, stages.catalog), stages.catalog)
    if evidence:
        line = f"{readable_name(evidence[0].speaker or '')} tells of a change of mind:"
        form = statements.form(topical, evidence, stages.catalog, line)
        return Composed(query=topical, scope=scope, form=form, ranked=ranked, probability=1.0)
    decision = stages.decide(topical, terms, ranked.evidence)
    if query.kind == "timeline" or not decision.answer:
        return None
    return decided(topical, stages, scope, decision, ranked)


SURELY_NEAR = 0.85
"""The chance from which words tell whether something is so where none have the deed's own: "opposes its joining" for
whether it is fine with its getting in. Beside words that have them, two of three answers so changed were worse."""


def _of_who_said(query: Query, stages: Stages, scope: Scope, ranked: Ranked, *, decision: Decision) -> Composed | None:
    """Return who said something in other words, where that is asked and no statement has the question's own words."""
    named = decision.answer and query.kind == "statements" and not (decision.in_other_words or query.loose)
    said = None if named else said_by_somebody(query)
    if said is None:
        return None
    if found := who_said(said, stages.find, stages.catalog):
        form, read = found
        return Composed(query=query, scope=scope, form=form, ranked=read, probability=decision.probability)
    if query.loose:
        # Somebody named in what was said did not say it for that.
        anybody = replace(
            query, kind="fact", topic=query.standalone, speaker=None, speakers=(), loose=False, bare=False
        )
        return composed(anybody, stages, speaker_is_set=False)
    # What is near in meaning may be on the same thing and say something else.
    return _absent(query, stages, scope, ranked, decision.probability) if decision.in_other_words else None


def _of_all_speakers(query: Query, stages: Stages, scope: Scope) -> Composed | None:
    """Return the answer that names all who speak of something, where that is asked and several do."""
    asked = speakers_asked(query.standalone) if not query.speaker and query.kind in ("fact", "statements") else None
    if asked is None:
        return None
    topical = replace(query, kind="statements", topic=asked.topic)
    terms, ranked = stages.find(topical)
    form = all_speakers(topical, asked, terms, ranked.evidence, stages.catalog)
    if form is None:
        return None
    return Composed(query=topical, scope=scope, form=form, ranked=ranked, probability=1.0)


def _admitted(
    query: Query, terms: tuple[Term, ...], evidence: tuple[Evidence, ...], catalog: Catalog
) -> tuple[Evidence, ...]:
    """Return the evidence that can answer by what it is about."""
    introducing = without_signatures(query, _introducing(query, evidence, catalog), catalog)
    introducing = with_sums(query, without_heads(query, introducing, catalog), catalog)
    introducing = without_hearer(query, introducing, catalog)
    if query.kind != "fact":
        return introducing
    if query.unheld:
        # Nobody is known to hold the post: single sentences under a name would put another's words into its mouth.
        return ()
    if unknown_post(query.standalone, lambda name: find_speakers(name, catalog)):
        # Whose words are asked for is nobody's that is named by another name.
        introducing = tuple(each for each in introducing if not (each.speaker and is_name(each.speaker)))
    introducing = of_the_subject(query, introducing, catalog, lambda name: find_speakers(name, catalog))
    return _on_the_deed(query, terms, without_other_labels(query, introducing, catalog), catalog)


def _of_lines_or_denials(
    query: Query, stages: Stages, scope: Scope, terms: tuple[Term, ...], *, ranked: Ranked, decision: Decision
) -> Composed | None:
    """Return the answer by a line with the asked label, or what contradicts the question's premise."""
    if query.kind == "fact" and (lines := labelled(query, ranked.candidates[:READ], stages.catalog)):
        return decided(query, stages, scope, replace(decision, answer=True, evidence=lines), ranked)
    if form := in_tables(query, ranked.candidates[:READ], stages.catalog):
        return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=1.0)
    if query.kind not in ("fact", "statements") or (query.kind == "statements" and decision.answer):
        return None
    denied = denied_premise(query, stages, terms, ranked, decision)
    if denied is None:
        return None
    return Composed(query=query, scope=scope, form=denied, ranked=ranked, probability=decision.probability)


def _broad(query: Query, stages: Stages, speaker_is_set: bool) -> Composed:
    """Return what documents say as a whole, or is known of them; where none are meant, it asks for words in them."""
    form = broad(query, stages.catalog, stages.find)
    if form is not None:
        return Composed(query=query, scope=stages.scope(query), form=form, probability=1.0)
    kind: Kind = "statements" if query.speaker else "fact"
    topic = query.topic if query.speaker else query.standalone
    return composed(replace(query, kind=kind, topic=topic, broad=None), stages, speaker_is_set)


def _listed(query: Query, stages: Stages, scope: Scope, terms: tuple[Term, ...], ranked: Ranked) -> Composed:
    if query.counted and not _is_of_unknown_speaker(query):
        if form := most_named(query, query.counted, stages.catalog):
            return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=1.0)
        return _absent(query, stages, scope, ranked, 0.0)
    found = listing.listed(query, terms, stages.catalog)
    if (asks_for_newest(query) or not found) and (form := first_or_newest(query, stages.catalog)):
        return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=1.0)
    if found and not _is_of_unknown_speaker(query):
        if query.kind == "timeline":
            found = timeline.with_name(query, found, terms, stages.catalog)
        form = (timeline if query.kind == "timeline" else listing).form(query, found, stages.catalog)
        return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=1.0)
    if query.counts:
        return _reported_count(query, stages, scope, ranked)
    return _absent(query, stages, scope, ranked, 0.0)


def _is_of_unknown_speaker(query: Query) -> bool:
    return bool(query.speaker) and not query.speakers


def _introducing(query: Query, evidence: tuple[Evidence, ...], catalog: Catalog) -> tuple[Evidence, ...]:
    """Return the evidence; for who somebody is, only what names him: his own words say so only there."""
    person = who_is(query.standalone)
    if not person:
        return evidence
    name = set(words(unified(person)))
    return tuple(each for each in evidence if name <= set(words(unified(text_of(each, catalog)))))


def _from_other_side(query: Query, stages: Stages, scope: Scope) -> Composed | None:
    """Return the answer to a question for a relation that texts tell from the other side, None where they do not."""
    for each in other_wordings(query.standalone) if query.kind == "fact" else ():
        otherwise = replace(query, standalone=each, topic=each)
        terms, ranked = stages.find(otherwise)
        decision = stages.decide(otherwise, terms, ranked.evidence)
        if decision.answer:
            found = decided(otherwise, stages, scope, decision, ranked)
            return replace(found, query=query)
    return None


def _on_the_deed(
    query: Query, terms: tuple[Term, ...], evidence: tuple[Evidence, ...], catalog: Catalog
) -> tuple[Evidence, ...]:
    """Return the evidence; to whether somebody did something, only what tells of such a deed answers.

    To why, what has the deed near it, or a word of what was done where the reader clearly sees the reason there: one
    seldom names what it is given for, and a report gives many.
    """
    premise = premise_of(query.standalone)
    if premise is None or not (premise.asked or line_asked(query.standalone) == "why"):
        return evidence
    deed = deed_of(premise, terms)
    if not premise.asked:
        return reasons_of(deed, evidence, catalog)
    # What is surely read tells of it in other words: "no confirmed reports of injuring" for whether it hurt anybody.
    telling = tuple(
        each for each in evidence if each.reading or tells_of(deed, frozenset(words(unified(text_of(each, catalog)))))
    )
    return telling or tuple(each for each in evidence if probability(each) >= SURELY_NEAR)


def _reported_count(query: Query, stages: Stages, scope: Scope, ranked: Ranked) -> Composed:
    """Return the answer to how often something was said where no such words stand: a text may tell the number."""
    fact = replace(query, kind="fact", topic=query.standalone)
    terms, of_fact = stages.find(fact)
    decision = stages.decide(fact, terms, of_fact.evidence)
    if _is_of_unknown_speaker(query) or not decision.answer:
        return _absent(query, stages, scope, ranked, decision.probability)
    return decided(fact, stages, scope, decision, of_fact)


def _told_of(
    query: Query, stages: Stages, scope: Scope, topic: tuple[Term, ...], speaker_is_set: bool
) -> Composed | None:
    """Return what documents tell of somebody who is asked for by what he is, and whom they name; None for others."""
    asked = None if speaker_is_set else by_name(query, stages.catalog)
    if asked is None:
        return None
    question, names = asked
    named = replace(query, kind="fact", standalone=question, topic=question, speaker=None, speakers=())
    terms, found = stages.find(named)
    ranked = without_questions(named, found, stages.catalog)
    his = telling_of(names, ranked.evidence, stages.catalog)
    if not query.speaker:
        decision = stages.decide(named, terms, _on_the_deed(named, terms, his, stages.catalog))
        return replace(decided(named, stages, scope, decision, ranked), query=query) if decision.answer else None
    his = on_topic(topic, his, stages.catalog)
    decision = stages.decide(named, terms, his)
    if decision.answer:
        return replace(decided(named, stages, scope, decision, ranked), query=query)
    near = stages.decide(named, terms, [each for each in his if each.speaker in names])
    if query.view and near.probability >= PERHAPS:
        return decided(query, stages, scope, replace(near, answer=True, in_other_words=True, distant=True), ranked)
    return _absent(query, stages, scope, ranked, decision.probability)


def _in_documents_words(
    query: Query, stages: Stages, scope: Scope, refused: Decision, speaker_is_set: bool
) -> Composed:
    """Return the answer about an asked speaker who has no statement on the topic.

    A document may tell what somebody thought without a statement being found ("Aristotle believed …"). Such a
    sentence is shown as the document's own words, and only when it says itself that the asked speaker said it. A
    few bare words that name somebody ("tell ferry cost") may ask for a fact about him instead.
    """
    anybody = replace(query, kind="fact", topic=query.standalone, speaker=None, speakers=())
    # Of a passage the words of others would be shown as his.
    stages = replace(stages, near=None)
    terms, found = stages.find(anybody)
    ranked = without_questions(anybody, found, stages.catalog)
    evidence: tuple[Evidence, ...] | list[Evidence] = ranked.evidence
    if speaker_is_set or not query.bare:
        evidence = [each for each in ranked.evidence if tells_view(each, query, stages.catalog)]
    decision = stages.decide(anybody, terms, _on_the_deed(anybody, terms, tuple(evidence), stages.catalog))
    if speaker_is_set or not decision.answer:
        return _absent(query, stages, scope, ranked, refused.probability)
    if query.speakers and all(each.speaker in query.speakers for each in decision.evidence):
        # His own words after all: a bare "No." is shown with what it replies to.
        return decided(query, stages, scope, decision, ranked)
    return decided(anybody, stages, stages.scope(anybody) if query.bare else scope, decision, ranked)


def _absent(query: Query, stages: Stages, scope: Scope, ranked: Ranked, probability: float) -> Composed:
    """Return what an asked speaker said nearby, else that nothing was found, with up to three nearest things."""
    if near := said_nearby(query, stages):
        return decided(query, stages, scope, near, ranked)
    nearest = without_signatures(query, ranked.evidence, stages.catalog)
    nearest = disputed.without_claims(nearest[: not_found.NEAREST], stages.catalog)
    form = not_found.form(query, nearest, stages.catalog, scope)
    return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=probability)
