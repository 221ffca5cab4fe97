"""Training of the reader; nothing here is installed or imported by the product."""
