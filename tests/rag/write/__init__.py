"""The tests of `rag/write`; a model that is scripted, and a small real one.

A module without a test file of its name is tested in:

    gguf                 tests/rag/write/test_generate.py
    models               tests/rag/write/test_generate.py
    prompts              tests/rag/write/test_generate.py
    reply_stream         tests/rag/write/test_generate.py
    writer               tests/rag/write/test_generate.py
    written              tests/rag/write/test_generate.py
"""
