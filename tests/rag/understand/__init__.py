"""The tests of `rag/understand`.

A module without a test file of its name is tested in:

    answer_words         tests/rag/check/test_claims.py
    case_names           tests/rag/understand/test_asked_offices.py
    follow_up_forms      tests/rag/understand/test_follow_up.py
    intent_patterns      tests/rag/understand/test_intent.py
    namesakes            tests/rag/answer/test_roles.py
    pronouns             tests/rag/understand/test_follow_up.py
"""
