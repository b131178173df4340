"""The commands: each parses its arguments, calls one function, renders, picks the exit code."""
