"""What the head of a document says of whose words it is: a speech, an interview, a letter."""
