"""One file a family of formats: bytes -> what a file says and what it tells of itself."""
