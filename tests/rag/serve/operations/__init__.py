"""The tests of `rag/serve/operations`.

A module without a test file of its name is tested in:

    adding               tests/rag/serve/http/test_adding.py
    asking               tests/rag/serve/http/test_asking.py
    correcting           tests/rag/serve/http/test_library.py
    feedback             tests/rag/serve/http/test_library.py
    looking              tests/rag/serve/operations/test_shapes.py
    quotations           tests/rag/serve/http/test_library.py
    sources              tests/rag/serve/operations/test_shapes.py
    table                tests/rag/serve/operations/test_shapes.py
    turns                tests/rag/serve/operations/test_shapes.py
"""
