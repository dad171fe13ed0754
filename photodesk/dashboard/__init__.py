"""What staff see: one thin file a page, over ``db.search`` and the verbs of ``photodesk``."""
