"""The tests of `rag/serve/mcp`, with the official client over both transports.

A module without a test file of its name is tested in:

    command              tests/rag/serve/mcp/test_server.py
    tools                tests/rag/serve/mcp/test_server.py
"""
