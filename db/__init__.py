"""What the newsroom remembers: tables, session, migrations, search and journal."""
