"""Quotation checks: where the words stand, whose a text is by its head, and what else a check asks."""
