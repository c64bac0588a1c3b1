"""The commands: each drives the same functions as the window, prints French, and returns an exit code."""
