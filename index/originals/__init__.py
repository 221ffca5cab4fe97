"""Original files of documents: found while they are as they were indexed, and their pages drawn."""
