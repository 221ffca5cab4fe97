"""The tests of `rag/serve/http/openai`, with the official client against a real service.

A module without a test file of its name is tested in:

    chat                 tests/rag/serve/http/openai/test_clients.py
    requests             tests/rag/serve/http/openai/test_clients.py
    responses            tests/rag/serve/http/openai/test_clients.py
    text                 tests/rag/serve/http/openai/test_clients.py
"""
