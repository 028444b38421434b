"""Words: plain for technical, numbers as people read them, clauses told close to the text."""
