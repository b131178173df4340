"""Reading documents: bytes to lines with their places."""
