"""What is in no package, and the shape of the project itself.

A module without a test file of its name is tested in:

    app                  tests/ui/pages/test_chat.py
"""
