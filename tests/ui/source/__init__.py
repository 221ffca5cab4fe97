"""Tests of the source beside the chat."""
