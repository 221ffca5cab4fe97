"""Quotations in a document: whose each is, whether it is speech, and its statement."""
