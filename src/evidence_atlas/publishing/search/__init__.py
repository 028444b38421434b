"""Search: an index of one edition, what a reader asks of it, and what comes back.

The index lies in the home folder, one folder an edition, named by the edition's digest and by
`fields.VERSION`; it holds nothing that cannot be made again from the data base. It may be asked
about every word of an abstract, but stores none of them: what it can show is our own page's
words and the bibliographic record.
"""
