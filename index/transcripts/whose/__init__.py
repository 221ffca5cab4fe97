"""Whose words a label opens that names no person in full: an office, a user name."""
