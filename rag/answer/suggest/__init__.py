"""Questions that have an answer: for an empty chat, and to ask after an answer; each is asked before it is shown."""
