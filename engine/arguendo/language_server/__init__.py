"""What an editor asks about rule files: problems, completion, help, definitions, new names.

All of it is computed from a snapshot of a rule base, texts that are not saved yet included;
`server` puts it on the wire of the Language Server Protocol.
"""
