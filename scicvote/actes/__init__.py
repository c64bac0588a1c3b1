"""The acts: everything that can change a cooperative's file, one function each.

An act loads the state, lets core decide, records what follows in one transaction and returns it. It writes nothing
when core has a blocking issue. Windows and commands call these functions and nothing else.
"""
