"""What several pages share: the open desk, words, ways between pages, and three components."""
