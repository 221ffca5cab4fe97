"""Which documents, how many, or whether any, name something: the ways in which people ask for that."""

from __future__ import annotations

import pytest

from rag.understand.broad.mentions import mention_asked


@pytest.mark.parametrize(
    ("question", "aspect", "subject"),
    [
        ("How many documents mention Kestria", "count", "Kestria"),
        ("When was the weir first mentioned", "first_mention", "the weir"),
        ("when were dock fees last discussed in Vesk", "last_mention", "dock fees in Vesk"),
        ("when was the weir last brought up in the minutes", "last_mention", "the weir"),
        ("what's the latest on the ferry", "last_mention", "the ferry"),
        (
            "What is the newest report on the tram in the council papers",
            "last_mention",
            "the tram in the council papers",
        ),
        ("what is the most recent news about Tell and the weir", "last_mention", "Tell and the weir"),
        ("when does Odran Tell first come up, and over what", "first_mention", "Odran Tell"),
        (
            "when did the mayor last appear in the guild's papers and why",
            "last_mention",
            "the mayor in the guild's papers",
        ),
        ("when does the tram first crop up in these documents", "first_mention", "the tram"),
        ("in which Vesk meeting is a weir first suggested", "first_mention", "a weir in the Vesk documents"),
        ("at which hearing was the lock last raised", "last_mention", "the lock"),
        ("in which session did the tram first come up", "first_mention", "the tram"),
        ("which Guild AGM is the first to bring up moorings", "first_mention", "moorings in the Guild documents"),
        ("which debate was the last one to discuss the weir", "last_mention", "the weir"),
        ("which letter first mentions the lock", "first_mention", "the lock"),
        ("What was the first document to mention the lock", "first_mention", "the lock"),
        ("when was the earliest reference to the lock", "first_mention", "the lock"),
        ("show me the latest article about the tram", "last_mention", "the tram"),
        ("how many docs talk about the ferry", "count", "the ferry"),
        ("in how many of them is Odran Tell named", "count", "Odran Tell"),
        ("how many articles are about herring", "count", "herring"),
        ("how many of the reports refer to the flood", "count", "the flood"),
        ("In how many speeches does the harbour come up", "count", "the harbour"),
        ("what is the number of documents that mention salt", "count", "salt"),
        ("how many mention quill", "count", "quill"),
        ("how many texts do you have on the mines of Lorn", "count", "the mines of Lorn"),
        ("which documents mention X", "documents", "X"),
        ("What papers are about the bridge", "documents", "the bridge"),
        ("in which transcripts is the mayor discussed", "documents", "the mayor"),
        ("list the documents on Kestria", "documents", "Kestria"),
        ("show me all articles that mention the pumps", "documents", "the pumps"),
        ("find documents where the ferry is mentioned", "documents", "the ferry"),
        ("where is Mira Quill mentioned", "documents", "Mira Quill"),
        ("any documents about herring", "documents", "herring"),
        ("which of them name lorn", "documents", "lorn"),
        ("is Kestria mentioned anywhere", "mentioned", "Kestria"),
        ("was the salt tax ever brought up", "mentioned", "the salt tax"),
        ("does the word herring appear anywhere", "mentioned", "herring"),
        ("do any of the documents mention the fishermen", "mentioned", "the fishermen"),
        ("did the papers mention the flood", "mentioned", "the flood"),
        ("is there any mention of Brandt in the documents", "mentioned", "Brandt"),
        ("any mention of the chair", "mentioned", "the chair"),
    ],
)
def test_what_documents_are_asked_to_name(question: str, aspect: str, subject: str) -> None:
    assert mention_asked(question) == (aspect, subject)


@pytest.mark.parametrize(
    "question",
    [
        "How many documents mention it",
        "Which documents did the mayor sign",
        "How many documents did the police seize",
        "Who mentions the ferry",
        "When was the school first opened",
        "When did Tell first mention the ferry",
        "What is the latest that Tell said on the ferry",
        "What is the latest report of the committee",
        "What was the first report of the committee about",
        "What was the last word of the poem",
        "What are the latest figures on the harbour",
        "What covers the roof of the hall",
        "How many reports say that the dam failed",
        "Was Tell named as the new chair",
        "Is the ferry mentioned by Quill",
        "Which papers mention that the ferry was sold",
        "How many meetings covered the cost of the ferry",
        "Does the report mention the flood",
        "Did Tell mention the ferry",
        "Was Quill mentioned as a witness at the hearing",
    ],
)
def test_what_asks_for_a_fact_or_somebodys_words(question: str) -> None:
    assert mention_asked(question) is None
