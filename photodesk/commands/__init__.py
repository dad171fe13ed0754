"""The commands, one file a subject; ``photodesk.cli`` puts them together."""
