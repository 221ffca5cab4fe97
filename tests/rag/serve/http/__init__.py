"""The tests of `rag/serve/http`, against real services on loopback.

A module without a test file of its name is tested in:

    app                  tests/rag/serve/http/test_guard.py
    asks                 tests/rag/serve/http/test_asking.py
    connections          tests/rag/serve/http/test_guard.py
    page                 tests/rag/serve/http/test_command.py
    problems             tests/rag/serve/http/test_guard.py
"""
